//! The languages of what a person reads.

/// The language of explanations and errors.
///
/// ```
/// use banenafspraak::unit::Quantity;
/// use banenafspraak::{Euro, Hours, Language};
///
/// let levy = Quantity::from(Euro::whole(21_500));
/// assert_eq!(levy.localized(Language::Nl).to_string(), "€ 21.500,00");
/// assert_eq!(levy.localized(Language::En).to_string(), "EUR 21,500.00");
/// let error = "-1".parse::<Hours>().unwrap_err();
/// assert_eq!(error.localized(Language::Nl).to_string(), "hours: -1 is negatief; minimaal 0");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Language {
    pub(crate) const fn pick(self, english: &'static str, dutch: &'static str) -> &'static str {
        match self {
            Self::Nl => dutch,
            Self::En => english,
        }
    }

    /// The point (or comma) before the decimals, and what separates thousands.
    pub(crate) const fn marks(self) -> (char, char) {
        match self {
            Self::Nl => (',', '.'),
            Self::En => ('.', ','),
        }
    }
}

/// What is written differently in each language. Nothing here makes a text of its own: all is
/// written to where it goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct In<T>(pub(crate) Language, pub(crate) T);

/// A few words in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Phrase {
    en: &'static str,
    nl: &'static str,
}

impl Phrase {
    /// The same in English and Dutch.
    pub(crate) const fn new(en: &'static str, nl: &'static str) -> Self {
        Self { en, nl }
    }

    /// The words of a language.
    pub const fn localized(self, language: Language) -> &'static str {
        language.pick(self.en, self.nl)
    }
}
