//! The place of a value.

use core::fmt::{self, Write as _};

/// The place of a value by the contract's names, such as `scheme.bonus_workers[3].paid_hours`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Field {
    /// The path of the object it is in; empty for the outermost.
    object: &'static str,
    /// Its item in the object, where that is a list.
    index: Option<u32>,
    name: &'static str,
}

impl Field {
    pub(super) const fn new(name: &'static str) -> Self {
        Self { object: "", index: None, name }
    }

    /// Whether it is no field of an object, but the whole input.
    pub(super) const fn is_empty(&self) -> bool {
        self.object.is_empty() && self.name.is_empty()
    }

    /// The same field inside `object`; the innermost object is named first, by its whole path.
    pub(super) const fn inside(self, object: &'static str) -> Self {
        if self.object.is_empty() { Self { object, ..self } } else { self }
    }

    /// The same field inside item `index` of a list.
    pub(super) fn of_item(self, index: usize) -> Self {
        Self { index: u32::try_from(index).ok(), ..self }
    }
}

impl From<&'static str> for Field {
    fn from(name: &'static str) -> Self {
        Self::new(name)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.object)?;
        if let Some(index) = self.index {
            write!(f, "[{index}]")?;
        }
        if !self.object.is_empty() && !self.name.is_empty() {
            f.write_char('.')?;
        }
        f.write_str(self.name)
    }
}
