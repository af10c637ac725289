//! The employer and its year: hours base, doelgroep hours, and the Wet banenafspraak's scheme.
//!
//! ```
//! use banenafspraak::{DoelgroepHours, Hours, HoursBase, Year};
//!
//! let base = HoursBase::new(Year::new(2026)?, Hours::whole(180_000));
//! let doelgroep = DoelgroepHours::new(Hours::whole(2_662));
//! assert_eq!((base.hours(), doelgroep.hours()), (Hours::whole(180_000), Hours::whole(2_662)));
//! # Ok::<(), banenafspraak::Error>(())
//! ```

mod coverage;
mod hours;
mod scheme;
#[cfg(feature = "serde")]
mod wire;
mod year;

pub use coverage::{Coverage, Missing};
pub use hours::{DoelgroepHours, HoursBase};
pub use scheme::{Scheme, SchemeParameters, WageBase};
#[cfg(feature = "serde")]
pub use wire::EmployerInput;
pub use year::EmployerYear;
