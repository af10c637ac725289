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
    pub(crate) year: Option<Year>,
    pub(crate) result: Result<Assessment, Refusal>,
}

/// Where an input stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// On this line of the input.
    Line(usize),
    /// Among the employers of an array, or of a payroll.
    Employer(usize),
    /// Among the employers of a payroll; in one of its files, where it is refused for a line of it.
    Payroll { number: usize, file: Option<(&'static str, u64)> },
    /// On the command line.
    Flags,
}

impl Place {
    /// Where it is among all.
    pub(crate) const fn number(self) -> Option<usize> {
        match self {
            Self::Line(number) | Self::Employer(number) | Self::Payroll { number, .. } => {
                Some(number)
            }
            Self::Flags => None,
        }
    }

    /// The contract's `line`: in an array the position, of a payroll that of its file.
    fn line(self) -> Option<u64> {
        match self {
            Self::Line(number) | Self::Employer(number) => u64::try_from(number).ok(),
            Self::Payroll { file, .. } => file.map(|(_, line)| line),
            Self::Flags => None,
        }
    }

    /// The contract's `file`, of a payroll alone.
    const fn file(self) -> Option<&'static str> {
        match self {
            Self::Payroll { file: Some((name, _)), .. } => Some(name),
            _ => None,
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
    /// The row of a table.
    #[cfg(feature = "dialects")]
    pub(crate) fn row(self, language: Language) -> banenafspraak::tables::OutcomeRow {
        let Self { place, id, year, result } = self;
        result.map_err(|refusal| {
            let line = if language == Language::Nl { "regel" } else { "line" };
            let at = match place {
                Place::Line(number) => format!("{line} {number}: "),
                Place::Payroll { file: Some((file, number)), .. } => {
                    format!("{file}, {line} {number}: ")
                }
                Place::Employer(_) | Place::Payroll { file: None, .. } | Place::Flags => {
                    String::new()
                }
            };
            banenafspraak::tables::RefusedRow { id, year, error: format!("{at}{refusal}") }
        })
    }

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
            file: Option<&'static str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            line: Option<u64>,
            error: &'a Refusal,
        }
        match (&self.result, explain) {
            (Ok(assessment), Some(language)) => {
                serde_json::to_writer(&mut *out, &assessment.explained(language))?;
            }
            (Ok(assessment), None) => serde_json::to_writer(&mut *out, assessment)?,
            (Err(error), _) => {
                let (file, line) = (self.place.file(), self.place.line());
                let refused = Refused { id: self.id.as_deref(), file, line, error };
                serde_json::to_writer(&mut *out, &refused)?;
            }
        }
        writeln!(out)
    }
}
