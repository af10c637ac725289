//! The serde form of the units: decimal strings in every format, so that no reader can be a factor
//! 100 off. Numbers are read too, as values, where the format says what it holds.

use core::fmt;

use serde::de::{Deserialize, Deserializer, Error as _};

use super::units::Unit;
use crate::error::Error;
use crate::json::{NUMBER, Node, Readable, TextVisitor};
use crate::language::Phrase;

pub(crate) fn serialize<U, S>(quantity: U, serializer: S) -> Result<S::Ok, S::Error>
where
    U: Unit + fmt::Display,
    S: serde::Serializer,
{
    serializer.collect_str(&quantity)
}

pub(crate) fn deserialize<'de, U, D>(deserializer: D) -> Result<U, D::Error>
where
    U: Unit + Readable,
    D: Deserializer<'de>,
{
    if deserializer.is_human_readable() {
        Node::deserialize(deserializer)?.read(U::BOUNDS.name).map_err(D::Error::custom)
    } else {
        // A compact format does not say what comes: it is always what `serialize` wrote.
        deserializer.deserialize_str(TextVisitor::new())
    }
}

impl<U: Unit + core::str::FromStr<Err = Error>> Readable for U {
    const EXPECTED: Phrase = NUMBER;
    const NUMBER: bool = true;
    fn read(text: &str) -> Result<Self, Error> {
        text.parse()
    }
}
