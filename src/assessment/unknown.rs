//! Facts that are not known, and what is left out of an answer without them.

use core::fmt;

use crate::language::{In, Language};
use crate::law::Sector;
use crate::unit::{Quantity, Year};

/// A fact that is not known, so that what depends on it is left out of the answer.
///
/// ```
/// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
/// use banenafspraak::{Language, Unknown};
///
/// // No quotumpercentage was ever published for the market.
/// let market = EmployerYear::new(
///     Year::new(2026)?,
///     Sector::Markt,
///     HoursBase::new(Hours::whole(180_000)),
///     DoelgroepHours::new(Hours::whole(2_662)),
/// )?
/// .with_previous_year(HoursBase::new(Hours::whole(178_000)));
/// let outcome = assess(&market)?;
/// assert_eq!(outcome.quota(), None);
/// assert_eq!(outcome.realised_jobs().to_string(), "2.0"); // what does not depend on it is there
/// let [unknown] = &*outcome.unknown() else { panic!() };
/// assert_eq!(unknown.word(), "quotumpercentage");
/// assert_eq!(
///     unknown.text(Language::En).to_string(),
///     "quotumpercentage: not known for sector markt in 2026; give one with the employer \
///      (quotumpercentage) or add it to the figures"
/// );
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unknown {
    /// The quotumpercentage: without it there is no [`Quota`](super::Quota), and for an employer
    /// that is not exempt no quotumheffing.
    #[non_exhaustive]
    Quotumpercentage {
        /// The year.
        year: Year,
        /// The sector.
        sector: Sector,
    },
    /// The hours of the year before, or of all of it: without them the liability is not known, and
    /// so no quotumheffing.
    #[non_exhaustive]
    PreviousYear {
        /// The year assessed.
        year: Year,
    },
}

impl Unknown {
    /// The word of the JSON contract: `quotumpercentage` or `previous_year`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Quotumpercentage { .. } => "quotumpercentage",
            Self::PreviousYear { .. } => "previous_year",
        }
    }

    /// What is not known and how to give it.
    pub fn text(self, language: Language) -> impl fmt::Display {
        In(language, self)
    }
}

impl fmt::Display for In<Unknown> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, unknown) = *self;
        match (language, unknown) {
            (Language::En, Unknown::Quotumpercentage { year, sector }) => write!(
                f,
                "quotumpercentage: not known for sector {sector} in {year}; give one with the \
                 employer (quotumpercentage) or add it to the figures"
            ),
            (Language::Nl, Unknown::Quotumpercentage { year, sector }) => write!(
                f,
                "quotumpercentage: voor sector {sector} in {year} niet bekend; vul er een in voor \
                 deze werkgever (quotumpercentage) of voeg het toe aan de cijfers"
            ),
            (Language::En, Unknown::PreviousYear { year }) => write!(
                f,
                "hours of the year before {}: not known, or not of the whole year; give them with \
                 the employer (previous_year)",
                Quantity::Year(year)
            ),
            (Language::Nl, Unknown::PreviousYear { year }) => write!(
                f,
                "uren van het jaar vóór {}: niet bekend, of niet van het hele jaar; vul ze in voor \
                 deze werkgever (previous_year)",
                Quantity::Year(year)
            ),
        }
    }
}
