//! The outcomes as they come, in the form asked for.

use std::io::{self, Write};
use std::ops::ControlFlow;

use banenafspraak::payroll::csv::{Employer, File};
use banenafspraak::payroll::{EmployerTotals, Mismatch};
use banenafspraak::{Assessment, EmployerYear, SchemeParameters, assess};

use crate::args::{Args, Emit};
use crate::options::{Format, Lang};
use crate::outcome::{Outcome, Place, Refusal};
use crate::reconciliation::Unread;
use crate::render::{self, Detail};

/// The outcomes as they come, in the form asked for.
pub(crate) struct Report<'a, W: Write> {
    args: &'a Args,
    out: W,
    text: render::Text,
    employers: usize,
    all_well: bool,
    failed: io::Result<()>,
}

impl<'a, W: Write> Report<'a, W> {
    pub(crate) fn new(args: &'a Args, out: W) -> Self {
        let text = render::Text::new(args.lang.into(), args.detail);
        Self { args, out, text, employers: 0, all_well: true, failed: Ok(()) }
    }

    /// Writes one employer's outcome. Breaks off at the first that is refused, for whatever reason,
    /// unless errors are passed over.
    pub(crate) fn employer(
        &mut self,
        employer: &str,
        (year, file): (Result<EmployerYear, Refusal>, Option<(File, u64)>),
    ) -> ControlFlow<()> {
        self.employers = self.employers.saturating_add(1);
        self.failed = match (self.args.emit, year) {
            (Emit::Inputs, Ok(year)) => self.input(&year),
            (_, year) => {
                let result = year.and_then(|year| assess(&year).map_err(Refusal::Contract));
                self.all_well &= result.is_ok();
                self.outcome(employer, result, file)
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
        serde_json::to_writer(&mut self.out, year)?;
        writeln!(self.out)
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
            year: Some(self.args.year),
            result,
        };
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

    /// Ends the output. Totals of a part are none.
    pub(crate) fn end(mut self, all_read: bool) -> io::Result<End> {
        let broke_off = self.broke_off();
        self.failed?;
        if self.args.format == Format::Text && self.args.emit == Emit::Assessments {
            let instead = match (all_read, broke_off) {
                (false, _) => Some(reading_stopped(self.args.lang)),
                (true, true) => Some(refused(self.args.lang)),
                (true, false) => None,
            };
            self.text.end(&mut self.out, instead)?;
        }
        self.out.flush()?;
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
        Lang::Nl => "ONVOLLEDIG: het lezen is gestopt; de laatste rijen kunnen records missen.",
        Lang::En => "INCOMPLETE: reading stopped; the last rows may lack records.",
    }
}

/// Said in place of the totals where an employer ended it.
const fn refused(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => {
            "ONVOLLEDIG: gestopt bij de eerste werkgever die niet te beoordelen is (--keep-going gaat door)."
        }
        Lang::En => {
            "INCOMPLETE: stopped at the first employer that could not be assessed (--keep-going goes on)."
        }
    }
}

/// Where the line is that an employer is refused for, if it is refused for one.
pub(crate) fn line_at_fault(
    totals: &Result<EmployerTotals, Mismatch>,
    unread: Option<Unread>,
) -> Option<(File, u64)> {
    match (unread, totals) {
        (Some(unread), _) => Some((unread.file, unread.first_line)),
        (None, Err(Mismatch::ContradictingRows { line, .. })) => Some((File::Employers, *line)),
        _ => None,
    }
}

/// The employer's year, under the scheme if there is one, or why there is no year; some of its
/// lines could perhaps not be read.
pub(crate) fn employer_year(
    employer: &Employer,
    totals: &Result<EmployerTotals, Mismatch>,
    unread: Option<Unread>,
    scheme: Option<&SchemeParameters>,
) -> Result<EmployerYear, Refusal> {
    // First of all: what is wrong with the totals may be that they are not whole.
    if let Some(unread) = unread {
        return Err(unread_lines(unread));
    }
    let totals = totals.as_ref().map_err(refusal)?;
    let mut year = totals.employer_year(employer.sector).map_err(Refusal::Contract)?;
    if let Some(percentage) = employer.quotumpercentage {
        year = year.with_quotumpercentage(percentage);
    }
    if let Some(parameters) = scheme {
        let scheme = totals.scheme(parameters, employer.became_employer_in);
        year = year.with_scheme(scheme.map_err(Refusal::Contract)?);
    }
    Ok(year)
}

/// Why an employer is refused of which lines could not be read.
pub(crate) fn unread_lines(Unread { lines, .. }: Unread) -> Refusal {
    let message = match lines {
        0 => "a line could not be read, and whose it is is not known".to_owned(),
        1 => "1 line of this employer could not be read".to_owned(),
        _ => format!("{lines} lines of this employer could not be read"),
    };
    Refusal::Other { code: "unread_lines", field: None, message }
}

fn refusal(mismatch: &Mismatch) -> Refusal {
    match mismatch {
        Mismatch::Total { error, .. } => Refusal::Contract(**error),
        other => Refusal::Other {
            code: other.code(),
            field: match other {
                Mismatch::Unregistered { .. } => Some("doelgroep_hours_attributed_in".to_owned()),
                Mismatch::Attribution { .. } => Some("doelgroep_hours_attributed_out".to_owned()),
                _ => None,
            },
            message: other.to_string(),
        },
    }
}
