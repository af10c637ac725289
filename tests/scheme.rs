//! The Wet banenafspraak on employers worked out by hand, the arithmetic beside each, and the
//! laws of its arithmetic against a reading in integers.
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

mod common;

use banenafspraak::law::LevyStatus;
use banenafspraak::regime::BreakEven;
use banenafspraak::unit::Rounding;
use banenafspraak::{
    Assessment, EmployerYear, Euro, Hours, Scheme, SchemeParameters, Sector, Unknown, Year, assess,
};
use common::{Answers as _, employer, hundredths};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Activation decided in 2027, so due from 2029; 0.25 %, EUR 3.77 an hour, at most EUR 5,000.
fn scheme() -> Scheme {
    Scheme {
        parameters: SchemeParameters {
            activation_decided_in: Year::new(2027).unwrap(),
            surcharge_percentage: "0.25".parse().unwrap(),
            bonus_per_hour: "3.77".parse().unwrap(),
            bonus_maximum: Euro::whole(5_000),
            average_premium_wage_two_years_before: Euro::whole(43_300),
        },
        premium_wage: Euro::whole(14_300_000),
        premium_wage_two_years_before: Euro::whole(13_100_000),
        became_employer_in: None,
        bonus_workers: vec![hundredths(1_326_00), hundredths(1_800_00), hundredths(974_00)],
    }
}

fn in_year(year: i32, scheme: Scheme) -> EmployerYear {
    employer(year, Sector::Markt, 500_000_00, 520_000_00, 7_200_00).with_scheme(scheme)
}

fn assessed(year: i32, change: impl FnOnce(&mut Scheme)) -> Assessment {
    let mut scheme = scheme();
    change(&mut scheme);
    assess(&in_year(year, scheme)).unwrap()
}

fn euro(text: &str) -> Euro {
    text.parse().unwrap()
}

/// `liability inclusiviteitsheffing bonus net`
fn outcome(assessment: &Assessment) -> String {
    let (heffing, bonus, net) = assessment.wet_banenafspraak();
    format!("{} {heffing} {bonus} {net}", assessment.liability())
}

#[test]
fn employers_worked_out_by_hand() {
    type Change = fn(&mut Scheme);
    #[rustfmt::skip]
    let table: [(i32, Change, &str); 15] = [
        // 14,300,000 x 0.25 % = 35,750; 1,326 x 3.77 = 4,999.02; 1,800 x 3.77 = 6,786, at most
        // 5,000; 974 x 3.77 = 3,671.98; together 13,671.00; less 35,750
        (2029, |_| (), "liable 35750.00 13671.00 -22079.00"),
        // the second year after the decision is the first: not 2028
        (2028, |_| (), "not_yet_active 0.00 0.00 0.00"),
        // 25 x 43,300 = 1,082,500: at exactly the limit an employer is small
        (2029, |s| s.premium_wage_two_years_before = euro("1082500"), "exempt_small_employer 0.00 13671.00 13671.00"),
        // and a cent above it no longer
        (2029, |s| s.premium_wage_two_years_before = euro("1082500.01"), "liable 35750.00 13671.00 -22079.00"),
        // an employer since this year, or since the year before, is new
        (2029, |s| s.became_employer_in = Year::new(2029).ok(), "exempt_new_employer 0.00 13671.00 13671.00"),
        (2029, |s| s.became_employer_in = Year::new(2028).ok(), "exempt_new_employer 0.00 13671.00 13671.00"),
        // since two years before: the wages of that year decide
        (2029, |s| s.became_employer_in = Year::new(2027).ok(), "liable 35750.00 13671.00 -22079.00"),
        // new and not yet active: nothing is due to anyone yet
        (2028, |s| s.became_employer_in = Year::new(2028).ok(), "not_yet_active 0.00 0.00 0.00"),
        // 14,300,001.99 x 0.25 % = 35,750.004975, down to the cent
        (2029, |s| s.premium_wage = euro("14300001.99"), "liable 35750.00 13671.00 -22079.00"),
        // 14,300,002 x 0.25 % = 35,750.005: half a cent goes up
        (2029, |s| s.premium_wage = euro("14300002"), "liable 35750.01 13671.00 -22079.01"),
        // 0.50 x 3.77 = 1.885: half a cent goes up, for each worker
        (2029, |s| s.bonus_workers = vec![hundredths(50), hundredths(50)], "liable 35750.00 3.78 -35746.22"),
        // 1,326.25 x 3.77 = 4,999.9625 is 4,999.96; 1,326.26 x 3.77 = 5,000.0002 is the maximum
        (2029, |s| s.bonus_workers = vec![hundredths(1_326_25), hundredths(1_326_26)], "liable 35750.00 9999.96 -25750.04"),
        // nobody
        (2029, |s| s.bonus_workers.clear(), "liable 35750.00 0.00 -35750.00"),
        // a percentage of six decimals: 14,300,000 x 0.123457 % = 17,654.351
        (2029, |s| s.parameters.surcharge_percentage = "0.123457".parse().unwrap(), "liable 17654.35 13671.00 -3983.35"),
        // no wages and no percentage
        (2029, |s| s.premium_wage = Euro::ZERO, "liable 0.00 13671.00 13671.00"),
    ];
    for (row, (year, change, expected)) in table.into_iter().enumerate() {
        assert_eq!(outcome(&assessed(year, change)), expected, "row {row}");
    }
}

