//! Whether an employer's hours cover the whole year, and the year before.

use std::sync::Arc;

use jiff::civil::Date;

use crate::error::{Error, ErrorKind};
use crate::unit::Year;

/// What is known of the days that an employer's hours cover.
///
/// Hours of a part of a year say little: two months of 20 workers lie below the threshold of Wfsv
/// 34 lid 4, and their whole year does not. So only a complete year exempts, or one of which nobody
/// says that it is not complete.
///
/// ```
/// use banenafspraak::employer::{Coverage, Missing};
///
/// let july = Missing::new("2026-07-01".parse().unwrap(), "2026-07-31".parse().unwrap());
/// let coverage = Coverage {
///     complete: Some(false),
///     hours_until: "2026-06-30".parse().ok(),
///     missing: vec![july],
///     ..Coverage::default()
/// };
/// assert_eq!(coverage.previous_year_complete, None); // nobody says
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "plain data, checked where an employer takes it")]
pub struct Coverage {
    /// Whether the hours of the year are complete; `None`: nobody says.
    pub complete: Option<bool>,
    /// Whether the hours of the year before are complete; `None`: nobody says.
    pub previous_year_complete: Option<bool>,
    /// The last day before the first gap of the year; `None` where the year is complete, or nothing
    /// before the gap is covered.
    pub hours_until: Option<Date>,
    /// The days that no hours cover, in the year and in the year before.
    pub missing: Vec<Missing>,
}

/// A run of days that no hours cover.
///
/// ```
/// use banenafspraak::employer::Missing;
///
/// let july = Missing::new("2026-07-01".parse().unwrap(), "2026-07-31".parse().unwrap());
/// let of_one = Missing { administration: Some("111222333L02".into()), ..july };
/// assert_eq!(of_one.from.to_string(), "2026-07-01");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "plain data, written over `Missing::new`")]
pub struct Missing {
    /// The administration whose days they are: the full number of the wage return (`LhNr`, with its
    /// `L01`); `None` where the employer has one administration without a number.
    pub administration: Option<Arc<str>>,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
}

impl Missing {
    /// Days of the employer itself.
    pub const fn new(from: Date, until: Date) -> Self {
        Self { administration: None, from, until }
    }

    /// Whether these are days of the year.
    pub(crate) fn is_in(&self, year: Year) -> bool {
        self.from >= year.first_day() && self.until <= year.last_day()
    }
}

impl Coverage {
    /// The last day of the hours, where the days missing of the year are those at its end and no
    /// others: from there the year can be extended at the same pace.
    ///
    /// ```
    /// use banenafspraak::Year;
    /// use banenafspraak::employer::{Coverage, Missing};
    ///
    /// let year = Year::new(2026)?;
    /// let day = |day: &str| day.parse().unwrap();
    /// let of = |from: &str, until: &str| Coverage {
    ///     hours_until: Some(day("2026-06-30")),
    ///     missing: vec![Missing::new(day(from), day(until))],
    ///     ..Coverage::default()
    /// };
    /// let first_half = of("2026-07-01", "2026-12-31");
    /// assert_eq!(first_half.ends_on(year), Some(day("2026-06-30")));
    /// let without_july = of("2026-07-01", "2026-07-31");
    /// assert_eq!(without_july.ends_on(year), None); // hours of August and later are counted
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn ends_on(&self, year: Year) -> Option<Date> {
        let until = self.hours_until?;
        self.missing_in(year).all(|run| run.until == year.last_day()).then_some(until)
    }

    /// The runs of missing days of a year.
    pub fn missing_in(&self, year: Year) -> impl Iterator<Item = &Missing> {
        self.missing.iter().filter(move |run| run.is_in(year))
    }

    /// Whether it says nothing.
    pub(super) fn is_silent(&self) -> bool {
        *self == Self::default()
    }

    /// The coverage as an employer of the year holds it: a year with missing days, or with hours
    /// until a day, is not complete.
    pub(super) fn checked(mut self, year: Year) -> Result<Self, Error> {
        let before = year.previous().ok();
        for (index, run) in self.missing.iter().enumerate() {
            let (from, until) = (run.from, run.until);
            let in_list = |error: Error| error.inside_item("missing", index);
            if until < from {
                let field = "until";
                return Err(in_list(Error::new(
                    field,
                    ErrorKind::EndsBeforeItBegins { from, until },
                )));
            }
            let earlier = self.missing.iter().take(index);
            let mut same = earlier.filter(|other| other.administration == run.administration);
            if let Some(other) = same.find(|other| from <= other.until && other.from <= until) {
                let (field, known) = ("from", other.from);
                return Err(in_list(Error::new(
                    field,
                    ErrorKind::Contradiction { day: from, known },
                )));
            }
            let complete = if run.is_in(year) {
                &mut self.complete
            } else if before.is_some_and(|before| run.is_in(before)) {
                &mut self.previous_year_complete
            } else {
                let (field, year) = ("from", year.number());
                return Err(in_list(Error::new(field, ErrorKind::NotInYear { day: from, year })));
            };
            if *complete == Some(true) {
                return Err(Error::new("missing", ErrorKind::Superfluous));
            }
            *complete = Some(false);
        }
        if let Some(day) = self.hours_until {
            let field = "hours_until";
            if day < year.first_day() || day > year.last_day() {
                return Err(Error::new(field, ErrorKind::NotInYear { day, year: year.number() }));
            }
            // Hours until the last day of the year are all of them.
            if self.complete == Some(true) || day == year.last_day() {
                return Err(Error::new(field, ErrorKind::Superfluous));
            }
            // It is the day before the first gap.
            let first_gap = self.missing_in(year).map(|run| run.from).min();
            if let Some(gap) = first_gap.filter(|gap| day.tomorrow().ok() != Some(*gap)) {
                return Err(Error::new(field, ErrorKind::Contradiction { day, known: gap }));
            }
            self.complete = Some(false);
        }
        Ok(self)
    }
}
