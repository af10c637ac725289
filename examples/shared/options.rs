//! What the examples' command lines have in common.

use banenafspraak::{Date, Language};
use clap::ValueEnum;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    Nl,
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Nl => Self::Nl,
            Lang::En => Self::En,
        }
    }
}

/// An ISO date, and nothing more.
pub(crate) fn day(text: &str) -> Result<Date, &'static str> {
    let exact = text.len() == "2026-09-01".len();
    text.parse().ok().filter(|_| exact).ok_or("not a date such as 2026-09-01")
}
