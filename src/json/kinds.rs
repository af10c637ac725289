//! The kinds of fields, as the contract's column "needed" has them. `object!` finds each by its name:
//! what the struct holds, how it is read, and how it is written.

use serde::Serialize;
use serde::ser::SerializeMap;

use super::fields::{ReadFields, WriteFields};
use super::object::Object;
use super::value::Value;
use crate::error::{Error, ErrorKind};

type Read<T> = Result<T, Error>;

/// Writes it, whatever it is.
pub(crate) fn always<T: Serialize, M: SerializeMap>(
    held: &T,
    name: &'static str,
    map: &mut M,
) -> Result<(), M::Error> {
    map.serialize_entry(name, held)
}

/// It must be there, and not be null.
pub(crate) mod needed {
    use super::{Object, Read, Value};

    pub(crate) use super::always as write;
    pub(crate) type Held<T> = T;

    pub(crate) fn read<T: Value>(object: &Object<'_, '_>, name: &'static str) -> Read<T> {
        T::read(object.needed(name)?, name)
    }
}

/// It may be missing or null; what is not there is not written.
pub(crate) mod optional {
    use super::{Object, Read, Serialize, SerializeMap, Value, always};

    pub(crate) type Held<T> = Option<T>;

    pub(crate) fn read<T: Value>(object: &Object<'_, '_>, name: &'static str) -> Read<Option<T>> {
        object.get(name).map(|node| T::read(node, name)).transpose()
    }

    #[expect(clippy::ref_option, reason = "as the field is held")]
    pub(crate) fn write<T: Serialize, M: SerializeMap>(
        held: &Option<T>,
        name: &'static str,
        map: &mut M,
    ) -> Result<(), M::Error> {
        held.as_ref().map_or(Ok(()), |held| always(held, name, map))
    }
}

/// It is zero where it is missing or null; always written.
pub(crate) mod defaulted {
    use super::{Object, Read, Value, optional};

    pub(crate) use super::always as write;
    pub(crate) type Held<T> = T;

    pub(crate) fn read<T: Value + Default>(object: &Object<'_, '_>, name: &'static str) -> Read<T> {
        optional::read(object, name).map(Option::unwrap_or_default)
    }
}

/// It must be there, and is null where it is not known; always written.
pub(crate) mod nullable {
    use super::{Error, ErrorKind, Object, Read, Value, optional};

    pub(crate) use super::always as write;
    pub(crate) type Held<T> = Option<T>;

    pub(crate) fn read<T: Value>(object: &Object<'_, '_>, name: &'static str) -> Read<Option<T>> {
        if !object.has(name) {
            return Err(Error::new(name, ErrorKind::MissingField));
        }
        optional::read(object, name)
    }
}

/// No field but a group of them, beside the others. Its own name is not in the JSON.
pub(crate) mod flat {
    use super::{Object, Read, ReadFields, SerializeMap, WriteFields};

    pub(crate) type Held<T> = T;

    pub(crate) fn read<T: ReadFields>(object: &Object<'_, '_>, _: &'static str) -> Read<T> {
        T::read_fields(object)
    }

    pub(crate) fn write<T: WriteFields, M: SerializeMap>(
        held: &T,
        _: &'static str,
        map: &mut M,
    ) -> Result<(), M::Error> {
        held.write_fields(map)
    }
}

/// A list that may be missing or null; an empty one is not written.
pub(crate) mod listed {
    use super::{Object, Read, ReadFields, Serialize, SerializeMap, always, optional};

    pub(crate) type Held<T> = Vec<T>;

    pub(crate) fn read<T: ReadFields>(
        object: &Object<'_, '_>,
        name: &'static str,
    ) -> Read<Held<T>> {
        optional::read(object, name).map(Option::unwrap_or_default)
    }

    pub(crate) fn write<T: Serialize, M: SerializeMap>(
        held: &[T],
        name: &'static str,
        map: &mut M,
    ) -> Result<(), M::Error> {
        if held.is_empty() { Ok(()) } else { always(&held, name, map) }
    }
}

/// It must be there, but is not always written.
pub(crate) mod given {
    pub(crate) use super::needed::{Held, read};
    pub(crate) use super::optional::write;
}

/// It is never read: no caller gives it. What is not there is not written.
pub(crate) mod unread {
    use super::{Object, Read};

    pub(crate) use super::optional::write;
    pub(crate) type Held<T> = core::marker::PhantomData<T>;

    #[expect(clippy::unnecessary_wraps, reason = "as the other kinds")]
    pub(crate) fn read<T>(_: &Object<'_, '_>, _: &'static str) -> Read<Held<T>> {
        Ok(core::marker::PhantomData)
    }
}
