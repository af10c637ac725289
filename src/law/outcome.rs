//! The law's words for an outcome; their wire words are stable.

use super::source::{LegalSource, articles};

// `$known` is what an error says of the words, where there are too many to list; `or` has words that
// `FromStr` reads besides those of the contract, in any case.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $field:literal $(, $known:literal, $known_in_dutch:literal)? {
        $(#[$first_doc:meta])* $first_variant:ident = $first:literal,
        $($(#[$rest_doc:meta])* $rest_variant:ident = $rest:literal,)*
    } $(or { $($other:literal = $other_variant:ident,)* })?) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $(#[$first_doc])* $first_variant,
            $($(#[$rest_doc])* $rest_variant,)*
        }

        impl $name {
            const WORDS: &[(Self, &str)] =
                &[(Self::$first_variant, $first), $((Self::$rest_variant, $rest),)*];

            /// The word of the JSON contract.
            pub const fn word(self) -> &'static str {
                match self {
                    Self::$first_variant => $first,
                    $(Self::$rest_variant => $rest,)*
                }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.word())
            }
        }

        impl $name {
            /// The value of a word of the contract.
            pub(crate) fn of_word(text: &str) -> Result<Self, crate::error::Error> {
                use crate::error::{Error, ErrorKind, Excerpt};
                use crate::language::Phrase;
                const ALL: &str = concat!($first, $(", ", $rest),*);
                let known = Self::WORDS.iter().find(|(_, word)| *word == text);
                known.map(|(value, _)| *value).ok_or_else(|| {
                    let [expected, ..] =
                        [$(Phrase::new($known, $known_in_dutch),)? Phrase::new(ALL, ALL)];
                    Error::new($field, ErrorKind::UnknownWord { text: Excerpt::of(text), expected })
                })
            }
        }

        impl core::str::FromStr for $name {
            type Err = crate::error::Error;

            fn from_str(text: &str) -> Result<Self, crate::error::Error> {
                $($(if text.eq_ignore_ascii_case($other) {
                    return Ok(Self::$other_variant);
                })*)?
                Self::of_word(text)
            }
        }

        #[cfg(feature = "serde")]
        impl crate::json::Readable for $name {
            const EXPECTED: crate::language::Phrase = {
                use crate::language::Phrase;
                let [expected, ..] = [
                    $(Phrase::new(concat!("one of ", $known), concat!("een van ", $known_in_dutch)),)?
                    Phrase::new(
                        concat!("one of ", $first, $(", ", $rest),*),
                        concat!("een van ", $first, $(", ", $rest),*),
                    ),
                ];
                expected
            };
            fn read(text: &str) -> Result<Self, crate::error::Error> {
                Self::of_word(text)
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(crate::json::TextVisitor::new())
            }
        }
    };
}
pub(crate) use words;

words! {
    /// Which law governs the outcome.
    ///
    /// ```
    /// use banenafspraak::law::Regime;
    ///
    /// assert_eq!(Regime::Quotumheffing.word(), "quotumheffing");
    /// assert_eq!("wet_banenafspraak".parse(), Ok(Regime::WetBanenafspraak));
    /// assert_eq!("Quotumheffing".parse::<Regime>().unwrap_err().code(), "unknown_word");
    /// ```
    #[non_exhaustive]
    Regime, "regime" {
        /// Wfsv chapter 3, paragraph 4a.
        Quotumheffing = "quotumheffing",
        /// Wet banenafspraak.
        WetBanenafspraak = "wet_banenafspraak",
    }
}

