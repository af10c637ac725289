//! What the schema's types mean as text: numbers by value, days, moments.

use std::sync::LazyLock;

use jiff::civil::{Date, Time};
use jiff::tz::{TimeZone, offset};
use jiff::{SignedDuration, Timestamp, ToSpan as _};

/// The clock of Amsterdam, as the European rule has it. It needs no zone data.
static AMSTERDAM: LazyLock<TimeZone> = LazyLock::new(|| {
    let rule = TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3");
    rule.unwrap_or_else(|_| TimeZone::fixed(offset(1)))
});

/// An xs:integer of at most `digits` digits by value: a sign and zeros in front are allowed.
pub(super) fn integer(text: &str, digits: usize) -> Option<i64> {
    let (negative, unsigned) = signed(text);
    if unsigned.is_empty() || !unsigned.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let significant = unsigned.trim_start_matches('0');
    if significant.len() > digits {
        return None;
    }
    let value: i64 = if significant.is_empty() { 0 } else { significant.parse().ok()? };
    value.checked_mul(if negative { -1 } else { 1 })
}

/// A `Bedrag10.2`, in cents: at most ten digits, of which two decimals, by value.
pub(super) fn cents(text: &str) -> Option<i64> {
    const DIGITS: usize = 10;
    const DECIMALS: usize = 2;
    let (negative, unsigned) = signed(text);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !are_digits(whole) || !are_digits(decimals) || (whole.is_empty() && decimals.is_empty()) {
        return None;
    }
    let (whole, decimals) = (whole.trim_start_matches('0'), decimals.trim_end_matches('0'));
    // Lengths of a text.
    if decimals.len() > DECIMALS || whole.len().saturating_add(decimals.len()) > DIGITS {
        return None;
    }
    let digits = format!("0{whole}{decimals:0<DECIMALS$}");
    digits.parse::<i64>().ok()?.checked_mul(if negative { -1 } else { 1 })
}

fn signed(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(unsigned) => (true, unsigned),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// The day of an xs:date, which may have an offset.
pub(super) fn day(text: &str) -> Option<Date> {
    let (day, zone) = text.split_at_checked(10)?;
    if !zone.is_empty() {
        seconds_east(zone)?;
    }
    civil_day(day)
}

fn civil_day(text: &str) -> Option<Date> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let year = number([*y1, *y2])?.checked_mul(100)?.checked_add(number([*y3, *y4])?)?;
    let [month, day] = [number([*m1, *m2])?, number([*d1, *d2])?];
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The instant of an xs:dateTime. Without an offset it is Amsterdam clock time: of an hour that
/// comes twice the first, and of one that is left out in spring the same time after the change.
pub(super) fn instant(text: &str) -> Option<Timestamp> {
    let (day, rest) = text.split_at_checked(10)?;
    let rest = rest.strip_prefix('T')?;
    let (clock, zone) = rest.split_at(rest.find(['Z', '+', '-']).unwrap_or(rest.len()));
    let (time, days) = clock_time(clock)?;
    let moment = civil_day(day)?.checked_add(days.days()).ok()?.to_datetime(time);
    if zone.is_empty() {
        return AMSTERDAM.to_ambiguous_timestamp(moment).compatible().ok();
    }
    let east = SignedDuration::from_secs(seconds_east(zone)?);
    TimeZone::UTC.to_timestamp(moment).ok()?.checked_sub(east).ok()
}

/// The day of an instant, by the clock of Amsterdam.
pub(super) fn day_of(instant: Timestamp) -> Date {
    AMSTERDAM.to_datetime(instant).date()
}

/// The time of an instant, by the clock of Amsterdam.
pub(super) fn time_of(instant: Timestamp) -> Time {
    AMSTERDAM.to_datetime(instant).time()
}

/// The time of `10:15:00.25`, and how many days later it is: 24:00:00 is the next day.
fn clock_time(text: &str) -> Option<(Time, i64)> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let [h1, h2, b':', m1, m2, b':', s1, s2] = whole.as_bytes() else { return None };
    let [hour, minute, second] =
        [number([*h1, *h2])?, number([*m1, *m2])?, number([*s1, *s2])?].map(i8::try_from);
    let (hour, minute, second) = (hour.ok()?, minute.ok()?, second.ok()?);
    let nanosecond = match fraction {
        None => 0,
        Some("") => return None,
        Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            // An instant is kept to the nanosecond.
            let nine: String = digits.chars().chain("000000000".chars()).take(9).collect();
            nine.parse().ok()?
        }
        Some(_) => return None,
    };
    if (hour, minute, second, nanosecond) == (24, 0, 0, 0) {
        return Some((Time::midnight(), 1));
    }
    Time::new(hour, minute, second, nanosecond).ok().map(|time| (time, 0))
}

