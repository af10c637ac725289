//! The rows of a file, translated into the plain form.

use std::io::Read;

use super::column::{Column, Holds, Meaning};
use super::day;
use super::decoded::Decoded;
use super::dialect::{DecimalSign, Dialect};
use super::header::{self, Place};
use super::number::{self, Around};
use crate::error::{Error, ErrorKind};
use crate::payroll::Aangiftetijdvak;
use crate::payroll::csv::cells::visible;
use crate::payroll::csv::rows::{Rows, Unquoted};
use crate::payroll::csv::{LineError, Problem};

/// Reads the rows of a file one by one, each cell in the plain form.
#[derive(Debug)]
pub(super) struct Translated<R> {
    rows: Rows<Decoded<R>>,
    places: Vec<Place>,
    decimal: Option<DecimalSign>,
    text: String,
    ends: Vec<usize>,
    ended: bool,
}

/// One row in the plain form.
#[derive(Debug, Clone, Copy)]
pub struct Row<'r> {
    line: u64,
    places: &'r [Place],
    text: &'r str,
    ends: &'r [usize],
}

impl<'r> Row<'r> {
    /// The line on which it begins; the header is line 1, or line 2 after `sep=;`.
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// The cells, each with the name of its column in the plain form; columns that are not known have
    /// the name that they have in the file.
    pub fn cells(&self) -> impl Iterator<Item = (&'r str, &'r str)> + use<'r> {
        let (text, ends) = (self.text, self.ends);
        let starts = [0].iter().chain(ends);
        let cells =
            starts.zip(ends).map(move |(from, to)| text.get(*from..*to).unwrap_or_default());
        self.places.iter().filter_map(Place::name).zip(cells)
    }

    /// The cell of a column, by its name in the plain form; `None` where the file does not have it.
    pub fn get(&self, name: &str) -> Option<&'r str> {
        self.cells().find(|(own, _)| *own == name).map(|(_, cell)| cell)
    }
}

impl<R: Read> Translated<R> {
    /// Reads the header.
    pub(super) fn open(
        input: Decoded<R>,
        columns: &'static [Column],
        dialect: Dialect,
    ) -> Result<Self, LineError> {
        let mut rows = Rows::separated(input, dialect.separator.byte());
        let mut places = Vec::new();
        loop {
            let line = rows.line();
            let row = rows.unquoted().map_err(|problem| LineError::new(line, problem))?;
            let Some(row) = row else { break };
            row.check_quotes().map_err(|problem| LineError::new(line, problem))?;
            let names = texts(row).map_err(|problem| LineError::new(line, problem))?;
            // Excel's own line before the header.
            if line > 1 || !header::is_announcement(&names) {
                places = header::places(&names, columns);
                break;
            }
        }
        Ok(Self {
            rows,
            places,
            decimal: dialect.decimal,
            text: String::new(),
            ends: Vec::new(),
            ended: false,
        })
    }

    pub(super) fn places(&self) -> &[Place] {
        &self.places
    }

    /// Whether the last line that was read ends without a line end.
    pub(super) fn ends_without_line_end(&self) -> bool {
        self.rows.ends_without_line_end()
    }

    /// The line after the header, or after the last row.
    pub(super) fn next_line(&self) -> u64 {
        self.rows.line()
    }

    /// The next row that is not empty; `None` at the end, and after an error that ends the reading.
    pub(super) fn next(&mut self) -> Option<Result<Row<'_>, LineError>> {
        let line = loop {
            if self.ended {
                return None;
            }
            match self.read() {
                Ok(Some((line, true))) => break line,
                Ok(Some((_, false))) => {}
                Ok(None) => self.ended = true,
                Err(error) => {
                    self.ended = !error.is_of_one_line();
                    return Some(Err(error));
                }
            }
        };
        Some(Ok(Row { line, places: &self.places, text: &self.text, ends: &self.ends }))
    }

    /// Reads a row: its line, and whether it has anything; `None` at the end.
    fn read(&mut self) -> Result<Option<(u64, bool)>, LineError> {
        let Self { rows, places, decimal, text, ends, .. } = self;
        let ahead = rows.has_line();
        let line = rows.line();
        text.clear();
        ends.clear();
        let mut employer = String::new();
        let translated = match ahead.and_then(|_| rows.unquoted()) {
            Ok(None) => return Ok(None),
            Ok(Some(row)) if row.fields().all(<[u8]>::is_empty) => return Ok(Some((line, false))),
            Ok(Some(row)) => translate(row, places, decimal, text, ends)
                .inspect_err(|_| employer = employer_of(row, places)),
            Err(problem) => Err(problem),
        };
        let Err(problem) = translated else { return Ok(Some((line, true))) };
        let last_line = rows.line().saturating_sub(1).max(line);
        let employer = (!employer.is_empty()).then(|| employer.into());
        Err(LineError { last_line, employer, ..LineError::new(line, problem) })
    }
}

