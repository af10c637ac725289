//! Laws of the arithmetic on random employers, against an independent reading in integers.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

mod common;

use std::cell::Cell;
use std::cmp::Ordering;

use banenafspraak::unit::{Exact, HoursPerJob};
use banenafspraak::{EmployerYear, Hours, Jobs, Percentage, Sector, assess};
use common::{Answers as _, employer, hundredths, tekort_in_tenths};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

const HUGE: i64 = 99_999_999_999_99;

/// Base, quotumpercentage (both in hundredths) and doelgroep hours no greater than the base.
fn numbers() -> impl Strategy<Value = (i64, i64, i64)> {
    let base = prop_oneof![0..=10_000_000_i64, 0..=HUGE];
    (base, 0..=10_000_i64).prop_flat_map(|(base, percentage)| {
        let quota = i64::try_from(i128::from(base) * i128::from(percentage) / 10_000).unwrap();
        let near = (quota - 200_000).clamp(0, base)..=(quota + 200_000).clamp(0, base);
        (Just(base), Just(percentage), prop_oneof![0..=base, near])
    })
}

fn percent(hundredths: i64) -> Percentage {
    Percentage::from_percent(rust_decimal::Decimal::new(hundredths, 2)).unwrap()
}

fn market(base: i64, percentage: i64, doelgroep: i64) -> EmployerYear {
    employer(2026, Sector::Markt, base, base, doelgroep).with_quotumpercentage(percent(percentage))
}

fn tenths(employer: &EmployerYear) -> i128 {
    let mut tekort = assess(employer).unwrap().known_quota().quotumtekort().to_decimal();
    tekort.rescale(1);
    tekort.mantissa()
}

/// Hours in jobs, both in hundredths: an exact fraction.
fn jobs(hours: i64, per_job: i64) -> Exact<Jobs> {
    let per_job = HoursPerJob::new(rust_decimal::Decimal::new(per_job, 2)).unwrap();
    hundredths(hours).in_jobs(per_job)
}

/// What `==`, `!=` and the order say, each asked for by itself.
fn compared(left: &Exact<Jobs>, right: &Exact<Jobs>) -> (bool, bool, Ordering) {
    (left == right, left != right, left.cmp(right))
}

/// Jobs of these hundredths.
fn jobs_of(hundredths: i64) -> Jobs {
    Jobs::new(rust_decimal::Decimal::new(hundredths, 2)).unwrap()
}

/// The jobs of these hundredths, or the code of an error where they are beyond the bounds.
fn within(hundredths: i128) -> Result<Jobs, &'static str> {
    let within = i64::try_from(hundredths).ok().filter(|units| units.abs() <= HUGE);
    within.map(jobs_of).ok_or("out_of_range")
}