#[test]
fn the_quotumheffing_is_replaced_and_the_quota_told_where_known() {
    let unknown = assessed(2029, |_| ());
    assert_eq!(unknown.known_levy(), Euro::ZERO);
    assert_eq!(unknown.levy().status(), LevyStatus::Due);
    assert_eq!(assessed(2028, |_| ()).levy().status(), LevyStatus::NotExecuted);
    assert_eq!(unknown.quota(), None);
    let [fact] = *unknown.unknown() else { panic!("{:?}", unknown.unknown()) };
    assert!(matches!(fact, Unknown::Quotumpercentage { sector: Sector::Markt, .. }));
    // 520,000 x 2.1 % = 10,920; - 7,200 = 3,720; / 1,331 = 2.79
    let known = in_year(2029, scheme()).with_quotumpercentage("2.1".parse().unwrap());
    assert_eq!(assess(&known).unwrap().known_quota().quotumtekort().to_string(), "2.7");
}

#[test]
fn an_employer_that_began_after_the_year_is_refused() {
    let mut scheme = scheme();
    scheme.became_employer_in = Year::new(2030).ok();
    let error = assess(&in_year(2029, scheme)).unwrap_err();
    assert_eq!(error.to_string(), "scheme.became_employer_in: 2030 is not between 1000 and 2029");
}

/// Design intent: with exactly the jobs of the quota, the surcharge equals the bonus.
#[test]
fn at_the_break_even_the_balance_is_zero() {
    // 1,331,000 x 2.5 % = 33,275 hours = 25 jobs; x EUR 5,000 = EUR 125,000, of 50 million 0.25 %.
    let at = BreakEven {
        hours_base: Hours::whole(1_331_000),
        quotumpercentage: "2.5".parse().unwrap(),
        hours_per_job: "1331".parse().unwrap(),
        premium_wage: Euro::whole(50_000_000),
    };
    let surcharge = at.surcharge_percentage("5000".parse().unwrap()).unwrap();
    let outcome = assessed(2029, |scheme| {
        scheme.parameters.surcharge_percentage = surcharge.rounded(Rounding::half_up(6)).unwrap();
        scheme.premium_wage = at.premium_wage;
        // 25 people who each work a job of 1,331 hours and so reach the maximum of EUR 5,000
        scheme.bonus_workers = vec![Hours::whole(1_331); 25];
    });
    assert_eq!(outcome.wet_banenafspraak().2.to_string(), "0.00");
}

fn cents(euro: Decimal) -> i128 {
    let mut euro = euro;
    euro.rescale(2);
    euro.mantissa()
}

proptest! {
    /// Cents: base x millionths of a percent, half up; per worker hours x rate, half up and capped.
    #[test]
    fn heffing_and_bonus_equal_the_integer_reading(
        wage in 0..=10_000_000_000_00_i64,
        percentage in 0..=100_000_000_i64,
        rate in 0..=9_999_99_i64,
        maximum in 0..=10_000_00_i64,
        workers in prop::collection::vec(0..=3_000_00_i64, 0..6),
    ) {
        let outcome = assessed(2029, |scheme| {
            let percent = Decimal::new(percentage, 6);
            scheme.premium_wage = Euro::new(Decimal::new(wage, 2)).unwrap();
            scheme.parameters.surcharge_percentage = banenafspraak::Percentage::from_percent(percent).unwrap();
            scheme.parameters.bonus_per_hour = Decimal::new(rate, 2).try_into().unwrap();
            scheme.parameters.bonus_maximum = Euro::new(Decimal::new(maximum, 2)).unwrap();
            scheme.bonus_workers = workers.iter().copied().map(hundredths).collect();
        });
        let half_up = |numerator: i128, denominator: i128| (2 * numerator + denominator).div_euclid(2 * denominator);
        let heffing = half_up(i128::from(wage) * i128::from(percentage), 100_000_000);
        let bonus: i128 = workers
            .iter()
            .map(|hours| half_up(i128::from(*hours) * i128::from(rate), 100).min(maximum.into()))
            .sum();
        let told = outcome.wet_banenafspraak();
        prop_assert_eq!(cents(told.0.to_decimal()), heffing);
        prop_assert_eq!(cents(told.1.to_decimal()), bonus);
        prop_assert_eq!(cents(told.2.to_decimal()), bonus - heffing);
    }

    #[test]
    fn the_order_of_workers_does_not_matter(workers in prop::collection::vec(0..=3_000_00_i64, 0..6)) {
        let of = |workers: Vec<Hours>| {
            assessed(2029, |scheme| scheme.bonus_workers = workers).wet_banenafspraak().1
        };
        let hours: Vec<Hours> = workers.iter().copied().map(hundredths).collect();
        prop_assert_eq!(of(hours.clone()), of(hours.into_iter().rev().collect()));
    }
}
