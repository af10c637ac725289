//! The result: one assessment of one employer and year.
//!
//! ```
//! use banenafspraak::assess;
//!
//! let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
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
