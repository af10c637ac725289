//! The dates of the quotumheffing (Wfsv 34 lid 7, 38e, 38h, 38i; Besluit Wfsv 2.28, 2.30).

use jiff::civil::Date;

use crate::error::{Error, Excerpt, Field};
use crate::unit::Year;

/// The dates that follow from the year assessed.
///
/// ```
/// use banenafspraak::{QuotumDates, Year};
///
/// let dates = QuotumDates::of(Year::new(2026)?)?;
/// assert_eq!(dates.wage_returns_filed_by.to_string(), "2027-05-01");
/// assert_eq!(dates.payable_by("2027-10-15".parse().unwrap())?.to_string(), "2027-11-26");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuotumDates {
    /// Wage returns and corrections filed by this day count (Wfsv 34 lid 7, 38e lid 3).
    pub wage_returns_filed_by: Date,
    /// Uitlener and inlener agree on attributed hours by this day (Besluit Wfsv 2.28 lid 3).
    pub attributions_agreed_by: Date,
    /// The decision is made before this day (Wfsv 38h lid 3).
    pub decided_before: Date,
    /// Revision lapses after this day: five years after the end of the year (Wfsv 38i lid 2).
    pub revision_lapses_after: Date,
}

impl QuotumDates {
    /// The dates for the year assessed.
    ///
    /// ```
    /// use banenafspraak::{QuotumDates, Year};
    ///
    /// let dates = QuotumDates::of(Year::new(2026)?)?;
    /// assert_eq!(dates.attributions_agreed_by.to_string(), "2027-08-01");
    /// assert_eq!(dates.decided_before.to_string(), "2027-11-01");
    /// assert_eq!(dates.revision_lapses_after.to_string(), "2031-12-31");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// None for any [`Year`]: all lie within the calendar.
    pub fn of(year: Year) -> Result<Self, Error> {
        let day = |years: u16, month, day| {
            let year = i16::try_from(year.number().saturating_add(years));
            let date = year.ok().and_then(|year| Date::new(year, month, day).ok());
            date.ok_or(Error::overflow("date"))
        };
        Ok(Self {
            wage_returns_filed_by: day(1, 5, 1)?,
            attributions_agreed_by: day(1, 8, 1)?,
            decided_before: day(1, 11, 1)?,
            revision_lapses_after: day(5, 12, 31)?,
        })
    }

    /// The day by which a decision of this date is payable: six weeks after it (Wfsv 38h lid 5).
    ///
    /// ```
    /// use banenafspraak::{QuotumDates, Year};
    /// use jiff::civil::{Date, date};
    ///
    /// let dates = QuotumDates::of(Year::new(2026)?)?;
    /// assert_eq!(dates.payable_by(date(2027, 10, 15))?, date(2027, 11, 26));
    /// assert_eq!(dates.payable_by(Date::MAX).unwrap_err().code(), "overflow");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Overflow`] at the end of the calendar.
    pub fn payable_by(&self, decided: Date) -> Result<Date, Error> {
        decided.checked_add(jiff::Span::new().weeks(6)).map_err(|_| Error::overflow("date"))
    }
}

/// An ISO date such as `2026-03-31`, and nothing more.
#[cfg(any(feature = "serde", feature = "payroll"))]
pub(crate) fn date(field: &'static str, text: &str) -> Result<Date, Error> {
    let exact = text.len() == "2026-03-31".len() && text.is_ascii();
    text.parse().ok().filter(|_| exact).ok_or(Error::UnknownWord {
        field: Field::new(field),
        text: Excerpt::of(text),
        expected: "the dates, such as 2026-03-31",
    })
}
