//! Why it cannot be said what a file is in.

use core::fmt;

use crate::error::Excerpt;
use crate::language::{In, Language};
use crate::payroll::csv::{LineError, Problem};

/// Why it cannot be said what a file is in. What is wrong with one line is a
/// [`LineError`](crate::payroll::csv::LineError).
///
/// ```
/// use banenafspraak::dialects::{Dialect, columns_of};
/// use banenafspraak::payroll::csv::File;
///
/// let error = Dialect::detect(b"", columns_of(File::Register)).unwrap_err();
/// assert_eq!((error.code(), error.to_string()), ("empty_file", "the file is empty".into()));
/// ```
///
/// # Codes
///
/// | code | what is wrong |
/// |---|---|
/// | `empty_file` | The file is empty, or has empty lines only |
/// | `mixed_decimals` | One number has a decimal point, another one a decimal comma |
/// | `mixed_separators` | The names of the header are between two separators |
///
/// and those of a [`Problem`] for a header that cannot be read, and for an input that fails.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DialectError {
    /// The file is empty, or has empty lines only.
    Empty,
    /// One number has a decimal point, another one a decimal comma.
    #[non_exhaustive]
    MixedDecimals {
        /// The line of the first number that shows a decimal sign.
        first_line: u64,
        /// The number.
        first: Excerpt,
        /// The line of the first number that shows the other one.
        other_line: u64,
        /// The number.
        other: Excerpt,
    },
    /// The names of the header are between two separators.
    MixedSeparators,
    /// The beginning cannot be read.
    Line(LineError),
}

impl DialectError {
    /// A stable snake_case word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty_file",
            Self::MixedDecimals { .. } => "mixed_decimals",
            Self::MixedSeparators => "mixed_separators",
            Self::Line(error) => error.code(),
        }
    }

    /// The line that it is about, where it is about one; the first is 1.
    pub const fn line(&self) -> Option<u64> {
        match self {
            Self::MixedDecimals { other_line, .. } => Some(*other_line),
            Self::MixedSeparators => Some(1),
            Self::Line(error) => Some(error.line),
            Self::Empty => None,
        }
    }

    /// The message in this language; the code is the same in each.
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }
}

impl fmt::Display for In<&DialectError> {
    #[rustfmt::skip]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use DialectError as Kind;
        use Language::{En, Nl};
        let Self(language, kind) = *self;
        match (language, kind) {
            (En, Kind::Empty) => f.write_str("the file is empty"),
            (Nl, Kind::Empty) => f.write_str("het bestand is leeg"),

            (En, Kind::MixedDecimals { first_line, first, other_line, other }) => write!(f, "`{first}` on line {first_line} and `{other}` on line {other_line} have different decimal signs; use one in the whole file"),
            (Nl, Kind::MixedDecimals { first_line, first, other_line, other }) => write!(f, "`{first}` op regel {first_line} en `{other}` op regel {other_line} hebben een ander decimaalteken; gebruik er een in het hele bestand"),

            (En, Kind::MixedSeparators) => f.write_str("line 1: different separators are between the names of the columns; use one in the whole file"),
            (Nl, Kind::MixedSeparators) => f.write_str("regel 1: tussen de namen van de kolommen staan verschillende scheidingstekens; gebruik er een in het hele bestand"),

            (_, Kind::Line(error)) => In(language, error).fmt(f),
        }
    }
}

/// In English.
impl fmt::Display for DialectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}

impl core::error::Error for DialectError {}

impl From<std::io::Error> for DialectError {
    fn from(error: std::io::Error) -> Self {
        Self::Line(LineError::new(1, Problem::from(error)))
    }
}
