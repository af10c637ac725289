//! The counts for a person: a year's table, what follows from it, and all years.

use std::io::{self, Write};

use banenafspraak::national::National;
use banenafspraak::national::{Breakdown, CountName, Difference};
use banenafspraak::parameters::Provenance;
use banenafspraak::unit::Quantity;
use banenafspraak::{Error, ErrorKind, Jobs, Language, Printable, Sector, Year};

use crate::COLUMNS;
use crate::data::ROWS;

pub(crate) struct Text<'a> {
    pub(crate) national: &'a National,
    pub(crate) language: Language,
}

impl Text<'_> {
    /// The table of a year, and beneath it what the counts say.
    pub(crate) fn year(&self, out: &mut impl Write, year: Year) -> io::Result<()> {
        let title =
            self.say("Extra jobs on top of the nulmeting", "Extra banen boven de nulmeting");
        let [markt, overheid, both] = COLUMNS.map(|sector| self.sector(sector));
        writeln!(
            out,
            "{:<40} {markt:>12}  {overheid:>12}  {both:>12}",
            format!("{title}, {year}")
        )?;
        writeln!(out, "{}", "-".repeat(82))?;
        for name in ROWS {
            let cells = COLUMNS.map(|sector| self.count(name, year, sector));
            if cells.iter().any(|cell| cell.jobs.is_ok()) {
                self.row(out, self.name(name), cells)?;
            }
        }
        writeln!(out, "{}", "-".repeat(82))?;
        let against = COLUMNS.map(|sector| self.national.against_target(year, sector));
        let short = against.clone().map(|it| it.map(|it| it.short()));
        let above = against.map(|it| it.map(|it| it.above()));
        self.row(out, self.say("Short of the target", "Onder het doel"), short.map(computed))?;
        self.row(out, self.say("Above the target", "Boven het doel"), above.map(computed))?;
        let growth = COLUMNS.map(|sector| self.national.growth(CountName::Realised, year, sector));
        let label = self.say("Growth, from the counts", "Groei, uit de aantallen");
        self.row(out, label, growth.map(computed))?;
        let nulmeting = COLUMNS.map(|sector| self.national.nulmeting(year, sector));
        if nulmeting.iter().any(Result::is_ok) {
            let label =
                self.say("The nulmeting, from the counts", "De nulmeting, uit de aantallen");
            self.row(out, label, nulmeting.map(computed))?;
        }
        self.notes(out, &[year])?;
        self.differences(out, year)?;
        self.activation(out, year)
    }

    /// Targets, results and growth of all years.
    pub(crate) fn series(&self, out: &mut impl Write, years: &[Year]) -> io::Result<()> {
        let [target, realised, growth] = [
            self.say("target", "doel"),
            self.say("realised", "gehaald"),
            self.say("growth", "groei"),
        ];
        let [markt, overheid, both] = COLUMNS.map(|sector| self.sector(sector));
        writeln!(out, "\n    {markt:>26}  {overheid:>27}  {both:>27}")?;
        write!(out, "{:<4}", self.say("year", "jaar"))?;
        for _ in COLUMNS {
            write!(out, " {target:>9} {realised:>9} {growth:>8}")?;
        }
        writeln!(out, "\n{}", "-".repeat(91))?;
        for &year in years {
            let mut line = year.to_string();
            for sector in COLUMNS {
                let target = self.cell(&self.count(CountName::Target, year, sector), 9);
                let realised = self.cell(&self.count(CountName::Realised, year, sector), 9);
                let growth = self.national.growth(CountName::Realised, year, sector);
                line.extend([target, realised, self.cell(&computed(growth), 8)]);
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        self.notes(out, years)
    }

    /// What the asterisks stand for.
    fn notes(&self, out: &mut impl Write, years: &[Year]) -> io::Result<()> {
        let mut notes = Vec::new();
        let mut sums = false;
        for &year in years {
            for sector in COLUMNS {
                for name in ROWS {
                    match self.national.count(name, year, sector) {
                        Ok(count) if count.provenance() != Provenance::Published => {
                            let of = self.sector(sector);
                            let source = Printable(count.source().localized(self.language));
                            let what = self.name(name);
                            notes.push(format!("{what}, {of}, {year}: {source}"));
                        }
                        Ok(_) => {}
                        Err(_) => sums |= self.national.jobs(name, year, sector).is_ok(),
                    }
                }
            }
        }
        if sums {
            let sum =
                "the sectors together: no total was published, or a count of yours replaced it";
            notes.push(self.say(sum, "de sectoren samen: geen totaal gepubliceerd, of een eigen aantal kwam ervoor in de plaats").to_owned());
        }
        notes.iter().try_for_each(|note| writeln!(out, "* {note}"))
    }

    fn differences(&self, out: &mut impl Write, year: Year) -> io::Result<()> {
        let differences = self.national.differences(year).map_err(io::Error::other)?;
        let mut lines: Vec<String> = differences.iter().map(|it| self.difference(*it)).collect();
        lines.extend(self.growth_difference(year));
        if !lines.is_empty() {
            let title =
                self.say("Where the counts do not add up", "Waar de aantallen niet sluiten");
            writeln!(out, "\n{title}")?;
        }
        lines.iter().try_for_each(|line| writeln!(out, "  {line}"))
    }

    fn difference(&self, it: Difference) -> String {
        let parts = match it.parts() {
            Breakdown::Sectors => self.say("market and government", "markt en overheid"),
            Breakdown::Employment => {
                self.say("formal employment and inleenverbanden", "formeel en inleenverbanden")
            }
            _ => self.say("the counts of both years", "de aantallen van beide jaren"),
        };
        let cause = if it.is_rounding() {
            self.say("rounding", "afronding")
        } else {
            self.say("more than rounding explains", "meer dan afronding verklaart")
        };
        let [count, together] = [it.count(), it.together()].map(|jobs| self.number(jobs));
        let (name, sector) = (self.name(it.name()), self.sector(it.sector()));
        let say = self.say("together", "samen");
        format!("{name}, {sector}: {count}; {parts} {say} {together} ({cause})")
    }

    /// The growth of the country follows from its totals, not from its sectors.
    fn growth_difference(&self, year: Year) -> Option<String> {
        let [markt, overheid, both] =
            COLUMNS.map(|sector| self.national.growth(CountName::Realised, year, sector).ok());
        let (both, together) = (both?, markt?.checked_add(overheid?).ok()?);
        let [counts, sectors] = [both, together].map(|jobs| self.number(jobs));
        (both != together).then(|| match self.language {
            Language::Nl => {
                format!("Groei, totaal: {counts} uit de totalen, {sectors} uit de sectoren")
            }
            _ => format!("Growth, total: {counts} from the totals, {sectors} from the sectors"),
        })
    }

    fn activation(&self, out: &mut impl Write, year: Year) -> io::Result<()> {
        let title = "May the quota scheme be activated? (the condition, which is no decision)";
        let dutch = "Mag de quotumregeling worden geactiveerd? (de voorwaarde, geen besluit)";
        writeln!(out, "\n{}", self.say(title, dutch))?;
        for sector in COLUMNS {
            let name = self.sector(sector);
            match self.national.against_target(year, sector) {
                Ok(it) => {
                    let (verdict, jobs, side) = if it.may_be_activated() {
                        (self.say("yes", "ja"), it.short(), self.say("short", "tekort"))
                    } else {
                        (self.say("no", "nee"), it.above(), self.say("above", "erboven"))
                    };
                    let jobs = self.number(jobs);
                    writeln!(out, "  {name:<12} {verdict}: {jobs} {side} ({})", it.condition())?;
                }
                Err(error) => writeln!(out, "  {name:<12} {}", self.unknown(&error))?,
            }
        }
        Ok(())
    }

    fn unknown(&self, error: &Error) -> String {
        match error.kind() {
            ErrorKind::UnknownFigure { sector, year, .. } => {
                let not_known = self.say("not known", "niet bekend");
                let figure = error.field().unwrap_or_default();
                let figure = match figure.parse::<CountName>() {
                    Ok(name) if self.language == Language::Nl => self.name(name).to_lowercase(),
                    _ => figure,
                };
                format!("{not_known}: {figure} {} {year}", sector.unwrap_or_default())
            }
            _ => error.localized(self.language).to_string(),
        }
    }

    fn row(&self, out: &mut impl Write, label: &str, cells: [Cell; 3]) -> io::Result<()> {
        let [markt, overheid, both] = cells.map(|cell| self.cell(&cell, 13));
        let line = format!("{label:<40}{markt}{overheid}{both}");
        writeln!(out, "{}", line.trim_end())
    }

    /// A count; what was not published is marked, and so is a sum of the sectors.
    fn count(&self, name: CountName, year: Year, sector: Option<Sector>) -> Cell {
        let jobs = self.national.jobs(name, year, sector);
        let count = self.national.count(name, year, sector);
        let marked = count.map_or(jobs.is_ok(), |it| it.provenance() != Provenance::Published);
        Cell { jobs, marked }
    }

    fn cell(&self, cell: &Cell, width: usize) -> String {
        let number = cell.jobs.as_ref().map_or_else(|_| "-".to_owned(), |jobs| self.number(*jobs));
        let mark = if cell.marked { '*' } else { ' ' };
        format!("{number:>width$}{mark}")
    }

    /// Whole jobs without a decimal.
    fn number(&self, jobs: Jobs) -> String {
        let text = Quantity::from(jobs).number(self.language).to_string();
        let whole = text.strip_suffix(self.say(".0", ",0"));
        whole.map(str::to_owned).unwrap_or(text)
    }

    fn sector(&self, sector: Option<Sector>) -> &'static str {
        match sector {
            Some(Sector::Markt) => self.say("market", "markt"),
            Some(_) => self.say("government", "overheid"),
            None => self.say("total", "totaal"),
        }
    }

    fn name(&self, name: CountName) -> &'static str {
        match name {
            CountName::FormalEmployment => self.say("Formal employment", "Formele dienstverbanden"),
            CountName::Inleenverbanden => self.say("Inleenverbanden (hired in)", "Inleenverbanden"),
            CountName::Realised => self.say("Realised", "Gerealiseerd"),
            CountName::Target => self.say("Target", "Doel"),
            CountName::JobsIncludingNulmeting => {
                self.say("Jobs including the nulmeting", "Banen inclusief de nulmeting")
            }
            CountName::GrowthFormalEmployment => {
                self.say("Growth, formal employment", "Groei, formele dienstverbanden")
            }
            CountName::GrowthInleenverbanden => {
                self.say("Growth, inleenverbanden", "Groei, inleenverbanden")
            }
            _ => self.say("Growth", "Groei"),
        }
    }

    fn say(&self, english: &'static str, dutch: &'static str) -> &'static str {
        match self.language {
            Language::Nl => dutch,
            _ => english,
        }
    }
}

/// What is in a cell; `marked` where it was not published.
struct Cell {
    jobs: Result<Jobs, Error>,
    marked: bool,
}

/// What every row below the table is: nothing to mark.
fn computed(jobs: Result<Jobs, Error>) -> Cell {
    Cell { jobs, marked: false }
}
