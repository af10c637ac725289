//! The wage returns of a session.

use std::collections::BTreeMap;

use super::answer::{Added, NoteObject, Unread};
use super::outcomes::Outcomes;
use crate::contract::error::ErrorObject;
use crate::language::Language;
use crate::payroll::loonaangifte::{
    Conflict, EmployerReturns, FiscalNumber, Head, Identity, Message, Settled, WageReturnError,
};
use crate::payroll::{Aangiftetijdvak, Sources, Summary};
use crate::reconciliation::RefusalKind;
use crate::unit::Hours;

/// What stands in the place of a file's name.
pub(super) const WAGE_RETURN: &str = "wage_return";

/// The messages by employer, and those that could not be read.
#[derive(Debug, Default)]
pub(super) struct Returns {
    employers: BTreeMap<FiscalNumber, OfEmployer>,
    unread: Vec<(Option<FiscalNumber>, Box<WageReturnError>)>,
}

/// The messages of an employer.
#[derive(Debug)]
struct OfEmployer {
    returns: EmployerReturns,
    messages: u64,
    /// Why the messages cannot all be true.
    conflict: Option<Conflict>,
}

impl Returns {
    pub(super) fn is_empty(&self) -> bool {
        self.employers.is_empty() && self.unread.is_empty()
    }

    pub(super) fn add(&mut self, xml: &[u8], sources: &Sources, language: Language) -> Added {
        let mut added = Added::default();
        match Message::read(xml) {
            Ok(message) => {
                let number = message.head().lh_nr().fiscal_number();
                added.read = u64::try_from(message.relations()).unwrap_or(u64::MAX);
                let employer = self.employers.entry(number).or_insert_with(|| OfEmployer {
                    returns: sources.returns(number),
                    messages: 0,
                    conflict: None,
                });
                employer.messages = employer.messages.saturating_add(1);
                if let Err(conflict) = employer.returns.add(message) {
                    employer.conflict.get_or_insert(conflict);
                }
            }
            Err(error) => {
                let number = Head::read(xml).ok().map(|head| head.lh_nr().fiscal_number());
                added.errors.push(unread(number, &error, language));
                self.unread.push((number, Box::new(error)));
            }
        }
        added
    }

    /// Answers the employers with messages.
    pub(super) fn answer(&self, outcomes: &mut Outcomes<'_>, mut summary: Summary) -> Summary {
        let (sources, language) = (outcomes.sources, outcomes.options.language);
        for (number, error) in &self.unread {
            outcomes.found.unread_message(number.as_ref().map(FiscalNumber::as_str));
            outcomes.answer.errors.push(unread(*number, error, language));
        }
        for (number, of_employer) in &self.employers {
            let Some(employer) = sources.employers.get(number.as_str()) else {
                summary.unknown = summary.unknown.saturating_add(of_employer.messages);
                continue;
            };
            let settled = match &of_employer.conflict {
                Some(conflict) => Err(conflict.clone()),
                None => of_employer.returns.clone().settle(),
            };
            match settled {
                Ok(settled) => {
                    summary.skipped = summary.skipped.saturating_add(settled.skipped);
                    for note in &settled.notes {
                        outcomes.answer.notes.push(NoteObject {
                            code: note.code(),
                            employer: Some(number.as_str().to_owned()),
                            message: note.localized(language).to_string(),
                        });
                    }
                    name(&settled, outcomes);
                    if let Some(joined) = settled.join(sources, key) {
                        outcomes.joined(&joined);
                    }
                }
                Err(conflict) => {
                    let kind = RefusalKind::Conflict(conflict);
                    let refusal = outcomes.found.refuse(employer, kind, sources);
                    outcomes.refused(refusal);
                }
            }
        }
        summary
    }
}

fn key(who: Identity<'_>) -> String {
    who.key()
}

/// Names the persons whom a note or an error can be about.
fn name(settled: &Settled, outcomes: &mut Outcomes<'_>) {
    if !outcomes.persons.are_hidden() {
        return;
    }
    let Sources { year, register, attributions, .. } = outcomes.sources;
    let year = Aangiftetijdvak::whole_year(*year);
    let mut names = settled.person_names(key, |person| {
        // A lender or a borrower who is a person is a mistake.
        register.covers(person, year)
            || !attributions.of_lender(person).is_empty()
            || attributions.attributed_in(person) != Hours::ZERO
    });
    // An error of overlapping periods is about someone who need not be registered.
    names.extend(settled.overlap_names(key));
    for (person, name) in names {
        let name = name.localized(outcomes.options.language).to_string();
        outcomes.persons.call(&person, name);
    }
}

/// A message that could not be read.
fn unread(number: Option<FiscalNumber>, error: &WageReturnError, language: Language) -> Unread {
    let employer = number.map(|number| number.as_str().to_owned());
    let error = ErrorObject::new(error.code(), None, &error.localized(language));
    Unread::new(WAGE_RETURN, employer, error)
}
