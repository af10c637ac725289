//! Every rounding of this library, each with its article; what the law does not round stays exact, and
//! amounts carry cents.
//!
//! ```
//! use banenafspraak::Hours;
//! use banenafspraak::law::rounding::TENTH_OF_A_JOB;
//!
//! let jobs = Hours::whole(4_644).in_jobs("1331".parse()?); // 3.489...
//! assert_eq!(jobs.rounded(TENTH_OF_A_JOB)?.to_string(), "3.4");
//! # Ok::<(), banenafspraak::Error>(())
//! ```

use crate::error::Error;
use crate::unit::{Euro, Exact, ExactHours, HoursPerJob, Jobs, Percentage, Rounding};

/// Besluit Wfsv 2.23 lid 2: the variables of the quotumtekort, down to two decimals.
pub const VARIABLE: Rounding = Rounding::down(2);
/// Besluit Wfsv 2.23 lid 3: the quotumtekort, down to one decimal.
pub const TENTH_OF_A_JOB: Rounding = Rounding::down(1);
/// Wfsv 38f lid 1: the quotumpercentage, down to two decimals.
pub const QUOTUMPERCENTAGE_BY_STATUTE: Rounding = Rounding::down(2);
/// As all published quotumpercentages since 2018 are rounded: half up to two decimals.
pub const QUOTUMPERCENTAGE_AS_PUBLISHED: Rounding = Rounding::half_up(2);
/// No article: amounts carry cents, half up.
pub const CENT: Rounding = Rounding::half_up(2);

/// A percentage as variable B of the quotumtekort: down to two decimals (Besluit Wfsv 2.23 lid 2).
///
/// ```
/// use banenafspraak::law::rounding::variable_down_to_two_decimals;
///
/// assert_eq!(variable_down_to_two_decimals("2.589".parse()?).to_string(), "2.58");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[inline]
#[must_use]
pub const fn variable_down_to_two_decimals(percentage: Percentage) -> Percentage {
    const { assert!(VARIABLE.decimals == 2) };
    percentage.down_to_hundredths()
}

/// Hours in jobs, down to one decimal (Besluit Wfsv 2.23 lid 3).
///
/// ```
/// use banenafspraak::Hours;
/// use banenafspraak::law::rounding::jobs_down_to_a_tenth;
///
/// let jobs = jobs_down_to_a_tenth(Hours::whole(2_000), "1331".parse()?); // 1.5026...
/// assert_eq!(jobs.to_string(), "1.5");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[inline]
pub fn jobs_down_to_a_tenth(hours: impl Into<ExactHours>, per_job: HoursPerJob) -> Jobs {
    hours.into().whole_tenths_of_jobs(per_job)
}

/// An amount half up on the cent: no article prescribes it, amounts in euros carry cents.
///
/// ```
/// use banenafspraak::law::rounding::half_up_on_the_cent;
/// use banenafspraak::{EuroPerHour, Hours};
///
/// let rate: EuroPerHour = "3.77".parse()?;
/// let half_an_hour: Hours = "0.5".parse()?;
/// assert_eq!(half_up_on_the_cent(rate.times(half_an_hour))?.to_string(), "1.89"); // 1.885
/// # Ok::<(), banenafspraak::Error>(())
/// ```
///
/// # Errors
///
/// [`ErrorKind::Overflow`](crate::ErrorKind::Overflow) for an amount beyond its bounds.
pub fn half_up_on_the_cent(amount: Exact<Euro>) -> Result<Euro, Error> {
    amount.rounded(CENT)
}
