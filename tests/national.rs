//! The country: the golden files cell by cell, what follows from them, a caller's own counts, and
//! the example as a process.
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use banenafspraak::national::National;
use banenafspraak::national::{AgainstTarget, Count, CountName};
use banenafspraak::parameters::Provenance;
use banenafspraak::unit::Quantity;
use banenafspraak::{FigureName, Figures, Jobs, Sector, Year};
use proptest::prelude::*;
use rust_decimal::Decimal;

const TABLE: &str = include_str!("golden/national_2024.csv");
const RESULTS: &str = include_str!("golden/national_results.csv");
const SECTORS: [Sector; 2] = [Sector::Markt, Sector::Overheid];

fn year(number: i32) -> Year {
    Year::new(number).unwrap()
}

fn jobs(whole: i64) -> Jobs {
    Jobs::new(whole.into()).unwrap()
}

/// Whole jobs as a plain integer.
fn whole(jobs: Jobs) -> i64 {
    let decimal = jobs.to_decimal();
    assert_eq!(decimal.scale(), 0, "{decimal}");
    i64::try_from(decimal.mantissa()).unwrap()
}

fn sector(name: &str) -> Option<Sector> {
    match name {
        "market" => Some(Sector::Markt),
        "government" => Some(Sector::Overheid),
        other => {
            assert_eq!(other, "total");
            None
        }
    }
}

/// The rows of the results, read without the library: year and sector to target, result, source.
type Results = BTreeMap<(i32, &'static str), (i64, Option<i64>, &'static str)>;

fn results() -> Results {
    let rows = RESULTS.lines().skip(1).map(|line| {
        let [year, sector, target, realised, source] =
            line.splitn(5, ',').collect::<Vec<_>>().try_into().unwrap();
        let key = (year.parse().unwrap(), sector);
        (key, (target.parse().unwrap(), realised.parse().ok(), source))
    });
    rows.collect()
}

#[test]
fn the_table_of_2024_is_shipped_cell_by_cell() {
    let mut lines = TABLE.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let mut known = 0;
    for row in lines {
        let name = match row[0] {
            "formal_employment" => CountName::FormalEmployment,
            "hired_in" => CountName::Inleenverbanden,
            "total" => CountName::Realised,
            "target" => CountName::Target,
            "jobs_including_nulmeting" => CountName::JobsIncludingNulmeting,
            "growth_formal_in_2024" => CountName::GrowthFormalEmployment,
            "growth_hired_in_in_2024" => CountName::GrowthInleenverbanden,
            other => {
                assert_eq!(other, "growth_total_in_2024");
                CountName::Growth
            }
        };
        for (column, cell) in header.iter().zip(&row).skip(1) {
            let count = National::published().count(name, year(2024), sector(column));
            let shipped = count.ok().map_or(String::new(), |it| whole(it.jobs()).to_string());
            assert_eq!(shipped, *cell, "{} {column}", row[0]);
            known += usize::from(!cell.is_empty());
        }
    }
    let shipped = National::published().iter().filter(|count| count.year() == year(2024)).count();
    assert_eq!((known, shipped), (19, 19));
}

#[test]
fn every_result_is_shipped_with_its_source_and_its_gap() {
    let national = National::published();
    let mut seen = 0;
    for ((number, name), (target, realised, source)) in results() {
        for (figure, golden) in [(CountName::Target, Some(target)), (CountName::Realised, realised)]
        {
            let count = national.count(figure, year(number), sector(name)).ok();
            assert_eq!(count.as_ref().map(|it| whole(it.jobs())), golden, "{number} {name}");
            let Some(count) = count else { continue };
            assert_eq!(count.source().to_string(), source, "{number} {name} {figure}");
            // The golden source says which of the two was derived.
            let derived = match figure {
                CountName::Target => source.starts_with("target derived"),
                _ => source.starts_with("result derived"),
            };
            assert_eq!(count.provenance() == Provenance::Derived, derived, "{count}");
            seen += 1;
        }
    }
    let shipped = national.iter().filter(|count| {
        count.sector().is_some() && matches!(count.name(), CountName::Target | CountName::Realised)
    });
    assert_eq!((seen, shipped.count()), (39, 39));
}

