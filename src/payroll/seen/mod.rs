//! Which records of an employer were seen: exactly for the persons asked about, and of all others
//! whether whole periods occur twice.

mod hashes;
mod periods;
mod relations;

use core::cmp::Reverse;
use std::collections::HashSet;

pub(super) use self::hashes::{Content, RelationHash};
pub(super) use self::periods::Periods;
pub(super) use self::relations::Place;
use self::relations::{Relations, counted, index};
use super::checks::{Finding, Findings, first_overlap};
use super::coverage::Covered;
use super::key::Hashing;
use super::sums::years_back;
use super::tijdvak::Aangiftetijdvak;
use crate::unit::Year;

/// The records of persons: each one, and in which periods each relation has one.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    relations: Relations,
    /// The number of the last record's relation.
    last: u32,
    /// The first record of each relation and period.
    records: Vec<First>,
    /// Those that came later and are others, by the number of their relation.
    later: HashSet<(u32, Period, Content), Hashing>,
    /// Persons who have relations with a name.
    named: Vec<Named>,
    /// The first repeat, by the order of persons and periods.
    repeated: Option<(Box<[u8]>, Period)>,
}

/// An aangiftetijdvak of one of the years: by year, the earliest first, and by place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Period {
    year: Reverse<u16>,
    place: u16,
}

impl Period {
    /// Of which there are three years and less than 28 in each.
    #[inline]
    fn new(before: usize, place: u32) -> Self {
        let year = Reverse(u16::try_from(before).unwrap_or_default());
        Self { year, place: u16::try_from(place).unwrap_or_default() }
    }

    fn before(self) -> usize {
        usize::from(self.year.0)
    }
}

#[derive(Debug, Clone, Copy)]
struct First {
    content: Content,
    /// The number of the relation's record before it, counted from one.
    before: u32,
    period: Period,
}

/// A person with named relations: the periods of these, and the hash of the blank one.
#[derive(Debug, Clone, Copy)]
struct Named {
    relation: u32,
    blank: RelationHash,
}

impl Seen {
    /// Forgets all, and keeps the memory.
    pub(super) fn clear(&mut self) {
        self.relations.clear();
        self.last = 0;
        self.records.clear();
        self.later.clear();
        self.named.clear();
        self.repeated = None;
    }

    /// Adds a record, `before` years before the year itself; the number of its relation.
    #[inline]
    pub(super) fn add(
        &mut self,
        person: &[u8],
        relation: RelationHash,
        content: Content,
        (before, period): (usize, Aangiftetijdvak),
    ) -> u32 {
        // Mostly the persons follow one another in each period as in the one before it, or the
        // periods of one person follow one another.
        let next = self.last.wrapping_add(1);
        let number = if self.relations.is_at(next, relation) {
            next
        } else if self.relations.is_at(self.last, relation) {
            self.last
        } else {
            self.relations.number(person, relation)
        };
        self.last = number;
        self.add_first(number, content, before, period.place());
        number
    }

    #[inline]
    fn add_first(&mut self, number: u32, content: Content, before: usize, place: u32) {
        let Some(relation) = self.relations.get_mut(number) else { return };
        let Some(used) = relation.used.get_mut(before) else { return };
        let bit = 1 << place;
        let period = Period::new(before, place);
        if *used & bit == 0 {
            *used |= bit;
            self.records.push(First { content, before: relation.last, period });
            relation.last = counted(self.records.len());
        } else {
            self.add_later(number, content, period);
        }
    }

    /// Adds a record of a relation that had one in the period.
    #[inline(never)]
    fn add_later(&mut self, number: u32, content: Content, period: Period) {
        let mut at = self.relations.get(number).map_or(0, |relation| relation.last);
        let mut is_repeat = false;
        // One for each period.
        while let Some(first) = at.checked_sub(1).and_then(|at| self.records.get(index(at))) {
            is_repeat |= first.period == period && first.content == content;
            at = first.before;
        }
        if is_repeat || !self.later.insert((number, period, content)) {
            let name = self.relations.name(number);
            let first = self.repeated.as_ref();
            if first.is_none_or(|(known, at)| (name, period) < (&**known, *at)) {
                self.repeated = Some((name.into(), period));
            }
        }
    }

    /// Notes that a record is of a relation with a name: its person may have none without one in
    /// the same period.
    #[inline(never)]
    pub(super) fn add_named(&mut self, person: &[u8], (before, period): (usize, Aangiftetijdvak)) {
        self.merge_named(person, before, 1 << period.place());
    }

