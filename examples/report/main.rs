//! One employer's report as an HTML page that needs nothing else: no script, no network, and it
//! prints on A4.
//!
//! `cargo run --example report` writes the report of a bundled sample; `-- --help` lists the flags.

mod args;
mod dutch;
mod input;
#[path = "../shared/mod.rs"]
mod shared;

use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use banenafspraak::report::Report;
use banenafspraak::{Language, Printable};

use args::Args;
use input::{Employer, either};
use shared::command;
use shared::empty::nothing;
use shared::output_file::OutputFile;
use shared::read;
use shared::trouble::{about, said};

const SAMPLE: &str = include_str!("sample.jsonl");

/// Why there is no report.
enum Stopped {
    /// The input has nothing that can be assessed.
    Input(String),
    /// The command line, or a file it names.
    Usage(String),
    /// Reading or writing broke off.
    Io(io::Error),
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

fn main() -> ExitCode {
    let args: Args = command::parse(dutch::HELP);
    let (status, message) = match run(&args) {
        Ok(true) => return ExitCode::SUCCESS,
        Ok(false) => return ExitCode::from(1),
        // Whoever reads the output has seen enough.
        Err(Stopped::Io(error)) if error.kind() == ErrorKind::BrokenPipe => {
            return ExitCode::SUCCESS;
        }
        Err(Stopped::Input(message)) => (1, message),
        Err(Stopped::Usage(message)) => (2, message),
        Err(Stopped::Io(error)) => (1, said(&error, args.lang.into())),
    };
    eprintln!("report: {message}");
    ExitCode::from(status)
}

/// Whether every year of the employer could be assessed.
fn run(args: &Args) -> Result<bool, Stopped> {
    let language = args.lang.into();
    // First of all: a page that cannot be written is not computed.
    let mut file = match args.out.as_str() {
        "-" => None,
        out => Some(create(out.as_ref(), args)?),
    };
    let mut outcomes = Vec::new();
    let input = BufReader::new(open(args)?);
    let mut note = |note: read::Note| eprintln!("report: {}", Printable(note.text(language)));
    read::each(input, &mut note, &mut |outcome| {
        outcomes.push(outcome);
        Ok(())
    })?;
    if outcomes.is_empty() {
        return Err(Stopped::Input(said(&nothing(), language)));
    }
    let employer = input::choose(outcomes, args.id.as_deref(), language)?;
    for (_, refused) in &employer.refused {
        eprintln!("report: {refused}");
    }
    let report = report(args, &employer)?;
    let page = report.html();
    let stdout = &mut io::stdout() as &mut dyn Write;
    let out = file.as_mut().map_or(stdout, |file| file as &mut dyn Write);
    out.write_all(page.as_bytes())?;
    out.flush()?;
    if let Some(file) = file {
        file.finish()?;
        let [name, out] = [employer.shown(language), Printable(&args.out).to_string()];
        let [of, is] = match language {
            Language::Nl => ["van", "staat"],
            _ => ["of", "is"],
        };
        eprintln!("report: {name} {of} {} {is} in {out}", report.year());
    }
    Ok(employer.refused.is_empty())
}

/// The report that the command line asks for.
fn report<'a>(args: &Args, employer: &'a Employer) -> Result<Report<'a>, Stopped> {
    let language = args.lang.into();
    let Some(mut report) = Report::new(&employer.assessed) else {
        let none = either(
            language,
            "no year of the employer could be assessed",
            "geen enkel jaar van de werkgever was te beoordelen",
        );
        return Err(Stopped::Input(none.to_owned()));
    };
    report = report.in_language(language).assuming_next_year(&args.next_percentage);
    if let Some(name) = &employer.name {
        report = report.with_name(name);
    }
    if let Some(date) = args.date {
        report = report.with_date(date);
    }
    if let Some(from) = args.from {
        let people = report.with_people(args.hours_per_week, from);
        report = people.map_err(|error| Stopped::Usage(error.localized(language).to_string()))?;
    }
    for (year, refused) in &employer.refused {
        report = report.with_refused(*year, refused);
    }
    Ok(report)
}

/// The file of the page, which is not the input.
fn create(out: &Path, args: &Args) -> Result<OutputFile, Stopped> {
    let input = args.input.as_deref().filter(|input| *input != "-").map(PathBuf::from);
    OutputFile::create(out, args.force, input.as_slice())
        .map_err(|error| Stopped::Usage(said(&error, args.lang.into())))
}

fn open(args: &Args) -> Result<Box<dyn Read>, Stopped> {
    let named =
        |path: &str, error| Stopped::Usage(said(&about(path.as_ref(), error), args.lang.into()));
    Ok(match args.input.as_deref() {
        None => Box::new(SAMPLE.as_bytes()),
        Some("-") => Box::new(io::stdin().lock()),
        Some(path) => {
            let file = File::open(path).map_err(|error| named(path, error))?;
            if file.metadata().map_err(|error| named(path, error))?.is_dir() {
                return Err(named(path, ErrorKind::IsADirectory.into()));
            }
            Box::new(file)
        }
    })
}
