//! The wage return (loonaangifte) that payroll software files each period, read as records.
//!
//! ```
//! use banenafspraak::payroll::loonaangifte::{Identity, WageReturn};
//!
//! let message = r#"<?xml version="1.0" encoding="UTF-8"?>
//! <Loonaangifte xmlns="http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01" version="2.0">
//!   <Bericht><DatTdAanm>2026-02-10T09:30:00</DatTdAanm></Bericht>
//!   <AdministratieveEenheid>
//!     <LhNr>111222333L01</LhNr>
//!     <TijdvakAangifte>
//!       <DatAanvTv>2026-01-01</DatAanvTv><DatEindTv>2026-01-31</DatEindTv>
//!       <VolledigeAangifte>
//!         <CollectieveAangifte/>
//!         <InkomstenverhoudingInitieel>
//!           <NumIV>1</NumIV><DatAanv>2025-05-01</DatAanv><PersNr>17</PersNr>
//!           <NatuurlijkPersoon><SofiNr>123456782</SofiNr></NatuurlijkPersoon>
//!           <Inkomstenperiode>
//!             <DatAanv>2026-01-01</DatAanv><SrtIV>15</SrtIV><CdAard>1</CdAard>
//!           </Inkomstenperiode>
//!           <Werknemersgegevens>
//!             <PrlnAofAnwLg>1980.50</PrlnAofAnwLg><PrlnAofAnwHg>0</PrlnAofAnwHg>
//!             <PrlnAofAnwUit>0</PrlnAofAnwUit><AantVerlU>110</AantVerlU>
//!           </Werknemersgegevens>
//!         </InkomstenverhoudingInitieel>
//!       </VolledigeAangifte>
//!     </TijdvakAangifte>
//!   </AdministratieveEenheid>
//! </Loonaangifte>"#;
//!
//! // The employer's own list of pseudonyms, by BSN where there is one.
//! let pseudonym = |identity: Identity<'_>| match (identity.bsn, identity.personnel_number) {
//!     (Some(bsn), _) if bsn.digits() == "123456782" => "p-17".to_owned(),
//!     _ => "unknown".to_owned(),
//! };
//! let mut wage_return = WageReturn::new(message.as_bytes(), pseudonym)?;
//! let record = wage_return.read()?.unwrap();
//! assert_eq!((record.employer, record.person), ("111222333L01", "p-17"));
//! assert_eq!(record.entry.period.to_string(), "2026-01");
//! assert_eq!(record.entry.paid_hours.to_string(), "110");
//! assert!(wage_return.read()?.is_none());
//! # Ok::<(), banenafspraak::payroll::loonaangifte::WageReturnError>(())
//! ```
//!
//! # What a message says
//!
//! The schemas of the tax office decide. Both of the names that the request for the LKV doelgroep
//! banenafspraak has had are read (`IndAvrLkvDgBafSb` in 2022, `IndAvrLkvDgBaf` in 2026; a message of
//! a year between them has one of the two).
//!
//! - A relation (inkomstenverhouding) in an aangiftetijdvak is a record. Its filing day is that of
//!   the message (`DatTdAanm`).
//! - Premium wage is that for the Aof premium, low and high together. That over benefits which go
//!   through the employer (`PrlnAofAnwUit`) is apart.
//! - What the worker is follows from `SrtIV` and `CdAard` of the inkomstenperiode that holds on the
//!   first day of employment in the aangiftetijdvak (Wet banenafspraak 6 lid 8). If there is none,
//!   for wage paid after the employment, it is the last that begins by the end of the
//!   aangiftetijdvak, else the first.
//! - The LKV is asked for if an inkomstenperiode asks that holds on a day of employment in the
//!   aangiftetijdvak (Wtl 2.12 lid 2).
//! - Two inkomstenperioden of a relation that begin on one day are an error: neither holds.
//! - The three premium wages of a relation (low, high, over benefits) and the `CollectieveAangifte` of
//!   a full return must be there, as both schemas have them.
//! - A director-shareholder who is not insured (`SrtIV` 17) has hours, and neither premium wage nor
//!   LKV.
//! - A `SofiNr` or an `LhNr` needs no elfproef, for the schema asks for none.
//!
//! # What messages mean together
//!
//! [`EmployerReturns`] takes the messages of one employer in any order: a later full return
//! overwrites the earlier one, a supplement and a correction change the relations that they name. A
//! relation that is changed by its `PersNr` alone keeps its `SofiNr`.
//! The employer is its fiscal number, the nine digits of the `LhNr`; its administrations (`L01`,
//! `L02`) add up. What a list of the messages should say is in [`Note`], and messages that cannot all
//! be true are a [`Conflict`]. [`Head`] reads the beginning of a message alone, to put files in order
//! of employers.
//!
//! [`WageReturn`] is the level below: each relation as a record, a withdrawal as a record of nothing,
//! without a look at whether a message names a relation twice.
//! [`Payroll::new`](super::Payroll::new) then lets a later record replace
//! an earlier one of its relation, but knows no full return: it keeps a worker whom one leaves out.
//!
//! # Bounds
//!
//! A message is read as a stream, in memory that does not grow with hostile input; [`Message`] keeps
//! 56 bytes of each relation. Relations that come before `DatAanvTv` or `DatEindTv` are kept until
//! the end of their period's part. Document type declarations are refused, so no entity expands. A text,
//! tag or comment has at most 64 KiB, a value 256 bytes, nesting 64 levels, an element 8 namespaces.
//! Elements that are not needed are ignored. The order of elements does not matter, with one
//! exception: [`WageReturn`] needs `Bericht` and `LhNr` before the relations, and reports an error
//! where they come later. What the schema has once and appears twice is an
//! error, and so are relations where the schema has none. A period need not be of the year of the
//! message's namespace.

mod codes;
mod conflict;
mod element;
mod error;
mod guard;
mod head;
mod ledger;
mod message;
mod names;
mod note;
mod number;
mod reader;
mod reasons;
mod relation;
mod returns;
mod settled;
mod state;
mod stream;
mod text;

pub use conflict::Conflict;
pub use error::{WageReturnError, WageReturnProblem};
pub use head::Head;
pub use message::Message;
pub use note::Note;
pub use number::{FiscalNumber, LhNr, SofiNr};
pub use reader::WageReturn;
pub use relation::Identity;
pub use returns::EmployerReturns;
pub use settled::{PersonName, Settled};
