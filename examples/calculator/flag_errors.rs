//! An employer given by flags: what is wrong with it in the words of the command line.

use banenafspraak::{Error, Language};
use clap::{Args as _, Command};

use crate::shared::flags::Employer;
use crate::shared::outcome::{Outcome, Place, Refusal};

const PREVIOUS_YEAR: &str = "previous_year.";

/// The outcome of the employer by flags: an error names the flag, and no line.
pub(crate) fn named(outcome: Outcome, language: Language) -> Outcome {
    let result = outcome.result.map_err(|refusal| match refusal {
        Refusal::Contract(error) => Refusal::Other {
            code: error.code(),
            field: error.field(),
            message: in_flags(&error, language),
        },
        other => other,
    });
    Outcome { place: Place::Flags, result, ..outcome }
}

fn in_flags(error: &Error, language: Language) -> String {
    let Some(field) = error.field() else { return error.localized(language).to_string() };
    let rule = format!(": {}", error.kind().localized(language));
    // Other fields that the message names stand in the same object.
    let object = if field.starts_with(PREVIOUS_YEAR) { PREVIOUS_YEAR } else { "" };
    let mut text = flag(&field).unwrap_or_else(|| field.clone());
    for word in rule.split_inclusive(|c: char| !(c.is_alphanumeric() || c == '_')) {
        let name = word.trim_end_matches(|c: char| !(c.is_alphanumeric() || c == '_'));
        let is_name = name.contains('_') || name == "quotumpercentage";
        match flag(&format!("{object}{name}")).filter(|_| is_name) {
            Some(flag) => text.extend([flag.as_str(), word.strip_prefix(name).unwrap_or("")]),
            None => text.push_str(word),
        }
    }
    text
}

/// The flag of a field by the contract's name.
fn flag(field: &str) -> Option<String> {
    let name = match field.strip_prefix(PREVIOUS_YEAR) {
        Some(name) => format!("{name}_previous_year"),
        None => field.strip_prefix("scheme.").unwrap_or(field).to_owned(),
    };
    // Of a list there is one flag.
    let flag = name.split('[').next()?.replace('_', "-");
    let command = Employer::augment_args(Command::new(""));
    let is_known = command.get_arguments().any(|known| known.get_long() == Some(&flag));
    is_known.then(|| format!("--{flag}"))
}
