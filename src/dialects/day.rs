//! Dates and aangiftetijdvakken as spreadsheets write them.

use jiff::civil::Date;

use super::dialect::DateForm;
use crate::error::{ErrorKind, Excerpt};

/// Rewrites a date into the plain form, and says what form it has; `None` if it is no date.
pub(super) fn plain(text: &str) -> Result<Option<(String, DateForm)>, ErrorKind> {
    if text.is_empty() {
        return Ok(None);
    }
    let day = without_midnight(text.trim());
    let Some((parts, sign)) = parts(day) else { return Ok(None) };
    let (year, month, day, form) = match parts.map(Part::of) {
        [Part { digits: 4, number: year }, month, day]
            if sign != '.' && is_short(&[month, day]) =>
        {
            (year, month, day, DateForm::YearFirst)
        }
        [day, month, Part { digits: 4, number: year }] if is_short(&[day, month]) => {
            (year, month, day, DateForm::DayFirst(sign))
        }
        [day, month, year] if is_short(&[day, month, year]) && year.digits == 2 => {
            return Err(ErrorKind::TwoDigitYear { text: Excerpt::of(text) });
        }
        _ => return Ok(None),
    };
    let date = i16::try_from(year).ok().zip(i8::try_from(month.number).ok());
    let date = date.zip(i8::try_from(day.number).ok());
    let date = date.and_then(|((year, month), day)| Date::new(year, month, day).ok());
    Ok(date.map(|date| (date.to_string(), form)))
}

/// Whether a date has the plain form, whatever day it is.
pub(super) fn is_plain(text: &str) -> bool {
    let is_right = |(place, byte): (usize, u8)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    text.len() == "2026-12-31".len() && text.bytes().enumerate().all(is_right)
}

/// A number of a date, and of how many digits; none of what is no number.
#[derive(Debug, Clone, Copy)]
struct Part {
    digits: usize,
    number: u16,
}

impl Part {
    fn of(text: &str) -> Self {
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse() {
            Ok(number) if is_number => Self { digits: text.len(), number },
            _ => Self { digits: 0, number: 0 },
        }
    }
}

fn is_short(parts: &[Part]) -> bool {
    parts.iter().all(|part| (1..=2).contains(&part.digits))
}

/// The three parts of a date, and the sign between them.
fn parts(text: &str) -> Option<([&str; 3], char)> {
    ['-', '/', '.'].into_iter().find_map(|sign| {
        let mut parts = text.split(sign);
        let three = [parts.next()?, parts.next()?, parts.next()?];
        parts.next().is_none().then_some((three, sign))
    })
}

/// A date without the midnight that a spreadsheet writes beside it.
fn without_midnight(text: &str) -> &str {
    let Some((day, time)) = text.split_once([' ', 'T']) else { return text };
    if matches!(time.trim(), "0:00" | "00:00" | "0:00:00" | "00:00:00") { day } else { text }
}

/// The months as Dutch and English spreadsheets write them.
const MONTHS: [&[&str]; 12] = [
    &["jan", "januari", "january"],
    &["feb", "februari", "february"],
    &["mrt", "maart", "mar", "march"],
    &["apr", "april"],
    &["mei", "may"],
    &["jun", "juni", "june"],
    &["jul", "juli", "july"],
    &["aug", "augustus", "august"],
    &["sep", "sept", "september"],
    &["okt", "oktober", "oct", "october"],
    &["nov", "november"],
    &["dec", "december"],
];

/// Rewrites an aangiftetijdvak into the plain form; `None` if it is none.
///
/// A number alone, as in `202603` or `P03`, is a month in one payroll program and four weeks in
/// another.
pub(super) fn period(text: &str) -> Result<Option<String>, ErrorKind> {
    let lower = text.trim().to_lowercase();
    let parts: Vec<&str> = lower
        .split(|it: char| matches!(it, '-' | '/' | '.') || it.is_whitespace())
        .filter(|part| !part.is_empty())
        .collect();
    let period = match *parts {
        [one] if is_compact(one) => {
            return Err(ErrorKind::AmbiguousPeriod { text: Excerpt::of(text) });
        }
        [one, other] => match (year(one), year(other)) {
            (Some(year), None) => part_of(year, other),
            (None, Some(year)) => part_of(year, one),
            // A name and a year of two digits: mrt-26.
            _ => month(one)
                .zip(two_digit_year(other))
                .map(|(month, year)| OfYear::Known(format!("{year}-{month:02}"))),
        },
        // 4wk 05 2026, 2026 4w 05, halfjaar 1 2026, 1e halfjaar 2026; two numbers are a day.
        [first, .., last] if parts.len() <= 4 => {
            let (of_year, part) = match (year(first), year(last)) {
                (Some(year), None) => (Some(year), parts.get(1..)),
                (None, Some(year)) => (Some(year), parts.split_last().map(|(_, part)| part)),
                _ => (None, None),
            };
            let part = part.unwrap_or_default().concat();
            let is_named = part.contains(|it: char| it.is_alphabetic());
            of_year.filter(|_| is_named).and_then(|year| part_of(year, &part))
        }
        _ => None,
    };
    match period {
        Some(OfYear::Known(plain)) => Ok(Some(plain)),
        Some(OfYear::Numbered) => Err(ErrorKind::AmbiguousPeriod { text: Excerpt::of(text) }),
        None => Ok(None),
    }
}

/// What part of a year a text is.
enum OfYear {
    Known(String),
    /// `P05`: which kind of period it numbers is not said.
    Numbered,
}

fn part_of(year: u16, text: &str) -> Option<OfYear> {
    let numbered = |prefix: &str| -> Option<u8> {
        let digits = text.strip_prefix(prefix)?;
        number(digits)
    };
    let four_weeks = ["4wk", "4w", "4weken"].into_iter().find_map(numbered);
    if let Some(number) = four_weeks {
        return Some(OfYear::Known(format!("{year}-4w{number:02}")));
    }
    if ["p", "periode", "per"].into_iter().find_map(numbered).is_some() {
        return Some(OfYear::Numbered);
    }
    let half = ["h", "halfjaar"].into_iter().find_map(numbered);
    let half = half.or(match text {
        "1ehalfjaar" => Some(1),
        "2ehalfjaar" => Some(2),
        _ => None,
    });
    if let Some(half) = half {
        return Some(OfYear::Known(format!("{year}-h{half}")));
    }
    if matches!(text, "y" | "jaar" | "heeljaar") {
        return Some(OfYear::Known(format!("{year}-y")));
    }
    let month = month(text).or_else(|| number(text));
    month.map(|month| OfYear::Known(format!("{year}-{month:02}")))
}

/// Six digits: a year and a number.
fn is_compact(text: &str) -> bool {
    let plain = text.strip_prefix('p').unwrap_or(text);
    plain.len() == 6 && plain.bytes().all(|byte| byte.is_ascii_digit())
}

fn month(text: &str) -> Option<u8> {
    let place = MONTHS.iter().position(|names| names.contains(&text))?;
    u8::try_from(place.saturating_add(1)).ok()
}

fn year(text: &str) -> Option<u16> {
    let year = text.parse().ok()?;
    (text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(year)
}

/// The banenafspraak has years of this century alone.
fn two_digit_year(text: &str) -> Option<u16> {
    let year: u16 = number(text).filter(|_| text.len() == 2)?.into();
    year.checked_add(2000)
}

/// One or two digits.
fn number(text: &str) -> Option<u8> {
    let is_short = (1..=2).contains(&text.len());
    (is_short && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}
