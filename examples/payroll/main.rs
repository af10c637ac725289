//! From payroll files to assessments: reads the contract's CSV files, and writes a table or the
//! contract's JSON Lines. What was left out or does not match is listed at the end.

#[path = "../calculator/advice.rs"]
mod advice;
mod args;
#[path = "../calculator/calendar.rs"]
mod calendar;
mod from_returns;
mod keys;
mod kind;
#[path = "../calculator/mark.rs"]
mod mark;
mod message_kind;
mod messages;
#[path = "../calculator/missing.rs"]
mod missing;
mod notes;
#[path = "../calculator/options.rs"]
mod options;
#[path = "../calculator/outcome.rs"]
mod outcome;
#[path = "../calculator/output_file.rs"]
mod output_file;
mod persons;
mod reconciliation;
#[path = "../calculator/render.rs"]
mod render;
mod report;
mod wage_returns;
mod words;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use banenafspraak::Printable;
use banenafspraak::payroll::csv::{
    self, Employer, Employers, ExtraColumns, FileError, OnError, RecordReader, Sources,
    read_attributions_by_year_with_notes, read_register_with_notes,
};
use banenafspraak::payroll::{Allow, EmployerTotals, Mismatch};
use clap::Parser as _;
use indicatif::{ProgressBar, ProgressStyle};

use args::{Args, Emit};
use kind::Kind;
use message_kind::MessageKind;
use messages::UnreadMessage;
use options::Format;
use output_file::OutputFile;
use persons::Persons;
use reconciliation::Reconciliation;
use report::{End, Report, employer_year, line_at_fault, unread_lines};
use words::Words;

/// Why there is no more output.
enum Stopped {
    /// A file of the command line cannot be opened, or created.
    Open(io::Error),
    /// The output cannot be written.
    Write(io::Error),
    /// A line that cannot be read, without `--keep-going`.
    Line(FileError),
    /// What every employer's year rests on could not be read whole.
    Unknown,
    /// A message that cannot be read whole, without `--keep-going`.
    Message(UnreadMessage),
    /// Keys that cannot be those of wage returns.
    Keys(String),
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
        Err(Stopped::Write(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stopped::Write(error)) => {
            eprintln!("payroll: {}", Printable(error));
            ExitCode::from(1)
        }
        Err(Stopped::Open(error)) => {
            eprintln!("payroll: {}", Printable(error));
            ExitCode::from(2)
        }
        Err(Stopped::Line(error)) => {
            let text = error.to_string();
            let text = persons(&args).hide(&text, None, Words::of(args.lang.into())).into_owned();
            eprintln!("payroll: {} [{}]", Printable(text), error.code());
            ExitCode::from(1)
        }
        Err(Stopped::Message(UnreadMessage { path, code, message, .. })) => {
            let (path, message) = (Printable(path.display()), Printable(message));
            eprintln!("payroll: {path}: {message} [{code}]");
            ExitCode::from(1)
        }
        Err(Stopped::Keys(wrong)) => {
            eprintln!("payroll: {}", Printable(wrong));
            ExitCode::from(1)
        }
        Err(Stopped::Unknown) => {
            eprintln!(
                "payroll: register or attributions have lines that cannot be read: no employer's \
                 doelgroep is known, so none is assessed"
            );
            ExitCode::from(1)
        }
    }
}

/// Whether all was read and all employers could be assessed.
fn run(args: &Args) -> Result<bool, Stopped> {
    let list = args.reconciliation.as_deref();
    let list = list.map(|list| OutputFile::create(list, args.force, &inputs(args)?));
    let list = list.transpose().map_err(Stopped::Open)?;
    let found = RefCell::new(Reconciliation::new(args.lang.into(), list, persons(args)));
    let ran = read(args, &found);
    // What was found is reported, wherever the reading stopped.
    let found = found.into_inner();
    let all_read = !found.has(Kind::Unreadable) && !found.has(Kind::Message(MessageKind::Unread));
    let told = match (args.emit, args.format) {
        (Emit::Assessments, Format::Text) => found.end(&mut io::stdout().lock()),
        _ => found.end(&mut io::stderr().lock()),
    };
    let all_well = ran?;
    told.map_err(Stopped::Write)?;
    Ok(all_well && all_read)
}

