//! The example calculator: employers in, assessments or their sums out, for a person, as JSON Lines or
//! as a table.
//!
//! `cargo run --example calculator` assesses the bundled sample employers; `-- --help` tells more.

mod args;
mod chart;
mod dutch;
mod flag_errors;
mod notes;
mod outcomes;
mod receipts;
#[path = "../shared/mod.rs"]
mod shared;
mod sums;
mod tied;

use std::fs::File;
use std::io::{self, BufReader, BufWriter, ErrorKind, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use args::Args;
use shared::empty::nothing;
use shared::output_file::OutputFile;
use shared::trouble::{about, said};

const SAMPLE: &str = include_str!("sample.jsonl");

fn main() -> ExitCode {
    let args = Args::checked();
    let input = match open(&args) {
        Ok(input) => input,
        Err(error) => {
            eprintln!("calculator: {}", said(&error, args.lang.into()));
            return ExitCode::from(2);
        }
    };
    match run(&args, input) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("calculator: {}", said(&error, args.lang.into()));
            ExitCode::from(1)
        }
    }
}

/// The input that the command line names.
fn open(args: &Args) -> io::Result<Box<dyn Read>> {
    let input = args.verify.as_deref().or(args.input.as_deref());
    Ok(match (args.employer(), input) {
        (Some(employer), _) => Box::new(io::Cursor::new(employer.to_string())),
        (None, None) => Box::new(SAMPLE.as_bytes()),
        (None, Some("-")) => Box::new(io::stdin().lock()),
        (None, Some(path)) => {
            let named = |error: io::Error| about(path.as_ref(), error);
            let file = File::open(path).map_err(named)?;
            if file.metadata().map_err(named)?.is_dir() {
                return Err(named(ErrorKind::IsADirectory.into()));
            }
            Box::new(file)
        }
    })
}

/// Whether all inputs could be assessed.
fn run(args: &Args, input: impl Read) -> io::Result<bool> {
    if args.verify.is_some() {
        let mut out = BufWriter::new(io::stdout().lock());
        let all_same =
            receipts::verify(BufReader::new(input), &mut out, args.format, args.lang.into())?;
        out.flush()?;
        return Ok(all_same);
    }
    let read: Vec<PathBuf> = args.input.iter().map(PathBuf::from).collect();
    let create = |file: &PathBuf| OutputFile::create(file, args.force, &read);
    let (inputs, all_assessed) = if args.sums() {
        let chart = args.chart.as_ref().map(create).transpose()?;
        let (sums, all_assessed) = sums::add(args, input)?;
        sums::write(args, &sums)?;
        if let Some(mut chart) = chart {
            chart.write_all(chart::of(&sums, args.lang.into()).as_bytes())?;
            chart.finish()?;
        }
        (u64::try_from(sums.iter().count()).unwrap_or(u64::MAX), all_assessed)
    } else {
        let mut receipts = args.receipt.as_ref().map(create).transpose()?;
        let written = outcomes::write(args, input, receipts.as_mut())?;
        receipts.map_or(Ok(()), OutputFile::finish)?;
        written
    };
    if inputs == 0 {
        return Err(nothing());
    }
    Ok(all_assessed)
}
