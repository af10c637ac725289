//! Numbers and words in the reader's language.

use core::fmt::{self, Write as _};

use super::steps::Label;
use super::words::{MONTHS, unit};
use crate::error::Excerpt;
use crate::language::{In, Language};
use crate::parameters::Source;
use crate::unit::{Direction, Quantity, Rounding};

impl fmt::Display for In<Label> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, label) = *self;
        f.write_str(label.text(language))?;
        label.number.map_or(Ok(()), |number| write!(f, " {number}"))
    }
}

impl fmt::Display for In<Rounding> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, Rounding { direction, decimals }) = *self;
        let way = match (language, direction) {
            (Language::En, Direction::Down) => "rounded down to",
            (Language::En, Direction::HalfUp) => "rounded half up to",
            (Language::En, Direction::Up) => "rounded up to",
            (Language::Nl, Direction::Down) => "afgerond naar beneden op",
            (Language::Nl, Direction::HalfUp) => "rekenkundig afgerond op",
            (Language::Nl, Direction::Up) => "afgerond naar boven op",
        };
        let places = match (language, decimals) {
            (Language::En, 1) => "decimal",
            (Language::En, _) => "decimals",
            (Language::Nl, 1) => "decimaal",
            (Language::Nl, _) => "decimalen",
        };
        write!(f, "{way} {decimals} {places}")
    }
}

/// A place in the law has one name; what is no law is said in the language.
impl fmt::Display for In<&Source> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self(Language::Nl, Source::Employer) => f.write_str("opgegeven bij de werkgever"),
            Self(Language::Nl, Source::Law(place)) => match place.dutch() {
                Some(text) => f.write_str(text),
                None => place.fmt(f),
            },
            Self(Language::Nl, source @ (Source::Publication(_) | Source::Caller(_)))
            | Self(Language::En, source) => source.fmt(f),
        }
    }
}

/// The number alone; a percentage keeps its sign, since a formula needs it.
impl fmt::Display for In<Quantity> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, quantity) = *self;
        match quantity {
            Quantity::Word(word) => f.write_str(language.pick(word.english(), word.dutch())),
            Quantity::Year(_) | Quantity::Count(_) => quantity.fmt(f),
            Quantity::Date(date) => {
                let numbered = (1..).zip(MONTHS).find(|(number, _)| *number == date.month());
                let Some((_, (english, dutch))) = numbered else { return quantity.fmt(f) };
                let month = language.pick(english, dutch);
                write!(f, "{} {month} {}", date.day(), date.year())
            }
            Quantity::Jobs(_) => group(f, quantity, 1, language),
            Quantity::Percentage(_) => {
                group(f, quantity, 2, language)?;
                f.write_char('%')
            }
            _ => group(f, quantity, 2, language),
        }
    }
}

impl Language {
    pub(super) const fn unit(self, quantity: Quantity) -> &'static str {
        let (english, dutch) = unit(quantity);
        self.pick(english, dutch)
    }
}

impl Quantity {
    /// The quantity with its unit in the style of the language: `25.800,00 uur`, `€ 21.500,00`.
    ///
    /// ```
    /// use banenafspraak::unit::Quantity;
    /// use banenafspraak::{Hours, Language};
    ///
    /// let hours = Quantity::from(Hours::whole(25_800));
    /// assert_eq!(hours.localized(Language::Nl).to_string(), "25.800,00 uur");
    /// assert_eq!(hours.localized(Language::En).to_string(), "25,800.00 hours");
    /// ```
    pub fn localized(self, language: Language) -> impl fmt::Display {
        WithUnit(In(language, self))
    }

    /// The number alone in the style of the language: `25.800,00`; a percentage keeps its sign.
    ///
    /// ```
    /// use banenafspraak::unit::Quantity;
    /// use banenafspraak::{Language, Percentage};
    ///
    /// let percentage = Quantity::from("2.58".parse::<Percentage>()?);
    /// assert_eq!(percentage.number(Language::Nl).to_string(), "2,58%");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn number(self, language: Language) -> impl fmt::Display {
        In(language, self)
    }
}

struct WithUnit(In<Quantity>);

impl fmt::Display for WithUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(number @ In(language, quantity)) = *self;
        match (quantity, language) {
            (Quantity::Euro(_) | Quantity::SignedEuro(_), Language::Nl) => write!(f, "€ {number}"),
            (Quantity::Euro(_) | Quantity::SignedEuro(_), Language::En) => {
                write!(f, "EUR {number}")
            }
            _ => match language.unit(quantity) {
                "" | "%" => number.fmt(f),
                unit => write!(f, "{number} {unit}"),
            },
        }
    }
}

/// Plain notation with at least this many decimals, in the marks of the language.
fn group(
    f: &mut fmt::Formatter<'_>,
    quantity: Quantity,
    least_decimals: usize,
    language: Language,
) -> fmt::Result {
    let (point, between) = language.marks();
    let plain = Excerpt::of(quantity);
    let (whole, decimals) = plain.as_str().split_once('.').unwrap_or((plain.as_str(), ""));
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
    f.write_char(point)?;
    f.write_str(decimals)?;
    (decimals.len()..least_decimals).try_for_each(|_| f.write_char('0'))
}
