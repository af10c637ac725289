//! A file of any dialect as a file of the plain form.

use std::io::{self, Read};

use super::column::Column;
use super::decoded::Decoded;
use super::detect::Given;
use super::dialect::Dialect;
use super::error::DialectError;
use super::header::Place;
use super::opened::{Whole, open};
use super::translated::{Row, Translated};
use crate::payroll::csv::LineError;

/// The bytes that are translated at once.
const BLOCK: usize = 1 << 16;

/// A file of any dialect, read in the plain form: give it to [`Options`](crate::payroll::csv::Options).
///
/// A line of it is a line of the file, so that lines in errors are those of the file. A file whose first
/// 256 kilobytes are plain passes as it is. A line that cannot be translated is a
/// [`LineError`] in its place; memory does not grow with the file.
///
/// ```
/// use banenafspraak::dialects::{Given, Plain, columns_of};
/// use banenafspraak::payroll::csv::{File, Options};
///
/// let file = "Werkgever;Sector;Quotumpercentage\nbakkerij;markt;2,1%\nschool;overheid;\n";
/// let plain = Plain::open(file.as_bytes(), columns_of(File::Employers), Given::default())?;
/// assert_eq!(
///     plain.dialect().to_string(),
///     "semicolon between columns, decimal comma, Dutch headers, UTF-8"
/// );
/// let employers = Options::new().employers(plain)?.read_all()?;
/// assert_eq!(employers.get("bakkerij").unwrap().quotumpercentage.unwrap().to_string(), "2.10");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Plain<R> {
    dialect: Dialect,
    source: Source<R>,
}

enum Source<R> {
    AsItIs(Whole<R>),
    Translated(Box<Written<Whole<R>>>),
}

impl<R> core::fmt::Debug for Plain<R> {
    /// Nothing of the content, which can be personal data.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Plain").field("dialect", &self.dialect).finish_non_exhaustive()
    }
}

impl<R: Read> Plain<R> {
    /// Opens a file of these columns.
    ///
    /// # Errors
    ///
    /// A [`DialectError`] where it cannot be said what the file is in.
    pub fn open(input: R, columns: &'static [Column], given: Given) -> Result<Self, DialectError> {
        let (detected, input) = open(input, columns, given)?;
        let dialect = detected.dialect;
        let source = if detected.is_plain {
            Source::AsItIs(input)
        } else {
            let input = Decoded::new(input, dialect.encoding, detected.returns);
            Source::Translated(Box::new(Written::new(Translated::open(input, columns, dialect)?)))
        };
        Ok(Self { dialect, source })
    }
}

impl<R> Plain<R> {
    /// What the file is in, as its beginning shows it.
    pub const fn dialect(&self) -> &Dialect {
        &self.dialect
    }

    /// Whether the file is translated; otherwise it is plain and passes as it is.
    pub const fn is_translated(&self) -> bool {
        matches!(self.source, Source::Translated(_))
    }
}

impl<R: Read> Plain<R> {
    /// The name in the file of a column of the plain form; `None` where it is the same, or where the file
    /// does not have it.
    pub fn name_in_file(&self, name: &str) -> Option<&str> {
        let found = self.places().iter().find_map(|place| match place {
            Place::Column(column, own) if column.name == name => Some(&**own),
            _ => None,
        });
        found.filter(|own| *own != name)
    }

    /// The columns that are known and not used, such as `grondslag` of the register.
    pub fn unused_columns(&self) -> impl Iterator<Item = &str> {
        self.places().iter().filter_map(|place| match place {
            Place::Unused(name) => Some(&**name),
            _ => None,
        })
    }

    fn places(&self) -> &[Place] {
        match &self.source {
            Source::AsItIs(_) => &[],
            Source::Translated(written) => written.rows.places(),
        }
    }
}

impl<R: Read> Read for Plain<R> {
    #[inline]
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match &mut self.source {
            Source::AsItIs(input) => input.read(buffer),
            Source::Translated(written) => written.read(buffer),
        }
    }
}

/// Rows written as text.
struct Written<R> {
    rows: Translated<R>,
    text: Vec<u8>,
    /// How much of it is given.
    given: usize,
    /// The line on which the next byte is, and whether it is the first one of it.
    line: u64,
    at_start: bool,
    /// What follows the text.
    error: Option<LineError>,
    ended: bool,
}

impl<R: Read> Written<R> {
    /// The header first.
    fn new(rows: Translated<R>) -> Self {
        let mut written = Self {
            rows,
            text: Vec::new(),
            given: 0,
            line: 1,
            at_start: true,
            error: None,
            ended: false,
        };
        let Self { rows, text, .. } = &mut written;
        let mut names = rows.places().iter().filter_map(Place::name);
        let mut header = Vec::new();
        if let Some(first) = names.next() {
            write_cell(&mut header, first);
            for name in names {
                header.push(b',');
                write_cell(&mut header, name);
            }
            // The lines before it, such as `sep=;`, are empty ones.
            let lines = memchr::memchr_iter(b'\n', &header).count();
            let last = rows.next_line().saturating_sub(1);
            let line = last.saturating_sub(u64::try_from(lines).unwrap_or_default());
            for _ in 1..line {
                text.push(b'\n');
            }
            text.append(&mut header);
            (written.line, written.at_start) = (last.max(1), false);
        }
        written
    }

    /// Writes rows until there are enough, or until one is wrong.
    fn write(&mut self) {
        self.text.clear();
        self.given = 0;
        while self.text.len() < BLOCK && self.error.is_none() && !self.ended {
            match self.rows.next() {
                Some(Ok(row)) => {
                    go_to(&mut self.text, &mut self.line, row.line());
                    let begin = self.text.len();
                    write_row(&mut self.text, &row);
                    let written = self.text.get(begin..).unwrap_or_default();
                    let lines = memchr::memchr_iter(b'\n', written).count();
                    self.line = self.line.saturating_add(u64::try_from(lines).unwrap_or_default());
                    self.at_start = false;
                }
                Some(Err(error)) => {
                    go_to(&mut self.text, &mut self.line, error.line);
                    (self.line, self.at_start) = (error.last_line.saturating_add(1), true);
                    self.error = Some(error);
                }
                None => {
                    if !self.at_start && !self.rows.ends_without_line_end() {
                        self.text.push(b'\n');
                    }
                    self.ended = true;
                }
            }
        }
    }
}

impl<R: Read> Read for Written<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() {
            if let Some(error) = self.error.take() {
                return Err(io::Error::other(error));
            }
            if self.ended {
                return Ok(0);
            }
            self.write();
        }
        let mut rest = self.text.get(self.given..).unwrap_or_default();
        let read = rest.read(buffer)?;
        self.given = self.given.saturating_add(read);
        Ok(read)
    }
}

/// Goes to the beginning of another line, which is not above the present one.
fn go_to(text: &mut Vec<u8>, line: &mut u64, other: u64) {
    while *line < other {
        text.push(b'\n');
        *line = line.saturating_add(1);
    }
}

fn write_row(text: &mut Vec<u8>, row: &Row<'_>) {
    for (place, (_, cell)) in row.cells().enumerate() {
        if place > 0 {
            text.push(b',');
        }
        write_cell(text, cell);
    }
}

/// A cell, between quotes where it needs them.
fn write_cell(text: &mut Vec<u8>, cell: &str) {
    if cell.bytes().any(|it| matches!(it, b',' | b'"' | b'\n' | b'\r')) {
        text.push(b'"');
        text.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
        text.push(b'"');
    } else {
        text.extend_from_slice(cell.as_bytes());
    }
}
