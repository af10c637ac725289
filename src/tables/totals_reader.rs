//! Yearly totals of employers, read line by line.

use std::io::Read;

use super::formula::unguarded;
use super::names;
use crate::dialects::{
    BOOLEANS, Column, Dialect, DialectError, Given, Holds, Row, RowReader, SECTORS,
};
use crate::employer::{Coverage, DoelgroepHours, EmployerYear, HoursBase};
use crate::error::{Error, ErrorKind, Excerpt};
use crate::language::{Language, Phrase};
use crate::law::date;
use crate::payroll::csv::{LineError, Problem};
use crate::unit::{Hours, Year};

/// The name in the plain form.
const fn plain(name: Phrase) -> &'static str {
    name.localized(Language::En)
}

macro_rules! columns {
    ($($name:ident $holds:expr,)*) => {
        &[$(Column::new(plain(names::$name), &[names::$name.localized(Language::Nl)], $holds),)*]
    };
}

const COLUMNS: &[Column] = columns! {
    ID Holds::Employer,
    YEAR Holds::Text,
    SECTOR Holds::Word(SECTORS),
    PAID Holds::Number,
    LENT_OUT Holds::Number,
    WSW Holds::Number,
    DOELGROEP Holds::Number,
    ATTRIBUTED_OUT Holds::Number,
    ATTRIBUTED_IN Holds::Number,
    PREVIOUS_PAID Holds::Number,
    PREVIOUS_LENT_OUT Holds::Number,
    PREVIOUS_WSW Holds::Number,
    QUOTUMPERCENTAGE Holds::Percentage,
    COMPLETE Holds::Word(BOOLEANS),
    PREVIOUS_YEAR_COMPLETE Holds::Word(BOOLEANS),
    HOURS_UNTIL Holds::Date,
};

/// Without these columns it is no table of totals.
const NEEDED: [Phrase; 4] = [names::YEAR, names::SECTOR, names::PAID, names::DOELGROEP];

/// Reads a table of yearly totals: one employer and year a line, in any [dialect](crate::dialects).
///
/// Its columns have the names of the JSON contract, or Dutch ones. Needed are `year`, `sector`,
/// `paid_hours` and `doelgroep_hours`:
///
/// | column | Dutch |
/// |---|---|
/// | `id` | `werkgever` |
/// | `year` | `jaar` |
/// | `sector` | `sector` |
/// | `paid_hours` | `verloonde_uren` |
/// | `lent_out_agency_hours` | `uitgeleende_uitzenduren` |
/// | `wsw_hours` | `wsw_uren` |
/// | `doelgroep_hours` | `doelgroep_uren` |
/// | `doelgroep_hours_attributed_out` | `doelgroep_uren_toegerekend_aan_inleners` |
/// | `doelgroep_hours_attributed_in` | `doelgroep_uren_toegerekend_door_uitleners` |
/// | `previous_year_paid_hours` | `vorig_jaar_verloonde_uren` |
/// | `previous_year_lent_out_agency_hours` | `vorig_jaar_uitgeleende_uitzenduren` |
/// | `previous_year_wsw_hours` | `vorig_jaar_wsw_uren` |
/// | `quotumpercentage` | `quotumpercentage` |
/// | `complete` | `volledig` |
/// | `previous_year_complete` | `vorig_jaar_volledig` |
/// | `hours_until` | `uren_tot_en_met` |
///
/// An empty cell of hours is zero, but the hours of the year before are not known where all their cells
/// are empty. An id with an apostrophe before `=`, `+`, `-` or `@` is read without it, as
/// [`TableWriter`](super::TableWriter) writes it. There is no scheme: the law is that of the
/// quotumheffing.
///
/// It is an iterator: each step is one line, an employer or what is wrong with it. After an error
/// [of one line](LineError::is_of_one_line) the next step reads the next line; another one ends the
/// reading. Memory holds one line at a time.
///
/// ```
/// use banenafspraak::dialects::Given;
/// use banenafspraak::tables::TotalsReader;
///
/// let file = "werkgever;jaar;sector;verloonde uren;doelgroep uren\n\
///             school;2026;overheid;180.000,00;2.662,5\n\
///             museum;2026;overheid;-1;0\n";
/// let mut totals = TotalsReader::open(file.as_bytes(), Given::default())?;
/// let row = totals.next().unwrap()?;
/// assert_eq!((row.line, row.employer.id()), (2, Some("school")));
/// assert_eq!(row.employer.doelgroep_hours().own().to_string(), "2662.5");
/// assert_eq!(row.employer.previous_year(), None); // not known
/// let error = totals.next().unwrap().unwrap_err();
/// assert_eq!(error.employer.as_deref(), Some("museum"));
/// assert_eq!(error.to_string(), "line 3: paid_hours: -1 is negative; the least is 0");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct TotalsReader<R> {
    rows: RowReader<R>,
}

