//! What is in a cell, and its text.

use core::fmt::{self, Write as _};
use std::borrow::Cow;

use rust_decimal::Decimal;

use super::form::Form;
use super::formula::guarded;
use crate::language::{Language, Phrase};
use crate::unit::Quantity;

/// What is in a cell of a table.
///
/// ```
/// use banenafspraak::Hours;
/// use banenafspraak::tables::Cell;
///
/// assert_eq!(Cell::of(Hours::ZERO), Cell::Quantity(Hours::ZERO.into()));
/// assert_eq!(Cell::maybe(None::<Hours>), Cell::Empty);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cell<'a> {
    /// Nothing: the field is absent.
    Empty,
    /// A text of others, such as an id: it never is a formula.
    Text(Cow<'a, str>),
    /// A word, by the JSON contract in English.
    Word(Phrase),
    /// A quantity without its unit, a day, or a word with a meaning.
    Quantity(Quantity),
    /// A number of things.
    Count(u64),
    /// A number with as many decimals as it needs.
    Number(Decimal),
    /// Yes or no.
    Boolean(bool),
}

impl<'a> Cell<'a> {
    /// A quantity.
    pub fn of(quantity: impl Into<Quantity>) -> Self {
        Self::Quantity(quantity.into())
    }

    /// A quantity, if there is one.
    pub fn maybe(quantity: Option<impl Into<Quantity>>) -> Self {
        quantity.map_or(Self::Empty, Self::of)
    }

    /// A text; of an empty one nothing.
    pub fn text(text: &'a str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.into()) }
    }

    /// A word of the contract, and its Dutch.
    pub const fn word(english: &'static str, dutch: &'static str) -> Self {
        Self::Word(Phrase::new(english, dutch))
    }

    /// Its text, between quotes where it needs them.
    pub(super) fn write(&self, form: Form, out: &mut String) {
        let start = out.len();
        // Writing to a string never fails.
        let _ = self.text_in(form, out);
        let text = out.get(start..).unwrap_or_default();
        if text.contains(['"', '\n', '\r', form.separator()]) {
            let quoted = format!("\"{}\"", text.replace('"', "\"\""));
            out.truncate(start);
            out.push_str(&quoted);
        }
    }

    fn text_in(&self, form: Form, out: &mut String) -> fmt::Result {
        let number = |out: &mut String, number: &dyn fmt::Display| {
            let mut text = number.to_string();
            // Three decimals could be thousands.
            if text.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3) {
                text.push('0');
            }
            out.push_str(&if form.has_decimal_comma() { text.replace('.', ",") } else { text });
            Ok(())
        };
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) => out.write_str(&guarded(text)),
            Self::Word(word) => out.write_str(word.localized(form.language)),
            Self::Quantity(Quantity::Date(day)) => write!(out, "{}", day.strftime(form.date())),
            // Its word in JSON, or its meaning in Dutch.
            Self::Quantity(word @ Quantity::Word(_)) => match form.language {
                Language::En => write!(out, "{word}"),
                Language::Nl => write!(out, "{}", word.localized(Language::Nl)),
            },
            Self::Quantity(quantity) => number(out, quantity),
            Self::Number(decimal) => number(out, &decimal.normalize()),
            Self::Count(count) => write!(out, "{count}"),
            Self::Boolean(true) => out.write_str(form.language.pick("true", "ja")),
            Self::Boolean(false) => out.write_str(form.language.pick("false", "nee")),
        }
    }
}
