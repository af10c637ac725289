//! The fast path: a line without quotes and without anything wrong, in one pass.
//!
//! `None` says nothing but that the slow path must look: that is where quoting is undone and where
//! errors are made. A test holds both to the same records.
//!
//! Positions and counts saturate, and never do: none is larger than memory.

use core::ops::Range;

use jiff::civil::Date;

use crate::payroll::csv::columns::Column;
use crate::payroll::key::same;
use crate::payroll::record::{Employment, Entry};
use crate::payroll::tijdvak::Aangiftetijdvak;
use crate::unit::{Unit, Year};

/// The fast path's own memory: the period of the last line is often that of the next.
#[derive(Debug)]
pub(super) struct Fast {
    text: Vec<u8>,
    period: Aangiftetijdvak,
    /// Where the relation of the last line is; few files have one.
    relation: Option<Range<usize>>,
}

/// Where the keys of a line are, and how long it is with its line feed.
pub(super) struct Line {
    pub(super) employer: Range<usize>,
    pub(super) person: Range<usize>,
    pub(super) length: usize,
}

/// An entry to read into.
pub(in crate::payroll::csv) const BLANK: Entry = Entry::new(Aangiftetijdvak::whole_year(Year::MIN));

impl Fast {
    pub(super) fn new() -> Self {
        Self { text: Vec::new(), period: Aangiftetijdvak::whole_year(Year::MIN), relation: None }
    }

    /// Where the relation of the line that was read last is.
    #[inline]
    pub(super) fn relation(&self) -> Option<Range<usize>> {
        self.relation.clone()
    }

    /// Reads the line at the beginning of `bytes`, whose fields are these columns, into `entry`; what
    /// has no column stays as it is.
    #[inline]
    pub(super) fn parse(
        &mut self,
        bytes: &[u8],
        columns: &[Option<Column>],
        entry: &mut Entry,
    ) -> Option<Line> {
        let (mut employer, mut person) = (0..0, 0..0);
        let mut rest = bytes;
        for (place, column) in (1..).zip(columns) {
            let begins = bytes.len().saturating_sub(rest.len());
            // Numbers and periods find their own end.
            let length = match column {
                Some(Column::PaidHours) => {
                    let (hours, length) = number(rest)?;
                    entry.paid_hours = hours;
                    length
                }
                Some(Column::PremiumWage) => {
                    let (wage, length) = number(rest)?;
                    entry.premium_wage = wage;
                    length
                }
                Some(Column::Employer) => {
                    let length = key_length(rest)?;
                    employer = begins..begins.saturating_add(length);
                    length
                }
                Some(Column::Person) => {
                    let length = key_length(rest)?;
                    person = begins..begins.saturating_add(length);
                    length
                }
                Some(Column::Relation) => {
                    let length = key_length(rest)?;
                    self.relation = Some(begins..begins.saturating_add(length));
                    length
                }
                Some(Column::Period) => {
                    let length = self.period(rest)?;
                    entry.period = self.period;
                    length
                }
                Some(Column::Kind) => {
                    let (field, length) = plain(rest)?;
                    entry.kind = kind(field)?;
                    length
                }
                Some(Column::EmployedFrom) => set_date(&mut entry.employed_from, rest)?,
                Some(Column::EmployedUntil) => set_date(&mut entry.employed_until, rest)?,
                Some(Column::FiledOn) => set_date(&mut entry.filed_on, rest)?,
                Some(Column::AsksLkv) => {
                    let (field, length) = plain(rest)?;
                    entry.asks_lkv = asks_lkv(field)?;
                    length
                }
                None => plain_length(rest)?,
            };
            let end = if place == columns.len() { b'\n' } else { b',' };
            rest = match rest.get(length..)?.split_first()? {
                (byte, after) if *byte == end => after,
                (b'\r', [b'\n', after @ ..]) if end == b'\n' => after,
                _ => return None,
            };
        }
        let length = bytes.len().checked_sub(rest.len())?;
        let whole = !employer.is_empty() && !person.is_empty() && entry.is_in_order();
        whole.then_some(Line { employer, person, length })
    }

