//! What was left out of a payroll or does not match, so that nothing vanishes silently.
//!
//! A [`Reconciliation`] is given every line that could not be read and every employer with its totals.
//! It decides which employers can be assessed, and makes a [`Note`] of all else.
//!
//! ```
//! use banenafspraak::payroll::{Employer, Entry, Record, Sources};
//! use banenafspraak::reconciliation::{Note, Reconciliation};
//! use banenafspraak::{Sector, Year};
//!
//! let mut sources = Sources::new(Year::new(2026)?);
//! sources.employers.insert(Employer::new("bakery", Sector::Markt))?;
//! let mut payroll = sources.payroll();
//! payroll.add(&Record::new("bakery", "p-17", Entry::new("2026-h2".parse()?)));
//! let mut found = Reconciliation::new();
//! for joined in sources.join(&payroll) {
//!     found.employer_year(&joined, None, &sources)?;
//! }
//! found.finish(sources.summary(&payroll), &sources);
//! let notes = found.take_notes();
//! let days = notes.iter().find_map(|note| match note {
//!     Note::DaysWithoutReturns { missing, .. } if missing.until.year() == 2026 => Some(missing),
//!     _ => None,
//! });
//! assert_eq!(days.unwrap().until.to_string(), "2026-06-30");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod found;
mod note;
mod note_text;
mod persons;
mod refusal;

pub use found::Reconciliation;
pub use note::{Note, Unverified};
pub use note_text::Shown;
pub use persons::Persons;
pub use refusal::{Refusal, RefusalKind, Unread};
