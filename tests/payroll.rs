//! From records to the employer's year: each point of the law by its article, and the laws of the
//! accumulator against a plain reading in integers.
#![cfg(feature = "payroll")]
#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests"
)]

use std::collections::{BTreeMap, BTreeSet};

use banenafspraak::payroll::Employment::{
    Agency, Benefit, BeschutWerk, Ordinary, Wsw, WswSeconded,
};
use banenafspraak::payroll::{
    Aangiftetijdvak, Allow, Attributions, Bsn, EmployerTotals, Employment, Entry, Mismatch,
    MismatchKind, Payroll, Record, Register,
};
use banenafspraak::unit::{SignedEuro, SignedHours};
use banenafspraak::{Error, Hours, SchemeParameters, Sector, Year, assess};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn year(number: i32) -> Year {
    Year::new(number).unwrap()
}

fn period(text: &str) -> Aangiftetijdvak {
    text.parse().unwrap()
}

fn hours(text: &str) -> SignedHours {
    text.parse().unwrap()
}

/// A record of the bakery: person, period, hours, kind.
fn record<'a>(person: &'a str, of: &str, paid: &str, kind: Employment) -> Record<'a> {
    Record::new("bakery", person, Entry { paid_hours: hours(paid), kind, ..Entry::new(period(of)) })
}

