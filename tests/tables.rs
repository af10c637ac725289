//! Tables out: the contract's columns, in the plain form and as Excel opens them in a Dutch setting.
#![cfg(all(feature = "serde", feature = "loonaangifte", feature = "dialects"))]
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use common::{calculator, example, example_in};
use serde_json::Value;

const COLUMNS: &str = "id,year,sector,regime,liability,hours_base,quotumpercentage,required_jobs,\
    realised_jobs,quotumtekort,surplus_jobs,quotumheffing,levy_status,payable,payable_status,\
    inclusiviteitsheffing,bonus,net,complete,hours_until,error";

/// An employer of each kind: both laws, nothing known, days missing, and one that is refused.
const EMPLOYERS: &str = concat!(
    r#"{"id":"school","year":2026,"sector":"overheid","paid_hours":"180000","doelgroep_hours":"2662","previous_year":{"paid_hours":"178000"}}"#,
    "\n",
    r#"{"id":"bakery, \"the\" best","year":2026,"sector":"markt","paid_hours":"180000","doelgroep_hours":"0","previous_year":null}"#,
    "\n",
    r#"{"id":"=1+1","year":2026,"sector":"overheid","paid_hours":"50000","doelgroep_hours":"100","previous_year":null,"hours_until":"2026-06-30"}"#,
    "\n",
    r#"{"id":"new","year":2029,"sector":"markt","paid_hours":"520000","doelgroep_hours":"7240.5","previous_year":null,"quotumpercentage":"2.1","scheme":{"activation_decided_in":2027,"surcharge_percentage":"0.5","bonus_per_hour":"3.77","bonus_maximum":"5000","premium_wage":"7150000","premium_wage_two_years_before":"7000000","average_premium_wage_two_years_before":"40000","bonus_workers":[{"paid_hours":"1000"}]}}"#,
    "\n",
    r#"{"id":"wrong","year":2026,"sector":"overheid","paid_hours":"-1","doelgroep_hours":"0","previous_year":null}"#,
    "\n",
);

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn table(text: &str, separator: u8) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

fn json(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What a cell shows of a field.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn run(args: &[&str], input: &str) -> Output {
    calculator(&[&["--input", "-"], args].concat(), input.as_bytes())
}

#[test]
fn the_table_has_the_contracts_columns_and_what_the_json_says() {
    let (csv, lines) =
        (run(&["--format", "csv"], EMPLOYERS), run(&["--format", "json"], EMPLOYERS));
    assert_eq!((csv.status.code(), lines.status.code()), (Some(1), Some(1)));
    let (csv, lines) = (text(&csv), json(&text(&lines)));
    assert_eq!(csv.lines().next().unwrap(), COLUMNS);
    let rows = table(&csv, b',');
    assert_eq!(rows.len(), lines.len());
    for (row, line) in rows.iter().zip(&lines) {
        for (column, found) in row.iter().filter(|(column, _)| *column != "error") {
            let mut expected = cell(&line[column]);
            if column == "id" && expected.starts_with('=') {
                expected.insert(0, '\'');
            }
            if column == "year" && line["error"].is_object() {
                expected = "2026".to_owned();
            }
            assert_eq!(*found, expected, "{column} of {line}");
        }
    }
    let error = "line 5: paid_hours: -1 is negative; the least is 0 [negative]";
    assert_eq!(rows[4]["error"], error);
    assert!(rows[..4].iter().all(|row| row["error"].is_empty()));
}

#[test]
fn excel_in_a_dutch_setting_opens_the_table() {
    let output = text(&run(&["--format", "csv", "--dialect", "excel-nl"], EMPLOYERS));
    let rest = output.strip_prefix('\u{feff}').unwrap();
    assert!(rest.starts_with(&COLUMNS.replace(',', ";")), "{rest}");
    assert!(rest.lines().count() > 4 && rest.matches("\r\n").count() == rest.matches('\n').count());
    let rows = table(rest, b';');
    assert_eq!((&*rows[0]["quotumheffing"], &*rows[0]["quotumpercentage"]), ("7000,00", "2,58"));
    assert_eq!(rows[2]["hours_until"], "30-06-2026");
    assert_eq!(rows[3]["net"], "-31980,00");
    // The words are the contract's unless Dutch is asked for.
    assert_eq!((&*rows[0]["liability"], &*rows[2]["complete"]), ("liable", "false"));
    let dutch =
        text(&run(&["--format", "csv", "--dialect", "excel-nl", "--lang", "nl"], EMPLOYERS));
    let rows = table(dutch.strip_prefix('\u{feff}').unwrap(), b';');
    assert_eq!(rows[0]["heffingsplicht"], "heffingsplichtig");
    assert_eq!((&*rows[2]["volledig"], &*rows[0]["status_te_betalen"]), ("nee", "alleen berekend"));
    assert!(rows[4]["fout"].starts_with("regel 5: "), "{rows:?}");
    for english in ["liable", "not_executed", "computed_only", "never_activated", "false"] {
        assert!(!dutch.contains(english), "{english}: {dutch}");
    }
}

#[test]
fn a_text_is_never_a_formula_and_a_number_stays_one() {
    let ids = ["=1+1", "+31", "-5", "@a", "'=x", "'x", "a=b"];
    let lines: String = ids
        .iter()
        .map(|id| EMPLOYERS.lines().next().unwrap().replace("school", id) + "\n")
        .collect();
    let output = text(&run(&["--format", "csv"], &lines));
    let shown: Vec<_> = table(&output, b',').into_iter().map(|row| row["id"].clone()).collect();
    assert_eq!(shown, ["'=1+1", "'+31", "'-5", "'@a", "''=x", "'x", "a=b"]);
    let rows = table(&text(&run(&["--format", "csv"], EMPLOYERS)), b',');
    assert_eq!(rows[3]["net"], "-31980.00");
}

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/payroll/sample")
}

