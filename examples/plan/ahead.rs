//! What a plan does, next year, and the dates.

use std::fmt::{self, Write as _};

use banenafspraak::planning::Effect;
use banenafspraak::{Assessment, LevyStatus, NetEuro, Quantity, QuotumDates};

use crate::facts::{Facts, Planned};
use crate::text::Text;

impl Text {
    /// Before and after, and what that saves.
    pub(crate) fn effect(&self, out: &mut String, effect: &Effect) -> fmt::Result {
        let Effect { before, after, .. } = effect;
        if let (Ok(before), Ok(after)) = (before.quotumtekort(), after.quotumtekort()) {
            writeln!(out, "  quotumtekort: {} -> {}", self.number(before), self.number(after))?;
        }
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
        if before.liability() != after.liability() {
            let [was, becomes] = [before, after].map(|outcome| {
                Quantity::Word(outcome.liability().word()).localized(self.language).to_string()
            });
            writeln!(out, "  {}: {was} -> {becomes}", self.say("liability", "heffingsplicht"))?;
        }
        // The levy that comes or goes may be one that nobody pays.
        let status = match effect.saves() {
            _ if before.net().is_some() => String::new(),
            NetEuro::ZERO => String::new(),
            saved if saved > NetEuro::ZERO => self.status(before),
            _ => self.status(after),
        };
        let saves = self.say("saves", "bespaart");
        writeln!(out, "  {saves}: {}{status}", self.amount(effect.saves()))
    }

    pub(crate) fn plan(&self, out: &mut String, plan: &Planned) -> fmt::Result {
        let title = self.say(
            "The planned changes, wages and LKV not counted",
            "De geplande wijzigingen, loon en LKV niet meegeteld",
        );
        writeln!(out, "\n{title}")?;
        match &plan.quotumheffing {
            Ok(effect) => self.effect(out, effect)?,
            Err(error) => writeln!(out, "  quotumheffing: {error}")?,
        }
        let Some(effect) = &plan.wet_banenafspraak else { return Ok(()) };
        let title = self.say(
            "The same under the Wet banenafspraak, on the employer's own assumptions",
            "Hetzelfde onder de Wet banenafspraak, met de aannames van de werkgever",
        );
        writeln!(out, "{title}")?;
        if let Some(scheme) = effect.before.employer().scheme() {
            let [decided, surcharge, bonus, most] = [
                self.say("activation decided in", "besluit tot activering in"),
                self.say("surcharge", "opslag"),
                self.say("bonus", "bonus"),
                self.say("at most", "ten hoogste"),
            ];
            writeln!(
                out,
                "  {decided} {}, {surcharge} {}, {bonus} {}, {most} {}",
                scheme.activation_decided_in,
                self.amount(scheme.surcharge_percentage),
                self.amount(scheme.bonus_per_hour),
                self.amount(scheme.bonus_maximum)
            )?;
        }
        self.effect(out, effect)
    }

    pub(crate) fn next_year(&self, out: &mut String, facts: &Facts) -> fmt::Result {
        let Some(first) = facts.next_year.first() else {
            let none = self.say(
                "Next year: no quotumpercentage is known yet; give one with --next-percentage.",
                "Volgend jaar: nog geen quotumpercentage bekend; geef er een met --next-percentage.",
            );
            return writeln!(out, "\n{none}");
        };
        let title = match facts.plan {
            None => self.say("with this year's hours", "met de uren van dit jaar"),
            Some(_) => self.say(
                "with this year's hours and the planned changes all year",
                "met de uren van dit jaar en de geplande wijzigingen het hele jaar",
            ),
        };
        writeln!(out, "\n{}, {title}", first.year())?;
        for outcome in &facts.next_year {
            self.next(out, outcome)?;
        }
        let Some(Ok(people)) = &facts.people else { return Ok(()) };
        if people.number == 0 || facts.next_year_with_people.is_empty() {
            return Ok(());
        }
        match self.language {
            banenafspraak::Language::Nl => {
                writeln!(out, "  en met de {} mensen van hierboven het hele jaar:", people.number)?;
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
        let percentage = outcome.quotumpercentage();
        if let (Ok(percentage), Ok(source)) = (percentage, outcome.quotumpercentage_source()) {
            let percentage = self.amount(percentage);
            let source = Quantity::Word(source.word()).localized(self.language);
            let tekort = self.amount(outcome.quotumtekort().unwrap_or_default());
            write!(out, "  {percentage} ({source}): quotumtekort {tekort}, ")?;
        } else {
            write!(out, "  ")?;
        }
        let status = self.status(outcome);
        match outcome.net() {
            None => {
                let heffing = self.amount(outcome.quotumheffing());
                writeln!(out, "quotumheffing {heffing}{status}")
            }
            Some(net) => {
                let balance = self.say("Wet banenafspraak, net", "Wet banenafspraak, saldo");
                writeln!(out, "{balance} {}{status}", self.amount(net))
            }
        }
    }

    pub(crate) fn calendar(&self, out: &mut String, facts: &Facts) -> fmt::Result {
        // They are dates of the quotumheffing.
        if facts.outcome.net().is_some() {
            return Ok(());
        }
        let is_due = facts.outcome.levy_status() == LevyStatus::Due;
        let title = self.say("Dates", "Data");
        let which = self.say(
            ", as the law sets them for a quotumheffing that is executed",
            ", zoals de wet ze stelt voor een quotumheffing die wordt uitgevoerd",
        );
        writeln!(out, "\n{title}{}", if is_due { "" } else { which })?;
        let Ok(dates) = QuotumDates::of(facts.employer.year()) else { return Ok(()) };
        for (name, day) in dates.calendar() {
            let day = self.amount(day);
            writeln!(out, "  {} {day} [{}]", name.label(self.language), name.source())?;
        }
        Ok(())
    }
}
