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
mod hours;
mod scheme;
mod year;

pub use coverage::{Coverage, Missing};
pub use hours::{DoelgroepHours, HoursBase};
pub use scheme::{Scheme, SchemeParameters, WageBase};
pub use year::EmployerYear;
