//! Sums of many records.

use core::num::Wrapping;

use crate::unit::Unit;

/// A sum of smallest units. It never wraps: each is of 64 bits, and more of them than can be read fit in
/// 128.
pub(super) type Sum = Wrapping<i128>;

/// Of nothing.
pub(super) const NONE: Sum = Wrapping(0);

/// What a value adds to a sum.
#[inline]
pub(super) fn units(value: impl Unit) -> Sum {
    Wrapping(value.units().into())
}
