//! Units: hours, jobs, euros, percentages and years, one newtype each, so that none can be
//! mistaken for another.
//!
//! Inside, a quantity is a whole number of its smallest unit (a hundredth of an hour, a cent);
//! at the border it is a [`Decimal`](rust_decimal::Decimal), a text or a JSON string. Nothing
//! here rounds unless its name says so, and nothing panics or wraps.
//!
//! ```
//! use banenafspraak::unit::{HoursPerJob, Rounding};
//! use banenafspraak::Hours;
//!
//! let per_job: HoursPerJob = "1331".parse()?;
//! let jobs = Hours::whole(2_662).in_jobs(per_job);
//! assert_eq!(jobs.rounded(Rounding::down(1))?.to_string(), "2.0");
//! # Ok::<(), banenafspraak::Error>(())
//! ```

// First, because the units below are written with its macro.
#[macro_use]
mod newtype;

mod bounds;
pub(crate) mod euro;
mod exact;
pub(crate) mod hours;
pub(crate) mod jobs;
mod localized;
pub(crate) mod percentage;
mod quantity;
mod ratio;
mod text;
mod units;
#[cfg(feature = "serde")]
mod wire;
mod word;
pub(crate) mod year;

pub(crate) use euro::{Euro, EuroPerHour};
pub use euro::{EuroPerJob, SignedEuro};
pub use exact::{Direction, Exact, Rounding};
pub(crate) use hours::Hours;
pub use hours::{ExactHours, HoursPerJob, HoursPerWeek, SignedHours};
pub(crate) use jobs::Jobs;
pub(crate) use percentage::Percentage;
pub use quantity::Quantity;
pub(crate) use quantity::count;
pub(crate) use ratio::{Of, Ratio};
pub use units::Unit;
pub(crate) use word::Meaning;
pub use word::Word;
pub(crate) use year::Year;
