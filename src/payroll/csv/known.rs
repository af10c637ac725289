//! The employers of the records: known ones, and those in no list.
//!
//! Positions and counts saturate, and never do: none is larger than memory.

use std::collections::HashSet;

use super::error::{File, FileError, Problem};
use crate::payroll::employers::{Employer, Employers};
use crate::payroll::key::same;

/// The employer of each record: mostly that of the record before.
#[derive(Debug)]
pub(super) struct Known<'s> {
    employers: &'s Employers,
    last: Option<(usize, &'s Employer)>,
}

impl<'s> Known<'s> {
    pub(super) const fn new(employers: &'s Employers) -> Self {
        Self { employers, last: None }
    }

    /// The employer of a record and its place; `None` for one that is not known and was reported.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "once for every record: measured in instructions")]
    pub(super) fn employer(
        &mut self,
        key: &[u8],
        at: u64,
        unknown: &mut Unknown,
    ) -> Result<Option<(usize, &'s Employer)>, FileError> {
        if self.last.is_none_or(|(_, last)| !same(last.key.as_bytes(), key)) {
            let place = self.employers.place_of_bytes(key);
            self.last = place.and_then(|place| Some((place, self.employers.at(place)?)));
        }
        match self.last {
            Some(known) => Ok(Some(known)),
            None => {
                unknown.report(core::str::from_utf8(key).unwrap_or_default(), at).map(|()| None)
            }
        }
    }
}

/// The bytes for keys of unknown employers: about a hundred thousand keys of the usual length.
const REMEMBERED: usize = 1 << 22;

/// Employers that are in no file: each is reported once, as far as there is memory for it.
#[derive(Debug, Default)]
pub(super) struct Unknown {
    keys: HashSet<Box<str>>,
    bytes: usize,
    /// How many records they have.
    pub(super) records: u64,
}

impl Unknown {
    /// An error for an employer that was not reported before, or that was not remembered.
    pub(super) fn report(&mut self, employer: &str, at: u64) -> Result<(), FileError> {
        self.records = self.records.saturating_add(1);
        if self.keys.contains(employer) {
            return Ok(());
        }
        // The text, where it is, and its place in the table.
        let bytes = self.bytes.saturating_add(employer.len()).saturating_add(32);
        if bytes <= REMEMBERED {
            self.bytes = bytes;
            self.keys.insert(employer.into());
        }
        let problem = Problem::UnknownEmployer { employer: employer.into() };
        Err(FileError::new(File::Records, at, problem).of_employer(employer))
    }
}
