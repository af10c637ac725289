//! What the examples write for each input: an assessment, or why there is none.

use std::fmt;
use std::io::{self, Write};

use banenafspraak::contract::NotJson;
use banenafspraak::{Assessment, Error, Language, Printable, Year};
use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

use super::dutch;

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
pub(crate) enum Refusal {
    Contract(Error),
    /// A text that is no JSON; the line, where the place of the input does not say it.
    NotJson {
        error: NotJson,
        line: Option<usize>,
    },
    /// What is wrong with a file, in English and in Dutch.
    File {
        code: &'static str,
        english: String,
        dutch: String,
    },
    Other {
        code: &'static str,
        field: Option<String>,
        message: String,
    },
}

impl Refusal {
    pub(crate) const fn code(&self) -> &'static str {
        match self {
            Self::Contract(error) => error.code(),
            Self::NotJson { error, .. } => error.code(),
            Self::File { code, .. } | Self::Other { code, .. } => code,
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::Contract(error) => error.field(),
            Self::NotJson { .. } | Self::File { .. } => None,
            Self::Other { field, .. } => field.clone(),
        }
    }

    /// The message in a language; one that was made before stays as it is.
    pub(crate) fn message(&self, language: Language) -> String {
        match self {
            Self::Contract(error) => error.localized(language).to_string(),
            Self::NotJson { error, line } => not_json(error, *line, language),
            Self::File { english, dutch, .. } => {
                let is_dutch = language == Language::Nl;
                if is_dutch { dutch.clone() } else { english.clone() }
            }
            Self::Other { message, .. } => message.clone(),
        }
    }
}

fn not_json(error: &NotJson, line: Option<usize>, language: Language) -> String {
    let column = error.column();
    let dutch = error.localized(Language::Nl).to_string();
    // Without its own place: the text can be a part of the input.
    let what = dutch.split(", ").next().unwrap_or(&dutch);
    match (language, line) {
        (Language::Nl, Some(line)) => format!("{what}, op regel {line}, kolom {column}"),
        (Language::Nl, None) => format!("{what}, in kolom {column}"),
        (_, Some(line)) => format!("{} on line {line}, column {column}", error.reason()),
        (_, None) => format!("{} at column {column}", error.reason()),
    }
}

/// In English, unless it was made in another language before.
impl Serialize for Refusal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Refusal", 3)?;
        object.serialize_field("code", self.code())?;
        object.serialize_field("field", &self.field())?;
        object.serialize_field("message", &self.message(Language::En))?;
        object.end()
    }
}

/// The message and its code.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} [{}]", Printable(self.message(Language::En)), self.code())
    }
}

impl Outcome {
    /// The same outcome, its message in this language.
    pub(crate) fn in_language(self, language: Language) -> Self {
        let result = self.result.map_err(|refusal| Refusal::Other {
            code: refusal.code(),
            field: refusal.field(),
            message: refusal.message(language),
        });
        Self { result, ..self }
    }

    /// The row of a table.
    #[cfg(feature = "dialects")]
    pub(crate) fn row(self, language: Language) -> banenafspraak::tables::OutcomeRow {
        let Self { place, id, year, result } = self;
        result.map_err(|refusal| {
            let line = if language == Language::Nl { "regel" } else { "line" };
            let at = match place {
                Place::Line(number) => format!("{line} {number}: "),
                Place::Payroll { file: Some((file, number)), .. } => {
                    let is_dutch = language == Language::Nl;
                    let file = if is_dutch { dutch::file(file) } else { file };
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
