//! What identifies a relation of a person, and what its records hold: as hashes, so that many of them
//! fit in memory.
//!
//! Of 64 bits, no two in a group of a million relations are alike but by a chance of one in thirty
//! million.

use core::hash::{BuildHasher as _, Hasher as _};

use crate::payroll::key::hashing;
use crate::payroll::record::Entry;
use crate::payroll::tijdvak::Aangiftetijdvak;
use crate::unit::Unit as _;

/// A relation of a person, by its hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::payroll) struct RelationHash(pub(super) u64);

/// All that a record of a relation and period holds, in two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::payroll) struct Content(i64, i64);

impl RelationHash {
    #[inline]
    pub(in crate::payroll) fn new(person: &[u8], relation: &[u8]) -> Self {
        let mut hasher = hashing().build_hasher();
        hasher.write(person);
        if !relation.is_empty() {
            hasher.write(relation);
        }
        Self(hasher.finish())
    }

    /// For the periods in which the person has a relation with a name.
    pub(super) fn of_named(person: &[u8]) -> Self {
        let mut hasher = hashing().build_hasher();
        hasher.write(person);
        hasher.write_u64(u64::MAX);
        Self(hasher.finish())
    }
}

impl Content {
    /// Of a record without days and without wage over benefits.
    #[inline]
    pub(in crate::payroll) fn plain(entry: &Entry) -> Self {
        let Entry { paid_hours, premium_wage, kind, asks_lkv, .. } = *entry;
        // Wages of any size leave room for the rest.
        let wage = premium_wage.units() << 12;
        Self(paid_hours.units(), wage | i64::from(asks_lkv) << 11 | i64::from(kind as u8))
    }

    pub(in crate::payroll) fn new(entry: &Entry) -> Self {
        let (content, benefit_wage) = (Self::plain(entry), entry.benefit_wage);
        let days = [entry.employed_from, entry.employed_until, entry.filed_on];
        // Most have none of these.
        if benefit_wage.units() == 0 && days == [None; 3] && entry.filed_at.is_none() {
            return content;
        }
        let more = hashing().hash_one((benefit_wage, days, entry.filed_at));
        Self(content.0 ^ i64::from_ne_bytes(more.to_ne_bytes()), content.1)
    }

    /// The hash of the record of this content.
    pub(super) fn hash(self, RelationHash(relation): RelationHash, period: Aangiftetijdvak) -> u64 {
        hashing().hash_one((relation, self.0, self.1, period))
    }
}
