//! The outcomes added up: per sector and year, and under one percentage after another.

use std::io::{self, BufReader, BufWriter, Read, Write};

use banenafspraak::sums::{Grouping, Row, Sums};
use banenafspraak::tables::TableWriter;
use banenafspraak::unit::Quantity;
use banenafspraak::{Figures, Language, Printable};

use crate::args::Args;
use crate::notes::note;
use crate::shared::options::{Format, form};
use crate::shared::outcome::{Place, Refusal};
use crate::shared::read;

/// The most errors that are listed.
const MOST_LISTED: usize = 10;

/// Adds up all inputs; also whether all could be assessed.
pub(crate) fn add(args: &Args, input: impl Read) -> io::Result<(Sums, bool)> {
    let (language, figures) = (args.lang.into(), Figures::published());
    let grouping = args.sum_by.unwrap_or(Grouping::ALL_TOGETHER);
    let mut sums = Sums::new(grouping).under(args.sweep.iter().copied());
    let mut refused = 0_usize;
    read::inputs(
        BufReader::new(input),
        args.table.into(),
        &mut |it| note(&it, language),
        &mut |input| {
            let added = match input.employer {
                Ok(employer) => {
                    let employer = match args.default_quotumpercentage {
                        Some(default) => employer.or_quotumpercentage(default, &figures),
                        None => employer,
                    };
                    sums.add(&employer, &figures).map_err(Refusal::Contract)
                }
                Err(refusal) => {
                    sums.add_refused(input.year);
                    Err(refusal)
                }
            };
            if let Err(refusal) = added {
                refused = refused.saturating_add(1);
                if refused <= MOST_LISTED {
                    complain(input.place, input.id.as_deref(), &refusal, language);
                }
            }
            Ok(())
        },
    )?;
    if let Some(more) = refused.checked_sub(MOST_LISTED).filter(|more| *more > 0) {
        let text = match language {
            Language::Nl => "meer die niet te beoordelen zijn",
            _ => "more that could not be assessed",
        };
        eprintln!("calculator: ... {more} {text}");
    }
    Ok((sums, refused == 0))
}

/// Says which input is in no sum, and why.
fn complain(place: Place, id: Option<&str>, refusal: &Refusal, language: Language) {
    let word = match (place, language) {
        (Place::Employer(_), Language::Nl) => "werkgever",
        (Place::Employer(_), _) => "employer",
        (_, Language::Nl) => "regel",
        _ => "line",
    };
    let id = id.map(|id| format!(" ({})", Printable(id))).unwrap_or_default();
    let number = place.number().unwrap_or(1);
    let (message, code) = (refusal.message(language), refusal.code());
    eprintln!("calculator: {word} {number}{id}: {} [{code}]", Printable(message));
}

/// Writes the sums in the form asked for.
pub(crate) fn write(args: &Args, sums: &Sums) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    match args.format {
        Format::Text => Text { sums, language: args.lang.into() }.write(&mut out)?,
        Format::Json => {
            for row in sums.iter() {
                serde_json::to_writer(&mut out, &row)?;
                writeln!(out)?;
            }
        }
        Format::Csv => {
            let mut table = TableWriter::new(&mut out, form(args.dialect, args.lang))?;
            sums.iter().try_for_each(|row| table.write(&row))?;
        }
    }
    out.flush()
}

/// The sums for a person.
struct Text<'s> {
    sums: &'s Sums,
    language: Language,
}

