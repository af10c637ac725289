//! The slow path: a record with quotes, or one that is refused: exactly, and with the reason.

use std::io::Read;

use super::fast::BLANK;
use crate::error::{Error, ErrorKind, Excerpt};
use crate::payroll::csv::cells::{check_key, check_visible, optional_date, visible};
use crate::payroll::csv::columns::{Column, Columns};
use crate::payroll::csv::error::{File, FileError, Problem};
use crate::payroll::csv::rows::Rows;
use crate::payroll::employer_records::Keys;
use crate::payroll::record::Entry;

/// The line of a record, the key of its employer in UTF-8, and the others.
pub(in crate::payroll::csv) type Found<'k> = (u64, &'k [u8], Keys<'k>);

/// The keys of the last record that needed it.
#[derive(Debug, Default)]
pub(super) struct Slow {
    employer: String,
    person: String,
    relation: String,
}

impl Slow {
    /// Reads the next record into `entry`; `None` at the end.
    #[cold]
    pub(super) fn next<R: Read>(
        &mut self,
        rows: &mut Rows<R>,
        columns: &Columns<Column>,
        entry: &mut Entry,
    ) -> Result<Option<Found<'_>>, FileError> {
        // An error before the line is of no employer.
        self.employer.clear();
        let ahead = rows.has_line();
        let at = rows.line();
        match ahead.and_then(|_| self.read(rows, columns)) {
            Ok(Some(read)) => {
                *entry = read;
                let (person, relation) = (self.person.as_bytes(), self.relation.as_bytes());
                Ok(Some((at, self.employer.as_bytes(), Keys { person, relation })))
            }
            Ok(None) => Ok(None),
            Err(problem) => {
                if let Some(rejected) = rows.take_rejected() {
                    return Err(rejected.in_file(File::Records));
                }
                let error = FileError::new(File::Records, at, problem).ending_before(rows.line());
                Err(error.of_employer(&visible(&self.employer)))
            }
        }
    }

    fn read<R: Read>(
        &mut self,
        rows: &mut Rows<R>,
        columns: &Columns<Column>,
    ) -> Result<Option<Entry>, Problem> {
        self.employer.clear();
        self.person.clear();
        self.relation.clear();
        let Some(line) = rows.unquoted()? else { return Ok(None) };
        // The employer first: an error of another column says whose line it is.
        if let Some(employer) = columns.text_of(Column::Employer, line) {
            employer.clone_into(&mut self.employer);
        }
        let mut entry = BLANK;
        for (column, text) in columns.fields(line)? {
            match column {
                Column::Employer => {}
                Column::Person => text.clone_into(&mut self.person),
                Column::Relation => text.clone_into(&mut self.relation),
                _ => set(&mut entry, column, text)?,
            }
        }
        if let (Some(from), Some(until)) = (entry.employed_from, entry.employed_until) {
            if until < from {
                let field = "employed_until";
                return Err(Error::new(field, ErrorKind::EndsBeforeItBegins { from, until }).into());
            }
        }
        for (column, key) in [("employer", &self.employer), ("person", &self.person)] {
            check_key(column, key)?;
        }
        check_visible("relation", &self.relation)?;
        let period = entry.period;
        match (entry.filed_on, entry.employed_from) {
            (Some(filed_on), _) if filed_on < period.first_day() => {
                Err(Problem::FiledBeforePeriod { filed_on, period })
            }
            (_, Some(employed_from)) if employed_from > period.last_day() => {
                Err(Problem::EmployedAfterPeriod { employed_from, period })
            }
            _ => Ok(Some(entry)),
        }
    }
}

fn set(entry: &mut Entry, column: Column, text: &str) -> Result<(), Error> {
    match column {
        Column::Employer | Column::Person | Column::Relation => {}
        Column::Period => entry.period = text.parse()?,
        Column::PaidHours => {
            entry.paid_hours = text.parse().map_err(|error: Error| error.about("paid_hours"))?;
        }
        Column::PremiumWage => {
            entry.premium_wage =
                text.parse().map_err(|error: Error| error.about("premium_wage"))?;
        }
        Column::Kind => entry.kind = text.parse()?,
        Column::EmployedFrom => entry.employed_from = optional_date("employed_from", text)?,
        Column::EmployedUntil => {
            entry.employed_until = optional_date("employed_until", text)?;
        }
        Column::FiledOn => entry.filed_on = optional_date("filed_on", text)?,
        Column::AsksLkv => {
            entry.asks_lkv = match text {
                "true" | "J" => true,
                "false" | "N" | "" => false,
                _ => {
                    let field = "asks_lkv";
                    return Err(Error::new(
                        field,
                        ErrorKind::NotABoolean { text: Excerpt::of(text) },
                    ));
                }
            }
        }
    }
    Ok(())
}
