//! The outcome for a person: a table, totals, reasons and what to do next.

use std::collections::BTreeSet;
use std::io::{self, Write};

use banenafspraak::law::Regime;
use banenafspraak::unit::Quantity;
use banenafspraak::{Figures, Jobs, Language, Levy, Payable, Printable, Quota, Year};

use super::advice::advice;
use super::calendar;
use super::dutch;
use super::mark::Mark;
use super::outcome::{Outcome, Place};

/// The most employers whose reasons, and the most whose errors, are listed below the table: what is
/// kept for it does not grow with the input.
const MOST_LISTED: usize = 1_000;

/// What is below the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Detail {
    /// Nothing but totals: memory does not grow with the rows.
    Table,
    /// Why, and what to do next.
    Reasons,
    /// Every step, too.
    Steps,
}

/// The table is written row by row; what is said below it is kept until the end.
pub(crate) struct Text {
    language: Language,
    detail: Detail,
    rows: usize,
    /// Levies that are due, and levies that are computed but never collected, in cents.
    due: i128,
    not_due: i128,
    /// Levies that are not known.
    unknown: usize,
    net: i128,
    schemes: usize,
    /// The years assessed for the quotumheffing, whose dates are listed.
    years: BTreeSet<Year>,
    /// The marks in the table.
    marks: BTreeSet<Mark>,
    below: List,
    refused: List,
}

/// The first lines of a list, and how many there were.
#[derive(Default)]
struct List {
    lines: Vec<String>,
    items: usize,
}

impl List {
    /// Adds the lines of one item, unless the list is full.
    fn add(&mut self, lines: impl FnOnce() -> Vec<String>) {
        self.items = self.items.saturating_add(1);
        if self.items <= MOST_LISTED {
            self.lines.extend(lines());
        }
    }

    const fn not_listed(&self) -> usize {
        self.items.saturating_sub(MOST_LISTED)
    }
}

impl Text {
    pub(crate) fn new(language: Language, detail: Detail) -> Self {
        Self {
            language,
            detail,
            rows: 0,
            due: 0,
            not_due: 0,
            unknown: 0,
            net: 0,
            schemes: 0,
            years: BTreeSet::new(),
            marks: BTreeSet::new(),
            below: List::default(),
            refused: List::default(),
        }
    }

    pub(crate) fn row(&mut self, out: &mut impl Write, outcome: Outcome) -> io::Result<()> {
        let place = outcome.place;
        let name = |id: Option<String>| shown(id.as_deref().unwrap_or(""), place);
        let assessment = match outcome.result {
            Ok(assessment) => assessment,
            Err(refusal) => {
                let name = name(outcome.id);
                let (line, employer) =
                    (self.say("line", "regel"), self.say("employer", "werkgever"));
                let is_dutch = self.language == Language::Nl;
                self.refused.add(|| {
                    vec![match place {
                        Place::Line(number) => format!("{line} {number} ({name}): {refusal}"),
                        Place::Employer(number) | Place::Payroll { number, file: None } => {
                            format!("{employer} {number} ({name}): {refusal}")
                        }
                        Place::Payroll { number, file: Some((file, at)) } => {
                            let file = if is_dutch { dutch::file(file) } else { file };
                            format!("{employer} {number} ({name}; {file}, {line} {at}): {refusal}")
                        }
                        Place::Flags => refusal.to_string(),
                    }]
                });
                return Ok(());
            }
        };
        if self.rows == 0 {
            self.header(out)?;
        }
        self.rows = self.rows.saturating_add(1);
        let name = name(outcome.id);
        let cell = cut(&name, 18);
        let jobs = |jobs: Option<Jobs>| jobs.map_or("-".to_owned(), |jobs| self.number(jobs));
        let quota = assessment.quota();
        let payable = assessment.payable();
        let levy = match payable {
            Payable::ComputedOnly { computed, .. } => computed,
            Payable::NotOwed(_) | Payable::Due(_) => Some(payable.amount()),
        };
        let net = match assessment.levy() {
            Levy::WetBanenafspraak { net, .. } => Some(net),
            Levy::Quotumheffing { .. } => None,
        };
        let [of_levy, of_year] = [Mark::of_levy(payable), Mark::of_year(&assessment)];
        writeln!(
            out,
            "{cell:<18} {:>4}{}{:<8} {:>9} {:>9} {:>8} {:>8} {:>16} {} {:>14}",
            assessment.year(),
            of_year.map_or(' ', Mark::sign),
            assessment.sector(),
            jobs(quota.map(Quota::required_jobs)),
            jobs(Some(assessment.realised_jobs())),
            jobs(quota.map(Quota::quotumtekort)),
            jobs(quota.map(Quota::surplus_jobs)),
            levy.map_or("-".to_owned(), |levy| self.number(levy)),
            of_levy.map_or(' ', Mark::sign),
            net.map_or("-".to_owned(), |net| self.number(net)),
        )?;
        self.marks.extend(of_levy);
        self.marks.extend(of_year);
        if assessment.regime() == Regime::Quotumheffing {
            self.years.insert(assessment.year());
        }
        let total = match payable {
            Payable::ComputedOnly { .. } => &mut self.not_due,
            Payable::NotOwed(_) | Payable::Due(_) => &mut self.due,
        };
        match levy {
            Some(levy) => *total = total.saturating_add(cents(levy.to_decimal())),
            None => self.unknown = self.unknown.saturating_add(1),
        }
        if let Some(net) = net {
            self.schemes = self.schemes.saturating_add(1);
            self.net = self.net.saturating_add(cents(net.to_decimal()));
        }
        if self.detail == Detail::Table {
            return Ok(());
        }
        let (language, detail) = (self.language, self.detail);
        self.below.add(|| {
            let mut lines = vec![format!("{name}: {}", advice(&assessment, language))];
            if detail == Detail::Steps {
                let steps = assessment.explanation().text(language);
                lines.extend(steps.lines().map(|line| format!("    {line}")));
            }
            lines
        });
        Ok(())
    }

