//! The payroll files of the contract: CSV in UTF-8 with commas, a header line, and decimal points.
//!
//! Columns are found by name. Files are streamed; an error has the file and the line, and the
//! caller chooses whether to stop at the first or to hear of all ([`OnError`]).
//!
//! ```
//! use banenafspraak::payroll::csv::{ExtraColumns, RecordReader};
//!
//! let file = "employer,person,period,paid_hours,premium_wage,kind\n\
//!             bakery,p-17,2026-01,110,1980.50,ordinary\n";
//! let mut records = RecordReader::new(file.as_bytes(), ExtraColumns::Refused)?;
//! assert_eq!(records.read()?.unwrap().person, "p-17");
//! # Ok::<(), banenafspraak::payroll::csv::FileError>(())
//! ```
//!
//! Only a comma or the end of the line follows the quote that ends a field; in a field that begins
//! without a quote, a quote is text. A key has no white space at an end and no control characters,
//! so that two keys that look alike are the same. A byte order mark is one at the start of the file
//! alone. What is worth a word without being an error is in [`FileNotes`].

mod cells;
mod columns;
mod employers;
mod error;
mod fast;
#[cfg(feature = "parallel")]
mod parallel;
mod records;
mod rows;
mod tables;

pub use columns::{ExtraColumns, FileNotes};
pub use employers::{Each, Sources, Summary};
pub use error::{File, FileError, OnError, Problem};
pub use records::RecordReader;
pub use tables::{
    Employer, Employers, read_attributions, read_attributions_by_year,
    read_attributions_by_year_with_notes, read_register, read_register_with_notes,
};
