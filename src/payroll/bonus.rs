//! The hours of one person that earn the bonus (Wtl 2.10, 2.13).

use std::collections::BTreeMap;

use super::sum::{NONE, Sum};
use super::tijdvak::Aangiftetijdvak;

/// Hours of the year that earn the bonus, in smallest units.
///
/// Hours that are taken back follow the request of the person's other records of the same relation
/// and aangiftetijdvak (a choice of this library): if one of these asks for the LKV, they lower the
/// hours that earn the bonus, and if none does, they do not. So both are kept until all is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct BonusHours {
    asked_for: Sum,
    /// By relation the aangiftetijdvakken with a record that asks, a bit each.
    asked: BTreeMap<Relation, u32>,
    /// By relation and the place of the aangiftetijdvak.
    taken_back: BTreeMap<(Relation, u32), Sum>,
}

/// A relation by its hash; zero is the blank one.
pub(super) type Relation = u64;

impl BonusHours {
    /// Adds hours of a record that can earn the bonus.
    #[inline]
    pub(super) fn add(
        &mut self,
        relation: Relation,
        period: Aangiftetijdvak,
        hours: Sum,
        asks: bool,
    ) {
        let place = period.place();
        if asks {
            self.ask(relation, 1 << place);
        }
        if hours < NONE {
            self.take_back(relation, place, hours);
        } else if asks {
            self.asked_for += hours;
        }
    }

    fn ask(&mut self, relation: Relation, periods: u32) {
        *self.asked.entry(relation).or_default() |= periods;
    }

    fn take_back(&mut self, relation: Relation, place: u32, hours: Sum) {
        *self.taken_back.entry((relation, place)).or_default() += hours;
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.asked_for += other.asked_for;
        for (relation, periods) in &other.asked {
            self.ask(*relation, *periods);
        }
        for ((relation, place), hours) in &other.taken_back {
            self.take_back(*relation, *place, *hours);
        }
    }

    /// All of them, less those that were taken back; negative where more was taken back than paid.
    pub(super) fn total(&self) -> Sum {
        let asked = |relation: Relation, place: u32| {
            self.asked.get(&relation).is_some_and(|asked| asked >> place & 1 == 1)
        };
        let taken_back =
            self.taken_back.iter().filter(|((relation, place), _)| asked(*relation, *place));
        self.asked_for + taken_back.map(|(_, hours)| *hours).sum::<Sum>()
    }
}
