//! Text of others cannot turn around, hide or move what an example prints: one escape for all.
#![cfg(all(feature = "payroll", feature = "serde"))]
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::Output;

use banenafspraak::payroll::{Attributions, Payroll, Register};
use banenafspraak::{EmployerYear, Figure, FigureName, Figures, Hours, Language, Sector, Year};
use common::{calculator, example};

/// What hides, in JSON and CSV alike: an override, a separator of lines, a space without width.
const HOSTILE: &str = "a\u{202e}b\u{2028}\u{200b}";
const SHOWN: &str = r"a\u{202e}b\u{2028}\u{200b}";

const EMPLOYER: &str = include_str!("../examples/plan/sample/employer.json");

const FORMAT: [RangeInclusive<char>; 7] = [
    '\u{ad}'..='\u{ad}',
    '\u{61c}'..='\u{61c}',
    '\u{200b}'..='\u{200f}',
    '\u{2028}'..='\u{202e}',
    '\u{2060}'..='\u{206f}',
    '\u{e000}'..='\u{f8ff}',
    '\u{feff}'..='\u{feff}',
];

fn is_hidden(character: char) -> bool {
    match character {
        '\n' => false,
        other => other.is_control() || FORMAT.iter().any(|range| range.contains(&other)),
    }
}

/// Both outputs, in which nothing hides.
#[track_caller]
fn printed(output: &Output) -> [String; 2] {
    [&output.stdout, &output.stderr].map(|bytes| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(!text.contains(is_hidden), "{text:?}");
        text
    })
}

/// An employer of this id in one line, with its sector.
fn line(id: &str, sector: &str) -> String {
    let line = EMPLOYER.replace('\n', " ").replace("\"school\"", &format!("\"{id}\""));
    line.replace("\"overheid\"", &format!("\"{sector}\""))
}

fn file(name: &str, text: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("printable");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), text).unwrap();
    folder.join(name).to_str().unwrap().to_owned()
}

#[test]
fn the_calculator_prints_ids_and_values_escaped() {
    let input = [line(HOSTILE, "overheid"), line(HOSTILE, HOSTILE), format!("{{\"{HOSTILE}\":1}}")];
    for lang in ["en", "nl"] {
        let output =
            calculator(&["--input", "-", "--lang", lang, "--explain"], input.join("\n").as_bytes());
        assert_eq!(output.status.code(), Some(1));
        let [out, _] = printed(&output);
        assert!(out.contains(&format!("\n  {SHOWN}: ")), "{out}");
        assert!(out.contains(&format!("2 ({SHOWN}): sector: `{SHOWN}` is not one of")), "{out}");
        assert!(out.contains(&format!(": {SHOWN}: unknown field")), "{out}");
    }
    // In JSON the id is given back as it came.
    let json = calculator(&["--input", "-", "--format", "json"], input.join("\n").as_bytes());
    let json = String::from_utf8(json.stdout).unwrap();
    assert!(json.starts_with(&format!("{{\"id\":\"{HOSTILE}\"")), "{json}");
    let nowhere = calculator(&["--input", &format!("/{HOSTILE}")], b"");
    assert!(printed(&nowhere)[1].starts_with(&format!("calculator: /{SHOWN}: ")));
}

#[test]
fn plan_and_report_print_ids_names_and_sources_escaped() {
    let scenarios = include_str!("../examples/plan/sample/scenarios.json");
    let scenarios = scenarios.replace("letter of 2018", HOSTILE).replace("Stcrt.", HOSTILE);
    let scenarios = file("scenarios.json", &scenarios);
    let id = line(HOSTILE, "overheid");
    let plan = example("plan", &["--input", "-", "--scenarios", &scenarios], id.as_bytes());
    let [out, told] = printed(&plan);
    assert_eq!(plan.status.code(), Some(0), "{told}");
    assert!(out.starts_with(&format!("{SHOWN}, 2026, overheid\n")), "{out}");
    assert!(out.contains(&format!("\n  {SHOWN}\n")), "{out}");
    assert!(out.contains(&format!("published, {SHOWN} 2025, 42324")), "{out}");
    let wrong = file("wrong.json", &format!("[{{\"{HOSTILE}\":1}}]"));
    let plan = example("plan", &["--input", "-", "--scenarios", &wrong], id.as_bytes());
    assert!(printed(&plan)[1].contains(SHOWN));

    let report = |args: &[&str]| {
        let lines = [id.as_str(), &line("other", "overheid")].join("\n");
        printed(&example("report", &[&["--input", "-"], args].concat(), lines.as_bytes()))
    };
    let [_, told] = report(&[]);
    assert!(told.contains(&format!("choose one with --id:\n  {SHOWN}\n  other\n")), "{told}");
    let page = example("report", &["--input", "-", "--out", "-"], id.as_bytes());
    let page = String::from_utf8(page.stdout).unwrap();
    assert!(page.contains(&format!("<h1><bdi>{SHOWN}</bdi></h1>")));
    // A word of the page's own may say where it breaks.
    let own = |text: &str| text.replace("Quotum\u{ad}percentage", "");
    assert!(!own(&page).contains(is_hidden), "{:?}", page.chars().find(|it| is_hidden(*it)));
    let to = file("page", "");
    let [_, told] = report(&["--id", HOSTILE, "--out", &to, "--force"]);
    assert!(told.starts_with(&format!("report: {SHOWN} of 2026 is in ")), "{told}");
}

