//! A whole message, checked by itself.

use core::fmt;
use core::num::NonZeroU32;
use std::io::Read;

use super::error::{WageReturnError, WageReturnProblem};
use super::head::Head;
use super::names::Names;
use super::number::SofiNr;
use super::reasons;
use super::relation::Facts;
use super::state::{Check, PartKind, State};
use super::stream::{Piece, Stream};
use crate::payroll::tijdvak::Aangiftetijdvak;

/// A whole wage return, for [`EmployerReturns`](super::EmployerReturns).
///
/// ```
/// use banenafspraak::payroll::loonaangifte::Message;
///
/// # let message = r#"<Loonaangifte version="2.0"
/// #   xmlns="http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01">
/// #   <Bericht><IdBer>LA-7</IdBer><DatTdAanm>2026-02-10T09:30:00</DatTdAanm></Bericht>
/// #   <AdministratieveEenheid><LhNr>111222333L01</LhNr>
/// #     <TijdvakAangifte><DatAanvTv>2026-01-01</DatAanvTv><DatEindTv>2026-01-31</DatEindTv>
/// #       <VolledigeAangifte><CollectieveAangifte/></VolledigeAangifte></TijdvakAangifte>
/// #   </AdministratieveEenheid></Loonaangifte>"#;
/// // `message` is a nil return: a full return without relations.
/// let nil = Message::read(message.as_bytes())?;
/// assert_eq!(nil.head().id(), "LA-7");
/// assert_eq!(nil.relations(), 0);
/// # Ok::<(), banenafspraak::payroll::loonaangifte::WageReturnError>(())
/// ```
pub struct Message {
    pub(super) head: Head,
    pub(super) parts: Vec<Part>,
    pub(super) relations: Vec<Kept>,
    pub(super) names: Names,
}

/// What a message says of one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) kind: PartKind,
    pub(super) period: Aangiftetijdvak,
    pub(super) checks: [Check; 3],
}

/// A relation as a message reports or withdraws it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Kept {
    /// What it is; `None` where it is withdrawn.
    pub(super) facts: Option<Facts>,
    /// The SofiNr.
    pub(super) bsn: Option<NonZeroU32>,
    /// The PersNr, by its number among the names.
    pub(super) personnel_number: Option<NonZeroU32>,
    /// The NumIV.
    pub(super) number: u16,
    /// Which part of its message it is in.
    pub(super) part: u8,
    /// Its place among the relations of its message, counted from one.
    pub(super) place: u32,
    /// Which message of the employer it is in, once they are in order.
    pub(super) message: u32,
}

// All of an employer are kept until its messages are in order.
const _: () = assert!(size_of::<Kept>() == 56);

impl fmt::Debug for Message {
    /// Nothing of its relations: they are personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message").field("head", &self.head).finish_non_exhaustive()
    }
}

impl Message {
    /// Reads a message whole.
    ///
    /// # Errors
    ///
    /// A [`WageReturnError`]: it cannot be read whole; it names a relation twice in a period; it
    /// corrects its own period; or it has no `IdBer`, `DatTdAanm` or `LhNr`.
    pub fn read(input: impl Read) -> Result<Self, WageReturnError> {
        let mut stream = Stream::new(input)?;
        let (mut parts, mut relations) = (Vec::new(), Vec::new());
        let mut names = Names::default();
        while let Some(piece) = stream.next()? {
            let state = stream.state();
            let read = match piece {
                Piece::Head => Ok(()),
                Piece::Relation(_) | Piece::Withdrawal => {
                    let facts = if let Piece::Relation(facts) = piece { Some(facts) } else { None };
                    let at = (parts.len(), relations.len());
                    keep(state, facts, &mut names, at).map(|relation| relations.push(relation))
                }
                Piece::Part => state.part().map(|(kind, period)| {
                    parts.push(Part { kind, period, checks: state.checks });
                }),
            };
            read.map_err(|problem| stream.fail(problem))?;
        }
        let head = Head::of(stream.state()).map_err(|problem| stream.fail(problem))?;
        let checked = own_period_once(&parts).and_then(|()| named_once(&parts, &relations));
        checked.map_err(|problem| stream.fail(problem))?;
        Ok(Self { head, parts, relations, names })
    }

    /// Which message it is.
    pub const fn head(&self) -> &Head {
        &self.head
    }

    /// How many relations it reports or withdraws.
    pub fn relations(&self) -> usize {
        self.relations.len()
    }
}

/// The relation that was read last; `part` parts and `relations` relations of the message come
/// before it.
fn keep(
    state: &State,
    facts: Option<Facts>,
    names: &mut Names,
    (part, relations): (usize, usize),
) -> Result<Kept, WageReturnProblem> {
    let (bsn, personnel_number) = state.person()?;
    Ok(Kept {
        facts,
        bsn: bsn.and_then(SofiNr::packed),
        personnel_number: personnel_number.and_then(|name| names.number(name)),
        number: state.number()?,
        // At most fourteen, by the reader.
        part: u8::try_from(part).unwrap_or(u8::MAX),
        place: u32::try_from(relations).unwrap_or(u32::MAX).saturating_add(1),
        message: 0,
    })
}

/// A `TijdvakCorrectie` is of another period than the `TijdvakAangifte`.
fn own_period_once(parts: &[Part]) -> Result<(), WageReturnProblem> {
    let of_kind = |is: fn(PartKind) -> bool| parts.iter().filter(move |part| is(part.kind));
    let own = of_kind(|kind| kind != PartKind::Correction).next().map(|part| part.period);
    let corrected = of_kind(|kind| kind == PartKind::Correction).map(|part| part.period);
    if corrected.into_iter().any(|period| Some(period) == own) {
        let reason = reasons::OWN_PERIOD;
        return Err(WageReturnProblem::Refused { element: "TijdvakCorrectie", reason });
    }
    Ok(())
}

/// No relation is named twice in a period: of the same person are two by the SofiNr where both have
/// one, else by the PersNr.
fn named_once(parts: &[Part], relations: &[Kept]) -> Result<(), WageReturnProblem> {
    let period = |relation: &Kept| parts.get(usize::from(relation.part)).map(|part| part.period);
    let twice = |one: &Kept, other: &Kept| {
        let Some(period) = period(one) else { return Ok(()) };
        let reason = match (one.facts.is_some(), other.facts.is_some()) {
            (true, true) => reasons::REPORTED_TWICE,
            (false, false) => reasons::WITHDRAWN_TWICE,
            _ => reasons::REPORTED_AND_WITHDRAWN,
        };
        Err(WageReturnProblem::NamedTwice { number: one.number, reason, period })
    };
    let mut sorted: Vec<&Kept> = relations.iter().filter(|it| it.bsn.is_some()).collect();
    sorted.sort_unstable_by_key(|it| (period(it), it.number, it.bsn));
    for pair in sorted.windows(2) {
        if let [one, other] = pair {
            if (period(one), one.number, one.bsn) == (period(other), other.number, other.bsn) {
                return twice(one, other);
            }
        }
    }
    sorted.clear();
    sorted.extend(relations.iter().filter(|it| it.personnel_number.is_some()));
    // Those without a SofiNr come first: each is of the same person as the next one.
    sorted.sort_unstable_by_key(|it| (period(it), it.number, it.personnel_number, it.bsn));
    for pair in sorted.windows(2) {
        if let [one, other] = pair {
            let of = |it: &Kept| (period(it), it.number, it.personnel_number);
            if one.bsn.is_none() && of(one) == of(other) {
                return twice(one, other);
            }
        }
    }
    Ok(())
}
