//! What was left out of a payroll or does not match, so that nothing vanishes silently.
//!
//! A [`Reconciliation`] is given every line that could not be read and every employer with its totals.
//! It decides which employers can be assessed, and makes a [`Note`] of all else.

mod found;
mod note;
mod refusal;

pub use found::Reconciliation;
pub use note::{Note, Unverified};
pub use refusal::{Refusal, RefusalKind, Unread};
