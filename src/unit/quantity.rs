//! Any quantity, where one list holds several units: figures and explanations.

use core::fmt;

use jiff::civil::Date;

use super::bounds::COUNT;
use super::euro::{Euro, EuroPerHour, EuroPerJob, SignedEuro};
use super::hours::{ExactHours, Hours, HoursPerJob, HoursPerWeek};
use super::jobs::Jobs;
use super::percentage::Percentage;
use super::text;
use super::word::Word;
use super::year::Year;
use crate::error::Error;

/// A quantity of any unit of this crate.
///
/// ```
/// use banenafspraak::unit::Quantity;
/// use banenafspraak::{Hours, Jobs};
///
/// let quantity = Quantity::from(Hours::whole(2_662));
/// assert_eq!(Hours::try_from(quantity), Ok(Hours::whole(2_662)));
/// assert_eq!(Jobs::try_from(quantity), Err(quantity)); // another unit
/// assert_eq!(quantity.to_string(), "2662");
/// assert_eq!(Quantity::from(25), Quantity::Count(25)); // people, workers or years
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Quantity {
    /// Hours.
    Hours(Hours),
    /// An exact product of hours and a percentage.
    ExactHours(ExactHours),
    /// Hours that make one job.
    HoursPerJob(HoursPerJob),
    /// Hours a week.
    HoursPerWeek(HoursPerWeek),
    /// Jobs.
    Jobs(Jobs),
    /// Euros.
    Euro(Euro),
    /// A balance in euros.
    SignedEuro(SignedEuro),
    /// Euros per hour.
    EuroPerHour(EuroPerHour),
    /// Euros per job.
    EuroPerJob(EuroPerJob),
    /// A percentage.
    Percentage(Percentage),
    /// A number of people, workers or years.
    Count(u32),
    /// A calendar year.
    Year(Year),
    /// A day.
    Date(Date),
    /// A word of the JSON contract, such as `liable`.
    Word(Word),
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hours(value) => value.fmt(f),
            Self::ExactHours(value) => value.fmt(f),
            Self::HoursPerJob(value) => value.fmt(f),
            Self::HoursPerWeek(value) => value.fmt(f),
            Self::Jobs(value) => value.fmt(f),
            Self::Euro(value) => value.fmt(f),
            Self::SignedEuro(value) => value.fmt(f),
            Self::EuroPerHour(value) => value.fmt(f),
            Self::EuroPerJob(value) => value.fmt(f),
            Self::Percentage(value) => value.fmt(f),
            Self::Count(value) => value.fmt(f),
            Self::Year(value) => value.fmt(f),
            Self::Date(value) => value.fmt(f),
            Self::Word(value) => value.fmt(f),
        }
    }
}

macro_rules! from {
    ($($unit:ident)*) => {$(
        impl From<$unit> for Quantity {
            fn from(value: $unit) -> Self {
                Self::$unit(value)
            }
        }

        /// Gives the quantity back if it is of another unit.
        impl TryFrom<Quantity> for $unit {
            type Error = Quantity;

            #[inline]
            fn try_from(quantity: Quantity) -> Result<Self, Quantity> {
                match quantity {
                    Quantity::$unit(value) => Ok(value),
                    other => Err(other),
                }
            }
        }
    )*};
}

from!(Hours ExactHours HoursPerJob HoursPerWeek Jobs Euro SignedEuro EuroPerHour EuroPerJob Percentage Year Date Word);

impl From<u32> for Quantity {
    fn from(value: u32) -> Self {
        Self::Count(value)
    }
}

impl TryFrom<Quantity> for u32 {
    type Error = Quantity;

    fn try_from(quantity: Quantity) -> Result<Self, Quantity> {
        match quantity {
            Quantity::Count(value) => Ok(value),
            other => Err(other),
        }
    }
}

/// A whole number of people, workers or years, from its text.
pub(crate) fn count(text: &str) -> Result<u32, Error> {
    let count = text::parse(text, &COUNT)?;
    u32::try_from(count).map_err(|_| Error::overflow(COUNT.name))
}
