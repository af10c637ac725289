//! An input without employers.

use banenafspraak::Language;

/// What is said of it.
pub(crate) const fn nothing(language: Language) -> &'static str {
    match language {
        Language::Nl => "de invoer bevat geen werkgevers",
        _ => "no employers in the input",
    }
}
