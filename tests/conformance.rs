//! The inputs and outputs that every language is held to: `examples/embed/conformance.jsonl`.
//!
//! `CONFORMANCE=write cargo test --test conformance` writes it anew.
#![cfg(feature = "serde")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod common;

use std::fs;
use std::path::PathBuf;

use banenafspraak::contract::{EmployerInput, assess_json};
use banenafspraak::{Levy, assess};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples/embed/conformance.jsonl")
}

/// Hours as a caller may write them.
fn hours(most: u32) -> impl Strategy<Value = Value> {
    (0..most, 0_u32..4, any::<bool>()).prop_map(|(hours, hundredths, as_text)| {
        let text = match hundredths {
            0 => hours.to_string(),
            other => format!("{hours}.{}", other * 25),
        };
        if as_text { json!(text) } else { serde_json::from_str(&text).unwrap() }
    })
}

fn scheme() -> impl Strategy<Value = Value> {
    (2020_u16..2028, 0_u32..200, hours(9_000_000), hours(9_000_000), prop::collection::vec(hours(2_000), 0..4)).prop_map(
        |(decided, surcharge, wage, before, workers)| {
            let workers: Vec<_> = workers.into_iter().map(|hours| json!({"paid_hours": hours})).collect();
            json!({"activation_decided_in": decided, "surcharge_percentage": format!("0.{surcharge:03}"),
                "bonus_per_hour": "3.77", "bonus_maximum": "5000", "premium_wage": wage,
                "premium_wage_two_years_before": before,
                "average_premium_wage_two_years_before": "43300", "bonus_workers": workers})
        },
    )
}

fn input() -> impl Strategy<Value = Value> {
    let base = (hours(400_000), hours(3_000), hours(3_000));
    let doelgroep = (hours(9_000), prop::option::of(hours(500)), prop::option::of(hours(500)));
    let percentage =
        prop::option::of((0_u32..400).prop_map(|it| format!("{}.{:02}", it / 100, it % 100)));
    let previous = prop::option::weighted(0.8, hours(400_000));
    (
        (2016_u16..2032, any::<bool>(), base, doelgroep),
        (percentage, previous, prop::option::weighted(0.25, scheme()), prop::option::of(any::<bool>())),
    )
        .prop_map(|((year, overheid, base, doelgroep), (percentage, previous, scheme, complete))| {
            let mut input = json!({
                "id": format!("é-{year}"), "year": year, "sector": if overheid { "overheid" } else { "markt" },
                "paid_hours": base.0, "lent_out_agency_hours": base.1, "wsw_hours": base.2,
                "doelgroep_hours": doelgroep.0, "previous_year": previous.map(|hours| json!({"paid_hours": hours})),
            });
            for (name, value) in [
                ("doelgroep_hours_attributed_out", doelgroep.1),
                ("doelgroep_hours_attributed_in", doelgroep.2),
                ("quotumpercentage", percentage.map(Value::from)),
                ("scheme", scheme),
                ("complete", complete.map(Value::from)),
            ] {
                if let Some(value) = value {
                    input[name] = value;
                }
            }
            input
        })
}

/// Ways in which an input can be wrong, one at a time.
fn wrong() -> Vec<Value> {
    let good: Value = serde_json::from_str(
        r#"{"id":"school","year":2026,"sector":"overheid","paid_hours":"180000","doelgroep_hours":"2662","previous_year":{"paid_hours":"178000"}}"#,
    )
    .unwrap();
    let mut all = Vec::new();
    for name in ["year", "sector", "paid_hours", "doelgroep_hours", "previous_year"] {
        let mut without = good.clone();
        without.as_object_mut().unwrap().remove(name);
        all.push(without);
    }
    for (name, values) in [
        ("year", json!(["26", 999, 3000, true, "2026.5", null])),
        ("sector", json!(["Overheid", "", 5, null])),
        (
            "paid_hours",
            json!(["-1", "1.234", "1,5", "1e3", "007", "", " 1", [], {}, "99999999999999", false]),
        ),
        ("doelgroep_hours", json!(["-0.01", "180000.01", "veel"])),
        ("doelgroep_hours_attributed_out", json!(["2662.01", "-1"])),
        ("quotumpercentage", json!(["100.1", "-1", "2.1234567", "2,1"])),
        ("previous_year", json!([5, [], {"paid_hours": "-1"}, {"hours": "1"}, {}])),
        ("complete", json!(["yes", 1])),
        ("hours_until", json!(["2026-02-30", "31-12-2026", 5])),
        (
            "missing",
            json!([5, [5], [{"from": "2026-01-01"}], [{"from": "2026-02-01", "until": "2026-01-01"}]]),
        ),
        ("scheme", json!([5, {}, {"activation_decided_in": 2024}])),
        ("colour", json!(["blue"])),
    ] {
        for value in values.as_array().unwrap() {
            let mut wrong = good.clone();
            wrong[name] = value.clone();
            all.push(wrong);
        }
    }
    all
}

