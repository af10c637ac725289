//! The doelgroepregister: who is registered when.

use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

use super::key::{Hashing, Key};
use super::tijdvak::Aangiftetijdvak;
use crate::error::{Error, ErrorKind};
use crate::unit::Year;

/// The doelgroepregister (Wfsv 38b, 38d) as periods per person, of the caller's knowledge.
///
/// Paid hours count for every aangiftetijdvak in which the person was registered for at least a
/// day (Wfsv 38g lid 8; Wtl 2.12 lid 2). Periods may overlap and adjoin.
///
/// The register keeps a person who left the doelgroep for some time (Wfsv 38b; Wet banenafspraak 2 lid
/// 2): its periods decide, not the grounds. People equated under old job schemes (Wiw, ID; Wfsv 38f lid
/// 5, 6) are in it with that ground.
///
/// ```
/// use banenafspraak::Year;
/// use banenafspraak::payroll::Register;
///
/// let mut register = Register::new();
/// register.insert("p-17", "2026-03-31".parse().unwrap(), None)?;
/// register.set_aow_from("p-17", "2030-06-15".parse().unwrap())?;
/// assert!(register.covers("p-17", "2026-03".parse()?), "a day is enough");
/// assert!(!register.covers("p-17", "2026-02".parse()?));
/// assert_eq!((register.len(), register.is_empty()), (1, false));
/// assert_eq!(register.persons(Year::new(2026)?).collect::<Vec<_>>(), ["p-17"]);
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Register {
    persons: HashMap<Key, Registration, Hashing>,
}

/// When one person is registered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Registration {
    /// From their first days until their last, both included: disjoint and not adjacent.
    spans: BTreeMap<Date, Date>,
    /// The first day on which the person has the AOW age.
    aow_from: Option<Date>,
    /// Whether another day was given for it.
    contradicts_itself: bool,
}

impl Register {
    /// An empty register.
    pub fn new() -> Self {
        Self::default()
    }

    /// A person registered from a day until another, both included; `None` is open.
    ///
    /// ```
    /// use banenafspraak::payroll::Register;
    /// use jiff::civil::date;
    ///
    /// let mut register = Register::new();
    /// register.insert("p-17", date(2026, 1, 10), Some(date(2026, 6, 30)))?;
    /// assert!(!register.covers("p-17", "2026-07".parse()?));
    /// let error = register.insert("p-17", date(2026, 9, 1), Some(date(2026, 8, 31))).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "until: 2026-08-31 is before 2026-09-01, the day it begins"
    /// );
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::EndsBeforeItBegins`] for a period that does.
    pub fn insert(&mut self, person: &str, from: Date, until: Option<Date>) -> Result<(), Error> {
        let until = until.unwrap_or(Date::MAX);
        if until < from {
            return Err(Error::new("until", ErrorKind::EndsBeforeItBegins { from, until }));
        }
        self.person(person).add(from, until);
        Ok(())
    }

    /// The day on which the person reaches the AOW age: the bonus ends the day before (Wtl 2.10).
    ///
    /// ```
    /// use banenafspraak::payroll::Register;
    /// use jiff::civil::date;
    ///
    /// let mut register = Register::new();
    /// register.set_aow_from("p-17", date(2030, 6, 15))?;
    /// register.set_aow_from("p-17", date(2030, 6, 15))?;
    /// let error = register.set_aow_from("p-17", date(2031, 6, 15)).unwrap_err();
    /// assert_eq!(error.to_string(), "aow_from: 2031-06-15 contradicts 2030-06-15");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Contradiction`] for another day than before. From then on no employer with records
    /// of the person in the year has totals.
    pub fn set_aow_from(&mut self, person: &str, day: Date) -> Result<(), Error> {
        let person = self.person(person);
        let known = *person.aow_from.get_or_insert(day);
        if known == day {
            return Ok(());
        }
        person.contradicts_itself = true;
        Err(Error::new("aow_from", ErrorKind::Contradiction { day, known }))
    }

