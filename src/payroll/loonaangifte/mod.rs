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
//!         <InkomstenverhoudingInitieel>
//!           <NumIV>1</NumIV><DatAanv>2025-05-01</DatAanv><PersNr>17</PersNr>
//!           <NatuurlijkPersoon><SofiNr>123456782</SofiNr></NatuurlijkPersoon>
//!           <Inkomstenperiode>
//!             <DatAanv>2026-01-01</DatAanv><SrtIV>15</SrtIV><CdAard>1</CdAard>
//!           </Inkomstenperiode>
//!           <Werknemersgegevens>
//!             <PrlnAofAnwLg>1980.50</PrlnAofAnwLg><AantVerlU>110</AantVerlU>
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
//! assert_eq!(record.period.to_string(), "2026-01");
//! assert_eq!(record.paid_hours.to_string(), "110");
//! assert!(wage_return.read()?.is_none());
//! # Ok::<(), banenafspraak::payroll::loonaangifte::WageReturnError>(())
//! ```
//!
//! # What becomes of it
//!
//! - A record of each inkomstenverhouding in each aangiftetijdvak of the message, corrected ones
//!   included. Its relation is the number of the inkomstenverhouding (`NumIV`), its filing day that
//!   of the message (`DatTdAanm`); so [`Payroll::with_corrections`](super::Payroll::with_corrections)
//!   lets later messages replace earlier ones. A withdrawal is a record of nothing.
//! - Premium wage is that for the Aof premium: low, high and on benefits together.
//! - What the worker is follows from `SrtIV` and `CdAard` of the inkomstenperiode in which the first
//!   day of employment in the aangiftetijdvak falls (Wet banenafspraak 6 lid 8). Wsw supported work
//!   (`CdAard` 23) is ordinary: a regular employer's, not a Wsw employment of article 2 Wsw.
//! - A relation that ended (`DatEind`) before the aangiftetijdvak decides on no other in it.
//! - A second complete return takes back no worker that it leaves out: withdraw them.
//!
//! # Bounds
//!
//! A message is read as a stream, in memory that grows neither with its workers nor with hostile
//! input. Document type declarations are refused, so no entity expands. A text, tag or comment has
//! at most 64 KiB, a value 256 bytes, nesting 64 levels, an element 8 namespaces. Elements that are
//! not needed are passed over, and their order matters only where it must: `Bericht`, employer and
//! period come before the workers. What should stand once and stands twice is an error, and so is
//! a worker without hours.

mod codes;
mod element;
mod error;
mod guard;
mod number;
mod reader;
mod relation;
mod state;
mod stream;
mod text;

pub use error::{WageReturnError, WageReturnProblem};
pub use number::{FiscalNumber, LhNr, SofiNr};
pub use reader::WageReturn;
pub use relation::Identity;
