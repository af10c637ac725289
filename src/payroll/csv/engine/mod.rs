//! From the bytes of the file of records to its records: one way in, a fast path and a slow one behind it.

mod fast;
mod lines;
mod slow;

pub(super) use fast::BLANK;
pub(super) use lines::Lines;
pub(super) use slow::Found;
