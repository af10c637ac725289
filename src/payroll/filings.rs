//! Filings that replace earlier ones (Wfsv 34 lid 7, 38e lid 3), and the first day of employment
//! (Wet banenafspraak 6 lid 8).

use std::collections::HashMap;

use jiff::civil::{Date, Time};

use super::key::{Hashing, Key};
use super::record::{Employment, Values};
use super::tijdvak::Aangiftetijdvak;

/// The records of an employer whose later filings may replace earlier ones.
#[derive(Debug, Clone, Default)]
pub(super) struct Filings {
    persons: Vec<Key>,
    places: HashMap<Key, usize, Hashing>,
    all: Vec<Filing>,
}

#[derive(Debug, Clone, Copy)]
struct Filing {
    person: usize,
    values: Values,
}

impl Filings {
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(super) fn push(&mut self, person: &[u8], values: &Values) {
        let person = self.place(person);
        self.all.push(Filing { person, values: *values });
    }

    fn place(&mut self, person: &[u8]) -> usize {
        if let Some(place) = self.places.get(person) {
            return *place;
        }
        let place = self.persons.len();
        let person = Key::new(person);
        self.persons.push(person.clone());
        self.places.insert(person, place);
        place
    }

    pub(super) fn merge(&mut self, other: Self) {
        let persons = other.persons.iter();
        let places: Vec<usize> = persons.map(|person| self.place(person.0.as_bytes())).collect();
        self.all.extend(
            other.all.into_iter().filter_map(|filing| {
                Some(Filing { person: *places.get(filing.person)?, ..filing })
            }),
        );
    }

    /// Calls `each` with the records that stand, and whether their wage is in the base; how many were
    /// replaced by later ones.
    pub(super) fn settle(&self, mut each: impl FnMut(&[u8], &Values, bool)) -> usize {
        let mut filings = self.all.clone();
        filings.sort_unstable_by_key(|filing| (filing.of_employment(), filing.filed()));
        // Wfsv 34 lid 7, 38e lid 3: of each employment and aangiftetijdvak the last filing.
        let of_employment =
            filings.chunk_by(|one, other| one.of_employment() == other.of_employment());
        let standing: Vec<Filing> = of_employment
            .flat_map(|filings| {
                let last = filings.last().map(Filing::filed);
                filings.iter().filter(move |filing| Some(filing.filed()) == last).copied()
            })
            .collect();
        for filings in standing.chunk_by(|one, other| one.of_period() == other.of_period()) {
            let decided = wage_base_of_first_day(filings);
            for filing in filings {
                let in_wage_base = match decided {
                    Some((first, decided)) if filing.first_day() > Some(first) => decided,
                    _ => filing.values.kind.in_wage_base(),
                };
                if let Some(person) = self.persons.get(filing.person) {
                    each(person.0.as_bytes(), &filing.values, in_wage_base);
                }
            }
        }
        filings.len().saturating_sub(standing.len())
    }
}

impl Filing {
    const fn of_period(&self) -> (usize, Aangiftetijdvak) {
        (self.person, self.values.period)
    }

    const fn of_employment(&self) -> (usize, Aangiftetijdvak, u32) {
        (self.person, self.values.period, self.values.relation)
    }

    /// When it was filed: a day without a time is earlier than any time of it.
    const fn filed(&self) -> (Option<Date>, Option<Time>) {
        (self.values.filed_on, self.values.filed_at)
    }

    /// The first day of employment within the aangiftetijdvak. `None` without such a day: the wage
    /// is paid afterwards or ahead, or it is a benefit, outside the base whatever the worker is.
    fn first_day(&self) -> Option<Date> {
        let Values { period, employed_from, employed_until, kind, .. } = self.values;
        let first = employed_from.map_or(period.first_day(), |from| from.max(period.first_day()));
        let last = employed_until.map_or(period.last_day(), |until| until.min(period.last_day()));
        (kind != Employment::Benefit && first <= last).then_some(first)
    }
}

/// Wet banenafspraak 6 lid 8: what the worker is on the first day of employment in the
/// aangiftetijdvak decides for all of it. `None` where employments of both kinds begin on that
/// day: then each counts by its own.
fn wage_base_of_first_day(filings: &[Filing]) -> Option<(Date, bool)> {
    let first = filings.iter().filter_map(Filing::first_day).min()?;
    let mut on_first_day = filings.iter().filter(|filing| filing.first_day() == Some(first));
    let in_wage_base = on_first_day.next()?.values.kind.in_wage_base();
    on_first_day
        .all(|filing| filing.values.kind.in_wage_base() == in_wage_base)
        .then_some((first, in_wage_base))
}
