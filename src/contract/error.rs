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
