//! Receipts: written, read back and verified (contract, Receipts).
#![cfg(feature = "serde")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod common;

use std::fs;
use std::path::PathBuf;

use banenafspraak::contract::{DifferenceKind, EmployerInput, SavedReceipt, Verification};
use banenafspraak::{EmployerYear, Figures, Language, assess, assess_with};
use common::calculator;
use serde_json::{Value, json};

const SAMPLE: &str = include_str!("../examples/calculator/sample.jsonl");

fn employers() -> Vec<EmployerYear> {
    let inputs = SAMPLE.lines().map(|line| EmployerInput::from_json(line.as_bytes()).unwrap());
    inputs.filter_map(|input| input.employer.ok()).collect()
}

fn receipt(employer: &EmployerYear) -> Value {
    serde_json::to_value(assess(employer).unwrap().receipt()).unwrap()
}

fn read(receipt: &Value) -> Result<SavedReceipt, banenafspraak::Error> {
    SavedReceipt::from_json(receipt.to_string().as_bytes()).unwrap()
}

fn verified(receipt: &Value) -> Verification {
    read(receipt).unwrap().verify()
}

/// The receipt as if it had been written with this content: with its own digest.
fn sealed(mut receipt: Value) -> Value {
    let differences = verified(&receipt).differences;
    let digest = differences.into_iter().find(|it| it.kind == DifferenceKind::Content);
    if let Some(digest) = digest {
        receipt["sha256"] = digest.is.unwrap().into();
    }
    receipt
}

/// Every value of a receipt, by its path.
fn paths(node: &Value, path: &str, all: &mut Vec<String>) {
    match node {
        Value::Object(fields) => {
            for (name, node) in fields {
                paths(node, &format!("{path}/{name}"), all);
            }
        }
        Value::Array(items) => {
            for (index, node) in items.iter().enumerate() {
                paths(node, &format!("{path}/{index}"), all);
            }
        }
        _ => all.push(path.to_owned()),
    }
}

/// Another value of the same type.
fn tampered(value: &Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_i64().unwrap() - 1),
        Value::Bool(value) => json!(!value),
        Value::Null => json!("0"),
        Value::String(text) => match text.as_bytes().last() {
            Some(b'1') => format!("{}2", text.split_at(text.len() - 1).0).into(),
            Some(last) if last.is_ascii_digit() => {
                format!("{}1", text.split_at(text.len() - 1).0).into()
            }
            _ => format!("{text}x").into(),
        },
        other => panic!("{other}"),
    }
}

#[test]
fn a_receipt_is_written_read_back_and_verified() {
    let employers = employers();
    assert!(employers.len() > 3);
    for employer in &employers {
        let verification = verified(&receipt(employer));
        assert!(verification.is_the_same(), "{verification:?}");
        assert_eq!(verification.differences, []);
        assert_eq!(verification.id.as_deref(), employer.id());
    }
}

/// Each value of each receipt, changed alone, is found: named where it changes the outcome or is a figure.
#[test]
fn each_field_of_a_receipt_that_is_tampered_with_is_found() {
    for employer in employers() {
        let receipt = receipt(&employer);
        let mut all = Vec::new();
        paths(&receipt, "", &mut all);
        assert!(all.len() > 40, "{all:?}");
        for path in all {
            let mut changed = receipt.clone();
            let value = changed.pointer_mut(&path).unwrap();
            *value = tampered(value);
            // It is no receipt, or not the same one.
            let Ok(saved) = read(&changed) else { continue };
            let verification = saved.verify();
            assert!(!verification.is_the_same(), "{path}: {changed}");
            let named = |kind| verification.differences.iter().any(|it| it.kind == kind);
            assert!(named(DifferenceKind::Content), "{path}");
            let kind = match path.split('/').nth(1).unwrap() {
                "outcome" => DifferenceKind::Outcome,
                "crate_version" => DifferenceKind::Version,
                "figures_fingerprint" => DifferenceKind::FigureSet,
                "sha256" | "input" => DifferenceKind::Content,
                // One that is now said to be of a caller is used, and gives another set.
                "figures" if path.ends_with("provenance") => DifferenceKind::Content,
                "figures" => DifferenceKind::Figure,
                other => panic!("{other}"),
            };
            assert!(named(kind), "{path}: {:?}", verification.differences);
        }
    }
}

#[test]
fn a_field_that_is_missing_or_unknown_makes_it_no_receipt() {
    let whole = receipt(&employers()[0]);
    for name in whole.as_object().unwrap().keys() {
        let mut without = whole.clone();
        without.as_object_mut().unwrap().remove(name);
        let error = read(&without).unwrap_err();
        assert_eq!((error.code(), error.field().as_deref()), ("missing_field", Some(&**name)));
    }
    let mut more = whole;
    more["extra"] = json!(1);
    assert_eq!(read(&more).unwrap_err().code(), "unknown_field");
}

/// A later version with more figures computes the same: that is said, and is no difference.
#[test]
fn another_version_and_figure_set_alone_are_no_difference() {
    let mut old = receipt(&employers()[0]);
    old["crate_version"] = json!("0.0.1");
    old["figures_fingerprint"] = json!("0".repeat(64));
    let verification = verified(&sealed(old));
    assert!(verification.is_the_same(), "{verification:?}");
    assert_eq!(
        verification.localized(Language::En).to_string(),
        "the same\n  the figures as a whole are others\n  written by version 0.0.1, this is 0.1.0"
    );
    assert_eq!(
        verification.localized(Language::Nl).to_string(),
        "gelijk\n  de cijfers als geheel zijn andere\n  geschreven door versie 0.0.1, dit is 0.1.0"
    );
}

