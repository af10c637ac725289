//! The records of the wage returns, streamed.

use core::ops::ControlFlow;
use std::io::Read;

use super::cells::{check_key, check_visible, optional_date, visible};
use super::columns::{Column, Columns, ExtraColumns, FileNotes, Named, open};
use super::error::{File, FileError, OnError, Problem};
use super::fast::{Fast, Line};
use super::rows::{LONGEST, Rows};
use crate::error::{Error, Excerpt, Field};
use crate::payroll::accumulator::Keys;
use crate::payroll::record::{Record, Values};
use crate::payroll::tijdvak::Aangiftetijdvak;
use crate::unit::Year;

const fn named(column: Column, name: &'static str, needed: bool) -> Named<Column> {
    Named { column, name, needed }
}

const COLUMNS: &[Named<Column>] = &[
    named(Column::Employer, "employer", true),
    named(Column::Person, "person", true),
    named(Column::Period, "period", true),
    named(Column::PaidHours, "paid_hours", true),
    named(Column::PremiumWage, "premium_wage", true),
    named(Column::Kind, "kind", true),
    named(Column::EmployedFrom, "employed_from", false),
    named(Column::EmployedUntil, "employed_until", false),
    named(Column::FiledOn, "filed_on", false),
    named(Column::AsksLkv, "asks_lkv", false),
    named(Column::Relation, "relation", false),
];

/// Reads the records of the contract's CSV one by one, in memory that does not grow.
///
/// ```
/// use banenafspraak::payroll::csv::{ExtraColumns, RecordReader};
///
/// let file = "employer,person,period,paid_hours,premium_wage,kind\n\
///             bakery,p-17,2026-01,110,1980.50,ordinary\n";
/// let mut records = RecordReader::new(file.as_bytes(), ExtraColumns::Refused)?;
/// let record = records.read()?.unwrap();
/// assert_eq!((record.employer, record.paid_hours.to_string()), ("bakery", "110".into()));
/// assert!(!records.has_corrections());
/// assert!(records.read()?.is_none());
/// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
/// ```
#[derive(Debug)]
pub struct RecordReader<R> {
    rows: Rows<R>,
    columns: Columns<Column>,
    fast: Fast,
    /// The length of the last line, which is used up when the next is read.
    pending: usize,
    /// The keys of the last record that needed the slow path.
    employer: String,
    person: String,
    relation: String,
}

/// The line of a record, the key of its employer in UTF-8, and the others.
type Found<'k> = (u64, &'k [u8], Keys<'k>);

const NO_VALUES: Values = Values::new(Aangiftetijdvak::whole_year(Year::MIN));

impl<R> RecordReader<R> {
    /// A reader with the same columns and nothing to read.
    #[cfg(feature = "parallel")]
    pub(super) fn without_input(&self) -> RecordReader<()> {
        self.columns_over(Rows::new(()))
    }

    /// A reader of other lines with the same columns.
    #[cfg(feature = "parallel")]
    pub(super) fn with_bytes(&self, bytes: Vec<u8>, line: u64) -> RecordReader<std::io::Empty> {
        self.columns_over(Rows::of_bytes(bytes, line))
    }

    #[cfg(feature = "parallel")]
    fn columns_over<S>(&self, rows: Rows<S>) -> RecordReader<S> {
        let [employer, person, relation] = Default::default();
        let columns = self.columns.clone();
        RecordReader { rows, columns, fast: Fast::new(), pending: 0, employer, person, relation }
    }

    /// Whether the file has a column of when returns were filed, when employments began or ended, or
    /// which relation they are, so that
    /// [`Payroll::with_corrections`](crate::payroll::Payroll::with_corrections) is needed.
    pub fn has_corrections(&self) -> bool {
        let columns =
            [Column::FiledOn, Column::EmployedFrom, Column::EmployedUntil, Column::Relation];
        columns.into_iter().any(|column| self.columns.has(column))
    }

    /// What is worth a word about the file; of its end that is known once it is read.
    pub fn notes(&self) -> FileNotes {
        FileNotes {
            ignored_columns: self.columns.ignored().to_vec(),
            ends_without_line_end: self.rows.ends_without_line_end(),
        }
    }

