//! The beginning of a message: which it is, when it was made, and of whom.

use core::fmt;
use std::io::Read;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::error::{WageReturnError, WageReturnProblem};
use super::number::LhNr;
use super::state::State;
use super::stream::{Piece, Stream};
use super::text;
use crate::language::{In, Language};

/// Which message it is: `IdBer`, `DatTdAanm` and `LhNr`.
///
/// [`Head::read`] reads no further than these, and by the schema they come first, so that many files can be put in order of their
/// employers before one of them is read whole.
///
/// ```
/// use banenafspraak::payroll::loonaangifte::Head;
///
/// let message = r#"<Loonaangifte version="2.0"
///   xmlns="http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01">
///   <Bericht><IdBer>LA-7</IdBer><DatTdAanm>2026-02-10T23:30:00Z</DatTdAanm></Bericht>
///   <AdministratieveEenheid><LhNr>111222333L01</LhNr> and so on"#;
/// let head = Head::read(message.as_bytes())?;
/// assert_eq!((head.id(), head.lh_nr().as_str()), ("LA-7", "111222333L01"));
/// assert_eq!(head.made_on().to_string(), "2026-02-11"); // in Amsterdam
/// assert_eq!(head.to_string(), "111222333L01, message LA-7 of 2026-02-11T00:30:00");
/// # Ok::<(), banenafspraak::payroll::loonaangifte::WageReturnError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Head {
    made: Timestamp,
    lh_nr: LhNr,
    id: Arc<str>,
}

impl Head {
    /// Reads the beginning of a message.
    ///
    /// # Errors
    ///
    /// A [`WageReturnError`]: the beginning cannot be read, or lacks one of the three.
    pub fn read(input: impl Read) -> Result<Self, WageReturnError> {
        let mut stream = Stream::new(input)?;
        while let Some(piece) = stream.next()? {
            if piece != Piece::Head {
                continue;
            }
            if let Ok(head) = Self::of(stream.state()) {
                return Ok(head);
            }
        }
        Self::of(stream.state()).map_err(|problem| stream.fail(problem))
    }

    /// The head of what was read.
    pub(super) fn of(state: &State) -> Result<Self, WageReturnProblem> {
        if state.id.is_empty() {
            return Err(WageReturnProblem::Missing { element: "IdBer" });
        }
        let (made, lh_nr) = (state.made()?, state.employer()?);
        Ok(Self { made, lh_nr, id: Arc::from(&*state.id) })
    }

    /// Which message it is, in this language.
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }

    /// The sender's own name of the message (`IdBer`).
    pub fn id(&self) -> &str {
        &self.id
    }

    /// When it was made (`DatTdAanm`). Without an offset it is Amsterdam clock time; of an hour that
    /// comes twice in autumn it is the first, and a time that is left out in spring is an hour later.
    pub const fn made(&self) -> Timestamp {
        self.made
    }

    /// The day on which it was made, in Amsterdam.
    pub fn made_on(&self) -> Date {
        text::day_of(self.made)
    }

    /// The administration it is of (`LhNr`).
    pub const fn lh_nr(&self) -> LhNr {
        self.lh_nr
    }
}

/// Which message it is, in each language.
impl fmt::Display for In<&Head> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, Head { made, lh_nr, id }) = *self;
        let (day, time) = (text::day_of(*made), text::time_of(*made));
        match language {
            Language::En => write!(f, "{lh_nr}, message {id} of {day}T{time}"),
            Language::Nl => write!(f, "{lh_nr}, bericht {id} van {}, {time}", In(language, day)),
        }
    }
}

/// In English.
impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}
