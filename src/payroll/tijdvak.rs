//! The aangiftetijdvak: the period of one wage return.

use core::fmt;
use core::str::FromStr;

use jiff::ToSpan as _;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::error::{Error, ErrorKind, Excerpt};
use crate::language::{In, Language, month};
use crate::unit::Year;

/// The period of one wage return: a calendar month, four weeks, a half year or a year.
///
/// ```
/// use banenafspraak::payroll::Aangiftetijdvak;
///
/// let march: Aangiftetijdvak = "2026-03".parse()?;
/// assert_eq!(march.last_day().to_string(), "2026-03-31");
/// // Four weeks: ISO weeks 17 to 20. The first begins on 1 January, the last ends on 31 December.
/// let fifth: Aangiftetijdvak = "2026-4w05".parse()?;
/// assert_eq!(fifth.first_day().to_string(), "2026-04-20");
/// assert_eq!((fifth.year().number(), fifth.to_string()), (2026, "2026-4w05".into()));
/// assert_eq!(Aangiftetijdvak::whole_year(fifth.year()).to_string(), "2026-y");
/// assert_eq!("2026-13".parse::<Aangiftetijdvak>().unwrap_err().code(), "not_a_period");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Aangiftetijdvak {
    year: Year,
    part: Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Part {
    Month(i8),
    FourWeeks(i8),
    HalfYear(i8),
    Year,
}

const MONTHS: i8 = 12;
const FOUR_WEEKS: i8 = 13;
const HALVES: i8 = 2;

impl Aangiftetijdvak {
    /// A calendar month, 1 to 12.
    ///
    /// ```
    /// use banenafspraak::Year;
    /// use banenafspraak::payroll::Aangiftetijdvak;
    ///
    /// let year = Year::new(2026)?;
    /// assert_eq!(Aangiftetijdvak::month(year, 3)?, "2026-03".parse()?);
    /// let error = Aangiftetijdvak::month(year, 13).unwrap_err();
    /// assert_eq!(error.to_string(), "period: 13 is not between 1 and 12");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`] for another number.
    pub fn month(year: Year, month: i8) -> Result<Self, Error> {
        Ok(Self { year, part: Part::Month(numbered(month, MONTHS)?) })
    }

    /// A period of four weeks, 1 to 13; the last of a long year has five weeks and more.
    ///
    /// ```
    /// use banenafspraak::Year;
    /// use banenafspraak::payroll::Aangiftetijdvak;
    ///
    /// let year = Year::new(2026)?;
    /// let last = Aangiftetijdvak::four_weeks(year, 13)?;
    /// assert_eq!(last.first_day().to_string(), "2026-11-30");
    /// assert_eq!(last.last_day().to_string(), "2026-12-31");
    /// assert_eq!(Aangiftetijdvak::four_weeks(year, 0).unwrap_err().code(), "out_of_range");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`] for another number.
    pub fn four_weeks(year: Year, number: i8) -> Result<Self, Error> {
        Ok(Self { year, part: Part::FourWeeks(numbered(number, FOUR_WEEKS)?) })
    }

    /// A half year, 1 or 2.
    ///
    /// ```
    /// use banenafspraak::Year;
    /// use banenafspraak::payroll::Aangiftetijdvak;
    ///
    /// let year = Year::new(2026)?;
    /// let second = Aangiftetijdvak::half_year(year, 2)?;
    /// assert_eq!(second, "2026-h2".parse()?);
    /// assert_eq!(second.first_day().to_string(), "2026-07-01");
    /// assert_eq!(Aangiftetijdvak::half_year(year, 3).unwrap_err().code(), "out_of_range");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`] for another number.
    pub fn half_year(year: Year, half: i8) -> Result<Self, Error> {
        Ok(Self { year, part: Part::HalfYear(numbered(half, HALVES)?) })
    }

    /// A whole year.
    pub const fn whole_year(year: Year) -> Self {
        Self { year, part: Part::Year }
    }

