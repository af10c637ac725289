//! Rules at their edges, through the files and the JSON that people use: ties, equal amounts, texts
//! that look like dates.
#![cfg(all(feature = "payroll", feature = "serde"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::fs;
use std::path::PathBuf;

use banenafspraak::{Hours, Sector};
use common::{calculator, example};
use serde_json::Value;

/// A file of these lines, by its name.
fn file(name: &str, lines: &[&str]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("edges-{name}"));
    fs::write(&path, lines.join("\n") + "\n").unwrap();
    path.to_str().unwrap().to_owned()
}

/// The scheme that the payroll example makes of these records and this register, or what it
/// writes to standard error.
fn scheme(name: &str, records: &[&str], register: &[&str]) -> Result<Value, String> {
    let employers = file(&format!("{name}-employers.csv"), &["employer,sector", "e,markt"]);
    // A small employer, whatever it pays.
    let long_ago = "e,rest,2024-y,1,1,ordinary,,";
    let records = file(&format!("{name}-records.csv"), &[records, &[long_ago]].concat());
    let register = file(&format!("{name}-register.csv"), register);
    let files = ["--employers", &employers, "--records", &records, "--register", &register];
    let what = ["--year", "2026", "--emit", "inputs", "--format", "json"];
    let parameters = [
        "--activation-decided-in=2024",
        "--surcharge-percentage=0.25",
        "--bonus-per-hour=3.77",
        "--bonus-maximum=5000",
        "--average-premium-wage-two-years-before=45000",
    ];
    let output = example("payroll", &[&files[..], &what, &parameters].concat(), b"");
    if !output.status.success() {
        return Err(String::from_utf8(output.stderr).unwrap());
    }
    let input: Value = serde_json::from_slice(&output.stdout).unwrap();
    Ok(input["scheme"].clone())
}

/// Regeling Wfsv 3.31: of no hours at all none fall under the AWf premium.
#[test]
fn a_government_employer_without_hours_is_of_the_government() {
    let of = |all, awf| Sector::of_government_employer(Hours::whole(all), Hours::whole(awf));
    assert_eq!(of(0, 0).unwrap(), Sector::Overheid);
    assert_eq!(of(1, 0).unwrap(), Sector::Overheid);
    assert_eq!(of(1, 1).unwrap(), Sector::Markt);
    assert_eq!(of(0, 1).unwrap_err().code(), "part_exceeds_whole");
}

/// Wfsv 34 lid 4, 6: the explanation compares each of the two years with the threshold.
#[test]
fn the_liability_is_explained_with_the_sign_of_each_year() {
    for (before, year, liability, formula) in [
        ("40575", "40575", "liable", "40,575.00 ≥ 40,575.00; 40,575.00 ≥ 40,575.00"),
        ("40575", "40574.99", "exempt_year", "40,575.00 ≥ 40,575.00; 40,574.99 < 40,575.00"),
        (
            "40574.99",
            "40575",
            "exempt_previous_year",
            "40,574.99 < 40,575.00; 40,575.00 ≥ 40,575.00",
        ),
        ("0", "40574.99", "exempt_both_years", "0.00 < 40,575.00; 40,574.99 < 40,575.00"),
    ] {
        let flags = ["--year=2026", "--sector=overheid", "--doelgroep-hours=0"];
        let hours = ["--paid-hours", year, "--paid-hours-previous-year", before];
        let what = ["--format", "json", "--explain"];
        let output = calculator(&[&flags[..], &hours, &what].concat(), b"");
        let outcome: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(outcome["liability"], liability);
        let steps = outcome["explanation"].as_array().unwrap();
        let step = steps.iter().find(|step| step["value"] == liability).unwrap();
        assert_eq!(step["formula"], formula);
    }
}

/// Texts that a lenient reader takes for 31 March 2026, or could.
const NO_DATES: [&str; 9] = [
    "20260331",
    "2026-3-31",
    "2026-03-31T00:00",
    "2026-03-31T00",
    "20260331T0",
    "2026-03-31Z",
    "+2026-03-31",
    "26-03-31",
    "2026-02-29",
];

#[test]
fn a_date_in_a_file_is_written_whole_and_nothing_more() {
    let records = [RECORDS, "e,p,2026-04,100,1000,ordinary,,true"];
    let with = |day: &str| scheme("dates", &records, &["person,from,until", &format!("p,{day},")]);
    let hours = &with("2026-03-31").unwrap()["bonus_workers"][0]["paid_hours"];
    assert_eq!(hours, "100");
    // contract.md, Dialects: as a spreadsheet writes it, it is that day.
    let read = ["2026-3-31", "2026-03-31T00:00"];
    for day in read {
        assert_eq!(&with(day).unwrap()["bonus_workers"][0]["paid_hours"], "100", "{day}");
    }
    for day in NO_DATES.into_iter().filter(|day| !read.contains(day)) {
        let told = with(day).unwrap_err();
        assert!(told.contains("register, line 2: from: ") && told.contains(day), "{day}: {told}");
    }
}

