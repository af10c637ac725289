//! The payroll files of the contract: CSV in UTF-8 with commas, a header line, and decimal points.
//!
//! [`Options`] opens a file; columns are found by name. Files are streamed, and readers are iterators of
//! results: an error has the file and the line, and the caller stops at the first one or goes on.
//!
//! ```
//! use banenafspraak::payroll::Sources;
//! use banenafspraak::payroll::csv::Options;
//! use banenafspraak::{Year, assess};
//!
//! let mut sources = Sources::new(Year::new(2026)?);
//! let file = "employer,sector\nbakery,overheid\n";
//! sources.employers = Options::new().employers(file.as_bytes())?.read_all()?;
//! let file = "person,from,until\np-17,2026-01-10,\n";
//! sources.register = Options::new().register(file.as_bytes())?.read_all()?.into();
//!
//! let file = "employer,person,period,paid_hours,premium_wage,kind\n\
//!             bakery,p-17,2026-01,110,1980.50,ordinary\n\
//!             bakery,p-18,2026-01,173,3100.00,ordinary\n";
//! for joined in Options::new().records(file.as_bytes())?.grouped(&sources) {
//!     let outcome = assess(&joined?.employer_year(None)?)?;
//!     assert_eq!(outcome.hours_base().to_string(), "283");
//!     assert_eq!(outcome.realised_hours().to_string(), "110");
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Only a comma or the end of the line follows the quote that ends a field; in a field that begins
//! without a quote, a quote is text. A key has no white space at an end and no control characters,
//! so that two keys that look alike are the same. A byte order mark is one at the start of the file
//! alone. What should be known about a file without being an error is in [`FileNotes`].

mod any_order;
pub(crate) mod cells;
mod columns;
mod engine;
mod error;
mod groups;
mod known;
mod line_error;
mod options;
#[cfg(feature = "parallel")]
mod parallel;
mod problem_text;
mod records;
pub(crate) mod rows;
mod table;
mod tables;

pub use any_order::InAnyOrder;
pub use columns::FileNotes;
pub use error::{File, FileError, Problem};
pub use groups::Grouped;
pub use line_error::LineError;
pub use options::Options;
pub use records::RecordReader;
pub use table::{Table, TableReader};
