//! The facts for a person: where the employer stands, and what closes the gap.

use std::fmt::{self, Write as _};

use banenafspraak::planning::Way;
use banenafspraak::{
    Assessment, Error, ExactHours, Hours, Jobs, Language, LevyStatus, Liability, Quantity,
};

use crate::facts::{Closing, Facts, Instead, People};

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
        self.now(out, facts)?;
        if let (Ok(outcome), Some(ways)) = (&facts.outcome, &facts.ways) {
            self.ways(out, outcome, ways)?;
        }
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
        self.calendar(out, facts)
    }

    fn now(&self, out: &mut String, facts: &Facts) -> fmt::Result {
        let employer = &facts.employer;
        let id: String = employer.id().unwrap_or_default().escape_debug().collect();
        let id = if id.is_empty() { id } else { format!("{id}, ") };
        writeln!(out, "{id}{}, {}", employer.year(), employer.sector())?;
        if let Some(until) = facts.hours_until {
            let pace = self.say(
                "assumed: the hours until that day go on at the same pace, from",
                "aangenomen: de uren tot en met die dag gaan in hetzelfde tempo door, vanaf",
            );
            writeln!(out, "  {pace} {}", Quantity::Date(until).localized(self.language))?;
        }
        let outcome = match &facts.outcome {
            Ok(outcome) => outcome,
            Err(error) => return writeln!(out, "  quotumheffing: {error}"),
        };
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
        if outcome.hours_short().is_ok_and(|short| short == ExactHours::ZERO) {
            return writeln!(out, "  {}", self.say("The quota is met.", "Het quotum is gehaald."));
        }
        let mut row = |name: &str, [own, hired]: [String; 2], after: &str| {
            writeln!(out, "  {name:<50} {own:>14} {hired:>14}{after}")
        };
        let never = || self.say("never", "nooit").to_owned();
        let hours = |hours: &Result<Hours, Error>| {
            hours.map_or_else(|_| never(), |hours| self.number(hours))
        };
        let steps = ways.each_ref().map(|way| way.next_step.as_ref().ok());
        if outcome.quotumtekort().is_ok_and(|tekort| tekort > Jobs::ZERO) {
            let cell = |of: &dyn Fn(&banenafspraak::planning::Step) -> String| {
                steps.map(|step| step.and_then(Option::as_ref).map_or_else(never, of))
            };
            let name = self.say("the next tenth of a job", "de volgende tiende baan");
            row(name, cell(&|step| self.number(step.hours)), "")?;
            let name = self.say("  which saves, EUR", "  dat bespaart, EUR");
            row(name, cell(&|step| self.number(step.saves)), &self.status(outcome))?;
        }
        row(
            self.say("no quotumtekort left", "geen quotumtekort meer"),
            ways.each_ref().map(|way| hours(&way.to_zero)),
            "",
        )?;
        row(
            self.say("the full quota", "het volle quotum"),
            ways.each_ref().map(|way| hours(&way.to_quota)),
            "",
        )
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
        let (days, way) = (rest.days(), self.way(people.way));
        let title = match self.language {
            Language::Nl => format!("Hoeveel mensen van {a_week} vanaf {from}, {way}: {number}"),
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
        if effect.before.liability() != Liability::Liable {
            let nobody = self.say(
                "the levy asks for nobody; this closes the gap all the same",
                "de heffing vraagt om niemand; dit dicht het gat toch",
            );
            let why = Quantity::Word(effect.before.liability().word()).localized(self.language);
            writeln!(out, "  {why}; {nobody}")?;
        }
        self.effect(out, effect)?;
        if let Some(fewer) = &people.one_fewer {
            let tekort = self.amount(fewer.after.quotumtekort().unwrap_or_default());
            let heffing = self.amount(fewer.after.quotumheffing());
            let one_fewer = self.say("with one fewer", "met één minder");
            writeln!(out, "  {one_fewer}: quotumtekort {tekort}, quotumheffing {heffing}")?;
        }
        match (people.lkv, people.way) {
            (Some(lkv), _) => {
                let earned = self.say(
                    "LKV doelgroep banenafspraak this year, if asked for in the wage return",
                    "LKV doelgroep banenafspraak dit jaar, indien gevraagd in de aangifte",
                );
                writeln!(out, "  {earned}: {}", self.amount(lkv))?;
            }
            (None, Way::Employed) => {
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
            Ok(each) => self.amount(each),
            Err(_) => self.say("more hours than a week has", "meer uren dan een week heeft").into(),
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
