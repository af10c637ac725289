//! What is wrong in a message, and where. No error holds personal data.

use core::fmt;

use super::number::LhNr;
use crate::error::{Error, Excerpt};
use crate::payroll::tijdvak::Aangiftetijdvak;
use crate::printable::Printable;

/// What is wrong in a wage return, and at which byte.
///
/// Of the message it holds an unknown code, root, namespace or version, the period, and the number
/// of a relation (`NumIV`) at most: no BSN, name or wage. Whose message it is, [`lh_nr`](Self::lh_nr)
/// says; the text of the error does not.
///
/// ```
/// use banenafspraak::payroll::loonaangifte::{Identity, WageReturn};
///
/// let mut wage_return = WageReturn::new(&b"<!DOCTYPE a>"[..], |_: Identity<'_>| String::new())?;
/// let error = wage_return.read().unwrap_err();
/// assert_eq!(error.code(), "document_type");
/// assert!(error.to_string().ends_with(": a document type declaration is refused"));
/// # Ok::<(), banenafspraak::payroll::loonaangifte::WageReturnError>(())
/// ```
///
/// # Codes
///
/// Besides those of [`Error`] for a number or a date:
///
/// | code | what is wrong |
/// |---|---|
/// | `document_type` | A document type declaration, which could define entities |
/// | `encoding` | Another encoding than UTF-8 and ISO 8859-1, or bytes that are not of it |
/// | `malformed` | It is not well-formed |
/// | `missing` | An element is missing |
/// | `named_twice` | One relation is named twice in a period of one message |
/// | `not_a_wage_return` | It is no wage return |
/// | `other_year` | An element that the schema does not have in the message of its year |
/// | `read` | Reading failed |
/// | `refused` | An element holds what it cannot |
/// | `too_deep` | Elements are nested deeper than any have reason to be |
/// | `too_long` | A piece of the message is longer than any has reason to be |
/// | `truncated` | It ends before its elements do |
/// | `unknown_code` | A code that is in no list |
/// | `unknown_entity` | An entity that is none of XML's own five |
/// | `unknown_version` | Another version than 2.0 |
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct WageReturnError {
    /// The byte of the message up to which it was read.
    pub position: u64,
    /// What is wrong.
    pub problem: WageReturnProblem,
    /// Whose message it is, where its `LhNr` was read.
    pub lh_nr: Option<LhNr>,
}

