//! Which records of an employer were seen: exactly for the persons asked about, and of all others
//! whether whole periods occur twice.
//!
//! Relations of persons are known by hashes of 64 bits, of which no two in a group of a million are
//! alike but by a chance of one in thirty million.

use core::cmp::Reverse;
use core::hash::{BuildHasher as _, Hasher as _};
use std::collections::{HashMap, HashSet};

use super::checks::{Finding, Findings, first_overlap, overlaps};
use super::coverage::Covered;
use super::key::{Hashing, hashing};
use super::record::Values;
use super::sums::YEARS;
use super::tijdvak::Aangiftetijdvak;
use crate::unit::{Unit as _, Year};

/// The years of an employer's records, counted backwards from the year itself.
type Years<T> = [T; YEARS];

/// A relation of a person, by its hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RelationHash(u64);

/// All that a record of a relation and period holds, in two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Content(i64, i64);

impl RelationHash {
    #[inline]
    pub(super) fn new(person: &[u8], relation: &[u8]) -> Self {
        let mut hasher = hashing().build_hasher();
        hasher.write(person);
        if !relation.is_empty() {
            hasher.write(relation);
        }
        Self(hasher.finish())
    }

    /// For the periods in which the person has a relation with a name.
    fn of_named(person: &[u8]) -> Self {
        let mut hasher = hashing().build_hasher();
        hasher.write(person);
        hasher.write_u64(u64::MAX);
        Self(hasher.finish())
    }
}

impl Content {
    /// Of a record without days and without wage over benefits.
    #[inline]
    pub(super) fn plain(values: &Values) -> Self {
        let Values { paid_hours, premium_wage, kind, asks_lkv, .. } = *values;
        // Wages of any size leave room for the rest.
        let wage = premium_wage.units() << 12;
        Self(paid_hours.units(), wage | i64::from(asks_lkv) << 11 | i64::from(kind as u8))
    }

    pub(super) fn new(values: &Values) -> Self {
        let (content, benefit_wage) = (Self::plain(values), values.benefit_wage);
        let days = [values.employed_from, values.employed_until, values.filed_on];
        // Most have none of these.
        if benefit_wage.units() == 0 && days == [None; 3] && values.filed_at.is_none() {
            return content;
        }
        let more = hashing().hash_one((benefit_wage, days, values.filed_at));
        Self(content.0 ^ i64::from_ne_bytes(more.to_ne_bytes()), content.1)
    }

    /// The hash of the record of this content.
    fn hash(self, RelationHash(relation): RelationHash, period: Aangiftetijdvak) -> u64 {
        hashing().hash_one((relation, self.0, self.1, period))
    }
}

/// The records of persons: each one, and in which periods each relation has one.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    /// An open table: the upper half of a relation's hash, and its number counted from one.
    slots: Vec<u64>,
    relations: Vec<Relation>,
    /// The keys of the relations' persons, one after the other.
    names: Vec<u8>,
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
struct Relation {
    hash: RelationHash,
    /// Where its person's key ends; it begins where that of the relation before it ends.
    name_ends: u32,
    /// Its periods, a bit each.
    used: Years<u32>,
    /// The number of its last record, counted from one.
    last: u32,
    /// Where the sums of its person are.
    place: Place,
}

/// Where the sums of a person are, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place(u32);

impl Place {
    pub(super) const UNKNOWN: Self = Self(u32::MAX);
    /// The person is not in the register.
    const NOWHERE: Self = Self(u32::MAX - 1);

