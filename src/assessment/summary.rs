//! An assessment in three lines that a person reads.

use core::fmt;

use super::outcome::{Assessment, Levy};
use crate::language::{In, Language};
use crate::printable::Printable;
use crate::unit::Quantity;

impl Assessment {
    /// The outcome in three lines: who and whether it is liable; the jobs; what is to be paid.
    ///
    /// ```
    /// use banenafspraak::{Language, assess};
    ///
    /// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
    /// let outcome = assess(&employer.with_id("school"))?;
    /// assert_eq!(
    ///     outcome.summary(Language::Nl).to_string(),
    ///     "school, 2026, overheid: heffingsplichtig\n\
    ///      3,4 banen vereist, 2,0 banen gerealiseerd, quotumtekort 1,4 banen\n\
    ///      niets te betalen: de quotumheffing van € 7.000,00 is berekend, maar wordt niet uitgevoerd (Wfsv \
    ///      122na lid 1)"
    /// );
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn summary(&self, language: Language) -> impl fmt::Display {
        In(language, self)
    }
}

/// In English.
impl fmt::Display for Assessment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}

impl fmt::Display for In<&Assessment> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, outcome) = *self;
        let show = |quantity: Quantity| quantity.localized(language);
        if let Some(id) = outcome.id() {
            write!(f, "{}, ", Printable(id))?;
        }
        let liability = show(outcome.liability().into());
        writeln!(f, "{}, {}: {liability}", outcome.year(), outcome.sector())?;
        let realised = show(outcome.realised_jobs().into());
        match (language, outcome.quota()) {
            (Language::En, Some(quota)) => writeln!(
                f,
                "{} required, {realised} realised, quotumtekort {}",
                show(quota.required_jobs().into()),
                show(quota.quotumtekort().into())
            )?,
            (Language::Nl, Some(quota)) => writeln!(
                f,
                "{} vereist, {realised} gerealiseerd, quotumtekort {}",
                show(quota.required_jobs().into()),
                show(quota.quotumtekort().into())
            )?,
            (Language::En, None) => {
                writeln!(f, "{realised} realised, no quotumpercentage known")?;
            }
            (Language::Nl, None) => {
                writeln!(f, "{realised} gerealiseerd, geen quotumpercentage bekend")?;
            }
        }
        write!(f, "{}", outcome.payable().text(language))?;
        match (language, outcome.levy()) {
            (_, Levy::Quotumheffing { .. }) => Ok(()),
            (Language::En, Levy::WetBanenafspraak { bonus, net, .. }) => {
                write!(f, "; bonus {}, net {}", show(bonus.into()), show(net.into()))
            }
            (Language::Nl, Levy::WetBanenafspraak { bonus, net, .. }) => {
                write!(f, "; bonus {}, saldo {}", show(bonus.into()), show(net.into()))
            }
        }
    }
}
