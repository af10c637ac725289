//! The example calculator as a process: what goes in, what comes out, and its exit status.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::calculator;
use serde_json::Value;

const GOOD: &str = r#"{"id":"a","year":2026,"sector":"overheid","paid_hours":180000.00,"doelgroep_hours":"2662","previous_year":{"paid_hours":178000}}"#;

fn json(input: &str) -> (Vec<Value>, i32) {
    let output = calculator(&["--input", "-", "--format", "json"], input.as_bytes());
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text.lines().map(|line| serde_json::from_str(line).unwrap());
    (lines.collect(), output.status.code().unwrap())
}

#[test]
fn the_bundled_employers_are_assessed() {
    let output = calculator(&[], b"");
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(
        text.contains("school-2           2026 overheid       3.4       2.0      1.4"),
        "{text}"
    );
}

/// The dates of every year assessed for the quotumheffing stand below, once, with their articles.
#[test]
fn the_dates_of_each_year_are_told() {
    let lines = [GOOD, GOOD, &GOOD.replace("2026", "2024").replace("\"a\"", "\"b\"")].join("\n");
    let dates = |args: &[&str]| {
        let output = calculator(&[&["--input", "-"], args].concat(), lines.as_bytes());
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().filter(|line| line.contains(" 20")).map(str::to_owned).collect::<Vec<_>>()
    };
    let english = dates(&[]);
    assert_eq!(
        english[english.len() - 2..],
        [
            "2024   1 May 2025           1 August 2025        1 November 2025      12 December 2025     31 December 2029",
            "2026   1 May 2027           1 August 2027        1 November 2027      12 December 2027     31 December 2031",
        ]
    );
    let dutch = dates(&["--lang", "nl"]).pop().unwrap();
    assert!(dutch.starts_with("2026   1 mei 2027           1 augustus 2027"), "{dutch}");
}

#[test]
fn an_object_an_array_and_lines_give_the_same() {
    let pretty = GOOD.replace(',', ",\n").replace('{', "{\n");
    for input in [
        GOOD.to_owned(),
        pretty,
        format!("[{GOOD}]"),
        format!("\u{feff}\r\n\n{GOOD}\r\n\n"),
        format!("\u{feff}{GOOD}"),
    ] {
        let (lines, status) = json(&input);
        assert_eq!((lines.len(), status), (1, 0), "{input}");
        assert_eq!(lines[0]["quotumtekort"], "1.4", "{input}");
        assert_eq!(lines[0]["quotumheffing"], "7000.00", "{input}");
        assert_eq!(lines[0]["hours_base"], "180000", "{input}");
    }
}

#[test]
fn a_wrong_line_loses_nothing_of_the_others() {
    let typo = GOOD.replace("doelgroep_hours", "doelgroep_uren").replace("\"a\"", "\"b\"");
    let (lines, status) = json(&format!("{{\"id\": \"cut\"\n{GOOD}\n\n{typo}\nnot json\n{GOOD}"));
    assert_eq!((lines.len(), status), (5, 1));
    assert_eq!(lines[0]["error"]["code"], "invalid_json");
    assert_eq!(lines[0]["line"], 1);
    assert_eq!(lines[1]["id"], "a");
    assert_eq!(lines[2]["id"], "b");
    assert_eq!(lines[2]["line"], 4);
    assert_eq!(lines[2]["error"]["code"], "unknown_field");
    assert_eq!(lines[2]["error"]["field"], "doelgroep_uren");
    assert_eq!(lines[3]["error"]["field"], Value::Null);
    assert_eq!(lines[4], lines[1]);
}

#[test]
fn a_nested_error_names_its_path() {
    let scheme = r#","scheme":{"activation_decided_in":2024,"surcharge_percentage":"1","bonus_per_hour":"3.77","bonus_maximum":"5000","premium_wage":"1","premium_wage_two_years_before":"1","average_premium_wage_two_years_before":"1","bonus_workers":[{"paid_hours":"1"},{"paid_hours":"-1"}]}}"#;
    let wrong = format!("{}{scheme}", GOOD.strip_suffix('}').unwrap());
    let previous = GOOD.replace("178000", "\"1.005\"");
    let (lines, status) = json(&format!("{wrong}\n{previous}"));
    assert_eq!(status, 1);
    assert_eq!(lines[0]["error"]["field"], "scheme.bonus_workers[1].paid_hours");
    assert_eq!(lines[0]["error"]["code"], "negative");
    assert_eq!(lines[1]["error"]["field"], "previous_year.paid_hours");
    assert_eq!(lines[1]["error"]["code"], "too_precise");
}