words! {
    /// Whether the employer owes a levy at all, and if not, why.
    ///
    /// ```
    /// use banenafspraak::Liability;
    ///
    /// assert_eq!(Liability::ExemptPreviousYear.to_string(), "exempt_previous_year");
    /// assert_eq!("liable".parse::<Liability>()?, Liability::Liable);
    /// assert_eq!("exempt".parse::<Liability>().unwrap_err().code(), "unknown_word");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[non_exhaustive]
    Liability, "liability" {
        /// Liable.
        Liable = "liable",
        /// Below the threshold in the year itself (Wfsv 34 lid 4).
        ExemptYear = "exempt_year",
        /// Below the threshold in the year before (Wfsv 34 lid 4).
        ExemptPreviousYear = "exempt_previous_year",
        /// Below the threshold in both years.
        ExemptBothYears = "exempt_both_years",
        /// Not known: the hours of the year are below the threshold, and days are missing.
        UnknownYear = "unknown_year",
        /// Not known: the hours of the year before are not, or are below the threshold and days are
        /// missing.
        UnknownPreviousYear = "unknown_previous_year",
        /// Not known, for both years.
        UnknownBothYears = "unknown_both_years",
        /// A small employer (Wet banenafspraak 6 lid 2, 3; Wfsv 36 lid 2).
        ExemptSmallEmployer = "exempt_small_employer",
        /// An employer since this year or the year before (Besluit Wfsv 2.19d lid 4).
        ExemptNewEmployer = "exempt_new_employer",
        /// Before the first year of the surcharge (Wet banenafspraak 6 lid 1).
        NotYetActive = "not_yet_active",
    }
}

impl Liability {
    /// Whether it is known. What is not known exempts nobody, and makes nobody liable.
    pub const fn is_known(self) -> bool {
        !matches!(self, Self::UnknownYear | Self::UnknownPreviousYear | Self::UnknownBothYears)
    }

    /// Whether the employer is exempt: nothing is owed.
    pub const fn is_exempt(self) -> bool {
        self.is_known() && !matches!(self, Self::Liable)
    }

    /// The place in the law that decides.
    ///
    /// ```
    /// use banenafspraak::Liability;
    ///
    /// assert_eq!(Liability::ExemptYear.source().to_string(), "Wfsv 34 lid 4, 6");
    /// assert_eq!(Liability::NotYetActive.source().to_string(), "Wet banenafspraak 6 lid 1");
    /// ```
    pub const fn source(self) -> LegalSource {
        match self {
            Self::Liable
            | Self::ExemptYear
            | Self::ExemptPreviousYear
            | Self::ExemptBothYears
            | Self::UnknownYear
            | Self::UnknownPreviousYear
            | Self::UnknownBothYears => articles::THRESHOLD,
            Self::ExemptSmallEmployer => articles::WHO,
            Self::ExemptNewEmployer => articles::NEW_EMPLOYER,
            Self::NotYetActive => articles::FIRST_YEAR,
        }
    }
}

words! {
    /// What becomes of the levy of the governing regime.
    ///
    /// ```
    /// use banenafspraak::law::LevyStatus;
    ///
    /// assert_eq!(LevyStatus::NotExecuted.word(), "not_executed");
    /// assert_eq!("due".parse(), Ok(LevyStatus::Due));
    /// let error = "paid".parse::<LevyStatus>().unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "levy_status: `paid` is not one of not_executed, never_activated, due"
    /// );
    /// ```
    #[non_exhaustive]
    LevyStatus, "levy_status" {
        /// The outcome is real, the levy is not executed (Wfsv 122na lid 1); under the Wet
        /// banenafspraak: before the first year of the surcharge (6 lid 1).
        NotExecuted = "not_executed",
        /// The scheme was never activated for this sector and year (Wfsv 122n lid 1).
        NeverActivated = "never_activated",
        /// The surcharge, from the first year of the Wet banenafspraak's scheme; what an exempt
        /// employer owes of it is zero.
        Due = "due",
    }
}

impl LevyStatus {
    /// The place in the law that says so of the quotumheffing that is not collected, or of the
    /// surcharge that is due.
    pub(crate) const fn source(self) -> LegalSource {
        match self {
            Self::NotExecuted => articles::NOT_EXECUTED,
            Self::NeverActivated => articles::NEVER_ACTIVATED,
            Self::Due => articles::SURCHARGE,
        }
    }
}
