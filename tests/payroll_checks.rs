//! What the records of an employer say together: is the year whole, what occurs twice, what
//! overlaps (contract "Is the year whole?"), relations, and the choices of `law.md` on payroll.
#![cfg(feature = "payroll")]
#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use banenafspraak::payroll::Employment::{self, Benefit, Ordinary, WswSeconded};
use banenafspraak::payroll::csv::{FileError, Options};
use banenafspraak::payroll::{
    Aangiftetijdvak, Allow, Attributions, EmployerDays, EmployerTotals, Entry, Joined, Mismatch,
    Payroll, Record, Register, Sources,
};
use banenafspraak::{Hours, SchemeParameters, Year};
use jiff::civil::{Date, date};
use proptest::prelude::*;

fn year() -> Year {
    Year::new(2026).unwrap()
}

fn period(text: &str) -> Aangiftetijdvak {
    text.parse().unwrap()
}

/// A record of the bakery.
fn record<'a>(person: &'a str, of: &str, hours: &str) -> Record<'a> {
    Record::new(
        "bakery",
        person,
        Entry { paid_hours: hours.parse().unwrap(), ..Entry::new(period(of)) },
    )
}

/// The same record with its entry changed.
fn edited(mut record: Record<'_>, edit: impl FnOnce(&mut Entry)) -> Record<'_> {
    edit(&mut record.entry);
    record
}

/// p-1 is registered, all others are not.
fn register() -> Register {
    let mut register = Register::new();
    register.insert("p-1", date(2020, 1, 1), None).unwrap();
    register
}

type Total = Result<EmployerTotals, Mismatch>;

fn totals_of(payroll: &Payroll) -> Total {
    payroll.totals("bakery", &Attributions::new())
}

fn filled(mut payroll: Payroll, records: &[Record<'_>]) -> Payroll {
    for record in records {
        payroll.add(record);
    }
    payroll
}

/// Final records in any order.
fn total(records: &[Record<'_>]) -> Total {
    totals_of(&filled(Payroll::of_final_records(year(), register()), records))
}

/// Records with corrections.
fn corrected(records: &[Record<'_>]) -> Total {
    totals_of(&filled(Payroll::new(year(), register()), records))
}

fn text_of(records: &[Record<'_>], columns: &str) -> String {
    let header = format!("employer,person,period,paid_hours,premium_wage,kind,asks_lkv{columns}");
    let rows = records.iter().map(|record| {
        let Record { employer, person, relation, entry } = record;
        let Entry { period, paid_hours, premium_wage, kind, asks_lkv: asks, .. } = entry;
        let more = if columns.is_empty() { String::new() } else { format!(",{relation}") };
        format!("{employer},{person},{period},{paid_hours},{premium_wage},{kind},{asks}{more}")
    });
    [header].into_iter().chain(rows).map(|row| row + "\n").collect()
}

/// The same records in a file, in groups by employer.
fn grouped_with(records: &[Record<'_>], columns: &str, allow: Allow, cores: bool) -> Vec<Total> {
    read(&text_of(records, columns), allow, if cores { How::Cores } else { How::Groups })
}

#[derive(Clone, Copy)]
enum How {
    Whole,
    Groups,
    Cores,
}

fn read(file: &str, allow: Allow, how: How) -> Vec<Total> {
    let employers = "employer,sector\nbakery,markt\nmill,markt\nshop,markt\n";
    let employers = Options::new().employers(employers.as_bytes()).unwrap().read_all().unwrap();
    let sources = Sources { employers, register: register().into(), allow, ..Sources::new(year()) };
    let records = Options::new().records(file.as_bytes()).unwrap();
    let total = |joined: Result<Joined<'_>, FileError>| joined.unwrap().totals;
    match how {
        How::Whole => records.in_any_order(&sources).map(total).collect(),
        #[cfg(feature = "parallel")]
        How::Cores => {
            let mut all = Vec::new();
            records.grouped_in_parallel(&sources, |joined| {
                all.push(total(joined));
                ControlFlow::Continue(())
            });
            all
        }
        _ => records.grouped(&sources).map(total).collect(),
    }
}

fn grouped(records: &[Record<'_>]) -> Total {
    let one = grouped_with(records, "", Allow::default(), false).remove(0);
    assert_eq!(grouped_with(records, "", Allow::default(), true).remove(0), one);
    one
}

fn code(total: &Total) -> &'static str {
    total.as_ref().map_or_else(Mismatch::code, |_| "")
}

// Is the year whole?

fn missing(totals: &EmployerTotals) -> Vec<String> {
    let missing = totals.coverage.missing.iter();
    missing.map(|run| format!("{} {}", run.from, run.until)).collect()
}

#[test]
fn any_record_covers_its_period_with_zero_hours_too() {
    let all_year = [record("p-9", "2025-y", "0"), record("p-9", "2026-y", "0")];
    for total in [total(&all_year), corrected(&all_year), grouped(&all_year)] {
        let totals = total.unwrap();
        assert_eq!(totals.coverage.complete, Some(true));
        assert_eq!(totals.coverage.previous_year_complete, Some(true));
        assert_eq!((totals.coverage.hours_until, missing(&totals)), (None, vec![]));
    }
}

#[test]
fn every_uncovered_run_of_days_of_both_years_is_missing() {
    let records = [
        record("p-9", "2025-h1", "1"),
        record("p-8", "2026-01", "1"),
        record("p-9", "2026-02", "1"),
        record("p-9", "2026-4w05", "1"), // 20 April to 17 May
        record("p-9", "2026-h2", "1"),
    ];
    for total in [total(&records), corrected(&records), grouped(&records)] {
        let totals = total.unwrap();
        assert_eq!(totals.coverage.complete, Some(false));
        assert_eq!(totals.coverage.previous_year_complete, Some(false));
        assert_eq!(totals.coverage.hours_until, Some(date(2026, 2, 28)));
        assert_eq!(
            missing(&totals),
            ["2025-07-01 2025-12-31", "2026-03-01 2026-04-19", "2026-05-18 2026-06-30"]
        );
        assert!(totals.coverage.missing.iter().all(|run| run.administration.is_none()));
    }
}

#[test]
fn what_was_filed_after_1_may_covers_nothing() {
    let late = edited(record("p-9", "2026-h2", "1"), |entry| {
        entry.filed_on = Some(date(2027, 5, 2));
    });
    let in_time = edited(record("p-9", "2026-h1", "1"), |entry| {
        entry.filed_on = Some(date(2027, 5, 1));
    });
    for total in [total(&[late, in_time]), corrected(&[late, in_time])] {
        let totals = total.unwrap();
        assert_eq!(totals.coverage.hours_until, Some(date(2026, 6, 30)));
        assert_eq!(missing(&totals)[1..], ["2026-07-01 2026-12-31"]);
    }
}

#[test]
fn no_days_are_missing_outside_those_as_an_employer() {
    let payroll =
        filled(Payroll::of_final_records(year(), register()), &[record("p-9", "2026-4w05", "1")])
            .totals_within(
                "bakery",
                EmployerDays { from: Some(date(2026, 4, 10)), until: Some(date(2026, 5, 31)) },
                &Attributions::new(),
            )
            .unwrap();
    assert_eq!(missing(&payroll), ["2026-04-10 2026-04-19", "2026-05-18 2026-05-31"]);
    assert_eq!(payroll.coverage.hours_until, None); // nothing is covered before the first gap
    assert_eq!(payroll.coverage.previous_year_complete, Some(true));
}

/// The columns of the file of employers: an explicit first day wins over the year.
#[test]
fn employer_from_and_until_are_read_and_win_over_became_employer_in() {
    let file = "employer,sector,became_employer_in,employer_from,employer_until\n\
                a,markt,2026,,\n\
                b,markt,2025,2026-03-01,\n\
                c,markt,,,2026-01-31\n\
                d,markt,,2026-03-01,2026-02-01\n\
                e,markt,,,31-01-2026\n";
    let mut lines = Options::new().employers(file.as_bytes()).unwrap();
    let errors: Vec<_> =
        lines.by_ref().filter_map(Result::err).map(|error| error.to_string()).collect();
    let employers = lines.into_table();
    let days = |key| employers.get(key).unwrap().days();
    assert_eq!(days("a"), EmployerDays { from: Some(date(2026, 1, 1)), until: None });
    assert_eq!(days("b"), EmployerDays { from: Some(date(2026, 3, 1)), until: None });
    assert_eq!(days("c"), EmployerDays { from: None, until: Some(date(2026, 1, 31)) });
    assert_eq!(
        errors,
        [
            "employers, line 5: employer_until: 2026-02-01 is before 2026-03-01, the day it begins",
            "employers, line 6: employer_until: `31-01-2026` is not a date such as 2026-03-31"
        ]
    );
}

/// Nothing covers the year before: unknown, unless it was no employer then.
#[test]
fn a_year_before_without_records_is_unknown() {
    let register = register();
    let january = [record("p-9", "2026-01", "3000"), record("p-9", "2026-02", "3000")];
    let payroll = filled(Payroll::of_final_records(year(), register.clone()), &january);
    let within = |from: Option<Date>| {
        let days = EmployerDays { from, until: None };
        payroll.totals_within("bakery", days, &Attributions::new()).unwrap()
    };
    assert_eq!(within(None).previous_year, None);
    assert_eq!(within(None).coverage.previous_year_complete, Some(false));
    assert_eq!(within(Some(date(2025, 12, 31))).previous_year, None);
    let new = within(Some(date(2026, 1, 1)));
    assert_eq!(new.previous_year.unwrap().paid_hours(), Hours::ZERO);
    assert_eq!(new.coverage.previous_year_complete, Some(true));
    // A day of it is enough for hours, though not for a whole year.
    let december = [record("p-9", "2025-12", "0")];
    let known = total(&[&january[..], &december].concat()).unwrap();
    assert_eq!(known.previous_year.unwrap().paid_hours(), Hours::ZERO);
    assert_eq!(known.coverage.previous_year_complete, Some(false));
}

#[test]
fn parts_cover_together_in_any_order() {
    let register = register();
    let part =
        |of| filled(Payroll::of_final_records(year(), register.clone()), &[record("p-9", of, "1")]);
    let whole = total(&[record("p-9", "2026-h1", "1"), record("p-9", "2026-h2", "1")]).unwrap();
    for order in [["2026-h1", "2026-h2"], ["2026-h2", "2026-h1"]] {
        let [mut one, other] = order.map(part);
        one.merge(other).unwrap();
        assert_eq!(totals_of(&one).unwrap(), whole);
    }
    assert_eq!(whole.coverage.complete, Some(true));
}

// Repeats.

#[test]
fn a_repeated_record_is_an_error_that_names_employer_person_and_period() {
    let twice = [record("p-9", "2026-01", "8"), record("p-8", "2026-01", "9")];
    let twice = [&twice[..], &[twice[0]]].concat();
    let message = "employer bakery: the record of person p-9 in 2026-01 occurs twice";
    for total in [grouped(&twice), corrected(&twice)] {
        let mismatch = total.unwrap_err();
        assert_eq!((mismatch.code(), mismatch.to_string()), ("repeated_record", message.into()));
    }
    let allow = Allow { repeats: true, ..Allow::default() };
    let totals = grouped_with(&twice, "", allow, false).remove(0).unwrap();
    assert_eq!(totals.hours.paid_hours().to_string(), "25");
}

/// Alike in all columns: what differs in one adds up.
#[test]
fn records_that_differ_in_a_column_add_up() {
    let first = edited(record("p-9", "2026-01", "8"), |entry| {
        entry.premium_wage = "10".parse().unwrap();
    });
    for second in [
        edited(first, |entry| {
            entry.paid_hours = "8.01".parse().unwrap();
        }),
        edited(first, |entry| {
            entry.premium_wage = "10.01".parse().unwrap();
        }),
        edited(first, |entry| {
            entry.benefit_wage = "0.01".parse().unwrap();
        }),
        edited(first, |entry| {
            entry.kind = Benefit;
        }),
        edited(first, |entry| {
            entry.asks_lkv = true;
        }),
        edited(first, |entry| {
            entry.employed_from = Some(date(2026, 1, 2));
        }),
        edited(first, |entry| {
            entry.employed_until = Some(date(2026, 1, 2));
        }),
        Record { person: "p-8", ..first },
        edited(first, |entry| {
            entry.period = period("2026-02");
        }),
    ] {
        for person in ["p-1", "p-9"] {
            let of =
                |it: Record<'static>| if it.person == "p-8" { it } else { Record { person, ..it } };
            let both = [of(first), of(second)];
            assert!(total(&both).is_ok(), "{both:?}");
            assert!(corrected(&both).is_ok(), "{both:?}");
        }
        if second.entry.benefit_wage == first.entry.benefit_wage
            && second.entry.employed_from.is_none()
        {
            assert!(second.entry.employed_until.is_some() || grouped(&[first, second]).is_ok());
        }
    }
    // A third that repeats the second is found, and so is a third that repeats the first.
    let second = edited(first, |entry| {
        entry.paid_hours = "9".parse().unwrap();
    });
    for third in [first, second] {
        assert_eq!(code(&grouped(&[first, second, third])), "repeated_record");
        assert_eq!(code(&corrected(&[first, second, third])), "repeated_record");
    }
}

/// Records of another filing day replace; those of the same day with the same values repeat.
#[test]
fn a_record_of_another_filing_day_is_no_repeat() {
    let filed = |day| {
        edited(record("p-9", "2026-01", "8"), |entry| {
            entry.filed_on = Some(date(2026, 2, day));
        })
    };
    let totals = corrected(&[filed(1), filed(2)]).unwrap();
    assert_eq!((totals.hours.paid_hours().to_string(), totals.replaced), ("8".into(), 1));
    assert_eq!(code(&corrected(&[filed(1), filed(1)])), "repeated_record");
}

/// In any order registered persons are known one by one, and of all others whole periods.
#[test]
fn in_any_order_repeats_of_registered_persons_and_of_whole_periods_are_found() {
    let rows = |person: &'static str| {
        [
            record(person, "2026-01", "8"),
            record(person, "2026-02", "9"),
            record(person, "2025-01", "1"),
        ]
    };
    let [january, february, _] = rows("p-9");
    for person in ["p-1"] {
        for again in rows(person) {
            let of_one = [&rows(person)[..], &[january, february, again]].concat();
            let mismatch = total(&of_one).unwrap_err();
            assert_eq!(mismatch.code(), "repeated_record");
            assert!(
                mismatch.to_string().contains(&format!("person p-1 in {}", again.entry.period))
            );
        }
    }
    let whole_period = [january, record("p-8", "2026-01", "5"), february];
    let twice = [&whole_period[..], &whole_period[..2]].concat();
    let mismatch = total(&twice).unwrap_err();
    assert_eq!(mismatch.code(), "repeated_period");
    assert_eq!(mismatch.to_string(), "employer bakery: each record of 2026-01 occurs twice");
    // What the documentation says is missed: a part of a period, and three times.
    assert!(total(&[&whole_period[..], &[january]].concat()).is_ok());
    assert!(total(&[&twice[..], &whole_period[..2]].concat()).is_ok());
    // In groups nothing is missed.
    assert_eq!(code(&grouped(&[&whole_period[..], &[january]].concat())), "repeated_record");
}

#[test]
fn merging_finds_repeats_and_overlaps_of_both_parts() {
    let register = register();
    let part = |records: &[Record<'static>]| {
        filled(Payroll::of_final_records(year(), register.clone()), records)
    };
    for (one, other, expected) in [
        (record("p-1", "2026-01", "8"), record("p-1", "2026-01", "8"), "repeated_record"),
        (record("p-1", "2026-01", "8"), record("p-1", "2026-y", "8"), "overlapping_periods"),
        (record("p-9", "2026-01", "8"), record("p-9", "2026-01", "8"), "repeated_period"),
        (record("p-9", "2026-01", "8"), record("p-9", "2026-y", "9"), "overlapping_periods"),
        (record("p-9", "2026-01", "8"), record("p-9", "2026-02", "8"), ""),
    ] {
        for [first, second] in [[one, other], [other, one]] {
            let mut merged = part(&[first]);
            merged.merge(part(&[second])).unwrap();
            assert_eq!(code(&totals_of(&merged)), expected, "{one:?} {other:?}");
            assert_eq!(totals_of(&merged), total(&[first, second]));
        }
    }
    // A second record of the period repeats the first, or the second, of the other part.
    let [eight, nine, ten] = ["8", "9", "10"].map(|hours| record("p-1", "2026-01", hours));
    for (one, other, expected) in [
        ([eight, nine], [ten, nine], "repeated_record"),
        ([eight, nine], [ten, eight], "repeated_record"),
        ([eight, nine], [nine, ten], "repeated_record"),
        ([eight, nine], [ten, record("p-1", "2026-01", "11")], ""),
    ] {
        let mut merged = part(&one);
        merged.merge(part(&other)).unwrap();
        assert_eq!(code(&totals_of(&merged)), expected, "{one:?} {other:?}");
    }
}

// Overlaps.

#[test]
fn periods_that_share_a_day_overlap() {
    for (one, other, overlap) in [
        ("2026-01", "2026-y", true),
        ("2026-01", "2026-h1", true),
        ("2026-07", "2026-h1", false),
        ("2026-01", "2026-4w01", true),
        ("2026-01", "2026-4w02", true),  // 26 January to 22 February
        ("2026-01", "2026-4w03", false), // from 23 February
        ("2026-4w13", "2026-12", true),
        ("2026-4w13", "2026-11", true), // from 30 November
        ("2026-h2", "2026-y", true),
        ("2026-h1", "2026-h2", false),
        ("2026-01", "2025-y", false),
        ("2025-12", "2025-y", true),
    ] {
        let both = [record("p-1", one, "8"), record("p-1", other, "9")];
        let expected = if overlap { "overlapping_periods" } else { "" };
        for total in [total(&both), corrected(&both), grouped(&both)] {
            assert_eq!(code(&total), expected, "{one} {other}");
        }
    }
    let both = [record("p-9", "2026-y", "8"), record("p-9", "2026-03", "9")];
    for total in [grouped(&both), corrected(&both)] {
        assert_eq!(
            total.unwrap_err().to_string(),
            "employer bakery, person p-9: 2026-03 and 2026-y overlap"
        );
    }
    assert_eq!(
        total(&both).unwrap_err().to_string(),
        "employer bakery: 2026-03 and 2026-y overlap"
    );
    let allow = Allow { overlaps: true, ..Allow::default() };
    assert!(grouped_with(&both, "", allow, false).remove(0).is_ok());
    // Another person's year is another thing.
    let others = [record("p-9", "2026-y", "8"), record("p-8", "2026-03", "9")];
    for total in [total(&others), grouped(&others), corrected(&others)] {
        assert!(total.is_ok());
    }
}

/// Two employments of a person may have a year and months.
#[test]
fn overlaps_are_of_one_relation() {
    let of = |relation, period| Record { relation, ..record("p-1", period, "8") };
    for total in [total, corrected] {
        assert!(total(&[of("a", "2026-y"), of("b", "2026-01")]).is_ok());
        assert_eq!(code(&total(&[of("a", "2026-y"), of("a", "2026-01")])), "overlapping_periods");
    }
}

/// Of what a later filing replaces only what counts can overlap.
#[test]
fn records_filed_too_late_overlap_nothing() {
    let late = edited(record("p-1", "2026-y", "8"), |entry| {
        entry.filed_on = Some(date(2027, 5, 2));
    });
    assert!(corrected(&[late, record("p-1", "2026-01", "8")]).is_ok());
}

// Relations.

/// A correction of one of a person's two employments leaves the other.
#[test]
fn a_correction_replaces_the_record_of_its_own_relation() {
    let of = |relation, hours, day| Record {
        relation,
        ..edited(record("p-1", "2026-01", hours), |entry| {
            entry.filed_on = Some(date(2026, 2, day));
        })
    };
    let records = [of("shop", "100", 1), of("bakehouse", "40", 1), of("shop", "90", 9)];
    let totals = corrected(&records).unwrap();
    assert_eq!((totals.hours.paid_hours().to_string(), totals.replaced), ("130".into(), 1));
    let file = "employer,person,period,paid_hours,premium_wage,kind,filed_on,relation\n\
                bakery,p-1,2026-01,100,0,ordinary,2026-02-01,shop\n\
                bakery,p-1,2026-01,40,0,ordinary,2026-02-01,bakehouse\n\
                bakery,p-1,2026-01,90,0,ordinary,2026-02-09,shop\n\
                bakery,p-1,2026-02,7,0,ordinary,,\n";
    for how in [How::Whole, How::Groups, How::Cores] {
        let totals = read(file, Allow::default(), how).remove(0).unwrap();
        assert_eq!(totals.hours.paid_hours().to_string(), "137");
    }
}

#[test]
fn blank_and_named_relations_of_a_person_and_period_are_an_error() {
    let of = |relation, period| Record { relation, ..record("p-1", period, "8") };
    let both = [of("", "2026-01"), of("b", "2026-01")];
    let apart = [of("", "2026-01"), of("b", "2026-02")];
    for rows in [both, [both[1], both[0]]] {
        for total in [total(&rows), corrected(&rows)] {
            let mismatch = total.unwrap_err();
            assert_eq!(mismatch.code(), "relation_missing");
            assert_eq!(
                mismatch.to_string(),
                "employer bakery: person p-1 has records with a relation and without one in 2026-01"
            );
        }
        assert_eq!(
            code(&grouped_with(&rows, ",relation", Allow::default(), true)[0]),
            "relation_missing"
        );
        let others = rows.map(|row| Record { person: "p-9", ..row });
        let file = text_of(&others, ",relation");
        assert_eq!(code(&read(&file, Allow::default(), How::Whole)[0]), "relation_missing");
    }
    for total in [total(&apart), corrected(&apart)] {
        assert!(total.is_ok());
    }
}

// Parts of a group in several chunks.

/// A group between two others is settled within its chunk: what is found and covered stays.
#[test]
fn a_group_within_a_chunk_is_checked_like_any_other() {
    let rows = |employer: &'static str| {
        ["2026-01", "2026-02", "2025-y"].map(|of| Record { employer, ..record("p-9", of, "8") })
    };
    for (more, expected) in [
        (record("p-9", "2026-02", "8"), "repeated_record"),
        (record("p-9", "2026-h1", "8"), "overlapping_periods"),
        (record("p-9", "2026-h2", "8"), ""),
    ] {
        let more = Record { employer: "mill", ..more };
        let records = [&rows("bakery")[..], &rows("mill"), &[more], &rows("shop")].concat();
        let one = grouped_with(&records, "", Allow::default(), false);
        assert_eq!(one.iter().map(code).collect::<Vec<_>>(), ["", expected, ""]);
        assert_eq!(grouped_with(&records, "", Allow::default(), true), one);
        let allow = Allow { repeats: true, overlaps: true };
        let one = grouped_with(&records, "", allow, false);
        assert_eq!(missing(one[2].as_ref().unwrap()), ["2026-03-01 2026-12-31"]);
        assert_eq!(grouped_with(&records, "", allow, true), one);
    }
}

/// A group of several million bytes is cut into chunks: what is in two of them is found.
#[cfg(feature = "parallel")]
#[test]
fn repeats_and_overlaps_are_found_over_the_borders_of_chunks() {
    let rows = |period: &str| -> String {
        let rows = (0..60_000).map(|n| format!("bakery,q-{n:05},{period},1.5,0,ordinary"));
        rows.map(|row| row + "\n").collect()
    };
    let header = "employer,person,period,paid_hours,premium_wage,kind\n";
    let (january, february) = (rows("2026-01"), rows("2026-02"));
    for (more, expected) in [
        ("", ""),
        ("bakery,q-00007,2026-01,1.5,0,ordinary\n", "repeated_record"),
        ("bakery,q-59999,2026-02,1.5,0,ordinary\n", "repeated_record"),
        ("bakery,q-00007,2026-01,1.6,0,ordinary\n", ""),
        ("bakery,q-00007,2026-y,1.5,0,ordinary\n", "overlapping_periods"),
        ("bakery,q-59999,2026-4w01,1.5,0,ordinary\n", "overlapping_periods"),
        ("mill,q-00007,2026-01,1.5,0,ordinary\n", ""),
    ] {
        let file = [header, &january, &february, more].concat();
        assert!(file.len() > 4 << 20, "several chunks");
        let one = read(&file, Allow::default(), How::Groups);
        assert_eq!(code(&one[0]), expected, "{more}");
        assert_eq!(read(&file, Allow::default(), How::Cores), one, "{more}");
    }
}

// Choices of law.md.

/// Choice "Hours taken back": they follow the request of the records of the same person, relation
/// and aangiftetijdvak.
#[test]
fn choice_hours_taken_back_follow_the_lkv_request_of_the_relation_and_tijdvak() {
    let of = |relation, month, hours, asks_lkv| Record {
        relation,
        ..edited(record("p-1", month, hours), |entry| {
            entry.asks_lkv = asks_lkv;
        })
    };
    let bonus = |rows: &[Record<'_>]| {
        let mut backwards = rows.to_vec();
        backwards.reverse();
        let both = [total(rows), corrected(rows), total(&backwards), corrected(&backwards)];
        let sums = both.map(|total| {
            let totals = total.unwrap();
            totals.bonus_workers.iter().map(|worker| worker.paid_hours.to_string()).collect()
        });
        assert!(sums.iter().all(|sum| *sum == sums[0]), "{sums:?}");
        let [sum, ..]: [Vec<String>; 4] = sums;
        sum.concat()
    };
    // Whether or not the row that takes back repeats the request.
    assert_eq!(bonus(&[of("", "2026-01", "100", true), of("", "2026-01", "-10", false)]), "90");
    assert_eq!(bonus(&[of("", "2026-01", "100", true), of("", "2026-01", "-10", true)]), "90");
    // None of the tijdvak or of the relation asks: they leave the bonus alone.
    assert_eq!(bonus(&[of("", "2026-01", "100", true), of("", "2026-02", "-10", false)]), "100");
    assert_eq!(bonus(&[of("a", "2026-01", "100", true), of("b", "2026-01", "-10", false)]), "100");
    assert_eq!(bonus(&[of("", "2026-01", "100", false), of("", "2026-01", "-10", false)]), "");
    // Its own request is one too.
    assert_eq!(bonus(&[of("", "2026-01", "100", false), of("", "2026-01", "-10", true)]), "-10");
}

/// Merging parts settles hours taken back like the whole.
#[test]
fn choice_hours_taken_back_are_settled_across_parts() {
    let register = register();
    let asks = edited(record("p-1", "2026-01", "100"), |entry| {
        entry.asks_lkv = true;
    });
    let back = record("p-1", "2026-01", "-10");
    for [first, second] in [[asks, back], [back, asks]] {
        let part = |record| filled(Payroll::of_final_records(year(), register.clone()), &[record]);
        let mut merged = part(first);
        merged.merge(part(second)).unwrap();
        let totals = totals_of(&merged).unwrap();
        assert_eq!(totals.bonus_workers[0].paid_hours.to_string(), "90");
    }
}

/// Choice "small-employer test": without premium wage over benefits (Besluit Wfsv 2.5 lid 3).
#[test]
fn choice_the_small_employer_test_leaves_out_premium_wage_over_benefits() {
    let wage = |of: &str, kind: Employment, wage: &str, benefit: &str| {
        edited(record("p-9", of, "1"), |entry| {
            entry.premium_wage = wage.parse().unwrap();
            entry.benefit_wage = benefit.parse().unwrap();
            entry.kind = kind;
        })
    };
    let rows = [
        wage("2024-h1", Ordinary, "1000", "30"),
        wage("2024-h2", Benefit, "500", "7"),
        wage("2026-01", Ordinary, "100", "5"),
        wage("2026-02", Benefit, "70", "0"),
    ];
    for total in [total(&rows), corrected(&rows)] {
        let totals = total.unwrap();
        assert_eq!(totals.premium_wage_two_years_before.to_string(), "1000.00");
        // In the total, and in no base, also inside an ordinary employment.
        assert_eq!(totals.premium_wage.to_string(), "175.00");
        assert_eq!(totals.wage_base.to_string(), "100.00");
        let parameters = SchemeParameters {
            activation_decided_in: Year::new(2024).unwrap(),
            surcharge_percentage: "0.25".parse().unwrap(),
            bonus_per_hour: "3.77".parse().unwrap(),
            bonus_maximum: "5000".parse().unwrap(),
            average_premium_wage_two_years_before: "40".parse().unwrap(),
        };
        let scheme = totals.scheme(&parameters, None).unwrap();
        assert_eq!(scheme.premium_wage_two_years_before.to_string(), "1000.00");
    }
}

/// Choice "Payroll (`CdAard` 82)": in A and C, outside the wage base, and none can be attributed.
#[test]
fn choice_payroll_hours_stay_in_a_and_cannot_be_attributed() {
    let register = register();
    let rows = [
        edited(record("p-1", "2026-01", "60"), |entry| {
            entry.kind = Employment::Payroll;
            entry.premium_wage = "90".parse().unwrap();
        }),
        record("p-1", "2026-02", "40"),
    ];
    let payroll = filled(Payroll::of_final_records(year(), register.clone()), &rows);
    let total = |hours| {
        let mut attributions = Attributions::new();
        attributions.insert("bakery", "shop", "p-1", Hours::whole(hours)).unwrap();
        payroll.totals("bakery", &attributions)
    };
    let totals = total(40).unwrap();
    assert_eq!(totals.hours.hours().to_string(), "100");
    assert_eq!(totals.doelgroep.hours().to_string(), "60");
    assert_eq!(totals.wage_base.to_string(), "0.00");
    let mismatch = total(41).unwrap_err();
    assert_eq!(mismatch.code(), "attribution_exceeds_hours");
    assert_eq!(
        mismatch.to_string(),
        "lender bakery, borrower shop: 41 hours of person p-1 are attributed in all, more than the \
         40 that the lender paid and that count; its 60 hours of kind payroll cannot be attributed"
    );
}

/// Choice "A person both seconded and not": seconded hours are attributed first.
#[test]
fn choice_seconded_hours_are_attributed_first() {
    let register = register();
    let rows = [
        edited(record("p-1", "2026-01", "60"), |entry| {
            entry.kind = WswSeconded;
        }),
        record("p-1", "2026-02", "40"),
    ];
    let payroll = filled(Payroll::of_final_records(year(), register.clone()), &rows);
    for (attributed, left) in [(50, "40"), (60, "40"), (61, "39"), (100, "0")] {
        let mut attributions = Attributions::new();
        attributions.insert("bakery", "shop", "p-1", Hours::whole(attributed)).unwrap();
        let totals = payroll.totals("bakery", &attributions).unwrap();
        assert_eq!(totals.doelgroep.hours().to_string(), left, "{attributed}");
    }
}

/// Choice "Benefit hours": they count in A and C as reported.
#[test]
fn choice_benefit_hours_count_in_a_and_c() {
    let totals = total(&[edited(record("p-1", "2026-01", "60"), |entry| {
        entry.kind = Benefit;
    })])
    .unwrap();
    assert_eq!(totals.hours.hours().to_string(), "60");
    assert_eq!(totals.doelgroep.hours().to_string(), "60");
}

/// Choice "beschut werk": its hours count in A, and in C of a person in the register.
#[test]
fn choice_beschut_werk_hours_count_in_c_if_registered() {
    let of = |person| {
        edited(record(person, "2026-01", "60"), |entry| {
            entry.kind = Employment::BeschutWerk;
        })
    };
    let totals = total(&[of("p-1"), of("p-9")]).unwrap();
    assert_eq!(totals.hours.hours().to_string(), "120");
    assert_eq!(totals.doelgroep.hours().to_string(), "60");
}

/// Choice "First day of employment in the tijdvak" with a tie: each record keeps its own kind.
#[test]
fn choice_a_tie_of_first_days_leaves_each_record_its_own_kind() {
    let of = |kind, wage: &str| {
        edited(record("p-1", "2026-01", "1"), |entry| {
            entry.kind = kind;
            entry.premium_wage = wage.parse().unwrap();
        })
    };
    let rows = [of(Ordinary, "100"), of(Employment::BeschutWerk, "50")];
    assert_eq!(corrected(&rows).unwrap().wage_base.to_string(), "100.00");
}

/// Choice "Wages of regime 2": the same 1 May cut as hours.
#[test]
fn choice_wages_follow_the_cut_of_1_may() {
    let filed = |of: &str, year| {
        edited(record("p-9", of, "1"), |entry| {
            entry.premium_wage = "100".parse().unwrap();
            entry.filed_on = Some(date(year, 5, 2));
        })
    };
    let totals = corrected(&[filed("2026-01", 2027), filed("2024-01", 2025)]).unwrap();
    assert_eq!(totals.premium_wage.to_string(), "0.00");
    assert_eq!(totals.premium_wage_two_years_before.to_string(), "0.00");
    assert_eq!(totals.persons.late.len(), 2);
}

/// Choice "First day of employment in the tijdvak" with no day of employment in it: each record
/// keeps its own kind.
#[test]
fn choice_without_a_day_of_employment_each_record_keeps_its_own_kind() {
    let left = |kind, wage: &str| {
        edited(record("p-1", "2026-01", "1"), |entry| {
            entry.kind = kind;
            entry.premium_wage = wage.parse().unwrap();
            entry.employed_until = Some(date(2025, 12, 31));
        })
    };
    let rows = [left(Ordinary, "100"), left(Employment::BeschutWerk, "50")];
    assert_eq!(corrected(&rows).unwrap().wage_base.to_string(), "100.00");
}

/// Choice "One base for A and for the threshold": Wsw and agency hours are taken off in both years.
#[test]
fn choice_one_base_for_a_and_for_the_threshold() {
    let of = |kind, year: &str, hours| {
        edited(record("p-9", year, hours), |entry| {
            entry.kind = kind;
        })
    };
    let rows = ["2025-y", "2026-y"].map(|year| {
        [
            of(Ordinary, year, "1000"),
            of(Employment::Wsw, year, "200"),
            of(WswSeconded, year, "30"),
            of(Employment::Agency, year, "4"),
        ]
    });
    let totals = total(&rows.concat()).unwrap();
    assert_eq!(totals.hours.hours().to_string(), "1000");
    assert_eq!(totals.previous_year.unwrap().hours().to_string(), "1000");
}

/// Choice "Hired-in Wsw workers": attributed hours raise C of the borrower, and not A.
#[test]
fn choice_hired_in_wsw_hours_raise_only_c() {
    let register = register();
    let payroll = filled(
        Payroll::of_final_records(year(), register.clone()),
        &[record("p-9", "2026-01", "60")],
    );
    let mut attributions = Attributions::new();
    attributions.insert("sw", "bakery", "p-1", Hours::whole(40)).unwrap();
    let totals = payroll.totals("bakery", &attributions).unwrap();
    assert_eq!(totals.hours.hours().to_string(), "60");
    assert_eq!(totals.doelgroep.hours().to_string(), "40");
}

// Contradictions.

#[test]
fn two_days_of_the_aow_age_are_an_error_and_the_employers_of_the_person_are_in_doubt() {
    let mut register = register();
    register.insert("p-2", date(2020, 1, 1), None).unwrap();
    register.set_aow_from("p-1", date(2030, 1, 1)).unwrap();
    register.set_aow_from("p-1", date(2030, 1, 1)).unwrap();
    let error = register.set_aow_from("p-1", date(2031, 1, 1)).unwrap_err();
    assert_eq!((error.code(), error.field().as_deref()), ("contradiction", Some("aow_from")));
    let mut payroll = Payroll::of_final_records(year(), register.clone());
    payroll.add(&record("p-1", "2026-01", "8"));
    payroll.add(&Record { employer: "mill", ..record("p-2", "2026-01", "8") });
    let mismatch = totals_of(&payroll).unwrap_err();
    assert_eq!(mismatch.code(), "contradiction");
    assert_eq!(
        mismatch.to_string(),
        "employer bakery: the register has two days `aow_from` of person p-1"
    );
    assert!(payroll.totals("mill", &Attributions::new()).is_ok());
}

#[test]
fn an_employer_with_two_rows_of_other_facts_has_no_totals() {
    let file = "employer,sector\nbakery,overheid\nmill,markt\nbakery,markt\nmill,markt\n";
    let mut lines = Options::new().employers(file.as_bytes()).unwrap();
    let errors: Vec<_> = lines.by_ref().filter_map(Result::err).collect();
    let employers = lines.into_table();
    assert_eq!(errors.len(), 1, "an identical row is accepted");
    assert_eq!((errors[0].line, errors[0].code()), (4, "contradiction"));
    assert_eq!(errors[0].employer.as_deref(), Some("bakery"));
    let sources = Sources { employers, register: register().into(), ..Sources::new(year()) };
    let rows = [
        record("p-1", "2026-01", "8"),
        Record { employer: "mill", ..record("p-1", "2026-01", "8") },
    ];
    let file = text_of(&rows, "");
    for grouped in [false, true] {
        let records = Options::new().records(file.as_bytes()).unwrap();
        let name = |joined: Result<Joined<'_>, FileError>| {
            let totals = joined.unwrap().totals;
            totals.map_or_else(|it| it.to_string(), |it| it.employer.to_string())
        };
        let codes: Vec<_> = if grouped {
            records.grouped(&sources).map(name).collect()
        } else {
            records.in_any_order(&sources).map(name).collect()
        };
        assert_eq!(
            codes,
            ["employer bakery: line 4 of the file of employers contradicts an earlier one", "mill"]
        );
    }
}

// Against a plain reading.

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    person: usize,
    relation: &'static str,
    period: Aangiftetijdvak,
    hours: i64,
}

const PERSONS: [&str; 3] = ["p-1", "p-8", "p-9"];

impl Row {
    fn record(&self) -> Record<'static> {
        Record::new(
            "bakery",
            PERSONS[self.person],
            Entry {
                paid_hours: self.hours.to_string().parse().unwrap(),
                ..Entry::new(self.period)
            },
        )
        .with_relation(self.relation)
    }
}

fn rows(relations: &'static [&'static str]) -> impl Strategy<Value = Vec<Row>> {
    let periods = prop::sample::select(vec![
        "2026-01",
        "2026-02",
        "2026-03",
        "2026-4w01",
        "2026-4w02",
        "2026-h2",
        "2026-y",
        "2025-01",
        "2025-y",
        "2024-12",
        "2023-01",
    ]);
    let row = (0..3_usize, prop::sample::select(relations), periods, 1..3_i64);
    let row = row.prop_map(|(person, relation, of, hours)| Row {
        person,
        relation,
        period: period(of),
        hours,
    });
    prop::collection::vec(row, 0..12)
}

