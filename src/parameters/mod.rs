//! The figures: what was published, per year and sector, each with its source; and a caller's own.
//!
//! Next year's figures go into the grid of `published.rs`, nowhere else.
//!
//! ```
//! use banenafspraak::{Figures, Sector, Year};
//!
//! let percentage = Figures::published().quotumpercentage(Year::new(2026)?, Sector::Overheid)?;
//! assert_eq!(percentage.to_string(), "2.58");
//! # Ok::<(), banenafspraak::Error>(())
//! ```

mod book;
pub(crate) mod figure;
pub(crate) mod figures;
mod formula;
pub(crate) mod name;
mod provenance;
mod published;

pub(crate) use book::Name;
pub use book::{Book, Entry};
pub(crate) use figure::Figure;
pub(crate) use figures::Figures;
pub use formula::QuotumpercentageVariables;
pub(crate) use name::FigureName;
pub(crate) use provenance::{Known, NOT_FOUND, derived, in_jobs, published};
pub use provenance::{Provenance, Source};
