//! One assessment, a million, the explanation and JSON Lines, each beside plain scaled integers in
//! the same run. Rivals agree before they race; the ratios are printed at the end.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    reason = "a benchmark"
)]

mod plain;

use std::hint::black_box;
use std::time::Instant;

use banenafspraak::{
    Assessment, DoelgroepHours, EmployerYear, Error, Hours, HoursBase, Language, Sector, Year,
    assess,
};
use criterion::Criterion;
use rust_decimal::Decimal;

const EMPLOYERS: i64 = 1_000;
const YEAR: u16 = 2026;

/// The same employers for every rival.
struct Field {
    plain: Vec<plain::Employer>,
    decimals: Vec<[Decimal; 3]>,
    employers: Vec<EmployerYear>,
    outcomes: Vec<Assessment>,
    lines: Vec<String>,
    figures: Vec<plain::Figures>,
}

impl Field {
    fn new() -> Self {
        let base = |n: i64| 41_000_00 + (n * 7_919_31) % 9_000_000_00;
        // All short of the quota: the template of the plain explanation has that case only.
        let plain: Vec<_> = (0..EMPLOYERS)
            .map(|n| plain::Employer {
                year: YEAR,
                before: plain::Base { paid: base(n + 1), ..Default::default() },
                now: plain::Base { paid: base(n), ..Default::default() },
                own: base(n) * (n % 25) / 1000,
                ..Default::default()
            })
            .collect();
        let decimals = plain.iter().map(|employer| {
            [employer.before.paid, employer.now.paid, employer.own]
                .map(|units| Decimal::new(units, 2))
        });
        let decimals: Vec<_> = decimals.collect();
        let employers: Vec<_> = decimals.iter().map(|hours| employer(*hours).unwrap()).collect();
        let outcomes = employers.iter().map(|employer| assess(employer).unwrap()).collect();
        let lines =
            employers.iter().map(|employer| serde_json::to_string(employer).unwrap()).collect();
        Self { plain, decimals, employers, outcomes, lines, figures: plain::figures() }
    }

    /// Panics where two rivals differ.
    fn agree(&self) {
        for (n, plain) in self.plain.iter().enumerate() {
            let outcome = plain::assess(plain, &self.figures).unwrap();
            let levy = self.outcomes[n].decision().unwrap().quotumheffing.to_decimal();
            assert_eq!(levy, Decimal::from(outcome.levy));
            assert_eq!(levy, Decimal::from(plain::levy_of_2026(plain)));
            assert_eq!(levy, plain::levy_in_decimals(self.decimals[n]));
            let text = self.outcomes[n].explanation().text(Language::Nl);
            assert_eq!(text, plain::explanation(plain, &self.figures).unwrap());
            let line = plain::json_line(&self.lines[n], &self.figures).unwrap();
            assert_eq!(json_line(&self.lines[n]), line);
        }
    }
}

fn employer(hours: [Decimal; 3]) -> Result<EmployerYear, Error> {
    let year = Year::new(YEAR.into())?;
    let employer = EmployerYear::new(
        year,
        Sector::Overheid,
        HoursBase::new(Hours::new(hours[1])?),
        DoelgroepHours::new(Hours::new(hours[2])?),
    )?;
    Ok(employer.with_previous_year(HoursBase::new(Hours::new(hours[0])?)))
}

fn json_line(line: &str) -> String {
    let employer: EmployerYear = serde_json::from_str(line).unwrap();
    serde_json::to_string(&assess(&employer).unwrap()).unwrap()
}

/// A race: rivals that do the same for employer `n`, ours first.
struct Race {
    name: &'static str,
    /// Times that all employers are done in one measured pass.
    rounds: u32,
    rivals: Vec<Rival>,
}

struct Rival {
    name: &'static str,
    run: Box<Run>,
}

/// Does all employers a number of times.
type Run = dyn Fn(&Field, u32);

fn rival<T>(name: &'static str, one: impl Fn(&Field, usize) -> T + 'static) -> Rival {
    let run = move |field: &Field, rounds: u32| {
        for _ in 0..rounds {
            for n in 0..field.plain.len() {
                black_box(&one(black_box(field), n));
            }
        }
    };
    Rival { name, run: Box::new(run) }
}

fn main() {
    let field = Field::new();
    field.agree();
    // `cargo test` runs this too, to know that the rivals still agree.
    if !std::env::args().any(|arg| arg == "--bench") {
        return;
    }
    let races = [
        Race {
            name: "assessment",
            rounds: 1_000,
            rivals: vec![
                rival("banenafspraak", |field, n| assess(&field.employers[n])),
                rival("integers", |field, n| plain::assess(&field.plain[n], &field.figures)),
                rival("integers, levy of 2026 only", |field, n| {
                    plain::levy_of_2026(&field.plain[n])
                }),
                rival("naive decimals, levy of 2026 only", |field, n| {
                    plain::levy_in_decimals(field.decimals[n])
                }),
            ],
        },
        Race {
            name: "explanation",
            rounds: 10,
            rivals: vec![
                rival("banenafspraak", |field, n| {
                    field.outcomes[n].explanation().text(Language::Nl)
                }),
                rival("integers", |field, n| plain::explanation(&field.plain[n], &field.figures)),
            ],
        },
        Race {
            name: "JSON line in to out",
            rounds: 30,
            rivals: vec![
                rival("banenafspraak", |field, n| json_line(&field.lines[n])),
                rival("integers", |field, n| plain::json_line(&field.lines[n], &field.figures)),
            ],
        },
    ];
    let mut criterion = Criterion::default().configure_from_args();
    for race in &races {
        let mut group = criterion.benchmark_group(format!("{} of a thousand", race.name));
        for rival in &race.rivals {
            group.bench_function(rival.name, |bencher| bencher.iter(|| (rival.run)(&field, 1)));
        }
        group.finish();
    }
    criterion.final_summary();
    for race in &races {
        ratios(race, &field);
    }
}

/// Medians of passes in which the rivals take turns, and how ours compares.
fn ratios(race: &Race, field: &Field) {
    const PASSES: usize = 15;
    let mut times = vec![Vec::new(); race.rivals.len()];
    for _ in 0..PASSES {
        for (rival, times) in race.rivals.iter().zip(&mut times) {
            let start = Instant::now();
            (rival.run)(field, race.rounds);
            times.push(start.elapsed().as_secs_f64());
        }
    }
    let items = f64::from(race.rounds) * f64::from(u32::try_from(EMPLOYERS).unwrap());
    let medians: Vec<f64> = times
        .iter_mut()
        .map(|times| {
            times.sort_by(f64::total_cmp);
            times[PASSES / 2] * 1e9 / items
        })
        .collect();
    println!("\n{}, {items} in a loop, nanoseconds each:", race.name);
    for (rival, median) in race.rivals.iter().zip(&medians) {
        println!("  {:<34} {median:9.1}   ours is {:6.2} x this", rival.name, medians[0] / median);
    }
}
