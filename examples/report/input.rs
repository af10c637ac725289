//! The employer of the report: its years out of the calculator's input.

use std::collections::HashSet;

use banenafspraak::{Assessment, Language, Printable, Year};

use crate::Stopped;
use crate::shared::outcome::{Outcome, Place, Refusal};

/// How many employers an error lists.
const MOST_LISTED: usize = 20;

/// One employer and what was given of it.
pub(crate) struct Employer {
    /// Its id, unless it has none.
    pub(crate) name: Option<String>,
    pub(crate) assessed: Vec<Assessment>,
    /// What could not be assessed, with its year if that is known.
    pub(crate) refused: Vec<(Option<Year>, String)>,
}

impl Employer {
    /// Its name on a terminal.
    pub(crate) fn shown(&self, language: Language) -> String {
        match self.name.as_deref().map(Printable) {
            Some(name) => name.to_string(),
            None => either(language, "the employer", "de werkgever").to_owned(),
        }
    }
}

/// The employer of this id, or the only one there is.
pub(crate) fn choose(
    outcomes: Vec<Outcome>,
    wanted: Option<&str>,
    language: Language,
) -> Result<Employer, Stopped> {
    // A refused line without an id may be anyone's.
    let known = |outcome: &&Outcome| outcome.result.is_ok() || outcome.id.is_some();
    let mut seen = HashSet::new();
    let ids = outcomes.iter().filter(known).map(|outcome| outcome.id.as_deref());
    let ids: Vec<Option<&str>> = ids.filter(|id| seen.insert(*id)).collect();
    let id = match (wanted, ids.as_slice()) {
        // Nothing but refused lines.
        (_, []) => None,
        (None, [only]) => *only,
        (None, _) => {
            let several = [
                "several employers, choose one with --id",
                "meer werkgevers; kies er een met --id",
            ];
            return Err(one_of(language, several, &ids));
        }
        (Some(_), _) if seen.contains(&wanted) => wanted,
        (Some(_), _) => {
            let none = ["no employer of that id; there are", "geen werkgever met dat id; wel"];
            return Err(one_of(language, none, &ids));
        }
    };
    let id = id.map(str::to_owned);
    let mut employer = Employer {
        name: id.clone().filter(|id| !id.trim().is_empty()),
        assessed: Vec::new(),
        refused: Vec::new(),
    };
    for outcome in outcomes {
        let its_own = outcome.id == id || (outcome.id.is_none() && outcome.result.is_err());
        if its_own {
            employer.add(outcome, language)?;
        }
    }
    Ok(employer)
}

impl Employer {
    fn add(&mut self, outcome: Outcome, language: Language) -> Result<(), Stopped> {
        let place = placed(outcome.place, language);
        // Who was assessed has a year.
        let year = outcome.result.as_ref().ok().map(Assessment::year).or(outcome.year);
        let given = self.assessed.iter().map(Assessment::year);
        let mut given = given.chain(self.refused.iter().filter_map(|(year, _)| *year));
        if let Some(year) = year.filter(|year| given.any(|other| other == *year)) {
            let name = self.shown(language);
            return Err(Stopped::Input(match language {
                Language::Nl => format!("{place}: {year} komt twee keer voor bij {name}"),
                _ => format!("{place}: {year} is there twice for {name}"),
            }));
        }
        match outcome.result {
            Ok(assessment) => self.assessed.push(assessment),
            Err(refusal) => {
                let why = refused(&refusal, language);
                self.refused.push((year, format!("{place}: {why}")));
            }
        }
        Ok(())
    }
}

/// Why an input was refused, with its code.
fn refused(refusal: &Refusal, language: Language) -> String {
    match refusal {
        Refusal::Contract(error) => format!("{} [{}]", error.localized(language), error.code()),
        other @ Refusal::Other { .. } => other.to_string(),
    }
}

/// Where an input is.
fn placed(place: Place, language: Language) -> String {
    match place {
        Place::Line(number) => format!("{} {number}", either(language, "line", "regel")),
        Place::Employer(number) | Place::Payroll { number, .. } => {
            format!("{} {number}", either(language, "employer", "werkgever"))
        }
        Place::Flags => "flags".to_owned(),
    }
}

/// What can be chosen from: why in English and Dutch, and the first ids.
fn one_of(language: Language, why: [&'static str; 2], ids: &[Option<&str>]) -> Stopped {
    let listed = ids.iter().take(MOST_LISTED).map(|id| match id {
        Some(id) => format!("\n  {}", Printable(id)),
        None => format!("\n  ({})", either(language, "without an id", "zonder id")),
    });
    let more = match (ids.len().saturating_sub(MOST_LISTED), language) {
        (0, _) => String::new(),
        (more, Language::Nl) => format!("\n  en nog {more}"),
        (more, _) => format!("\n  and {more} more"),
    };
    let why = either(language, why[0], why[1]);
    Stopped::Usage(format!("{why}:{}{more}", listed.collect::<String>()))
}

pub(crate) fn either(
    language: Language,
    english: &'static str,
    dutch: &'static str,
) -> &'static str {
    match language {
        Language::Nl => dutch,
        _ => english,
    }
}
