//! The answer to one input object.

use serde::{Serialize, Serializer};

use super::employer::EmployerInput;
use super::from_json::Fault;
use super::options::Options;
use crate::assessment::Assessment;
use crate::language::{In, Language};
use crate::regime::assess_with;

/// An outcome, or why there is none, in the language asked for.
pub(super) struct Answer {
    id: Option<String>,
    line: Option<u64>,
    result: Result<Assessment, Fault>,
    explained: bool,
    language: Language,
}

impl Answer {
    /// The answer to a text that should be one input object, on a line if it is one of several.
    pub(super) fn to(text: &[u8], line: Option<u64>, options: &Options) -> Self {
        let (id, result) = match EmployerInput::from_json(text) {
            Ok(EmployerInput { id, employer, .. }) => {
                let assess = |employer| assess_with(&employer, &options.figures);
                (id, employer.and_then(assess).map_err(Fault::Refused))
            }
            Err(error) => (None, Err(Fault::NotJson(error))),
        };
        Self { id, line, result, explained: options.explained, language: options.language }
    }

    pub(super) const fn is_assessed(&self) -> bool {
        self.result.is_ok()
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.result {
            Ok(outcome) if self.explained => outcome.explained(self.language).serialize(serializer),
            Ok(outcome) => outcome.serialize(serializer),
            Err(fault) => Refusal(self, fault).serialize(serializer),
        }
    }
}

/// An answer without an outcome, and why.
struct Refusal<'a>(&'a Answer, &'a Fault);

written! {
    Refusal<'_> as it let Refusal(answer, fault) = *it; {
        id: optional = answer.id,
        line: optional = answer.line,
        error: needed = In(answer.language, fault),
    }
}
serialize! { Refusal<'_> }
