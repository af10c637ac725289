//! What is said beside the answers, on standard error.

use banenafspraak::{Language, Printable};

use crate::shared::read::Note;

/// What should be known about a table of totals.
pub(crate) fn note(note: &Note, language: Language) {
    eprintln!("calculator: {}", Printable(note.text(language)));
}
