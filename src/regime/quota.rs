//! The quota itself, the same under both regimes: (A x B - C) / D (Wfsv 38g lid 2, 3).

use crate::assessment::Quota;
use crate::employer::{EmployerYear, HoursBase};
use crate::error::Error;
use crate::explanation::steps::{
    NO_QUOTUMPERCENTAGE, QUOTUMPERCENTAGE, QUOTUMTEKORT, REALISED, REALISED_JOBS, REQUIRED,
    REQUIRED_JOBS, Row, SURPLUS,
};
use crate::explanation::{Term, Trace, formula};
use crate::law::rounding::{jobs_down_to_a_tenth, variable_down_to_two_decimals};
use crate::parameters::{FigureName, Figures, Provenance};
use crate::unit::{ExactHours, Hours, HoursPerJob, Percentage, Word};

/// A: paid hours less lent-out agency and Wsw hours (Wfsv 38g lid 2, 3, 5; Besluit Wfsv 2.31).
#[inline]
pub(super) fn base(base: &HoursBase, row: Row, trace: &mut impl Trace) -> Hours {
    let hours = base.hours();
    trace.step(row, hours, || {
        formula![base.paid_hours(), "-", base.lent_out_agency_hours(), "-", base.wsw_hours()]
    });
    hours
}

/// C: own doelgroep hours less attributed out plus attributed in (Wfsv 38g lid 2, 3, 4, 8).
#[inline]
pub(super) fn realised(
    employer: &EmployerYear,
    per_job: HoursPerJob,
    trace: &mut impl Trace,
) -> Hours {
    let doelgroep = employer.doelgroep_hours();
    let hours = doelgroep.hours();
    trace.step(REALISED, hours, || {
        let (own, out) = (doelgroep.own(), doelgroep.attributed_out());
        formula![own, "-", out, "+", doelgroep.attributed_in()]
    });
    if trace.is_kept() {
        let jobs = jobs_down_to_a_tenth(hours, per_job);
        trace.step(REALISED_JOBS, jobs, || formula![hours, "/", per_job]);
    }
    hours
}

/// B, A x B and the quotumtekort; `None` where no percentage is known.
#[inline]
pub(super) fn quota(
    employer: &EmployerYear,
    figures: &Figures,
    base: Hours,
    realised: Hours,
    per_job: HoursPerJob,
    trace: &mut impl Trace,
) -> Option<Quota> {
    let (percentage, provenance) = percentage(employer, figures, trace)?;
    let required = base.share_of_hundredths(percentage);
    let tekort = jobs_down_to_a_tenth(required.saturating_sub(realised.into()), per_job);
    let quota = Quota { percentage, provenance, required, realised, per_job, tekort };
    trace.step(REQUIRED, required, || formula![base, "×", percentage]);
    if trace.is_kept() {
        let realised = realised.into();
        trace.step(REQUIRED_JOBS, quota.required_jobs(), || formula![required, "/", per_job]);
        trace.step(QUOTUMTEKORT, tekort, || jobs_beyond(required, realised, per_job));
        trace.step(SURPLUS, quota.surplus_jobs(), || jobs_beyond(realised, required, per_job));
    }
    Some(quota)
}

/// B: the percentage given with the employer, or the figure of its sector and year; down to two
/// decimals (Besluit Wfsv 2.23 lid 2).
#[inline]
fn percentage(
    employer: &EmployerYear,
    figures: &Figures,
    trace: &mut impl Trace,
) -> Option<(Percentage, Provenance)> {
    let (name, year, sector) = (FigureName::Quotumpercentage, employer.year(), employer.sector());
    let given = employer.quotumpercentage().map(|given| (given, Provenance::Given));
    let Some((known, provenance)) = given.or_else(|| figures.known(name, year, sector)) else {
        trace
            .step(NO_QUOTUMPERCENTAGE, Word::NOT_KNOWN, || formula![Word::GIVE_A_QUOTUMPERCENTAGE]);
        return None;
    };
    let percentage = variable_down_to_two_decimals(known);
    trace.step(QUOTUMPERCENTAGE, percentage, || formula![known]);
    Some((percentage, provenance))
}

/// D: hours per job, by its own figure.
#[inline]
pub(super) fn per_job(employer: &EmployerYear, figures: &Figures) -> Result<HoursPerJob, Error> {
    figures.value(FigureName::HoursPerJob, employer.year(), employer.sector())
}

/// The jobs in these hours beyond others, of which there are none if the others are more.
fn jobs_beyond(hours: ExactHours, others: ExactHours, per_job: HoursPerJob) -> Vec<Term> {
    if hours > others {
        formula!["(", hours, "-", others, ")", "/", per_job]
    } else {
        formula!["max(", 0, ";", "(", hours, "-", others, ")", "/", per_job, ")"]
    }
}
