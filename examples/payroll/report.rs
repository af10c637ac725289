//! The outcomes as they come, in the form asked for.

use std::io::{self, Write};
use std::ops::ControlFlow;

use banenafspraak::payroll::csv::File;
use banenafspraak::payroll::{Mismatch, MismatchKind};
use banenafspraak::reconciliation::{self as payroll, RefusalKind};
use banenafspraak::tables::{OutcomeRow, TableWriter};
use banenafspraak::{Assessment, EmployerYear, Language, Printable, assess};

use crate::args::{Args, Emit};
use crate::shared::options::{Format, Lang, form};
use crate::shared::outcome::{Outcome, Place, Refusal};
use crate::shared::render::{self, Detail};

/// The outcomes as they come, in the form asked for.
pub(crate) struct Report<'a, W: Write> {
    args: &'a Args,
    out: Output<W>,
    text: render::Text,
    employers: usize,
    all_well: bool,
    failed: io::Result<()>,
}

/// Where the outcomes go.
enum Output<W> {
    /// Text or JSON Lines.
    Lines(W),
    Outcomes(Box<TableWriter<W, OutcomeRow>>),
    Totals(Box<TableWriter<W, EmployerYear>>),
}

impl<W: Write> Output<W> {
    fn get_mut(&mut self) -> &mut W {
        match self {
            Self::Lines(out) => out,
            Self::Outcomes(table) => table.get_mut(),
            Self::Totals(table) => table.get_mut(),
        }
    }
}

impl<'a, W: Write> Report<'a, W> {
    pub(crate) fn new(args: &'a Args, out: W) -> io::Result<Self> {
        let text = render::Text::new(args.lang.into(), args.detail);
        let form = form(args.dialect, args.lang);
        let out = match (args.format, args.emit) {
            (Format::Text | Format::Json, _) => Output::Lines(out),
            (Format::Csv, Emit::Assessments) => {
                Output::Outcomes(Box::new(TableWriter::new(out, form)?))
            }
            (Format::Csv, Emit::Inputs) => Output::Totals(Box::new(TableWriter::new(out, form)?)),
        };
        Ok(Self { args, out, text, employers: 0, all_well: true, failed: Ok(()) })
    }

    /// Writes one employer's outcome. Breaks off at the first that is refused, for whatever reason,
    /// unless `--keep-going` is given.
    pub(crate) fn employer(
        &mut self,
        employer: &str,
        year: Result<EmployerYear, payroll::Refusal>,
        hide: impl Fn(&str) -> String,
    ) -> ControlFlow<()> {
        self.employers = self.employers.saturating_add(1);
        self.failed = match (self.args.emit, year) {
            (Emit::Inputs, Ok(year)) => self.input(&year),
            (_, Ok(year)) => {
                let result = assess(&year).map_err(Refusal::Contract);
                self.all_well &= result.is_ok();
                self.outcome(employer, result, None)
            }
            (_, Err(refusal)) => {
                self.all_well = false;
                self.outcome(
                    employer,
                    Err(refused(&refusal, self.args.lang.into(), hide)),
                    refusal.line(),
                )
            }
        };
        if self.failed.is_err() || self.broke_off() {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }

    /// Whether a refused employer ended the output.
    fn broke_off(&self) -> bool {
        !(self.all_well || self.args.keep_going)
    }

    fn input(&mut self, year: &EmployerYear) -> io::Result<()> {
        if let Output::Totals(table) = &mut self.out {
            return table.write(year);
        }
        let out = self.out.get_mut();
        serde_json::to_writer(&mut *out, year)?;
        writeln!(out)
    }

    fn outcome(
        &mut self,
        employer: &str,
        result: Result<Assessment, Refusal>,
        file: Option<(File, u64)>,
    ) -> io::Result<()> {
        let file = file.map(|(file, line)| (file.word(), line));
        let id = Some(employer.to_owned());
        let outcome = Outcome {
            place: Place::Payroll { number: self.employers, file },
            id,
            year: Some(self.args.year()),
            result,
        };
        let language = self.args.lang.into();
        let outcome = outcome.in_language(language);
        match (&mut self.out, self.args.emit, self.args.format) {
            (Output::Outcomes(table), ..) => table.write(&outcome.row(language)),
            // A table of totals has no row for it.
            (Output::Totals(_), ..) => {
                let id = outcome.id.clone().unwrap_or_default();
                let refused = outcome.row(language).err().unwrap_or_default();
                eprintln!("payroll: {}: {}", Printable(id), Printable(refused.error));
                Ok(())
            }
            (Output::Lines(out), Emit::Assessments, Format::Text) => self.text.row(out, outcome),
            // An error in the place of an input is one line too.
            (Output::Lines(out), ..) => {
                let explain = self.args.detail == Detail::Steps;
                outcome.json_line(out, explain.then_some(language))
            }
        }
    }

    /// Ends the output. Totals of a part are none.
    pub(crate) fn end(mut self, all_read: bool) -> io::Result<End> {
        let broke_off = self.broke_off();
        self.failed?;
        if self.args.format == Format::Text && self.args.emit == Emit::Assessments {
            let instead = match (all_read, broke_off) {
                (false, _) => Some(reading_stopped(self.args.lang)),
                (true, true) => Some(employer_refused(self.args.lang)),
                (true, false) => None,
            };
            self.text.end(self.out.get_mut(), instead)?;
        }
        self.out.get_mut().flush()?;
        Ok(if broke_off { End::BrokeOff } else { End::Reached { all_well: self.all_well } })
    }
}

/// How the output ended.
pub(crate) enum End {
    /// A refused employer ended it: of those after it nothing is known.
    BrokeOff,
    /// With the last employer that has records.
    Reached { all_well: bool },
}

/// Said in place of the totals where a line or the reader ended it.
const fn reading_stopped(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => {
            "ONVOLLEDIG: het lezen is gestopt; in de laatste rijen kunnen aangiften ontbreken."
        }
        Lang::En => "INCOMPLETE: reading stopped; the last rows may lack records.",
    }
}

/// Said in place of the totals where an employer ended it.
const fn employer_refused(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => {
            "ONVOLLEDIG: gestopt bij de eerste werkgever die niet te beoordelen is (--keep-going gaat door)."
        }
        Lang::En => {
            "INCOMPLETE: stopped at the first employer that could not be assessed (--keep-going goes on)."
        }
    }
}

/// Why an employer is not assessed, as the contract has it.
fn refused(
    refusal: &payroll::Refusal,
    language: Language,
    hide: impl Fn(&str) -> String,
) -> Refusal {
    let total = match &refusal.kind {
        RefusalKind::Mismatch(Mismatch { kind: MismatchKind::Total(error), .. }) => Some(error),
        _ => None,
    };
    match total {
        Some(error) => Refusal::Contract(error.clone()),
        None => Refusal::Other {
            code: refusal.code(),
            field: refusal.field(),
            message: hide(&refusal.localized(language).to_string()),
        },
    }
}
