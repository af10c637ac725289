//! Sums of one employer's records, in smallest units: each law's bases, and each registered
//! person's hours.

use core::hash::BuildHasher as _;
use std::collections::HashMap;
use std::sync::Arc;

use super::bonus::{BonusHours, Relation};
use super::key::{Hashing, Key, hashing, same};
use super::record::{Employment, Entry};
use super::register::{Coverage, Register};
use super::sum::{NONE, Sum, units};
use super::tijdvak::Aangiftetijdvak;
use crate::unit::Year;

/// The sums of one year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct YearSums {
    pub(super) paid_hours: Sum,
    pub(super) agency_hours: Sum,
    pub(super) wsw_hours: Sum,
    /// All of it, that over benefits included.
    pub(super) premium_wage: Sum,
    /// That over benefits.
    pub(super) benefit_wage: Sum,
    pub(super) wage_base: Sum,
}

/// The hours of a registered person in the year itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PersonSums {
    /// As an own arbeidsbeperkte: not in a Wsw employment (Wfsv 38g lid 4).
    pub(super) own: Sum,
    /// Of these, on the payroll for another employer: they cannot be attributed.
    pub(super) payrolled: Sum,
    /// In a Wsw employment and seconded: they count for the borrower alone.
    pub(super) seconded: Sum,
    /// Of both, in aangiftetijdvakken and employments that earn the bonus and ask for it.
    pub(super) bonus: BonusHours,
    /// Outside the registration, of any employment: they do not count.
    pub(super) outside: Sum,
    /// In a Wsw employment without secondment, registered: they do not count either.
    pub(super) wsw: Sum,
}

/// The years that matter: the year itself, the one before for the threshold (Wfsv 34 lid 4), and
/// the second before for the small employer (Wfsv 36 lid 2).
pub(super) const YEARS: usize = 3;

/// Something of each of these years, counted backwards from the year itself.
pub(super) type Years<T> = [T; YEARS];

/// The year `before` years earlier.
pub(super) fn years_back(year: Year, before: usize) -> Option<Year> {
    (0..before).try_fold(year, |year, _| year.previous().ok())
}

/// All sums of one employer.
#[derive(Debug, Clone)]
pub(super) struct Sums {
    pub(super) years: Years<YearSums>,
    /// Registered persons, in order of first appearance, and where each is.
    pub(super) persons: Vec<(Arc<str>, Coverage, PersonSums)>,
    places: HashMap<Key, usize, Hashing>,
    /// The person of the last record: often that of the next.
    last: Last,
}

#[derive(Debug, Clone)]
struct Last {
    key: Vec<u8>,
    is_registered: bool,
    /// `None` for who is not in the register, or has no record of the year yet.
    place: Option<usize>,
}

impl Last {
    /// No UTF-8 holds this byte: the first person is another.
    fn nobody() -> Self {
        Self { key: vec![u8::MAX], is_registered: false, place: None }
    }
}

/// Which of the years a period is in, counted backwards; `None` for another.
#[inline]
pub(super) fn years_before(year: Year, period: Aangiftetijdvak) -> Option<usize> {
    let before = usize::from(year.number().checked_sub(period.year().number())?);
    (before < YEARS).then_some(before)
}

impl Sums {
    pub(super) fn new() -> Self {
        Self {
            years: [YearSums::default(); YEARS],
            persons: Vec::new(),
            places: HashMap::default(),
            last: Last::nobody(),
        }
    }

    /// Adds a record of the person, `before` years before the year itself; whether the person is in
    /// the register.
    #[inline]
    pub(super) fn add(
        &mut self,
        before: usize,
        (person, relation): (&[u8], &[u8]),
        entry: &Entry,
        in_wage_base: bool,
        register: &Register,
    ) -> bool {
        self.add_of_year(before, entry, in_wage_base);
        if !same(&self.last.key, person) {
            self.last.key.clear();
            self.last.key.extend_from_slice(person);
            self.last.is_registered = register.get(person).is_some();
            self.last.place = None;
        }
        if before == 0 && self.last.is_registered {
            if self.last.place.is_none() {
                self.last.place = self.place(person, entry.period.year(), register);
            }
            if let Some(place) = self.last.place {
                self.add_of_person(place, relation, entry);
            }
        }
        self.last.is_registered
    }

