//! What a file is in, as its beginning shows it.

use std::io::Read as _;

use super::column::{Column, Holds};
use super::day;
use super::decoded::Decoded;
use super::dialect::{DateForm, DecimalSign, Dialect, Encoding, Separator};
use super::error::DialectError;
use super::header::{self, Place};
use super::number;
use super::translated::{around, cell};
use crate::error::Excerpt;
use crate::language::Language;
use crate::payroll::csv::LineError;
use crate::payroll::csv::rows::Rows;

/// What is known of a file beforehand: it wins over what its beginning shows, and a file of which anything
/// is known is translated to its end, also if its beginning is plain.
///
/// ```
/// use banenafspraak::dialects::{DecimalSign, Given};
///
/// let given = Given { decimal: Some(DecimalSign::Comma), ..Given::default() };
/// assert_eq!(given.separator, None);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "plain data, written over its default")]
pub struct Given {
    /// What is between the columns.
    pub separator: Option<Separator>,
    /// What is before the decimals.
    pub decimal: Option<DecimalSign>,
    /// How characters are written in bytes.
    pub encoding: Option<Encoding>,
}

/// What the beginning of a file shows.
pub(super) struct Detected {
    pub(super) dialect: Dialect,
    /// The bytes of its byte order mark.
    pub(super) mark: usize,
    /// Whether a carriage return alone ends a line.
    pub(super) returns: bool,
    /// Whether nothing in it needs to be translated.
    pub(super) is_plain: bool,
}

impl Dialect {
    /// What a file is in, from its beginning: the header and as many lines as are at hand.
    ///
    /// # Errors
    ///
    /// A [`DialectError`] where that cannot be said.
    pub fn detect(beginning: &[u8], columns: &'static [Column]) -> Result<Self, DialectError> {
        detect(beginning, columns, Given::default()).map(|detected| detected.dialect)
    }
}

pub(super) fn detect(
    beginning: &[u8],
    columns: &'static [Column],
    given: Given,
) -> Result<Detected, DialectError> {
    let (encoding, mark) = encoding(beginning, given.encoding);
    let text = beginning.get(mark..).unwrap_or_default();
    let mut decoded = Vec::new();
    // What is broken in the midst is reported with its line when it is read.
    let _ = Decoded::new(text, encoding, false).read_to_end(&mut decoded);
    let returns = !decoded.contains(&b'\n') && decoded.contains(&b'\r');
    if returns {
        decoded.iter_mut().filter(|byte| **byte == b'\r').for_each(|byte| *byte = b'\n');
    }
    let first = decoded.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty());
    let Some(first) = first else { return Err(DialectError::Empty) };
    let first = String::from_utf8_lossy(first);
    let announced = header::announced(&first);
    let separator = match given.separator.or(announced) {
        Some(separator) => separator,
        None => separator(&decoded, columns)?,
    };
    let mut dialect =
        Dialect { separator, decimal: given.decimal, encoding, dates: None, ..Dialect::PLAIN };
    let is_plain = look(&decoded, columns, &mut dialect)?
        && announced.is_none()
        && separator == Separator::Comma
        && encoding == Encoding::Utf8
        && dialect.decimal != Some(DecimalSign::Comma)
        && given == Given::default()
        && !returns;
    Ok(Detected { dialect, mark, returns, is_plain })
}

/// Looks at the rows of the beginning; whether all are in the plain form.
fn look(
    text: &[u8],
    columns: &'static [Column],
    dialect: &mut Dialect,
) -> Result<bool, DialectError> {
    let mut rows = Rows::separated(text, dialect.separator.byte());
    let mut places: Option<Vec<Place>> = None;
    let mut first: Option<(u64, String, DecimalSign)> = None;
    let given = dialect.decimal;
    let mut is_plain = true;
    loop {
        let ahead = rows.has_line();
        let line = rows.line();
        // What cannot be read is reported when it is read.
        let Ok(Some(row)) = ahead.and_then(|_| rows.unquoted()) else { break };
        let mut fields = row.fields().map(|field| core::str::from_utf8(field).unwrap_or_default());
        let Some(places) = &places else {
            let fields: Vec<&str> = fields.collect();
            if line == 1 && header::is_announcement(&fields) {
                continue;
            }
            let of_header = header::places(&fields, columns);
            dialect.headers = header::language(&of_header);
            is_plain &= of_header.iter().zip(&fields).all(|(place, field)| match place {
                Place::Column(column, _) => column.name == field.trim(),
                Place::Unknown(_) => true,
                Place::Unused(_) | Place::Blank => false,
            });
            places = Some(of_header);
            continue;
        };
        for (place, field) in places.iter().zip(&mut fields) {
            let Place::Column(column, _) = place else { continue };
            if let Holds::Number | Holds::Money | Holds::Percentage = column.holds {
                match (number::shown(field, around(column.holds)), &first) {
                    (Some(sign), None) => first = Some((line, field.to_owned(), sign)),
                    (Some(sign), Some((first_line, first, known)))
                        if sign != *known && given.is_none() =>
                    {
                        return Err(DialectError::MixedDecimals {
                            first_line: *first_line,
                            first: Excerpt::of(first),
                            other_line: line,
                            other: Excerpt::of(field),
                        });
                    }
                    _ => {}
                }
            }
            if column.holds == Holds::Date && dialect.dates.is_none() {
                dialect.dates = day::plain(field).ok().flatten().map(|(_, form)| form);
            }
            let is_plain_cell = is_plain_cell(column, field);
            if let (false, Holds::Word(_) | Holds::Period) = (is_plain_cell, column.holds) {
                dialect.words = Language::Nl;
            }
            is_plain &= is_plain_cell;
        }
    }
    dialect.decimal = given.or(first.map(|(.., sign)| sign));
    if let Some(DateForm::DayFirst(_)) = dialect.dates {
        is_plain = false;
    }
    Ok(is_plain)
}

