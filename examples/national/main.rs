//! The country: results per sector against target and nulmeting, and what follows from them.
//!
//! `cargo run --example national` prints the published counts; `-- --help` tells more.

mod args;
mod chart;
mod data;
mod dutch;
mod render;
#[path = "../shared/mod.rs"]
mod shared;

use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

use banenafspraak::contract::{Fault, FromJson as _};
use banenafspraak::national::CountName;
use banenafspraak::national::National;
use banenafspraak::tables::{TableWriter, count_rows};
use banenafspraak::{Error, Printable, Sector, Year};

use args::Args;
use render::Text;
use shared::command;
use shared::options::{Format, check_dialect, form};
use shared::output_file::OutputFile;
use shared::trouble::said;

/// The columns of a table: the sectors, and the whole country.
const COLUMNS: [Option<Sector>; 3] = [Some(Sector::Markt), Some(Sector::Overheid), None];

fn main() -> ExitCode {
    let args: Args = command::parse(dutch::HELP);
    let language = args.lang.into();
    check_dialect::<Args>(args.dialect, args.format == Format::Csv, dutch::HELP, args.lang);
    let counts = match args.counts.as_ref().map(fs::read_to_string).transpose() {
        Ok(counts) => counts,
        Err(error) => return failed(&said(&error, language), 2),
    };
    let written = run(&args, counts.as_deref())
        .and_then(|out| io::stdout().lock().write_all(&out).map_err(Stopped::Output));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough.
        Err(Stopped::Output(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stopped::Output(error)) => failed(&said(&error, language), 1),
        Err(Stopped::Input(fault)) => failed(&fault.localized(language).to_string(), 1),
    }
}

/// Why there is no more output.
enum Stopped {
    Input(Fault),
    Output(io::Error),
}

impl From<Fault> for Stopped {
    fn from(fault: Fault) -> Self {
        Self::Input(fault)
    }
}

impl From<Error> for Stopped {
    fn from(error: Error) -> Self {
        Self::Input(error.into())
    }
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

fn failed(error: &str, status: u8) -> ExitCode {
    eprintln!("national: {}", Printable(error));
    ExitCode::from(status)
}

/// All that is written; nothing of it where there is an error.
fn run(args: &Args, counts: Option<&str>) -> Result<Vec<u8>, Stopped> {
    let counts = counts.map(|counts| National::from_json(counts.as_bytes())).transpose()?;
    let national = counts.unwrap_or_else(National::published);
    let years = national.years();
    let last = years.last().copied().map_or_else(|| Year::new(2024), Ok)?;
    let year = args.year.unwrap_or(last);
    if !years.contains(&year) {
        // The library says what is not known.
        national.jobs(CountName::Realised, year, None)?;
    }
    if let Some(file) = &args.chart {
        let read: Vec<_> = args.counts.iter().cloned().collect();
        let mut file = OutputFile::create(file, args.force, &read)?;
        file.write_all(chart::of(&national, args.lang.into()).as_bytes())?;
        file.finish()?;
    }
    let shown = args.year.map_or_else(|| years.clone(), |year| vec![year]);
    let mut out = Vec::new();
    match args.format {
        Format::Csv => {
            let mut table = TableWriter::new(&mut out, form(args.dialect, args.lang))?;
            let rows = shown.into_iter().flat_map(|year| count_rows(&national, year));
            rows.into_iter().try_for_each(|row| table.write(&row))?;
        }
        Format::Json => {
            shown.into_iter().try_for_each(|year| {
                data::json_line(&mut out, &national, year, args.lang.into())
            })?;
        }
        Format::Text => {
            let text = Text { national: &national, language: args.lang.into() };
            text.year(&mut out, year)?;
            if args.year.is_none() {
                text.series(&mut out, &years)?;
            }
        }
    }
    Ok(out)
}
