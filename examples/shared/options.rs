//! What the examples' command lines have in common.

use std::error::Error;
use std::fmt;

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
pub(crate) fn day(text: &str) -> Result<Date, NotADay> {
    let exact = text.len() == "2026-09-01".len();
    text.parse().ok().filter(|_| exact).ok_or(NotADay)
}

/// It is no such date.
#[derive(Debug)]
pub(crate) struct NotADay;

impl NotADay {
    pub(crate) const DUTCH: &str = "geen datum zoals 2026-09-01";
}

impl fmt::Display for NotADay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date such as 2026-09-01")
    }
}

impl Error for NotADay {}