/// The seconds east of UTC of `Z`, `+01:00` or `-05:30`; at most fourteen hours.
fn seconds_east(zone: &str) -> Option<i64> {
    let [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] = zone.as_bytes() else {
        return (zone == "Z").then_some(0);
    };
    let (hours, minutes) = (number([*h1, *h2])?, number([*m1, *m2])?);
    let all = i64::from(hours).checked_mul(60)?.checked_add(minutes.into())?;
    if minutes > 59 || all > 14 * 60 {
        return None;
    }
    all.checked_mul(if *sign == b'-' { -60 } else { 60 })
}

/// The number of two digits.
fn number(digits: [u8; 2]) -> Option<i16> {
    let [tens, units] = digits.map(|byte| byte.wrapping_sub(b'0'));
    (tens <= 9 && units <= 9)
        // Two digits.
        .then(|| i16::from(tens).saturating_mul(10).saturating_add(units.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_by_its_value() {
        for (text, value) in
            [("0160", Some(160)), ("+8", Some(8)), ("-8", Some(-8)), ("-0", Some(0))]
        {
            assert_eq!(integer(text, 5), value, "{text}");
        }
        for text in ["", "+", "-", "1.0", "1e2", "123456", "--1", "１"] {
            assert_eq!(integer(text, 5), None, "{text}");
        }
        assert_eq!(integer("00099999", 5), Some(99_999));
        for (text, value) in [
            ("1980.50", 1980_50),
            ("-.5", -50),
            ("+12.", 12_00),
            ("1.500", 1_50),
            ("99999999.99", 99_999_999_99),
            ("9999999999", 9_999_999_999_00),
        ] {
            assert_eq!(cents(text), Some(value), "{text}");
        }
        for text in ["", ".", "-", "1.005", "1,5", "100000000.01", "12345678901", "1 "] {
            assert_eq!(cents(text), None, "{text}");
        }
    }

    #[test]
    fn an_instant_without_offset_is_amsterdam_clock_time() {
        for (text, utc) in [
            ("2026-02-20T10:15:00", "2026-02-20T09:15:00Z"),
            ("2026-07-20T10:15:00", "2026-07-20T08:15:00Z"),
            ("2026-07-20T10:15:00Z", "2026-07-20T10:15:00Z"),
            ("2026-07-20T10:15:00.5+05:30", "2026-07-20T04:45:00.5Z"),
            ("2026-04-30T24:00:00", "2026-04-30T22:00:00Z"),
            // 02:30 comes twice on 25 October and not at all on 29 March.
            ("2026-10-25T02:30:00", "2026-10-25T00:30:00Z"),
            ("2026-03-29T02:30:00", "2026-03-29T01:30:00Z"),
        ] {
            assert_eq!(instant(text), utc.parse().ok(), "{text}");
        }
        for text in [
            "2026-02-20",
            "2026-02-20T10:15",
            "2026-02-20T10:15:60",
            "2026-02-20T24:00:01",
            "2026-02-30T10:15:00",
            "2026-02-20T10:15:00.",
            "2026-02-20T10:15:00+15:00",
            "2026-02-20T10:15:00+01",
            "2026-02-20Tmorning",
        ] {
            assert_eq!(instant(text), None, "{text}");
        }
        // The day of filing is that of Amsterdam: 1 May there, 30 April in UTC.
        let night = instant("2027-04-30T22:30:00Z").unwrap();
        assert_eq!(day_of(night).to_string(), "2027-05-01");
        assert_eq!(time_of(night).to_string(), "00:30:00");
    }
}
