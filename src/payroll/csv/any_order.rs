//! Records in any order: all are read first.

use std::io::Read;

use super::engine::BLANK;
use super::error::FileError;
use super::groups::Summary;
use super::known::{Known, Unknown};
use super::records::RecordReader;
use crate::payroll::accumulator::Payroll;
use crate::payroll::sources::{Joined, Sources};

/// The employers of a file of records, in the order of their first record; made by
/// [`RecordReader::in_any_order`].
#[derive(Debug)]
pub struct InAnyOrder<'s, R> {
    records: RecordReader<R>,
    sources: &'s Sources,
    payroll: Payroll,
    known: Known<'s>,
    unknown: Unknown,
    /// Which employer is given next, once all records are read; `None` before, and after an error that
    /// ends the reading.
    next: Option<usize>,
    ended: bool,
}

impl<R: Read> RecordReader<R> {
    /// Reads all records, in any order, and then gives each employer.
    ///
    /// Errors come first, as the lines are read. After one [of one line](FileError::is_of_one_line) the
    /// next step reads on; another one ends the reading, and no employer is given.
    ///
    /// Memory grows with the employers and the records of their registered persons; where the file
    /// [has corrections](RecordReader::has_corrections), with all records. Not every repeat and
    /// overlap is found without corrections, see [`Payroll`].
    ///
    /// ```
    /// use banenafspraak::payroll::csv::Options;
    /// use banenafspraak::payroll::{Employer, Sources};
    /// use banenafspraak::{Sector, Year};
    ///
    /// let mut sources = Sources::new(Year::new(2026)?);
    /// for key in ["bakery", "mill"] {
    ///     sources.employers.insert(Employer::new(key, Sector::Markt))?;
    /// }
    /// let file = "employer,person,period,paid_hours,premium_wage,kind\n\
    ///             bakery,p-17,2026-01,110,1980.50,ordinary\n\
    ///             mill,p-30,2026-01,173,3100.00,ordinary\n\
    ///             bakery,p-18,2026-01,173,3100.00,ordinary\n"; // in any order
    /// let mut hours = Vec::new();
    /// for joined in Options::new().records(file.as_bytes())?.in_any_order(&sources) {
    ///     let joined = joined?; // the line that cannot be read, or the employer
    ///     hours.push((&*joined.employer.key, joined.totals?.hours.paid_hours().to_string()));
    /// }
    /// assert_eq!(hours, [("bakery", "283".to_owned()), ("mill", "173".to_owned())]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn in_any_order(self, sources: &Sources) -> InAnyOrder<'_, R> {
        let corrected = self.has_corrections();
        InAnyOrder {
            records: self,
            sources,
            payroll: if corrected { sources.payroll_with_corrections() } else { sources.payroll() },
            known: Known::new(&sources.employers),
            unknown: Unknown::default(),
            next: None,
            ended: false,
        }
    }
}

impl<R: Read> InAnyOrder<'_, R> {
    /// Reads all records that are left.
    fn read(&mut self) -> Result<(), FileError> {
        let mut entry = BLANK;
        while let Some((line, key, keys)) = self.records.next(&mut entry)? {
            if self.known.employer(key, line, &mut self.unknown)?.is_some() {
                let place = self.payroll.place(key);
                self.payroll.add_at(place, keys, &entry);
            }
        }
        Ok(())
    }
}

impl<R> InAnyOrder<'_, R> {
    /// What was read so far; of the whole file once an employer was given.
    pub fn summary(&self) -> Summary {
        Summary {
            skipped: self.payroll.skipped(),
            unknown: self.unknown.records,
            ends_without_line_end: self.records.notes().ends_without_line_end,
        }
    }
}

impl<'s, R: Read> Iterator for InAnyOrder<'s, R> {
    type Item = Result<Joined<'s>, FileError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let place = match self.next {
            Some(place) => place,
            None => match self.read() {
                Ok(()) => 0,
                Err(error) => {
                    self.ended = !error.is_of_one_line();
                    return Some(Err(error));
                }
            },
        };
        // There are no more employers than memory holds.
        self.next = Some(place.saturating_add(1));
        let employer = self.sources.employers.get(self.payroll.employer(place)?)?;
        let totals = self.sources.totals(&self.payroll, employer);
        Some(Ok(self.sources.joined(employer, totals)))
    }
}
