//! A payroll as data: tables and wage returns in, in any number of pieces; outcomes, and what should be
//! known beside them, out.

mod answer;
mod outcomes;
#[cfg(feature = "loonaangifte")]
mod returns;
mod rows;
mod session;
mod setup;

pub use session::{PayrollSession, assess_payroll_json};
