//! English.

use super::label::Label;
use crate::law::DateName;
use crate::unit::Quantity;

pub(super) fn label(label: Label) -> &'static str {
    match label {
        Label::Quotumpercentage => "Quotumpercentage (B)",
        Label::BasePreviousYear => "Hours base of the year before",
        Label::Base => "Hours base of the year (A)",
        Label::Threshold => "Threshold",
        Label::Liability => "Liability",
        Label::Realised => "Hours of the doelgroep (C)",
        Label::RealisedJobs => "Realised jobs",
        Label::Required => "Required hours (A × B)",
        Label::RequiredJobs => "Required jobs",
        Label::Quotumtekort => "Quotumtekort (shortfall in jobs)",
        Label::Surplus => "Jobs above the quota",
        Label::Quotumheffing => "Quotumheffing (levy)",
        Label::QuotumheffingReplaced => "Quotumheffing (replaced by the Wet banenafspraak)",
        Label::LevyStatus => "Status of the levy",
        Label::Date(name) => date(name),
        Label::FirstDueYear => "First year of the inclusiviteitsheffing",
        Label::SmallEmployerLimit => "Limit of a small employer",
        Label::Inclusiviteitsheffing => "Inclusiviteitsheffing (surcharge)",
        Label::NoInclusiviteitsheffing => "Inclusiviteitsheffing (not owed)",
        Label::WorkerBonus(_) => "Bonus of worker",
        Label::Bonus => "Bonus",
        Label::NoBonus => "Bonus (not yet active)",
        Label::Net => "Net (bonus less inclusiviteitsheffing)",
    }
}

pub(super) const fn date(name: DateName) -> &'static str {
    match name {
        DateName::WageReturnsFiledBy => "Wage returns and corrections count if filed by",
        DateName::AttributionsAgreedBy => "Uitlener and inlener agree on attributed hours by",
        DateName::DecidedBefore => "The levy is decided before",
        DateName::PayableBy => "Payable six weeks after the decision, at the latest by",
        DateName::RevisionLapsesAfter => "Revision lapses after",
    }
}

pub(super) fn unit(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Hours(_) | Quantity::ExactHours(_) => "hours",
        Quantity::HoursPerJob(_) => "hours per job",
        Quantity::HoursPerWeek(_) => "hours a week",
        Quantity::Jobs(_) => "jobs",
        Quantity::Euro(_) | Quantity::SignedEuro(_) => "EUR",
        Quantity::EuroPerHour(_) => "EUR per hour",
        Quantity::EuroPerJob(_) => "EUR per job",
        Quantity::Percentage(_) => "%",
        Quantity::Count(_) | Quantity::Year(_) | Quantity::Date(_) | Quantity::Word(_) => "",
    }
}

pub(super) fn word(word: &'static str) -> &'static str {
    match word {
        "liable" => "liable",
        "exempt_year" => "exempt: below the threshold in the year itself",
        "exempt_previous_year" => "exempt: below the threshold the year before",
        "exempt_both_years" => "exempt: below the threshold in both years",
        "unknown_year" => "not known: days of the year itself are missing",
        "unknown_previous_year" => {
            "not known: the hours of the year before are not known, or days of it are missing"
        }
        "unknown_both_years" => "not known: both years are not known, or days of them are missing",
        "not_known" => "not known",
        "days_missing" => "days are missing",
        "no_quotumpercentage" => "no quotumpercentage known",
        "give_a_quotumpercentage" => "none published; give one with the employer",
        "give_the_year_before" => "give the hours of the year before",
        "exempt_small_employer" => "exempt: small employer",
        "exempt_new_employer" => "exempt: new employer",
        "not_yet_active" => "not yet active",
        "not_executed" => "not executed",
        "never_activated" => "never activated",
        "own" => "own assumption",
        other => other,
    }
}

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
