//! Quantities kept as exact fractions until the law rounds them.

use core::cmp::Ordering;
use core::marker::PhantomData;

use rust_decimal::Decimal;

use super::units::Unit;
use crate::error::{Error, ErrorKind, Excerpt};

/// Which way a rounding goes.
///
/// ```
/// use banenafspraak::unit::{Direction, Rounding};
///
/// assert_eq!(Rounding::half_up(2).direction, Direction::HalfUp);
/// assert_eq!(Rounding::up(1), Rounding { direction: Direction::Up, decimals: 1 });
/// ```
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
///
/// ```
/// use banenafspraak::unit::Rounding;
/// use banenafspraak::Hours;
///
/// let jobs = Hours::whole(4_644).in_jobs("1331".parse()?); // 3.489...
/// assert_eq!(jobs.rounded(Rounding::down(1))?.to_string(), "3.4");
/// assert_eq!(jobs.rounded(Rounding::half_up(1))?.to_string(), "3.5");
/// assert_eq!(jobs.rounded(Rounding::up(0))?.to_string(), "4.0");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
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
/// use banenafspraak::unit::{HoursPerJob, Rounding};
/// use banenafspraak::Hours;
///
/// let per_job: HoursPerJob = "1331".parse()?;
/// let jobs = Hours::whole(2_000).in_jobs(per_job); // 1.5026...
/// assert_eq!(jobs.rounded(Rounding::down(1))?.to_string(), "1.5");
/// assert_eq!(jobs.rounded(Rounding::up(1))?.to_string(), "1.6");
/// // Compared by value, before any rounding.
/// assert!(jobs < Hours::whole(2_001).in_jobs(per_job));
/// assert_eq!(jobs, Hours::whole(1_000).in_jobs("665.5".parse()?));
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
    /// ```
    /// use banenafspraak::unit::{EuroPerJob, Rounding};
    /// use banenafspraak::Jobs;
    ///
    /// let rate: EuroPerJob = "5000".parse()?;
    /// let owed = "1.4".parse::<Jobs>()?.at(rate)?;
    /// assert_eq!(owed.rounded(Rounding::half_up(2))?.to_string(), "7000.00");
    /// let error = owed.rounded(Rounding::half_up(3)).unwrap_err();
    /// assert_eq!(error.to_string(), "decimals: 3 is not between 0 and 2");
    /// let error = Jobs::MAX.at(rate)?.rounded(Rounding::half_up(2)).unwrap_err();
    /// assert_eq!(error.to_string(), "euro: too large to compute exactly");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`] for more decimals than the unit carries, and [`ErrorKind::Overflow`] for
    /// a value beyond its bounds.
    pub fn rounded(self, rounding: Rounding) -> Result<U, Error> {
        if rounding.decimals > U::BOUNDS.decimals {
            return Err(Error::new(
                "decimals",
                ErrorKind::OutOfRange {
                    value: Excerpt::of(rounding.decimals),
                    min: Decimal::ZERO,
                    max: U::BOUNDS.decimals.into(),
                },
            ));
        }
        self.rounded_within(rounding).ok_or_else(|| Error::overflow(U::BOUNDS.name))
    }

    /// Whether it has at most this many decimals.
    pub(crate) fn is_whole(self, decimals: u32) -> bool {
        self.rounded_within(Rounding::down(decimals)) == self.rounded_within(Rounding::up(decimals))
    }

    /// The quantity, rounded to decimals that the unit carries; `None` beyond its bounds.
    #[inline]
    pub(crate) fn rounded_within(self, rounding: Rounding) -> Option<U> {
        let padding = U::BOUNDS.decimals.checked_sub(rounding.decimals)?;
        let factor = 10_i64.pow(rounding.decimals);
        // 64 bits are several times faster and hold nearly every employer.
        let narrow = i64::try_from(self.numerator).ok().zip(i64::try_from(self.denominator).ok());
        let narrow = narrow.and_then(|(numerator, denominator)| {
            // Where the factor divides the denominator the numerator need not grow.
            match denominator.checked_rem(factor) {
                Some(0) => Some((numerator, denominator.checked_div(factor)?)),
                _ => Some((numerator.checked_mul(factor)?, denominator)),
            }
        });
        let rounded = if let Some((scaled, denominator)) = narrow {
            divide(scaled, denominator, rounding.direction)?
        } else {
            let scaled = self.numerator.checked_mul(factor.into())?;
            i64::try_from(divide_wide(scaled, self.denominator, rounding.direction)?).ok()?
        };
        U::within(rounded.checked_mul(10_i64.pow(padding))?)
    }
}

/// Writes a division of a number of zero or more by a positive one, rounded.
macro_rules! divide {
    ($name:ident, $integer:ty) => {
        #[inline]
        fn $name(
            numerator: $integer,
            denominator: $integer,
            direction: Direction,
        ) -> Option<$integer> {
            let quotient = numerator.checked_div(denominator)?;
            let remainder = numerator.checked_rem(denominator)?;
            let up = match direction {
                Direction::Down => false,
                // remainder >= denominator / 2, without halving
                Direction::HalfUp => remainder >= denominator.checked_sub(remainder)?,
                Direction::Up => remainder != 0,
            };
            quotient.checked_add(up.into())
        }
    };
}
divide!(divide, i64);
divide!(divide_wide, i128);

impl<U: Unit> PartialEq for Exact<U> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl<U: Unit> Eq for Exact<U> {}

impl<U: Unit> PartialOrd for Exact<U> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<U: Unit> Ord for Exact<U> {
    /// By value, whatever the size: whole parts first, then what is left of both turned over.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut left, mut right) =
            ((self.numerator, self.denominator), (other.numerator, other.denominator));
        loop {
            let divided = |(numerator, denominator): (i128, i128)| {
                Some((numerator.checked_div(denominator)?, numerator.checked_rem(denominator)?))
            };
            let (Some((whole, rest)), Some((other, other_rest))) = (divided(left), divided(right))
            else {
                // Nothing left over, turned over, is greater than any number.
                return (left.1 == 0).cmp(&(right.1 == 0));
            };
            if whole != other {
                return whole.cmp(&other);
            }
            // a/b < c/d where d/c < b/a: the sides change places.
            (left, right) = ((right.1, other_rest), (left.1, rest));
        }
    }
}