#[test]
fn every_count_has_a_source_and_stands_once() {
    let counts: Vec<Count> = National::published().iter().collect();
    let keys: BTreeSet<String> = counts
        .iter()
        .map(|count| {
            assert!(!count.source().to_string().is_empty(), "{count}");
            assert_ne!(count.provenance(), Provenance::Given, "{count}");
            format!("{} {} {:?}", count.name(), count.year(), count.sector())
        })
        .collect();
    assert_eq!(keys.len(), counts.len());
}

/// Variable B of Wfsv 38f is set in the Regeling, apart from these series: since 2018 it is the
/// mean of the targets at both ends of the year. That confirms the 17,500 derived for 2020 too.
#[test]
fn the_targets_agree_with_variable_b() {
    let golden = results();
    let mut missed = BTreeSet::new();
    for sector in SECTORS {
        let name = if sector == Sector::Markt { "market" } else { "government" };
        for number in 2017..=2024 {
            let b = Figures::published().figure(FigureName::VariableB, year(number), sector);
            let Quantity::Jobs(b) = b.unwrap().value() else { panic!("B is in jobs") };
            let targets = golden[&(number - 1, name)].0 + golden[&(number, name)].0;
            if whole(b) * 2 != targets {
                missed.insert(number);
            }
        }
    }
    assert_eq!(missed, BTreeSet::from([2017]));
}

/// Totals, gaps, growth and the activation test, recomputed in plain integers from the file.
#[test]
fn what_follows_is_what_integers_give() {
    let (national, golden) = (National::published(), results());
    let published_totals = BTreeMap::from([(2021, 72_809), (2024, 89_616)]);
    let realised = |number: i32, name: &str| match name {
        "total" => {
            let sum =
                golden.get(&(number, "market"))?.1? + golden.get(&(number, "government"))?.1?;
            Some(published_totals.get(&number).copied().unwrap_or(sum))
        }
        _ => golden.iter().find(|(key, _)| **key == (number, name))?.1.1,
    };
    let (mut gaps, mut growths) = (0, 0);
    for number in 2015..=2024 {
        for name in ["market", "government", "total"] {
            let target = match name {
                "total" => golden[&(number, "market")].0 + golden[&(number, "government")].0,
                _ => golden.iter().find(|(key, _)| **key == (number, name)).unwrap().1.0,
            };
            let now = realised(number, name);
            let against = national.against_target(year(number), sector(name)).ok();
            let place = if name == "total" { "Wet banenafspraak 4, 5" } else { "Wfsv 122n lid 3" };
            assert!(against.is_none_or(|it| it.condition().to_string() == place), "{name}");
            let found = against.map(|it| {
                (whole(it.target()), whole(it.short()), whole(it.above()), it.may_be_activated())
            });
            let expected =
                now.map(|now| (target, (target - now).max(0), (now - target).max(0), now < target));
            assert_eq!(found, expected, "{number} {name}");
            let growth = national.growth(CountName::Realised, year(number), sector(name));
            let before = realised(number - 1, name);
            let grown = now.zip(before).map(|(now, before)| now - before);
            assert_eq!(growth.ok().map(whole), grown, "{number} {name}");
            gaps += usize::from(expected.is_some());
            growths += usize::from(grown.is_some());
        }
    }
    // All but the government and the total of 2020; growth not of 2015, nor of what touches 2020.
    assert_eq!((gaps, growths), (28, 23));
}

#[test]
fn the_rounding_of_the_publications_is_named_and_there_is_no_other() {
    let national = National::published();
    let differences = national.years().into_iter().flat_map(|year| {
        national.differences(year).unwrap().into_iter().map(|difference| {
            assert!(difference.is_rounding(), "{difference}");
            difference.to_string()
        })
    });
    assert_eq!(
        differences.collect::<Vec<_>>(),
        [
            "realised - 2021: 72809.0; its parts (sectors) together 72808.0",
            "realised overheid 2024: 12474.0; its parts (employment) together 12473.0",
            "realised - 2024: 89616.0; its parts (sectors) together 89617.0",
        ]
    );
}

