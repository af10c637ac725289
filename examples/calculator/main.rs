//! The example calculator: employers in, assessments out, for a person or as JSON Lines.
//!
//! `cargo run --example calculator` assesses the bundled sample employers; `-- --help` tells more.

mod args;
mod flag_errors;
mod receipts;
#[path = "../shared/mod.rs"]
mod shared;
mod tied;

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, ErrorKind, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use banenafspraak::Printable;
use clap::Parser as _;

use args::Args;
use shared::options::Format;
use shared::output_file::OutputFile;
use shared::read;
use shared::render::{self, Detail};
use tied::Tied;

const SAMPLE: &str = include_str!("sample.jsonl");

fn main() -> ExitCode {
    let args = Args::parse();
    let input = match open(&args) {
        Ok(input) => input,
        Err(error) => {
            eprintln!("calculator: {}", Printable(error));
            return ExitCode::from(2);
        }
    };
    match run(&args, input) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("calculator: {}", Printable(error));
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
            let named = |error: io::Error| io::Error::new(error.kind(), format!("{path}: {error}"));
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
    let inputs: Vec<PathBuf> = args.input.iter().map(PathBuf::from).collect();
    let receipts = args.receipt.as_deref();
    let mut receipts =
        receipts.map(|file| OutputFile::create(file, args.force, &inputs)).transpose()?;
    let out = RefCell::new(BufWriter::new(io::stdout().lock()));
    let mut all_assessed = true;
    let explain = args.explain.then(|| args.lang.into());
    let detail = if args.explain { Detail::Steps } else { Detail::Reasons };
    let mut text = render::Text::new(args.lang.into(), detail);
    let by_flags = args.employer().is_some();
    read::each(BufReader::new(Tied::new(input, &out)), &mut |outcome| {
        let outcome = if by_flags { flag_errors::named(outcome) } else { outcome };
        all_assessed &= outcome.result.is_ok();
        if let (Some(receipts), Ok(outcome)) = (&mut receipts, &outcome.result) {
            serde_json::to_writer(&mut *receipts, &outcome.receipt())?;
            writeln!(receipts)?;
        }
        let mut out = out.borrow_mut();
        match args.format {
            Format::Json => outcome.json_line(&mut *out, explain),
            Format::Text => text.row(&mut *out, outcome),
        }
    })?;
    let mut out = out.into_inner();
    if args.format == Format::Text {
        text.end(&mut out, None)?;
    }
    out.flush()?;
    receipts.map_or(Ok(()), OutputFile::finish)?;
    Ok(all_assessed)
}
