//! What is a row of a table.

use super::cell::Cell;
use crate::language::Phrase;

/// A row of a table: its columns, and what is in each.
///
/// ```
/// use banenafspraak::Jobs;
/// use banenafspraak::tables::{Cell, Column, Form, Row, TableWriter};
///
/// struct Town(&'static str, Jobs);
///
/// impl Row for Town {
///     const COLUMNS: &'static [Column<Self>] = &[
///         Column::new("town", "plaats", |town| Cell::text(town.0)),
///         Column::new("jobs", "banen", |town| Cell::of(town.1)),
///     ];
/// }
///
/// let mut table = TableWriter::new(Vec::new(), Form::plain())?;
/// table.write(&Town("Utrecht", Jobs::whole(12)))?;
/// assert_eq!(table.into_inner(), b"town,jobs\nUtrecht,12.0\n");
/// # Ok::<(), std::io::Error>(())
/// ```
pub trait Row: Sized + 'static {
    /// The columns in order.
    const COLUMNS: &'static [Column<Self>];
}

/// A column of a table.
pub struct Column<T: 'static> {
    pub(super) name: Phrase,
    pub(super) cell: for<'a> fn(&'a T) -> Cell<'a>,
}

impl<T> Column<T> {
    /// A column by its names in English and Dutch, and what it has of a row.
    pub const fn new(
        english: &'static str,
        dutch: &'static str,
        cell: for<'a> fn(&'a T) -> Cell<'a>,
    ) -> Self {
        Self::named(Phrase::new(english, dutch), cell)
    }

    pub(super) const fn named(name: Phrase, cell: for<'a> fn(&'a T) -> Cell<'a>) -> Self {
        Self { name, cell }
    }
}

impl<T> core::fmt::Debug for Column<T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_tuple("Column").field(&self.name).finish()
    }
}