/// One line of a table of totals.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TotalsRow {
    /// The line on which it begins; the header is line 1.
    pub line: u64,
    /// The employer and year.
    pub employer: EmployerYear,
}

impl<R: Read> TotalsReader<R> {
    /// Reads the header.
    ///
    /// # Errors
    ///
    /// A [`DialectError`] where it cannot be said what the file is in, or where a column is unknown,
    /// missing or doubled.
    pub fn open(input: R, given: Given) -> Result<Self, DialectError> {
        let rows = RowReader::open(input, COLUMNS, given)?;
        check(&rows.columns().collect::<Vec<_>>())
            .map_err(|problem| DialectError::Line(LineError::new(1, problem)))?;
        Ok(Self { rows })
    }

    /// What the file is in, as its beginning shows it.
    pub const fn dialect(&self) -> &Dialect {
        self.rows.dialect()
    }

    /// Whether it is in the plain form: commas, decimal points, names and words in English.
    pub const fn is_plain(&self) -> bool {
        self.rows.is_plain()
    }

    /// Whether the last line has no line end, once all are read: the file may have been cut off.
    pub fn ends_without_line_end(&self) -> bool {
        self.rows.ends_without_line_end()
    }
}

/// Whether the columns are those of a table of totals.
fn check(names: &[&str]) -> Result<(), Problem> {
    for (place, name) in names.iter().enumerate() {
        let Some(column) = COLUMNS.iter().find(|column| column.name == *name) else {
            let known: Vec<_> = COLUMNS.iter().map(|column| column.name).collect();
            let known = known.join(", ").into();
            return Err(Problem::UnknownColumn { name: Excerpt::of(name), known });
        };
        if names.iter().take(place).any(|earlier| earlier == name) {
            return Err(Problem::DuplicateColumn { name: column.name });
        }
    }
    let missing = NEEDED.map(plain).into_iter().find(|needed| !names.contains(needed));
    missing.map_or(Ok(()), |name| Err(Problem::MissingColumn { name }))
}

impl<R: Read> Iterator for TotalsReader<R> {
    type Item = Result<TotalsRow, LineError>;

    fn next(&mut self) -> Option<Self::Item> {
        let id = |id: &str| Some(unguarded(id).into()).filter(|_| !id.is_empty());
        let read = match self.rows.read()? {
            Ok(row) => {
                let line = row.line();
                let employer = employer(row);
                employer.map(|employer| TotalsRow { line, employer }).map_err(|problem| LineError {
                    employer: id(text(row, names::ID)),
                    ..LineError::new(line, problem)
                })
            }
            Err(error) => {
                let employer = error.employer.as_deref().and_then(id);
                Err(LineError { employer, ..error })
            }
        };
        Some(read)
    }
}

