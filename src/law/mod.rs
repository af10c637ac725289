//! The law as facts: its documents and places, its words for an outcome, its roundings.
//!
//! ```
//! use banenafspraak::law::QuotumDates;
//! use banenafspraak::{Sector, Year};
//!
//! let sector: Sector = "overheid".parse()?;
//! let dates = QuotumDates::of(Year::new(2026)?);
//! assert_eq!((sector, dates.decided_before.to_string()), (Sector::Overheid, "2027-11-01".into()));
//! # Ok::<(), banenafspraak::Error>(())
//! ```

mod dates;
pub(crate) mod outcome;
pub mod rounding;
pub(crate) mod sector;
mod source;

#[cfg(any(feature = "serde", feature = "payroll"))]
pub(crate) use dates::date;
pub use dates::{DateName, QuotumDates};
pub(crate) use outcome::Liability;
pub(crate) use outcome::words;
pub use outcome::{LevyStatus, Regime};
pub(crate) use sector::Sector;
pub(crate) use source::articles;
pub use source::{Document, LegalSource};
