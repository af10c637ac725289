//! The example `payroll` on generated files gives exactly what a plain reading of the same files
//! gives: strings split at commas, sums in integers, dates compared as text.
//!
//! For ten million records: `cargo build --release --examples`, then
//! `GENERATED_RECORDS=10000000 cargo test --release --test generated`.
#![cfg(all(feature = "payroll", feature = "serde"))]
#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use common::example;
use serde_json::Value;

/// Hundredths of hours, by the names of the contract.
#[derive(Default, PartialEq, Eq, Debug)]
struct Sums(BTreeMap<&'static str, i64>);

impl Sums {
    fn add(&mut self, name: &'static str, hundredths: i64) {
        *self.0.entry(name).or_default() += hundredths;
    }
}

fn hundredths(text: &str) -> i64 {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{decimals:0<2}").parse().unwrap()
}

/// The first and last day of a period of 2026, as text that compares as dates do.
fn days(period: &str) -> (String, String) {
    if let Some(number) = period.strip_prefix("2026-4w") {
        // In 2026 the first runs to 25 January, the last from 30 November, the others 28 days.
        let number: usize = number.parse().unwrap();
        let starts = [
            "01-01", "01-26", "02-23", "03-23", "04-20", "05-18", "06-15", "07-13", "08-10",
            "09-07", "10-05", "11-02", "11-30",
        ];
        let ends = [
            "01-25", "02-22", "03-22", "04-19", "05-17", "06-14", "07-12", "08-09", "09-06",
            "10-04", "11-01", "11-29", "12-31",
        ];
        return (format!("2026-{}", starts[number - 1]), format!("2026-{}", ends[number - 1]));
    }
    // No date in the register is between the last day of a month and its 31st.
    (format!("{period}-01"), format!("{period}-31"))
}

fn rows(folder: &Path, name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(folder.join(name)).unwrap();
    text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// Every employer's sums, read plainly.
fn plain(folder: &Path, corrections: bool) -> HashMap<String, Sums> {
    let mut register: HashMap<String, Vec<(String, String)>> = HashMap::new();
    for row in rows(folder, "register.csv") {
        let until = if row[2].is_empty() { "9999".to_owned() } else { row[2].clone() };
        register.entry(row[0].clone()).or_default().push((row[1].clone(), until));
    }
    let registered = |person: &str, period: &str| {
        let (first, last) = days(period);
        let spans = register.get(person).map_or(&[][..], Vec::as_slice);
        spans.iter().any(|(from, until)| *from <= last && *until >= first)
    };
    let records = rows(folder, "records.csv");
    let key = |row: &[String]| (row[0].clone(), row[1].clone(), row[2].clone());
    let in_time = |row: &[String]| {
        let next: i32 = row[2][..4].parse::<i32>().unwrap() + 1;
        row[7] <= format!("{next}-05-01")
    };
    let mut last_filed = HashMap::new();
    if corrections {
        for row in records.iter().filter(|row| in_time(row)) {
            let filed: &mut String = last_filed.entry(key(row)).or_default();
            *filed = row[7].clone().max(filed.clone());
        }
    }
    let mut sums: HashMap<String, Sums> = HashMap::new();
    for row in &records {
        let (employer, person, period, kind) = (&row[0], &row[1], &row[2], &row[5]);
        let employer = sums.entry(employer.clone()).or_default();
        if corrections && last_filed.get(&key(row)) != Some(&row[7]) {
            continue;
        }
        let hours = hundredths(&row[3]);
        let names = if period.starts_with("2026") {
            ["paid_hours", "lent_out_agency_hours", "wsw_hours"]
        } else {
            ["previous paid_hours", "previous lent_out_agency_hours", "previous wsw_hours"]
        };
        employer.add(names[0], hours);
        match kind.as_str() {
            "agency" => employer.add(names[1], hours),
            "wsw" | "wsw_seconded" => employer.add(names[2], hours),
            _ => {}
        }
        let wsw = kind.starts_with("wsw");
        if period.starts_with("2026") && !wsw && registered(person, period) {
            employer.add("doelgroep_hours", hours);
        }
    }
    for row in rows(folder, "attributions.csv") {
        let hours = hundredths(&row[4]);
        sums.get_mut(&row[1]).unwrap().add("doelgroep_hours_attributed_out", hours);
        sums.get_mut(&row[2]).unwrap().add("doelgroep_hours_attributed_in", hours);
    }
    for sums in sums.values_mut() {
        sums.0.retain(|_, hundredths| *hundredths != 0);
    }
    sums
}

/// Every employer's sums, as the example gives them.
fn by_the_example(folder: &Path, grouped: bool) -> Vec<(String, Sums)> {
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let [employers, records, register, attributions] =
        ["employers.csv", "records.csv", "register.csv", "attributions.csv"].map(path);
    let mut args = vec!["--employers", &employers, "--records", &records, "--register", &register];
    args.extend(["--attributions", &attributions, "--year", "2026", "--emit", "inputs"]);
    args.extend(grouped.then_some("--grouped"));
    let output = example("payroll", &args, b"");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let employers = text.lines().map(|line| {
        let input: Value = serde_json::from_str(line).unwrap();
        let mut sums = Sums::default();
        for (name, own) in [
            ("paid_hours", "paid_hours"),
            ("lent_out_agency_hours", "lent_out_agency_hours"),
            ("wsw_hours", "wsw_hours"),
            ("doelgroep_hours", "doelgroep_hours"),
            ("doelgroep_hours_attributed_out", "doelgroep_hours_attributed_out"),
            ("doelgroep_hours_attributed_in", "doelgroep_hours_attributed_in"),
        ] {
            sums.add(own, hundredths(input[name].as_str().unwrap()));
        }
        for (name, own) in [
            ("paid_hours", "previous paid_hours"),
            ("lent_out_agency_hours", "previous lent_out_agency_hours"),
            ("wsw_hours", "previous wsw_hours"),
        ] {
            sums.add(own, hundredths(input["previous_year"][name].as_str().unwrap()));
        }
        sums.0.retain(|_, hundredths| *hundredths != 0);
        (input["id"].as_str().unwrap().to_owned(), sums)
    });
    employers.collect()
}

fn agree(ungrouped: bool, corrections: bool) {
    let records = std::env::var("GENERATED_RECORDS").unwrap_or_else(|_| "20000".to_owned());
    let name = format!("generated-{records}-{ungrouped}-{corrections}");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let mut args =
        vec!["--records", &records, "--seed", "7", "--force", "--out", folder.to_str().unwrap()];
    args.extend(ungrouped.then_some("--ungrouped"));
    args.extend(corrections.then_some("--corrections"));
    assert!(example("generate", &args, b"").status.success());
    let expected = plain(&folder, corrections);
    let found = by_the_example(&folder, !ungrouped);
    assert_eq!(found.len(), expected.len());
    let mut doelgroep = 0;
    for (employer, sums) in &found {
        assert_eq!(Some(sums), expected.get(employer), "{employer}");
        doelgroep += sums.0.get("doelgroep_hours").copied().unwrap_or(0);
    }
    assert!(doelgroep > 0, "nobody in the doelgroep: nothing is proved");
    fs::remove_dir_all(folder).unwrap();
}

/// Adds to every seventh employer a row that repeats another, and to every fifth a year beside the
/// months of a person; takes from every third the rows of its first period.
fn spoiled(folder: &Path) -> BTreeMap<String, Vec<Vec<String>>> {
    let mut employers: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for row in rows(folder, "records.csv") {
        employers.entry(row[0].clone()).or_default().push(row);
    }
    for (place, rows) in employers.values_mut().enumerate() {
        let any = rows[place * 31 % rows.len()].clone();
        if place % 7 == 3 {
            rows.push(any.clone());
        }
        if place % 5 == 3 {
            let mut year = any;
            year[2] = format!("{}-y", &year[2][..4]);
            rows.push(year);
        }
        if place % 3 == 1 {
            let first = rows[0][2].clone();
            rows.retain(|row| row[2] != first);
        }
    }
    let header = fs::read_to_string(folder.join("records.csv")).unwrap();
    let header = header.lines().next().unwrap().to_owned();
    let lines = employers.values().flatten().map(|row| row.join(","));
    let file: Vec<String> = std::iter::once(header).chain(lines).collect();
    fs::write(folder.join("records.csv"), file.join("\n") + "\n").unwrap();
    employers
}

/// The code of what is wrong with rows, by sets of text: all periods but a year are of one kind.
fn plain_code(rows: &[Vec<String>]) -> &'static str {
    let whole: BTreeSet<_> = rows.iter().collect();
    if whole.len() < rows.len() {
        return "repeated_record";
    }
    let of_year = |row: &[String]| (row[1].clone(), row[2][..4].to_owned());
    let is_year = |row: &&Vec<String>| row[2].ends_with("-y");
    let years: BTreeSet<_> = rows.iter().filter(is_year).map(|row| of_year(row)).collect();
    let overlaps = rows.iter().filter(|row| !is_year(row)).any(|row| years.contains(&of_year(row)));
    if overlaps { "overlapping_periods" } else { "" }
}

#[test]
fn repeats_overlaps_and_gaps_are_those_of_a_plain_reading() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("generated-spoiled");
    let out = folder.to_str().unwrap();
    let args = ["--records", "20000", "--seed", "11", "--out", out];
    assert!(example("generate", &args, b"").status.success());
    let expected = spoiled(&folder);
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let [employers, records, register, list] =
        ["employers.csv", "records.csv", "register.csv", "list.txt"].map(path);
    let found = |grouped: bool| {
        let mut args =
            vec!["--employers", &employers, "--records", &records, "--register", &register];
        args.extend(["--year", "2026", "--format", "json", "--keep-going"]);
        args.extend(["--reconciliation", &list]);
        args.extend(grouped.then_some("--grouped"));
        let _ = fs::remove_file(&list);
        let output = example("payroll", &args, b"");
        let text = String::from_utf8(output.stdout).unwrap();
        let codes = text.lines().map(|line| {
            let line: Value = serde_json::from_str(line).unwrap();
            let code = line["error"]["code"].as_str().unwrap_or_default().to_owned();
            (line["id"].as_str().unwrap().to_owned(), code)
        });
        codes.collect::<BTreeMap<_, _>>()
    };
    let whole = found(false);
    let grouped = found(true);
    let mut codes = BTreeSet::new();
    for (employer, rows) in &expected {
        let code = plain_code(rows);
        assert_eq!(grouped[employer], code, "{employer}");
        codes.insert(code);
        // In any order some are missed, and what is found is there.
        let found = &whole[employer];
        assert!(found.is_empty() || !code.is_empty(), "{employer}: {found}");
    }
    assert_eq!(codes.len(), 3, "of each kind there is one: {codes:?}");
    // The first period of 2025 is missing where its rows were taken away.
    let list = fs::read_to_string(list).unwrap();
    for (employer, rows) in expected.iter().filter(|(_, rows)| plain_code(rows).is_empty()) {
        let first = |period: &str| rows.iter().any(|row| row[2] == period);
        let end = match (first("2025-01"), first("2025-4w01")) {
            (false, false) if first("2025-02") => "2025-01-31",
            // ISO week 5 of 2025 begins on 27 January.
            (false, false) => "2025-01-26",
            _ => "",
        };
        let gap = format!("Days without returns: employer {employer}: ");
        let expected =
            if end.is_empty() { vec![] } else { vec![format!("{gap}2025-01-01 to {end}")] };
        let gaps: Vec<_> = list.lines().filter(|line| line.starts_with(&gap)).collect();
        assert_eq!(gaps, expected, "{employer}");
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn grouped_records_give_the_plain_totals() {
    agree(false, false);
}

#[test]
fn records_in_any_order_give_the_plain_totals() {
    agree(true, false);
}

#[test]
fn corrections_give_the_plain_totals() {
    agree(false, true);
}
