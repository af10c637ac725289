//! The command line, as the contract has it.

use std::path::PathBuf;

use banenafspraak::{Euro, EuroPerHour, Percentage, SchemeParameters, Year};
use clap::{CommandFactory as _, Parser, ValueEnum};

use crate::shared::options::{Dialect, Format, Lang, check_dialect};
use crate::shared::render::Detail;

/// From payroll files to assessments: employers, records, doelgroepregister, attributions.
#[derive(Debug, Parser)]
#[command(name = "payroll", version)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
pub(crate) struct Args {
    /// CSV: employer,sector and optionally quotumpercentage,became_employer_in,employer_from,
    /// employer_until (the first and the last day as an employer: outside them no days are missing)
    #[arg(long, value_name = "FILE")]
    pub(crate) employers: PathBuf,
    /// CSV: employer,person,period,paid_hours,premium_wage,kind and optionally
    /// employed_from,employed_until,filed_on,asks_lkv,relation (the employment of a person who has
    /// several)
    #[arg(long, value_name = "FILE", required_unless_present = "wage_returns")]
    pub(crate) records: Option<PathBuf>,
    /// Wage returns instead of records: XML files, and folders with XML files (hidden ones, whose
    /// names begin with a dot, are left out). An employer is then
    /// its fiscal number of nine digits, a person its BSN, or LhNr/PersNr where a return has none
    #[arg(long, value_name = "PATH", num_args = 1.., conflicts_with_all = ["records", "grouped"])]
    pub(crate) wage_returns: Vec<PathBuf>,
    /// Show the BSNs of persons in lists and errors; without it, beside wage returns, persons are
    /// named by LhNr, NumIV and message
    #[arg(long)]
    pub(crate) show_persons: bool,
    /// CSV: person,from,until and optionally aow_from (the first day of the AOW age: the bonus ends)
    #[arg(long, value_name = "FILE")]
    pub(crate) register: PathBuf,
    /// CSV: year,lender,borrower,person,hours
    #[arg(long, value_name = "FILE")]
    pub(crate) attributions: Option<PathBuf>,
    /// The year to assess; the year before, for the threshold, is read from the same records, and
    /// under the Wet banenafspraak the second year before
    #[arg(long)]
    pub(crate) year: Year,
    /// Assessments, or the input objects of the JSON contract
    #[arg(long, value_enum, default_value = "assessments")]
    pub(crate) emit: Emit,
    /// Text for a person, JSON Lines, or a table
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    /// How the table is written; without it: plain
    #[arg(long, value_enum)]
    pub(crate) dialect: Option<Dialect>,
    /// Dutch or English
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: Lang,
    /// The table alone, with the reasons below it, or with every step and its article
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) detail: Detail,
    /// The records are grouped by employer: memory grows with the largest group, not with the file
    #[arg(long)]
    pub(crate) grouped: bool,
    /// Report every line and every employer that is refused, instead of stopping at the first
    #[arg(long)]
    pub(crate) keep_going: bool,
    /// Ignore columns that are not known, and name them
    #[arg(long)]
    pub(crate) ignore_extra_columns: bool,
    /// Accept records that occur twice, alike in all columns: both count
    #[arg(long)]
    pub(crate) allow_repeats: bool,
    /// Accept periods of a person that share a day, such as a year and a month of it: both count
    #[arg(long)]
    pub(crate) allow_overlaps: bool,
    /// Write the whole reconciliation list to a file, and how many there are of each kind at its
    /// end; without it, the first ten of each kind are listed
    #[arg(long, value_name = "FILE")]
    pub(crate) reconciliation: Option<PathBuf>,
    /// Replace the file of the list if it exists
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) scheme: SchemeFlags,
}

impl Args {
    /// The command line, or the end of the program where its flags do not go together.
    pub(crate) fn checked() -> Self {
        let args = Self::parse();
        let is_csv = args.format == Format::Csv;
        check_dialect::<Self>(args.dialect, is_csv);
        let conflict = |message: &str| {
            Self::command().error(clap::error::ErrorKind::ArgumentConflict, message).exit()
        };
        if is_csv && args.emit == Emit::Inputs && args.scheme.parameters().is_some() {
            conflict("a table of totals has no scheme: use --format json with --emit inputs");
        }
        if is_csv && args.detail != Detail::Table {
            conflict("--detail is for --format text or json");
        }
        args
    }
}

/// The scheme's parameters: all of them inputs, none is law yet.
#[derive(Debug, clap::Args)]
#[group(id = "scheme", multiple = true, requires_all = ["activation_decided_in", "surcharge_percentage", "bonus_per_hour", "bonus_maximum", "average_premium_wage_two_years_before"])]
#[command(next_help_heading = "Under the Wet banenafspraak, instead of the quotumheffing")]
pub(crate) struct SchemeFlags {
    /// The surcharge is due from the second year after it
    #[arg(long, value_name = "YEAR")]
    activation_decided_in: Option<Year>,
    /// On the wage base of the year
    #[arg(long, value_name = "PERCENT")]
    surcharge_percentage: Option<Percentage>,
    /// Per paid hour, on top of the LKV
    #[arg(long, value_name = "EURO")]
    bonus_per_hour: Option<EuroPerHour>,
    /// The most bonus for a worker in the year
    #[arg(long, value_name = "EURO")]
    bonus_maximum: Option<Euro>,
    /// Average premium wage per worker in the second year before, set by UWV
    #[arg(long, value_name = "EURO")]
    average_premium_wage_two_years_before: Option<Euro>,
}

impl SchemeFlags {
    /// The parameters, if they were given: all of them or none.
    pub(crate) fn parameters(&self) -> Option<SchemeParameters> {
        Some(SchemeParameters {
            activation_decided_in: self.activation_decided_in?,
            surcharge_percentage: self.surcharge_percentage?,
            bonus_per_hour: self.bonus_per_hour?,
            bonus_maximum: self.bonus_maximum?,
            average_premium_wage_two_years_before: self.average_premium_wage_two_years_before?,
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Emit {
    Assessments,
    Inputs,
}
