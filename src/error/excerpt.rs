//! The beginning of a refused text.

use core::fmt::{self, Write as _};

use crate::printable::Printable;

/// The first bytes of a refused text: enough to find it, too little to flood a log.
///
/// Holds every number and every field name of this crate whole; a longer text ends in `…`.
/// It is shown as [`Printable`] shows it.
///
/// ```
/// use banenafspraak::{ErrorKind, Hours};
///
/// let error = "1\n2".parse::<Hours>().unwrap_err();
/// let ErrorKind::NotANumber { text, .. } = error.kind() else { panic!() };
/// assert_eq!(text.to_string(), r"1\n2");
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Excerpt {
    bytes: [u8; Self::CAPACITY],
    length: u8,
    cut: bool,
}

impl Excerpt {
    const CAPACITY: usize = 40;

    pub(crate) fn of(text: impl fmt::Display) -> Self {
        let mut excerpt = Self { bytes: [0; Self::CAPACITY], length: 0, cut: false };
        // Writing to an excerpt only fails by being full, which `cut` records.
        let _ = write!(excerpt, "{text}");
        excerpt
    }

    pub(crate) fn as_str(&self) -> &str {
        self.bytes
            .get(..usize::from(self.length))
            .and_then(|bytes| core::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }
}

impl fmt::Write for Excerpt {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let start = usize::from(self.length);
        // The length is at most the capacity.
        let room = Self::CAPACITY.saturating_sub(start).min(text.len());
        let fits = (0..=room).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
        let (kept, beyond) = text.split_at_checked(fits).unwrap_or((text, ""));
        let end = start.saturating_add(kept.len());
        if let Some(room) = self.bytes.get_mut(start..end) {
            room.copy_from_slice(kept.as_bytes());
            self.length = u8::try_from(end).map_err(|_| fmt::Error)?;
        }
        self.cut = !beyond.is_empty();
        if self.cut { Err(fmt::Error) } else { Ok(()) }
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Printable(self.as_str()))?;
        f.write_str(if self.cut { "…" } else { "" })
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{self}\"")
    }
}
