//! The result: one assessment of one employer and year.
//!
//! ```
//! # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
//! # let year = Year::new(2026)?;
//! # let employer = EmployerYear::new(
//! #     year,
//! #     Sector::Overheid,
//! #     HoursBase::new(Hours::whole(180_000)),
//! #     DoelgroepHours::new(Hours::whole(2_662)),
//! # )?
//! # .with_previous_year(HoursBase::new(Hours::whole(178_000)));
//! println!("{}", assess(&employer)?);
//! // 2026, overheid: liable
//! // 3.4 jobs required, 2.0 jobs realised, quotumtekort 1.4 jobs
//! // nothing to pay: the quotumheffing of EUR 7,000.00 is computed but is not executed (Wfsv 122na lid 1)
//! # Ok::<(), banenafspraak::Error>(())
//! ```

mod outcome;
mod payable;
mod quota;
mod summary;
mod unknown;

pub use outcome::{Assessment, Decision, Levy};
pub use payable::Payable;
pub use quota::Quota;
pub use unknown::Unknown;
