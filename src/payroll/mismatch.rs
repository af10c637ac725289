//! What does not fit when an employer's year is totalled.

use super::persons::Persons;
use super::tijdvak::Aangiftetijdvak;
use crate::error::Error;
use crate::printable::Printable;
use crate::unit::Hours;

/// Why an employer's records give no year.
///
/// Keys are printed as the caller chose them, by [`Printable`](crate::Printable): a pseudonym keeps a
/// person out of the log.
///
/// ```
/// use banenafspraak::payroll::{Attributions, Mismatch, Payroll, Register};
/// use banenafspraak::{Hours, Year};
///
/// let register = Register::new();
/// let mut attributions = Attributions::new();
/// attributions.insert("agency", "factory", "p-17", Hours::whole(8))?;
/// let payroll = Payroll::new(Year::new(2026)?, &register);
/// let mismatch = payroll.totals("agency", &attributions).unwrap_err();
/// assert!(matches!(mismatch, Mismatch::Attribution { .. }));
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
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Mismatch {
    /// The totals are no employer's year: a negative total, a value beyond its bounds.
    #[error("employer {}: {error}", Printable(employer))]
    #[non_exhaustive]
    Total {
        /// The employer's key.
        employer: Box<str>,
        /// What is wrong, in which field.
        error: Box<Error>,
        /// What its records say of persons all the same.
        persons: Box<Persons>,
    },
    /// More hours are attributed than the lender paid the person in aangiftetijdvakken that count
    /// (Besluit Wfsv 2.28 lid 4).
    #[error(
        "lender {}, borrower {}: {attributed} hours of person {} are attributed in all, more than the {counted} that the lender paid and that count{}",
        Printable(lender),
        Printable(borrower),
        Printable(person),
        on_a_payroll(*payrolled)
    )]
    #[non_exhaustive]
    Attribution {
        /// The lender's key.
        lender: Box<str>,
        /// The borrower's key at whose attribution the hours ran out.
        borrower: Box<str>,
        /// The person's key.
        person: Box<str>,
        /// The hours attributed up to and including that borrower.
        attributed: Hours,
        /// The hours that can be.
        counted: Hours,
        /// The hours of kind `payroll` that the lender paid, which cannot be: payrolling is no agency
        /// work by the letter of Besluit Wfsv 2.27.
        payrolled: Hours,
        /// What the lender's records say of persons all the same.
        persons: Box<Persons>,
    },
    /// Hours are attributed of someone who is not in the doelgroepregister that year: they would
    /// count as hours of the doelgroep (Wfsv 38g lid 2).
    #[error(
        "lender {}, borrower {}: hours of person {} are attributed, who is not in the register that year",
        Printable(lender),
        Printable(borrower),
        Printable(person)
    )]
    #[non_exhaustive]
    Unregistered {
        /// The lender's key.
        lender: Box<str>,
        /// The borrower's key.
        borrower: Box<str>,
        /// The person's key.
        person: Box<str>,
        /// What the borrower's records say of persons all the same.
        persons: Box<Persons>,
    },
    /// A record occurs twice, alike in all columns: its hours would count twice.
    #[error(
        "employer {}: the record of person {} in {period} occurs twice",
        Printable(employer),
        Printable(person)
    )]
    #[non_exhaustive]
    RepeatedRecord {
        /// The employer's key.
        employer: Box<str>,
        /// The person's key.
        person: Box<str>,
        /// The period.
        period: Aangiftetijdvak,
        /// What the records say of persons all the same.
        persons: Box<Persons>,
    },
    /// All records of a period occur twice: their hours would count twice.
    #[error("employer {}: each record of {period} occurs twice", Printable(employer))]
    #[non_exhaustive]
    RepeatedPeriod {
        /// The employer's key.
        employer: Box<str>,
        /// The period.
        period: Aangiftetijdvak,
        /// What the records say of persons all the same.
        persons: Box<Persons>,
    },
    /// Two periods share a day, such as a year and a month of it: their hours would count twice.
    #[error(
        "employer {}{}: {first} and {second} overlap",
        Printable(employer),
        of_person(person.as_deref())
    )]
    #[non_exhaustive]
    OverlappingPeriods {
        /// The employer's key.
        employer: Box<str>,
        /// The person with records of both; `None` where all persons of the one have them in the
        /// other.
        person: Option<Box<str>>,
        /// One of the periods.
        first: Aangiftetijdvak,
        /// The other.
        second: Aangiftetijdvak,
        /// What the records say of persons all the same.
        persons: Box<Persons>,
    },
    /// A person has records with a relation and without one in a period: it is not known which a
    /// correction replaces.
    #[error(
        "employer {}: person {} has records with a relation and without one in {period}",
        Printable(employer),
        Printable(person)
    )]
    #[non_exhaustive]
    RelationMissing {
        /// The employer's key.
        employer: Box<str>,
        /// The person's key.
        person: Box<str>,
        /// The period.
        period: Aangiftetijdvak,
        /// What the records say of persons all the same.
        persons: Box<Persons>,
    },
    /// Records of a period in which the employer was none, by its first and last day as an employer.
    #[error(
        "employer {}: it has records of {period}, in which it was no employer by its first or last day",
        Printable(employer)
    )]
    #[non_exhaustive]
    NoEmployer {
        /// The employer's key.
        employer: Box<str>,
        /// The period.
        period: Aangiftetijdvak,
        /// What the records say of persons all the same.
        persons: Box<Persons>,
    },
    /// A line of the file of employers contradicts an earlier one.
    #[error(
        "employer {}: line {line} of the file of employers contradicts an earlier one",
        Printable(employer)
    )]
    #[non_exhaustive]
    ContradictingRows {
        /// The employer's key.
        employer: Box<str>,
        /// The line.
        line: u64,
        /// What the records say of persons all the same.
        persons: Box<Persons>,
    },
    /// A person with records of the year has two days of the AOW age in the register.
    #[error(
        "employer {}: the register has two days `aow_from` of person {}",
        Printable(employer),
        Printable(person)
    )]
    #[non_exhaustive]
    Contradiction {
        /// The employer's key.
        employer: Box<str>,
        /// The person's key.
        person: Box<str>,
        /// What the records say of persons all the same.
        persons: Box<Persons>,
    },
}

