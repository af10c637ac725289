//! A table of yearly totals: read in any dialect, and read back as it was written.
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use banenafspraak::dialects::Given;
use banenafspraak::employer::Coverage;
use banenafspraak::tables::{Form, TableWriter, TotalsReader};
use banenafspraak::{DoelgroepHours, EmployerYear, HoursBase, Language, Sector, Year};
use common::hundredths;
use proptest::prelude::*;

const HEADER: &str = "id,year,sector,paid_hours,lent_out_agency_hours,wsw_hours,doelgroep_hours,\
    doelgroep_hours_attributed_out,doelgroep_hours_attributed_in,previous_year_paid_hours,\
    previous_year_lent_out_agency_hours,previous_year_wsw_hours,quotumpercentage,complete,\
    previous_year_complete,hours_until";

fn employers(file: &[u8]) -> Vec<EmployerYear> {
    let rows = TotalsReader::open(file, Given::default()).unwrap();
    rows.map(|row| row.unwrap().employer).collect()
}

/// Code, line and column of each line that is wrong.
fn errors(file: &str) -> Vec<(&'static str, u64, String)> {
    let rows = TotalsReader::open(file.as_bytes(), Given::default()).unwrap();
    let errors = rows.filter_map(Result::err).map(|error| {
        let text = error.problem.to_string();
        let column = text.split(':').next().unwrap_or_default().to_owned();
        (error.code(), error.line, column)
    });
    errors.collect()
}

#[cfg(feature = "serde")]
#[test]
fn a_row_is_the_input_object_of_the_contract() {
    let file = format!("{HEADER}\nschool,2026,overheid,1000,100,50,300,20,10,900,90,40,2.5,,,\n");
    let json = r#"{"id":"school","year":2026,"sector":"overheid","paid_hours":"1000",
        "lent_out_agency_hours":"100","wsw_hours":"50","doelgroep_hours":"300",
        "doelgroep_hours_attributed_out":"20","doelgroep_hours_attributed_in":"10",
        "previous_year":{"paid_hours":"900","lent_out_agency_hours":"90","wsw_hours":"40"},
        "quotumpercentage":"2.5"}"#;
    let expected: EmployerYear = serde_json::from_str(json).unwrap();
    assert_eq!(employers(file.as_bytes()), [expected]);
}

#[test]
fn a_year_before_without_a_cell_is_not_known_and_other_empty_hours_are_zero() {
    let file = format!("{HEADER}\nschool,2026,overheid,1000,,,300,,,,,,,,,\n");
    let [employer] = &*employers(file.as_bytes()) else { panic!("one row") };
    assert_eq!(employer.previous_year(), None);
    assert_eq!(employer.hours_base().wsw_hours(), hundredths(0));
    // The year before is not half known.
    let half = format!("{HEADER}\nschool,2026,overheid,1000,,,300,,,,,5,,,,\n");
    assert_eq!(errors(&half), [("empty", 2, "previous_year_paid_hours".to_owned())]);
}

#[test]
fn coverage_has_its_columns() {
    let file =
        format!("{HEADER}\nschool,2026,overheid,1000,,,300,,,900,,,,false,true,2026-06-30\n");
    let [employer] = &*employers(file.as_bytes()) else { panic!("one row") };
    let coverage = employer.coverage().unwrap();
    assert_eq!((coverage.complete, coverage.previous_year_complete), (Some(false), Some(true)));
    assert_eq!(coverage.hours_until, "2026-06-30".parse().ok());
}

#[test]
fn an_error_names_line_and_column_and_the_next_line_is_read() {
    let rows = [
        "a,26,overheid,1000,,,300,,,,,,,,,",
        "b,2026,region,1000,,,300,,,,,,,,,",
        "c,2026,overheid,,,,300,,,,,,,,,",
        "d,2026,overheid,1000,,,x,,,,,,,,,",
        "e,2026,overheid,1000,,,2000,,,,,,,,,",
        "f,2026,overheid,1000,,,300,,,900,,901,,,,",
        "g,2026,overheid,1000,,,300,,,,,,101,,,",
        "h,2026,overheid,1000,,,300,,,,,,,perhaps,,",
        "i,2026,overheid,1000,,,300,,,,,,,,,2025-12-31",
        "j,2026,overheid,1000",
    ];
    let file = format!("{HEADER}\n{}\nk,2026,overheid,1000,,,300,,,,,,,,,\n", rows.join("\n"));
    let place = |code, line, column: &str| (code, line, column.to_owned());
    assert_eq!(
        errors(&file),
        [
            place("out_of_range", 2, "year"),
            place("unknown_word", 3, "sector"),
            place("empty", 4, "paid_hours"),
            place("not_a_number", 5, "doelgroep_hours"),
            place("part_exceeds_whole", 6, "doelgroep_hours"),
            place("part_exceeds_whole", 7, "previous_year_wsw_hours"),
            place("out_of_range", 8, "quotumpercentage"),
            place("not_a_boolean", 9, "complete"),
            place("not_in_year", 10, "hours_until"),
            place("field_count", 11, "4 fields, where the header has 16"),
        ]
    );
    let rows = TotalsReader::open(file.as_bytes(), Given::default()).unwrap();
    let read: Vec<_> = rows.filter_map(Result::ok).map(|row| row.line).collect();
    assert_eq!(read, [12]);
}

