//! A binary float is read only where it can be nothing else than the decimal that was written.

use super::number::Number;
use crate::error::{Error, ErrorKind, Excerpt};

/// Significant digits of a decimal that every 64-bit float gives back.
const DIGITS_OF_F64: usize = 15;
/// Significant digits of a decimal that every 32-bit float gives back.
const DIGITS_OF_F32: usize = 6;

/// A binary float: its shortest decimal text, and the digits of one that are certain.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Float {
    text: String,
    digits: usize,
}

impl Float {
    /// A 64-bit float. Its debug form is its shortest text, with an exponent where zeros would be
    /// many.
    pub(super) fn of_f64(value: f64) -> Self {
        Self { text: format!("{value:?}"), digits: DIGITS_OF_F64 }
    }

    /// A 32-bit float.
    pub(super) fn of_f32(value: f32) -> Self {
        Self { text: format!("{value:?}"), digits: DIGITS_OF_F32 }
    }

    /// Its shortest decimal text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The number, by `parse`, which reads plain notation.
    pub(super) fn read<T>(&self, parse: impl FnOnce(&str) -> Result<T, Error>) -> Result<T, Error> {
        let Some(number) = Number::of(&self.text) else {
            // Infinity, or no number at all: the text says so.
            return parse(&self.text);
        };
        let refused = || Error::new("", ErrorKind::FloatRefused { value: Excerpt::of(&self.text) });
        if number.significant() > self.digits {
            return Err(refused());
        }
        parse(&number.plain()).map_err(|error| match error.kind() {
            ErrorKind::TooPrecise { .. } => refused(),
            _ => error,
        })
    }
}
