//! Regime 1: the quotumheffing (Wfsv 34, 38f, 38g, 38h, 122n, 122na).

use super::quota;
use crate::assessment::{Assessment, Outcome};
use crate::employer::EmployerYear;
use crate::error::Error;
use crate::explanation::{Label, Step, Trace, formula};
use crate::law::{
    DateName, LevyStatus, Liability, QuotumDates, Regime, Sector, articles, rounding,
};
use crate::parameters::{FigureName, Figures};
use crate::unit::{EuroPerJob, Hours, Jobs, Quantity, Unit as _, Year};

/// The first year for which the scheme of the government sector was activated (Wfsv 122n, 122na).
const FIRST_GOVERNMENT_YEAR: Year = Year::constant(2018);

#[inline]
pub(super) fn assess(
    employer: &EmployerYear,
    figures: &Figures,
    trace: &mut impl Trace,
) -> Result<Assessment, Error> {
    let per_job = quota::per_job(employer, figures)?;
    let previous = quota::base(employer.previous_year(), Label::BasePreviousYear, trace);
    let hours_base = quota::base(employer.hours_base(), Label::Base, trace);
    let liability = liability(employer, figures, previous, hours_base, trace)?;
    let realised = quota::realised(employer, figures, per_job, trace);
    let quota = quota::quota(employer, figures, hours_base, realised, per_job, trace)?;

    // Wfsv 38h lid 4
    let rate: EuroPerJob =
        figures.value(FigureName::LevyPerJob, employer.year(), employer.sector())?;
    let liable = liability == Liability::Liable;
    let owed = if liable { quota.tekort } else { Jobs::ZERO }.worth(rate);
    let quotumheffing =
        owed.rounded_within(rounding::CENT).ok_or(Error::overflow("quotumheffing"))?;
    trace.step(|| {
        let formula = if liable {
            formula![quota.tekort, "×", rate]
        } else {
            formula![Quantity::Word(liability.word())]
        };
        let step = Step::new(Label::Quotumheffing, formula, quotumheffing)
            .by(quota::source(figures, FigureName::LevyPerJob, employer))
            .by(articles::LEVY);
        // A tenth of the statutory rate is a whole number of cents; of another it may not be.
        if owed.is_whole(rounding::CENT.decimals) {
            step
        } else {
            step.rounded(rounding::CENT).by(articles::CENTS)
        }
    });

    let levy_status = status(employer.sector(), employer.year());
    trace.step(|| {
        let source = match levy_status {
            LevyStatus::NotExecuted => articles::NOT_EXECUTED,
            _ => articles::NEVER_ACTIVATED,
        };
        let word = Quantity::Word(levy_status.word());
        Step::new(Label::LevyStatus, formula![word], word).by(source)
    });
    trace.steps(|| dates(employer.year()));
    let outcome = Outcome {
        regime: Regime::Quotumheffing,
        liability,
        levy_status,
        per_job,
        quota: Some(quota),
        quotumheffing,
        scheme: None,
    };
    Ok(Assessment { employer: employer.clone(), figures: figures.clone(), outcome })
}

/// Wfsv 34 lid 4, 6: not liable if the base of either year is below the threshold; at exactly the
/// threshold the employer is liable.
#[inline]
fn liability(
    employer: &EmployerYear,
    figures: &Figures,
    previous: Hours,
    base: Hours,
    trace: &mut impl Trace,
) -> Result<Liability, Error> {
    let (year, sector) = (employer.year(), employer.sector());
    let workers: u32 = figures.value(FigureName::ThresholdWorkers, year, sector)?;
    let average: Hours = figures.value(FigureName::AverageHours, year, sector)?;
    let product = average.units().checked_mul(workers.into());
    let threshold = product.and_then(Hours::within).ok_or(Error::overflow("threshold"))?;
    trace.step(|| {
        Step::new(Label::Threshold, formula![workers, "×", average], threshold)
            .by(quota::source(figures, FigureName::ThresholdWorkers, employer))
            .by(quota::source(figures, FigureName::AverageHours, employer))
            .by(articles::THRESHOLD_HOURS)
    });
    let liability = match (previous < threshold, base < threshold) {
        (false, false) => Liability::Liable,
        (false, true) => Liability::ExemptYear,
        (true, false) => Liability::ExemptPreviousYear,
        (true, true) => Liability::ExemptBothYears,
    };
    trace.step(|| {
        let sign = |hours| if hours < threshold { "<" } else { "≥" };
        let pieces =
            formula![previous, sign(previous), threshold, ";", base, sign(base), threshold];
        Step::new(Label::Liability, pieces, Quantity::Word(liability.word()))
            .by(articles::THRESHOLD)
            .by(articles::THRESHOLD_BASE)
    });
    Ok(liability)
}

/// The dates of the year's decision (Wfsv 34 lid 7, 38e lid 3, 38h lid 3, 5, 38i lid 2; Besluit Wfsv
/// 2.28 lid 3).
fn dates(year: Year) -> Vec<Step> {
    // Every year's dates lie within the calendar.
    let Ok(dates) = QuotumDates::of(year) else { return Vec::new() };
    let steps = dates.calendar().map(|(name, date)| {
        let formula = match name {
            DateName::PayableBy => {
                let (weeks, days) = (QuotumDates::WEEKS_TO_PAY, 7);
                formula![dates.decided_before, "-", 1, "+", weeks, "×", days]
            }
            _ => formula![year, "+", u32::from(name.years_later())],
        };
        Step::new(Label::Date(name), formula, date).by(name.source())
    });
    steps.into()
}

/// Wfsv 122na lid 1: since 2018 the outcome of a government employer is real and the levy not
/// executed. Wfsv 122n lid 1: for the market the scheme was never activated.
fn status(sector: Sector, year: Year) -> LevyStatus {
    if sector == Sector::Overheid && year >= FIRST_GOVERNMENT_YEAR {
        LevyStatus::NotExecuted
    } else {
        LevyStatus::NeverActivated
    }
}
