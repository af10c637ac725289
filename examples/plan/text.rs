//! The facts for a person: what the outcome is, and what closes the gap.

use std::fmt::{self, Write as _};

use banenafspraak::law::Regime;
use banenafspraak::planning::Hiring;
use banenafspraak::unit::{ExactHours, Quantity, SignedEuro};
use banenafspraak::{Assessment, Error, ErrorKind, Hours, Jobs, Language, Levy, Printable};

use crate::facts::{Closing, Facts, Instead, People};
use crate::shared::missing::missing_days;

pub(crate) struct Text {
    pub(crate) language: Language,
}

impl Text {
    pub(crate) fn of(&self, facts: &Facts) -> String {
        let mut out = String::new();
        // Writing to a string does not fail.
        let _ = self.write(&mut out, facts);
        out
    }

    /// Why it is not known how many people close the gap.
    fn no_people(&self, out: &mut String, error: &Error) -> fmt::Result {
        match error.kind() {
            ErrorKind::UnknownFigure { .. } => Ok(()),
            ErrorKind::Unreachable => {
                let never = self.say(
                    "How many people: no number of hours closes the gap",
                    "Hoeveel mensen: met geen enkel aantal uren is het tekort weg",
                );
                writeln!(out, "\n{never}")
            }
            _ => {
                let how_many = self.say("How many people", "Hoeveel mensen");
                writeln!(out, "\n{how_many}: {}", error.localized(self.language))
            }
        }
    }

    fn write(&self, out: &mut String, facts: &Facts) -> fmt::Result {
        self.now(out, facts)?;
        if let Some(plan) = &facts.plan {
            self.plan(out, plan)?;
        }
        // That no quotumpercentage is known was said above.
        if let Ok(ways) = &facts.ways {
            self.ways(out, facts, ways)?;
        }
        match &facts.people {
            Some(Ok(people)) => self.people(out, people)?,
            Some(Err(error)) => self.no_people(out, error)?,
            None => {}
        }
        self.next_year(out, facts)?;
        if !facts.comparisons.is_empty() {
            self.comparisons(out, &facts.comparisons)?;
        }
        self.calendar(out, facts)
    }

    fn now(&self, out: &mut String, facts: &Facts) -> fmt::Result {
        let employer = &facts.employer;
        let id = Printable(employer.id().unwrap_or_default()).to_string();
        let id = if id.is_empty() { id } else { format!("{id}, ") };
        writeln!(out, "{id}{}, {}", employer.year(), employer.sector())?;
        if let Some(until) = facts.hours_until {
            let until = Quantity::Date(until).localized(self.language);
            match self.language {
                Language::Nl => writeln!(
                    out,
                    "  aanname: de uren lopen tot en met {until} en gaan daarna in hetzelfde tempo door"
                )?,
                _ => writeln!(
                    out,
                    "  assumed: the hours are those up to and including {until}, and go on at that pace"
                )?,
            }
        }
        let outcome = &facts.outcome;
        let realised = self.say("realised", "gerealiseerd");
        write!(out, "  ")?;
        if let Some(quota) = outcome.quota() {
            let required = self.amount(quota.required_jobs());
            write!(out, "{}: {required}; ", self.say("required", "vereist"))?;
        }
        write!(out, "{realised}: {}", self.amount(outcome.realised_jobs()))?;
        if let Some(quota) = outcome.quota() {
            write!(out, "; quotumtekort: {}", self.amount(quota.quotumtekort()))?;
        }
        let status = self.status(outcome);
        match outcome.levy() {
            Levy::WetBanenafspraak { inclusiviteitsheffing, bonus, net, .. } => {
                let (heffing, bonus) = (self.amount(inclusiviteitsheffing), self.amount(bonus));
                let (balance, net) = (self.say("net", "saldo"), self.amount(net));
                writeln!(
                    out,
                    "\n  inclusiviteitsheffing: {heffing}{status}; bonus: {bonus}; {balance}: {net}"
                )?;
            }
            levy @ Levy::Quotumheffing { .. } => {
                writeln!(out, "\n  quotumheffing: {}{status}", self.quotumheffing(levy))?;
            }
        }
        if !outcome.liability().is_known() {
            let liability = Quantity::from(outcome.liability()).localized(self.language);
            let is_liable = self.say("liability", "heffingsplicht");
            writeln!(out, "  {is_liable}: {liability}")?;
        }
        // Of an extended year it was said above.
        if let Some(days) = missing_days(employer, self.language) {
            writeln!(out, "  {days}")?;
        }
        for unknown in outcome.unknown() {
            writeln!(out, "  {}", unknown.text(self.language))?;
        }
        Ok(())
    }

