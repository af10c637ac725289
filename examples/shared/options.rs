//! What the examples' command lines have in common.

use std::error::Error;
use std::fmt;

use banenafspraak::{Date, Language};
use clap::ValueEnum;

use super::command;
use super::dutch::Rows;
use super::trouble::Reason;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
    Csv,
}

/// What is known beforehand of a table of totals.
#[cfg(feature = "dialects")]
#[derive(Debug, Clone, Copy, clap::Args)]
pub(crate) struct TableFlags {
    /// What is between the columns of a table, where it is not seen: comma, semicolon or tab
    #[arg(long, value_name = "WORD")]
    separator: Option<banenafspraak::dialects::Separator>,
    /// The decimal sign of a table, where no number shows it: point or comma
    #[arg(long, value_name = "WORD")]
    decimal: Option<banenafspraak::dialects::DecimalSign>,
    /// The encoding of a table, where it is not seen: utf-8, windows-1252, utf-16le or utf-16be
    #[arg(long, value_name = "WORD")]
    encoding: Option<banenafspraak::dialects::Encoding>,
}

#[cfg(feature = "dialects")]
impl From<TableFlags> for banenafspraak::dialects::Given {
    fn from(flags: TableFlags) -> Self {
        let TableFlags { separator, decimal, encoding } = flags;
        Self { separator, decimal, encoding }
    }
}

/// How a table of CSV is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Dialect {
    /// Commas, decimal points, dates as 2026-12-31
    Plain,
    /// What Excel opens in a Dutch setting: semicolons, decimal commas, dates as 31-12-2026
    ExcelNl,
}

/// The form of a table: words and headers are in the language.
#[cfg(feature = "dialects")]
pub(crate) fn form(dialect: Option<Dialect>, lang: Lang) -> banenafspraak::tables::Form {
    use banenafspraak::tables::Form;
    let form = match dialect {
        Some(Dialect::ExcelNl) => Form::excel_nl(),
        Some(Dialect::Plain) | None => Form::plain(),
    };
    form.in_language(lang.into())
}

/// Ends the program where a dialect is asked for of what is no table.
pub(crate) fn check_dialect<A: clap::CommandFactory>(
    dialect: Option<Dialect>,
    is_csv: bool,
    rows: Rows,
    lang: Lang,
) {
    if dialect.is_some() && !is_csv {
        let reason = Reason("--dialect is for --format csv", "--dialect is voor --format csv");
        command::conflict::<A>(rows, lang.into(), reason);
    }
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
    pub(crate) const DUTCH: &str = "geen datum zoals `2026-09-01`";
}

impl fmt::Display for NotADay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date such as 2026-09-01")
    }
}

impl Error for NotADay {}
