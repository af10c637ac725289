//! What a note says, in both languages.

use core::fmt;

use super::note::{Note, Unverified};
use crate::employer::Missing;
use crate::language::{In, Language, Phrase};
use crate::payroll::{Attribution, Late, Uncounted};
use crate::printable::Printable;
use crate::unit::{Hours, Quantity, SignedHours};

/// Something in a note that can be personal data, depending on what the caller's keys are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shown<'a> {
    /// A person's key.
    Person(&'a str),
    /// The key of a lender or a borrower: with columns in another order it is a person's.
    Party(&'a str),
    /// Hours that are attributed: with columns in another order they are a key.
    Hours(Hours),
}

/// What is shown instead; `None` for what can be shown as it is.
type Hide<'a> = dyn Fn(Shown<'_>) -> Option<String> + 'a;

impl Note {
    /// What kind of note it is, and [what it is about](Self::detail), in this language. Persons are
    /// not named.
    ///
    /// ```
    /// use banenafspraak::Language;
    /// use banenafspraak::reconciliation::Note;
    ///
    /// let note = Note::PersonWithoutBonus { employer: "bakery".into(), person: "p-17".into() };
    /// assert_eq!(
    ///     note.localized(Language::Nl).to_string(),
    ///     "geregistreerde van wie de uren tellen zonder bonus (LKV niet aangevraagd, of AOW-leeftijd): \
    ///      werkgever bakery, persoon (niet getoond)"
    /// );
    /// ```
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }

    /// What it is about: whose, of when, how much. `instead` gives what is shown in place of what must
    /// be hidden, and `None` for what can be shown as it is.
    ///
    /// ```
    /// use banenafspraak::Language;
    /// use banenafspraak::reconciliation::Note;
    ///
    /// let note = Note::PersonWithoutBonus { employer: "bakery".into(), person: "p-17".into() };
    /// let detail = note.detail(Language::En, &|_| None).to_string();
    /// assert_eq!(detail, "employer bakery, person p-17");
    /// ```
    pub fn detail<'a>(
        &'a self,
        language: Language,
        instead: &'a dyn Fn(Shown<'_>) -> Option<String>,
    ) -> impl fmt::Display + 'a {
        Detail { language, note: self, instead }
    }

    /// What kind of note it is, in this language.
    pub const fn title(&self, language: Language) -> &'static str {
        self.kind().localized(language)
    }

    #[rustfmt::skip]
    const fn kind(&self) -> Phrase {
        match self {
            Self::LineTooLate { .. }
            | Self::LineOfAnyEmployerTooLate            => Phrase::new("line that could not be read in time", "regel die niet op tijd te lezen was"),
            Self::PercentageBelowATenth { .. }          => Phrase::new("quotumpercentage below 0.1 % (is a fraction meant?)", "quotumpercentage onder 0,1% (is een fractie bedoeld?)"),
            Self::RecordsOfUnknownEmployers { .. }      => Phrase::new("records of employers that are not in the file of employers, left out", "aangiften van werkgevers die niet in het werkgeversbestand staan, weggelaten"),
            Self::RecordsOfOtherYears { .. }            => Phrase::new("records of years that do not matter, left out", "aangiften over jaren die er niet toe doen, weggelaten"),
            Self::AttributionOfOtherYear { .. }         => Phrase::new("attribution of another year, left out", "toegerekende uren van een ander jaar, weggelaten"),
            Self::Late { .. }                           => Phrase::new("return filed after 1 May of the next year, not counted", "aangifte na 1 mei van het volgende jaar, niet meegeteld"),
            Self::Replaced { .. }                       => Phrase::new("records that a later filing replaced", "aangiften die door een latere zijn vervangen"),
            Self::PersonWithoutRecords { .. }           => Phrase::new("registered person without usable records of the year", "geregistreerde zonder bruikbare aangiften over het jaar"),
            Self::PersonWithoutHours { .. }             => Phrase::new("registered person with hours that do not count, or without hours", "geregistreerde met uren die niet tellen, of zonder uren"),
            Self::PersonWithoutBonus { .. }             => Phrase::new("registered person whose hours count and earn no bonus (LKV not asked for, or AOW age)", "geregistreerde van wie de uren tellen zonder bonus (LKV niet aangevraagd, of AOW-leeftijd)"),
            Self::EmployerWithoutRecords { .. }         => Phrase::new("employer without usable records, not assessed", "werkgever zonder bruikbare aangiften, niet beoordeeld"),
            Self::EmployerWithoutHours { .. }           => Phrase::new("employer with records but without hours in the year", "werkgever met aangiften maar zonder uren in het jaar"),
            Self::EmployerWithoutYearBefore { .. }      => Phrase::new("employer without records of the year before, whose hours of it are not known", "werkgever zonder aangiften over het jaar ervoor; de uren daarvan zijn niet bekend"),
            Self::DaysWithoutReturns { .. }             => Phrase::new("days without returns", "dagen zonder aangifte"),
            Self::DaysDecide { .. }                     => Phrase::new("employer for which days without returns decide whether it is liable", "werkgever waarvoor dagen zonder aangifte bepalen of hij heffingsplichtig is"),
            Self::UnverifiedAttribution { lender_is, .. } => match lender_is {
                Unverified::Refused                     => Phrase::new("attribution by a lender that is refused; the borrower's hours depend on it", "toegerekende uren van een afgewezen uitlener; de uren van de inlener hangen ervan af"),
                Unverified::Unknown                     => Phrase::new("attribution by a lender that is not in the file of employers, not verified", "toegerekende uren van een uitlener buiten het werkgeversbestand, niet gecontroleerd"),
                Unverified::WithoutRecords              => Phrase::new("attribution by a lender without usable records, not verified", "toegerekende uren van een uitlener zonder bruikbare aangiften, niet gecontroleerd"),
            },
            Self::PersonNotRegistered { .. }            => Phrase::new("attribution of a person who is not in the register that year, so that the borrower is refused", "toegerekende uren van iemand die dat jaar niet in het doelgroepregister staat; de inlener is afgewezen"),
            Self::BorrowerWithoutRecords { .. }         => Phrase::new("attribution to a borrower without usable records", "toegerekende uren aan een inlener zonder bruikbare aangiften"),
        }
    }
}

