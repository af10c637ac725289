//! The header: columns are found by name.

use std::io::Read;

use super::error::{File, FileError, Problem};
use super::rows::{Rows, Unquoted};
use crate::error::Excerpt;
use crate::language::Language;
use crate::printable::Printable;

/// What should be known about a file that was read all the same.
///
/// ```
/// use banenafspraak::payroll::csv::Options;
///
/// let file = "employer,sector,town\nbakery,markt,Utrecht"; // no line end
/// let mut employers = Options::new().ignore_extra_columns().employers(file.as_bytes())?;
/// for line in &mut employers {
///     line?;
/// }
/// assert_eq!(employers.notes().ignored_columns, ["town".into()]);
/// assert!(employers.notes().ends_without_line_end);
/// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileNotes {
    /// The names of the columns that were ignored.
    pub ignored_columns: Vec<Box<str>>,
    /// Whether the last line has no line end: the file may have been cut off within it.
    pub ends_without_line_end: bool,
}

impl FileNotes {
    /// Each note as a sentence in this language.
    ///
    /// ```
    /// use banenafspraak::Language;
    /// use banenafspraak::payroll::csv::Options;
    ///
    /// let file = "employer,sector,town\nbakery,markt,Utrecht\n";
    /// let employers = Options::new().ignore_extra_columns().employers(file.as_bytes())?;
    /// let notes: Vec<String> = employers.notes().texts(Language::Nl).collect();
    /// assert_eq!(notes, ["kolom `town` is genegeerd"]);
    /// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
    /// ```
    pub fn texts(&self, language: Language) -> impl Iterator<Item = String> + '_ {
        let ignored = self.ignored_columns.iter().map(move |name| match language {
            Language::En => format!("column `{}` was ignored", Printable(name)),
            Language::Nl => format!("kolom `{}` is genegeerd", Printable(name)),
        });
        let cut_off = language.pick(
            "the last line has no line end: the file may be cut off",
            "de laatste regel heeft geen regeleinde: het bestand kan zijn afgebroken",
        );
        ignored.chain(self.ends_without_line_end.then(|| cut_off.to_owned()))
    }
}

/// The columns of one file: what each of a line's fields is, by its place.
#[derive(Debug, Clone)]
pub(super) struct Columns<C: 'static> {
    /// `None` for an extra column that is ignored.
    places: Vec<Option<C>>,
    ignored: Vec<Box<str>>,
}

/// A column of a file: its name, whether it is needed.
#[derive(Debug)]
pub struct Named<C: 'static> {
    pub(super) column: C,
    pub(super) name: &'static str,
    pub(super) needed: bool,
}

/// The columns of the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Employer,
    Person,
    Period,
    PaidHours,
    PremiumWage,
    Kind,
    EmployedFrom,
    EmployedUntil,
    FiledOn,
    AsksLkv,
    Relation,
}

