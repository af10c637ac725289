//! With `--lang nl` all that a person reads is Dutch: help, tables, notes, errors, explanation, report.
//! What is quoted, names beside their Dutch words, flags and codes are left out of the search.
#![cfg(all(feature = "loonaangifte", feature = "serde"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::fs;
use std::path::Path;

use banenafspraak::Language;
use banenafspraak::contract::{EmployerInput, FromJson as _, Options, plan_json};
use banenafspraak::national::National;
use banenafspraak::planning::{Plan, Scenario};
use common::dutch::not_dutch;
use common::example;
use serde_json::Value;

const PROGRAMS: [&str; 6] = ["calculator", "payroll", "plan", "national", "report", "generate"];

/// What a program writes in Dutch, on standard output and standard error, and its status.
fn run(program: &str, args: &[&str], input: &str) -> (String, String, i32) {
    let args = [args, &["--lang", "nl"]].concat();
    let output = example(program, &args, input.as_bytes());
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

/// All of it is Dutch, and there is something.
#[track_caller]
fn is_dutch(what: &str, text: &str) {
    assert!(!text.trim().is_empty(), "{what}: nothing is written");
    for line in text.lines() {
        assert_eq!(not_dutch(line), Vec::<String>::new(), "{what}: {line}\n\n{text}");
    }
}

fn file(name: &str, text: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("dutch");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), text).unwrap();
    folder.join(name).to_str().unwrap().to_owned()
}

fn in_repository(path: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path).to_str().unwrap().to_owned()
}

/// What is not a word of Dutch is found, and what is one is not: else the tests below cannot fail.
#[test]
fn the_search_finds_english_and_no_dutch() {
    for (english, found) in [
        ("required: 3,4 banen", "required"),
        ("werkgever a: no hours", "no"),
        ("1664.50 uur", "1664.50"),
        ("1,664.50 uur", "1,664.50"),
        ("vanaf 2027-05-01", "2027-05-01"),
        ("paid_hours ontbreekt", "paid_hours"),
        ("ErrorKind::Negative", "::"),
        ("Usage: payroll", "usage"),
        ("Options:", "options"),
        ("Print help", "print"),
    ] {
        assert!(
            not_dutch(english).contains(&found.to_owned()),
            "{english}: {:?}",
            not_dutch(english)
        );
    }
    for dutch in [
        "Niet te betalen: € 1.664,50 (Wfsv 122na lid 1; Besluit Wfsv 2.23 lid 2, 3)",
        "verloonde uren (paid_hours): `1.5` is geen getal zoals `25800` of `19.38` [not_a_number]",
        "uiterlijk 1 mei 2027; met --keep-going gaat het door",
        "aangiften van 1 januari 2026 t/m 31 december 2026 of later, in de sector overheid",
    ] {
        assert_eq!(not_dutch(dutch), Vec::<String>::new(), "{dutch}");
    }
}

#[test]
fn each_flag_of_each_program_has_its_help_in_dutch() {
    for program in PROGRAMS {
        let english = example(program, &["--help"], b"");
        let english = String::from_utf8(english.stdout).unwrap();
        let (dutch, told, status) = run(program, &["--help"], "");
        assert_eq!((told.as_str(), status), ("", 0), "{program}");
        is_dutch(program, &dutch);
        let flags = |help: &str| {
            let flags = help.split_whitespace().filter(|word| word.starts_with("--"));
            let flags =
                flags.map(|flag| flag.trim_end_matches([',', ';', '.', ':', ')']).to_owned());
            flags.filter(|flag| flag.len() > 2).collect::<std::collections::BTreeSet<_>>()
        };
        for flag in flags(&english) {
            assert!(flags(&dutch).contains(&flag), "{program}: {flag} is not in\n{dutch}");
        }
        // A flag without a row in the tables would have no help at all.
        let lines: Vec<&str> = dutch.lines().collect();
        for pair in lines.windows(2) {
            let Some(flag) = pair[0].trim_start().strip_prefix("--") else { continue };
            let mut columns = flag.splitn(2, "  ");
            let help = columns.nth(1).map_or(pair[1].trim(), str::trim);
            assert!(help.len() > 4 && !help.starts_with("--"), "{program}: no help for {flag}");
            assert!(!help.starts_with('['), "{program}: no help for {flag}: {help}");
        }
    }
}

