//! Facts that are not known: the year before, days of a year, the quotumpercentage (contract.md,
//! "Liability", `unknown`, `payable` and "Is the year whole?").
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod common;

use banenafspraak::contract::EmployerInput;
use banenafspraak::employer::{Coverage, Missing};
use banenafspraak::planning::{Plan, at_the_same_pace, next_year};
use banenafspraak::{
    DoelgroepHours, EmployerYear, Error, Euro, Figures, Hours, HoursBase, Liability, Payable,
    Sector, Year, assess,
};
use common::{calculator, example};
use jiff::civil::date;
use serde_json::{Value, json};

const BELOW: u32 = 40_574;
const REACHED: u32 = 40_575;

fn employer(hours: u32, before: Option<u32>) -> EmployerYear {
    let year = Year::new(2026).unwrap();
    let base = |hours| HoursBase::new(Hours::whole(hours));
    EmployerYear::new(year, Sector::Overheid, base(hours), DoelgroepHours::default())
        .unwrap()
        .with_previous_year(before.map(base))
}

/// Wfsv 34 lid 4 and contract.md, "Liability": below the threshold only a complete year exempts, at
/// the threshold missing days change nothing, and a year that exempts decides by itself.
#[test]
fn wfsv_34_lid_4_only_a_complete_year_exempts() {
    use Liability::{
        ExemptBothYears, ExemptPreviousYear, ExemptYear, Liable, UnknownBothYears,
        UnknownPreviousYear, UnknownYear,
    };
    let (silent, whole, gaps) = (None, Some(true), Some(false));
    #[rustfmt::skip]
    let table = [
        // hours   complete  before          complete  liability
        (BELOW,   silent,   Some(BELOW),    silent,   ExemptBothYears),
        (BELOW,   whole,    Some(REACHED),  whole,    ExemptYear),
        (BELOW,   gaps,     Some(REACHED),  whole,    UnknownYear),
        (BELOW,   gaps,     Some(BELOW),    whole,    ExemptPreviousYear),
        (BELOW,   gaps,     Some(BELOW),    gaps,     UnknownBothYears),
        (BELOW,   gaps,     None,           silent,   UnknownBothYears),
        (BELOW,   silent,   None,           silent,   ExemptYear),
        (REACHED, silent,   Some(REACHED),  silent,   Liable),
        (REACHED, gaps,     Some(REACHED),  gaps,     Liable),
        (REACHED, silent,   Some(BELOW),    silent,   ExemptPreviousYear),
        (REACHED, whole,    Some(BELOW),    gaps,     UnknownPreviousYear),
        (REACHED, whole,    None,           silent,   UnknownPreviousYear),
    ];
    for (hours, complete, before, previous_year_complete, liability) in table {
        let coverage = Coverage { complete, previous_year_complete, ..Coverage::default() };
        let employer = employer(hours, before).with_coverage(coverage).unwrap();
        let outcome = assess(&employer).unwrap();
        let row = format!("{hours} {complete:?} {before:?} {previous_year_complete:?}");
        assert_eq!(outcome.liability(), liability, "{row}");
        // What is not known is never computed, and never a zero.
        let json = serde_json::to_value(&outcome).unwrap();
        assert_eq!(json.get("quotumheffing").is_some(), liability.is_known(), "{row}");
        let status = if liability.is_exempt() { "not_owed" } else { "computed_only" };
        assert_eq!((&json["payable"], &json["payable_status"]), (&json!("0.00"), &json!(status)));
        let before_unknown = matches!(liability, UnknownPreviousYear | UnknownBothYears);
        let unknown = before_unknown.then(|| json!(["previous_year"]));
        assert_eq!(json.get("unknown"), unknown.as_ref(), "{row}");
        // The explanation is made by the same code.
        let steps = outcome.explanation();
        let step = steps.steps().iter().find(|step| step.value().to_string() == liability.word());
        assert!(step.is_some(), "{row}: {steps}");
    }
}

/// Besluit Wfsv 2.19d and Wet banenafspraak 6 do not look at the hours of the year before: under a
/// scheme nothing is left out for them.
#[test]
fn the_wet_banenafspraak_needs_no_year_before() {
    let line = include_str!("../examples/plan/sample/employer.json");
    let mut employer: Value = serde_json::from_str(line).unwrap();
    employer["previous_year"] = Value::Null;
    let input: EmployerInput = serde_json::from_value(employer).unwrap();
    let outcome = assess(&input.employer.unwrap()).unwrap();
    assert!(outcome.unknown().is_empty());
    assert!(matches!(outcome.payable(), Payable::Due(amount) if amount > Euro::ZERO));
}

