//! Nodes that are kept and written again.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap as _, Serializer};
use sha2::{Digest as _, Sha256};

use super::node::{ARRAY, Node};
use super::value::Value;
use crate::error::Error;

impl Node<'_> {
    /// What a value is written as; null for one that cannot be, which no type of this library is.
    pub(crate) fn of(value: &impl Serialize) -> Node<'static> {
        let text = serde_json::to_string(value);
        let node = text.and_then(|text| Ok(serde_json::from_str::<Node<'_>>(&text)?.to_owned()));
        node.unwrap_or(Node::Null)
    }

    /// Its digest: SHA-256 of the value as compact JSON, the names of each object in order (RFC 8785).
    pub(crate) fn digest(mut self) -> String {
        self.sort();
        // A node can be written.
        let text = serde_json::to_string(&self).unwrap_or_default();
        format!("{:x}", Sha256::digest(text))
    }

    /// The same, for good.
    pub(crate) fn to_owned(&self) -> Node<'static> {
        let own = |text: &Cow<'_, str>| Cow::Owned(text.clone().into_owned());
        match self {
            Self::Null => Node::Null,
            Self::Bool(value) => Node::Bool(*value),
            Self::Text(text) => Node::Text(own(text)),
            Self::Number(text) => Node::Number(own(text)),
            Self::Float(float) => Node::Float(float.clone()),
            Self::List(items) => Node::List(items.iter().map(Node::to_owned).collect()),
            Self::Object(fields) => {
                Node::Object(fields.iter().map(|(name, it)| (own(name), it.to_owned())).collect())
            }
        }
    }

    /// The fields in order of their names, inside too: the order in which they come is no part of what is
    /// said.
    fn sort(&mut self) {
        match self {
            Self::List(items) => items.iter_mut().for_each(Node::sort),
            Self::Object(fields) => {
                for (_, node) in fields.iter_mut() {
                    node.sort();
                }
                fields.sort_by(|(one, _), (other, _)| one.cmp(other));
            }
            _ => {}
        }
    }

    /// Its values, each with its path, such as `missing[0].from`.
    pub(crate) fn values(&self) -> Vec<(String, String)> {
        let mut values = Vec::new();
        self.add_values(String::new(), &mut values);
        values
    }

    fn add_values(&self, path: String, values: &mut Vec<(String, String)>) {
        match self {
            Self::Null => values.push((path, "null".to_owned())),
            Self::Bool(value) => values.push((path, value.to_string())),
            Self::Text(text) | Self::Number(text) => values.push((path, text.to_string())),
            Self::Float(float) => values.push((path, float.text().to_owned())),
            Self::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    item.add_values(format!("{path}[{index}]"), values);
                }
            }
            Self::Object(fields) => {
                for (name, node) in fields {
                    let dot = if path.is_empty() { "" } else { "." };
                    node.add_values(format!("{path}{dot}{name}"), values);
                }
            }
        }
    }
}

/// Any value, as it is.
impl Value for Node<'static> {
    fn read(node: &Node<'_>, _: &'static str) -> Result<Self, Error> {
        Ok(node.to_owned())
    }
}

/// A list of any values.
impl Value for Vec<Node<'static>> {
    fn read(node: &Node<'_>, name: &'static str) -> Result<Self, Error> {
        let Node::List(items) = node else { return Err(node.not(name, ARRAY)) };
        Ok(items.iter().map(Node::to_owned).collect())
    }
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Text(text) => serializer.serialize_str(text),
            // This library writes whole numbers alone; any other is written as its text.
            Self::Number(text) => match text.parse::<i64>() {
                Ok(number) => serializer.serialize_i64(number),
                Err(_) => serializer.serialize_str(text),
            },
            Self::Float(float) => serializer.serialize_str(float.text()),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(fields) => {
                let mut map = serializer.serialize_map(None)?;
                for (name, node) in fields {
                    map.serialize_entry(name, node)?;
                }
                map.end()
            }
        }
    }
}
