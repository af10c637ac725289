//! The outcomes of a group, added up.

use crate::assessment::{Assessment, Levy, Quota};
use crate::error::Error;
use crate::law::Liability;
use crate::unit::{Euro, Jobs};

/// How many employers a group has, and their jobs and levies together.
///
/// Jobs and levies are the sums of what each outcome says of itself, with the rounding of the law (jobs
/// down to a tenth, Besluit Wfsv 2.23 lid 3): so they are the column totals of the outcomes. Nothing is
/// rounded again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sum {
    /// All employers, those not assessed included.
    pub employers: u64,
    /// Liable for the levy.
    pub liable: u64,
    /// Exempt, or of a year in which the surcharge has not begun.
    pub exempt: u64,
    /// Whether they are liable is not known.
    pub unknown: u64,
    /// Inputs that could not be assessed: they are in no other count and in no sum.
    pub not_assessed: u64,
    /// Assessed without a quotumpercentage: required jobs, quotumtekort and surplus lack them.
    pub without_quotumpercentage: u64,
    /// Assessed, but their levy is not known: the levy lacks them.
    pub levy_unknown: u64,
    /// Required jobs of those with a quotumpercentage.
    pub required_jobs: Jobs,
    /// Jobs that the doelgroep has, of all that were assessed.
    pub realised_jobs: Jobs,
    /// Jobs short, of those with a quotumpercentage; of exempt employers too.
    pub quotumtekort: Jobs,
    /// Jobs above the quota, of those with a quotumpercentage.
    pub surplus_jobs: Jobs,
    /// Quotumheffing and inclusiviteitsheffing, collected or not.
    pub levy: Euro,
    /// What is to be paid.
    pub payable: Euro,
}

impl Sum {
    /// With one outcome more.
    pub(super) fn with(self, outcome: &Assessment) -> Result<Self, Error> {
        let quota = outcome.quota();
        let levy = match outcome.levy() {
            Levy::Quotumheffing { quotumheffing, .. } => quotumheffing,
            Levy::WetBanenafspraak { inclusiviteitsheffing, .. } => Some(inclusiviteitsheffing),
        };
        let jobs = |sum: Jobs, of: fn(&Quota) -> Jobs, field| {
            let more = quota.map_or(Jobs::ZERO, of);
            sum.checked_add(more).map_err(|error| error.about(field))
        };
        let euro = |sum: Euro, more: Euro, field| {
            sum.checked_add(more).map_err(|error: Error| error.about(field))
        };
        let realised = self.realised_jobs.checked_add(outcome.realised_jobs());
        let mut sum = Self {
            required_jobs: jobs(self.required_jobs, Quota::required_jobs, "required_jobs")?,
            realised_jobs: realised.map_err(|error| error.about("realised_jobs"))?,
            quotumtekort: jobs(self.quotumtekort, Quota::quotumtekort, "quotumtekort")?,
            surplus_jobs: jobs(self.surplus_jobs, Quota::surplus_jobs, "surplus_jobs")?,
            levy: euro(self.levy, levy.unwrap_or_default(), "levy")?,
            payable: euro(self.payable, outcome.payable().amount(), "payable")?,
            ..self
        };
        let liability = outcome.liability();
        let count = match liability {
            Liability::Liable => &mut sum.liable,
            _ if liability.is_exempt() => &mut sum.exempt,
            _ => &mut sum.unknown,
        };
        add_one(count);
        add_one(&mut sum.employers);
        if quota.is_none() {
            add_one(&mut sum.without_quotumpercentage);
        }
        if levy.is_none() {
            add_one(&mut sum.levy_unknown);
        }
        Ok(sum)
    }

    /// Counts an input that could not be assessed.
    pub(super) fn refuse(&mut self) {
        add_one(&mut self.employers);
        add_one(&mut self.not_assessed);
    }
}

/// No input has more employers than 64 bits count.
fn add_one(count: &mut u64) {
    *count = count.saturating_add(1);
}
