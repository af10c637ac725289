//! What can be wrong with the records of an employer together: repeats, overlapping periods, a
//! relation that is missing.

use super::tijdvak::Aangiftetijdvak;
use crate::unit::Year;

/// What records may be, which without it are an error of their employer.
///
/// ```
/// use banenafspraak::Year;
/// use banenafspraak::payroll::{Allow, Attributions, Entry, Payroll, Record, Register};
///
/// let total = |allow| {
///     let mut payroll = Payroll::new(Year::new(2026)?, Register::new()).allowing(allow);
///     for period in ["2026-01", "2026-y"] {
///         let entry = Entry { paid_hours: "100".parse()?, ..Entry::new(period.parse()?) };
///         payroll.add(&Record::new("bakery", "p-17", entry));
///     }
///     Ok::<_, banenafspraak::Error>(payroll.totals("bakery", &Attributions::new()))
/// };
/// assert_eq!(total(Allow::default())?.unwrap_err().code(), "overlapping_periods");
/// let totals = total(Allow { overlaps: true, ..Allow::default() })?.unwrap();
/// assert_eq!(totals.hours.paid_hours().to_string(), "200");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "plain data, written over `Allow::default`")]
pub struct Allow {
    /// The same record twice, alike in all columns: then both count.
    pub repeats: bool,
    /// Periods of one relation of a person that share a day: then both count.
    pub overlaps: bool,
}

/// What is wrong with the records of an employer. The order is that in which they are reported.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Finding {
    /// A period has records in which the employer was none.
    NoEmployer { period: Aangiftetijdvak },
    /// A person has records with a relation and without one in a period.
    RelationMissing { person: Box<str>, period: Aangiftetijdvak },
    /// A person's record occurs twice.
    RepeatedRecord { person: Box<str>, period: Aangiftetijdvak },
    /// All records of a period occur twice.
    RepeatedPeriod { period: Aangiftetijdvak },
    /// Two periods of one relation of a person share a day.
    Overlap { person: Box<str>, first: Aangiftetijdvak, second: Aangiftetijdvak },
    /// Two periods that share a day have the same persons.
    OverlappingPeriods { first: Aangiftetijdvak, second: Aangiftetijdvak },
}

/// What was found: the first in the order of [`Finding`], so that it does not depend on the order
/// of the records.
#[derive(Debug)]
pub(super) struct Findings {
    allow: Allow,
    first: Option<Finding>,
}

impl Findings {
    pub(super) const fn new(allow: Allow) -> Self {
        Self { allow, first: None }
    }

    pub(super) fn add(&mut self, finding: Finding) {
        let allowed = match finding {
            Finding::NoEmployer { .. } | Finding::RelationMissing { .. } => false,
            Finding::RepeatedRecord { .. } | Finding::RepeatedPeriod { .. } => self.allow.repeats,
            Finding::Overlap { .. } | Finding::OverlappingPeriods { .. } => self.allow.overlaps,
        };
        if !allowed && self.first.as_ref().is_none_or(|first| finding < *first) {
            self.first = Some(finding);
        }
    }

    pub(super) fn into_first(self) -> Option<Finding> {
        self.first
    }
}

/// The first two of a year's aangiftetijdvakken that share a day; each is a bit at its place.
pub(super) fn first_overlap(
    year: Year,
    periods: u32,
) -> Option<(Aangiftetijdvak, Aangiftetijdvak)> {
    // Those of one kind share none, and mostly there is one kind.
    if Aangiftetijdvak::are_of_one_kind(periods) { None } else { overlaps(year, periods).next() }
}

/// Every two of a year's aangiftetijdvakken that share a day; each is a bit at its place.
pub(super) fn overlaps(
    year: Year,
    periods: u32,
) -> impl Iterator<Item = (Aangiftetijdvak, Aangiftetijdvak)> {
    let used = move || Aangiftetijdvak::all(year).filter(move |it| periods >> it.place() & 1 == 1);
    used().flat_map(move |first| {
        let later = used().filter(move |second| second.place() > first.place());
        later
            .filter(move |second| first.shares_a_day_with(*second))
            .map(move |second| (first, second))
    })
}
