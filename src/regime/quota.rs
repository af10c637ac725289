//! The quota itself, the same under both regimes: (A x B - C) / D (Wfsv 38g lid 2, 3).

use crate::assessment::Quota;
use crate::employer::{EmployerYear, HoursBase};
use crate::error::Error;
use crate::explanation::{Label, Step, Trace, formula};
use crate::law::articles;
use crate::law::rounding::{self, down_to_tenth_of_a_job};
use crate::parameters::{FigureName, Figures, Provenance, Source};
use crate::unit::{ExactHours, Hours, HoursPerJob, Jobs, Percentage};

/// A: paid hours less lent-out agency and Wsw hours (Wfsv 38g lid 2, 3, 5; Besluit Wfsv 2.31).
#[inline]
pub(super) fn base(base: &HoursBase, label: Label, trace: &mut impl Trace) -> Hours {
    let hours = base.hours();
    trace.step(|| {
        let (agency, wsw) = (base.lent_out_agency_hours(), base.wsw_hours());
        Step::new(label, formula![base.paid_hours(), "-", agency, "-", wsw], hours)
            .by(articles::BASE)
            .by(articles::BASE_DEDUCTIONS)
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
    trace.step(|| {
        let (own, out) = (doelgroep.own(), doelgroep.attributed_out());
        Step::new(Label::Realised, formula![own, "-", out, "+", doelgroep.attributed_in()], hours)
            .by(articles::DOELGROEP)
            .by(articles::ATTRIBUTION)
    });
    trace.step(|| jobs(Label::RealisedJobs, hours.into(), per_job));
    hours
}

/// B, A x B and the quotumtekort; `Err` where no percentage is known.
#[inline]
pub(super) fn quota(
    employer: &EmployerYear,
    figures: &Figures,
    base: Hours,
    realised: Hours,
    per_job: HoursPerJob,
    trace: &mut impl Trace,
) -> Result<Quota, Error> {
    let (percentage, provenance) = percentage(employer, figures, trace)?;
    let required = base.exact_share(percentage).ok_or(Error::overflow("required_hours"))?;
    trace.step(|| {
        Step::new(Label::Required, formula![base, "×", percentage], required).by(articles::TEKORT)
    });
    trace.step(|| jobs(Label::RequiredJobs, required, per_job));
    let short = required.excess_over(realised.into());
    // Besluit Wfsv 2.23 lid 3
    let tekort = short.in_jobs(per_job).rounded_within(rounding::TENTH_OF_A_JOB);
    let tekort = tekort.ok_or(Error::overflow("quotumtekort"))?;
    trace.step(|| {
        let formula = if short == ExactHours::ZERO {
            formula![realised, "≥", required]
        } else {
            formula!["(", required, "-", realised, ")", "/", per_job]
        };
        Step::new(Label::Quotumtekort, formula, tekort)
            .rounded(rounding::TENTH_OF_A_JOB)
            .by(articles::TEKORT)
            .by(articles::ROUND_TEKORT)
    });
    trace.step(|| {
        let above = ExactHours::from(realised).excess_over(required);
        let step = jobs(Label::Surplus, above, per_job);
        let formula = if above == ExactHours::ZERO {
            formula![realised, "≤", required]
        } else {
            formula!["(", realised, "-", required, ")", "/", per_job]
        };
        Step { formula, ..step }
    });
    Ok(Quota { percentage, provenance, required, tekort })
}

/// B: the percentage given with the employer, or the figure of its sector and year; down to two
/// decimals (Besluit Wfsv 2.23 lid 2).
#[inline]
fn percentage(
    employer: &EmployerYear,
    figures: &Figures,
    trace: &mut impl Trace,
) -> Result<(Percentage, Provenance), Error> {
    let (name, year, sector) = (FigureName::Quotumpercentage, employer.year(), employer.sector());
    let (known, provenance) = if let Some(given) = employer.quotumpercentage() {
        (given, Provenance::Given)
    } else {
        figures.found(name, year, sector)?
    };
    let percentage = rounding::variable_down_to_two_decimals(known);
    trace.step(|| {
        let source = match employer.quotumpercentage() {
            Some(_) => Source::Employer,
            None => figures
                .figure(name, year, sector)
                .map_or(Source::Law(articles::QUOTUMPERCENTAGE), |figure| figure.source().clone()),
        };
        Step::new(Label::Quotumpercentage, formula![known], percentage)
            .rounded(rounding::VARIABLE)
            .by(source)
            .by(articles::ROUND_VARIABLES)
    });
    Ok((percentage, provenance))
}

/// D: hours per job, by its own figure.
#[inline]
pub(super) fn per_job(employer: &EmployerYear, figures: &Figures) -> Result<HoursPerJob, Error> {
    figures.value(FigureName::HoursPerJob, employer.year(), employer.sector())
}

/// Hours in jobs as they are shown: down to a tenth, like the quotumtekort.
fn jobs(label: Label, hours: ExactHours, per_job: HoursPerJob) -> Step {
    let jobs = down_to_tenth_of_a_job(hours.in_jobs(per_job)).unwrap_or(Jobs::MAX);
    Step::new(label, formula![hours, "/", per_job], jobs)
        .rounded(rounding::TENTH_OF_A_JOB)
        .by(articles::HOURS_PER_JOB)
        .by(articles::SHOWN_JOBS)
}
