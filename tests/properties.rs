//! Laws of the arithmetic on random employers, against an independent reading in integers.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

mod common;

use banenafspraak::{EmployerYear, Error, Hours, HoursPerJob, Percentage, Sector, assess};
use common::{Answers as _, employer, hundredths, tekort_in_tenths};
use proptest::prelude::*;

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

proptest! {
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
        let add = |sum: Hours, part: &i64| sum.plus(hundredths(*part));
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

    /// Fractions of any size are ordered as their cross products are, where those can be held.
    #[test]
    fn fractions_are_ordered_by_value(left in 0..=HUGE, right in 0..=HUGE, of in 1_00..=9_999_99_i64, other in 1_00..=9_999_99_i64) {
        let per_job = |units| HoursPerJob::new(rust_decimal::Decimal::new(units, 2)).unwrap();
        let [a, b] = [hundredths(left).in_jobs(per_job(of)), hundredths(right).in_jobs(per_job(other))];
        let products = [i128::from(left) * i128::from(other), i128::from(right) * i128::from(of)];
        prop_assert_eq!(a.cmp(&b), products[0].cmp(&products[1]));
        prop_assert_eq!(a == a, true);
    }

    #[test]
    fn hours_read_back_as_written(units in 0..=HUGE) {
        let hours = hundredths(units);
        prop_assert_eq!(hours.to_string().parse::<Hours>().unwrap(), hours);
    }

    #[test]
    fn no_text_panics(text in ".*") {
        let read: Result<Hours, Error> = text.parse();
        // A text that is read is written back as the same number.
        if let Ok(hours) = read {
            let again: Hours = hours.to_string().parse().unwrap();
            prop_assert_eq!(again, hours);
        }
    }

    /// Any JSON object of the contract's names is assessed or refused, never a panic.
    #[test]
    fn no_input_panics(values in prop::collection::vec("-?[0-9]{0,12}(\\.[0-9]{0,3})?", 6), year in 990..3010_i32) {
        let [paid, agency, wsw, own, out, percentage] = values.try_into().unwrap();
        let json = serde_json::json!({
            "year": year, "sector": "overheid", "paid_hours": paid, "lent_out_agency_hours": agency,
            "wsw_hours": wsw, "doelgroep_hours": own, "doelgroep_hours_attributed_out": out,
            "quotumpercentage": percentage, "previous_year": {"paid_hours": paid},
        });
        if let Ok(employer) = serde_json::from_value::<EmployerYear>(json) {
            let _ = assess(&employer).map(|outcome| outcome.explanation());
        }
    }
}
