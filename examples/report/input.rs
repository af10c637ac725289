//! The employer of the report: its years out of the calculator's input.

use std::collections::HashSet;

use banenafspraak::{Assessment, Printable, Year};

use crate::Stopped;
use crate::shared::outcome::{Outcome, Place};

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
    pub(crate) fn shown(&self) -> String {
        self.name
            .as_deref()
            .map_or_else(|| "the employer".to_owned(), |name| Printable(name).to_string())
    }
}

/// The employer of this id, or the only one there is.
pub(crate) fn choose(outcomes: Vec<Outcome>, wanted: Option<&str>) -> Result<Employer, Stopped> {
    // A refused line without an id may be anyone's.
    let known = |outcome: &&Outcome| outcome.result.is_ok() || outcome.id.is_some();
    let mut seen = HashSet::new();
    let ids = outcomes.iter().filter(known).map(|outcome| outcome.id.as_deref());
    let ids: Vec<Option<&str>> = ids.filter(|id| seen.insert(*id)).collect();
    let id = match (wanted, ids.as_slice()) {
        // Nothing but refused lines.
        (_, []) => None,
        (None, [only]) => *only,
        (None, _) => return Err(one_of("several employers, choose one with --id", &ids)),
        (Some(_), _) if seen.contains(&wanted) => wanted,
        (Some(_), _) => return Err(one_of("no employer of that id; there are", &ids)),
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
            employer.add(outcome)?;
        }
    }
    Ok(employer)
}

impl Employer {
    fn add(&mut self, outcome: Outcome) -> Result<(), Stopped> {
        let place = placed(outcome.place);
        // Who was assessed has a year.
        let year = outcome.result.as_ref().ok().map(Assessment::year).or(outcome.year);
        let given = self.assessed.iter().map(Assessment::year);
        let mut given = given.chain(self.refused.iter().filter_map(|(year, _)| *year));
        if let Some(year) = year.filter(|year| given.any(|other| other == *year)) {
            let name = self.shown();
            return Err(Stopped::Input(format!("{place}: {year} is there twice for {name}")));
        }
        match outcome.result {
            Ok(assessment) => self.assessed.push(assessment),
            Err(refusal) => self.refused.push((year, format!("{place}: {refusal}"))),
        }
        Ok(())
    }
}

/// Where an input is.
fn placed(place: Place) -> String {
    match place {
        Place::Line(number) => format!("line {number}"),
        Place::Employer(number) | Place::Payroll { number, .. } => format!("employer {number}"),
        Place::Flags => "flags".to_owned(),
    }
}

fn one_of(why: &str, ids: &[Option<&str>]) -> Stopped {
    let listed = ids.iter().take(MOST_LISTED).map(|id| match id {
        Some(id) => format!("\n  {}", Printable(id)),
        None => "\n  (without an id)".to_owned(),
    });
    let more = match ids.len().saturating_sub(MOST_LISTED) {
        0 => String::new(),
        more => format!("\n  and {more} more"),
    };
    Stopped::Usage(format!("{why}:{}{more}", listed.collect::<String>()))
}