#[test]
fn a_date_of_a_change_is_written_whole_and_nothing_more() {
    let plan = |day: &str| {
        let change = format!(
            r#"[{{"change": "hire", "who": "other", "hours_per_week": "24", "from": "{day}"}}]"#
        );
        serde_json::from_str::<banenafspraak::planning::Plan>(&change)
    };
    assert!(plan("2026-03-31").is_ok());
    for day in NO_DATES {
        let told = plan(day).unwrap_err().to_string();
        assert!(told.contains("from: ") && told.contains(day), "{day}: {told}");
    }
}

const RECORDS: &str = "employer,person,period,paid_hours,premium_wage,kind,employed_from,asks_lkv";

/// Wet banenafspraak 6 lid 8 with a tie: two employments of both kinds begin on the first day, so
/// each record keeps its own kind. Where all that begin on it are of one kind, that decides.
#[test]
fn of_two_employments_that_begin_on_the_same_day_each_counts_by_its_own_kind() {
    let base = |kinds: [&str; 3]| {
        let [one, other, later] = kinds;
        let row = |kind: &str, wage, from| format!("e,p,2026-03,8,{wage},{kind},{from},");
        let rows = [
            row(one, 1000, "2026-03-10"),
            row(other, 500, "2026-03-10"),
            row(later, 20, "2026-03-20"),
        ];
        let records: Vec<&str> =
            [RECORDS].into_iter().chain(rows.iter().map(String::as_str)).collect();
        let scheme = scheme("tie", &records, &["person,from,until"]).unwrap();
        scheme["premium_wage"].as_str().unwrap().to_owned()
    };
    assert_eq!(base(["ordinary", "agency", "ordinary"]), "1020.00");
    assert_eq!(base(["agency", "ordinary", "ordinary"]), "520.00");
    assert_eq!(base(["ordinary", "agency", "agency"]), "1000.00");
    assert_eq!(base(["ordinary", "ordinary", "agency"]), "1520.00");
    assert_eq!(base(["agency", "agency", "ordinary"]), "0.00");
}

/// Wtl 2.10: no bonus from the AOW age on. The register's column is what says so.
#[test]
fn the_column_aow_from_ends_the_bonus() {
    let records = [
        RECORDS,
        "e,p,2026-05,100,1000,ordinary,,true",
        "e,p,2026-06,30,1000,ordinary,,true",
        "e,p,2026-07,7,1000,ordinary,,true",
    ];
    let hours = |register: &[&str]| {
        let scheme = scheme("aow", &records, register).unwrap();
        scheme["bonus_workers"][0]["paid_hours"].clone()
    };
    assert_eq!(hours(&["person,from,until", "p,2020-01-01,"]), "137");
    assert_eq!(hours(&["person,from,until,aow_from", "p,2020-01-01,,"]), "137");
    // Reached in the course of June: June counts whole (Wtl 2.12 lid 2).
    assert_eq!(hours(&["person,from,until,aow_from", "p,2020-01-01,,2026-06-02"]), "130");
    assert_eq!(hours(&["person,from,until,aow_from", "p,2020-01-01,,2026-06-01"]), "100");
    assert_eq!(hours(&["person,from,until,aow_from", "p,2020-01-01,,2026-05-01"]), Value::Null);
}

/// A percentage given with the employer is of that year alone: nothing carries it forward.
#[test]
fn a_given_quotumpercentage_is_not_kept_for_the_next_year() {
    let next = |year: &str, more: &[&str]| {
        let before = ["--paid-hours-previous-year=178000", "--doelgroep-hours=2662"];
        let flags = ["--sector=overheid", "--paid-hours=180000", "--quotumpercentage=9.99"];
        let what = ["--year", year, "--format", "json"];
        let output = example("plan", &[&before[..], &flags, &what, more].concat(), b"");
        let all: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(all["assessment"]["quotumpercentage"], "9.99");
        let years = all["next_year"].as_array().unwrap().iter();
        let told = years.map(|next| {
            let [percentage, source] = ["quotumpercentage", "quotumpercentage_source"]
                .map(|name| next[name].as_str().unwrap_or("none"));
            format!("{} {percentage} {source}", next["year"])
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(next("2025", &[]), ["2026 2.58 published"]);
    assert_eq!(next("2026", &[]), ["2027 none none"]);
    assert_eq!(next("2026", &["--next-percentage", "2.6"]), ["2027 2.60 given"]);
}
