//! The command line.

use std::path::PathBuf;

use banenafspraak::Year;
use clap::{Parser, ValueEnum};

use crate::shared::options::Lang;

/// The banenafspraak in the whole country: results per sector against their targets.
#[derive(Debug, Parser)]
#[command(name = "national", version)]
pub(crate) struct Args {
    /// One year alone; without it the last year known, and then all years
    #[arg(long)]
    pub(crate) year: Option<Year>,
    /// JSON: counts of your own, over the published ones
    #[arg(long, value_name = "FILE")]
    pub(crate) counts: Option<PathBuf>,
    /// Text for a person, the year's table as CSV, or JSON Lines with a line for each year
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    /// Dutch or English
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: Lang,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Csv,
    Json,
}
