//! The example `report` as a process: its page is well-formed, safe and true, and its exit status.
#![cfg(all(feature = "serde", feature = "loonaangifte"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod common;

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use banenafspraak::contract::EmployerInput;
use banenafspraak::planning::{Gap, Hiring, RestOfYear, next_year};
use banenafspraak::regime::loonkostenvoordeel;
use banenafspraak::report::Report;
use banenafspraak::report::chart::ColumnChart;
use banenafspraak::unit::Quantity;
use banenafspraak::{Assessment, Figures, Jobs, Language, assess};
use common::{Answers as _, example};
use quick_xml::escape::unescape;
use quick_xml::{Reader, events::Event};

const SHORT: &str = r#"{"id":"a","year":2026,"sector":"overheid","paid_hours":"180000","doelgroep_hours":"2662","previous_year":{"paid_hours":"178000"}}"#;
const SCHEME: &str = r#"{"id":"b","year":2029,"sector":"markt","paid_hours":"520000","doelgroep_hours":"7200","previous_year":{"paid_hours":"510000"},"quotumpercentage":"2.1","scheme":{"activation_decided_in":2027,"surcharge_percentage":"0.25","bonus_per_hour":"3.77","bonus_maximum":"5000","premium_wage":"14300000","premium_wage_two_years_before":"13100000","average_premium_wage_two_years_before":"43300","bonus_workers":[{"paid_hours":"1326"},{"paid_hours":"1800"}]}}"#;

/// Elements that cannot run or load anything.
const HARMLESS: &[&str] = &[
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "main",
    "header",
    "section",
    "h1",
    "h2",
    "h3",
    "p",
    "bdi",
    "strong",
    "code",
    "dl",
    "dt",
    "dd",
    "div",
    "figure",
    "figcaption",
    "span",
    "i",
    "b",
    "ul",
    "li",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "svg",
    "desc",
    "defs",
    "pattern",
    "rect",
    "circle",
    "line",
    "text",
    "tspan",
];

/// What a reader of the page finds in it.
#[derive(Default)]
struct Page {
    html: String,
    /// All text but the style, a space between elements.
    text: String,
    /// The text of elements that have an id.
    by_id: HashMap<String, String>,
    /// The texts of the cells of each row.
    rows: Vec<Vec<String>>,
    headings: Vec<String>,
}

/// Runs the example to standard output.
fn run(args: &[&str], input: &str) -> (String, String, i32) {
    let output = example("report", &[&["--out", "-"], args].concat(), input.as_bytes());
    let [out, told] = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
    (out, told, output.status.code().unwrap())
}

fn page(args: &[&str], input: &str) -> Page {
    let (html, told, status) = run(&[&["--input", "-"], args].concat(), input);
    assert_eq!(status, 0, "{told}");
    read(html)
}

/// Reads a page as XML: every element closed, every entity known, nothing but harmless elements and
/// attributes.
fn read(html: String) -> Page {
    let mut page = Page::default();
    let mut open: Vec<(String, Option<String>, String)> = Vec::new();
    let body = html.strip_prefix("<!DOCTYPE html>\n").unwrap();
    let mut reader = Reader::from_str(body);
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                let name = String::from_utf8(tag.name().as_ref().to_vec()).unwrap();
                assert!(HARMLESS.contains(&name.as_str()), "<{name}>");
                let mut id = None;
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap();
                    let key = String::from_utf8(attribute.key.as_ref().to_vec()).unwrap();
                    let value = String::from_utf8(attribute.value.to_vec()).unwrap();
                    let value = unescape(&value).unwrap().into_owned();
                    let loads = ["href", "src", "style", "action", "xmlns"].contains(&key.as_str());
                    assert!(!loads && !key.starts_with("on"), "{key}={value}");
                    if key == "id" {
                        id = Some(value);
                    }
                }
                open.push((name, id, String::new()));
                page.text.push(' ');
            }
            Event::Text(text) => {
                let text = text.decode().unwrap();
                assert!(!text.contains(is_control), "{text:?}");
                add(&mut page, &mut open, &text);
            }
            Event::GeneralRef(entity) => {
                let name = entity.decode().unwrap();
                let text = unescape(&format!("&{name};")).unwrap().into_owned();
                add(&mut page, &mut open, &text);
            }
            Event::End(_) => {
                let (name, id, text) = open.pop().unwrap();
                if ["h1", "h2", "h3"].contains(&name.as_str()) {
                    page.headings.push(text.clone());
                }
                if let Some(id) = id {
                    assert_eq!(page.by_id.insert(id.clone(), text), None, "id {id} twice");
                }
            }
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert!(open.is_empty());
    page.rows = rows(body);
    page.html = html;
    page
}

fn is_control(character: char) -> bool {
    character.is_control() && character != '\n'
}

fn add(page: &mut Page, open: &mut [(String, Option<String>, String)], more: &str) {
    if open.last().is_some_and(|(name, ..)| name == "style") {
        return;
    }
    // What stays on one line does so by another space.
    let more = &more.replace('\u{a0}', " ");
    page.text.push_str(more);
    for (_, _, text) in open {
        text.push_str(more);
    }
}

