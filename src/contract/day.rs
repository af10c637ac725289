//! A date in JSON.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::error::Error;
use crate::json::Readable;
use crate::language::Phrase;
use crate::law;

/// A date such as `2026-03-31`, and nothing more.
#[derive(Clone, Copy)]
pub(super) struct Day(pub(super) Date);

impl Readable for Day {
    const EXPECTED: Phrase = Phrase::new("a date such as 2026-03-31", "een datum zoals 2026-03-31");
    fn read(text: &str) -> Result<Self, Error> {
        law::date("date", text).map(Self)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}
