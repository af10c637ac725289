//! The records of the wage returns, streamed.

use std::io::Read;

use super::columns::{Column, FileNotes, Named, open};
use super::engine::{BLANK, Found, Lines};
use super::error::{File, FileError};
#[cfg(feature = "parallel")]
use super::rows::Rows;
use crate::payroll::employer_records::Keys;
use crate::payroll::record::{Entry, Record};

const fn named(column: Column, name: &'static str, needed: bool) -> Named<Column> {
    Named { column, name, needed }
}

const COLUMNS: &[Named<Column>] = &[
    named(Column::Employer, "employer", true),
    named(Column::Person, "person", true),
    named(Column::Period, "period", true),
    named(Column::PaidHours, "paid_hours", true),
    named(Column::PremiumWage, "premium_wage", true),
    named(Column::Kind, "kind", true),
    named(Column::EmployedFrom, "employed_from", false),
    named(Column::EmployedUntil, "employed_until", false),
    named(Column::FiledOn, "filed_on", false),
    named(Column::AsksLkv, "asks_lkv", false),
    named(Column::Relation, "relation", false),
];

/// Reads the records of the contract's CSV one by one, in memory that does not grow; made by
/// [`Options::records`](super::Options::records).
///
/// ```
/// use banenafspraak::payroll::csv::Options;
///
/// let file = "employer,person,period,paid_hours,premium_wage,kind\n\
///             bakery,p-17,2026-01,110,1980.50,ordinary\n";
/// let mut records = Options::new().records(file.as_bytes())?;
/// let record = records.read()?.unwrap();
/// assert_eq!((record.employer, record.entry.paid_hours.to_string()), ("bakery", "110".into()));
/// assert!(!records.has_corrections());
/// assert!(records.read()?.is_none());
/// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
/// ```
#[derive(Debug)]
pub struct RecordReader<R> {
    lines: Lines<R>,
}

impl<R> RecordReader<R> {
    /// A reader with the same columns and nothing to read.
    #[cfg(feature = "parallel")]
    pub(super) fn without_input(&self) -> RecordReader<()> {
        RecordReader { lines: self.lines.over(Rows::new(())) }
    }

    /// A reader of other lines with the same columns.
    #[cfg(feature = "parallel")]
    pub(super) fn with_bytes(&self, bytes: Vec<u8>, line: u64) -> RecordReader<std::io::Empty> {
        RecordReader { lines: self.lines.over(Rows::of_bytes(bytes, line)) }
    }

    /// Whether the file has a column of when returns were filed, when employments began or ended, or
    /// which relation they are, so that it is not a file of
    /// [final records](crate::payroll::Payroll::of_final_records).
    pub fn has_corrections(&self) -> bool {
        let columns =
            [Column::FiledOn, Column::EmployedFrom, Column::EmployedUntil, Column::Relation];
        columns.into_iter().any(|column| self.lines.columns().has(column))
    }

    /// What should be known about the file; of its end that is known once it is read.
    pub fn notes(&self) -> FileNotes {
        FileNotes {
            ignored_columns: self.lines.columns().ignored().to_vec(),
            ends_without_line_end: self.lines.rows().ends_without_line_end(),
        }
    }

    /// The line on which the next record begins; the header is line 1.
    pub fn line(&self) -> u64 {
        self.lines.line()
    }
}

#[cfg(feature = "parallel")]
impl RecordReader<std::io::Empty> {
    /// The bytes it was made of, to be used again.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.lines.into_rows().into_bytes()
    }
}

impl<R: Read> RecordReader<R> {
    pub(super) fn open(input: R, ignore_extra_columns: bool) -> Result<Self, FileError> {
        let (rows, columns) = open(input, File::Records, COLUMNS, ignore_extra_columns)?;
        Ok(Self { lines: Lines::new(rows, columns) })
    }

    /// Cuts off about `most` bytes into a buffer, whole lines without quotes, and the number of
    /// the first line; `None` where there are none.
    #[cfg(feature = "parallel")]
    pub(super) fn cut(&mut self, most: usize, buffer: Vec<u8>) -> Option<(Vec<u8>, u64)> {
        self.lines.cut(most, buffer)
    }

    /// The next record; `None` at the end of the file.
    ///
    /// ```
    /// use banenafspraak::payroll::csv::Options;
    ///
    /// let file = "employer,person,period,paid_hours,premium_wage,kind\n\
    ///             bakery,p-17,2026-13,110,1980.50,ordinary\n\
    ///             bakery,p-18,2026-01,173,3100.00,ordinary\n";
    /// let mut records = Options::new().records(file.as_bytes())?;
    /// assert_eq!(records.line(), 2);
    /// let error = records.read().unwrap_err();
    /// assert_eq!((error.line, error.is_of_one_line()), (2, true));
    /// assert_eq!(error.employer.as_deref(), Some("bakery"));
    /// assert_eq!(records.read()?.unwrap().person, "p-18");
    /// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A [`FileError`]. If it [`is_of_one_line`](FileError::is_of_one_line), reading can go on
    /// with the next record.
    pub fn read(&mut self) -> Result<Option<Record<'_>>, FileError> {
        let mut entry = BLANK;
        match self.next(&mut entry)? {
            None => Ok(None),
            Some((_, employer, Keys { person, relation })) => {
                // Checked when they were read.
                let text = |key| core::str::from_utf8(key).unwrap_or_default();
                let record = Record::new(text(employer), text(person), entry);
                Ok(Some(record.with_relation(text(relation))))
            }
        }
    }

    /// Reads the next record into `entry`, and gives its keys; `None` at the end.
    #[inline]
    pub(super) fn next(&mut self, entry: &mut Entry) -> Result<Option<Found<'_>>, FileError> {
        self.lines.next(entry)
    }
}
