//! The example `payroll` on wage returns: from XML to the answer in one command.
#![cfg(all(feature = "loonaangifte", feature = "serde"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// The pseudonyms of `same_facts.csv`, and the BSNs of the messages of the same facts.
const PERSONS: [(&str, &str); 5] = [
    ("a", "123456782"),
    ("b", "112345694"),
    ("c", "124691377"),
    ("d", "137037053"),
    ("e", "149382728"),
];

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/loonaangifte")
}

/// A new folder with these files.
fn folder(name: &str, files: &[(&str, String)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("loonaangifte-{name}"));
    let _ = fs::remove_dir_all(&folder);
    for (file, text) in files {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

const EMPLOYERS: &str = "employer,sector\n111222333,overheid\n123456789,overheid\n";
const REGISTER: &str = "person,from,until\n112345694,2026-06-15,\n124691377,2015-01-01,\n";

/// The sample year, and a second employer with the same January in two administrations.
fn two_employers(name: &str) -> PathBuf {
    let mut files = vec![
        ("employers.csv".to_owned(), EMPLOYERS.to_owned()),
        ("register.csv".to_owned(), REGISTER.to_owned()),
    ];
    for month in 1..=12 {
        let file = format!("2026-{month:02}.xml");
        let text = fs::read_to_string(samples().join(&file)).unwrap();
        if month == 1 {
            for number in ["123456789L01", "123456789L02"] {
                let text = text.replace("111222333L01", number);
                files.push((format!("returns/other/{number}.XML"), text));
            }
        }
        files.push((format!("returns/{file}"), text));
    }
    files.push(("returns/readme.txt".to_owned(), "not XML".to_owned()));
    let files: Vec<(&str, String)> =
        files.iter().map(|(file, text)| (file.as_str(), text.clone())).collect();
    folder(name, &files)
}

fn run(folder: &Path, returns: &[&str], more: &[&str]) -> Output {
    let mut command = Command::new(common::program("payroll"));
    command.current_dir(folder).args(["--employers", "employers.csv"]);
    command.args(["--register", "register.csv", "--year", "2026", "--wage-returns"]);
    command.args(returns).args(more).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn both(output: &Output) -> String {
    out(output) + &String::from_utf8(output.stderr.clone()).unwrap()
}

fn json(output: &Output) -> Vec<Value> {
    out(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn one_command_leads_from_xml_to_what_the_csv_of_the_same_facts_gives() {
    let folder = two_employers("same");
    let output = run(&folder, &["returns"], &["--emit", "inputs"]);
    assert_eq!(output.status.code(), Some(0), "{}", both(&output));
    let inputs = json(&output);
    // In order of fiscal number; L01 and L02 add up.
    assert_eq!(inputs.len(), 2);
    assert_eq!((&inputs[0]["id"], &inputs[1]["id"]), (&"111222333".into(), &"123456789".into()));
    assert_eq!(inputs[1]["paid_hours"], Value::from("940"));
    assert_eq!(inputs[1]["lent_out_agency_hours"], Value::from("240"));
    let mut records = fs::read_to_string(samples().join("same_facts.csv")).unwrap();
    records = records.replace("111222333L01,", "111222333,");
    for (pseudonym, bsn) in PERSONS {
        records = records.replace(&format!(",{pseudonym},"), &format!(",{bsn},"));
    }
    fs::write(folder.join("records.csv"), records).unwrap();
    let csv = Command::new(common::program("payroll"))
        .current_dir(&folder)
        .args(["--employers", "employers.csv", "--register", "register.csv"])
        .args(["--records", "records.csv", "--year", "2026", "--emit", "inputs"])
        .output()
        .unwrap();
    let of_csv = json(&csv);
    for field in ["paid_hours", "lent_out_agency_hours", "wsw_hours", "doelgroep_hours"] {
        assert_eq!(inputs[0][field], of_csv[0][field], "{field}");
    }
}

#[test]
fn the_output_does_not_depend_on_the_order_of_files_or_the_number_of_cores() {
    let folder = two_employers("order");
    let on = |cores: &str, returns: &[&str], more: &[&str]| {
        let output = Command::new(common::program("payroll"))
            .current_dir(&folder)
            .env("RAYON_NUM_THREADS", cores)
            .args(["--employers", "employers.csv", "--register", "register.csv"])
            .args(["--year", "2026", "--wage-returns"])
            .args(returns)
            .args(more)
            .output()
            .unwrap();
        (output.status.code(), both(&output))
    };
    let whole = on("1", &["returns"], &[]);
    assert!(whole.1.contains("111222333 ") && whole.1.contains("123456789 "), "{}", whole.1);
    assert_eq!(on("4", &["returns"], &[]), whole);
    let mut files: Vec<String> =
        (1..=12).rev().map(|month| format!("returns/2026-{month:02}.xml")).collect();
    files.push("returns/other".to_owned());
    // Twice the same file is one file.
    files.push("returns/./2026-01.xml".to_owned());
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    assert_eq!(on("3", &files, &[]), whole);
    // The same message in another file is counted once, and said.
    fs::copy(folder.join("returns/2026-01.xml"), folder.join("returns/copy.xml")).unwrap();
    let again = on("2", &["returns"], &["--format", "json"]).1;
    assert!(again.contains("Messages that occur more than once, counted once: 1"), "{again}");
    let dutch = on("2", &["returns"], &["--format", "json", "--lang", "nl"]).1;
    assert!(dutch.contains("hetzelfde bericht nogmaals"), "{dutch}");
}

#[test]
fn a_bsn_is_printed_only_with_show_persons() {
    let folder = two_employers("persons");
    let list = folder.join("list.txt");
    let list = list.to_str().unwrap();
    // Two registered persons do not count: b before June, and c in a Wsw employment.
    let output = run(&folder, &["returns"], &[]);
    let all = both(&output);
    assert!(
        all.contains("NumIV 1 (relation 2) of 111222333L01, message 2026001 of 2026-02-20"),
        "{all}"
    );
    let written = run(&folder, &["returns"], &["--reconciliation", list, "--format", "json"]);
    let all = all + &both(&written) + &fs::read_to_string(list).unwrap();
    for (_, bsn) in PERSONS {
        assert!(!all.contains(bsn), "{bsn}: {all}");
    }
    let shown = both(&run(&folder, &["returns"], &["--show-persons"]));
    assert!(shown.contains("person 112345694: 500 hours outside the registration"), "{shown}");
    // Nor in an error: of hours attributed that were not paid.
    let attributions =
        "year,lender,borrower,person,hours\n2026,111222333,123456789,112345694,9000\n";
    fs::write(folder.join("attributions.csv"), attributions).unwrap();
    let more = ["--attributions", "attributions.csv", "--format", "json", "--keep-going"];
    let output = run(&folder, &["returns"], &more);
    assert_eq!(json(&output)[0]["error"]["code"], "attribution_exceeds_hours");
    assert!(!both(&output).contains("112345694"), "{}", both(&output));
    assert!(both(&output).contains("lender 111222333, borrower 123456789"));
    // Nor in an error of the register's columns.
    fs::write(folder.join("register.csv"), "person,from,until\n2026-01-01,112345694,\n").unwrap();
    let output = run(&folder, &["returns"], &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!both(&output).contains("112345694"), "{}", both(&output));
}

#[test]
fn keep_going_leaves_out_the_employer_of_a_message_that_cannot_be_read_whole() {
    let folder = two_employers("broken");
    let outcome = |more: &[&str]| {
        let output = run(&folder, &["returns"], &[&["--format", "json"], more].concat());
        let codes: Vec<String> = json(&output)
            .iter()
            .map(|line| {
                let code = line["error"]["code"].as_str();
                format!("{} {}", line["id"].as_str().unwrap(), code.unwrap_or("assessed"))
            })
            .collect();
        (output.status.code(), codes, both(&output))
    };
    assert_eq!(outcome(&["--keep-going"]).1, ["111222333 assessed", "123456789 assessed"]);
    let march = folder.join("returns/2026-03.xml");
    let whole = fs::read_to_string(&march).unwrap();
    // Cut off after its head: of one employer.
    fs::write(&march, whole.split_once("<Inkomstenperiode>").unwrap().0).unwrap();
    let (status, codes, all) = outcome(&["--keep-going"]);
    assert_eq!(codes, ["111222333 unread_messages", "123456789 assessed"]);
    assert_eq!(status, Some(1));
    assert!(all.contains("2026-03.xml: wage return, byte "), "{all}");
    let (status, codes, all) = outcome(&[]);
    assert_eq!((status, codes.len()), (Some(1), 0), "{all}");
    assert!(all.contains("2026-03.xml: wage return, byte "), "{all}");
    // Its head is not whole, and its employer is known.
    fs::write(&march, whole.replacen("<IdBer>2026003</IdBer>", "", 1)).unwrap();
    let codes = outcome(&["--keep-going"]).1;
    assert_eq!(codes, ["111222333 unread_messages", "123456789 assessed"]);
    // Nobody knows whose it is: it may be any employer's.
    fs::write(&march, whole.split_once("<LhNr>").unwrap().0).unwrap();
    let (status, codes, all) = outcome(&["--keep-going"]);
    assert_eq!(codes, ["111222333 unread_messages", "123456789 unread_messages"], "{all}");
    assert_eq!(status, Some(1));
    let (status, codes, _) = outcome(&[]);
    assert_eq!((status, codes.len()), (Some(1), 0));
}

#[test]
fn messages_that_cannot_all_be_true_are_an_error_of_their_employer() {
    let folder = two_employers("conflict");
    let january = fs::read_to_string(folder.join("returns/2026-01.xml")).unwrap();
    let other = january.replacen(">160<", ">161<", 1);
    fs::write(folder.join("returns/again.xml"), other).unwrap();
    let output = run(&folder, &["returns"], &["--format", "json", "--keep-going"]);
    let lines = json(&output);
    assert_eq!(lines[0]["error"]["code"], "other_content");
    assert_eq!(lines[1]["id"], "123456789");
    assert!(lines[1]["error"].is_null());
}

/// contract.md: contradicting rows leave their employer out, and no other.
#[test]
fn an_employer_with_contradicting_rows_is_not_assessed() {
    let folder = two_employers("contradiction");
    let rows = format!("{EMPLOYERS}111222333,markt\n");
    fs::write(folder.join("employers.csv"), rows).unwrap();
    let output = run(&folder, &["returns"], &["--format", "json", "--keep-going"]);
    let lines = json(&output);
    assert_eq!(lines[0]["error"]["code"], "contradiction");
    assert_eq!(lines[1]["id"], "123456789");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn what_makes_no_sense_beside_wage_returns_is_refused() {
    let folder = two_employers("flags");
    for more in [&["--grouped"][..], &["--records", "register.csv"]] {
        let output = run(&folder, &["returns"], more);
        assert_eq!(output.status.code(), Some(2), "{more:?}");
    }
    for missing in ["nowhere", "returns/nothing"] {
        fs::create_dir_all(folder.join("returns/nothing")).unwrap();
        let output = run(&folder, &[missing], &[]);
        assert_eq!(output.status.code(), Some(2), "{missing}: {}", both(&output));
        assert!(both(&output).contains(missing));
    }
}

#[test]
fn a_key_that_lost_its_zeros_or_names_an_administration_is_an_error_with_advice() {
    let folder = two_employers("keys");
    let said = |file: &str, text: &str, lang: &str| {
        let before = fs::read_to_string(folder.join(file)).unwrap();
        fs::write(folder.join(file), text).unwrap();
        let output = run(&folder, &["returns"], &["--keep-going", "--lang", lang]);
        fs::write(folder.join(file), before).unwrap();
        assert_eq!(output.status.code(), Some(1), "{}", both(&output));
        both(&output)
    };
    let administration = said("employers.csv", "employer,sector\n111222333L01,markt\n", "en");
    assert!(
        administration.contains(
            "employer 111222333L01 is an administration; give its fiscal number, 111222333"
        )
    );
    let lost = said("employers.csv", "employer,sector\n11222333,markt\n", "en");
    assert!(lost.contains("employer 11222333 has 8 digits and not 9: it lost the zeros in front"));
    let lost = said("employers.csv", "employer,sector\n11222333,markt\n", "nl");
    assert!(lost.contains("werkgever 11222333 heeft 8 cijfers en geen 9"), "{lost}");
    let lost = said("register.csv", "person,from,until\n12345694,2020-01-01,\n", "en");
    assert!(lost.contains("with 7 or 8 digits instead of 9: 1"), "{lost}");
    assert!(!lost.contains("12345694"), "{lost}");
}

/// The register's key of a relation without a SofiNr is `LhNr/PersNr`.
#[test]
fn a_person_without_sofi_nr_is_registered_by_lh_nr_and_pers_nr() {
    let folder = two_employers("pers-nr");
    for number in ["123456789L01", "123456789L02"] {
        let file = folder.join(format!("returns/other/{number}.XML"));
        let text = fs::read_to_string(&file).unwrap();
        fs::write(file, text.replace("<SofiNr>112345694</SofiNr>", "")).unwrap();
    }
    fs::write(folder.join("register.csv"), "person,from,until\n123456789L02/b,2020-01-01,\n")
        .unwrap();
    let output = run(&folder, &["returns"], &["--emit", "inputs"]);
    let inputs = json(&output);
    assert_eq!(inputs[1]["doelgroep_hours"], Value::from("100"), "{}", both(&output));
}

/// Employers that are not in the file are counted.
#[test]
fn messages_of_unknown_employers_are_listed() {
    let folder = two_employers("unknown");
    fs::write(folder.join("employers.csv"), "employer,sector\n111222333,overheid\n").unwrap();
    let all = both(&run(&folder, &["returns"], &[]));
    let heading = "Messages of employers that are not in the file of employers, left out: 2";
    assert!(all.contains(heading), "{all}");
    assert!(all.contains("employer 123456789: 2 messages"), "{all}");
}

/// contract.md, "Is the year whole?": the days of each administration.
#[test]
fn days_without_returns_are_listed_by_administration() {
    let folder = two_employers("gaps");
    let all =
        both(&run(&folder, &["returns"], &["--format", "json", "--reconciliation", "all.txt"]));
    let list = fs::read_to_string(folder.join("all.txt")).unwrap();
    for run in [
        "employer 123456789, 123456789L01: 2026-02-01 to 2026-12-31",
        "employer 123456789, 123456789L02: 2026-02-01 to 2026-12-31",
        "employer 111222333, 111222333L01: 2025-01-01 to 2025-12-31",
    ] {
        assert!(list.contains(run), "{run}: {list} {all}");
    }
    // All of 2026 has full returns.
    assert!(!list.contains("111222333L01: 2026"), "{list}");
}

/// A path that is given twice, or that is inside another one, is no folder without files.
#[test]
fn a_folder_that_another_path_holds_already_is_not_without_files() {
    let folder = two_employers("twice");
    let once = both(&run(&folder, &["returns"], &[]));
    for returns in [["returns", "returns"], ["returns", "returns/other"]] {
        let output = run(&folder, &returns, &[]);
        assert_eq!(output.status.code(), Some(0), "{returns:?}: {}", both(&output));
        assert_eq!(both(&output), once);
    }
}

/// macOS keeps `._a.xml` beside `a.xml`: it is no message.
#[test]
fn hidden_files_of_a_folder_are_no_messages() {
    let folder = two_employers("hidden");
    let once = both(&run(&folder, &["returns"], &[]));
    fs::write(folder.join("returns/._2026-01.xml"), b"\0\x05\x16\x07\0").unwrap();
    let output = run(&folder, &["returns"], &[]);
    assert_eq!((output.status.code(), both(&output)), (Some(0), once));
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_a_message_that_cannot_be_read() {
    let folder = two_employers("link");
    let link = folder.join("returns/lost.xml");
    std::os::unix::fs::symlink(folder.join("nowhere.xml"), link).unwrap();
    let output = run(&folder, &["returns"], &["--keep-going"]);
    assert_eq!(output.status.code(), Some(1), "{}", both(&output));
    assert!(both(&output).contains("lost.xml: "), "{}", both(&output));
    assert!(both(&output).contains("[read]"), "{}", both(&output));
}

/// contract.md: a BSN is printed only with `--show-persons`, also where columns were exchanged.
#[test]
fn a_bsn_in_another_column_of_the_attributions_is_not_printed() {
    let folder = two_employers("exchanged");
    // 137037053 is in the returns alone, 124691377 in both, 987654321 in the register alone.
    fs::write(folder.join("register.csv"), format!("{REGISTER}987654321,2020-01-01,\n")).unwrap();
    for (row, bsn) in [
        ("2026,124691377,123456789,111222333,5", "124691377"),
        ("2026,987654321,123456789,111222333,5", "987654321"),
        ("2026,137037053,123456789,111222333,5", "137037053"),
        ("2026,111222333,124691377,123456789,5", "124691377"),
        ("2026,123456789,137037053,124691377,5", "137037053"),
        ("2026,123456789,444555666,124691377,234567891", "234567891"),
        ("2025,124691377,123456789,111222333,5", "124691377"),
        ("2025,111222333,137037053,123456789,5", "137037053"),
    ] {
        let text = format!("year,lender,borrower,person,hours\n{row}\n");
        fs::write(folder.join("attributions.csv"), text).unwrap();
        let list = ["--reconciliation", "list.txt", "--force", "--keep-going"];
        let more = [&list[..], &["--attributions", "attributions.csv"]].concat();
        let output = run(&folder, &["returns"], &more);
        let all = both(&output) + &fs::read_to_string(folder.join("list.txt")).unwrap();
        assert!(!all.contains(bsn), "{row}: {all}");
        assert!(all.contains("(not shown: --show-persons)"), "{row}: {all}");
        let shown = run(&folder, &["returns"], &[&more[..], &["--show-persons"]].concat());
        let all = both(&shown) + &fs::read_to_string(folder.join("list.txt")).unwrap();
        assert!(all.contains(bsn), "{row}: {all}");
    }
    // A lender that is no person is shown, also outside the file of employers.
    let text = "year,lender,borrower,person,hours\n2026,444555666,111222333,124691377,5\n";
    fs::write(folder.join("attributions.csv"), text).unwrap();
    let output = run(&folder, &["returns"], &["--attributions", "attributions.csv"]);
    assert!(both(&output).contains("lender 444555666"), "{}", both(&output));
}

/// contract.md: a message that cannot be read whole is reported by file, whosever it is.
#[test]
fn an_unread_message_of_an_unknown_employer_is_reported_by_file() {
    let folder = two_employers("unknown-unread");
    fs::write(folder.join("employers.csv"), "employer,sector\n111222333,overheid\n").unwrap();
    let file = folder.join("returns/other/123456789L02.XML");
    let text = fs::read_to_string(&file).unwrap();
    let wrong_hours = text.replacen(">160</AantVerlU>", ">x</AantVerlU>", 1);
    let no_head = text.replacen("<IdBer>2026001</IdBer>", "", 1);
    for broken in [wrong_hours, no_head] {
        assert_ne!(broken, text);
        fs::write(&file, broken).unwrap();
        let output = run(&folder, &["returns"], &["--keep-going", "--emit", "inputs"]);
        let all = both(&output);
        assert_eq!(output.status.code(), Some(1), "{all}");
        assert!(all.contains("123456789L02.XML: wage return, byte "), "{all}");
        assert!(all.contains("employer 123456789: 2 messages"), "{all}");
        // No other employer is the worse for it.
        let lines = json(&output);
        assert_eq!((lines.len(), &lines[0]["id"]), (1, &"111222333".into()));
        assert!(lines[0]["error"].is_null(), "{all}");
        let output = run(&folder, &["returns"], &[]);
        assert_eq!(output.status.code(), Some(1));
        assert!(both(&output).contains("123456789L02.XML: wage return, byte "));
    }
}

/// Also of whom the register does not know.
#[test]
fn an_overlap_names_its_person_by_num_iv_and_message() {
    let folder = two_employers("overlap");
    fs::write(folder.join("register.csv"), "person,from,until\n").unwrap();
    let january = fs::read_to_string(folder.join("returns/2026-01.xml")).unwrap();
    let weeks = january
        .replace("<DatEindTv>2026-01-31<", "<DatEindTv>2026-01-25<")
        .replace("<IdBer>2026001<", "<IdBer>weeks<");
    fs::write(folder.join("returns/weeks.xml"), weeks).unwrap();
    let output = run(&folder, &["returns"], &["--keep-going", "--format", "json"]);
    let error = &json(&output)[0]["error"];
    assert_eq!(error["code"], "overlapping_periods");
    let message = error["message"].as_str().unwrap();
    let named = "person NumIV 1 (relation 2) of 111222333L01, message ";
    assert!(message.contains(named), "{message}");
    for (_, bsn) in PERSONS {
        assert!(!both(&output).contains(bsn), "{message}");
    }
}
