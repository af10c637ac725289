//! One employer's report as an HTML page (feature `report`), and its charts.
//!
//! Assessments go in, a text comes out: nothing is read, and no clock is asked. The date is the
//! caller's.
//!
//! ```
//! use banenafspraak::assess;
//! use banenafspraak::report::Report;
//!
//! let years = [assess(&banenafspraak::sample::school()?)?];
//! let page = Report::new(&years).expect("a year").with_name("Basisschool De Brug").html();
//! assert!(page.contains("<h1><bdi>Basisschool De Brug</bdi></h1>"));
//! # Ok::<(), banenafspraak::Error>(())
//! ```

mod basis;
pub mod chart;
mod exempt;
mod facts;
mod formulas;
mod markup;
mod next;
mod outcome;
mod outlook;
mod page;
mod path;
mod people;
#[expect(clippy::module_inception, reason = "the report is what the module is named after")]
mod report;
mod sentence;
mod steps;
mod table;
mod tiles;
mod warnings;

pub use report::Report;