    /// Adds a record to the sums of its year.
    #[inline]
    pub(super) fn add_of_year(&mut self, before: usize, entry: &Entry, in_wage_base: bool) {
        let Some(sums) = self.years.get_mut(before) else { return };
        let hours = units(entry.paid_hours);
        let wage = units(entry.premium_wage);
        let benefit_wage = units(entry.benefit_wage);
        sums.paid_hours += hours;
        match entry.kind {
            Employment::Agency => sums.agency_hours += hours,
            Employment::Wsw | Employment::WswSeconded => sums.wsw_hours += hours,
            Employment::Benefit => sums.benefit_wage += wage,
            _ => {}
        }
        sums.premium_wage += wage;
        // Most have none.
        if benefit_wage != NONE {
            sums.premium_wage += benefit_wage;
            sums.benefit_wage += benefit_wage;
        }
        if in_wage_base {
            sums.wage_base += wage;
        }
    }

    /// Adds a record of the year to the sums of its person, who is at this place.
    #[inline]
    pub(super) fn add_of_person(&mut self, place: usize, relation: &[u8], entry: &Entry) {
        let Some((_, coverage, sums)) = self.persons.get_mut(place) else { return };
        let hours = units(entry.paid_hours);
        if coverage.counts(entry.period) {
            match entry.kind {
                Employment::Wsw => sums.wsw += hours,
                Employment::WswSeconded => sums.seconded += hours,
                // BW 7:692 is not what Besluit Wfsv 2.27 asks: none of them can be attributed.
                Employment::Payroll => {
                    sums.own += hours;
                    sums.payrolled += hours;
                }
                _ => sums.own += hours,
            }
        } else {
            sums.outside += hours;
        }
        if entry.kind.earns_bonus() && coverage.earns_bonus(entry.period) {
            sums.bonus.add(hashed(relation), entry.period, hours, entry.asks_lkv);
        }
    }

    /// Where the sums of a person of the year are; `None` if not in the register.
    pub(super) fn place(
        &mut self,
        person: &[u8],
        year: Year,
        register: &Register,
    ) -> Option<usize> {
        // Most are not in the register: one look is enough for them.
        let registered = register.get(person)?;
        let known = self.places.get(person).copied();
        let new = || self.new_person(Key::new(person), registered.coverage(year));
        Some(known.unwrap_or_else(new))
    }

    fn new_person(&mut self, person: Key, coverage: Coverage) -> usize {
        let place = self.persons.len();
        self.persons.push((Arc::clone(&person.0), coverage, PersonSums::default()));
        self.places.insert(person, place);
        place
    }

    /// The sums of a person, if in the register and on the payroll.
    pub(super) fn person(&self, person: &str) -> Option<&PersonSums> {
        self.persons.get(*self.places.get(person.as_bytes())?).map(|(_, _, sums)| sums)
    }

    /// Adds the sums of another part of the same employer's records.
    pub(super) fn merge(&mut self, other: Self) {
        for (sums, other) in self.years.iter_mut().zip(other.years) {
            sums.paid_hours += other.paid_hours;
            sums.agency_hours += other.agency_hours;
            sums.wsw_hours += other.wsw_hours;
            sums.premium_wage += other.premium_wage;
            sums.benefit_wage += other.benefit_wage;
            sums.wage_base += other.wage_base;
        }
        for (person, coverage, other) in other.persons {
            let known = self.places.get(person.as_bytes()).copied();
            let place = known.unwrap_or_else(|| self.new_person(Key(person), coverage));
            if let Some((_, _, sums)) = self.persons.get_mut(place) {
                sums.own += other.own;
                sums.seconded += other.seconded;
                sums.payrolled += other.payrolled;
                sums.bonus.merge(&other.bonus);
                sums.outside += other.outside;
                sums.wsw += other.wsw;
            }
        }
    }
}

/// A relation of a person by its hash.
#[inline]
fn hashed(relation: &[u8]) -> Relation {
    if relation.is_empty() { 0 } else { hashing().hash_one(relation).max(1) }
}
