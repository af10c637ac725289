//! A quantity in the reader's language.

use core::fmt::{self, Write as _};

use super::hours::SignedHours;
use super::quantity::Quantity;
use crate::error::Excerpt;
use crate::language::{In, Language, Phrase, group};

/// The number alone; a percentage keeps its sign, since a formula needs it.
impl fmt::Display for In<Quantity> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, quantity) = *self;
        let grouped = |f: &mut fmt::Formatter<'_>, decimals| {
            group(f, Excerpt::of(quantity).as_str(), decimals, language)
        };
        match quantity {
            Quantity::Word(word) => f.write_str(language.pick(word.english(), word.dutch())),
            Quantity::Year(_) | Quantity::Count(_) => quantity.fmt(f),
            Quantity::Date(date) => In(language, date).fmt(f),
            Quantity::Jobs(_) => grouped(f, 1),
            Quantity::Percentage(_) => {
                grouped(f, 2)?;
                f.write_char('%')
            }
            _ => grouped(f, 2),
        }
    }
}

/// Hours that can be negative: `-8,00`.
impl fmt::Display for In<SignedHours> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        group(f, Excerpt::of(self.1).as_str(), 2, self.0)
    }
}

impl Quantity {
    /// The quantity with its unit in the style of the language: `25.800,00 uur`, `€ 21.500,00`.
    ///
    /// ```
    /// use banenafspraak::unit::Quantity;
    /// use banenafspraak::{Hours, Language};
    ///
    /// let hours = Quantity::from(Hours::whole(25_800));
    /// assert_eq!(hours.localized(Language::Nl).to_string(), "25.800,00 uur");
    /// assert_eq!(hours.localized(Language::En).to_string(), "25,800.00 hours");
    /// ```
    pub fn localized(self, language: Language) -> impl fmt::Display {
        WithUnit(In(language, self))
    }

    /// The number alone in the style of the language: `25.800,00`; a percentage keeps its sign.
    ///
    /// ```
    /// use banenafspraak::unit::Quantity;
    /// use banenafspraak::{Language, Percentage};
    ///
    /// let percentage = Quantity::from("2.58".parse::<Percentage>()?);
    /// assert_eq!(percentage.number(Language::Nl).to_string(), "2,58%");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn number(self, language: Language) -> impl fmt::Display {
        In(language, self)
    }

    pub(crate) const fn unit(self, language: Language) -> &'static str {
        unit(self).localized(language)
    }
}

struct WithUnit(In<Quantity>);

impl fmt::Display for WithUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(number @ In(language, quantity)) = *self;
        match (quantity, language) {
            (Quantity::Euro(_) | Quantity::SignedEuro(_), Language::Nl) => write!(f, "€ {number}"),
            (Quantity::Euro(_) | Quantity::SignedEuro(_), Language::En) => {
                write!(f, "EUR {number}")
            }
            // In Dutch the sign comes before the amount.
            (Quantity::EuroPerHour(_), Language::Nl) => write!(f, "€ {number} per uur"),
            (Quantity::EuroPerJob(_), Language::Nl) => write!(f, "€ {number} per baan"),
            _ => match quantity.unit(language) {
                "" | "%" => number.fmt(f),
                unit => write!(f, "{number} {unit}"),
            },
        }
    }
}

/// A unit in English and in Dutch.
#[rustfmt::skip]
const fn unit(quantity: Quantity) -> Phrase {
    let (english, dutch) = match quantity {
        Quantity::Hours(_) | Quantity::ExactHours(_)   => ("hours",         "uur"),
        Quantity::HoursPerJob(_)                       => ("hours per job", "uur per baan"),
        Quantity::HoursPerWeek(_)                      => ("hours a week",  "uur per week"),
        Quantity::Jobs(_)                              => ("jobs",          "banen"),
        Quantity::Euro(_) | Quantity::SignedEuro(_)    => ("EUR",           "EUR"),
        Quantity::EuroPerHour(_)                       => ("EUR per hour",  "EUR per uur"),
        Quantity::EuroPerJob(_)                        => ("EUR per job",   "EUR per baan"),
        Quantity::Percentage(_)                        => ("%",             "%"),
        Quantity::Count(_) | Quantity::Year(_)
            | Quantity::Date(_) | Quantity::Word(_)    => ("",              ""),
    };
    Phrase::new(english, dutch)
}
