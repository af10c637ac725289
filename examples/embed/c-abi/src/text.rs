//! Text in, text out.

use std::ptr;

use banenafspraak::Figures;
use banenafspraak::contract::{
    JSON_SCHEMA, Options, assess_json_with, assess_lines, plan_json, report_json, verify_json,
};

use crate::border::{Status, Text, answer, bytes, text};

/// The options of a call: a JSON object with `explain`, `language` and `figures`, or nothing.
///
/// # Safety
///
/// As `bytes`.
pub(crate) unsafe fn options(
    data: *const u8,
    length: usize,
) -> Result<Result<Options, String>, Status> {
    // SAFETY: the caller's promise.
    unsafe { text(data, length) }.map(Options::from_json)
}

/// Assesses one employer and year: an input object as JSON; the answer is the outcome, or an object with
/// `error`.
///
/// # Safety
///
/// `input` and `options` point to as many bytes as is said, or are null where that is none; `out` points to
/// a place for the answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn banenafspraak_assess(
    input: *const u8,
    input_length: usize,
    options: *const u8,
    options_length: usize,
    out: *mut Text,
) -> Status {
    // SAFETY: the caller's promise.
    unsafe {
        answer(out, || {
            let input = text(input, input_length)?;
            let options = self::options(options, options_length)?;
            Ok(options.map_or_else(|error| error, |options| assess_json_with(input, &options)))
        })
    }
}

/// Assesses JSON Lines: one input object a line, one line out for each, in the same order.
///
/// # Safety
///
/// As [`banenafspraak_assess`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn banenafspraak_assess_lines(
    input: *const u8,
    input_length: usize,
    options: *const u8,
    options_length: usize,
    out: *mut Text,
) -> Status {
    // SAFETY: the caller's promise.
    unsafe {
        answer(out, || {
            let input = bytes(input, input_length)?;
            let options = match self::options(options, options_length)? {
                Ok(options) => options,
                Err(error) => return Ok(error),
            };
            let mut lines = Vec::new();
            // Neither a slice nor a vector fails.
            let _ = assess_lines(input, &mut lines, &options);
            String::from_utf8(lines).map_err(|_| Status::Panic)
        })
    }
}

/// Says what closes the gap of an employer, what changes do, and how the two laws compare.
///
/// The question is an object with `employer`, and perhaps `changes`, `scenarios`, `hours_per_week` and
/// `from`.
///
/// # Safety
///
/// As [`banenafspraak_assess`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn banenafspraak_plan(
    question: *const u8,
    question_length: usize,
    options: *const u8,
    options_length: usize,
    out: *mut Text,
) -> Status {
    // SAFETY: the caller's promise.
    unsafe {
        answer(out, || {
            let question = text(question, question_length)?;
            let options = self::options(options, options_length)?;
            Ok(options.map_or_else(|error| error, |options| plan_json(question, &options)))
        })
    }
}

/// Makes the report of one employer: `{"html": ...}`, a page that needs nothing else.
///
/// The question is an object with `years`, and perhaps `language`, `name`, `date`, `hours_per_week`, `from`
/// and `figures`.
///
/// # Safety
///
/// `question` points to as many bytes as is said; `out` points to a place for the answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn banenafspraak_report(
    question: *const u8,
    question_length: usize,
    out: *mut Text,
) -> Status {
    // SAFETY: the caller's promise.
    unsafe { answer(out, || Ok(report_json(text(question, question_length)?))) }
}

/// Computes a receipt again and says what differs.
///
/// # Safety
///
/// As [`banenafspraak_assess`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn banenafspraak_verify(
    receipt: *const u8,
    receipt_length: usize,
    options: *const u8,
    options_length: usize,
    out: *mut Text,
) -> Status {
    // SAFETY: the caller's promise.
    unsafe {
        answer(out, || {
            let receipt = text(receipt, receipt_length)?;
            let options = self::options(options, options_length)?;
            Ok(options.map_or_else(|error| error, |options| verify_json(receipt, &options)))
        })
    }
}

/// The version of the library, such as 0.1.0.
///
/// # Safety
///
/// `out` points to a place for the answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn banenafspraak_version(out: *mut Text) -> Status {
    // SAFETY: the caller's promise.
    unsafe { answer(out, || Ok(env!("CARGO_PKG_VERSION").to_owned())) }
}

/// The SHA-256 of the published figures: the same wherever the same figures are.
///
/// # Safety
///
/// As [`banenafspraak_version`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn banenafspraak_figures(out: *mut Text) -> Status {
    // SAFETY: the caller's promise.
    unsafe { answer(out, || Ok(Figures::published().fingerprint())) }
}

/// The contract as a JSON Schema.
///
/// # Safety
///
/// As [`banenafspraak_version`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn banenafspraak_schema(out: *mut Text) -> Status {
    // SAFETY: the caller's promise.
    unsafe { answer(out, || Ok(JSON_SCHEMA.to_owned())) }
}

/// Frees a text that the library gave, once. Null is nothing.
///
/// # Safety
///
/// `data` and `length` are those of a text that the library gave and that was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn banenafspraak_free(data: *mut u8, length: usize) {
    if !data.is_null() {
        // SAFETY: the caller's promise: it was a boxed slice of this length.
        drop(unsafe { Box::from_raw(ptr::slice_from_raw_parts_mut(data, length)) });
    }
}

/// Bytes for a text that a caller without memory of its own will write, such as a web page; freed as a text
/// that the library gave. Null where there is no memory for it.
#[unsafe(no_mangle)]
pub extern "C" fn banenafspraak_alloc(length: usize) -> *mut u8 {
    let mut bytes = Vec::new();
    if bytes.try_reserve_exact(length).is_err() {
        return ptr::null_mut();
    }
    bytes.resize(length, 0_u8);
    Box::into_raw(bytes.into_boxed_slice()).cast()
}
