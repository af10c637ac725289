//! The answer to one input object.

use serde::{Serialize, Serializer};

use super::employer::EmployerInput;
use super::error::ErrorObject;
use super::options::Options;
use crate::assessment::Assessment;
use crate::language::Language;
use crate::regime::assess_with;

/// An outcome or a refusal, as it is written.
pub(super) enum Answer {
    Assessed(Box<Assessment>, Option<Language>),
    Refused(Refusal),
}

written! {
    /// Why an input is not assessed.
    Refusal {
        id: optional String,
        line: optional u64,
        error: needed ErrorObject,
    }
}

impl Answer {
    /// The answer to a text that should be one input object, on a line if it is one of several.
    pub(super) fn to(text: &[u8], line: Option<u64>, options: &Options) -> Self {
        let refused = |id, error| Self::Refused(Refusal { id, line, error });
        let input = match EmployerInput::from_json(text) {
            Ok(input) => input,
            Err(error) => return refused(None, ErrorObject::of_no_json(&error, options.language)),
        };
        let assess = |employer| assess_with(&employer, &options.figures);
        match input.employer.and_then(assess) {
            Ok(assessment) => {
                Self::Assessed(Box::new(assessment), options.explained.then_some(options.language))
            }
            Err(error) => refused(input.id, ErrorObject::of(&error, options.language)),
        }
    }

    pub(super) const fn is_assessed(&self) -> bool {
        matches!(self, Self::Assessed(..))
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Assessed(assessment, Some(language)) => {
                assessment.explained(*language).serialize(serializer)
            }
            Self::Assessed(assessment, None) => assessment.serialize(serializer),
            Self::Refused(refusal) => refusal.serialize(serializer),
        }
    }
}