    /// The calendar year it belongs to.
    #[inline]
    pub const fn year(self) -> Year {
        self.year
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        let january = self.year.first_day();
        match self.part {
            Part::Month(month) => self.month_begins(month),
            Part::FourWeeks(number) => self.week_begins(number).unwrap_or(january),
            Part::HalfYear(half) => {
                // A half is 1 or 2.
                let months = half.saturating_sub(1).saturating_mul(MONTHS / HALVES);
                self.month_begins(months.saturating_add(1))
            }
            Part::Year => january,
        }
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        let december = self.year.last_day();
        match self.part {
            Part::Month(_) => self.first_day().last_of_month(),
            // The day before the next one begins.
            Part::FourWeeks(number) => self
                // A number is at most 13.
                .week_begins(number.saturating_add(1))
                .and_then(|next| next.checked_sub(1.day()).ok())
                .unwrap_or(december),
            Part::HalfYear(1) => self.month_begins(MONTHS / HALVES).last_of_month(),
            Part::HalfYear(_) | Part::Year => december,
        }
    }

    /// How many there can be in a year, of all kinds together.
    #[allow(dead_code, reason = "Rust 1.85 does not see a use in an unnamed constant")]
    pub(crate) const IN_A_YEAR: usize = 28;

    /// Its place among all of its year: months, four weeks, half years, the year.
    #[inline]
    pub(crate) const fn place(self) -> u32 {
        let (before, number) = match self.part {
            Part::Month(month) => (0, month),
            Part::FourWeeks(number) => (MONTHS, number),
            Part::HalfYear(half) => (MONTHS + FOUR_WEEKS, half),
            Part::Year => (MONTHS + FOUR_WEEKS + HALVES, 1),
        };
        // At most 28.
        before.saturating_add(number).saturating_sub(1).unsigned_abs() as u32
    }

    /// The one of a year at a [`place`](Self::place).
    pub(crate) fn at(year: Year, place: u32) -> Option<Self> {
        Self::all(year).nth(usize::try_from(place).ok()?)
    }

    /// Whether aangiftetijdvakken of a year, each a bit at its [`place`](Self::place), are all
    /// months, or all of another kind: then no two of them share a day.
    pub(crate) fn are_of_one_kind(periods: u32) -> bool {
        let bits = |count: i8| 1_u32.wrapping_shl(count.unsigned_abs().into()).wrapping_sub(1);
        let kinds = [MONTHS, MONTHS + FOUR_WEEKS, MONTHS + FOUR_WEEKS + HALVES].map(bits);
        let [months, four_weeks, halves] = kinds;
        let kinds = [months, four_weeks & !months, halves & !four_weeks, !halves];
        kinds.iter().any(|kind| periods & !kind == 0)
    }

    /// Whether both have a day in common.
    pub(crate) fn shares_a_day_with(self, other: Self) -> bool {
        self.first_day() <= other.last_day() && other.first_day() <= self.last_day()
    }

    /// All of a year, each at its [`place`](Self::place).
    pub(crate) fn all(year: Year) -> impl Iterator<Item = Self> {
        let months = (1..=MONTHS).map(Part::Month);
        let four_weeks = (1..=FOUR_WEEKS).map(Part::FourWeeks);
        let halves = (1..=HALVES).map(Part::HalfYear);
        let parts = months.chain(four_weeks).chain(halves).chain([Part::Year]);
        parts.map(move |part| Self { year, part })
    }

    /// From the bytes of its text; `None` if they are none.
    #[inline]
    pub(crate) fn from_bytes(text: &[u8]) -> Option<Self> {
        let (year, part) = Self::parts(text)?;
        Some(Self { year: Year::new(year).ok()?, part })
    }

    /// The number of the year and the part of it.
    #[inline]
    fn parts(text: &[u8]) -> Option<(i32, Part)> {
        let (year, rest) = text.split_at_checked(4)?;
        let year = year.iter().try_fold(0_i32, |sum, byte| {
            // Four digits.
            Some(sum.saturating_mul(10).saturating_add(i32::from(digit(*byte)?)))
        })?;
        let part = match *rest {
            [b'-', tens @ b'0'..=b'9', units] => Part::Month(two_digits(tens, units, MONTHS)?),
            [b'-', b'4', b'w', tens, units] => {
                Part::FourWeeks(two_digits(tens, units, FOUR_WEEKS)?)
            }
            [b'-', b'h', half @ b'1'..=b'2'] => Part::HalfYear(digit(half)?),
            [b'-', b'y'] => Part::Year,
            _ => return None,
        };
        Some((year, part))
    }

