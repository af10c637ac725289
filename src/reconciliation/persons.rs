//! How texts name persons.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::note::Note;
use super::note_text::Shown;
use crate::language::Language;
use crate::payroll::{Aangiftetijdvak, Sources};

/// The digits of a BSN.
const DIGITS: usize = 9;

/// How notes and errors name persons: by their keys, or, where the keys are BSNs, by what else is known of
/// them.
///
/// ```
/// use banenafspraak::payroll::Sources;
/// use banenafspraak::reconciliation::{Note, Persons};
/// use banenafspraak::{Language, Year};
///
/// let sources = Sources::new(Year::new(2026)?);
/// let note = Note::PersonWithoutRecords { person: "123456782".into() };
/// let detail = |persons: &Persons| persons.detail(&note, &sources, Language::En);
/// assert_eq!(detail(&Persons::by_key()), "person 123456782");
/// let mut persons = Persons::without_bsn();
/// assert_eq!(detail(&persons), "person (not shown)");
/// persons.call("123456782", "NumIV 1 of 111222333L01".to_owned());
/// assert_eq!(detail(&persons), "person NumIV 1 of 111222333L01");
/// assert_eq!(
///     persons.hide("person 123456782, employer 111222333L01", &sources, Language::En),
///     "person NumIV 1 of 111222333L01, employer 111222333L01"
/// );
/// // In Dutch a number has points at its thousands.
/// assert_eq!(persons.hide("123.456.782,00 uur", &sources, Language::Nl), "NumIV 1 of 111222333L01,00 uur");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Persons {
    /// What persons are called, by key; `None` where the keys are shown.
    names: Option<BTreeMap<String, String>>,
}

impl Persons {
    /// By their keys: they are the caller's own.
    pub const fn by_key() -> Self {
        Self { names: None }
    }

    /// Without a BSN: by what they are [called](Self::call), else not at all.
    pub const fn without_bsn() -> Self {
        Self { names: Some(BTreeMap::new()) }
    }

    /// Whether the keys are not shown.
    pub const fn are_hidden(&self) -> bool {
        self.names.is_some()
    }

    /// What a person is called, where the key is not shown; the first name stays.
    pub fn call(&mut self, key: &str, name: String) {
        if let Some(names) = &mut self.names {
            names.entry(key.to_owned()).or_insert(name);
        }
    }

    /// What a note is about.
    pub fn detail(&self, note: &Note, sources: &Sources, language: Language) -> String {
        let year = Aangiftetijdvak::whole_year(sources.year);
        let instead = |shown: Shown<'_>| {
            let names = self.names.as_ref()?;
            let name =
                |key: &str| names.get(key).map_or(not_shown(language), String::as_str).to_owned();
            let is_person =
                |key: &str| names.contains_key(key) || sources.register.covers(key, year);
            match shown {
                Shown::Person(key) => Some(name(key)),
                // A lender or a borrower who is a person is a mistake.
                Shown::Party(key) => is_person(key).then(|| name(key)),
                Shown::Hours(hours) => {
                    let key = hours.to_string();
                    is_person(&key).then(|| name(&key))
                }
            }
        };
        note.detail(language, &instead).to_string()
    }

    /// A text without the BSNs in it, where they are not shown. What is an employer's number stays.
    pub fn hide<'t>(&self, text: &'t str, sources: &Sources, language: Language) -> Cow<'t, str> {
        let Some(names) = &self.names else { return Cow::Borrowed(text) };
        let mut hidden = String::new();
        let mut rest = text;
        while let Some(begins) = rest.find(|it: char| it.is_ascii_digit()) {
            let (before, number) = rest.split_at(begins);
            let (number, after) = number.split_at(length(number));
            // A number can have marks at its thousands, by the language.
            let digits = number.replace(['.', ','], "");
            let is_employer = after.starts_with('L') || sources.employers.get(number).is_some();
            hidden.push_str(before);
            if digits.len() == DIGITS && !is_employer {
                hidden.push_str(names.get(&digits).map_or(not_shown(language), String::as_str));
            } else {
                hidden.push_str(number);
            }
            rest = after;
        }
        hidden.push_str(rest);
        Cow::Owned(hidden)
    }
}

/// The bytes of the number at the beginning: digits, or groups of three with one kind of mark between
/// them.
fn length(text: &str) -> usize {
    let digits = |text: &str| text.find(|it: char| !it.is_ascii_digit()).unwrap_or(text.len());
    let first = digits(text);
    let rest = text.get(first..).unwrap_or_default();
    let Some(mark) = rest.chars().next().filter(|mark| first <= 3 && matches!(mark, '.' | ','))
    else {
        return first;
    };
    let mut length = first;
    while let Some(after) = text.get(length..).and_then(|rest| rest.strip_prefix(mark)) {
        if digits(after) != 3 {
            break;
        }
        length = length.saturating_add(4);
    }
    length
}

const fn not_shown(language: Language) -> &'static str {
    language.pick("(not shown)", "(niet getoond)")
}
