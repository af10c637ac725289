//! An outcome for each input, in the form asked for.

use std::cell::RefCell;
use std::io::{self, BufReader, BufWriter, Read, Write};

use banenafspraak::tables::{OutcomeRow, TableWriter};
use banenafspraak::{Figures, Language};

use crate::args::Args;
use crate::flag_errors;
use crate::notes::note;
use crate::shared::options::{Format, form};
use crate::shared::outcome::Outcome;
use crate::shared::output_file::OutputFile;
use crate::shared::read;
use crate::shared::render::{self, Detail};
use crate::tied::Tied;

/// How the outcomes are written.
enum Form<W> {
    Text(Box<render::Text>),
    Json(Option<Language>),
    Table(TableWriter<W, OutcomeRow>),
}

/// Writes each outcome; how many there are, and whether all could be assessed.
pub(crate) fn write(
    args: &Args,
    input: impl Read,
    mut receipts: Option<&mut OutputFile>,
) -> io::Result<(u64, bool)> {
    let language = args.lang.into();
    let out = RefCell::new(BufWriter::new(io::stdout().lock()));
    let mut form = match args.format {
        Format::Text => {
            let detail = if args.explain { Detail::Steps } else { Detail::Reasons };
            Form::Text(Box::new(render::Text::new(language, detail)))
        }
        Format::Json => Form::Json(args.explain.then_some(language)),
        Format::Csv => Form::Table(TableWriter::new(Shared(&out), form(args.dialect, args.lang))?),
    };
    let (mut inputs, mut all_assessed) = (0_u64, true);
    let by_flags = args.employer().is_some();
    let figures = Figures::published();
    let input = BufReader::new(Tied::new(input, &out));
    read::inputs(input, args.table.into(), &mut |it| note(&it, language), &mut |mut input| {
        inputs = inputs.saturating_add(1);
        if let Some(default) = args.default_quotumpercentage {
            input.employer = input.employer.map(|it| it.or_quotumpercentage(default, &figures));
        }
        let outcome = input.assessed();
        let outcome = if by_flags { flag_errors::named(outcome, language) } else { outcome };
        let outcome = outcome.in_language(language);
        all_assessed &= outcome.result.is_ok();
        if let (Some(receipts), Ok(outcome)) = (&mut receipts, &outcome.result) {
            serde_json::to_writer(&mut **receipts, &outcome.receipt())?;
            writeln!(receipts)?;
        }
        form.write(outcome, &out, language)
    })?;
    if let Form::Text(text) = form {
        if inputs > 0 {
            text.end(&mut Shared(&out), None)?;
        }
    }
    out.into_inner().flush()?;
    Ok((inputs, all_assessed))
}

impl<'o, W: Write> Form<Shared<'o, W>> {
    fn write(
        &mut self,
        outcome: Outcome,
        out: &'o RefCell<W>,
        language: Language,
    ) -> io::Result<()> {
        match self {
            Self::Text(text) => text.row(&mut Shared(out), outcome),
            Self::Json(explain) => outcome.json_line(&mut Shared(out), *explain),
            Self::Table(table) => table.write(&outcome.row(language)),
        }
    }
}

/// The output, which the input flushes too.
struct Shared<'o, W>(&'o RefCell<W>);

impl<W: Write> Write for Shared<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.borrow_mut().flush()
    }
}