fn payroll(args: &[&str]) -> Output {
    let files = [
        "--year",
        "2026",
        "--employers",
        "employers.csv",
        "--records",
        "records.csv",
        "--register",
        "register.csv",
        "--attributions",
        "attributions.csv",
    ];
    example_in(&sample(), "payroll", &[&files[..], args].concat(), b"")
}

#[test]
fn payroll_writes_the_same_table() {
    let rows = table(&text(&payroll(&["--format", "csv"])), b',');
    let lines = json(&text(&payroll(&["--format", "json"])));
    assert_eq!(rows.len(), lines.len());
    for (row, line) in rows.iter().zip(&lines) {
        for (column, found) in row {
            assert_eq!(*found, cell(&line[column]), "{column} of {line}");
        }
    }
}

/// From payroll to a table of totals, through Excel, to the calculator: the same outcomes.
#[test]
fn totals_that_payroll_writes_are_read_back_by_the_calculator() {
    let expected = text(&payroll(&["--format", "csv"]));
    for form in [
        &[][..],
        &["--dialect", "excel-nl"],
        &["--dialect", "excel-nl", "--lang", "nl"],
        &["--lang", "nl"],
    ] {
        let totals = payroll(&[&["--format", "csv", "--emit", "inputs"], form].concat());
        assert_eq!(totals.status.code(), Some(0));
        let read = run(&["--format", "csv"], &text(&totals));
        assert_eq!(text(&read), expected, "{form:?}");
    }
    let scheme = [
        "--activation-decided-in=2024",
        "--surcharge-percentage=0.5",
        "--bonus-per-hour=3.77",
        "--bonus-maximum=5000",
        "--average-premium-wage-two-years-before=40000",
    ];
    let refused = payroll(&[&["--format", "csv", "--emit", "inputs"], &scheme[..]].concat());
    assert_eq!(refused.status.code(), Some(2), "a table of totals has no scheme");
}

const TOTALS: &str = "id,year,sector,paid_hours,doelgroep_hours,previous_year_paid_hours\n\
    school,2026,overheid,180000,2662,178000\n\
    bakery,2026,markt,180000,2662,178000\n";

#[test]
fn the_calculator_reads_a_table_of_totals_by_its_first_character() {
    for input in [TOTALS.to_owned(), format!("\u{feff}\n\n{TOTALS}"), TOTALS.replace(',', "\t")] {
        let output = run(&["--format", "json"], &input);
        assert_eq!(output.status.code(), Some(0), "{input}");
        let lines = json(&text(&output));
        assert_eq!((lines.len(), &lines[0]["quotumheffing"]), (2, &"7000.00".into()), "{input}");
    }
    let wrong = TOTALS.replace("2662,178000\nbakery", "x,178000\nbakery");
    let output = run(&["--format", "json"], &wrong);
    let lines = json(&text(&output));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!((&lines[0]["id"], &lines[0]["line"]), (&"school".into(), &2.into()));
    assert_eq!(lines[0]["error"]["code"], "not_a_number");
    assert_eq!(lines[0]["error"]["field"], "doelgroep_hours");
    assert_eq!(lines[1]["id"], "bakery");
}

