//! Calendar years.

use core::fmt;
use core::str::FromStr;

use jiff::civil::{Date, date};

use super::bounds::YEAR;
use super::text;
use crate::error::Error;

/// A calendar year of four digits, 1000 to 2999.
///
/// ```
/// use banenafspraak::Year;
///
/// let year: Year = "2026".parse()?;
/// assert_eq!(year, Year::new(2026)?);
/// assert_eq!((year.number(), year.previous()?.number()), (2026, 2025));
/// assert_eq!("26".parse::<Year>().unwrap_err().code(), "out_of_range");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u16);

impl Year {
    /// The first year of the range.
    #[expect(clippy::cast_possible_truncation, reason = "four digits")]
    pub const MIN: Self = Self(YEAR.min as u16);
    /// The last year of the range.
    #[expect(clippy::cast_possible_truncation, reason = "four digits")]
    pub const MAX: Self = Self(YEAR.max as u16);

    /// The year with this number.
    ///
    /// ```
    /// use banenafspraak::Year;
    ///
    /// assert_eq!(Year::new(2026)?.to_string(), "2026");
    /// assert_eq!(Year::new(26).unwrap_err().to_string(), "year: 26 is not between 1000 and 2999");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) for a number outside 1000 to 2999.
    pub fn new(year: i32) -> Result<Self, Error> {
        Self::from_number(i64::from(year), year)
    }

    /// The year before.
    ///
    /// ```
    /// use banenafspraak::Year;
    ///
    /// assert_eq!(Year::new(2026)?.previous()?, Year::new(2025)?);
    /// assert_eq!(Year::MIN.previous().unwrap_err().code(), "out_of_range");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange): the first year of the range has none.
    pub fn previous(self) -> Result<Self, Error> {
        // Four digits: within 16 bits.
        Self::new(i32::from(self.0.saturating_sub(1)))
    }

    /// The year after.
    ///
    /// ```
    /// use banenafspraak::Year;
    ///
    /// assert_eq!(Year::new(2026)?.next()?, Year::new(2027)?);
    /// assert_eq!(Year::MAX.next().unwrap_err().code(), "out_of_range");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) after [`Year::MAX`].
    pub fn next(self) -> Result<Self, Error> {
        // Four digits: within 16 bits.
        Self::new(i32::from(self.0.saturating_add(1)))
    }

    /// 1 January.
    ///
    /// ```
    /// use banenafspraak::Year;
    ///
    /// let year = Year::new(2026)?;
    /// assert_eq!(year.first_day().to_string(), "2026-01-01");
    /// assert_eq!(year.last_day().to_string(), "2026-12-31");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn first_day(self) -> Date {
        date(self.calendar_number(), 1, 1)
    }

    /// 31 December.
    pub fn last_day(self) -> Date {
        date(self.calendar_number(), 12, 31)
    }

    /// The year's number as the calendar counts: four digits fit.
    #[expect(clippy::cast_possible_wrap, reason = "four digits")]
    pub(crate) const fn calendar_number(self) -> i16 {
        self.0 as i16
    }

    /// The year's number.
    #[inline]
    pub const fn number(self) -> u16 {
        self.0
    }

    /// For the tables: a year known to lie within bounds.
    pub(crate) const fn constant(year: u16) -> Self {
        assert!(year as i64 >= YEAR.min && year as i64 <= YEAR.max);
        Self(year)
    }

    fn from_number(year: i64, given: impl fmt::Display) -> Result<Self, Error> {
        let year = text::check(year, &YEAR, given)?;
        u16::try_from(year).map(Self).map_err(|_| Error::overflow("year"))
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromStr for Year {
    type Err = Error;

    fn from_str(year: &str) -> Result<Self, Error> {
        Self::from_number(text::parse(year, &YEAR)?, year)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Year {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.0)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Year {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error as _;
        if deserializer.is_human_readable() {
            let node = crate::json::Node::deserialize(deserializer)?;
            node.read("year").map_err(D::Error::custom)
        } else {
            Self::new(u16::deserialize(deserializer)?.into()).map_err(D::Error::custom)
        }
    }
}

#[cfg(feature = "serde")]
impl crate::json::Readable for Year {
    const EXPECTED: crate::language::Phrase = crate::language::Phrase::new("a year", "een jaar");
    const NUMBER: bool = true;
    fn read(text: &str) -> Result<Self, Error> {
        text.parse()
    }
}