    /// Reads the period at the beginning, and how long it is.
    #[inline]
    fn period(&mut self, rest: &[u8]) -> Option<usize> {
        let known = self.text.len();
        if let Some((field, [b',' | b'\n' | b'\r', ..])) = rest.split_at_checked(known) {
            if known > 0 && same(&self.text, field) {
                return Some(known);
            }
        }
        let (field, length) = plain(rest)?;
        self.period = Aangiftetijdvak::from_bytes(field)?;
        self.text.clear();
        self.text.extend_from_slice(field);
        Some(length)
    }
}

/// The field at the beginning, and how long it is.
#[inline]
fn plain(rest: &[u8]) -> Option<(&[u8], usize)> {
    let length = plain_length(rest)?;
    Some((rest.get(..length)?, length))
}

/// How long it is to the first byte that is not ASCII above the comma: an end of a field or line,
/// or a quote, a blank, a control character, a letter of another script, at which the slow path must
/// look.
#[inline]
fn key_length(field: &[u8]) -> Option<usize> {
    length_before::<b'\x7f'>(field)
}

/// The same, of a field that is no key: whatever else it holds is refused anyway.
#[inline]
fn plain_length(field: &[u8]) -> Option<usize> {
    length_before::<b'\x80'>(field)
}

/// How long it is to the first byte that is not above the comma and below the other end.
#[inline]
fn length_before<const END: u8>(field: &[u8]) -> Option<usize> {
    let (mut rest, mut length) = (field, 0_usize);
    while let Some((eight, after)) = rest.split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*eight);
        // The highest bit of each byte: set where it is less, or no ASCII, or the last of ASCII. What
        // one byte carries to the next comes after the first that is found.
        let less = word.wrapping_sub(everywhere(b',' + 1)) & !word;
        let last = word.wrapping_add(everywhere(0x80_u8.wrapping_sub(END)));
        let found = (less | word | last) & everywhere(0x80);
        if found != 0 {
            return length.checked_add(usize::try_from(found.trailing_zeros() / 8).ok()?);
        }
        (rest, length) = (after, length.wrapping_add(8));
    }
    let plain = |byte: &u8| (b',' + 1..END).contains(byte);
    rest.iter().position(|byte| !plain(byte)).map(|more| length.wrapping_add(more))
}

