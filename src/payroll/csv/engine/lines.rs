//! The records of a file, line by line.
//!
//! Positions and counts saturate, and never do: none is larger than memory.

use std::io::Read;

use super::fast::{Fast, Line};
use super::slow::{Found, Slow};
use crate::payroll::csv::columns::{Column, Columns};
use crate::payroll::csv::error::FileError;
use crate::payroll::csv::rows::{LONGEST, Rows};
use crate::payroll::employer_records::Keys;
use crate::payroll::record::Entry;

/// The records of a file. Most lines take the fast path; the slow one undoes quotes and finds what is
/// wrong.
#[derive(Debug)]
pub(in crate::payroll::csv) struct Lines<R> {
    rows: Rows<R>,
    columns: Columns<Column>,
    fast: Fast,
    slow: Slow,
    /// The length of the last line, which is used up when the next is read.
    pending: usize,
}

impl<R> Lines<R> {
    pub(in crate::payroll::csv) fn new(rows: Rows<R>, columns: Columns<Column>) -> Self {
        Self { rows, columns, fast: Fast::new(), slow: Slow::default(), pending: 0 }
    }

    /// Other rows with the same columns.
    #[cfg(feature = "parallel")]
    pub(in crate::payroll::csv) fn over<S>(&self, rows: Rows<S>) -> Lines<S> {
        Lines::new(rows, self.columns.clone())
    }

    pub(in crate::payroll::csv) fn rows(&self) -> &Rows<R> {
        &self.rows
    }

    pub(in crate::payroll::csv) fn columns(&self) -> &Columns<Column> {
        &self.columns
    }

    #[cfg(feature = "parallel")]
    pub(in crate::payroll::csv) fn into_rows(self) -> Rows<R> {
        self.rows
    }

    /// The line on which the next record begins; the header is line 1.
    pub(in crate::payroll::csv) fn line(&self) -> u64 {
        self.rows.line().saturating_add(u64::from(self.pending > 0))
    }
}

impl<R: Read> Lines<R> {
    /// Cuts off about `most` bytes, see [`Rows::cut`].
    #[cfg(feature = "parallel")]
    pub(in crate::payroll::csv) fn cut(
        &mut self,
        most: usize,
        buffer: Vec<u8>,
    ) -> Option<(Vec<u8>, u64)> {
        self.rows.cut(most, buffer)
    }

    /// Reads the next record into `entry`, and gives its keys; `None` at the end.
    #[inline]
    pub(in crate::payroll::csv) fn next(
        &mut self,
        entry: &mut Entry,
    ) -> Result<Option<Found<'_>>, FileError> {
        self.rows.use_bytes(core::mem::take(&mut self.pending));
        match self.fast.parse(self.rows.ahead(), self.columns.places(), entry) {
            // The line feed is in the length.
            Some(Line { employer, person, length }) if length <= LONGEST.saturating_add(1) => {
                self.pending = length;
                let (at, ahead) = (self.rows.line(), self.rows.ahead());
                let keys = ahead.get(employer).zip(ahead.get(person));
                let relation = match self.fast.relation() {
                    Some(place) => ahead.get(place).unwrap_or_default(),
                    None => b"",
                };
                Ok(keys.map(|(employer, person)| (at, employer, Keys { person, relation })))
            }
            _ => self.slow.next(&mut self.rows, &self.columns, entry),
        }
    }
}
