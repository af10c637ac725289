//! The serde form: decimal strings in every format, so that no reader can be a factor 100 off.
//!
//! Numbers are read too, as values: exactly where the format keeps their text, and from a binary
//! float only where it can be nothing else than the decimal that was written.
//!
//! What a self-describing format holds is first taken in as a [`Node`], which never fails on a
//! kind or a value, and then read field by field, so that errors keep their field and code.

use core::fmt;
use core::marker::PhantomData;
use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::number::{Number, plain};
use super::units::Unit;
use crate::error::{Error, ErrorKind, Excerpt};
use crate::language::{Language, Phrase};

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

/// Reads a text and nothing else.
pub(crate) struct TextVisitor<T>(PhantomData<T>);

impl<T> TextVisitor<T> {
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T: Readable> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED.localized(Language::En))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        T::read(text).map_err(E::custom)
    }
}

/// What is read from a text: a unit, a year, a word.
pub(crate) trait Readable: Sized {
    const EXPECTED: Phrase;
    /// Whether it may be a number too.
    const NUMBER: bool = false;
    fn read(text: &str) -> Result<Self, Error>;
}

impl<U: Unit + core::str::FromStr<Err = Error>> Readable for U {
    const EXPECTED: Phrase = NUMBER;
    const NUMBER: bool = true;
    fn read(text: &str) -> Result<Self, Error> {
        text.parse()
    }
}

/// What a unit is read from.
pub(crate) const NUMBER: Phrase =
    Phrase::new("a decimal string or a number", "een decimaal getal als tekst of een getal");
pub(crate) const ARRAY: Phrase = Phrase::new("an array", "een lijst");
const OBJECT: Phrase = Phrase::new("an object", "een object");
const BOOLEAN: Phrase = Phrase::new("true or false", "true of false");

/// Significant digits of a decimal that every 64-bit float gives back.
const DIGITS_OF_F64: usize = 15;
/// Significant digits of a decimal that every 32-bit float gives back.
const DIGITS_OF_F32: usize = 6;

/// A value of a self-describing format, numbers kept as text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node<'de> {
    Null,
    Bool(bool),
    Text(Cow<'de, str>),
    Number(Cow<'de, str>),
    Float(Float),
    List(Vec<Node<'de>>),
    Object(Vec<(Cow<'de, str>, Node<'de>)>),
}

/// A binary float: its shortest decimal text, and the digits of one that are certain.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Float {
    text: String,
    digits: usize,
}

impl Float {
    fn read<T>(&self, parse: impl FnOnce(&str) -> Result<T, Error>) -> Result<T, Error> {
        let Some(number) = Number::of(&self.text) else {
            // Infinity, or no number at all: the text says so.
            return parse(&self.text);
        };
        let refused = || Error::new("", ErrorKind::FloatRefused { value: Excerpt::of(&self.text) });
        if number.significant() > self.digits {
            return Err(refused());
        }
        parse(&number.plain()).map_err(|error| match error.kind() {
            ErrorKind::TooPrecise { .. } => refused(),
            _ => error,
        })
    }
}

impl Node<'_> {
    /// Reads a text, or a number where one is allowed.
    pub(crate) fn read<T: Readable>(&self, field: &'static str) -> Result<T, Error> {
        match self {
            Self::Text(text) => T::read(text).map_err(|error| error.about(field)),
            _ if T::NUMBER => self.number(field, T::EXPECTED, T::read),
            other => Err(other.not(field, T::EXPECTED)),
        }
    }

    /// Reads a text or a number; `parse` reads plain notation.
    pub(crate) fn number<T>(
        &self,
        field: &'static str,
        expected: Phrase,
        parse: impl FnOnce(&str) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let read = match self {
            Self::Text(text) => parse(text),
            Self::Number(text) => parse(&plain(text)),
            Self::Float(float) => float.read(parse),
            other => return Err(other.not(field, expected)),
        };
        read.map_err(|error| error.about(field))
    }

    pub(crate) fn not(&self, field: &'static str, expected: Phrase) -> Error {
        Error::new(field, ErrorKind::WrongType { expected, found: self.kind() })
    }

    const fn kind(&self) -> Phrase {
        match self {
            Self::Null => Phrase::new("null", "null"),
            Self::Bool(_) => BOOLEAN,
            Self::Text(_) => <String as Readable>::EXPECTED,
            Self::Number(_) | Self::Float(_) => Phrase::new("a number", "een getal"),
            Self::List(_) => ARRAY,
            Self::Object(_) => OBJECT,
        }
    }
}

