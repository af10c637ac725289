//! One row for a field of the contract: its name, its kind and its type. serde's own derive does
//! not fit: its errors have neither our codes nor the path of the field.

/// Declares an object of the contract that is read and written: the struct, the names that are known
/// in it, its reader and its writer. Each name is written once, as the name of a field.
///
/// The order of the rows is the order in which fields are written, and in which errors are found.
macro_rules! object {
    ($(#[$doc:meta])* $object:ident $(<$($of:ident),+>)? { $($field:ident: $kind:ident $type:ty,)+ }) => {
        written! { $(#[$doc])* $object $(<$($of),+>)? { $($field: $kind $type,)+ } }

        impl $(<$($of: $crate::json::Value),+>)? $crate::json::ReadFields for $object $(<$($of),+>)? {
            const NAMES: &'static [&'static str] = {
                const PARTS: &[&[&str]] = &[$(names!($kind $field $type)),+];
                const ALL: [&str; $crate::json::names::count(PARTS)] = $crate::json::names::all(PARTS);
                &ALL
            };

            fn read_fields(
                object: &$crate::json::Object<'_, '_>,
            ) -> Result<Self, $crate::error::Error> {
                Ok(Self { $($field: $crate::json::kinds::$kind::read(object, stringify!($field))?,)+ })
            }
        }
    };
}

/// Declares an object of the contract that is written only.
macro_rules! written {
    (
        $(#[$doc:meta])*
        $object:ident $(<$lifetime:lifetime>)? $(<$($of:ident),+>)? {
            $($field:ident: $kind:ident $type:ty,)+
        }
    ) => {
        $(#[$doc])*
        #[allow(clippy::struct_field_names, reason = "the names are the contract's")]
        pub(super) struct $object $(<$lifetime>)? $(<$($of),+>)? {
            $($field: $crate::json::kinds::$kind::Held<$type>,)+
        }

        impl $(<$lifetime>)? $(<$($of: serde::Serialize),+>)? $crate::json::WriteFields
            for $object $(<$lifetime>)? $(<$($of),+>)?
        {
            fn write_fields<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                $($crate::json::kinds::$kind::write(&self.$field, stringify!($field), map)?;)+
                Ok(())
            }
        }

        impl $(<$lifetime>)? $(<$($of: serde::Serialize),+>)? serde::Serialize
            for $object $(<$lifetime>)? $(<$($of),+>)?
        {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::json::WriteFields::write_object(self, serializer)
            }
        }
    };
}

/// The names that a row gives an object.
macro_rules! names {
    (flat $field:ident $type:ty) => {
        <$type as $crate::json::ReadFields>::NAMES
    };
    ($kind:ident $field:ident $type:ty) => {
        &[stringify!($field)]
    };
}

/// The name of a field of an object, for an error about it.
macro_rules! name_of {
    ($object:ty, $field:ident) => {{
        // It is one: else this does not compile.
        let _ = |object: &$object| {
            let _ = &object.$field;
        };
        stringify!($field)
    }};
}

/// Gives a type of the library the form of its object: `read` where the object can become the type,
/// `write` where the type can become the object, and serde's traits for callers.
macro_rules! form {
    ($type:ty = $object:ty: $($what:ident),+) => {
        $(form!(@$what $type, $object);)+
    };
    (@read $type:ty, $object:ty) => {
        impl $crate::json::ReadFields for $type {
            const NAMES: &'static [&'static str] = <$object as $crate::json::ReadFields>::NAMES;

            fn read_fields(
                object: &$crate::json::Object<'_, '_>,
            ) -> Result<Self, $crate::error::Error> {
                <$object as $crate::json::ReadFields>::read_fields(object)?.try_into()
            }
        }

        impl $crate::json::Value for $type {
            fn read(
                node: &$crate::json::Node<'_>,
                name: &'static str,
            ) -> Result<Self, $crate::error::Error> {
                $crate::json::ReadFields::read_object(node).map_err(|error: $crate::error::Error| error.inside(name))
            }
        }
    };
    (@write $type:ty, $object:ty) => {
        impl $crate::json::WriteFields for $type {
            fn write_fields<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                $crate::json::WriteFields::write_fields(&<$object>::from(self), map)
            }
        }
    };
    (@Serialize $type:ty, $object:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::json::WriteFields::write_object(self, serializer)
            }
        }
    };
    (@Deserialize $type:ty, $object:ty) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let node = $crate::json::Node::deserialize(deserializer)?;
                $crate::json::ReadFields::read_object(&node).map_err(serde::de::Error::custom)
            }
        }
    };
}
