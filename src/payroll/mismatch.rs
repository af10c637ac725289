//! What does not fit when an employer's year is totalled.

use core::fmt;
use std::sync::Arc;

use super::checks::Finding;
use super::persons::Persons;
use super::tijdvak::Aangiftetijdvak;
use crate::error::Error;
use crate::language::{In, Language};
use crate::printable::Printable;
use crate::unit::{Hours, Quantity};

/// Why an employer's records give no year.
///
/// Keys are printed as the caller chose them, by [`Printable`](crate::Printable): a pseudonym keeps a
/// person out of the log.
///
/// ```
/// use banenafspraak::payroll::{Attributions, MismatchKind, Payroll, Register};
/// use banenafspraak::{Hours, Year};
///
/// let mut attributions = Attributions::new();
/// attributions.insert("agency", "factory", "p-17", Hours::whole(8))?;
/// let payroll = Payroll::new(Year::new(2026)?, Register::new());
/// let mismatch = payroll.totals("agency", &attributions).unwrap_err();
/// assert!(matches!(mismatch.kind, MismatchKind::Attribution { .. }));
/// assert_eq!(mismatch.code(), "attribution_exceeds_hours");
/// assert_eq!(
///     mismatch.to_string(),
///     "lender agency, borrower factory: 8 hours of person p-17 are attributed in all, more than \
///      the 0 that the lender paid and that count"
/// );
/// # Ok::<(), banenafspraak::Error>(())
/// ```
///
/// # Codes
///
/// Besides those of [`Error`] for a total:
///
/// | code | what is wrong |
/// |---|---|
/// | `attribution_exceeds_hours` | More hours are attributed than the lender paid the person and that count |
/// | `attribution_of_unregistered` | Hours are attributed of someone who is not in the doelgroepregister that year |
/// | `contradiction` | A person with records of the year has two days of the AOW age in the register; an employer has two rows with different facts, or records of a period in which it was none |
/// | `overlapping_periods` | Two periods share a day, such as a year and a month of it |
/// | `relation_missing` | A person has records with a relation and without one in a period |
/// | `repeated_period` | All records of a period occur twice |
/// | `repeated_record` | A record occurs twice, alike in all columns |
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mismatch {
    /// The employer's key.
    pub employer: Arc<str>,
    /// What is wrong.
    pub kind: MismatchKind,
    /// What its records say of persons all the same: who is registered, what was filed too late.
    pub persons: Box<Persons>,
}

/// What is wrong with the records of an employer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum MismatchKind {
    /// The totals are no employer's year: a negative total, a value beyond its bounds, another year.
    Total(Error),
    /// The employer attributes more hours than it paid the person in aangiftetijdvakken that count
    /// (Besluit Wfsv 2.28 lid 4).
    #[non_exhaustive]
    Attribution {
        /// The borrower's key at whose attribution the hours ran out.
        borrower: Arc<str>,
        /// The person's key.
        person: Arc<str>,
        /// The hours attributed up to and including that borrower.
        attributed: Hours,
        /// The hours that can be.
        counted: Hours,
        /// The hours of kind `payroll` that the lender paid, which cannot be: payrolling is no agency
        /// work by the letter of Besluit Wfsv 2.27.
        payrolled: Hours,
    },
    /// Hours are attributed to the employer of someone who is not in the doelgroepregister that year:
    /// they would count as hours of the doelgroep (Wfsv 38g lid 2).
    #[non_exhaustive]
    Unregistered {
        /// The lender's key.
        lender: Arc<str>,
        /// The person's key.
        person: Arc<str>,
    },
    /// A record occurs twice, alike in all columns: its hours would count twice.
    #[non_exhaustive]
    RepeatedRecord {
        /// The person's key.
        person: Box<str>,
        /// The period.
        period: Aangiftetijdvak,
    },
    /// All records of a period occur twice: their hours would count twice.
    #[non_exhaustive]
    RepeatedPeriod {
        /// The period.
        period: Aangiftetijdvak,
    },
    /// Two periods share a day, such as a year and a month of it: their hours would count twice.
    #[non_exhaustive]
    OverlappingPeriods {
        /// The person with records of both; `None` where all persons of the one have them in the
        /// other.
        person: Option<Box<str>>,
        /// One of the periods.
        first: Aangiftetijdvak,
        /// The other.
        second: Aangiftetijdvak,
    },
    /// A person has records with a relation and without one in a period: it is not known which a
    /// correction replaces.
    #[non_exhaustive]
    RelationMissing {
        /// The person's key.
        person: Box<str>,
        /// The period.
        period: Aangiftetijdvak,
    },
    /// Records of a period in which the employer was none, by its first and last day as an employer.
    #[non_exhaustive]
    NoEmployer {
        /// The period.
        period: Aangiftetijdvak,
    },
    /// The list of employers has two rows of it with other facts.
    #[non_exhaustive]
    ContradictingRows {
        /// The line of the file with the second one, if it came from a file.
        line: Option<u64>,
    },
    /// A person with records of the year has two days of the AOW age in the register.
    #[non_exhaustive]
    Contradiction {
        /// The person's key.
        person: Arc<str>,
    },
}

