//! What is wrong in a message, and where. No error holds personal data.

use core::fmt;

use super::number::LhNr;
use crate::error::{Error, Excerpt, Phrase};
use crate::language::{In, Language};
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
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WageReturnProblem {
    /// It is no wage return: the root is another.
    #[non_exhaustive]
    NotAWageReturn {
        /// The name of the root.
        root: Excerpt,
    },
    /// The namespace is not that of a wage return whose elements are known.
    #[non_exhaustive]
    UnknownNamespace {
        /// The namespace of the root.
        namespace: Box<str>,
    },
    /// Another version than 2.0.
    #[non_exhaustive]
    UnknownVersion {
        /// The version of the root; empty where it has none.
        version: Excerpt,
    },
    /// It is not well-formed.
    #[non_exhaustive]
    Malformed {
        /// Why.
        reason: Phrase,
    },
    /// It ends before its elements do.
    Truncated,
    /// A document type declaration, which could define entities.
    DocumentType,
    /// An entity that is none of XML's own five.
    UnknownEntity,
    /// A piece of the message is longer than any has reason to be.
    #[non_exhaustive]
    TooLong {
        /// The most bytes.
        limit: usize,
    },
    /// Elements are nested deeper than any have reason to be.
    #[non_exhaustive]
    TooDeep {
        /// The most.
        limit: usize,
    },
    /// Another encoding than UTF-8 and ISO 8859-1, or bytes that are not of it.
    Encoding,
    /// An element is missing.
    #[non_exhaustive]
    Missing {
        /// Its name.
        element: &'static str,
    },
    /// An element that the schema does not have in the message of its year.
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
    #[non_exhaustive]
    NamedTwice {
        /// The number of the relation.
        number: u16,
        /// How.
        reason: Phrase,
        /// The period.
        period: Aangiftetijdvak,
    },
    /// An element holds what it cannot.
    #[non_exhaustive]
    Refused {
        /// Its name.
        element: &'static str,
        /// Why.
        reason: Phrase,
    },
    /// A code that is in no list.
    #[non_exhaustive]
    UnknownCode {
        /// The element's name.
        element: &'static str,
        /// The code.
        code: Excerpt,
    },
    /// A number or a date that is none.
    Value(Error),
    /// Reading failed.
    #[non_exhaustive]
    Read {
        /// What the reader says.
        message: Box<str>,
    },
}

impl WageReturnError {
    /// The message in this language; code and place are the same in each.
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }

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

/// The place, and what is wrong there, in each language.
impl fmt::Display for In<&WageReturnError> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, WageReturnError { position, problem, .. }) = *self;
        let wage_return = language.pick("wage return", "loonaangifte");
        write!(f, "{wage_return}, byte {position}: {}", In(language, problem))
    }
}

/// In English.
impl fmt::Display for WageReturnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}

/// What is wrong in each language, without the place.
#[rustfmt::skip]
impl fmt::Display for In<&WageReturnProblem> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Language::{En, Nl};
        use WageReturnProblem as Problem;
        let Self(language, problem) = *self;
        match (language, problem) {
            (En, Problem::NotAWageReturn { root }) => write!(f, "not a wage return: the root is `{root}`, not `Loonaangifte`"),
            (Nl, Problem::NotAWageReturn { root }) => write!(f, "geen loonaangifte: het hoofdelement is `{root}`, niet `Loonaangifte`"),

            (En, Problem::UnknownNamespace { namespace }) => write!(f, "not a wage return: the namespace is `{namespace}`, not that of a Loonaangifte of 2022 or later"),
            (Nl, Problem::UnknownNamespace { namespace }) => write!(f, "geen loonaangifte: de namespace is `{namespace}`, niet die van een Loonaangifte van 2022 of later"),

            (En, Problem::UnknownVersion { version }) => write!(f, "Loonaangifte: the version is `{version}`, not `2.0`"),
            (Nl, Problem::UnknownVersion { version }) => write!(f, "Loonaangifte: de versie is `{version}`, niet `2.0`"),

            (En, Problem::Malformed { reason }) => write!(f, "not well-formed XML: {}", reason.localized(En)),
            (Nl, Problem::Malformed { reason }) => write!(f, "geen geldige XML: {}", reason.localized(Nl)),

            (En, Problem::Truncated) => f.write_str("the message ends before it is complete"),
            (Nl, Problem::Truncated) => f.write_str("het bericht is afgebroken"),

            (En, Problem::DocumentType) => f.write_str("a document type declaration is refused"),
            (Nl, Problem::DocumentType) => f.write_str("een documenttypedeclaratie (DOCTYPE) is niet toegestaan"),

            (En, Problem::UnknownEntity) => f.write_str("an entity that is not predefined"),
            (Nl, Problem::UnknownEntity) => f.write_str("een entiteit die XML niet kent"),

            (En, Problem::TooLong { limit }) => write!(f, "a text, tag or comment of more than {limit} bytes"),
            (Nl, Problem::TooLong { limit }) => write!(f, "een tekst, label of commentaar van meer dan {limit} bytes"),

            (En, Problem::TooDeep { limit }) => write!(f, "elements are nested more than {limit} deep"),
            (Nl, Problem::TooDeep { limit }) => write!(f, "elementen zijn dieper genest dan {limit} niveaus"),

            (En, Problem::Encoding) => f.write_str("not in UTF-8 or ISO 8859-1, or not as declared"),
            (Nl, Problem::Encoding) => f.write_str("geen UTF-8 of ISO 8859-1, of anders dan het bericht zelf opgeeft"),

            (En, Problem::Missing { element }) => write!(f, "{element}: missing"),
            (Nl, Problem::Missing { element }) => write!(f, "{element}: ontbreekt"),

            (En, Problem::OtherYear { element, year, instead }) => write!(f, "{element}: not in a message of {year}, which has {instead}"),
            (Nl, Problem::OtherYear { element, year, instead }) => write!(f, "{element}: komt niet voor in een bericht van {year}; daarin heet het {instead}"),

            (En, Problem::NamedTwice { number, reason, period }) => write!(f, "NumIV {number}: {} in {period}", reason.localized(En)),
            (Nl, Problem::NamedTwice { number, reason, period }) => write!(f, "NumIV {number}: {}, over {}", reason.localized(Nl), In(Nl, *period)),

            (_, Problem::Refused { element, reason }) => write!(f, "{element}: {}", reason.localized(language)),

            (En, Problem::UnknownCode { element, code }) => write!(f, "{element}: `{code}` is not a known code"),
            (Nl, Problem::UnknownCode { element, code }) => write!(f, "{element}: `{code}` is geen bekende code"),

            (_, Problem::Value(error)) => In(language, error).fmt(f),

            (En, Problem::Read { message }) => write!(f, "{}", Printable(message)),
            (Nl, Problem::Read { message }) => write!(f, "lezen is mislukt: {}", Printable(message)),
        }
    }
}

/// In English.
impl fmt::Display for WageReturnProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}

impl core::error::Error for WageReturnError {}

impl core::error::Error for WageReturnProblem {}

impl From<Error> for WageReturnProblem {
    fn from(error: Error) -> Self {
        Self::Value(error)
    }
}
