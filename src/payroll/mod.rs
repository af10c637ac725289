//! From payroll to the employer's year: records of wage returns, the doelgroepregister and lending.
//!
//! A [`Record`] is one worker at one employer in one [`Aangiftetijdvak`]. A [`Payroll`] takes records
//! one by one, in any order. [`Sources`] are what the records are joined with: the employers, the
//! register and the attributions. Each employer then comes with its totals, or with why it has none.
//!
//! ```
//! use banenafspraak::payroll::{Employer, Entry, Record, Register, Sources};
//! use banenafspraak::{Sector, Year, assess};
//!
//! let mut register = Register::new();
//! register.insert("p-17", "2026-01-10".parse()?, None)?;
//! let mut sources = Sources { register: register.into(), ..Sources::new(Year::new(2026)?) };
//! sources.employers.insert(Employer::new("bakery", Sector::Markt))?;
//!
//! let mut payroll = sources.payroll();
//! for (person, period, hours) in [("p-17", "2026-01", "110"), ("p-18", "2026-01", "173")] {
//!     let entry = Entry { paid_hours: hours.parse()?, ..Entry::new(period.parse()?) };
//!     payroll.add(&Record::new("bakery", person, entry));
//! }
//! for joined in sources.join(&payroll) {
//!     let outcome = assess(&joined.employer_year(None)?)?;
//!     assert_eq!(outcome.hours_base().to_string(), "283");
//!     assert_eq!(outcome.realised_hours().to_string(), "110");
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | what | type | place |
//! |---|---|---|
//! | aangiftetijdvak: month, four weeks, half year, year | [`Aangiftetijdvak`] | |
//! | hours bases of the year and the year before | [`EmployerTotals`] | Wfsv 34 lid 4, 38g lid 5; Besluit Wfsv 2.31 |
//! | registered for a day: the whole aangiftetijdvak | [`Register`] | Wfsv 38g lid 8; Wtl 2.12 lid 2 |
//! | lent-out hours, each counted once | [`Attributions`] | Besluit Wfsv 2.27, 2.28 |
//! | corrections until 1 May of the next year | [`Payroll::new`] | Wfsv 34 lid 7, 38e lid 3 |
//! | wage base, by the first day of employment | [`EmployerTotals::wage_base`] | Wet banenafspraak 6 lid 4, 8 |
//! | who earns the bonus, over which hours | [`EmployerTotals::bonus_workers`] | Wtl 2.10, 2.12 |
//! | days that no record covers | [`EmployerTotals::coverage`] | |
//! | repeats and overlaps | [`Allow`], [`Mismatch`] | |
//! | hours that do not count, also where totals do not fit | [`Persons`] | Wfsv 38g lid 4, 8 |
//!
//! Several payrolls [merge](Payroll::merge), in any order, with the same totals, so that any map-reduce
//! engine can run it. [`csv`] reads the contract's files, `loonaangifte` the wage returns, and
//! [`reconciliation`](crate::reconciliation) says what was left out or does not match.

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
mod summary;
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
pub use summary::Summary;
pub use tijdvak::Aangiftetijdvak;
pub use totals::{BonusWorker, EmployerTotals};
