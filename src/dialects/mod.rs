//! Files as people have them, read in the plain form of the contract.
//!
//! What a file is in is detected from its header and first lines: a [`Dialect`]. [`Plain`] gives the file to
//! the readers of [`payroll::csv`](crate::payroll::csv), line by line; [`RowReader`] gives the rows of a table
//! with columns of the caller's.
//!
//! | | read | not read |
//! |---|---|---|
//! | separator | comma, semicolon, tab, told by the header or by a first line `sep=;` | two in one header |
//! | encoding | UTF-8 with or without a mark, Windows-1252, UTF-16 with a mark | other ones |
//! | line ends | LF, CRLF, CR | |
//! | decimals | point or comma, one in a file; `1.664,50`, `1 664,50`, `1,664.50` | `1.234` where nothing shows the sign |
//! | dates | 2026-12-31, 31-12-2026, 31/12/2026, 31.12.2026, 1-2-2026 (1 February) | 31-12-26 |
//! | periods | 2026-03, 03-2026, mrt-26, maart 2026; 2026-4w05, 4wk 05 2026; 2026-h1; 2026-y, jaar 2026 | 202603, P03 2026 |
//! | headers, words | English and Dutch, in any case; spaces, `_` and `-` are alike | |
//!
//! `202603` and `P03` are a month in one payroll program and four weeks in another.
//! What has two readings is an error, and never a guess; [`Given`] says what is known beforehand.

mod column;
mod day;
mod decoded;
mod detect;
mod dialect;
mod error;
mod header;
mod number;
mod opened;
mod payroll;
mod plain;
mod row_reader;
mod translated;

pub use column::{Column, Holds, Meaning};
pub use detect::Given;
pub use dialect::{DateForm, DecimalSign, Dialect, Encoding, Separator};
pub use error::DialectError;
pub use payroll::{BOOLEANS, SECTORS, columns_of};
pub use plain::Plain;
pub use row_reader::RowReader;
pub use translated::Row;
