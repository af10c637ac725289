//! Filings that replace earlier ones (Wfsv 34 lid 7, 38e lid 3), and the first day of employment
//! (Wet banenafspraak 6 lid 8).
//!
//! Positions and counts saturate, and never do: none is larger than memory.

use core::borrow::Borrow;
use core::hash::Hash;
use std::collections::HashMap;

use jiff::civil::{Date, Time};

use super::checks::{Finding, Findings, first_overlap};
use super::key::{Hashing, Key};
use super::record::{Employment, Entry};
use super::tijdvak::Aangiftetijdvak;
use crate::unit::{SignedEuro, SignedHours, Year};

/// The records of an employer whose later filings may replace earlier ones.
#[derive(Debug, Clone, Default)]
pub(super) struct Filings {
    persons: Numbered<Key>,
    /// The blank relation is none of them.
    relations: Numbered<Key>,
    moments: Numbered<Moment>,
    all: Vec<Filing>,
}

/// When it was filed: without a day before any day, without a time before any time of the day.
type Moment = (Option<Date>, Option<Time>);

/// A record in 48 bytes: all of them are kept until the totals are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Filing {
    paid_hours: SignedHours,
    premium_wage: SignedEuro,
    benefit_wage: SignedEuro,
    person: u32,
    /// Counted from one; zero is the blank one.
    relation: u32,
    moment: u32,
    /// Without a known first day the first of all days.
    employed_from: Date,
    /// Without a known last day the last of all days.
    employed_until: Date,
    year: Year,
    /// The place of the aangiftetijdvak in its year, and whether the LKV is asked for.
    place: u8,
    kind: Employment,
}

const _: () = assert!(size_of::<Filing>() == 48);

/// The bit beside the place of an aangiftetijdvak.
const ASKS_LKV: u8 = 1 << 7;
const _: () = assert!(Aangiftetijdvak::IN_A_YEAR < ASKS_LKV as usize);

impl Filings {
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(super) fn push(&mut self, person: &[u8], relation: &[u8], entry: &Entry) {
        let person = self.persons.number(person, Key::new);
        let relation = match relation {
            [] => 0,
            named => self.relations.number(named, Key::new).saturating_add(1),
        };
        let moment = (entry.filed_on, entry.filed_at);
        let moment = self.moments.number(&moment, |moment| *moment);
        let asks_lkv = if entry.asks_lkv { ASKS_LKV } else { 0 };
        self.all.push(Filing {
            paid_hours: entry.paid_hours,
            premium_wage: entry.premium_wage,
            benefit_wage: entry.benefit_wage,
            person,
            relation,
            moment,
            employed_from: entry.employed_from.unwrap_or(Date::MIN),
            employed_until: entry.employed_until.unwrap_or(Date::MAX),
            year: entry.period.year(),
            // Less than 28.
            place: u8::try_from(entry.period.place()).unwrap_or_default() | asks_lkv,
            kind: entry.kind,
        });
    }

    pub(super) fn merge(&mut self, other: Self) {
        let keys = |own: &mut Numbered<Key>, other: Numbered<Key>| -> Vec<u32> {
            let names = other.all.into_iter();
            names.map(|name| own.number(name.0.as_bytes(), |_| name.clone())).collect()
        };
        let persons = keys(&mut self.persons, other.persons);
        let relations = keys(&mut self.relations, other.relations);
        let moments = other.moments.all.iter();
        let moments: Vec<u32> =
            moments.map(|moment| self.moments.number(moment, |moment| *moment)).collect();
        let moved = |numbers: &[u32], number: u32| numbers.get(place(number)).copied();
        self.all.extend(other.all.into_iter().filter_map(|filing| {
            let relation = match filing.relation.checked_sub(1) {
                None => 0,
                Some(named) => moved(&relations, named)?.saturating_add(1),
            };
            let person = moved(&persons, filing.person)?;
            let moment = moved(&moments, filing.moment)?;
            Some(Filing { person, relation, moment, ..filing })
        }));
    }

