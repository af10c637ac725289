//! One row for a field of the contract: its name, its kind, the type it is read as, and what is written.
//! serde's own derive does not fit: its errors have neither our codes nor the path of the field.

/// Gives a type the form of an object that is read and written. Each name is in one row:
///
/// ```text
/// HoursBase as it by Base {
///     paid_hours: needed Hours = it.paid_hours(),
/// }
/// ```
///
/// `Base` becomes a struct with what is read, and `TryFrom<Base>` makes the type of it. Without `by`
/// the type itself has these fields, and their types. The order of the rows is the order in which
/// fields are written, and in which errors are found.
macro_rules! object {
    (
        $(#[$doc:meta])*
        $type:ty as $it:ident by $object:ident $(where $of:ident: [$($bound:tt)+])?
        $(let $pattern:pat = $from:expr;)?
        { $($field:ident: $kind:ident $read:ty = $value:expr,)+ }
    ) => {
        $(#[$doc])*
        #[allow(clippy::struct_field_names, reason = "the names are the contract's")]
        struct $object $(<$of>)? {
            $($field: $crate::json::kinds::$kind::Held<$read>,)+
        }

        read! {
            $type $(where $of: [$($bound)+])?, $object, TryInto::try_into, $($kind $field $read,)+
        }
        written! {
            $type as $it $(where $of: [$($bound)+])? $(let $pattern = $from;)?
            { $($field: $kind = $value,)+ }
        }
    };
    ($type:ident as $it:ident { $($field:ident: $kind:ident = $value:expr,)+ }) => {
        read! { $type, $type, Ok, $($kind $field _,)+ }
        written! { $type as $it { $($field: $kind = $value,)+ } }
    };
}

/// Gives a type the form of an object that is written only; there is no type to read a field as.
macro_rules! written {
    (
        $type:ty as $it:ident $(where $of:ident: [$($bound:tt)+])?
        $(let $pattern:pat = $from:expr;)?
        { $($field:ident: $kind:ident = $value:expr,)+ }
    ) => {
        impl $(<$of: $($bound)+>)? $crate::json::WriteFields for $type {
            fn write_fields<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                let $it = self;
                $(let $pattern = $from;)?
                $($crate::json::kinds::$kind::write(&$value, stringify!($field), map)?;)+
                Ok(())
            }
        }
    };
}

/// The half of `object!` that reads: `$into` makes the type of the struct that is read.
macro_rules! read {
    (
        $type:ty $(where $of:ident: [$($bound:tt)+])?, $object:ident, $into:expr,
        $($kind:ident $field:ident $read:ty,)+
    ) => {
        impl $(<$of: $($bound)+>)? $crate::json::ReadFields for $type {
            const NAMES: &'static [&'static str] = {
                const PARTS: &[&[&str]] = &[$(names!($kind $field $read)),+];
                const ALL: [&str; $crate::json::names::count(PARTS)] = $crate::json::names::all(PARTS);
                &ALL
            };

            fn read_fields(
                object: &$crate::json::Object<'_, '_>,
            ) -> Result<Self, $crate::error::Error> {
                $into($object {
                    $($field: $crate::json::kinds::$kind::read(object, stringify!($field))?,)+
                })
            }
        }

        impl $(<$of: $($bound)+>)? $crate::json::Value for $type {
            fn read(
                node: &$crate::json::Node<'_>,
                name: &'static str,
            ) -> Result<Self, $crate::error::Error> {
                let read: Result<Self, $crate::error::Error> =
                    $crate::json::ReadFields::read_object(node);
                read.map_err(|error| error.inside(name))
            }
        }
    };
}

/// The names that a row makes known.
macro_rules! names {
    (flat $field:ident $read:ty) => {
        <$read as $crate::json::ReadFields>::NAMES
    };
    (unread $field:ident $read:ty) => {
        &[]
    };
    ($kind:ident $field:ident $read:ty) => {
        &[stringify!($field)]
    };
}

/// The name of a field of a struct, for an error about it. It does not compile if there is none.
macro_rules! name_of {
    ($object:ty, $field:ident) => {{
        let _ = |object: &$object| {
            let _ = &object.$field;
        };
        stringify!($field)
    }};
}

/// serde's `Serialize` for types with the form of an object.
macro_rules! serialize {
    ($($type:ty),+) => {$(
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::json::WriteFields::write_object(self, serializer)
            }
        }
    )+};
}

/// serde's `Deserialize` for types with the form of an object.
macro_rules! deserialize {
    ($($type:ty),+) => {$(
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let node = $crate::json::Node::deserialize(deserializer)?;
                $crate::json::ReadFields::read_object(&node).map_err(serde::de::Error::custom)
            }
        }
    )+};
}
