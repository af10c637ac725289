//! The quota itself, the same under both regimes: (A x B - C) / D (Wfsv 38g lid 2, 3).

use crate::assessment::Quota;
use crate::employer::{EmployerYear, HoursBase};
use crate::error::Error;
use crate::explanation::{Label, Step, Trace, formula};
use crate::law::articles;
use crate::law::rounding;
use crate::parameters::{FigureName, Figures, Provenance, Source};
use crate::unit::{ExactHours, Hours, HoursPerJob, Percentage, Quantity};

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
    figures: &Figures,
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
    trace.step(|| {
        shown(Label::RealisedJobs, hours.into(), None, per_job)
            .by(source(figures, FigureName::HoursPerJob, employer))
            .by(articles::SHOWN_JOBS)
    });
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
    trace.step(|| {
        Step::new(Label::Required, formula![base, "×", percentage], required).by(articles::TEKORT)
    });
    let by_job = || source(figures, FigureName::HoursPerJob, employer);
    trace.step(|| {
        shown(Label::RequiredJobs, required, None, per_job).by(by_job()).by(articles::SHOWN_JOBS)
    });
    let short = required.excess_over(realised.into());
    let tekort = rounding::jobs_down_to_a_tenth(short, per_job);
    trace.step(|| {
        shown(Label::Quotumtekort, required, Some(realised.into()), per_job)
            .by(articles::TEKORT)
            .by(by_job())
            .by(articles::ROUND_TEKORT)
    });
    trace.step(|| {
        shown(Label::Surplus, realised.into(), Some(required), per_job)
            .by(by_job())
            .by(articles::SHOWN_JOBS)
    });
    Some(Quota { percentage, provenance, required, realised, per_job, tekort })
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
        trace.step(|| {
            let (unknown, advice) =
                (Quantity::Word("not_known"), Quantity::Word("give_a_quotumpercentage"));
            Step::new(Label::Quotumpercentage, formula![advice], unknown).by(articles::PERCENTAGE)
        });
        return None;
    };
    let percentage = rounding::variable_down_to_two_decimals(known);
    trace.step(|| {
        let source = match employer.quotumpercentage() {
            Some(_) => Some(Source::Employer),
            None => source(figures, name, employer),
        };
        Step::new(Label::Quotumpercentage, formula![known], percentage)
            .rounded(rounding::VARIABLE)
            .by(source)
            .by(articles::ROUND_VARIABLES)
    });
    Some((percentage, provenance))
}

/// D: hours per job, by its own figure.
#[inline]
pub(super) fn per_job(employer: &EmployerYear, figures: &Figures) -> Result<HoursPerJob, Error> {
    figures.value(FigureName::HoursPerJob, employer.year(), employer.sector())
}

/// Where a figure of the employer's year and sector comes from.
pub(super) fn source(
    figures: &Figures,
    name: FigureName,
    employer: &EmployerYear,
) -> Option<Source> {
    figures.source(name, employer.year(), employer.sector())
}

/// Jobs in these hours, or in those beyond `other`, down to a tenth like the quotumtekort.
fn shown(label: Label, hours: ExactHours, other: Option<ExactHours>, per_job: HoursPerJob) -> Step {
    let beyond = hours.excess_over(other.unwrap_or_default());
    let jobs = rounding::jobs_down_to_a_tenth(beyond, per_job);
    let formula = match other {
        None => formula![hours, "/", per_job],
        Some(other) if hours > other => formula!["(", hours, "-", other, ")", "/", per_job],
        Some(other) => {
            let zero = Quantity::Count(0);
            formula!["max(", zero, ";", "(", hours, "-", other, ")", "/", per_job, ")"]
        }
    };
    Step::new(label, formula, jobs).rounded(rounding::TENTH_OF_A_JOB)
}