#[test]
fn what_a_table_is_in_is_said_once_beside_the_answers() {
    let dutch = "werkgever;jaar;sector;verloonde uren;doelgroep uren\nschool;2026;overheid;180.000,50;2.662\n";
    let output = run(&["--format", "json"], dutch);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("semicolon") && said.contains("decimal comma"), "{said}");
    assert_eq!(json(&String::from_utf8(output.stdout).unwrap())[0]["hours_base"], "180000.5");
    assert!(run(&["--format", "json"], TOTALS).stderr.is_empty());
}

/// Nothing in the file shows whether 180.000 is a thousand times 180: the error says so, and the flags
/// are the way out.
#[test]
fn what_a_table_does_not_show_is_said_by_a_flag() {
    let table = "jaar;sector;verloonde uren;doelgroep uren\n2026;overheid;180.000;2.662\n";
    let output = run(&["--format", "json"], table);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(json(&text(&output))[0]["error"]["code"], "ambiguous_number");
    let comma = run(&["--format", "json", "--decimal", "comma"], table);
    assert_eq!(json(&text(&comma))[0]["hours_base"], "180000");
    let page =
        example("report", &["--input", "-", "--out", "-", "--decimal", "comma"], table.as_bytes());
    assert_eq!(page.status.code(), Some(0), "{}", String::from_utf8_lossy(&page.stderr));
    let encoding =
        run(&["--format", "json", "--decimal", "comma", "--encoding", "windows-1252"], table);
    assert_eq!(encoding.status.code(), Some(0));
    assert_eq!(run(&["--decimal", "dot"], table).status.code(), Some(2));
}

#[test]
fn a_default_quotumpercentage_is_for_those_without_any() {
    let given =
        TOTALS.replace("previous_year_paid_hours", "previous_year_paid_hours,quotumpercentage");
    let given = given.replace("178000\n", "178000,\n") + "shop,2026,markt,180000,2662,178000,1.9\n";
    let args = ["--default-quotumpercentage", "2.1", "--format", "json"];
    let lines = json(&text(&run(&args, &given)));
    let found =
        |line: &Value| (cell(&line["quotumpercentage"]), cell(&line["quotumpercentage_source"]));
    let found: Vec<_> = lines.iter().map(found).collect();
    let expected = [("2.58", "published"), ("2.10", "given"), ("1.90", "given")];
    assert_eq!(found, expected.map(|(value, source)| (value.to_owned(), source.to_owned())));
}