/// The texts of the cells of each row.
fn rows(html: &str) -> Vec<Vec<String>> {
    let cell = |cell: &str| {
        let (_, text) = cell.split_once('>').unwrap();
        let text = text.split("</t").next().unwrap();
        // The words before a formula are read by a test of their own.
        let text = text.split_once("</span> ").map_or(text, |(_, formula)| formula);
        unescape(text).unwrap().replace('\u{a0}', " ")
    };
    let row = |row: &str| {
        let row = row.split("</tr>").next().unwrap().replace("<th", "<td");
        row.split("<td").skip(1).map(cell).collect()
    };
    html.split("<tr>").skip(1).map(row).collect()
}

impl Page {
    #[track_caller]
    fn has(&self, text: &str) {
        assert!(self.text.contains(text), "`{text}` is not in: {}", self.text);
    }

    #[track_caller]
    fn has_row(&self, cells: &[&str]) {
        assert!(self.rows.iter().any(|row| row == cells), "{cells:?} is not in {:#?}", self.rows);
    }
}

fn assessed(line: &str) -> Assessment {
    let input: EmployerInput = serde_json::from_str(line).unwrap();
    assess(&input.employer.unwrap()).unwrap()
}

fn number(quantity: impl Into<Quantity>, language: Language) -> String {
    quantity.into().number(language).to_string()
}

/// Without flags the sample's last year is reported, in both languages.
#[test]
fn the_sample_tells_its_outcome_in_both_languages() {
    let (html, _, status) = run(&[], "");
    assert_eq!(status, 0);
    let english = read(html);
    assert_eq!(english.headings[0], "Gemeente Voorbeeld");
    english.has("In 2026 this employer is  1.6 jobs short of the 12.6 jobs that the quota asks.");
    english.has(
        "Nothing to pay: the quotumheffing of EUR 8,000.00 is computed but is not executed (Wfsv 122na lid 1)",
    );
    assert!(english.html.contains("<html lang=\"en\">"));
    let dutch = read(run(&["--lang", "nl"], "").0);
    dutch.has(
        "In 2026 komt deze werkgever  1,6 banen tekort ten opzichte van de 12,6 vereiste banen.",
    );
    dutch.has(
        "Niets te betalen: de quotumheffing van € 8.000,00 is berekend, maar wordt niet uitgevoerd (Wfsv 122na lid 1)",
    );
    assert!(dutch.html.contains("<html lang=\"nl\">"));
    // The sections stand in this order, with as many in each language.
    let english = english.headings.join("|");
    assert_eq!(
        english,
        "Gemeente Voorbeeld|The outcome|The path over the years|What to do next|Next year: 2027|Calendar|The explanation|Figures and version|What is given or assumed"
    );
    assert_eq!(dutch.headings.len(), english.split('|').count());
}

/// Nothing runs, nothing is loaded, and the page says so to the browser.
#[test]
fn the_page_stands_alone() {
    for html in [run(&[], "").0, run(&["--lang", "nl", "--from", "2026-09-01"], "").0] {
        let policy = "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"";
        assert!(html.contains(policy));
        for wrong in ["<script", "http:", "https:", "@import", "<link", "<a ", "//"] {
            assert!(!html.contains(wrong), "{wrong}");
        }
        // The charts paint with patterns of the page itself.
        for url in html.split("url(").skip(1) {
            assert!(url.starts_with("#hatch)") || url.starts_with("#dots)"), "{url:.20}");
        }
        assert!(!html.contains("{}"), "a value is missing");
        read(html);
    }
}

/// An id is shown as it is, escaped, and cannot leave its place.
#[test]
fn a_hostile_id_is_text() {
    let ids = [
        r#"\"><script>alert(1)</script>"#,
        r#"' onload='x' \" onload=\"y"#,
        "</title></style><img src=x>",
        "&lt;b&gt; &amp; {} <!-- ]]>",
        r"\u0000\u0007\u001b[31m\r\n\u007f\u0085\u202e\u2066\uffff",
    ];
    for id in ids {
        let shown = serde_json::from_str::<String>(&format!("\"{id}\"")).unwrap();
        let shown: String = shown
            .chars()
            .map(|c| match c {
                '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{202e}' | '\u{2066}' | '\u{ffff}' => {
                    c.escape_default().to_string()
                }
                _ => c.to_string(),
            })
            .collect();
        let line = SHORT.replace("\"a\"", &format!("\"{id}\""));
        // Two years, of which one cannot be assessed and is told of.
        let refused = line.replace("2026", "2027").replace("overheid", "<i>x</i>");
        let args = ["--input", "-", "--from", "2026-09-01", "--next-percentage", "2"];
        let (html, told, status) = run(&args, &format!("{line}\n{refused}"));
        assert_eq!(status, 1);
        assert!(!told.contains('\u{1b}'), "{told:?}");
        let page = read(html);
        assert_eq!(page.headings[0], shown, "{id}");
        page.has(&format!("Banenafspraak 2026: {shown}"));
        page.has("sector: `<i>x</i>` is not one of overheid, markt");
    }
}

