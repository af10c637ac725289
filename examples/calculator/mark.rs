//! A mark beside a levy that is not what it seems.

use banenafspraak::{Assessment, Euro, Language, LevyStatus, Liability};

/// What a reader of the levy must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    Computed,
    NotOwed,
}

impl Mark {
    pub(crate) fn of(assessment: &Assessment, levy: Euro) -> Option<Self> {
        match (assessment.liability(), assessment.levy_status()) {
            (Liability::Liable, LevyStatus::Due) => None,
            (Liability::Liable, _) => (levy > Euro::ZERO).then_some(Self::Computed),
            _ => Some(Self::NotOwed),
        }
    }

    pub(crate) const fn sign(self) -> char {
        match self {
            Self::Computed => '*',
            Self::NotOwed => 'x',
        }
    }

    pub(crate) const fn meaning(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Computed, Language::Nl) => "berekend, maar niet geheven",
            (Self::Computed, _) => "computed, but not collected",
            (Self::NotOwed, Language::Nl) => {
                "niet verschuldigd: vrijgesteld, of de opslag is er nog niet"
            }
            (Self::NotOwed, _) => "not owed: exempt, or the surcharge has not begun",
        }
    }
}