    /// Whether two days were given on which the person reaches the AOW age.
    pub(super) fn contradicts_itself(&self, person: &str) -> bool {
        self.get(person.as_bytes()).is_some_and(|registered| registered.contradicts_itself)
    }

    /// Whether the person was registered for at least a day of the aangiftetijdvak.
    pub fn covers(&self, person: &str, period: Aangiftetijdvak) -> bool {
        self.get(person.as_bytes()).is_some_and(|registered| registered.covers(period))
    }

    /// How many persons are or were in it.
    pub fn len(&self) -> usize {
        self.persons.len()
    }

    /// Whether nobody is in it.
    pub fn is_empty(&self) -> bool {
        self.persons.is_empty()
    }

    /// The persons who were registered for at least a day of the year.
    pub fn persons(&self, year: Year) -> impl Iterator<Item = &str> {
        let whole = Aangiftetijdvak::whole_year(year);
        let in_year = self.persons.iter().filter(move |(_, registered)| registered.covers(whole));
        in_year.map(|(person, _)| &*person.0)
    }

    /// A person's registration, if there is one.
    #[inline]
    pub(crate) fn get(&self, person: &[u8]) -> Option<&Registration> {
        self.persons.get(person)
    }

    fn person(&mut self, person: &str) -> &mut Registration {
        self.persons.entry(Key(person.into())).or_default()
    }
}

impl Registration {
    fn add(&mut self, from: Date, until: Date) {
        let (mut from, mut until) = (from, until);
        // The last of those that begin before the day after its end, as long as it reaches it.
        let day_after = |day: Date| day.tomorrow().unwrap_or(Date::MAX);
        while let Some((first, last)) = self.spans.range(..=day_after(until)).next_back() {
            let (first, last) = (*first, *last);
            if day_after(last) < from {
                break;
            }
            self.spans.remove(&first);
            (from, until) = (from.min(first), until.max(last));
        }
        self.spans.insert(from, until);
    }

    fn covers(&self, period: Aangiftetijdvak) -> bool {
        self.meets(period.first_day(), period.last_day())
    }

    /// Whether a registered day lies between these two.
    fn meets(&self, first: Date, last: Date) -> bool {
        // Of those that begin by the last day the last one ends last.
        self.spans.range(..=last).next_back().is_some_and(|(_, until)| *until >= first)
    }

    /// Which aangiftetijdvakken of a year count.
    pub(crate) fn coverage(&self, year: Year) -> Coverage {
        let mut coverage = Coverage::default();
        for period in Aangiftetijdvak::all(year) {
            let (first, last) = (period.first_day(), period.last_day());
            let bit = 1 << period.place();
            if self.meets(first, last) {
                coverage.hours |= bit;
            }
            let last_for_bonus = match self.aow_from {
                Some(day) => day.yesterday().map_or(Date::MIN, |before| before.min(last)),
                None => last,
            };
            if last_for_bonus >= first && self.meets(first, last_for_bonus) {
                coverage.bonus |= bit;
            }
        }
        coverage
    }
}

/// The aangiftetijdvakken of one year that count for one person, a bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Coverage {
    hours: u32,
    bonus: u32,
}

impl Coverage {
    /// Whether all paid hours of it count (Wfsv 38g lid 8).
    #[inline]
    pub(crate) const fn counts(self, period: Aangiftetijdvak) -> bool {
        self.hours >> period.place() & 1 == 1
    }

    /// Whether all its paid hours can earn the bonus (Wtl 2.12 lid 2).
    #[inline]
    pub(crate) const fn earns_bonus(self, period: Aangiftetijdvak) -> bool {
        self.bonus >> period.place() & 1 == 1
    }
}

const _: () = assert!(Aangiftetijdvak::IN_A_YEAR <= u32::BITS as usize);
