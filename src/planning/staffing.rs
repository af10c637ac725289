//! People, hours a week and days: what a contract comes to in the rest of a year, and back.

use jiff::civil::Date;

use crate::error::{Error, ErrorKind, Excerpt};
use crate::law::rounding::VARIABLE;
use crate::unit::{Hours, HoursPerWeek, Ratio, Rounding, Unit as _, Year};

const DAYS_A_WEEK: u32 = 7;

/// The days of a year from one of them on, both included: what is left of it for a plan.
///
/// Weeks are counted by their days, so that a part of a week counts for its part, in leap years
/// and in years of 53 weeks alike. Hours are rounded down to the hundredth, once, in total (Besluit
/// Wfsv 2.23 lid 2); what is asked back is the smallest number that still reaches the hours.
///
/// ```
/// use banenafspraak::planning::RestOfYear;
/// use banenafspraak::{Hours, Year};
///
/// let rest = RestOfYear::new(Year::new(2026)?, "2026-09-01".parse().unwrap())?;
/// assert_eq!(rest.days(), 122); // 17 weeks and 3 days
/// let (week, needed) = ("24".parse()?, Hours::whole(2_000));
/// // One person works 24 x 122 / 7 = 418.28 hours: five are needed.
/// assert_eq!(rest.hours(1, week)?.to_string(), "418.28");
/// assert_eq!(rest.people(needed, week)?, 5);
/// // Or four, of 28.69 hours a week each.
/// assert_eq!(rest.hours_per_week(needed, 4)?.to_string(), "28.69");
/// // Or four, of 24 hours a week, from 8 August on.
/// let start = RestOfYear::latest(Year::new(2026)?, needed, 4, week)?;
/// assert_eq!(start.from().to_string(), "2026-08-08");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RestOfYear {
    year: Year,
    from: Date,
}

impl RestOfYear {
    /// What is left of the year from this day on.
    ///
    /// ```
    /// use banenafspraak::Year;
    /// use banenafspraak::planning::RestOfYear;
    ///
    /// let year = Year::new(2028)?; // a leap year
    /// assert_eq!(RestOfYear::new(year, year.first_day())?.days(), 366);
    /// assert_eq!(RestOfYear::new(year, year.last_day())?.days(), 1);
    /// let error = RestOfYear::new(year, "2029-01-01".parse().unwrap()).unwrap_err();
    /// assert_eq!(error.to_string(), "from: 2029-01-01 is not in 2028");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotInYear`] for a day of another year.
    pub fn new(year: Year, from: Date) -> Result<Self, Error> {
        in_year("from", from, year)?;
        Ok(Self { year, from })
    }

    /// The latest start from which a number of people, with their hours a week each, reach the hours.
    ///
    /// ```
    /// use banenafspraak::planning::RestOfYear;
    /// use banenafspraak::{Hours, Year};
    ///
    /// let (year, week) = (Year::new(2026)?, "24".parse()?);
    /// let rest = RestOfYear::latest(year, Hours::whole(1_000), 2, week)?;
    /// assert_eq!(rest.from().to_string(), "2026-08-08"); // 146 days
    /// assert!(rest.hours(2, week)? >= Hours::whole(1_000));
    /// // A whole year of two people is 2,502.85 hours.
    /// let error = RestOfYear::latest(year, Hours::whole(2_503), 2, week).unwrap_err();
    /// assert_eq!(error.to_string(), "days: 366 is not between 0 and 365");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotPositive`] for nobody, and [`ErrorKind::OutOfRange`] where a whole year is not
    /// enough, with the days it would take.
    pub fn latest(
        year: Year,
        hours: Hours,
        people: u32,
        each: HoursPerWeek,
    ) -> Result<Self, Error> {
        let whole = Self { year, from: year.first_day() };
        let days = fewest(hours, worked(people, each, 1))?;
        let most = whole.days();
        let Some(from) = i32::try_from(days)
            .ok()
            .filter(|days| *days <= most)
            // The last day counts too; for no hours at all it is the start.
            .and_then(|days| most.checked_sub(days.max(1)))
            .and_then(|after| whole.from.checked_add(jiff::Span::new().days(after)).ok())
        else {
            return Err(Error::new(
                "days",
                ErrorKind::OutOfRange { value: Excerpt::of(days), min: 0.into(), max: most.into() },
            ));
        };
        Ok(Self { year, from })
    }

