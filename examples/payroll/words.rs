//! The words of a note, in both languages.

use banenafspraak::Language;
use banenafspraak::payroll::loonaangifte::{Head, Note, PersonName};

use crate::message_kind::MessageKind;

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
    pub(crate) all_too_late: &'static str,
    pub(crate) not_listed: &'static str,
    /// Instead of a person's key.
    pub(crate) not_shown: &'static str,
    messages: &'static str,
    message: &'static str,
    relation: &'static str,
    /// Between a number and what it is of.
    of: &'static str,
    same_again: &'static str,
    overwritten_by: &'static str,
    is: &'static str,
    relations: &'static str,
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
    all_too_late: "whose line it is is not known: rows that were written before it may not be complete",
    not_listed: "counted, not listed one by one",
    not_shown: "(not shown: --show-persons)",
    messages: "messages",
    message: "message",
    relation: "relation",
    of: "of",
    same_again: "the same message again",
    overwritten_by: "overwritten by",
    is: "is",
    relations: "the relations add up to",
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
    all_too_late: "van wie de regel is, is niet bekend: rijen die al geschreven waren, zijn misschien niet volledig",
    not_listed: "geteld, niet een voor een vermeld",
    not_shown: "(niet getoond: --show-persons)",
    messages: "berichten",
    message: "bericht",
    relation: "inkomstenverhouding",
    of: "van",
    same_again: "hetzelfde bericht nogmaals",
    overwritten_by: "overschreven door",
    is: "is",
    relations: "de inkomstenverhoudingen tellen op tot",
};

impl Words {
    pub(crate) const fn of(language: Language) -> &'static Self {
        match language {
            Language::Nl => &DUTCH,
            _ => &ENGLISH,
        }
    }

    /// The word after a number of messages.
    pub(crate) const fn messages(&self, count: u64) -> &'static str {
        if count == 1 { self.message } else { self.messages }
    }

    /// A person by relation and message.
    pub(crate) fn person_name(&self, name: &PersonName) -> String {
        let PersonName { number, place, message, .. } = name;
        let Self { relation, of, .. } = self;
        format!("NumIV {number} ({relation} {place}) {of} {}", self.head(message))
    }

    fn head(&self, head: &Head) -> String {
        let (lh_nr, id) = (head.lh_nr(), head.id());
        format!("{lh_nr}, {} {id} {} {}", self.message, self.of, head.made_on())
    }

    /// What kind of note it is, and what it says.
    pub(crate) fn note(&self, note: &Note) -> Option<(MessageKind, String)> {
        let head = self.head(note.message());
        Some(match note {
            Note::Late { period, filed_on, .. } => {
                (MessageKind::Late, format!("{head}: {period}, {} {filed_on}", self.filed_on))
            }
            Note::Repeated { .. } => {
                (MessageKind::Repeated, format!("{head}: {}", self.same_again))
            }
            Note::Superseded { period, by, .. } => {
                let by = self.head(by);
                (MessageKind::Superseded, format!("{head}: {period}, {} {by}", self.overwritten_by))
            }
            Note::WithoutFullReturn { period, .. } => {
                (MessageKind::WithoutFullReturn, format!("{head}: {period}"))
            }
            Note::NothingWithdrawn { period, number, place, .. } => {
                let what = format!("NumIV {number} ({} {place})", self.relation);
                (MessageKind::NothingWithdrawn, format!("{head}: {period}, {what}"))
            }
            Note::FailsElfproef { period, number, place, .. } => {
                let what = format!("NumIV {number} ({} {place})", self.relation);
                (MessageKind::FailsElfproef, format!("{head}: {period}, {what}"))
            }
            Note::TotalDiffers { period, element, total, sum, .. } => {
                let Self { is, relations, .. } = self;
                let what = format!("{element} {is} {total}, {relations} {sum}");
                (MessageKind::TotalDiffers, format!("{head}: {period}, {what}"))
            }
            // A kind of a later version.
            _ => return None,
        })
    }
}
