//! The JSON Schema that is shipped, held against what the library reads and writes.

use banenafspraak::contract::{
    EmployerInput, JSON_SCHEMA, Options, PayrollSession, SavedReceipt, assess_json, plan_json,
};
use banenafspraak::planning::{Plan, Scenario};
use banenafspraak::{Figures, assess};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};

const SAMPLE: &str = include_str!("../../examples/calculator/sample.jsonl");

fn schema() -> Value {
    serde_json::from_str(JSON_SCHEMA).unwrap()
}

/// The validator of one object of the contract.
fn of(name: &str) -> Validator {
    let mut schema = schema();
    schema["$ref"] = format!("#/$defs/{name}").into();
    jsonschema::options().build(&schema).unwrap()
}

fn is_valid(validator: &Validator, value: &Value) -> Result<(), String> {
    validator
        .validate(value)
        .map_err(|error| format!("{}: {error}: {value}", error.instance_path()))
}

/// The first lines of the sample, with every field that an employer can have.
fn whole() -> Value {
    let mut whole: Value = serde_json::from_str(SAMPLE.lines().next().unwrap()).unwrap();
    for (name, value) in [
        ("lent_out_agency_hours", json!("0.5")),
        ("wsw_hours", json!(12)),
        ("doelgroep_hours_attributed_out", json!("1")),
        ("quotumpercentage", json!(2.58)),
        ("complete", json!(false)),
        ("previous_year_complete", json!(true)),
        ("hours_until", json!("2026-08-31")),
        ("missing", json!([{"administration": null, "from": "2026-09-01", "until": "2026-12-31"}])),
        (
            "scheme",
            json!({"activation_decided_in": 2024, "surcharge_percentage": "0.25",
                "bonus_per_hour": "3.77", "bonus_maximum": 5000, "premium_wage": "5000000",
                "premium_wage_two_years_before": "4800000",
                "average_premium_wage_two_years_before": "43300", "became_employer_in": 2020,
                "bonus_workers": [{"paid_hours": "1331"}]}),
        ),
    ] {
        whole[name] = value;
    }
    whole
}

fn read(input: &Value) -> Result<(), banenafspraak::Error> {
    let input = EmployerInput::from_json(input.to_string().as_bytes()).unwrap();
    input.employer.map(|_| ())
}

#[test]
fn the_schema_is_one_and_each_of_its_fields_is_described() {
    fn described(path: &str, node: &Value) {
        let Value::Object(fields) = node else { return };
        for (name, node) in fields {
            if name == "properties" {
                for (field, property) in node.as_object().unwrap() {
                    let is_described = property.get("description").is_some()
                        || property.get("$ref").is_some()
                        || property["anyOf"][0].get("$ref").is_some();
                    assert!(is_described, "{path}.{field}");
                }
            }
            described(&format!("{path}.{name}"), node);
        }
    }
    let schema = schema();
    jsonschema::meta::validate(&schema).unwrap();
    for (name, object) in schema["$defs"].as_object().unwrap() {
        assert!(object.get("description").is_some(), "{name}");
    }
    described("", &schema["$defs"]);
}

#[test]
fn the_samples_and_their_answers_are_valid() {
    let (employer, answer, receipt) = (of("employer"), of("answer"), of("receipt"));
    let lines = SAMPLE.lines().map(|line| serde_json::from_str(line).unwrap());
    for input in lines.chain([whole()]) {
        is_valid(&employer, &input).unwrap();
        let text = input.to_string();
        is_valid(&answer, &serde_json::from_str(&assess_json(&text)).unwrap()).unwrap();
        let read: EmployerInput = serde_json::from_str(&text).unwrap();
        let outcome = assess(&read.employer.unwrap()).unwrap();
        let explained = outcome.explained(banenafspraak::Language::Nl);
        is_valid(&answer, &serde_json::to_value(explained).unwrap()).unwrap();
        let written = serde_json::to_value(outcome.receipt()).unwrap();
        is_valid(&receipt, &written).unwrap();
        let saved = SavedReceipt::from_json(written.to_string().as_bytes()).unwrap().unwrap();
        let verification = serde_json::to_value(saved.verify()).unwrap();
        is_valid(&of("verification"), &verification).unwrap();
    }
    for refused in ["{}", "no json", r#"{"id": "school", "year": 5}"#] {
        is_valid(&answer, &serde_json::from_str(&assess_json(refused)).unwrap()).unwrap();
    }
}

