//! One employer on the command line, by the contract's names with hyphens.

use banenafspraak::Sector;
use serde_json::{Map, Value, json};

/// One employer by flags. Values are input like any other: the library judges them.
#[derive(Debug, clap::Args)]
#[group(id = "employer", multiple = true, requires_all = ["year", "sector", "paid_hours", "doelgroep_hours"])]
#[command(next_help_heading = "One employer by flags", allow_negative_numbers = true)]
pub(crate) struct Employer {
    /// Your own key
    #[arg(long)]
    id: Option<String>,
    /// The year to assess
    #[arg(long)]
    year: Option<String>,
    /// overheid or markt
    #[arg(long)]
    sector: Option<String>,
    /// All paid hours of the year
    #[arg(long, value_name = "HOURS")]
    paid_hours: Option<String>,
    /// Of those, hours of agency personnel lent out
    #[arg(long, value_name = "HOURS")]
    lent_out_agency_hours: Option<String>,
    /// Of those, hours in a Wsw employment
    #[arg(long, value_name = "HOURS")]
    wsw_hours: Option<String>,
    /// All paid hours of the year before; without it they are not known
    #[arg(long, value_name = "HOURS")]
    paid_hours_previous_year: Option<String>,
    /// Of those, hours of agency personnel lent out
    #[arg(long, value_name = "HOURS")]
    lent_out_agency_hours_previous_year: Option<String>,
    /// Of those, hours in a Wsw employment
    #[arg(long, value_name = "HOURS")]
    wsw_hours_previous_year: Option<String>,
    /// Paid hours of the own arbeidsbeperkten in the year, Wsw employment left out
    #[arg(long, value_name = "HOURS")]
    doelgroep_hours: Option<String>,
    /// Of those, hours attributed to inleners
    #[arg(long, value_name = "HOURS")]
    doelgroep_hours_attributed_out: Option<String>,
    /// Hours attributed by uitleners
    #[arg(long, value_name = "HOURS")]
    doelgroep_hours_attributed_in: Option<String>,
    /// In percent; wins over the published one
    #[arg(long, value_name = "PERCENT")]
    quotumpercentage: Option<String>,
    /// Whether the hours are those of the whole year: only then a year below the threshold exempts
    #[arg(long, value_name = "BOOLEAN")]
    complete: Option<bool>,
    /// Whether those of the year before are
    #[arg(long, value_name = "BOOLEAN")]
    previous_year_complete: Option<bool>,
    /// Assess under the Wet banenafspraak, with the flags below
    #[arg(long, value_name = "YEAR")]
    activation_decided_in: Option<String>,
    /// The surcharge, in percent of the wage base (--premium-wage)
    #[arg(long, value_name = "PERCENT")]
    surcharge_percentage: Option<String>,
    /// Per paid hour, on top of the LKV
    #[arg(long, value_name = "EURO")]
    bonus_per_hour: Option<String>,
    /// The most bonus for a worker in the year
    #[arg(long, value_name = "EURO")]
    bonus_maximum: Option<String>,
    /// The base of the year: premium wage after the deductions of art. 6 lid 4
    #[arg(long, value_name = "EURO")]
    premium_wage: Option<String>,
    /// Premium wage of the second year before, without that over benefits
    #[arg(long, value_name = "EURO")]
    premium_wage_two_years_before: Option<String>,
    /// Average premium wage per worker in that year, set by UWV
    #[arg(long, value_name = "EURO")]
    average_premium_wage_two_years_before: Option<String>,
    /// The year it became an employer: one of this year or the year before is exempt
    #[arg(long, value_name = "YEAR")]
    became_employer_in: Option<String>,
    /// Paid hours of each worker who earns the bonus, with spaces between
    #[arg(long, value_name = "HOURS", num_args = 1..)]
    bonus_workers: Option<Vec<String>>,
}

impl Employer {
    /// The employer of the flags as an input object, if there are any.
    pub(crate) fn input(&self) -> Option<Value> {
        self.year.as_ref()?;
        let previous_year = object([
            ("paid_hours", &self.paid_hours_previous_year),
            ("lent_out_agency_hours", &self.lent_out_agency_hours_previous_year),
            ("wsw_hours", &self.wsw_hours_previous_year),
        ]);
        let mut scheme = object([
            ("activation_decided_in", &self.activation_decided_in),
            ("surcharge_percentage", &self.surcharge_percentage),
            ("bonus_per_hour", &self.bonus_per_hour),
            ("bonus_maximum", &self.bonus_maximum),
            ("premium_wage", &self.premium_wage),
            ("premium_wage_two_years_before", &self.premium_wage_two_years_before),
            ("average_premium_wage_two_years_before", &self.average_premium_wage_two_years_before),
            ("became_employer_in", &self.became_employer_in),
        ]);
        if !scheme.is_empty() || self.bonus_workers.is_some() {
            let workers = self.bonus_workers.iter().flatten();
            let workers = workers.map(|hours| json!({ "paid_hours": hours })).collect();
            scheme.insert("bonus_workers".to_owned(), Value::Array(workers));
        }
        let mut employer = object([
            ("id", &self.id),
            ("year", &self.year),
            ("sector", &self.sector.as_deref().map(sector)),
            ("paid_hours", &self.paid_hours),
            ("lent_out_agency_hours", &self.lent_out_agency_hours),
            ("wsw_hours", &self.wsw_hours),
            ("doelgroep_hours", &self.doelgroep_hours),
            ("doelgroep_hours_attributed_out", &self.doelgroep_hours_attributed_out),
            ("doelgroep_hours_attributed_in", &self.doelgroep_hours_attributed_in),
            ("quotumpercentage", &self.quotumpercentage),
        ]);
        let previous_year =
            if previous_year.is_empty() { Value::Null } else { Value::Object(previous_year) };
        employer.insert("previous_year".to_owned(), previous_year);
        let flags =
            [("complete", self.complete), ("previous_year_complete", self.previous_year_complete)];
        for (name, given) in flags {
            employer.extend(given.map(|given| (name.to_owned(), Value::Bool(given))));
        }
        if !scheme.is_empty() {
            employer.insert("scheme".to_owned(), Value::Object(scheme));
        }
        Some(Value::Object(employer))
    }
}

/// The contract's word of a sector as people write it, such as Overheid.
fn sector(given: &str) -> String {
    given.parse().map_or_else(|_| given.to_owned(), |sector: Sector| sector.to_string())
}

/// The flags that were given, by the contract's names.
fn object<const N: usize>(flags: [(&str, &Option<String>); N]) -> Map<String, Value> {
    let given = flags.into_iter().filter_map(|(name, value)| {
        Some((name.to_owned(), Value::String(value.as_ref()?.clone())))
    });
    given.collect()
}
