//! Errors with a place: which file, which line, which column.

use core::fmt;

use jiff::civil::Date;

use crate::error::{Error, Excerpt};
use crate::language::{In, Language};
use crate::law::words;
use crate::payroll::employers::ContradictingEmployer;
use crate::payroll::tijdvak::Aangiftetijdvak;

words! {
    /// One of the payroll files of the contract.
    ///
    /// ```
    /// use banenafspraak::payroll::csv::File;
    ///
    /// assert_eq!(File::Register.word(), "register");
    /// assert_eq!("records".parse(), Ok(File::Records));
    /// assert_eq!("wages".parse::<File>().unwrap_err().code(), "unknown_word");
    /// ```
    #[non_exhaustive]
    File, "file" {
        /// Employers and their sectors.
        Employers = "employers",
        /// The records of the wage returns.
        Records = "records",
        /// The doelgroepregister.
        Register = "register",
        /// The attributions of lent-out hours.
        Attributions = "attributions",
    }
}

/// What is wrong in a file, and on which line.
///
/// Of the content the refused value is shown, as it is in its column, and keys of employers.
/// Where columns are swapped that value can be a person's key: a pseudonym keeps a person out of
/// the log.
///
/// ```
/// use banenafspraak::payroll::csv::{File, Options};
///
/// let error = Options::new().records(&b"employer,person\n"[..]).unwrap_err();
/// assert_eq!((error.file, error.line, error.code()), (File::Records, 1, "missing_column"));
/// assert_eq!(error.to_string(), "records, line 1: column period is missing");
/// assert!(!error.is_of_one_line());
/// ```
///
/// ```
/// use banenafspraak::payroll::csv::Options;
///
/// let read = |file: &str| Options::new().register(file.as_bytes())?.read_all();
/// let error = read("person,from,until\np-17,yesterday,\n").unwrap_err(); // no word of p-17
/// assert_eq!(
///     error.to_string(),
///     "register, line 2: from: `yesterday` is not a date such as 2026-03-31"
/// );
/// let swapped = read("person,from,until\n2026-01-10,p-17,\n").unwrap_err();
/// assert_eq!(
///     swapped.to_string(),
///     "register, line 2: from: `p-17` is not a date such as 2026-03-31"
/// );
/// ```
///
/// # Codes
///
/// Besides those of [`Error`] for a refused value:
///
/// | code | what is wrong |
/// |---|---|
/// | `contradiction` | An employer has two rows with different facts in the file of employers |
/// | `control_character` | A key with a control character or a byte order mark, which nobody sees |
/// | `duplicate_column` | A column occurs twice |
/// | `employed_after_period` | An employment begins after the period in which it is paid for |
/// | `empty` | A field that may not be empty is |
/// | `field_count` | A line has more or fewer fields than the header |
/// | `filed_before_period` | A return is filed before its period begins |
/// | `line_break` | A key with a line break |
/// | `missing_column` | A needed column is missing |
/// | `not_grouped` | Records promised to be in groups by employer are not |
/// | `not_utf8` | The bytes are not UTF-8 |
/// | `read` | Reading failed |
/// | `repeated_line` | An attribution that repeats an earlier line |
/// | `semicolons` | The header is one column, its names between semicolons |
/// | `tabs` | The header is one column, its names between tabs |
/// | `text_after_quote` | Text between the quote that ends a field and the comma |
/// | `too_long` | A record is longer than any can be |
/// | `unclosed_quote` | The file ends within quotes |
/// | `unknown_column` | A column is in no header of this file |
/// | `unknown_employer` | An employer that is not in the file of employers |
/// | `utf16` | The file is in UTF-16 |
/// | `white_space` | A key that begins or ends with white space, which nobody sees |
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileError {
    /// Which file.
    pub file: File,
    /// The line on which the record begins; the header is line 1.
    pub line: u64,
    /// The line on which it ends: a later one only where quotes hold line breaks.
    pub last_line: u64,
    /// The employer of the line, where it could be read, without what nobody sees in its key: its
    /// totals are not complete.
    pub employer: Option<Box<str>>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a line.
///
/// ```
/// use banenafspraak::payroll::csv::{Options, Problem};
///
/// let file = "employer,sector\nbakery\n";
/// let error = Options::new().employers(file.as_bytes())?.read_all().unwrap_err();
/// assert!(matches!(error.problem, Problem::FieldCount { found: 1, expected: 2, .. }));
/// assert_eq!(error.problem.to_string(), "1 fields, where the header has 2");
/// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// A value is refused.
    Value(Error),
    /// A column is in no header of this file.
    #[non_exhaustive]
    UnknownColumn {
        /// Its name.
        name: Excerpt,
        /// The columns of this file.
        known: Box<str>,
    },
    /// The header is one column, its names between semicolons.
    Semicolons,
    /// The header is one column, its names between tabs.
    Tabs,
    /// The file is in UTF-16.
    Utf16,
    /// A needed column is missing.
    #[non_exhaustive]
    MissingColumn {
        /// Its name.
        name: &'static str,
    },
    /// A column occurs twice.
    #[non_exhaustive]
    DuplicateColumn {
        /// Its name.
        name: &'static str,
    },
    /// A line has more or fewer fields than the header.
    #[non_exhaustive]
    FieldCount {
        /// How many it has.
        found: usize,
        /// How many the header has.
        expected: usize,
    },
    /// A field that may not be empty is.
    #[non_exhaustive]
    Empty {
        /// The column.
        column: &'static str,
    },
    /// A key with a line break: a quote before it is not closed, and lines are lost in the key.
    #[non_exhaustive]
    LineBreak {
        /// The column.
        column: &'static str,
    },
    /// A key that begins or ends with white space, which nobody sees.
    #[non_exhaustive]
    WhiteSpace {
        /// The column.
        column: &'static str,
    },
    /// A key with a control character or a byte order mark, which nobody sees.
    #[non_exhaustive]
    ControlCharacter {
        /// The column.
        column: &'static str,
    },
    /// Text between the quote that ends a field and the comma: `"10"0`.
    TextAfterQuote,
    /// A return is filed before its period begins.
    #[non_exhaustive]
    FiledBeforePeriod {
        /// The day of filing.
        filed_on: Date,
        /// The period.
        period: Aangiftetijdvak,
    },
    /// An employment begins after the period in which it is paid for.
    #[non_exhaustive]
    EmployedAfterPeriod {
        /// The first day of the employment.
        employed_from: Date,
        /// The period.
        period: Aangiftetijdvak,
    },
    /// The bytes are not UTF-8.
    NotUtf8,
    /// A record is longer than any can be: most likely a quote that is never closed.
    #[non_exhaustive]
    TooLong {
        /// The most bytes of a record.
        limit: usize,
    },
    /// The file ends within quotes: what was read since they began is lost.
    UnclosedQuote,
    /// An employer has two rows with different facts in the file of employers. A row that repeats
    /// the first is accepted.
    ContradictingEmployer(ContradictingEmployer),
    /// An employer that is not in the file of employers. It is reported once; where a file has a
    /// hundred thousand of them, perhaps again with later records: memory does not grow with the
    /// file.
    #[non_exhaustive]
    UnknownEmployer {
        /// The employer's key.
        employer: Box<str>,
    },
    /// A line is the same as an earlier one: its hours would count twice. If both were meant, one line
    /// has their sum.
    #[non_exhaustive]
    RepeatedLine {
        /// The line that it repeats.
        first: u64,
    },
    /// Records promised to be in groups by employer are not.
    #[non_exhaustive]
    NotGrouped {
        /// The employer's key.
        employer: Box<str>,
    },
    /// Reading failed.
    #[non_exhaustive]
    Read {
        /// What the reader says.
        message: Box<str>,
    },
}