/// What the schema knows the library knows; what it does not know, the library refuses.
#[test]
fn the_schema_and_the_library_know_the_same_fields() {
    let employer = of("employer");
    let whole = whole();
    let (mut all, fields) = (0, schema()["$defs"]["employer"]["properties"].clone());
    for name in fields.as_object().unwrap().keys() {
        assert!(whole.get(name).is_some(), "the example has no {name}");
        let mut without = whole.clone();
        without.as_object_mut().unwrap().remove(name);
        // A field that is needed by both.
        let code = read(&without).err().map(|error| error.code());
        assert_eq!(is_valid(&employer, &without).is_ok(), code != Some("missing_field"), "{name}");
        all += 1;
    }
    assert_eq!(all, whole.as_object().unwrap().len());
    for (object, place) in
        [("", whole.clone()), ("scheme", whole.clone()), ("missing", whole.clone())]
    {
        let mut more = place;
        let inside = match object {
            "" => &mut more,
            "missing" => &mut more["missing"][0],
            name => &mut more[name],
        };
        inside["colour"] = json!("blue");
        assert!(is_valid(&employer, &more).is_err());
        assert_eq!(read(&more).unwrap_err().code(), "unknown_field");
    }
}

/// Plans, scenarios and figures of one's own.
#[test]
fn plans_scenarios_and_figures_are_valid_in_and_out() {
    let plan = json!([
        {"change": "hire", "who": "doelgroep", "people": 2, "hours_per_week": "24", "from": "2026-09-01"},
        {"change": "hours", "who": "other", "hours_per_week": "24", "new_hours_per_week": "20",
            "from": "2026-09-01", "until": "2026-12-31", "premium_wage_per_hour": "20.00"},
        {"change": "hire", "who": "doelgroep", "hours_per_week": "24", "from": "2026-09-01", "bonus_worker": "none"},
        {"change": "leave", "who": "hired_in", "hours_per_week": 8, "from": "2026-10-01"},
    ]);
    let scenario = json!({"name": "indicated",
        "activation_decided_in": {"value": 2027, "label": "own"},
        "surcharge_percentage": {"value": "0.25", "label": "own"},
        "bonus_per_hour": {"value": "3.77", "label": "indicative", "source": "Kamerstuk 34352, 138"},
        "bonus_maximum": {"value": "5000", "label": "indicative", "source": "Kamerstuk 34352, 138"},
        "average_premium_wage_two_years_before": {"value": "43300", "label": "own"}});
    let figures = json!([{"figure": "quotumpercentage", "sector": "markt", "year": 2026, "value": "2.1",
        "source": "our assumption"}]);
    for (name, value, again) in [
        (
            "plan",
            &plan,
            serde_json::to_value(serde_json::from_value::<Plan>(plan.clone()).unwrap()),
        ),
        (
            "scenario",
            &scenario,
            serde_json::to_value(serde_json::from_value::<Scenario>(scenario.clone()).unwrap()),
        ),
        (
            "figures",
            &figures,
            serde_json::to_value(serde_json::from_value::<Figures>(figures.clone()).unwrap()),
        ),
    ] {
        is_valid(&of(name), value).unwrap();
        is_valid(&of(name), &again.unwrap()).unwrap();
    }
}

/// A payroll with its tables, each piece and the answer.
#[test]
fn a_payroll_and_its_answers_are_valid() {
    let record = |hours: Value| {
        json!({"employer": "bakery", "person": "p-17", "period": "2026-y", "paid_hours": hours,
            "premium_wage": 30000, "kind": "ordinary", "asks_lkv": true, "filed_on": null})
    };
    let payroll = json!({"year": 2026, "allow_repeats": false, "show_persons": null,
        "scheme": {"activation_decided_in": 2024, "surcharge_percentage": "0.25", "bonus_per_hour": "3.77",
            "bonus_maximum": "5000", "average_premium_wage_two_years_before": "43300"},
        "employers": [{"employer": "bakery", "sector": "markt", "quotumpercentage": 2.1}],
        "register": [{"person": "p-17", "from": "2019-05-01", "until": null}],
        "attributions": [{"year": 2026, "lender": "agency", "borrower": "bakery", "person": "p-17", "hours": "8"}],
        "records": [record(json!("1664.50"))]});
    is_valid(&of("payroll"), &payroll).unwrap();
    for wrong in [json!(null), json!("-8"), json!("1.664,50")] {
        let mut session = PayrollSession::open(&payroll.to_string(), Options::new()).unwrap();
        let added = session.add("records", json!([record(wrong)]).to_string().as_bytes());
        is_valid(&of("payroll_added"), &serde_json::from_str(&added).unwrap()).unwrap();
        let message = session.add_wage_return(b"<html/>");
        let message: Value = serde_json::from_str(&message).unwrap();
        is_valid(&of("refusal"), &message).unwrap();
        let answer: Value = serde_json::from_str(&session.answer()).unwrap();
        is_valid(&of("payroll_answer"), &answer).unwrap();
        assert!(answer["outcomes"][0].is_object() && answer["notes"][0].is_object(), "{answer}");
    }
}