/// Counts of a caller that rounding cannot explain are told apart from those it can.
#[test]
fn a_slip_is_no_rounding() {
    let national = |growth| {
        let markt = Some(Sector::Markt);
        let count = Count::given(CountName::Growth, markt, year(2024), jobs(growth), "a slip");
        National::published().with(count.unwrap()).differences(year(2024)).unwrap()
    };
    let of_growth = |growth| {
        let found = national(growth).into_iter().filter(|it| it.name() == CountName::Growth);
        found.map(|it| (it.parts().word(), it.is_rounding())).collect::<Vec<_>>()
    };
    assert_eq!(of_growth(3_112), []);
    assert_eq!(of_growth(3_113), [("employment", true), ("years", true)]);
    assert_eq!(of_growth(3_114), [("employment", false), ("years", false)]);
}

#[test]
fn what_is_not_known_names_count_sector_and_year() {
    let national = National::published();
    let advice = "give one of your own";
    for name in CountName::all() {
        for (sector, of) in [
            (Some(Sector::Overheid), " for sector overheid"),
            (None, ""),
            (Some(Sector::Markt), " for sector markt"),
        ] {
            let error = national.count(name, year(2025), sector).unwrap_err();
            assert_eq!(error.to_string(), format!("{name}: not known{of} in 2025; {advice}"));
            assert_eq!((error.code(), error.field()), ("unknown_figure", Some(name.to_string())));
        }
    }
    // A total rests on its sectors: the one that is missing is named.
    let missing = format!("realised: not known for sector overheid in 2020; {advice}");
    for error in [
        national.jobs(CountName::Realised, year(2020), None).unwrap_err(),
        national.against_target(year(2020), None).unwrap_err(),
        national.growth(CountName::Realised, year(2021), None).unwrap_err(),
    ] {
        assert_eq!(error.to_string(), missing);
    }
    let error = national.nulmeting(year(2023), None).unwrap_err().to_string();
    assert_eq!(
        error,
        format!("jobs_including_nulmeting: not known for sector markt in 2023; {advice}")
    );
}

#[test]
fn a_count_that_cannot_be_is_refused() {
    let given = |name, jobs, source: &str| {
        Count::given(name, None, year(2025), jobs, source).map_err(|error| error.to_string())
    };
    let minus_one = jobs(-1);
    for name in CountName::all() {
        let never_negative = matches!(name, CountName::Target | CountName::JobsIncludingNulmeting);
        let expected = format!("{name}: -1.0 is negative; the least is 0");
        assert_eq!(given(name, minus_one, "x").err(), never_negative.then_some(expected));
        assert!(given(name, Jobs::ZERO, "x").is_ok());
    }
    assert_eq!(
        given(CountName::Target, Jobs::ZERO, "two\nlines").unwrap_err(),
        "target: a figure of this name is given with a source in one line"
    );
    let error = AgainstTarget::new(None, Jobs::MAX, Jobs::MIN).unwrap_err();
    assert_eq!((error.code(), error.field().as_deref()), ("out_of_range", Some("short")));
}

#[test]
fn the_latest_count_of_a_caller_wins_and_touches_no_other() {
    let overheid = Some(Sector::Overheid);
    let own = |jobs_found| {
        let jobs = jobs(jobs_found);
        Count::given(CountName::Realised, overheid, year(2020), jobs, "found").unwrap()
    };
    let national = National::published().with(own(1)).with(own(10_000));
    assert_eq!(national.jobs(CountName::Realised, year(2020), overheid), Ok(jobs(10_000)));
    assert_eq!(national.jobs(CountName::Realised, year(2020), None), Ok(jobs(63_799)));
    assert_eq!(national.growth(CountName::Realised, year(2021), overheid), Ok(jobs(1_842)));
    let published = National::published();
    for count in published.iter() {
        assert_eq!(national.count(count.name(), count.year(), count.sector()), Ok(count));
    }
}

