//! What an employer's records say of persons: for a list of what did not count.

use core::num::Wrapping;
use std::sync::Arc;

use jiff::civil::Date;

use super::sum::{NONE, Sum};
use super::sums::{PersonSums, Sums};
use super::tijdvak::Aangiftetijdvak;
use crate::unit::{SignedHours, Unit as _};

/// What an employer's records say of persons, also where its totals do not fit.
///
/// ```
/// use banenafspraak::Year;
/// use banenafspraak::payroll::{Attributions, Entry, Payroll, Record, Register};
///
/// let mut register = Register::new();
/// register.insert("p-17", "2020-01-01".parse().unwrap(), None)?;
/// let mut payroll = Payroll::new(Year::new(2026)?, register);
/// payroll.add(&Record::new("bakery", "p-17", Entry {
///     paid_hours: "-8".parse()?, // taken back, though never reported before
///     ..Entry::new("2026-01".parse()?)
/// }));
/// let mismatch = payroll.totals("bakery", &Attributions::new()).unwrap_err();
/// let persons = mismatch.persons;
/// assert_eq!(&*persons.registered[0], "p-17");
/// assert!(persons.uncounted.is_empty() && persons.late.is_empty());
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Persons {
    /// The registered persons on the payroll in the year.
    pub registered: Vec<Arc<str>>,
    /// Of them, those who have hours that do not count, or no hours at all.
    pub uncounted: Vec<Uncounted>,
    /// The records that did not count, filed too late.
    pub late: Vec<Late>,
}

/// A person of the register on the payroll in the year with hours that do not count, outside the
/// registration or in a Wsw employment (Wfsv 38g lid 4, 8), or without any hours.
///
/// ```
/// use banenafspraak::Year;
/// use banenafspraak::payroll::{Attributions, Entry, Payroll, Record, Register};
///
/// let mut register = Register::new();
/// register.insert("p-17", "2020-01-01".parse().unwrap(), "2026-05-31".parse().ok())?;
/// let mut payroll = Payroll::new(Year::new(2026)?, register);
/// payroll.add(&Record::new("bakery", "p-17", Entry {
///     paid_hours: "110".parse()?,
///     ..Entry::new("2026-06".parse()?) // no longer registered
/// }));
/// let totals = payroll.totals("bakery", &Attributions::new()).unwrap();
/// let uncounted = &totals.persons.uncounted[0];
/// assert_eq!(&*uncounted.person, "p-17");
/// assert_eq!(uncounted.outside_registration.to_string(), "110");
/// assert_eq!(uncounted.wsw_hours.to_string(), "0");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Uncounted {
    /// The person's key.
    pub person: Arc<str>,
    /// Hours in aangiftetijdvakken in which the person was not registered for a day.
    pub outside_registration: SignedHours,
    /// Hours in a Wsw employment without secondment.
    pub wsw_hours: SignedHours,
}

/// A record that does not count: filed after 1 May of the next year (Wfsv 34 lid 7, 38e lid 3).
///
/// ```
/// use banenafspraak::Year;
/// use banenafspraak::payroll::{Attributions, Entry, Payroll, Record, Register};
///
/// let register = Register::new();
/// let mut payroll = Payroll::new(Year::new(2026)?, register);
/// payroll.add(&Record::new("bakery", "p-17", Entry {
///     paid_hours: "110".parse()?,
///     filed_on: "2027-05-02".parse().ok(),
///     ..Entry::new("2026-01".parse()?)
/// }));
/// let totals = payroll.totals("bakery", &Attributions::new()).unwrap();
/// assert_eq!(totals.hours.paid_hours().to_string(), "0");
/// let late = &totals.persons.late[0];
/// assert_eq!((&*late.person, late.period.to_string()), ("p-17", "2026-01".into()));
/// assert_eq!(late.filed_on.to_string(), "2027-05-02");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Late {
    /// The person's key.
    pub person: Arc<str>,
    /// The period of the return.
    pub period: Aangiftetijdvak,
    /// When it was filed.
    pub filed_on: Date,
}

impl Persons {
    pub(super) fn of(sums: &Sums, late: Vec<Late>) -> Self {
        let mut registered: Vec<_> =
            sums.persons.iter().map(|(person, ..)| Arc::clone(person)).collect();
        registered.sort_unstable();
        let is_uncounted = |sums: &PersonSums| {
            let without_hours = sums.own == NONE && sums.seconded == NONE;
            without_hours || sums.outside != NONE || sums.wsw != NONE
        };
        let uncounted_sums = sums.persons.iter().filter(|(_, _, sums)| is_uncounted(sums));
        let mut uncounted: Vec<_> = uncounted_sums
            .map(|(person, _, sums)| Uncounted {
                person: Arc::clone(person),
                outside_registration: clamped(sums.outside),
                wsw_hours: clamped(sums.wsw),
            })
            .collect();
        uncounted.sort_unstable_by(|one, other| one.person.cmp(&other.person));
        Self { registered, uncounted, late }
    }
}

/// Hours to be reported, held within their bounds.
fn clamped(Wrapping(units): Sum) -> SignedHours {
    let bound = if units < 0 { SignedHours::MIN } else { SignedHours::MAX };
    i64::try_from(units).ok().and_then(SignedHours::within).unwrap_or(bound)
}
