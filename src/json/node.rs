//! A value of a self-describing format. Taking it in never fails on a kind or a value, so that the
//! errors of what is read from it keep their field and code.

use std::borrow::Cow;

use super::float::Float;
use super::number::plain;
use super::readable::Readable;
use crate::error::{Error, ErrorKind};
use crate::language::Phrase;

/// What a quantity is read from.
pub(crate) const NUMBER: Phrase =
    Phrase::new("a decimal string or a number", "een decimaal getal als tekst of een getal");
pub(crate) const ARRAY: Phrase = Phrase::new("an array", "een lijst");
pub(crate) const OBJECT: Phrase = Phrase::new("an object", "een object");
pub(super) const BOOLEAN: Phrase = Phrase::new("true or false", "true of false");

/// A value of a self-describing format, numbers kept as text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node<'de> {
    Null,
    Bool(bool),
    Text(Cow<'de, str>),
    Number(Cow<'de, str>),
    Float(Float),
    List(Vec<Node<'de>>),
    Object(Vec<(Cow<'de, str>, Node<'de>)>),
}

impl Node<'_> {
    /// Reads a text, or a number where one is allowed.
    pub(crate) fn read<T: Readable>(&self, field: &'static str) -> Result<T, Error> {
        match self {
            Self::Text(text) => T::read(text).map_err(|error| error.about(field)),
            _ if T::NUMBER => self.number(field, T::EXPECTED, T::read),
            other => Err(other.not(field, T::EXPECTED)),
        }
    }

    /// Reads a text or a number; `parse` reads plain notation.
    pub(crate) fn number<T>(
        &self,
        field: &'static str,
        expected: Phrase,
        parse: impl FnOnce(&str) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let read = match self {
            Self::Text(text) => parse(text),
            Self::Number(text) => parse(&plain(text)),
            Self::Float(float) => float.read(parse),
            other => return Err(other.not(field, expected)),
        };
        read.map_err(|error| error.about(field))
    }

    pub(crate) fn not(&self, field: &'static str, expected: Phrase) -> Error {
        Error::new(field, ErrorKind::WrongType { expected, found: self.kind() })
    }

    const fn kind(&self) -> Phrase {
        match self {
            Self::Null => Phrase::new("null", "null"),
            Self::Bool(_) => BOOLEAN,
            Self::Text(_) => <String as Readable>::EXPECTED,
            Self::Number(_) | Self::Float(_) => Phrase::new("a number", "een getal"),
            Self::List(_) => ARRAY,
            Self::Object(_) => OBJECT,
        }
    }
}
