//! The rows of a file of any dialect.

use std::io::Read;

use super::column::Column;
use super::decoded::Decoded;
use super::detect::{Detected, Given};
use super::dialect::Dialect;
use super::error::DialectError;
use super::header::Place;
use super::opened::{Whole, open};
use super::translated::{Row, Translated};
use crate::payroll::csv::LineError;

/// The rows of a file of any dialect, for a table that has no reader of its own.
///
/// ```
/// use banenafspraak::dialects::{Column, Given, Holds, RowReader};
///
/// const COLUMNS: &[Column] = &[
///     Column::new("id", &["werkgever"], Holds::Employer),
///     Column::new("paid_hours", &["verloonde_uren"], Holds::Number),
/// ];
/// let file = "Werkgever;Verloonde uren\nschool;1.664,50\n";
/// let mut rows = RowReader::open(file.as_bytes(), COLUMNS, Given::default())?;
/// let row = rows.read().unwrap()?;
/// assert_eq!((row.line(), row.get("id")), (2, Some("school")));
/// assert_eq!(row.get("paid_hours"), Some("1664.50"));
/// assert!(rows.read().is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct RowReader<R> {
    dialect: Dialect,
    is_plain: bool,
    rows: Translated<Whole<R>>,
}

impl<R> core::fmt::Debug for RowReader<R> {
    /// Nothing of the content, which can be personal data.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("RowReader").field("dialect", &self.dialect).finish_non_exhaustive()
    }
}

impl<R: Read> RowReader<R> {
    /// Opens a file of these columns.
    ///
    /// # Errors
    ///
    /// A [`DialectError`] where it cannot be said what the file is in.
    pub fn open(input: R, columns: &'static [Column], given: Given) -> Result<Self, DialectError> {
        let (detected, mut input) = open(input, columns, given)?;
        let Detected { dialect, mark, returns, is_plain } = detected;
        if is_plain {
            // The mark is not skipped where a file passes as it is.
            let mut mark = vec![0; mark];
            input.read_exact(&mut mark)?;
        }
        let input = Decoded::new(input, dialect.encoding, returns);
        let rows = Translated::open(input, columns, dialect)?;
        Ok(Self { dialect, is_plain, rows })
    }

    /// What the file is in, as its beginning shows it.
    pub const fn dialect(&self) -> &Dialect {
        &self.dialect
    }

    /// Whether it is in the plain form already.
    pub const fn is_plain(&self) -> bool {
        self.is_plain
    }

    /// The names of the columns, those that are known in the plain form.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.rows.places().iter().filter_map(Place::name)
    }

    /// The next row that is not empty; `None` at the end, and after an error that ends the reading.
    pub fn read(&mut self) -> Option<Result<Row<'_>, LineError>> {
        self.rows.next()
    }

    /// Whether the last line has no line end, once all rows are read: the file may have been cut off.
    pub fn ends_without_line_end(&self) -> bool {
        self.rows.ends_without_line_end()
    }
}