    #[inline]
    pub(super) fn get(self) -> Option<usize> {
        (self.0 < Self::NOWHERE.0).then_some(index(self.0))
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

/// The slots of an empty table.
const SLOTS: usize = 64;

impl Seen {
    /// Forgets all, and keeps the memory.
    pub(super) fn clear(&mut self) {
        self.slots.truncate(SLOTS);
        self.slots.fill(0);
        self.relations.clear();
        self.names.clear();
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
        let number = if self.is_at(next, relation) {
            next
        } else if self.is_at(self.last, relation) {
            self.last
        } else {
            self.number(person, relation)
        };
        self.last = number;
        self.add_first(number, content, before, period.place());
        number
    }

    #[inline]
    fn is_at(&self, number: u32, hash: RelationHash) -> bool {
        self.relations.get(index(number)).is_some_and(|relation| relation.hash == hash)
    }

    #[inline]
    fn add_first(&mut self, number: u32, content: Content, before: usize, place: u32) {
        let Some(relation) = self.relations.get_mut(index(number)) else { return };
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
        let mut at = self.relations.get(index(number)).map_or(0, |relation| relation.last);
        let mut is_repeat = false;
        // One for each period.
        while let Some(first) = at.checked_sub(1).and_then(|at| self.records.get(index(at))) {
            is_repeat |= first.period == period && first.content == content;
            at = first.before;
        }
        if is_repeat || !self.later.insert((number, period, content)) {
            let name = self.name(number);
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
        let number = self.number(person, RelationHash::of_named(person));
        if self.relations.len() > known {
            let blank = RelationHash::new(person, b"");
            self.named.push(Named { relation: number, blank });
        }
        let relation = self.relations.get_mut(index(number));
        if let Some(used) = relation.and_then(|relation| relation.used.get_mut(before)) {
            *used |= periods;
        }
    }

    /// The periods with a record, of all relations.
    pub(super) fn covered(&self) -> Covered {
        let of_records = self.relations.iter().filter(|relation| relation.last > 0);
        of_records.fold(Covered::default(), |covered, relation| covered.with(relation.used))
    }

    /// Where the sums of the relation's person are.
    #[inline]
    pub(super) fn place(&self, number: u32) -> Place {
        self.relations.get(index(number)).map_or(Place::UNKNOWN, |relation| relation.place)
    }

    /// Keeps where they are.
    pub(super) fn set_place(&mut self, number: u32, place: Option<usize>) -> Place {
        let place = place.map_or(Place::NOWHERE, |place| Place(counted(place)));
        if let Some(relation) = self.relations.get_mut(index(number)) {
            relation.place = place;
        }
        place
    }

    /// Adds what was seen in another part of the same employer's records.
    pub(super) fn merge(&mut self, other: &Self) {
        for (number, relation) in (0..).zip(&other.relations) {
            if relation.last == 0 {
                continue;
            }
            let own = self.number(other.name(number), relation.hash);
            let mut at = relation.last;
            while let Some(first) = at.checked_sub(1).and_then(|at| other.records.get(index(at))) {
                let (before, place) = (first.period.before(), first.period.place.into());
                self.add_first(own, first.content, before, place);
                at = first.before;
            }
        }
        for (number, period, content) in &other.later {
            let hash = other.relations.get(index(*number)).map(|relation| relation.hash);
            if let Some(hash) = hash {
                let own = self.number(other.name(*number), hash);
                self.add_later(own, *content, *period);
            }
        }
        for Named { relation, .. } in &other.named {
            let used = other.relations.get(index(*relation)).map(|relation| relation.used);
            for (before, periods) in used.into_iter().flatten().enumerate() {
                self.merge_named(other.name(*relation), before, periods);
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
        for (number, relation) in (0..).zip(&self.relations) {
            // One that marks the periods of named relations has no record.
            for (before, used) in relation.used.iter().enumerate().filter(|_| relation.last > 0) {
                if Aangiftetijdvak::are_of_one_kind(*used) {
                    continue;
                }
                let overlap = years_back(year, before).and_then(|year| first_overlap(year, *used));
                if let Some((first, second)) = overlap {
                    let person = text(self.name(number));
                    findings.add(Finding::Overlap { person, first, second });
                }
            }
        }
        for Named { relation: number, blank } in &self.named {
            let named = self.relations.get(index(*number)).map(|relation| relation.used);
            let blank = self.find(*blank).and_then(|blank| self.relations.get(index(blank)));
            for (before, (named, blank)) in
                named.iter().flatten().zip(blank.iter().flat_map(|blank| blank.used)).enumerate()
            {
                let both = named & blank;
                let year = years_back(year, before).filter(|_| both != 0);
                let period = year.and_then(|year| Aangiftetijdvak::at(year, both.trailing_zeros()));
                if let Some(period) = period {
                    let person = text(self.name(*number));
                    findings.add(Finding::RelationMissing { person, period });
                }
            }
        }
    }

    /// The key of a relation's person.
    fn name(&self, number: u32) -> &[u8] {
        let end =
            |number: u32| self.relations.get(index(number)).map_or(0, |it| index(it.name_ends));
        let begins = number.checked_sub(1).map_or(0, end);
        self.names.get(begins..end(number)).unwrap_or_default()
    }

    /// The number of a relation, which is kept if it is new.
    #[inline]
    fn number(&mut self, person: &[u8], relation: RelationHash) -> u32 {
        match self.find(relation) {
            Some(number) => number,
            None => self.insert(person, relation),
        }
    }

    #[inline]
    fn find(&self, RelationHash(hash): RelationHash) -> Option<u32> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = low(hash) & mask;
        loop {
            let slot = *self.slots.get(at)?;
            let number = (slot & u64::from(u32::MAX)).checked_sub(1)?;
            if slot >> 32 == hash >> 32 {
                let number = u32::try_from(number).ok()?;
                if self.is_at(number, RelationHash(hash)) {
                    return Some(number);
                }
            }
            at = at.wrapping_add(1) & mask;
        }
    }

    fn insert(&mut self, person: &[u8], hash: RelationHash) -> u32 {
        // At most half of the slots are taken.
        if self.relations.len() >= self.slots.len() / 2 {
            let slots = self.slots.len().saturating_mul(2).max(SLOTS);
            self.slots.clear();
            self.slots.resize(slots, 0);
            for number in 0..counted(self.relations.len()) {
                self.take_slot(number);
            }
        }
        let number = counted(self.relations.len());
        self.names.extend_from_slice(person);
        self.relations.push(Relation {
            hash,
            name_ends: counted(self.names.len()),
            used: [0; YEARS],
            last: 0,
            place: Place::UNKNOWN,
        });
        self.take_slot(number);
        number
    }

    /// Puts a relation into the first free slot from its own on.
    fn take_slot(&mut self, number: u32) {
        let Some(relation) = self.relations.get(index(number)) else { return };
        let RelationHash(hash) = relation.hash;
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = low(hash) & mask;
        while let Some(slot) = self.slots.get_mut(at) {
            if *slot == 0 {
                *slot = hash >> 32 << 32 | u64::from(number).wrapping_add(1);
                return;
            }
            at = at.wrapping_add(1) & mask;
        }
    }
}

/// The periods of an employer: whether all records of one occur twice, or two that share a day
/// have the same relations.
///
/// What occurs an even number of times leaves no trace in an exclusive or: a part of a period that
/// occurs twice is missed, and a period that occurs three times.
#[derive(Debug, Clone, Default)]
pub(super) struct Periods {
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
    pub(super) fn add(
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
        let at = index((*used & bit.wrapping_sub(1)).count_ones());
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
    pub(super) fn covered(&self) -> Covered {
        Covered::default().with(self.used)
    }

    /// Adds the periods of another part of the same employer's records.
    pub(super) fn merge(&mut self, other: &Self) {
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
    pub(super) fn look(&self, year: Year, findings: &mut Findings) {
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

fn years_back(year: Year, before: usize) -> Option<Year> {
    (0..before).try_fold(year, |year, _| year.previous().ok())
}

/// Where a number leads in memory.
#[inline]
const fn index(number: u32) -> usize {
    number as usize
}

/// How many there are: four billion do not fit in memory.
#[inline]
fn counted(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The lower half of a hash.
#[inline]
fn low(hash: u64) -> usize {
    usize::try_from(hash & u64::from(u32::MAX)).unwrap_or_default()
}
