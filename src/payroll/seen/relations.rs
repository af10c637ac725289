//! The relations of an employer's persons, each with a number.

use hashbrown::HashTable;

use super::hashes::RelationHash;
use crate::payroll::sums::{YEARS, Years};

/// The relations, in order of first appearance. A number finds one without a hash.
#[derive(Debug, Clone, Default)]
pub(super) struct Relations {
    numbers: HashTable<u32>,
    all: Vec<Relation>,
    /// The keys of their persons, one after the other.
    names: Vec<u8>,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Relation {
    pub(super) hash: RelationHash,
    /// Where its person's key ends; it begins where that of the relation before it ends.
    name_ends: u32,
    /// Its periods, a bit each.
    pub(super) used: Years<u32>,
    /// The number of its last record, counted from one.
    pub(super) last: u32,
    /// Where the sums of its person are.
    pub(super) place: Place,
}

/// Where the sums of a person are, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::payroll) struct Place(u32);

impl Place {
    pub(in crate::payroll) const UNKNOWN: Self = Self(u32::MAX);
    /// The person is not in the register.
    const NOWHERE: Self = Self(u32::MAX - 1);

    pub(super) fn new(place: Option<usize>) -> Self {
        place.map_or(Self::NOWHERE, |place| Self(counted(place)))
    }

    #[inline]
    pub(in crate::payroll) fn get(self) -> Option<usize> {
        (self.0 < Self::NOWHERE.0).then_some(index(self.0))
    }
}

impl Relations {
    /// Forgets all, and keeps the memory.
    pub(super) fn clear(&mut self) {
        // A large table takes longer to clear than a small one to grow.
        if self.numbers.capacity() > 1024 {
            self.numbers = HashTable::new();
        }
        self.numbers.clear();
        self.all.clear();
        self.names.clear();
    }

    #[inline]
    pub(super) fn get(&self, number: u32) -> Option<&Relation> {
        self.all.get(index(number))
    }

    #[inline]
    pub(super) fn get_mut(&mut self, number: u32) -> Option<&mut Relation> {
        self.all.get_mut(index(number))
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, &Relation)> {
        (0..).zip(&self.all)
    }

    /// The key of a relation's person.
    pub(super) fn name(&self, number: u32) -> &[u8] {
        let end = |number| self.get(number).map_or(0, |it| index(it.name_ends));
        let begins = number.checked_sub(1).map_or(0, end);
        self.names.get(begins..end(number)).unwrap_or_default()
    }

    #[inline]
    pub(super) fn is_at(&self, number: u32, hash: RelationHash) -> bool {
        self.get(number).is_some_and(|relation| relation.hash == hash)
    }

    /// The number of a relation, if it is known.
    #[inline]
    pub(super) fn find(&self, hash: RelationHash) -> Option<u32> {
        self.numbers.find(hash.0, |number| self.is_at(*number, hash)).copied()
    }

    /// The number of a relation, which is kept if it is new.
    #[inline]
    pub(super) fn number(&mut self, person: &[u8], hash: RelationHash) -> u32 {
        self.find(hash).unwrap_or_else(|| self.insert(person, hash))
    }

    fn insert(&mut self, person: &[u8], hash: RelationHash) -> u32 {
        let number = counted(self.all.len());
        self.names.extend_from_slice(person);
        self.all.push(Relation {
            hash,
            name_ends: counted(self.names.len()),
            used: [0; YEARS],
            last: 0,
            place: Place::UNKNOWN,
        });
        let hash_of = |number: &u32| self.all.get(index(*number)).map_or(0, |it| it.hash.0);
        self.numbers.insert_unique(hash.0, number, hash_of);
        number
    }
}

/// Where a number leads in memory.
#[inline]
pub(super) const fn index(number: u32) -> usize {
    number as usize
}

/// How many there are: four billion do not fit in memory.
#[inline]
pub(super) fn counted(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
