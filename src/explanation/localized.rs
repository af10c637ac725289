//! Labels and roundings in the reader's language.

use core::fmt;

use super::steps::Label;
use crate::language::{In, Language};
use crate::unit::{Direction, Rounding};

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
