//! The command line.

use banenafspraak::unit::HoursPerWeek;
use banenafspraak::{Date, Percentage};
use clap::Parser;

use crate::shared::options::{Lang, day};

/// One employer's report as an HTML page: the outcome, the path over the years, what to do next and
/// the explanation. It needs no script and no network, and prints on A4.
///
/// Exit status: 0 all years assessed, 1 some input could not be, 2 the command line is wrong.
#[derive(Debug, Parser)]
#[command(name = "report", version)]
pub(crate) struct Args {
    /// One object, an array or JSON Lines, as the calculator reads them; `-` is standard input.
    /// Lines of the same id are the years of an employer, and the last year is reported. Without
    /// it: a sample
    #[arg(long, value_name = "FILE")]
    pub(crate) input: Option<String>,
    /// Which employer, where the input has several
    #[arg(long)]
    pub(crate) id: Option<String>,
    /// Where the page is written; `-` is standard output
    #[arg(long, value_name = "FILE", default_value = "report.html")]
    pub(crate) out: String,
    /// Replace the file if it exists
    #[arg(long)]
    pub(crate) force: bool,
    /// Dutch or English
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: Lang,
    /// The date of the report; without it the report has none
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) date: Option<Date>,
    /// Paid hours a week of those who may come
    #[arg(long, value_name = "HOURS", default_value = "24")]
    pub(crate) hours_per_week: HoursPerWeek,
    /// The day in the reported year on which they come; without it only hours are shown
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) from: Option<Date>,
    /// Quotumpercentages to assume for next year
    #[arg(long, value_name = "PERCENT", num_args = 1..)]
    pub(crate) next_percentage: Vec<Percentage>,
}
