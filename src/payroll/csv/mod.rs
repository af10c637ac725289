//! The payroll files of the contract: CSV in UTF-8 with commas, a header line, and decimal points.
//!
//! Columns are found by name. Files are streamed; an error has the file and the line, and the
//! caller chooses whether to stop at the first or to be told of all ([`OnError`]).
//!
//! ```
//! use banenafspraak::payroll::csv::{ExtraColumns, RecordReader};
//!
//! let file = "employer,person,period,paid_hours,premium_wage,kind\n\
//!             bakery,p-17,2026-01,110,1980.50,ordinary\n";
//! let mut records = RecordReader::new(file.as_bytes(), ExtraColumns::Refused)?;
//! assert_eq!(records.read()?.unwrap().person, "p-17");
//! # Ok::<(), banenafspraak::payroll::csv::FileError>(())
//! ```

mod columns;
mod employers;
mod error;
mod fast;
#[cfg(feature = "parallel")]
mod parallel;
mod records;
mod rows;
mod tables;

pub use columns::ExtraColumns;
pub use employers::{Each, Sources, Summary};
pub use error::{File, FileError, Problem};
pub use records::RecordReader;
pub use tables::{
    Employer, Employers, read_attributions, read_attributions_by_year, read_register,
};

use std::io::Read;

use jiff::civil::Date;

use crate::error::Error;
use crate::law::date;
use columns::{Columns, Named};
use rows::Rows;

/// What is done with a line that cannot be read.
///
/// ```
/// use banenafspraak::payroll::csv::{Employers, ExtraColumns, FileError, OnError};
///
/// let file = "employer,sector\nbakery,market\nschool,overheid\n";
/// let mut told = Vec::new();
/// let mut tell = |error: FileError| told.push(error.to_string());
/// let employers =
///     Employers::read(file.as_bytes(), ExtraColumns::Refused, OnError::Tell(&mut tell))?;
/// assert_eq!(employers.len(), 1);
/// assert_eq!(told, ["employers, line 2: sector: `market` is not one of overheid, markt"]);
/// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
/// ```
#[non_exhaustive]
pub enum OnError<'a> {
    /// Reading stops with its error.
    Stop,
    /// The error is told, and reading goes on with the next line.
    Tell(&'a mut dyn FnMut(FileError)),
}

impl core::fmt::Debug for OnError<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Stop => "Stop",
            Self::Tell(_) => "Tell",
        })
    }
}

impl OnError<'_> {
    /// Tells of an error, or stops with it.
    ///
    /// ```
    /// use banenafspraak::payroll::csv::{Employers, ExtraColumns, FileError, OnError};
    ///
    /// let file = "employer,sector\nbakery,market\n";
    /// let read = Employers::read(file.as_bytes(), ExtraColumns::Refused, OnError::Stop);
    /// let error = read.unwrap_err();
    /// assert_eq!(OnError::Stop.meet(error.clone()), Err(error.clone()));
    /// let mut told = 0;
    /// let mut tell = |_: FileError| told += 1;
    /// assert_eq!(OnError::Tell(&mut tell).meet(error), Ok(()));
    /// assert_eq!(told, 1);
    /// ```
    ///
    /// # Errors
    ///
    /// The error itself where reading is to stop, or cannot go on.
    pub fn meet(&mut self, error: FileError) -> Result<(), FileError> {
        match self {
            Self::Tell(tell) if error.is_of_one_line() => {
                tell(error);
                Ok(())
            }
            _ => Err(error),
        }
    }
}

/// Opens a file: its rows, and the columns of its header.
fn open<R: Read, C: Copy + PartialEq>(
    input: R,
    file: File,
    all: &'static [Named<C>],
    extra: ExtraColumns,
) -> Result<(Rows<R>, Columns<C>), FileError> {
    let mut rows = Rows::new(input);
    let columns = rows.skip_byte_order_mark().and_then(|()| match rows.unquoted()? {
        Some(header) => Columns::of(header, all, extra),
        None => match all.iter().find(|named| named.needed) {
            Some(first) => Err(Problem::MissingColumn { name: first.name }),
            None => Err(Problem::FieldCount { found: 0, expected: all.len() }),
        },
    });
    columns.map(|columns| (rows, columns)).map_err(|problem| FileError::new(file, 1, problem))
}

/// Whether a key is one: not empty, and of one line.
fn check_key(column: &'static str, key: &str) -> Result<(), Problem> {
    match key {
        "" => Err(Problem::Empty { column }),
        _ if key.contains('\n') => Err(Problem::LineBreak { column }),
        _ => Ok(()),
    }
}

fn optional_date(field: &'static str, text: &str) -> Result<Option<Date>, Error> {
    if text.is_empty() { Ok(None) } else { date(field, text).map(Some) }
}