proptest! {
    /// Sums and differences are those of integers, and an error beyond the bounds; of many only the
    /// sum of all counts.
    #[test]
    fn sums_and_differences_are_those_of_integers(
        left in prop_oneof![-HUGE..=HUGE, Just(HUGE), Just(-HUGE)],
        right in prop_oneof![-HUGE..=HUGE, -100..=100_i64],
        all in prop::collection::vec(-HUGE..=HUGE, 0..9),
    ) {
        let (a, b) = (i128::from(left), i128::from(right));
        let (one, other) = (jobs_of(left), jobs_of(right));
        prop_assert_eq!(one.checked_add(other).map_err(|error| error.code()), within(a + b));
        prop_assert_eq!(one.checked_sub(other).map_err(|error| error.code()), within(a - b));
        let kept = (a - b).clamp(-i128::from(HUGE), i128::from(HUGE));
        prop_assert_eq!(Ok(one.saturating_sub(other)), within(kept));
        let sum = all.iter().map(|units| i128::from(*units)).sum();
        let sum_of_jobs = Jobs::checked_sum(all.into_iter().map(jobs_of));
        prop_assert_eq!(sum_of_jobs.map_err(|error| error.code()), within(sum));
        if left >= 0 && right >= 0 {
            let less = hundredths(left).saturating_sub(hundredths(right));
            prop_assert_eq!(less, hundredths((left - right).max(0)));
            let refused = hundredths(left).checked_sub(hundredths(right)).err();
            prop_assert_eq!(refused.map(|error| error.code()), (left < right).then_some("negative"));
        }
    }

    #[test]
    fn tekort_and_levy_equal_the_integer_reading((base, percentage, doelgroep) in numbers()) {
        let outcome = assess(&market(base, percentage, doelgroep)).unwrap();
        let expected = tekort_in_tenths(base, percentage, doelgroep);
        let tekort = outcome.known_quota().quotumtekort().to_decimal();
        prop_assert_eq!(tekort, rust_decimal::Decimal::from_i128_with_scale(expected, 1));
        let liable = base >= 40_575_00;
        let levy = rust_decimal::Decimal::from(if liable { expected * 500 } else { 0 });
        prop_assert_eq!(outcome.known_levy().to_decimal(), levy);
    }

    #[test]
    fn more_doelgroep_hours_never_raise_the_tekort((base, percentage, doelgroep) in numbers(), more in 0..=1_000_000_i64) {
        let more = (doelgroep + more).min(base);
        prop_assert!(tenths(&market(base, percentage, more)) <= tenths(&market(base, percentage, doelgroep)));
    }

    #[test]
    fn more_paid_hours_never_lower_the_required_hours((base, percentage, _) in numbers(), more in 0..=1_000_000_i64) {
        let required = |base| assess(&market(base, percentage, 0)).unwrap().known_quota().required_hours();
        prop_assert!(required((base + more).min(HUGE)) >= required(base));
    }

    /// Zero exactly when less than a tenth of a job is missing.
    #[test]
    fn zero_tekort_iff_the_quota_is_met_to_within_the_rounding((base, percentage, doelgroep) in numbers()) {
        let short = i128::from(base) * i128::from(percentage) - i128::from(doelgroep) * 10_000;
        prop_assert_eq!(tenths(&market(base, percentage, doelgroep)) == 0, short < 133_100_000);
    }

    #[test]
    fn splitting_and_order_of_hours_do_not_matter(parts in prop::collection::vec(0..=10_000_000_i64, 1..8)) {
        let total: i64 = parts.iter().sum();
        let add = |sum: Hours, part: &i64| sum.checked_add(hundredths(*part));
        prop_assert_eq!(parts.iter().try_fold(Hours::ZERO, add).unwrap(), hundredths(total));
        prop_assert_eq!(parts.iter().rev().try_fold(Hours::ZERO, add).unwrap(), hundredths(total));
    }

    #[test]
    fn the_wire_form_comes_back_the_same((base, percentage, doelgroep) in numbers(), id in prop::option::of(".*")) {
        let mut employer = market(base, percentage, doelgroep);
        if let Some(id) = id {
            employer = employer.with_id(id);
        }
        let json = serde_json::to_string(&employer).unwrap();
        prop_assert_eq!(serde_json::from_str::<EmployerYear>(&json).unwrap(), employer);
    }

    /// Fractions of any size are ordered as their cross products are, and equal where those are.
    #[test]
    fn fractions_are_ordered_by_value(left in 0..=HUGE, right in 0..=HUGE, of in 1_00..=9_999_99_i64, other in 1_00..=9_999_99_i64) {
        let products = [i128::from(left) * i128::from(other), i128::from(right) * i128::from(of)];
        prop_assert_eq!(
            compared(&jobs(left, of), &jobs(right, other)),
            (products[0] == products[1], products[0] != products[1], products[0].cmp(&products[1]))
        );
    }

    /// The same fraction in other numbers is equal, and its neighbours are not.
    #[test]
    fn equal_fractions_are_equal_in_any_numbers(left in 0..=HUGE / 1_000, of in 1_00..=999_99_i64, times in 1..=10_i64, more in 1..=1_000_i64) {
        let a = jobs(left, of);
        let same = jobs(left * times, of * times);
        prop_assert_eq!(compared(&a, &same), (true, false, Ordering::Equal));
        for other in [jobs(left * times + more, of * times), jobs((left + more) * times, of * times)] {
            prop_assert_eq!(compared(&a, &other), (false, true, Ordering::Less));
            prop_assert_eq!(compared(&other, &a), (false, true, Ordering::Greater));
        }
    }

    #[test]
    fn hours_read_back_as_written(units in 0..=HUGE) {
        let hours = hundredths(units);
        prop_assert_eq!(hours.to_string().parse::<Hours>().unwrap(), hours);
    }
}

