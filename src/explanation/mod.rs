//! The explanation of an outcome: ordered steps, each with its numbers and its place in the law.

mod en;
mod localized;
mod nl;
mod step;

pub use localized::Language;
pub use step::{Explanation, Step};
pub(crate) use step::{Label, Term, Trace, Untraced, formula};
