//! Percentages.

use rust_decimal::Decimal;

use super::bounds::PERCENTAGE;
use super::text::{decimal, units};
use crate::error::Error;

unit_without_decimal! {
    /// A percentage from 0 to 100, to the millionth of a percent.
    ///
    /// Its text and JSON form count percents: `2.58` is 2.58 %.
    ///
    /// ```
    /// use banenafspraak::Percentage;
    /// use rust_decimal::Decimal;
    ///
    /// let quotum = Percentage::from_percent(Decimal::new(258, 2))?;
    /// assert_eq!(quotum, Percentage::from_fraction(Decimal::new(258, 4))?);
    /// assert_eq!(quotum, "2.58".parse()?);
    /// assert_eq!(quotum.to_string(), "2.58");
    /// assert_eq!(quotum.to_percent(), Decimal::new(258, 2));
    /// assert_eq!(quotum.to_fraction(), Decimal::new(258, 4));
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    Percentage, PERCENTAGE, Percentage::whole_units()
}

/// Smallest units in a hundredth of a percent.
const HUNDREDTH: i64 = 10_i64.pow(PERCENTAGE.decimals - 2);

impl Percentage {
    /// From percents: 2.58 for 2.58 %.
    ///
    /// ```
    /// use banenafspraak::Percentage;
    /// use rust_decimal::Decimal;
    ///
    /// assert_eq!(Percentage::from_percent(Decimal::new(258, 2))?.to_string(), "2.58");
    /// let error = Percentage::from_percent(Decimal::new(258, 0)).unwrap_err();
    /// assert_eq!(error.to_string(), "percentage: 258 is not between 0 and 100");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Negative`](crate::ErrorKind::Negative) below 0, [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) above 100, and [`ErrorKind::TooPrecise`](crate::ErrorKind::TooPrecise) for
    /// more than six decimals.
    pub fn from_percent(percent: Decimal) -> Result<Self, Error> {
        units(percent, &PERCENTAGE).map(Self)
    }

    /// From a fraction: 0.0258 for 2.58 %.
    ///
    /// ```
    /// use banenafspraak::Percentage;
    /// use rust_decimal::Decimal;
    ///
    /// assert_eq!(Percentage::from_fraction(Decimal::new(258, 4))?.to_string(), "2.58");
    /// // Percents given for a fraction are caught, as far as they are more than 1.
    /// let error = Percentage::from_fraction(Decimal::new(258, 2)).unwrap_err();
    /// assert_eq!(error.code(), "out_of_range");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Negative`](crate::ErrorKind::Negative) below 0, [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) above 1, [`ErrorKind::TooPrecise`](crate::ErrorKind::TooPrecise) for more
    /// than eight decimals, and [`ErrorKind::Overflow`](crate::ErrorKind::Overflow) for what a `Decimal` cannot hold in percents.
    pub fn from_fraction(fraction: Decimal) -> Result<Self, Error> {
        let percent = fraction.checked_mul(Decimal::ONE_HUNDRED);
        Self::from_percent(percent.ok_or_else(|| Error::overflow("percentage"))?)
    }

    /// In percents: 2.58 for 2.58 %.
    pub fn to_percent(self) -> Decimal {
        decimal(self.0, PERCENTAGE.decimals)
    }

    /// As a fraction: 0.0258 for 2.58 %.
    pub fn to_fraction(self) -> Decimal {
        // A hundredth is two decimals more.
        decimal(self.0, PERCENTAGE.decimals + 2)
    }

    /// Rounded down to hundredths of a percent.
    #[inline]
    pub(crate) const fn down_to_hundredths(self) -> Self {
        // No greater than it was.
        Self(self.in_hundredths().saturating_mul(HUNDREDTH))
    }

    /// How many hundredths of a percent it holds.
    #[inline]
    pub(crate) const fn in_hundredths(self) -> i64 {
        self.0 / HUNDREDTH
    }

    /// A whole, 100 %, in the smallest unit.
    pub(crate) const fn whole_units() -> i128 {
        PERCENTAGE.max as i128
    }
}