/// Runs a property, and gives how many of how many cases it said `true` of.
fn count<S: Strategy>(
    strategy: &S,
    property: impl Fn(S::Value) -> Result<bool, TestCaseError>,
) -> (u32, u32) {
    let (reached, all) = (Cell::new(0), Cell::new(0));
    let mut runner = TestRunner::default();
    let ran = runner.run(strategy, |value| {
        let hit = property(value)?;
        reached.set(reached.get() + u32::from(hit));
        all.set(all.get() + 1);
        Ok(())
    });
    ran.unwrap();
    (reached.get(), all.get())
}

/// A text that is read is the number that it says, and is written back as the same.
#[test]
fn no_text_panics() {
    let texts = prop_oneof![
        3 => "-?[0-9]{1,12}(\\.[0-9]{0,3})?",
        1 => "0\\.[0-9]{1,2}",
        1 => "[-+]?[0-9.,eE_ ]{0,20}",
        1 => ".*",
    ];
    let (read, all) = count(&texts, |text| {
        let Ok(hours) = text.parse::<Hours>() else { return Ok(false) };
        prop_assert_eq!(hours.to_decimal(), text.parse::<rust_decimal::Decimal>().unwrap());
        prop_assert_eq!(hours.to_string().parse::<Hours>().unwrap(), hours);
        Ok(true)
    });
    assert!(read * 8 > all, "only {read} of {all} texts were read");
    assert!(read * 5 < all * 4, "{read} of {all} texts were read: too few wrong ones");
}

/// The contract's object with fitting numbers, and at most one or two fields spoilt.
fn nearly_valid() -> impl Strategy<Value = serde_json::Value> {
    let part = |whole: i64| prop_oneof![Just(0), 0..=whole, Just(whole)];
    let hours = prop_oneof![0..=8_000_000_i64, 0..=HUGE].prop_flat_map(move |paid| {
        (Just(paid), part(paid)).prop_flat_map(move |(paid, agency)| {
            let rest = paid - agency;
            (Just(paid), Just(agency), part(rest)).prop_flat_map(move |(paid, agency, wsw)| {
                (Just([paid, agency, wsw]), part(paid - wsw))
            })
        })
    });
    let spoilt = (
        prop::sample::select(vec![
            "year",
            "sector",
            "paid_hours",
            "lent_out_agency_hours",
            "wsw_hours",
            "doelgroep_hours",
            "doelgroep_hours_attributed_out",
            "quotumpercentage",
            "previous_year",
            "id",
            "paid_hour",
        ]),
        prop_oneof![
            "-?[0-9]{0,12}(\\.[0-9]{0,3})?".prop_map(serde_json::Value::from),
            any::<i64>().prop_map(serde_json::Value::from),
            ".*".prop_map(serde_json::Value::from),
            Just(serde_json::Value::Null),
            Just(serde_json::json!({"paid_hours": []})),
        ],
    );
    let spoilt = prop_oneof![3 => Just(vec![]), 2 => prop::collection::vec(spoilt, 1..3)];
    let rest = (part(8_000_000), 0..=10_000_i64, 2010..=2040_i32, any::<bool>(), any::<bool>());
    (hours, rest, spoilt).prop_map(|((hours, own), (before, percentage, year, market, text), spoilt)| {
        let number = |units: i64| -> serde_json::Value {
            let hours = hundredths(units).to_string();
            if text { hours.into() } else { serde_json::from_str(&hours).unwrap() }
        };
        let [paid, agency, wsw] = hours.map(number);
        let mut input = serde_json::json!({
            "year": year, "sector": if market { "markt" } else { "overheid" },
            "paid_hours": paid, "lent_out_agency_hours": agency, "wsw_hours": wsw,
            "doelgroep_hours": number(own), "doelgroep_hours_attributed_out": number(own / 3),
            "quotumpercentage": number(percentage), "previous_year": {"paid_hours": number(before)},
        });
        for (field, by) in spoilt {
            input.as_object_mut().unwrap().insert(field.to_owned(), by);
        }
        input
    })
}

/// Any JSON object of the contract's names is assessed or refused, never a panic.
#[test]
fn no_input_panics() {
    let (assessed, all) = count(&nearly_valid(), |input| {
        let Ok(employer) = serde_json::from_value::<EmployerYear>(input) else { return Ok(false) };
        let Ok(outcome) = assess(&employer) else { return Ok(false) };
        prop_assert!(!outcome.explanation().steps().is_empty());
        Ok(true)
    });
    assert!(assessed * 4 > all, "only {assessed} of {all} inputs were assessed");
    assert!(assessed * 6 < all * 5, "{assessed} of {all} inputs were assessed: too few wrong ones");
}
