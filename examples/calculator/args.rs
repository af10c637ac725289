//! The command line, by the contract's names with hyphens.

use std::path::PathBuf;

use clap::Parser;
use serde_json::Value;

use crate::shared::flags::Employer;
use crate::shared::options::{Format, Lang};

/// How many jobs for people with a disability an employer must have, has, and what the gap costs.
#[derive(Debug, Parser)]
#[command(name = "calculator", version)]
pub(crate) struct Args {
    /// One object, an array or JSON Lines; `-` is standard input. Without it: the sample employers.
    #[arg(long, value_name = "FILE", conflicts_with = "employer")]
    pub(crate) input: Option<String>,
    /// Text for a person, or JSON Lines.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    /// Dutch or English.
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: Lang,
    /// Every step with its numbers and its article.
    #[arg(long)]
    pub(crate) explain: bool,
    /// Write the receipt of each outcome to this file, as JSON Lines, to be verified years later
    #[arg(long, value_name = "FILE")]
    pub(crate) receipt: Option<PathBuf>,
    /// Replace the file of receipts if it exists
    #[arg(long, requires = "receipt")]
    pub(crate) force: bool,
    /// Compute each receipt of this file again (`-`: standard input), and say what differs
    #[arg(long, value_name = "FILE", conflicts_with_all = ["employer", "input", "explain", "receipt"])]
    pub(crate) verify: Option<String>,
    #[command(flatten)]
    employer: Employer,
}

impl Args {
    /// The employer of the flags as an input object, if there are any.
    pub(crate) fn employer(&self) -> Option<Value> {
        self.employer.input()
    }
}
