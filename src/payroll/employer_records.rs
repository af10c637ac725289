//! The records of one employer, as they are added.

use std::sync::Arc;

use super::checks::Finding;
#[cfg(feature = "parallel")]
use super::checks::{Allow, Findings};
use super::coverage::Covered;
use super::filings::Filings;
use super::persons::Late;
use super::record::Entry;
use super::register::Register;
use super::seen::{Content, Periods, Place, RelationHash, Seen};
use super::sums::Sums;
#[cfg(feature = "parallel")]
use crate::unit::Year;

/// The records of one employer, as they are added.
#[derive(Debug, Clone)]
pub(super) struct EmployerRecords {
    pub(super) key: Arc<str>,
    /// How many records were added by key; no input has 2^64.
    pub(super) records: u64,
    pub(super) sums: Sums,
    pub(super) filings: Filings,
    pub(super) late: Vec<Late>,
    /// What the filings cover, and the records of a group that is settled.
    pub(super) covered: Covered,
    /// What is wrong with the records of a group that is settled.
    pub(super) finding: Option<Finding>,
    /// The records of registered persons, or in a group of all.
    pub(super) seen: Option<Box<Seen>>,
    /// The records of all, by whole periods.
    pub(super) periods: Periods,
}

impl EmployerRecords {
    pub(super) fn new(key: Arc<str>) -> Self {
        Self {
            key,
            records: 0,
            sums: Sums::new(),
            filings: Filings::default(),
            late: Vec::new(),
            covered: Covered::default(),
            finding: None,
            seen: None,
            periods: Periods::default(),
        }
    }

    /// Adds another part of its records; of what was seen there the memory is left.
    pub(super) fn merge(&mut self, other: Self) -> Option<Box<Seen>> {
        self.records = self.records.saturating_add(other.records);
        self.sums.merge(other.sums);
        self.filings.merge(other.filings);
        self.late.extend(other.late);
        self.covered.merge(other.covered);
        self.finding = self.finding.take().into_iter().chain(other.finding).min();
        self.periods.merge(&other.periods);
        let (Some(own), Some(seen)) = (&mut self.seen, &other.seen) else {
            self.seen = self.seen.take().or(other.seen);
            return None;
        };
        own.merge(seen);
        other.seen
    }

    /// Draws from what was seen of all its records what the totals need, and leaves the memory.
    #[cfg(feature = "parallel")]
    pub(super) fn settle(&mut self, year: Year, allow: Allow) -> Option<Box<Seen>> {
        let seen = self.seen.take()?;
        let mut findings = Findings::new(allow);
        seen.look(year, &mut findings);
        self.finding = findings.into_first();
        self.covered.merge(seen.covered());
        Some(seen)
    }

    pub(super) fn covered(&self) -> Covered {
        let mut covered = self.covered;
        covered.merge(self.periods.covered());
        covered.merge(self.seen.as_ref().map(|seen| seen.covered()).unwrap_or_default());
        covered
    }

    /// Adds a final record, in memory that does not grow with persons who are not registered.
    #[inline]
    pub(super) fn add(
        &mut self,
        before: usize,
        keys: Keys<'_>,
        entry: &Entry,
        register: &Register,
    ) {
        let Keys { person, relation } = keys;
        let in_wage_base = entry.kind.in_wage_base();
        let is_registered =
            self.sums.add(before, (person, relation), entry, in_wage_base, register);
        let hash = RelationHash::new(person, relation);
        let content = Content::new(entry);
        let at = (before, entry.period);
        self.periods.add(at, hash, content);
        if is_registered {
            let seen = self.seen.get_or_insert_default();
            seen.add(person, hash, content, at);
            if !relation.is_empty() {
                seen.add_named(person, at);
            }
        }
    }

    /// Adds a final record of the one employer whose records are read.
    #[inline]
    #[expect(clippy::vec_box, reason = "a box goes from employer to employer as it is")]
    pub(super) fn add_of_group(
        &mut self,
        before: usize,
        keys: Keys<'_>,
        entry: &Entry,
        register: &Register,
        spares: &mut Vec<Box<Seen>>,
    ) {
        let Keys { person, relation } = keys;
        self.sums.add_of_year(before, entry, entry.kind.in_wage_base());
        let seen = self.seen.get_or_insert_with(|| spares.pop().unwrap_or_default());
        let hash = RelationHash::new(person, relation);
        let content = Content::plain(entry);
        let number = seen.add(person, hash, content, (before, entry.period));
        if !relation.is_empty() {
            seen.add_named(person, (before, entry.period));
        }
        if before == 0 {
            // A person is looked up in the register once.
            let mut place = seen.place(number);
            if place == Place::UNKNOWN {
                let found = self.sums.place(person, entry.period.year(), register);
                place = seen.set_place(number, found);
            }
            if let Some(place) = place.get() {
                self.sums.add_of_person(place, relation, entry);
            }
        }
    }
}

/// The person of a record and the relation, in UTF-8.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keys<'k> {
    pub(super) person: &'k [u8],
    /// Blank for a relation without a name.
    pub(super) relation: &'k [u8],
}
