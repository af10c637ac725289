//! The languages of an explanation.

/// The language of an explanation.
///
/// ```
/// use banenafspraak::{Euro, Language, Quantity};
///
/// let levy = Quantity::from(Euro::whole(21_500));
/// assert_eq!(levy.localized(Language::Nl).to_string(), "€ 21.500,00");
/// assert_eq!(levy.localized(Language::En).to_string(), "EUR 21,500.00");
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
    pub(super) const fn pick(self, english: &'static str, dutch: &'static str) -> &'static str {
        match self {
            Self::Nl => dutch,
            Self::En => english,
        }
    }

    /// The point (or comma) before the decimals, and what separates thousands.
    pub(super) const fn marks(self) -> (char, char) {
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
