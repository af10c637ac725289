//! Many employers added up: exact sums, per group and percentage.
#![allow(clippy::panic, clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

mod common;

use banenafspraak::sums::{Grouping, Row, Sums};
use banenafspraak::{Euro, Figures, Jobs, Sector, Year, assess};
use common::{Answers as _, employer};
use proptest::prelude::*;

const THRESHOLD: i64 = 4_057_500;

fn rows(sums: &Sums) -> Vec<Row> {
    sums.iter().collect()
}

#[test]
fn a_sum_counts_each_employer_once_by_its_liability() {
    let figures = Figures::published();
    let mut sums = Sums::new(Grouping::ALL_TOGETHER);
    let overheid = |before, base| employer(2026, Sector::Overheid, before, base, 0);
    sums.add(&overheid(THRESHOLD, THRESHOLD), &figures).unwrap();
    sums.add(&overheid(THRESHOLD, THRESHOLD - 1), &figures).unwrap();
    sums.add(&overheid(0, THRESHOLD).with_previous_year(None), &figures).unwrap();
    sums.add_refused(None);
    let [Row { sum, .. }] = *rows(&sums) else { panic!("one group") };
    assert_eq!(sum.employers, 4);
    assert_eq!((sum.liable, sum.exempt, sum.unknown, sum.not_assessed), (1, 1, 1, 1));
    // Whether the third owes a levy depends on the year before.
    assert_eq!((sum.levy_unknown, sum.without_quotumpercentage), (1, 0));
}

#[test]
fn a_sum_says_of_how_many_employers_no_quotumpercentage_is_known() {
    let mut sums = Sums::new(Grouping::ALL_TOGETHER);
    let figures = Figures::published();
    for sector in [Sector::Markt, Sector::Overheid] {
        sums.add(&employer(2026, sector, 18_000_000, 18_000_000, 266_200), &figures).unwrap();
    }
    let [Row { sum, .. }] = *rows(&sums) else { panic!("one group") };
    assert_eq!((sum.employers, sum.without_quotumpercentage, sum.levy_unknown), (2, 1, 1));
    // 4,644 hours of the government alone are required; both have two jobs.
    assert_eq!((sum.required_jobs, sum.realised_jobs), ("3.4".parse().unwrap(), Jobs::whole(4)));
}

#[test]
fn under_a_sweep_each_percentage_replaces_the_published_and_the_given_one() {
    let figures = Figures::published();
    let percentages = ["3", "2.5", "3"].map(|text| text.parse().unwrap());
    let mut sums = Sums::new(Grouping::ALL_TOGETHER).under(percentages);
    let given = employer(2026, Sector::Markt, 18_000_000, 18_000_000, 266_200)
        .with_quotumpercentage("9".parse().unwrap());
    sums.add(&given, &figures).unwrap();
    sums.add(&employer(2026, Sector::Overheid, 18_000_000, 18_000_000, 266_200), &figures).unwrap();
    let shown: Vec<_> = sums
        .iter()
        .map(|row| {
            let percentage = row.group.quotumpercentage.unwrap().to_string();
            (percentage, row.sum.employers, row.sum.quotumtekort.to_string())
        })
        .collect();
    // (4,500 - 2,662) / 1,331 = 1.38 each; (5,400 - 2,662) / 1,331 = 2.05 each.
    assert_eq!(shown, [("2.50".into(), 2, "2.6".into()), ("3.00".into(), 2, "4.0".into())]);
}

#[test]
fn groups_are_by_year_and_sector_and_what_is_not_known_comes_last() {
    let figures = Figures::published();
    let mut sums = Sums::new(Grouping::SECTOR_AND_YEAR);
    sums.add_refused(Year::new(2025).ok());
    sums.add_refused(None);
    for (year, sector) in [
        (2026, Sector::Markt),
        (2026, Sector::Overheid),
        (2025, Sector::Markt),
        (2026, Sector::Markt),
    ] {
        sums.add(&employer(year, sector, 0, 0, 0), &figures).unwrap();
    }
    let shown: Vec<_> = sums
        .iter()
        .map(|row| {
            let year = row.group.year.map(Year::number);
            (year, row.group.sector.map(Sector::word), row.sum.employers)
        })
        .collect();
    assert_eq!(
        shown,
        [
            (Some(2025), Some("markt"), 1),
            (Some(2025), None, 1),
            (Some(2026), Some("overheid"), 1),
            (Some(2026), Some("markt"), 2),
            (None, None, 1),
        ]
    );
}

#[test]
fn a_sum_beyond_the_bounds_is_an_error_and_leaves_the_employer_out() {
    let figures = Figures::published();
    let mut sums = Sums::new(Grouping::ALL_TOGETHER);
    // The most hours there are, all of the doelgroep, at a percentage of 100: the levy is the bound.
    let huge = employer(2026, Sector::Overheid, 9_999_999_999_999, 9_999_999_999_999, 0)
        .with_quotumpercentage("100".parse().unwrap());
    let levy = assess(&huge).unwrap().known_levy();
    let mut added = Euro::ZERO;
    let error = loop {
        match sums.add(&huge, &figures) {
            Ok(()) => added = added.checked_add(levy).unwrap(),
            Err(error) => break error,
        }
    };
    assert_eq!((error.code(), error.field().as_deref()), ("out_of_range", Some("levy")));
    let [Row { sum, .. }] = *rows(&sums) else { panic!("one group") };
    assert_eq!((sum.levy, sum.not_assessed), (added, 1));
    assert_eq!(sum.employers, sum.liable + 1);
}

#[test]
fn what_makes_a_group_is_sector_or_year_and_each_once() {
    for (text, code) in
        [("region", "unknown_word"), ("", "unknown_word"), ("year,year", "duplicate_field")]
    {
        assert_eq!(text.parse::<Grouping>().unwrap_err().code(), code, "{text}");
    }
    assert_eq!("year, sector".parse(), Ok(Grouping::SECTOR_AND_YEAR));
}

proptest! {
    #[test]
    fn sums_are_those_of_the_outcomes_added_one_by_one(
        employers in prop::collection::vec((4_000_000_i64..40_000_000, 0_i64..2_000_000, any::<bool>()), 1..40)
    ) {
        let figures = Figures::published();
        let percentage = "2.1".parse().unwrap();
        let mut sums = Sums::new(Grouping::SECTOR_AND_YEAR).under([percentage]);
        let mut expected = [(0_u64, Jobs::ZERO, Euro::ZERO); 2];
        for (base, doelgroep, is_markt) in employers {
            let sector = if is_markt { Sector::Markt } else { Sector::Overheid };
            let employer = employer(2026, sector, base, base, doelgroep);
            sums.add(&employer, &figures).unwrap();
            let outcome = assess(&employer.with_quotumpercentage(percentage)).unwrap();
            let (count, tekort, levy) = &mut expected[usize::from(is_markt)];
            *count += 1;
            *tekort = tekort.checked_add(outcome.known_quota().quotumtekort()).unwrap();
            *levy = levy.checked_add(outcome.known_levy()).unwrap();
        }
        let found: Vec<_> =
            sums.iter().map(|Row { sum, .. }| (sum.employers, sum.quotumtekort, sum.levy)).collect();
        let expected: Vec<_> = expected.into_iter().filter(|(count, ..)| *count > 0).collect();
        prop_assert_eq!(found, expected);
    }
}