    fn merge_named(&mut self, person: &[u8], before: usize, periods: u32) {
        let known = self.relations.len();
        let number = self.relations.number(person, RelationHash::of_named(person));
        if self.relations.len() > known {
            let blank = RelationHash::new(person, b"");
            self.named.push(Named { relation: number, blank });
        }
        let relation = self.relations.get_mut(number);
        if let Some(used) = relation.and_then(|relation| relation.used.get_mut(before)) {
            *used |= periods;
        }
    }

    /// The periods with a record, of all relations.
    pub(super) fn covered(&self) -> Covered {
        let of_records = self.relations.iter().filter(|(_, relation)| relation.last > 0);
        of_records.fold(Covered::default(), |covered, (_, relation)| covered.with(relation.used))
    }

    /// Where the sums of the relation's person are.
    #[inline]
    pub(super) fn place(&self, number: u32) -> Place {
        self.relations.get(number).map_or(Place::UNKNOWN, |relation| relation.place)
    }

    /// Keeps where they are.
    pub(super) fn set_place(&mut self, number: u32, place: Option<usize>) -> Place {
        let place = Place::new(place);
        if let Some(relation) = self.relations.get_mut(number) {
            relation.place = place;
        }
        place
    }

    /// Adds what was seen in another part of the same employer's records.
    pub(super) fn merge(&mut self, other: &Self) {
        for (number, relation) in other.relations.iter() {
            if relation.last == 0 {
                continue;
            }
            let own = self.relations.number(other.relations.name(number), relation.hash);
            let mut at = relation.last;
            while let Some(first) = at.checked_sub(1).and_then(|at| other.records.get(index(at))) {
                let (before, place) = (first.period.before(), first.period.place.into());
                self.add_first(own, first.content, before, place);
                at = first.before;
            }
        }
        for (number, period, content) in &other.later {
            let hash = other.relations.get(*number).map(|relation| relation.hash);
            if let Some(hash) = hash {
                let own = self.relations.number(other.relations.name(*number), hash);
                self.add_later(own, *content, *period);
            }
        }
        for Named { relation, .. } in &other.named {
            let used = other.relations.get(*relation).map(|relation| relation.used);
            for (before, periods) in used.into_iter().flatten().enumerate() {
                self.merge_named(other.relations.name(*relation), before, periods);
            }
        }
        if let Some((name, period)) = &other.repeated {
            let first = self.repeated.as_ref();
            if first.is_none_or(|(known, at)| (name, period) < (known, at)) {
                self.repeated = Some((name.clone(), *period));
            }
        }
    }

    /// Adds what is wrong with the records to what was found.
    pub(super) fn look(&self, year: Year, findings: &mut Findings) {
        let text =
            |name: &[u8]| -> Box<str> { core::str::from_utf8(name).unwrap_or_default().into() };
        if let Some((name, period)) = &self.repeated {
            let year = years_back(year, period.before());
            let period = year.and_then(|year| Aangiftetijdvak::at(year, period.place.into()));
            if let Some(period) = period {
                findings.add(Finding::RepeatedRecord { person: text(name), period });
            }
        }
        for (number, relation) in self.relations.iter() {
            // One that marks the periods of named relations has no record.
            for (before, used) in relation.used.iter().enumerate().filter(|_| relation.last > 0) {
                if Aangiftetijdvak::are_of_one_kind(*used) {
                    continue;
                }
                let overlap = years_back(year, before).and_then(|year| first_overlap(year, *used));
                if let Some((first, second)) = overlap {
                    let person = text(self.relations.name(number));
                    findings.add(Finding::Overlap { person, first, second });
                }
            }
        }
        for Named { relation: number, blank } in &self.named {
            let named = self.relations.get(*number).map(|relation| relation.used);
            let blank = self.relations.find(*blank).and_then(|blank| self.relations.get(blank));
            for (before, (named, blank)) in
                named.iter().flatten().zip(blank.iter().flat_map(|blank| blank.used)).enumerate()
            {
                let both = named & blank;
                let year = years_back(year, before).filter(|_| both != 0);
                let period = year.and_then(|year| Aangiftetijdvak::at(year, both.trailing_zeros()));
                if let Some(period) = period {
                    let person = text(self.relations.name(*number));
                    findings.add(Finding::RelationMissing { person, period });
                }
            }
        }
    }
}
