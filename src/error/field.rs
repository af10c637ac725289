//! The place of a value.

use core::fmt::{self, Write as _};

/// The place of a value by the contract's names, such as `scheme.bonus_workers[3].paid_hours`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Field {
    /// The path of the object it is in, such as `scheme.bonus_workers[3]`; empty for the outermost.
    object: String,
    name: &'static str,
}

impl Field {
    pub(super) const fn new(name: &'static str) -> Self {
        Self { object: String::new(), name }
    }

    /// Whether it is no field of an object, but the whole input.
    pub(super) fn is_empty(&self) -> bool {
        self.object.is_empty() && self.name.is_empty()
    }

    /// The same field, of which the outermost object is in `object`.
    pub(super) fn inside(self, object: &str) -> Self {
        let object = match &*self.object {
            "" => object.to_owned(),
            inner => format!("{object}.{inner}"),
        };
        Self { object, ..self }
    }
}

impl From<&'static str> for Field {
    fn from(name: &'static str) -> Self {
        Self::new(name)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.object)?;
        if !self.object.is_empty() && !self.name.is_empty() {
            f.write_char('.')?;
        }
        f.write_str(self.name)
    }
}