fn inputs() -> Vec<Value> {
    let config = Config { failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let made = (0..260).map(|_| input().new_tree(&mut runner).unwrap().current());
    made.chain(wrong()).chain([json!({}), json!([]), json!(null), json!(5)]).collect()
}

fn line(input: &Value) -> String {
    let input = input.to_string();
    format!("{{\"input\":{input},\"output\":{}}}\n", assess_json(&input))
}

/// The library gives each output to the byte; nothing is missing from the file.
#[test]
fn the_file_has_what_the_library_answers() {
    if std::env::var("CONFORMANCE").is_ok_and(|it| it == "write") {
        fs::write(path(), inputs().iter().map(line).collect::<String>()).unwrap();
    }
    let file = fs::read_to_string(path()).unwrap();
    let mut codes = std::collections::BTreeSet::new();
    for written in file.lines() {
        let row: Value = serde_json::from_str(written).unwrap();
        let begin = written.strip_prefix("{\"input\":").unwrap();
        let (input, output) = begin.rsplit_once(",\"output\":").unwrap();
        assert_eq!(format!("{}}}", assess_json(input)), output);
        if let Some(code) = row["output"]["error"]["code"].as_str() {
            codes.insert(code.to_owned());
        }
    }
    assert!(file.lines().count() >= 300, "{}", file.lines().count());
    assert!(codes.len() >= 10, "{codes:?}");
}

/// Each outcome of the quotumheffing is that of the plain integers.
#[test]
fn the_outputs_agree_with_an_independent_reading() {
    let file = fs::read_to_string(path()).unwrap();
    let mut compared = 0;
    for row in file.lines() {
        let row: Value = serde_json::from_str(row).unwrap();
        let read: EmployerInput = serde_json::from_value(row["input"].clone()).unwrap();
        let Ok(employer) = read.employer else { continue };
        let Ok(outcome) = assess(&employer) else { continue };
        let Levy::Quotumheffing { .. } = outcome.levy() else { continue };
        if row["output"].get("quotumtekort").is_none() {
            continue;
        }
        // A = paid less agency and Wsw hours; C = own less out plus in; all in hundredths.
        let hundredths = |value: &Value| -> i128 {
            let text = match value {
                Value::Null => return 0,
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
            format!("{whole}{decimals:0<2}").parse().unwrap()
        };
        let input = &row["input"];
        let of = |name: &str| hundredths(input.get(name).unwrap_or(&Value::Null));
        let base = of("paid_hours") - of("lent_out_agency_hours") - of("wsw_hours");
        let realised = of("doelgroep_hours") - of("doelgroep_hours_attributed_out")
            + of("doelgroep_hours_attributed_in");
        // In hundredths of a percent: no percentage here has more decimals.
        let percentage = hundredths(&row["output"]["quotumpercentage"]);
        let required = base * percentage;
        let short = (required - realised * 10_000).max(0);
        // Tenths of a job of 1,331 hours, down.
        let tenths = short * 10 / (10_000 * 133_100);
        let expected = format!("{}.{}", tenths / 10, tenths % 10);
        assert_eq!(row["output"]["quotumtekort"], expected, "{row}");
        compared += 1;
    }
    assert!(compared > 80, "{compared}");
}