/// The employer of a row, as far as it can be read.
fn employer_of(row: &Unquoted, places: &[Place]) -> String {
    let of_employer = |(place, field): (&Place, &[u8])| match place {
        Place::Column(Column { holds: Holds::Employer, .. }, _) => {
            core::str::from_utf8(field).ok().map(visible)
        }
        _ => None,
    };
    places.iter().zip(row.fields()).find_map(of_employer).unwrap_or_default()
}

fn texts(row: &Unquoted) -> Result<Vec<&str>, Problem> {
    let texts = row.fields().map(|field| core::str::from_utf8(field).map_err(|_| Problem::NotUtf8));
    texts.collect()
}

fn translate(
    row: &Unquoted,
    places: &[Place],
    decimal: &mut Option<DecimalSign>,
    text: &mut String,
    ends: &mut Vec<usize>,
) -> Result<(), Problem> {
    row.check_quotes()?;
    let (found, expected) = (row.len(), places.len());
    let named = places.iter().take_while(|place| **place != Place::Blank).count();
    let is_blank = row.fields().skip(named).all(<[u8]>::is_empty);
    if (found != expected && found != named) || !is_blank {
        return Err(Problem::FieldCount { found, expected: named });
    }
    for (place, field) in places.iter().zip(row.fields()) {
        let field = core::str::from_utf8(field).map_err(|_| Problem::NotUtf8)?;
        match place {
            Place::Unused(_) | Place::Blank => continue,
            Place::Unknown(_) => text.push_str(field),
            Place::Column(column, _) => {
                let cell = cell(column, field, decimal)
                    .map_err(|kind| Problem::Value(Error::new(column.name, kind)))?;
                text.push_str(cell.as_deref().unwrap_or(field));
            }
        }
        ends.push(text.len());
    }
    Ok(())
}

/// A cell in the plain form; `None` where it is kept as it is, also if it is wrong: then whoever reads the
/// plain form says so.
pub(super) fn cell(
    column: &Column,
    text: &str,
    decimal: &mut Option<DecimalSign>,
) -> Result<Option<String>, ErrorKind> {
    let trimmed = || Some(text.trim().to_owned()).filter(|trimmed| trimmed != text);
    match column.holds {
        Holds::Employer | Holds::Key if number::is_scientific(text) => Err(ErrorKind::Scientific),
        Holds::Employer | Holds::Key | Holds::Unused => Ok(None),
        // Most cells are in the plain form.
        _ if text.is_empty() => Ok(None),
        Holds::Date if day::is_plain(text) => Ok(None),
        Holds::Period if Aangiftetijdvak::from_bytes(text.as_bytes()).is_some() => Ok(None),
        Holds::Word(words) if words.iter().any(|meaning| meaning.word == text) => Ok(None),
        _ if text.trim().is_empty() => Ok(trimmed()),
        Holds::Text => Ok(trimmed()),
        Holds::Number | Holds::Money | Holds::Percentage => {
            number::plain(text, around(column.holds), decimal)
        }
        Holds::Date => Ok(day::plain(text)?.map(|(date, _)| date)),
        Holds::Period => day::period(text),
        Holds::Word(words) => Ok(Meaning::find(words, text.trim()).map(str::to_owned)),
    }
}

/// What may be around a number.
pub(super) const fn around(holds: Holds) -> Around {
    match holds {
        Holds::Money => Around::Euro,
        Holds::Percentage => Around::Percent,
        _ => Around::Nothing,
    }
}
