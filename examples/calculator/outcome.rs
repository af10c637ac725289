//! What the examples write for each input: an assessment, or why there is none.

use std::fmt;
use std::io::{self, Write};

use banenafspraak::{Assessment, Error, Language, Printable, Year};
use serde::Serialize;

/// One input with its place, assessed or refused.
pub(crate) struct Outcome {
    pub(crate) place: Place,
    pub(crate) id: Option<String>,
    /// The year, if one could be read.
    #[allow(dead_code, reason = "each example uses a part")]
    pub(crate) year: Option<Year>,
    pub(crate) result: Result<Assessment, Refusal>,
}

/// Where an input stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(dead_code, reason = "each example uses a part")]
pub(crate) enum Place {
    /// On this line of the input.
    Line(usize),
    /// Among the employers of an array, or of a payroll.
    Employer(usize),
    /// On the command line.
    Flags,
}

impl Place {
    /// The contract's `line`: in an array the position.
    pub(crate) const fn number(self) -> Option<usize> {
        match self {
            Self::Line(number) | Self::Employer(number) => Some(number),
            Self::Flags => None,
        }
    }
}

/// Why an input was refused: by the contract, or because it could not even be read.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Refusal {
    Contract(Error),
    Other { code: &'static str, field: Option<String>, message: String },
}

/// The message and its code.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Contract(error) => write!(f, "{error} [{}]", error.code()),
            Self::Other { code, message, .. } => write!(f, "{} [{code}]", Printable(message)),
        }
    }
}

impl Outcome {
    /// One line of the contract's output, with its explanation if asked for.
    pub(crate) fn json_line(
        &self,
        out: &mut impl Write,
        explain: Option<Language>,
    ) -> io::Result<()> {
        #[derive(Serialize)]
        struct Refused<'a> {
            #[serde(skip_serializing_if = "Option::is_none")]
            id: Option<&'a str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            line: Option<usize>,
            error: &'a Refusal,
        }
        match (&self.result, explain) {
            (Ok(assessment), Some(language)) => {
                serde_json::to_writer(&mut *out, &assessment.explained(language))?;
            }
            (Ok(assessment), None) => serde_json::to_writer(&mut *out, assessment)?,
            (Err(error), _) => {
                let id = self.id.as_deref();
                serde_json::to_writer(
                    &mut *out,
                    &Refused { id, line: self.place.number(), error },
                )?;
            }
        }
        writeln!(out)
    }
}
