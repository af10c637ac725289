//! An error.

use serde::{Serialize, Serializer};

use super::not_json::NotJson;
use crate::error::Error;
use crate::json::WriteFields as _;
use crate::language::Language;

written! {
    /// An error, its message in some language.
    ErrorObject {
        code: needed &'static str,
        field: nullable String,
        message: needed String,
    }
}

impl ErrorObject {
    pub(super) fn of(error: &Error, language: Language) -> Self {
        let message = error.localized(language).to_string();
        Self { code: error.code(), field: error.field(), message }
    }

    /// It is about the whole text.
    pub(super) fn of_no_json(error: &NotJson, language: Language) -> Self {
        let message = error.localized(language).to_string();
        Self { code: error.code(), field: None, message }
    }
}

/// `{"code": ..., "field": ..., "message": ...}`, the message in English.
///
/// ```
/// let error = "-1".parse::<banenafspraak::Hours>().unwrap_err();
/// assert_eq!(
///     serde_json::to_string(&error)?,
///     r#"{"code":"negative","field":"hours","message":"hours: -1 is negative; the least is 0"}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ErrorObject::of(self, Language::En).write_object(serializer)
    }
}
