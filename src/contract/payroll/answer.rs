//! What a payroll comes to, as JSON.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::assessment::Assessment;
use crate::contract::error::ErrorObject;
use crate::language::{In, Language};
use crate::payroll::csv::{FileError, Problem};

/// The outcomes, and what should be known beside them.
#[derive(Default)]
pub(super) struct Answer {
    pub(super) outcomes: Vec<Outcome>,
    pub(super) notes: Vec<NoteObject>,
    pub(super) errors: Vec<Unread>,
}

written! {
    Answer as it {
        outcomes: needed = it.outcomes,
        notes: needed = it.notes,
        errors: needed = it.errors,
    }
}

/// What is answered to a table or a message.
#[derive(Default)]
pub(super) struct Added {
    /// How many lines, or relations, were read.
    pub(super) read: u64,
    pub(super) notes: Vec<NoteObject>,
    pub(super) errors: Vec<Unread>,
}

written! {
    Added as it {
        read: needed = it.read,
        notes: needed = it.notes,
        errors: needed = it.errors,
    }
}

/// How a table came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Csv,
    Array,
}

/// An employer's outcome, or why it has none.
pub(super) enum Outcome {
    Assessed(Box<Assessment>, Option<Language>),
    Refused(Arc<str>, ErrorObject),
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Assessed(outcome, Some(language)) => {
                outcome.explained(*language).serialize(serializer)
            }
            Self::Assessed(outcome, None) => outcome.serialize(serializer),
            Self::Refused(id, error) => Refused { id, error }.serialize(serializer),
        }
    }
}

struct Refused<'o> {
    id: &'o str,
    error: &'o ErrorObject,
}

written! {
    Refused<'_> as it {
        id: needed = it.id,
        error: needed = it.error,
    }
}

/// A line or a message that could not be read.
pub(super) struct Unread {
    file: &'static str,
    line: Option<u64>,
    employer: Option<String>,
    error: ErrorObject,
}

impl Unread {
    pub(super) fn new(file: &'static str, employer: Option<String>, error: ErrorObject) -> Self {
        Self { file, line: None, employer, error }
    }

    /// An error of a file; in an array the place of the row, from 1, is where a file has its line.
    pub(super) fn of(error: &FileError, form: Form, language: Language) -> Self {
        let field = match &error.problem {
            Problem::Value(error) => error.field(),
            _ => None,
        };
        let message = In(language, &error.problem);
        let object = ErrorObject::new(error.code(), field, &message);
        let line = match form {
            Form::Csv => error.line,
            // Without the header; of a table without rows it is the first.
            Form::Array => error.line.saturating_sub(1),
        };
        let employer = error.employer.as_deref().map(str::to_owned);
        Self { line: Some(line), ..Self::new(error.file.word(), employer, object) }
    }
}

written! {
    Unread as it {
        file: needed = it.file,
        line: optional = it.line,
        employer: optional = it.employer,
        error: needed = it.error,
    }
}

/// What was left out or does not match.
pub(super) struct NoteObject {
    pub(super) code: &'static str,
    pub(super) employer: Option<String>,
    pub(super) message: String,
}

written! {
    NoteObject as it {
        code: needed = it.code,
        employer: optional = it.employer,
        message: needed = it.message,
    }
}
serialize! { Answer, Added, Refused<'_>, Unread, NoteObject }
