//! The text of a quantity: plain notation, read strictly, written canonically.

use core::fmt;
use core::num::NonZero;

use rust_decimal::Decimal;

use super::bounds::Bounds;
use crate::error::{Error, ErrorKind, Excerpt};

/// Reads plain notation (`25800`, `19.38`, `-284.10`) into smallest units, exactly or not at all.
///
/// No exponent, no sign but `-`, no space, no grouping; a digit on both sides of the point, and no
/// zero before another digit (`007` is a code, not a quantity).
pub(crate) fn parse(text: &str, bounds: &Bounds) -> Result<i64, Error> {
    let field = bounds.name;
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let padded = whole.len() > 1 && whole.starts_with('0');
    if !is_digits(whole) || padded || !fraction.is_none_or(is_digits) {
        return Err(if names_no_finite_number(digits) {
            Error::new(field, ErrorKind::NotFinite { text: Excerpt::of(text) })
        } else {
            Error::new(field, ErrorKind::NotANumber { text: Excerpt::of(text) })
        });
    }
    let (kept, beyond) = split_at_most(fraction.unwrap_or(""), bounds.decimals);
    // Zeros too: `180.000` may well be meant as 180,000.
    if !beyond.is_empty() {
        return Err(Error::new(
            field,
            ErrorKind::TooPrecise {
                value: Excerpt::of(text),
                decimals: bounds.decimals,
                advice: bounds.advice,
            },
        ));
    }
    let padding = (kept.len()..bounds.decimals as usize).map(|_| b'0');
    let magnitude =
        whole.bytes().chain(kept.bytes()).chain(padding).try_fold(0_i64, |sum, digit| {
            sum.checked_mul(10)?.checked_add(i64::from(digit.wrapping_sub(b'0')))
        });
    let units =
        magnitude.and_then(|units| if negative { units.checked_neg() } else { Some(units) });
    // Past 64 bits is past every bound; the error shows the text as given.
    let beyond_64_bits = if negative { i64::MIN } else { i64::MAX };
    check(units.unwrap_or(beyond_64_bits), bounds, text)
}

/// The units, if within bounds; `given` is the value as the error shows it.
#[inline]
pub(crate) fn check(units: i64, bounds: &Bounds, given: impl fmt::Display) -> Result<i64, Error> {
    if units >= bounds.min && units <= bounds.max {
        return Ok(units);
    }
    Err(out_of_bounds(units, bounds, Excerpt::of(given)))
}

#[cold]
pub(crate) fn out_of_bounds(units: i64, bounds: &Bounds, value: Excerpt) -> Error {
    let field = bounds.name;
    if units < 0 && bounds.min == 0 {
        Error::new(field, ErrorKind::Negative { value })
    } else {
        Error::new(
            field,
            ErrorKind::OutOfRange {
                value,
                min: decimal(bounds.min, bounds.decimals),
                max: decimal(bounds.max, bounds.decimals),
            },
        )
    }
}

const TEN: NonZero<u64> = NonZero::<u64>::MIN.saturating_add(9);

/// Writes smallest units in plain notation, with no more decimals than needed or always shown.
pub(crate) fn write(units: i64, bounds: &Bounds, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let magnitude = units.unsigned_abs();
    // No unit has more decimals than a power of ten in 64 bits.
    let scale = TEN.saturating_pow(bounds.decimals);
    let (whole, mut fraction) = (magnitude / scale, magnitude % scale);
    let mut decimals = bounds.decimals;
    while decimals > bounds.shown && fraction % 10 == 0 {
        fraction /= 10;
        // More than `shown`, and so more than zero.
        decimals = decimals.saturating_sub(1);
    }
    let digits = if decimals == 0 {
        Excerpt::of(whole)
    } else {
        Excerpt::of(format_args!("{whole}.{fraction:0width$}", width = decimals as usize))
    };
    f.pad_integral(units >= 0, "", digits.as_str())
}

/// A whole number of smallest units as a decimal.
pub(crate) fn decimal(units: i64, decimals: u32) -> Decimal {
    // At most 18 decimals here, and 28 in a `Decimal`.
    Decimal::new(units, decimals).normalize()
}

/// A decimal as a whole number of smallest units, exactly or not at all.
pub(crate) fn units(value: Decimal, bounds: &Bounds) -> Result<i64, Error> {
    let exact = value.normalize();
    let Some(missing) = bounds.decimals.checked_sub(exact.scale()) else {
        return Err(Error::new(
            bounds.name,
            ErrorKind::TooPrecise {
                value: Excerpt::of(value),
                decimals: bounds.decimals,
                advice: bounds.advice,
            },
        ));
    };
    // Past 128 bits is past every bound; the error shows the value as given.
    let scaled = exact.mantissa().saturating_mul(10_i128.pow(missing));
    let past_bounds = if scaled < 0 { i64::MIN } else { i64::MAX };
    check(i64::try_from(scaled).unwrap_or(past_bounds), bounds, value)
}

/// A decimal of zero or more, rounded down to its unit's decimals.
pub(crate) fn units_rounded_down(value: Decimal, bounds: &Bounds) -> Result<i64, Error> {
    if value.is_sign_negative() && !value.is_zero() {
        return Err(Error::new(bounds.name, ErrorKind::Negative { value: Excerpt::of(value) }));
    }
    units(
        value.round_dp_with_strategy(bounds.decimals, rust_decimal::RoundingStrategy::ToZero),
        bounds,
    )
}

/// Significant digits of a decimal that every 64-bit float gives back.
const DIGITS_OF_F64: usize = 15;

/// A 64-bit float as a whole number of smallest units, by the rule of the contract for JSON: where its
/// shortest text is a decimal of the unit with no more digits than a float gives back unharmed.
pub(crate) fn of_float(value: f64, bounds: &Bounds) -> Result<i64, Error> {
    // The shortest text that gives the float back, without an exponent.
    let text = value.to_string();
    let refused = || Error::new(bounds.name, ErrorKind::FloatRefused { value: Excerpt::of(&text) });
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let significant = digits.trim_matches('0').len();
    if significant > DIGITS_OF_F64 {
        return Err(refused());
    }
    parse(&text, bounds).map_err(|error| match error.kind() {
        ErrorKind::TooPrecise { .. } => refused(),
        _ => error,
    })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn names_no_finite_number(text: &str) -> bool {
    ["nan", "inf", "infinity"].iter().any(|name| text.eq_ignore_ascii_case(name))
}

fn split_at_most(text: &str, length: u32) -> (&str, &str) {
    text.split_at_checked(length as usize).unwrap_or((text, ""))
}