/// contract.md: the coverage comes back as it was given, in both directions of the JSON.
#[test]
fn coverage_is_read_and_given_back() {
    let input = json!({
        "year": 2026, "sector": "overheid", "paid_hours": "25000", "doelgroep_hours": "0",
        "previous_year": {"paid_hours": "50000"}, "complete": false,
        "previous_year_complete": true, "hours_until": "2026-06-30",
        "missing": [
            {"administration": "111222333L02", "from": "2026-07-01", "until": "2026-07-31"},
            {"from": "2026-12-31", "until": "2026-12-31"},
        ],
    });
    let read = |value: &Value| serde_json::from_value::<EmployerYear>(value.clone());
    let employer = read(&input).unwrap();
    let july = Missing::new(date(2026, 7, 1), date(2026, 7, 31));
    let coverage = employer.coverage().unwrap();
    let of_l02 = Missing { administration: Some("111222333L02".into()), ..july };
    assert_eq!(coverage.missing[0], of_l02);
    assert_eq!(read(&serde_json::to_value(&employer).unwrap()).unwrap(), employer);
    let outcome = serde_json::to_value(assess(&employer).unwrap()).unwrap();
    for field in ["complete", "previous_year_complete", "hours_until", "missing"] {
        assert_eq!(outcome[field], input[field], "{field}");
    }
    // Nobody says anything: nothing comes back.
    let plain = json!({
        "year": 2026, "sector": "overheid", "paid_hours": 1, "doelgroep_hours": 0,
        "previous_year": null,
    });
    let outcome = serde_json::to_value(assess(&read(&plain).unwrap()).unwrap()).unwrap();
    assert!(outcome.get("complete").is_none() && outcome.get("missing").is_none());
    // Each field by its own rule.
    for (field, value, code, at) in [
        ("complete", json!("false"), "wrong_type", "complete"),
        ("missing", json!({}), "wrong_type", "missing"),
        ("missing", json!([{"from": "2026-07-01"}]), "missing_field", "missing[0].until"),
        (
            "missing",
            json!([{"from": "2026-07-02", "until": "2026-07-01"}]),
            "ends_before_it_begins",
            "missing[0].until",
        ),
        (
            "missing",
            json!([{"from": "2024-07-01", "until": "2024-07-02"}]),
            "not_in_year",
            "missing[0].from",
        ),
        (
            "missing",
            json!([{"from": "2025-12-31", "until": "2026-01-01"}]),
            "not_in_year",
            "missing[0].from",
        ),
        (
            "missing",
            json!([{"from": "2026-07-01", "until": "2026-07-02", "why": 1}]),
            "unknown_field",
            "missing[0].why",
        ),
        ("complete", json!(true), "superfluous", "missing"),
        ("hours_until", json!("2026-05-31"), "contradiction", "hours_until"),
        (
            "missing",
            json!([{"from": "2026-07-01", "until": "2026-07-31"}, {"from": "2026-07-31", "until": "2026-08-01"}]),
            "contradiction",
            "missing[1].from",
        ),
        ("hours_until", json!("2026-12-31"), "superfluous", "hours_until"),
        ("hours_until", json!("2025-12-31"), "not_in_year", "hours_until"),
    ] {
        let mut wrong = input.clone();
        wrong[field] = value;
        let input: EmployerInput = serde_json::from_value(wrong).unwrap();
        let error: Error = input.employer.unwrap_err();
        assert_eq!((error.code(), error.field().as_deref()), (code, Some(at)), "{error}");
    }
    let null = json!({"year": 2026, "sector": "overheid", "paid_hours": 1, "doelgroep_hours": 0});
    let input: EmployerInput = serde_json::from_value(null).unwrap();
    assert_eq!(input.employer.unwrap_err().to_string(), "previous_year: missing");
}

