//! Every word of an outcome, one row each, in English and in Dutch.

use crate::law::{LevyStatus, Liability};
use crate::parameters::Provenance;
use crate::unit::{Meaning, Word};

/// Writes a row for each variant of an enum that has words in JSON. Without a row it does not
/// compile.
macro_rules! meanings {
    ($name:ident { $($variant:ident $english:literal $dutch:literal;)* }) => {
        impl From<$name> for crate::unit::Word {
            fn from(value: $name) -> Self {
                match value {$(
                    $name::$variant => {
                        const MEANING: &crate::unit::Meaning = &crate::unit::Meaning {
                            word: $name::$variant.word(),
                            english: $english,
                            dutch: $dutch,
                        };
                        Self::new(MEANING)
                    }
                )*}
            }
        }

        impl From<$name> for crate::unit::Quantity {
            fn from(value: $name) -> Self {
                Self::Word(value.into())
            }
        }
    };
}
pub(crate) use meanings;

meanings! { Liability {
    // variant            English                                                  Dutch
    Liable                "liable"                                                 "heffingsplichtig";
    ExemptYear            "exempt: below the threshold in the year itself"         "vrijgesteld: in het jaar zelf onder de drempel";
    ExemptPreviousYear    "exempt: below the threshold the year before"            "vrijgesteld: in het jaar ervoor onder de drempel";
    ExemptBothYears       "exempt: below the threshold in both years"              "vrijgesteld: beide jaren onder de drempel";
    UnknownYear           "not known: days of the year itself are missing"         "niet bekend: van het jaar zelf ontbreken dagen";
    UnknownPreviousYear   "not known: the hours of the year before are not known, or days of it are missing"
                          "niet bekend: van het jaar ervoor zijn de uren niet bekend, of er ontbreken dagen";
    UnknownBothYears      "not known: both years are not known, or days of them are missing"
                          "niet bekend: beide jaren zijn niet bekend, of er ontbreken dagen";
    ExemptSmallEmployer   "exempt: small employer"                                 "vrijgesteld: kleine werkgever";
    ExemptNewEmployer     "exempt: new employer"                                   "vrijgesteld: nieuwe werkgever";
    NotYetActive          "not yet active"                                         "nog niet actief";
}}

meanings! { LevyStatus {
    // variant            English                                                  Dutch
    NotExecuted           "not executed"                                           "niet uitgevoerd";
    NeverActivated        "never activated"                                        "nooit geactiveerd";
    Due                   "due"                                                    "verschuldigd";
}}

meanings! { Provenance {
    // variant            English                                                  Dutch
    Published             "published"                                              "gepubliceerd";
    Given                 "given"                                                  "opgegeven";
    Derived               "derived"                                                "afgeleid";
}}

const fn row(word: &'static str, english: &'static str, dutch: &'static str) -> Meaning {
    Meaning { word, english, dutch }
}

/// What is not known, and what to do about it.
#[rustfmt::skip]
impl Word {
    /// In place of a value: it is not known.
    pub const NOT_KNOWN: Self                      = Self::new(&row("not_known",               "not known",                                      "niet bekend"));
    pub(crate) const DAYS_MISSING: Self            = Self::new(&row("days_missing",            "days are missing",                               "er ontbreken dagen"));
    pub(crate) const NO_QUOTUMPERCENTAGE: Self     = Self::new(&row("no_quotumpercentage",     "no quotumpercentage known",                      "geen quotumpercentage bekend"));
    pub(crate) const GIVE_A_QUOTUMPERCENTAGE: Self = Self::new(&row("give_a_quotumpercentage", "none published; give one with the employer",     "niet gepubliceerd; vul er een in voor deze werkgever"));
    pub(crate) const GIVE_THE_YEAR_BEFORE: Self    = Self::new(&row("give_the_year_before",    "give the hours of the year before",              "vul de uren van het vorige jaar in"));
}

/// How a date follows from the year assessed.
#[rustfmt::skip]
impl Word {
    pub(crate) const MAY_AFTER: Self               = Self::new(&row("may_after",               "1 May of the year after",                        "1 mei van het jaar na"));
    pub(crate) const AUGUST_AFTER: Self            = Self::new(&row("august_after",            "1 August of the year after",                     "1 augustus van het jaar na"));
    pub(crate) const NOVEMBER_AFTER: Self          = Self::new(&row("november_after",          "1 November of the year after",                   "1 november van het jaar na"));
    pub(crate) const WEEKS_AFTER: Self             = Self::new(&row("weeks_after",             "weeks after",                                    "weken na"));
    pub(crate) const YEARS_AFTER_THE_END: Self     = Self::new(&row("years_after_the_end",     "years after the end of",                         "jaar na het einde van"));
}
