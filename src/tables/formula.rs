//! Texts that a spreadsheet would take for a formula.

use std::borrow::Cow;

const APOSTROPHE: char = '\'';

/// Whether a spreadsheet could run the text, once its apostrophes are off.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches(APOSTROPHE).starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A text as it is in a table: with an apostrophe before it where it would be a formula.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula(text) { format!("{APOSTROPHE}{text}").into() } else { text.into() }
}

/// The text of a cell: without the apostrophe that keeps it from being a formula.
pub(super) fn unguarded(cell: &str) -> &str {
    cell.strip_prefix(APOSTROPHE).filter(|text| is_formula(text)).unwrap_or(cell)
}
