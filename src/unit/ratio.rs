//! Exact fractions with operators, so that a formula reads in the code as it does in the law.

use core::ops::{Add, Div, Mul, Neg, Sub};

use super::exact::{Direction, Exact, Rounding};
use super::units::Unit;
use crate::error::Error;

/// An exact fraction of either sign, to compute with.
///
/// A division by zero and a result that does not fit in 128 bits make it invalid, and so does
/// computing with an invalid one. A quantity made of it is then [`ErrorKind::Overflow`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ratio(Option<Fraction>);

/// A fraction in lowest terms.
#[derive(Debug, Clone, Copy)]
struct Fraction {
    numerator: i128,
    /// Positive.
    denominator: i128,
}

impl Ratio {
    pub(crate) const ZERO: Self = Self(Some(Fraction { numerator: 0, denominator: 1 }));
    pub(crate) const ONE: Self = Self(Some(Fraction { numerator: 1, denominator: 1 }));

    pub(crate) fn new(numerator: i128, denominator: i128) -> Self {
        Self(Fraction::new(numerator, denominator))
    }

    pub(crate) fn is_zero(self) -> bool {
        self.0.is_some_and(|fraction| fraction.numerator == 0)
    }

    pub(crate) fn is_negative(self) -> bool {
        self.0.is_some_and(|fraction| fraction.numerator < 0)
    }

    /// Whether it is more than the limit; `None` where that cannot be computed.
    pub(crate) fn exceeds(self, limit: Self) -> Option<bool> {
        (self - limit).0.map(|over| over.numerator > 0)
    }

    /// The lesser of the two; invalid where either is.
    pub(crate) fn at_most(self, limit: Self) -> Self {
        self.exceeds(limit).map_or(Self(None), |exceeds| if exceeds { limit } else { self })
    }

    /// The greatest whole number that is no greater.
    pub(crate) fn floor(self) -> Option<i128> {
        let Fraction { numerator, denominator } = self.0?;
        numerator.checked_div_euclid(denominator)
    }

    /// The least whole number that is no less.
    pub(crate) fn ceil(self) -> Option<i128> {
        (-self).floor()?.checked_neg()
    }

    /// A quantity, rounded: down and half up are towards the lesser for negative values too.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Negative`] or [`ErrorKind::OutOfRange`] with the value beyond the bounds of the unit,
    /// [`ErrorKind::Overflow`] for one past 64 bits and for an invalid ratio.
    pub(crate) fn rounded<U: Unit>(self, rounding: Rounding) -> Result<U, Error> {
        let units = || {
            let step = 10_i128.pow(U::BOUNDS.decimals.checked_sub(rounding.decimals)?);
            let steps = self * Self::new(U::ONE, step);
            let whole = match rounding.direction {
                Direction::Down => steps.floor(),
                Direction::HalfUp => (steps + Self::new(1, 2)).floor(),
                Direction::Up => steps.ceil(),
            };
            i64::try_from(whole?.checked_mul(step)?).ok()
        };
        units().ok_or_else(|| Error::overflow(U::BOUNDS.name)).and_then(U::from_units)
    }
}

/// The outcome of a formula as a quantity: `Percentage::of(a * b / d)`.
pub(crate) trait Of: Unit {
    /// The exact quantity, or [`ErrorKind::Overflow`] for a negative or an invalid ratio.
    fn of(ratio: Ratio) -> Result<Exact<Self>, Error> {
        // A percentage is counted in hundredths of one.
        let counted = ratio * Ratio::new(Self::ONE, 10_i128.pow(Self::BOUNDS.decimals));
        let parts = counted.0.map(|fraction| (fraction.numerator, fraction.denominator));
        let (numerator, denominator) = parts.unzip();
        Exact::checked(numerator, denominator)
    }
}

impl<U: Unit> Of for U {}

impl<U: Unit> From<U> for Ratio {
    fn from(quantity: U) -> Self {
        Self::new(quantity.units().into(), U::ONE)
    }
}

impl From<u32> for Ratio {
    fn from(count: u32) -> Self {
        Self::new(count.into(), 1)
    }
}

impl Fraction {
    fn new(numerator: i128, denominator: i128) -> Option<Self> {
        let common = common_divisor(numerator, denominator)?;
        let sign = denominator.signum();
        let numerator = numerator.checked_div(common)?.checked_mul(sign)?;
        let denominator = denominator.checked_div(common)?.checked_mul(sign)?;
        (denominator > 0).then_some(Self { numerator, denominator })
    }

    fn checked_add(self, other: Self) -> Option<Self> {
        let common = common_divisor(self.denominator, other.denominator)?;
        let (left, right) =
            (other.denominator.checked_div(common)?, self.denominator.checked_div(common)?);
        let numerator =
            self.numerator.checked_mul(left)?.checked_add(other.numerator.checked_mul(right)?)?;
        Self::new(numerator, self.denominator.checked_mul(left)?)
    }

    fn times(self, other: Self) -> Option<Self> {
        // Crosswise in lowest terms first: the products are then no greater than they must be.
        let left = Self::new(self.numerator, other.denominator)?;
        let right = Self::new(other.numerator, self.denominator)?;
        let numerator = left.numerator.checked_mul(right.numerator)?;
        Some(Self { numerator, denominator: left.denominator.checked_mul(right.denominator)? })
    }

    fn negated(self) -> Option<Self> {
        Some(Self { numerator: self.numerator.checked_neg()?, ..self })
    }

    fn turned_over(self) -> Option<Self> {
        Self::new(self.denominator, self.numerator)
    }
}