#[test]
fn a_header_needs_its_columns_each_once_and_no_other() {
    for (header, code) in [
        ("id,year,sector,paid_hours", "missing_column"),
        ("year,sector,paid_hours,doelgroep_hours,town", "unknown_column"),
        ("year,jaar,sector,paid_hours,doelgroep_hours", "duplicate_column"),
    ] {
        let error =
            TotalsReader::open(format!("{header}\n").as_bytes(), Given::default()).unwrap_err();
        assert_eq!((error.code(), error.line()), (code, Some(1)), "{header}");
    }
    let error = TotalsReader::open(&b""[..], Given::default()).unwrap_err();
    assert_eq!(error.code(), "empty_file");
}

#[test]
fn a_dutch_spreadsheet_gives_the_same_employers_as_the_plain_table() {
    let plain = "id,year,sector,paid_hours,doelgroep_hours,previous_year_paid_hours,quotumpercentage,complete\n\
                 caf\u{e9},2026,overheid,180000.50,2662,178000,2.1,true\n";
    let dutch = "werkgever;Jaar;Sector;Verloonde uren;Doelgroep-uren;vorig jaar verloonde uren;\
                 Quotumpercentage;Volledig\r\n\
                 caf\u{e9};2026;Overheid;180.000,50;2.662;178.000;2,1%;ja\r\n";
    let windows_1252: Vec<u8> =
        dutch.chars().map(|it| u8::try_from(u32::from(it)).unwrap()).collect();
    let expected = employers(plain.as_bytes());
    assert_eq!(employers(&windows_1252), expected);
    assert_eq!(employers(format!("\u{feff}{dutch}").as_bytes()), expected);
}

fn forms() -> [Form; 4] {
    let forms = [Form::plain(), Form::excel_nl()];
    let [plain, excel] = forms;
    [plain, excel, plain.in_language(Language::Nl), excel.in_language(Language::Nl)]
}

fn written(employers: &[EmployerYear], form: Form) -> Vec<u8> {
    let mut table = TableWriter::new(Vec::new(), form).unwrap();
    for employer in employers {
        table.write(employer).unwrap();
    }
    table.into_inner()
}

#[test]
fn every_column_of_a_written_table_is_read_back() {
    let covered = Coverage {
        complete: Some(false),
        previous_year_complete: Some(true),
        hours_until: "2026-06-30".parse().ok(),
        missing: Vec::new(),
    };
    let base = |hours: [i64; 3]| {
        let [paid, lent, wsw] = hours.map(hundredths);
        HoursBase::new(paid).with_lent_out_agency_hours(lent).unwrap().with_wsw_hours(wsw).unwrap()
    };
    let doelgroep = DoelgroepHours::new(hundredths(30_001))
        .with_attributed_out(hundredths(2_000))
        .unwrap()
        .with_attributed_in(hundredths(1_050))
        .unwrap();
    let year = Year::new(2026).unwrap();
    let employer =
        EmployerYear::new(year, Sector::Markt, base([100_025, 10_000, 5_000]), doelgroep)
            .unwrap()
            .with_previous_year(base([90_000, 9_000, 4_010]))
            .with_coverage(covered)
            .unwrap()
            .with_id("=2+5")
            .with_quotumpercentage("2.589".parse().unwrap());
    for form in forms() {
        let file = written(std::slice::from_ref(&employer), form);
        assert_eq!(
            employers(&file),
            std::slice::from_ref(&employer),
            "{form:?}: {}",
            String::from_utf8_lossy(&file)
        );
    }
    let text = String::from_utf8(written(&[], Form::plain())).unwrap();
    assert_eq!(text.trim_end(), HEADER);
}

proptest! {
    // Each case is four files.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read_back_in_every_form(
        rows in prop::collection::vec(
            ("[=+@'a-z;,\"é .-]{0,8}", 0_i64..50_000_000, 0_i64..2_000_000, any::<Option<bool>>(), 0_i64..2_000),
            1..8,
        )
    ) {
        let year = Year::new(2026).unwrap();
        let of = |(id, base, doelgroep, known, percentage): (String, i64, i64, Option<bool>, i64)| {
            let doelgroep = DoelgroepHours::new(hundredths(doelgroep.min(base)));
            let mut employer =
                EmployerYear::new(year, Sector::Overheid, HoursBase::new(hundredths(base)), doelgroep).unwrap();
            if known == Some(true) {
                employer = employer.with_previous_year(HoursBase::new(hundredths(base)));
            }
            if known.is_some() {
                let percentage = rust_decimal::Decimal::new(percentage, 3).to_string().parse().unwrap();
                employer = employer.with_quotumpercentage(percentage);
            }
            if id.trim().is_empty() { employer } else { employer.with_id(id) }
        };
        let all: Vec<_> = rows.into_iter().map(of).collect();
        for form in forms() {
            let file = written(&all, form);
            prop_assert_eq!(&employers(&file), &all, "{}", String::from_utf8_lossy(&file));
        }
    }
}
