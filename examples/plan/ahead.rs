//! What a plan does, next year, and the dates.

use std::fmt::{self, Write as _};

use banenafspraak::law::{QuotumDates, Regime};
use banenafspraak::planning::Effect;
use banenafspraak::unit::Word;
use banenafspraak::unit::{Quantity, SignedEuro};
use banenafspraak::{Assessment, Levy};

use crate::facts::{Facts, Planned};
use crate::text::Text;

impl Text {
    /// Before and after, and what that saves.
    pub(crate) fn effect(&self, out: &mut String, effect: &Effect) -> fmt::Result {
        let Effect { before, after, .. } = effect;
        if let (Some(before), Some(after)) = (before.quota(), after.quota()) {
            let [before, after] = [before, after].map(|quota| self.number(quota.quotumtekort()));
            writeln!(out, "  quotumtekort: {before} -> {after}")?;
        }
        match (before.levy(), after.levy()) {
            (
                Levy::WetBanenafspraak { inclusiviteitsheffing, bonus, .. },
                Levy::WetBanenafspraak {
                    inclusiviteitsheffing: heffing_after,
                    bonus: bonus_after,
                    ..
                },
            ) => {
                let heffing = [inclusiviteitsheffing, heffing_after].map(|it| self.amount(it));
                let bonus = [bonus, bonus_after].map(|it| self.amount(it));
                writeln!(out, "  inclusiviteitsheffing: {}", heffing.join(" -> "))?;
                writeln!(out, "  bonus: {}", bonus.join(" -> "))?;
            }
            (before, after) => {
                let levies = [before, after].map(|levy| self.quotumheffing(levy));
                writeln!(out, "  quotumheffing: {}", levies.join(" -> "))?;
            }
        }
        if before.liability() != after.liability() {
            let [was, becomes] = [before, after].map(|outcome| {
                Quantity::from(outcome.liability()).localized(self.language).to_string()
            });
            writeln!(out, "  {}: {was} -> {becomes}", self.say("liability", "heffingsplicht"))?;
        }
        let Some(saved) = effect.saves else { return Ok(()) };
        // The levy that comes or goes may be one that nobody pays.
        let status = match before.levy() {
            Levy::Quotumheffing { .. } if saved > SignedEuro::ZERO => self.status(before),
            Levy::Quotumheffing { .. } if saved < SignedEuro::ZERO => self.status(after),
            _ => String::new(),
        };
        writeln!(out, "  {}: {}{status}", self.say("saves", "besparing"), self.amount(saved))
    }

    /// The amount, or that it is not known.
    pub(crate) fn quotumheffing(&self, levy: Levy) -> String {
        match levy {
            Levy::Quotumheffing { quotumheffing: Some(amount), .. } => self.amount(amount),
            _ => Quantity::from(Word::NOT_KNOWN).localized(self.language).to_string(),
        }
    }

    pub(crate) fn plan(&self, out: &mut String, plan: &Planned) -> fmt::Result {
        let title = self.say(
            "The planned changes, wages and LKV not counted",
            "De geplande wijzigingen, zonder loon en LKV",
        );
        writeln!(out, "\n{title}")?;
        self.effect(out, &plan.quotumheffing)?;
        let Some(effect) = &plan.wet_banenafspraak else { return Ok(()) };
        let title = self.say(
            "The same under the Wet banenafspraak, on the employer's own assumptions",
            "Hetzelfde onder de Wet banenafspraak, met de aannames van de werkgever",
        );
        writeln!(out, "{title}")?;
        if let Some(scheme) = effect.before.employer().scheme() {
            let parameters = scheme.parameters;
            let [decided, surcharge, bonus, most] = [
                self.say("activation decided in", "besluit tot activering in"),
                self.say("surcharge", "opslag"),
                self.say("bonus", "bonus"),
                self.say("at most", "ten hoogste"),
            ];
            writeln!(
                out,
                "  {decided} {}, {surcharge} {}, {bonus} {}, {most} {}",
                parameters.activation_decided_in,
                self.amount(parameters.surcharge_percentage),
                self.amount(parameters.bonus_per_hour),
                self.amount(parameters.bonus_maximum)
            )?;
        }
        self.effect(out, effect)
    }

    pub(crate) fn next_year(&self, out: &mut String, facts: &Facts) -> fmt::Result {
        let years = match &facts.next_year {
            Ok(years) => years,
            Err(error) => {
                let next =
                    self.say("Next year cannot be computed", "Volgend jaar is niet te berekenen");
                return writeln!(out, "\n{next}: {}", error.localized(self.language));
            }
        };
        let Some(first) = years.first() else { return Ok(()) };
        let title = match facts.plan {
            None => self.say("with this year's hours", "met de uren van dit jaar"),
            Some(_) => self.say(
                "with this year's hours and the planned changes all year",
                "met de uren van dit jaar en de geplande wijzigingen het hele jaar",
            ),
        };
        writeln!(out, "\n{}, {title}", first.year())?;
        for outcome in years {
            self.next(out, outcome)?;
        }
        let Some(Ok(people)) = &facts.people else { return Ok(()) };
        if people.number == 0 || facts.next_year_with_people.is_empty() {
            return Ok(());
        }
        match self.language {
            banenafspraak::Language::Nl => {
                writeln!(out, "  en met de {} mensen hierboven het hele jaar:", people.number)?;
            }
            _ => writeln!(out, "  and with the {} people above all year:", people.number)?,
        }
        for outcome in &facts.next_year_with_people {
            write!(out, "  ")?;
            self.next(out, outcome)?;
        }
        Ok(())
    }

    fn next(&self, out: &mut String, outcome: &Assessment) -> fmt::Result {
        match outcome.quota() {
            Some(quota) => {
                let percentage = self.amount(quota.quotumpercentage());
                let source =
                    Quantity::from(quota.quotumpercentage_source()).localized(self.language);
                let tekort = self.amount(quota.quotumtekort());
                write!(out, "  {percentage} ({source}): quotumtekort {tekort}, ")?;
            }
            // The Wet banenafspraak needs none.
            None if outcome.regime() == Regime::WetBanenafspraak => write!(out, "  ")?,
            None => write!(out, "  {}", self.no_percentage())?,
        }
        let status = self.status(outcome);
        match outcome.levy() {
            levy @ Levy::Quotumheffing { .. } => {
                writeln!(out, "quotumheffing {}{status}", self.quotumheffing(levy))
            }
            Levy::WetBanenafspraak { net, .. } => {
                let balance = self.say("Wet banenafspraak, net", "Wet banenafspraak, saldo");
                writeln!(out, "{balance} {}{status}", self.amount(net))
            }
        }
    }

    fn no_percentage(&self) -> &'static str {
        self.say(
            "no quotumpercentage known (give one with --next-percentage): ",
            "geen quotumpercentage bekend (geef er een op met --next-percentage): ",
        )
    }

    pub(crate) fn calendar(&self, out: &mut String, facts: &Facts) -> fmt::Result {
        // They are dates of the quotumheffing.
        if facts.outcome.regime() == Regime::WetBanenafspraak {
            return Ok(());
        }
        let title = self.say(
            "Dates, as the law sets them for a quotumheffing that is executed",
            "Wettelijke termijnen als de quotumheffing wordt uitgevoerd",
        );
        writeln!(out, "\n{title}")?;
        for (name, day) in QuotumDates::of(facts.employer.year()).calendar() {
            let day = self.amount(day);
            writeln!(out, "  {} {day} [{}]", name.label(self.language), name.source())?;
        }
        Ok(())
    }
}