/// contract.md: a batch of market employers without a percentage, and of exempt ones, exits 0, in JSON
/// and as a table; the table says what is not known and how to give it.
#[test]
fn a_batch_without_percentages_is_assessed() {
    let line = |id: &str, hours: u32| {
        json!({"id": id, "year": 2026, "sector": "markt", "paid_hours": hours,
            "doelgroep_hours": 1331, "previous_year": {"paid_hours": 50_000}})
    };
    let input = format!("{}\n{}\n", line("market", 60_000), line("small", 40_574));
    let json = calculator(&["--input", "-", "--format", "json"], input.as_bytes());
    assert_eq!(json.status.code(), Some(0));
    let text = String::from_utf8(json.stdout).unwrap();
    let rows: Vec<Value> = text.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
    for row in &rows {
        assert_eq!(row["unknown"], json!(["quotumpercentage"]));
        assert_eq!(row["realised_jobs"], "1.0");
        assert_eq!(row["levy_status"], "never_activated");
        for absent in ["quotumpercentage", "required_jobs", "quotumtekort", "surplus_jobs"] {
            assert!(row.get(absent).is_none(), "{absent}");
        }
    }
    assert_eq!(rows[0].get("quotumheffing"), None);
    assert_eq!(rows[1]["quotumheffing"], "0.00");
    let text = calculator(&["--input", "-"], input.as_bytes());
    assert_eq!(text.status.code(), Some(0));
    let text = String::from_utf8(text.stdout).unwrap();
    let row =
        "market             2026 markt            -       1.0        -        -                - ?";
    assert!(text.contains(row), "{text}");
    assert!(text.contains("? cannot be computed: a fact is missing\n"), "{text}");
    assert!(
        text.contains("Quotumpercentage: not known for sector markt in 2026; give one"),
        "{text}"
    );
    assert!(
        text.contains("Nothing to pay: the quotumheffing was never activated (Wfsv 122n lid 1)."),
        "{text}"
    );
}

/// contract.md: gaps are said in table, plan and report, and `hours_until` is taken over by the plan.
#[test]
fn missing_days_are_said_in_table_plan_and_report() {
    let input = json!({
        "id": "gaps", "year": 2026, "sector": "overheid", "paid_hours": 121_500,
        "doelgroep_hours": 1701, "previous_year": {"paid_hours": 178_000}, "complete": false,
        "hours_until": "2026-08-31",
        "missing": [{"from": "2026-09-01", "until": "2026-12-31"}],
    });
    let run = |name: &str, more: &[&str]| {
        let args = [&["--input", "-"], more].concat();
        let output = example(name, &args, input.to_string().as_bytes());
        assert_eq!(output.status.code(), Some(0), "{name}");
        String::from_utf8(output.stdout).unwrap()
    };
    let table = run("calculator", &[]);
    assert!(table.contains("gaps               2026!overheid"), "{table}");
    assert!(table.contains("! days of the year, or of the year before, are missing\n"), "{table}");
    assert!(table.contains("Days without hours: 1 September 2026 to 31 December 2026."), "{table}");
    let plan = run("plan", &["--lang", "nl"]);
    assert!(plan.contains("de uren lopen tot en met 31 augustus 2026"), "{plan}");
    // 121,500 hours in 243 of 365 days are 182,500.
    let plan: Value = serde_json::from_str(&run("plan", &["--format", "json"])).unwrap();
    assert_eq!(plan["hours_until"], "2026-08-31");
    assert_eq!(plan["assessment"]["hours_base"], "182500");
    // The extended year is whole by assumption; what was known of it is given back beside it.
    assert_eq!(plan["assessment"].get("complete"), None);
    assert_eq!(plan["coverage"]["complete"], false);
    assert_eq!(plan["coverage"]["missing"], input["missing"]);
    let report = run("report", &["--out", "-"]);
    assert!(
        report.contains("Days of this year are missing: this report is based on the hours that are known. The hours of the year are known until 31\u{a0}August\u{a0}2026. Days without hours:"),
        "{report}"
    );
    assert!(
        report.contains("1\u{a0}September\u{a0}2026 to 31\u{a0}December\u{a0}2026"),
        "{report}"
    );
}

/// Next year has the hours of this one: those of a part of a year are not those of a year then either.
#[test]
fn wfsv_34_lid_4_next_year_does_not_take_a_part_for_a_year() {
    let coverage = Coverage { complete: Some(false), ..Coverage::default() };
    let part = employer(BELOW, Some(REACHED)).with_coverage(coverage).unwrap();
    let next = next_year(&part, &Plan::default(), &Figures::published(), &[]).unwrap();
    assert_eq!(next[0].liability(), Liability::UnknownBothYears);
    let whole = Coverage { complete: Some(true), ..Coverage::default() };
    let whole = employer(BELOW, Some(REACHED)).with_coverage(whole).unwrap();
    let next = next_year(&whole, &Plan::default(), &Figures::published(), &[]).unwrap();
    assert_eq!(next[0].liability(), Liability::ExemptBothYears);
}

