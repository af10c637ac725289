//! The wage return as records, one by one.

use core::fmt;
use std::io::Read;

use super::error::{WageReturnError, WageReturnProblem};
use super::reasons;
use super::relation::{Facts, Identity};
use super::state::State;
use super::stream::{Piece, Stream};
use super::text;
use crate::payroll::record::{Employment, Entry, Record};

/// A wage return (loonaangifte), read record by record.
///
/// This is the low level: what messages mean together, [`EmployerReturns`](super::EmployerReturns)
/// says. A record needs the head, so `Bericht` and `LhNr` must come before the relations, as in the
/// schema. The employer's key is its number (LhNr). The person's key is the caller's: a closure makes it
/// of the [`Identity`], so that no BSN is kept.
///
/// ```
/// # let message = r#"<Loonaangifte version="2.0"
/// #   xmlns="http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01">
/// #   <Bericht><DatTdAanm>2026-02-10T09:30:00</DatTdAanm></Bericht>
/// #   <AdministratieveEenheid><LhNr>111222333L01</LhNr>
/// #     <TijdvakAangifte><DatAanvTv>2026-01-01</DatAanvTv><DatEindTv>2026-01-31</DatEindTv>
/// #       <VolledigeAangifte><CollectieveAangifte/><InkomstenverhoudingInitieel>
/// #         <NumIV>1</NumIV><DatAanv>2025-05-01</DatAanv><PersNr>17</PersNr>
/// #         <NatuurlijkPersoon><SofiNr>123456782</SofiNr></NatuurlijkPersoon>
/// #         <Inkomstenperiode><DatAanv>2026-01-01</DatAanv><SrtIV>15</SrtIV><CdAard>1</CdAard>
/// #         </Inkomstenperiode>
/// #         <Werknemersgegevens><PrlnAofAnwLg>1980.50</PrlnAofAnwLg><PrlnAofAnwHg>0</PrlnAofAnwHg>
/// #         <PrlnAofAnwUit>0</PrlnAofAnwUit><AantVerlU>110</AantVerlU>
/// #         </Werknemersgegevens>
/// #       </InkomstenverhoudingInitieel></VolledigeAangifte>
/// #     </TijdvakAangifte></AdministratieveEenheid></Loonaangifte>"#;
/// use banenafspraak::payroll::loonaangifte::{Identity, WageReturn};
///
/// // `message` is a wage return of one worker, as in the example of the module.
/// let key = |identity: Identity<'_>| format!("p-{}", identity.personnel_number.unwrap_or("none"));
/// let mut wage_return = WageReturn::new(message.as_bytes(), key)?;
/// while let Some(record) = wage_return.read()? {
///     assert_eq!((record.person, record.entry.paid_hours.to_string()), ("p-17", "110".into()));
/// }
/// # Ok::<(), banenafspraak::payroll::loonaangifte::WageReturnError>(())
/// ```
pub struct WageReturn<R: Read, P> {
    stream: Stream<R>,
    person: P,
    person_key: String,
    /// The number of the relation.
    relation_key: String,
}

impl<R: Read, P> fmt::Debug for WageReturn<R, P> {
    /// Nothing of the message: it holds personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WageReturn").finish_non_exhaustive()
    }
}

impl<R: Read, P: FnMut(Identity<'_>) -> String> WageReturn<R, P> {
    /// Opens a message; `person` makes a person's key of the identity that the return gives.
    ///
    /// ```
    /// use banenafspraak::payroll::loonaangifte::{Identity, WageReturn};
    ///
    /// let message = br#"<?xml version="1.0" encoding="UTF-16"?><Loonaangifte/>"#;
    /// let error = WageReturn::new(&message[..], |_: Identity<'_>| "p-17".to_owned()).unwrap_err();
    /// assert_eq!((error.position, error.code()), (0, "encoding"));
    /// ```
    ///
    /// # Errors
    ///
    /// A [`WageReturnError`] for an encoding other than UTF-8 and ISO 8859-1, or a failing reader.
    pub fn new(input: R, person: P) -> Result<Self, WageReturnError> {
        let stream = Stream::new(input)?;
        Ok(Self { stream, person, person_key: String::new(), relation_key: String::new() })
    }

    /// The next record; `None` at the end of the message.
    ///
    /// ```
    /// use banenafspraak::payroll::loonaangifte::{Identity, WageReturn};
    ///
    /// let key = |_: Identity<'_>| "p-17".to_owned();
    /// let mut wage_return = WageReturn::new(&b"<Verzuimmelding/>"[..], key)?;
    /// assert_eq!(wage_return.read().unwrap_err().code(), "not_a_wage_return");
    /// assert_eq!(wage_return.read()?, None); // there is nothing after an error
    /// # Ok::<(), banenafspraak::payroll::loonaangifte::WageReturnError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A [`WageReturnError`]: the rest of the message cannot be read either, and what was read of it
    /// is not all.
    pub fn read(&mut self) -> Result<Option<Record<'_>>, WageReturnError> {
        while let Some(piece) = self.stream.next()? {
            let facts = match piece {
                Piece::Relation(facts) => Some(facts),
                Piece::Withdrawal => None,
                Piece::Head | Piece::Part => continue,
            };
            let entry = match entry_of(self.stream.state(), facts) {
                Ok(entry) => entry,
                Err(problem) => return Err(self.fail(problem)),
            };
            let person = self.stream.state().identity().map(&mut self.person);
            self.person_key = match person {
                Ok(key) if key.is_empty() => {
                    let reason = reasons::EMPTY_KEY;
                    let element = "NatuurlijkPersoon";
                    return Err(self.stream.fail(WageReturnProblem::Refused { element, reason }));
                }
                Ok(key) => key,
                Err(problem) => return Err(self.fail(problem)),
            };
            let state = self.stream.state();
            self.relation_key = state.number().map_or_else(|_| String::new(), |it| it.to_string());
            let employer = state.lh_nr.as_ref().map_or("", |lh_nr| lh_nr.as_str());
            let record = Record::new(employer, &self.person_key, entry);
            return Ok(Some(record.with_relation(&self.relation_key)));
        }
        Ok(None)
    }

    /// The same problem; of a part of the head that a record needs, whether it comes later.
    fn fail(&mut self, problem: WageReturnProblem) -> WageReturnError {
        let WageReturnProblem::Missing { element: element @ ("LhNr" | "DatTdAanm") } = problem
        else {
            return self.stream.fail(problem);
        };
        while let Ok(Some(_)) = self.stream.next() {}
        let state = self.stream.state();
        let comes_later =
            if element == "LhNr" { state.lh_nr.is_some() } else { state.made.is_some() };
        let reason = reasons::TOO_LATE;
        let late = WageReturnProblem::Refused { element, reason };
        self.stream.fail(if comes_later { late } else { problem })
    }
}

/// The entry of a relation, or of one that is withdrawn.
///
/// A withdrawal is a record of nothing, of the kind that is no employment: who never was employed
/// in it decides on no other employment of the aangiftetijdvak (Wet banenafspraak 6 lid 8).
fn entry_of(state: &mut State, facts: Option<Facts>) -> Result<Entry, WageReturnProblem> {
    let (_, period) = state.part()?;
    let made = state.made()?;
    state.number()?;
    let filing = Entry {
        filed_on: Some(text::day_of(made)),
        filed_at: Some(text::time_of(made)),
        ..Entry::new(period)
    };
    let Some(facts) = facts else {
        return Ok(Entry { kind: Employment::Benefit, ..filing });
    };
    Ok(facts.over(filing)?)
}
