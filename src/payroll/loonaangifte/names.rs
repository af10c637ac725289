//! Personnel numbers, each kept once.

use core::fmt;
use core::num::NonZeroU32;
use std::collections::HashMap;
use std::sync::Arc;

use crate::payroll::key::Hashing;

/// Texts by number, counted from one.
#[derive(Clone, Default)]
pub(super) struct Names {
    all: Vec<Arc<str>>,
    numbers: HashMap<Arc<str>, NonZeroU32, Hashing>,
}

impl fmt::Debug for Names {
    /// None of them: they are personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Names").finish_non_exhaustive()
    }
}

impl Names {
    /// The number of a text, which is kept if it is new; `None` if there are too many.
    pub(super) fn number(&mut self, name: &str) -> Option<NonZeroU32> {
        if let Some(number) = self.numbers.get(name) {
            return Some(*number);
        }
        let number = NonZeroU32::new(u32::try_from(self.all.len()).ok()?.checked_add(1)?)?;
        let name: Arc<str> = name.into();
        self.all.push(Arc::clone(&name));
        self.numbers.insert(name, number);
        Some(number)
    }

    pub(super) fn get(&self, number: NonZeroU32) -> Option<&str> {
        let at = usize::try_from(number.get()).ok()?.checked_sub(1)?;
        self.all.get(at).map(|name| &**name)
    }

    /// The numbers that the texts of another have here, by their place in the other.
    pub(super) fn take(&mut self, other: &Self) -> Vec<Option<NonZeroU32>> {
        other.all.iter().map(|name| self.number(name)).collect()
    }
}
