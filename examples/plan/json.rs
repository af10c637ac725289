//! The facts for a program: one JSON object.

use banenafspraak::law::{QuotumDates, Regime};
use banenafspraak::planning::{Comparison, Effect, Label, RestOfYear, Scenario, Step};
use banenafspraak::unit::{Exact, Rounding, Unit};
use banenafspraak::{Error, Language, Quota};
use serde::Serialize;
use serde_json::{Value, json};

use crate::facts::{Closing, Facts, People};

pub(crate) fn of(facts: &Facts, language: Language) -> String {
    // They are dates of the quotumheffing.
    let has_dates = facts.outcome.regime() == Regime::Quotumheffing;
    let calendar = QuotumDates::of(facts.employer.year()).calendar();
    let calendar = calendar.into_iter().filter(|_| has_dates).map(|(name, date)| {
        json!({"name": name.word(), "date": date.to_string(), "source": name.source().to_string()})
    });
    let plan = facts.plan.as_ref().map(|plan| {
        json!({
            "quotumheffing": effect(&plan.quotumheffing),
            "wet_banenafspraak": plan.wet_banenafspraak.as_ref().map(effect),
        })
    });
    let all = json!({
        "coverage": facts.coverage,
        "hours_until": facts.hours_until.map(|day| day.to_string()),
        "assessment": facts.outcome,
        "with_changes": facts.planned,
        "ways": known(facts.ways.as_ref().map(|ways| ways.each_ref().map(|way| closing(way, language))), language),
        "people": facts.people.as_ref().map(|it| known(it.as_ref().map(|it| people(it, language)), language)),
        "plan": plan,
        "next_year": known(facts.next_year.as_ref(), language),
        "next_year_with_people": facts.next_year_with_people,
        "comparisons": facts.comparisons.iter().map(|it| comparison(it, language)).collect::<Vec<_>>(),
        "calendar": calendar.collect::<Vec<_>>(),
    });
    format!("{all}\n")
}

/// What is known, or why it is not.
fn known<T: Serialize>(result: Result<T, &Error>, language: Language) -> Value {
    let error = |error: &Error| {
        let message = error.localized(language).to_string();
        json!({"error": {"code": error.code(), "field": error.field(), "message": message}})
    };
    result.map_or_else(error, |known| json!(known))
}

fn closing(closing: &Closing, language: Language) -> Value {
    let step = |step: &Step| {
        json!({
            "hours": step.hours,
            "quotumtekort": step.outcome.quota().map(Quota::quotumtekort),
            "saves": step.saves,
        })
    };
    json!({
        "way": closing.way.word(),
        "hours_to_next_tenth": known(closing.next_step.as_ref().map(|next| next.as_ref().map(step)), language),
        "hours_to_zero": known(closing.to_zero.as_ref(), language),
        "hours_to_quota": known(closing.to_quota.as_ref(), language),
    })
}

fn people(people: &People, language: Language) -> Value {
    let from = |rest: &RestOfYear| rest.from().to_string();
    let instead = people.instead.as_ref().map(|instead| {
        json!({
            "people": instead.people,
            "hours_per_week": known(instead.each.as_ref(), language),
            "latest_from": known(instead.latest.as_ref().map(from), language),
        })
    });
    json!({
        "way": people.way.word(),
        "hours_per_week": people.each,
        "from": from(&people.rest),
        "days": people.rest.days(),
        "people": people.number,
        "hours": people.hours,
        "effect": known(people.effect.as_ref().map(effect), language),
        "with_one_fewer": people.one_fewer.as_ref().map(effect),
        "loonkostenvoordeel": people.lkv,
        "instead": instead,
    })
}

fn effect(effect: &Effect) -> Value {
    json!({"before": effect.before, "after": effect.after, "saves": effect.saves})
}

fn comparison((scenario, both): &(Scenario, Comparison), language: Language) -> Value {
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
        "saves": both.saves,
        "break_even": {
            "jobs": rounded(both.break_even_jobs().map(Some), Rounding::up(1), language),
            "surcharge_percentage":
                rounded(both.break_even_surcharge().map(Some), Rounding::half_up(4), language),
            "bonus_per_hour": rounded(both.break_even_bonus(), Rounding::up(2), language),
        },
    })
}

const fn word(label: Label) -> &'static str {
    label.word()
}

/// A fraction rounded; null where there is none, and why it is not known.
fn rounded<U: Unit + Serialize>(
    exact: Result<Option<Exact<U>>, Error>,
    rounding: Rounding,
    language: Language,
) -> Value {
    let exact = exact.and_then(|exact| exact.map(|exact| exact.rounded(rounding)).transpose());
    known(exact.as_ref(), language)
}
