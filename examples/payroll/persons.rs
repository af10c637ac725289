//! Persons in lists and errors: by key, or beside wage returns, where the key is a BSN, by NumIV and
//! message.

use std::borrow::Cow;
use std::collections::BTreeMap;

use banenafspraak::payroll::Employers;
use banenafspraak::payroll::loonaangifte::PersonName;

use crate::words::Words;

/// How persons are named.
pub(crate) enum Persons {
    /// By their keys.
    Keys,
    /// Without a BSN, by what is known of them.
    Hidden(BTreeMap<String, String>),
}

/// The digits of a BSN.
const DIGITS: usize = 9;

impl Persons {
    /// Adds what persons are called instead of by their keys.
    pub(crate) fn add(&mut self, names: BTreeMap<String, PersonName>, words: Words) {
        if let Self::Hidden(known) = self {
            for (key, name) in names {
                known.entry(key).or_insert_with(|| words.person_name(&name));
            }
        }
    }

    /// Whether the keys are not shown.
    pub(crate) const fn are_hidden(&self) -> bool {
        matches!(self, Self::Hidden(_))
    }

    /// A person's name in a list.
    pub(crate) fn name<'n>(&'n self, key: &'n str, words: Words) -> &'n str {
        match self {
            Self::Keys => key,
            Self::Hidden(names) => names.get(key).map_or(words.not_shown(), |name| name),
        }
    }

    /// Whether a text is the key of a person whose name is known and whose key is not shown.
    pub(crate) fn hides(&self, key: &str) -> bool {
        matches!(self, Self::Hidden(names) if names.contains_key(key))
    }

    /// A text without the BSNs in it. What is an employer's number stays.
    pub(crate) fn hide<'t>(
        &self,
        text: &'t str,
        employers: Option<&Employers>,
        words: Words,
    ) -> Cow<'t, str> {
        let Self::Hidden(names) = self else { return Cow::Borrowed(text) };
        let mut hidden = String::new();
        let mut rest = text;
        while let Some(begins) = rest.find(|c: char| c.is_ascii_digit()) {
            let (before, number) = rest.split_at(begins);
            let (number, after) = number.split_at(length(number));
            // A number in Dutch has points at its thousands.
            let digits = number.replace('.', "");
            let is_employer = after.starts_with('L')
                || employers.is_some_and(|employers| employers.get(number).is_some());
            hidden.push_str(before);
            if digits.len() == DIGITS && !is_employer {
                hidden.push_str(names.get(&digits).map_or(words.not_shown(), |name| name));
            } else {
                hidden.push_str(number);
            }
            rest = after;
        }
        hidden.push_str(rest);
        Cow::Owned(hidden)
    }
}

/// The bytes of the number at the beginning: digits, or groups of three with points between them.
fn length(text: &str) -> usize {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let first = digits(text);
    let mut length = first;
    while let Some(after) = text.get(length..).and_then(|rest| rest.strip_prefix('.')) {
        if first > 3 || digits(after) != 3 {
            break;
        }
        length = length.saturating_add(4);
    }
    length
}
