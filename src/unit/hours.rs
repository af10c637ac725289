//! Hours.

use rust_decimal::Decimal;

use super::bounds::{Bounds, EXACT_HOURS, HOURS, HOURS_PER_JOB, HOURS_PER_WEEK, SIGNED_HOURS};
use super::exact::Exact;
use super::jobs::Jobs;
use super::percentage::Percentage;
use super::text;
use crate::error::{Error, ErrorKind, Excerpt};

unit! {
    /// Paid hours (verloonde uren), to the hundredth, never negative.
    ///
    /// Two decimals is the statute's own precision (Besluit Wfsv 2.23 lid 2).
    ///
    /// ```
    /// use banenafspraak::Hours;
    /// use rust_decimal::Decimal;
    ///
    /// let hours: Hours = "1664.5".parse()?;
    /// assert_eq!(hours, Hours::new(Decimal::new(16_645, 1))?);
    /// assert_eq!(hours.to_decimal(), Decimal::new(16_645, 1));
    /// assert_eq!(Hours::try_from(1664.5)?, hours);
    /// assert_eq!(Hours::try_from(0.1 + 0.2).unwrap_err().code(), "float_refused");
    /// assert_eq!(Hours::whole(1_664).to_string(), "1664");
    /// assert_eq!(hours.checked_add(Hours::whole(1))?.to_string(), "1665.5");
    /// assert_eq!(Hours::checked_sum([hours, hours, hours])?.to_string(), "4993.5");
    /// assert_eq!(hours.saturating_sub(Hours::whole(2_000)), Hours::ZERO);
    /// assert_eq!(Hours::MAX.checked_add(hours).unwrap_err().code(), "out_of_range");
    /// assert_eq!("-1".parse::<Hours>().unwrap_err().code(), "negative");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[doc(alias = "verloonde uren")]
    #[derive(Default)]
    Hours, HOURS
}

unit! {
    /// Paid hours of one wage return, which may be negative: hours reported before and taken back.
    ///
    /// A year's total may not: it is [`Hours`].
    ///
    /// ```
    /// use banenafspraak::unit::SignedHours;
    /// use banenafspraak::Hours;
    ///
    /// let taken_back: SignedHours = "-8.5".parse()?;
    /// assert!(taken_back < SignedHours::ZERO);
    /// assert_eq!(taken_back, SignedHours::new(taken_back.to_decimal())?);
    /// assert_eq!(SignedHours::from(Hours::whole(110)).to_string(), "110");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[derive(Default)]
    SignedHours, SIGNED_HOURS
}

impl From<Hours> for SignedHours {
    #[inline]
    fn from(hours: Hours) -> Self {
        Self(hours.0)
    }
}

unit! {
    /// The exact product of hours and a percentage, to the millionth of an hour.
    ///
    /// This is A x B of Wfsv 38g lid 3 before anything is rounded.
    ///
    /// ```
    /// use banenafspraak::unit::{ExactHours, Rounding};
    /// use banenafspraak::Hours;
    ///
    /// let required = Hours::whole(180_001).share("2.58".parse()?)?;
    /// assert_eq!(required.to_string(), "4644.0258");
    /// assert_eq!(required.rounded_up().to_string(), "4644.03");
    /// let short = required.saturating_sub(Hours::whole(2_662).into());
    /// assert_eq!(short, ExactHours::new("1982.0258".parse().unwrap())?);
    /// let jobs = short.in_jobs("1331".parse()?).rounded(Rounding::down(1))?;
    /// assert_eq!(jobs.to_string(), "1.4");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[derive(Default)]
    ExactHours, EXACT_HOURS
}

unit! {
    /// Paid hours that make one job in a year, at least one (Regeling Wfsv 3.32: 1,331).
    ///
    /// ```
    /// use banenafspraak::unit::HoursPerJob;
    ///
    /// let statutory: HoursPerJob = "1331".parse()?;
    /// assert_eq!(statutory.to_string(), "1331");
    /// assert_eq!(statutory, HoursPerJob::new(statutory.to_decimal())?);
    /// assert!("0.99".parse::<HoursPerJob>().is_err());
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    HoursPerJob, HOURS_PER_JOB
}

unit! {
    /// Paid hours a week, more than none and at most all of its hours.
    ///
    /// ```
    /// use banenafspraak::unit::HoursPerWeek;
    ///
    /// let part_time: HoursPerWeek = "25.5".parse()?;
    /// assert_eq!(part_time.to_string(), "25.5");
    /// let error = "0".parse::<HoursPerWeek>().unwrap_err();
    /// assert_eq!(error.to_string(), "hours_per_week: 0 is not between 0.01 and 168");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    HoursPerWeek, HOURS_PER_WEEK
}

impl HoursPerWeek {
    /// Whole hours a week.
    ///
    /// ```
    /// use banenafspraak::unit::HoursPerWeek;
    ///
    /// assert_eq!(HoursPerWeek::whole(24)?, "24".parse()?);
    /// assert_eq!(HoursPerWeek::whole(169).unwrap_err().code(), "out_of_range");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`] for none, and for more than a week has.
    pub fn whole(hours: u8) -> Result<Self, Error> {
        Self::new(Decimal::from(hours))
    }
}

