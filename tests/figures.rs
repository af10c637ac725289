//! Figures: a caller's own from code and from JSON, every figure with a source, no year carried over.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

mod common;

use banenafspraak::parameters::Provenance;
use banenafspraak::regime::loonkostenvoordeel;
use banenafspraak::{Figure, FigureName, Figures, Hours, Percentage, Sector, Year, assess_with};
use common::{Answers as _, employer};

const MARKET_2026: &str = r#"[{"figure":"quotumpercentage","sector":"markt","year":2026,"value":"2.10","source":"own estimate","provenance":"derived"},
    {"figure":"levy_per_job","year":2026,"value":"6000","source":"scenario"}]"#;

#[test]
fn figures_from_json_win_and_the_result_says_so() {
    let figures: Figures = serde_json::from_str(MARKET_2026).unwrap();
    let employer = employer(2026, Sector::Markt, 100_000_00, 100_000_00, 769_00);
    let outcome = assess_with(&employer, &figures).unwrap();
    // 100,000 x 2.1 % = 2,100; - 769 = 1,331: one job at EUR 6,000.
    assert_eq!(outcome.known_levy().to_string(), "6000.00");
    assert_eq!(outcome.known_quota().quotumpercentage_source(), Provenance::Derived);
    assert!(outcome.explanation().to_string().contains("[own estimate; Besluit Wfsv 2.23 lid 2]"));
    assert_ne!(figures.fingerprint(), Figures::published().fingerprint());
    let again: Figures = serde_json::from_str(&serde_json::to_string(&figures).unwrap()).unwrap();
    assert_eq!(again, figures);
}

#[test]
fn a_figure_of_the_wrong_unit_or_sector_is_refused() {
    let year = Year::new(2027).unwrap();
    let percentage: Percentage = "2.1".parse().unwrap();
    let wrong_unit = Figure::given(FigureName::LevyPerJob, None, year, percentage, "x");
    assert_eq!(
        wrong_unit.unwrap_err().to_string(),
        "levy_per_job: a figure of this name is euros per job"
    );
    let no_sector = Figure::given(FigureName::Quotumpercentage, None, year, percentage, "x");
    assert_eq!(no_sector.unwrap_err().code(), "figure_mismatch");
    let read = |json: &str| serde_json::from_str::<Figures>(json).unwrap_err().to_string();
    let published = MARKET_2026.replace("derived", "published");
    assert!(read(&published).starts_with("provenance: `published` is not one of given, derived"));
    // A source in two lines could pass for two figures in the text of the fingerprint.
    let two_lines = MARKET_2026.replace("scenario", "scenario\\nlevy");
    assert!(read(&two_lines).starts_with("levy_per_job: a figure of this name is given with"));
    let count = |value: &str| {
        read(&format!(
            r#"[{{"figure":"threshold_workers","year":2026,"value":{value},"source":"x"}}]"#
        ))
    };
    assert!(count("\"+25\"").contains("`+25` is not a number in plain notation"));
    assert!(count("5000000000").contains("5000000000 is not between 0 and 4294967295"));
}

/// Every sector and year has exactly one published percentage or is a named gap.
#[test]
fn each_year_has_one_percentage_or_a_named_gap() {
    for number in 2010..2040 {
        for sector in [Sector::Overheid, Sector::Markt] {
            let year = Year::new(number).unwrap();
            let known = Figures::published().quotumpercentage(year, sector);
            let published = sector == Sector::Overheid && (2018..=2026).contains(&number);
            assert_eq!(known.is_ok(), published, "{sector} {year}");
            if let Err(error) = known {
                assert_eq!(error.code(), "unknown_figure");
                assert_eq!(error.field().as_deref(), Some("quotumpercentage"));
            }
        }
    }
}

#[test]
fn every_published_figure_has_a_source_and_a_name_of_its_own() {
    let lines: Vec<String> = Figures::published()
        .iter()
        .map(|figure| {
            assert!(!figure.source().to_string().is_empty(), "{figure}");
            assert_eq!(figure.provenance(), Provenance::Published, "{figure}");
            format!("{} {:?} {}", figure.name(), figure.sector(), figure.first_year())
        })
        .collect();
    let mut unique = lines.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), lines.len());
}

/// A receipt of years ago names this fingerprint: it changes only with a published figure.
#[test]
fn the_published_figures_have_the_fingerprint_that_receipts_name() {
    let published = "955c57638c73ed3d5363320f9e8a1561ee8cb443a6357c4e4d71b14d2e03e86b";
    assert_eq!(Figures::published().fingerprint(), published);
}

/// The LKV was looked up for one year: its amounts are not carried to another.
#[test]
fn the_lkv_of_another_year_is_an_error() {
    for year in [2025, 2027] {
        let year = Year::new(year).unwrap();
        let error = loonkostenvoordeel(Hours::whole(1_664), year, &Figures::published());
        assert_eq!(
            error.unwrap_err().to_string(),
            format!("lkv_per_hour: not known in {year}; give one of your own")
        );
    }
}
