//! Regime 2: inclusiviteitsheffing and bonus (Wet banenafspraak 1, 5, 6; Wtl 2.10-2.13).

use super::quota;
use crate::assessment::{Assessment, Levy};
use crate::employer::{EmployerYear, Scheme};
use crate::error::{Error, ErrorKind, Excerpt};
use crate::explanation::steps::{
    BASE, BONUS, FIRST_DUE_YEAR, INCLUSIVITEITSHEFFING, LIABILITY_OF_SCHEME, NET, NO_BONUS,
    NO_INCLUSIVITEITSHEFFING, REPLACED_QUOTUMHEFFING, SMALL_EMPLOYER_LIMIT, WORKER_BONUS,
};
use crate::explanation::{Term, Trace, formula};
use crate::law::rounding::{CENT, half_up_on_the_cent};
use crate::law::{LevyStatus, Liability, Sector, articles};
use crate::parameters::{FigureName, Figures};
use crate::unit::{Euro, EuroPerHour, Hours, Unit as _, Year};

/// Besluit Wfsv 2.19d lid 4: new in the year it became an employer and the year after.
const YEARS_NEW: u16 = 1;

pub(super) fn assess(
    employer: &EmployerYear,
    scheme: &Scheme,
    figures: &Figures,
    trace: &mut impl Trace,
) -> Result<Assessment, Error> {
    let per_job = quota::per_job(employer, figures)?;
    let liability = liability(employer, scheme, figures, trace)?;
    let hours_base = quota::base(employer.hours_base(), BASE, trace);
    let realised = quota::realised(employer, per_job, trace);
    let quota = quota::quota(employer, figures, hours_base, realised, per_job, trace);
    // Wet banenafspraak 12: the quotumheffing is replaced.
    trace.step(REPLACED_QUOTUMHEFFING, Euro::ZERO, || formula![Euro::ZERO]);
    let active = liability != Liability::NotYetActive;
    let heffing = heffing(scheme, liability, trace)?;
    let bonus = bonus(scheme, active, trace)?;
    let net = bonus.net_of(heffing);
    trace.step(NET, net, || formula![bonus, "-", heffing]);
    let levy = Levy::WetBanenafspraak {
        inclusiviteitsheffing: heffing,
        bonus,
        net,
        status: if active { LevyStatus::Due } else { LevyStatus::NotExecuted },
    };
    let (employer, figures) = (employer.clone(), figures.clone());
    Ok(Assessment { employer, figures, liability, per_job, quota, levy })
}

/// Article 6 lid 1 to 3: from when, and every employer but a small one.
///
/// A new employer is small too (Besluit Wfsv 2.19d lid 4). That is said first: having had no wages
/// two years before it would otherwise always be called small by wages.
fn liability(
    employer: &EmployerYear,
    scheme: &Scheme,
    figures: &Figures,
    trace: &mut impl Trace,
) -> Result<Liability, Error> {
    let (year, sector) = (employer.year(), employer.sector());
    let decided = scheme.parameters.activation_decided_in;
    let first = scheme.first_due_year();
    trace.step(FIRST_DUE_YEAR, u32::from(first), || {
        formula![decided, "+", u32::from(Scheme::YEARS_UNTIL_DUE)]
    });
    if let Some(began) = scheme.became_employer_in.filter(|began| *began > year) {
        return Err(Error::new(
            "became_employer_in",
            ErrorKind::OutOfRange {
                value: Excerpt::of(began),
                min: Year::MIN.number().into(),
                max: year.number().into(),
            },
        )
        .inside("scheme"));
    }
    // This year or the year before: it began no later, as was checked.
    let new = scheme
        .became_employer_in
        .filter(|began| year.number().saturating_sub(began.number()) <= YEARS_NEW);
    let average = scheme.parameters.average_premium_wage_two_years_before;
    let wages: u32 = figures.value(FigureName::SmallEmployerWages, year, sector)?;
    let limit = average
        .of_count(wages)
        .ok_or_else(|| Error::overflow("average_premium_wage_two_years_before").inside("scheme"))?;
    trace.step(SMALL_EMPLOYER_LIMIT, limit, || formula![wages, "×", average]);
    let wage = scheme.premium_wage_two_years_before;
    let liability = if year.number() < first {
        Liability::NotYetActive
    } else if new.is_some() {
        Liability::ExemptNewEmployer
    } else if wage <= limit {
        Liability::ExemptSmallEmployer
    } else {
        Liability::Liable
    };
    // The formula shows what decided, no more.
    let step = trace.step(LIABILITY_OF_SCHEME, liability, || {
        let due = if year.number() < first { "<" } else { "≥" };
        let mut pieces = formula![year, due, u32::from(first)];
        match (liability, new) {
            (Liability::NotYetActive, _) => {}
            (_, Some(began)) => {
                pieces.extend(formula![";", year, "-", began, "≤", u32::from(YEARS_NEW)]);
            }
            (_, None) => {
                let sign = if wage <= limit { "≤" } else { ">" };
                pieces.extend(formula![";", wage, sign, limit]);
            }
        }
        pieces
    });
    step.by(match liability {
        Liability::Liable => articles::WHO,
        exempt => exempt.source(),
    });
    Ok(liability)
}

