//! Rows as they come.

use core::marker::PhantomData;
use std::io::{self, Write};

use super::cell::Cell;
use super::form::Form;
use super::row::Row;

/// Writes a table row by row, its header first; see the [module](super).
pub struct TableWriter<W, T> {
    out: W,
    form: Form,
    /// The line at hand, used again.
    line: String,
    rows: PhantomData<fn(T)>,
}

impl<W, T> core::fmt::Debug for TableWriter<W, T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("TableWriter").field("form", &self.form).finish_non_exhaustive()
    }
}

impl<W: Write, T> TableWriter<W, T> {
    /// Where the table is written.
    pub fn into_inner(self) -> W {
        self.out
    }

    /// Where the table is written, to flush it.
    pub const fn get_mut(&mut self) -> &mut W {
        &mut self.out
    }

    fn line<'a>(&mut self, cells: impl Iterator<Item = Cell<'a>>) -> io::Result<()> {
        for (place, cell) in cells.enumerate() {
            if place > 0 {
                self.line.push(self.form.separator());
            }
            cell.write(self.form, &mut self.line);
        }
        self.line.push_str(self.form.line_end());
        let written = self.out.write_all(self.line.as_bytes());
        self.line.clear();
        written
    }
}

impl<W: Write, T: Row> TableWriter<W, T> {
    /// Writes the header.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn new(out: W, form: Form) -> io::Result<Self> {
        let mut table = Self { out, form, line: form.beginning().to_owned(), rows: PhantomData };
        table.line(T::COLUMNS.iter().map(|column| Cell::Word(column.name)))?;
        Ok(table)
    }

    /// Writes a row.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write(&mut self, row: &T) -> io::Result<()> {
        self.line(T::COLUMNS.iter().map(|column| (column.cell)(row)))
    }
}
