//! From payroll files to assessments: reads the contract's CSV files, and writes a table or the
//! contract's JSON Lines. What was left out or does not match is told at the end.

mod args;
#[path = "../calculator/options.rs"]
mod options;
#[path = "../calculator/outcome.rs"]
mod outcome;
mod reconciliation;
#[path = "../calculator/render.rs"]
mod render;

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;

use banenafspraak::payroll::csv::{
    Employer, Employers, ExtraColumns, FileError, OnError, RecordReader, Sources,
    read_attributions, read_register,
};
use banenafspraak::payroll::{Attributions, EmployerTotals, Mismatch};
use banenafspraak::{EmployerYear, Error, assess};
use clap::Parser as _;
use indicatif::{ProgressBar, ProgressStyle};

use args::{Args, Emit};
use options::{Format, Lang};
use outcome::{Outcome, Refusal};
use reconciliation::{Kind, Reconciliation};
use render::Detail;

/// Why there is no more output.
enum Stopped {
    /// A file does not exist, or cannot be written.
    Io(io::Error),
    /// A line, and errors are not to be passed over.
    Line(FileError),
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<FileError> for Stopped {
    fn from(error: FileError) -> Self {
        Self::Line(error)
    }
}

fn main() -> ExitCode {
    let args = Args::parse();
    match run(&args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // Whoever reads the output has seen enough.
        Err(Stopped::Io(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stopped::Io(error)) => {
            eprintln!("payroll: {error}");
            ExitCode::from(2)
        }
        Err(Stopped::Line(error)) => {
            eprintln!("payroll: {error} [{}]", error.code());
            ExitCode::from(1)
        }
    }
}

/// Whether all was read and all employers could be assessed.
fn run(args: &Args) -> Result<bool, Stopped> {
    let mut notes = Reconciliation::default();
    let extra =
        if args.ignore_extra_columns { ExtraColumns::Ignored } else { ExtraColumns::Refused };
    let employers = open(&args.employers)?;
    let employers =
        keep_going(args, &mut notes, |on_error| Employers::read(employers, extra, on_error))?;
    let register = open(&args.register)?;
    let register =
        keep_going(args, &mut notes, |on_error| read_register(register, extra, on_error))?;
    let attributions = match &args.attributions {
        Some(path) => {
            let file = open(path)?;
            keep_going(args, &mut notes, |on_error| {
                read_attributions(file, args.year, extra, on_error)
            })?
        }
        None => Attributions::new(),
    };
    let file = open(&args.records)?;
    let progress = progress(file.metadata()?.len());
    let records = RecordReader::new(progress.wrap_read(file), extra)?;
    let sources = Sources {
        year: args.year,
        employers: &employers,
        register: &register,
        attributions: &attributions,
    };

    let mut report = Report::new(args, BufWriter::new(io::stdout().lock()));
    let mut found = Reconciliation::default();
    // Lines that could not be read, by employer: its totals would look complete and are not.
    let unread = RefCell::new(HashMap::<Box<str>, u64>::new());
    let mut each = |employer: &Employer, totals: Result<EmployerTotals, Mismatch>| {
        found.employer(employer, &totals, &attributions);
        let unread = unread.borrow().get(&*employer.key).copied();
        let totals = totals.map_err(refusal).and_then(|totals| match unread {
            Some(lines) => Err(incomplete(lines)),
            None => Ok(totals),
        });
        report.employer(employer, totals)
    };
    let mut tell = |error: FileError| {
        notes.unreadable(&error);
        if let Some(employer) = error.employer {
            let mut unread = unread.borrow_mut();
            let lines = unread.entry(employer).or_default();
            *lines = lines.saturating_add(1);
        }
    };
    let on_error = if args.keep_going { OnError::Tell(&mut tell) } else { OnError::Stop };
    let summary = match args.grouped {
        #[cfg(feature = "parallel")]
        true => sources.each_group_in_parallel(records, on_error, &mut each),
        #[cfg(not(feature = "parallel"))]
        true => sources.each_group(records, on_error, &mut each),
        false => sources.each_employer(records, on_error, &mut each),
    };
    progress.finish_and_clear();
    let all_well = report.end(summary.is_ok())?;
    let all_read = !notes.has(Kind::Unreadable);
    // What was found is told, wherever the reading stopped.
    let stopped = match summary {
        Ok(summary) => {
            if summary.skipped > 0 {
                found.note(Kind::OtherYears, format!("{} records", summary.skipped));
            }
            found.finish(args.year, &employers, &register, &attributions);
            Ok(all_well && all_read)
        }
        Err(error) => Err(Stopped::Line(error)),
    };
    notes.join(found);
    told(args, &notes)?;
    stopped
}

fn open(path: &Path) -> io::Result<File> {
    File::open(path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}

/// Reads with errors noted, or stopped at.
fn keep_going<T>(
    args: &Args,
    notes: &mut Reconciliation,
    read: impl FnOnce(OnError<'_>) -> Result<T, FileError>,
) -> Result<T, FileError> {
    let mut tell = |error: FileError| notes.unreadable(&error);
    read(if args.keep_going { OnError::Tell(&mut tell) } else { OnError::Stop })
}

/// A bar on standard error, if that is a terminal.
fn progress(bytes: u64) -> ProgressBar {
    let template = "{wide_bar} {bytes}/{total_bytes}, {bytes_per_sec}, {eta} left";
    let style = ProgressStyle::with_template(template);
    ProgressBar::new(bytes).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// The list to its file or, shortened, below the table; beside JSON Lines on standard error.
fn told(args: &Args, notes: &Reconciliation) -> io::Result<()> {
    let language = args.lang.into();
    if let Some(path) = &args.reconciliation {
        let mut file = BufWriter::new(File::create(path)?);
        notes.write(&mut file, language, true)?;
        return file.flush();
    }
    match (args.emit, args.format) {
        (Emit::Assessments, Format::Text) => notes.write(&mut io::stdout().lock(), language, false),
        _ => notes.write(&mut io::stderr().lock(), language, false),
    }
}

/// The outcomes as they come, in the form asked for.
struct Report<'a, W: Write> {
    args: &'a Args,
    out: W,
    text: render::Text,
    employers: usize,
    all_well: bool,
    failed: io::Result<()>,
}

impl<'a, W: Write> Report<'a, W> {
    fn new(args: &'a Args, out: W) -> Self {
        let text = render::Text::new(args.lang.into(), args.detail);
        Self { args, out, text, employers: 0, all_well: true, failed: Ok(()) }
    }

    fn employer(
        &mut self,
        employer: &Employer,
        totals: Result<EmployerTotals, Refusal>,
    ) -> ControlFlow<()> {
        self.employers = self.employers.saturating_add(1);
        let year =
            totals.and_then(|totals| with_percentage(employer, &totals).map_err(Refusal::Contract));
        let is_well = year.is_ok();
        self.failed = match (self.args.emit, year) {
            (Emit::Inputs, Ok(year)) => self.input(&year),
            (_, year) => self.outcome(employer, year),
        };
        if self.failed.is_err() || !(is_well || self.args.keep_going) {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }

    fn input(&mut self, year: &EmployerYear) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, year)?;
        writeln!(self.out)
    }

    fn outcome(
        &mut self,
        employer: &Employer,
        year: Result<EmployerYear, Refusal>,
    ) -> io::Result<()> {
        let result = year.and_then(|year| assess(&year).map_err(Refusal::Contract));
        self.all_well &= result.is_ok();
        let id = Some(employer.key.to_string());
        let outcome = Outcome { line: self.employers, id, result };
        match (self.args.emit, self.args.format) {
            // An error in the place of an input is one line too.
            (Emit::Inputs, _) | (_, Format::Json) => {
                let explain = self.args.detail == Detail::Steps;
                let explain = explain.then(|| self.args.lang.into());
                outcome.json_line(&mut self.out, explain)
            }
            (Emit::Assessments, Format::Text) => self.text.row(&mut self.out, outcome),
        }
    }

    /// Ends the output; whether all employers could be assessed. Totals of a part are none.
    fn end(mut self, complete: bool) -> io::Result<bool> {
        self.failed?;
        if self.args.format == Format::Text && self.args.emit == Emit::Assessments {
            if complete {
                self.text.end(&mut self.out)?;
            } else {
                writeln!(self.out, "{}", stopped_short(self.args.lang))?;
            }
        }
        self.out.flush()?;
        Ok(self.all_well)
    }
}

fn with_percentage(employer: &Employer, totals: &EmployerTotals) -> Result<EmployerYear, Error> {
    let year = totals.employer_year(employer.sector)?;
    Ok(match employer.quotumpercentage {
        Some(percentage) => year.with_quotumpercentage(percentage),
        None => year,
    })
}

/// Said in place of the totals.
const fn stopped_short(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => "ONVOLLEDIG: het lezen is gestopt; de laatste rijen kunnen records missen.",
        Lang::En => "INCOMPLETE: reading stopped; the last rows may lack records.",
    }
}

fn incomplete(lines: u64) -> Refusal {
    let message = format!("{lines} lines of this employer could not be read");
    Refusal::Other { code: "unread_lines", field: None, message }
}

fn refusal(mismatch: Mismatch) -> Refusal {
    match mismatch {
        Mismatch::Total { error, .. } => Refusal::Contract(*error),
        other => Refusal::Other {
            code: other.code(),
            field: Some("doelgroep_hours_attributed_out".to_owned()),
            message: other.to_string(),
        },
    }
}
