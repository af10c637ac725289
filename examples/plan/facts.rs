//! What is told of an employer: all of it computed by the library.

use banenafspraak::planning::{
    Change, Comparison, Effect, Gap, Plan, RestOfYear, Scenario, Step, Way, What, Who, next_year,
};
use banenafspraak::{
    Assessment, EmployerYear, Error, Euro, Figures, Hours, HoursPerWeek, Percentage, assess,
    loonkostenvoordeel,
};
use jiff::civil::Date;

/// What is asked of the library, besides the employer.
pub(crate) struct Question {
    pub(crate) way: Way,
    pub(crate) each: HoursPerWeek,
    pub(crate) from: Option<Date>,
    pub(crate) people: Option<u32>,
    pub(crate) plan: Option<Plan>,
    pub(crate) next_percentages: Vec<Percentage>,
    pub(crate) scenarios: Vec<Scenario>,
}

pub(crate) struct Facts {
    /// The year as it is expected, under the quotumheffing.
    pub(crate) outcome: Assessment,
    /// For own workers, and hired in.
    pub(crate) ways: [Closing; 2],
    pub(crate) people: Option<People>,
    pub(crate) plan: Option<Planned>,
    pub(crate) next_year: Vec<Assessment>,
    pub(crate) comparisons: Vec<(Scenario, Comparison)>,
}

/// What a plan does, under each law.
pub(crate) struct Planned {
    pub(crate) quotumheffing: Effect,
    /// Where the employer has a scheme.
    pub(crate) wet_banenafspraak: Option<Effect>,
}

/// The fewest hours that close the gap in one way.
pub(crate) struct Closing {
    pub(crate) way: Way,
    pub(crate) next_step: Option<Step>,
    pub(crate) to_zero: Result<Hours, Error>,
    pub(crate) to_quota: Result<Hours, Error>,
}

/// People who close the gap in the rest of the year.
pub(crate) struct People {
    pub(crate) way: Way,
    pub(crate) each: HoursPerWeek,
    pub(crate) rest: RestOfYear,
    pub(crate) number: u32,
    pub(crate) hours: Hours,
    pub(crate) effect: Effect,
    /// With one fewer.
    pub(crate) one_fewer: Option<Effect>,
    /// The LKV doelgroep banenafspraak of all, where it is known for the year and they are employed.
    pub(crate) lkv: Option<Euro>,
    pub(crate) instead: Option<Instead>,
}

/// With a given number of people: how many hours a week, or from which day.
pub(crate) struct Instead {
    pub(crate) people: u32,
    pub(crate) each: Result<HoursPerWeek, Error>,
    pub(crate) latest: Result<RestOfYear, Error>,
}

impl Facts {
    pub(crate) fn of(employer: &EmployerYear, question: &Question) -> Result<Self, Error> {
        let figures = Figures::published();
        let under_quotum = employer.clone().without_scheme();
        let outcome = assess(&under_quotum)?;
        let gap = Gap::of(&outcome)?;
        let ways = [Closing::of(gap, Way::Employed)?, Closing::of(gap, Way::HiredIn)?];
        let people = match question.from {
            Some(from) => Some(People::of(&outcome, gap, from, question)?),
            None => None,
        };
        let plan = question.plan.as_ref();
        let next = next_year(
            &under_quotum,
            plan.unwrap_or(&Plan::default()),
            &figures,
            &question.next_percentages,
        )?;
        let comparisons = question.scenarios.iter().map(|scenario| {
            let both = Comparison::of(&scenario.applied_to(employer)?, &figures)?;
            Ok((scenario.clone(), both))
        });
        let comparisons = comparisons.collect::<Result<_, Error>>()?;
        let planned = |plan: &Plan| {
            let under_scheme = employer.scheme().map(|_| plan.effect(employer, &figures));
            Ok::<_, Error>(Planned {
                quotumheffing: plan.effect(&under_quotum, &figures)?,
                wet_banenafspraak: under_scheme.transpose()?,
            })
        };
        let plan = plan.map(planned).transpose()?;
        Ok(Self { ways, people, plan, next_year: next, comparisons, outcome })
    }
}

impl Closing {
    fn of(gap: Gap<'_>, way: Way) -> Result<Self, Error> {
        let (to_zero, to_quota) = (gap.to_zero(way), gap.to_quota(way));
        Ok(Self { way, next_step: gap.next_step(way)?, to_zero, to_quota })
    }
}

impl People {
    fn of(
        outcome: &Assessment,
        gap: Gap<'_>,
        from: Date,
        question: &Question,
    ) -> Result<Self, Error> {
        let Question { way, each, .. } = *question;
        let employer = outcome.employer();
        let rest = RestOfYear::new(employer.year(), from)?;
        let needed = gap.to_zero(way)?;
        let number = rest.people(needed, each)?;
        let figures = Figures::published();
        let effect = |people| {
            let who = if way == Way::Employed { Who::Doelgroep } else { Who::HiredIn };
            let hire = Change::new(What::Hire(each), who, people, from);
            Plan::new(vec![hire])?.effect(employer, &figures)
        };
        let lkv = loonkostenvoordeel(rest.hours(1, each)?, employer.year(), &figures);
        let lkv = lkv.ok().filter(|_| way == Way::Employed);
        let lkv = lkv.and_then(|lkv| Euro::new(lkv.to_decimal().checked_mul(number.into())?).ok());
        let instead = question.people.map(|people| Instead {
            people,
            each: rest.hours_per_week(needed, people),
            latest: RestOfYear::latest(employer.year(), needed, people, each),
        });
        Ok(Self {
            way,
            each,
            rest,
            number,
            hours: rest.hours(number, each)?,
            effect: effect(number)?,
            one_fewer: number.checked_sub(1).map(effect).transpose()?,
            lkv,
            instead,
        })
    }
}
