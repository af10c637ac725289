//! Yearly totals of employers, read line by line.

use std::io::Read;

use jiff::civil::Date;

use super::cells::optional_date;
use super::columns::{Columns, FileNotes, Named, open};
use super::error::{File, FileError, Problem};
use super::formula::unguarded;
use super::rows::Rows;
use super::table::Line;
use crate::employer::{Coverage, DoelgroepHours, EmployerYear, HoursBase};
use crate::error::{Error, ErrorKind, Excerpt};
use crate::language::{Language, Phrase};
use crate::unit::{Hours, Percentage, Year};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Id,
    Year,
    Sector,
    Hours(Of),
    Quotumpercentage,
    Complete,
    PreviousYearComplete,
    HoursUntil,
}

/// Hours in columns of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Paid,
    LentOut,
    Wsw,
    Doelgroep,
    AttributedOut,
    AttributedIn,
    PreviousPaid,
    PreviousLentOut,
    PreviousWsw,
}

/// The names of the columns, in English and Dutch; a table is written with the same.
#[rustfmt::skip]
pub(crate) mod names {
    use crate::language::Phrase;

    pub(crate) const ID: Phrase = Phrase::new("id", "werkgever");
    pub(crate) const YEAR: Phrase = Phrase::new("year", "jaar");
    pub(crate) const SECTOR: Phrase = Phrase::new("sector", "sector");
    pub(crate) const PAID: Phrase = Phrase::new("paid_hours", "verloonde_uren");
    pub(crate) const LENT_OUT: Phrase = Phrase::new("lent_out_agency_hours", "uitgeleende_uitzenduren");
    pub(crate) const WSW: Phrase = Phrase::new("wsw_hours", "wsw_uren");
    pub(crate) const DOELGROEP: Phrase = Phrase::new("doelgroep_hours", "doelgroep_uren");
    pub(crate) const ATTRIBUTED_OUT: Phrase = Phrase::new("doelgroep_hours_attributed_out", "doelgroep_uren_toegerekend_aan_inleners");
    pub(crate) const ATTRIBUTED_IN: Phrase = Phrase::new("doelgroep_hours_attributed_in", "doelgroep_uren_toegerekend_door_uitleners");
    pub(crate) const PREVIOUS_PAID: Phrase = Phrase::new("previous_year_paid_hours", "vorig_jaar_verloonde_uren");
    pub(crate) const PREVIOUS_LENT_OUT: Phrase = Phrase::new("previous_year_lent_out_agency_hours", "vorig_jaar_uitgeleende_uitzenduren");
    pub(crate) const PREVIOUS_WSW: Phrase = Phrase::new("previous_year_wsw_hours", "vorig_jaar_wsw_uren");
    pub(crate) const QUOTUMPERCENTAGE: Phrase = Phrase::new("quotumpercentage", "quotumpercentage");
    pub(crate) const COMPLETE: Phrase = Phrase::new("complete", "volledig");
    pub(crate) const PREVIOUS_YEAR_COMPLETE: Phrase = Phrase::new("previous_year_complete", "vorig_jaar_volledig");
    pub(crate) const HOURS_UNTIL: Phrase = Phrase::new("hours_until", "uren_tot_en_met");
}

impl Of {
    const fn name(self) -> &'static str {
        let name = match self {
            Self::Paid => names::PAID,
            Self::LentOut => names::LENT_OUT,
            Self::Wsw => names::WSW,
            Self::Doelgroep => names::DOELGROEP,
            Self::AttributedOut => names::ATTRIBUTED_OUT,
            Self::AttributedIn => names::ATTRIBUTED_IN,
            Self::PreviousPaid => names::PREVIOUS_PAID,
            Self::PreviousLentOut => names::PREVIOUS_LENT_OUT,
            Self::PreviousWsw => names::PREVIOUS_WSW,
        };
        plain(name)
    }
}

/// The name in a plain file.
const fn plain(name: Phrase) -> &'static str {
    name.localized(Language::En)
}

const fn needed(column: Column, name: Phrase) -> Named<Column> {
    Named { column, name: plain(name), needed: true }
}

const fn optional(column: Column, name: Phrase) -> Named<Column> {
    Named { column, name: plain(name), needed: false }
}

