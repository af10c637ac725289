//! The dates of the quotumheffing (Wfsv 34 lid 7, 38e, 38h, 38i; Besluit Wfsv 2.28, 2.30).

use jiff::civil::{Date, date as date_of};

use super::outcome::words;
use super::source::{LegalSource, articles};
use crate::error::Error;
use crate::unit::Year;

/// Years from the year assessed to the dates of its decision.
const YEAR_OF_DECISION: u16 = 1;

words! {
    /// What a date of the quotumheffing is of.
    ///
    /// ```
    /// use banenafspraak::law::DateName;
    ///
    /// assert_eq!(DateName::PayableBy.word(), "payable_by");
    /// assert_eq!(DateName::DecidedBefore.source().to_string(), "Wfsv 38h lid 3");
    /// ```
    #[non_exhaustive]
    DateName, "date" {
        /// Wage returns and corrections filed by then count (Wfsv 34 lid 7, 38e lid 3).
        WageReturnsFiledBy = "wage_returns_filed_by",
        /// Uitlener and inlener agree on attributed hours by then (Besluit Wfsv 2.28 lid 3).
        AttributionsAgreedBy = "attributions_agreed_by",
        /// The decision is made before it (Wfsv 38h lid 3).
        DecidedBefore = "decided_before",
        /// The last day on which the levy can become payable: six weeks after the last day on which
        /// it can be decided (Wfsv 38h lid 5).
        PayableBy = "payable_by",
        /// Revision lapses after it (Wfsv 38i lid 2).
        RevisionLapsesAfter = "revision_lapses_after",
    }
}

impl DateName {
    /// The place in the law.
    pub const fn source(self) -> LegalSource {
        match self {
            Self::WageReturnsFiledBy => articles::WAGE_RETURNS_FILED_BY,
            Self::AttributionsAgreedBy => articles::ATTRIBUTIONS_AGREED_BY,
            Self::DecidedBefore => articles::DECIDED_BEFORE,
            Self::PayableBy => articles::PAYABLE_BY,
            Self::RevisionLapsesAfter => articles::REVISION_LAPSES_AFTER,
        }
    }
}

/// The dates that follow from the year assessed.
///
/// ```
/// use banenafspraak::law::QuotumDates;
/// use banenafspraak::Year;
///
/// let dates = QuotumDates::of(Year::new(2026)?);
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
    /// Revision lapses after this day: five years after the end of the year (Wfsv 38i lid 2). To the
    /// employer's disadvantage it is for facts only that it knew or caused (38h lid 5).
    pub revision_lapses_after: Date,
}

impl QuotumDates {
    /// Weeks from a decision until it is payable (Wfsv 38h lid 5).
    pub const WEEKS_TO_PAY: u32 = 6;
    /// Years from the year assessed to the end of the last year of revision (Wfsv 38i lid 2).
    pub(crate) const YEARS_OF_REVISION: u16 = 5;

    /// The dates for the year assessed.
    ///
    /// ```
    /// use banenafspraak::law::QuotumDates;
    /// use banenafspraak::Year;
    ///
    /// let dates = QuotumDates::of(Year::new(2026)?);
    /// assert_eq!(dates.attributions_agreed_by.to_string(), "2027-08-01");
    /// assert_eq!(dates.decided_before.to_string(), "2027-11-01");
    /// assert_eq!(dates.revision_lapses_after.to_string(), "2031-12-31");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn of(year: Year) -> Self {
        // Four digits and a few years more: within the calendar.
        let later = |years: u16| year.calendar_number().saturating_add_unsigned(years);
        Self {
            wage_returns_filed_by: date_of(later(YEAR_OF_DECISION), 5, 1),
            attributions_agreed_by: date_of(later(YEAR_OF_DECISION), 8, 1),
            decided_before: date_of(later(YEAR_OF_DECISION), 11, 1),
            revision_lapses_after: date_of(later(Self::YEARS_OF_REVISION), 12, 31),
        }
    }

    /// The day by which a decision of this date is payable: six weeks after it (Wfsv 38h lid 5).
    ///
    /// ```
    /// use banenafspraak::law::QuotumDates;
    /// use banenafspraak::Year;
    /// use jiff::civil::{Date, date};
    ///
    /// let dates = QuotumDates::of(Year::new(2026)?);
    /// assert_eq!(dates.payable_by(date(2027, 10, 15))?, date(2027, 11, 26));
    /// assert_eq!(dates.payable_by(Date::MAX).unwrap_err().code(), "overflow");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Overflow`](crate::ErrorKind::Overflow) at the end of the calendar.
    pub fn payable_by(&self, decided: Date) -> Result<Date, Error> {
        let weeks = jiff::Span::new().weeks(Self::WEEKS_TO_PAY);
        decided.checked_add(weeks).map_err(|_| Error::overflow("date"))
    }

    /// All dates in their order, with what each is of.
    ///
    /// ```
    /// use banenafspraak::law::QuotumDates;
    /// use banenafspraak::Year;
    ///
    /// let dates = QuotumDates::of(Year::new(2026)?).calendar();
    /// let lines = dates.map(|(name, date)| format!("{date} {name} ({})", name.source()));
    /// assert_eq!(
    ///     lines,
    ///     [
    ///         "2027-05-01 wage_returns_filed_by (Wfsv 34 lid 7, 38e lid 3)",
    ///         "2027-08-01 attributions_agreed_by (Besluit Wfsv 2.28 lid 3)",
    ///         "2027-11-01 decided_before (Wfsv 38h lid 3)",
    ///         "2027-12-12 payable_by (Wfsv 38h lid 5)",
    ///         "2031-12-31 revision_lapses_after (Wfsv 38i lid 2)",
    ///     ]
    /// );
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn calendar(&self) -> [(DateName, Date); 5] {
        // Far from the end of the calendar: neither falls back.
        let last = self.decided_before.yesterday().unwrap_or(self.decided_before);
        let payable = self.payable_by(last).unwrap_or(last);
        [
            (DateName::WageReturnsFiledBy, self.wage_returns_filed_by),
            (DateName::AttributionsAgreedBy, self.attributions_agreed_by),
            (DateName::DecidedBefore, self.decided_before),
            (DateName::PayableBy, payable),
            (DateName::RevisionLapsesAfter, self.revision_lapses_after),
        ]
    }
}

/// An ISO date such as `2026-03-31`, and nothing more.
#[cfg(any(feature = "serde", feature = "payroll"))]
pub(crate) fn date(field: &'static str, text: &str) -> Result<Date, Error> {
    use crate::error::{ErrorKind, Excerpt};
    let exact = text.len() == "2026-03-31".len() && text.is_ascii();
    text.parse()
        .ok()
        .filter(|_| exact)
        .ok_or_else(|| Error::new(field, ErrorKind::NotADate { text: Excerpt::of(text) }))
}
