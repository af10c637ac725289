//! A word of an outcome, with what it means in each language.

use core::fmt;

use crate::language::Phrase;

/// A word of the JSON contract, such as `liable`, with what it means in each language.
///
/// The words are those of this crate: one without its meaning in every language cannot be made.
///
/// ```
/// use banenafspraak::unit::Word;
/// use banenafspraak::unit::Quantity;
/// use banenafspraak::{Language, Liability};
///
/// let exempt = Word::from(Liability::ExemptSmallEmployer);
/// assert_eq!(exempt.to_string(), "exempt_small_employer");
/// let text = Quantity::from(exempt).localized(Language::Nl).to_string();
/// assert_eq!(text, "vrijgesteld: kleine werkgever");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Word(&'static Meaning);

/// The row of a word.
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Meaning {
    pub(crate) word: &'static str,
    pub(crate) english: &'static str,
    pub(crate) dutch: &'static str,
}

impl Word {
    pub(crate) const fn new(meaning: &'static Meaning) -> Self {
        Self(meaning)
    }

    /// The word in JSON.
    pub const fn word(self) -> &'static str {
        self.0.word
    }

    pub(crate) const fn meaning(self) -> Phrase {
        Phrase::new(self.english(), self.dutch())
    }

    pub(crate) const fn english(self) -> &'static str {
        self.0.english
    }

    pub(crate) const fn dutch(self) -> &'static str {
        self.0.dutch
    }
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.word(), f)
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}
