//! The two laws, each in the order of its statute. Result and explanation come from the same code.
//!
//! ```
//! use banenafspraak::law::Regime;
//! use banenafspraak::assess;
//!
//! let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
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
