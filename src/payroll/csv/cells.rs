//! What the cells of several files have in common: keys and days.

use jiff::civil::Date;

use super::error::Problem;
use crate::error::Error;
use crate::law::date;
use crate::printable::is_hidden;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// Whether a key is one: not empty, and without what nobody sees.
pub(super) fn check_key(column: &'static str, key: &str) -> Result<(), Problem> {
    if key.is_empty() { Err(Problem::Empty { column }) } else { check_visible(column, key) }
}

/// Whether a key that may be blank has nothing that nobody sees: two keys that look alike would be
/// two employers or persons.
pub(super) fn check_visible(column: &'static str, key: &str) -> Result<(), Problem> {
    if key.contains('\n') {
        return Err(Problem::LineBreak { column });
    }
    if key.contains(|it: char| it.is_control() || it == BYTE_ORDER_MARK) {
        return Err(Problem::ControlCharacter { column });
    }
    if key.starts_with(char::is_whitespace) || key.ends_with(char::is_whitespace) {
        return Err(Problem::WhiteSpace { column });
    }
    Ok(())
}

/// A key without what nobody sees: perhaps the one that was meant.
pub(crate) fn visible(key: &str) -> String {
    let visible: String = key.chars().filter(|it| !is_hidden(*it)).collect();
    visible.trim().to_owned()
}

pub(super) fn optional_date(field: &'static str, text: &str) -> Result<Option<Date>, Error> {
    if text.is_empty() { Ok(None) } else { date(field, text).map(Some) }
}
