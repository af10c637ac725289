//! What the cells of several files have in common: keys and days.

use jiff::civil::Date;

use super::error::Problem;
use crate::error::Error;
use crate::law::date;

/// Whether a key is one: not empty, and of one line.
pub(super) fn check_key(column: &'static str, key: &str) -> Result<(), Problem> {
    match key {
        "" => Err(Problem::Empty { column }),
        _ if key.contains('\n') => Err(Problem::LineBreak { column }),
        _ => Ok(()),
    }
}

pub(super) fn optional_date(field: &'static str, text: &str) -> Result<Option<Date>, Error> {
    if text.is_empty() { Ok(None) } else { date(field, text).map(Some) }
}
