//! The facts for a person.

use std::fmt::{self, Write as _};

use banenafspraak::planning::{Effect, Way};
use banenafspraak::{
    Assessment, Error, Explanation, Jobs, Language, LevyStatus, Liability, NetEuro, Quantity,
};

use crate::facts::{Closing, Facts, People, Planned};

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

    fn write(&self, out: &mut String, facts: &Facts) -> fmt::Result {
        self.now(out, &facts.outcome)?;
        self.ways(out, &facts.outcome, &facts.ways)?;
        if let Some(people) = &facts.people {
            self.people(out, people)?;
        }
        if let Some(plan) = &facts.plan {
            self.plan(out, plan)?;
        }
        self.next_year(out, facts)?;
        if !facts.comparisons.is_empty() {
            self.comparisons(out, &facts.comparisons)?;
        }
        self.calendar(out, &facts.outcome.explanation())
    }

    fn now(&self, out: &mut String, outcome: &Assessment) -> fmt::Result {
        let id: String = outcome.id().unwrap_or_default().escape_debug().collect();
        let id = if id.is_empty() { id } else { format!("{id}, ") };
        let (year, sector) = (outcome.year(), outcome.sector());
        writeln!(out, "{id}{year}, {sector}")?;
        let jobs = |jobs: Result<Jobs, Error>| self.amount(jobs.unwrap_or_default());
        let [required, realised] =
            [self.say("required", "vereist"), self.say("realised", "gerealiseerd")];
        writeln!(
            out,
            "  {required}: {}; {realised}: {}",
            jobs(outcome.required_jobs()),
            jobs(Ok(outcome.realised_jobs()))
        )?;
        let tekort = jobs(outcome.quotumtekort());
        let heffing = self.amount(outcome.quotumheffing());
        let status = self.status(outcome);
        writeln!(out, "  quotumtekort: {tekort}; quotumheffing: {heffing}{status}")
    }

    /// Why a levy is not what is paid.
    pub(crate) fn status(&self, outcome: &Assessment) -> String {
        let word = match outcome.liability() {
            Liability::Liable if outcome.levy_status() == LevyStatus::Due => return String::new(),
            Liability::Liable => Quantity::Word(outcome.levy_status().word()),
            exempt => Quantity::Word(exempt.word()),
        };
        let nothing = self.say("nothing is paid", "er wordt niets betaald");
        format!(" ({}: {nothing})", word.localized(self.language))
    }

    fn ways(&self, out: &mut String, outcome: &Assessment, ways: &[Closing; 2]) -> fmt::Result {
        let title = self.say(
            "Hours of the doelgroep that close the gap",
            "Uren van de doelgroep die het gat dichten",
        );
        let [own, hired] = ways.each_ref().map(|closing| self.way(closing.way));
        writeln!(out, "\n{title:<52} {own:>14} {hired:>14}")?;
        let mut row = |name: &str, hours: [String; 2]| {
            let [own, hired] = hours;
            writeln!(out, "  {name:<50} {own:>14} {hired:>14}")
        };
        let hours = |hours: &Result<banenafspraak::Hours, Error>| {
            hours.map_or("-".to_owned(), |hours| self.number(hours))
        };
        let [own, hired] = ways;
        if let (Some(own), Some(hired)) = (&own.next_step, &hired.next_step) {
            let name = self.say("the next tenth of a job", "de volgende tiende baan");
            let saves = self.amount(own.saves);
            row(&format!("{name} ({saves})"), [own, hired].map(|step| self.number(step.hours)))?;
        }
        row(
            self.say("no quotumtekort left", "geen quotumtekort meer"),
            [own, hired].map(|way| hours(&way.to_zero)),
        )?;
        row(
            self.say("the full quota", "het volle quotum"),
            [own, hired].map(|way| hours(&way.to_quota)),
        )?;
        if outcome.hours_short().is_ok_and(|short| short == banenafspraak::ExactHours::ZERO) {
            writeln!(out, "  {}", self.say("The quota is met.", "Het quotum is gehaald."))?;
        }
        Ok(())
    }

    fn way(&self, way: Way) -> &'static str {
        match way {
            Way::Employed => self.say("employed", "in dienst"),
            _ => self.say("hired in", "ingeleend"),
        }
    }

    fn people(&self, out: &mut String, people: &People) -> fmt::Result {
        let People { rest, number, effect, .. } = people;
        let (each, a_week) = (self.number(people.each), self.amount(people.each));
        let from = Quantity::Date(rest.from()).localized(self.language);
        let days = rest.days();
        let (weeks, left) = (days.div_euclid(7), days.rem_euclid(7));
        let way = self.way(people.way);
        match self.language {
            Language::Nl => writeln!(
                out,
                "\nHoeveel mensen van {a_week} vanaf {from}, {way}: {number}\n  \
                 {number} × {each} × {days} / 7 = {} uur ({weeks} weken en {left} dagen)",
                self.number(people.hours)
            )?,
            _ => writeln!(
                out,
                "\nHow many people at {a_week} from {from}, {way}: {number}\n  \
                 {number} × {each} × {days} / 7 = {} hours ({weeks} weeks and {left} days)",
                self.number(people.hours)
            )?,
        }
        self.effect(out, effect)?;
        if let Some(fewer) = &people.one_fewer {
            let tekort = self.amount(fewer.after.quotumtekort().unwrap_or_default());
            let one_fewer = self.say("with one fewer, short", "met één minder, tekort");
            writeln!(out, "  {one_fewer}: {tekort}")?;
        }
        if let Some(lkv) = people.lkv {
            let earned = self.say(
                "LKV doelgroep banenafspraak this year, if asked for in the wage return",
                "LKV doelgroep banenafspraak dit jaar, indien gevraagd in de aangifte",
            );
            writeln!(out, "  {earned}: {}", self.amount(lkv))?;
        }
        let Some(instead) = &people.instead else { return Ok(()) };
        let with = self.say("with", "met");
        let each = match instead.each {
            Ok(each) => self.amount(each),
            Err(error) => error.to_string(),
        };
        let latest = match &instead.latest {
            Ok(rest) => Quantity::Date(rest.from()).localized(self.language).to_string(),
            Err(_) => self.say("not within the year", "niet binnen het jaar").to_owned(),
        };
        let or = self.say("or, at the hours above, from", "of, bij de uren hierboven, vanaf");
        writeln!(out, "  {with} {}: {each}; {or} {latest}", instead.people)
    }

    /// Before and after, and what that saves.
    fn effect(&self, out: &mut String, effect: &Effect) -> fmt::Result {
        let Effect { before, after, .. } = effect;
        let tekort = |outcome: &Assessment| {
            outcome.quotumtekort().map_or("-".to_owned(), |jobs| self.number(jobs))
        };
        writeln!(out, "  quotumtekort: {} -> {}", tekort(before), tekort(after))?;
        if before.net().is_some() {
            let heffing = |outcome: &Assessment| {
                self.amount(outcome.inclusiviteitsheffing().unwrap_or_default())
            };
            let bonus = |outcome: &Assessment| self.amount(outcome.bonus().unwrap_or_default());
            writeln!(out, "  inclusiviteitsheffing: {} -> {}", heffing(before), heffing(after))?;
            writeln!(out, "  bonus: {} -> {}", bonus(before), bonus(after))?;
        } else {
            let (before, after) = (before.quotumheffing(), after.quotumheffing());
            writeln!(out, "  quotumheffing: {} -> {}", self.amount(before), self.amount(after))?;
        }
        let saves = self.say("saves", "bespaart");
        let status =
            if effect.saves() > NetEuro::ZERO { self.status(before) } else { String::new() };
        writeln!(out, "  {saves}: {}{status}", self.amount(effect.saves()))
    }

    fn plan(&self, out: &mut String, plan: &Planned) -> fmt::Result {
        let title = self.say(
            "The planned changes, under the quotumheffing",
            "De geplande wijzigingen, onder de quotumheffing",
        );
        writeln!(out, "\n{title}")?;
        self.effect(out, &plan.quotumheffing)?;
        let Some(effect) = &plan.wet_banenafspraak else { return Ok(()) };
        let title =
            self.say("The same under the Wet banenafspraak", "Dezelfde onder de Wet banenafspraak");
        writeln!(out, "{title}")?;
        self.effect(out, effect)
    }

    fn next_year(&self, out: &mut String, facts: &Facts) -> fmt::Result {
        let years = &facts.next_year;
        let Some(first) = years.first() else {
            let none = self.say(
                "Next year: no quotumpercentage is known yet; give one with --next-percentage.",
                "Volgend jaar: nog geen quotumpercentage bekend; geef er een met --next-percentage.",
            );
            return writeln!(out, "\n{none}");
        };
        let title = match facts.plan {
            None => self.say("with the same workforce", "met hetzelfde personeel"),
            Some(_) => self.say(
                "with the same workforce and the planned changes",
                "met hetzelfde personeel en de geplande wijzigingen",
            ),
        };
        writeln!(out, "\n{}, {title}", first.year())?;
        for outcome in years {
            let (Ok(percentage), Ok(source)) =
                (outcome.quotumpercentage(), outcome.quotumpercentage_source())
            else {
                continue;
            };
            let percentage = self.amount(percentage);
            let source = Quantity::Word(source.word()).localized(self.language);
            let tekort = self.amount(outcome.quotumtekort().unwrap_or_default());
            let heffing = self.amount(outcome.quotumheffing());
            let status = self.status(outcome);
            writeln!(
                out,
                "  {percentage} ({source}): quotumtekort {tekort}, quotumheffing {heffing}{status}"
            )?;
        }
        Ok(())
    }

    fn calendar(&self, out: &mut String, explanation: &Explanation) -> fmt::Result {
        writeln!(out, "\n{}", self.say("Dates", "Data"))?;
        for step in explanation.steps() {
            if let Quantity::Date(_) = step.value() {
                let (label, date) = (step.label(self.language), step.value_text(self.language));
                writeln!(out, "  {label} {date} [{}]", step.source(self.language))?;
            }
        }
        Ok(())
    }

    pub(crate) fn amount(&self, quantity: impl Into<Quantity>) -> String {
        quantity.into().localized(self.language).to_string()
    }

    fn number(&self, quantity: impl Into<Quantity>) -> String {
        quantity.into().number(self.language).to_string()
    }

    pub(crate) fn say(&self, english: &'static str, dutch: &'static str) -> &'static str {
        match self.language {
            Language::Nl => dutch,
            _ => english,
        }
    }
}
