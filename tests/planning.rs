//! Plans against a plain reading in integers: the fewest hours and people that do it, and that one
//! hundredth (or one person, or one day) less does not; dates in leap years and years of 53 weeks.
#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod common;

use banenafspraak::law::QuotumDates;
use banenafspraak::planning::{
    Change, ChangeKind, Comparison, Earns, Gap, Hiring, Label, Parameter, Plan, RestOfYear,
    Workers, at_the_same_pace, next_year,
};
use banenafspraak::unit::{HoursPerWeek, Rounding, SignedEuro};
use banenafspraak::{
    DoelgroepHours, EmployerYear, Euro, Figures, Hours, HoursBase, Percentage, Scheme,
    SchemeParameters, Sector, Year, assess,
};
use common::Answers as _;
use jiff::civil::date;
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Hundredths of an hour in a job of Regeling Wfsv 3.32.
const PER_JOB: i128 = 1_331_00;

fn hours(hundredths: i64) -> Hours {
    Hours::new(Decimal::new(hundredths, 2)).unwrap()
}

fn hundredths(hours: Hours) -> i128 {
    let mut value = hours.to_decimal();
    value.rescale(2);
    value.mantissa()
}

fn week(hundredths: i64) -> HoursPerWeek {
    HoursPerWeek::new(Decimal::new(hundredths, 2)).unwrap()
}

fn percent(hundredths: i64) -> Percentage {
    Percentage::from_percent(Decimal::new(hundredths, 2)).unwrap()
}

fn year(number: i32) -> Year {
    Year::new(number).unwrap()
}

/// An employer of 2026: base A, own hours C and percentage, all in hundredths.
fn employer(base: i64, own: i64, percentage: i64) -> EmployerYear {
    EmployerYear::new(
        year(2026),
        Sector::Markt,
        HoursBase::new(hours(base)),
        DoelgroepHours::new(hours(own)),
    )
    .unwrap()
    .with_previous_year(HoursBase::new(Hours::whole(50_000)))
    .with_quotumpercentage(percent(percentage))
}

/// The school of the README.
fn school() -> EmployerYear {
    employer(180_000_00, 2_662_00, 2_58)
}

/// A hire of `people` at 24 hours a week from 1 September 2026.
fn hire(who: Workers, people: u32) -> Change {
    Change::new(ChangeKind::Hire(week(24_00)), who, people, date(2026, 9, 1))
}

/// What is short, times ten thousand: A x B - C.
fn short(base: i128, own: i128, percentage: i64) -> i128 {
    (base * i128::from(percentage) - own * 100_00).max(0)
}

/// The quotumtekort in tenths of a job (Wfsv 38g lid 3; Besluit Wfsv 2.23 lid 3).
fn tekort(base: i128, own: i128, percentage: i64) -> i128 {
    short(base, own, percentage) * 10 / (100_00 * PER_JOB)
}

/// Base, own hours and percentage, of which the own hours are part.
fn anyone() -> impl Strategy<Value = (i64, i64, i64)> {
    (1..900_000_000_i64, 0..=100_00_i64, 0..100_00_i64).prop_map(|(base, share, percentage)| {
        (base, base * (share * share / 100_00) / 100_00, percentage)
    })
}

fn ways() -> impl Strategy<Value = (Hiring, i128)> {
    prop_oneof![Just((Hiring::Employed, 1)), Just((Hiring::HiredIn, 0))]
}

