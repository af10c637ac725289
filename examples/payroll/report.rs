//! The outcomes as they come, in the form asked for.

use std::io::{self, Write};
use std::ops::ControlFlow;

use banenafspraak::payroll::csv::Employer;
use banenafspraak::payroll::{EmployerTotals, Mismatch};
use banenafspraak::{EmployerYear, Error, assess};

use crate::args::{Args, Emit};
use crate::options::{Format, Lang};
use crate::outcome::{Outcome, Refusal};
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

    pub(crate) fn employer(
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
    pub(crate) fn end(mut self, complete: bool) -> io::Result<bool> {
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

pub(crate) fn incomplete(lines: u64) -> Refusal {
    let message = format!("{lines} lines of this employer could not be read");
    Refusal::Other { code: "unread_lines", field: None, message }
}

pub(crate) fn refusal(mismatch: Mismatch) -> Refusal {
    match mismatch {
        Mismatch::Total { error, .. } => Refusal::Contract(*error),
        other => Refusal::Other {
            code: other.code(),
            field: Some("doelgroep_hours_attributed_out".to_owned()),
            message: other.to_string(),
        },
    }
}