const fn hours(of: Of, needed: bool) -> Named<Column> {
    Named { column: Column::Hours(of), name: of.name(), needed }
}

const COLUMNS: &[Named<Column>] = &[
    optional(Column::Id, names::ID),
    needed(Column::Year, names::YEAR),
    needed(Column::Sector, names::SECTOR),
    hours(Of::Paid, true),
    hours(Of::LentOut, false),
    hours(Of::Wsw, false),
    hours(Of::Doelgroep, true),
    hours(Of::AttributedOut, false),
    hours(Of::AttributedIn, false),
    hours(Of::PreviousPaid, false),
    hours(Of::PreviousLentOut, false),
    hours(Of::PreviousWsw, false),
    optional(Column::Quotumpercentage, names::QUOTUMPERCENTAGE),
    optional(Column::Complete, names::COMPLETE),
    optional(Column::PreviousYearComplete, names::PREVIOUS_YEAR_COMPLETE),
    optional(Column::HoursUntil, names::HOURS_UNTIL),
];

/// Reads a table of yearly totals; made by [`Options::totals`](super::Options::totals).
///
/// It is an iterator: each step is one line, an employer and year or what is wrong with it. After an
/// error [of one line](FileError::is_of_one_line) the next step reads the next line; another one ends
/// the reading. Memory holds one line at a time.
///
/// ```
/// use banenafspraak::payroll::csv::Options;
///
/// let file = "id,year,sector,paid_hours,doelgroep_hours\n\
///             school,2026,overheid,180000,2662\n\
///             museum,2026,overheid,-1,0\n";
/// let mut totals = Options::new().totals(file.as_bytes())?;
/// let row = totals.next().unwrap()?;
/// assert_eq!((row.line, row.employer.id()), (2, Some("school")));
/// assert_eq!(row.employer.previous_year(), None); // not known
/// let error = totals.next().unwrap().unwrap_err();
/// assert_eq!(error.employer.as_deref(), Some("museum"));
/// assert_eq!(error.to_string(), "totals, line 3: paid_hours: -1 is negative; the least is 0");
/// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
/// ```
pub struct TotalsReader<R> {
    rows: Rows<R>,
    columns: Columns<Column>,
    ended: bool,
}

impl<R> core::fmt::Debug for TotalsReader<R> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("TotalsReader").field("columns", &self.columns).finish_non_exhaustive()
    }
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

impl<R> TotalsReader<R> {
    /// What should be known about the file; of its end that is known once it is read.
    pub fn notes(&self) -> FileNotes {
        FileNotes {
            ignored_columns: self.columns.ignored().to_vec(),
            ends_without_line_end: self.rows.ends_without_line_end(),
        }
    }
}

impl<R: Read> TotalsReader<R> {
    pub(super) fn open(input: R, ignore_extra_columns: bool) -> Result<Self, FileError> {
        let (rows, columns) = open(input, File::Totals, COLUMNS, ignore_extra_columns)?;
        Ok(Self { rows, columns, ended: false })
    }

    /// The next line; `None` at the end.
    fn read(&mut self) -> Result<Option<TotalsRow>, FileError> {
        // Empty lines are skipped first, so that the line is that of the record.
        let ahead = self.rows.has_line();
        let number = self.rows.line();
        let (problem, id) = match ahead.and_then(|_| self.rows.unquoted()) {
            Ok(None) => return Ok(None),
            Ok(Some(line)) => {
                let fields = self.columns.fields(line).map(Iterator::collect);
                let read = fields.and_then(|fields| employer(&Line::new(number, fields)));
                let problem = match read {
                    Ok(employer) => return Ok(Some(TotalsRow { line: number, employer })),
                    Err(problem) => problem,
                };
                let id = self.columns.text_of(Column::Id, line).map(unguarded);
                (problem, id.unwrap_or_default().to_owned())
            }
            Err(problem) => (problem, String::new()),
        };
        let error = FileError::new(File::Totals, number, problem).ending_before(self.rows.line());
        Err(error.of_employer(&id))
    }
}