/// Reads the files and reports each employer; whether all could be assessed.
fn read(args: &Args, found: &RefCell<Reconciliation>) -> Result<bool, Stopped> {
    // Whom a line of the register or of the attributions is about is not known: all may be wrong.
    // Only of a contradiction the register itself knows the person.
    let mut all_may_be_wrong = false;
    let mut tell = |error: FileError| {
        all_may_be_wrong |= error.file != csv::File::Employers && error.code() != "contradiction";
        found.borrow_mut().unreadable(&error);
    };
    let extra =
        if args.ignore_extra_columns { ExtraColumns::Ignored } else { ExtraColumns::Refused };
    let file = open(&args.employers)?;
    let read = Employers::read_with_notes(file, extra, on_error(args, &mut tell))?;
    let employers = found.borrow_mut().noted(csv::File::Employers, read);
    let file = open(&args.register)?;
    let read = read_register_with_notes(file, extra, on_error(args, &mut tell))?;
    let register = found.borrow_mut().noted(csv::File::Register, read);
    let mut attributions = BTreeMap::new();
    if let Some(path) = &args.attributions {
        let file = open(path)?;
        let read = read_attributions_by_year_with_notes(file, extra, on_error(args, &mut tell))?;
        attributions = found.borrow_mut().noted(csv::File::Attributions, read);
    }
    found.borrow_mut().employers_read(&employers);
    if all_may_be_wrong {
        return Err(Stopped::Unknown);
    }
    let of_year = attributions.remove(&args.year).unwrap_or_default();
    for (year, others) in attributions {
        found.borrow_mut().other_year(year, &others);
    }
    let sources = Sources {
        year: args.year,
        employers: &employers,
        register: &register,
        attributions: &of_year,
        allow: Allow { repeats: args.allow_repeats, overlaps: args.allow_overlaps },
    };

    let scheme = args.scheme.parameters();
    let mut report = Report::new(args, BufWriter::new(io::stdout().lock()));
    let Some(records) = &args.records else {
        return from_returns::run(args, &sources, scheme.as_ref(), report, &mut found.borrow_mut());
    };
    let file = open(records)?;
    let progress = progress(file.metadata().map_or(0, |data| data.len()));
    let records = RecordReader::new(progress.wrap_read(file), extra)?;
    found.borrow_mut().noted(csv::File::Records, ((), records.notes()));
    let mut each = |employer: &Employer, totals: Result<EmployerTotals, Mismatch>| {
        let mut found = found.borrow_mut();
        let unread = found.unread(&employer.key);
        let year = employer_year(employer, &totals, unread, scheme.as_ref());
        found.employer(&sources, employer, &totals, year.as_ref().ok());
        report.employer(&employer.key, (year, line_at_fault(&totals, unread)))
    };
    let mut tell = |error: FileError| found.borrow_mut().unreadable_record(&error, &employers);
    let on_error = on_error(args, &mut tell);
    let summary = match args.grouped {
        #[cfg(feature = "parallel")]
        true => sources.each_group_in_parallel(records, on_error, &mut each),
        #[cfg(not(feature = "parallel"))]
        true => sources.each_group(records, on_error, &mut each),
        false => sources.each_employer(records, on_error, &mut each),
    };
    progress.finish_and_clear();
    if summary.is_ok() {
        let found = found.borrow();
        for (employer, unread) in found.unread_alone() {
            let line = Some((unread.file, unread.first_line));
            if report.employer(employer, (Err(unread_lines(unread)), line)).is_break() {
                break;
            }
        }
    }
    let end = report.end(summary.is_ok()).map_err(Stopped::Write)?;
    let summary = summary?;
    match end {
        // Nothing is said of what was not read.
        End::BrokeOff => Ok(false),
        End::Reached { all_well } => {
            let mut found = found.borrow_mut();
            if summary.ends_without_line_end {
                found.cut_off(csv::File::Records);
            }
            found.finish(&sources, summary.skipped, summary.unknown);
            Ok(all_well)
        }
    }
}

/// The files that are read.
fn inputs(args: &Args) -> io::Result<Vec<PathBuf>> {
    let mut inputs = messages::files(&args.wage_returns)?;
    inputs.extend([&args.employers, &args.register].map(PathBuf::clone));
    inputs.extend(args.records.iter().chain(&args.attributions).cloned());
    Ok(inputs)
}

/// How persons are named: beside wage returns their keys are BSNs.
fn persons(args: &Args) -> Persons {
    if args.show_persons || args.wage_returns.is_empty() {
        Persons::Keys
    } else {
        Persons::Hidden(BTreeMap::new())
    }
}

/// Errors are reported, and reading continues or stops.
fn on_error<'t>(args: &Args, tell: &'t mut dyn FnMut(FileError)) -> OnError<'t> {
    if args.keep_going { OnError::Tell(tell) } else { OnError::Stop }
}

fn open(path: &Path) -> Result<File, Stopped> {
    let named =
        |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    File::open(path).map_err(|error| Stopped::Open(named(error)))
}

/// A bar on standard error, if that is a terminal.
fn progress(bytes: u64) -> ProgressBar {
    bar(bytes, "{wide_bar} {bytes}/{total_bytes}, {bytes_per_sec}, {eta} left")
}

/// The same, of files.
fn progress_of_files(files: usize) -> ProgressBar {
    bar(u64::try_from(files).unwrap_or(u64::MAX), "{wide_bar} {human_pos}/{human_len} files")
}

fn bar(length: u64, template: &str) -> ProgressBar {
    let style = ProgressStyle::with_template(template);
    ProgressBar::new(length).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
