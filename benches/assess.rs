//! One assessment, a million, the explanation and JSON Lines, each beside plain scaled integers
//! in the same run; ratios are printed at the end.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "a benchmark"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use banenafspraak::{
    DoelgroepHours, EmployerYear, Hours, HoursBase, Language, Sector, Year, assess,
};
use criterion::Criterion;
use rust_decimal::{Decimal, RoundingStrategy};

/// What every rival gets: base of the year before, base, doelgroep hours, in hundredths.
#[derive(Clone, Copy)]
struct Plain {
    before: i64,
    base: i64,
    doelgroep: i64,
}

const PERCENTAGE: i64 = 2_58;
const COUNT: i64 = 1_000;

fn plain() -> Vec<Plain> {
    let base = |n: i64| 40_000_00 + (n * 7_919_31) % 9_000_000_00;
    let employer =
        |n| Plain { before: base(n + 1), base: base(n), doelgroep: base(n) * (n % 40) / 1000 };
    (0..COUNT).map(employer).collect()
}

fn employer(plain: &Plain) -> EmployerYear {
    let hours = |units| Hours::new(Decimal::new(units, 2)).unwrap();
    let year = Year::new(2026).unwrap();
    EmployerYear::new(
        Sector::Overheid,
        HoursBase::new(year.previous().unwrap(), hours(plain.before)),
        HoursBase::new(year, hours(plain.base)),
        DoelgroepHours::new(hours(plain.doelgroep)),
    )
    .unwrap()
}

/// The floor: the statute in 64-bit integers, no check, no unit. Euros.
#[inline]
fn integers(employer: &Plain) -> i64 {
    let short = (employer.base * PERCENTAGE - employer.doelgroep * 10_000).max(0);
    let liable = employer.base >= 40_575_00 && employer.before >= 40_575_00;
    if liable { short / 133_100_000 * 500 } else { 0 }
}

/// The naive version: the statute in `rust_decimal`. Euros.
fn decimals([before, base, doelgroep]: [Decimal; 3]) -> Decimal {
    let required = base * Decimal::new(PERCENTAGE, 4);
    let short = (required - doelgroep).max(Decimal::ZERO) / Decimal::from(1331);
    let tekort = short.round_dp_with_strategy(1, RoundingStrategy::ToZero);
    let threshold = Decimal::from(40_575);
    if base >= threshold && before >= threshold {
        tekort * Decimal::from(5000)
    } else {
        Decimal::ZERO
    }
}

/// The median nanoseconds of one item over several passes of `all`.
fn median(items: i64, mut all: impl FnMut()) -> f64 {
    let mut times: Vec<Duration> = (0..11)
        .map(|_| {
            let start = Instant::now();
            all();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[5].as_secs_f64() * 1e9 / items as f64
}

fn main() {
    let plain = plain();
    let employers: Vec<EmployerYear> = plain.iter().map(employer).collect();
    let inputs: Vec<[Decimal; 3]> = plain
        .iter()
        .map(|p| [p.before, p.base, p.doelgroep].map(|units| Decimal::new(units, 2)))
        .collect();
    // The rivals agree before they race.
    for ((plain, employer), input) in plain.iter().zip(&employers).zip(&inputs) {
        let levy = assess(employer).unwrap().quotumheffing().to_decimal();
        assert_eq!(levy, Decimal::from(integers(plain)));
        assert_eq!(levy, decimals(*input));
    }

    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("one assessment");
    group.bench_function("integers", |b| b.iter(|| integers(black_box(&plain[7]))));
    group.bench_function("banenafspraak", |b| b.iter(|| assess(black_box(&employers[7]))));
    group.bench_function("naive decimals", |b| b.iter(|| decimals(black_box(inputs[7]))));
    group.finish();
    let outcome = assess(&employers[7]).unwrap();
    criterion.bench_function("explanation", |b| {
        b.iter(|| black_box(&outcome).explanation().text(Language::Nl));
    });
    let line = serde_json::to_string(&employers[7]).unwrap();
    criterion.bench_function("json line in to out", |b| {
        b.iter(|| {
            let employer: EmployerYear = serde_json::from_str(black_box(&line)).unwrap();
            serde_json::to_string(&assess(&employer).unwrap()).unwrap()
        });
    });
    criterion.final_summary();

    ratios(&plain, &employers, &inputs);
}

/// A million of each in a loop, in turns, and how they compare.
fn ratios(plain: &[Plain], employers: &[EmployerYear], inputs: &[[Decimal; 3]]) {
    const ROUNDS: i64 = 1_000;
    let items = COUNT * ROUNDS;
    let floor = median(items, || {
        for _ in 0..ROUNDS {
            for employer in plain {
                black_box(integers(black_box(employer)));
            }
        }
    });
    let ours = median(items, || {
        for _ in 0..ROUNDS {
            for employer in employers {
                black_box(&assess(black_box(employer)).unwrap());
            }
        }
    });
    let naive = median(items, || {
        for _ in 0..ROUNDS {
            for input in inputs {
                black_box(decimals(black_box(*input)));
            }
        }
    });
    println!("a million in a loop, nanoseconds each:");
    println!("  integers       {floor:7.1}");
    println!("  banenafspraak  {ours:7.1}   {:.1} x the integers", ours / floor);
    println!("  naive decimals {naive:7.1}   {:.1} x banenafspraak", naive / ours);
}