/// The employer of a line.
fn employer(row: Row<'_>) -> Result<EmployerYear, Problem> {
    let year: Year = filled(row, names::YEAR)?.parse()?;
    let sector = filled(row, names::SECTOR)?.parse()?;
    let base = HoursBase::new(needed_hours(row, names::PAID)?)
        .with_lent_out_agency_hours(hours(row, names::LENT_OUT)?)?
        .with_wsw_hours(hours(row, names::WSW)?)?;
    let doelgroep = DoelgroepHours::new(needed_hours(row, names::DOELGROEP)?)
        .with_attributed_out(hours(row, names::ATTRIBUTED_OUT)?)?
        .with_attributed_in(hours(row, names::ATTRIBUTED_IN)?)?;
    let hours_until = text(row, names::HOURS_UNTIL);
    let hours_until = Some(hours_until).filter(|day| !day.is_empty());
    let coverage = Coverage {
        complete: boolean(row, names::COMPLETE)?,
        previous_year_complete: boolean(row, names::PREVIOUS_YEAR_COMPLETE)?,
        hours_until: hours_until.map(|day| date(plain(names::HOURS_UNTIL), day)).transpose()?,
        missing: Vec::new(),
    };
    let mut employer = EmployerYear::new(year, sector, base, doelgroep)?
        .with_previous_year(previous_year(row)?)
        .with_coverage(coverage)?;
    let id = unguarded(text(row, names::ID));
    if !id.is_empty() {
        employer = employer.with_id(id);
    }
    let percentage = text(row, names::QUOTUMPERCENTAGE);
    if !percentage.is_empty() {
        let percentage = percentage.parse();
        let about = |error: Error| error.about(plain(names::QUOTUMPERCENTAGE));
        employer = employer.with_quotumpercentage(percentage.map_err(about)?);
    }
    Ok(employer)
}

/// The base of the year before; `None` where all its cells are empty: it is not known.
fn previous_year(row: Row<'_>) -> Result<Option<HoursBase>, Problem> {
    let all = [names::PREVIOUS_PAID, names::PREVIOUS_LENT_OUT, names::PREVIOUS_WSW];
    if all.iter().all(|name| text(row, *name).is_empty()) {
        return Ok(None);
    }
    let about = |name: Phrase| move |error: Error| error.about(plain(name));
    let base = HoursBase::new(needed_hours(row, names::PREVIOUS_PAID)?)
        .with_lent_out_agency_hours(hours(row, names::PREVIOUS_LENT_OUT)?)
        .map_err(about(names::PREVIOUS_LENT_OUT))?
        .with_wsw_hours(hours(row, names::PREVIOUS_WSW)?)
        .map_err(about(names::PREVIOUS_WSW))?;
    Ok(Some(base))
}

/// The cell of a column; empty where the file does not have it.
fn text(row: Row<'_>, name: Phrase) -> &str {
    row.get(plain(name)).unwrap_or_default()
}

/// A cell that may not be empty.
fn filled(row: Row<'_>, name: Phrase) -> Result<&str, Problem> {
    match text(row, name) {
        "" => Err(Problem::Empty { column: plain(name) }),
        text => Ok(text),
    }
}

fn needed_hours(row: Row<'_>, name: Phrase) -> Result<Hours, Problem> {
    filled(row, name)?;
    Ok(hours(row, name)?)
}

/// Zero where the cell is empty.
fn hours(row: Row<'_>, name: Phrase) -> Result<Hours, Error> {
    match text(row, name) {
        "" => Ok(Hours::ZERO),
        text => text.parse().map_err(|error: Error| error.about(plain(name))),
    }
}

fn boolean(row: Row<'_>, name: Phrase) -> Result<Option<bool>, Error> {
    match text(row, name) {
        "" => Ok(None),
        "true" => Ok(Some(true)),
        "false" => Ok(Some(false)),
        other => {
            let text = Excerpt::of(other);
            Err(Error::new(plain(name), ErrorKind::NotABoolean { text }))
        }
    }
}
