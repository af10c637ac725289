//! The words of a note, in both languages.

use banenafspraak::Language;

pub(crate) struct Words {
    pub(crate) employer: &'static str,
    pub(crate) person: &'static str,
    pub(crate) lender: &'static str,
    pub(crate) borrower: &'static str,
    pub(crate) hours: &'static str,
    pub(crate) no_hours: &'static str,
    pub(crate) outside: &'static str,
    pub(crate) wsw: &'static str,
    pub(crate) before: &'static str,
    pub(crate) filed_on: &'static str,
    pub(crate) until: &'static str,
    pub(crate) too_late: &'static str,
    pub(crate) not_listed: &'static str,
}

const ENGLISH: Words = Words {
    employer: "employer",
    person: "person",
    lender: "lender",
    borrower: "borrower",
    hours: "hours",
    no_hours: "no hours",
    outside: "hours outside the registration",
    wsw: "hours in a Wsw employment, not seconded",
    before: "hours in the year before",
    filed_on: "filed on",
    until: "to",
    too_late: "its row was written before this line was met, and is not complete",
    not_listed: "counted, not listed one by one",
};

const DUTCH: Words = Words {
    employer: "werkgever",
    person: "persoon",
    lender: "uitlener",
    borrower: "inlener",
    hours: "uur",
    no_hours: "geen uren",
    outside: "uur buiten de registratie",
    wsw: "uur in een Wsw-dienstbetrekking, niet gedetacheerd",
    before: "uur in het jaar ervoor",
    filed_on: "ingediend op",
    until: "t/m",
    too_late: "de rij was al geschreven voor deze regel, en is niet volledig",
    not_listed: "geteld, niet een voor een vermeld",
};

impl Words {
    pub(crate) const fn of(language: Language) -> &'static Self {
        match language {
            Language::Nl => &DUTCH,
            _ => &ENGLISH,
        }
    }
}
