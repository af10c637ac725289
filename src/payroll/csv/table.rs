//! The files that fit in memory, read line by line: employers, the doelgroepregister, attributions.

use std::io::Read;

use super::cells::{check_key, visible};
use super::columns::{Columns, FileNotes, Named, open};
use super::error::{File, FileError, Problem};
use super::rows::Rows;
use crate::error::Error;

/// Reads a table line by line; made by [`Options`](super::Options).
///
/// It is an iterator: each step adds one line to the table, or reports what is wrong with it. After an
/// error [of one line](FileError::is_of_one_line) the next step reads the next line; another one ends
/// the reading.
///
/// ```
/// use banenafspraak::payroll::csv::Options;
///
/// let file = "employer,sector\nbakery,region\nschool,overheid\n";
/// let mut lines = Options::new().employers(file.as_bytes())?;
/// let errors: Vec<_> = lines.by_ref().filter_map(Result::err).collect();
/// assert_eq!(
///     errors[0].to_string(),
///     "employers, line 2: sector: `region` is not one of overheid, markt"
/// );
/// assert_eq!(lines.into_table().len(), 1);
/// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
/// ```
pub struct TableReader<R, T: Table> {
    rows: Rows<R>,
    columns: Columns<T::Column>,
    table: T,
    seen: T::Seen,
    ended: bool,
}

/// A table of the contract that can be read from a file.
pub trait Table: Sized + sealed::Table {}

pub(super) mod sealed {
    use super::{File, Line, Named, Problem};

    pub trait Table: Default {
        type Column: Copy + PartialEq + 'static;
        /// What is remembered of the lines before.
        type Seen: Default;
        const FILE: File;
        const COLUMNS: &'static [Named<Self::Column>];
        /// The column of the employer that a line is of.
        const EMPLOYER: Option<Self::Column>;
        fn add(
            &mut self,
            line: &Line<'_, Self::Column>,
            seen: &mut Self::Seen,
        ) -> Result<(), Problem>;
    }
}

impl<T: sealed::Table> Table for T {}

impl<R, T: Table> core::fmt::Debug for TableReader<R, T> {
    /// Nothing of the content, which can be personal data.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("TableReader").field("file", &T::FILE).finish_non_exhaustive()
    }
}

impl<R, T: Table> TableReader<R, T> {
    /// What should be known about the file; of its end that is known once it is read.
    pub fn notes(&self) -> FileNotes {
        FileNotes {
            ignored_columns: self.columns.ignored().to_vec(),
            ends_without_line_end: self.rows.ends_without_line_end(),
        }
    }

    /// The table, of the lines that were read.
    pub fn into_table(self) -> T {
        self.table
    }
}

impl<R: Read, T: Table> TableReader<R, T> {
    pub(super) fn open(input: R, ignore_extra_columns: bool) -> Result<Self, FileError> {
        let (rows, columns) = open(input, T::FILE, T::COLUMNS, ignore_extra_columns)?;
        Ok(Self { rows, columns, table: T::default(), seen: T::Seen::default(), ended: false })
    }

    /// The whole table.
    ///
    /// # Errors
    ///
    /// The first [`FileError`].
    pub fn read_all(mut self) -> Result<T, FileError> {
        for line in &mut self {
            line?;
        }
        Ok(self.table)
    }

    /// Adds the next line to the table; `None` at the end.
    fn read(&mut self) -> Result<Option<()>, FileError> {
        // Empty lines are skipped first, so that the line is that of the record.
        let ahead = self.rows.has_line();
        let number = self.rows.line();
        let (problem, employer) = match ahead.and_then(|_| self.rows.unquoted()) {
            Ok(None) => return Ok(None),
            Ok(Some(line)) => {
                let added = self.columns.fields(line).and_then(|fields| {
                    self.table.add(&Line { number, fields: fields.collect() }, &mut self.seen)
                });
                let Err(problem) = added else { return Ok(Some(())) };
                let employer = T::EMPLOYER.and_then(|column| self.columns.text_of(column, line));
                (problem, visible(employer.unwrap_or_default()))
            }
            Err(problem) => (problem, String::new()),
        };
        if let Some(rejected) = self.rows.take_rejected() {
            return Err(rejected.in_file(T::FILE));
        }
        let error = FileError::new(T::FILE, number, problem).ending_before(self.rows.line());
        Err(error.of_employer(&employer))
    }
}

impl<R: Read, T: Table> Iterator for TableReader<R, T> {
    type Item = Result<(), FileError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let read = self.read();
        self.ended = match &read {
            Ok(line) => line.is_none(),
            Err(error) => !error.is_of_one_line(),
        };
        read.transpose()
    }
}

/// A line's fields by their columns; a column that the file does not have is empty.
#[derive(Debug)]
pub struct Line<'l, C> {
    /// The line on which it begins.
    pub(super) number: u64,
    fields: Vec<(C, &'l str)>,
}

impl<'l, C: Copy + PartialEq> Line<'l, C> {
    pub(super) fn text(&self, column: C) -> &'l str {
        self.fields.iter().find(|(own, _)| *own == column).map_or("", |(_, text)| text)
    }

    pub(super) fn key(&self, column: C, name: &'static str) -> Result<&'l str, Problem> {
        let key = self.text(column);
        check_key(name, key).map(|()| key)
    }

    pub(super) fn optional<T: core::str::FromStr<Err = Error>>(
        &self,
        column: C,
        name: &'static str,
    ) -> Result<Option<T>, Error> {
        let text = self.text(column);
        let read = (!text.is_empty()).then(|| text.parse());
        read.transpose().map_err(|error: Error| error.about(name))
    }
}
