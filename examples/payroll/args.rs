//! The command line, as the contract has it.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use banenafspraak::dialects::{DecimalSign, Encoding, Separator};
use banenafspraak::payroll::csv::File;
use banenafspraak::{Euro, EuroPerHour, Percentage, SchemeParameters, Year};
use clap::{Parser, ValueEnum};

use crate::dutch::HELP;
use crate::shared::command;
use crate::shared::options::{Dialect, Format, Lang, check_dialect};
use crate::shared::render::Detail;
use crate::shared::trouble::Reason;

/// From payroll files to assessments: employers, records, doelgroepregister, attributions.
///
/// Files are read as people have them: comma, semicolon or tab, decimal point or comma, UTF-8 or
/// Windows-1252, dates as 2026-12-31 or 31-12-2026, English or Dutch headers and words. Without files the
/// bundled sample is shown. A file named - is standard input.
#[derive(Debug, Parser)]
#[command(name = "payroll", version)]
#[command(group = clap::ArgGroup::new("returns").args(["records", "wage_returns"]))]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
pub(crate) struct Args {
    /// CSV: employer,sector and optionally quotumpercentage,became_employer_in,employer_from,
    /// employer_until (the first and the last day as an employer: outside them no days are missing)
    #[arg(long, value_name = "FILE", requires_all = ["register", "year", "returns"])]
    pub(crate) employers: Option<PathBuf>,
    /// CSV: employer,person,period,paid_hours,premium_wage,kind and optionally
    /// employed_from,employed_until,filed_on,asks_lkv,relation (the employment of a person who has
    /// several)
    #[arg(long, value_name = "FILE", requires = "employers")]
    pub(crate) records: Option<PathBuf>,
    /// Wage returns instead of records: XML files, and folders with XML files (hidden ones, whose
    /// names begin with a dot, are left out). An employer is then
    /// its fiscal number of nine digits, a person its BSN, or LhNr/PersNr where a return has none
    #[arg(long, value_name = "PATH", num_args = 1.., requires = "employers", conflicts_with_all = ["records", "grouped"])]
    pub(crate) wage_returns: Vec<PathBuf>,
    /// Show the BSNs of persons in lists and errors; without it, beside wage returns, persons are
    /// named by LhNr, NumIV and message
    #[arg(long)]
    pub(crate) show_persons: bool,
    /// CSV: person,from,until and optionally aow_from (the first day of the AOW age: the bonus ends)
    #[arg(long, value_name = "FILE", requires = "employers")]
    pub(crate) register: Option<PathBuf>,
    /// CSV: year,lender,borrower,person,hours
    #[arg(long, value_name = "FILE", requires = "employers")]
    pub(crate) attributions: Option<PathBuf>,
    /// The year to assess; the year before, for the threshold, is read from the same records, and
    /// under the Wet banenafspraak the second year before
    #[arg(long, requires = "employers")]
    year: Option<Year>,
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
    /// Report every line and every employer that is refused, and assess the others; without it the
    /// first ten lines that cannot be read are reported, and nothing is assessed
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
    /// What is between the columns, where it is not seen: comma, semicolon or tab; of one file:
    /// records=tab
    #[arg(long, value_name = "[FILE=]WORD")]
    pub(crate) separator: Vec<OfFile<Separator>>,
    /// The decimal sign, where no number shows it: point or comma; of one file: records=comma
    #[arg(long, value_name = "[FILE=]WORD")]
    pub(crate) decimal: Vec<OfFile<DecimalSign>>,
    /// The encoding, where it is not seen: utf-8, windows-1252, utf-16le or utf-16be; of one file:
    /// records=windows-1252
    #[arg(long, value_name = "[FILE=]WORD")]
    pub(crate) encoding: Vec<OfFile<Encoding>>,
    #[command(flatten)]
    pub(crate) scheme: SchemeFlags,
}

impl Args {
    /// The command line, or the end of the program where its flags do not go together.
    pub(crate) fn checked() -> Self {
        let args: Self = command::parse(HELP);
        let is_csv = args.format == Format::Csv;
        check_dialect::<Self>(args.dialect, is_csv, HELP, args.lang);
        let conflict = |english, dutch| -> ! {
            command::conflict::<Self>(HELP, args.lang.into(), Reason(english, dutch))
        };
        if is_csv && args.emit == Emit::Inputs && args.scheme.parameters().is_some() {
            conflict(
                "a table of totals has no scheme: use --format json with --emit inputs",
                "een tabel met totalen heeft geen regeling (scheme): gebruik --format json bij --emit inputs",
            );
        }
        if is_csv && args.detail != Detail::Table {
            conflict(
                "--detail is for --format text or json",
                "--detail is voor --format text of json",
            );
        }
        args
    }

    /// Whether the bundled sample is read.
    pub(crate) const fn is_sample(&self) -> bool {
        self.employers.is_none()
    }

    /// The year to assess; that of the sample is 2026.
    pub(crate) fn year(&self) -> Year {
        self.year.or_else(|| Year::new(2026).ok()).unwrap_or(Year::MIN)
    }

    /// Where a file is.
    pub(crate) fn path(&self, file: File) -> Option<&Path> {
        let path = match file {
            File::Employers => &self.employers,
            File::Records => &self.records,
            File::Register => &self.register,
            _ => &self.attributions,
        };
        path.as_deref()
    }

    /// Where the files are that are given.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &Path> {
        let files = [File::Employers, File::Records, File::Register, File::Attributions];
        files.into_iter().filter_map(|file| self.path(file))
    }
}

/// What is given of all files, or of one: `records=comma`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OfFile<T> {
    file: Option<File>,
    value: T,
}

impl<T: Copy> OfFile<T> {
    pub(crate) fn of(&self, file: File) -> Option<T> {
        self.file.is_none_or(|own| own == file).then_some(self.value)
    }
}

impl<T: FromStr<Err = banenafspraak::Error>> FromStr for OfFile<T> {
    type Err = banenafspraak::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (file, value) = match text.split_once('=') {
            Some((file, value)) => (Some(file.parse()?), value),
            None => (None, text),
        };
        Ok(Self { file, value: value.parse()? })
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
