//! The law as facts: its documents and places, its words for an outcome, its roundings.

mod dates;
mod outcome;
pub mod rounding;
mod sector;
mod source;

pub use dates::QuotumDates;
pub(crate) use outcome::words;
pub use outcome::{LevyStatus, Liability, Regime};
pub use sector::Sector;
pub(crate) use source::articles;
pub use source::{Document, LegalSource};
