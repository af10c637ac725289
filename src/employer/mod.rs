//! The employer and its year: hours base, doelgroep hours, and the Wet banenafspraak's scheme.
//!
//! ```
//! use banenafspraak::{DoelgroepHours, Hours, HoursBase};
//!
//! let base = HoursBase::new(Hours::whole(180_000));
//! let doelgroep = DoelgroepHours::new(Hours::whole(2_662));
//! assert_eq!((base.hours(), doelgroep.hours()), (Hours::whole(180_000), Hours::whole(2_662)));
//! ```

mod coverage;
pub(crate) mod hours;
pub(crate) mod scheme;
pub(crate) mod year;

pub use coverage::{Coverage, Missing};
pub(crate) use hours::{DoelgroepHours, HoursBase};
pub use scheme::WageBase;
pub(crate) use scheme::{Scheme, SchemeParameters};
pub(crate) use year::EmployerYear;
