//! The country beside its targets, and what does not add up.

use crate::law::Sector;
use crate::national::{AgainstTarget, Breakdown, CountName, Difference};
use crate::unit::{Jobs, Year};

written! {
    /// A result beside its target; no sector for the whole country.
    AgainstTargetObject {
        sector: optional Sector,
        target: needed Jobs,
        realised: needed Jobs,
        short: needed Jobs,
        above: needed Jobs,
        may_be_activated: needed bool,
        condition: needed String,
    }
}
form! { AgainstTarget = AgainstTargetObject: write, Serialize }

impl From<&AgainstTarget> for AgainstTargetObject {
    fn from(it: &AgainstTarget) -> Self {
        Self {
            sector: it.sector(),
            target: it.target(),
            realised: it.realised(),
            short: it.short(),
            above: it.above(),
            may_be_activated: it.may_be_activated(),
            condition: it.condition().to_string(),
        }
    }
}

written! {
    /// A count that is not equal to its parts together; no sector for the whole country.
    DifferenceObject {
        figure: needed CountName,
        sector: optional Sector,
        year: needed Year,
        count: needed Jobs,
        parts: needed Breakdown,
        together: needed Jobs,
    }
}
form! { Difference = DifferenceObject: write, Serialize }

impl From<&Difference> for DifferenceObject {
    fn from(it: &Difference) -> Self {
        Self {
            figure: it.name(),
            sector: it.sector(),
            year: it.year(),
            count: it.count(),
            parts: it.parts(),
            together: it.together(),
        }
    }
}