sums!(Hours);
sums!(SignedHours);
sums!(ExactHours);

impl Hours {
    /// Whole hours, as the wage return has them.
    pub const fn whole(hours: u32) -> Self {
        // Every u32 lies far within the bounds. (`u32 as i64`: const code has no `From` yet.)
        Self((hours as i64).saturating_mul(100))
    }

    /// Hours of any precision, rounded down to two decimals (Besluit Wfsv 2.23 lid 2).
    ///
    /// For yearly totals only: the statute rounds the variable of the year, not each record.
    ///
    /// ```
    /// use banenafspraak::Hours;
    /// use rust_decimal::Decimal;
    ///
    /// let total = Decimal::new(2_662_019, 3);
    /// assert_eq!(Hours::rounded_down(total)?.to_string(), "2662.01");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Negative`] for a value below zero, and [`ErrorKind::OutOfRange`] for one beyond
    /// [`Hours::MAX`].
    pub fn rounded_down(value: Decimal) -> Result<Self, Error> {
        text::units_rounded_down(value, &HOURS).map(Self)
    }

    /// The sum, which the caller knows to lie within bounds.
    #[inline]
    pub(crate) fn and(self, other: Self) -> Self {
        // Two values within bounds fit in 64 bits together.
        Self(self.0.saturating_add(other.0))
    }

    /// This percentage of the hours, exactly.
    ///
    /// ```
    /// use banenafspraak::Hours;
    /// use banenafspraak::law::rounding::variable_down_to_two_decimals;
    ///
    /// let hours = Hours::whole(180_000);
    /// assert_eq!(hours.share("2.58".parse()?)?.to_string(), "4644");
    /// let percentage = "2.5839".parse()?;
    /// assert_eq!(hours.share(percentage).unwrap_err().code(), "too_precise");
    /// assert_eq!(hours.share(variable_down_to_two_decimals(percentage))?.to_string(), "4644");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A percentage of more than two decimals ([`ErrorKind::TooPrecise`]): the statute rounds it down
    /// first, see [`rounding::variable_down_to_two_decimals`](crate::law::rounding::variable_down_to_two_decimals).
    #[inline]
    pub fn share(self, percentage: Percentage) -> Result<ExactHours, Error> {
        if percentage.down_to_hundredths() != percentage {
            return Err(Error::new(
                "percentage",
                ErrorKind::TooPrecise {
                    value: Excerpt::of(percentage),
                    decimals: 2,
                    advice: Bounds::ROUND_FIRST,
                },
            ));
        }
        Ok(self.share_of_hundredths(percentage))
    }

    /// This percentage of the hours, of which the caller knows that it has no more than two
    /// decimals.
    #[inline]
    pub(crate) const fn share_of_hundredths(self, percentage: Percentage) -> ExactHours {
        // All of the most hours is within bounds.
        ExactHours(self.0.saturating_mul(percentage.in_hundredths()))
    }

    /// These hours in jobs, as an exact fraction.
    ///
    /// ```
    /// use banenafspraak::unit::Rounding;
    /// use banenafspraak::Hours;
    ///
    /// let jobs = Hours::whole(2_662).in_jobs("1331".parse()?);
    /// assert_eq!(jobs.rounded(Rounding::down(1))?.to_string(), "2.0");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[inline]
    pub fn in_jobs(self, per_job: HoursPerJob) -> Exact<Jobs> {
        ExactHours::from(self).in_jobs(per_job)
    }
}

impl ExactHours {
    /// These hours in jobs, as an exact fraction.
    #[inline]
    pub fn in_jobs(self, per_job: HoursPerJob) -> Exact<Jobs> {
        // The most hours of a job are ten digits in the finer unit.
        Exact::positive(self.0.into(), i128::from(per_job.0.saturating_mul(FINER)))
    }

    /// The whole tenths of a job in these hours.
    #[inline]
    #[expect(
        clippy::arithmetic_side_effects,
        reason = "the bounds of both units keep it in 64 bits"
    )]
    pub(crate) const fn whole_tenths_of_jobs(self, per_job: HoursPerJob) -> Jobs {
        // The most hours are 10^17 smallest units, ten times that fits; a job has an hour at least.
        Jobs::of_tenths(self.0 * 10 / (per_job.0 * FINER))
    }

    /// The least hours to the hundredth that are no fewer than these.
    pub fn rounded_up(self) -> Hours {
        // The most hours are whole: one more than a quotient is no more than those.
        Hours(self.0.div_euclid(FINER).saturating_add(i64::from(self.0 % FINER != 0)))
    }
}

/// Smallest units of [`ExactHours`] in one of [`Hours`].
const FINER: i64 = 10_i64.pow(EXACT_HOURS.decimals - HOURS.decimals);

impl From<Hours> for ExactHours {
    #[inline]
    fn from(hours: Hours) -> Self {
        // The bounds of both are the same number of hours.
        Self(hours.0.saturating_mul(FINER))
    }
}