#[test]
fn what_is_wrong_with_the_command_line_is_said_in_dutch() {
    let one =
        ["--year", "2026", "--sector", "markt", "--paid-hours", "1", "--doelgroep-hours", "0"];
    for (program, args) in [
        ("calculator", &["--explan"][..]),
        ("calculator", &["--format", "xml"]),
        ("calculator", &["--format"]),
        ("calculator", &["--year", "2026"]),
        ("calculator", &["extra"]),
        ("calculator", &["--explain=x"]),
        ("calculator", &["--explain", "--explain"]),
        ("calculator", &[&["--input", "-"][..], &one].concat()),
        ("calculator", &["--force"]),
        ("calculator", &["--dialect", "plain"]),
        ("calculator", &["--format", "csv", "--explain"]),
        ("calculator", &["--format", "csv", "--verify", "x"]),
        ("calculator", &["--sweep", "101"]),
        ("calculator", &["--sum-by", "region"]),
        ("payroll", &["--year", "26"]),
        ("payroll", &["--employers", "x"]),
        ("payroll", &["--format", "csv", "--detail", "steps"]),
        ("payroll", &["--decimal", "dot"]),
        ("plan", &["--from", "2026-9-1"]),
        ("plan", &["--people", "0", "--from", "2026-09-01"]),
        ("plan", &["--hours-per-week", "169"]),
        ("national", &["--year", "x"]),
        ("national", &["--dialect", "plain"]),
        ("report", &["--from", "tomorrow"]),
        ("generate", &[]),
        ("generate", &["--out", "x", "--records", "many"]),
    ] {
        let (out, told, status) = run(program, args, "");
        assert_eq!((out.as_str(), status), ("", 2), "{program} {args:?}: {told}");
        let told = args.iter().fold(told, |told, arg| told.replace(&format!("'{arg}'"), "''"));
        is_dutch(&format!("{program} {args:?}"), &told);
    }
}

#[test]
fn what_is_wrong_with_a_file_is_said_in_dutch() {
    let there = file("there.csv", "x");
    let empty = file("empty.json", "\n");
    for (program, args, expected) in [
        ("calculator", &["--input", "/nergens"][..], 2),
        ("calculator", &["--input", "/"], 2),
        ("calculator", &["--input", &*empty], 1),
        ("calculator", &["--receipt", &*there], 1),
        ("calculator", &["--verify", &*empty], 1),
        ("payroll", &["--reconciliation", &*there], 2),
        ("plan", &["--input", "/nergens"], 2),
        ("plan", &["--input", &*empty], 1),
        ("national", &["--counts", "/nergens"], 2),
        ("national", &["--counts", &*empty], 1),
        ("report", &["--input", "/nergens", "--out", "-"], 2),
        ("report", &["--out", &*there], 2),
        ("report", &["--input", &*empty, "--out", "-"], 1),
        ("generate", &["--out", &*there], 2),
    ] {
        let (_, told, status) = run(program, args, "");
        assert_eq!(status, expected, "{program} {args:?}: {told}");
        is_dutch(&format!("{program} {args:?}"), &told.replace(&there, "").replace(&empty, ""));
    }
}

const ALL_LAWS: &str = concat!(
    r#"{"id":"a","year":2026,"sector":"overheid","paid_hours":"180000","doelgroep_hours":"2662","previous_year":null}"#,
    "\n",
    r#"{"id":"b","year":2027,"sector":"markt","paid_hours":"180000","doelgroep_hours":"2662","previous_year":{"paid_hours":"1"}}"#,
    "\n",
    r#"{"id":"c","year":2026,"sector":"markt","paid_hours":"180000","doelgroep_hours":"2662","previous_year":{"paid_hours":"178000"},"complete":false,"hours_until":"2026-08-31","missing":[{"from":"2026-09-01","until":"2026-12-31"}]}"#,
);

/// Lines that are refused, each for another reason.
const REFUSED: &str = concat!(
    r#"{"id":"a","year":2026,"sector":"x"}"#,
    "\n",
    r#"{"id":"a","year":26}"#,
    "\n",
    r#"{"id":"a","hours":1}"#,
    "\n",
    r#"{"id":"a","year":2026,"sector":"markt","paid_hours":"-1","doelgroep_hours":"0","previous_year":null}"#,
    "\n",
    r#"{"id":"a","year":2026,"sector":"markt","paid_hours":"1","doelgroep_hours":"2","previous_year":null}"#,
    "\n[]\n",
    r#"{"a":"#,
    "\n",
);

