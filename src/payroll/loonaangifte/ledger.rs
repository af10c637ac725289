//! The relations of one administration and period, message by message.
//!
//! Positions and counts saturate, and never do: none is larger than memory.

use core::num::NonZeroU32;
use std::collections::HashMap;

use super::message::Kept;
use crate::payroll::key::Hashing;

/// The relations as the messages so far have them.
#[derive(Default)]
pub(super) struct Ledger {
    /// `None` where one was withdrawn.
    relations: Vec<Option<Kept>>,
    /// Where they are; made when a relation is first looked for.
    places: Option<Places>,
    /// How many were replaced, withdrawn or overwritten.
    pub(super) replaced: usize,
}

/// Where relations are, by NumIV and person. A relation that was replaced since then may be another
/// one.
#[derive(Default)]
struct Places {
    by_bsn: HashMap<(u16, NonZeroU32), usize, Hashing>,
    /// All that have a personnel number: many may have the same one, each with its own BSN.
    by_personnel_number: HashMap<(u16, NonZeroU32), Vec<usize>, Hashing>,
    /// Those without a BSN: never two, for the later one replaces the other.
    without_bsn: HashMap<(u16, NonZeroU32), usize, Hashing>,
}

/// Two relations match one.
pub(super) struct Ambiguous;

impl Ledger {
    /// A full return: its relations are all there are.
    pub(super) fn overwrite(&mut self, relations: impl Iterator<Item = Kept>) {
        self.replaced = self.replaced.saturating_add(self.relations.iter().flatten().count());
        self.relations.clear();
        self.relations.extend(relations.map(Some));
        self.places = None;
    }

    /// A relation of a supplement or a correction: it changes the one that it names, withdraws it,
    /// or is added. Whether there was one.
    ///
    /// One that is found by its PersNr and has no SofiNr keeps that of the one before: it is of the
    /// same person.
    pub(super) fn change(&mut self, mut relation: Kept) -> Result<bool, Ambiguous> {
        let known = self.find(&relation)?;
        let reported = relation.facts.is_some();
        if let Some(slot) = known.and_then(|place| self.relations.get_mut(place)) {
            self.replaced = self.replaced.saturating_add(1);
            relation.bsn = relation.bsn.or(slot.and_then(|before| before.bsn));
            *slot = reported.then_some(relation);
        }
        let place = known.unwrap_or(self.relations.len());
        if reported {
            if known.is_none() {
                self.relations.push(Some(relation));
            }
            if let Some(places) = &mut self.places {
                places.add(place, &relation);
            }
        }
        Ok(known.is_some())
    }

    /// Where the relation is that has the same NumIV and person.
    fn find(&mut self, relation: &Kept) -> Result<Option<usize>, Ambiguous> {
        let Self { relations, places, .. } = self;
        let places = places.get_or_insert_with(|| Places::of(relations));
        let matches = |place: usize| {
            let known = relations.get(place).and_then(Option::as_ref);
            known.is_some_and(|known| is_same(known, relation))
        };
        let name = relation.personnel_number.map(|name| (relation.number, name));
        let Some(bsn) = relation.bsn else {
            let with_name = name.and_then(|name| places.by_personnel_number.get_mut(&name));
            return with_name.map_or(Ok(None), |with_name| only(with_name, matches));
        };
        let by_bsn = places.by_bsn.get(&(relation.number, bsn)).copied();
        let by_name = name.and_then(|name| places.without_bsn.get(&name).copied());
        match (by_bsn.filter(|place| matches(*place)), by_name.filter(|place| matches(*place))) {
            (Some(one), Some(other)) if one != other => Err(Ambiguous),
            (one, other) => Ok(one.or(other)),
        }
    }

    /// The relations that are left.
    pub(super) fn into_relations(self) -> Vec<Kept> {
        let mut relations: Vec<Kept> = self.relations.into_iter().flatten().collect();
        relations.shrink_to_fit();
        relations
    }
}

impl Places {
    fn of(relations: &[Option<Kept>]) -> Self {
        let mut places = Self::default();
        for (place, relation) in relations.iter().enumerate() {
            if let Some(relation) = relation {
                places.add(place, relation);
            }
        }
        places
    }

    fn add(&mut self, place: usize, relation: &Kept) {
        if let Some(bsn) = relation.bsn {
            self.by_bsn.insert((relation.number, bsn), place);
        }
        if let Some(name) = relation.personnel_number {
            self.by_personnel_number.entry((relation.number, name)).or_default().push(place);
            if relation.bsn.is_none() {
                self.without_bsn.insert((relation.number, name), place);
            }
        }
    }
}

/// The one place that matches. Places that no longer do are taken out, and the search ends at the
/// second match: so a list that is searched again and again is not walked again and again.
fn only(
    places: &mut Vec<usize>,
    matches: impl Fn(usize) -> bool,
) -> Result<Option<usize>, Ambiguous> {
    let mut found = None;
    let mut at = 0;
    while let Some(place) = places.get(at).copied() {
        if found == Some(place) || !matches(place) {
            places.swap_remove(at);
        } else if found.is_some() {
            return Err(Ambiguous);
        } else {
            found = Some(place);
            at = 1;
        }
    }
    Ok(found)
}

/// The same NumIV of the same person: by the SofiNr where both have one, else by the PersNr.
fn is_same(one: &Kept, other: &Kept) -> bool {
    let same_person = match (one.bsn, other.bsn) {
        (Some(one), Some(other)) => one == other,
        _ => one.personnel_number.is_some() && one.personnel_number == other.personnel_number,
    };
    one.number == other.number && same_person
}
