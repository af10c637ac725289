//! A payroll as data: pieces in, outcomes and notes out, as JSON text.
#![cfg(all(feature = "serde", feature = "loonaangifte"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod common;

use std::fs;
use std::path::Path;

use banenafspraak::Language;
use banenafspraak::contract::{Options, PayrollSession, assess_payroll_json};
use common::example;
use serde_json::{Value, json};

fn open(setup: &Value) -> PayrollSession {
    PayrollSession::open(&setup.to_string(), Options::new()).unwrap()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn file(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The lines that the program writes as JSON.
fn program(args: &[&str]) -> Vec<Value> {
    let all = [args, &["--year", "2026", "--format", "json", "--keep-going"]].concat();
    let output = example("payroll", &all, b"");
    String::from_utf8(output.stdout).unwrap().lines().map(json).collect()
}

/// A table as an array of objects.
fn rows(csv: &[u8]) -> Value {
    let mut reader = csv::Reader::from_reader(csv);
    let header = reader.headers().unwrap().clone();
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        let cells = header.iter().zip(row.iter()).filter(|(_, cell)| !cell.is_empty());
        Value::Object(cells.map(|(name, cell)| (name.to_owned(), cell.into())).collect())
    });
    rows.collect()
}

const TABLES: [&str; 4] = ["employers", "register", "attributions", "records"];

/// In any order, as CSV or as rows, in one object or in pieces: what the program answers.
#[test]
fn a_session_answers_as_the_program_does() {
    let sample = |table: &str| file(&format!("examples/payroll/sample/{table}.csv"));
    let path = |table: &str| format!("examples/payroll/sample/{table}.csv");
    let paths = TABLES.map(path);
    let [employers, register, attributions, records] = paths.each_ref().map(String::as_str);
    let expected = program(&[
        "--employers",
        employers,
        "--register",
        register,
        "--attributions",
        attributions,
        "--records",
        records,
    ]);
    assert!(expected.len() > 3);
    let outcomes = |text: &str| json(text)["outcomes"].as_array().unwrap().clone();

    let mut backwards = open(&json!({"year": 2026}));
    for table in TABLES.iter().rev() {
        let added = json(&backwards.add(table, &sample(table)));
        assert_eq!(added["errors"], json!([]), "{table}");
    }
    assert_eq!(outcomes(&backwards.answer()), expected);
    // It can be asked again.
    assert_eq!(outcomes(&backwards.answer()), expected);

    let mut object = json!({"year": 2026});
    for table in TABLES {
        object[table] = rows(&sample(table));
    }
    let whole = assess_payroll_json(&object.to_string(), &Options::new());
    assert_eq!(outcomes(&whole), expected);

    // The records one by one.
    let mut pieces = object.clone();
    pieces.as_object_mut().unwrap().remove("records");
    let mut pieces = open(&pieces);
    for record in object["records"].as_array().unwrap() {
        let added = json(&pieces.add("records", json!([record]).to_string().as_bytes()));
        assert_eq!((&added["read"], &added["errors"]), (&json!(1), &json!([])));
    }
    assert_eq!(outcomes(&pieces.answer()), expected);
}

#[test]
fn wage_returns_are_answered_as_the_program_does() {
    let mut session = open(&json!({"year": 2026}));
    for table in ["employers", "register"] {
        session.add(table, &file(&format!("tests/loonaangifte/{table}.csv")));
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/loonaangifte");
    let mut messages: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path()).collect();
    messages.retain(|path| path.extension().is_some_and(|it| it == "xml"));
    for path in messages.iter().rev() {
        let added = json(&session.add_wage_return(&fs::read(path).unwrap()));
        assert_eq!(added["errors"], json!([]), "{}", path.display());
    }
    let expected = program(&[
        "--employers",
        "tests/loonaangifte/employers.csv",
        "--register",
        "tests/loonaangifte/register.csv",
        "--wage-returns",
        "tests/loonaangifte",
    ]);
    let answer = session.answer();
    assert_eq!(json(&answer)["outcomes"].as_array().unwrap(), &expected);
    // No BSN of the register is in it.
    let register = String::from_utf8(file("tests/loonaangifte/register.csv")).unwrap();
    let persons: Vec<_> = register.lines().skip(1).map(|row| &row[..9]).collect();
    assert!(persons.len() >= 2, "{register}");
    assert!(!persons.iter().any(|bsn| answer.contains(bsn)), "{answer}");
    assert_eq!(
        json(&session.add("records", b"employer\n"))["error"]["code"],
        "records_and_returns"
    );
}