#[test]
fn one_employer_by_flags() {
    let flags = [
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
        "--format",
        "json",
        "--lang",
        "nl",
        "--explain",
    ];
    let output = calculator(&flags, b"");
    let outcome: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(outcome["quotumheffing"], "7000.00");
    let tekort = &outcome["explanation"][9];
    assert_eq!(tekort["label"], "Quotumtekort");
    assert_eq!(
        tekort["formula"],
        "(4.644,00 - 2.662,00) / 1.331,00, afgerond naar beneden op 1 decimaal"
    );
    assert_eq!(tekort["value"], "1.4");
    assert_eq!(tekort["unit"], "banen");
    assert_eq!(tekort["source"], "Wfsv 38g lid 3; Regeling Wfsv 3.32; Besluit Wfsv 2.23 lid 3");
}

#[test]
fn the_exit_status_tells_a_wrong_command_line_from_wrong_input() {
    let flags = ["--year", "2026", "--sector", "overheid", "--paid-hours-previous-year", "1"];
    let with = |more: &[&'static str]| [&flags, more].concat();
    let wrong_value = with(&["--doelgroep-hours", "0", "--paid-hours", "-5"]);
    assert_eq!(calculator(&wrong_value, b"").status.code(), Some(1));
    for wrong in
        [with(&[]), vec!["--nonsense"], vec!["--input", "/no/such/file"], vec!["--lang", "fr"]]
    {
        assert_eq!(calculator(&wrong, b"").status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn bytes_that_are_no_text_are_an_error_of_their_line() {
    let mut input = b"{\"id\":\"\xff\"}\n".to_vec();
    input.extend_from_slice(GOOD.as_bytes());
    let output = calculator(&["--input", "-", "--format", "json"], &input);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 2);
}

#[test]
fn one_object_broken_over_lines_is_one_error() {
    let broken = GOOD.replace(',', ",\n").replace("\"overheid\"", "overheid");
    let (lines, status) = json(&broken);
    assert_eq!((lines.len(), status), (1, 1));
    assert_eq!(lines[0]["error"]["code"], "invalid_json");
}

#[test]
fn an_id_cannot_break_the_table() {
    let ids = ["a\\nFAKE \\u001b[31m", "a very long name of an employer", ""];
    let input: String =
        ids.map(|id| format!("{}\n", GOOD.replace("\"a\"", &format!("\"{id}\"")))).concat();
    let output = calculator(&["--input", "-"], input.as_bytes());
    let text = String::from_utf8(output.stdout).unwrap();
    let rows = text.lines().skip(2).take(3).map(|row| row.chars().take(18).collect::<String>());
    let names: Vec<String> = rows.map(|name| name.trim_end().to_owned()).collect();
    assert_eq!(names, ["a\\nFAKE \\u{1b}[31m", "a very long name …", "#3"], "{text}");
    assert!(!text.contains('\u{1b}'), "{text}");
}

/// Following the advice to the letter closes the gap, and an hour less does not.
#[test]
fn the_advice_is_true() {
    let advice = |doelgroep: &str| {
        let input = GOOD.replace("180000.00", "1000000").replace("2662", doelgroep);
        let output = calculator(&["--input", "-"], input.as_bytes());
        String::from_utf8(output.stdout).unwrap()
    };
    let text = advice("0");
    assert!(text.contains("25,800.00 hours by the doelgroep (in place of other hours"), "{text}");
    assert!(advice("25800").contains("The quota is met"));
    assert!(advice("25799.99").contains("Less than a tenth of a job short"));
    assert!(advice("25666.89").contains("Short 0.1 jobs: 133.11 hours"));
}

/// A levy of zero of who is exempt and one that is computed but not collected carry a mark, and the
/// marks that are used are explained below the table.
#[test]
fn a_levy_that_is_not_what_it_seems_is_marked() {
    let table =
        |flags: &[&str], input: &[u8]| String::from_utf8(calculator(flags, input).stdout).unwrap();
    let sample = table(&[], b"");
    let end = |name: &str| {
        let row = sample.lines().find(|row| row.starts_with(name)).unwrap();
        row.split_whitespace().skip(7).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(end("school-2"), ["7,000.00", "*", "-"]);
    assert_eq!(end("museum-6"), ["0.00", "x", "-"]); // exempt
    assert_eq!(end("waterschap-3"), ["0.00", "-"]); // the quota is met
    assert_eq!(end("logistiek-8"), ["35,750.00", "-22,079.00"]); // due
    let legend =
        "* computed, but not collected\nx not owed: exempt, or the surcharge has not begun\n";
    assert!(sample.contains(legend), "{sample}");
    let dutch = table(&["--lang", "nl"], b"");
    let legend = "* berekend, maar niet geheven\nx niet verschuldigd: vrijgesteld, of de opslag is nog niet ingegaan\n";
    assert!(dutch.contains(legend), "{dutch}");
    let met = GOOD.replace("2662", "5000");
    let met = table(&["--input", "-"], met.as_bytes());
    assert!(!met.contains("\n* ") && !met.contains("\nx "), "{met}");
    let short = table(&["--input", "-"], GOOD.as_bytes());
    assert!(short.contains("\n* ") && !short.contains("\nx "), "{short}");
}

/// What is wrong with an employer by flags is said in flags, and without a line.
#[test]
fn an_error_of_a_flag_names_the_flag() {
    let base = ["--year", "2026", "--sector", "overheid", "--doelgroep-hours", "0", "--paid-hours"];
    let before = "--paid-hours-previous-year";
    for (more, message) in [
        (&["-5", before, "1"][..], "--paid-hours: -5 is negative; the least is 0 [negative]"),
        (
            &["9", before, "1", "--lent-out-agency-hours-previous-year", "2"],
            "--lent-out-agency-hours-previous-year: 2 is more than --paid-hours-previous-year, 1, of which it is a part [part_exceeds_whole]",
        ),
        (
            &["9", before, "1", "--surcharge-percentage", "1"],
            "--activation-decided-in: missing [missing_field]",
        ),
    ] {
        let flags = [&base, more].concat();
        let text = String::from_utf8(calculator(&flags, b"").stdout).unwrap();
        assert!(text.starts_with(&format!("Could not be assessed\n  {message}\n")), "{text}");
    }
    let flags = [&base[..], &["-5", before, "1", "--format", "json", "--id", "a"]].concat();
    let refused: Value = serde_json::from_slice(&calculator(&flags, b"").stdout).unwrap();
    // For programs the field keeps its name in the contract.
    assert_eq!((&refused["id"], &refused["line"]), (&"a".into(), &Value::Null));
    assert_eq!(refused["error"]["field"], "paid_hours");
    assert_eq!(refused["error"]["message"], "--paid-hours: -5 is negative; the least is 0");
}

/// The place of a syntax error is told once, by the lines of the input.
#[test]
fn a_syntax_error_has_one_place() {
    let told = |input: &str| {
        let text =
            String::from_utf8(calculator(&["--input", "-"], input.as_bytes()).stdout).unwrap();
        let told = text.lines().filter_map(|line| line.strip_suffix(" [invalid_json]"));
        told.map(|line| line.trim().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        told(&format!("{GOOD}\n{{\"id\":\n{GOOD}\n{{\"a\": }}\n")),
        [
            "line 2 (#2): EOF while parsing a value at column 6",
            "line 4 (#4): expected value at column 7"
        ]
    );
    assert_eq!(
        told("\n\n{\"id\": \"x\",\n\"year\": z}"),
        ["line 4 (#4): expected value at column 9"]
    );
    let array = format!("\n[{GOOD},\n {{\"id\" }}]");
    assert_eq!(told(&array), ["employer 2 (#2): expected `:` on line 3, column 8"]);
}
