//! The two regimes, each in the order of its statute, written once over a trace of steps.
//!
//! ```
//! # let employer = banenafspraak::doc::school()?;
//! use banenafspraak::law::Regime;
//! use banenafspraak::assess;
//!
//! // Without a scheme of the Wet banenafspraak an employer is assessed for the quotumheffing.
//! assert_eq!(assess(&employer)?.regime(), Regime::Quotumheffing);
//! # Ok::<(), banenafspraak::Error>(())
//! ```

pub(crate) mod assess;
mod break_even;
mod quota;
mod quotumheffing;
mod wet_banenafspraak;

#[cfg(feature = "payroll")]
pub(crate) use assess::assess;
pub(crate) use assess::assess_with;
pub use break_even::BreakEven;
pub use wet_banenafspraak::loonkostenvoordeel;
