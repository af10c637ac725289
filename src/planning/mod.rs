//! From an outcome to a plan: what closes the gap, what a plan does, what next year brings, and
//! how the two laws compare.
//!
//! A [`Gap`] goes the way of the law backwards, in closed form: the fewest hours that reach the
//! quota, or the next tenth of a job. [`RestOfYear`] makes people and hours a week of them, a
//! [`Plan`] says what hires, leavers and other hours do to the year, [`next_year`] looks on, and a
//! [`Comparison`] sets the quotumheffing beside the Wet banenafspraak of a [`Scenario`].
//!
//! How many people at 24 hours a week from 1 September, and what does it save?
//!
//! ```
//! use banenafspraak::{Figures, assess};
//! use banenafspraak::planning::{Change, ChangeKind, Gap, Hiring, Plan, RestOfYear, Workers};
//!
//! let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
//! let year = employer.year();
//! let (week, september) = ("24".parse()?, "2026-09-01".parse().unwrap());
//! let needed = Gap::of(&assess(&employer)?)?.to_zero(Hiring::Employed)?;
//! let people = RestOfYear::new(year, september)?.people(needed, week)?;
//! assert_eq!(people, 5);
//! let plan = Plan::new(vec![Change::new(ChangeKind::Hire(week), Workers::Doelgroep, people, september)])?;
//! assert_eq!(plan.effect(&employer, &Figures::published())?.saves.unwrap().to_string(), "7000.00");
//! # Ok::<(), banenafspraak::Error>(())
//! ```

mod change;
mod comparison;
mod gap;
mod outlook;
mod plan;
mod scenario;
mod staffing;

pub use change::{Change, ChangeKind, ChangeWord, Earns, Workers};
pub use comparison::Comparison;
pub use gap::{Gap, Hiring, Step};
pub use outlook::{at_the_same_pace, next_year};
pub use plan::{Effect, Plan};
pub use scenario::{Label, Parameter, Scenario};
pub use staffing::RestOfYear;
