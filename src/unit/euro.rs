//! Euros and euro rates.

use super::bounds::{EURO, EURO_PER_HOUR, EURO_PER_JOB, HOURS, NET_EURO};
use super::{Exact, Hours, Percentage, Unit as _};
use crate::error::Error;

unit! {
    /// An amount in euros and cents, never negative.
    #[derive(Default)]
    Euro, EURO
}

unit! {
    /// A balance in euros and cents: negative where more is owed than earned.
    #[derive(Default)]
    NetEuro, NET_EURO
}

unit! {
    /// Euros per paid hour.
    EuroPerHour, EURO_PER_HOUR
}

unit! {
    /// Euros per job (Wfsv 38h lid 4: 5,000).
    EuroPerJob, EURO_PER_JOB
}

impl Euro {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Whole euros.
    pub const fn whole(euros: u32) -> Self {
        Self((euros as i64).saturating_mul(100))
    }

    /// The sum.
    ///
    /// # Errors
    ///
    /// A sum beyond [`Euro::MAX`].
    pub fn plus(self, other: Self) -> Result<Self, Error> {
        Self::from_units(self.0.saturating_add(other.0))
    }

    /// What is left after taking `part` away; `None` if the part is greater.
    pub fn without(self, part: Self) -> Option<Self> {
        (part.0 <= self.0).then(|| Self(self.0.saturating_sub(part.0)))
    }

    /// This amount less `other`, which may be the greater.
    pub fn net_of(self, other: Self) -> NetEuro {
        NetEuro(self.0.saturating_sub(other.0))
    }

    /// This percentage of the amount, as an exact fraction.
    pub fn share(self, percentage: Percentage) -> Exact<Self> {
        const WHOLE: i128 = Percentage::whole_units() * 10_i128.pow(EURO.decimals);
        Exact::product(self.0, percentage.units(), WHOLE)
    }
}

impl NetEuro {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The sum.
    ///
    /// # Errors
    ///
    /// A sum beyond the bounds.
    pub fn plus(self, other: Self) -> Result<Self, Error> {
        Self::from_units(self.0.saturating_add(other.0))
    }
}

impl From<Euro> for NetEuro {
    fn from(euro: Euro) -> Self {
        Self(euro.0)
    }
}

impl EuroPerHour {
    /// What these hours come to at this rate, as an exact fraction.
    pub fn times(self, hours: Hours) -> Exact<Euro> {
        const WHOLE: i128 = 10_i128.pow(EURO_PER_HOUR.decimals + HOURS.decimals);
        Exact::product(self.0, hours.units(), WHOLE)
    }
}