impl File {
    /// The file in this language: in English its word, in Dutch its name with that word.
    pub fn localized(self, language: Language) -> impl fmt::Display {
        In(language, self)
    }
}

impl fmt::Display for In<File> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, file) = *self;
        let dutch = match (language, file) {
            (Language::En, _) => return file.fmt(f),
            (Language::Nl, File::Employers) => "werkgevers",
            (Language::Nl, File::Records) => "aangiften",
            (Language::Nl, File::Register) => "doelgroepregister",
            (Language::Nl, File::Attributions) => "toegerekende uren",
        };
        write!(f, "{dutch} ({file})")
    }
}

impl FileError {
    pub(crate) fn new(file: File, line: u64, problem: impl Into<Problem>) -> Self {
        Self { file, line, last_line: line, employer: None, problem: problem.into() }
    }

    /// The same error, of a record that the line before this one ends.
    pub(super) fn ending_before(self, next_line: u64) -> Self {
        // Of a file without lines it is the first.
        Self { last_line: next_line.saturating_sub(1).max(self.line), ..self }
    }

    /// The same error, of a line of this employer.
    pub(super) fn of_employer(self, employer: &str) -> Self {
        let employer = Some(employer.into()).filter(|_| !employer.is_empty());
        Self { employer, ..self }
    }

