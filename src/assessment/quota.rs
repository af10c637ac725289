//! What follows from a quotumpercentage.

use crate::law::rounding::jobs_down_to_a_tenth;
use crate::parameters::Provenance;
use crate::unit::{ExactHours, Hours, HoursPerJob, Jobs, Percentage};

/// What the quota asks of an employer, and what is short of it or above it (Wfsv 38g lid 3).
///
/// There is one wherever a quotumpercentage is known, and then none of its answers can fail. Of
/// shown jobs each is rounded down by itself: they need not add up.
///
/// ```
/// use banenafspraak::assess;
///
/// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
/// let outcome = assess(&employer)?;
/// let quota = outcome.quota().unwrap(); // published for the government in 2026
/// assert_eq!(quota.quotumpercentage().to_string(), "2.58");
/// assert_eq!(quota.quotumpercentage_source().word(), "published");
/// // A x B = 180,000 x 2.58 % = 4,644 hours; / 1,331 = 3.48 jobs
/// assert_eq!(quota.required_hours().to_string(), "4644");
/// assert_eq!(quota.required_jobs().to_string(), "3.4");
/// // C = 2,662 hours; (4,644 - 2,662) / 1,331 = 1.48 jobs short
/// assert_eq!(quota.hours_short().to_string(), "1982");
/// assert_eq!(quota.quotumtekort().to_string(), "1.4");
/// assert_eq!(quota.surplus_jobs().to_string(), "0.0");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    pub(crate) percentage: Percentage,
    pub(crate) provenance: Provenance,
    pub(crate) required: ExactHours,
    pub(crate) realised: Hours,
    pub(crate) per_job: HoursPerJob,
    pub(crate) tekort: Jobs,
}

impl Quota {
    /// The quotumpercentage B, rounded down to two decimals (Besluit Wfsv 2.23 lid 2).
    pub const fn quotumpercentage(&self) -> Percentage {
        self.percentage
    }

    /// Whether the quotumpercentage was published, given or derived.
    pub const fn quotumpercentage_source(&self) -> Provenance {
        self.provenance
    }

    /// A x B in hours, exactly.
    pub const fn required_hours(&self) -> ExactHours {
        self.required
    }

    /// How many jobs the employer must have: A x B / D, down to a tenth (shown like the
    /// quotumtekort, a choice of this library).
    pub fn required_jobs(&self) -> Jobs {
        jobs_down_to_a_tenth(self.required, self.per_job)
    }

    /// The shortfall in jobs, down to a tenth (Wfsv 38g lid 3; Besluit Wfsv 2.23 lid 3); computed
    /// for exempt employers too.
    pub const fn quotumtekort(&self) -> Jobs {
        self.tekort
    }

    /// Jobs above the quota, down to a tenth: a choice of this library, like all shown jobs.
    ///
    /// ```
    /// use banenafspraak::assess;
    ///
    /// let employer = banenafspraak::sample::school_with(6_000)?.with_previous_year(None);
    /// // 6,000 hours of the doelgroep, where 4,644 are asked: 1,356 / 1,331 = 1.01...
    /// let outcome = assess(&employer)?;
    /// assert_eq!(outcome.quota().unwrap().surplus_jobs().to_string(), "1.0");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn surplus_jobs(&self) -> Jobs {
        jobs_down_to_a_tenth(
            ExactHours::from(self.realised).saturating_sub(self.required),
            self.per_job,
        )
    }

    /// Doelgroep hours that are missing to the full quota, exactly: A x B - C, or zero. Less than a
    /// tenth of a job of them costs nothing.
    pub fn hours_short(&self) -> ExactHours {
        self.required.saturating_sub(self.realised.into())
    }
}
