//! Numbers and words in the reader's language.

use super::step::Label;
use super::{en, nl};
use crate::unit::{Direction, Quantity, Rounding};

/// The language of an explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Language {
    pub(crate) fn label(self, label: Label) -> String {
        if let Label::WorkerBonus(number) = label {
            let worker = match self {
                Self::Nl => nl::WORKER_BONUS,
                Self::En => en::WORKER_BONUS,
            };
            return format!("{worker} {number}");
        }
        match self {
            Self::Nl => nl::label(label),
            Self::En => en::label(label),
        }
        .to_owned()
    }

    pub(crate) fn unit(self, quantity: Quantity) -> &'static str {
        match self {
            Self::Nl => nl::unit(quantity),
            Self::En => en::unit(quantity),
        }
    }

    pub(crate) fn rounding(self, rounding: Rounding) -> String {
        let decimals = match (self, rounding.decimals) {
            (Self::En, 1) => "1 decimal".to_owned(),
            (Self::En, decimals) => format!("{decimals} decimals"),
            (Self::Nl, 1) => "1 decimaal".to_owned(),
            (Self::Nl, decimals) => format!("{decimals} decimalen"),
        };
        match (self, rounding.direction) {
            (Self::En, Direction::Down) => format!("rounded down to {decimals}"),
            (Self::En, Direction::HalfUp) => format!("rounded half up to {decimals}"),
            (Self::En, Direction::Up) => format!("rounded up to {decimals}"),
            (Self::Nl, Direction::Down) => format!("afgerond naar beneden op {decimals}"),
            (Self::Nl, Direction::HalfUp) => format!("rekenkundig afgerond op {decimals}"),
            (Self::Nl, Direction::Up) => format!("afgerond naar boven op {decimals}"),
        }
    }

    /// The point (or comma) before the decimals, and what stands between thousands.
    const fn marks(self) -> (char, char) {
        match self {
            Self::Nl => (',', '.'),
            Self::En => ('.', ','),
        }
    }
}

impl Quantity {
    /// The quantity with its unit in the style of the language: `25.800,00 uur`, `€ 21.500,00`.
    ///
    /// ```
    /// use banenafspraak::{Hours, Language, Quantity};
    ///
    /// let hours = Quantity::from(Hours::whole(25_800));
    /// assert_eq!(hours.localized(Language::Nl), "25.800,00 uur");
    /// assert_eq!(hours.localized(Language::En), "25,800.00 hours");
    /// ```
    pub fn localized(self, language: Language) -> String {
        let number = self.number(language);
        match (self, language) {
            (Self::Euro(_) | Self::NetEuro(_), Language::Nl) => format!("€ {number}"),
            (Self::Euro(_) | Self::NetEuro(_), Language::En) => format!("EUR {number}"),
            _ => match language.unit(self) {
                "" | "%" => number,
                unit => format!("{number} {unit}"),
            },
        }
    }

    /// The number alone; a percentage keeps its sign, since a formula needs it.
    pub(crate) fn number(self, language: Language) -> String {
        match self {
            Self::Word(word) => match language {
                Language::Nl => nl::word(word).to_owned(),
                Language::En => en::word(word).to_owned(),
            },
            Self::Year(_) | Self::Count(_) => self.to_string(),
            Self::Jobs(_) => group(&self.to_string(), 1, language),
            Self::Percentage(_) => format!("{}%", group(&self.to_string(), 2, language)),
            _ => group(&self.to_string(), 2, language),
        }
    }
}

/// Plain notation with at least so many decimals, in the marks of the language.
fn group(plain: &str, least_decimals: usize, language: Language) -> String {
    let (point, between) = language.marks();
    let (whole, decimals) = plain.split_once('.').unwrap_or((plain, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut text = String::from(sign);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && digits.len().saturating_sub(position) % 3 == 0 {
            text.push(between);
        }
        text.push(digit);
    }
    text.push(point);
    text.push_str(decimals);
    text.extend((decimals.len()..least_decimals).map(|_| '0'));
    text
}
