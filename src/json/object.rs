//! An object, read field by field.

use std::borrow::Cow;

use super::node::{BOOLEAN, Node, OBJECT};
use super::readable::Readable;
use crate::error::{Error, ErrorKind, Excerpt};

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