/// contract.md: `hours_until` is the day before the first gap. Hours after that gap would be counted
/// twice by a pace, so that a plan extends only a year whose end alone is missing.
#[test]
fn a_pace_is_not_taken_over_a_gap() {
    let july = Missing::new(date(2026, 7, 1), date(2026, 7, 31));
    let until = Some(date(2026, 6, 30));
    let of = |missing| {
        let coverage = Coverage { hours_until: until, missing, ..Coverage::default() };
        employer(REACHED, Some(REACHED)).with_coverage(coverage).unwrap()
    };
    let error = at_the_same_pace(&of(vec![july.clone()]), date(2026, 6, 30)).unwrap_err();
    assert_eq!(error.to_string(), "until: 2026-06-30 contradicts 2026-07-01");
    let rest = Missing { until: date(2026, 12, 31), ..july };
    let extended = at_the_same_pace(&of(vec![rest.clone()]), date(2026, 6, 30)).unwrap();
    // 40,575 x 365 / 181
    assert_eq!(extended.hours_base().hours().to_string(), "81822.51");
    assert_eq!(extended.coverage(), None);
    // Another day than that before the gap contradicts it.
    assert!(at_the_same_pace(&of(vec![rest]), date(2026, 8, 31)).is_err());
    let input = json!({
        "year": 2026, "sector": "overheid", "paid_hours": 165_000, "doelgroep_hours": 2500,
        "previous_year": {"paid_hours": 178_000}, "hours_until": "2026-02-28",
        "missing": [{"from": "2026-03-01", "until": "2026-03-31"}],
    });
    let plan = |more: &[&str]| {
        let args = [&["--input", "-"], more].concat();
        String::from_utf8(example("plan", &args, input.to_string().as_bytes()).stdout).unwrap()
    };
    let json: Value = serde_json::from_str(&plan(&["--format", "json"])).unwrap();
    assert_eq!(json["assessment"]["hours_base"], "165000");
    assert_eq!(json["assessment"]["missing"], input["missing"]);
    let text = plan(&[]);
    assert!(text.contains("  Days without hours: 1 March 2026 to 31 March 2026.\n"), "{text}");
}

/// Wfsv 38g lid 4: hours in a Wsw employment never count at their own employer, so the own hours of
/// the doelgroep are at most the paid hours less those.
#[test]
fn wfsv_38g_lid_4_own_doelgroep_hours_leave_out_wsw_hours() {
    let year = Year::new(2026).unwrap();
    let hours =
        HoursBase::new(Hours::whole(500_000)).with_wsw_hours(Hours::whole(100_000)).unwrap();
    let own = |hours| DoelgroepHours::new(Hours::whole(hours));
    assert!(EmployerYear::new(year, Sector::Markt, hours, own(400_000)).is_ok());
    let error = EmployerYear::new(year, Sector::Markt, hours, own(450_000)).unwrap_err();
    assert_eq!(
        (error.code(), error.field().as_deref()),
        ("part_exceeds_whole", Some("doelgroep_hours"))
    );
}

/// The table keeps the reasons of the first thousand employers, so that its memory is bounded.
#[test]
fn the_table_lists_the_reasons_of_the_first_thousand() {
    let input: String = (0..1_200)
        .map(|n| {
            let hours = if n % 2 == 0 { 50_000 } else { -1 };
            format!("{{\"id\":\"e{n}\",\"year\":2026,\"sector\":\"overheid\",\"paid_hours\":{hours},\"doelgroep_hours\":0,\"previous_year\":null}}\n")
        })
        .chain((0..900).map(|n| format!("{{\"id\":\"f{n}\"}}\n")))
        .collect();
    let output = calculator(&["--input", "-"], input.as_bytes());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("\n  e1198: ")
            && !text.contains("more; --format json has all of them\n\nCould"),
        "{text}"
    );
    assert!(
        text.contains("(e1199)") && text.contains("(f399)") && !text.contains("(f400)"),
        "{text}"
    );
    assert!(text.contains("\n  ... 500 more; --format json has all of them\n"), "{text}");
}
