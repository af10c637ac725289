//! Design intent of the Wet banenafspraak: surcharge and bonus balance at exactly the quota.

use crate::error::{Error, ErrorKind};
use crate::law::rounding::variable_down_to_two_decimals;
use crate::unit::{Euro, EuroPerJob, Exact, Hours, HoursPerJob, Percentage, Unit as _};

/// An employer that has exactly the jobs the quota asks: which surcharge pays for which bonus.
///
/// ```
/// use banenafspraak::{BreakEven, Euro, Hours, Rounding};
///
/// let employer = BreakEven {
///     hours_base: Hours::whole(1_331_000),
///     quotumpercentage: "2.5".parse()?,
///     hours_per_job: "1331".parse()?,
///     premium_wage: Euro::whole(50_000_000),
/// };
/// // 25 jobs at EUR 5,000 are EUR 125,000: a quarter of a percent of the wages.
/// let surcharge = employer.surcharge_percentage("5000".parse()?)?.rounded(Rounding::half_up(4))?;
/// assert_eq!(surcharge.to_string(), "0.25");
/// let bonus = employer.bonus_per_job(surcharge)?.rounded(Rounding::half_up(2))?;
/// assert_eq!(bonus.to_string(), "5000.00");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "plain data, written as a literal")]
pub struct BreakEven {
    /// Hours base A.
    pub hours_base: Hours,
    /// The quotumpercentage B, taken down to two decimals (Besluit Wfsv 2.23 lid 2).
    pub quotumpercentage: Percentage,
    /// Hours per job D.
    pub hours_per_job: HoursPerJob,
    /// The base of the surcharge.
    pub premium_wage: Euro,
}

impl BreakEven {
    /// The surcharge percentage that costs what the bonus brings: A x B / D x bonus / wages.
    ///
    /// ```
    /// # use banenafspraak::{BreakEven, Euro, Hours, Rounding};
    /// # let employer = BreakEven {
    /// #     hours_base: Hours::whole(1_331_000),
    /// #     quotumpercentage: "2.5".parse()?,
    /// #     hours_per_job: "1331".parse()?,
    /// #     premium_wage: Euro::whole(50_000_000),
    /// # };
    /// // 25 jobs at EUR 6,000 are EUR 150,000 on EUR 50,000,000 of wages.
    /// let exact = employer.surcharge_percentage("6000".parse()?)?;
    /// assert_eq!(exact.rounded(Rounding::half_up(2))?.to_string(), "0.30");
    /// let without_wages = BreakEven { premium_wage: Euro::ZERO, ..employer };
    /// let error = without_wages.surcharge_percentage("6000".parse()?).unwrap_err();
    /// assert_eq!(error.to_string(), "premium_wage: must be more than 0");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotPositive`] without wages: no percentage of nothing pays for a bonus.
    pub fn surcharge_percentage(
        &self,
        bonus_per_job: EuroPerJob,
    ) -> Result<Exact<Percentage>, Error> {
        let [hours, share, rate] =
            [self.hours_base.units(), self.share().units(), bonus_per_job.units()].map(i128::from);
        if self.premium_wage == Euro::ZERO {
            return Err(Error::new("premium_wage", ErrorKind::NotPositive));
        }
        let [per_job, wages] =
            [self.hours_per_job.units(), self.premium_wage.units()].map(i128::from);
        // Hundredths over hundredths on both sides; the share counts percents of six decimals.
        let numerator = hours.checked_mul(share).and_then(|product| product.checked_mul(rate));
        let scale = Percentage::whole_units() / 100;
        let denominator = per_job.checked_mul(wages).and_then(|d| d.checked_mul(scale));
        Exact::checked(numerator, denominator)
    }

    /// The bonus per job that the surcharge pays for: wages x surcharge / (A x B / D).
    ///
    /// ```
    /// # use banenafspraak::{BreakEven, Euro, Hours, Rounding};
    /// # let employer = BreakEven {
    /// #     hours_base: Hours::whole(1_331_000),
    /// #     quotumpercentage: "2.5".parse()?,
    /// #     hours_per_job: "1331".parse()?,
    /// #     premium_wage: Euro::whole(50_000_000),
    /// # };
    /// // 0.3 % of EUR 50,000,000 is EUR 150,000, over 25 jobs.
    /// let exact = employer.bonus_per_job("0.3".parse()?)?;
    /// assert_eq!(exact.rounded(Rounding::half_up(2))?.to_string(), "6000.00");
    /// let without_hours = BreakEven { hours_base: Hours::ZERO, ..employer };
    /// let error = without_hours.bonus_per_job("0.3".parse()?).unwrap_err();
    /// assert_eq!(error.to_string(), "required_jobs: must be more than 0");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotPositive`] where no jobs are required.
    pub fn bonus_per_job(&self, surcharge: Percentage) -> Result<Exact<EuroPerJob>, Error> {
        let [wages, surcharge, per_job] =
            [self.premium_wage.units(), surcharge.units(), self.hours_per_job.units()]
                .map(i128::from);
        let [hours, share] = [self.hours_base.units(), self.share().units()].map(i128::from);
        if hours == 0 || share == 0 {
            return Err(Error::new("required_jobs", ErrorKind::NotPositive));
        }
        let numerator =
            wages.checked_mul(surcharge).and_then(|product| product.checked_mul(per_job));
        // The wages count cents, the other hundredths and percents cancel.
        let denominator = hours.checked_mul(share).and_then(|d| d.checked_mul(100));
        Exact::checked(numerator, denominator)
    }

    /// B as an assessment takes it.
    fn share(&self) -> Percentage {
        variable_down_to_two_decimals(self.quotumpercentage)
    }
}
