//! Euros and euro rates.

use super::bounds::{EURO, EURO_PER_HOUR, EURO_PER_JOB, HOURS, JOBS, SIGNED_EURO};
use super::exact::Exact;
use super::hours::Hours;
use super::jobs::Jobs;
use super::percentage::Percentage;
use super::units::Unit as _;
use crate::error::{Error, ErrorKind, Excerpt};

unit! {
    /// An amount in euros and cents, never negative.
    ///
    /// ```
    /// use banenafspraak::unit::Rounding;
    /// use banenafspraak::Euro;
    /// use rust_decimal::Decimal;
    ///
    /// let wages: Euro = "14300002".parse()?;
    /// assert_eq!(wages, Euro::new(Decimal::new(14_300_002, 0))?);
    /// assert_eq!(wages.to_decimal(), Decimal::new(14_300_002, 0));
    /// assert_eq!(wages.checked_add(Euro::whole(1))?.to_string(), "14300003.00");
    /// assert_eq!(wages.checked_sub(wages)?, Euro::ZERO);
    /// // 35,750.005: exact until it is rounded
    /// let surcharge = wages.share("0.25".parse()?);
    /// assert_eq!(surcharge.rounded(Rounding::down(2))?.to_string(), "35750.00");
    /// assert_eq!(surcharge.rounded(Rounding::half_up(2))?.to_string(), "35750.01");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[derive(Default)]
    Euro, EURO
}

unit! {
    /// An amount in euros and cents that can be negative: a balance, or a wage that was taken back.
    ///
    /// ```
    /// use banenafspraak::unit::SignedEuro;
    /// use banenafspraak::Euro;
    /// use rust_decimal::Decimal;
    ///
    /// let net = Euro::whole(10_000).net_of(Euro::whole(12_500));
    /// assert_eq!(net.to_string(), "-2500.00");
    /// assert_eq!(net, SignedEuro::new(Decimal::new(-2_500, 0))?);
    /// assert_eq!(net.checked_add(Euro::whole(2_500).into())?, SignedEuro::ZERO);
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[derive(Default)]
    SignedEuro, SIGNED_EURO
}

unit! {
    /// Euros per paid hour.
    ///
    /// ```
    /// use banenafspraak::unit::Rounding;
    /// use banenafspraak::{EuroPerHour, Hours};
    ///
    /// let rate: EuroPerHour = "1.01".parse()?;
    /// assert_eq!(rate, EuroPerHour::new(rate.to_decimal())?);
    /// let earned = rate.times(Hours::whole(1_664)).rounded(Rounding::half_up(2))?;
    /// assert_eq!(earned.to_string(), "1680.64");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    EuroPerHour, EURO_PER_HOUR
}

unit! {
    /// Euros per job (Wfsv 38h lid 4: 5,000).
    ///
    /// ```
    /// use banenafspraak::unit::{EuroPerJob, Rounding};
    /// use banenafspraak::Jobs;
    ///
    /// let rate: EuroPerJob = "5000".parse()?;
    /// let tenth: Jobs = "0.1".parse()?;
    /// assert_eq!(tenth.at(rate)?.rounded(Rounding::half_up(2))?.to_string(), "500.00");
    /// let error = "5000.005".parse::<EuroPerJob>().unwrap_err();
    /// assert_eq!(error.code(), "too_precise");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    EuroPerJob, EURO_PER_JOB
}

sums!(Euro);
sums!(SignedEuro);

impl Euro {
    /// Whole euros.
    pub const fn whole(euros: u32) -> Self {
        // Every u32 lies far within the bounds.
        Self((euros as i64).saturating_mul(100))
    }

    /// This amount less `other`, which may be the greater.
    pub fn net_of(self, other: Self) -> SignedEuro {
        // Two values of zero or more differ by no more than the greater of them.
        SignedEuro(self.0.saturating_sub(other.0))
    }

    /// This percentage of the amount, as an exact fraction.
    pub fn share(self, percentage: Percentage) -> Exact<Self> {
        const WHOLE: i128 = Percentage::whole_units() * 10_i128.pow(EURO.decimals);
        Exact::product(self.0, percentage.units(), WHOLE)
    }
}

impl From<Euro> for SignedEuro {
    fn from(euro: Euro) -> Self {
        Self(euro.0)
    }
}

impl EuroPerHour {
    /// What these hours come to at this rate, as an exact fraction.
    pub fn times(self, hours: Hours) -> Exact<Euro> {
        const WHOLE: i128 = 10_i128.pow(EURO_PER_HOUR.decimals + HOURS.decimals);
        Exact::product(self.0, hours.units(), WHOLE)
    }
}

impl Jobs {
    /// What these jobs come to at `rate` each, as an exact fraction.
    ///
    /// ```
    /// use banenafspraak::law::rounding::half_up_on_the_cent;
    /// use banenafspraak::unit::EuroPerJob;
    /// use banenafspraak::Jobs;
    ///
    /// let tekort: Jobs = "4.3".parse()?;
    /// let rate: EuroPerJob = "5000".parse()?;
    /// assert_eq!(half_up_on_the_cent(tekort.at(rate)?)?.to_string(), "21500.00");
    /// assert_eq!("-0.1".parse::<Jobs>()?.at(rate).unwrap_err().code(), "negative");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Negative`] for less than no jobs.
    pub fn at(self, rate: EuroPerJob) -> Result<Exact<Euro>, Error> {
        if self.units() < 0 {
            return Err(Error::new("jobs", ErrorKind::Negative { value: Excerpt::of(self) }));
        }
        Ok(self.worth(rate))
    }

    /// What these jobs, zero or more, come to at `rate` each.
    #[inline]
    pub(crate) fn worth(self, rate: EuroPerJob) -> Exact<Euro> {
        const WHOLE: i128 = 10_i128.pow(JOBS.decimals + EURO_PER_JOB.decimals);
        Exact::product(self.units(), rate.units(), WHOLE)
    }
}