/// The page's numbers are the library's.
#[test]
fn the_numbers_are_those_of_the_library() {
    let outcome = assessed(SHORT);
    for (lang, language) in [("en", Language::En), ("nl", Language::Nl)] {
        let page = page(
            &["--lang", lang, "--from", "2026-09-01", "--next-percentage", "2.48", "2.58"],
            SHORT,
        );
        let number = |quantity: Quantity| number(quantity, language);
        assert_eq!(page.by_id["required"], number(outcome.known_quota().required_jobs().into()));
        assert_eq!(page.by_id["realised"], number(outcome.realised_jobs().into()));
        assert_eq!(page.by_id["quotumtekort"], number(outcome.known_quota().quotumtekort().into()));
        let levy = Quantity::from(outcome.known_levy()).localized(language).to_string();
        assert_eq!(page.by_id["levy"], levy);
        let payable = Quantity::from(outcome.payable().amount()).localized(language).to_string();
        assert_eq!(page.by_id["payable"], payable);
        // Every step of the explanation, numbered, with its article.
        for (index, step) in outcome.explanation().steps().iter().enumerate() {
            let rounding = step.rounding_text(language).map(|text| format!(", {text}"));
            let (mut formula, value) =
                (step.formula(language).to_string(), step.value_text(language).to_string());
            // A status is not written twice.
            if formula == value && rounding.is_none() {
                formula.clear();
            }
            page.has_row(&[
                &(index + 1).to_string(),
                &step.label(language).to_string(),
                &format!("{formula}{}", rounding.unwrap_or_default()),
                &value,
                &step.source(language).to_string(),
            ]);
        }
        let receipt = outcome.receipt();
        page.has(&format!("sha256:{}", receipt.figures_fingerprint()));
        for figure in receipt.figures() {
            page.has(&figure.source().to_string());
        }
    }
}

/// Hours, people and next year are those of the module `planning`.
#[test]
fn what_to_do_next_is_the_plan_of_the_library() {
    let outcome = assessed(SHORT);
    let page = page(&["--from", "2026-09-01", "--next-percentage", "2.48", "2.58"], SHORT);
    let number = |quantity: Quantity| number(quantity, Language::En);
    let gap = Gap::of(&outcome).unwrap();
    let (week, day) = ("24".parse().unwrap(), "2026-09-01".parse().unwrap());
    let rest = RestOfYear::new(outcome.year(), day).unwrap();
    for (way, how) in [(Hiring::Employed, "own workers"), (Hiring::HiredIn, "hired in")] {
        let step = gap.next_step(way).unwrap().unwrap();
        let row = [number(step.hours.into()), number(step.saves.unwrap().into())];
        page.has_row(&["A tenth of a job less short", how, &row[0], &row[1]]);
        let zero = gap.to_zero(way).unwrap();
        page.has_row(&["No quotumtekort", how, &number(zero.into()), "7,000.00"]);
        page.has_row(&[
            "The full quota",
            how,
            &number(gap.to_quota(way).unwrap().into()),
            "7,000.00",
        ]);
        let people = rest.people(zero, week).unwrap();
        let together = number(rest.hours(people, week).unwrap().into());
        // 418.28 hours at EUR 1.01 is EUR 422.46, five times.
        let each = rest.hours(1, week).unwrap();
        let lkv = loonkostenvoordeel(each, outcome.year(), &Figures::published()).unwrap();
        assert_eq!((people, lkv.to_string().as_str()), (5, "422.46"));
        let lkv = if way == Hiring::Employed { "2,112.30" } else { "–" };
        page.has_row(&["No quotumtekort", how, "5", &together, "0.0", "7,000.00", lkv]);
    }
    let assumed = ["2.48".parse().unwrap(), "2.58".parse().unwrap()];
    let none = banenafspraak::planning::Plan::default();
    let years = next_year(outcome.employer(), &none, &Figures::published(), &assumed).unwrap();
    for (year, percentage) in years.iter().zip(["2.48%", "2.58%"]) {
        page.has_row(&[
            &format!("{percentage} (assumed)"),
            &number(year.known_quota().required_jobs().into()),
            &number(year.realised_jobs().into()),
            &number(year.known_quota().quotumtekort().into()),
            &number(year.known_levy().into()),
            "0.0",
            "0.00",
        ]);
    }
    // 2026 is published: no percentage needs to be assumed for it.
    let year_before = SHORT.replace("2026", "2025");
    let page = self::page(&[], &year_before);
    page.has_row(&["2.58% (published)", "3.4", "2.0", "1.4", "7,000.00"]);
}

