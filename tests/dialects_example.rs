//! The example `payroll` on files as people have them: what it reads without a flag, the first ten errors,
//! and what it says of both.
#![cfg(all(feature = "dialects", feature = "loonaangifte", feature = "serde"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use common::{example, example_in};

const HEADER: &str = "Werkgever;Persoon;Tijdvak;Verloonde uren;Premieloon;Soort";

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A folder with employers, records and register.
fn folder(name: &str, employers: &str, records: &str, register: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    for (file, text) in [("e.csv", employers), ("r.csv", records), ("g.csv", register)] {
        fs::write(folder.join(file), text).unwrap();
    }
    folder
}

const FILES: [&str; 8] =
    ["--year", "2026", "--employers", "e.csv", "--register", "g.csv", "--records", "r.csv"];

fn payroll(folder: &Path, more: &[&str]) -> Output {
    example_in(folder, "payroll", &[&FILES[..], more].concat(), b"")
}

fn few(name: &str, records: &str) -> PathBuf {
    folder(name, "Werkgever;Sector\na;markt\nb;overheid\n", records, "BSN;Vanaf;t/m\np;1-1-2020;\n")
}

/// Without files the bundled sample is shown, and other flags hold for it too.
#[test]
fn payroll_without_files_shows_the_sample() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/payroll/sample");
    let files = ["--year", "2026", "--employers", "employers.csv", "--register", "register.csv"];
    let more = ["--records", "records.csv", "--attributions", "attributions.csv"];
    for flags in [&[][..], &["--format", "json"], &["--lang", "nl"]] {
        let shown = example("payroll", flags, b"");
        let files = [&files[..], &more, flags].concat();
        assert_eq!(shown.status.code(), Some(0), "{}", told(&shown));
        assert_eq!(out(&shown), out(&example_in(&sample, "payroll", &files, b"")));
    }
    // Some files without the others are a wrong command line.
    for flags in [&["--employers", "e.csv"][..], &["--year", "2026"], &["--records", "r.csv"]] {
        assert_eq!(example("payroll", flags, b"").status.code(), Some(2), "{flags:?}");
    }
}

