//! How a table is written.

use core::str::FromStr;

use crate::error::{Error, ErrorKind, Excerpt};
use crate::language::{Language, Phrase};

/// How a table is written: its marks, and the language of headers and words.
///
/// ```
/// use banenafspraak::Language;
/// use banenafspraak::tables::Form;
///
/// assert_eq!("excel-nl".parse(), Ok(Form::excel_nl()));
/// assert_eq!(Form::plain().in_language(Language::En), Form::plain());
/// let error = "excel".parse::<Form>().unwrap_err();
/// assert_eq!(error.to_string(), "dialect: `excel` is not one of plain, excel-nl");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Form {
    is_for_excel: bool,
    pub(super) language: Language,
}

impl Form {
    /// Commas, decimal points, ISO dates: what a program reads.
    pub const fn plain() -> Self {
        Self { is_for_excel: false, language: Language::En }
    }

    /// Semicolons, decimal commas, dates as 31-12-2026, a byte order mark: what Excel opens in a Dutch
    /// setting.
    pub const fn excel_nl() -> Self {
        Self { is_for_excel: true, language: Language::En }
    }

    /// The same, with headers and words in this language.
    #[must_use]
    pub const fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    pub(super) const fn separator(self) -> char {
        if self.is_for_excel { ';' } else { ',' }
    }

    pub(super) const fn has_decimal_comma(self) -> bool {
        self.is_for_excel
    }

    pub(super) const fn line_end(self) -> &'static str {
        if self.is_for_excel { "\r\n" } else { "\n" }
    }

    /// What is before the header.
    pub(super) const fn beginning(self) -> &'static str {
        if self.is_for_excel { "\u{feff}" } else { "" }
    }

    /// How a date is written, in the words of strftime.
    pub(super) const fn date(self) -> &'static str {
        if self.is_for_excel { "%d-%m-%Y" } else { "%Y-%m-%d" }
    }
}

/// Reads `plain` or `excel-nl`; headers and words in English.
impl FromStr for Form {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        const KNOWN: &str = "plain, excel-nl";
        match text {
            "plain" => Ok(Self::plain()),
            "excel-nl" => Ok(Self::excel_nl()),
            other => {
                let (text, expected) = (Excerpt::of(other), Phrase::new(KNOWN, KNOWN));
                Err(Error::new("dialect", ErrorKind::UnknownWord { text, expected }))
            }
        }
    }
}
