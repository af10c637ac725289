//! One planned change: who comes, goes or works other hours, from when.

use jiff::civil::Date;

use super::gap::Hiring;
use super::staffing::{days, worked};
use crate::error::{Error, ErrorKind, Excerpt};
use crate::law::words;
use crate::unit::{EuroPerHour, HoursPerWeek, Ratio, Year};

words! {
    /// The word of a [`ChangeKind`].
    #[non_exhaustive]
    ChangeWord, "change" {
        /// People come.
        Hire = "hire",
        /// People leave.
        Leave = "leave",
        /// The hours of people change.
        Hours = "hours",
    }
}

words! {
    /// Whom a change is about.
    ///
    /// ```
    /// use banenafspraak::planning::Workers;
    ///
    /// assert_eq!("doelgroep".parse::<Workers>()?, Workers::Doelgroep);
    /// assert_eq!(Workers::HiredIn.word(), "hired_in");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[non_exhaustive]
    Workers, "who" {
        /// An own worker of the doelgroep: counts in A and in C.
        Doelgroep = "doelgroep",
        /// Any other own worker: counts in A.
        Other = "other",
        /// Someone of the doelgroep hired in from an uitlener, who attributes the hours: counts in C.
        HiredIn = "hired_in",
    }
}

/// What changes.
///
/// ```
/// use banenafspraak::planning::ChangeKind;
///
/// let from_24_to_32 = ChangeKind::Hours { from: "24".parse()?, to: "32".parse()? };
/// assert_eq!(from_24_to_32.word(), "hours");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "who comes, who goes, and who works more or less")]
pub enum ChangeKind {
    /// People come, each for these hours a week.
    Hire(HoursPerWeek),
    /// People go, who each worked these hours a week; the year's hours were expected to hold theirs.
    Leave(HoursPerWeek),
    /// People work another number of hours a week.
    Hours {
        /// Until now, as the year's hours were expected to hold.
        from: HoursPerWeek,
        /// From the day of the change on.
        to: HoursPerWeek,
    },
}

impl ChangeKind {
    /// The word in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Hire(_) => "hire",
            Self::Leave(_) => "leave",
            Self::Hours { .. } => "hours",
        }
    }

    /// The hours that a number of people work more in a number of days.
    fn hours(self, people: u32, days: i32) -> Ratio {
        let worked = |each| worked(people, each, days);
        match self {
            Self::Hire(each) => worked(each),
            Self::Leave(each) => -worked(each),
            Self::Hours { from, to } => worked(to) - worked(from),
        }
    }
}

impl From<Hiring> for Workers {
    /// Who comes in that way.
    fn from(way: Hiring) -> Self {
        match way {
            Hiring::Employed => Self::Doelgroep,
            Hiring::HiredIn => Self::HiredIn,
        }
    }
}

/// Whose bonus a change is about (Wtl 2.13: each worker has a maximum).
///
/// ```
/// use banenafspraak::planning::{Change, ChangeKind, Earns, Plan, Workers};
///
/// let leave = Change::new(ChangeKind::Leave("24".parse()?), Workers::Doelgroep, 1, "2026-09-01".parse().unwrap());
/// let second = Change { bonus_worker: Some(Earns::At(1)), ..leave };
/// assert!(Plan::new(vec![second]).is_ok());
/// let two = Change { people: 2, ..second };
/// let error = Plan::new(vec![two]).unwrap_err();
/// assert_eq!(error.to_string(), "changes[0].people: 2 is not between 1 and 1");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "someone or nobody")]
pub enum Earns {
    /// Nobody's: the LKV is not asked for, or cannot be.
    Nothing,
    /// That of the scheme's `bonus_workers` at this place, counted from zero.
    At(u32),
}

/// One planned change.
///
/// ```
/// use banenafspraak::planning::{Change, ChangeKind, Workers};
///
/// let change = Change {
///     premium_wage_per_hour: Some("16.50".parse()?), // needed under a scheme alone
///     ..Change::new(ChangeKind::Hire("24".parse()?), Workers::Doelgroep, 3, "2026-09-01".parse().unwrap())
/// };
/// assert_eq!((change.people, change.until), (3, None));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_structs, reason = "plain data, written over `Change::new`")]
pub struct Change {
    /// What changes.
    pub what: ChangeKind,
    /// Whom it is about.
    pub who: Workers,
    /// How many people; a change of nobody changes nothing.
    pub people: u32,
    /// The first day on which it holds. One before the year holds from its first day on.
    pub from: Date,
    /// The last day on which it holds; `None`: for good.
    pub until: Option<Date>,
    /// The premium wage of an hour: needed for own workers where a scheme is assessed, of which the
    /// surcharge is paid (Wet banenafspraak 6).
    pub premium_wage_per_hour: Option<EuroPerHour>,
    /// Whose bonus it is about: needed for an own worker of the doelgroep who goes or works other
    /// hours where a scheme is assessed. Who comes earns one, unless it is [`Earns::Nothing`].
    pub bonus_worker: Option<Earns>,
}

impl Change {
    /// A change for good, without what a scheme needs.
    pub const fn new(what: ChangeKind, who: Workers, people: u32, from: Date) -> Self {
        let (until, premium_wage_per_hour, bonus_worker) = (None, None, None);
        Self { what, who, people, from, until, premium_wage_per_hour, bonus_worker }
    }

    /// Whether it says what can be, and nothing that would be ignored.
    pub(super) fn check(&self) -> Result<(), Error> {
        let from = self.from;
        if let Some(until) = self.until.filter(|until| *until < from) {
            return Err(Error::new("until", ErrorKind::EndsBeforeItBegins { from, until }));
        }
        if self.who == Workers::HiredIn && self.premium_wage_per_hour.is_some() {
            return Err(Error::new("premium_wage_per_hour", ErrorKind::Superfluous));
        }
        match (self.bonus_worker, self.who, self.what) {
            (None, ..) | (Some(Earns::Nothing), Workers::Doelgroep, _) => Ok(()),
            (
                Some(Earns::At(_)),
                Workers::Doelgroep,
                ChangeKind::Leave(_) | ChangeKind::Hours { .. },
            ) => in_range("people", self.people, 1, 1),
            _ => Err(Error::new("bonus_worker", ErrorKind::Superfluous)),
        }
    }

    /// The hours that some of the people work more in a year.
    pub(super) fn hours(&self, year: Year, people: u32) -> Ratio {
        let until = self.until.map_or(year.last_day(), |until| until.min(year.last_day()));
        self.what.hours(people, days(self.from.max(year.first_day()), until))
    }
}

/// Whether a number lies within these bounds, both included.
pub(super) fn in_range(field: &'static str, value: u32, min: u32, max: u32) -> Result<(), Error> {
    if (min..=max).contains(&value) {
        return Ok(());
    }
    let (field, value) = (field, Excerpt::of(value));
    Err(Error::new(field, ErrorKind::OutOfRange { value, min: min.into(), max: max.into() }))
}