#[test]
fn sums_are_the_same_as_text_json_and_csv_in_both_languages() {
    let args = ["--sum-by", "sector,year", "--sweep", "1.5", "2.5"];
    let of = |more: &[&str]| text(&run(&[&args[..], more].concat(), EMPLOYERS));
    let lines = json(&of(&["--format", "json"]));
    let keys: Vec<_> = lines
        .iter()
        .map(|it| ["quotumpercentage", "year", "sector", "employers"].map(|key| cell(&it[key])))
        .collect();
    let row = |percentage, year, sector, employers| {
        [percentage, year, sector, employers].map(str::to_owned)
    };
    assert_eq!(
        keys,
        [
            row("1.50", "2026", "overheid", "2"),
            row("1.50", "2026", "markt", "1"),
            row("1.50", "2026", "", "1"),
            row("1.50", "2029", "markt", "1"),
            row("2.50", "2026", "overheid", "2"),
            row("2.50", "2026", "markt", "1"),
            row("2.50", "2026", "", "1"),
            row("2.50", "2029", "markt", "1"),
        ]
    );
    assert_eq!(lines[2]["not_assessed"], 1);
    let rows = table(&of(&["--format", "csv"]), b',');
    assert_eq!(rows.len(), lines.len());
    for (row, line) in rows.iter().zip(&lines) {
        for (column, found) in row {
            assert_eq!(*found, cell(&line[column]), "{column} of {line}");
        }
    }
    let (english, dutch) = (of(&[]), of(&["--lang", "nl"]));
    // (4,500 - 2,662) / 1,331 = 1.3 and (1,250 - 100) / 1,331 = 0.8.
    let shown = |text: &str, start: &str| {
        text.lines().find(|line| line.trim_start().starts_with(start)).map(str::to_owned)
    };
    let cells = |line: Option<String>| {
        line.unwrap().split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let english = cells(shown(&english, "2.50% 2026      overheid"));
    assert_eq!(
        english[3..],
        ["2", "1", "0", "1", "0", "4.2", "2.0", "2.1", "0.0", "6,500.00", "0.00"]
    );
    let dutch = cells(shown(&dutch, "2,50% 2026      overheid"));
    assert_eq!(
        dutch[3..],
        ["2", "1", "0", "1", "0", "4,2", "2,0", "2,1", "0,0", "6.500,00", "0,00"]
    );
}

#[test]
fn a_sum_that_lacks_an_input_says_which_and_ends_with_status_1() {
    let output = run(&["--sum-by", "sector"], EMPLOYERS);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(
        said,
        "calculator: line 5 (wrong): paid_hours: -1 is negative; the least is 0 [negative]\n"
    );
    let dutch = run(&["--sum-by", "sector", "--lang", "nl"], EMPLOYERS).stderr;
    assert_eq!(
        String::from_utf8(dutch).unwrap(),
        "calculator: regel 5 (wrong): verloonde uren (paid_hours): `-1` is negatief; minimaal 0 [negative]\n"
    );
    let shown = text(&output);
    assert!(shown.contains("markt: 1 without a known quotumpercentage"), "{shown}");
    assert_eq!(run(&["--sum-by", "year"], TOTALS).status.code(), Some(0));
}

#[test]
fn the_chart_of_a_sweep_has_each_percentage_and_replaces_no_file_unasked() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("sweep.svg");
    let _ = fs::remove_file(&path);
    let chart = path.to_str().unwrap();
    let args = ["--sweep", "1.5", "2.5", "--sum-by", "sector", "--chart", chart];
    assert_eq!(run(&args, TOTALS).status.code(), Some(0));
    let svg = fs::read_to_string(&path).unwrap();
    assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""), "{svg}");
    // 180,000 x 2.5 % = 3.3 jobs, of which 1.3 are short.
    assert!(svg.contains("market, 2.50%: required 3.3, of which filled 2.0"), "{svg}");
    let mut reader = quick_xml::Reader::from_str(&svg);
    while reader.read_event().unwrap() != quick_xml::events::Event::Eof {}
    let again = run(&[&args[..], &["--lang", "nl"]].concat(), TOTALS);
    assert_eq!(again.status.code(), Some(1));
    assert_eq!(fs::read_to_string(&path).unwrap(), svg);
    let forced = run(&[&args[..], &["--lang", "nl", "--force"]].concat(), TOTALS);
    assert_eq!(forced.status.code(), Some(0));
    let svg = fs::read_to_string(&path).unwrap();
    assert!(svg.contains("markt, 2,50%: vereist 3,3, waarvan vervuld 2,0"), "{svg}");
}

