//! The fields of an object, which can be fields of a larger object too.

use serde::Serializer;
use serde::ser::SerializeMap;

use super::node::Node;
use super::object::Object;
use crate::error::Error;

/// What is read from the fields of an object.
pub(crate) trait ReadFields: Sized {
    /// The names of its fields.
    const NAMES: &'static [&'static str];

    /// Reads its fields, of an object that may have others too.
    fn read_fields(object: &Object<'_, '_>) -> Result<Self, Error>;

    /// Reads an object that has no other fields.
    fn read_object(node: &Node<'_>) -> Result<Self, Error> {
        Object::new(node, Self::NAMES).and_then(|object| Self::read_fields(&object))
    }
}

/// What is written as fields of an object.
pub(crate) trait WriteFields {
    /// Writes its fields, into an object that may have others too.
    fn write_fields<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error>;

    /// Writes an object that has no other fields.
    fn write_object<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.write_fields(&mut map)?;
        map.end()
    }
}

impl<T: WriteFields> WriteFields for &T {
    fn write_fields<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        T::write_fields(self, map)
    }
}

/// None at all, where there is nothing.
impl<T: WriteFields> WriteFields for Option<T> {
    fn write_fields<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        self.as_ref().map_or(Ok(()), |fields| fields.write_fields(map))
    }
}