impl Mismatch {
    /// The message in this language; code and fields are the same in each.
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }

    /// A stable snake_case word for programs.
    pub fn code(&self) -> &'static str {
        match &self.kind {
            MismatchKind::Total(error) => error.code(),
            MismatchKind::Attribution { .. } => "attribution_exceeds_hours",
            MismatchKind::Unregistered { .. } => "attribution_of_unregistered",
            MismatchKind::RepeatedRecord { .. } => "repeated_record",
            MismatchKind::RepeatedPeriod { .. } => "repeated_period",
            MismatchKind::OverlappingPeriods { .. } => "overlapping_periods",
            MismatchKind::RelationMissing { .. } => "relation_missing",
            MismatchKind::NoEmployer { .. }
            | MismatchKind::Contradiction { .. }
            | MismatchKind::ContradictingRows { .. } => "contradiction",
        }
    }
}

/// The message in each language.
impl fmt::Display for In<&Mismatch> {
    #[rustfmt::skip]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Language::{En, Nl};
        use MismatchKind as Kind;
        let Self(language, mismatch) = *self;
        let employer = Printable(&mismatch.employer);
        let period = |period: &Aangiftetijdvak| In(language, *period);
        let uur = |hours: &Hours| Quantity::from(*hours).localized(Nl);
        match (language, &mismatch.kind) {
            (En, Kind::Total(error)) => write!(f, "employer {employer}: {error}"),
            (Nl, Kind::Total(error)) => write!(f, "werkgever {employer}: {}", In(Nl, error)),

            (_, Kind::Attribution { borrower, person, attributed, counted, payrolled }) => {
                let (borrower, person) = (Printable(borrower), Printable(person));
                match language {
                    En => write!(f, "lender {employer}, borrower {borrower}: {attributed} hours of person {person} are attributed in all, more than the {counted} that the lender paid and that count")?,
                    Nl => write!(f, "uitlener {employer}, inlener {borrower}: van persoon {person} is in totaal {} toegerekend, meer dan {} die de uitlener heeft verloond en die meetellen", uur(attributed), uur(counted))?,
                }
                match (language, *payrolled) {
                    (_, Hours::ZERO) => Ok(()),
                    (En, hours) => write!(f, "; its {hours} hours of kind payroll cannot be attributed"),
                    (Nl, hours) => write!(f, "; de {} van soort payroll kunnen niet worden toegerekend", uur(&hours)),
                }
            }

            (En, Kind::Unregistered { lender, person }) => write!(f, "lender {}, borrower {employer}: hours of person {} are attributed, who is not in the register that year", Printable(lender), Printable(person)),
            (Nl, Kind::Unregistered { lender, person }) => write!(f, "uitlener {}, inlener {employer}: er zijn uren toegerekend van persoon {}, die dat jaar niet in het doelgroepregister staat", Printable(lender), Printable(person)),

            (En, Kind::RepeatedRecord { person, period: of }) => write!(f, "employer {employer}: the record of person {} in {of} occurs twice", Printable(person)),
            (Nl, Kind::RepeatedRecord { person, period: of }) => write!(f, "werkgever {employer}: de regel van persoon {} over {} komt twee keer voor", Printable(person), period(of)),

            (En, Kind::RepeatedPeriod { period: of }) => write!(f, "employer {employer}: each record of {of} occurs twice"),
            (Nl, Kind::RepeatedPeriod { period: of }) => write!(f, "werkgever {employer}: elke regel over {} komt twee keer voor", period(of)),

            (_, Kind::OverlappingPeriods { person, first, second }) => {
                write!(f, "{} {employer}", language.pick("employer", "werkgever"))?;
                if let Some(person) = person {
                    write!(f, ", {} {}", language.pick("person", "persoon"), Printable(person))?;
                }
                match language {
                    En => write!(f, ": {first} and {second} overlap"),
                    Nl => write!(f, ": {} en {} overlappen elkaar", period(first), period(second)),
                }
            }

            (En, Kind::RelationMissing { person, period: of }) => write!(f, "employer {employer}: person {} has records with a relation and without one in {of}", Printable(person)),
            (Nl, Kind::RelationMissing { person, period: of }) => write!(f, "werkgever {employer}: persoon {} heeft over {} regels met en regels zonder dienstverband (relation)", Printable(person), period(of)),

            (En, Kind::NoEmployer { period: of }) => write!(f, "employer {employer}: it has records of {of}, in which it was no employer by its first or last day"),
            (Nl, Kind::NoEmployer { period: of }) => write!(f, "werkgever {employer}: er zijn regels over {}, toen dit volgens de eerste of laatste dag geen werkgever was", period(of)),

            (En, Kind::ContradictingRows { line: Some(line) }) => write!(f, "employer {employer}: line {line} of the file of employers contradicts an earlier one"),
            (Nl, Kind::ContradictingRows { line: Some(line) }) => write!(f, "werkgever {employer}: regel {line} van het werkgeversbestand is in tegenspraak met een eerdere regel"),

            (En, Kind::ContradictingRows { line: None }) => write!(f, "employer {employer}: two rows of the list of employers contradict each other"),
            (Nl, Kind::ContradictingRows { line: None }) => write!(f, "werkgever {employer}: twee regels van de lijst van werkgevers zijn met elkaar in tegenspraak"),

            (En, Kind::Contradiction { person }) => write!(f, "employer {employer}: the register has two days `aow_from` of person {}", Printable(person)),
            (Nl, Kind::Contradiction { person }) => write!(f, "werkgever {employer}: het register heeft twee AOW-data (aow_from) van persoon {}", Printable(person)),
        }
    }
}

/// In English.
impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}

impl core::error::Error for Mismatch {}

impl From<Error> for MismatchKind {
    fn from(error: Error) -> Self {
        Self::Total(error)
    }
}

impl From<Finding> for MismatchKind {
    fn from(finding: Finding) -> Self {
        match finding {
            Finding::NoEmployer { period } => Self::NoEmployer { period },
            Finding::RelationMissing { person, period } => Self::RelationMissing { person, period },
            Finding::RepeatedRecord { person, period } => Self::RepeatedRecord { person, period },
            Finding::RepeatedPeriod { period } => Self::RepeatedPeriod { period },
            Finding::Overlap { person, first, second } => {
                Self::OverlappingPeriods { person: Some(person), first, second }
            }
            Finding::OverlappingPeriods { first, second } => {
                Self::OverlappingPeriods { person: None, first, second }
            }
        }
    }
}
