//! A decimal of at most 15 significant digits comes through a binary double as the same number.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fmt::{Debug, Display};
use std::str::FromStr;

use banenafspraak::unit::SignedEuro;
use banenafspraak::{Error, Euro, Hours, Percentage, Year};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde::de::value::{Error as PlainError, F64Deserializer};
use serde::de::{DeserializeOwned, IntoDeserializer as _};

/// Units of every size: as many digits as drawn, not nearly all of them the most.
fn units(digits: u32) -> impl Strategy<Value = i64> {
    (0..=digits).prop_flat_map(|digits| 0..10_i64.pow(digits))
}

/// What a program that has only the double of this text reads, and what the text itself is.
fn both<T: DeserializeOwned + FromStr<Err = Error>>(text: &str) -> (T, T) {
    let double: f64 = text.parse().unwrap();
    let deserializer: F64Deserializer<PlainError> = double.into_deserializer();
    (T::deserialize(deserializer).unwrap(), text.parse().unwrap())
}

fn same<T>(units: i64, decimals: u32) -> Result<(), TestCaseError>
where
    T: DeserializeOwned + FromStr<Err = Error> + PartialEq + Debug + Display,
{
    let text = Decimal::new(units, decimals).to_string();
    let (from_double, from_text) = both::<T>(&text);
    prop_assert_eq!(&from_double, &from_text, "{}", text);
    // Not only the same, but the number that was written.
    prop_assert_eq!(from_double.to_string().parse::<Decimal>(), text.parse::<Decimal>());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn hours(units in units(13)) {
        same::<Hours>(units, 2)?;
    }

    #[test]
    fn euros(units in units(15), negative: bool) {
        same::<Euro>(units, 2)?;
        same::<SignedEuro>(if negative { units.saturating_neg() } else { units }, 2)?;
    }

    #[test]
    fn percentages(units in 0..=100_000_000_i64, decimals in 2..=6_u32) {
        same::<Percentage>(units.checked_rem(10_i64.pow(decimals)).unwrap(), decimals)?;
        same::<Percentage>(units, 6)?;
    }

    #[test]
    fn years(year in 1000..=2999_i64) {
        same::<Year>(year, 0)?;
    }

    /// A program's own double is read by the same rule as one in JSON, whatever it is.
    #[test]
    fn a_double_is_a_quantity_by_the_rule_of_json(
        units in units(15),
        decimals in 0..=4_u32,
        bits in any::<u64>(),
    ) {
        let decimal: f64 = Decimal::new(units, decimals).to_string().parse().unwrap();
        for double in [decimal, f64::from_bits(decimal.to_bits() | 1 << 63), f64::from_bits(bits), -0.0, f64::NAN, f64::INFINITY, 1e21] {
            let deserializer: F64Deserializer<PlainError> = double.into_deserializer();
            let read = <Euro as serde::Deserialize>::deserialize(deserializer);
            prop_assert_eq!(Euro::try_from(double).ok(), read.ok(), "{}", double);
            let deserializer: F64Deserializer<PlainError> = double.into_deserializer();
            let read = <SignedEuro as serde::Deserialize>::deserialize(deserializer);
            prop_assert_eq!(SignedEuro::try_from(double).ok(), read.ok(), "{}", double);
        }
    }

    /// The neighbours of such a double are never taken for a number: they have more digits.
    #[test]
    fn the_next_double_is_refused(units in units(13)) {
        let double: f64 = Decimal::new(units, 2).to_string().parse().unwrap();
        let next: F64Deserializer<PlainError> = f64::from_bits(double.to_bits().saturating_add(1)).into_deserializer();
        let read = <Hours as serde::Deserialize>::deserialize(next);
        prop_assert!(read.unwrap_err().to_string().contains("write the number as a string"));
    }
}