#[test]
fn national_prints_sources_escaped() {
    let counts = r#"[{"figure":"realised","year":2025,"sector":"markt","value":"1","source":"@"}]"#;
    let path = file("counts.json", &counts.replace('@', HOSTILE));
    let output = example("national", &["--counts", &path], b"");
    let [out, told] = printed(&output);
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert!(out.contains(SHOWN), "{out}");
    let path = file("counts-wrong.json", &counts.replace("markt", HOSTILE));
    let output = example("national", &["--counts", &path], b"");
    assert!(printed(&output)[1].contains(SHOWN));
}

/// Keys of employers and of persons, values and columns: in the table, in the list on standard error
/// and in its file.
#[test]
fn payroll_prints_keys_escaped() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("printable-payroll");
    fs::create_dir_all(&folder).unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let write = |name: &str, text: &str| {
        let text = text.replace('E', &format!("E{HOSTILE}")).replace('P', &format!("P{HOSTILE}"));
        fs::write(folder.join(name), text).unwrap();
    };
    write("employers.csv", "employer,sector\nE1,overheid\nE2,overheid\nE3,overheid\nE3,markt\n");
    write(
        "records.csv",
        "employer,person,period,paid_hours,premium_wage,kind\nE1,P1,2026-y,900,1,ordinary\nE2,P2,2026-y,1000,1,ordinary\nE2,P3,2026-y,E,1,ordinary\nE9,P4,2026-y,1,1,ordinary\n",
    );
    write("register.csv", "person,from,until\nP1,2020-01-01,\nP8,2020-01-01,\n");
    write(
        "attributions.csv",
        "year,lender,borrower,person,hours\n2026,E1,E2,P1,901\n2026,E7,E8,P9,1\n",
    );
    write("columns.csv", "person,from,until,E\n");
    let (list, employers) = (path("list"), path("employers.csv"));
    let (records, register) = (path("records.csv"), path("register.csv"));
    let (attributions, columns) = (path("attributions.csv"), path("columns.csv"));
    let files = ["--employers", &employers, "--records", &records, "--attributions", &attributions];
    let run = |more: &[&str]| {
        let output = example("payroll", &[&files[..], &["--year", "2026"], more].concat(), b"");
        assert_eq!(output.status.code(), Some(1));
        printed(&output)
    };
    let register = ["--register", &register];
    let all = |more: &[&str]| run(&[&register[..], &["--keep-going"], more].concat());
    let [table, told] = all(&["--detail", "steps"]);
    let of_lender =
        format!("lender E{SHOWN}1, borrower E{SHOWN}2: 901 hours of person P{SHOWN}1 are");
    let unknown = format!("employer E{SHOWN}9 is not in the file of employers");
    let value = format!("paid_hours: `E{SHOWN}` is not a number");
    let twice = format!("employer E{SHOWN}3 has an earlier row with other facts");
    for expected in [&of_lender, &unknown, &value, &twice, &format!("person P{SHOWN}8")] {
        assert!(table.contains(expected), "{expected}: {table}\n{told}");
    }
    all(&["--reconciliation", &list, "--force", "--lang", "nl"]);
    let written = fs::read_to_string(&list).unwrap();
    let unknown = format!("werkgever E{SHOWN}9 staat niet in het werkgeversbestand");
    assert!(!written.contains(is_hidden) && written.contains(&unknown), "{written:?}");
    // The first error, too.
    let [_, told] = run(&register);
    assert!(told.contains(&twice), "{told}");
    let [_, told] = run(&["--register", &columns, "--keep-going"]);
    assert!(told.contains(&format!("unknown column `E{SHOWN}`")), "{told}");
}

/// The library's own errors and explanations, for callers who print them.
#[test]
fn errors_and_explanations_are_escaped() {
    let year = Year::new(2026).unwrap();
    let register = Register::new();
    let mut attributions = Attributions::new();
    attributions.insert(HOSTILE, HOSTILE, HOSTILE, Hours::whole(8)).unwrap_err();
    attributions.insert(HOSTILE, "b", HOSTILE, Hours::whole(8)).unwrap();
    let mismatch = Payroll::of_final_records(year, register.clone())
        .totals(HOSTILE, &attributions)
        .unwrap_err();
    let text = mismatch.to_string();
    assert!(
        text.starts_with(&format!("lender {SHOWN}, borrower b: 8 hours of person {SHOWN} ")),
        "{text}"
    );

    let name = FigureName::Quotumpercentage;
    let percentage: banenafspraak::Percentage = "2".parse().unwrap();
    let own = Figure::given(name, Some(Sector::Overheid), year, percentage, HOSTILE).unwrap();
    let figures = Figures::published().with(own);
    let employer: EmployerYear = serde_json::from_str(&line("a", "overheid")).unwrap();
    let outcome = banenafspraak::assess_with(&employer, &figures).unwrap();
    let text = outcome.explanation().text(Language::En);
    assert!(text.contains(SHOWN) && !text.contains(is_hidden), "{text}");
}
