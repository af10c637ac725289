//! What closes the gap, what changes do, and how the two laws compare: for one employer, as JSON.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::error::{ErrorObject, text};
use super::options::Options;
use crate::assessment::{Assessment, Quota};
use crate::employer::EmployerYear;
use crate::error::Error;
use crate::json::{Node, ReadFields as _};
use crate::language::Language;
use crate::planning::{Change, Comparison, Effect, Gap, Hiring, Plan, RestOfYear, Scenario, Step};
use crate::regime::assess_with;
use crate::unit::{Hours, HoursPerWeek};

/// Answers what to do: JSON text in, JSON text out.
///
/// The question is an object with `employer` (an input object) and, where they are asked for, `changes` (a
/// plan), `scenarios` (of the Wet banenafspraak), and `hours_per_week` with `from` (people who come on a
/// day). The answer has `assessment`, `ways` (the least hours that close the gap, or why there are none),
/// `plan` and `comparisons`; or it is an object with `error`.
///
/// ```
/// use banenafspraak::contract::{Options, plan_json};
///
/// let answer = plan_json(
///     r#"{"employer": {"year": 2026, "sector": "overheid", "paid_hours": "180000",
///             "doelgroep_hours": "2662", "previous_year": {"paid_hours": "178000"}},
///         "hours_per_week": 24, "from": "2026-09-01"}"#,
///     &Options::new(),
/// );
/// let answer: serde_json::Value = serde_json::from_str(&answer)?;
/// assert_eq!(answer["ways"][0]["way"], "employed");
/// assert_eq!(answer["ways"][0]["hours_to_zero"], "1897.87");
/// assert_eq!(answer["ways"][0]["people"], 5);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn plan_json(question: &str, options: &Options) -> String {
    let language = options.language;
    let node = match serde_json::from_str::<Node<'_>>(question) {
        Ok(node) => node,
        Err(error) => return ErrorObject::not_json(error, language).alone(),
    };
    let advice = Question::read_object(&node).and_then(|question| Advice::of(question, options));
    match advice {
        Ok(advice) => text(&advice),
        Err(error) => ErrorObject::refused(&error, language).alone(),
    }
}

/// What is asked.
struct Question {
    employer: EmployerYear,
    changes: Vec<Change>,
    scenarios: Vec<Scenario>,
    hours_per_week: Option<HoursPerWeek>,
    from: Option<Date>,
}

read! {
    Question, Question, Ok,
    needed employer EmployerYear, listed changes Change, listed scenarios Scenario,
    optional hours_per_week HoursPerWeek, optional from Date,
}

/// What is answered.
struct Advice {
    assessment: Assessment,
    ways: Known<Vec<Closing>>,
    plan: Option<Effect>,
    comparisons: Vec<Compared>,
}

written! {
    Advice as it {
        assessment: needed = it.assessment,
        ways: needed = it.ways,
        plan: optional = it.plan,
        comparisons: listed = it.comparisons,
    }
}

impl Advice {
    fn of(question: Question, options: &Options) -> Result<Self, Error> {
        let Question { employer, changes, scenarios, hours_per_week, from } = question;
        let Options { figures, language, .. } = options;
        let language = *language;
        let assessment = assess_with(&employer, figures)?;
        let people = match (hours_per_week, from) {
            (Some(each), Some(from)) => Some((each, RestOfYear::new(employer.year(), from)?)),
            _ => None,
        };
        let plan = Some(Plan::new(changes)?).filter(|plan| !plan.changes().is_empty());
        let plan = plan.map(|plan| plan.effect(&employer, figures)).transpose()?;
        let compared = |scenario: Scenario| {
            let both = Comparison::of(&scenario.applied_to(&employer)?, figures)?;
            Ok(Compared { scenario, both })
        };
        let comparisons = scenarios.into_iter().map(compared).collect::<Result<_, Error>>()?;
        let ways = Gap::of(&assessment).map(|gap| {
            [Hiring::Employed, Hiring::HiredIn]
                .map(|way| Closing::of(&gap, way, people.as_ref(), language))
                .into()
        });
        let ways = Known::of(ways, language);
        Ok(Self { assessment, ways, plan, comparisons })
    }
}

/// A value, or why there is none.
struct Known<T>(Result<T, ErrorObject>);

impl<T> Known<T> {
    fn of(result: Result<T, Error>, language: Language) -> Self {
        Self(result.map_err(|error| ErrorObject::refused(&error, language)))
    }
}

impl<T: Serialize> Serialize for Known<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Ok(known) => known.serialize(serializer),
            Err(error) => Unknown { error }.serialize(serializer),
        }
    }
}

struct Unknown<'e> {
    error: &'e ErrorObject,
}

written! {
    Unknown<'_> as it {
        error: needed = it.error,
    }
}

/// The least hours of one kind that close the gap.
struct Closing {
    way: Hiring,
    next_step: Known<Option<Step>>,
    to_zero: Known<Hours>,
    to_quota: Known<Hours>,
    people: Option<Known<u32>>,
}

impl Closing {
    fn of(
        gap: &Gap<'_>,
        way: Hiring,
        people: Option<&(HoursPerWeek, RestOfYear)>,
        language: Language,
    ) -> Self {
        let to_zero = gap.to_zero(way);
        let people = people.map(|(each, rest)| {
            let number = to_zero.clone().and_then(|hours| rest.people(hours, *each));
            Known::of(number, language)
        });
        Self {
            way,
            next_step: Known::of(gap.next_step(way), language),
            to_zero: Known::of(to_zero, language),
            to_quota: Known::of(gap.to_quota(way), language),
            people,
        }
    }
}

written! {
    Closing as it {
        way: needed = it.way,
        hours_to_next_tenth: needed = it.next_step,
        hours_to_zero: needed = it.to_zero,
        hours_to_quota: needed = it.to_quota,
        people: optional = it.people,
    }
}

written! {
    Step as it {
        hours: needed = it.hours,
        quotumtekort: needed = it.outcome.quota().map(Quota::quotumtekort),
        saves: needed = it.saves,
    }
}

written! {
    Effect as it {
        before: needed = it.before,
        after: needed = it.after,
        saves: needed = it.saves,
    }
}

/// Both laws in one scenario.
struct Compared {
    scenario: Scenario,
    both: Comparison,
}

written! {
    Compared as it {
        scenario: needed = it.scenario.name,
        quotumheffing: needed = it.both.quotumheffing,
        wet_banenafspraak: needed = it.both.wet_banenafspraak,
        saves: needed = it.both.saves,
    }
}
serialize! { Advice, Unknown<'_>, Closing, Step, Effect, Compared }
