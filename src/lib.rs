// The README's examples need what is on by default.
#![cfg_attr(all(feature = "serde", feature = "payroll"), doc = include_str!("../README.md"))]
//!
//! # The rooms
//!
//! Data flows one way, and a room uses only those above it: [`Printable`] escapes the text of
//! others, an error holds plain data, [`mod@unit`] has the quantities, [`law`] the places, roundings and dates, [`parameters`] the figures,
//! [`employer`] what is assessed, `payroll` the way there from wage returns, [`explanation`] the
//! steps, then the [`Assessment`], [`regime`] the two laws in statute order, [`planning`] what to do
//! about an outcome, and [`national`] the country as a whole.
#![forbid(unsafe_code)]

mod printable;

mod error;

pub mod unit;

pub mod law;

pub mod parameters;

pub mod employer;

#[cfg(feature = "payroll")]
pub mod payroll;

pub mod explanation;

mod assessment;

pub mod regime;

pub mod planning;

pub mod national;

mod receipt;
#[cfg(feature = "serde")]
mod wire;

pub use assessment::{Assessment, Decision, Levy, Payable, Quota, Unknown};
#[cfg(feature = "serde")]
pub use employer::EmployerInput;
pub use employer::{DoelgroepHours, EmployerYear, HoursBase, Scheme, SchemeParameters, WageBase};
pub use error::{Error, Excerpt, Field};
pub use explanation::{Explanation, Language, Step};
pub use law::{Document, LegalSource, LevyStatus, Liability, QuotumDates, Regime, Sector};
pub use national::National;
pub use parameters::{Figure, FigureName, Figures, Provenance, QuotumpercentageVariables, Source};
pub use printable::Printable;
pub use receipt::Receipt;
pub use regime::{BreakEven, assess, assess_with, loonkostenvoordeel};
pub use unit::{
    Direction, Euro, EuroPerHour, EuroPerJob, Exact, ExactHours, Hours, HoursPerJob, HoursPerWeek,
    Jobs, NetEuro, Percentage, Quantity, Rounding, SignedHours, Unit, Year,
};
#[cfg(feature = "serde")]
pub use wire::Explained;

// What dates and decimals are given in.
pub use jiff::civil::Date;
pub use rust_decimal::Decimal;
