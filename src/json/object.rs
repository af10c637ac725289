//! An object, read field by field.

use std::borrow::Cow;

use super::node::{Node, OBJECT};
use crate::error::{Error, ErrorKind, Excerpt};

/// An object of which all fields are known.
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
        let field = self.fields.iter().find(|(field, _)| field == name);
        field.map(|(_, node)| node).filter(|node| **node != Node::Null)
    }

    /// Whether the field is there; it may be null.
    pub(crate) fn has(&self, name: &'static str) -> bool {
        self.fields.iter().any(|(field, _)| field == name)
    }

    /// The field, which must be there.
    pub(crate) fn needed(&self, name: &'static str) -> Result<&'n Node<'de>, Error> {
        self.get(name).ok_or_else(|| Error::new(name, ErrorKind::MissingField))
    }
}