/// Whether a cell is read as it is: by the plain form, or with an error that says what is wrong.
fn is_plain_cell(column: &Column, field: &str) -> bool {
    match cell(column, field, &mut Some(DecimalSign::Point)) {
        Ok(None) => true,
        Ok(Some(plain)) => plain == field,
        Err(_) => false,
    }
}

/// The encoding, and how many bytes its mark has.
fn encoding(beginning: &[u8], given: Option<Encoding>) -> (Encoding, usize) {
    let marks: [(&[u8], Encoding); 3] = [
        (b"\xef\xbb\xbf", Encoding::Utf8),
        (b"\xff\xfe", Encoding::Utf16Le),
        (b"\xfe\xff", Encoding::Utf16Be),
    ];
    let marked = marks.into_iter().find(|(mark, _)| beginning.starts_with(mark));
    match (given, marked) {
        (Some(given), Some((mark, encoding))) if given == encoding => (given, mark.len()),
        (Some(given), _) => (given, 0),
        (None, Some((mark, encoding))) => (encoding, mark.len()),
        (None, None) => (unmarked(beginning), 0),
    }
}

/// The encoding of bytes without a mark. Where a character is one of UTF-8, or a byte is none of
/// Windows-1252, the file is in UTF-8, and its lines that are not are wrong.
fn unmarked(beginning: &[u8]) -> Encoding {
    // The bytes that Windows-1252 does not use, and NUL.
    const UNUSED: [u8; 6] = [0, 0x81, 0x8d, 0x8f, 0x90, 0x9d];
    let is_utf8 = beginning.utf8_chunks().all(|it| it.invalid().is_empty());
    let has_characters = beginning.utf8_chunks().any(|it| !it.valid().is_ascii());
    if is_utf8 || has_characters || beginning.iter().any(|byte| UNUSED.contains(byte)) {
        Encoding::Utf8
    } else {
        Encoding::Windows1252
    }
}

/// The separator that is between most names that are known. Where another one is between names too, the
/// header has two.
fn separator(text: &[u8], columns: &'static [Column]) -> Result<Separator, DialectError> {
    const ALL: [Separator; 3] = [Separator::Comma, Separator::Semicolon, Separator::Tab];
    let mut best = (0, Separator::Comma, Vec::new());
    for separator in ALL {
        let names = names(text, separator);
        let known = header::known(&header::places(&names, columns));
        if known > best.0 || best.2.is_empty() {
            best = (known, separator, names);
        }
    }
    let (_, separator, found) = best;
    let is_known = |name: &str| columns.iter().any(|column| column.is_named(name));
    let are_two = |name: &String| {
        ALL.into_iter().any(|other| {
            let mut parts = name.split(char::from(other.byte()));
            name.contains(char::from(other.byte())) && parts.all(is_known)
        })
    };
    if found.iter().any(are_two) { Err(DialectError::MixedSeparators) } else { Ok(separator) }
}

/// The fields of the header between separators; a name between quotes can have several lines.
fn names(text: &[u8], separator: Separator) -> Vec<String> {
    let mut rows = Rows::separated(text, separator.byte());
    match rows.unquoted() {
        Ok(Some(row)) => row.fields().map(|it| String::from_utf8_lossy(it).into_owned()).collect(),
        _ => Vec::new(),
    }
}

impl From<LineError> for DialectError {
    fn from(error: LineError) -> Self {
        Self::Line(error)
    }
}
