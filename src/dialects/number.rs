//! Numbers with decimal points and commas, and marks between thousands.

use super::dialect::DecimalSign;
use crate::error::{ErrorKind, Excerpt};

/// What a text says as a number.
#[derive(Debug, PartialEq, Eq)]
enum Reading {
    /// A whole number, whatever the decimal sign is.
    Whole(String),
    /// A number that shows what the decimal sign is.
    Decimal(DecimalSign, String),
    /// One sign before three digits: thousands, or three decimals.
    Either { sign: DecimalSign, thousands: String, decimals: String },
    /// Digits are lost: `1,23457E+08`.
    Scientific,
    /// No number: whoever reads the plain form says so.
    None,
}

/// What may be around a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    Nothing,
    Euro,
    Percent,
}

/// Rewrites a number into the plain form, `None` if it is none; a number that shows the decimal sign
/// sets it.
pub(super) fn plain(
    text: &str,
    around: Around,
    known: &mut Option<DecimalSign>,
) -> Result<Option<String>, ErrorKind> {
    match (simple(text), *known) {
        (Simple::Whole, _) => return Ok(None),
        (Simple::Decimal(sign), Some(known)) if sign == known => {
            return Ok((sign == DecimalSign::Comma).then(|| text.replace(',', ".")));
        }
        _ => {}
    }
    match (read(text, around), *known) {
        (Reading::Whole(plain), _) => Ok(Some(plain)),
        (Reading::Decimal(sign, plain), None) => {
            *known = Some(sign);
            Ok(Some(plain))
        }
        (Reading::Decimal(sign, plain), Some(known)) if sign == known => Ok(Some(plain)),
        (Reading::Decimal(..), Some(known)) => {
            Err(ErrorKind::OtherDecimalSign { text: Excerpt::of(text), expected: known.phrase() })
        }
        (Reading::Either { sign, decimals, .. }, Some(known)) if sign == known => {
            Ok(Some(decimals))
        }
        (Reading::Either { thousands, .. }, Some(_)) => Ok(Some(thousands)),
        (Reading::Either { thousands, decimals, .. }, None) => Err(ErrorKind::AmbiguousNumber {
            text: Excerpt::of(text),
            whole: Excerpt::of(thousands),
            decimal: Excerpt::of(decimals),
        }),
        (Reading::Scientific, _) => Err(ErrorKind::Scientific),
        (Reading::None, _) => Ok(None),
    }
}

/// What most numbers are.
enum Simple {
    /// Digits alone.
    Whole,
    /// With one sign that can only be before decimals.
    Decimal(DecimalSign),
    /// All others, which are read with more care.
    Other,
}

fn simple(text: &str) -> Simple {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    if are_digits(digits) {
        return Simple::Whole;
    }
    let Some((head, tail)) = digits.split_once(['.', ',']) else { return Simple::Other };
    if !are_digits(head) || !are_digits(tail) || (tail.len() == 3 && !shows_decimals(head)) {
        return Simple::Other;
    }
    let is_point = digits.as_bytes().get(head.len()) == Some(&b'.');
    Simple::Decimal(if is_point { DecimalSign::Point } else { DecimalSign::Comma })
}

/// The decimal sign that a number shows, if it shows one.
pub(super) fn shown(text: &str, around: Around) -> Option<DecimalSign> {
    match simple(text) {
        Simple::Whole => return None,
        Simple::Decimal(sign) => return Some(sign),
        Simple::Other => {}
    }
    match read(text, around) {
        Reading::Decimal(sign, _) => Some(sign),
        _ => None,
    }
}

