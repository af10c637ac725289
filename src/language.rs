//! The languages of what a person reads, and how each writes numbers and days.

use core::fmt::{self, Write as _};

use jiff::civil::Date;
use rust_decimal::Decimal;

/// The language of explanations and errors.
///
/// ```
/// use banenafspraak::unit::Quantity;
/// use banenafspraak::{Euro, Hours, Language};
///
/// let levy = Quantity::from(Euro::whole(21_500));
/// assert_eq!(levy.localized(Language::Nl).to_string(), "€ 21.500,00");
/// assert_eq!(levy.localized(Language::En).to_string(), "EUR 21,500.00");
/// let error = "-1".parse::<Hours>().unwrap_err();
/// assert_eq!(error.localized(Language::Nl).to_string(), "uren (hours): `-1` is negatief; minimaal 0");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Language {
    pub(crate) const fn pick(self, english: &'static str, dutch: &'static str) -> &'static str {
        match self {
            Self::Nl => dutch,
            Self::En => english,
        }
    }

    /// The point (or comma) before the decimals, and what separates thousands.
    const fn marks(self) -> (char, char) {
        match self {
            Self::Nl => (',', '.'),
            Self::En => ('.', ','),
        }
    }
}

/// What is written differently in each language. Nothing here makes a text of its own: all is
/// written to where it goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct In<T>(pub(crate) Language, pub(crate) T);

/// A few words in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Phrase {
    en: &'static str,
    nl: &'static str,
}

impl Phrase {
    /// The same in English and Dutch.
    pub(crate) const fn new(en: &'static str, nl: &'static str) -> Self {
        Self { en, nl }
    }

    /// The words of a language.
    pub const fn localized(self, language: Language) -> &'static str {
        language.pick(self.en, self.nl)
    }
}

/// The months from January on, in English and in Dutch.
#[rustfmt::skip]
const MONTHS: [Phrase; 12] = [
    Phrase::new("January",   "januari"),
    Phrase::new("February",  "februari"),
    Phrase::new("March",     "maart"),
    Phrase::new("April",     "april"),
    Phrase::new("May",       "mei"),
    Phrase::new("June",      "juni"),
    Phrase::new("July",      "juli"),
    Phrase::new("August",    "augustus"),
    Phrase::new("September", "september"),
    Phrase::new("October",   "oktober"),
    Phrase::new("November",  "november"),
    Phrase::new("December",  "december"),
];

/// The name of a month, from 1 on.
pub(crate) fn month(number: i8) -> Option<Phrase> {
    (1..).zip(MONTHS).find(|(month, _)| *month == number).map(|(_, name)| name)
}

/// A day with its month in words: `1 mei 2027`.
impl fmt::Display for In<Date> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, date) = *self;
        match month(date.month()) {
            Some(month) => {
                write!(f, "{} {} {}", date.day(), month.localized(language), date.year())
            }
            None => date.fmt(f),
        }
    }
}

/// A number in the marks of the language, its decimals as they are: `1.664,5`.
///
/// A whole number of four digits has no mark: it can be a year.
impl fmt::Display for In<Decimal> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, number) = *self;
        if number.is_integer() && number.abs() < Decimal::from(10_000) {
            return number.normalize().fmt(f);
        }
        group(f, &number.to_string(), 0, language)
    }
}

/// Plain notation with at least this many decimals, in the marks of the language.
pub(crate) fn group(
    f: &mut fmt::Formatter<'_>,
    plain: &str,
    least_decimals: usize,
    language: Language,
) -> fmt::Result {
    let (point, between) = language.marks();
    let (whole, decimals) = plain.split_once('.').unwrap_or((plain, ""));
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    if digits.len() < whole.len() {
        f.write_char('-')?;
    }
    // Digits are ASCII: they can be split anywhere, and unsplit they are the same number.
    let (first, mut rest) = digits.split_at_checked(digits.len() % 3).unwrap_or((digits, ""));
    f.write_str(first)?;
    while let Some((three, after)) = rest.split_at_checked(3) {
        if rest.len() < digits.len() {
            f.write_char(between)?;
        }
        f.write_str(three)?;
        rest = after;
    }
    if decimals.is_empty() && least_decimals == 0 {
        return Ok(());
    }
    f.write_char(point)?;
    f.write_str(decimals)?;
    (decimals.len()..least_decimals).try_for_each(|_| f.write_char('0'))
}