/// Sealed anew, a wrong outcome or figure is found all the same.
#[test]
fn an_outcome_that_does_not_follow_from_its_input_is_found() {
    let mut wrong = receipt(&employers()[0]);
    wrong["outcome"]["quotumheffing"] = json!("1.00");
    wrong["figures"][0]["value"] = json!("9.99");
    let verification = verified(&sealed(wrong));
    assert_eq!(
        verification.localized(Language::Nl).to_string(),
        "niet gelijk\n  waarde (quotumpercentage.value): 9,99 in het bewijs, nu 2,58\n  \
         quotumheffing: 1,00 in het bewijs, nu 16000,00"
    );
    let found = verification.differences.iter().map(|it| (it.kind, &*it.field));
    assert_eq!(
        found.collect::<Vec<_>>(),
        [
            (DifferenceKind::Figure, "quotumpercentage.value"),
            (DifferenceKind::Outcome, "quotumheffing"),
        ]
    );
}

/// A figure of the caller's own is in the receipt, and is computed with again.
#[test]
fn a_figure_of_the_callers_own_is_verified_as_given() {
    let own: Figures = serde_json::from_value(json!([
        {"figure": "quotumpercentage", "sector": "overheid", "year": 2026, "value": "2.9", "source": "ours"}
    ]))
    .unwrap();
    let employer = banenafspraak::sample::school().unwrap();
    let receipt = assess_with(&employer, &own).unwrap().receipt();
    let receipt = serde_json::to_value(receipt).unwrap();
    assert_eq!(receipt["figures"][0]["provenance"], "given");
    assert_eq!(verified(&receipt).differences, []);
    let mut wrong = receipt;
    wrong["figures"][0]["value"] = json!("2.8");
    assert!(!verified(&sealed(wrong)).is_the_same());
}

/// The digest can be checked by others: RFC 8785 and SHA-256.
#[test]
fn the_digest_does_not_depend_on_the_order_of_fields() {
    let receipt = receipt(&employers()[0]);
    // serde_json's map is in order of names.
    let sorted = receipt.to_string();
    assert!(SavedReceipt::from_json(sorted.as_bytes()).unwrap().unwrap().verify().is_the_same());
    let as_written = serde_json::to_string(&assess(&employers()[0]).unwrap().receipt()).unwrap();
    assert!(as_written.starts_with("{\"crate_version\""));
    assert!(
        SavedReceipt::from_json(as_written.as_bytes()).unwrap().unwrap().verify().is_the_same()
    );
}

/// An input that cannot be assessed is an error of the verification, in both languages.
#[test]
fn an_input_that_is_refused_is_said() {
    let mut wrong = receipt(&employers()[0]);
    wrong["input"]["paid_hours"] = json!("-1");
    let verification = verified(&sealed(wrong));
    assert!(!verification.is_the_same());
    assert_eq!(
        verification.localized(Language::Nl).to_string(),
        "niet gelijk\n  verloonde uren (paid_hours): `-1` is negatief; minimaal 0"
    );
    let json = serde_json::to_value(&verification).unwrap();
    assert_eq!((&json["same"], &json["error"]["code"]), (&json!(false), &json!("negative")));
}

/// Contract, Receipts: `--receipt` writes, `--verify` says what differs; status 0 only if all are the same.
#[test]
fn the_calculator_writes_receipts_and_verifies_them() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("receipts");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("receipts.jsonl");
    let path = file.to_str().unwrap();
    let _ = fs::remove_file(&file);
    assert_eq!(calculator(&["--receipt", path], b"").status.code(), Some(0));
    let written = fs::read_to_string(&file).unwrap();
    assert_eq!(written.lines().count(), SAMPLE.lines().count());
    // A file that exists is not replaced unasked.
    assert_eq!(calculator(&["--receipt", path], b"").status.code(), Some(1));
    assert_eq!(calculator(&["--receipt", path, "--force"], b"").status.code(), Some(0));

    let output = calculator(&["--verify", path], b"");
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        text.lines().filter(|line| line.ends_with(": the same")).count(),
        text.lines().count()
    );

    let changed = written.replacen("\"quotumtekort\":\"1.4\"", "\"quotumtekort\":\"0.4\"", 1);
    assert_ne!(changed, written);
    let output = calculator(&["--verify", "-"], format!("{changed}\n{{}}\nnone").as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    for line in [
        "line 2, school-2: not the same\n  changed after it was written\n  quotumtekort: 0.4 in the receipt, 1.4 now\n",
        "line 10: crate_version: missing [missing_field]\n",
        "line 11: expected ident at column 2 [invalid_json]\n",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let output = calculator(&["--verify", "-", "--format", "json"], changed.as_bytes());
    let second: Value =
        serde_json::from_slice(output.stdout.split(|it| *it == b'\n').nth(1).unwrap()).unwrap();
    assert_eq!((&second["line"], &second["same"]), (&json!(2), &json!(false)));

    let nothing = calculator(&["--verify", "-"], b"\n");
    assert_eq!((nothing.status.code(), nothing.stdout.len()), (Some(1), 0));
}
