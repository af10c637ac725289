//! What a field can hold.

use super::fields::ReadFields;
use super::node::{ARRAY, BOOLEAN, NUMBER, Node};
use super::readable::Readable;
use crate::error::Error;

/// What a field can hold.
pub(crate) trait Value: Sized {
    /// Reads it; an error is about the field `name`.
    fn read(node: &Node<'_>, name: &'static str) -> Result<Self, Error>;
}

impl<T: Readable> Value for T {
    fn read(node: &Node<'_>, name: &'static str) -> Result<Self, Error> {
        node.read(name)
    }
}

impl Value for bool {
    fn read(node: &Node<'_>, name: &'static str) -> Result<Self, Error> {
        match node {
            Node::Bool(value) => Ok(*value),
            other => Err(other.not(name, BOOLEAN)),
        }
    }
}

/// A list of objects; an error names the item.
impl<T: ReadFields> Value for Vec<T> {
    fn read(node: &Node<'_>, name: &'static str) -> Result<Self, Error> {
        let Node::List(items) = node else { return Err(node.not(name, ARRAY)) };
        let items = items.iter().enumerate().map(|(index, item)| {
            T::read_object(item).map_err(|error| error.inside_item(name, index))
        });
        items.collect()
    }
}

/// A number of which another field says the unit.
pub(crate) struct AnyNumber(Node<'static>);

impl AnyNumber {
    /// The number, by `parse`, which reads plain notation; an error is about the field `name`.
    pub(crate) fn parse<T>(
        &self,
        name: &'static str,
        parse: impl FnOnce(&str) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.0.number(name, NUMBER, parse)
    }
}

impl Value for AnyNumber {
    fn read(node: &Node<'_>, name: &'static str) -> Result<Self, Error> {
        let owned = |text: &str| text.to_owned().into();
        Ok(Self(match node {
            Node::Text(text) => Node::Text(owned(text)),
            Node::Number(text) => Node::Number(owned(text)),
            Node::Float(float) => Node::Float(float.clone()),
            other => return Err(other.not(name, NUMBER)),
        }))
    }
}