/// The same record with its entry changed.
fn edited(mut record: Record<'_>, edit: impl FnOnce(&mut Entry)) -> Record<'_> {
    edit(&mut record.entry);
    record
}

/// p-1 registered all the time, p-2 from 31 March 2026.
fn register() -> Register {
    let mut register = Register::new();
    register.insert("p-1", date(2020, 1, 1), None).unwrap();
    register.insert("p-2", date(2026, 3, 31), None).unwrap();
    register
}

fn totals(records: &[Record<'_>]) -> EmployerTotals {
    let register = register();
    let mut payroll = Payroll::with_corrections(year(2026), register.clone());
    for record in records {
        payroll.add(record);
    }
    payroll.totals("bakery", &Attributions::new()).unwrap()
}

#[test]
fn periods_begin_and_end_as_the_wage_return_says() {
    for (text, first, last) in [
        ("2026-01", "2026-01-01", "2026-01-31"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2026-4w01", "2026-01-01", "2026-01-25"),
        ("2026-4w05", "2026-04-20", "2026-05-17"), // ISO weeks 17 to 20
        ("2026-4w13", "2026-11-30", "2026-12-31"), // 2026 has 53 weeks
        ("2027-4w01", "2027-01-01", "2027-01-31"), // 1 January 2027 is in week 53 of 2026
        ("2025-4w13", "2025-12-01", "2025-12-31"),
        ("2026-h1", "2026-01-01", "2026-06-30"),
        ("2026-h2", "2026-07-01", "2026-12-31"),
        ("2026-y", "2026-01-01", "2026-12-31"),
    ] {
        let period = period(text);
        assert_eq!(period.first_day().to_string(), first, "{text}");
        assert_eq!(period.last_day().to_string(), last, "{text}");
        assert_eq!(period.to_string(), text);
    }
    for wrong in [
        "",
        "2026",
        "2026-00",
        "2026-13",
        "2026-4w14",
        "2026-4w5",
        "2026-h3",
        "2026-Y",
        "26-01",
        "2026-1",
        "2026-0 1",
        "20٢6-1",
        "0999-01",
    ] {
        assert!(wrong.parse::<Aangiftetijdvak>().is_err(), "{wrong}");
    }
}

/// The periods of one kind follow on each other and fill the year, whatever the year.
#[test]
fn the_periods_of_a_kind_fill_their_year() {
    for number in 1990..2060 {
        let year = year(number);
        let months = (1..=12).map(|n| Aangiftetijdvak::month(year, n).unwrap());
        let four_weeks = (1..=13).map(|n| Aangiftetijdvak::four_weeks(year, n).unwrap());
        let halves = (1..=2).map(|n| Aangiftetijdvak::half_year(year, n).unwrap());
        let kinds: [Vec<Aangiftetijdvak>; 3] =
            [months.collect(), four_weeks.collect(), halves.collect()];
        for kind in kinds {
            let mut next = date(number.try_into().unwrap(), 1, 1);
            for period in kind {
                assert_eq!(period.first_day(), next, "{period}");
                next = period.last_day().tomorrow().unwrap();
            }
            assert_eq!(next, date((number + 1).try_into().unwrap(), 1, 1));
        }
    }
    assert_eq!(
        Aangiftetijdvak::month(year(2026), 13).unwrap_err().to_string(),
        "period: 13 is not between 1 and 12"
    );
}

/// Wfsv 38g lid 5, Besluit Wfsv 2.31: what is taken from the paid hours.
#[test]
fn a_is_all_paid_hours_less_agency_and_wsw() {
    let of = |kind, paid| record("p-9", "2026-01", paid, kind);
    let totals = totals(&[
        of(Ordinary, "1000"),
        of(Agency, "200"),
        of(Wsw, "30"),
        of(WswSeconded, "4"),
        of(BeschutWerk, "0.5"),
        of(Benefit, "0.06"),
    ]);
    assert_eq!(totals.hours.paid_hours().to_string(), "1234.56");
    assert_eq!(totals.hours.lent_out_agency_hours().to_string(), "200");
    assert_eq!(totals.hours.wsw_hours().to_string(), "34");
    assert_eq!(totals.hours.hours().to_string(), "1000.56");
}

/// Wfsv 34 lid 4: the year before counts for the threshold, by the same deductions.
#[test]
fn the_year_before_is_read_from_its_own_records() {
    let totals = totals(&[
        record("p-1", "2025-h2", "40575", Ordinary),
        record("p-9", "2025-12", "10", Agency),
        record("p-9", "2026-01", "50000", Ordinary),
        record("p-1", "2027-01", "7", Ordinary),
    ]);
    assert_eq!(totals.previous_year.unwrap().paid_hours().to_string(), "40585");
    assert_eq!(totals.previous_year.unwrap().hours().to_string(), "40575");
    // p-1 is registered, but 2025 is not the year assessed.
    assert_eq!(totals.doelgroep.hours(), Hours::ZERO);
    let employer = totals.employer_year(Sector::Overheid).unwrap();
    assert_eq!(employer.id(), Some("bakery"));
    assert_eq!(assess(&employer).unwrap().liability().word(), "liable");
}

/// Wfsv 38g lid 8: a day of registration makes the whole aangiftetijdvak count.
#[test]
fn all_hours_of_an_aangiftetijdvak_count_if_registered_for_a_day() {
    let of = |period| record("p-2", period, "100", Ordinary);
    // Registered from 31 March: not February, all of March, all of the first half, all of 4w04
    // (23 March to 19 April), not 4w03 (23 February to 22 March).
    for (period, counts) in [
        ("2026-02", "0"),
        ("2026-03", "100"),
        ("2026-h1", "100"),
        ("2026-y", "100"),
        ("2026-4w03", "0"),
        ("2026-4w04", "100"),
    ] {
        assert_eq!(totals(&[of(period)]).doelgroep.own().to_string(), counts, "{period}");
    }
}

#[test]
fn overlapping_and_adjacent_registrations_are_one() {
    let mut register = Register::new();
    for (from, until) in [
        (date(2026, 5, 1), Some(date(2026, 5, 10))),
        (date(2026, 3, 1), Some(date(2026, 3, 31))),
        (date(2026, 3, 15), Some(date(2026, 4, 30))),
        (date(2026, 8, 1), None),
    ] {
        register.insert("p", from, until).unwrap();
    }
    let mut other = Register::new();
    other.insert("p", date(2026, 8, 1), None).unwrap();
    other.insert("p", date(2026, 3, 1), Some(date(2026, 5, 10))).unwrap();
    assert_eq!(register, other);
    let counts: Vec<bool> = (1..=12)
        .map(|month| register.covers("p", Aangiftetijdvak::month(year(2026), month).unwrap()))
        .collect();
    let expected = [false, false, true, true, true, false, false, true, true, true, true, true];
    assert_eq!(counts, expected);
    let error = register.insert("p", date(2026, 2, 2), Some(date(2026, 2, 1))).unwrap_err();
    assert_eq!(error.to_string(), "until: 2026-02-01 is before 2026-02-02, the day it begins");
    assert_eq!(register.persons(year(2025)).count(), 0);
    assert_eq!(register.persons(year(2026)).count(), 1);
}

/// Wfsv 38g lid 4: a Wsw employment is neither worker nor arbeidsbeperkte.
#[test]
fn wsw_hours_are_no_doelgroep_hours_of_the_employer() {
    let of = |kind| record("p-1", "2026-01", "100", kind);
    let own = |kind| totals(&[of(kind)]).doelgroep.own().to_string();
    assert_eq!(own(Ordinary), "100");
    assert_eq!(own(Agency), "100");
    assert_eq!(own(Wsw), "0");
    assert_eq!(own(WswSeconded), "0");
}

/// Wtl 2.10, 2.12, 2.13: who earns the bonus, and over which hours.
#[test]
fn bonus_hours_are_asked_for_registered_and_before_the_aow_age() {
    let mut register = register();
    register.set_aow_from("p-1", date(2026, 6, 1)).unwrap();
    let mut payroll = Payroll::new(year(2026), register.clone());
    let mut add = |person, period, kind, asks_lkv| {
        payroll.add(&edited(record(person, period, "100", kind), |entry| {
            entry.asks_lkv = asks_lkv;
        }));
    };
    add("p-1", "2026-05", Ordinary, true); // until 31 May
    add("p-1", "2026-06", Ordinary, true); // the AOW age is reached on 1 June
    add("p-1", "2026-04", Ordinary, false); // not asked for
    add("p-2", "2026-03", WswSeconded, true); // registered for a day of it
    add("p-2", "2026-04", Wsw, true); // not seconded
    add("p-9", "2026-04", Ordinary, true); // not registered
    let totals = payroll.totals("bakery", &Attributions::new()).unwrap();
    let workers: Vec<String> = totals
        .bonus_workers
        .iter()
        .map(|worker| format!("{} {}", worker.person, worker.paid_hours))
        .collect();
    assert_eq!(workers, ["p-1 100", "p-2 100"]);
    // The hours count for the quota all the same: 3 x 100 of p-1, none of the Wsw of p-2.
    assert_eq!(totals.doelgroep.own().to_string(), "300");
}

/// Wet banenafspraak 1 "uitgeleende werknemer", 6 lid 4 a and b: all Wsw wage is outside the base,
/// seconded or not. Choice "Payroll": so is that of a payrolled worker. Lid 8: the first day of
/// employment decides.
#[test]
fn the_wage_base_follows_the_first_day_of_employment() {
    let wage = |kind, from: Option<Date>, euros: &str| {
        Record::new(
            "bakery",
            "p-1",
            Entry {
                premium_wage: euros.parse().unwrap(),
                kind,
                employed_from: from,
                ..Entry::new(period("2026-03"))
            },
        )
    };
    let base = |records: &[Record<'_>]| totals(records).wage_base.to_string();
    for (kind, expected) in [
        (Ordinary, "1000.00"),
        (WswSeconded, "0.00"),
        (Agency, "0.00"),
        (Employment::Payroll, "0.00"),
        (Wsw, "0.00"),
        (BeschutWerk, "0.00"),
        (Benefit, "0.00"),
    ] {
        assert_eq!(base(&[wage(kind, None, "1000")]), expected, "{kind}");
    }
    let ordinary_first = [
        wage(Ordinary, Some(date(2026, 1, 1)), "1000"),
        wage(BeschutWerk, Some(date(2026, 3, 16)), "500"),
    ];
    assert_eq!(base(&ordinary_first), "1500.00");
    let beschut_first = [
        wage(BeschutWerk, Some(date(2026, 3, 2)), "500"),
        wage(Ordinary, Some(date(2026, 3, 16)), "1000"),
        wage(Benefit, Some(date(2026, 1, 1)), "70"),
    ];
    assert_eq!(base(&beschut_first), "0.00");
    // Both since before March: each by its own kind.
    let together = [
        wage(Ordinary, Some(date(2026, 1, 1)), "1000"),
        wage(BeschutWerk, Some(date(2025, 1, 1)), "500"),
        wage(Ordinary, Some(date(2026, 3, 9)), "100"),
    ];
    assert_eq!(base(&together), "1100.00");
    assert_eq!(totals(&beschut_first).premium_wage.to_string(), "1570.00");
}

/// Wet banenafspraak 6 lid 8: an employment without a day in the aangiftetijdvak, whose wage is
/// paid afterwards or ahead, is not the first one in it, and goes by its own kind.
#[test]
fn an_employment_that_ended_before_decides_nothing() {
    let wage = |kind, from: Date, until: Option<Date>, euros: &str| {
        Record::new(
            "bakery",
            "p-1",
            Entry {
                premium_wage: euros.parse().unwrap(),
                kind,
                employed_from: Some(from),
                employed_until: until,
                ..Entry::new(period("2026-03"))
            },
        )
    };
    let base = |beschut: Record<'_>| {
        let ordinary = wage(Ordinary, date(2026, 3, 9), None, "1000");
        totals(&[beschut, ordinary]).wage_base.to_string()
    };
    let began = date(2025, 1, 1);
    assert_eq!(base(wage(BeschutWerk, began, Some(date(2026, 2, 28)), "500")), "1000.00");
    assert_eq!(base(wage(BeschutWerk, began, Some(date(2026, 3, 1)), "500")), "0.00");
    assert_eq!(base(wage(BeschutWerk, began, None, "500")), "0.00");
    // One that begins after it decides nothing either.
    assert_eq!(base(wage(BeschutWerk, date(2026, 4, 1), None, "500")), "1000.00");
    // Alone, each goes by its own kind.
    let afterwards = wage(Ordinary, began, Some(date(2026, 2, 28)), "500");
    assert_eq!(totals(&[afterwards]).wage_base.to_string(), "500.00");
}

/// Hours of one worker taken back beyond what was paid concern the scheme alone.
#[test]
fn a_worker_below_zero_is_an_error_of_the_scheme_alone() {
    let taken_back = edited(record("p-1", "2026-03", "-8", Ordinary), |entry| {
        entry.asks_lkv = true;
    });
    let totals = totals(&[taken_back, record("p-2", "2026-03", "100", Ordinary)]);
    assert_eq!(totals.hours.paid_hours().to_string(), "92");
    let parameters = SchemeParameters {
        activation_decided_in: year(2024),
        surcharge_percentage: "0.25".parse().unwrap(),
        bonus_per_hour: "3.77".parse().unwrap(),
        bonus_maximum: "5000".parse().unwrap(),
        average_premium_wage_two_years_before: "43300".parse().unwrap(),
    };
    let error = totals.scheme(&parameters, None).unwrap_err();
    assert_eq!(error.to_string(), "bonus_workers: -8 is negative; the least is 0");
}

/// A person's empty key is a key like any other, first or not.
#[test]
fn an_empty_key_is_found_in_the_register_in_any_order() {
    let mut register = register();
    register.insert("", date(2020, 1, 1), None).unwrap();
    for records in [["", "p-9"], ["p-9", ""]] {
        let mut payroll = Payroll::new(year(2026), register.clone());
        for person in records {
            payroll.add(&record(person, "2026-03", "100", Ordinary));
        }
        let totals = payroll.totals("bakery", &Attributions::new()).unwrap();
        assert_eq!(totals.doelgroep.own().to_string(), "100");
    }
}

/// Besluit Wfsv 2.27, 2.28: every attributed hour counts once, and no more than were paid.
#[test]
fn attributed_hours_move_from_lender_to_borrower() {
    let register = register();
    let mut payroll = Payroll::new(year(2026), register.clone());
    for (employer, person, kind, paid) in [
        ("agency", "p-1", Agency, "600"),
        ("sw", "p-2", WswSeconded, "300"),
        ("factory", "p-9", Ordinary, "5000"),
    ] {
        payroll.add(&Record { employer, ..record(person, "2026-06", paid, kind) });
    }
    let mut attributions = Attributions::new();
    attributions.insert("agency", "factory", "p-1", Hours::whole(400)).unwrap();
    attributions.insert("agency", "shop", "p-1", Hours::whole(200)).unwrap();
    attributions.insert("sw", "factory", "p-2", Hours::whole(300)).unwrap();
    let counted = |employer: &str| {
        let totals = payroll.totals(employer, &attributions).unwrap();
        totals.doelgroep.hours().to_string()
    };
    // Of 600 hours of p-1 none stay with the agency; seconded Wsw hours never were sw's own.
    assert_eq!([counted("agency"), counted("sw")], ["0", "0"]);
    assert_eq!([counted("factory"), counted("shop")], ["700", "200"]);

    attributions.insert("agency", "shop", "p-1", Hours::whole(1)).unwrap();
    let mismatch = payroll.totals("agency", &attributions).unwrap_err();
    assert_eq!(mismatch.code(), "attribution_exceeds_hours");
    assert_eq!(
        mismatch.to_string(),
        "lender agency, borrower shop: 601 hours of person p-1 are attributed in all, more than \
         the 600 that the lender paid and that count"
    );
    // Nor can they count for the borrower, whoever the lender is.
    let mut unknown = Attributions::new();
    unknown.insert("outside", "factory", "p-9", Hours::whole(8)).unwrap();
    let mismatch = payroll.totals("factory", &unknown).unwrap_err();
    assert_eq!(mismatch.code(), "attribution_of_unregistered");
    assert_eq!(
        mismatch.to_string(),
        "lender outside, borrower factory: hours of person p-9 are attributed, who is not in the \
         register that year"
    );
    // Hours of someone who is not registered do not count, so none can be attributed.
    let mut other = Attributions::new();
    other.insert("factory", "shop", "p-9", Hours::whole(1)).unwrap();
    assert!(matches!(
        payroll.totals("factory", &other),
        Err(Mismatch { kind: MismatchKind::Attribution { .. }, .. })
    ));
    assert_eq!(other.insert("a", "a", "p-1", Hours::ZERO).unwrap_err().code(), "lends_to_itself");
}

/// Wfsv 34 lid 7, 38e lid 3: a later filing replaces, until 1 May of the next year.
#[test]
fn a_correction_counts_until_the_first_of_may() {
    let filed = |on: Option<Date>, paid| {
        edited(record("p-1", "2026-03", paid, Ordinary), |entry| {
            entry.filed_on = on;
        })
    };
    let original = filed(None, "100");
    let correction = filed(Some(date(2027, 5, 1)), "80");
    let late = filed(Some(date(2027, 5, 2)), "60");
    let total = totals(&[late, correction, original]);
    assert_eq!(total.hours.paid_hours().to_string(), "80");
    assert_eq!(total.persons.late.len(), 1);
    assert_eq!(
        (&*total.persons.late[0].person, total.persons.late[0].filed_on),
        ("p-1", date(2027, 5, 2))
    );
    // A correction of 2025 may be filed until 1 May 2026.
    let of_2025 = edited(record("p-1", "2025-03", "5", Ordinary), |entry| {
        entry.filed_on = Some(date(2026, 5, 2));
    });
    let total = totals(&[of_2025]);
    assert_eq!((total.previous_year, total.persons.late.len()), (None, 1)); // nothing covers 2025
    // Of two filings of one day the later replaces.
    let at = |hour, paid| {
        let filed_at = Some(jiff::civil::time(hour, 0, 0, 0));
        edited(filed(Some(date(2027, 1, 31)), paid), |entry| {
            entry.filed_at = filed_at;
        })
    };
    let total = totals(&[at(15, "70"), at(9, "90"), filed(Some(date(2027, 1, 31)), "95")]);
    assert_eq!(total.hours.paid_hours().to_string(), "70");
    // Two records of one filing add up; another employment of the same person stays.
    let first = [original, correction, filed(Some(date(2027, 5, 1)), "0.5")];
    let [original, correction, more] = first.map(|it| Record { relation: "1", ..it });
    let second = Record { relation: "2", ..filed(None, "7") };
    let both = totals(&[original, correction, more, second]);
    assert_eq!(both.hours.paid_hours().to_string(), "87.5");
}

/// Final records and corrected ones of an employer count together, whichever takes in the other.
#[test]
fn payrolls_of_both_kinds_merge() {
    let register = register();
    let record = record("p-1", "2026-01", "10", Ordinary);
    let mut payrolls = [
        Payroll::new(year(2026), register.clone()),
        Payroll::with_corrections(year(2026), register.clone()),
    ];
    for payroll in &mut payrolls {
        payroll.add(&record);
    }
    let [final_records, corrected] = payrolls;
    for (mut one, other) in [(final_records.clone(), corrected.clone()), (corrected, final_records)]
    {
        one.merge(other).unwrap();
        let totals = one.totals("bakery", &Attributions::new()).unwrap();
        assert_eq!(totals.hours.paid_hours().to_string(), "20");
        assert_eq!(totals.doelgroep.own().to_string(), "20");
    }
}

/// Hours taken back are legal in a record, a negative year is not.
#[test]
fn hours_taken_back_may_not_make_a_year_negative() {
    let taken_back = record("p-1", "2026-02", "-30", Ordinary);
    let total = totals(&[record("p-1", "2026-01", "100", Ordinary), taken_back]);
    assert_eq!(total.doelgroep.own().to_string(), "70");
    let register = register();
    let mut payroll = Payroll::new(year(2026), register.clone());
    payroll.add(&taken_back);
    let mismatch = payroll.totals("bakery", &Attributions::new()).unwrap_err();
    assert_eq!(
        mismatch.to_string(),
        "employer bakery: paid_hours: -30 is negative; the least is 0"
    );
}

#[test]
fn an_employer_without_records_has_none() {
    let register = register();
    let payroll = Payroll::new(year(2026), register.clone());
    let mut attributions = Attributions::new();
    attributions.insert("agency", "shop", "p-1", Hours::whole(9)).unwrap();
    let totals = payroll.totals("shop", &attributions).unwrap();
    assert_eq!(totals.hours.paid_hours(), Hours::ZERO);
    assert_eq!(totals.doelgroep.hours(), Hours::whole(9));
}

#[test]
fn a_bsn_is_checked_and_never_printed() {
    for good in ["111222333", "123456782", "010203040"] {
        let bsn: Result<Bsn, Error> = good.parse();
        let passes = bsn.is_ok();
        // 9x0+8x1+7x0+6x2+5x0+4x3+3x0+2x4-0 = 40: not a multiple of eleven.
        assert_eq!(passes, good != "010203040", "{good}");
    }
    for wrong in ["123456789", "000000000", "12345678", "1234567820", "12345678a", "١٢٣٤٥٦٧٨٢"]
    {
        let error = wrong.parse::<Bsn>().unwrap_err();
        assert_eq!(error.to_string(), "bsn: not nine digits that pass the elfproef");
        assert!(!format!("{error:?}").contains(wrong), "{wrong}");
    }
    let bsn: Bsn = "111222333".parse().unwrap();
    assert_eq!(format!("{bsn:?}"), "Bsn(*********)");
}

// The laws of the accumulator, on random records.

#[derive(Debug, Clone)]
struct Row {
    employer: usize,
    person: usize,
    period: Aangiftetijdvak,
    hours: i64,
    wage: i64,
    kind: Employment,
    filed_on: Option<Date>,
    asks_lkv: bool,
}

const EMPLOYERS: [&str; 3] = ["a", "b", "c"];
const PERSONS: [&str; 4] = ["p-1", "p-2", "p-3", "p-4"];

impl Row {
    fn record(&self) -> Record<'static> {
        Record::new(
            EMPLOYERS[self.employer],
            PERSONS[self.person],
            Entry {
                paid_hours: SignedHours::new(Decimal::new(self.hours, 2)).unwrap(),
                premium_wage: SignedEuro::new(Decimal::new(self.wage, 2)).unwrap(),
                kind: self.kind,
                filed_on: self.filed_on,
                asks_lkv: self.asks_lkv,
                ..Entry::new(self.period)
            },
        )
    }
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let kinds =
        prop::sample::select(vec![Ordinary, Agency, Wsw, WswSeconded, BeschutWerk, Benefit]);
    let month = (2024..=2027_i32, 1..=3_i8)
        .prop_map(|(number, month)| Aangiftetijdvak::month(year(number), month).unwrap());
    let filed = prop::option::of(
        (2026..=2027_i16, 4..=5_i8, 1..=2_i8).prop_map(|(year, month, day)| date(year, month, day)),
    );
    let row =
        (0..3_usize, 0..4_usize, month, 0..20_000_i64, 0..500_000_i64, kinds, filed, any::<bool>());
    let row = row.prop_map(|(employer, person, period, hours, wage, kind, filed_on, asks_lkv)| {
        Row { employer, person, period, hours, wage, kind, filed_on, asks_lkv }
    });
    prop::collection::vec(row, 0..40)
}

fn all(payroll: &Payroll) -> Vec<EmployerTotals> {
    EMPLOYERS.map(|employer| payroll.totals(employer, &Attributions::new()).unwrap()).into()
}

fn payroll(rows: &[Row], register: &Register, corrections: bool) -> Payroll {
    let mut payroll = if corrections {
        Payroll::with_corrections(year(2026), register.clone())
    } else {
        Payroll::new(year(2026), register.clone())
    };
    // Random rows repeat one another: what is found then is tested elsewhere.
    payroll = payroll.allowing(Allow { repeats: true, overlaps: true });
    for row in rows {
        payroll.add(&row.record());
    }
    payroll
}

/// Hundredths of hours per employer: paid, agency, wsw, own doelgroep; a plain second reading.
fn plain(rows: &[Row], employer: usize, corrections: bool) -> [i64; 4] {
    let in_year = |row: &&Row| row.employer == employer && row.period.year() == year(2026);
    let in_time = |row: &&Row| row.filed_on.is_none_or(|day| day <= date(2027, 5, 1));
    let standing: Vec<&Row> = rows.iter().filter(in_year).filter(in_time).collect();
    let mut last = BTreeMap::new();
    for row in &standing {
        let filed = last.entry((row.person, row.period)).or_insert(row.filed_on);
        *filed = (*filed).max(row.filed_on);
    }
    let mut sums = [0; 4];
    for row in standing {
        if corrections && row.filed_on != last[&(row.person, row.period)] {
            continue;
        }
        let wsw = matches!(row.kind, Wsw | WswSeconded);
        // p-1 always; p-2 from 31 March: the months here are January to March.
        let registered = row.person == 0 || (row.person == 1 && row.period == period("2026-03"));
        sums[0] += row.hours;
        sums[1] += if row.kind == Agency { row.hours } else { 0 };
        sums[2] += if wsw { row.hours } else { 0 };
        sums[3] += if registered && !wsw { row.hours } else { 0 };
    }
    sums
}

proptest! {
    #[test]
    fn totals_equal_the_plain_reading(rows in rows(), corrections in any::<bool>()) {
        let register = register();
        for (place, totals) in all(&payroll(&rows, &register, corrections)).iter().enumerate() {
            let hours = [
                totals.hours.paid_hours(),
                totals.hours.lent_out_agency_hours(),
                totals.hours.wsw_hours(),
                totals.doelgroep.own(),
            ];
            let expected = plain(&rows, place, corrections).map(|sum| Decimal::new(sum, 2).normalize());
            prop_assert_eq!(hours.map(|hours| hours.to_decimal().normalize()), expected);
        }
    }

    /// Spans are joined as they come: the same aangiftetijdvakken as a reading day by day.
    #[test]
    fn registrations_are_the_union_of_their_days(
        spans in prop::collection::vec((0..70_i32, prop::option::of(0..20_i32)), 0..8),
    ) {
        let day = |number: i32| date(2025, 12, 1).checked_add(jiff::Span::new().days(number)).unwrap();
        let mut register = Register::new();
        let mut days = BTreeSet::new();
        for (from, length) in spans {
            register.insert("p", day(from), length.map(|length| day(from + length))).unwrap();
            days.extend((from..=length.map_or(200, |length| from + length)).map(day));
        }
        for month in ["2025-12", "2026-01", "2026-02", "2026-4w01", "2026-4w02", "2026-y"] {
            let month = period(month);
            let by_day = days.iter().any(|day| (month.first_day()..=month.last_day()).contains(day));
            prop_assert_eq!(register.covers("p", month), by_day, "{}", month);
        }
    }

    #[test]
    fn order_does_not_matter(rows in rows(), corrections in any::<bool>(), seed in any::<u64>()) {
        let register = register();
        let mut shuffled = rows.clone();
        // A reproducible shuffle by a hash of the seed and the place.
        let mut keyed: Vec<(u64, Row)> = shuffled
            .drain(..)
            .zip(1_u64..)
            .map(|(row, n)| (seed.wrapping_mul(n).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 7, row))
            .collect();
        keyed.sort_by_key(|(key, _)| *key);
        let shuffled: Vec<Row> = keyed.into_iter().map(|(_, row)| row).collect();
        prop_assert_eq!(
            all(&payroll(&rows, &register, corrections)),
            all(&payroll(&shuffled, &register, corrections))
        );
    }

    #[test]
    fn merging_is_associative_and_commutative(rows in rows(), corrections in any::<bool>(), first in 0..40_usize, second in 0..40_usize) {
        let register = register();
        let (first, second) = (first.min(second).min(rows.len()), first.max(second).min(rows.len()));
        let part = |rows: &[Row]| payroll(rows, &register, corrections);
        let parts = [part(&rows[..first]), part(&rows[first..second]), part(&rows[second..])];
        let merged = |order: [usize; 3]| {
            let [mut one, two, three] = order.map(|place| parts[place].clone());
            one.merge(two).unwrap();
            one.merge(three).unwrap();
            all(&one)
        };
        let right_first = {
            let [mut one, mut two, three] = parts.clone();
            two.merge(three).unwrap();
            one.merge(two).unwrap();
            all(&one)
        };
        let whole = all(&payroll(&rows, &register, corrections));
        prop_assert_eq!(&right_first, &whole);
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            prop_assert_eq!(&merged(order), &whole);
        }
    }

    #[test]
    fn splitting_a_record_changes_nothing(rows in rows(), corrections in any::<bool>(), part in 0..20_000_i64) {
        let register = register();
        let split: Vec<Row> = rows
            .iter()
            .flat_map(|row| {
                // Hours below zero would be taken back: they follow the LKV request of others.
                let part = part.min(row.hours);
                let rest = Row { hours: row.hours - part, wage: row.wage - part, ..row.clone() };
                [Row { hours: part, wage: part, ..row.clone() }, rest]
            })
            .collect();
        let whole = all(&payroll(&rows, &register, corrections));
        let mut of_parts = all(&payroll(&split, &register, corrections));
        // A late record in two parts is reported twice.
        for totals in &mut of_parts {
            let twice: Vec<_> = totals.persons.late.drain(..).collect();
            totals.persons.late = twice.into_iter().step_by(2).collect();
            // So is one that a later filing replaces.
            prop_assert_eq!(totals.replaced % 2, 0);
            totals.replaced /= 2;
        }
        prop_assert_eq!(of_parts, whole);
    }

    /// Without corrections, and where no filing replaces another, both payrolls agree.
    #[test]
    fn final_records_need_no_corrections(mut rows in rows()) {
        let mut seen = BTreeSet::new();
        rows.retain(|row| seen.insert((row.employer, row.person, row.period)));
        let register = register();
        prop_assert_eq!(
            all(&payroll(&rows, &register, true)),
            all(&payroll(&rows, &register, false))
        );
    }
}