proptest! {
    /// The inverse is the smallest: with it the quota is reached, with a hundredth less it is not.
    #[test]
    fn the_fewest_hours_reach_the_quota((base, own, percentage) in anyone(), (way, raises) in ways()) {
        let outcome = assess(&employer(base, own, percentage)).unwrap();
        let fewest = hundredths(Gap::of(&outcome).unwrap().to_quota(way).unwrap());
        let left = |more: i128| short(i128::from(base) + raises * more, i128::from(own) + more, percentage);
        prop_assert_eq!(left(fewest), 0);
        prop_assert!(fewest == 0 || left(fewest - 1) > 0);
    }

    /// So for any quotumtekort that is left; and the assessment with them says the same.
    #[test]
    fn the_fewest_hours_leave_a_tekort(
        (base, own, percentage) in anyone(),
        (way, raises) in ways(),
        tenths in 0..400_i64,
    ) {
        let outcome = assess(&employer(base, own, percentage)).unwrap();
        let gap = Gap::of(&outcome).unwrap();
        let most = Decimal::new(tenths, 1);
        let hours = gap.to_tekort(most.try_into().unwrap(), way).unwrap();
        let fewest = hundredths(hours);
        let left = |more: i128| tekort(i128::from(base) + raises * more, i128::from(own) + more, percentage);
        prop_assert!(left(fewest) <= tenths.into());
        prop_assert!(fewest == 0 || left(fewest - 1) > tenths.into());
        let assessed = gap.with(hours, way).unwrap().known_quota().quotumtekort();
        prop_assert_eq!(assessed.to_decimal(), Decimal::from_i128_with_scale(left(fewest), 1));
    }

    /// The next step is a tenth of a job, and no smaller one lowers the levy.
    #[test]
    fn the_next_step_is_a_tenth_of_a_job((base, own, percentage) in anyone(), (way, raises) in ways()) {
        let outcome = assess(&employer(base, own, percentage)).unwrap();
        let now = tekort(base.into(), own.into(), percentage);
        let step = Gap::of(&outcome).unwrap().next_step(way).unwrap();
        prop_assert_eq!(step.is_some(), now > 0);
        if let Some(step) = step {
            let fewest = hundredths(step.hours);
            let left = |more: i128| tekort(i128::from(base) + raises * more, i128::from(own) + more, percentage);
            prop_assert_eq!(left(fewest), now - 1);
            prop_assert_eq!(left(fewest - 1), now);
        }
    }

    /// People, hours a week and start dates: each is the least that reaches the hours.
    #[test]
    fn people_weeks_and_days_are_the_fewest(
        in_year in 2018..2035_i32,
        start in 0..365_i64,
        needed in 1..5_000_00_i64,
        each in 1..=168_00_i64,
        people in 1..60_u32,
    ) {
        let from = date(i16::try_from(in_year).unwrap(), 1, 1).checked_add(jiff::Span::new().days(start)).unwrap();
        let rest = RestOfYear::new(year(in_year), from).unwrap();
        // Counted one by one.
        let days = from.series(jiff::Span::new().days(1)).take_while(|day| i32::from(day.year()) == in_year).count();
        prop_assert_eq!(usize::try_from(rest.days()).unwrap(), days);
        let days = i128::try_from(days).unwrap();
        let worked = |people: u32, each: i64, days: i128| i128::from(people) * i128::from(each) * days / 7;
        let needed_hours = hours(needed);
        let needed = i128::from(needed);

        prop_assert_eq!(hundredths(rest.hours(people, week(each)).unwrap()), worked(people, each, days));
        let fewest = rest.people(needed_hours, week(each)).unwrap();
        prop_assert!(worked(fewest, each, days) >= needed && worked(fewest - 1, each, days) < needed);
        if let Ok(shortest) = rest.hours_per_week(needed_hours, people) {
            let units = (shortest.to_decimal() * Decimal::ONE_HUNDRED).try_into().unwrap();
            prop_assert!(worked(people, units, days) >= needed && worked(people, units - 1, days) < needed);
        } else {
            prop_assert!(worked(people, 168_00, days) < needed);
        }
        let whole = i128::from(365 + i16::from(date(i16::try_from(in_year).unwrap(), 1, 1).in_leap_year()));
        match RestOfYear::latest(year(in_year), needed_hours, people, week(each)) {
            Ok(latest) => {
                let days = i128::from(latest.days());
                prop_assert!(worked(people, each, days) >= needed && worked(people, each, days - 1) < needed);
            }
            Err(_) => prop_assert!(worked(people, each, whole) < needed),
        }
    }

    /// Hired as planned, the fewest people leave no quotumtekort, and one fewer leave some.
    #[test]
    fn the_people_asked_for_close_the_gap(
        (base, own, percentage) in anyone(),
        (way, _) in ways(),
        start in 0..365_i64,
        each in 1_00..=40_00_i64,
    ) {
        let from = date(2026, 1, 1).checked_add(jiff::Span::new().days(start)).unwrap();
        let employer = employer(base, own, percentage);
        let outcome = assess(&employer).unwrap();
        let rest = RestOfYear::new(year(2026), from).unwrap();
        let hours = Gap::of(&outcome).unwrap().to_zero(way).unwrap();
        let Ok(people) = rest.people(hours, week(each)) else { return Ok(()) };
        let who = if way == Hiring::Employed { Workers::Doelgroep } else { Workers::HiredIn };
        let tekort = |people| {
            let hire = Change::new(ChangeKind::Hire(week(each)), who, people, from);
            let effect = Plan::new(vec![hire]).unwrap().effect(&employer, &Figures::published()).unwrap();
            effect.after.known_quota().quotumtekort()
        };
        prop_assert_eq!(tekort(people).to_string(), "0.0");
        prop_assert!(people == 0 || tekort(people - 1).to_string() != "0.0");
    }

    /// Coming and going on the same days is nothing; a plan is the sum of its changes, in any order.
    #[test]
    fn plans_add_up(from in 0..365_i64, until in 0..365_i64, each in 1..=40_00_i64, other in 1..=40_00_i64) {
        let day = |days| date(2026, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
        let until = Some(day(from.max(until)));
        let change = |what| Change { until, ..Change::new(what, Workers::Doelgroep, 1, day(from)) };
        let (come, go) = (change(ChangeKind::Hire(week(each))), change(ChangeKind::Leave(week(each))));
        let becomes = change(ChangeKind::Hours { from: week(each), to: week(other) });
        let with = |changes: &[Change]| Plan::new(changes.to_vec()).unwrap().applied_to(&school()).unwrap();
        prop_assert_eq!(with(&[come, go]), school());
        let other = change(ChangeKind::Hire(week(other)));
        prop_assert_eq!(with(&[come, becomes]), with(&[other]));
        prop_assert_eq!(with(&[becomes, come]), with(&[other]));
    }
}

#[test]
fn weeks_are_counted_by_their_days() {
    for (in_year, from, days) in [
        (2026, date(2026, 9, 1), 122),
        (2024, date(2024, 2, 1), 335), // a leap year
        (2025, date(2025, 2, 1), 334),
        (2026, date(2026, 12, 28), 4), // ISO week 53 of 2026 goes on in 2027
        (2020, date(2020, 12, 28), 4), // so did that of 2020, a leap year
        (2026, date(2026, 12, 31), 1),
    ] {
        assert_eq!(RestOfYear::new(year(in_year), from).unwrap().days(), days, "{from}");
    }
}

#[test]
fn at_a_hundred_percent_own_workers_never_do() {
    let outcome = assess(&employer(100_00, 50_00, 100_00)).unwrap();
    let gap = Gap::of(&outcome).unwrap();
    assert_eq!(
        gap.to_quota(Hiring::Employed).unwrap_err().to_string(),
        "hours: cannot be reached with any number of hours"
    );
    assert_eq!(gap.to_quota(Hiring::HiredIn).unwrap().to_string(), "50");
}

#[test]
fn own_workers_may_make_an_employer_liable() {
    // 40,500 hours, a little below the threshold of 40,575 (Wfsv 34 lid 4), 1.5 jobs short.
    let employer = employer(40_500_00, 0, 5_00);
    let effect = Plan::new(vec![hire(Workers::Other, 1)])
        .unwrap()
        .effect(&employer, &Figures::published())
        .unwrap();
    assert_eq!(effect.before.liability().word(), "exempt_year");
    assert_eq!(effect.after.liability().word(), "liable");
    assert_eq!(effect.saves.unwrap().to_string(), "-7500.00");
}

fn scheme(premium_wage: u32, bonus_workers: &[i64]) -> Scheme {
    Scheme {
        parameters: SchemeParameters {
            activation_decided_in: year(2024),
            surcharge_percentage: percent(25),
            bonus_per_hour: "3.77".parse().unwrap(),
            bonus_maximum: Euro::whole(5_000),
            average_premium_wage_two_years_before: Euro::whole(43_300),
        },
        premium_wage: Euro::whole(premium_wage),
        premium_wage_two_years_before: Euro::whole(4_800_000),
        became_employer_in: None,
        bonus_workers: bonus_workers.iter().copied().map(hours).collect(),
    }
}

/// Wet banenafspraak 1, 6; Wtl 2.13: a plan changes wages and each worker's bonus.
#[test]
fn a_plan_under_a_scheme_moves_wage_and_bonus() {
    let employer = school().with_scheme(scheme(5_000_000, &[1_000_00, 1_400_00]));
    let wage = Some("20".parse().unwrap());
    let hired = Change { premium_wage_per_hour: wage, ..hire(Workers::Doelgroep, 2) };
    let more = Change {
        premium_wage_per_hour: wage,
        bonus_worker: Some(Earns::At(1)),
        ..Change::new(
            ChangeKind::Hours { from: week(27_00), to: week(34_00) },
            Workers::Doelgroep,
            1,
            date(2026, 12, 25),
        )
    };
    let effect =
        |changes: &[Change]| Plan::new(changes.to_vec())?.effect(&employer, &Figures::published());
    let both = effect(&[hired, more]).unwrap();
    let scheme = both.after.employer().scheme().unwrap();
    // 24 x 122 / 7 = 418.28 hours for each who comes, a week at 7 hours more for the second.
    assert_eq!(scheme.bonus_workers, [1_000_00, 1_407_00, 418_28, 418_28].map(hours));
    // 2 x 24 x 122 / 7 x 20 = 16,731.428... and 7 x 20 = 140.
    assert_eq!(scheme.premium_wage.to_string(), "5016871.43");
    // 0.25 % of them, and 2 x 1,576.92 of bonus more; the second worker is at the maximum already.
    assert_eq!(both.before.wet_banenafspraak().0.to_string(), "12500.00");
    assert_eq!(both.after.wet_banenafspraak().0.to_string(), "12542.18");
    assert_eq!(both.saves.unwrap().to_string(), "3111.66");

    // What a scheme needs to know is asked for, and where.
    let refused = |change: Change| effect(&[hired, change]).unwrap_err().to_string();
    assert_eq!(refused(hire(Workers::Doelgroep, 1)), "changes[1].premium_wage_per_hour: missing");
    assert_eq!(refused(Change { bonus_worker: None, ..more }), "changes[1].bonus_worker: missing");
    assert_eq!(
        refused(Change { bonus_worker: Some(Earns::At(9)), ..more }),
        "changes[1].bonus_worker: 9 is not between 0 and 3"
    );
    // Who is hired in is on the uitlener's payroll, and not everyone earns a bonus.
    assert!(effect(&[hire(Workers::HiredIn, 1)]).is_ok());
    for change in
        [hired, more].map(|change| Change { bonus_worker: Some(Earns::Nothing), ..change })
    {
        let without = effect(&[change]).unwrap();
        assert_eq!(without.after.wet_banenafspraak().1, without.before.wet_banenafspraak().1);
        assert!(without.saves.unwrap() < SignedEuro::ZERO);
    }
    // A worker is held by itself: not so many workers that they fill the memory.
    assert_eq!(
        refused(Change { people: u32::MAX, ..hired }),
        "changes[1].people: 4294967295 is not between 0 and 999996"
    );
}

/// What has no meaning in a change is refused, not ignored.
#[test]
fn a_change_says_what_can_be() {
    let refused = |change: Change| Plan::new(vec![change]).unwrap_err().to_string();
    let wage = Some("20".parse().unwrap());
    let leave =
        Change::new(ChangeKind::Leave(week(24_00)), Workers::Doelgroep, 2, date(2026, 9, 1));
    for (change, message) in [
        (
            Change { until: Some(date(2026, 8, 31)), ..leave },
            "until: 2026-08-31 is before 2026-09-01, the day it begins",
        ),
        (
            Change { premium_wage_per_hour: wage, ..hire(Workers::HiredIn, 1) },
            "premium_wage_per_hour: has no meaning here",
        ),
        (
            Change { bonus_worker: Some(Earns::At(0)), ..hire(Workers::Doelgroep, 1) },
            "bonus_worker: has no meaning here",
        ),
        (
            Change { bonus_worker: Some(Earns::Nothing), ..hire(Workers::Other, 1) },
            "bonus_worker: has no meaning here",
        ),
        (Change { bonus_worker: Some(Earns::At(0)), ..leave }, "people: 2 is not between 1 and 1"),
    ] {
        assert_eq!(refused(change), format!("changes[0].{message}"));
    }
}

#[test]
fn more_cannot_go_than_there_is() {
    let leave =
        Change::new(ChangeKind::Leave(week(40_00)), Workers::Doelgroep, 2, date(2026, 1, 1));
    let error = Plan::new(vec![leave]).unwrap().applied_to(&school()).unwrap_err();
    assert_eq!(error.to_string(), "doelgroep_hours: -1509.43 is negative; the least is 0");
    let late = Change::new(ChangeKind::Leave(week(40_00)), Workers::Doelgroep, 2, date(2027, 1, 1));
    let error = Plan::new(vec![late]).unwrap().applied_to(&school()).unwrap_err();
    assert_eq!(error.to_string(), "changes[0].from: 2027-01-01 is not in 2026");
}

/// Wet banenafspraak 12: each law by itself, and the points where the new one balances.
#[test]
fn the_two_laws_stand_side_by_side() {
    let of = |premium_wage, workers: &[i64]| {
        Comparison::of(&school().with_scheme(scheme(premium_wage, workers)), &Figures::published())
            .unwrap()
    };
    let both = of(5_000_000, &[1_331_00, 1_331_00]);
    assert_eq!(both.quotumheffing.known_levy().to_string(), "7000.00");
    assert_eq!(both.net.to_string(), "-2500.00");
    assert_eq!(both.saves.unwrap().to_string(), "4500.00");
    // The surcharge at which the net is nothing, tried.
    let surcharge = both.break_even_surcharge().unwrap().rounded(Rounding::down(6)).unwrap();
    let mut scheme_then = scheme(5_000_000, &[1_331_00, 1_331_00]);
    scheme_then.parameters.surcharge_percentage = surcharge;
    let then = assess(&school().with_scheme(scheme_then)).unwrap();
    assert_eq!(then.wet_banenafspraak().2.to_string(), "0.00");
    // A job earns no more than the maximum: EUR 12,500 is 2.5 times EUR 5,000, at EUR 9 an hour too.
    let mut rich = scheme(5_000_000, &[1_00]);
    rich.parameters.bonus_per_hour = "9".parse().unwrap();
    let rich = Comparison::of(&school().with_scheme(rich), &Figures::published()).unwrap();
    let jobs = rich.break_even_jobs().unwrap().rounded(Rounding::up(1)).unwrap();
    assert_eq!(jobs.to_string(), "2.5");
    // No wages, no bonus, no workers: each says so.
    let none = of(0, &[]);
    assert_eq!(
        none.break_even_surcharge().unwrap_err().to_string(),
        "premium_wage: must be more than 0"
    );
    assert_eq!(
        none.break_even_bonus().unwrap_err().to_string(),
        "bonus_workers: must be more than 0"
    );
    let error = Comparison::of(&school(), &Figures::published()).unwrap_err();
    assert_eq!(error.to_string(), "scheme: missing");
    // Who owes nothing has nothing to balance.
    let small = Scheme {
        premium_wage_two_years_before: Euro::whole(1_000_000),
        ..scheme(5_000_000, &[1_331_00])
    };
    let small = Comparison::of(&school().with_scheme(small), &Figures::published()).unwrap();
    let not_owed = "inclusiviteitsheffing: not owed (exempt_small_employer)";
    assert_eq!(small.break_even_jobs().unwrap_err().to_string(), not_owed);
    assert_eq!(small.break_even_surcharge().unwrap_err().to_string(), not_owed);
    assert_eq!(small.break_even_bonus().unwrap_err().to_string(), not_owed);
    // The new law needs no quotumpercentage, of which the market has none.
    let base = HoursBase::new(Hours::whole(180_000));
    let doelgroep = DoelgroepHours::new(Hours::whole(2_662));
    let market = EmployerYear::new(year(2026), Sector::Markt, base, doelgroep).unwrap();
    let market = market.with_previous_year(base).with_scheme(scheme(5_000_000, &[1_331_00]));
    let both = Comparison::of(&market, &Figures::published()).unwrap();
    assert_eq!(both.quotumheffing.quota(), None);
    assert_eq!(both.saves, None);
    assert_eq!(both.net.to_string(), "-7500.00");
    let next = next_year(&market, &Plan::default(), &Figures::published(), &[]).unwrap();
    assert_eq!(next.len(), 1);
    assert_eq!(next[0].levy(), both.wet_banenafspraak.levy());
}

proptest! {
    /// At the amount that balances, the bonus of the workers, each up to the maximum, is what the
    /// surcharge costs, to half a cent for each worker; a cent less an hour does not cover it.
    #[test]
    fn the_break_even_bonus_covers_the_surcharge(
        wage in 1..8_000_000_u32,
        workers in prop::collection::vec(0..2_100_00_i64, 1..8),
    ) {
        prop_assume!(workers.iter().any(|hours| *hours > 0));
        let both = Comparison::of(&school().with_scheme(scheme(wage, &workers)), &Figures::published()).unwrap();
        let heffing = both.inclusiviteitsheffing.to_decimal();
        // In millionths of a euro an hour, each up to the maximum.
        let earned = |rate: i128| workers.iter().map(|hours| (rate * i128::from(*hours)).min(5_000 * 100_000_000)).sum::<i128>();
        let owed = (heffing * Decimal::from(100_000_000)).try_into().unwrap();
        match both.break_even_bonus().unwrap() {
            None => prop_assert!(earned(1 << 60) < owed),
            Some(rate) => {
                let Ok(rate) = rate.rounded(Rounding::up(2)) else { return Ok(()) };
                let cents: i128 = (rate.to_decimal() * Decimal::ONE_HUNDRED).try_into().unwrap();
                prop_assert!(earned(cents * 10_000) >= owed);
                prop_assert!(cents == 0 || earned((cents - 1) * 10_000) < owed);
            }
        }
    }

    /// The same pace until the last day of the year is the year itself.
    #[test]
    fn the_same_pace_of_the_whole_year_is_the_year((base, own, percentage) in anyone(), days in 1..=365_i64) {
        let employer = employer(base, own, percentage);
        prop_assert_eq!(&at_the_same_pace(&employer, date(2026, 12, 31)).unwrap(), &employer);
        let until = date(2025, 12, 31).checked_add(jiff::Span::new().days(days)).unwrap();
        let paced = at_the_same_pace(&employer, until).unwrap();
        prop_assert_eq!(hundredths(paced.hours_base().hours()), i128::from(base) * 365 / i128::from(days));
        prop_assert_eq!(hundredths(paced.doelgroep_hours().own()), i128::from(own) * 365 / i128::from(days));
    }
}

/// Every total of the year goes on at the pace, wages and workers of a scheme too; parts with them.
#[test]
fn the_same_pace_holds_for_all_totals() {
    let base = HoursBase::new(Hours::whole(18_100))
        .with_lent_out_agency_hours(Hours::whole(181))
        .and_then(|base| base.with_wsw_hours(Hours::whole(362)))
        .unwrap();
    let doelgroep = DoelgroepHours::new(Hours::whole(724))
        .with_attributed_out(Hours::whole(181))
        .and_then(|hours| hours.with_attributed_in(Hours::whole(543)))
        .unwrap();
    let before = HoursBase::new(Hours::whole(50_000));
    let until_june = EmployerYear::new(year(2026), Sector::Markt, base, doelgroep)
        .unwrap()
        .with_previous_year(before)
        .with_scheme(scheme(1_810, &[181_00, 362_00]));
    // 30 June is day 181 of 365.
    let paced = at_the_same_pace(&until_june, date(2026, 6, 30)).unwrap();
    let (base, doelgroep) = (paced.hours_base(), paced.doelgroep_hours());
    assert_eq!(base.paid_hours(), Hours::whole(36_500));
    assert_eq!(base.lent_out_agency_hours(), Hours::whole(365));
    assert_eq!(base.wsw_hours(), Hours::whole(730));
    assert_eq!(doelgroep.own(), Hours::whole(1_460));
    assert_eq!(doelgroep.attributed_out(), Hours::whole(365));
    assert_eq!(doelgroep.attributed_in(), Hours::whole(1_095));
    assert_eq!(paced.previous_year(), Some(&before));
    let paced = paced.scheme().unwrap();
    assert_eq!(paced.premium_wage, Euro::whole(3_650));
    assert_eq!(paced.bonus_workers, [365_00, 730_00].map(hours));
    assert_eq!(paced.parameters, scheme(0, &[]).parameters);
}

#[test]
fn next_year_has_no_percentage_of_this_year() {
    let published = Figures::published();
    let of = |in_year: i32, percentages: &[Percentage]| {
        let base = HoursBase::new(Hours::whole(180_000));
        let doelgroep = DoelgroepHours::new(Hours::whole(2_662));
        let employer = EmployerYear::new(year(in_year), Sector::Overheid, base, doelgroep).unwrap();
        let employer = employer.with_previous_year(base);
        let years = next_year(&employer, &Plan::default(), &published, percentages).unwrap();
        let told = years.iter().map(|outcome| {
            let known = outcome.quota().map(|quota| {
                format!("{} {}", quota.quotumpercentage(), quota.quotumpercentage_source())
            });
            format!("{} {}", outcome.year(), known.unwrap_or("without a percentage".into()))
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(of(2025, &[]), ["2026 2.58 published"]);
    assert_eq!(of(2025, &[percent(3_00)]), ["2026 2.58 published", "2026 3.00 given"]);
    assert_eq!(of(2026, &[]), ["2027 without a percentage"]);
    assert_eq!(of(2026, &[percent(2_58)]), ["2027 2.58 given"]);
}

#[test]
fn a_label_needs_its_source() {
    let value = percent(25);
    for (label, source, right) in [
        (Label::Own, None, true),
        (Label::Own, Some("board"), true),
        (Label::Indicative, Some("Kamerstuk 34352, 138"), true),
        (Label::Indicative, None, false),
        (Label::Published, Some(" "), false),
    ] {
        assert_eq!(Parameter::new(value, label, source).is_ok(), right, "{label} {source:?}");
    }
}

#[cfg(feature = "serde")]
#[test]
fn plans_and_scenarios_are_read_with_their_errors() {
    let plan = |text: &str| serde_json::from_str::<Plan>(text);
    let read = plan(
        r#"[{"change": "hire", "who": "doelgroep", "people": 5, "hours_per_week": 24, "from": "2026-09-01"},
            {"change": "hours", "who": "doelgroep", "hours_per_week": "36", "new_hours_per_week": "32",
             "from": "2026-10-01", "until": "2026-12-31", "premium_wage_per_hour": "20", "bonus_worker": 3}]"#,
    )
    .unwrap();
    let hours = Change {
        until: Some(date(2026, 12, 31)),
        premium_wage_per_hour: Some("20".parse().unwrap()),
        bonus_worker: Some(Earns::At(3)),
        ..Change::new(
            ChangeKind::Hours { from: week(36_00), to: week(32_00) },
            Workers::Doelgroep,
            1,
            date(2026, 10, 1),
        )
    };
    let expected = Plan::new(vec![hire(Workers::Doelgroep, 5), hours]).unwrap();
    assert_eq!(read, expected);
    // What is written is read again.
    assert_eq!(plan(&serde_json::to_string(&expected).unwrap()).unwrap(), expected);
    let nobody = r#"[{"change": "leave", "who": "doelgroep", "hours_per_week": "24", "from": "2026-09-01", "bonus_worker": "none"}]"#;
    let nobody = plan(nobody).unwrap();
    assert_eq!(nobody.changes()[0].bonus_worker, Some(Earns::Nothing));
    assert_eq!(plan(&serde_json::to_string(&nobody).unwrap()).unwrap(), nobody);
    for (wrong, message) in [
        (r#"{"change": "hire"}"#, "changes: expected an array, found an object"),
        (
            r#"[{"change": "sack", "who": "other", "hours_per_week": "1", "from": "2026-10-01"}]"#,
            "changes[0].change: `sack` is not one of hire, leave, hours",
        ),
        (
            r#"[{"change": "hire", "who": "other", "hours_per_week": "169", "from": "2026-10-01"}]"#,
            "changes[0].hours_per_week: 169 is not between 0.01 and 168",
        ),
        (
            r#"[{"change": "hire", "who": "other", "hours_per_week": "1", "from": "1 October"}]"#,
            "changes[0].from: `1 October` is not a date such as 2026-03-31",
        ),
        (
            r#"[{"change": "hours", "who": "other", "hours_per_week": "1", "from": "2026-10-01"}]"#,
            "changes[0].new_hours_per_week: missing",
        ),
        (
            r#"[{"change": "hire", "who": "other", "hours_per_week": "1", "new_hours_per_week": "1", "from": "2026-10-01"}]"#,
            "changes[0].new_hours_per_week: unknown field",
        ),
        (
            r#"[{"change": "hire", "who": "other", "hours_per_week": "1", "people": -1, "from": "2026-10-01"}]"#,
            "changes[0].people: -1 is negative; the least is 0",
        ),
    ] {
        let error = plan(wrong).unwrap_err().to_string();
        assert!(error.starts_with(message), "{error}");
    }

    let text = r#"{"name": "a", "activation_decided_in": {"value": 2024, "label": "own"},
        "surcharge_percentage": {"value": "0.25", "label": "own"},
        "bonus_per_hour": {"value": "3.77", "label": "indicative", "source": "Kamerstuk 34352, 138"},
        "bonus_maximum": {"value": "5000", "label": "own"},
        "average_premium_wage_two_years_before": {"value": "43300", "label": "published", "source": "Stcrt. 2025, 42324"}}"#;
    let scenario = |text: &str| serde_json::from_str::<banenafspraak::planning::Scenario>(text);
    let read = scenario(text).unwrap();
    assert_eq!(read.parameters(), scheme(0, &[]).parameters);
    assert_eq!(scenario(&serde_json::to_string(&read).unwrap()).unwrap(), read);
    for (from, to, message) in [
        (r#", "source": "Kamerstuk 34352, 138""#, "", "bonus_per_hour.source: missing"),
        (
            r#""indicative""#,
            r#""law""#,
            "bonus_per_hour.label: `law` is not one of published, indicative, own",
        ),
        (
            r#""value": "5000""#,
            r#""value": "-1""#,
            "bonus_maximum.value: -1 is negative; the least is 0",
        ),
        (r#""name": "a", "#, "", "name: missing"),
    ] {
        let error = scenario(&text.replacen(from, to, 1)).unwrap_err().to_string();
        assert!(error.starts_with(message), "{error}");
    }
}

/// The question of the README, worked by hand.
#[test]
fn people_at_24_hours_from_september() {
    let outcome = assess(&school()).unwrap();
    let gap = Gap::of(&outcome).unwrap();
    // A x B - C = 1,982 hours; less a tenth of 1,331, over 1 - 0.0258: 1,848.9 / 0.9742 = 1,897.86...
    let needed = gap.to_zero(Hiring::Employed).unwrap();
    assert_eq!(needed.to_string(), "1897.87");
    // 24 x 122 / 7 = 418.28 each: 4.54 people.
    let rest = RestOfYear::new(year(2026), date(2026, 9, 1)).unwrap();
    assert_eq!(rest.people(needed, week(24_00)).unwrap(), 5);
    let effect = Plan::new(vec![hire(Workers::Doelgroep, 5)])
        .unwrap()
        .effect(&school(), &Figures::published())
        .unwrap();
    assert_eq!(effect.saves.unwrap().to_string(), "7000.00");
    assert_eq!(effect.tekort_closed.unwrap().to_string(), "1.4");
}

/// Wfsv 34 lid 7, 38e lid 3, 38h lid 3, 5, 38i lid 2; Besluit Wfsv 2.28 lid 3: in every year, leap
/// years and years of 53 weeks among them. Six weeks are counted day by day.
#[test]
fn the_calendar_is_the_same_days_every_year() {
    for in_year in 2016..2060 {
        let calendar = QuotumDates::of(year(in_year)).calendar();
        let next = in_year + 1;
        let days: Vec<String> = calendar.iter().map(|(_, day)| day.to_string()).collect();
        assert_eq!(
            days,
            [
                format!("{next}-05-01"),
                format!("{next}-08-01"),
                format!("{next}-11-01"),
                format!("{next}-12-12"),
                format!("{}-12-31", in_year + 5),
            ]
        );
        let [.., (_, decided_before), (_, payable), _] = calendar;
        let counted = decided_before.yesterday().unwrap().series(jiff::Span::new().days(1)).nth(42);
        assert_eq!(counted, Some(payable));
    }
}

/// Hours after the year are of the next one, and those of a plan from before it begin with the year.
#[test]
fn a_change_counts_within_its_year() {
    let until = Some(date(2027, 6, 30));
    let past = Change { until, ..hire(Workers::Other, 1) };
    let for_good = hire(Workers::Other, 1);
    let with = |change: Change, employer: &EmployerYear| {
        Plan::new(vec![change]).unwrap().applied_to(employer).unwrap()
    };
    assert_eq!(with(past, &school()), with(for_good, &school()));
    // 24 x 181 / 7 in the first half of 2027, 24 x 365 / 7 in all of it.
    let next = next_year(
        &school(),
        &Plan::new(vec![past]).unwrap(),
        &Figures::published(),
        &[percent(2_58)],
    );
    assert_eq!(next.unwrap()[0].hours_base().to_string(), "180620.57");
    let next = next_year(
        &school(),
        &Plan::new(vec![for_good]).unwrap(),
        &Figures::published(),
        &[percent(2_58)],
    );
    assert_eq!(next.unwrap()[0].hours_base().to_string(), "181251.42");
}

/// All workers exactly at the maximum: that rate balances, and it is told.
#[test]
fn the_break_even_bonus_may_be_the_maximum_of_all() {
    // 0.25 % of EUR 4,000,000 is EUR 10,000, the maximum of two workers, at EUR 5 for 1,000 hours.
    let employer = school().with_scheme(scheme(4_000_000, &[1_000_00, 1_000_00]));
    let both = Comparison::of(&employer, &Figures::published()).unwrap();
    let rate = both.break_even_bonus().unwrap().unwrap();
    assert_eq!(rate.rounded(Rounding::up(2)).unwrap().to_string(), "5.00");
}

/// A total past 64 bits was reported as the most that 64 bits hold.
#[test]
fn a_plan_past_every_bound_is_an_error_with_its_field_and_never_with_another_number() {
    let day = "2026-01-01".parse().unwrap();
    let hire = ChangeKind::Hire("168".parse().unwrap());
    let everyone = Change::new(hire, Workers::Other, u32::MAX, day);
    let employer = employer(180_000_00, 2_662_00, 2_58);
    let one = Plan::new(vec![everyone]).unwrap().applied_to(&employer).unwrap_err();
    assert_eq!((one.code(), one.field().as_deref()), ("out_of_range", Some("paid_hours")));
    assert!(one.to_string().starts_with("paid_hours: 37623"), "{one}");
    let many = Plan::new(vec![everyone; 3_000]).unwrap().applied_to(&employer).unwrap_err();
    assert_eq!(many.to_string(), "paid_hours: too large to compute exactly");
}
