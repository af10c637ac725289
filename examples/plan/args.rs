//! The command line.

use std::path::PathBuf;

use banenafspraak::unit::HoursPerWeek;
use banenafspraak::{EuroPerHour, Percentage};
use clap::Parser;
use jiff::civil::Date;

use crate::shared::flags::Employer;
use crate::shared::options::{Dialect, Format, Lang, day};

/// What closes the gap, what it takes in people, and what it saves.
#[derive(Debug, Parser)]
#[command(name = "plan", version)]
pub(crate) struct Args {
    /// One employer as a JSON object; `-` is standard input. Without it: a sample school, with a
    /// sample plan and scenarios
    #[arg(long, value_name = "FILE", conflicts_with = "employer")]
    pub(crate) input: Option<String>,
    /// The hours are those until this day: the rest of the year goes on at the same pace. Without it:
    /// the `hours_until` of the input, if it has one
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) hours_until: Option<Date>,
    /// How many hours a week people of the doelgroep work
    #[arg(long, value_name = "HOURS", requires = "from", default_value = "24")]
    pub(crate) hours_per_week: HoursPerWeek,
    /// They start on this day; without it: how many hours, not how many people
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) from: Option<Date>,
    /// Also: how many hours a week, or from which day, if this many come
    #[arg(long, value_name = "NUMBER", requires = "from", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) people: Option<u32>,
    /// They are hired in from an uitlener, or take over hours of others, instead of employed
    #[arg(long, requires = "from")]
    pub(crate) hired_in: bool,
    /// What they are paid an hour in premium wage: under a scheme the surcharge is on it
    #[arg(long, value_name = "EURO", requires = "from")]
    pub(crate) premium_wage_per_hour: Option<EuroPerHour>,
    /// JSON: planned hires, leavers and changes of hours; the gap is what they leave
    #[arg(long, value_name = "FILE")]
    pub(crate) changes: Option<PathBuf>,
    /// Next year under these percentages, with spaces between
    #[arg(long, value_name = "PERCENT", num_args = 1..)]
    pub(crate) next_percentage: Vec<Percentage>,
    /// JSON: parameters of the Wet banenafspraak to compare with, each labelled published,
    /// indicative or own; the employer needs a scheme for its wages
    #[arg(long, value_name = "FILE")]
    pub(crate) scenarios: Option<PathBuf>,
    /// Text for a person, one JSON object, or a table with a row for each figure
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    /// How the table is written; without it: plain
    #[arg(long, value_enum)]
    pub(crate) dialect: Option<Dialect>,
    /// Dutch or English
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: Lang,
    #[command(flatten)]
    pub(crate) employer: Employer,
}
