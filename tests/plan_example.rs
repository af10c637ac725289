//! The example `plan` as a process: what it answers, what it refuses, and its exit status.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::fs;
use std::path::PathBuf;

use common::example;
use serde_json::Value;

const SCHOOL: &[&str] = &[
    "--year",
    "2026",
    "--sector",
    "overheid",
    "--paid-hours",
    "180000",
    "--paid-hours-previous-year",
    "178000",
    "--doelgroep-hours",
    "2662",
];

/// What it writes, what it says on standard error, and its exit status.
fn plan(args: &[&str], input: &str) -> (String, String, i32) {
    let output = example("plan", args, input.as_bytes());
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

fn json(args: &[&str]) -> Value {
    let (out, told, status) = plan(&[args, &["--format", "json"]].concat(), "");
    assert_eq!(status, 0, "{told}");
    serde_json::from_str(&out).unwrap()
}

fn file(name: &str, text: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("plan");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), text).unwrap();
    folder.join(name).to_str().unwrap().to_owned()
}

#[test]
fn people_hours_and_start_dates_are_answered() {
    let all = json(&[SCHOOL, &["--from", "2026-09-01", "--people", "4"]].concat());
    assert_eq!(all["ways"][0]["hours_to_zero"], "1897.87");
    assert_eq!(all["ways"][1]["hours_to_quota"], "1982");
    let people = &all["people"];
    assert_eq!((&people["people"], &people["days"]), (&5.into(), &122.into()));
    assert_eq!(people["effect"]["saves"], "7000.00");
    assert_eq!(people["effect"]["after"]["quotumtekort"], "0.0");
    assert_eq!(people["with_one_fewer"]["after"]["quotumtekort"], "0.2");
    // 418.28 x 1.01 = 422.46 for each of five (Wtl 2.13).
    assert_eq!(people["loonkostenvoordeel"], "2112.30");
    assert_eq!(people["instead"]["hours_per_week"], "27.23");
    assert_eq!(people["instead"]["latest_from"], "2026-08-15");
    // Hired in they are no own workers: no LKV, and fewer hours.
    let hired = json(&[SCHOOL, &["--from", "2026-09-01", "--hired-in"]].concat());
    assert_eq!(hired["people"]["loonkostenvoordeel"], Value::Null);
    assert_eq!(hired["people"]["effect"]["after"]["hours_base"], "180000");
    // Without a start there are hours, and no people.
    assert_eq!(json(SCHOOL)["people"], Value::Null);
}

#[test]
fn hours_until_a_day_go_on_at_the_same_pace() {
    let all = json(&[SCHOOL, &["--hours-until", "2026-06-30"]].concat());
    // 180,000 x 365 / 181
    assert_eq!(all["assessment"]["hours_base"], "362983.42");
    assert_eq!(all["assessment"]["realised_hours"], "5368.12");
}

