//! The country as a whole: targets and results per sector and year, each with its source.
//!
//! Every count is in jobs of 25.5 hours a week, on top of the nulmeting: the count of
//! 1 January 2013, before the agreement. Formal employment is counted apart from inleenverbanden,
//! the work of people hired in from an agency or seconded from a Wsw employment. Where a function
//! takes `Option<Sector>`, `None` is the whole country.
//!
//! What was published stays as it was published: parts may miss their total by a job, and
//! [`National::differences`] says where. Next year's counts go into the grid of `published.rs`;
//! a caller does not wait for that:
//!
//! ```
//! use banenafspraak::national::{Count, CountName};
//! use banenafspraak::national::National;
//! use banenafspraak::{Jobs, Sector, Year};
//!
//! let (year, markt) = (Year::new(2025)?, Some(Sector::Markt));
//! let count = |name, jobs| Count::given(name, markt, year, Jobs::whole(jobs), "our estimate");
//! let national = National::published()
//!     .with(count(CountName::Target, 100_000)?)
//!     .with(count(CountName::Realised, 80_000)?);
//! assert_eq!(national.against_target(year, markt)?.short(), Jobs::whole(20_000));
//! // 80,000 less the 77,143 published for 2024.
//! assert_eq!(national.growth(CountName::Realised, year, markt)?, Jobs::whole(2_857));
//! # Ok::<(), banenafspraak::Error>(())
//! ```

mod count;
mod counts;
mod difference;
mod name;
mod published;
mod target;

pub use count::Count;
pub use counts::National;
pub use difference::{Breakdown, Difference};
pub use name::CountName;
pub use target::AgainstTarget;
