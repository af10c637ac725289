//! Regime 1: the quotumheffing (Wfsv 34, 38f, 38g, 38h, 122n, 122na).

use super::quota;
use crate::assessment::{Assessment, Levy, Quota};
use crate::employer::EmployerYear;
use crate::error::Error;
use crate::explanation::steps::{
    BASE, BASE_PREVIOUS_YEAR, LEVY_STATUS, LIABILITY, NO_BASE_PREVIOUS_YEAR, NO_QUOTUMHEFFING,
    QUOTUMHEFFING, THRESHOLD, of_date,
};
use crate::explanation::{Trace, formula};
use crate::law::rounding::CENT;
use crate::law::{DateName, LevyStatus, Liability, QuotumDates, Sector, articles};
use crate::parameters::{FigureName, Figures};
use crate::unit::{Euro, EuroPerJob, Hours, Jobs, Unit as _, Word, Year};

/// The first year for which the scheme of the government sector was activated (Wfsv 122n, 122na).
const FIRST_GOVERNMENT_YEAR: Year = Year::constant(2018);

#[inline]
pub(super) fn assess(
    employer: &EmployerYear,
    figures: &Figures,
    trace: &mut impl Trace,
) -> Result<Assessment, Error> {
    let per_job = quota::per_job(employer, figures)?;
    let previous = previous_year(employer, trace);
    let hours_base = quota::base(employer.hours_base(), BASE, trace);
    let liability = liability(employer, figures, previous, hours_base, trace)?;
    let realised = quota::realised(employer, per_job, trace);
    let quota = quota::quota(employer, figures, hours_base, realised, per_job, trace);
    let quotumheffing = levy(employer, figures, liability, quota.as_ref(), trace)?;
    let status = status(employer.sector(), employer.year());
    trace.step(LEVY_STATUS, status, || formula![status]).by(status.source());
    if trace.is_kept() {
        dates(employer.year(), trace);
    }
    let levy = Levy::Quotumheffing { quotumheffing, status };
    let (employer, figures) = (employer.clone(), figures.clone());
    Ok(Assessment { employer, figures, liability, per_job, quota, levy })
}

/// The base of the year before, if its hours are known.
#[inline]
fn previous_year(employer: &EmployerYear, trace: &mut impl Trace) -> Option<Hours> {
    let Some(previous) = employer.previous_year() else {
        trace.step(NO_BASE_PREVIOUS_YEAR, Word::NOT_KNOWN, || formula![Word::GIVE_THE_YEAR_BEFORE]);
        return None;
    };
    Some(quota::base(previous, BASE_PREVIOUS_YEAR, trace))
}

/// Wfsv 38h lid 4: the quotumtekort at EUR 5,000 a job, nothing when exempt. `None` where the
/// liability or, for an employer that is not exempt, the quotumtekort is not known.
#[inline]
fn levy(
    employer: &EmployerYear,
    figures: &Figures,
    liability: Liability,
    quota: Option<&Quota>,
    trace: &mut impl Trace,
) -> Result<Option<Euro>, Error> {
    let liable = liability == Liability::Liable;
    let tekort = match quota {
        Some(quota) if liable => quota.tekort,
        _ if liability.is_exempt() => Jobs::ZERO,
        _ => {
            trace.step(NO_QUOTUMHEFFING, Word::NOT_KNOWN, || {
                formula![if liable { Word::NO_QUOTUMPERCENTAGE } else { liability.into() }]
            });
            return Ok(None);
        }
    };
    let (year, sector) = (employer.year(), employer.sector());
    let rate: EuroPerJob = figures.value(FigureName::LevyPerJob, year, sector)?;
    let owed = tekort.worth(rate);
    let quotumheffing =
        owed.rounded_within(CENT).ok_or_else(|| Error::overflow("quotumheffing"))?;
    let step = trace.step(QUOTUMHEFFING, quotumheffing, || {
        if liable { formula![tekort, "×", rate] } else { formula![liability] }
    });
    // A tenth of the statutory rate is a whole number of cents; of another it may not be.
    step.rounded_if(|| !owed.is_whole(CENT.decimals), CENT, articles::CENTS);
    Ok(Some(quotumheffing))
}

