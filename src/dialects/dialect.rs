//! What a file is in.

use core::fmt;

use crate::language::{In, Language, Phrase};
use crate::law::words;

words! {
    /// What is between the columns of a file.
    ///
    /// ```
    /// use banenafspraak::dialects::Separator;
    ///
    /// assert_eq!("semicolon".parse(), Ok(Separator::Semicolon));
    /// assert_eq!("bar".parse::<Separator>().unwrap_err().code(), "unknown_word");
    /// ```
    #[non_exhaustive]
    Separator, "separator" {
        /// `,`
        Comma = "comma",
        /// `;`, as a Dutch spreadsheet writes it.
        Semicolon = "semicolon",
        /// A tab.
        Tab = "tab",
    }
}

words! {
    /// What is before the decimals of a number.
    ///
    /// ```
    /// use banenafspraak::dialects::DecimalSign;
    ///
    /// assert_eq!("comma".parse(), Ok(DecimalSign::Comma));
    /// ```
    #[non_exhaustive]
    DecimalSign, "decimal" {
        /// `1664.50`, and `1,664.50`.
        Point = "point",
        /// `1664,50`, and `1.664,50`.
        Comma = "comma",
    }
}

words! {
    /// How the characters of a file are written in bytes.
    ///
    /// ```
    /// use banenafspraak::dialects::Encoding;
    ///
    /// assert_eq!("windows-1252".parse(), Ok(Encoding::Windows1252));
    /// ```
    #[non_exhaustive]
    Encoding, "encoding" {
        /// UTF-8, with or without a byte order mark.
        Utf8 = "utf-8",
        /// Windows-1252, also called ANSI or Latin 1.
        Windows1252 = "windows-1252",
        /// UTF-16 with the low byte first: "Unicode text" of Excel.
        Utf16Le = "utf-16le",
        /// UTF-16 with the high byte first.
        Utf16Be = "utf-16be",
    }
}

/// How most dates of a file are written. Each is read by itself: both forms have one reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateForm {
    /// 2026-12-31
    YearFirst,
    /// 31-12-2026, with this sign between: the day is always first, also in 01-02-2026.
    DayFirst(char),
}

/// What a file is in, as its beginning shows it.
///
/// Its text says what was taken for what.
///
/// ```
/// use banenafspraak::Language;
/// use banenafspraak::dialects::{Dialect, columns_of};
/// use banenafspraak::payroll::csv::File;
///
/// let file = "bsn;begindatum;einddatum\n123456782;1-2-2026;\n";
/// let dialect = Dialect::detect(file.as_bytes(), columns_of(File::Register))?;
/// assert_eq!(
///     dialect.to_string(),
///     "semicolon between columns, dates as 31-12-2026 (day first), Dutch headers, UTF-8"
/// );
/// assert_eq!(
///     dialect.localized(Language::Nl).to_string(),
///     "puntkomma tussen kolommen, datums als 31-12-2026 (dag eerst), Nederlandse kopregel, UTF-8"
/// );
/// # Ok::<(), banenafspraak::dialects::DialectError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_structs, reason = "plain data, compared as a whole")]
pub struct Dialect {
    /// What is between the columns.
    pub separator: Separator,
    /// What is before the decimals; `None` as long as no number says it.
    pub decimal: Option<DecimalSign>,
    /// How characters are written in bytes.
    pub encoding: Encoding,
    /// How dates are written; `None` where there are none in the beginning.
    pub dates: Option<DateForm>,
    /// The language of the headers: Dutch where one of them is not English.
    pub headers: Language,
    /// The language of words and periods: Dutch where one of them is not that of the plain form.
    pub words: Language,
}

impl Dialect {
    /// The plain form of the contract: commas, decimal points, UTF-8, ISO dates, English headers.
    pub const PLAIN: Self = Self {
        separator: Separator::Comma,
        decimal: Some(DecimalSign::Point),
        encoding: Encoding::Utf8,
        dates: Some(DateForm::YearFirst),
        headers: Language::En,
        words: Language::En,
    };

    /// What was taken for what, in this language.
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }
}

impl Separator {
    /// The byte between two columns.
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }

    pub(super) const fn phrase(self) -> Phrase {
        match self {
            Self::Comma => Phrase::new("comma", "komma"),
            Self::Semicolon => Phrase::new("semicolon", "puntkomma"),
            Self::Tab => Phrase::new("tab", "tab"),
        }
    }
}

impl DecimalSign {
    /// The sign.
    pub const fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    /// What groups thousands beside it.
    pub(super) const fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }

    pub(super) const fn phrase(self) -> Phrase {
        match self {
            Self::Point => Phrase::new("point", "punt"),
            Self::Comma => Phrase::new("comma", "komma"),
        }
    }
}

impl Encoding {
    const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Windows1252 => "Windows-1252",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
        }
    }
}

impl fmt::Display for In<&Dialect> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, dialect) = *self;
        let between = language.pick("between columns", "tussen kolommen");
        write!(f, "{} {between}", dialect.separator.phrase().localized(language))?;
        if let Some(sign) = dialect.decimal {
            let sign = sign.phrase().localized(language);
            match language {
                Language::Nl => write!(f, ", decimaalteken {sign}")?,
                Language::En => write!(f, ", decimal {sign}")?,
            }
        }
        let dates = language.pick("dates as", "datums als");
        match dialect.dates {
            Some(DateForm::YearFirst) => write!(f, ", {dates} 2026-12-31")?,
            Some(DateForm::DayFirst(sign)) => {
                let first = language.pick("day first", "dag eerst");
                write!(f, ", {dates} 31{sign}12{sign}2026 ({first})")?;
            }
            None => {}
        }
        let headers = match (dialect.headers, dialect.words) {
            (Language::Nl, Language::Nl) => {
                language.pick("Dutch headers and words", "Nederlandse kopregel en woorden")
            }
            (Language::Nl, Language::En) => language.pick("Dutch headers", "Nederlandse kopregel"),
            (Language::En, Language::Nl) => language
                .pick("English headers, Dutch words", "Engelse kopregel, Nederlandse woorden"),
            (Language::En, Language::En) => language.pick("English headers", "Engelse kopregel"),
        };
        write!(f, ", {headers}, {}", dialect.encoding.name())
    }
}

/// In English.
impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}