    /// The period in this language: in English as the contract has it, in Dutch in words.
    ///
    /// ```
    /// use banenafspraak::Language;
    /// use banenafspraak::payroll::Aangiftetijdvak;
    ///
    /// let period: Aangiftetijdvak = "2026-03".parse()?;
    /// assert_eq!(period.localized(Language::En).to_string(), "2026-03");
    /// assert_eq!(period.localized(Language::Nl).to_string(), "maart 2026");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn localized(self, language: Language) -> impl fmt::Display {
        In(language, self)
    }

    fn month_begins(self, month: i8) -> Date {
        // Every year of this crate lies within the calendar, and the month is checked.
        let year = i16::try_from(self.year.number()).unwrap_or_default();
        Date::new(year, month, 1).unwrap_or_default()
    }

    /// The first day of the four weeks of this number: the first begins on 1 January, the others
    /// on the Monday of ISO week 5, 9, 13 and so on; `None` past the last.
    fn week_begins(self, number: i8) -> Option<Date> {
        if number <= 1 || number > FOUR_WEEKS {
            return (number == 1).then(|| self.year.first_day());
        }
        let year = i16::try_from(self.year.number()).ok()?;
        let week = number.checked_sub(1)?.checked_mul(4)?.checked_add(1)?;
        ISOWeekDate::new(year, week, Weekday::Monday).ok().map(ISOWeekDate::date)
    }
}

fn numbered(number: i8, most: i8) -> Result<i8, Error> {
    if (1..=most).contains(&number) {
        return Ok(number);
    }
    Err(Error::new(
        "period",
        ErrorKind::OutOfRange { value: Excerpt::of(number), min: 1.into(), max: most.into() },
    ))
}

#[inline]
fn digit(byte: u8) -> Option<i8> {
    let digit = byte.wrapping_sub(b'0');
    if digit > 9 { None } else { i8::try_from(digit).ok() }
}

#[inline]
fn two_digits(tens: u8, units: u8, most: i8) -> Option<i8> {
    // Two digits.
    let number = digit(tens)?.saturating_mul(10).saturating_add(digit(units)?);
    (1..=most).contains(&number).then_some(number)
}

impl fmt::Display for Aangiftetijdvak {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year;
        match self.part {
            Part::Month(month) => write!(f, "{year}-{month:02}"),
            Part::FourWeeks(number) => write!(f, "{year}-4w{number:02}"),
            Part::HalfYear(half) => write!(f, "{year}-h{half}"),
            Part::Year => write!(f, "{year}-y"),
        }
    }
}

/// In English as the contract has it, in Dutch in words.
impl fmt::Display for In<Aangiftetijdvak> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, period) = *self;
        let year = period.year;
        match (language, period.part) {
            (Language::Nl, Part::Month(number)) => match month(number) {
                Some(name) => write!(f, "{} {year}", name.localized(language)),
                None => period.fmt(f),
            },
            (Language::Nl, Part::FourWeeks(number)) => {
                write!(f, "vierwekenperiode {number} van {year}")
            }
            (Language::Nl, Part::HalfYear(1)) => write!(f, "het eerste halfjaar van {year}"),
            (Language::Nl, Part::HalfYear(_)) => write!(f, "het tweede halfjaar van {year}"),
            (Language::Nl, Part::Year) => write!(f, "heel {year}"),
            (Language::En, _) => period.fmt(f),
        }
    }
}

impl FromStr for Aangiftetijdvak {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let field = "period";
        let (number, part) = Self::parts(text.as_bytes())
            .ok_or_else(|| Error::new(field, ErrorKind::NotAPeriod { text: Excerpt::of(text) }))?;
        let year = Year::new(number).map_err(|error| error.about(field))?;
        Ok(Self { year, part })
    }
}