    /// The line on which the next record begins; the header is line 1.
    pub fn line(&self) -> u64 {
        self.rows.line().saturating_add(u64::from(self.pending > 0))
    }
}

#[cfg(feature = "parallel")]
impl RecordReader<std::io::Empty> {
    /// The bytes it was made of, to be used again.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.rows.into_bytes()
    }
}

impl<R: Read> RecordReader<R> {
    /// Reads the header.
    ///
    /// ```
    /// use banenafspraak::payroll::csv::{ExtraColumns, RecordReader};
    ///
    /// let header = "employer,person,period,paid_hours,premium_wage,kind,filed_on\n";
    /// let records = RecordReader::new(header.as_bytes(), ExtraColumns::Refused)?;
    /// assert!(records.has_corrections());
    /// let error = RecordReader::new(&b"employer,name\n"[..], ExtraColumns::Refused).unwrap_err();
    /// assert_eq!(error.code(), "unknown_column");
    /// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A [`FileError`] for a header with missing, unknown or doubled columns.
    pub fn new(input: R, extra: ExtraColumns) -> Result<Self, FileError> {
        let (rows, columns) = open(input, File::Records, COLUMNS, extra)?;
        let [employer, person, relation] = Default::default();
        Ok(Self { rows, columns, fast: Fast::new(), pending: 0, employer, person, relation })
    }

    /// Cuts off about `most` bytes into a buffer, whole lines without quotes, and the number of
    /// the first line; `None` where there are none.
    #[cfg(feature = "parallel")]
    pub(super) fn cut(&mut self, most: usize, buffer: Vec<u8>) -> Option<(Vec<u8>, u64)> {
        self.rows.cut(most, buffer)
    }

