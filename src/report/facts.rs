//! What is reported, and how its numbers are written.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::markup::Markup;
use super::people::People;
use crate::assessment::{Assessment, Levy, Quota};
use crate::language::Language;
use crate::law::{Liability, Regime, Sector};
use crate::parameters::Figures;
use crate::unit::{Euro, ExactHours, Percentage, Quantity, SignedEuro, Year};

/// What is reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Facts<'a> {
    pub(super) language: Language,
    pub(super) name: Option<&'a str>,
    pub(super) date: Option<Date>,
    /// Each year, assessed or refused.
    pub(super) years: BTreeMap<Year, Result<&'a Assessment, String>>,
    /// What could not be assessed, of no known year.
    pub(super) unread: Vec<String>,
    /// The last year that could be assessed.
    pub(super) outcome: &'a Assessment,
    /// Those who may come in that year.
    pub(super) people: Option<People>,
    /// Quotumpercentages to assume for next year.
    pub(super) percentages: Vec<Percentage>,
    pub(super) figures: Figures,
}

impl Facts<'_> {
    /// A quantity with its unit, which stay on one line.
    pub(super) fn shown(&self, quantity: impl Into<Quantity>) -> String {
        let quantity = quantity.into();
        // The sign of the euro is before the amount.
        let per = match quantity {
            Quantity::EuroPerHour(_) => self.language.pick("per hour", "per uur"),
            Quantity::EuroPerJob(_) => self.language.pick("per job", "per baan"),
            // A word can be a whole sentence.
            Quantity::Word(_) => return quantity.localized(self.language).to_string(),
            _ => return keep_together(&quantity.localized(self.language).to_string()),
        };
        let euro = self.language.pick("EUR", "€");
        keep_together(&format!("{euro} {} {per}", self.number(quantity)))
    }

    /// A quantity without its unit.
    pub(super) fn number(&self, quantity: impl Into<Quantity>) -> String {
        quantity.into().number(self.language).to_string()
    }

    /// A quantity without its unit, or a dash.
    pub(super) fn number_or_dash<Q: Into<Quantity>>(&self, quantity: Option<Q>) -> String {
        quantity.map_or_else(|| "–".to_owned(), |quantity| self.number(quantity))
    }

    /// Whether a part of the input could not be assessed.
    pub(super) fn has_refused(&self) -> bool {
        !self.unread.is_empty() || self.years.values().any(Result::is_err)
    }

    /// The people who may close the gap, where there is one.
    pub(super) fn people_for_the_gap(&self) -> Option<People> {
        let is_short = |quota: &&Quota| quota.hours_short() > ExactHours::ZERO;
        self.outcome.quota().filter(is_short).and(self.people)
    }

    /// Whether the employer is exempt in the year: a short report says all.
    pub(super) fn is_exempt(&self) -> bool {
        let liability = self.outcome.liability();
        liability.is_exempt() && liability != Liability::NotYetActive
    }

    pub(super) fn under_scheme(&self) -> bool {
        self.outcome.regime() == Regime::WetBanenafspraak
    }
}

fn keep_together(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

/// A text with its first letter in upper case, to begin a sentence with.
pub(super) fn first_upper(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}

/// The sector, with its gloss in English.
pub(super) fn sector(markup: &Markup, sector: Sector) -> &'static str {
    match sector {
        Sector::Overheid => markup.either("overheid (government)", "overheid"),
        Sector::Markt => markup.either("markt (market)", "markt"),
    }
}

/// The quotumheffing, where that is the law and it is known.
pub(super) fn quotumheffing(outcome: &Assessment) -> Option<Euro> {
    match outcome.levy() {
        Levy::Quotumheffing { quotumheffing, .. } => quotumheffing,
        Levy::WetBanenafspraak { .. } => None,
    }
}

/// Bonus less inclusiviteitsheffing, where the Wet banenafspraak is the law.
pub(super) fn net(outcome: &Assessment) -> Option<SignedEuro> {
    match outcome.levy() {
        Levy::Quotumheffing { .. } => None,
        Levy::WetBanenafspraak { net, .. } => Some(net),
    }
}
