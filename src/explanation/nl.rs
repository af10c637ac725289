//! Dutch.

use super::label::Label;
use crate::law::{DateName, articles};
use crate::parameters::Source;
use crate::unit::Quantity;

pub(super) fn label(label: Label) -> &'static str {
    match label {
        Label::Quotumpercentage => "Quotumpercentage (B)",
        Label::BasePreviousYear => "Grondslag in uren, voorafgaand jaar",
        Label::Base => "Grondslag in uren, dit jaar (A)",
        Label::Threshold => "Drempel",
        Label::Liability => "Heffingsplicht",
        Label::Realised => "Verloonde uren van de doelgroep (C)",
        Label::RealisedJobs => "Gerealiseerde banen",
        Label::Required => "Vereiste uren (A × B)",
        Label::RequiredJobs => "Vereiste banen",
        Label::Quotumtekort => "Quotumtekort",
        Label::Surplus => "Banen boven het quotum",
        Label::Quotumheffing => "Quotumheffing",
        Label::QuotumheffingReplaced => "Quotumheffing (vervangen door de Wet banenafspraak)",
        Label::LevyStatus => "Status van de heffing",
        Label::Date(name) => date(name),
        Label::FirstDueYear => "Eerste jaar van de inclusiviteitsheffing",
        Label::SmallEmployerLimit => "Grens kleine werkgever",
        Label::Inclusiviteitsheffing => "Inclusiviteitsheffing",
        Label::NoInclusiviteitsheffing => "Inclusiviteitsheffing (niet verschuldigd)",
        Label::WorkerBonus(_) => "Bonus voor werknemer",
        Label::Bonus => "Bonus",
        Label::NoBonus => "Bonus (nog niet actief)",
        Label::Net => "Saldo (bonus min inclusiviteitsheffing)",
    }
}

pub(super) const fn date(name: DateName) -> &'static str {
    match name {
        DateName::WageReturnsFiledBy => {
            "Aangiften en correcties tellen mee indien uiterlijk ingediend op"
        }
        DateName::AttributionsAgreedBy => {
            "Uitlener en inlener zijn het over toegerekende uren uiterlijk eens op"
        }
        DateName::DecidedBefore => "De heffing wordt vastgesteld vóór",
        DateName::PayableBy => "Te betalen zes weken na de beschikking, uiterlijk",
        DateName::RevisionLapsesAfter => "Herziening vervalt na",
    }
}

pub(super) fn unit(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Hours(_) | Quantity::ExactHours(_) => "uur",
        Quantity::HoursPerJob(_) => "uur per baan",
        Quantity::HoursPerWeek(_) => "uur per week",
        Quantity::Jobs(_) => "banen",
        Quantity::Euro(_) | Quantity::SignedEuro(_) => "EUR",
        Quantity::EuroPerHour(_) => "EUR per uur",
        Quantity::EuroPerJob(_) => "EUR per baan",
        Quantity::Percentage(_) => "%",
        Quantity::Count(_) | Quantity::Year(_) | Quantity::Date(_) | Quantity::Word(_) => "",
    }
}

pub(super) fn word(word: &'static str) -> &'static str {
    match word {
        "liable" => "heffingsplichtig",
        "exempt_year" => "vrijgesteld: in het jaar zelf onder de drempel",
        "exempt_previous_year" => "vrijgesteld: in het jaar ervoor onder de drempel",
        "exempt_both_years" => "vrijgesteld: beide jaren onder de drempel",
        "unknown_year" => "niet bekend: van het jaar zelf ontbreken dagen",
        "unknown_previous_year" => {
            "niet bekend: van het jaar ervoor zijn de uren niet bekend, of er ontbreken dagen"
        }
        "unknown_both_years" => "niet bekend: beide jaren zijn niet bekend, of er ontbreken dagen",
        "not_known" => "niet bekend",
        "days_missing" => "er ontbreken dagen",
        "no_quotumpercentage" => "geen quotumpercentage bekend",
        "give_a_quotumpercentage" => "niet gepubliceerd; vul er een in voor deze werkgever",
        "give_the_year_before" => "vul de uren van het vorige jaar in",
        "exempt_small_employer" => "vrijgesteld: kleine werkgever",
        "exempt_new_employer" => "vrijgesteld: nieuwe werkgever",
        "not_yet_active" => "nog niet actief",
        "not_executed" => "niet uitgevoerd",
        "never_activated" => "nooit geactiveerd",
        "due" => "verschuldigd",
        "published" => "gepubliceerd",
        "given" => "opgegeven",
        "derived" => "afgeleid",
        "indicative" => "indicatief",
        "own" => "eigen aanname",
        other => other,
    }
}

/// The sources that are no places in the law.
pub(super) fn source(source: &Source) -> Option<&'static str> {
    match source {
        Source::Employer => Some("opgegeven bij de werkgever"),
        Source::Law(articles::SHOWN_JOBS) => {
            Some("keuze van deze bibliotheek: banen getoond zoals het quotumtekort")
        }
        Source::Law(articles::CENTS) => {
            Some("keuze van deze bibliotheek: rekenkundig afgerond op de cent")
        }
        Source::Law(_) | Source::Publication(_) | Source::Caller(_) => None,
    }
}

pub(super) const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
