//! A number of a self-describing format is a value: `25.80`, `25.8` and `258e-1` are the same.
//!
//! Every such number is first written in the plain notation of the units, exactly. Nothing
//! here computes with binary floats: a float comes as its shortest decimal text.

use std::borrow::Cow;

/// Zeros that are written out at most, before or after the point: past the bounds and the decimals
/// of every unit, and more than an error shows.
const MOST_ZEROS: i64 = 50;

/// The exact value of a decimal number: its digits, and where the point is among them.
#[derive(Debug)]
pub(super) struct Number {
    negative: bool,
    /// Without zeros at either end; empty for zero.
    digits: String,
    /// How many digits are before the point; more than there are, or less than none.
    point: i64,
}

impl Number {
    /// The value of a number in JSON's grammar; `None` for any other text.
    pub(super) fn of(text: &str) -> Option<Self> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (decimal, exponent) = match rest.split_once(['e', 'E']) {
            Some((decimal, exponent)) => (decimal, power(exponent)?),
            None => (rest, 0),
        };
        let (whole, fraction) = match decimal.split_once('.') {
            Some((whole, fraction)) if is_digits(fraction) => (whole, fraction),
            Some(_) => return None,
            None => (decimal, ""),
        };
        if !is_digits(whole) || (whole.len() > 1 && whole.starts_with('0')) {
            return None;
        }
        let all = [whole, fraction].concat();
        let digits = all.trim_start_matches('0');
        // Lengths lie far within 64 bits, and an exponent at the end of those stays there.
        let zeros = length(&all).saturating_sub(length(digits));
        let point = length(whole).saturating_sub(zeros).saturating_add(exponent);
        let digits = digits.trim_end_matches('0').to_owned();
        Some(Self { negative, digits, point })
    }

    /// How many digits it has from the first to the last that is not zero.
    pub(super) fn significant(&self) -> usize {
        self.digits.len()
    }

    /// The value in plain notation, without zeros at the end of its decimals. Only of a value far
    /// outside the bounds and the decimals of every unit are some of the zeros left out.
    pub(super) fn plain(&self) -> String {
        let Self { negative, digits, point } = self;
        if digits.is_empty() {
            return "0".to_owned();
        }
        let sign = if *negative { "-" } else { "" };
        let zeros = |number: i64| "0".repeat((0..number.min(MOST_ZEROS)).count());
        // No more than `MOST_ZEROS` are written: saturation never shows.
        if *point <= 0 {
            return format!("{sign}0.{}{digits}", zeros(point.saturating_neg()));
        }
        match usize::try_from(*point).ok().and_then(|point| digits.split_at_checked(point)) {
            Some((whole, fraction)) if !fraction.is_empty() => format!("{sign}{whole}.{fraction}"),
            _ => format!("{sign}{digits}{}", zeros(point.saturating_sub(length(digits)))),
        }
    }
}

/// A number's text in plain notation; as it is if it is plain already, or no number.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let is_plain = is_digits(text) && !text.starts_with('0');
    match (!is_plain).then(|| Number::of(text)).flatten() {
        Some(number) => number.plain().into(),
        None => text.into(),
    }
}

/// The power of ten; one that no number of digits makes up for where it is beyond 64 bits.
fn power(exponent: &str) -> Option<i64> {
    let (negative, digits) = match exponent.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, exponent.strip_prefix('+').unwrap_or(exponent)),
    };
    let power = is_digits(digits).then(|| digits.parse().unwrap_or(i64::MAX))?;
    // Zero or more, which has its negative.
    Some(if negative { power.saturating_neg() } else { power })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn length(text: &str) -> i64 {
    // No text is longer than the most that a signed size holds.
    i64::try_from(text.len()).unwrap_or(i64::MAX)
}
