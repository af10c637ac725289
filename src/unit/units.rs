//! What every unit shares.

use super::bounds::Bounds;
use super::text;
use crate::error::{Error, Excerpt};

mod sealed {
    pub trait Sealed {}
}
pub(crate) use sealed::Sealed;

/// A unit of this crate: a whole number of smallest units within bounds.
///
/// Sealed: the units are those of this crate. [`Exact`](super::Exact) is written over it.
///
/// ```
/// use banenafspraak::unit::{Exact, Rounding, Unit};
/// use banenafspraak::{Error, Hours};
///
/// fn to_a_tenth<U: Unit>(exact: Exact<U>) -> Result<U, Error> {
///     exact.rounded(Rounding::down(1))
/// }
/// let jobs = Hours::whole(2_000).in_jobs("1331".parse()?); // 1.5026...
/// assert_eq!(to_a_tenth(jobs)?.to_string(), "1.5");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
pub trait Unit: Copy + Ord + Sealed {
    #[doc(hidden)]
    const BOUNDS: Bounds;
    /// Smallest units in one: of a percentage in 100 %.
    #[doc(hidden)]
    const ONE: i128;
    /// A number of smallest units, if within bounds.
    #[doc(hidden)]
    fn within(units: i64) -> Option<Self>;
    #[doc(hidden)]
    #[inline]
    fn from_units(units: i64) -> Result<Self, Error> {
        Self::within(units).ok_or_else(|| {
            let given = text::decimal(units, Self::BOUNDS.decimals);
            text::out_of_bounds(units, &Self::BOUNDS, Excerpt::of(given))
        })
    }
    #[doc(hidden)]
    fn units(self) -> i64;
    /// A number of times this; `None` beyond the bounds.
    #[doc(hidden)]
    #[inline]
    fn of_count(self, count: u32) -> Option<Self> {
        Self::within(self.units().checked_mul(count.into())?)
    }
}