/// A missing year and one that cannot be assessed are gaps, not zeros.
#[test]
fn gaps_in_the_path_are_told() {
    let year = |year: &str| SHORT.replace("2026", year);
    let wrong = year("2023").replace("180000", "-5");
    let lines = [year("2019"), year("2020"), wrong, year("2026")].join("\n");
    let (html, told, status) = run(&["--input", "-"], &lines);
    assert_eq!(status, 1);
    assert!(told.contains("line 3: paid_hours: -5 is negative"), "{told}");
    let page = read(html);
    page.has_row(&["2020", "2.35%", "3.1", "2.0", "1.1", "5,500.00"]);
    page.has_row(&["2021–2022", "no input"]);
    page.has_row(&["2024–2025", "no input"]);
    page.has("could not be assessed: line 3: paid_hours: -5 is negative");
    // 2021 to 2025 have no column.
    assert_eq!(page.html.matches(">?</text>").count(), 5);
    page.has("Part of the input could not be assessed");
    // The order of the lines does not matter; one year has no path.
    let back = [year("2026"), year("2020"), year("2019")].join("\n");
    let forth = [year("2019"), year("2020"), year("2026")].join("\n");
    assert_eq!(run(&["--input", "-"], &back).0, run(&["--input", "-"], &forth).0);
    self::page(&[], SHORT).has("One year was given");
}

/// Surplus, an exempt employer, a tenth of a job, nothing at all: each has its sentence.
#[test]
fn every_outcome_has_its_sentence() {
    let with = |hours: &str| SHORT.replace("2662", hours);
    let page = |input: &str| page(&["--from", "2026-09-01"], input);
    let above = page(&with("6000"));
    above.has("meets the quota of 3.4 jobs, with 1.0 jobs to spare. The quotumheffing is nil.");
    above.has("Above the quota: 1.0 jobs");
    above.has("the doelgroep works 1,356.00 hours more than the quota asks");
    page(&with("4643")).has("less than a tenth of a job short of the 3.4 jobs");
    let exempt = page(&SHORT.replace("178000", "40574"));
    exempt
        .has("owes no quotumheffing (exempt: below the threshold the year before; Wfsv 34 lid 4)");
    exempt.has("it would be 1.4 jobs short");
    let none = r#"{"year":2026,"sector":"overheid","paid_hours":"0","doelgroep_hours":"0","previous_year":{"paid_hours":"0"}}"#;
    assert_eq!(page(none).headings[0], "Employer");
    let market =
        SHORT.replace("overheid", "markt").replace("\"id\"", "\"quotumpercentage\":\"2.1\",\"id\"");
    let market = page(&market);
    market.has(
        "Nothing to pay: the quotumheffing of EUR 4,000.00 is computed but was never activated",
    );
    market.has("The quotumpercentage was given with the employer");
}

/// Under a scheme heffing, bonus and net take the place of the levy.
#[test]
fn a_scheme_is_told() {
    let outcome = assessed(SCHEME);
    let page = page(&["--from", "2029-09-01", "--next-percentage", "2.2"], SCHEME);
    let (heffing, bonus, net) = outcome.wet_banenafspraak();
    let [heffing, bonus] =
        [heffing, bonus].map(|euro| Quantity::from(euro).localized(Language::En).to_string());
    assert_eq!(page.by_id["net"], Quantity::from(net).localized(Language::En).to_string());
    page.has(&format!("it owes {heffing} of inclusiviteitsheffing and earns {bonus} of bonus"));
    page.has_row(&["2029", "2.10%", "8.2", "5.4", "2.7", &number(net, Language::En)]);
    assert!(!page.headings.iter().any(|heading| heading == "Calendar"));
    // Without a percentage nothing is said of jobs required, and no bar is drawn.
    let unknown = self::page(&[], &SCHEME.replace("\"quotumpercentage\":\"2.1\",", ""));
    unknown.has("Quotumpercentage: not known for sector markt in 2029; give one with the employer");
    assert_eq!(unknown.by_id["required"], "–");
    assert!(!unknown.html.contains("bars-title"));
    let early = self::page(&[], &SCHEME.replace("2029", "2028"));
    early.has("not yet active in this year: there is  nothing to pay and no bonus");
}

/// 0 all assessed, 1 input that cannot be assessed, 2 a wrong command line, as the calculator's.
#[test]
fn the_exit_status_tells_a_wrong_command_line_from_wrong_input() {
    let status = |args: &[&str], input: &str| run(args, input).2;
    for wrong in ["", "[]", "nonsense", &SHORT.replace("180000", "-5")] {
        let (html, told, status) = run(&["--input", "-"], wrong);
        assert_eq!((html.as_str(), status), ("", 1), "{wrong}: {told}");
    }
    let twice = format!("{SHORT}\n{SHORT}");
    let (_, told, code) = run(&["--input", "-"], &twice);
    assert_eq!((told.as_str(), code), ("report: line 2: 2026 is there twice for a\n", 1));
    for wrong in [
        &["--lang", "fr"][..],
        &["--input", "/no/such/file"],
        &["--hours-per-week", "0"],
        &["--from", "2026-9-1"],
        &["--from", "2025-09-01"],
        &["--next-percentage", "101"],
        &["--nonsense"],
    ] {
        assert_eq!(status(wrong, ""), 2, "{wrong:?}");
    }
    let several = format!("{SHORT}\n{SCHEME}");
    let (html, told, code) = run(&["--input", "-"], &several);
    assert_eq!((html.as_str(), code), ("", 2));
    assert_eq!(told, "report: several employers, choose one with --id:\n  a\n  b\n");
    assert_eq!(status(&["--input", "-", "--id", "c"], &several), 2);
    let (html, _, code) = run(&["--input", "-", "--id", "b"], &several);
    assert_eq!((read(html).headings[0].as_str(), code), ("b", 0));
}