/// A byte in each of eight places.
const fn everywhere(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Where the byte is first among eight, counted in bits; 64 if it does not.
#[inline]
const fn first(word: u64, byte: u8) -> u32 {
    let zero_there = word ^ everywhere(byte);
    let found = zero_there.wrapping_sub(everywhere(1)) & !zero_there & everywhere(0x80);
    // The mark is the highest bit of its byte.
    found.trailing_zeros() & !7
}

/// A number of at most two decimals, in hundredths, and how long it is.
///
/// Eight bytes hold most, and are read without a branch that depends on how many digits there are.
#[inline]
fn number<U: Unit>(rest: &[u8]) -> Option<(U, usize)> {
    let eight = rest.first_chunk::<8>().map(|bytes| u64::from_le_bytes(*bytes));
    if let Some((units, length)) = eight.and_then(hundredths_of_eight) {
        return Some((U::within(units)?, length));
    }
    let length = plain_length(rest)?;
    Some((hundredths(rest.get(..length)?)?, length))
}

/// The number at the beginning of eight bytes, if a comma ends it there.
#[inline]
fn hundredths_of_eight(word: u64) -> Option<(i64, usize)> {
    let comma = first(word, b',');
    let point = first(word, b'.');
    // Between one and seven bytes, beginning with a digit; no zero before another digit.
    let padded = word & 0xff == u64::from(b'0') && comma.min(point) > 8;
    if comma == 0 || comma == u64::BITS || point == 0 || padded {
        return None;
    }
    let below = |bits: u32| 1_u64.wrapping_shl(bits).wrapping_sub(1);
    let (digits, bits, decimals) = if point < comma {
        // What follows the point moves into its place.
        let whole = word & below(point);
        let after = word.wrapping_shr(8) & below(comma.wrapping_sub(8)) & !below(point);
        (whole | after, comma.wrapping_sub(8), comma.wrapping_sub(point).wrapping_sub(8) / 8)
    } else {
        (word & below(comma), comma, 0)
    };
    let scale = match (decimals, point < comma) {
        (0, false) => 100,
        (1, true) => 10,
        (2, true) => 1,
        _ => return None,
    };
    // Eight digits, zeros before them.
    let eight = digits.wrapping_shl(u64::BITS.wrapping_sub(bits))
        | everywhere(b'0') & below(u64::BITS.wrapping_sub(bits));
    let is_digit = |word: u64| word & everywhere(0xf0) == everywhere(0x30);
    if !is_digit(eight) || !is_digit(eight.wrapping_add(everywhere(6))) {
        return None;
    }
    // Pairs, then fours, then all eight.
    let ones = eight & everywhere(0x0f);
    let pairs = ones.wrapping_mul(10 << 8 | 1).wrapping_shr(8) & 0x00ff_00ff_00ff_00ff;
    let fours = pairs.wrapping_mul(100 << 16 | 1).wrapping_shr(16) & 0x0000_ffff_0000_ffff;
    let all = fours.wrapping_mul(10_000 << 32 | 1).wrapping_shr(32);
    let length = usize::try_from(comma / 8).ok()?;
    Some((i64::try_from(all).ok()?.wrapping_mul(scale), length))
}

/// A number of at most two decimals, in hundredths.
#[inline]
fn hundredths<U: Unit>(field: &[u8]) -> Option<U> {
    /// This number of digits cannot overflow, and holds every amount within bounds.
    const MOST_DIGITS: usize = 15;
    let (negative, digits) = match field {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    let point = digits.iter().position(|byte| *byte == b'.');
    let (whole, decimals) = match point {
        Some(point) => (digits.get(..point)?, digits.get(point.checked_add(1)?..)?),
        None => (digits, &b"00"[..]),
    };
    if whole.is_empty() || whole.len() > MOST_DIGITS || matches!(whole, [b'0', _, ..]) {
        return None;
    }
    let [tenths, hundredths] = match *decimals {
        [tenths] => [tenths, b'0'],
        [tenths, hundredths] => [tenths, hundredths],
        _ => return None,
    };
    let units = whole.iter().chain(&[tenths, hundredths]).try_fold(0_i64, |sum, byte| {
        let digit = byte.wrapping_sub(b'0');
        (digit <= 9).then(|| sum.wrapping_mul(10).wrapping_add(digit.into()))
    })?;
    U::within(if negative { units.wrapping_neg() } else { units })
}

#[inline]
fn kind(field: &[u8]) -> Option<Employment> {
    Some(match field {
        b"ordinary" => Employment::Ordinary,
        b"agency" => Employment::Agency,
        b"payroll" => Employment::Payroll,
        b"wsw" => Employment::Wsw,
        b"wsw_seconded" => Employment::WswSeconded,
        b"beschut_werk" => Employment::BeschutWerk,
        b"benefit" => Employment::Benefit,
        _ => return None,
    })
}

/// Reads the ISO date at the beginning, or nothing from nothing, and how long it is.
#[inline]
fn set_date(day: &mut Option<Date>, rest: &[u8]) -> Option<usize> {
    let (field, length) = plain(rest)?;
    *day = if field.is_empty() { None } else { Some(date(field)?) };
    Some(length)
}

/// An ISO date.
#[inline]
fn date(field: &[u8]) -> Option<Date> {
    let [year @ .., b'-', month, of_month, b'-', day, of_day] = field else { return None };
    let (month, day) = (digits(&[*month, *of_month])?, digits(&[*day, *of_day])?);
    let year = digits(year).filter(|_| year.len() == 4)?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[inline]
fn digits(digits: &[u8]) -> Option<i16> {
    digits.iter().try_fold(0_i16, |sum, byte| {
        let digit = byte.wrapping_sub(b'0');
        (digit <= 9).then(|| sum.saturating_mul(10).saturating_add(digit.into()))
    })
}

#[inline]
fn asks_lkv(field: &[u8]) -> Option<bool> {
    match field {
        b"true" | b"J" => Some(true),
        b"false" | b"N" | b"" => Some(false),
        _ => None,
    }
}
