//! Marks in the table: beside a levy that is not what it seems, and a year that is not whole.

use banenafspraak::{Assessment, Euro, Language, Payable};

/// What a reader of the row must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    Computed,
    NotOwed,
    Unknown,
    NotWhole,
}

impl Mark {
    /// The mark beside the levy.
    pub(crate) fn of_levy(payable: Payable) -> Option<Self> {
        match payable {
            Payable::NotOwed(_) => Some(Self::NotOwed),
            Payable::ComputedOnly { computed: Some(Euro::ZERO), .. } | Payable::Due(_) => None,
            Payable::ComputedOnly { computed: Some(_), .. } => Some(Self::Computed),
            Payable::ComputedOnly { computed: None, .. } => Some(Self::Unknown),
        }
    }

    /// The mark beside the year.
    pub(crate) fn of_year(assessment: &Assessment) -> Option<Self> {
        let coverage = assessment.coverage()?;
        let complete = [coverage.complete, coverage.previous_year_complete];
        complete.contains(&Some(false)).then_some(Self::NotWhole)
    }

    pub(crate) const fn sign(self) -> char {
        match self {
            Self::Computed => '*',
            Self::NotOwed => 'x',
            Self::Unknown => '?',
            Self::NotWhole => '!',
        }
    }

    pub(crate) const fn meaning(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Computed, Language::Nl) => "berekend, maar niet geheven",
            (Self::Computed, _) => "computed, but not collected",
            (Self::NotOwed, Language::Nl) => {
                "niet verschuldigd: vrijgesteld, of de opslag is nog niet ingegaan"
            }
            (Self::NotOwed, _) => "not owed: exempt, or the surcharge has not begun",
            (Self::Unknown, Language::Nl) => "niet te berekenen: er ontbreekt een gegeven",
            (Self::Unknown, _) => "cannot be computed: a fact is missing",
            (Self::NotWhole, Language::Nl) => "van het jaar of van het jaar ervoor ontbreken dagen",
            (Self::NotWhole, _) => "days of the year, or of the year before, are missing",
        }
    }
}