impl<C: Copy + PartialEq> Columns<C> {
    /// The columns of a header line.
    pub(super) fn of(
        header: &Unquoted,
        all: &'static [Named<C>],
        ignore_extra: bool,
    ) -> Result<Self, Problem> {
        let (mut places, mut ignored) = (Vec::new(), Vec::new());
        header.check_quotes()?;
        if header.fields().any(|names| names.contains(&0)) {
            return Err(Problem::Utf16);
        }
        let is_known = |field: &[u8]| {
            let name = field.trim_ascii();
            all.iter().any(|named| named.name.as_bytes() == name)
        };
        let one = header.fields().next().filter(|_| header.len() == 1);
        let are_between = |separator: u8| {
            one.is_some_and(|names| {
                names.split(|byte| *byte == separator).filter(|it| is_known(it)).count() > 1
            })
        };
        if are_between(b';') {
            return Err(Problem::Semicolons);
        }
        if are_between(b'\t') {
            return Err(Problem::Tabs);
        }
        if !header.fields().any(is_known) {
            // No header at all, but a line of data: what it holds is not shown.
            let first = all.iter().find(|named| named.needed).map_or("", |named| named.name);
            return Err(Problem::MissingColumn { name: first });
        }
        for field in header.fields() {
            let name = core::str::from_utf8(field).map_err(|_| Problem::NotUtf8)?.trim();
            let named = all.iter().find(|named| named.name == name);
            match named {
                Some(named) if places.contains(&Some(named.column)) => {
                    return Err(Problem::DuplicateColumn { name: named.name });
                }
                // One that differs in case or spaces alone is no other column.
                None if !ignore_extra || is_meant(name, all) => {
                    let known: Vec<_> = all.iter().map(|named| named.name).collect();
                    let known = known.join(", ").into();
                    return Err(Problem::UnknownColumn { name: Excerpt::of(name), known });
                }
                _ => {
                    if named.is_none() {
                        ignored.push(name.into());
                    }
                    places.push(named.map(|named| named.column));
                }
            }
        }
        let missing =
            all.iter().find(|named| named.needed && !places.contains(&Some(named.column)));
        match missing {
            Some(named) => Err(Problem::MissingColumn { name: named.name }),
            None => Ok(Self { places, ignored }),
        }
    }

    /// The names of the columns that are ignored.
    pub(super) fn ignored(&self) -> &[Box<str>] {
        &self.ignored
    }

    #[inline]
    pub(super) fn places(&self) -> &[Option<C>] {
        &self.places
    }

    pub(super) fn has(&self, column: C) -> bool {
        self.places.contains(&Some(column))
    }

    /// A column's text in a line that may have any number of fields.
    pub(super) fn text_of<'l>(&self, column: C, line: &'l Unquoted) -> Option<&'l str> {
        let place = self.places.iter().position(|own| *own == Some(column))?;
        core::str::from_utf8(line.fields().nth(place)?).ok()
    }

    /// A line's fields with their columns, if there are as many.
    pub(super) fn fields<'l>(
        &self,
        line: &'l Unquoted,
    ) -> Result<impl Iterator<Item = (C, &'l str)>, Problem> {
        line.check_quotes()?;
        let (found, expected) = (line.len(), self.places.len());
        if found != expected {
            return Err(Problem::FieldCount { found, expected });
        }
        let mut fields = Vec::with_capacity(expected);
        for (place, field) in self.places.iter().zip(line.fields()) {
            if let Some(column) = place {
                let text = core::str::from_utf8(field).map_err(|_| Problem::NotUtf8)?;
                fields.push((*column, text));
            }
        }
        Ok(fields.into_iter())
    }
}

/// Whether a name is that of a known column but for case and what is between its words.
fn is_meant<C>(name: &str, all: &[Named<C>]) -> bool {
    let letters = |name: &str| -> String {
        let letters = name.chars().filter(|it| it.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let name = letters(name);
    all.iter().any(|named| letters(named.name) == name)
}

/// Opens a file: its rows, and the columns of its header.
pub(super) fn open<R: Read, C: Copy + PartialEq>(
    input: R,
    file: File,
    all: &'static [Named<C>],
    ignore_extra: bool,
) -> Result<(Rows<R>, Columns<C>), FileError> {
    let mut rows = Rows::new(input);
    let ahead = rows.skip_byte_order_mark().and_then(|()| rows.has_line());
    // A file without a header is wrong from its first line on.
    let line = if ahead == Ok(true) { rows.line() } else { 1 };
    let columns = ahead.and_then(|_| match rows.unquoted()? {
        Some(header) => Columns::of(header, all, ignore_extra),
        None => match all.iter().find(|named| named.needed) {
            Some(first) => Err(Problem::MissingColumn { name: first.name }),
            None => Err(Problem::FieldCount { found: 0, expected: all.len() }),
        },
    });
    match (columns, rows.take_rejected()) {
        (Ok(columns), _) => Ok((rows, columns)),
        (Err(_), Some(rejected)) => Err(rejected.in_file(file)),
        (Err(problem), None) => Err(FileError::new(file, line, problem)),
    }
}
