//! How many jobs for people with a disability must a Dutch employer have under the banenafspraak, how
//! many does it have, what does the gap cost, and what does it earn? This crate gives exact answers,
//! under the quotumheffing and under the Wet banenafspraak, and shows the article behind every euro.
//!
//! An employer with 180,000 paid hours, of which 2,662 by people of the doelgroep:
//!
//! ```
//! use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
//!
//! let employer = EmployerYear::new(
//!     Year::new(2026)?,
//!     Sector::Overheid,
//!     HoursBase::new(Hours::whole(180_000)),
//!     DoelgroepHours::new(Hours::whole(2_662)),
//! )?
//! .with_previous_year(HoursBase::new(Hours::whole(178_000))); // for the threshold
//! let outcome = assess(&employer)?;
//! let quota = outcome.quota().expect("the percentage of 2026 is published");
//! assert_eq!(quota.quotumtekort().to_string(), "1.4"); // jobs
//! assert_eq!(outcome.decision().unwrap().quotumheffing.to_string(), "7000.00"); // euros
//! assert_eq!(outcome.payable().amount().to_string(), "0.00"); // computed, but never collected
//! println!("{}", outcome.explanation()); // every step with its article
//! # Ok::<(), banenafspraak::Error>(())
//! ```
//!
//! [`assess`] is the one function that most programs need. It opens no file, reads no clock and calls no
//! network; with the same input and version it always gives the same answer.
//!
//! # Which module
//!
//! - [`employer`]: what is assessed, the hours base, the doelgroep's hours and the [`Scheme`] of the Wet
//!   banenafspraak.
//! - [`regime`]: the two laws, in the order of the statute. The result is an [`Assessment`]: its
//!   [`Quota`], its [`Levy`], what is [`Payable`] and what is [`Unknown`].
//! - [`explanation`]: every [`Step`](explanation::Step) with its numbers and its article, in English and Dutch.
//! - [`payroll`] (feature `payroll`): from payroll records, the doelgroepregister and lending to the year's
//!   hours; `payroll::csv` reads the files, `payroll::loonaangifte` the wage return.
//! - [`reconciliation`] (feature `payroll`): what was left out of a payroll or does not match, and which
//!   employers can be assessed.
//! - [`planning`]: how many hours or people close the gap, what that saves, what next year looks like.
//! - [`sums`]: many employers added up, per sector and year, and under several percentages.
//! - [`national`]: the country against its targets, 2015 to 2024.
//! - [`parameters`]: the published figures, each with its source, and figures of your own.
//! - `tables` (feature `dialects`): outcomes, totals, sums and counts as tables, for Excel too.
//! - `report` (feature `report`): one employer's years as an HTML page, and charts as SVG.
//! - [`contract`] (feature `serde`): JSON in, JSON out, as text or with serde.
//! - [`law`]: sectors, liability, articles and dates. [`mod@unit`]: hours, jobs, euros and percentages, each
//!   exact within its bounds.
//!
//! A module uses only those above it in this order: [`mod@unit`], [`law`], [`parameters`], [`employer`],
//! [`payroll`], [`explanation`], [`regime`], [`reconciliation`], [`planning`], [`sums`],
//! [`national`], `tables`, `report`, [`contract`].
//!
//! # What it has
//!
//! - Answers to the cent, with each rounding where the law puts it, and its article.
//! - Answers where facts are missing: what does not depend on them is there, the rest is named. A missing
//!   fact is never taken for zero.
//! - Errors with a stable code, the field and the rule. No panic on any input, no unsafe code, no
//!   floating-point arithmetic.
//!
//! # What it has not
//!
//! - A quotumpercentage for market employers: none was published. Give one with
//!   [`EmployerYear::with_quotumpercentage`].
//! - Whether the Wet banenafspraak is active, its percentage and its amounts: they are inputs.
//! - Hours restated for an employer that was not one all year (Wfsv 34 lid 8 b): no rule was ever set.
//! - The AOW age: give the day with the register.
//!
//! # Features
//!
//! | feature | default | what |
//! |---|---|---|
//! | `serde` | yes | the JSON contract |
//! | `payroll` | yes | records, register and lending, and the payroll files |
//! | `loonaangifte` | no | the wage return (XML) |
//! | `dialects` | no | files as spreadsheets write them, tables of yearly totals, tables out |
//! | `parallel` | no | grouped records on all cores |
//! | `report` | no | one employer's report as an HTML page, and charts |
#![forbid(unsafe_code)]

mod printable;

mod language;

pub mod error;

#[cfg(feature = "serde")]
#[macro_use]
mod json;

pub mod unit;

pub mod law;

pub mod parameters;

pub mod employer;

pub mod sample;

#[cfg(feature = "payroll")]
pub mod payroll;

#[cfg(feature = "dialects")]
pub mod dialects;

pub mod explanation;

mod assessment;

pub mod regime;

#[cfg(feature = "payroll")]
pub mod reconciliation;

pub mod planning;

pub mod sums;

pub mod national;

mod receipt;

#[cfg(feature = "dialects")]
pub mod tables;

#[cfg(feature = "report")]
pub mod report;

#[cfg(feature = "serde")]
pub mod contract;

#[doc(inline)]
pub use assessment::{Assessment, Decision, Levy, Payable, Quota, Unknown};
#[doc(inline)]
pub use employer::hours::{DoelgroepHours, HoursBase};
#[doc(inline)]
pub use employer::scheme::{Scheme, SchemeParameters};
#[doc(inline)]
pub use employer::year::EmployerYear;
#[doc(inline)]
pub use error::kind::ErrorKind;
#[doc(inline)]
pub use error::refused::Error;
#[doc(inline)]
pub use explanation::step::Explanation;
#[doc(inline)]
pub use language::Language;
#[doc(inline)]
pub use law::outcome::Liability;
#[doc(inline)]
pub use law::sector::Sector;
#[doc(inline)]
pub use parameters::figure::Figure;
#[doc(inline)]
pub use parameters::figures::Figures;
#[doc(inline)]
pub use parameters::name::FigureName;
#[doc(inline)]
pub use printable::Printable;
#[doc(inline)]
pub use receipt::Receipt;
#[doc(inline)]
pub use regime::assess::{assess, assess_with};
#[doc(inline)]
pub use unit::euro::{Euro, EuroPerHour};
#[doc(inline)]
pub use unit::hours::Hours;
#[doc(inline)]
pub use unit::jobs::Jobs;
#[doc(inline)]
pub use unit::percentage::Percentage;
#[doc(inline)]
pub use unit::year::Year;

// What dates and decimals are given in.
#[doc(no_inline)]
pub use jiff::civil::{Date, Time};
#[doc(no_inline)]
pub use rust_decimal::Decimal;

/// The examples of the READMEs compile and run as copied.
#[cfg(all(doctest, feature = "serde", feature = "payroll"))]
mod readmes {
    #[doc = include_str!("../README.md")]
    struct First;
    #[doc = include_str!("../examples/README.md")]
    struct Programs;
}