/// What is wrong in a wage return.
///
/// ```
/// use banenafspraak::payroll::loonaangifte::{Identity, WageReturn, WageReturnProblem};
///
/// let mut wage_return = WageReturn::new(&b""[..], |_: Identity<'_>| String::new())?;
/// let error = wage_return.read().unwrap_err();
/// assert_eq!(error.problem, WageReturnProblem::Truncated);
/// # Ok::<(), banenafspraak::payroll::loonaangifte::WageReturnError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WageReturnProblem {
    /// It is no wage return: the root is another.
    #[error("not a wage return: the root is `{root}`, not `Loonaangifte`")]
    #[non_exhaustive]
    NotAWageReturn {
        /// The name of the root.
        root: Excerpt,
    },
    /// The namespace is not that of a wage return whose elements are known.
    #[error(
        "not a wage return: the namespace is `{namespace}`, not that of a Loonaangifte of 2022 or later"
    )]
    #[non_exhaustive]
    UnknownNamespace {
        /// The namespace of the root.
        namespace: Box<str>,
    },
    /// Another version than 2.0.
    #[error("Loonaangifte: the version is `{version}`, not `2.0`")]
    #[non_exhaustive]
    UnknownVersion {
        /// The version of the root; empty where it has none.
        version: Excerpt,
    },
    /// It is not well-formed.
    #[error("not well-formed XML: {reason}")]
    #[non_exhaustive]
    Malformed {
        /// Why.
        reason: &'static str,
    },
    /// It ends before its elements do.
    #[error("the message ends before it is complete")]
    Truncated,
    /// A document type declaration, which could define entities.
    #[error("a document type declaration is refused")]
    DocumentType,
    /// An entity that is none of XML's own five.
    #[error("an entity that is not predefined")]
    UnknownEntity,
    /// A piece of the message is longer than any has reason to be.
    #[error("a text, tag or comment of more than {limit} bytes")]
    #[non_exhaustive]
    TooLong {
        /// The most bytes.
        limit: usize,
    },
    /// Elements are nested deeper than any have reason to be.
    #[error("elements are nested more than {limit} deep")]
    #[non_exhaustive]
    TooDeep {
        /// The most.
        limit: usize,
    },
    /// Another encoding than UTF-8 and ISO 8859-1, or bytes that are not of it.
    #[error("not in UTF-8 or ISO 8859-1, or not as declared")]
    Encoding,
    /// An element is missing.
    #[error("{element}: missing")]
    #[non_exhaustive]
    Missing {
        /// Its name.
        element: &'static str,
    },
    /// An element that the schema does not have in the message of its year.
    #[error("{element}: not in a message of {year}, which has {instead}")]
    #[non_exhaustive]
    OtherYear {
        /// Its name.
        element: &'static str,
        /// The year of the message's namespace.
        year: u16,
        /// What has the fact in that year.
        instead: &'static str,
    },
    /// One relation is named twice in a period of one message.
    #[error("NumIV {number}: {reason} in {period}")]
    #[non_exhaustive]
    NamedTwice {
        /// The number of the relation.
        number: u16,
        /// How.
        reason: &'static str,
        /// The period.
        period: Aangiftetijdvak,
    },
    /// An element holds what it cannot.
    #[error("{element}: {reason}")]
    #[non_exhaustive]
    Refused {
        /// Its name.
        element: &'static str,
        /// Why.
        reason: &'static str,
    },
    /// A code that is in no list.
    #[error("{element}: `{code}` is not a known code")]
    #[non_exhaustive]
    UnknownCode {
        /// The element's name.
        element: &'static str,
        /// The code.
        code: Excerpt,
    },
    /// A number or a date that is none.
    #[error(transparent)]
    Value(Error),
    /// Reading failed.
    #[error("{}", Printable(message))]
    #[non_exhaustive]
    Read {
        /// What the reader says.
        message: Box<str>,
    },
}

impl WageReturnError {
    /// A stable snake_case word for programs.
    pub fn code(&self) -> &'static str {
        match &self.problem {
            WageReturnProblem::NotAWageReturn { .. }
            | WageReturnProblem::UnknownNamespace { .. } => "not_a_wage_return",
            WageReturnProblem::UnknownVersion { .. } => "unknown_version",
            WageReturnProblem::Malformed { .. } => "malformed",
            WageReturnProblem::Truncated => "truncated",
            WageReturnProblem::DocumentType => "document_type",
            WageReturnProblem::UnknownEntity => "unknown_entity",
            WageReturnProblem::TooLong { .. } => "too_long",
            WageReturnProblem::TooDeep { .. } => "too_deep",
            WageReturnProblem::Encoding => "encoding",
            WageReturnProblem::Missing { .. } => "missing",
            WageReturnProblem::OtherYear { .. } => "other_year",
            WageReturnProblem::NamedTwice { .. } => "named_twice",
            WageReturnProblem::Refused { .. } => "refused",
            WageReturnProblem::UnknownCode { .. } => "unknown_code",
            WageReturnProblem::Value(error) => error.code(),
            WageReturnProblem::Read { .. } => "read",
        }
    }
}

impl fmt::Display for WageReturnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "wage return, byte {}: {}", self.position, self.problem)
    }
}

impl core::error::Error for WageReturnError {}

impl From<Error> for WageReturnProblem {
    fn from(error: Error) -> Self {
        Self::Value(error)
    }
}