    /// The message in this language; code, file and lines are the same in each.
    ///
    /// ```
    /// use banenafspraak::Language;
    /// use banenafspraak::payroll::csv::Options;
    ///
    /// let error = Options::new().register(&b"person,from\n"[..]).unwrap_err();
    /// let dutch = error.localized(Language::Nl).to_string();
    /// assert_eq!(dutch, "doelgroepregister (register), regel 1: kolom `until` (t/m) ontbreekt");
    /// ```
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }

    /// A stable snake_case word for programs.
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// Whether the rest of the file can still be read: the line alone is at fault. A refused record
    /// of several lines is between quotes that may be wrong: records may be lost in it.
    pub fn is_of_one_line(&self) -> bool {
        self.last_line == self.line && self.problem.leaves_the_rest()
    }
}

impl Problem {
    /// A stable snake_case word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Value(error) => error.code(),
            Self::UnknownColumn { .. } => "unknown_column",
            Self::Semicolons => "semicolons",
            Self::Tabs => "tabs",
            Self::Utf16 => "utf16",
            Self::MissingColumn { .. } => "missing_column",
            Self::DuplicateColumn { .. } => "duplicate_column",
            Self::FieldCount { .. } => "field_count",
            Self::Empty { .. } => "empty",
            Self::LineBreak { .. } => "line_break",
            Self::WhiteSpace { .. } => "white_space",
            Self::ControlCharacter { .. } => "control_character",
            Self::TextAfterQuote => "text_after_quote",
            Self::FiledBeforePeriod { .. } => "filed_before_period",
            Self::EmployedAfterPeriod { .. } => "employed_after_period",
            Self::NotUtf8 => "not_utf8",
            Self::TooLong { .. } => "too_long",
            Self::UnclosedQuote => "unclosed_quote",
            Self::ContradictingEmployer(_) => "contradiction",
            Self::UnknownEmployer { .. } => "unknown_employer",
            Self::RepeatedLine { .. } => "repeated_line",
            Self::NotGrouped { .. } => "not_grouped",
            Self::Read { .. } => "read",
        }
    }

    /// Whether the lines after it can be read.
    pub(super) const fn leaves_the_rest(&self) -> bool {
        !matches!(
            self,
            Self::UnknownColumn { .. }
                | Self::Semicolons
                | Self::Tabs
                | Self::Utf16
                | Self::MissingColumn { .. }
                | Self::DuplicateColumn { .. }
                | Self::TooLong { .. }
                | Self::UnclosedQuote
                | Self::NotGrouped { .. }
                | Self::Read { .. }
        )
    }
}

/// The place, and what is wrong there, in each language.
impl fmt::Display for In<&FileError> {
    #[rustfmt::skip]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, FileError { file, line, last_line, problem, .. }) = *self;
        match (language, last_line == line) {
            (Language::En, true) => write!(f, "{file}, line {line}: ")?,
            (Language::En, false) => write!(f, "{file}, lines {line} to {last_line}: ")?,
            (Language::Nl, true) => write!(f, "{}, regel {line}: ", In(Language::Nl, *file))?,
            (Language::Nl, false) => write!(f, "{}, regels {line} t/m {last_line}: ", In(Language::Nl, *file))?,
        }
        In(language, problem).fmt(f)
    }
}

/// In English.
impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}

impl core::error::Error for FileError {}

impl core::error::Error for Problem {}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Self::Value(error)
    }
}

impl From<ContradictingEmployer> for Problem {
    fn from(error: ContradictingEmployer) -> Self {
        Self::ContradictingEmployer(error)
    }
}

impl From<std::io::Error> for Problem {
    /// What the input says, or the problem itself where an adapter in front of the reader found it.
    fn from(error: std::io::Error) -> Self {
        match error.downcast::<Self>() {
            Ok(problem) => problem,
            Err(error) => Self::Read { message: error.to_string().into() },
        }
    }
}
