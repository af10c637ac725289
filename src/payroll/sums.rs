//! Sums of one employer's records, in smallest units: each law's bases, and each registered
//! person's hours. Sums of 128 bits hold more records than can be read.

use core::hash::BuildHasher as _;
use std::collections::HashMap;
use std::sync::Arc;

use super::bonus::{BonusHours, Relation};
use super::key::{Hashing, Key, hashing, same};
use super::record::{Employment, Values};
use super::register::{Coverage, Register};
use super::tijdvak::Aangiftetijdvak;
use crate::unit::{Unit as _, Year};

/// The sums of one year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct YearSums {
    pub(super) paid_hours: i128,
    pub(super) agency_hours: i128,
    pub(super) wsw_hours: i128,
    /// All of it, that over benefits included.
    pub(super) premium_wage: i128,
    /// That over benefits.
    pub(super) benefit_wage: i128,
    pub(super) wage_base: i128,
}

/// The hours of a registered person in the year itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PersonSums {
    /// As an own arbeidsbeperkte: not in a Wsw employment (Wfsv 38g lid 4).
    pub(super) own: i128,
    /// Of these, on the payroll for another employer: they cannot be attributed.
    pub(super) payrolled: i128,
    /// In a Wsw employment and seconded: they count for the borrower alone.
    pub(super) seconded: i128,
    /// Of both, in aangiftetijdvakken and employments that earn the bonus and ask for it.
    pub(super) bonus: BonusHours,
    /// Outside the registration, of any employment: they do not count.
    pub(super) outside: i128,
    /// In a Wsw employment without secondment, registered: they do not count either.
    pub(super) wsw: i128,
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
        values: &Values,
        in_wage_base: bool,
        register: &Register,
    ) -> bool {
        self.add_of_year(before, values, in_wage_base);
        if !same(&self.last.key, person) {
            self.last.key.clear();
            self.last.key.extend_from_slice(person);
            self.last.is_registered = register.get(person).is_some();
            self.last.place = None;
        }
        if before == 0 && self.last.is_registered {
            if self.last.place.is_none() {
                self.last.place = self.place(person, values.period.year(), register);
            }
            if let Some(place) = self.last.place {
                self.add_of_person(place, relation, values);
            }
        }
        self.last.is_registered
    }

    /// Adds a record to the sums of its year.
    #[inline]
    pub(super) fn add_of_year(&mut self, before: usize, values: &Values, in_wage_base: bool) {
        let Some(sums) = self.years.get_mut(before) else { return };
        let hours = i128::from(values.paid_hours.units());
        let wage = i128::from(values.premium_wage.units());
        let benefit_wage = i128::from(values.benefit_wage.units());
        add(&mut sums.paid_hours, hours);
        match values.kind {
            Employment::Agency => add(&mut sums.agency_hours, hours),
            Employment::Wsw | Employment::WswSeconded => add(&mut sums.wsw_hours, hours),
            Employment::Benefit => add(&mut sums.benefit_wage, wage),
            _ => {}
        }
        add(&mut sums.premium_wage, wage);
        // Most have none.
        if benefit_wage != 0 {
            add(&mut sums.premium_wage, benefit_wage);
            add(&mut sums.benefit_wage, benefit_wage);
        }
        if in_wage_base {
            add(&mut sums.wage_base, wage);
        }
    }

    /// Adds a record of the year to the sums of its person, who is at this place.
    #[inline]
    pub(super) fn add_of_person(&mut self, place: usize, relation: &[u8], values: &Values) {
        let Some((_, coverage, sums)) = self.persons.get_mut(place) else { return };
        let hours = i128::from(values.paid_hours.units());
        if coverage.counts(values.period) {
            match values.kind {
                Employment::Wsw => add(&mut sums.wsw, hours),
                Employment::WswSeconded => add(&mut sums.seconded, hours),
                // BW 7:692 is not what Besluit Wfsv 2.27 asks: none of them can be attributed.
                Employment::Payroll => {
                    add(&mut sums.own, hours);
                    add(&mut sums.payrolled, hours);
                }
                _ => add(&mut sums.own, hours),
            }
        } else {
            add(&mut sums.outside, hours);
        }
        if values.kind.earns_bonus() && coverage.earns_bonus(values.period) {
            sums.bonus.add(hashed(relation), values.period, hours, values.asks_lkv);
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
            add(&mut sums.paid_hours, other.paid_hours);
            add(&mut sums.agency_hours, other.agency_hours);
            add(&mut sums.wsw_hours, other.wsw_hours);
            add(&mut sums.premium_wage, other.premium_wage);
            add(&mut sums.benefit_wage, other.benefit_wage);
            add(&mut sums.wage_base, other.wage_base);
        }
        for (person, coverage, other) in other.persons {
            let known = self.places.get(person.as_bytes()).copied();
            let place = known.unwrap_or_else(|| self.new_person(Key(person), coverage));
            if let Some((_, _, sums)) = self.persons.get_mut(place) {
                add(&mut sums.own, other.own);
                add(&mut sums.seconded, other.seconded);
                add(&mut sums.payrolled, other.payrolled);
                sums.bonus.merge(&other.bonus);
                add(&mut sums.outside, other.outside);
                add(&mut sums.wsw, other.wsw);
            }
        }
    }
}

/// A relation of a person by its hash.
#[inline]
fn hashed(relation: &[u8]) -> Relation {
    if relation.is_empty() { 0 } else { hashing().hash_one(relation).max(1) }
}

#[inline]
fn add(sum: &mut i128, more: i128) {
    // Each is of 64 bits: more of them than can be read fit in 128.
    *sum = sum.wrapping_add(more);
}
