//! Banenafspraak.
#![forbid(unsafe_code)]

mod error;
pub mod unit;

pub mod law;

pub mod parameters;

pub mod employer;

pub mod explanation;

mod assessment;
pub mod regime;

mod receipt;
#[cfg(feature = "serde")]
mod wire;

pub use assessment::{Assessment, Decision};
#[cfg(feature = "serde")]
pub use employer::EmployerInput;
pub use employer::{DoelgroepHours, EmployerYear, HoursBase, Scheme, WageBase};
pub use error::{Error, Excerpt, Field};
pub use explanation::{Explanation, Language, Step};
pub use law::{Document, LegalSource, LevyStatus, Liability, Regime, Sector};
pub use parameters::{Figure, FigureName, Figures, Provenance, QuotumpercentageVariables, Source};
pub use receipt::Receipt;
pub use regime::{BreakEven, QuotumDates, assess, assess_with, loonkostenvoordeel};
pub use unit::{
    Direction, Euro, EuroPerHour, EuroPerJob, Exact, ExactHours, Hours, HoursPerJob, Jobs, NetEuro,
    Percentage, Quantity, Rounding, Unit, Year,
};
#[cfg(feature = "serde")]
pub use wire::Explained;