    /// The next record; `None` at the end of the file.
    ///
    /// ```
    /// use banenafspraak::payroll::csv::{ExtraColumns, RecordReader};
    ///
    /// let file = "employer,person,period,paid_hours,premium_wage,kind\n\
    ///             bakery,p-17,2026-13,110,1980.50,ordinary\n\
    ///             bakery,p-18,2026-01,173,3100.00,ordinary\n";
    /// let mut records = RecordReader::new(file.as_bytes(), ExtraColumns::Refused)?;
    /// assert_eq!(records.line(), 2);
    /// let error = records.read().unwrap_err();
    /// assert_eq!((error.line, error.is_of_one_line()), (2, true));
    /// assert_eq!(error.employer.as_deref(), Some("bakery"));
    /// assert_eq!(records.read()?.unwrap().person, "p-18");
    /// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A [`FileError`]. If it [`is_of_one_line`](FileError::is_of_one_line), reading can go on
    /// with the next record.
    pub fn read(&mut self) -> Result<Option<Record<'_>>, FileError> {
        let mut values = NO_VALUES;
        match self.next(&mut values)? {
            None => Ok(None),
            Some((_, employer, Keys { person, relation })) => {
                // Checked when they were read.
                let text = |key| core::str::from_utf8(key).unwrap_or_default();
                Ok(Some(values.of(text(employer), text(person), text(relation))))
            }
        }
    }

    /// Calls `each` with the line, the keys and the values of every record, until it breaks off.
    #[inline]
    pub(super) fn each(
        &mut self,
        on_error: &mut OnError<'_>,
        mut each: impl FnMut(u64, &[u8], Keys<'_>, &Values) -> Result<ControlFlow<()>, FileError>,
    ) -> Result<(), FileError> {
        let mut values = NO_VALUES;
        loop {
            let met = match self.next(&mut values) {
                Ok(Some((at, employer, keys))) => each(at, employer, keys, &values),
                Ok(None) => return Ok(()),
                Err(error) => Err(error),
            };
            match met {
                Ok(ControlFlow::Continue(())) => {}
                Ok(ControlFlow::Break(())) => return Ok(()),
                Err(error) => on_error.meet(error)?,
            }
        }
    }

    /// The keys of the next record, and its values; `None` at the end.
    #[inline]
    fn next(&mut self, values: &mut Values) -> Result<Option<Found<'_>>, FileError> {
        self.rows.use_bytes(core::mem::take(&mut self.pending));
        match self.fast.parse(self.rows.ahead(), self.columns.places(), values) {
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
            _ => self.next_slowly(values),
        }
    }

    #[cold]
    fn next_slowly(&mut self, values: &mut Values) -> Result<Option<Found<'_>>, FileError> {
        // An error before the line is of no employer.
        self.employer.clear();
        let ahead = self.rows.has_line();
        let at = self.rows.line();
        match ahead.and_then(|_| self.read_slowly()) {
            Ok(Some(read)) => {
                *values = read;
                let (person, relation) = (self.person.as_bytes(), self.relation.as_bytes());
                Ok(Some((at, self.employer.as_bytes(), Keys { person, relation })))
            }
            Ok(None) => Ok(None),
            Err(problem) => {
                let error = FileError::new(File::Records, at, problem);
                let error = error.ending_before(self.rows.line());
                Err(error.of_employer(&visible(&self.employer)))
            }
        }
    }

    /// A record with quotes, or one that is refused: exactly, and with the reason.
    #[cold]
    fn read_slowly(&mut self) -> Result<Option<Values>, Problem> {
        self.employer.clear();
        self.person.clear();
        self.relation.clear();
        let Some(line) = self.rows.unquoted()? else { return Ok(None) };
        // The employer first: an error of another column says whose line it is.
        if let Some(employer) = self.columns.text_of(Column::Employer, line) {
            employer.clone_into(&mut self.employer);
        }
        let mut values = NO_VALUES;
        for (column, text) in self.columns.fields(line)? {
            match column {
                Column::Employer => {}
                Column::Person => text.clone_into(&mut self.person),
                Column::Relation => text.clone_into(&mut self.relation),
                _ => values.set(column, text)?,
            }
        }
        if let (Some(from), Some(until)) = (values.employed_from, values.employed_until) {
            if until < from {
                let field = Field::new("employed_until");
                return Err(Error::EndsBeforeItBegins { field, from, until }.into());
            }
        }
        for (column, key) in [("employer", &self.employer), ("person", &self.person)] {
            check_key(column, key)?;
        }
        check_visible("relation", &self.relation)?;
        let period = values.period;
        match (values.filed_on, values.employed_from) {
            (Some(filed_on), _) if filed_on < period.first_day() => {
                Err(Problem::FiledBeforePeriod { filed_on, period })
            }
            (_, Some(employed_from)) if employed_from > period.last_day() => {
                Err(Problem::EmployedAfterPeriod { employed_from, period })
            }
            _ => Ok(Some(values)),
        }
    }
}

impl Values {
    /// Whether its days are in order: filed once the period has begun, employed before it ends.
    #[inline]
    pub(super) fn is_in_order(&self) -> bool {
        let Self { period, employed_from, employed_until, filed_on, .. } = *self;
        // Most have none of these; `None` is before any day.
        (employed_until.is_none() || employed_from <= employed_until)
            && filed_on.is_none_or(|day| day >= period.first_day())
            && employed_from.is_none_or(|day| day <= period.last_day())
    }

    fn set(&mut self, column: Column, text: &str) -> Result<(), Error> {
        match column {
            Column::Employer | Column::Person | Column::Relation => {}
            Column::Period => self.period = text.parse()?,
            Column::PaidHours => {
                self.paid_hours = text.parse().map_err(|error: Error| error.about("paid_hours"))?;
            }
            Column::PremiumWage => {
                self.premium_wage =
                    text.parse().map_err(|error: Error| error.about("premium_wage"))?;
            }
            Column::Kind => self.kind = text.parse()?,
            Column::EmployedFrom => self.employed_from = optional_date("employed_from", text)?,
            Column::EmployedUntil => {
                self.employed_until = optional_date("employed_until", text)?;
            }
            Column::FiledOn => self.filed_on = optional_date("filed_on", text)?,
            Column::AsksLkv => {
                self.asks_lkv = match text {
                    "true" | "J" => true,
                    "false" | "N" | "" => false,
                    _ => {
                        let field = Field::new("asks_lkv");
                        return Err(Error::NotABoolean { field, text: Excerpt::of(text) });
                    }
                }
            }
        }
        Ok(())
    }
}
