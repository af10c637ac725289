//! A line that an adapter in front of a reader rejects.

use core::fmt;

use super::error::{File, FileError, Problem};
use crate::language::{In, Language};

/// What is wrong with a record of a file that an adapter reads before [`Options`](super::Options) does.
///
/// An adapter gives it as the payload of an [`io::Error`](std::io::Error), once all lines before the
/// record are read; its next bytes are those of the line after the record. The reader then reports the
/// record as its own, and reads on.
///
/// ```
/// use banenafspraak::payroll::csv::{LineError, Options, Problem};
/// use std::io::{self, Read};
///
/// /// A file whose second line is rejected.
/// struct Rejecting(u8);
///
/// impl Read for Rejecting {
///     fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
///         self.0 += 1;
///         let mut text = match self.0 {
///             1 => &b"employer,sector\n"[..],
///             2 => return Err(io::Error::other(LineError::new(2, Problem::TextAfterQuote))),
///             3 => &b"school,overheid\n"[..],
///             _ => &b""[..],
///         };
///         text.read(buffer)
///     }
/// }
///
/// let mut lines = Options::new().employers(Rejecting(0))?;
/// let error = lines.next().unwrap().unwrap_err();
/// assert_eq!((error.line, error.code()), (2, "text_after_quote"));
/// assert!(lines.next().unwrap().is_ok());
/// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LineError {
    /// The line on which the record begins; the header is line 1.
    pub line: u64,
    /// The line on which it ends.
    pub last_line: u64,
    /// The employer of the record, where it could be read.
    pub employer: Option<Box<str>>,
    /// What is wrong.
    pub problem: Problem,
}

impl LineError {
    /// What is wrong with a record of one line.
    pub fn new(line: u64, problem: impl Into<Problem>) -> Self {
        Self { line, last_line: line, employer: None, problem: problem.into() }
    }

    /// The error of an adapter, if it is one of a record.
    pub(super) fn of(error: std::io::Error) -> Result<Self, std::io::Error> {
        error.downcast()
    }

    /// The message in this language; code and lines are the same in each.
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }

    /// A stable snake_case word for programs, see [`FileError`].
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// Whether the rest of the file can still be read, see [`FileError::is_of_one_line`].
    pub fn is_of_one_line(&self) -> bool {
        self.last_line == self.line && self.problem.leaves_the_rest()
    }

    /// The same error, in a payroll file.
    pub fn in_file(self, file: File) -> FileError {
        let Self { line, last_line, employer, problem } = self;
        FileError { file, line, last_line, employer, problem }
    }
}

/// The place, and what is wrong there, in each language.
impl fmt::Display for In<&LineError> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, LineError { line, last_line, problem, .. }) = *self;
        match (language, last_line == line) {
            (Language::En, true) => write!(f, "line {line}: ")?,
            (Language::En, false) => write!(f, "lines {line} to {last_line}: ")?,
            (Language::Nl, true) => write!(f, "regel {line}: ")?,
            (Language::Nl, false) => write!(f, "regels {line} t/m {last_line}: ")?,
        }
        In(language, problem).fmt(f)
    }
}

/// In English.
impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}

impl core::error::Error for LineError {}