impl Mismatch {
    /// A stable snake_case word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Total { error, .. } => error.code(),
            Self::Attribution { .. } => "attribution_exceeds_hours",
            Self::Unregistered { .. } => "attribution_of_unregistered",
            Self::RepeatedRecord { .. } => "repeated_record",
            Self::RepeatedPeriod { .. } => "repeated_period",
            Self::OverlappingPeriods { .. } => "overlapping_periods",
            Self::RelationMissing { .. } => "relation_missing",
            Self::NoEmployer { .. }
            | Self::Contradiction { .. }
            | Self::ContradictingRows { .. } => "contradiction",
        }
    }

    /// What the records say of persons all the same: who is registered, what was filed too late.
    pub const fn persons(&self) -> &Persons {
        match self {
            Self::Total { persons, .. }
            | Self::Attribution { persons, .. }
            | Self::Unregistered { persons, .. }
            | Self::RepeatedRecord { persons, .. }
            | Self::RepeatedPeriod { persons, .. }
            | Self::OverlappingPeriods { persons, .. }
            | Self::RelationMissing { persons, .. }
            | Self::NoEmployer { persons, .. }
            | Self::Contradiction { persons, .. }
            | Self::ContradictingRows { persons, .. } => persons,
        }
    }

    pub(super) fn with_persons(mut self, all: Persons) -> Self {
        match &mut self {
            Self::Total { persons, .. }
            | Self::Attribution { persons, .. }
            | Self::Unregistered { persons, .. }
            | Self::RepeatedRecord { persons, .. }
            | Self::RepeatedPeriod { persons, .. }
            | Self::OverlappingPeriods { persons, .. }
            | Self::RelationMissing { persons, .. }
            | Self::NoEmployer { persons, .. }
            | Self::Contradiction { persons, .. }
            | Self::ContradictingRows { persons, .. } => **persons = all,
        }
        self
    }
}

/// An error of the totals in the name of an employer.
pub(super) fn of_employer(employer: &str) -> impl Fn(Error) -> Mismatch {
    move |error| Mismatch::Total {
        employer: employer.into(),
        error: error.into(),
        persons: Box::default(),
    }
}

/// Why hours that were paid cannot be attributed.
fn on_a_payroll(payrolled: Hours) -> String {
    match payrolled {
        Hours::ZERO => String::new(),
        hours => format!("; its {hours} hours of kind payroll cannot be attributed"),
    }
}

fn of_person(person: Option<&str>) -> String {
    person.map_or_else(String::new, |person| format!(", person {}", Printable(person)))
}
