//! The employers of a session, answered one by one.

use crate::contract::error::ErrorObject;
use crate::contract::options::Options;
use crate::employer::SchemeParameters;
use crate::payroll::csv::FileError;
use crate::payroll::{Joined, Sources, Summary};
use crate::reconciliation::{Note, Persons, Reconciliation, Refusal};
use crate::regime::assess_with;

use super::answer::{Answer, Form, NoteObject, Outcome, Unread};

/// The employers as they are answered.
pub(super) struct Outcomes<'s> {
    pub(super) sources: &'s Sources,
    pub(super) options: &'s Options,
    pub(super) scheme: Option<&'s SchemeParameters>,
    pub(super) persons: Persons,
    pub(super) found: Reconciliation,
    pub(super) answer: Answer,
}

impl Outcomes<'_> {
    /// A line of a table that could not be read.
    pub(super) fn unread(&mut self, error: &FileError, form: Form) {
        self.found.unread_line(error, self.sources);
        self.answer.errors.push(Unread::of(error, form, self.options.language));
    }

    /// An employer with its totals.
    pub(super) fn joined(&mut self, joined: &Joined<'_>) {
        let Options { explained, language, figures } = self.options;
        let year = match self.found.employer_year(joined, self.scheme, self.sources) {
            Ok(year) => year,
            Err(refusal) => return self.refused(refusal),
        };
        self.answer.outcomes.push(match assess_with(&year, figures) {
            Ok(outcome) => Outcome::Assessed(Box::new(outcome), explained.then_some(*language)),
            Err(error) => {
                let id = joined.employer.key.clone();
                Outcome::Refused(id, ErrorObject::refused(&error, *language))
            }
        });
    }

    /// An employer that is not assessed.
    pub(super) fn refused(&mut self, refusal: Refusal) {
        let language = self.options.language;
        let message = refusal.localized(language).to_string();
        let message = self.persons.hide(&message, self.sources, language);
        let error = ErrorObject::new(refusal.code(), refusal.field(), &message);
        self.answer.outcomes.push(Outcome::Refused(refusal.employer, error));
    }

    /// The answer, once all employers with records are answered.
    pub(super) fn finish(mut self, summary: Summary) -> Answer {
        for refusal in self.found.unread_alone() {
            self.refused(refusal);
        }
        self.found.finish(summary, self.sources);
        for note in self.found.take_notes() {
            let note = self.note(&note);
            self.answer.notes.push(note);
        }
        self.answer
    }

    fn note(&self, note: &Note) -> NoteObject {
        let language = self.options.language;
        let detail = self.persons.detail(note, self.sources, language);
        NoteObject {
            code: note.code(),
            employer: note.employer().map(str::to_owned),
            message: format!("{}: {detail}", note.title(language)),
        }
    }
}
