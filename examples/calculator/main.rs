//! The example calculator: employers in, assessments out, for a person or as JSON Lines.
//!
//! `cargo run --example calculator` assesses the bundled sample employers; `-- --help` tells more.

mod args;
mod read;
mod render;

use std::fs::File;
use std::io::{self, BufReader, BufWriter, ErrorKind, Read, Write};
use std::process::ExitCode;

use banenafspraak::{Assessment, EmployerInput, Error, assess};
use clap::Parser as _;
use serde::Serialize;

use args::{Args, Format};

const SAMPLE: &str = include_str!("sample.jsonl");

/// One input with its place, assessed or refused.
pub(crate) struct Outcome {
    pub(crate) line: usize,
    pub(crate) id: Option<String>,
    pub(crate) result: Result<Assessment, Refusal>,
}

/// Why an input was refused: by the library, or because it is no JSON.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Refusal {
    Contract(Error),
    Json { code: &'static str, field: Option<String>, message: String },
}

impl Outcome {
    pub(crate) fn new(line: usize, input: Result<EmployerInput, serde_json::Error>) -> Self {
        let (id, result) = match input {
            Ok(input) => {
                let result = input.employer.and_then(|employer| assess(&employer));
                (input.id, result.map_err(Refusal::Contract))
            }
            Err(error) => (None, Err(Refusal::json(&error))),
        };
        Self { line, id, result }
    }
}

impl Refusal {
    pub(crate) fn json(error: &serde_json::Error) -> Self {
        Self::Json { code: "invalid_json", field: None, message: error.to_string() }
    }
}

fn main() -> ExitCode {
    let args = Args::parse();
    match run(&args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("calculator: {error}");
            ExitCode::from(2)
        }
    }
}

/// Whether all inputs could be assessed.
fn run(args: &Args) -> io::Result<bool> {
    let mut input: Box<dyn Read> = match (args.employer(), args.input.as_deref()) {
        (Some(employer), _) => Box::new(io::Cursor::new(employer.to_string())),
        (None, None) => Box::new(SAMPLE.as_bytes()),
        (None, Some("-")) => Box::new(io::stdin().lock()),
        (None, Some(path)) => {
            let named = |error: io::Error| io::Error::new(error.kind(), format!("{path}: {error}"));
            let file = File::open(path).map_err(named)?;
            if file.metadata().map_err(named)?.is_dir() {
                return Err(named(ErrorKind::IsADirectory.into()));
            }
            Box::new(file)
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let mut all_assessed = true;
    let mut text = render::Text::new(args.lang.into(), args.explain);
    read::each(BufReader::new(&mut input), &mut |outcome| {
        all_assessed &= outcome.result.is_ok();
        match args.format {
            Format::Json => json_line(&mut out, &outcome, args),
            Format::Text => text.row(&mut out, outcome),
        }
    })?;
    if args.format == Format::Text {
        text.end(&mut out)?;
    }
    out.flush()?;
    Ok(all_assessed)
}

fn json_line(out: &mut impl Write, outcome: &Outcome, args: &Args) -> io::Result<()> {
    #[derive(Serialize)]
    struct Refused<'a> {
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<&'a str>,
        line: usize,
        error: &'a Refusal,
    }
    match &outcome.result {
        Ok(assessment) if args.explain => {
            serde_json::to_writer(&mut *out, &assessment.explained(args.lang.into()))?;
        }
        Ok(assessment) => serde_json::to_writer(&mut *out, assessment)?,
        Err(error) => {
            let id = outcome.id.as_deref();
            serde_json::to_writer(&mut *out, &Refused { id, line: outcome.line, error })?;
        }
    }
    writeln!(out)
}
