//! Whether whole periods of an employer occur twice, or overlap.

use std::collections::HashMap;

use super::hashes::{Content, RelationHash};
use crate::payroll::checks::{Finding, Findings, overlaps};
use crate::payroll::coverage::Covered;
use crate::payroll::key::Hashing;
use crate::payroll::sums::{YEARS, Years, years_back};
use crate::payroll::tijdvak::Aangiftetijdvak;
use crate::unit::Year;

/// The periods of an employer: whether all records of one occur twice, or two that share a day
/// have the same relations.
///
/// What occurs an even number of times leaves no trace in an exclusive or: a part of a period that
/// occurs twice is missed, and a period that occurs three times.
#[derive(Debug, Clone, Default)]
pub(in crate::payroll) struct Periods {
    used: Years<u32>,
    /// Of each year the periods in use, in order.
    years: Years<Vec<Mixed>>,
}

/// The exclusive or of the records, and of their relations.
#[derive(Debug, Clone, Copy, Default)]
struct Mixed {
    records: u64,
    relations: u64,
}

impl Periods {
    #[inline]
    pub(in crate::payroll) fn add(
        &mut self,
        (before, period): (usize, Aangiftetijdvak),
        relation: RelationHash,
        content: Content,
    ) {
        let records = content.hash(relation, period);
        self.mix(before, period.place(), Mixed { records, relations: relation.0 });
    }

    #[inline]
    fn mix(&mut self, before: usize, place: u32, more: Mixed) {
        let (Some(used), Some(year)) = (self.used.get_mut(before), self.years.get_mut(before))
        else {
            return;
        };
        let bit = 1_u32 << place;
        let at = (*used & bit.wrapping_sub(1)).count_ones() as usize;
        if *used & bit == 0 {
            *used |= bit;
            year.insert(at.min(year.len()), Mixed::default());
        }
        if let Some(mixed) = year.get_mut(at) {
            mixed.records ^= more.records;
            mixed.relations ^= more.relations;
        }
    }

    /// The periods with a record.
    pub(in crate::payroll) fn covered(&self) -> Covered {
        Covered::default().with(self.used)
    }

    /// Adds the periods of another part of the same employer's records.
    pub(in crate::payroll) fn merge(&mut self, other: &Self) {
        for before in 0..YEARS {
            for (place, mixed) in other.of_year(before) {
                self.mix(before, place, mixed);
            }
        }
    }

    /// The periods of a year, each by its place.
    fn of_year(&self, before: usize) -> impl Iterator<Item = (u32, Mixed)> {
        let used = self.used.get(before).copied().unwrap_or_default();
        let places = (0..u32::BITS).filter(move |place| used >> place & 1 == 1);
        places.zip(self.years.get(before).into_iter().flatten().copied())
    }

    /// Adds what is wrong with whole periods to what was found.
    pub(in crate::payroll) fn look(&self, year: Year, findings: &mut Findings) {
        for (before, used) in self.used.iter().enumerate() {
            let Some(year) = years_back(year, before) else { continue };
            if *used == 0 {
                continue;
            }
            let of_year: HashMap<u32, Mixed, Hashing> = self.of_year(before).collect();
            for (place, mixed) in &of_year {
                if mixed.records == 0 {
                    if let Some(period) = Aangiftetijdvak::at(year, *place) {
                        findings.add(Finding::RepeatedPeriod { period });
                    }
                }
            }
            let relations =
                |period: Aangiftetijdvak| of_year.get(&period.place()).map_or(0, |it| it.relations);
            for (first, second) in overlaps(year, *used) {
                if relations(first) == relations(second) && relations(first) != 0 {
                    findings.add(Finding::OverlappingPeriods { first, second });
                }
            }
        }
    }
}
