//! What crosses the border, and how.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::slice;

/// Whether a call went through.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// There is an answer. What the library refuses is in it, as an object with `error`.
    Ok = 0,
    /// A pointer that is needed is null. There is no answer.
    NullPointer = 1,
    /// A text is not UTF-8. There is no answer.
    NotUtf8 = 2,
    /// A fault of the library: please report it. There is no answer, and a payroll that was in the call
    /// must be closed.
    Panic = 3,
}

/// A text that the library gives: UTF-8, not ended by a zero byte.
#[repr(C)]
#[derive(Debug)]
pub struct Text {
    /// Its bytes; null where there is none.
    pub data: *mut u8,
    /// How many bytes.
    pub length: usize,
}

impl Text {
    const NONE: Self = Self { data: std::ptr::null_mut(), length: 0 };

    fn of(text: String) -> Self {
        let bytes = text.into_bytes().into_boxed_slice();
        let length = bytes.len();
        Self { data: Box::into_raw(bytes).cast(), length }
    }
}

/// The bytes at a place; no bytes need no place.
///
/// # Safety
///
/// `data` is null or points to `length` bytes that do not change during the call.
pub(crate) unsafe fn bytes<'a>(data: *const u8, length: usize) -> Result<&'a [u8], Status> {
    match (data.is_null(), length) {
        (_, 0) => Ok(&[]),
        (true, _) => Err(Status::NullPointer),
        // SAFETY: the caller's promise.
        (false, _) => Ok(unsafe { slice::from_raw_parts(data, length) }),
    }
}

/// The text at a place.
///
/// # Safety
///
/// As [`bytes`].
pub(crate) unsafe fn text<'a>(data: *const u8, length: usize) -> Result<&'a str, Status> {
    // SAFETY: the caller's promise.
    let bytes = unsafe { bytes(data, length) }?;
    std::str::from_utf8(bytes).map_err(|_| Status::NotUtf8)
}

/// Makes the answer and writes it to its place.
///
/// # Safety
///
/// `answer` is null or points to a `Text` that may be written.
pub(crate) unsafe fn answer(
    answer: *mut Text,
    call: impl FnOnce() -> Result<String, Status>,
) -> Status {
    if answer.is_null() {
        return Status::NullPointer;
    }
    // What a panic leaves half done is a payroll behind its lock, which then says so.
    let made = catch_unwind(AssertUnwindSafe(call)).unwrap_or(Err(Status::Panic));
    let (text, status) = match made {
        Ok(text) => (Text::of(text), Status::Ok),
        Err(status) => (Text::NONE, status),
    };
    // SAFETY: the caller's promise; the place need not hold a `Text` yet.
    unsafe { answer.write(text) };
    status
}
