//! The explanation of an outcome: ordered steps, each with its numbers and its place in the law.
//!
//! ```
//! use banenafspraak::{Language, assess};
//!
//! let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
//! let explanation = assess(&employer)?.explanation();
//! assert!(explanation.text(Language::Nl).contains("4.644,00 uur\n   = 180.000,00 × 2,58%"));
//! # Ok::<(), banenafspraak::Error>(())
//! ```

mod localized;
pub(crate) mod step;
pub(crate) mod steps;
mod trace;
mod words;

pub(crate) use step::Explanation;
pub use step::Step;
pub(crate) use step::{Term, formula};
pub(crate) use trace::{Trace, Traced, Untraced};
pub(crate) use words::meanings;
