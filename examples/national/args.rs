//! The command line.

use std::path::PathBuf;

use banenafspraak::Year;
use clap::Parser;

use crate::shared::options::{Dialect, Format, Lang};

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
    /// Text for a person, a table with a row for each figure, or JSON Lines with a line for each year
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    /// How the table is written; without it: plain
    #[arg(long, value_enum)]
    pub(crate) dialect: Option<Dialect>,
    /// Draw the jobs realised against the targets of all years to this file, as SVG
    #[arg(long, value_name = "FILE")]
    pub(crate) chart: Option<PathBuf>,
    /// Replace the file of the chart if it exists
    #[arg(long, requires = "chart")]
    pub(crate) force: bool,
    /// Dutch or English
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: Lang,
}
