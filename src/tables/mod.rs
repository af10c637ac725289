//! Tables for a spreadsheet or a program: yearly totals in and out, outcomes, sums and the country's
//! counts out.
//!
//! A [`TotalsReader`] reads employers, one a line, from a file of any
//! [dialect](crate::dialects). A [`TableWriter`] writes rows one at a time to any [`Write`](std::io::Write), in one of two forms:
//!
//! | [`Form`] | separator | decimals | dates | line end | byte order mark |
//! |---|---|---|---|---|---|
//! | [`plain`](Form::plain) | comma | 7000.00 | 2026-12-31 | LF | no |
//! | [`excel_nl`](Form::excel_nl) | semicolon | 7000,00 | 31-12-2026 | CRLF | yes |
//!
//! Excel in a Dutch setting opens the second with a double click. Headers and words are those of the JSON
//! contract, and Dutch in a form [in Dutch](Form::in_language): a program reads the English ones. A cell
//! with a separator, a quote or a line break is between quotes (RFC 4180).
//!
//! A text, such as an id, that a spreadsheet could take for a formula (it begins with `=`, `+`, `-`, `@`,
//! a tab or a carriage return) gets an apostrophe before it, which the reader of totals takes off again.
//! A number is a number: -2500.00 has none. One of three decimals has a zero more, so that no reader takes
//! 2.589 for thousands.
//!
//! ```
//! use banenafspraak::assess;
//! use banenafspraak::tables::{Form, OutcomeRow, TableWriter};
//!
//! let outcome = assess(&banenafspraak::sample::school()?)?; // 180,000 hours, 2,662 by the doelgroep
//! let mut table = TableWriter::<_, OutcomeRow>::new(Vec::new(), Form::plain())?;
//! table.write(&Ok(outcome))?;
//! let text = String::from_utf8(table.into_inner())?;
//! let row = text.lines().nth(1).unwrap();
//! assert!(row.starts_with(",2026,overheid,quotumheffing,liable,180000,2.58,3.4,2.0,1.4,0.0,7000.00,"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod cell;
mod counts;
mod form;
mod formula;
mod names;
mod outcomes;
mod row;
mod sums;
mod totals;
mod totals_reader;
mod writer;

pub use cell::Cell;
pub use counts::{CountRow, CountSource, count_rows};
pub use form::Form;
pub use outcomes::{OutcomeRow, RefusedRow};
pub use row::{Column, Row};
pub use totals_reader::{TotalsReader, TotalsRow};
pub use writer::TableWriter;
