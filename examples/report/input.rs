//! The employer of the report: its years out of the calculator's input.

use std::collections::{BTreeMap, HashSet};

use banenafspraak::{Assessment, Printable, Year};

use crate::Stopped;
use crate::shared::outcome::{Outcome, Place};

/// How many employers an error lists.
const MOST_LISTED: usize = 20;

/// One employer: each year assessed or refused.
pub(crate) struct Employer {
    /// Its id, unless it has none or only spaces.
    pub(crate) name: Option<String>,
    pub(crate) years: BTreeMap<Year, Result<Assessment, String>>,
    /// What could not be assessed, of no known year.
    pub(crate) unread: Vec<String>,
}

impl Employer {
    /// The last year that could be assessed.
    pub(crate) fn last(&self) -> Option<&Assessment> {
        self.years.values().rev().find_map(|result| result.as_ref().ok())
    }

    /// What could not be assessed.
    pub(crate) fn refused(&self) -> impl Iterator<Item = &str> {
        let of_years = self.years.values().filter_map(|result| result.as_ref().err());
        of_years.chain(&self.unread).map(String::as_str)
    }

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
        years: BTreeMap::new(),
        unread: Vec::new(),
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
        let result = outcome.result.map_err(|refusal| format!("{place}: {refusal}"));
        let Some(year) = year else {
            self.unread.extend(result.err());
            return Ok(());
        };
        match self.years.insert(year, result) {
            None => Ok(()),
            Some(_) => {
                Err(Stopped::Input(format!("{place}: {year} is there twice for {}", self.shown())))
            }
        }
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