#[test]
fn tables_reasons_explanations_and_refusals_are_dutch() {
    let scheme = in_repository("examples/plan/sample/employer.json");
    let scheme = scheme.as_str();
    let explain = ["--explain"];
    for (program, args, input, expected) in [
        ("calculator", &[][..], "", 0),
        ("calculator", &explain, "", 0),
        ("calculator", &["--input", "-", "--explain"], ALL_LAWS, 0),
        ("calculator", &["--input", "-"], REFUSED, 1),
        ("calculator", &["--sweep", "1.5", "2", "--sum-by", "sector,year"], "", 0),
        ("calculator", &["--input", "-", "--sum-by", "year"], ALL_LAWS, 0),
        (
            "calculator",
            &["--year", "26", "--sector", "x", "--paid-hours", "1", "--doelgroep-hours", "0"],
            "",
            1,
        ),
        ("payroll", &["--detail", "steps"], "", 0),
        ("plan", &[], "", 0),
        (
            "plan",
            &["--input", scheme, "--from", "2026-09-01", "--people", "1", "--hired-in"],
            "",
            0,
        ),
        (
            "plan",
            &[
                "--year",
                "2027",
                "--sector",
                "markt",
                "--paid-hours",
                "100000",
                "--doelgroep-hours",
                "0",
                "--from",
                "2027-09-01",
                "--next-percentage",
                "2.5",
            ],
            "",
            0,
        ),
        ("national", &[], "", 0),
        ("national", &["--year", "2020"], "", 0),
    ] {
        let (out, told, status) = run(program, args, input);
        assert_eq!(status, expected, "{program} {args:?}: {told}");
        is_dutch(&format!("{program} {args:?}"), &format!("{out}{told}"));
    }
}

/// Tables are for programs too: headers and words are Dutch, numbers as the dialect has them.
#[test]
fn tables_for_excel_are_dutch() {
    for program in ["calculator", "payroll", "plan", "national"] {
        let args = ["--format", "csv", "--dialect", "excel-nl"];
        let (out, _, status) = run(program, &args, "");
        assert_eq!(status, 0, "{program}");
        // Days are 31-12-2026, and names of several words have lines between them.
        let out = out.replace('_', " ").replace("t-m", "t/m");
        is_dutch(program, &out);
    }
}

/// `message` is in the language asked for; code and field are not translated (contract: Many at once).
#[test]
fn messages_in_json_are_dutch_with_codes_and_fields_of_the_contract() {
    let (dutch, _, status) = run("calculator", &["--input", "-", "--format", "json"], REFUSED);
    assert_eq!(status, 1);
    let english = example("calculator", &["--input", "-", "--format", "json"], REFUSED.as_bytes());
    let english = String::from_utf8(english.stdout).unwrap();
    let mut differ = 0;
    for (dutch, english) in dutch.lines().zip(english.lines()) {
        let [dutch, english]: [Value; 2] =
            [dutch, english].map(|it| serde_json::from_str(it).unwrap());
        let [dutch, english] = [&dutch["error"], &english["error"]];
        assert_eq!((&dutch["code"], &dutch["field"]), (&english["code"], &english["field"]));
        assert_ne!(dutch["message"], english["message"]);
        is_dutch("message", dutch["message"].as_str().unwrap());
        differ += 1;
    }
    assert_eq!(differ, REFUSED.lines().count());
    let plan =
        ["--year", "2027", "--sector", "markt", "--paid-hours", "1", "--doelgroep-hours", "0"];
    let (plan, ..) = run("plan", &[&plan[..], &["--format", "json"]].concat(), "");
    let plan: Value = serde_json::from_str(&plan).unwrap();
    is_dutch("plan", plan["ways"]["error"]["message"].as_str().unwrap());
    let (national, ..) = run("national", &["--format", "json", "--year", "2020"], "");
    let national: Value = serde_json::from_str(&national).unwrap();
    is_dutch("national", national["against_target"][1]["error"]["message"].as_str().unwrap());
}

/// The payroll files with these lines, each file after its header; what is written, and the status.
fn payroll(name: &str, files: [&str; 4], more: &[&str]) -> (String, String, i32) {
    let headers = [
        "employer,sector,quotumpercentage",
        "employer,person,period,paid_hours,premium_wage,kind,asks_lkv,filed_on,relation",
        "person,from,until,aow_from",
        "year,lender,borrower,person,hours",
    ];
    let names = ["employers", "records", "register", "attributions"];
    let paths: Vec<String> = names
        .iter()
        .zip(headers)
        .zip(files)
        .map(|((part, header), lines)| {
            file(&format!("{name}-{part}.csv"), &format!("{header}\n{lines}"))
        })
        .collect();
    let flags = names.map(|name| format!("--{name}"));
    let mut args: Vec<&str> = vec!["--year", "2026"];
    for (flag, path) in flags.iter().zip(&paths) {
        args.extend([flag.as_str(), path.as_str()]);
    }
    args.extend(more);
    run("payroll", &args, "")
}

