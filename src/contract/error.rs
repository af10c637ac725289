//! An error, its message in a language.

use serde::{Serialize, Serializer};

use super::not_json::NotJson;
use crate::error::Error;
use crate::json::WriteFields as _;
use crate::language::{In, Language};

written! {
    In<&Error> as it let In(_, error) = it; {
        code: needed = error.code(),
        field: nullable = error.field(),
        message: needed = it.to_string(),
    }
}

// It is about the whole text.
written! {
    In<&NotJson> as it let In(_, error) = it; {
        code: needed = error.code(),
        field: nullable = None::<&str>,
        message: needed = it.to_string(),
    }
}
serialize! { In<&Error>, In<&NotJson> }

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
        In(Language::En, self).write_object(serializer)
    }
}

/// What is wrong, the message in the language asked for.
pub(in crate::contract) struct ErrorObject {
    code: &'static str,
    field: Option<String>,
    message: String,
}

impl ErrorObject {
    pub(in crate::contract) fn new(
        code: &'static str,
        field: Option<String>,
        message: &impl ToString,
    ) -> Self {
        Self { code, field, message: message.to_string() }
    }

    pub(in crate::contract) fn refused(error: &Error, language: Language) -> Self {
        Self::new(error.code(), error.field(), &error.localized(language))
    }

    pub(in crate::contract) fn not_json(error: impl Into<NotJson>, language: Language) -> Self {
        let error = error.into();
        Self::new(error.code(), None, &error.localized(language))
    }

    /// `{"error": ...}` as text: there is no answer but this.
    pub(in crate::contract) fn alone(self) -> String {
        text(&Alone { error: self })
    }
}

written! {
    ErrorObject as it {
        code: needed = it.code,
        field: needed = it.field,
        message: needed = it.message,
    }
}

struct Alone {
    error: ErrorObject,
}

written! {
    Alone as it {
        error: needed = it.error,
    }
}
serialize! { ErrorObject, Alone }

/// As JSON text.
pub(in crate::contract) fn text(answer: &impl Serialize) -> String {
    // Texts and numbers under names: all of it can be written.
    serde_json::to_string(answer).unwrap_or_default()
}