#[test]
fn flags_that_do_not_go_together_are_a_wrong_command_line() {
    for args in [
        &["--dialect", "excel-nl"][..],
        &["--chart", "x.svg"],
        &["--sum-by", "region"],
        &["--sweep", "101"],
        &["--sweep", "2", "--default-quotumpercentage", "2"],
        &["--format", "csv", "--explain"],
        &["--sum-by", "year", "--explain"],
        &["--force"],
    ] {
        assert_eq!(run(args, TOTALS).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn an_input_without_employers_is_an_error_in_each_program() {
    for (program, args) in [
        ("calculator", &["--input", "-"][..]),
        ("calculator", &["--input", "-", "--format", "csv"]),
        ("calculator", &["--input", "-", "--sum-by", "year"]),
        ("plan", &["--input", "-"]),
        ("report", &["--input", "-", "--out", "-"]),
    ] {
        for input in ["", " \n\n", "\u{feff}\n"] {
            let output = example(program, args, input.as_bytes());
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(1), "{program} {args:?} {said}");
            assert_eq!(said, format!("{program}: no employers in the input\n"));
            let output = example(program, &[args, &["--lang", "nl"]].concat(), input.as_bytes());
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(said, format!("{program}: de invoer bevat geen werkgevers\n"));
        }
    }
    let header = TOTALS.lines().next().unwrap();
    let output = run(&[], &format!("{header}\n"));
    assert_eq!(output.status.code(), Some(1), "a header alone");
}

const SCHOOL: [&str; 10] = [
    "--year",
    "2026",
    "--sector",
    "Overheid",
    "--paid-hours",
    "180000",
    "--paid-hours-previous-year",
    "178000",
    "--doelgroep-hours",
    "2662",
];

#[test]
fn a_sector_is_read_as_people_write_it_on_each_command_line() {
    for sector in ["Overheid", "government", "OVERHEID"] {
        let school = SCHOOL.map(|arg| if arg == "Overheid" { sector } else { arg });
        let lines = json(&text(&calculator(&[&school[..], &["--format", "json"]].concat(), b"")));
        assert_eq!(
            (&lines[0]["sector"], &lines[0]["quotumtekort"]),
            (&"overheid".into(), &"1.4".into())
        );
        assert_eq!(example("plan", &school, b"").status.code(), Some(0), "{sector}");
    }
    // In JSON only the contract's word.
    let line = EMPLOYERS.lines().next().unwrap().replace("overheid", "Overheid");
    assert_eq!(run(&[], &line).status.code(), Some(1));
}

#[test]
fn a_plan_is_a_table_of_figures_that_its_json_has_too() {
    let rows = table(&text(&example("plan", &["--format", "csv"], b"")), b',');
    let all: Value =
        serde_json::from_slice(&example("plan", &["--format", "json"], b"").stdout).unwrap();
    let find = |part: &str, scenario: &str, way: &str, figure: &str| {
        let is_it = |row: &&BTreeMap<String, String>| {
            row["part"] == part
                && row["scenario"] == scenario
                && row["way"] == way
                && row["figure"] == figure
        };
        let mut found = rows.iter().filter(is_it);
        let row = found.next().unwrap_or_else(|| panic!("{part} {scenario} {way} {figure}"));
        assert_eq!(found.next(), None, "{part} {scenario} {way} {figure}");
        row["value"].clone()
    };
    for way in all["ways"].as_array().unwrap() {
        for name in ["hours_to_zero", "hours_to_quota"] {
            assert_eq!(find("gap", "", &cell(&way["way"]), name), cell(&way[name]));
        }
        let next = cell(&way["hours_to_next_tenth"]["hours"]);
        assert_eq!(find("gap", "", &cell(&way["way"]), "hours_to_next_tenth"), next);
    }
    for both in all["comparisons"].as_array().unwrap() {
        let name = cell(&both["scenario"]);
        let (old, new) = (&both["quotumheffing"], &both["wet_banenafspraak"]);
        assert_eq!(find("comparison", &name, "", "quotumheffing"), cell(&old["quotumheffing"]));
        assert_eq!(find("comparison", &name, "", "net"), cell(&new["net"]));
        let jobs = cell(&both["break_even"]["jobs"]);
        assert_eq!(find("comparison", &name, "", "break_even_jobs"), jobs);
    }
    assert_eq!(find("people", "", "employed", "people"), cell(&all["people"]["people"]));
    let dutch = ["--format", "csv", "--dialect", "excel-nl", "--lang", "nl"];
    let dutch = text(&example("plan", &dutch, b""));
    let head =
        "\u{feff}werkgever;jaar;sector;onderdeel;scenario;manier;cijfer;waarde;eenheid;fout\r\n";
    assert!(dutch.starts_with(head), "{dutch}");
    assert!(
        dutch.contains(";tekort wegwerken;;in dienst;uren tot het volledige quotum;1326,37;uren;"),
        "{dutch}"
    );
}

/// 1,897.87 hours by one person in six weeks is more than 300 hours a week, and by two 158.
#[test]
fn more_hours_than_anyone_can_work_cannot_be_done_by_that_date() {
    let plan = |people: &str, lang: &str, format: &str| {
        let args = ["--hours-until", "2026-12-20", "--from", "2026-11-20", "--people", people];
        let more = ["--lang", lang, "--format", format];
        text(&example("plan", &[&SCHOOL[..], &args, &more].concat(), b""))
    };
    for people in ["1", "3"] {
        let english = plan(people, "en", "text");
        let no = format!(
            "  with {people}: cannot be done by the end of the year: more than 60 hours a week"
        );
        assert!(english.contains(&no), "{english}");
        assert!(
            plan(people, "nl", "text")
                .contains(&format!("  met {people}: niet haalbaar vóór het einde van het jaar"))
        );
    }
    // JSON has the number, as before; the table has the reason.
    let json: Value = serde_json::from_str(&plan("3", "en", "json")).unwrap();
    assert_eq!(json["people"]["instead"]["hours_per_week"], "108.95");
    let rows = table(&plan("3", "en", "csv"), b',');
    let row = rows
        .iter()
        .find(|row| row["scenario"] == "with 3" && row["figure"] == "hours_per_week")
        .unwrap();
    assert!(row["value"].is_empty() && row["error"].starts_with("cannot be done"), "{row:?}");
    // What can be worked is a number still.
    assert!(
        plan("6", "en", "text").contains("  with 6: 54.48 hours a week"),
        "{}",
        plan("6", "en", "text")
    );
}