/// What is wrong, by comparing each row with each.
fn plain(rows: &[Row], of_person: impl Fn(usize) -> bool) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    let rows: Vec<_> = rows.iter().filter(|row| row.period.year().number() > 2023).collect();
    for (place, one) in rows.iter().enumerate() {
        for other in &rows[place + 1..] {
            if one.person != other.person || !of_person(one.person) {
                continue;
            }
            let shares = one.period.first_day() <= other.period.last_day()
                && other.period.first_day() <= one.period.last_day();
            if one == other {
                found.insert("repeated_record");
            } else if one.relation == other.relation && one.period != other.period && shares {
                found.insert("overlapping_periods");
            }
            if one.period == other.period && one.relation.is_empty() != other.relation.is_empty() {
                found.insert("relation_missing");
            }
        }
    }
    found
}

/// The one that is reported.
fn first(found: &BTreeSet<&'static str>) -> &'static str {
    let order = ["relation_missing", "repeated_record", "overlapping_periods"];
    order.into_iter().find(|code| found.contains(code)).unwrap_or_default()
}

/// By period the rows, and by person and relation, that occur an odd number of times.
fn odd<T: Ord>(all: impl Iterator<Item = T>) -> BTreeSet<T> {
    let mut odd = BTreeMap::new();
    for one in all {
        *odd.entry(one).or_insert(false) ^= true;
    }
    odd.into_iter().filter(|(_, odd)| *odd).map(|(one, _)| one).collect()
}

proptest! {
    /// In groups and with corrections, every repeat and overlap; the same over all cores.
    #[test]
    fn groups_and_corrections_find_what_a_plain_reading_finds(rows in rows(&[""])) {
        let records: Vec<_> = rows.iter().map(Row::record).collect();
        let expected = first(&plain(&rows, |_| true));
        prop_assert_eq!(code(&corrected(&records)), expected);
        if !rows.is_empty() {
            prop_assert_eq!(code(&grouped(&records)), expected);
        }
    }

    #[test]
    fn relations_are_told_apart(rows in rows(&["", "a", "b"])) {
        let records: Vec<_> = rows.iter().map(Row::record).collect();
        let expected = first(&plain(&rows, |_| true));
        prop_assert_eq!(code(&corrected(&records)), expected);
    }

    /// In any order: registered persons one by one, of the others whole periods; merging too.
    #[test]
    fn any_order_finds_what_the_documentation_says(rows in rows(&["", "a"]), cut in 0..12_usize) {
        let records: Vec<_> = rows.iter().map(Row::record).collect();
        let mut found = plain(&rows, |person| person == 0);
        let in_years: Vec<_> = rows.iter().filter(|row| row.period.year().number() > 2023).collect();
        let periods: BTreeSet<_> = in_years.iter().map(|row| row.period).collect();
        let of = |period| in_years.iter().filter(move |row| row.period == period);
        let relations = |period| odd(of(period).map(|row| (row.person, row.relation)));
        let mut whole = false;
        for one in &periods {
            whole |= odd(of(*one)).is_empty();
            for other in &periods {
                let shares = one.first_day() <= other.last_day() && other.first_day() <= one.last_day();
                if one < other && shares && !relations(*one).is_empty() && relations(*one) == relations(*other) {
                    found.insert("overlapping_periods");
                }
            }
        }
        let expected = match first(&found) {
            "" | "overlapping_periods" if whole => "repeated_period",
            code => code,
        };
        let whole = total(&records);
        prop_assert_eq!(code(&whole), expected);
        let register = register();
        let (left, right) = records.split_at(cut.min(records.len()));
        let [mut one, other] = [right, left].map(|part| filled(Payroll::of_final_records(year(), register.clone()), part));
        one.merge(other).unwrap();
        prop_assert_eq!(totals_of(&one), whole);
    }

    /// Coverage by a set of days, whatever overlaps, within the days as an employer.
    #[test]
    fn coverage_is_that_of_a_reading_day_by_day(
        rows in rows(&[""]),
        from in prop::option::of(0..800_i32),
        length in prop::option::of(0..800_i32),
        with_corrections in any::<bool>(),
    ) {
        let day = |number: i32| {
            date(2024, 12, 1).checked_add(jiff::Span::new().days(number)).unwrap()
        };
        let until = length.map(|length| day(from.unwrap_or(0) + length));
        let days = EmployerDays { from: from.map(day), until };
        let register = register();
        let totals = |rows: &[Row]| {
            let payroll = if with_corrections {
                Payroll::new(year(), register.clone())
            } else {
                Payroll::of_final_records(year(), register.clone())
            };
            let records: Vec<_> = rows.iter().map(Row::record).collect();
            let payroll = filled(payroll.allowing(Allow { repeats: true, overlaps: true }), &records);
            payroll.totals_within("bakery", days, &Attributions::new())
        };
        let was_employer = |day: Date| {
            days.from.is_none_or(|from| day >= from) && days.until.is_none_or(|until| day <= until)
        };
        // A period without a single day as an employer is refused; the others cover.
        let (within, outside): (Vec<_>, Vec<_>) = rows.clone().into_iter().partition(|row| {
            let mut period = row.period.first_day().series(jiff::Span::new().days(1));
            row.period.year().number() < 2024
                || period.by_ref().take_while(|day| *day <= row.period.last_day()).any(was_employer)
        });
        if !outside.is_empty() {
            prop_assert_eq!(code(&totals(&rows)), "contradiction");
        }
        let rows = within;
        let totals = totals(&rows).unwrap();
        let covered = |day: Date| {
            rows.iter().any(|row| (row.period.first_day()..=row.period.last_day()).contains(&day))
        };
        let mut runs: Vec<(Date, Date)> = Vec::new();
        let mut complete = [true; 2];
        for number in 2025..=2026_i16 {
            let mut last_missing = None;
            for day in date(number, 1, 1).series(jiff::Span::new().days(1)) {
                if day.year() != number {
                    break;
                }
                if !was_employer(day) || covered(day) {
                    last_missing = None;
                    continue;
                }
                complete[usize::from(number == 2025)] = false;
                match (last_missing, runs.last_mut()) {
                    (Some(_), Some((_, until))) => *until = day,
                    _ => runs.push((day, day)),
                }
                last_missing = Some(day);
            }
        }
        let missing: Vec<_> =
            totals.coverage.missing.iter().map(|run| (run.from, run.until)).collect();
        prop_assert_eq!(&missing, &runs);
        let [complete, before] = complete.map(Some);
        prop_assert_eq!(totals.coverage.complete, complete);
        prop_assert_eq!(totals.coverage.previous_year_complete, before);
        let first = (0..365).map(|n| date(2026, 1, 1).checked_add(jiff::Span::new().days(n)).unwrap()).find(|day| was_employer(*day));
        let gap = runs.iter().map(|(from, _)| *from).find(|day| day.year() == 2026);
        let until = gap.zip(first).filter(|(gap, first)| gap > first);
        let until = until.map(|(gap, _)| gap.yesterday().unwrap());
        prop_assert_eq!(totals.coverage.hours_until, until);
        let of_before = rows.iter().any(|row| row.period.year().number() == 2025);
        let was_one = (0..365).any(|n| was_employer(date(2025, 1, 1).checked_add(jiff::Span::new().days(n)).unwrap()));
        prop_assert_eq!(totals.previous_year.is_none(), !of_before && was_one);
    }
}
