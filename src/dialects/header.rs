//! The header: which of the columns each field is.

use super::column::{Column, Holds};
use super::dialect::Separator;
use crate::language::Language;

/// What the fields of a place are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// A column, and its name in the file.
    Column(&'static Column, Box<str>),
    /// A column that is not known: it is kept as it is.
    Unknown(Box<str>),
    /// A known column that is not used.
    Unused(Box<str>),
    /// No name at the end of the header: a spreadsheet writes such columns where there was something.
    Blank,
}

impl Place {
    /// Its name in the plain form, where it is written.
    pub(super) fn name(&self) -> Option<&str> {
        match self {
            Self::Column(column, _) => Some(column.name),
            Self::Unknown(name) => Some(name),
            Self::Unused(_) | Self::Blank => None,
        }
    }
}

/// The places of a header.
pub(super) fn places<N: AsRef<str>>(names: &[N], columns: &'static [Column]) -> Vec<Place> {
    let last = names.iter().rposition(|name| !name.as_ref().trim().is_empty());
    let blank_from = last.map_or(0, |last| last.saturating_add(1));
    let places = names.iter().enumerate().map(|(at, name)| {
        let name = name.as_ref().trim();
        match columns.iter().find(|column| column.is_named(name)) {
            _ if at >= blank_from => Place::Blank,
            Some(column) if column.holds == Holds::Unused => Place::Unused(name.into()),
            Some(column) => Place::Column(column, name.into()),
            None => Place::Unknown(name.into()),
        }
    });
    places.collect()
}

/// How many names are known.
pub(super) fn known(places: &[Place]) -> usize {
    places.iter().filter(|it| matches!(it, Place::Column(..) | Place::Unused(_))).count()
}

/// The language of the names: Dutch where one of them is no name of the plain form.
pub(super) fn language(places: &[Place]) -> Language {
    let is_other = |place: &Place| match place {
        Place::Column(column, name) => !Column::new(column.name, &[], column.holds).is_named(name),
        Place::Unused(_) => true,
        Place::Unknown(_) | Place::Blank => false,
    };
    if places.iter().any(is_other) { Language::Nl } else { Language::En }
}

/// The separator of a first line `sep=;`, as Excel reads and writes it.
pub(super) fn announced(line: &str) -> Option<Separator> {
    match after_sep(line.trim_end_matches('\r'))? {
        "," => Some(Separator::Comma),
        ";" => Some(Separator::Semicolon),
        "\t" => Some(Separator::Tab),
        _ => None,
    }
}

/// Whether a row is that line: with its own separator it has two fields, the second empty.
pub(super) fn is_announcement(names: &[&str]) -> bool {
    match names {
        [one] => announced(one).is_some(),
        [one, ""] => after_sep(one) == Some(""),
        _ => false,
    }
}

fn after_sep(line: &str) -> Option<&str> {
    let (sep, after) = line.split_at_checked("sep=".len())?;
    sep.eq_ignore_ascii_case("sep=").then_some(after)
}