/// What cannot be read is said at once and in the answer, and its employer is not assessed.
#[test]
fn a_row_that_cannot_be_read_refuses_its_employer() {
    let row = |employer: &str, hours: Value| {
        json!({"employer": employer, "person": "p-1", "period": "2026-y", "paid_hours": hours,
            "premium_wage": 0, "kind": "ordinary"})
    };
    let setup = json!({"year": 2026, "employers": [
        {"employer": "bakery", "sector": "markt"}, {"employer": "mill", "sector": "markt"}]});
    for (hours, code, field) in [
        (json!("1.664,50"), "not_a_number", json!("paid_hours")),
        (json!(0.125), "too_precise", json!("paid_hours")),
        (json!([]), "wrong_type", json!(null)),
    ] {
        let mut session = open(&setup);
        let records = json!([row("bakery", json!(100.5)), row("mill", hours)]);
        let added = json(&session.add("records", records.to_string().as_bytes()));
        let error = &added["errors"][0];
        assert_eq!(error["file"], "records");
        assert_eq!(error["line"], 2, "the second row");
        assert_eq!((&error["error"]["code"], &error["error"]["field"]), (&json!(code), &field));
        let answer = json(&session.answer());
        assert_eq!(answer["errors"][0], *error);
        let refused: Vec<_> =
            answer["outcomes"].as_array().unwrap().iter().map(|it| &it["error"]["code"]).collect();
        if code == "wrong_type" {
            // Nobody knows whose rows were in it.
            assert_eq!(answer["outcomes"], json!([]), "{answer}");
        } else {
            assert_eq!(refused, [&Value::Null, &json!("unread_lines")], "{answer}");
        }
    }
}

#[test]
fn what_is_no_setup_no_table_and_no_json_is_an_error_object() {
    let error = |setup: &str| json(&PayrollSession::open(setup, Options::new()).unwrap_err());
    assert_eq!(error("{}")["error"]["field"], "year");
    assert_eq!(error("{\"year\": 2026, \"colour\": 1}")["error"]["code"], "unknown_field");
    assert_eq!(error("{")["error"]["code"], "invalid_json");
    let mut session = open(&json!({"year": 2026}));
    assert_eq!(json(&session.add("wages", b""))["error"]["code"], "unknown_word");
    assert_eq!(json(&session.add("records", b"[{"))["error"]["code"], "invalid_json");
    let missing = json(&session.add("records", b"employer\n"));
    assert_eq!(missing["errors"][0]["error"]["code"], "missing_column");
    let xml = json(&session.add_wage_return(b"<html/>"));
    assert_eq!(xml["errors"][0]["file"], "wage_return");
    let dutch = PayrollSession::open("{}", Options::new().in_language(Language::Nl)).unwrap_err();
    assert_eq!(json(&dutch)["error"]["message"], "jaar (year): ontbreekt");
}

/// A table that is given again replaces the one before, with its errors.
#[test]
fn a_table_that_is_given_again_replaces_the_first() {
    let mut session = open(&json!({"year": 2026}));
    session.add("employers", b"employer,sector\nbakery,region\n");
    session.add("employers", b"employer,sector\nbakery,markt\n");
    session.add(
        "records",
        b"employer,person,period,paid_hours,premium_wage,kind\nbakery,p-1,2026-y,100,0,ordinary\n",
    );
    session.add("register", b"person,from,until\np-2,2020-01-01,\n");
    session.add("register", b"person,from,until\np-1,2020-01-01,\n");
    let answer = json(&session.answer());
    assert_eq!(answer["errors"], json!([]));
    assert_eq!(answer["outcomes"][0]["realised_hours"], "100");
}
