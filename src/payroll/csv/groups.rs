//! Records in groups by employer: one group in memory at a time.

use std::io::Read;
use std::sync::Arc;

use super::engine::BLANK;
use super::error::{File, FileError, Problem};
use super::known::{Known, Unknown};
use super::records::RecordReader;
use crate::payroll::accumulator::Payroll;
use crate::payroll::employers::Employer;
use crate::payroll::key::same;
use crate::payroll::sources::{Joined, Sources};
use crate::payroll::summary::Summary;

/// The employers of a file whose records are in groups by employer, each after its group; made by
/// [`RecordReader::grouped`].
#[derive(Debug)]
pub struct Grouped<'s, R> {
    records: RecordReader<R>,
    groups: Groups<'s>,
    ended: bool,
}

impl<R: Read> RecordReader<R> {
    /// Reads records that are in groups by employer, and gives each employer after its group, in memory
    /// that grows with the largest group, and not with the file. Each repeat and overlap is found.
    ///
    /// An error is given in its place. After one [of one line](FileError::is_of_one_line) the next
    /// step reads on; another one ends the reading, and the group that is open has no totals.
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
    ///             bakery,p-18,2026-01,173,3100.00,ordinary\n"; // not in groups
    /// let mut employers = Options::new().records(file.as_bytes())?.grouped(&sources);
    /// let bakery = employers.next().unwrap()?;
    /// assert_eq!(bakery.totals?.hours.paid_hours().to_string(), "110");
    /// assert_eq!(&*employers.next().unwrap()?.employer.key, "mill");
    /// let error = employers.next().unwrap().unwrap_err();
    /// assert_eq!((error.line, error.code()), (4, "not_grouped"));
    /// assert!(employers.next().is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn grouped(self, sources: &Sources) -> Grouped<'_, R> {
        let groups = Groups::new(sources, sources.group(self.has_corrections()));
        Grouped { records: self, groups, ended: false }
    }
}

impl<R> Grouped<'_, R> {
    /// What was read so far; of the whole file once the iterator has ended.
    pub fn summary(&self) -> Summary {
        self.groups.summary(self.records.notes().ends_without_line_end)
    }
}

impl<'s, R: Read> Iterator for Grouped<'s, R> {
    type Item = Result<Joined<'s>, FileError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let read = self.groups.read(&mut self.records);
        self.ended = match &read {
            Ok(joined) => joined.is_none(),
            Err(error) => !error.is_of_one_line(),
        };
        match read.transpose() {
            None => self.groups.finish().map(Ok),
            read => read,
        }
    }
}

impl Sources {
    /// An empty payroll for one group after the other.
    pub(super) fn group(&self, has_corrections: bool) -> Payroll {
        if has_corrections {
            return self.payroll();
        }
        Payroll::in_groups(self.year, Arc::clone(&self.register)).allowing(self.allow)
    }
}

/// Groups as they are read: one is open at a time.
#[derive(Debug)]
pub(super) struct Groups<'s> {
    sources: &'s Sources,
    known: Known<'s>,
    /// The employer of the open group, and where its records go.
    open: Option<(usize, &'s Employer)>,
    at: Option<usize>,
    pub(super) payroll: Payroll,
    /// Which employers had their group.
    done: Vec<bool>,
    pub(super) unknown: Unknown,
    /// Why nothing more is read, once the group before has its totals.
    pub(super) failed: Option<FileError>,
}

impl<'s> Groups<'s> {
    pub(super) fn new(sources: &'s Sources, payroll: Payroll) -> Self {
        Self {
            sources,
            known: Known::new(&sources.employers),
            open: None,
            at: None,
            payroll,
            done: vec![false; sources.employers.len()],
            unknown: Unknown::default(),
            failed: None,
        }
    }

    /// Reads until a group has ended, and gives its employer; `None` at the end of the records, where
    /// the last group is still open.
    #[inline]
    pub(super) fn read<R: Read>(
        &mut self,
        records: &mut RecordReader<R>,
    ) -> Result<Option<Joined<'s>>, FileError> {
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        let mut entry = BLANK;
        while let Some((line, key, keys)) = records.next(&mut entry)? {
            let mut ended = None;
            if self.open.is_none_or(|(_, open)| !same(open.key.as_bytes(), key)) {
                let known = self.known.employer(key, line, &mut self.unknown)?;
                let Some((place, employer)) = known else { continue };
                ended = self.begin(place, employer, line);
                if self.failed.is_some() {
                    // The group before has its totals first.
                    return ended.map_or_else(|| self.read(records), |ended| Ok(Some(ended)));
                }
            }
            let at = match self.at {
                Some(at) => at,
                None => *self.at.insert(self.payroll.place(key)),
            };
            self.payroll.add_at(at, keys, &entry);
            if ended.is_some() {
                return Ok(ended);
            }
        }
        Ok(None)
    }

    /// Begins a group, and ends the one before, whose employer it gives; goes on with one that is open.
    /// A second group of an employer fails the reading.
    pub(super) fn begin(
        &mut self,
        place: usize,
        employer: &'s Employer,
        line: u64,
    ) -> Option<Joined<'s>> {
        if self.open.is_some_and(|(open, _)| open == place) {
            return None;
        }
        let ended = self.finish();
        if self.done.get_mut(place).is_none_or(|done| core::mem::replace(done, true)) {
            let problem = Problem::NotGrouped { employer: (&*employer.key).into() };
            self.failed = Some(FileError::new(File::Records, line, problem));
        } else {
            self.open = Some((place, employer));
        }
        ended
    }

    /// Ends the open group, if there is one, and gives its employer.
    pub(super) fn finish(&mut self) -> Option<Joined<'s>> {
        let (_, employer) = self.open.take()?;
        let totals = self.sources.totals(&self.payroll, employer);
        self.payroll.clear();
        self.at = None;
        Some(self.sources.joined(employer, totals))
    }

    pub(super) const fn summary(&self, ends_without_line_end: bool) -> Summary {
        Summary {
            skipped: self.payroll.skipped(),
            unknown: self.unknown.records,
            ends_without_line_end,
        }
    }
}
