//! From payroll files to assessments: reads the contract's files as people have them, and writes a table
//! or the contract's JSON Lines. What was left out or does not match is listed at the end.

mod args;
mod dutch;
mod errors;
mod files;
mod from_returns;
mod keys;
mod kind;
mod list;
mod message_kind;
mod messages;
mod notes;
mod persons;
mod report;
#[path = "../shared/mod.rs"]
mod shared;
mod wage_returns;
mod words;

use std::collections::BTreeMap;
use std::io::{self, BufWriter, ErrorKind, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use banenafspraak::Printable;
use banenafspraak::dialects::{DialectError, Plain};
use banenafspraak::payroll::csv::{self, FileError, Options};
use banenafspraak::payroll::{Allow, Joined, Sources};
use indicatif::{ProgressBar, ProgressStyle};

use args::{Args, Emit};
use kind::Kind;
use list::List;
use message_kind::MessageKind;
use messages::UnreadMessage;
use persons::Persons;
use report::{End, Report};
use shared::options::{Format, Lang};
use shared::output_file::OutputFile;
use shared::trouble::said;

/// Why there is no more output.
enum Stopped {
    /// A file of the command line cannot be opened, or created.
    Open(io::Error),
    /// The output cannot be written.
    Write(io::Error),
    /// A file of which the rest cannot be read.
    Line(FileError),
    /// Lines that cannot be read, without `--keep-going`: they are shown.
    Lines,
    /// A file of which it cannot be said what it is in.
    Dialect(csv::File, DialectError),
    /// A file of employers with none.
    NoEmployers,
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
    let args = Args::checked();
    match run(&args) {
        Ok(true) => ExitCode::SUCCESS,
        // The lines that cannot be read are shown where they were met.
        Ok(false) | Err(Stopped::Line(_) | Stopped::Lines) => ExitCode::from(1),
        // Whoever reads the output has seen enough.
        Err(Stopped::Write(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stopped::Write(error)) => {
            eprintln!("payroll: {}", said(&error, args.lang.into()));
            ExitCode::from(1)
        }
        Err(Stopped::Open(error)) => {
            eprintln!("payroll: {}", said(&error, args.lang.into()));
            ExitCode::from(2)
        }
        Err(Stopped::Dialect(file, error)) => {
            let code = error.code();
            let way_out = errors::way_out(file, code, args.lang);
            let error = error.localized(args.lang.into());
            let file = file.localized(args.lang.into());
            eprintln!("payroll: {file}: {} [{code}]{way_out}", Printable(error));
            ExitCode::from(1)
        }
        Err(Stopped::NoEmployers) => {
            eprintln!(
                "payroll: {}",
                match args.lang {
                    Lang::Nl => "het werkgeversbestand heeft geen werkgevers",
                    Lang::En => "the file of employers has no employers",
                }
            );
            ExitCode::from(1)
        }
        Err(Stopped::Message(unread)) => {
            let path = Printable(unread.path.display());
            let message = Printable(unread.message(args.lang.into()));
            eprintln!("payroll: {path}: {message} [{}]", unread.code());
            ExitCode::from(1)
        }
        Err(Stopped::Keys(wrong)) => {
            eprintln!("payroll: {}", Printable(wrong));
            ExitCode::from(1)
        }
        Err(Stopped::Unknown) => {
            eprintln!(
                "payroll: {}",
                match args.lang {
                    Lang::Nl => {
                        "het doelgroepregister of de toegerekende uren bevatten regels die niet te \
                         lezen zijn: van geen werkgever is de doelgroep bekend, dus wordt niets beoordeeld"
                    }
                    Lang::En => {
                        "register or attributions have lines that cannot be read: no employer's \
                         doelgroep is known, so none is assessed"
                    }
                }
            );
            ExitCode::from(1)
        }
    }
}

/// Whether all was read and all employers could be assessed.
fn run(args: &Args) -> Result<bool, Stopped> {
    let file = args.reconciliation.as_deref();
    let file = file.map(|file| OutputFile::create(file, args.force, &inputs(args)?));
    let file = file.transpose().map_err(Stopped::Open)?;
    let mut list = List::new(args.lang, file, persons(args), args.keep_going);
    let ran = read(args, &mut list);
    let ended_by = match &ran {
        Err(Stopped::Line(error)) => Some(list.error(error)),
        _ => None,
    };
    let errors = std::mem::take(&mut list.errors);
    // What was found is listed, wherever the reading stopped.
    let all_read = !list.has(Kind::Unreadable) && !list.has(Kind::Message(MessageKind::Unread));
    let ended = match (args.emit, args.format) {
        (Emit::Assessments, Format::Text) => list.end(&mut io::stdout().lock()),
        _ => list.end(&mut io::stderr().lock()),
    };
    errors.end(args.lang);
    if let Some(error) = ended_by {
        eprintln!("payroll: {}", Printable(error));
    }
    let all_well = ran?;
    ended.map_err(Stopped::Write)?;
    Ok(all_well && all_read)
}

/// Reads the files and reports each employer; whether all could be assessed.
fn read(args: &Args, list: &mut List) -> Result<bool, Stopped> {
    let options = Options::new();
    let options = if args.ignore_extra_columns { options.ignore_extra_columns() } else { options };
    let sources = tables(args, options, list)?;
    let scheme = args.scheme.parameters();
    let report = Report::new(args, BufWriter::new(io::stdout().lock()));
    let mut report = report.map_err(Stopped::Write)?;
    let Some((bytes, length)) = files::bytes(args, csv::File::Records)? else {
        if list.errors.any() {
            return Err(Stopped::Lines);
        }
        return from_returns::run(args, &sources, scheme.as_ref(), report, list);
    };
    let progress = progress(length, args.lang);
    let bytes = progress.wrap_read(bytes);
    let records = files::plain(args, csv::File::Records, bytes, &mut list.errors)?;
    let records = options.records(records)?;
    list.noted(csv::File::Records, &records.notes());
    // Where a table has errors, only those of the records are looked for.
    let tables_are_read = !list.errors.any();
    let mut stopped = None;
    let mut each = |joined: Result<Joined<'_>, FileError>| match joined {
        // Beside an error nothing is assessed.
        Ok(_) if list.errors.any() => ControlFlow::Continue(()),
        Ok(joined) => {
            let year = list.employer_year(&joined, scheme.as_ref(), &sources);
            report.employer(&joined.employer.key, year, str::to_owned)
        }
        Err(error) => match list.unread_line(error, &sources) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                stopped = Some(error);
                ControlFlow::Break(())
            }
        },
    };
    let summary = match args.grouped {
        #[cfg(feature = "parallel")]
        true => records.grouped_in_parallel(&sources, each),
        #[cfg(not(feature = "parallel"))]
        true => {
            let mut employers = records.grouped(&sources);
            let _ = employers.try_for_each(&mut each);
            employers.summary()
        }
        false => {
            let mut employers = records.in_any_order(&sources);
            let _ = employers.try_for_each(&mut each);
            employers.summary()
        }
    };
    progress.finish_and_clear();
    if stopped.is_none() {
        for refusal in list.unread_alone() {
            let employer = refusal.employer.clone();
            if report.employer(&employer, Err(refusal), str::to_owned).is_break() {
                break;
            }
        }
    }
    if stopped.is_none() && list.errors.any() {
        stopped = Some(Stopped::Lines);
    }
    let end = if tables_are_read {
        report.end(stopped.is_none()).map_err(Stopped::Write)?
    } else {
        End::BrokeOff
    };
    if let Some(error) = stopped {
        return Err(error);
    }
    match end {
        // Nothing is said of what was not read.
        End::BrokeOff => Ok(false),
        End::Reached { all_well } => {
            list.finish(summary, &sources);
            Ok(all_well)
        }
    }
}