proptest! {
    /// One side of a gap is zero, the other is the difference, and the condition is met exactly
    /// below the target: one job more never makes it met.
    #[test]
    fn a_gap_is_the_difference_and_its_condition_is_monotone(
        target in 0_i64..20_000_000, realised in -20_000_000_i64..20_000_000, more in 0_i64..200,
    ) {
        let hundredths = |units| Jobs::new(Decimal::new(units, 2)).unwrap();
        let of = |realised| AgainstTarget::new(None, hundredths(target), hundredths(realised)).unwrap();
        let gap = of(realised);
        prop_assert_eq!(gap.short(), hundredths((target - realised).max(0)));
        prop_assert_eq!(gap.above(), hundredths((realised - target).max(0)));
        prop_assert_eq!(gap.may_be_activated(), realised < target);
        prop_assert!(gap.may_be_activated() || !of(realised + more).may_be_activated());
        prop_assert!(!of(target).may_be_activated() && of(target - 1).may_be_activated());
    }

    /// The total of given sectors is their sum in integers, and growth telescopes.
    #[test]
    fn given_years_add_up(series in proptest::collection::vec((-99_999_i64..999_999, -99_999_i64..999_999), 2..9)) {
        let mut national = National::published();
        for (number, (markt, overheid)) in (2030..).zip(&series) {
            for (sector, found) in SECTORS.into_iter().zip([*markt, *overheid]) {
                let name = CountName::Realised;
                let count = Count::given(name, Some(sector), year(number), jobs(found), "random");
                national = national.with(count.unwrap());
            }
            let total = national.jobs(CountName::Realised, year(number), None).unwrap();
            prop_assert_eq!(whole(total), markt + overheid);
        }
        let last = 2030 + i32::try_from(series.len()).unwrap() - 1;
        for sector in [Some(Sector::Markt), Some(Sector::Overheid), None] {
            let of = |number| whole(national.jobs(CountName::Realised, year(number), sector).unwrap());
            let growth = (2031..=last).map(|number| {
                whole(national.growth(CountName::Realised, year(number), sector).unwrap())
            });
            prop_assert_eq!(growth.sum::<i64>(), of(last) - of(2030));
        }
        prop_assert!(national.growth(CountName::Realised, year(2030), None).is_err());
    }
}

#[cfg(feature = "serde")]
mod as_a_process {
    use std::fs;
    use std::path::PathBuf;
    use std::process::Output;

    use serde_json::Value;

    use super::common::example;
    use super::{National, TABLE};

    fn national(args: &[&str]) -> Output {
        example("national", args, b"")
    }