/// The greatest common divisor; zero of two zeros, which divides nothing.
fn common_divisor(one: i128, other: i128) -> Option<i128> {
    let (mut one, mut other) = (one.unsigned_abs(), other.unsigned_abs());
    while let Some(rest) = one.checked_rem(other) {
        (one, other) = (other, rest);
    }
    i128::try_from(one).ok()
}

impl Add for Ratio {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.zip(other.0).and_then(|(left, right)| left.checked_add(right)))
    }
}

impl Neg for Ratio {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.and_then(Fraction::negated))
    }
}

impl Sub for Ratio {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.zip(other.0).and_then(|(left, right)| left.checked_add(right.negated()?)))
    }
}

impl Mul for Ratio {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        Self(self.0.zip(other.0).and_then(|(left, right)| left.times(right)))
    }
}

impl Div for Ratio {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        Self(self.0.zip(other.0).and_then(|(left, right)| left.times(right.turned_over()?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::{Hours, Jobs, Percentage};

    fn whole(number: i128) -> Ratio {
        Ratio::new(number, 1)
    }

    fn is(ratio: Ratio, numerator: i128, denominator: i128) {
        let parts = ratio.0.map(|fraction| (fraction.numerator, fraction.denominator));
        assert_eq!(parts, Some((numerator, denominator)));
    }

    #[test]
    fn a_fraction_is_in_lowest_terms_with_a_positive_denominator() {
        is(Ratio::new(6, -4), -3, 2);
        is(Ratio::new(1, 6) + Ratio::new(1, 10), 4, 15);
        is(Ratio::new(1, 6) - Ratio::new(1, 2), -1, 3);
        is(Ratio::new(3, 4) * Ratio::new(-2, 9), -1, 6);
        is(Ratio::new(3, 4) / Ratio::new(-9, 8), -2, 3);
        is(whole(0) / whole(-7), 0, 1);
        is(-Ratio::new(1, 3), -1, 3);
    }

    #[test]
    fn what_is_divided_by_zero_or_too_large_is_an_overflow_and_never_another_number() {
        let zero = whole(1) - whole(1);
        let (most, least) = (whole(i128::MAX), whole(i128::MIN));
        for no_number in [
            whole(1) / zero,
            zero / zero,
            most + whole(1),
            least - whole(1),
            most * whole(2),
            most / Ratio::new(1, 2),
            -least,
            Ratio::new(i128::MIN, -1),
            Ratio::new(1, i128::MIN),
            Ratio::new(1, i128::MAX) + Ratio::new(1, i128::MAX - 1),
            (whole(1) / zero) * zero,
        ] {
            assert!(no_number.0.is_none(), "{no_number:?}");
            assert_eq!(Hours::of(no_number).unwrap_err().code(), "overflow");
            assert_eq!(Hours::of(no_number + whole(1)).unwrap_err().code(), "overflow");
            let rounded = no_number.rounded::<Hours>(Rounding::down(2));
            assert_eq!(rounded.unwrap_err().code(), "overflow");
            assert_eq!((no_number.floor(), no_number.ceil()), (None, None));
        }
    }

    #[test]
    fn crosswise_terms_cancel_before_they_are_multiplied() {
        let most = whole(i128::MAX);
        is(most * (whole(2) / most), 2, 1);
        is(most / most, 1, 1);
    }

    #[test]
    fn a_percentage_counts_as_its_part_of_one() {
        let share = Ratio::from("2.5".parse::<Percentage>().unwrap());
        is(share, 1, 40);
        let exact = Percentage::of(share).unwrap();
        assert_eq!(exact.rounded(Rounding::down(2)).unwrap().to_string(), "2.50");
        is(Ratio::from("1331.50".parse::<Hours>().unwrap()), 2_663, 2);
        is(Ratio::from(25), 25, 1);
    }

    #[test]
    fn a_rounded_ratio_goes_down_half_up_or_up_and_its_unit_rejects_what_is_out_of_bounds() {
        let rounded = |ratio: Ratio, rounding| ratio.rounded::<Jobs>(rounding).unwrap().to_string();
        let third = Ratio::new(1, 3);
        assert_eq!(rounded(third, Rounding::down(1)), "0.3");
        assert_eq!(rounded(third, Rounding::up(1)), "0.4");
        assert_eq!(rounded(Ratio::new(1, 8), Rounding::half_up(2)), "0.13");
        assert_eq!(rounded(-third, Rounding::down(2)), "-0.34");
        assert_eq!(rounded(-third, Rounding::up(2)), "-0.33");
        assert_eq!(rounded(whole(2), Rounding::up(2)), "2.0");
        let below = (-third).rounded::<Hours>(Rounding::down(2)).unwrap_err();
        assert_eq!(below.to_string(), "hours: -0.34 is negative; the least is 0");
        let beyond = whole(1 << 40).rounded::<Hours>(Rounding::down(2)).unwrap_err();
        assert_eq!(beyond.code(), "out_of_range");
        assert_eq!(Hours::of(-third).unwrap_err().code(), "overflow");
    }

    #[test]
    fn limits_are_compared_exactly() {
        let third = Ratio::new(1, 3);
        let more = third + Ratio::new(1, 1_000_000_000_000_000);
        let exceeds = |one: Ratio, other| one.exceeds(other);
        assert_eq!([exceeds(more, third), exceeds(third, more)], [Some(true), Some(false)]);
        assert_eq!(exceeds(third, third), Some(false));
        is(more.at_most(third), 1, 3);
        is(third.at_most(more), 1, 3);
        let invalid = third / Ratio::ZERO;
        assert_eq!([exceeds(invalid, third), exceeds(third, invalid)], [None, None]);
        assert!(invalid.at_most(third).0.is_none() && third.at_most(invalid).0.is_none());
    }
}