    /// The year.
    pub const fn year(&self) -> Year {
        self.year
    }

    /// The first day.
    pub const fn from(&self) -> Date {
        self.from
    }

    /// How many days there are.
    pub fn days(&self) -> i32 {
        days(self.from, self.year.last_day())
    }

    /// The hours of a number of people, with their hours a week each, rounded down in total.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`] beyond [`Hours::MAX`].
    pub fn hours(&self, people: u32, each: HoursPerWeek) -> Result<Hours, Error> {
        worked(people, each, self.days()).rounded(VARIABLE)
    }

    /// The fewest people, with these hours a week each, who reach the hours.
    ///
    /// ```
    /// use banenafspraak::planning::RestOfYear;
    /// use banenafspraak::{Hours, Year};
    ///
    /// let rest = RestOfYear::new(Year::new(2026)?, "2026-12-25".parse().unwrap())?;
    /// let week = "40".parse()?; // a week is left
    /// assert_eq!(rest.people(Hours::whole(80), week)?, 2);
    /// assert_eq!(rest.people("80.01".parse()?, week)?, 3);
    /// assert_eq!(rest.people(Hours::ZERO, week)?, 0);
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Overflow`] for more people than can be counted.
    pub fn people(&self, hours: Hours, each: HoursPerWeek) -> Result<u32, Error> {
        let people = fewest(hours, worked(1, each, self.days()))?;
        u32::try_from(people).map_err(|_| Error::overflow("people"))
    }

    /// The fewest hours a week, to the hundredth, that a number of people each must work to reach the
    /// hours.
    ///
    /// ```
    /// use banenafspraak::planning::RestOfYear;
    /// use banenafspraak::{Hours, Year};
    ///
    /// let rest = RestOfYear::new(Year::new(2026)?, "2026-12-25".parse().unwrap())?;
    /// assert_eq!(rest.hours_per_week(Hours::whole(100), 3)?.to_string(), "33.34");
    /// let error = rest.hours_per_week(Hours::whole(100), 0).unwrap_err();
    /// assert_eq!(error.to_string(), "people: must be more than 0");
    /// let error = rest.hours_per_week(Hours::whole(1_000), 3).unwrap_err();
    /// assert_eq!(error.to_string(), "hours_per_week: 333.34 is not between 0.01 and 168");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotPositive`] for nobody, and [`ErrorKind::OutOfRange`] where a week has fewer
    /// hours.
    pub fn hours_per_week(&self, hours: Hours, people: u32) -> Result<HoursPerWeek, Error> {
        if people == 0 {
            return Err(nobody());
        }
        if hours == Hours::ZERO {
            return Ok(HoursPerWeek::MIN);
        }
        let weeks = Ratio::from(people) * weeks(self.days());
        (Ratio::from(hours) / weeks).rounded(Rounding::up(HoursPerWeek::BOUNDS.decimals))
    }
}

/// Whether a day is one of the year's.
pub(super) fn in_year(field: &'static str, day: Date, year: Year) -> Result<(), Error> {
    if (year.first_day()..=year.last_day()).contains(&day) {
        return Ok(());
    }
    Err(Error::new(field, ErrorKind::NotInYear { day, year: year.number() }))
}

/// The days from one through another of the same year; none where the second is before the first.
pub(super) fn days(from: Date, until: Date) -> i32 {
    let [first, last] = [from, until].map(|date| i32::from(date.day_of_year()));
    // Numbers of three digits.
    if until < from { 0 } else { last.saturating_sub(first).saturating_add(1) }
}

/// Weeks are counted by their days.
fn weeks(days: i32) -> Ratio {
    Ratio::new(days.into(), DAYS_A_WEEK.into())
}

/// The hours of a number of people in a number of days.
pub(super) fn worked(people: u32, each: HoursPerWeek, days: i32) -> Ratio {
    Ratio::from(people) * Ratio::from(each) * weeks(days)
}

/// The fewest times that these hours of people must be taken to reach the hours needed.
fn fewest(needed: Hours, hours: Ratio) -> Result<i128, Error> {
    if hours.is_zero() {
        return Err(nobody());
    }
    (Ratio::from(needed) / hours).ceil().ok_or_else(|| Error::overflow("hours"))
}

fn nobody() -> Error {
    Error::new("people", ErrorKind::NotPositive)
}
