//! Jobs.

use super::bounds::JOBS;

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
    /// assert_eq!(Jobs::whole(3_597).checked_sub(Jobs::whole(5_453))?.to_string(), "-1856.0");
    /// assert_eq!(variable_h.to_decimal(), Decimal::new(-2_841, 1));
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[doc(alias = "banen")]
    #[derive(Default)]
    Jobs, JOBS
}

sums!(Jobs);

impl Jobs {
    /// Whole jobs.
    pub const fn whole(jobs: u32) -> Self {
        // Every u32 lies far within the bounds.
        Self((jobs as i64).saturating_mul(100))
    }

    /// Tenths of a job, which the caller knows to lie within the bounds.
    #[inline]
    pub(super) const fn of_tenths(tenths: i64) -> Self {
        const TENTH: i64 = 10_i64.pow(JOBS.decimals - 1);
        // Within the bounds, and so in 64 bits.
        Self(tenths.saturating_mul(TENTH))
    }
}
