//! A text that is no JSON.

use core::fmt;

use crate::language::{In, Language};

/// A text is no JSON: what is wrong, and where.
///
/// Its code in the contract is `invalid_json`.
///
/// ```
/// use banenafspraak::contract::EmployerInput;
/// use banenafspraak::Language;
///
/// let error = EmployerInput::from_json(b"{\"year\": }").unwrap_err();
/// assert_eq!(error.code(), "invalid_json");
/// assert_eq!((error.line(), error.column()), (1, 10));
/// assert_eq!(error.to_string(), "expected value at column 10");
/// assert_eq!(error.localized(Language::Nl).to_string(), "geen geldige JSON, in kolom 10");
/// ```
///
/// # Codes
///
/// | code | what is wrong |
/// |---|---|
/// | `invalid_json` | The text is no JSON |
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotJson {
    reason: String,
    ends_too_early: bool,
    line: usize,
    column: usize,
}

impl NotJson {
    /// The stable word for programs, the same for every text that is no JSON.
    pub const fn code(&self) -> &'static str {
        "invalid_json"
    }

    /// What is wrong, in English, without the place.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The line of the text, from 1: the first for a text that ends too early.
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The column in bytes, from 1.
    pub const fn column(&self) -> usize {
        self.column
    }

    /// The message in this language; the line is in it only where it is not the first.
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }
}

impl From<serde_json::Error> for NotJson {
    fn from(error: serde_json::Error) -> Self {
        let (line, column, ends_too_early) = (error.line(), error.column(), error.is_eof());
        let text = error.to_string();
        let place = format!(" at line {line} column {column}");
        let reason = text.strip_suffix(&place).unwrap_or(&text).to_owned();
        // Where a text should have ended is not known, but where it began is.
        let line = if ends_too_early { 1 } else { line };
        Self { reason, ends_too_early, line, column }
    }
}

impl fmt::Display for In<&NotJson> {
    #[rustfmt::skip]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, NotJson { reason, ends_too_early, line, column }) = *self;
        let dutch = if *ends_too_early { "de JSON houdt te vroeg op" } else { "geen geldige JSON" };
        match (language, line) {
            (Language::En, 0 | 1) => write!(f, "{reason} at column {column}"),
            (Language::En, _) => write!(f, "{reason} on line {line}, column {column}"),
            (Language::Nl, 0 | 1) => write!(f, "{dutch}, in kolom {column}"),
            (Language::Nl, _) => write!(f, "{dutch}, op regel {line}, kolom {column}"),
        }
    }
}

/// In English.
impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}

impl core::error::Error for NotJson {}