#[test]
fn every_note_and_refusal_of_a_payroll_is_dutch() {
    let employers = "a,markt,0.05\nb,markt,\nc,markt,\nd,markt,\nd,overheid,\ne,overheid,\n";
    let records = "a,p-1,2026-02,110,1,ordinary,,2026-03-01,\n\
                   a,p-9,2026-02,110,1,ordinary,,2027-05-02,\n\
                   a,p-9,2026-03,110,1,ordinary,,2026-04-01,\n\
                   a,p-9,2026-03,100,1,ordinary,,2026-04-02,\n\
                   a,p-9,2022-03,100,1,ordinary,,2022-04-02,\n\
                   stranger,p-9,2026-03,1,1,ordinary,,2026-04-01,\n\
                   b,p-2,2025-y,0,0,ordinary,,2026-01-01,\n\
                   b,p-5,2026-13,1,1,gek,,2026-01-01,\n\
                   e,p-7,2026-03,1,1,ordinary,,2026-02-01,\n\
                   e,p-7,2026-03,1,1,ordinary,,2026-04-01,\n\
                   e,p-7,2026-y,1,1,ordinary,,2027-01-01,\n\
                   e,p-7,2026-03,1,1\n\
                   e, p-7,2026-03,1,1,ordinary,,2026-04-01,\n\
                   e,,2026-03,1,1,ordinary,,2026-04-01,\n";
    let register = "p-1,2020-01-01,2026-01-31,\np-2,2020-01-01,,\np-3,2020-01-01,,\n";
    let attributions = "2026,d,c,p-3,8\n2026,nobody,c,p-3,8\n2026,b,c,p-4,9\n2025,b,c,p-4,9\n";
    let files = [employers, records, register, attributions];
    let (out, told, status) = payroll("notes", files, &["--keep-going"]);
    assert_eq!(status, 1);
    for (what, text) in [("table", &out), ("errors", &told)] {
        for line in text.lines() {
            // Keys and words of the files.
            let line = line.replace("stranger", "vreemd").replace("nobody", "niemand");
            assert_eq!(not_dutch(&line), Vec::<String>::new(), "{what}: {line}");
        }
    }
    assert!(out.lines().count() > 40, "{out}");
    for more in [&[][..], &["--format", "json"], &["--grouped"]] {
        let (_, told, status) = payroll("notes", files, more);
        assert_eq!(status, 1, "{told}");
        is_dutch("errors", &told);
    }
    // What decides for all, and what a run stops at.
    let unreadable = [employers, records, "p-1,gisteren,,\n", attributions];
    let (out, told, _) = payroll("register", unreadable, &["--keep-going"]);
    is_dutch("register", &format!("{out}{told}"));
    let good = "b,p-2,2026-y,1,1,ordinary,,2026-12-31,\n";
    let bad = "c,p-2,2026-01,1,1,ordinary,,2026-02-01,\nc,p-2,2026-y,1,1,ordinary,,2027-01-01,\n";
    let (out, told, _) = payroll(
        "stops",
        ["b,markt,\nc,markt,\n", &format!("{good}{bad}"), register, ""],
        &["--detail", "reasons"],
    );
    is_dutch("stops", &format!("{out}{told}"));
}

#[test]
fn notes_and_errors_of_wage_returns_are_dutch() {
    let returns = in_repository("tests/loonaangifte");
    let employers = file("returns-employers.csv", "employer,sector\n111222333,overheid\n");
    let register = file("returns-register.csv", "person,from,until\n111222333,2020-01-01,\n");
    let args = ["--year", "2026", "--employers", &employers, "--register", &register];
    let (out, told, _) = run("payroll", &[&args[..], &["--wage-returns", &returns]].concat(), "");
    is_dutch("returns", &format!("{out}{told}").replace(&returns, ""));
    let wrong = file("wrong.xml", "<a/>");
    for more in [&[][..], &["--keep-going"]] {
        let args = [&args[..], &["--wage-returns", &*wrong], more].concat();
        let (out, told, status) = run("payroll", &args, "");
        assert_eq!(status, 1, "{told}");
        is_dutch("wrong", &format!("{out}{told}").replace(&wrong, ""));
    }
}