/// What the hours of one of the two years say of the threshold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Below,
    Reached,
    /// They are not known, or below the threshold with days missing.
    Unknown,
}

impl Side {
    #[inline]
    fn of(hours: Option<Hours>, threshold: Hours, complete: Option<bool>) -> Self {
        match hours {
            // Missing days change nothing: they can only add hours.
            Some(hours) if hours >= threshold => Self::Reached,
            Some(_) if complete != Some(false) => Self::Below,
            _ => Self::Unknown,
        }
    }
}

/// Wfsv 34 lid 4, 6: not liable if the base of either year is below the threshold; at exactly the
/// threshold the employer is liable. Only a complete year exempts.
#[inline]
fn liability(
    employer: &EmployerYear,
    figures: &Figures,
    previous: Option<Hours>,
    base: Hours,
    trace: &mut impl Trace,
) -> Result<Liability, Error> {
    let (year, sector) = (employer.year(), employer.sector());
    let workers: u32 = figures.value(FigureName::ThresholdWorkers, year, sector)?;
    let average: Hours = figures.value(FigureName::AverageHours, year, sector)?;
    let threshold = average.of_count(workers).ok_or_else(|| Error::overflow("threshold"))?;
    trace.step(THRESHOLD, threshold, || formula![workers, "×", average]);
    let (complete, previous_complete) = match employer.coverage() {
        Some(coverage) => (coverage.complete, coverage.previous_year_complete),
        None => (None, None),
    };
    let before = Side::of(previous, threshold, previous_complete);
    let this = Side::of(Some(base), threshold, complete);
    // A year that exempts by itself decides, whatever the other is.
    let liability = match (before, this) {
        (Side::Below, Side::Below) => Liability::ExemptBothYears,
        (_, Side::Below) => Liability::ExemptYear,
        (Side::Below, _) => Liability::ExemptPreviousYear,
        (Side::Unknown, Side::Unknown) => Liability::UnknownBothYears,
        (Side::Unknown, Side::Reached) => Liability::UnknownPreviousYear,
        (Side::Reached, Side::Unknown) => Liability::UnknownYear,
        (Side::Reached, Side::Reached) => Liability::Liable,
    };
    trace.step(LIABILITY, liability, || {
        let of_year = |hours: Option<Hours>, side| match hours {
            None => formula![Word::NOT_KNOWN],
            Some(hours) if side == Side::Unknown => {
                formula![hours, "<", threshold, "(", Word::DAYS_MISSING, ")"]
            }
            Some(hours) => {
                formula![hours, if side == Side::Below { "<" } else { "≥" }, threshold]
            }
        };
        let mut pieces = of_year(previous, before);
        pieces.extend(formula![";"]);
        pieces.extend(of_year(Some(base), this));
        pieces
    });
    Ok(liability)
}

/// The dates of the year's decision (Wfsv 34 lid 7, 38e lid 3, 38h lid 3, 5, 38i lid 2; Besluit Wfsv
/// 2.28 lid 3).
fn dates(year: Year, trace: &mut impl Trace) {
    let dates = QuotumDates::of(year);
    for (name, date) in dates.calendar() {
        trace.step(of_date(name), date, || match name {
            DateName::WageReturnsFiledBy => formula![Word::MAY_AFTER, year],
            DateName::AttributionsAgreedBy => formula![Word::AUGUST_AFTER, year],
            DateName::DecidedBefore => formula![Word::NOVEMBER_AFTER, year],
            DateName::PayableBy => {
                let last = dates.decided_before.yesterday().unwrap_or(dates.decided_before);
                formula![QuotumDates::WEEKS_TO_PAY, Word::WEEKS_AFTER, last]
            }
            DateName::RevisionLapsesAfter => {
                let years = u32::from(QuotumDates::YEARS_OF_REVISION);
                formula![years, Word::YEARS_AFTER_THE_END, year]
            }
        });
    }
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
