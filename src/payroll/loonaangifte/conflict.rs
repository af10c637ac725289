//! Messages of one employer that cannot all be true. No error holds a BSN.

use core::fmt;

use super::head::Head;
use super::number::{FiscalNumber, LhNr};
use crate::language::{In, Language};
use crate::payroll::tijdvak::Aangiftetijdvak;

/// Why an employer's messages say nothing together.
///
/// ```
/// use banenafspraak::Year;
/// use banenafspraak::payroll::loonaangifte::{EmployerReturns, FiscalNumber, Message};
///
/// # let message = r#"<Loonaangifte version="2.0"
/// #   xmlns="http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01">
/// #   <Bericht><IdBer>LA-7</IdBer><DatTdAanm>2027-05-02T09:30:00</DatTdAanm></Bericht>
/// #   <AdministratieveEenheid><LhNr>111222333L01</LhNr>
/// #     <TijdvakAangifte><DatAanvTv>2026-01-01</DatAanvTv><DatEindTv>2026-01-31</DatEindTv>
/// #       <VolledigeAangifte><CollectieveAangifte/></VolledigeAangifte></TijdvakAangifte>
/// #   </AdministratieveEenheid></Loonaangifte>"#;
/// let other = FiscalNumber::new("123456782").unwrap();
/// let mut returns = EmployerReturns::new(Year::new(2026)?, other);
/// let conflict = returns.add(Message::read(message.as_bytes())?).unwrap_err();
/// assert_eq!(conflict.to_string(), "111222333L01 is no administration of 123456782");
/// assert_eq!(conflict.code(), "other_employer");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Codes
///
/// They are stable:
///
/// | code | what is wrong |
/// |---|---|
/// | `equal_instants` | Two messages of the same instant about the same period |
/// | `other_content` | Two messages of the same `IdBer`, `LhNr` and `DatTdAanm`, and of other content |
/// | `other_employer` | A message of another employer |
/// | `two_predecessors` | A relation that is the same as two that were reported before |
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Conflict {
    /// A message of another employer.
    #[non_exhaustive]
    OtherEmployer {
        /// The administration of the message.
        lh_nr: LhNr,
        /// The employer whose messages are put together.
        employer: FiscalNumber,
    },
    /// Two messages of the same `IdBer`, `LhNr` and `DatTdAanm`, and of other content.
    #[non_exhaustive]
    OtherContent {
        /// Which.
        message: Head,
    },
    /// Two messages of the same instant about the same period: none is the later one.
    #[non_exhaustive]
    EqualInstants {
        /// The one.
        first: Head,
        /// The other.
        second: Head,
        /// The period.
        period: Aangiftetijdvak,
    },
    /// A relation that is the same as two that were reported before: as one by its `SofiNr` and as
    /// another by its `PersNr`, or without a `SofiNr` as both.
    #[non_exhaustive]
    TwoPredecessors {
        /// The message.
        message: Head,
        /// The period.
        period: Aangiftetijdvak,
        /// The number of the relation (`NumIV`).
        number: u16,
    },
}

impl Conflict {
    /// The message in this language; the code is the same in each.
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }

    /// A stable snake_case word for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::OtherEmployer { .. } => "other_employer",
            Self::OtherContent { .. } => "other_content",
            Self::EqualInstants { .. } => "equal_instants",
            Self::TwoPredecessors { .. } => "two_predecessors",
        }
    }
}

/// The message in each language.
#[rustfmt::skip]
impl fmt::Display for In<&Conflict> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Language::{En, Nl};
        match *self {
            Self(En, Conflict::OtherEmployer { lh_nr, employer }) => write!(f, "{lh_nr} is no administration of {employer}"),
            Self(Nl, Conflict::OtherEmployer { lh_nr, employer }) => write!(f, "{lh_nr} is geen administratie van {employer}"),

            Self(En, Conflict::OtherContent { message }) => write!(f, "{message}: there is another message of the same IdBer, LhNr and DatTdAanm"),
            Self(Nl, Conflict::OtherContent { message }) => write!(f, "{}: er is een ander bericht met dezelfde IdBer, LhNr en DatTdAanm", In(Nl, message)),

            Self(En, Conflict::EqualInstants { first, second, period }) => write!(f, "{first}, and {second}: made at the same time, and both of {period}"),
            Self(Nl, Conflict::EqualInstants { first, second, period }) => write!(f, "{}, en {}: op hetzelfde moment aangemaakt, en beide over {}", In(Nl, first), In(Nl, second), In(Nl, *period)),

            Self(En, Conflict::TwoPredecessors { message, period, number }) => write!(f, "{message}: {period}, NumIV {number}: two relations reported before match it"),
            Self(Nl, Conflict::TwoPredecessors { message, period, number }) => write!(f, "{}: {}, NumIV {number}: hierbij passen twee eerder aangegeven inkomstenverhoudingen", In(Nl, message), In(Nl, *period)),
        }
    }
}

/// In English.
impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}

impl core::error::Error for Conflict {}
