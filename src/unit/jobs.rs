//! Jobs.

use super::bounds::JOBS;
use super::{Euro, EuroPerJob, Unit as _};
use crate::error::Error;

unit! {
    /// Jobs of 25.5 paid hours a week (banen), to the hundredth.
    ///
    /// Computed jobs stand on a tenth (Besluit Wfsv 2.23 lid 3); the variables of Wfsv 38f have
    /// two decimals and may be negative.
    #[doc(alias = "banen")]
    #[derive(Default)]
    Jobs, JOBS
}

impl Jobs {
    /// No jobs.
    pub const ZERO: Self = Self(0);

    /// Whole jobs.
    pub const fn whole(jobs: u32) -> Self {
        Self((jobs as i64).saturating_mul(100))
    }

    /// What these jobs come to at `rate` each, exactly.
    ///
    /// ```
    /// use banenafspraak::{EuroPerJob, Jobs};
    ///
    /// let tekort: Jobs = "4.3".parse()?;
    /// let rate: EuroPerJob = "5000".parse()?;
    /// assert_eq!(tekort.at(rate)?.to_string(), "21500.00");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// An amount that is negative, beyond the bounds or not a whole number of cents.
    #[inline]
    pub fn at(self, rate: EuroPerJob) -> Result<Euro, Error> {
        const WHOLE: i64 = 10_i64.pow(JOBS.decimals);
        self.0
            .checked_mul(rate.units())
            .filter(|product| product % WHOLE == 0)
            .and_then(|product| Euro::within(product / WHOLE))
            .ok_or(Error::overflow("euro"))
    }
}