impl Text<'_> {
    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let columns = [
            (self.say("employers", "werkgevers"), 11),
            (self.say("liable", "plichtig"), 10),
            (self.say("exempt", "vrijgesteld"), 13),
            (self.say("unknown", "onbekend"), 10),
            (self.say("failed", "mislukt"), 9),
            (self.say("required", "vereist"), 11),
            (self.say("realised", "gehaald"), 11),
            (self.say("short", "tekort"), 11),
            (self.say("above", "boven"), 11),
            (self.say("levy EUR", "heffing EUR"), 17),
            (self.say("payable EUR", "te betalen EUR"), 17),
        ];
        let headings = columns.map(|(name, width)| format!("{name:>width$}"));
        let line = format!("{}{}", self.group(None), headings.concat());
        writeln!(out, "{line}\n{}", "-".repeat(line.chars().count()))?;
        for row in self.sums.iter() {
            let sum = &row.sum;
            let cells = [
                sum.employers.to_string(),
                sum.liable.to_string(),
                sum.exempt.to_string(),
                sum.unknown.to_string(),
                sum.not_assessed.to_string(),
                self.number(sum.required_jobs),
                self.number(sum.realised_jobs),
                self.number(sum.quotumtekort),
                self.number(sum.surplus_jobs),
                self.number(sum.levy),
                self.number(sum.payable),
            ];
            let cells =
                cells.iter().zip(columns).map(|(cell, (_, width))| format!("{cell:>width$}"));
            writeln!(out, "{}{}", self.group(Some(row)), cells.collect::<String>())?;
        }
        let explained = self.say(
            "Jobs are the sums of the outcomes, each rounded down to a tenth. No year's quotumheffing is collected.",
            "Banen zijn de som van de uitkomsten, elk afgerond naar beneden op een tiende. Van geen jaar wordt de quotumheffing geheven.",
        );
        writeln!(out, "{explained}")?;
        let rows = || self.sums.iter();
        if rows().any(|row| row.sum.without_quotumpercentage.max(row.sum.levy_unknown) > 0) {
            writeln!(out)?;
        }
        for row in rows().filter(|row| row.sum.without_quotumpercentage > 0) {
            let (name, n) = (self.name(row), row.sum.without_quotumpercentage);
            match self.language {
                Language::Nl => writeln!(
                    out,
                    "{name}van {n} is geen quotumpercentage bekend: zij tellen niet mee in vereist, tekort en boven"
                )?,
                _ => writeln!(
                    out,
                    "{name}{n} without a known quotumpercentage: not in required, short and above"
                )?,
            }
        }
        for row in rows().filter(|row| row.sum.levy_unknown > 0) {
            let (name, n) = (self.name(row), row.sum.levy_unknown);
            match self.language {
                Language::Nl => {
                    writeln!(
                        out,
                        "{name}van {n} is de heffing niet bekend: zij tellen daarin niet mee"
                    )?;
                }
                _ => writeln!(out, "{name}{n} with a levy that is not known: not in the levy")?,
            }
        }
        let (version, fingerprint) =
            (env!("CARGO_PKG_VERSION"), Figures::published().fingerprint());
        let figures = self.say("figures", "cijfers");
        writeln!(out, "\nbanenafspraak {version}, {figures} sha256:{fingerprint}")
    }

    /// What the group is, in columns; of no row the headings.
    fn group(&self, row: Option<Row>) -> String {
        let Grouping { sector, year } = self.sums.grouping();
        let unknown = || self.say("not known", "onbekend").to_owned();
        let mut cells = Vec::new();
        if self.sums.iter().any(|row| row.group.quotumpercentage.is_some()) {
            let cell = match row {
                Some(row) => row.group.quotumpercentage.map(|it| self.number(it)),
                None => Some("%".to_owned()),
            };
            cells.push(format!("{:>8} ", cell.unwrap_or_default()));
        }
        if year {
            let cell = match row {
                Some(row) => row.group.year.map_or_else(unknown, |it| it.to_string()),
                None => self.say("year", "jaar").to_owned(),
            };
            cells.push(format!("{cell:<10}"));
        }
        if sector {
            let cell = match row {
                Some(row) => row.group.sector.map_or_else(unknown, |it| it.to_string()),
                None => "sector".to_owned(),
            };
            cells.push(format!("{cell:<10}"));
        }
        cells.concat()
    }

    /// Which group a note is about.
    fn name(&self, row: Row) -> String {
        let group = row.group;
        let facts = [
            group.quotumpercentage.map(|it| self.number(it)),
            group.year.map(|it| it.to_string()),
            group.sector.map(|it| it.to_string()),
        ];
        let facts: Vec<_> = facts.into_iter().flatten().collect();
        if facts.is_empty() { String::new() } else { format!("{}: ", facts.join(" ")) }
    }

    fn number(&self, quantity: impl Into<Quantity>) -> String {
        quantity.into().number(self.language).to_string()
    }

    fn say(&self, english: &'static str, dutch: &'static str) -> &'static str {
        match self.language {
            Language::Nl => dutch,
            _ => english,
        }
    }
}