    /// Calls `each` with person, relation and entry of the records that count, and whether their
    /// wage is in the base; how many were replaced by later ones.
    pub(super) fn settle(
        &self,
        findings: &mut Findings,
        mut each: impl FnMut((&[u8], &[u8]), &Entry, bool),
    ) -> usize {
        let mut replaced = 0_usize;
        let mut of_persons = self.by_person();
        let (mut filings, mut used) = (Vec::new(), Vec::new());
        let is_of =
            |number: &u32, person: u32| self.get(*number).map(|it| it.person) == Some(person);
        for of_person in of_persons.chunk_by_mut(|one, next| {
            self.get(*one).is_some_and(|filing| is_of(next, filing.person))
        }) {
            of_person.sort_unstable_by_key(|number| self.get(*number).map(|it| self.order(it)));
            let all = || of_person.iter().filter_map(|number| self.get(*number));
            let Some(person) = all().next().and_then(|filing| self.persons.get(filing.person))
            else {
                continue;
            };
            used.clear();
            let mut ahead = all().peekable();
            while let Some(first) = ahead.peek().copied() {
                // All of the person in one aangiftetijdvak.
                filings.clear();
                while let Some(filing) = ahead.next_if(|it| it.of_period() == first.of_period()) {
                    filings.push(*filing);
                }
                let (year, place) = first.of_period();
                let Some(period) = Aangiftetijdvak::at(year, place.into()) else { continue };
                look(findings, &person.0, period, &filings);
                // Wfsv 34 lid 7, 38e lid 3: of each employment and aangiftetijdvak the last filing.
                let count = filings.len();
                self.keep_last(&mut filings);
                replaced = replaced.saturating_add(count.saturating_sub(filings.len()));
                let decided = wage_base_of_first_day(period, &filings);
                for filing in &filings {
                    let in_wage_base = match decided {
                        Some((first, decided)) if filing.first_day(period) > Some(first) => decided,
                        _ => filing.kind.in_wage_base(),
                    };
                    let relation = filing.relation.checked_sub(1);
                    let relation = relation.and_then(|named| self.relations.get(named));
                    let relation = relation.map_or(&b""[..], |named| named.0.as_bytes());
                    let keys = (person.0.as_bytes(), relation);
                    each(keys, &filing.entry(period), in_wage_base);
                    used.push((filing.relation, year, 1 << place));
                }
            }
            look_for_overlaps(findings, &person.0, &mut used);
        }
        replaced
    }

    /// The numbers of the filings, in order of their persons.
    fn by_person(&self) -> Vec<u32> {
        // Where the filings of each person begin, and then where its next one goes.
        let mut next = vec![0_usize; self.persons.all.len().saturating_add(1)];
        for filing in &self.all {
            if let Some(count) = next.get_mut(place(filing.person).saturating_add(1)) {
                *count = count.saturating_add(1);
            }
        }
        let mut sum = 0_usize;
        for count in &mut next {
            sum = sum.saturating_add(*count);
            *count = sum;
        }
        let mut order = vec![0; self.all.len()];
        for (number, filing) in (0..).zip(&self.all) {
            let Some(next) = next.get_mut(place(filing.person)) else { continue };
            if let Some(at) = order.get_mut(*next) {
                *at = number;
            }
            *next = next.saturating_add(1);
        }
        order
    }

    /// Keeps of each relation the last filing, of records in their order.
    fn keep_last(&self, filings: &mut Vec<Filing>) {
        let mut later: Option<(u32, Moment)> = None;
        // From the last on: what is kept comes first of its relation then.
        filings.reverse();
        filings.retain(|filing| {
            let moment = self.moment(filing);
            match later {
                Some((relation, last)) if relation == filing.relation => last == moment,
                _ => {
                    later = Some((filing.relation, moment));
                    true
                }
            }
        });
        filings.reverse();
    }

    fn get(&self, number: u32) -> Option<&Filing> {
        self.all.get(place(number))
    }

    fn moment(&self, filing: &Filing) -> Moment {
        self.moments.get(filing.moment).copied().unwrap_or_default()
    }

    /// By aangiftetijdvak, relation and moment; equal records side by side.
    fn order(&self, filing: &Filing) -> impl Ord + use<> {
        let Filing { paid_hours, premium_wage, benefit_wage, place, kind, .. } = *filing;
        let days = (filing.employed_from, filing.employed_until);
        let values = (paid_hours, premium_wage, benefit_wage, days, place, kind as u8);
        (filing.of_period(), filing.relation, self.moment(filing), values)
    }
}