    /// Why a levy is not what is paid.
    pub(crate) fn status(&self, outcome: &Assessment) -> String {
        let Some(reason) = outcome.payable().reason(self.language) else { return String::new() };
        // A bonus is received all the same.
        let nothing = match outcome.regime() {
            Regime::WetBanenafspraak => {
                self.say("no surcharge is owed", "er is geen opslag verschuldigd")
            }
            _ => self.say("nothing is paid", "er wordt niets betaald"),
        };
        format!(" ({reason}; {nothing})")
    }

    fn ways(&self, out: &mut String, facts: &Facts, ways: &[Closing; 2]) -> fmt::Result {
        let outcome = &facts.planned;
        if outcome.quota().is_some_and(|quota| quota.hours_short() == ExactHours::ZERO) {
            let met = self.say("The quota is met.", "Het quotum is gehaald.");
            return writeln!(out, "\n{met}");
        }
        let title = match facts.plan {
            None => self.say(
                "Hours of the doelgroep that close the gap",
                "Uren van de doelgroep tot het tekort weg is",
            ),
            Some(_) => self.say(
                "Hours that close the gap after those changes",
                "Uren tot het tekort weg is, na die wijzigingen",
            ),
        };
        let [own, hired] = ways.each_ref().map(|closing| self.way(closing.way));
        writeln!(out, "\n{title:<52} {own:>14} {hired:>14}")?;
        let mut row = |name: &str, [own, hired]: [String; 2], after: &str| {
            writeln!(out, "  {name:<50} {own:>14} {hired:>14}{after}")
        };
        let never = || self.say("never", "nooit").to_owned();
        let hours = |hours: &Result<Hours, Error>| {
            hours.as_ref().map_or_else(|_| never(), |hours| self.number(*hours))
        };
        let steps = ways.each_ref().map(|way| way.next_step.as_ref().ok());
        if outcome.quota().is_some_and(|quota| quota.quotumtekort() > Jobs::ZERO) {
            let cell = |of: &dyn Fn(&banenafspraak::planning::Step) -> String| {
                steps.map(|step| step.and_then(Option::as_ref).map_or_else(never, of))
            };
            let name = self.say("the next tenth of a job", "het volgende tiende deel van een baan");
            row(name, cell(&|step| self.number(step.hours)), "")?;
            if outcome.regime() == Regime::Quotumheffing {
                let name = self.say("  which saves, EUR", "  besparing, EUR");
                let saved =
                    |saved: Option<SignedEuro>| saved.map_or("-".into(), |it| self.number(it));
                row(name, cell(&|step| saved(step.saves)), &self.status(outcome))?;
            }
        }
        row(
            self.say("no quotumtekort left", "geen quotumtekort meer"),
            ways.each_ref().map(|way| hours(&way.to_zero)),
            "",
        )?;
        row(
            self.say("the full quota", "het volledige quotum"),
            ways.each_ref().map(|way| hours(&way.to_quota)),
            "",
        )
    }

