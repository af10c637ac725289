//! From payroll to the employer's year: records of wage returns, the doelgroepregister and lending.
//!
//! A [`Record`] is one worker at one employer in one [`Aangiftetijdvak`]. A [`Payroll`] takes
//! records one by one, in any order, and several of them merge, in any order: the totals are the
//! same, so that any map-reduce engine can run it. [`EmployerTotals`] then are what the core
//! assesses.
//!
//! ```
//! use banenafspraak::payroll::{Attributions, Entry, Payroll, Record, Register};
//! use banenafspraak::{Sector, Year};
//!
//! let mut register = Register::new();
//! register.insert("p-17", "2026-01-10".parse().unwrap(), None)?;
//!
//! let mut payroll = Payroll::new(Year::new(2026)?, register);
//! for (person, period, hours) in [("p-17", "2026-01", "110"), ("p-18", "2026-01", "173")] {
//!     payroll.add(&Record::new("bakery", person, Entry {
//!         paid_hours: hours.parse()?,
//!         ..Entry::new(period.parse()?)
//!     }));
//! }
//! let totals = payroll.totals("bakery", &Attributions::new()).unwrap();
//! let employer = totals.employer_year(Sector::Markt)?;
//! assert_eq!(employer.hours_base().paid_hours().to_string(), "283");
//! assert_eq!(employer.doelgroep_hours().own().to_string(), "110");
//! # Ok::<(), banenafspraak::Error>(())
//! ```

mod accumulator;
mod bonus;
mod checks;
mod coverage;
pub mod csv;
mod employer_records;
mod employers;
mod filings;
mod key;
mod lending;
#[cfg(feature = "loonaangifte")]
pub mod loonaangifte;
mod mismatch;
mod person;
mod persons;
mod record;
mod register;
mod seen;
mod sources;
mod sum;
mod sums;
mod tijdvak;
mod totals;

pub use accumulator::Payroll;
pub use checks::Allow;
pub use coverage::EmployerDays;
pub use employers::{ContradictingEmployer, Employer, Employers};
pub use lending::{Attribution, Attributions};
pub use mismatch::{Mismatch, MismatchKind};
pub use person::Bsn;
pub use persons::{Late, Persons, Uncounted};
pub use record::{Employment, Entry, Record};
pub use register::Register;
pub use sources::{Joined, Sources};
pub use tijdvak::Aangiftetijdvak;
pub use totals::{BonusWorker, EmployerTotals};