impl fmt::Display for In<&Note> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, note) = *self;
        let hidden = |shown: Shown<'_>| match shown {
            Shown::Person(_) => Some(language.pick("(not shown)", "(niet getoond)").to_owned()),
            Shown::Party(_) | Shown::Hours(_) => None,
        };
        let kind = note.kind().localized(language);
        write!(f, "{kind}: {}", Detail { language, note, instead: &hidden })
    }
}

/// In English; persons are not named.
impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}

/// What a note is about.
struct Detail<'a> {
    language: Language,
    note: &'a Note,
    instead: &'a Hide<'a>,
}

impl Detail<'_> {
    fn hours(&self, f: &mut fmt::Formatter<'_>, hours: Hours) -> fmt::Result {
        match ((self.instead)(Shown::Hours(hours)), self.language) {
            (Some(other), Language::En) => write!(f, "{other} hours"),
            (Some(other), Language::Nl) => write!(f, "{other} uur"),
            (None, Language::En) => write!(f, "{hours} hours"),
            (None, Language::Nl) => write!(f, "{}", Quantity::from(hours).localized(Language::Nl)),
        }
    }

    fn person(&self, person: &str) -> String {
        let name = (self.instead)(Shown::Person(person));
        let name = name.unwrap_or_else(|| Printable(person).to_string());
        format!("{} {name}", self.language.pick("person", "persoon"))
    }

    fn party(&self, party: &str) -> String {
        (self.instead)(Shown::Party(party)).unwrap_or_else(|| Printable(party).to_string())
    }

    fn attribution(
        &self,
        f: &mut fmt::Formatter<'_>,
        lender: &str,
        attribution: &Attribution,
    ) -> fmt::Result {
        let Attribution { borrower, person, hours, .. } = attribution;
        let (lender, borrower) = (self.party(lender), self.party(borrower));
        match self.language {
            Language::En => write!(f, "lender {lender}, borrower {borrower}, ")?,
            Language::Nl => write!(f, "uitlener {lender}, inlener {borrower}, ")?,
        }
        write!(f, "{}: ", self.person(person))?;
        self.hours(f, *hours)
    }
}