/// A file named `-` is standard input, in any dialect.
#[test]
fn standard_input_is_read_where_a_file_is_named_so() {
    let records = format!("{HEADER}\na;p;mrt-26;1.664,50;1;regulier\n");
    let folder = few("standard-input", &records);
    let of_file = payroll(&folder, &["--format", "json"]);
    let args = [&FILES[..7], &["-", "--format", "json"]].concat();
    let of_input = example_in(&folder, "payroll", &args, records.as_bytes());
    assert!(out(&of_input).contains(r#""hours_base":"1664.5""#), "{}", told(&of_input));
    assert_eq!((out(&of_input), told(&of_input)), (out(&of_file), told(&of_file)));
}

/// By default the first ten errors are shown, each with file, line, column, value and a way out; nothing is
/// assessed, and the exit status is 1.
#[test]
fn the_first_ten_errors_are_shown_and_nothing_is_assessed() {
    let right = "a;p;mrt-26;1,5;1;regulier\n";
    let wrong = "a;p;mrt-26;uren;1;regulier\n";
    for (count, more) in [(3, false), (10, false), (11, true), (5_000, true)] {
        let text = format!(
            "{HEADER}\n{right}{}{}",
            wrong.repeat(count),
            "b;p;mrt-26;1;1;regulier\n".repeat(9)
        );
        let folder = few("ten", &text);
        for grouped in [&[][..], &["--grouped"]] {
            let output = payroll(&folder, &[&["--format", "json"], grouped].concat());
            assert_eq!((out(&output).as_str(), output.status.code()), ("", Some(1)));
            let told = told(&output);
            let errors: Vec<&str> = told.lines().filter(|line| line.contains(", line ")).collect();
            assert_eq!(errors.len(), count.min(10), "{told}");
            assert_eq!(
                errors[2],
                "payroll: records, line 5: paid_hours: `uren` is not a number in plain notation, such as 25800 or 19.38 (column Verloonde uren) [not_a_number]"
            );
            assert_eq!(told.contains("there are more errors than these ten"), more, "{told}");
        }
        // The text form says that it is no result.
        let text = out(&payroll(&folder, &[]));
        assert!(text.contains("INCOMPLETE") && !text.contains("Total"), "{text}");
        // With --keep-going the others are assessed, as before.
        let going = payroll(&folder, &["--format", "json", "--keep-going"]);
        assert_eq!((out(&going).lines().count(), going.status.code()), (2, Some(1)));
        assert!(told(&going).contains(&format!("Lines that could not be read: {count}\n")));
    }
}

/// Errors of all files are found in one run; who is no employer because of an error in their file is not
/// reported again.
#[test]
fn the_errors_of_all_files_are_found_in_one_run() {
    let folder = folder(
        "all-files",
        "Werkgever;Sector\na;regio\nb;overheid\n",
        &format!("{HEADER}\na;p;mrt-26;1,5;1;regulier\nb;p;202603;1,5;1;regulier\n"),
        "BSN;Vanaf;t/m\np;1-1-20;\n",
    );
    let output = payroll(&folder, &["--format", "json"]);
    let told = told(&output);
    let errors: Vec<&str> = told.lines().filter(|line| line.contains(", line ")).collect();
    assert_eq!(
        errors,
        [
            "payroll: employers, line 2: sector: `regio` is not one of overheid, markt [unknown_word]",
            "payroll: register, line 2: from: `1-1-20` has a year of two digits; write four, such as 31-12-2026 (column Vanaf) [two_digit_year]",
            "payroll: records, line 3: period: `202603` can be a month or four weeks; write 2026-03 for a month, 2026-4w03 for four weeks (column Tijdvak) [ambiguous_period]",
        ]
    );
    assert_eq!((out(&output).as_str(), output.status.code()), ("", Some(1)));
}

/// What is ambiguous is an error with the flag that helps, in both languages; with it the file is read.
#[test]
fn an_ambiguous_number_names_the_flag_that_helps() {
    let folder = few("ambiguous", &format!("{HEADER}\na;p;mrt-26;1.664;1;regulier\n"));
    let output = payroll(&folder, &["--format", "json"]);
    assert_eq!((out(&output).as_str(), output.status.code()), ("", Some(1)));
    let told = told(&output);
    assert!(told.contains("records, line 2: paid_hours: `1.664` is 1664 or 1.664"), "{told}");
    let way_out = "; use --decimal records=comma or --decimal records=point\n";
    assert!(told.contains(way_out), "{told}");
    let dutch = self::told(&payroll(&folder, &["--lang", "nl"]));
    assert!(
        dutch.contains("; gebruik --decimal records=comma of --decimal records=point"),
        "{dutch}"
    );
    for flag in ["records=comma", "comma"] {
        let output = payroll(&folder, &["--format", "json", "--decimal", flag]);
        assert!(out(&output).contains(r#""hours_base":"1664""#), "{}", self::told(&output));
    }
    let wrong = payroll(&folder, &["--decimal", "wages=comma"]);
    assert_eq!(wrong.status.code(), Some(2));
}

/// Two decimal signs, two separators, another encoding: each with the flag that helps.
#[test]
fn what_cannot_be_seen_names_the_flag_that_helps() {
    let cases: [(&str, &[u8], &str, &[&str]); 3] = [
        (
            "mixed-decimals",
            b"Werkgever;Persoon;Tijdvak;Uren;Premieloon;Soort\na;p;2026-01;1,5;1;regulier\na;p;2026-02;1.5;1;regulier\n",
            "[mixed_decimals]; use --decimal records=comma",
            &["--decimal", "records=comma", "--keep-going"],
        ),
        (
            "mixed-separators",
            b"employer;person,period;paid_hours,premium_wage;kind\n",
            "[mixed_separators]; use --separator records=semicolon",
            &["--separator", "records=semicolon"],
        ),
        (
            "utf-8",
            b"Werkgever;Persoon;Tijdvak;Uren;Premieloon;Soort\na;\xc3\xa9;2026-01;1,5;1;regulier\na;\xe9;2026-02;1,5;1;regulier\n",
            "[not_utf8]; use --encoding records=windows-1252",
            &["--encoding", "records=windows-1252"],
        ),
    ];
    for (name, file, says, flag) in cases {
        let folder = few(name, "");
        fs::write(folder.join("r.csv"), file).unwrap();
        let output = payroll(&folder, &["--format", "json"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(told(&output).contains(says), "{}", told(&output));
        let helped = told(&payroll(&folder, flag));
        assert!(!helped.contains(says), "{helped}");
    }
}

/// What was taken for what is said in the language asked for, and a column that is not used is named.
#[test]
fn what_a_file_is_in_is_said_in_both_languages() {
    let folder = folder(
        "said",
        "Werkgever;Sector\na;markt\n",
        &format!("{HEADER}\na;p;mrt-26;1,5;1;regulier\n"),
        "BSN;Grondslag;Begindatum geldigheid registratie;Einddatum geldigheid registratie\np;WSW;1-2-2020;\n",
    );
    let english = told(&payroll(&folder, &["--format", "json"]));
    assert!(english.starts_with(
        "payroll: employers: semicolon between columns, Dutch headers, UTF-8\n\
         payroll: register: semicolon between columns, dates as 31-12-2026 (day first), Dutch headers, UTF-8\n\
         payroll: register: column Grondslag is not used\n\
         payroll: records: semicolon between columns, decimal comma, Dutch headers and words, UTF-8\n"
    ), "{english}");
    let dutch = told(&payroll(&folder, &["--format", "json", "--lang", "nl"]));
    assert!(
        dutch.contains(
            "payroll: doelgroepregister (register): kolom Grondslag wordt niet gebruikt\n"
        ),
        "{dutch}"
    );
    assert!(
        dutch.contains("aangiften (records): puntkomma tussen kolommen, decimaalteken komma"),
        "{dutch}"
    );
}

/// An empty file is said, and a file of employers with none.
#[test]
fn empty_input_is_said() {
    let folder = few("empty", "");
    let output = payroll(&folder, &["--format", "json"]);
    assert_eq!((out(&output).as_str(), output.status.code()), ("", Some(1)));
    assert!(told(&output).ends_with("payroll: records: the file is empty [empty_file]\n"));
    let none = self::folder("none", "employer,sector\n", "", "person,from,until\n");
    let output = payroll(&none, &["--lang", "nl"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        told(&output).contains("het werkgeversbestand heeft geen werkgevers"),
        "{}",
        told(&output)
    );
}

/// Beside wage returns, where keys are numbers of nine digits: one that lost its zeros, one that was
/// shortened, and an administration are errors with advice.
#[test]
fn keys_that_a_spreadsheet_spoiled_are_refused_beside_wage_returns() {
    let returns = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/loonaangifte");
    let returns = returns.to_str().unwrap();
    let args = [&FILES[..6], &["--wage-returns", returns]].concat();
    for (employer, person, says) in [
        ("12345678", "111222333", "employer 12345678 has 8 digits and not 9"),
        (
            "1.23457E+08",
            "111222333",
            "employer 1.23457E+08 is a number that a spreadsheet shortened",
        ),
        (
            "123456782L01",
            "111222333",
            "employer 123456782L01 is an administration; give its fiscal number, 123456782",
        ),
        (
            "123456782",
            "11222333",
            "persons in the register or the attributions with 7 or 8 digits instead of 9: 1",
        ),
    ] {
        for (separator, headers) in [
            (",", ["employer,sector", "person,from,until"]),
            (";", ["werkgever;sector", "bsn;vanaf;t/m"]),
        ] {
            let folder = folder(
                "spoiled",
                &format!("{}\n{employer}{separator}overheid\n", headers[0]),
                "",
                &format!("{}\n{person}{separator}2020-01-01{separator}\n", headers[1]),
            );
            let output = example_in(&folder, "payroll", &args, b"");
            assert_eq!((out(&output).as_str(), output.status.code()), ("", Some(1)));
            let told = told(&output);
            // In a file that is translated it is an error of the line.
            let of_line = told.contains("[scientific]") && employer.contains('E');
            assert!(told.contains(says) || of_line, "{told}");
        }
    }
}

/// `--grouped` reads a translated file of any size in the same memory.
#[cfg(target_os = "linux")]
#[test]
fn a_translated_file_is_read_in_constant_memory() {
    // More bytes than there are addresses.
    let row = format!("a;{};mrt-26;1.000,50;1,25;regulier\n", "p".repeat(4_000));
    let rows = row.repeat(15_000);
    let folder = few("memory", &format!("{HEADER}\n{rows}"));
    let output = std::process::Command::new("sh")
        .args(["-c", "ulimit -v 52000; exec \"$0\" \"$@\""])
        .arg(common::program("payroll"))
        .args(FILES)
        .args(["--grouped", "--format", "json", "--allow-repeats"])
        .env("RAYON_NUM_THREADS", "2")
        .current_dir(&folder)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(out(&output).contains(r#""hours_base":"15007500""#), "{}", out(&output));
    fs::remove_dir_all(folder).unwrap();
}
