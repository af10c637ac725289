//! Charts as inline SVG: no script and no image file.
//!
//! Widths are percentages of the available width and heights are pixels, so that text keeps its size
//! on a phone, on a desktop and on paper. What differs in colour differs in its pattern too.
//!
//! ```
//! use banenafspraak::report::chart::ColumnChart;
//! use banenafspraak::{Jobs, Language};
//!
//! let mut chart = ColumnChart::new(Language::En, "Required and realised jobs", "jobs");
//! chart.add("2024", Some(Jobs::whole(12)), Jobs::whole(11));
//! chart.add_unknown("2025");
//! chart.add("2026", Some(Jobs::whole(12)), Jobs::whole(13));
//! let svg = chart.document(); // a file of its own
//! assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
//! ```

mod bars;
mod columns;
mod file;
mod legend;
mod scale;

pub(super) use bars::bars;
pub use columns::ColumnChart;
pub use file::ChartFile;
pub use legend::Against;
pub(super) use legend::{PATTERNS, legend};

/// The style of the charts, in a page and in a file.
pub(super) const STYLE: &str = include_str!("style.css");
