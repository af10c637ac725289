//! What is reported of an employer: all of it computed by the library.

use banenafspraak::employer::Coverage;
use banenafspraak::planning::{
    Change, ChangeKind, Comparison, Effect, Gap, Hiring, Plan, RestOfYear, Scenario, Step,
    next_year,
};
use banenafspraak::unit::HoursPerWeek;
use banenafspraak::{
    Assessment, Decimal, EmployerYear, Error, ErrorKind, Euro, EuroPerHour, Figures, Hours,
    Language, Percentage, assess,
};
use jiff::civil::Date;

use crate::shared::lkv;

/// What is asked of the library, besides the employer.
pub(crate) struct Question {
    pub(crate) way: Hiring,
    pub(crate) each: HoursPerWeek,
    pub(crate) from: Option<Date>,
    pub(crate) people: Option<u32>,
    /// The premium wage of the people, for the surcharge of a scheme.
    pub(crate) wage: Option<EuroPerHour>,
    pub(crate) plan: Option<Plan>,
    pub(crate) next_percentages: Vec<Percentage>,
    pub(crate) scenarios: Vec<Scenario>,
}

pub(crate) struct Facts {
    pub(crate) employer: EmployerYear,
    /// What is known of the days that the hours cover, before the year was extended.
    pub(crate) coverage: Option<Coverage>,
    /// The hours were counted until this day, and go on at the same pace.
    pub(crate) hours_until: Option<Date>,
    /// The year as it is expected, under the employer's own law.
    pub(crate) outcome: Assessment,
    /// The same with the planned changes, if there are any: from there the gap is closed.
    pub(crate) planned: Assessment,
    /// For own workers, and hired in; or why there is no gap: no quotumpercentage is known.
    pub(crate) ways: Result<[Closing; 2], Error>,
    /// Where a start is given: they, or why no number of people is enough.
    pub(crate) people: Option<Result<People, Error>>,
    pub(crate) plan: Option<Planned>,
    /// Or why it cannot be computed.
    pub(crate) next_year: Result<Vec<Assessment>, Error>,
    /// The same, with the people above all year.
    pub(crate) next_year_with_people: Vec<Assessment>,
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
    pub(crate) way: Hiring,
    /// None where nothing is short.
    pub(crate) next_step: Result<Option<Step>, Error>,
    pub(crate) to_zero: Result<Hours, Error>,
    pub(crate) to_quota: Result<Hours, Error>,
}

/// People who close the gap in the rest of the year.
pub(crate) struct People {
    pub(crate) way: Hiring,
    pub(crate) each: HoursPerWeek,
    pub(crate) rest: RestOfYear,
    pub(crate) number: u32,
    pub(crate) hours: Hours,
    pub(crate) hire: Plan,
    /// Or what is missing: under a scheme their wage.
    pub(crate) effect: Result<Effect, Error>,
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

impl Instead {
    /// Whether people can work that many hours a week: at most 60 (Arbeidstijdenwet 5:7 lid 2). It is no
    /// law of this library: the number itself is right.
    pub(crate) fn is_possible(&self) -> bool {
        let most = HoursPerWeek::try_from(Decimal::from(60));
        matches!((&self.each, most), (Ok(each), Ok(most)) if *each <= most)
    }

    /// What is said where they cannot.
    pub(crate) const fn too_many_hours(language: Language) -> &'static str {
        match language {
            Language::Nl => {
                "niet haalbaar vóór het einde van het jaar: meer dan 60 uur per week (Arbeidstijdenwet 5:7)"
            }
            _ => {
                "cannot be done by the end of the year: more than 60 hours a week (Arbeidstijdenwet 5:7)"
            }
        }
    }
}

impl Facts {
    /// The facts of an employer, whose hours were counted until a day or are those of the year.
    pub(crate) fn of(
        (employer, coverage): (EmployerYear, Option<Coverage>),
        hours_until: Option<Date>,
        question: &Question,
    ) -> Result<Self, Error> {
        let figures = Figures::published();
        let plan = question.plan.clone().unwrap_or_default();
        let outcome = assess(&employer)?;
        let planned_employer = plan.applied_to(&employer)?;
        let planned = assess(&planned_employer)?;
        let gap = Gap::of(&planned);
        let people = |from| People::of(&planned_employer, gap.clone()?, from, question);
        let people = question.from.map(people);
        let ways =
            gap.map(|gap| [Hiring::Employed, Hiring::HiredIn].map(|way| Closing::of(gap, way)));
        // A start outside the year is a wrong question.
        if let Some(Err(error)) = &people {
            if matches!(error.kind(), ErrorKind::NotInYear { .. }) {
                return Err(error.clone());
            }
        }

        let percentages = &question.next_percentages;
        let next = next_year(&employer, &plan, &figures, percentages);
        let known = people.as_ref().and_then(|people| people.as_ref().ok());
        let with_people = known.filter(|people| people.effect.is_ok()).map(|people| {
            let changes = [plan.changes(), people.hire.changes()].concat();
            next_year(&employer, &Plan::new(changes)?, &figures, percentages)
        });
        let comparisons = question.scenarios.iter().map(|scenario| {
            let both = Comparison::of(&scenario.applied_to(&employer)?, &figures)?;
            Ok((scenario.clone(), both))
        });
        let effects = |plan: &Plan| {
            let under_scheme = employer.scheme().map(|_| plan.effect(&employer, &figures));
            Ok::<_, Error>(Planned {
                quotumheffing: plan.effect(&employer.clone().without_scheme(), &figures)?,
                wet_banenafspraak: under_scheme.transpose()?,
            })
        };
        Ok(Self {
            ways,
            people,
            plan: question.plan.as_ref().map(effects).transpose()?,
            next_year: next,
            next_year_with_people: with_people.and_then(Result::ok).unwrap_or_default(),
            comparisons: comparisons.collect::<Result<_, Error>>()?,
            outcome,
            planned,
            coverage,
            hours_until,
            employer,
        })
    }
}

impl Closing {
    fn of(gap: Gap<'_>, way: Hiring) -> Self {
        let (to_zero, to_quota) = (gap.to_zero(way), gap.to_quota(way));
        Self { way, next_step: gap.next_step(way), to_zero, to_quota }
    }
}

impl People {
    fn of(
        employer: &EmployerYear,
        gap: Gap<'_>,
        from: Date,
        question: &Question,
    ) -> Result<Self, Error> {
        let Question { way, each, .. } = *question;
        let rest = RestOfYear::new(employer.year(), from)?;
        let needed = gap.to_zero(way)?;
        let number = rest.people(needed, each)?;
        let figures = Figures::published();
        let hire = |people: u32| {
            let premium_wage_per_hour = question.wage.filter(|_| way == Hiring::Employed);
            let hire = Change::new(ChangeKind::Hire(each), way.into(), people, from);
            Plan::new(vec![Change { premium_wage_per_hour, ..hire }])
        };
        let effect = |people| hire(people)?.effect(employer, &figures);
        let lkv = lkv::of_people(rest, each, number).filter(|_| way == Hiring::Employed);
        let instead = question.people.filter(|_| number > 0).map(|people| Instead {
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
            hire: hire(number)?,
            effect: effect(number),
            one_fewer: number.checked_sub(1).and_then(|fewer| effect(fewer).ok()),
            lkv,
            instead,
        })
    }
}
