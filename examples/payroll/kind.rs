//! What a note can be about.

use banenafspraak::Language;

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Unreadable,
    Late,
    OtherYears,
    PersonWithoutHours,
    EmployerWithoutRecords,
    LenderRefused,
    LenderWithoutRecords,
    BorrowerWithoutRecords,
}

impl Kind {
    /// What is said above its notes.
    pub(crate) const fn heading(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Unreadable, Language::Nl) => "Regels die niet te lezen zijn",
            (Self::Unreadable, _) => "Lines that could not be read",
            (Self::Late, Language::Nl) => {
                "Aangiften na 1 mei van het volgende jaar, niet meegeteld"
            }
            (Self::Late, _) => "Returns filed after 1 May of the next year, not counted",
            (Self::OtherYears, Language::Nl) => {
                "Aangiften over jaren die er niet toe doen, weggelaten"
            }
            (Self::OtherYears, _) => "Records of years that do not matter, left out",
            (Self::PersonWithoutHours, Language::Nl) => "Geregistreerden zonder uren in het jaar",
            (Self::PersonWithoutHours, _) => "Registered persons without hours in the year",
            (Self::EmployerWithoutRecords, Language::Nl) => {
                "Werkgevers zonder aangiften, niet beoordeeld"
            }
            (Self::EmployerWithoutRecords, _) => "Employers without records, not assessed",
            (Self::LenderWithoutRecords, Language::Nl) => {
                "Toegerekende uren van een uitlener zonder aangiften, niet na te gaan"
            }
            (Self::LenderWithoutRecords, _) => {
                "Attributions by a lender without records, not verified"
            }
            (Self::LenderRefused, Language::Nl) => {
                "Toegerekende uren die niet kloppen; de uren van de inlener rusten erop"
            }
            (Self::LenderRefused, _) => {
                "Attributions that do not fit; the borrower's hours rest on them"
            }
            (Self::BorrowerWithoutRecords, Language::Nl) => {
                "Toegerekende uren aan een inlener zonder aangiften"
            }
            (Self::BorrowerWithoutRecords, _) => "Attributions to a borrower without records",
        }
    }
}
