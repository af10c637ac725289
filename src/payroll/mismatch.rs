//! What does not fit when an employer's year is totalled.

use super::persons::Persons;
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
        /// What its records tell of persons all the same.
        persons: Box<Persons>,
    },
    /// More hours are attributed than the lender paid the person in aangiftetijdvakken that count
    /// (Besluit Wfsv 2.28 lid 4).
    #[error(
        "lender {}, borrower {}: {attributed} hours of person {} are attributed in all, more than the {counted} that the lender paid and that count",
        Printable(lender),
        Printable(borrower),
        Printable(person)
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
        /// What the lender's records tell of persons all the same.
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
        /// What the borrower's records tell of persons all the same.
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
        }
    }

    /// What the records tell of persons all the same: who is registered, what was filed too late.
    pub const fn persons(&self) -> &Persons {
        match self {
            Self::Total { persons, .. }
            | Self::Attribution { persons, .. }
            | Self::Unregistered { persons, .. } => persons,
        }
    }

    pub(super) fn with_persons(mut self, all: Persons) -> Self {
        match &mut self {
            Self::Total { persons, .. }
            | Self::Attribution { persons, .. }
            | Self::Unregistered { persons, .. } => **persons = all,
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
