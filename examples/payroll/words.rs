//! The words of a note about a wage return, in both languages.

use banenafspraak::Language;
use banenafspraak::payroll::Aangiftetijdvak;
use banenafspraak::payroll::loonaangifte::{Head, Note, PersonName};
use banenafspraak::unit::Quantity;
use banenafspraak::{Date, unit::SignedEuro};

use crate::message_kind::MessageKind;

#[derive(Clone, Copy)]
pub(crate) struct Words(pub(crate) Language);

impl Words {
    fn say(self, english: &'static str, dutch: &'static str) -> &'static str {
        match self.0 {
            Language::Nl => dutch,
            _ => english,
        }
    }

    /// Instead of a person's key.
    pub(crate) fn not_shown(self) -> &'static str {
        self.say("(not shown: --show-persons)", "(niet getoond: --show-persons)")
    }

    pub(crate) fn not_listed(self) -> &'static str {
        self.say("counted, not listed one by one", "geteld, niet een voor een vermeld")
    }

    pub(crate) fn employer(self) -> &'static str {
        self.say("employer", "werkgever")
    }

    /// The word after a number of messages.
    pub(crate) fn messages(self, count: u64) -> &'static str {
        match count {
            1 => self.say("message", "bericht"),
            _ => self.say("messages", "berichten"),
        }
    }

    /// A person by relation and message.
    pub(crate) fn person_name(self, name: &PersonName) -> String {
        let PersonName { number, place, message, .. } = name;
        let (what, of) = (self.relation(*number, *place), self.say("of", "van"));
        format!("{what} {of} {}", self.head(message))
    }

    fn relation(self, number: u16, place: u32) -> String {
        format!("NumIV {number} ({} {place})", self.say("relation", "inkomstenverhouding"))
    }

    fn head(self, head: &Head) -> String {
        let (message, of) = (self.messages(1), self.say("of", "van"));
        format!("{}, {message} {} {of} {}", head.lh_nr(), head.id(), self.day(head.made_on()))
    }

    /// A day: in English as in the file.
    fn day(self, day: Date) -> String {
        match self.0 {
            Language::Nl => Quantity::Date(day).localized(Language::Nl).to_string(),
            _ => day.to_string(),
        }
    }

    /// An amount: in English as in the file.
    fn euro(self, euro: SignedEuro) -> String {
        match self.0 {
            Language::Nl => Quantity::from(euro).localized(Language::Nl).to_string(),
            _ => euro.to_string(),
        }
    }

    /// What kind of note it is, and what it says.
    pub(crate) fn note(self, note: &Note) -> Option<(MessageKind, String)> {
        let head = self.head(note.message());
        let of = |period: &Aangiftetijdvak| format!("{head}: {}", period.localized(self.0));
        Some(match note {
            Note::Late { period, filed_on, .. } => {
                let filed = self.say("filed on", "ingediend op");
                let day = self.day(*filed_on);
                (MessageKind::Late, format!("{}, {filed} {day}", of(period)))
            }
            Note::Repeated { .. } => {
                let again = self.say("the same message again", "hetzelfde bericht nogmaals");
                (MessageKind::Repeated, format!("{head}: {again}"))
            }
            Note::Superseded { period, by, .. } => {
                let overwritten = self.say("overwritten by", "overschreven door");
                let by = self.head(by);
                (MessageKind::Superseded, format!("{}, {overwritten} {by}", of(period)))
            }
            Note::WithoutFullReturn { period, .. } => (MessageKind::WithoutFullReturn, of(period)),
            Note::NothingWithdrawn { period, number, place, .. } => {
                let what = self.relation(*number, *place);
                (MessageKind::NothingWithdrawn, format!("{}, {what}", of(period)))
            }
            Note::FailsElfproef { period, number, place, .. } => {
                let what = self.relation(*number, *place);
                (MessageKind::FailsElfproef, format!("{}, {what}", of(period)))
            }
            Note::TotalDiffers { period, element, total, sum, .. } => {
                let relations =
                    self.say("the relations add up to", "de inkomstenverhoudingen tellen op tot");
                let (total, sum) = (self.euro(*total), self.euro(*sum));
                let what = format!("{element} is {total}, {relations} {sum}");
                (MessageKind::TotalDiffers, format!("{}, {what}", of(period)))
            }
            // A kind of a later version.
            _ => return None,
        })
    }
}