/// Options, plans and reports in, plans out.
#[test]
fn plans_and_options_are_valid_in_and_out() {
    let parameter = |value: &str| json!({"value": value, "label": "own"});
    let scenario = json!({"name": "ours", "activation_decided_in": parameter("2024"),
        "surcharge_percentage": parameter("0.23"), "bonus_per_hour": parameter("3.77"),
        "bonus_maximum": parameter("5000"), "average_premium_wage_two_years_before": parameter("43300")});
    let (question, answer) = (of("plan_question"), of("plan_answer"));
    let school: Value = serde_json::from_str(SAMPLE.lines().nth(1).unwrap()).unwrap();
    let mut market = school.clone();
    market["sector"] = json!("markt");
    let change =
        json!({"change": "hire", "who": "doelgroep", "hours_per_week": "24", "from": "2026-09-01"});
    for (employer, changes, scenarios) in [
        (whole(), json!([]), json!([scenario])),
        (school, json!([change]), Value::Null),
        (market, Value::Null, Value::Null),
    ] {
        let asked = json!({"employer": employer, "changes": changes, "scenarios": scenarios,
            "hours_per_week": 24, "from": "2026-09-01"});
        is_valid(&question, &asked).unwrap();
        let options = json!({"explain": true, "language": "nl", "figures": []});
        is_valid(&of("options"), &options).unwrap();
        let options = Options::from_json(&options.to_string()).unwrap();
        let answered = serde_json::from_str(&plan_json(&asked.to_string(), &options)).unwrap();
        is_valid(&answer, &answered).unwrap();
    }
}

/// A value of any kind for a field, most of them such as people write.
fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        6 => (0_i64..2_000_000, 0_u32..4).prop_map(|(units, decimals)| {
            let scale = 10_i64.pow(decimals);
            let width = decimals as usize;
            json!(match decimals {
                0 => units.to_string(),
                _ => format!("{}.{:0width$}", units / scale, units % scale),
            })
        }),
        3 => (0_u32..3_000_000).prop_map(|number| json!(number)),
        1 => (0_u32..300_000).prop_map(|number| json!(f64::from(number) / 100.0)),
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(|flag| json!(flag)),
        1 => "[-+0-9a-z,.e]{0,6}".prop_map(|text| json!(text)),
        1 => Just(json!([])),
        1 => Just(json!({})),
        1 => Just(json!("2026-02-30")),
        1 => Just(json!("overheid")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    /// What the library reads is valid; what is not valid it refuses; every answer is valid.
    #[test]
    fn what_the_library_reads_is_valid_and_so_is_each_answer(
        changes in prop::collection::vec((any::<prop::sample::Index>(), value()), 0..4),
        gone in prop::option::weighted(0.2, any::<prop::sample::Index>()),
    ) {
        let mut input = whole();
        let names: Vec<String> = input.as_object().unwrap().keys().cloned().collect();
        for (index, value) in changes {
            input[index.get(&names)] = value;
        }
        if let Some(index) = gone {
            input.as_object_mut().unwrap().remove(index.get(&names));
        }
        if read(&input).is_ok() {
            prop_assert_eq!(is_valid(&of("employer"), &input), Ok(()));
        }
        let answer = serde_json::from_str(&assess_json(&input.to_string())).unwrap();
        prop_assert_eq!(is_valid(&of("answer"), &answer), Ok(()));
    }
}