    fn out(args: &[&str]) -> String {
        let output = national(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn file(name: &str, content: &str) -> String {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    const ESTIMATE: &str = r#"[
        {"figure":"target","sector":"markt","year":2025,"value":100000,"source":"estimate"},
        {"figure":"realised","sector":"markt","year":2025,"value":"80000.5","source":"estimate"}]"#;

    /// The contract's table has a row for each figure: each cell of the golden file is one of them.
    #[test]
    fn the_csv_has_each_cell_of_the_golden_file_of_2024_as_a_published_row() {
        let (all, one) = (out(&["--format", "csv"]), out(&["--format", "csv", "--year", "2024"]));
        assert!(one.lines().all(|row| all.lines().any(|other| other == row)));
        let mut cells = 0;
        for row in TABLE.lines().skip(1) {
            let [name, values @ ..] = &*row.split(',').collect::<Vec<_>>() else { panic!("{row}") };
            let figure = match *name {
                "hired_in" => "inleenverbanden",
                "total" => "realised",
                "growth_formal_in_2024" => "growth_formal_employment",
                "growth_hired_in_in_2024" => "growth_inleenverbanden",
                "growth_total_in_2024" => "growth",
                other => other,
            };
            let sectors = ["markt", "overheid", "total"];
            for (sector, value) in sectors.iter().zip(values).filter(|(_, value)| !value.is_empty())
            {
                let published = format!("2024,{sector},{figure},{value},published,");
                assert!(one.lines().any(|row| row.starts_with(&published)), "{published}\n{one}");
                cells += 1;
            }
        }
        assert_eq!(cells, one.lines().filter(|row| row.contains(",published,")).count());
    }

    #[test]
    fn the_csv_marks_what_was_derived_in_both_languages() {
        let text = out(&["--format", "csv"]);
        for row in [
            "2024,total,short,25384,derived,target - realised",
            "2022,total,realised,81117,derived,market + government",
            "2020,overheid,target,17500,derived,target derived from the series; result not found",
            "2016,overheid,growth_of_realised,-1856,derived,realised - realised of the year before",
        ] {
            assert!(text.lines().any(|found| found == row), "{row}\n{text}");
        }
        // What was not found has no row.
        assert!(!text.contains("2020,overheid,realised"), "{text}");
        let dutch = out(&["--format", "csv", "--dialect", "excel-nl", "--lang", "nl"]);
        let row = "2024;totaal;onder_het_doel;25384;afgeleid;doel - gerealiseerd\r\n";
        assert!(dutch.contains(row), "{dutch}");
        assert!(
            dutch.starts_with("\u{feff}jaar;sector;cijfer;waarde;hoe_bekend;bron\r\n"),
            "{dutch}"
        );
        let path = file("national-csv-2025.json", ESTIMATE);
        let own = out(&["--format", "csv", "--counts", &path]);
        assert!(own.contains("2025,markt,realised,80000.5,given,estimate\n"), "{own}");
    }

    #[test]
    fn the_chart_has_each_year_by_sector_and_never_replaces_a_file_unasked() {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("national.svg");
        let _ = fs::remove_file(&path);
        let chart = path.to_str().unwrap();
        assert!(out(&["--chart", chart]).starts_with("Extra jobs"));
        let svg = fs::read_to_string(&path).unwrap();
        assert!(svg.contains("<title id=\"chart-title\">Extra jobs against their targets</title>"));
        assert!(svg.contains("Market, 2024: target 90,000.0, realised 77,143.0"), "{svg}");
        assert!(svg.contains("Government, 2020: not known"), "{svg}");
        let again = national(&["--chart", chart, "--lang", "nl"]);
        assert_eq!(again.status.code(), Some(1));
        assert_eq!(fs::read_to_string(&path).unwrap(), svg);
        out(&["--chart", chart, "--lang", "nl", "--force"]);
        let dutch = fs::read_to_string(&path).unwrap();
        assert!(dutch.contains("Markt, 2024: doel 90.000,0, gerealiseerd 77.143,0"), "{dutch}");
    }

    #[test]
    fn a_person_reads_the_table_the_rounding_and_the_condition() {
        let text = out(&[]);
        for line in [
            "Realised                                       77,143        12,474        89,616",
            "Short of the target                            12,857        12,526        25,384",
            "  Realised, government: 12,474; formal employment and inleenverbanden together 12,473 (rounding)",
            "  Realised, total: 89,616; market and government together 89,617 (rounding)",
            "  Growth, total: 3,951 from the totals, 3,952 from the sectors",
            "  market       yes: 12,857 short (Wfsv 122n lid 3)",
            "  total        yes: 25,384 short (Wet banenafspraak 4, 5)",
            "2020   50,000    53,799    1,970    17,500*        -        -    67,500*        -        -",
            "* Target, government, 2020: target derived from the series; result not found",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
        let dutch = out(&["--lang", "nl", "--year", "2022"]);
        assert!(dutch.contains("  markt        nee: 1.113 erboven (Wfsv 122n lid 3)\n"), "{dutch}");
        assert!(!dutch.contains("2021"), "one year alone: {dutch}");
    }

    #[test]
    fn json_has_a_line_for_each_year_with_sources() {
        let text = out(&["--format", "json"]);
        let lines: Vec<Value> =
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), National::published().years().len());
        let counts = lines.iter().flat_map(|line| line["counts"].as_array().unwrap());
        let sources: Vec<&str> = counts.map(|count| count["source"].as_str().unwrap()).collect();
        assert_eq!(sources.len(), National::published().iter().count());
        let of_2020 = &lines[5];
        assert_eq!(of_2020["year"], 2020);
        assert_eq!(of_2020["against_target"][0]["above"], "3799.0");
        assert_eq!(of_2020["against_target"][1]["error"]["code"], "unknown_figure");
        assert_eq!(lines[9]["nulmeting"]["value"], "75179.0");
        assert_eq!(lines[9]["differences"][0]["together"], "12473.0");
    }

    #[test]
    fn counts_of_ones_own_bring_the_next_year() {
        let path = file("national-2025.json", ESTIMATE);
        let text = out(&["--counts", &path]);
        assert!(text.starts_with("Extra jobs on top of the nulmeting, 2025 "), "{text}");
        assert!(text.contains("  market       yes: 19,999.5 short (Wfsv 122n lid 3)\n"), "{text}");
        assert!(text.contains("  total        not known: target overheid 2025\n"), "{text}");
        let read: National = serde_json::from_str(ESTIMATE).unwrap();
        let again = serde_json::from_str::<National>(&serde_json::to_string(&read).unwrap());
        assert_eq!(again.unwrap(), read);
    }

    #[test]
    fn what_is_wrong_is_told_with_a_status() {
        let told = |args: &[&str]| {
            let output = national(args);
            assert!(output.stdout.is_empty(), "{args:?}");
            (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
        };
        assert_eq!(
            told(&["--year", "2025"]),
            (
                1,
                "national: realised: not known for sector markt in 2025; give one of your own\n"
                    .into()
            )
        );
        for (from, to, message) in [
            ("\"target\"", "\"goal\"", "entries[0].figure: `goal` is not one of target, realised,"),
            ("100000", "-1", "entries[0].target: -1.0 is negative; the least is 0"),
            ("100000", "1.005", "entries[0].value: 1.005 has more than 2 decimals"),
            ("\"source\":\"estimate\"", "\"sector\":\"markt\"", "entries[0].sector: appears twice"),
            (
                "\"estimate\"}]",
                "\"x\",\"provenance\":\"published\"}]",
                "entries[1].provenance: `published` is not one of given, derived",
            ),
        ] {
            assert!(ESTIMATE.contains(from), "{from}");
            let (status, text) =
                told(&["--counts", &file("national-wrong.json", &ESTIMATE.replace(from, to))]);
            assert_eq!(status, 1, "{text}");
            assert!(text.starts_with(&format!("national: {message}")), "{text}");
        }
        for wrong in [&["--counts", "/no/such/file"][..], &["--year", "26"], &["--format", "xml"]] {
            assert_eq!(told(wrong).0, 2, "{wrong:?}");
        }
    }
}

/// A sector's own count takes the published total away, which is no longer the total.
#[test]
fn an_own_count_of_a_sector_changes_the_total() {
    let (markt, name, in_2024) = (Some(Sector::Markt), CountName::Realised, year(2024));
    let own = Count::given(name, markt, in_2024, Jobs::whole(70_000), "ours").unwrap();
    let national = National::published().with(own);
    assert_eq!(national.count(name, in_2024, None).unwrap_err().code(), "unknown_figure");
    // 70,000 and 12,474, not the published 89,616.
    assert_eq!(national.jobs(name, in_2024, None).unwrap(), Jobs::whole(82_474));
    assert_eq!(national.against_target(in_2024, None).unwrap().short(), Jobs::whole(32_526));
    // Its nulmeting would be no one's: the jobs with it are of the published count.
    assert!(national.nulmeting(in_2024, None).is_err());
    // A total of one's own stays.
    let total = Count::given(name, None, in_2024, Jobs::whole(82_500), "ours").unwrap();
    let national = national.with(total);
    assert_eq!(national.jobs(name, in_2024, None).unwrap(), Jobs::whole(82_500));
}
