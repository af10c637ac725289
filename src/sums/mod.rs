//! Many employers added up: per sector and year, and under one quotumpercentage after another.
//!
//! ```
//! use banenafspraak::Figures;
//! use banenafspraak::sums::{Grouping, Sums};
//!
//! let school = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
//! let museum = banenafspraak::sample::school_with(5_000)?;
//! let mut sums = Sums::new(Grouping::SECTOR_AND_YEAR).under(["2.5".parse()?, "3".parse()?]);
//! for employer in [school, museum] {
//!     sums.add(&employer, &Figures::published())?;
//! }
//! let rows = sums.iter().map(|row| {
//!     (row.group.quotumpercentage.unwrap().to_string(), row.sum.quotumtekort.to_string())
//! });
//! let rows: Vec<_> = rows.collect();
//! assert_eq!(rows, [("2.50".into(), "1.3".into()), ("3.00".into(), "2.3".into())]);
//! # Ok::<(), banenafspraak::Error>(())
//! ```

mod group;
mod sum;
mod total;

pub use group::{Group, Grouping};
pub use sum::Sum;
pub use total::{Row, Sums};