#[rustfmt::skip]
impl fmt::Display for Detail<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Language::{En, Nl};
        let language = self.language;
        let of = |employer: &str| format!("{} {}", language.pick("employer", "werkgever"), Printable(employer));
        match (language, self.note) {
            (En, Note::LineTooLate { employer }) => write!(f, "{}: its row was written before this line was met, and is not complete", of(employer)),
            (Nl, Note::LineTooLate { employer }) => write!(f, "{}: de rij was al geschreven voordat deze regel werd gelezen, en is niet volledig", of(employer)),

            (En, Note::LineOfAnyEmployerTooLate) => f.write_str("whose line it is is not known: rows that were written before it may not be complete"),
            (Nl, Note::LineOfAnyEmployerTooLate) => f.write_str("van wie de regel is, is niet bekend: rijen die al geschreven waren, zijn misschien niet volledig"),

            (En, Note::PercentageBelowATenth { employer, quotumpercentage }) => write!(f, "{}: {quotumpercentage} %", of(employer)),
            (Nl, Note::PercentageBelowATenth { employer, quotumpercentage }) => write!(f, "{}: {}", of(employer), Quantity::from(*quotumpercentage).localized(Nl)),

            (_, Note::RecordsOfUnknownEmployers { records } | Note::RecordsOfOtherYears { records }) => write!(f, "{records}"),

            (En, Note::Late { employer, late: Late { person, period, filed_on } }) => write!(f, "{}, {}, {period}: filed on {filed_on}", of(employer), self.person(person)),
            (Nl, Note::Late { employer, late: Late { person, period, filed_on } }) => write!(f, "{}, {}, {}: ingediend op {}", of(employer), self.person(person), In(Nl, *period), In(Nl, *filed_on)),

            (_, Note::Replaced { employer, records }) => write!(f, "{}: {records}", of(employer)),
            (_, Note::PersonWithoutRecords { person }) => f.write_str(&self.person(person)),
            (_, Note::PersonWithoutHours { employer, uncounted }) => write!(f, "{}, {}: {}", of(employer), self.person(&uncounted.person), In(language, uncounted)),
            (_, Note::PersonWithoutBonus { employer, person }) => write!(f, "{}, {}", of(employer), self.person(person)),

            (En, Note::EmployerWithoutHours { employer, previous_year }) => write!(f, "{}: {previous_year} hours in the year before", of(employer)),
            (Nl, Note::EmployerWithoutHours { employer, previous_year }) => write!(f, "{}: {} in het jaar ervoor", of(employer), Quantity::from(*previous_year).localized(Nl)),

            (_, Note::DaysWithoutReturns { employer, missing: Missing { administration, from, until, .. } }) => {
                f.write_str(&of(employer))?;
                // In wage returns days are those of an administration.
                administration.iter().try_for_each(|number| write!(f, ", {}", Printable(number)))?;
                match language {
                    En => write!(f, ": {from} to {until}"),
                    Nl => write!(f, ": {} t/m {}", In(Nl, *from), In(Nl, *until)),
                }
            }

            (_, Note::EmployerWithoutRecords { employer } | Note::EmployerWithoutYearBefore { employer } | Note::DaysDecide { employer }) => f.write_str(&of(employer)),

            (_, Note::AttributionOfOtherYear { year, lender, attribution }) => {
                write!(f, "{year}, ")?;
                self.attribution(f, lender, attribution)
            }
            (_, Note::UnverifiedAttribution { lender, attribution, .. } | Note::PersonNotRegistered { lender, attribution }) => self.attribution(f, lender, attribution),

            (_, Note::BorrowerWithoutRecords { borrower, hours }) => {
                write!(f, "{} {}: ", language.pick("borrower", "inlener"), self.party(borrower))?;
                self.hours(f, *hours)
            }
        }
    }
}

/// Why a registered person's hours do not count.
impl fmt::Display for In<&Uncounted> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, Uncounted { outside_registration, wsw_hours, .. }) = *self;
        let outside = Phrase::new("hours outside the registration", "uur buiten de registratie");
        let wsw = Phrase::new(
            "hours in a Wsw employment, not seconded",
            "uur in een Wsw-dienstbetrekking, niet gedetacheerd",
        );
        let parts = [(*outside_registration, outside), (*wsw_hours, wsw)];
        let parts = parts.iter().filter(|(hours, _)| *hours != SignedHours::ZERO);
        let mut is_first = true;
        for (hours, why) in parts {
            f.write_str(if is_first { "" } else { ", " })?;
            match language {
                Language::En => write!(f, "{hours}")?,
                Language::Nl => write!(f, "{}", In(language, *hours))?,
            }
            write!(f, " {}", why.localized(language))?;
            is_first = false;
        }
        f.write_str(if is_first { language.pick("no hours", "geen uren") } else { "" })
    }
}