impl<R: Read> Iterator for TotalsReader<R> {
    type Item = Result<TotalsRow, FileError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let read = self.read();
        self.ended = match &read {
            Ok(row) => row.is_none(),
            Err(error) => !error.is_of_one_line(),
        };
        read.transpose()
    }
}

/// The employer of a line.
fn employer(line: &Line<'_, Column>) -> Result<EmployerYear, Problem> {
    let year: Year = filled(line, Column::Year, plain(names::YEAR))?.parse()?;
    let sector = filled(line, Column::Sector, plain(names::SECTOR))?.parse()?;
    let base = HoursBase::new(needed_hours(line, Of::Paid)?)
        .with_lent_out_agency_hours(hours_or_none(line, Of::LentOut)?)?
        .with_wsw_hours(hours_or_none(line, Of::Wsw)?)?;
    let doelgroep = DoelgroepHours::new(needed_hours(line, Of::Doelgroep)?)
        .with_attributed_out(hours_or_none(line, Of::AttributedOut)?)?
        .with_attributed_in(hours_or_none(line, Of::AttributedIn)?)?;
    let coverage = Coverage {
        complete: boolean(line, Column::Complete, names::COMPLETE)?,
        previous_year_complete: boolean(
            line,
            Column::PreviousYearComplete,
            names::PREVIOUS_YEAR_COMPLETE,
        )?,
        hours_until: day(line)?,
        missing: Vec::new(),
    };
    let mut employer = EmployerYear::new(year, sector, base, doelgroep)?
        .with_previous_year(previous_year(line)?)
        .with_coverage(coverage)?;
    let id = unguarded(line.text(Column::Id));
    if !id.is_empty() {
        employer = employer.with_id(id);
    }
    let percentage: Option<Percentage> =
        line.optional(Column::Quotumpercentage, plain(names::QUOTUMPERCENTAGE))?;
    Ok(match percentage {
        Some(percentage) => employer.with_quotumpercentage(percentage),
        None => employer,
    })
}

/// The base of the year before; `None` where all its cells are empty: it is not known.
fn previous_year(line: &Line<'_, Column>) -> Result<Option<HoursBase>, Problem> {
    let all = [Of::PreviousPaid, Of::PreviousLentOut, Of::PreviousWsw];
    if all.iter().all(|of| line.text(Column::Hours(*of)).is_empty()) {
        return Ok(None);
    }
    let named = |of: Of| move |error: Error| error.about(of.name());
    let base = HoursBase::new(needed_hours(line, Of::PreviousPaid)?)
        .with_lent_out_agency_hours(hours_or_none(line, Of::PreviousLentOut)?)
        .map_err(named(Of::PreviousLentOut))?
        .with_wsw_hours(hours_or_none(line, Of::PreviousWsw)?)
        .map_err(named(Of::PreviousWsw))?;
    Ok(Some(base))
}

/// A cell that may not be empty.
fn filled<'l>(
    line: &Line<'l, Column>,
    column: Column,
    name: &'static str,
) -> Result<&'l str, Problem> {
    let text = line.text(column);
    if text.is_empty() { Err(Problem::Empty { column: name }) } else { Ok(text) }
}

fn needed_hours(line: &Line<'_, Column>, of: Of) -> Result<Hours, Problem> {
    let hours: Result<Hours, Error> = filled(line, Column::Hours(of), of.name())?.parse();
    Ok(hours.map_err(|error| error.about(of.name()))?)
}

/// Zero where the cell is empty.
fn hours_or_none(line: &Line<'_, Column>, of: Of) -> Result<Hours, Error> {
    line.optional(Column::Hours(of), of.name()).map(Option::unwrap_or_default)
}

fn boolean(line: &Line<'_, Column>, column: Column, name: Phrase) -> Result<Option<bool>, Error> {
    match line.text(column) {
        "" => Ok(None),
        "true" => Ok(Some(true)),
        "false" => Ok(Some(false)),
        other => {
            let text = Excerpt::of(other);
            Err(Error::new(plain(name), ErrorKind::NotABoolean { text }))
        }
    }
}

fn day(line: &Line<'_, Column>) -> Result<Option<Date>, Error> {
    optional_date(plain(names::HOURS_UNTIL), line.text(Column::HoursUntil))
}
