//! What to do, as JSON text in and out.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use banenafspraak::Language;
use banenafspraak::contract::{Options, plan_json};
use serde_json::{Value, json};

fn question() -> Value {
    json!({"employer": {"id": "school", "year": 2026, "sector": "overheid", "paid_hours": "180000",
        "doelgroep_hours": "2662", "previous_year": {"paid_hours": "178000"}}})
}

fn answer(question: &Value, options: &Options) -> Value {
    serde_json::from_str(&plan_json(&question.to_string(), options)).unwrap()
}

/// The figures of the doc examples of `Gap`.
#[test]
fn the_least_hours_are_those_of_the_library() {
    let answer = answer(&question(), &Options::new());
    let [employed, hired_in] = [&answer["ways"][0], &answer["ways"][1]];
    assert_eq!(employed["hours_to_quota"], "2034.49");
    assert_eq!(employed["hours_to_zero"], "1897.87");
    assert_eq!(
        employed["hours_to_next_tenth"],
        json!({"hours": "121.75", "quotumtekort": "1.3", "saves": "500.00"})
    );
    assert_eq!(hired_in["hours_to_quota"], "1982");
    assert_eq!(answer["assessment"]["quotumtekort"], "1.4");
    assert!(answer.get("plan").is_none() && answer.get("comparisons").is_none());
}

#[test]
fn a_plan_and_scenarios_are_computed() {
    let mut asked = question();
    asked["changes"] = json!([{"change": "hire", "who": "doelgroep", "people": 5, "hours_per_week": "24", "from": "2026-09-01"}]);
    let planned = answer(&asked, &Options::new());
    assert_eq!(planned["plan"]["before"]["quotumtekort"], "1.4");
    assert_eq!(planned["plan"]["after"]["quotumtekort"], "0.0");
    assert_eq!(planned["plan"]["saves"], "7000.00");

    let parameter = |value: &str| json!({"value": value, "label": "own"});
    asked["scenarios"] = json!([{"name": "ours", "activation_decided_in": parameter("2024"),
        "surcharge_percentage": parameter("0.23"), "bonus_per_hour": parameter("3.77"),
        "bonus_maximum": parameter("5000"), "average_premium_wage_two_years_before": parameter("43300")}]);
    // Its wages are not known.
    assert_eq!(answer(&asked, &Options::new())["error"]["field"], "scheme");
    asked["employer"]["scheme"] = json!({"activation_decided_in": 2024, "surcharge_percentage": "0.5",
        "bonus_per_hour": "1", "bonus_maximum": "1", "premium_wage": "5000000",
        "premium_wage_two_years_before": "4800000", "average_premium_wage_two_years_before": "43300",
        "bonus_workers": [{"paid_hours": "1331"}, {"paid_hours": "1331"}]});
    asked["changes"] = json!([]);
    let compared = answer(&asked, &Options::new());
    let compared = &compared["comparisons"][0];
    assert_eq!(compared["wet_banenafspraak"]["inclusiviteitsheffing"], "11500.00");
    assert_eq!(compared["quotumheffing"]["quotumheffing"], "7000.00");
}

#[test]
fn what_cannot_be_answered_says_why_in_the_language_asked_for() {
    let dutch = Options::new().in_language(Language::Nl);
    let mut market = question();
    market["employer"]["sector"] = json!("markt");
    let unknown = answer(&market, &dutch);
    assert_eq!(unknown["ways"]["error"]["code"], "unknown_figure");
    assert_ne!(unknown["ways"], answer(&market, &Options::new())["ways"]);
    let mut outside = question();
    (outside["hours_per_week"], outside["from"]) = (json!(24), json!("2027-01-01"));
    assert_eq!(answer(&outside, &dutch)["error"]["code"], "not_in_year");
    assert_eq!(
        answer(&json!({"employer": {"year": 5}}), &dutch)["error"]["field"],
        "employer.year"
    );
    assert_eq!(answer(&json!({"colour": 5}), &dutch)["error"]["code"], "unknown_field");
}
