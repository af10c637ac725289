//! What a note about a wage return can be about.

/// The kinds, in the order in which they are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum MessageKind {
    Unread,
    OfUnknownEmployer,
    Late,
    Repeated,
    Superseded,
    WithoutFullReturn,
    NothingWithdrawn,
    FailsElfproef,
    TotalDiffers,
}

impl MessageKind {
    /// What is said above its notes, in English and Dutch.
    pub(crate) const fn headings(self) -> (&'static str, &'static str) {
        match self {
            Self::Unread => (
                "Messages that could not be read whole; their employers are not assessed",
                "Berichten die niet volledig te lezen zijn; hun werkgevers zijn niet beoordeeld",
            ),
            Self::OfUnknownEmployer => (
                "Messages of employers that are not in the file of employers, left out",
                "Berichten van werkgevers die niet in het werkgeversbestand staan, weggelaten",
            ),
            Self::Late => (
                "Returns filed after 1 May of the next year, not counted",
                "Aangiften ingediend na 1 mei van het volgende jaar, niet meegeteld",
            ),
            Self::Repeated => (
                "Messages that occur more than once, counted once",
                "Berichten die vaker voorkomen, eenmaal meegeteld",
            ),
            Self::Superseded => (
                "Returns that a later full return overwrites",
                "Aangiften die door een latere volledige aangifte zijn overschreven",
            ),
            Self::WithoutFullReturn => (
                "Supplements and corrections of a period without a full return",
                "Aanvullingen en correcties op een tijdvak zonder volledige aangifte",
            ),
            Self::NothingWithdrawn => {
                ("Withdrawals of what was not reported", "Intrekkingen van wat niet was aangegeven")
            }
            Self::FailsElfproef => {
                ("BSNs that fail the elfproef", "BSN's die niet aan de elfproef voldoen")
            }
            Self::TotalDiffers => (
                "Full returns whose relations do not add up to their totals",
                "Volledige aangiften waarvan de inkomstenverhoudingen niet sluiten met het totaal",
            ),
        }
    }
}
