//! What a caller gives as JSON besides employers: changes, scenarios, figures and counts.

use core::fmt;

use serde::{Serialize, Serializer};

use super::not_json::NotJson;
use crate::error::Error;
use crate::json::{Node, Readable, Value};
use crate::language::{In, Language};
use crate::parameters::{Book, Entry, Name};
use crate::planning::{Change, Plan, Scenario};

/// Why a JSON text gives no value: it is no JSON, or the contract refuses it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "there is no third")]
pub enum Fault {
    /// The text is no JSON.
    NotJson(NotJson),
    /// What it says is refused.
    Refused(Error),
}

impl Fault {
    /// A stable snake_case word for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotJson(error) => error.code(),
            Self::Refused(error) => error.code(),
        }
    }

    /// The field at fault; `None` for the whole text.
    pub fn field(&self) -> Option<String> {
        match self {
            Self::NotJson(_) => None,
            Self::Refused(error) => error.field(),
        }
    }

    /// The message in this language; code and field are the same in each.
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }
}

impl fmt::Display for In<&Fault> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, fault) = *self;
        match fault {
            Fault::NotJson(error) => In(language, error).fmt(f),
            Fault::Refused(error) => In(language, error).fmt(f),
        }
    }
}

/// In English.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}

impl core::error::Error for Fault {}

impl Serialize for In<&Fault> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(language, fault) = *self;
        match fault {
            Fault::NotJson(error) => In(language, error).serialize(serializer),
            Fault::Refused(error) => In(language, error).serialize(serializer),
        }
    }
}

/// What is read from a JSON text: a [`Plan`], a list of [`Scenario`]s, and a caller's own
/// [`Figures`](crate::Figures) or counts of the [country](crate::national::National).
///
/// Unlike serde's own way it keeps code, field and language of what is refused.
///
/// ```
/// use banenafspraak::Language;
/// use banenafspraak::contract::FromJson as _;
/// use banenafspraak::planning::Plan;
///
/// let error = Plan::from_json(br#"[{"change": "retire"}]"#).unwrap_err();
/// assert_eq!((error.code(), error.field().as_deref()), ("unknown_word", Some("changes[0].change")));
/// assert!(error.localized(Language::Nl).to_string().starts_with("wijziging (changes[0].change): "));
/// ```
pub trait FromJson: Sized {
    /// Reads the text.
    ///
    /// # Errors
    ///
    /// A [`Fault`].
    fn from_json(text: &[u8]) -> Result<Self, Fault>;
}

impl FromJson for Plan {
    fn from_json(text: &[u8]) -> Result<Self, Fault> {
        read::<Vec<Change>>(text, "changes").and_then(|all| Ok(Self::new(all)?))
    }
}

impl FromJson for Vec<Scenario> {
    fn from_json(text: &[u8]) -> Result<Self, Fault> {
        read(text, "scenarios")
    }
}

impl<N: Name + Readable> FromJson for Book<N> {
    fn from_json(text: &[u8]) -> Result<Self, Fault> {
        let own: Vec<Entry<N>> = read(text, "entries")?;
        Ok(own.into_iter().fold(Self::published(), Self::with))
    }
}

fn read<T: Value>(text: &[u8], name: &'static str) -> Result<T, Fault> {
    let node: Node<'_> = serde_json::from_slice(text).map_err(NotJson::from)?;
    Ok(T::read(&node, name)?)
}

impl From<NotJson> for Fault {
    fn from(error: NotJson) -> Self {
        Self::NotJson(error)
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}