fn read(text: &str, around: Around) -> Reading {
    let (negative, text) = without_signs(text, around);
    if is_scientific(text) {
        return Reading::Scientific;
    }
    let sign = if negative { "-" } else { "" };
    let Some((text, spaced)) = without_spaces(text) else { return Reading::None };
    let is_sign = |it: char| matches!(it, '.' | ',');
    if !text.starts_with(|it: char| it.is_ascii_digit())
        || !text.ends_with(|it: char| it.is_ascii_digit())
        || !text.chars().all(|it| it.is_ascii_digit() || is_sign(it))
    {
        return Reading::None;
    }
    let Some((head, tail)) = text.rsplit_once(is_sign) else {
        return Reading::Whole(format!("{sign}{text}"));
    };
    let last = if text.get(head.len()..).is_some_and(|it| it.starts_with('.')) {
        DecimalSign::Point
    } else {
        DecimalSign::Comma
    };
    let digits: String = head.chars().filter(char::is_ascii_digit).collect();
    let decimals = format!("{sign}{digits}.{tail}");
    let thousands = format!("{sign}{digits}{tail}");
    match (head.contains(last.sign()), head.contains(last.other().sign())) {
        // 1664.5 and 1,5: the first sign before the decimals, unless three digits follow it.
        (false, false) if tail.len() != 3 || spaced || shows_decimals(head) => {
            Reading::Decimal(last, decimals)
        }
        (false, false) => Reading::Either { sign: last, thousands, decimals },
        // 1.664,50
        (false, true) if !spaced && are_groups(head, last.other().sign()) => {
            Reading::Decimal(last, decimals)
        }
        // 1.664.000
        (true, false) if !spaced && are_groups(&text, last.sign()) => {
            Reading::Decimal(last.other(), thousands)
        }
        _ => Reading::None,
    }
}

/// Whether no group of thousands can follow these digits.
fn shows_decimals(head: &str) -> bool {
    head.len() > 3 || head.starts_with('0')
}

/// The number without what may be around it, and whether it is negative.
fn without_signs(text: &str, around: Around) -> (bool, &str) {
    let mut text = text.trim();
    let mut negative = false;
    for _ in 0..2 {
        if let Some(rest) = text.strip_prefix('-').filter(|_| !negative) {
            (negative, text) = (true, rest);
        }
        if around == Around::Euro {
            let rest = text.strip_prefix('€').or_else(|| text.strip_prefix("EUR"));
            text = rest.map_or(text, str::trim_start);
        }
    }
    if around == Around::Percent {
        text = text.strip_suffix('%').map_or(text, str::trim_end);
    }
    (negative, text)
}

/// The number without spaces between its thousands, and whether it had them.
fn without_spaces(text: &str) -> Option<(String, bool)> {
    // A plain space, and those that do not break a line.
    let is_space = |it: char| matches!(it, ' ' | '\u{a0}' | '\u{202f}');
    if !text.contains(is_space) {
        return Some((text.to_owned(), false));
    }
    let whole = text.split(['.', ',']).next().unwrap_or_default();
    let groups: Vec<&str> = whole.split(is_space).collect();
    let rest = text.get(whole.len()..)?;
    (grouped(&groups) && !rest.contains(is_space)).then(|| (groups.concat() + rest, true))
}

/// Whether a sign is between thousands: `1.664`.
fn are_groups(text: &str, sign: char) -> bool {
    grouped(&text.split(sign).collect::<Vec<_>>())
}

fn grouped(groups: &[&str]) -> bool {
    let are_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    match groups {
        [first, rest @ ..] => {
            (1..=3).contains(&first.len())
                && are_digits(first)
                && rest.iter().all(|group| group.len() == 3 && are_digits(group))
        }
        [] => false,
    }
}

/// Whether a spreadsheet shortened a number: `1,23457E+08`.
pub(super) fn is_scientific(text: &str) -> bool {
    let Some((number, power)) = text.trim().split_once(['E', 'e']) else { return false };
    let power = power.strip_prefix(['+', '-']).unwrap_or_default();
    let are_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = number.strip_prefix('-').unwrap_or(number);
    let (whole, decimals) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    are_digits(power) && are_digits(whole) && are_digits(decimals)
}