    /// Ends the table: with totals or, where rows are missing, with what is said instead.
    pub(crate) fn end(&self, out: &mut impl Write, instead: Option<&str>) -> io::Result<()> {
        match instead {
            Some(notice) => writeln!(out, "{notice}")?,
            None if self.rows > 0 => self.totals(out)?,
            None => {}
        }
        if self.below.items > 0 {
            writeln!(out, "\n{}", self.say("Why, and what next", "Waarom, en wat nu"))?;
        }
        self.list(out, &self.below)?;
        if self.refused.items > 0 {
            let gap = if self.rows > 0 || instead.is_some() { "\n" } else { "" };
            writeln!(out, "{gap}{}", self.say("Could not be assessed", "Niet te beoordelen"))?;
        }
        self.list(out, &self.refused)?;
        if self.detail != Detail::Steps && !self.years.is_empty() {
            calendar::write(out, &self.years, self.language)?;
        }
        let fingerprint = Figures::published().fingerprint();
        let figures = self.say("figures", "cijfers");
        writeln!(
            out,
            "\nbanenafspraak {}, {figures} sha256:{fingerprint}",
            env!("CARGO_PKG_VERSION")
        )
    }

    fn list(&self, out: &mut impl Write, list: &List) -> io::Result<()> {
        for text in &list.lines {
            writeln!(out, "  {text}")?;
        }
        match list.not_listed() {
            0 => Ok(()),
            more => {
                let all = self.say(
                    "more; --format json has all of them",
                    "meer; --format json bevat ze allemaal",
                );
                writeln!(out, "  ... {more} {all}")
            }
        }
    }

    fn totals(&self, out: &mut impl Write) -> io::Result<()> {
        let net = if self.schemes > 0 { self.total(self.net) } else { "-".to_owned() };
        let (due, not_due) = (self.total(self.due), self.total(self.not_due));
        let [collected, computed] = [
            self.say("Total due", "Totaal verschuldigd"),
            self.say("Total computed, not collected", "Totaal berekend, niet geheven"),
        ];
        writeln!(out, "{}", "-".repeat(104))?;
        writeln!(out, "{collected:<32} {due:>54}   {net:>14}")?;
        writeln!(out, "{computed:<32} {not_due:>54}")?;
        if self.unknown > 0 {
            let unknown = self.say("Levies not known", "Heffingen die niet bekend zijn");
            writeln!(out, "{unknown:<32} {:>54}", self.unknown)?;
        }
        for mark in &self.marks {
            writeln!(out, "{} {}", mark.sign(), mark.meaning(self.language))?;
        }
        let rounded = self.say(
            "Jobs are rounded down, each by itself: columns need not add up.",
            "Banen zijn naar beneden afgerond: door afronding sluiten de kolommen niet altijd.",
        );
        writeln!(out, "{rounded}")
    }

    fn header(&self, out: &mut impl Write) -> io::Result<()> {
        let [id, year, sector] = [
            self.say("employer", "werkgever"),
            self.say("year", "jaar"),
            self.say("sector", "sector"),
        ];
        let [required, realised, short, above, levy, net] = [
            self.say("required", "vereist"),
            self.say("realised", "gehaald"),
            self.say("short", "tekort"),
            self.say("above", "boven"),
            self.say("levy EUR", "heffing EUR"),
            self.say("net EUR", "saldo EUR"),
        ];
        writeln!(
            out,
            "{id:<18} {year:>4} {sector:<8} {required:>9} {realised:>9} {short:>8} {above:>8} {levy:>16}   {net:>14}\n{}",
            "-".repeat(104)
        )
    }

    fn number(&self, quantity: impl Into<Quantity>) -> String {
        quantity.into().number(self.language).to_string()
    }

    fn total(&self, cents: i128) -> String {
        let euro = rust_decimal::Decimal::try_from_i128_with_scale(cents, 2).ok();
        let net = euro.and_then(|euro| banenafspraak::unit::SignedEuro::new(euro).ok());
        net.map_or("-".to_owned(), |net| self.number(net))
    }

    fn say(&self, english: &'static str, dutch: &'static str) -> &'static str {
        match self.language {
            Language::Nl => dutch,
            _ => english,
        }
    }
}

/// The id as it may be in a table of text: escaped, never nothing.
fn shown(id: &str, place: Place) -> String {
    let name = Printable(id).to_string();
    if name.trim().is_empty() { format!("#{}", place.number().unwrap_or(1)) } else { name }
}

/// The first characters of a name, the last an ellipsis where any are left out.
fn cut(name: &str, width: usize) -> String {
    if name.chars().count() <= width {
        return name.to_owned();
    }
    name.chars().take(width.saturating_sub(1)).chain(['…']).collect()
}

/// Whole cents of an amount, which has no more than two decimals.
fn cents(euro: rust_decimal::Decimal) -> i128 {
    let mut euro = euro;
    euro.rescale(2);
    euro.mantissa()
}
