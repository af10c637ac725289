//! What every unit shares: one trait and the macro that writes a newtype from its row of bounds.

use rust_decimal::Decimal;

use super::bounds::Bounds;
use super::text;
use crate::error::{Error, Excerpt, Field};

mod sealed {
    pub trait Sealed {}
}
pub(crate) use sealed::Sealed;

/// A unit of this crate: a whole number of smallest units within bounds.
///
/// Sealed: the units are those of this crate. [`Exact`](super::Exact) is written over it.
///
/// ```
/// use banenafspraak::{Error, Exact, Hours, Rounding, Unit};
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
    /// So many smallest units, if within bounds.
    #[doc(hidden)]
    fn within(units: i64) -> Option<Self>;
    #[doc(hidden)]
    #[inline]
    fn from_units(units: i64) -> Result<Self, Error> {
        Self::within(units).ok_or_else(|| {
            let given = decimal(units, Self::BOUNDS.decimals);
            text::out_of_bounds(units, &Self::BOUNDS, Excerpt::of(given))
        })
    }
    #[doc(hidden)]
    fn units(self) -> i64;
}

/// A whole number of smallest units as a decimal.
pub(crate) fn decimal(units: i64, decimals: u32) -> Decimal {
    // At most 18 decimals here and 28 in a `Decimal`: the default is never taken.
    Decimal::try_from_i128_with_scale(units.into(), decimals).unwrap_or_default().normalize()
}

/// A decimal as a whole number of smallest units, exactly or not at all.
pub(crate) fn units(value: Decimal, bounds: &Bounds) -> Result<i64, Error> {
    let exact = value.normalize();
    let Some(missing) = bounds.decimals.checked_sub(exact.scale()) else {
        return Err(Error::TooPrecise {
            field: Field::new(bounds.name),
            value: Excerpt::of(value),
            decimals: bounds.decimals,
        });
    };
    let scaled = exact.mantissa().saturating_mul(10_i128.pow(missing));
    let past_bounds = if scaled < 0 { i64::MIN } else { i64::MAX };
    text::check(i64::try_from(scaled).unwrap_or(past_bounds), bounds, value)
}

/// A decimal of zero or more, rounded down to its unit's decimals.
pub(crate) fn units_rounded_down(value: Decimal, bounds: &Bounds) -> Result<i64, Error> {
    if value.is_sign_negative() && !value.is_zero() {
        return Err(Error::Negative { field: Field::new(bounds.name), value: Excerpt::of(value) });
    }
    units(
        value.round_dp_with_strategy(bounds.decimals, rust_decimal::RoundingStrategy::ToZero),
        bounds,
    )
}

/// Writes a unit: the newtype with its constructors, text form, ordering and wire form.
macro_rules! unit {
    ($(#[$doc:meta])* $name:ident, $bounds:expr) => {
        unit_without_decimal!($(#[$doc])* $name, $bounds);

        impl $name {
            /// The quantity, exactly as given.
            ///
            /// # Errors
            ///
            /// A value with more decimals than the unit carries ([`Error::TooPrecise`]), or one
            /// outside the bounds ([`Error::Negative`], [`Error::OutOfRange`]).
            ///
            /// [`Error::TooPrecise`]: crate::Error::TooPrecise
            /// [`Error::Negative`]: crate::Error::Negative
            /// [`Error::OutOfRange`]: crate::Error::OutOfRange
            pub fn new(value: rust_decimal::Decimal) -> Result<Self, crate::error::Error> {
                crate::unit::newtype::units(value, &$bounds).map(Self)
            }

            /// The quantity as a decimal.
            pub fn to_decimal(self) -> rust_decimal::Decimal {
                crate::unit::newtype::decimal(self.0, $bounds.decimals)
            }
        }

        impl TryFrom<rust_decimal::Decimal> for $name {
            type Error = crate::error::Error;

            fn try_from(value: rust_decimal::Decimal) -> Result<Self, crate::error::Error> {
                Self::new(value)
            }
        }

        impl From<$name> for rust_decimal::Decimal {
            fn from(quantity: $name) -> Self {
                quantity.to_decimal()
            }
        }
    };
}

/// A unit whose decimal could mean two things, and so needs constructors that say which.
macro_rules! unit_without_decimal {
    ($(#[$doc:meta])* $name:ident, $bounds:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i64);

        impl $name {
            /// The least this unit holds.
            pub const MIN: Self = Self($bounds.min);
            /// The most this unit holds.
            pub const MAX: Self = Self($bounds.max);

            /// For the tables: a constant in the smallest unit.
            #[allow(dead_code, reason = "not every unit stands in a table")]
            pub(crate) const fn constant(units: i64) -> Self {
                assert!(units >= $bounds.min && units <= $bounds.max);
                Self(units)
            }
        }

        impl crate::unit::newtype::Sealed for $name {}

        impl crate::unit::Unit for $name {
            const BOUNDS: crate::unit::bounds::Bounds = $bounds;

            #[inline]
            fn within(units: i64) -> Option<Self> {
                ($bounds.min..=$bounds.max).contains(&units).then_some(Self(units))
            }

            #[inline]
            fn units(self) -> i64 {
                self.0
            }
        }

        impl core::str::FromStr for $name {
            type Err = crate::error::Error;

            fn from_str(text: &str) -> Result<Self, crate::error::Error> {
                crate::unit::text::parse(text, &$bounds).map(Self)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                crate::unit::text::write(self.0, &$bounds, f)
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                crate::unit::wire::serialize(*self, serializer)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::unit::wire::deserialize(deserializer)
            }
        }
    };
}
