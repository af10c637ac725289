//! The wage return (loonaangifte) that payroll software files each period, read as records.
//!
//! A message is read as a stream: memory grows neither with its workers nor with hostile input.
//! Document type declarations are refused, so no entity expands; a text, tag or comment has a
//! bounded length, nesting a bounded depth. Elements that are not needed are passed over, and
//! their order matters only where it must: the employer and the period come before the workers.

mod element;
mod error;
mod guard;
mod reader;
mod relation;

pub use error::{WageReturnError, WageReturnProblem};
pub use reader::WageReturn;
pub use relation::Identity;