#[test]
fn changes_and_scenarios_are_read_from_files() {
    let changes = file(
        "changes.json",
        r#"[{"change": "hire", "who": "doelgroep", "people": 1, "hours_per_week": "24", "from": "2026-01-01"}]"#,
    );
    let all =
        json(&[SCHOOL, &["--changes", &changes, "--next-percentage", "2.58", "2.7"]].concat());
    // 24 x 365 / 7 = 1,251.42 hours
    assert_eq!(all["plan"]["quotumheffing"]["after"]["realised_hours"], "3913.42");
    assert_eq!(all["plan"]["wet_banenafspraak"], Value::Null);
    let next: Vec<_> = all["next_year"].as_array().unwrap().iter().collect();
    assert_eq!(next.len(), 2);
    assert_eq!((&next[0]["year"], &next[1]["quotumpercentage"]), (&2027.into(), &"2.70".into()));
    assert_eq!(next[0]["realised_hours"], "3913.42");

    // A scenario needs the wages of a scheme.
    let scenarios = include_str!("../examples/plan/sample/scenarios.json");
    let scenarios = file("scenarios.json", scenarios);
    let (out, told, status) = plan(&[SCHOOL, &["--scenarios", &scenarios]].concat(), "");
    assert_eq!(
        (out.as_str(), told.as_str(), status),
        ("", "plan: scheme: missing [missing_field]\n", 1)
    );
    let employer = include_str!("../examples/plan/sample/employer.json");
    let (out, told, status) = plan(&["--input", "-", "--scenarios", &scenarios], employer);
    assert_eq!(status, 0, "{told}");
    assert!(
        out.contains("bonus_per_hour: 3.77 EUR per hour (indicative, Kamerstuk 34352, 138)"),
        "{out}"
    );
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let wrong = file("wrong.json", r#"[{"change": "sack"}]"#);
    let unknown = [SCHOOL, &["--changes", &wrong]].concat();
    let cut = file("cut.json", r#"[{"change": "hire", "who": "doelgroep"}]"#);
    let without_hours = [SCHOOL, &["--changes", &cut]].concat();
    for (args, message, status) in [
        (
            &[SCHOOL, &["--from", "2027-01-01"]].concat(),
            "plan: from: 2027-01-01 is not in 2026 [not_in_year]",
            1,
        ),
        (&unknown, "wrong.json: changes[0].change: `sack` is not one of hire, leave, hours", 1),
        (&without_hours, "cut.json: changes[0].hours_per_week: missing", 1),
        (&[SCHOOL, &["--changes", "nowhere.json"]].concat(), "plan: nowhere.json: ", 2),
        (
            &[SCHOOL, &["--hours-per-week", "169"]].concat(),
            "hours_per_week: 169 is not between 0.01 and 168",
            2,
        ),
        (&vec!["--input", "-"], "plan: no employers in the input", 1),
    ] {
        let (out, told, got) = plan(args, "");
        assert!(told.contains(message), "{told}");
        assert_eq!((out.as_str(), got), ("", status), "{args:?}");
    }
}

/// Names of the input cannot write to the terminal what they like.
#[test]
fn control_characters_are_escaped() {
    let employer = include_str!("../examples/plan/sample/employer.json");
    let employer = employer.replace("school", "school\\u001b[31m\\n");
    let scenarios = include_str!("../examples/plan/sample/scenarios.json");
    let scenarios = scenarios.replace("letter of 2018", "letter\\u001b[31m");
    let scenarios = file("escape.json", &scenarios);
    let (out, _, status) = plan(&["--input", "-", "--scenarios", &scenarios], &employer);
    assert_eq!(status, 0);
    assert!(out.starts_with(r"school\u{1b}[31m\n, 2026, overheid"), "{out}");
    assert!(out.contains(r"letter\u{1b}[31m") && !out.contains('\u{1b}'), "{out}");
}

#[test]
fn it_speaks_dutch() {
    let (out, _, status) = plan(&[SCHOOL, &["--from", "2026-09-01", "--lang", "nl"]].concat(), "");
    assert_eq!(status, 0);
    assert!(
        out.contains("Hoeveel mensen met 24,00 uur per week vanaf 1 september 2026, in dienst: 5"),
        "{out}"
    );
    assert!(
        out.contains("Te betalen zes weken na de beschikking, uiterlijk 12 december 2027"),
        "{out}"
    );
}

/// An employer with a scheme is planned for under the Wet banenafspraak, as it is assessed: surcharge
/// and bonus of the people, for which their wage is needed.
#[test]
fn an_employer_with_a_scheme_is_planned_for_under_it() {
    let employer = include_str!("../examples/plan/sample/employer.json");
    let from = ["--input", "-", "--from", "2026-09-01"];
    let (out, _, status) = plan(&from, employer);
    assert_eq!(status, 0);
    assert!(out.contains("inclusiviteitsheffing: EUR 11,500.00; bonus: EUR 10,000.00"), "{out}");
    assert!(out.contains("their wage is needed: --premium-wage-per-hour"), "{out}");
    assert!(!out.contains("quotumheffing: "), "{out}");
    let wage = [&from[..], &["--premium-wage-per-hour", "16.50", "--format", "json"]].concat();
    let (out, _, _) = plan(&wage, employer);
    let all: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(all["assessment"]["regime"], "wet_banenafspraak");
    let effect = &all["people"]["effect"];
    // 5 x 24 x 122 / 7 x 16.50 = 34,508.57 of wage, x 0.25 % = 86.27; 5 x 418.28 x 3.77 = 7,884.60.
    assert_eq!(effect["after"]["inclusiviteitsheffing"], "11586.27");
    assert_eq!(effect["after"]["bonus"], "17884.60");
    assert_eq!(effect["saves"], "7798.33");

    // A market without a percentage has no gap; its scheme is told all the same.
    let (out, told, status) = plan(&from, &employer.replace("overheid", "markt"));
    assert_eq!(status, 0, "{told}");
    assert!(
        out.contains("  quotumpercentage: not known for sector markt in 2026; give one"),
        "{out}"
    );
    assert_eq!(out.matches("not known for sector").count(), 1, "said once: {out}");
    assert!(
        out.contains("2027, with this year's hours\n  Wet banenafspraak, net EUR -1,500.00"),
        "{out}"
    );
}

/// The gap is what the planned changes leave; what becomes liable, or is never paid, is said.
#[test]
fn people_come_on_top_of_the_planned_changes() {
    let changes = file(
        "leaver.json",
        r#"[{"change": "leave", "who": "doelgroep", "hours_per_week": "25.5", "from": "2026-01-01"}]"#,
    );
    let args = [SCHOOL, &["--from", "2026-09-01", "--changes", &changes]].concat();
    let (out, _, _) = plan(&args, "");
    assert!(out.contains("saves: EUR -5,000.00 (not executed; nothing is paid)"), "{out}");
    assert!(out.contains("from 1 September 2026, employed: 8"), "{out}");
    // 40,500 hours are below the threshold, with another 418 they are not.
    let exempt = [
        "--year",
        "2026",
        "--sector",
        "overheid",
        "--paid-hours",
        "40500",
        "--paid-hours-previous-year",
        "41000",
        "--doelgroep-hours",
        "0",
        "--from",
        "2026-07-01",
    ];
    let (out, _, _) = plan(&exempt, "");
    assert!(out.contains("the levy asks for nobody"), "{out}");
    assert!(
        out.contains("liability: exempt: below the threshold in the year itself -> liable"),
        "{out}"
    );
}
