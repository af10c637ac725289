//! Jobs.

use super::bounds::JOBS;
use super::units::Unit as _;
use crate::error::Error;

unit! {
    /// Jobs of 25.5 paid hours a week (banen), to the hundredth.
    ///
    /// Computed jobs have one decimal (Besluit Wfsv 2.23 lid 3); the variables of Wfsv 38f have
    /// two decimals and may be negative.
    ///
    /// ```
    /// use banenafspraak::Jobs;
    /// use rust_decimal::Decimal;
    ///
    /// assert_eq!(Jobs::whole(68).to_string(), "68.0");
    /// let variable_h = Jobs::new(Decimal::new(-28_410, 2))?;
    /// assert_eq!(variable_h, "-284.10".parse()?);
    /// assert_eq!(variable_h.to_string(), "-284.1");
    /// assert_eq!(variable_h.to_decimal(), Decimal::new(-2_841, 1));
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[doc(alias = "banen")]
    #[derive(Default)]
    Jobs, JOBS
}

impl Jobs {
    /// No jobs.
    pub const ZERO: Self = Self(0);

    /// Whole jobs.
    pub const fn whole(jobs: u32) -> Self {
        // Every u32 lies far within the bounds.
        Self((jobs as i64).saturating_mul(100))
    }

    /// The sum.
    ///
    /// ```
    /// use banenafspraak::Jobs;
    ///
    /// let hired_in: Jobs = "-158".parse()?;
    /// assert_eq!(Jobs::whole(12_631).plus(hired_in)?, Jobs::whole(12_473));
    /// assert_eq!(Jobs::MAX.plus(Jobs::whole(1)).unwrap_err().code(), "out_of_range");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) for a sum beyond the bounds of jobs.
    #[inline]
    pub fn plus(self, other: Self) -> Result<Self, Error> {
        // Two values within bounds fit in 64 bits together.
        Self::from_units(self.0.saturating_add(other.0))
    }

    /// The difference, negative where `other` is more.
    ///
    /// ```
    /// use banenafspraak::Jobs;
    ///
    /// let growth = Jobs::whole(3_597).minus(Jobs::whole(5_453))?;
    /// assert_eq!(growth.to_string(), "-1856.0");
    /// assert_eq!(Jobs::MIN.minus(Jobs::whole(1)).unwrap_err().code(), "out_of_range");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) for a difference beyond the bounds of jobs.
    #[inline]
    pub fn minus(self, other: Self) -> Result<Self, Error> {
        // Two values within bounds differ by what 64 bits hold.
        Self::from_units(self.0.saturating_sub(other.0))
    }

    /// Tenths of a job, which the caller knows to lie within the bounds.
    #[inline]
    pub(super) const fn of_tenths(tenths: i64) -> Self {
        const TENTH: i64 = 10_i64.pow(JOBS.decimals - 1);
        // Within the bounds, and so in 64 bits.
        Self(tenths.saturating_mul(TENTH))
    }
}