/// What the records are joined with.
fn tables(args: &Args, options: Options, list: &mut List) -> Result<Sources, Stopped> {
    let mut sources = Sources::new(args.year());
    sources.allow = Allow { repeats: args.allow_repeats, overlaps: args.allow_overlaps };
    if let Some(plain) = table(args, csv::File::Employers, list)? {
        let lines = options.employers(plain)?;
        sources.employers = list.table(csv::File::Employers, lines, &sources)?;
    }
    if let Some(plain) = table(args, csv::File::Register, list)? {
        let lines = options.register(plain)?;
        sources.register = list.table(csv::File::Register, lines, &sources)?.into();
    }
    let mut attributions = BTreeMap::new();
    if let Some(plain) = table(args, csv::File::Attributions, list)? {
        let lines = options.attributions(plain)?;
        attributions = list.table(csv::File::Attributions, lines, &sources)?;
    }
    sources.attributions = attributions.remove(&args.year()).unwrap_or_default();
    list.tables_read(&sources);
    if list.refuses_all() {
        return Err(Stopped::Unknown);
    }
    if sources.employers.is_empty() && !list.errors.any() && !list.has(Kind::Unreadable) {
        return Err(Stopped::NoEmployers);
    }
    for (year, others) in attributions {
        list.other_year(year, &others);
    }
    Ok(sources)
}

/// A table in the plain form, if there is one.
fn table(
    args: &Args,
    file: csv::File,
    list: &mut List,
) -> Result<Option<Plain<impl Read + use<>>>, Stopped> {
    let bytes = files::bytes(args, file)?;
    bytes.map(|(bytes, _)| files::plain(args, file, bytes, &mut list.errors)).transpose()
}

/// The files that are read.
fn inputs(args: &Args) -> io::Result<Vec<PathBuf>> {
    let mut inputs = messages::files(&args.wage_returns)?;
    let paths = args.paths().filter(|path| *path != Path::new("-"));
    inputs.extend(paths.map(Path::to_owned));
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

/// A bar on standard error, if that is a terminal.
fn progress(bytes: u64, lang: Lang) -> ProgressBar {
    let left = match lang {
        Lang::Nl => "nog {eta}",
        Lang::En => "{eta} left",
    };
    bar(bytes, &format!("{{wide_bar}} {{bytes}}/{{total_bytes}}, {{bytes_per_sec}}, {left}"))
}

/// The same, of files.
fn progress_of_files(files: usize, lang: Lang) -> ProgressBar {
    let unit = match lang {
        Lang::Nl => "bestanden",
        Lang::En => "files",
    };
    let template = format!("{{wide_bar}} {{human_pos}}/{{human_len}} {unit}");
    bar(u64::try_from(files).unwrap_or(u64::MAX), &template)
}

fn bar(length: u64, template: &str) -> ProgressBar {
    let style = ProgressStyle::with_template(template);
    ProgressBar::new(length).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
