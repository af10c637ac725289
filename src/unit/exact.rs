//! Quantities kept as exact fractions until the law rounds them.

use core::cmp::Ordering;
use core::marker::PhantomData;

use rust_decimal::Decimal;

use super::Unit;
use crate::error::{Error, Excerpt, Field};

/// Which way a rounding goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Direction {
    /// Down, towards zero.
    Down,
    /// To the nearest, half up.
    HalfUp,
    /// Up, away from zero.
    Up,
}

/// A rounding: a direction and a number of decimals. The statutory ones are in
/// [`law::rounding`](crate::law::rounding).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rounding {
    /// Which way.
    pub direction: Direction,
    /// Decimals that are left.
    pub decimals: u32,
}

impl Rounding {
    /// Down to this many decimals.
    pub const fn down(decimals: u32) -> Self {
        Self { direction: Direction::Down, decimals }
    }

    /// Half up to this many decimals.
    pub const fn half_up(decimals: u32) -> Self {
        Self { direction: Direction::HalfUp, decimals }
    }

    /// Up to this many decimals.
    pub const fn up(decimals: u32) -> Self {
        Self { direction: Direction::Up, decimals }
    }
}

/// A quantity of zero or more as an exact fraction. It leaves this form by a named rounding only.
///
/// ```
/// use banenafspraak::{Hours, HoursPerJob, Rounding};
///
/// let per_job: HoursPerJob = "1331".parse()?;
/// let jobs = Hours::whole(2_000).in_jobs(per_job); // 1.5026...
/// assert_eq!(jobs.rounded(Rounding::down(1))?.to_string(), "1.5");
/// assert_eq!(jobs.rounded(Rounding::up(1))?.to_string(), "1.6");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Exact<U> {
    numerator: i128,
    /// Positive.
    denominator: i128,
    unit: PhantomData<U>,
}

impl<U: Unit> Exact<U> {
    /// The fraction, both parts of which the caller knows to be positive (or zero above).
    #[inline]
    pub(crate) const fn positive(numerator: i128, denominator: i128) -> Self {
        Self { numerator, denominator, unit: PhantomData }
    }

    /// The product of two quantities of zero or more, over a positive number.
    #[inline]
    pub(crate) fn product(left: i64, right: i64, denominator: i128) -> Self {
        // Two numbers of 64 bits fit in 128 together.
        Self::positive(i128::from(left).saturating_mul(right.into()), denominator)
    }

    /// The fraction, unless the numerator is negative or the denominator not positive.
    pub(crate) fn checked(
        numerator: Option<i128>,
        denominator: Option<i128>,
    ) -> Result<Self, Error> {
        match (numerator, denominator) {
            (Some(numerator), Some(denominator)) if numerator >= 0 && denominator > 0 => {
                Ok(Self::positive(numerator, denominator))
            }
            _ => Err(Error::overflow(U::BOUNDS.name)),
        }
    }

    /// The quantity, rounded.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfRange`] for more decimals than the unit carries, and [`Error::Overflow`] for
    /// a value beyond its bounds.
    pub fn rounded(self, rounding: Rounding) -> Result<U, Error> {
        if rounding.decimals > U::BOUNDS.decimals {
            return Err(Error::OutOfRange {
                field: Field::new("decimals"),
                value: Excerpt::of(rounding.decimals),
                min: Decimal::ZERO,
                max: U::BOUNDS.decimals.into(),
            });
        }
        self.rounded_within(rounding).ok_or(Error::overflow(U::BOUNDS.name))
    }

    /// The quantity, rounded to decimals that the unit carries; `None` beyond its bounds.
    #[inline]
    pub(crate) fn rounded_within(self, rounding: Rounding) -> Option<U> {
        let padding = U::BOUNDS.decimals.checked_sub(rounding.decimals)?;
        let scaled = self.numerator.checked_mul(10_i128.pow(rounding.decimals))?;
        let rounded = divide(scaled, self.denominator, rounding.direction)?;
        U::within(rounded.checked_mul(10_i64.pow(padding))?)
    }
}

/// The quotient of a non-negative and a positive number, rounded; `None` past 64 bits.
#[inline]
fn divide(numerator: i128, denominator: i128, direction: Direction) -> Option<i64> {
    // A 64-bit division is several times faster and holds nearly every employer.
    let (quotient, remainder) = match (u64::try_from(numerator), u64::try_from(denominator)) {
        (Ok(n), Ok(d)) => (i128::from(n.checked_div(d)?), i128::from(n.checked_rem(d)?)),
        _ => (numerator.checked_div(denominator)?, numerator.checked_rem(denominator)?),
    };
    let up = match direction {
        Direction::Down => false,
        // remainder >= denominator / 2, without halving
        Direction::HalfUp => remainder >= denominator.checked_sub(remainder)?,
        Direction::Up => remainder != 0,
    };
    i64::try_from(quotient.checked_add(i128::from(up))?).ok()
}

impl<U: Unit> PartialEq for Exact<U> {
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl<U: Unit> PartialOrd for Exact<U> {
    /// By value; `None` where the cross products leave 128 bits.
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Some(left.cmp(&right))
    }
}
