//! The macro that writes a newtype from its row of bounds.

/// Writes a unit: the newtype with its constructors, text form, ordering and wire form.
macro_rules! unit {
    ($(#[$doc:meta])* $name:ident, $bounds:expr) => {
        unit_without_decimal!($(#[$doc])* $name, $bounds, 10_i128.pow($bounds.decimals));

        impl $name {
            /// The quantity, exactly as given.
            ///
            /// # Errors
            ///
            /// A value with more decimals than the unit carries ([`ErrorKind::TooPrecise`](crate::ErrorKind::TooPrecise)), or one
            /// outside the bounds ([`ErrorKind::Negative`](crate::ErrorKind::Negative), [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange)).
            ///
            /// [`ErrorKind::TooPrecise`]: crate::ErrorKind::TooPrecise
            /// [`ErrorKind::Negative`]: crate::ErrorKind::Negative
            /// [`ErrorKind::OutOfRange`]: crate::ErrorKind::OutOfRange
            pub fn new(value: rust_decimal::Decimal) -> Result<Self, crate::error::Error> {
                crate::unit::text::units(value, &$bounds).map(Self)
            }

            /// The quantity as a decimal.
            pub fn to_decimal(self) -> rust_decimal::Decimal {
                crate::unit::text::decimal(self.0, $bounds.decimals)
            }
        }

        impl TryFrom<rust_decimal::Decimal> for $name {
            type Error = crate::error::Error;

            fn try_from(value: rust_decimal::Decimal) -> Result<Self, crate::error::Error> {
                Self::new(value)
            }
        }

        /// By the rule of the JSON contract: a float whose shortest text is a decimal of the unit, of at
        /// most 15 digits, is that decimal; any other, such as 0.1 + 0.2, is refused.
        impl TryFrom<f64> for $name {
            type Error = crate::error::Error;

            fn try_from(value: f64) -> Result<Self, crate::error::Error> {
                crate::unit::text::of_float(value, &$bounds).map(Self)
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
    ($(#[$doc:meta])* $name:ident, $bounds:expr, $one:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i64);

        /// As the quantity is written: `Hours(1664.5)`.
        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl $name {
            /// The least this unit holds.
            pub const MIN: Self = Self($bounds.min);
            /// The most this unit holds.
            pub const MAX: Self = Self($bounds.max);

            /// For the tables: a constant in the smallest unit.
            #[allow(dead_code, reason = "not every unit is in a table")]
            pub(crate) const fn constant(units: i64) -> Self {
                assert!(units >= $bounds.min && units <= $bounds.max);
                Self(units)
            }
        }

        impl crate::unit::units::Sealed for $name {}

        impl crate::unit::Unit for $name {
            const BOUNDS: crate::unit::bounds::Bounds = $bounds;
            const ONE: i128 = $one;

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

/// Writes sums and differences of a unit.
macro_rules! sums {
    ($name:ident) => {
        impl $name {
            /// Nothing.
            pub const ZERO: Self = Self(0);

            /// The sum.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) beyond the bounds of the unit.
            #[inline]
            pub fn checked_add(self, other: Self) -> Result<Self, crate::error::Error> {
                // Two values within bounds fit in 64 bits together.
                crate::unit::Unit::from_units(self.0.saturating_add(other.0))
            }

            /// The difference.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::Negative`](crate::ErrorKind::Negative) where less than nothing has no
            /// meaning; [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) beyond the bounds of the
            /// unit.
            #[inline]
            pub fn checked_sub(self, other: Self) -> Result<Self, crate::error::Error> {
                // Two values within bounds differ by what 64 bits hold.
                crate::unit::Unit::from_units(self.0.saturating_sub(other.0))
            }

            /// The difference, kept within the bounds: of hours and euros zero where `other` is more.
            #[inline]
            #[must_use]
            pub fn saturating_sub(self, other: Self) -> Self {
                // Two values within bounds differ by what 64 bits hold.
                Self(self.0.saturating_sub(other.0)).clamp(Self::MIN, Self::MAX)
            }

            /// The sum of all.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) or
            /// [`ErrorKind::Negative`](crate::ErrorKind::Negative) beyond the bounds of the unit; only
            /// the sum of all counts, not those on the way.
            pub fn checked_sum(
                quantities: impl IntoIterator<Item = Self>,
            ) -> Result<Self, crate::error::Error> {
                // More of 64 bits than can be listed fit in 128.
                let sum = quantities.into_iter().map(|it| core::num::Wrapping(i128::from(it.0)));
                let sum = sum.sum::<core::num::Wrapping<i128>>().0;
                let past_bounds = if sum < 0 { i64::MIN } else { i64::MAX };
                crate::unit::Unit::from_units(i64::try_from(sum).unwrap_or(past_bounds))
            }
        }
    };
}
