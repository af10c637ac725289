//! From an outcome to a plan: what closes the gap, what it takes in people, what it saves, and how
//! the two laws compare.
//!
//! `cargo run --example plan` plans for a sample school; `-- --help` tells more.

mod ahead;
mod args;
mod comparison;
mod dutch;
mod facts;
mod json;
#[path = "../shared/mod.rs"]
mod shared;
mod table;
mod text;

use std::fs;
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use banenafspraak::contract::{EmployerInput, FromJson};
use banenafspraak::planning::{Hiring, Scenario, at_the_same_pace};
use banenafspraak::tables::TableWriter;
use banenafspraak::{EmployerYear, EuroPerHour, Language, Printable};

use args::Args;
use facts::{Facts, Question};
use shared::command;
use shared::empty::nothing;
use shared::options::{Format, check_dialect, form};
use shared::trouble::{about, said};

const EMPLOYER: &str = include_str!("sample/employer.json");
const CHANGES: &str = include_str!("sample/changes.json");
const SCENARIOS: &str = include_str!("sample/scenarios.json");
/// The names of the sample's scenarios in Dutch.
const IN_DUTCH: [(&str, &str); 2] =
    [("letter of 2018", "brief van 2018"), ("half the surcharge", "de helft van de opslag")];
/// When the sample's people start.
const SEPTEMBER: jiff::civil::Date = jiff::civil::date(2026, 9, 1);

/// What the sample's people are paid an hour.
fn sample_wage() -> Option<EuroPerHour> {
    "16.50".parse().ok()
}

/// Why there is no plan.
enum Stopped {
    /// A file that cannot be opened or read.
    File(String),
    /// What is in it, or what the library says of it.
    Input(String),
    Output(io::Error),
}

fn main() -> ExitCode {
    let args: Args = command::parse(dutch::HELP);
    check_dialect::<Args>(args.dialect, args.format == Format::Csv, dutch::HELP, args.lang);
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough.
        Err(Stopped::Output(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stopped::Output(error)) => failed(&said(&error, args.lang.into()), 1),
        Err(Stopped::Input(error)) => failed(&error, 1),
        Err(Stopped::File(error)) => failed(&error, 2),
    }
}

fn failed(error: &dyn std::fmt::Display, status: u8) -> ExitCode {
    eprintln!("plan: {}", Printable(error));
    ExitCode::from(status)
}

fn run(args: &Args) -> Result<(), Stopped> {
    let language = args.lang.into();
    let refused = |error: banenafspraak::Error| refused(&error, language);
    let is_sample = args.input.is_none() && args.employer.input().is_none();
    let mut employer = employer(args)?;
    // A year of which only the end is missing says itself until when its hours are.
    let coverage = employer.coverage().cloned();
    let known = coverage.as_ref().and_then(|coverage| coverage.ends_on(employer.year()));
    let hours_until = args.hours_until.or(known);
    if let Some(until) = hours_until {
        employer = at_the_same_pace(&employer, until).map_err(refused)?;
    }
    let mut scenarios =
        parsed::<Vec<Scenario>>(args.scenarios.as_deref(), SCENARIOS, is_sample, language)?;
    if is_sample && args.scenarios.is_none() && language == Language::Nl {
        for scenario in scenarios.iter_mut().flatten() {
            for (english, dutch) in IN_DUTCH {
                if *scenario.name == *english {
                    scenario.name = dutch.into();
                }
            }
        }
    }
    let question = Question {
        way: if args.hired_in { Hiring::HiredIn } else { Hiring::Employed },
        each: args.hours_per_week,
        from: args.from.or(is_sample.then_some(SEPTEMBER)),
        people: args.people,
        wage: args.premium_wage_per_hour.or(is_sample.then(sample_wage).flatten()),
        plan: parsed(args.changes.as_deref(), CHANGES, is_sample, language)?,
        next_percentages: args.next_percentage.clone(),
        scenarios: scenarios.unwrap_or_default(),
    };
    let facts = Facts::of((employer, coverage), hours_until, &question).map_err(refused)?;
    let text = match args.format {
        Format::Text => text::Text { language }.of(&facts).into_bytes(),
        Format::Json => json::of(&facts, language).into_bytes(),
        Format::Csv => csv(args, &facts).map_err(Stopped::Output)?,
    };
    io::stdout().lock().write_all(&text).map_err(Stopped::Output)
}

fn csv(args: &Args, facts: &Facts) -> io::Result<Vec<u8>> {
    let mut table = TableWriter::new(Vec::new(), form(args.dialect, args.lang))?;
    for figure in table::of(facts, args.lang.into()) {
        table.write(&figure)?;
    }
    Ok(table.into_inner())
}

/// The employer of the flags, of a file, or of the sample.
fn employer(args: &Args) -> Result<EmployerYear, Stopped> {
    let language = args.lang.into();
    let text = match (args.employer.input(), args.input.as_deref()) {
        (Some(employer), _) => employer.to_string(),
        (None, None) => EMPLOYER.to_owned(),
        (None, Some("-")) => {
            let mut text = String::new();
            let read = io::stdin().lock().read_to_string(&mut text);
            read.map_err(|error| Stopped::File(said(&error, language)))?;
            text
        }
        (None, Some(path)) => read(path.as_ref(), language)?,
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    if text.trim().is_empty() {
        return Err(Stopped::Input(said(&nothing(), language)));
    }
    let input = EmployerInput::from_json(text.as_bytes())
        .map_err(|error| Stopped::Input(error.localized(language).to_string()))?;
    input.employer.map_err(|error| refused(&error, language))
}

fn refused(error: &banenafspraak::Error, language: Language) -> Stopped {
    Stopped::Input(format!("{} [{}]", error.localized(language), error.code()))
}

/// What a file holds; for the sample what comes with it; nothing where there is no file.
fn parsed<T: FromJson>(
    path: Option<&Path>,
    sample: &str,
    is_sample: bool,
    language: Language,
) -> Result<Option<T>, Stopped> {
    let (text, name) = match path {
        Some(path) => (read(path, language)?, path.display().to_string()),
        None if is_sample => (sample.to_owned(), "sample".to_owned()),
        None => return Ok(None),
    };
    let parsed = T::from_json(text.as_bytes());
    parsed.map(Some).map_err(|fault| {
        Stopped::Input(format!("{name}: {} [{}]", fault.localized(language), fault.code()))
    })
}

fn read(path: &Path, language: Language) -> Result<String, Stopped> {
    let text = fs::read_to_string(path);
    text.map_err(|error| Stopped::File(said(&about(path, error), language)))
}