/// The text of a page, without its marks and its style.
fn text_of(page: &str) -> String {
    let (mut text, mut rest) = (String::new(), page);
    while let Some((before, from)) = rest.split_once('<') {
        text.push_str(before);
        text.push('\n');
        let end = if from.starts_with("style") { "</style>" } else { ">" };
        rest = from.split_once(end).map_or("", |(_, after)| after);
    }
    text.replace("&#39;", "'").replace("&amp;", "&").replace('\u{a0}', " ") + rest
}

#[test]
fn the_report_is_dutch() {
    let more = ["--out", "-", "--from", "2026-09-01", "--next-percentage", "2.6"];
    let (page, told, status) = run("report", &more, "");
    assert_eq!(status, 0, "{told}");
    is_dutch("report", &text_of(&page));
    let (page, told, _) = run("report", &["--input", "-", "--out", "-", "--id", "c"], ALL_LAWS);
    is_dutch("report", &format!("{}\n{told}", text_of(&page)));
    for args in [&["--id", "z"][..], &[]] {
        let args = [&["--input", "-", "--out", "-"], args].concat();
        let (_, told, status) = run("report", &args, ALL_LAWS);
        assert_eq!(status, 2);
        is_dutch("ids", &told);
    }
}

/// A name of the contract has its Dutch word beside it, unless it is Dutch itself.
#[test]
fn each_name_of_the_contract_has_its_dutch_word() {
    const DUTCH: [&str; 2] = ["sector", "quotumpercentage"];
    let unknown = |text: &str| {
        let error = EmployerInput::from_json(text.as_bytes()).unwrap().employer.unwrap_err();
        assert_eq!(error.code(), "unknown_field", "{error}");
        error.localized(Language::Nl).to_string()
    };
    let year = r#""year":2026,"sector":"markt","paid_hours":"1","doelgroep_hours":"0""#;
    let change = Plan::from_json(br#"[{"hours":1}]"#).unwrap_err();
    let scenario = Vec::<Scenario>::from_json(br#"[{"hours":1}]"#).unwrap_err();
    let entry = National::from_json(br#"[{"hours":1}]"#).unwrap_err();
    let question = |answer: String| {
        let answer: Value = serde_json::from_str(&answer).unwrap();
        answer["error"]["message"].as_str().unwrap().to_owned()
    };
    let plan = plan_json(r#"{"hours":1}"#, &Options::new().in_language(Language::Nl));
    let texts = [
        question(plan),
        unknown(r#"{"hours":1}"#),
        unknown(&format!(r#"{{{year},"previous_year":{{"hours":1}}}}"#)),
        unknown(&format!(r#"{{{year},"previous_year":null,"scheme":{{"hours":1}}}}"#)),
        unknown(&format!(r#"{{{year},"previous_year":null,"missing":[{{"hours":1}}]}}"#)),
        change.localized(Language::Nl).to_string(),
        scenario.localized(Language::Nl).to_string(),
        entry.localized(Language::Nl).to_string(),
    ];
    let mut names = 0;
    for text in texts {
        let (_, known) = text.split_once("bekend zijn hier: ").unwrap();
        for name in known.split('`').skip(1).step_by(2) {
            let is_named = known.contains(&format!("`{name}` ("));
            assert!(is_named || DUTCH.contains(&name), "{name}: {text}");
            names += 1;
        }
    }
    assert!(names > 35, "only {names} names: does the test still read them?");
}

/// Receipts: the same, changed, and none.
#[test]
fn what_a_receipt_is_verified_to_be_is_said_in_dutch() {
    let path = file("receipts.jsonl", "");
    let (_, told, status) = run("calculator", &["--receipt", &path, "--force"], "");
    assert_eq!(status, 0, "{told}");
    let whole = fs::read_to_string(&path).unwrap();
    let (out, told, status) = run("calculator", &["--verify", &path], "");
    assert_eq!(status, 0, "{out}{told}");
    is_dutch("the same", &out);
    let changed = whole.replace(r#""quotumtekort":"3.2""#, r#""quotumtekort":"0.2""#);
    assert_ne!(changed, whole);
    let (out, _, status) = run("calculator", &["--verify", "-"], &format!("{changed}\n{{}}\nx\n"));
    assert_eq!(status, 1, "{out}");
    is_dutch("changed", &out);
}

/// English is the default, and stays it.
#[test]
fn english_is_the_default() {
    for program in PROGRAMS {
        let help = example(program, &["--help"], b"");
        let help = String::from_utf8(help.stdout).unwrap();
        assert!(help.contains("Usage: ") && help.contains("Print help"), "{program}: {help}");
    }
}
