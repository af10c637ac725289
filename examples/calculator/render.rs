//! The outcome for a person: a table, totals, reasons and what to do next.

use std::collections::BTreeSet;
use std::io::{self, Write};

use banenafspraak::{
    Assessment, Euro, ExactHours, Figures, Jobs, Language, LevyStatus, Liability, Quantity, Regime,
    Year,
};

use crate::calendar;
use crate::mark::Mark;
use crate::outcome::{Outcome, Place};

/// What stands below the table.
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
    net: i128,
    schemes: usize,
    /// The years assessed for the quotumheffing, of which the dates are told.
    years: BTreeSet<Year>,
    /// The marks that stand beside levies.
    marks: BTreeSet<Mark>,
    below: Vec<String>,
    refused: Vec<String>,
}

impl Text {
    pub(crate) fn new(language: Language, detail: Detail) -> Self {
        Self {
            language,
            detail,
            rows: 0,
            due: 0,
            not_due: 0,
            net: 0,
            schemes: 0,
            years: BTreeSet::new(),
            marks: BTreeSet::new(),
            below: Vec::new(),
            refused: Vec::new(),
        }
    }

    pub(crate) fn row(&mut self, out: &mut impl Write, outcome: Outcome) -> io::Result<()> {
        let place = outcome.place;
        let name = |id: Option<String>| shown(id.as_deref().unwrap_or(""), place);
        let assessment = match outcome.result {
            Ok(assessment) => assessment,
            Err(refusal) => {
                let name = name(outcome.id);
                self.refused.push(match place {
                    Place::Line(line) => {
                        format!("{} {line} ({name}): {refusal}", self.say("line", "regel"))
                    }
                    Place::Employer(number) | Place::Payroll { number, file: None } => {
                        let employer = self.say("employer", "werkgever");
                        format!("{employer} {number} ({name}): {refusal}")
                    }
                    Place::Payroll { number, file: Some((file, line)) } => {
                        let employer = self.say("employer", "werkgever");
                        let of_file = self.say("line", "regel");
                        format!("{employer} {number} ({name}; {file}, {of_file} {line}): {refusal}")
                    }
                    Place::Flags => refusal.to_string(),
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
        let levy = assessment.inclusiviteitsheffing().unwrap_or(assessment.quotumheffing());
        let net = assessment.net().map_or("-".to_owned(), |net| self.number(net));
        let mark = Mark::of(&assessment, levy);
        writeln!(
            out,
            "{cell:<18} {:>4} {:<8} {:>9} {:>9} {:>8} {:>8} {:>16} {} {net:>14}",
            assessment.year(),
            assessment.sector(),
            jobs(assessment.required_jobs().ok()),
            jobs(Some(assessment.realised_jobs())),
            jobs(assessment.quotumtekort().ok()),
            jobs(assessment.surplus_jobs().ok()),
            self.number(levy),
            mark.map_or(' ', Mark::sign),
        )?;
        self.marks.extend(mark);
        if assessment.regime() == Regime::Quotumheffing {
            self.years.insert(assessment.year());
        }
        let total = match assessment.levy_status() {
            LevyStatus::Due => &mut self.due,
            _ => &mut self.not_due,
        };
        *total = total.saturating_add(cents(levy.to_decimal()));
        if let Some(net) = assessment.net() {
            self.schemes = self.schemes.saturating_add(1);
            self.net = self.net.saturating_add(cents(net.to_decimal()));
        }
        if self.detail == Detail::Table {
            return Ok(());
        }
        self.below.push(format!("{name}: {}", self.advice(&assessment)));
        if self.detail == Detail::Steps {
            let steps = assessment.explanation().text(self.language);
            self.below.extend(steps.lines().map(|line| format!("    {line}")));
        }
        Ok(())
    }

    /// Ends the table: with totals or, where rows are missing, with what is said instead.
    pub(crate) fn end(&self, out: &mut impl Write, instead: Option<&str>) -> io::Result<()> {
        match instead {
            Some(notice) => writeln!(out, "{notice}")?,
            None if self.rows > 0 => self.totals(out)?,
            None => {}
        }
        if !self.below.is_empty() {
            writeln!(out, "\n{}", self.say("Why, and what next", "Waarom, en wat nu"))?;
        }
        for text in &self.below {
            writeln!(out, "  {text}")?;
        }
        if !self.refused.is_empty() {
            let gap = if self.rows > 0 || instead.is_some() { "\n" } else { "" };
            writeln!(out, "{gap}{}", self.say("Could not be assessed", "Niet te beoordelen"))?;
        }
        for text in &self.refused {
            writeln!(out, "  {text}")?;
        }
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
        for mark in &self.marks {
            writeln!(out, "{} {}", mark.sign(), mark.meaning(self.language))?;
        }
        let rounded = self.say(
            "Jobs are rounded down, each by itself: columns need not add up.",
            "Banen zijn naar beneden afgerond, elk op zich: kolommen hoeven niet op te tellen.",
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

    /// Why the outcome is what it is, and what to do next.
    fn advice(&self, assessment: &Assessment) -> String {
        let liability = Quantity::Word(assessment.liability().word()).localized(self.language);
        let mut sentences = vec![format!("{liability}.")];
        match (assessment.hours_short(), assessment.quotumtekort()) {
            (Ok(short), Ok(tekort)) if tekort > Jobs::ZERO => {
                let hours = Quantity::from(short.rounded_up()).localized(self.language);
                let jobs = Quantity::from(tekort).localized(self.language);
                // Hours on top of the others would raise the quota with them.
                // An exempt employer, and one under the Wet banenafspraak, owes nothing for it.
                let costs = assessment.liability() == Liability::Liable
                    && assessment.regime() == Regime::Quotumheffing;
                if !costs {
                    sentences.push(
                        self.say("What is short costs nothing.", "Het tekort kost niets.").into(),
                    );
                }
                sentences.push(match self.language {
                    Language::Nl => format!(
                        "Tekort {jobs}: {hours} van de doelgroep in plaats van andere uren, of \
                         door een uitlener toegerekend, dicht het gat."
                    ),
                    _ => format!(
                        "Short {jobs}: {hours} of the doelgroep in place of other hours, or \
                         attributed by an uitlener, close the gap."
                    ),
                });
            }
            (Ok(short), Ok(_)) if short > ExactHours::ZERO => sentences.push(
                self.say(
                    "Less than a tenth of a job short: that counts as met.",
                    "Minder dan een tiende van een baan tekort: dat telt als gehaald.",
                )
                .into(),
            ),
            (Ok(_), Ok(_)) => sentences.push(
                self.say("The quota is met: keep it so.", "Het quotum is gehaald: houd dit zo.")
                    .into(),
            ),
            _ => sentences.push(
                self.say(
                    "No quotumpercentage is known: give one to see required jobs.",
                    "Geen quotumpercentage bekend: geef er een op om de vereiste banen te zien.",
                )
                .into(),
            ),
        }
        if assessment.liability() == Liability::Liable && assessment.quotumheffing() > Euro::ZERO {
            sentences.push(match assessment.levy_status() {
                LevyStatus::NotExecuted => self.say(
                    "The levy is computed but not executed: nothing to pay (Wfsv 122na lid 1).",
                    "De heffing is berekend maar wordt niet uitgevoerd: niets te betalen (Wfsv 122na lid 1).",
                ),
                _ => self.say(
                    "The scheme was never activated: nothing to pay (Wfsv 122n lid 1).",
                    "De regeling is nooit geactiveerd: niets te betalen (Wfsv 122n lid 1).",
                ),
            }.into());
        }
        if let (Some(heffing), Some(bonus)) =
            (assessment.inclusiviteitsheffing(), assessment.bonus())
        {
            let [heffing, bonus] =
                [heffing, bonus].map(|euro| Quantity::from(euro).localized(self.language));
            sentences.push(format!("Inclusiviteitsheffing {heffing}, bonus {bonus}."));
        }
        sentences.join(" ")
    }

    fn number(&self, quantity: impl Into<Quantity>) -> String {
        quantity.into().number(self.language).to_string()
    }

    fn total(&self, cents: i128) -> String {
        let euro = rust_decimal::Decimal::try_from_i128_with_scale(cents, 2).ok();
        let net = euro.and_then(|euro| banenafspraak::NetEuro::new(euro).ok());
        net.map_or("-".to_owned(), |net| self.number(net))
    }

    fn say(&self, english: &'static str, dutch: &'static str) -> &'static str {
        match self.language {
            Language::Nl => dutch,
            _ => english,
        }
    }
}

/// The id as it may stand in a table of text: escaped, never nothing.
fn shown(id: &str, place: Place) -> String {
    let name = escaped(id);
    if name.trim().is_empty() { format!("#{}", place.number().unwrap_or(1)) } else { name }
}

/// A text without escape codes and line breaks.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        if character.is_control() {
            escaped.extend(character.escape_default());
        } else {
            escaped.push(character);
        }
    }
    escaped
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
