//! Keys of employers and persons: opaque text, looked up by its bytes.

use core::borrow::Borrow;
use core::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

/// Keys are hashed for every record: fast, and seeded anew in every process.
pub(crate) type Hashing = foldhash::fast::RandomState;

/// The one hashing whose hashes are kept: those of several parts must agree.
pub(super) fn hashing() -> &'static Hashing {
    static HASHING: OnceLock<Hashing> = OnceLock::new();
    HASHING.get_or_init(Hashing::default)
}

/// A key that is kept. It hashes and compares as its bytes do, so that a file's bytes find it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key(pub(crate) Arc<str>);

impl Key {
    /// The key of these bytes, which the caller knows to be UTF-8.
    pub(crate) fn new(bytes: &[u8]) -> Self {
        Self(core::str::from_utf8(bytes).unwrap_or_default().into())
    }
}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.as_bytes().hash(state);
    }
}

impl Borrow<[u8]> for Key {
    fn borrow(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Whether two keys are the same: for keys of the usual length without a call.
#[inline]
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    // The first and the last eight (or four) bytes overlap and cover all.
    match one.len() {
        8..=16 => {
            one.first_chunk::<8>() == other.first_chunk::<8>()
                && one.last_chunk::<8>() == other.last_chunk::<8>()
        }
        4..=7 => {
            one.first_chunk::<4>() == other.first_chunk::<4>()
                && one.last_chunk::<4>() == other.last_chunk::<4>()
        }
        _ => one == other,
    }
}
