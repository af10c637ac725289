//! The country: results per sector against target and nulmeting, and what follows from them.
//!
//! `cargo run --example national` prints the published counts; `-- --help` tells more.

mod args;
mod chart;
mod data;
mod render;
#[path = "../shared/mod.rs"]
mod shared;

use std::error::Error;
use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

use banenafspraak::national::CountName;
use banenafspraak::national::National;
use banenafspraak::tables::{TableWriter, count_rows};
use banenafspraak::{Printable, Sector, Year};
use clap::Parser as _;

use args::Args;
use render::Text;
use shared::options::{Format, check_dialect, form};
use shared::output_file::OutputFile;

/// The columns of a table: the sectors, and the whole country.
const COLUMNS: [Option<Sector>; 3] = [Some(Sector::Markt), Some(Sector::Overheid), None];

fn main() -> ExitCode {
    let args = Args::parse();
    check_dialect::<Args>(args.dialect, args.format == Format::Csv);
    let counts = match args.counts.as_ref().map(fs::read_to_string).transpose() {
        Ok(counts) => counts,
        Err(error) => return failed(&error, 2),
    };
    match run(&args, counts.as_deref()).and_then(|out| Ok(io::stdout().lock().write_all(&out)?)) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough.
        Err(error) if is_broken_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => failed(&*error, 1),
    }
}

fn failed(error: &dyn Error, status: u8) -> ExitCode {
    eprintln!("national: {}", Printable(error));
    ExitCode::from(status)
}

fn is_broken_pipe(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

/// All that is written; nothing of it where there is an error.
fn run(args: &Args, counts: Option<&str>) -> Result<Vec<u8>, Box<dyn Error>> {
    let national: National = counts.map_or(Ok(National::published()), serde_json::from_str)?;
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
            shown.into_iter().try_for_each(|year| data::json_line(&mut out, &national, year))?;
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