impl Readable for String {
    const EXPECTED: Phrase = Phrase::new("a string", "een tekst");
    fn read(text: &str) -> Result<Self, Error> {
        Ok(text.to_owned())
    }
}

/// An object whose fields are taken one by one; what is left over is unknown.
#[derive(Debug)]
pub(crate) struct Object<'n, 'de> {
    fields: &'n [(Cow<'de, str>, Node<'de>)],
}

impl<'n, 'de> Object<'n, 'de> {
    /// The node's fields, if it is an object with no other fields than `known` and none twice.
    pub(crate) fn new(node: &'n Node<'de>, known: &'static [&'static str]) -> Result<Self, Error> {
        let Node::Object(fields) = node else { return Err(node.not("", OBJECT)) };
        for (position, (name, _)) in fields.iter().enumerate() {
            let Some(known_name) = known.iter().find(|known| *known == name) else {
                return Err(Error::new(
                    "",
                    ErrorKind::UnknownField { name: Excerpt::of(name), known },
                ));
            };
            if fields.iter().take(position).any(|(earlier, _)| earlier == name) {
                return Err(Error::new(*known_name, ErrorKind::DuplicateField));
            }
        }
        Ok(Self { fields })
    }

    /// The field, unless it is missing or null.
    pub(crate) fn get(&self, name: &'static str) -> Option<&'n Node<'de>> {
        self.get_or_null(name).filter(|node| **node != Node::Null)
    }

    /// The field, unless it is missing.
    pub(crate) fn get_or_null(&self, name: &'static str) -> Option<&'n Node<'de>> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, node)| node)
    }

    /// The field, which must be there.
    pub(crate) fn node(&self, name: &'static str) -> Result<&'n Node<'de>, Error> {
        self.get(name).ok_or_else(|| Error::new(name, ErrorKind::MissingField))
    }

    /// The field read, which must be there.
    pub(crate) fn needed<T: Readable>(&self, name: &'static str) -> Result<T, Error> {
        self.node(name)?.read(name)
    }

    /// True or false, if it is there.
    pub(crate) fn flag(&self, name: &'static str) -> Result<Option<bool>, Error> {
        match self.get(name) {
            None => Ok(None),
            Some(Node::Bool(value)) => Ok(Some(*value)),
            Some(other) => Err(other.not(name, BOOLEAN)),
        }
    }

    /// The field read, if it is there.
    pub(crate) fn optional<T: Readable>(&self, name: &'static str) -> Result<Option<T>, Error> {
        self.get(name).map(|node| node.read(name)).transpose()
    }
}

/// The key under which serde_json passes a number's text with `arbitrary_precision`.
const NUMBER_KEY: &str = "$serde_json::private::Number";

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Node<'de>, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> Result<Node<'de>, E> {
        Ok(Node::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<Node<'de>, D::Error> {
        Node::deserialize(value)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node<'de>, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node<'de>, E> {
        Ok(Node::Number(value.to_string().into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node<'de>, E> {
        Ok(Node::Number(value.to_string().into()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Node<'de>, E> {
        Ok(Node::Number(value.to_string().into()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Node<'de>, E> {
        Ok(Node::Number(value.to_string().into()))
    }

    // The debug form of a float is its shortest text, with an exponent where zeros would be many.

    fn visit_f32<E>(self, value: f32) -> Result<Node<'de>, E> {
        Ok(Node::Float(Float { text: format!("{value:?}"), digits: DIGITS_OF_F32 }))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node<'de>, E> {
        Ok(Node::Float(Float { text: format!("{value:?}"), digits: DIGITS_OF_F64 }))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node<'de>, E> {
        Ok(Node::Text(text.to_owned().into()))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Node<'de>, E> {
        Ok(Node::Text(text.into()))
    }

    fn visit_string<E>(self, text: String) -> Result<Node<'de>, E> {
        Ok(Node::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some((name, value)) = entries.next_entry()? {
            let Node::Text(name) = name else {
                return Err(A::Error::custom("the name of a field is no text"));
            };
            fields.push((name, value));
        }
        Ok(match &mut *fields {
            [(name, Node::Text(text))] if name == NUMBER_KEY => Node::Number(core::mem::take(text)),
            _ => Node::Object(fields),
        })
    }
}
