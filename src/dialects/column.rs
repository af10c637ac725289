//! The columns of a file: names and words in English and Dutch.

/// A column that a file can have.
///
/// ```
/// use banenafspraak::dialects::{Column, Holds};
///
/// const HOURS: Column = Column::new("paid_hours", &["verloonde_uren", "uren"], Holds::Number);
/// assert!(HOURS.is_named("Verloonde uren") && HOURS.is_named("PAID-HOURS"));
/// assert!(!HOURS.is_named("hours"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "a row of a table that a caller writes")]
pub struct Column {
    /// Its name in the plain form.
    pub name: &'static str,
    /// Other names, such as the Dutch ones.
    pub other_names: &'static [&'static str],
    /// What its cells are.
    pub holds: Holds,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Holds {
    /// The key of the employer that the line is of: it is kept as it is.
    Employer,
    /// Another key: it is kept as it is.
    Key,
    /// Text such as a year: white space around it is dropped.
    Text,
    /// A number, such as hours.
    Number,
    /// A number that may have a euro sign before it.
    Money,
    /// A number that may have a percent sign after it.
    Percentage,
    /// A date.
    Date,
    /// An aangiftetijdvak.
    Period,
    /// One of these words.
    Word(&'static [Meaning]),
    /// Nothing that is used: the column is left out.
    Unused,
}

/// A word of the plain form, and other words for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "a row of a table that a caller writes")]
pub struct Meaning {
    /// The word of the plain form.
    pub word: &'static str,
    /// Other words for the same, such as the Dutch ones.
    pub others: &'static [&'static str],
}

impl Column {
    /// A column with other names beside its own.
    pub const fn new(
        name: &'static str,
        other_names: &'static [&'static str],
        holds: Holds,
    ) -> Self {
        Self { name, other_names, holds }
    }

    /// Whether this is a name of it: case, and what is between words, make no difference.
    pub fn is_named(&self, name: &str) -> bool {
        same(self.name, name) || self.other_names.iter().any(|other| same(other, name))
    }
}

impl Meaning {
    /// A word with other words for it.
    pub const fn new(word: &'static str, others: &'static [&'static str]) -> Self {
        Self { word, others }
    }

    /// The word of the plain form that a text means.
    pub(super) fn find(words: &'static [Self], text: &str) -> Option<&'static str> {
        let meant = words.iter().find(|meaning| {
            same(meaning.word, text) || meaning.others.iter().any(|other| same(other, text))
        });
        meant.map(|meaning| meaning.word)
    }
}

/// Whether two names have the same letters and digits.
fn same(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

/// The letters of a name in lower case. A sign such as % is one too: it is not between words.
fn letters(name: &str) -> impl Iterator<Item = char> {
    let is_between = |it: &char| it.is_whitespace() || matches!(it, '_' | '-' | '.');
    name.chars().filter(move |it| !is_between(it)).flat_map(char::to_lowercase)
}