    fn way(&self, way: Hiring) -> &'static str {
        match way {
            Hiring::Employed => self.say("employed", "in dienst"),
            _ => self.say("hired in", "ingeleend"),
        }
    }

    fn people(&self, out: &mut String, people: &People) -> fmt::Result {
        let People { rest, number, effect, .. } = people;
        let (each, a_week) = (self.number(people.each), self.amount(people.each));
        let from = Quantity::Date(rest.from()).localized(self.language);
        let (days, way) = (rest.days(), self.way(people.way));
        let title = match self.language {
            Language::Nl => format!("Hoeveel mensen met {a_week} vanaf {from}, {way}: {number}"),
            _ => format!("How many people at {a_week} from {from}, {way}: {number}"),
        };
        writeln!(out, "\n{title}")?;
        if *number == 0 {
            let nobody = self.say("There is no quotumtekort.", "Er is geen quotumtekort.");
            return writeln!(out, "  {nobody}");
        }
        let hours = self.amount(people.hours);
        let in_weeks = self.weeks(days.div_euclid(7), days.rem_euclid(7));
        writeln!(out, "  {number} × {each} × {days} / 7 = {hours} ({in_weeks})")?;
        let Ok(effect) = effect else {
            let wage = self.say(
                "to tell what it saves, their wage is needed: --premium-wage-per-hour",
                "voor de besparing is hun loon nodig: --premium-wage-per-hour",
            );
            return writeln!(out, "  {wage}");
        };
        if effect.before.liability().is_exempt() {
            let nobody = self.say(
                "the levy asks for nobody; this closes the gap all the same",
                "voor de heffing is niemand nodig; met deze mensen is het tekort wel weg",
            );
            let why = Quantity::from(effect.before.liability()).localized(self.language);
            writeln!(out, "  {why}; {nobody}")?;
        }
        self.effect(out, effect)?;
        if let Some(fewer) = &people.one_fewer {
            let one_fewer = self.say("with one fewer", "met één persoon minder");
            write!(out, "  {one_fewer}: ")?;
            if let Some(quota) = fewer.after.quota() {
                write!(out, "quotumtekort {}, ", self.amount(quota.quotumtekort()))?;
            }
            match fewer.after.levy() {
                levy @ Levy::Quotumheffing { .. } => {
                    writeln!(out, "quotumheffing {}", self.quotumheffing(levy))?;
                }
                Levy::WetBanenafspraak { net, .. } => {
                    writeln!(out, "{} {}", self.say("net", "saldo"), self.amount(net))?;
                }
            }
        }
        match (people.lkv, people.way) {
            (Some(lkv), _) => {
                let earned = self.say(
                    "LKV doelgroep banenafspraak this year, if asked for in the wage return",
                    "LKV doelgroep banenafspraak dit jaar, indien aangevraagd in de aangifte",
                );
                writeln!(out, "  {earned}: {}", self.amount(lkv))?;
            }
            (None, Hiring::Employed) => {
                let unknown = self
                    .say("LKV: its amounts are not known for", "LKV: bedragen niet bekend voor");
                writeln!(out, "  {unknown} {}", rest.year())?;
            }
            (None, _) => {}
        }
        people.instead.as_ref().map_or(Ok(()), |instead| self.instead(out, instead))
    }

    /// With another number of people.
    fn instead(&self, out: &mut String, instead: &Instead) -> fmt::Result {
        let with = self.say("with", "met");
        let each = match instead.each {
            Ok(each) if instead.is_possible() => self.amount(each),
            _ => Instead::too_many_hours(self.language).to_owned(),
        };
        let latest = match &instead.latest {
            Ok(rest) => {
                let from = Quantity::Date(rest.from()).localized(self.language);
                let at =
                    self.say("or, at the hours above, from", "of, bij de uren hierboven, vanaf");
                format!("{at} {from}")
            }
            Err(_) => self
                .say(
                    "or, at the hours above, not within the year",
                    "of, bij de uren hierboven, niet binnen het jaar",
                )
                .to_owned(),
        };
        writeln!(out, "  {with} {}: {each}; {latest}", instead.people)
    }

    fn weeks(&self, weeks: i32, days: i32) -> String {
        let week = if weeks == 1 { self.say("week", "week") } else { self.say("weeks", "weken") };
        let day = if days == 1 { self.say("day", "dag") } else { self.say("days", "dagen") };
        format!("{weeks} {week}, {days} {day}")
    }

    pub(crate) fn amount(&self, quantity: impl Into<Quantity>) -> String {
        quantity.into().localized(self.language).to_string()
    }

    pub(crate) fn number(&self, quantity: impl Into<Quantity>) -> String {
        quantity.into().number(self.language).to_string()
    }

    pub(crate) fn say(&self, english: &'static str, dutch: &'static str) -> &'static str {
        match self.language {
            Language::Nl => dutch,
            _ => english,
        }
    }
}
