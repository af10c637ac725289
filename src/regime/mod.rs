//! The two regimes, each in the order of its statute, written once over a trace of steps.
//!
//! ```
//! # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
//! # let year = Year::new(2026)?;
//! # let employer = EmployerYear::new(
//! #     year,
//! #     Sector::Overheid,
//! #     HoursBase::new(Hours::whole(180_000)),
//! #     DoelgroepHours::new(Hours::whole(2_662)),
//! # )?
//! # .with_previous_year(HoursBase::new(Hours::whole(178_000)));
//! use banenafspraak::law::Regime;
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
