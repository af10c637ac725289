//! What a list of an employer's messages says of them. A note decides nothing, and holds no BSN.

use core::fmt;

use jiff::civil::Date;

use super::head::Head;
use crate::language::{In, Language};
use crate::payroll::tijdvak::Aangiftetijdvak;
use crate::unit::{Quantity, SignedEuro};

/// Something that the reader of a list of messages should know.
///
/// Persons are named by `LhNr`, `NumIV` and message, and by the place of their relation in it.
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
/// // `message` is a return over January 2026 that was made on 2 May 2027.
/// let employer = FiscalNumber::new("111222333").unwrap();
/// let mut returns = EmployerReturns::new(Year::new(2026)?, employer);
/// returns.add(Message::read(message.as_bytes())?)?;
/// let settled = returns.settle()?;
/// assert_eq!(settled.notes[0].code(), "late");
/// assert_eq!(
///     settled.notes[0].to_string(),
///     "111222333L01, message LA-7 of 2027-05-02T09:30:00: 2026-01 was filed on 2027-05-02, after 1 \
///      May of the next year, and does not count"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Note {
    /// Filed after 1 May of the next year: it does not count (Wfsv 34 lid 7, 38e lid 3).
    #[non_exhaustive]
    Late {
        /// The message.
        message: Head,
        /// The period.
        period: Aangiftetijdvak,
        /// The day of filing.
        filed_on: Date,
    },
    /// The same message again: it counts once.
    #[non_exhaustive]
    Repeated {
        /// The message.
        message: Head,
    },
    /// A later full return overwrites what the message says of the period.
    #[non_exhaustive]
    Superseded {
        /// The message.
        message: Head,
        /// The period.
        period: Aangiftetijdvak,
        /// The later message.
        by: Head,
    },
    /// There is no full return of a period that the message supplements or corrects: the period is
    /// not covered.
    #[non_exhaustive]
    WithoutFullReturn {
        /// The message.
        message: Head,
        /// The period.
        period: Aangiftetijdvak,
    },
    /// The message withdraws a relation that was not reported.
    #[non_exhaustive]
    NothingWithdrawn {
        /// The message.
        message: Head,
        /// The period.
        period: Aangiftetijdvak,
        /// The number of the relation (`NumIV`).
        number: u16,
        /// Its place among the relations of the message, counted from one.
        place: u32,
    },
    /// A `SofiNr` that fails the elfproef, in the first message that has it.
    #[non_exhaustive]
    FailsElfproef {
        /// The message.
        message: Head,
        /// The period.
        period: Aangiftetijdvak,
        /// The number of the relation (`NumIV`).
        number: u16,
        /// Its place among the relations of the message, counted from one.
        place: u32,
    },
    /// The relations of a full return do not add up to its own total.
    ///
    /// The total is in whole euros: the sum of the relations, rounded up or down (the tax office
    /// lets the sender choose). So a difference of less than a euro is none.
    #[non_exhaustive]
    TotalDiffers {
        /// The message.
        message: Head,
        /// The period.
        period: Aangiftetijdvak,
        /// The element of the total.
        element: &'static str,
        /// The total as reported.
        total: SignedEuro,
        /// What the relations add up to.
        sum: SignedEuro,
    },
}

impl Note {
    /// The note in this language; the code is the same in each.
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }

    /// A stable snake_case word for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Late { .. } => "late",
            Self::Repeated { .. } => "repeated",
            Self::Superseded { .. } => "superseded",
            Self::WithoutFullReturn { .. } => "without_full_return",
            Self::NothingWithdrawn { .. } => "nothing_withdrawn",
            Self::FailsElfproef { .. } => "fails_elfproef",
            Self::TotalDiffers { .. } => "total_differs",
        }
    }

    /// The message it is about.
    pub const fn message(&self) -> &Head {
        match self {
            Self::Late { message, .. }
            | Self::Repeated { message }
            | Self::Superseded { message, .. }
            | Self::WithoutFullReturn { message, .. }
            | Self::NothingWithdrawn { message, .. }
            | Self::FailsElfproef { message, .. }
            | Self::TotalDiffers { message, .. } => message,
        }
    }
}

/// The note in each language.
#[rustfmt::skip]
impl fmt::Display for In<&Note> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Language::{En, Nl};
        let Self(language, note) = *self;
        let tijdvak = |period: &Aangiftetijdvak| In(Nl, *period);
        write!(f, "{}: ", In(language, note.message()))?;
        match (language, note) {
            (En, Note::Late { period, filed_on, .. }) => write!(f, "{period} was filed on {filed_on}, after 1 May of the next year, and does not count"),
            (Nl, Note::Late { period, filed_on, .. }) => write!(f, "de aangifte over {} is ingediend op {}, na 1 mei van het volgende jaar, en telt niet mee", tijdvak(period), In(Nl, *filed_on)),

            (En, Note::Repeated { .. }) => f.write_str("the same message again; it counts once"),
            (Nl, Note::Repeated { .. }) => f.write_str("hetzelfde bericht nogmaals; het telt één keer mee"),

            (En, Note::Superseded { period, by, .. }) => write!(f, "{period} is overwritten by the full return of {by}"),
            (Nl, Note::Superseded { period, by, .. }) => write!(f, "{} is overschreven door de volledige aangifte van {}", tijdvak(period), In(Nl, by)),

            (En, Note::WithoutFullReturn { period, .. }) => write!(f, "{period} has no full return that it supplements or corrects"),
            (Nl, Note::WithoutFullReturn { period, .. }) => write!(f, "over {} is er geen volledige aangifte om aan te vullen of te corrigeren", tijdvak(period)),

            (En, Note::NothingWithdrawn { period, number, place, .. }) => write!(f, "{period}, NumIV {number} (relation {place}): withdrawn, but it was not reported"),
            (Nl, Note::NothingWithdrawn { period, number, place, .. }) => write!(f, "{}, NumIV {number} (inkomstenverhouding {place}): ingetrokken, maar niet eerder aangegeven", tijdvak(period)),

            (En, Note::FailsElfproef { period, number, place, .. }) => write!(f, "{period}, NumIV {number} (relation {place}): the SofiNr fails the elfproef"),
            (Nl, Note::FailsElfproef { period, number, place, .. }) => write!(f, "{}, NumIV {number} (inkomstenverhouding {place}): het SofiNr voldoet niet aan de elfproef", tijdvak(period)),

            (En, Note::TotalDiffers { period, element, total, sum, .. }) => write!(f, "{period}: {element} is {total}, and the relations add up to {sum}"),
            (Nl, Note::TotalDiffers { period, element, total, sum, .. }) => write!(f, "{}: {element} is {}, maar de inkomstenverhoudingen tellen op tot {}", tijdvak(period), Quantity::from(*total).localized(Nl), Quantity::from(*sum).localized(Nl)),
        }
    }
}

/// In English.
impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}