/// Article 6 lid 4, 6, 8: base x surcharge percentage, half up on the cent.
fn heffing(scheme: &Scheme, liability: Liability, trace: &mut impl Trace) -> Result<Euro, Error> {
    if liability != Liability::Liable {
        trace
            .step(NO_INCLUSIVITEITSHEFFING, Euro::ZERO, || formula![liability])
            .by(liability.source());
        return Ok(Euro::ZERO);
    }
    let (base, percentage) = (scheme.premium_wage, scheme.parameters.surcharge_percentage);
    let heffing = half_up_on_the_cent(base.share(percentage))
        .map_err(|error| error.about("inclusiviteitsheffing"))?;
    trace.step(INCLUSIVITEITSHEFFING, heffing, || formula![base, "×", percentage]);
    Ok(heffing)
}

/// Article 1 and Wtl 2.13: an amount per paid hour, half up on the cent, at most the yearly
/// maximum for each worker. Exempt employers earn it too.
fn bonus(scheme: &Scheme, active: bool, trace: &mut impl Trace) -> Result<Euro, Error> {
    if !active {
        trace.step(NO_BONUS, Euro::ZERO, || formula![Liability::NotYetActive]);
        return Ok(Euro::ZERO);
    }
    let (rate, maximum) = (scheme.parameters.bonus_per_hour, scheme.parameters.bonus_maximum);
    let mut total = Euro::ZERO;
    for (number, &hours) in (1..).zip(&scheme.bonus_workers) {
        let bonus = per_worker(rate, hours, maximum);
        trace.step(WORKER_BONUS.of_number(number), bonus, || {
            formula!["min(", hours, "×", rate, ";", maximum, ")"]
        });
        total = total.checked_add(bonus).map_err(|error| error.about("bonus"))?;
    }
    trace.step(BONUS, total, || {
        let workers = scheme.bonus_workers.iter();
        let bonuses = workers.map(|&hours| Term::from(per_worker(rate, hours, maximum)));
        let mut sum: Vec<Term> = bonuses.flat_map(|bonus| [bonus, "+".into()]).collect();
        sum.pop();
        if sum.is_empty() {
            sum.push(Euro::ZERO.into());
        }
        sum
    });
    Ok(total)
}

fn per_worker(rate: EuroPerHour, hours: Hours, maximum: Euro) -> Euro {
    // What lies beyond the bounds of euros lies beyond the maximum.
    rate.times(hours).rounded_within(CENT).map_or(maximum, |earned| earned.min(maximum))
}

/// The LKV doelgroep banenafspraak of one worker in a year (Wtl 2.13), without the bonus.
///
/// ```
/// use banenafspraak::regime::loonkostenvoordeel;
/// use banenafspraak::{Figures, Hours, Year};
///
/// let (year, figures) = (Year::new(2026)?, Figures::published());
/// let lkv = loonkostenvoordeel(Hours::whole(1_664), year, &figures)?;
/// assert_eq!(lkv.to_string(), "1680.64"); // at EUR 1.01
/// let lkv = loonkostenvoordeel(Hours::whole(2_000), year, &figures)?;
/// assert_eq!(lkv.to_string(), "2000.00"); // the maximum
/// let error = loonkostenvoordeel(Hours::whole(1_664), year.previous()?, &figures).unwrap_err();
/// assert_eq!(error.code(), "unknown_figure");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
///
/// # Errors
///
/// [`ErrorKind::UnknownFigure`] for years other than 2026, whose amounts are not in the figures until
/// the caller adds them.
#[doc(alias = "LKV")]
pub fn loonkostenvoordeel(paid_hours: Hours, year: Year, figures: &Figures) -> Result<Euro, Error> {
    // The amounts are the same for both sectors.
    let rate = figures.value(FigureName::LkvPerHour, year, Sector::Markt)?;
    let maximum = figures.value(FigureName::LkvMaximum, year, Sector::Markt)?;
    Ok(per_worker(rate, paid_hours, maximum))
}
