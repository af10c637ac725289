//! Design intent of the Wet banenafspraak: surcharge and bonus balance at exactly the quota.

use crate::error::{Error, ErrorKind};
use crate::law::rounding::variable_down_to_two_decimals;
use crate::unit::{Euro, EuroPerJob, Exact, Hours, HoursPerJob, Of as _, Percentage, Ratio};

/// An employer that has exactly the jobs the quota asks: which surcharge pays for which bonus.
///
/// ```
/// use banenafspraak::regime::BreakEven;
/// use banenafspraak::unit::Rounding;
/// use banenafspraak::{Euro, Hours};
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
    /// # use banenafspraak::regime::BreakEven;
    /// # use banenafspraak::unit::Rounding;
    /// # use banenafspraak::{Euro, Hours};
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
        if self.premium_wage == Euro::ZERO {
            return Err(Error::new("premium_wage", ErrorKind::NotPositive));
        }
        let (bonus, wages) = (Ratio::from(bonus_per_job), Ratio::from(self.premium_wage));
        Percentage::of(self.required_jobs() * bonus / wages)
    }

    /// The bonus per job that the surcharge pays for: wages x surcharge / (A x B / D).
    ///
    /// ```
    /// # use banenafspraak::regime::BreakEven;
    /// # use banenafspraak::unit::Rounding;
    /// # use banenafspraak::{Euro, Hours};
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
        let required = self.required_jobs();
        if required.is_zero() {
            return Err(Error::new("required_jobs", ErrorKind::NotPositive));
        }
        let (wages, surcharge) = (Ratio::from(self.premium_wage), Ratio::from(surcharge));
        EuroPerJob::of(wages * surcharge / required)
    }

    /// A x B / D, with B as an assessment takes it.
    fn required_jobs(&self) -> Ratio {
        let a = Ratio::from(self.hours_base);
        let b = Ratio::from(variable_down_to_two_decimals(self.quotumpercentage));
        let d = Ratio::from(self.hours_per_job);
        a * b / d
    }
}
