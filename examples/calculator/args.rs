//! The command line, by the contract's names with hyphens.

use std::path::PathBuf;

use banenafspraak::Percentage;
use banenafspraak::sums::Grouping;
use clap::Parser;
use serde_json::Value;

use crate::dutch::HELP;
use crate::shared::command;
use crate::shared::flags::Employer;
use crate::shared::options::{Dialect, Format, Lang, TableFlags, check_dialect};
use crate::shared::trouble::Reason;

/// How many jobs for people with a disability an employer must have, has, and what the gap costs.
#[derive(Debug, Parser)]
#[command(name = "calculator", version)]
pub(crate) struct Args {
    /// One object, an array, JSON Lines or a table of yearly totals (CSV, also of a Dutch spreadsheet);
    /// `-` is standard input. Without it: the sample employers.
    #[arg(long, value_name = "FILE", conflicts_with = "employer")]
    pub(crate) input: Option<String>,
    /// Text for a person, JSON Lines, or a table.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    /// How the table is written; without it: plain
    #[arg(long, value_enum)]
    pub(crate) dialect: Option<Dialect>,
    /// Dutch or English.
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: Lang,
    /// Every step with its numbers and its article.
    #[arg(long)]
    pub(crate) explain: bool,
    /// The quotumpercentage of employers for whom none is given or published
    #[arg(long, value_name = "PERCENT")]
    pub(crate) default_quotumpercentage: Option<Percentage>,
    /// Sums instead of outcomes, of all employers under each of these percentages, in place of their own
    /// and of the published ones
    #[arg(long, value_name = "PERCENT", num_args = 1.., conflicts_with = "default_quotumpercentage")]
    pub(crate) sweep: Vec<Percentage>,
    /// Sums instead of outcomes: by sector, by year, or by sector,year
    #[arg(long, value_name = "FACTS")]
    pub(crate) sum_by: Option<Grouping>,
    /// Write the receipt of each outcome to this file, as JSON Lines, to be verified years later
    #[arg(long, value_name = "FILE", conflicts_with_all = ["sweep", "sum_by"])]
    pub(crate) receipt: Option<PathBuf>,
    /// Draw the jobs under each percentage of the sweep to this file, as SVG
    #[arg(long, value_name = "FILE", requires = "sweep")]
    pub(crate) chart: Option<PathBuf>,
    /// Replace the file of receipts or of the chart if it exists
    #[arg(long)]
    pub(crate) force: bool,
    /// Compute each receipt of this file again (`-`: standard input), and say what differs
    #[arg(long, value_name = "FILE", conflicts_with_all = ["employer", "input", "explain", "receipt", "sweep", "sum_by", "default_quotumpercentage"])]
    pub(crate) verify: Option<String>,
    #[command(flatten)]
    pub(crate) table: TableFlags,
    #[command(flatten)]
    employer: Employer,
}

impl Args {
    /// The command line, or the end of the program where its flags do not go together.
    pub(crate) fn checked() -> Self {
        let args: Self = command::parse(HELP);
        let conflict = |english, dutch| -> ! {
            command::conflict::<Self>(HELP, args.lang.into(), Reason(english, dutch))
        };
        check_dialect::<Self>(args.dialect, args.format == Format::Csv, HELP, args.lang);
        if args.format == Format::Csv && args.verify.is_some() {
            conflict("--format csv is not for --verify", "--format csv kan niet bij --verify");
        }
        if args.explain && (args.sums() || args.format == Format::Csv) {
            conflict(
                "--explain is for outcomes as text or JSON",
                "--explain is voor uitkomsten als tekst of JSON",
            );
        }
        if args.force && args.receipt.is_none() && args.chart.is_none() {
            conflict("--force is for --receipt or --chart", "--force is voor --receipt of --chart");
        }
        args
    }

    /// Whether sums are asked for, instead of outcomes.
    pub(crate) fn sums(&self) -> bool {
        self.sum_by.is_some() || !self.sweep.is_empty()
    }

    /// The employer of the flags as an input object, if there are any.
    pub(crate) fn employer(&self) -> Option<Value> {
        self.employer.input()
    }
}
