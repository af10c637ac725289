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

mod figure;
mod figures;
mod formula;
mod published;
#[cfg(feature = "serde")]
mod wire;

pub use figure::{Figure, FigureName, Provenance, Source};
pub use figures::Figures;
pub use formula::QuotumpercentageVariables;
