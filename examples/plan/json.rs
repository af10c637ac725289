//! The facts for a program: one JSON object.

use banenafspraak::planning::{Comparison, Effect, RestOfYear, Scenario, Standing};
use banenafspraak::{Error, Exact, Rounding, Unit};
use serde_json::{Value, json};

use crate::facts::{Closing, Facts, People};

pub(crate) fn of(facts: &Facts) -> String {
    let calendar =
        banenafspraak::QuotumDates::of(facts.outcome.year()).map(|dates| dates.calendar());
    let calendar = calendar.iter().flatten().map(|(name, date)| {
        json!({"name": name.word(), "date": date.to_string(), "source": name.source().to_string()})
    });
    let plan = facts.plan.as_ref().map(|plan| {
        json!({
            "quotumheffing": effect(&plan.quotumheffing),
            "wet_banenafspraak": plan.wet_banenafspraak.as_ref().map(effect),
        })
    });
    let all = json!({
        "assessment": facts.outcome,
        "ways": facts.ways.each_ref().map(closing),
        "people": facts.people.as_ref().map(people),
        "plan": plan,
        "next_year": facts.next_year,
        "comparisons": facts.comparisons.iter().map(comparison).collect::<Vec<_>>(),
        "calendar": calendar.collect::<Vec<_>>(),
    });
    format!("{all}\n")
}

fn closing(closing: &Closing) -> Value {
    let step = closing.next_step.as_ref().map(|step| {
        json!({
            "hours": step.hours,
            "quotumtekort": step.outcome.quotumtekort().ok(),
            "saves": step.saves,
        })
    });
    json!({
        "way": closing.way.word(),
        "hours_to_next_tenth": step,
        "hours_to_zero": closing.to_zero.ok(),
        "hours_to_quota": closing.to_quota.ok(),
    })
}

fn people(people: &People) -> Value {
    let from = |rest: &RestOfYear| rest.from().to_string();
    let instead = people.instead.as_ref().map(|instead| {
        json!({
            "people": instead.people,
            "hours_per_week": instead.each.ok(),
            "latest_from": instead.latest.as_ref().ok().map(from),
        })
    });
    json!({
        "way": people.way.word(),
        "hours_per_week": people.each,
        "from": from(&people.rest),
        "days": people.rest.days(),
        "people": people.number,
        "hours": people.hours,
        "effect": effect(&people.effect),
        "with_one_fewer": people.one_fewer.as_ref().map(effect),
        "loonkostenvoordeel": people.lkv,
        "instead": instead,
    })
}

fn effect(effect: &Effect) -> Value {
    json!({"before": effect.before, "after": effect.after, "saves": effect.saves()})
}

fn comparison((scenario, both): &(Scenario, Comparison)) -> Value {
    json!({
        "scenario": scenario.name,
        "labels": {
            "activation_decided_in": word(scenario.activation_decided_in.label()),
            "surcharge_percentage": word(scenario.surcharge_percentage.label()),
            "bonus_per_hour": word(scenario.bonus_per_hour.label()),
            "bonus_maximum": word(scenario.bonus_maximum.label()),
            "average_premium_wage_two_years_before":
                word(scenario.average_premium_wage_two_years_before.label()),
        },
        "quotumheffing": both.quotumheffing,
        "wet_banenafspraak": both.wet_banenafspraak,
        "saves": both.saves(),
        "break_even": {
            "jobs": rounded(both.break_even_jobs(), Rounding::up(1)),
            "surcharge_percentage": rounded(both.break_even_surcharge(), Rounding::half_up(4)),
            "bonus_per_hour": both.break_even_bonus().ok().flatten()
                .and_then(|rate| rounded(Ok(rate), Rounding::up(2))),
        },
    })
}

const fn word(label: Standing) -> &'static str {
    label.word()
}

fn rounded<U: Unit>(exact: Result<Exact<U>, Error>, rounding: Rounding) -> Option<U> {
    exact.and_then(|exact| exact.rounded(rounding)).ok()
}
