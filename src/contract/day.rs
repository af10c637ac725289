//! A date in JSON.

use jiff::civil::Date;

use crate::error::Error;
use crate::json::Readable;
use crate::language::Phrase;
use crate::law;

impl Readable for Date {
    const EXPECTED: Phrase = Phrase::new("a date such as 2026-03-31", "een datum zoals 2026-03-31");
    fn read(text: &str) -> Result<Self, Error> {
        law::date("date", text)
    }
}