/// The page goes to the file named, and where it went is told.
#[test]
fn the_page_goes_to_a_file() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report.html");
    let name = file.to_str().unwrap();
    let output = example("report", &["--out", name, "--force"], b"");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(output.stdout, b"");
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(told, format!("report: Gemeente Voorbeeld of 2026 is in {name}\n"));
    assert_eq!(fs::read_to_string(file).unwrap(), run(&[], "").0);
    let nowhere = example("report", &["--out", "/no/such/folder/report.html"], b"");
    assert_eq!(nowhere.status.code(), Some(2));
}

/// A refused year keeps its place in the path; and the path has its patterns without the bars.
#[test]
fn a_refused_year_is_a_gap_in_its_place() {
    let line = |year: u16, sector: &str, more: &str| {
        format!(
            r#"{{"id":"w","year":{year},"sector":"{sector}","paid_hours":"180000","previous_year":{{"paid_hours":"178000"}},{more}}}"#
        )
    };
    let scheme = r#""doelgroep_hours":"2662","scheme":{"activation_decided_in":2024,"surcharge_percentage":"0.25","bonus_per_hour":"3.77","bonus_maximum":"5000","premium_wage":"4600000","premium_wage_two_years_before":"4300000","average_premium_wage_two_years_before":"43300","bonus_workers":[]}"#;
    let lines = [
        line(2024, "overheid", r#""doelgroep_hours":"2662""#),
        line(2025, "overheid", r#""doelgroep_hours":"2662,5""#),
        line(2026, "markt", scheme),
    ];
    let output = example("report", &["--input", "-", "--out", "-"], lines.join("\n").as_bytes());
    assert_eq!(output.status.code(), Some(1), "a year could not be assessed");
    let page = String::from_utf8(output.stdout).unwrap();
    let row = page.split("<tr><th scope=\"row\">2025</th>").nth(1).unwrap();
    assert!(row.contains("could not be assessed: line 2: doelgroep_hours: `2662,5`"), "{row}");
    assert!(!page.contains("of an unknown year"), "{page}");
    assert_eq!(page.matches("id=\"hatch\"").count(), 1);
    assert!(page.contains("(none known)"), "no percentage was assumed");
}

/// An exempt employer a few hours short has not quite what the quota would ask.
#[test]
fn an_exempt_employer_a_little_short_is_told_so() {
    let line = r#"{"id":"w","year":2026,"sector":"overheid","paid_hours":"40000","doelgroep_hours":"1000","previous_year":{"paid_hours":"50000"}}"#;
    let output = example("report", &["--input", "-", "--out", "-"], line.as_bytes());
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(page.contains("it would be less than a tenth of a job short"), "{page}");
}

/// The texts of the elements that are written large.
fn large(page: &Page) -> Vec<String> {
    let values = page.html.split("class=\"value\"").skip(1);
    let text = |after: &str| {
        let (_, text) = after.split_once('>').unwrap();
        unescape(text.split("</dd>").next().unwrap()).unwrap().into_owned()
    };
    values.map(text).collect()
}

/// The first year is shown as well as the last, however many there are.
#[test]
fn all_years_that_were_given_are_shown() {
    let years = 2018..=2026;
    let lines: Vec<String> =
        years.clone().map(|year| SHORT.replace("2026", &year.to_string())).collect();
    let page = page(&[], &lines.join("\n"));
    for year in years {
        let chart = page.html.matches(&format!(">{year}</text>")).count();
        let rows = page.rows.iter().filter(|row| row[0] == year.to_string()).count();
        assert_eq!((chart, rows), (1, 1), "{year}");
    }
    let columns = page.html.split("id=\"path-title\"").nth(1).unwrap();
    let columns = columns.split("</svg>").next().unwrap();
    assert_eq!(columns.matches("<rect class=\"realised\"").count(), 9);
}

/// Years that lie far apart are one place in the chart, and the axis has its unit.
#[test]
fn a_long_gap_is_one_place_in_the_chart_and_the_axis_has_its_unit() {
    let lines = [SHORT.replace("2026", "2018"), SHORT.to_owned()].join("\n");
    for (lang, unit) in [("en", "jobs"), ("nl", "banen")] {
        let page = page(&["--lang", lang], &lines);
        let chart = page.html.split("id=\"path-title\"").nth(1).unwrap();
        assert_eq!(chart.matches(">?</text>").count(), 1);
        assert!(chart.contains(">…</text>"));
        let axis = chart.split("class=\"axis\"").nth(1).unwrap();
        assert!(axis.contains(&format!(">{unit}</text>")), "{axis:.80}");
    }
}

/// Wfsv 122na: what is payable and the gap in jobs lead; the levy that is never collected is small.
#[test]
fn what_is_to_be_paid_leads_and_a_levy_never_collected_is_in_its_note() {
    let page = page(&[], SHORT);
    assert_eq!(large(&page), ["EUR 0.00", "1.4", "3.4", "2.0"]);
    page.has("To pay EUR 0.00 computed  EUR 7,000.00, not executed");
    let market = self::page(&["--lang", "nl"], &SHORT.replace("overheid", "markt"));
    assert_eq!(large(&market), ["€ 0,00", "–", "–", "2,0"]);
    market.has("quotumheffing niet bekend, nooit geactiveerd");
    // Under the Wet banenafspraak the heffing is due.
    let scheme = self::page(&[], SCHEME);
    assert_eq!(large(&scheme)[..2], ["EUR 35,750.00", "EUR -25,750.98"]);
}

/// Activation, surcharge and bonus are the caller's assumptions until they are published.
#[test]
fn the_assumptions_of_the_wet_banenafspraak_are_in_the_first_sentence() {
    let page = page(&[], SCHEME);
    let outcome = &page.by_id["outcome"];
    let first = "Assuming that activation is decided in 2027, with a surcharge of 0.25% and a bonus of EUR 3.77 per hour (at most EUR 5,000.00 a worker and year): in 2029, under the Wet banenafspraak, it owes";
    assert!(outcome.starts_with(first), "{outcome}");
    let dutch = self::page(&["--lang", "nl"], SCHEME);
    let outcome = &dutch.by_id["outcome"];
    let first = "Aangenomen dat in 2027 tot activering wordt besloten, met een opslag van 0,25% en een bonus van € 3,77 per uur (maximaal € 5.000,00 per werknemer per jaar): in 2029 is deze werkgever";
    assert!(outcome.starts_with(first), "{outcome}");
    assert!(outcome.ends_with("De heffing hangt niet af van het tekort."), "{outcome}");
}

/// Wfsv 34, 38e, 38h, 38i: a date follows from words, and a number says what it is of.
#[test]
fn every_formula_can_be_read() {
    let dutch = page(&["--lang", "nl"], SHORT);
    for (label, formula, date) in [
        (
            "Aangiften en correcties tellen mee indien uiterlijk ingediend op",
            "1 mei van het jaar na 2026",
            "1 mei 2027",
        ),
        (
            "Uiterste datum overeenstemming over toegerekende uren",
            "1 augustus van het jaar na 2026",
            "1 augustus 2027",
        ),
        ("De heffing wordt vastgesteld vóór", "1 november van het jaar na 2026", "1 november 2027"),
        (
            "Te betalen zes weken na de beschikking, uiterlijk",
            "6 weken na 31 oktober 2027",
            "12 december 2027",
        ),
        ("Herziening mogelijk tot en met", "5 jaar na het einde van 2026", "31 december 2031"),
    ] {
        let row = dutch.rows.iter().find(|row| row.len() == 5 && row[1] == label).unwrap();
        assert_eq!(row[2..4], [formula, date]);
    }
    dutch.has("(vereiste uren - uren van de doelgroep) / uren van een baan (4.644,00 - 2.662,00) / 1.331,00");
    for (lang, input) in [("nl", SHORT), ("en", SHORT), ("nl", SCHEME), ("en", SCHEME)] {
        let page = page(&["--lang", lang], input);
        for row in page.rows.iter().filter(|row| row.len() == 5 && row[0].parse::<u8>().is_ok()) {
            let (label, formula) = (&row[1], &row[2]);
            let is_computed = ["×", " / ", " - ", "≥"].iter().any(|sign| formula.contains(sign));
            // The label of the required hours is their formula.
            let says_it = label.contains("A × B");
            let words = format!("</span> {}", formula.split(',').next().unwrap());
            let has_words = page.html.replace('\u{a0}', " ").contains(&words);
            assert!(!is_computed || says_it || has_words, "{label}: {formula}");
        }
    }
}

/// The bonus of hundreds of workers is a sum of hundreds of numbers: the first five say how.
#[test]
fn the_bonus_of_many_workers_is_not_a_row_each() {
    let worker = r#"{"paid_hours":"1326"}"#;
    let workers = |number: usize| {
        let all = vec![worker; number].join(",");
        SCHEME.replace(r#"{"paid_hours":"1326"},{"paid_hours":"1800"}"#, &all)
    };
    let rows = |page: &Page| {
        let bonus = |row: &&Vec<String>| row.iter().any(|cell| cell.starts_with("Bonus of worker"));
        page.rows.iter().filter(bonus).count()
    };
    let few = page(&[], &workers(5));
    assert_eq!(rows(&few), 5);
    few.has("4,999.02 + 4,999.02 + 4,999.02 + 4,999.02 + 4,999.02 EUR 24,995.10");
    let many = page(&[], &workers(300));
    assert_eq!(rows(&many), 5);
    many.has("and 295 more workers in the same way");
    many.has("all workers together EUR 1,499,706.00");
}

/// Where no quotumpercentage is known, no column and no sentence speaks of what follows from it.
#[test]
fn what_is_not_known_is_no_column_of_dashes() {
    let market = SHORT.replace("overheid", "markt");
    let years = [market.replace("2026", "2025"), market].join("\n");
    let page = page(&["--from", "2026-09-01"], &years);
    page.has_row(&["Year", "Realised jobs"]);
    page.has_row(&["2025", "2.0"]);
    assert!(!page.text.contains("never collected"), "{}", page.text);
    // Without the hours of the year before the quota is known and the levy is not.
    let unknown = SHORT.replace(r#"{"paid_hours":"178000"}"#, "null");
    let page = self::page(&["--from", "2026-09-01"], &unknown);
    page.has_row(&["Aim", "How", "Minimum hours"]);
    page.has_row(&["No quotumtekort", "own workers", "5", "2,091.42", "0.0", "2,112.30"]);
}

/// The date is the caller's: in the header, and with the name at the foot of each page on paper.
#[test]
fn the_name_and_the_date_are_in_the_header_and_at_the_foot_of_each_page() {
    let named = SHORT.replace("\"a\"", "\"Café 't \\\"Hof\\\"; } </style>\"");
    let foot = |page: &Page| {
        let foot = page.html.split("@bottom-left { content: \"").nth(1).unwrap();
        foot.split_once("\"; font").unwrap().0.to_owned()
    };
    let page = page(&["--date", "2027-03-01", "--lang", "nl"], &named);
    page.has("Wfsv (quotumheffing) · Rapport van 1 maart 2027");
    assert_eq!(
        foot(&page),
        "Banenafspraak 2026\\3a  Caf\\e9  \\27 t \\22 Hof\\22 \\3b  \\7d  \\3c \\2f style\\3e  \\b7  1 maart 2027"
    );
    let without = self::page(&["--lang", "nl"], &named);
    assert!(!without.text.contains("Rapport van"));
    assert!(foot(&without).ends_with("\\3e "));
    // A long name ends before the number of the page.
    let long = self::page(&[], &SHORT.replace("\"a\"", &format!("\"{}\"", "n".repeat(500))));
    assert!(foot(&long).len() < 100, "{}", foot(&long));
    let (_, told, status) = run(&["--date", "1 maart 2027"], "");
    assert_eq!(status, 2, "{told}");
}

/// Wfsv 34 lid 4: an exempt employer has nothing to do: half a page, and no row of nothing.
#[test]
fn an_exempt_employer_gets_half_a_page() {
    let exempt = SHORT.replace("178000", "40574");
    let years = [exempt.replace("2026", "2025"), exempt.clone()].join("\n");
    let args = ["--from", "2026-09-01", "--next-percentage", "2.6"];
    for (input, tables) in [(&exempt, 1), (&years, 2)] {
        let page = page(&args, input);
        assert_eq!(page.headings, ["a", "The outcome"]);
        assert_eq!(page.html.matches("<table>").count(), tables);
        let empty = page.rows.iter().flatten().filter(|cell| *cell == "0.00").count();
        assert_eq!(empty, 0, "{:#?}", page.rows);
        assert!(page.text.split_whitespace().count() < 200, "{}", page.text);
        page.has_row(&[
            "Threshold",
            "40,575.00 hours",
            "Wfsv 34 lid 4; Besluit Wfsv 2.21; Besluit Wfsv 2.20",
        ]);
    }
    // A year that exempts is exempt in the path of others too.
    let later = [exempt.replace("2026", "2025"), SHORT.to_owned()].join("\n");
    page(&args, &later).has_row(&["2025", "2.68%", "3.6", "2.0", "1.6", "exempt"]);
    // Under the Wet banenafspraak a small employer has its bonus.
    let small = SCHEME.replace("13100000", "1000000");
    let page = page(&["--from", "2029-09-01"], &small);
    page.has("owes no inclusiviteitsheffing (exempt: small employer) and  receives EUR 9,999.02 of bonus");
    assert_eq!(page.headings, ["b", "The outcome"]);
}

/// On a phone each value has its column's name before it, so that no table is wider than the screen.
#[test]
fn each_cell_has_the_name_of_its_column() {
    let page = page(&["--from", "2026-09-01", "--next-percentage", "2.6"], SHORT);
    let mut cells = 0;
    for table in page.html.split("<table>").skip(1) {
        let table = table.split("</table>").next().unwrap();
        let body = table.split("<tbody>").nth(1).unwrap();
        for cell in body.split("<td").skip(1) {
            let attributes = cell.split('>').next().unwrap();
            assert!(
                attributes.contains("data-label=\"") || attributes.contains("colspan"),
                "{cell}"
            );
            cells += 1;
        }
    }
    assert!(cells > 80, "only {cells} cells");
    assert!(page.html.contains("content: attr(data-label)"));
}

/// Sentences of a Dutch reader, where others were before.
#[test]
fn the_dutch_report_is_written_as_its_reader_writes() {
    let args = ["--lang", "nl", "--from", "2026-09-01", "--next-percentage", "2.6"];
    let page = page(&args, SHORT);
    for text in [
        "door afronding sluiten de getallen niet altijd",
        "Wettelijke termijnen als de heffing wordt uitgevoerd",
        "Termijnen",
        "Het volledige quotum",
        "Minimaal aantal uren",
        "Besparing (€)",
        "Mensen met 24 uur per week vanaf 1 september 2026",
        "indien aangevraagd in de aangifte",
        "Cijfers waarop dit rapport is gebaseerd",
        "€ 5.000,00 per baan",
    ] {
        page.has(text);
    }
    for text in [
        "Scheelt",
        "Minste uren",
        "Mensen van",
        "hele quotum",
        "steunt",
        "berust",
        "op te tellen",
        "eens op",
        "vervalt na",
    ] {
        assert!(!page.text.contains(text), "{text}");
    }
    // Nothing was assumed for next year.
    self::page(&args[..4], SHORT).has("geen quotumpercentage gepubliceerd en er is geen aanname opgegeven; daarom is geen vooruitblik berekend");
    // What is refused is said in Dutch as well.
    let wrong = SHORT.replace("180000", "-5").replace("2026", "2025");
    let (html, told, status) = run(&["--input", "-", "--lang", "nl"], &format!("{SHORT}\n{wrong}"));
    assert_eq!(status, 1);
    assert!(told.starts_with("report: regel 2: ") && told.contains("`-5` is negatief"), "{told}");
    read(html).has("niet te beoordelen: regel 2: ");
}

/// The example gives the library's page and nothing of its own.
#[test]
fn the_page_is_the_librarys() {
    let years = [assessed(&SHORT.replace("2026", "2025")), assessed(SHORT)];
    let report = Report::new(&years)
        .unwrap()
        .in_language(Language::Nl)
        .with_name("a")
        .with_date("2027-03-01".parse().unwrap())
        .with_people("24".parse().unwrap(), "2026-09-01".parse().unwrap())
        .unwrap()
        .assuming_next_year(&["2.6".parse().unwrap()])
        .with_refused(years[0].year().previous().ok(), "regel 3: te veel uren [x]")
        .with_refused(Some(years[1].year()), "an assessed year stays as it is");
    let page = read(report.html());
    page.has_row(&["2024", "niet te beoordelen: regel 3: te veel uren [x]"]);
    page.has_row(&["2026", "2,58%", "3,4", "2,0", "1,4", "7.000,00"]);
    let lines = [SHORT.replace("2026", "2025"), SHORT.to_owned()].join("\n");
    let args = [
        "--lang",
        "nl",
        "--from",
        "2026-09-01",
        "--date",
        "2027-03-01",
        "--next-percentage",
        "2.6",
    ];
    let report = Report::new(&years).unwrap().in_language(Language::Nl).with_name("a");
    let report = report.with_date("2027-03-01".parse().unwrap());
    let report = report
        .with_people("24".parse().unwrap(), "2026-09-01".parse().unwrap())
        .unwrap()
        .assuming_next_year(&["2.6".parse().unwrap()]);
    assert_eq!(self::page(&args, &lines).html, report.html());
    // No year, no report; and a day of another year is an error.
    assert!(Report::new(&[]).is_none());
    let wrong = report.with_people("24".parse().unwrap(), "2025-09-01".parse().unwrap());
    assert_eq!(wrong.unwrap_err().code(), "not_in_year");
}

/// An SVG file as the reader of pages takes it: without the attributes that a page may not have.
fn as_page(svg: &str) -> String {
    let svg = svg.replacen(" xmlns=\"http://www.w3.org/2000/svg\"", "", 1);
    format!("<!DOCTYPE html>\n{}", svg.replacen(" style=\"max-width: 100%\"", "", 1))
}

/// A chart as a file of its own: well-formed, with every label, nothing from outside, no value lost.
#[test]
fn a_chart_is_a_file_of_its_own() {
    let mut chart = ColumnChart::new(Language::En, "<b>&", "extra jobs");
    chart.add("\"</svg>", Some(Jobs::whole(125_000)), Jobs::whole(120_000));
    chart.add("2", None, "-1856".parse().unwrap());
    chart.add_unknown("3");
    let svg = chart.document();
    let page = read(as_page(&svg));
    page.has(
        "\"</svg>: required 125,000.0, realised 120,000.0; 2: realised -1,856.0; 3: not known",
    );
    page.has("<b>&");
    page.has("140,000");
    assert_eq!(svg.matches("<rect class=\"short\"").count(), 2, "a column and the legend");
    // Many columns keep their places and lose labels only, never the last.
    let mut many = ColumnChart::new(Language::Nl, "veel", "banen");
    (1..=90)
        .for_each(|year| many.add(format!("jaar {year}"), Some(Jobs::whole(2)), Jobs::whole(1)));
    let svg = many.document();
    assert_eq!(svg.matches("<rect class=\"short\"").count(), 91);
    let labels = svg.matches("<text class=\"label").count();
    assert!((5..30).contains(&labels), "{labels}");
    assert!(svg.contains(">jaar 90</text>"));
    // Without columns it has its axis.
    read(as_page(&ColumnChart::new(Language::En, "", "").document()));
}
