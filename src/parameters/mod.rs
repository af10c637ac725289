//! The figures: what was published, per year and sector, each with its source; and a caller's own.
//!
//! Next year's figures go into the grid of `published.rs`, nowhere else.

mod figure;
mod figures;
mod formula;
mod published;
#[cfg(feature = "serde")]
mod wire;

pub use figure::{Figure, FigureName, Provenance, Source};
pub use figures::Figures;
pub use formula::QuotumpercentageVariables;
