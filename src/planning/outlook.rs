//! The rest of this year and the next one, on assumptions that have a name.

use jiff::civil::Date;

use super::plan::Plan;
use super::staffing::{days, in_year};
use crate::assessment::Assessment;
use crate::employer::{Coverage, DoelgroepHours, EmployerYear, HoursBase, Missing, Scheme};
use crate::error::{Error, ErrorKind};
use crate::law::rounding::{CENT, VARIABLE};
use crate::parameters::{FigureName, Figures};
use crate::regime::assess_with;
use crate::unit::{Of as _, Percentage, Ratio, Rounding, Unit, Year};

/// An employer whose hours were counted until a day of the year, as its year becomes if it goes on
/// at the same pace: every total times the days of the year over the days until then.
///
/// An assumption, not law: who knows what will change adds it as a [`Plan`]. Hours are
/// rounded down to the hundredth (Besluit Wfsv 2.23 lid 2), wages half up on the cent. The year
/// before, percentages and amounts stay as they are.
///
/// ```
/// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
/// # let year = Year::new(2026)?;
/// use banenafspraak::planning::at_the_same_pace;
///
/// let until_august = EmployerYear::new(
///     year,
///     Sector::Overheid,
///     HoursBase::new(Hours::whole(121_500)),
///     DoelgroepHours::new(Hours::whole(1_701)),
/// )?
/// .with_previous_year(HoursBase::new(Hours::whole(178_000)));
/// // 243 of 365 days.
/// let employer = at_the_same_pace(&until_august, "2026-08-31".parse().unwrap())?;
/// assert_eq!(employer.hours_base().hours().to_string(), "182500");
/// assert_eq!(employer.doelgroep_hours().own().to_string(), "2555");
/// let error = at_the_same_pace(&until_august, "2027-08-31".parse().unwrap()).unwrap_err();
/// assert_eq!(error.to_string(), "until: 2027-08-31 is not in 2026");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
///
/// # Errors
///
/// [`ErrorKind::NotInYear`] for a day of another year; [`ErrorKind::Contradiction`] where the employer's
/// coverage has another gap than the rest of the year; and [`ErrorKind::Overflow`] beyond the bounds.
pub fn at_the_same_pace(employer: &EmployerYear, until: Date) -> Result<EmployerYear, Error> {
    let year = employer.year();
    in_year("until", until, year)?;
    let gap = employer.coverage().and_then(|coverage| first_other_gap(coverage, until, year));
    if let Some(known) = gap {
        return Err(Error::new("until", ErrorKind::Contradiction { day: until, known }));
    }
    let all_days = days(year.first_day(), year.last_day());
    let pace = Ratio::new(all_days.into(), days(year.first_day(), until).into());
    let hours = |hours| at_pace(hours, pace, VARIABLE);
    let (base, doelgroep) = (employer.hours_base(), employer.doelgroep_hours());
    // Each part is rounded down by itself: none outgrows its whole.
    let base = HoursBase::new(hours(base.paid_hours())?)
        .with_lent_out_agency_hours(hours(base.lent_out_agency_hours())?)?
        .with_wsw_hours(hours(base.wsw_hours())?)?;
    let doelgroep = DoelgroepHours::new(hours(doelgroep.own())?)
        .with_attributed_out(hours(doelgroep.attributed_out())?)?
        .with_attributed_in(hours(doelgroep.attributed_in())?)?;
    let employer = employer.with_extended_year().with_year(base, doelgroep)?;
    let Some(scheme) = employer.scheme().cloned() else { return Ok(employer) };
    let premium_wage = at_pace(scheme.premium_wage, pace, CENT)?;
    let bonus_workers =
        scheme.bonus_workers.iter().map(|&worked| hours(worked)).collect::<Result<_, _>>()?;
    Ok(employer.with_scheme(Scheme { premium_wage, bonus_workers, ..scheme }))
}

/// The first day of a gap that is not all of the year after a day: then hours after the day are
/// counted, or hours before it are not.
fn first_other_gap(coverage: &Coverage, until: Date, year: Year) -> Option<Date> {
    let is_rest = |run: &Missing| {
        until.tomorrow().is_ok_and(|next| run.from == next) && run.until == year.last_day()
    };
    coverage.missing_in(year).find(|run| !is_rest(run)).map(|run| run.from)
}

/// A total of some days at a pace: the days of the year over those.
fn at_pace<U: Unit>(total: U, pace: Ratio, rounding: Rounding) -> Result<U, Error> {
    U::of(Ratio::from(total) * pace)?.rounded(rounding)
}

/// The year after with the same workforce, under each percentage: the one that the figures have for
/// it, if they have one, and then each of these. Where there is none at all, the year once without
/// one: what does not depend on it is known all the same.
///
/// The hours of this year are those of the next, and decide the threshold with it (Wfsv 34 lid 4).
/// A change that began in the course of this year holds all of the next: the
/// [`Plan`] with it comes in as `plan`. Nothing carries this year's percentage over: give
/// it if you assume that it stays. Wages and amounts of a scheme stay as they are.
///
/// ```
/// use banenafspraak::Figures;
/// use banenafspraak::planning::{Change, ChangeKind, Plan, Workers, next_year};
///
/// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
/// let year = employer.year();
/// let (hire, september) = (ChangeKind::Hire("24".parse()?), "2026-09-01".parse().unwrap());
/// let plan = Plan::new(vec![Change::new(hire, Workers::Doelgroep, 2, september)])?;
/// // For 2027 nothing is published yet: two percentages are assumed.
/// let assumed = ["2.48".parse()?, "2.58".parse()?];
/// let years = next_year(&employer, &plan, &Figures::published(), &assumed)?;
/// let tekort = years.iter().map(|outcome| outcome.quota().unwrap().quotumtekort().to_string());
/// assert_eq!(tekort.collect::<Vec<_>>(), ["0.0", "0.0"]);
/// // Two people at 24 hours a week all year, where this year it is 122 days.
/// assert_eq!(years[0].realised_hours().to_string(), "5164.85");
/// assert_eq!(years[0].employer().previous_year().unwrap().hours().to_string(), "180836.57");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
///
/// # Errors
///
/// [`ErrorKind::OutOfRange`] after [`Year::MAX`]; as [`Plan::applied_to`] and
/// [`assess`](crate::assess).
pub fn next_year(
    employer: &EmployerYear,
    plan: &Plan,
    figures: &Figures,
    percentages: &[Percentage],
) -> Result<Vec<Assessment>, Error> {
    let with_plan = plan.applied_to(employer)?;
    let without = employer.a_year_later(with_plan.hours_base())?;
    let next = plan.applied_to(&without)?;
    let known =
        figures.known::<Percentage>(FigureName::Quotumpercentage, next.year(), next.sector());
    // Without any percentage the year is there once, with what does not depend on one.
    let known = (known.is_some() || percentages.is_empty()).then(|| assess_with(&next, figures));
    let given = percentages
        .iter()
        .map(|percentage| assess_with(&next.clone().with_quotumpercentage(*percentage), figures));
    known.into_iter().chain(given).collect()
}
