//! What a note can be about.

use banenafspraak::Language;
use banenafspraak::reconciliation::{Note, Unverified};

use crate::message_kind::MessageKind;

/// The kinds, in the order in which they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Unreadable,
    Message(MessageKind),
    CutOff,
    IgnoredColumn,
    PercentageBelowATenth,
    RecordsOfUnknownEmployers,
    Late,
    Replaced,
    RecordsOfOtherYears,
    AttributionOfOtherYear,
    PersonWithoutRecords,
    PersonWithoutHours,
    PersonWithoutBonus,
    EmployerWithoutRecords,
    EmployerWithoutHours,
    EmployerWithoutYearBefore,
    DaysWithoutReturns,
    DaysDecide,
    LenderRefused,
    LenderUnknown,
    LenderWithoutRecords,
    PersonNotRegistered,
    BorrowerWithoutRecords,
    /// Of a later version.
    Other,
}

impl Kind {
    pub(crate) const fn of(note: &Note) -> Self {
        match note {
            Note::LineTooLate { .. } | Note::LineOfAnyEmployerTooLate => Self::Unreadable,
            Note::PercentageBelowATenth { .. } => Self::PercentageBelowATenth,
            Note::RecordsOfUnknownEmployers { .. } => Self::RecordsOfUnknownEmployers,
            Note::RecordsOfOtherYears { .. } => Self::RecordsOfOtherYears,
            Note::AttributionOfOtherYear { .. } => Self::AttributionOfOtherYear,
            Note::Late { .. } => Self::Late,
            Note::Replaced { .. } => Self::Replaced,
            Note::PersonWithoutRecords { .. } => Self::PersonWithoutRecords,
            Note::PersonWithoutHours { .. } => Self::PersonWithoutHours,
            Note::PersonWithoutBonus { .. } => Self::PersonWithoutBonus,
            Note::EmployerWithoutRecords { .. } => Self::EmployerWithoutRecords,
            Note::EmployerWithoutHours { .. } => Self::EmployerWithoutHours,
            Note::EmployerWithoutYearBefore { .. } => Self::EmployerWithoutYearBefore,
            Note::DaysWithoutReturns { .. } => Self::DaysWithoutReturns,
            Note::DaysDecide { .. } => Self::DaysDecide,
            Note::UnverifiedAttribution { lender_is: Unverified::Unknown, .. } => {
                Self::LenderUnknown
            }
            Note::UnverifiedAttribution { lender_is: Unverified::WithoutRecords, .. } => {
                Self::LenderWithoutRecords
            }
            Note::UnverifiedAttribution { .. } => Self::LenderRefused,
            Note::PersonNotRegistered { .. } => Self::PersonNotRegistered,
            Note::BorrowerWithoutRecords { .. } => Self::BorrowerWithoutRecords,
            _ => Self::Other,
        }
    }

    /// What is said above its notes.
    pub(crate) const fn heading(self, language: Language) -> &'static str {
        let (english, dutch) = self.headings();
        match language {
            Language::Nl => dutch,
            _ => english,
        }
    }

    const fn headings(self) -> (&'static str, &'static str) {
        match self {
            Self::Unreadable => ("Lines that could not be read", "Regels die niet te lezen zijn"),
            Self::Message(kind) => kind.headings(),
            Self::CutOff => (
                "Files whose last line has no line end: they may be cut off",
                "Bestanden waarvan de laatste regel geen regeleinde heeft: misschien afgebroken",
            ),
            Self::IgnoredColumn => ("Columns that were ignored", "Kolommen die zijn genegeerd"),
            Self::PercentageBelowATenth => (
                "Quotumpercentages below 0.1 %: is a fraction meant?",
                "Quotumpercentages onder 0,1 %: is een fractie bedoeld?",
            ),
            Self::Late => (
                "Returns filed after 1 May of the next year, not counted",
                "Aangiften na 1 mei van het volgende jaar, niet meegeteld",
            ),
            Self::RecordsOfUnknownEmployers => (
                "Records of employers that are not in the file of employers, left out",
                "Aangiften van werkgevers die niet in het werkgeversbestand staan, weggelaten",
            ),
            Self::Replaced => (
                "Records that a later filing replaced",
                "Aangiften die door een latere zijn vervangen",
            ),
            Self::RecordsOfOtherYears => (
                "Records of years that do not matter, left out",
                "Aangiften over jaren die er niet toe doen, weggelaten",
            ),
            Self::AttributionOfOtherYear => (
                "Attributions of other years, left out",
                "Toegerekende uren van andere jaren, weggelaten",
            ),
            Self::PersonWithoutRecords => (
                "Registered persons without usable records of the year",
                "Geregistreerden zonder bruikbare aangiften over het jaar",
            ),
            Self::PersonWithoutHours => (
                "Registered persons with hours that do not count, or without hours",
                "Geregistreerden met uren die niet tellen, of zonder uren",
            ),
            Self::PersonWithoutBonus => (
                "Registered persons whose hours count and earn no bonus: LKV not asked for, or AOW age",
                "Geregistreerden van wie de uren tellen zonder bonus: LKV niet aangevraagd, of AOW-leeftijd",
            ),
            Self::EmployerWithoutRecords => (
                "Employers without usable records, not assessed",
                "Werkgevers zonder bruikbare aangiften, niet beoordeeld",
            ),
            Self::EmployerWithoutHours => (
                "Employers with records but without hours in the year",
                "Werkgevers met aangiften maar zonder uren in het jaar",
            ),
            Self::EmployerWithoutYearBefore => (
                "Employers without records of the year before: their hours of it are not known",
                "Werkgevers zonder aangiften over het jaar ervoor: de uren daarvan zijn onbekend",
            ),
            Self::DaysWithoutReturns => ("Days without returns", "Dagen zonder aangifte"),
            Self::DaysDecide => (
                "Employers for which days without returns decide whether they are liable",
                "Werkgevers waarvoor dagen zonder aangifte bepalen of zij heffingsplichtig zijn",
            ),
            Self::LenderRefused => (
                "Attributions by a lender that is refused; the borrower's hours rest on them",
                "Toegerekende uren van een afgewezen uitlener; de uren van de inlener hangen ervan af",
            ),
            Self::LenderUnknown => (
                "Attributions by a lender that is not in the file of employers, not verified",
                "Toegerekende uren van een uitlener buiten het werkgeversbestand, niet gecontroleerd",
            ),
            Self::LenderWithoutRecords => (
                "Attributions by a lender without usable records, not verified",
                "Toegerekende uren van een uitlener zonder bruikbare aangiften, niet gecontroleerd",
            ),
            Self::PersonNotRegistered => (
                "Attributions of a person who is not in the register that year: the borrower is refused",
                "Toegerekende uren van iemand die dat jaar niet in het doelgroepregister staat: de inlener is afgewezen",
            ),
            Self::BorrowerWithoutRecords => (
                "Attributions to a borrower without usable records",
                "Toegerekende uren aan een inlener zonder bruikbare aangiften",
            ),
            Self::Other => ("Other notes", "Overige"),
        }
    }
}
