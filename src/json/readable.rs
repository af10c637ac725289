//! What is read from a text.

use core::fmt;
use core::marker::PhantomData;
use std::sync::Arc;

use serde::de::Visitor;

use crate::error::Error;
use crate::language::{Language, Phrase};

/// What is read from a text: a quantity, a year, a word.
pub(crate) trait Readable: Sized {
    const EXPECTED: Phrase;
    /// Whether it may be a number too.
    const NUMBER: bool = false;
    fn read(text: &str) -> Result<Self, Error>;
}

impl Readable for String {
    const EXPECTED: Phrase = Phrase::new("a string", "een tekst");
    fn read(text: &str) -> Result<Self, Error> {
        Ok(text.to_owned())
    }
}

impl Readable for Box<str> {
    const EXPECTED: Phrase = String::EXPECTED;
    fn read(text: &str) -> Result<Self, Error> {
        Ok(text.into())
    }
}

impl Readable for Arc<str> {
    const EXPECTED: Phrase = String::EXPECTED;
    fn read(text: &str) -> Result<Self, Error> {
        Ok(text.into())
    }
}

/// Reads a text and nothing else.
pub(crate) struct TextVisitor<T>(PhantomData<T>);

impl<T> TextVisitor<T> {
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T: Readable> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED.localized(Language::En))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        T::read(text).map_err(E::custom)
    }
}
