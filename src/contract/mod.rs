//! The JSON contract: one file for each of its objects, one row for each of its fields.
//!
//! [`assess_json`] answers one input object, text in and text out; [`assess_lines`] answers JSON Lines.
//! A program in another language needs no more:
//!
//! ```
//! use banenafspraak::contract::assess_json;
//!
//! let answer = assess_json(
//!     r#"{"id": "school", "year": 2026, "sector": "overheid", "paid_hours": "180000",
//!         "doelgroep_hours": "2662", "previous_year": {"paid_hours": "178000"}}"#,
//! );
//! assert!(answer.contains(r#""quotumtekort":"1.4""#));
//! ```
//!
//! The types of this library are read and written with serde. A decimal is a string in plain notation
//! ("25800", "19.38"); a JSON number is read too. An unknown field is an error, and each error has its
//! code, the path of its field and a message.
//!
//! ```
//! use banenafspraak::national::National;
//! use banenafspraak::{EmployerYear, Year, assess};
//!
//! let employer: EmployerYear = serde_json::from_str(
//!     r#"{"id": "school", "year": 2026, "sector": "overheid", "paid_hours": "180000",
//!         "doelgroep_hours": "2662", "previous_year": {"paid_hours": "178000"}}"#,
//! )?;
//! let outcome = serde_json::to_value(assess(&employer)?)?;
//! assert_eq!(outcome["quotumheffing"], "7000.00");
//!
//! let country = National::published().against_target(Year::new(2024)?, None)?;
//! assert_eq!(
//!     serde_json::to_string(&country)?,
//!     r#"{"target":"115000.0","realised":"89616.0","short":"25384.0","above":"0.0","may_be_activated":true,"condition":"Wet banenafspraak 4, 5"}"#
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod advice;
mod answer;
mod assessment;
mod coverage;
mod day;
mod employer;
mod entry;
mod error;
mod from_json;
mod hours;
mod lines;
mod national;
mod not_json;
mod options;
#[cfg(feature = "payroll")]
mod payroll;
mod plan;
mod receipt;
#[cfg(feature = "report")]
mod report;
mod scenario;
mod scheme;
mod sums;
mod text;
mod verification;

pub use crate::receipt::DifferenceKind;
pub use advice::plan_json;
pub use assessment::Explained;
pub use employer::EmployerInput;
pub use from_json::{Fault, FromJson};
pub use lines::{Summary, assess_lines};
pub use not_json::NotJson;
pub use options::Options;
#[cfg(feature = "payroll")]
pub use payroll::{PayrollSession, assess_payroll_json};
pub use receipt::SavedReceipt;
#[cfg(feature = "report")]
pub use report::report_json;
pub use text::{assess_json, assess_json_with};
pub use verification::{Difference, Verification, verify_json};

/// The contract as a JSON Schema (2020-12): each object under `$defs`, each field described. The root is
/// the input object.
///
/// ```
/// use banenafspraak::contract::JSON_SCHEMA;
///
/// let schema: serde_json::Value = serde_json::from_str(JSON_SCHEMA)?;
/// assert!(schema["$defs"]["outcome"]["properties"]["quotumtekort"].is_object());
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// It says what a field is: a type, a pattern, words. The rules that tie fields together are the library's.
pub const JSON_SCHEMA: &str = include_str!("schema.json");
