//! The message of each problem of a file, in both languages.

use core::fmt;

use rust_decimal::Decimal;

use super::error::Problem;
use crate::error::words::{List, Named, Worded};
use crate::language::{In, Language};
use crate::printable::Printable;

impl Problem {
    /// What is wrong in this language, without the place.
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }
}

/// In English.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}

#[rustfmt::skip]
impl fmt::Display for In<&Problem> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Language::{En, Nl};
        match *self {
            Self(language, Problem::Value(error)) => In(language, error).fmt(f),

            Self(En, Problem::UnknownColumn { name, known }) => write!(f, "unknown column `{name}`; known here: {known}"),
            Self(Nl, Problem::UnknownColumn { name, known }) => write!(f, "onbekende kolom `{name}`; bekend zijn hier: {}", List(known)),

            Self(En, Problem::Semicolons) => f.write_str("semicolons are between the columns; save the file with commas between them (CSV)"),
            Self(Nl, Problem::Semicolons) => f.write_str("tussen de kolommen staan puntkomma's; sla het bestand op met komma's ertussen (CSV)"),

            Self(En, Problem::Tabs) => f.write_str("tabs are between the columns; save the file with commas between them (CSV)"),
            Self(Nl, Problem::Tabs) => f.write_str("tussen de kolommen staan tabs; sla het bestand op met komma's ertussen (CSV)"),

            Self(En, Problem::Utf16) => f.write_str("the file is in UTF-16; save it as UTF-8 (in Excel: \"CSV UTF-8\")"),
            Self(Nl, Problem::Utf16) => f.write_str("het bestand is in UTF-16; sla het op als UTF-8 (in Excel: \"CSV UTF-8\")"),

            Self(En, Problem::MissingColumn { name }) => write!(f, "column {name} is missing"),
            Self(Nl, Problem::MissingColumn { name }) => write!(f, "kolom {} ontbreekt", Named(name)),

            Self(En, Problem::DuplicateColumn { name }) => write!(f, "column {name} occurs twice"),
            Self(Nl, Problem::DuplicateColumn { name }) => write!(f, "kolom {} komt twee keer voor", Named(name)),

            Self(En, Problem::FieldCount { found, expected }) => write!(f, "{found} fields, where the header has {expected}"),
            Self(Nl, Problem::FieldCount { found, expected }) => write!(f, "aantal velden is {found}; in de kopregel zijn het er {expected}"),

            Self(En, Problem::Empty { column }) => write!(f, "{column}: empty"),
            Self(Nl, Problem::Empty { column }) => write!(f, "{}: leeg", Worded::new(column)),

            Self(En, Problem::LineBreak { column }) => write!(f, "{column}: a line break: is a quote not closed?"),
            Self(Nl, Problem::LineBreak { column }) => write!(f, "{}: bevat een regeleinde; is een aanhalingsteken niet gesloten?", Worded::new(column)),

            Self(En, Problem::WhiteSpace { column }) => write!(f, "{column}: white space at the beginning or the end"),
            Self(Nl, Problem::WhiteSpace { column }) => write!(f, "{}: begint of eindigt met een spatie", Worded::new(column)),

            Self(En, Problem::ControlCharacter { column }) => write!(f, "{column}: a control character or a byte order mark inside"),
            Self(Nl, Problem::ControlCharacter { column }) => write!(f, "{}: bevat een onzichtbaar teken (stuurteken of byte order mark)", Worded::new(column)),

            Self(En, Problem::TextAfterQuote) => f.write_str("text follows the quote that ends a field; a quote inside a field is written twice"),
            Self(Nl, Problem::TextAfterQuote) => f.write_str("na het aanhalingsteken dat een veld sluit, volgt nog tekst; schrijf een aanhalingsteken in een veld dubbel"),

            Self(En, Problem::FiledBeforePeriod { filed_on, period }) => write!(f, "filed_on: {filed_on} is before {period} begins"),
            Self(Nl, Problem::FiledBeforePeriod { filed_on, period }) => write!(f, "{}: {} ligt vóór het begin van het tijdvak ({})", Worded::new("filed_on"), In(Nl, *filed_on), In(Nl, *period)),

            Self(En, Problem::EmployedAfterPeriod { employed_from, period }) => write!(f, "employed_from: {employed_from} is after {period} ends"),
            Self(Nl, Problem::EmployedAfterPeriod { employed_from, period }) => write!(f, "{}: {} ligt na het einde van het tijdvak ({})", Worded::new("employed_from"), In(Nl, *employed_from), In(Nl, *period)),

            Self(En, Problem::NotUtf8) => f.write_str("not UTF-8"),
            Self(Nl, Problem::NotUtf8) => f.write_str("geen UTF-8"),

            Self(En, Problem::TooLong { limit }) => write!(f, "a record of more than {limit} bytes: is a quote not closed?"),
            Self(Nl, Problem::TooLong { limit }) => write!(f, "een regel van meer dan {} bytes; is een aanhalingsteken niet gesloten?", In(Nl, Decimal::from(*limit))),

            Self(En, Problem::UnclosedQuote) => f.write_str("a quote is not closed before the end of the file"),
            Self(Nl, Problem::UnclosedQuote) => f.write_str("een aanhalingsteken is aan het einde van het bestand nog niet gesloten"),

            Self(language, Problem::ContradictingEmployer(error)) => In(language, error).fmt(f),

            Self(En, Problem::UnknownEmployer { employer }) => write!(f, "employer {} is not in the file of employers", Printable(employer)),
            Self(Nl, Problem::UnknownEmployer { employer }) => write!(f, "werkgever {} staat niet in het werkgeversbestand", Printable(employer)),

            Self(En, Problem::RepeatedLine { first }) => write!(f, "repeats line {first}; if both count, write their sum in one line"),
            Self(Nl, Problem::RepeatedLine { first }) => write!(f, "herhaalt regel {first}; als beide tellen, zet dan de som op één regel"),

            Self(En, Problem::NotGrouped { employer }) => write!(f, "employer {} had records before: they are not in groups by employer", Printable(employer)),
            Self(Nl, Problem::NotGrouped { employer }) => write!(f, "werkgever {} had al eerder regels: het bestand is niet per werkgever gegroepeerd", Printable(employer)),

            Self(En, Problem::Read { message }) => write!(f, "{}", Printable(message)),
            Self(Nl, Problem::Read { message }) => write!(f, "lezen is mislukt: {}", Printable(message)),
        }
    }
}