impl Filing {
    /// Its aangiftetijdvak, which compares as in the order of the calendar's kinds.
    const fn of_period(&self) -> (Year, u8) {
        (self.year, self.place & !ASKS_LKV)
    }

    fn entry(&self, period: Aangiftetijdvak) -> Entry {
        Entry {
            paid_hours: self.paid_hours,
            premium_wage: self.premium_wage,
            benefit_wage: self.benefit_wage,
            kind: self.kind,
            asks_lkv: self.place & ASKS_LKV != 0,
            ..Entry::new(period)
        }
    }

    /// The first day of employment within the aangiftetijdvak. `None` without such a day: the wage
    /// is paid afterwards or ahead, or it is a benefit, outside the base whatever the worker is.
    fn first_day(&self, period: Aangiftetijdvak) -> Option<Date> {
        let first = self.employed_from.max(period.first_day());
        let last = self.employed_until.min(period.last_day());
        (self.kind != Employment::Benefit && first <= last).then_some(first)
    }
}

/// Looks for repeats and a missing relation among the records of a person and aangiftetijdvak, in
/// their order.
fn look(findings: &mut Findings, person: &str, period: Aangiftetijdvak, filings: &[Filing]) {
    // Most have one record.
    let [first, .., last] = filings else { return };
    if first.relation == 0 && last.relation != 0 {
        findings.add(Finding::RelationMissing { person: person.into(), period });
    }
    if filings.iter().zip(filings.iter().skip(1)).any(|(one, next)| one == next) {
        findings.add(Finding::RepeatedRecord { person: person.into(), period });
    }
}

/// Looks for periods of one relation of a person that share a day.
fn look_for_overlaps(findings: &mut Findings, person: &str, used: &mut [(u32, Year, u32)]) {
    used.sort_unstable();
    for of_relation in used.chunk_by(|one, next| (one.0, one.1) == (next.0, next.1)) {
        let periods = of_relation.iter().fold(0, |periods, (_, _, period)| periods | period);
        let year = of_relation.first().map(|(_, year, _)| *year);
        if let Some((first, second)) = year.and_then(|year| first_overlap(year, periods)) {
            findings.add(Finding::Overlap { person: person.into(), first, second });
        }
    }
}

/// Wet banenafspraak 6 lid 8: what the worker is on the first day of employment in the
/// aangiftetijdvak decides for all of it. `None` where employments of both kinds begin on that
/// day, or where there is one record: then each counts by its own.
fn wage_base_of_first_day(period: Aangiftetijdvak, filings: &[Filing]) -> Option<(Date, bool)> {
    let [_, _, ..] = filings else { return None };
    let first = filings.iter().filter_map(|filing| filing.first_day(period)).min()?;
    let mut on_first_day = filings.iter().filter(|filing| filing.first_day(period) == Some(first));
    let in_wage_base = on_first_day.next()?.kind.in_wage_base();
    on_first_day
        .all(|filing| filing.kind.in_wage_base() == in_wage_base)
        .then_some((first, in_wage_base))
}

/// Where a number leads in memory.
fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Entry that occur often, each kept once and known by its number.
#[derive(Debug, Clone)]
struct Numbered<T> {
    all: Vec<T>,
    numbers: HashMap<T, u32, Hashing>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self { all: Vec::new(), numbers: HashMap::default() }
    }
}

impl<T: Hash + Eq + Clone> Numbered<T> {
    /// The number of a value, which is made and kept if it is new.
    fn number<Q: Hash + Eq + ?Sized>(&mut self, value: &Q, make: impl FnOnce(&Q) -> T) -> u32
    where
        T: Borrow<Q>,
    {
        if let Some(number) = self.numbers.get(value) {
            return *number;
        }
        // Four billion values do not fit in memory.
        let number = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let value = make(value);
        self.all.push(value.clone());
        self.numbers.insert(value, number);
        number
    }

    fn get(&self, number: u32) -> Option<&T> {
        self.all.get(place(number))
    }
}
