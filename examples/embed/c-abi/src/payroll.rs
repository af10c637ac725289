//! A payroll that comes in pieces.

use std::sync::Mutex;

use banenafspraak::contract::PayrollSession;

use crate::border::{Status, Text, answer, bytes, text};
use crate::text::options;

/// A payroll: opened, filled, asked and closed by the functions below. It may be used from any thread; calls
/// at once wait for each other.
#[derive(Debug)]
pub struct Payroll {
    session: Mutex<PayrollSession>,
}

/// Opens a payroll: a JSON object with its `year`, and perhaps `scheme`, `allow_repeats`, `allow_overlaps`,
/// `show_persons` and the tables. The answer is `{}`, or an object with `error`; `payroll` is null then.
///
/// # Safety
///
/// `setup` and `options` point to as many bytes as is said, or are null where that is none; `payroll` and
/// `out` point to places for the payroll and the answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn banenafspraak_payroll_open(
    setup: *const u8,
    setup_length: usize,
    options: *const u8,
    options_length: usize,
    payroll: *mut *mut Payroll,
    out: *mut Text,
) -> Status {
    if payroll.is_null() {
        return Status::NullPointer;
    }
    // SAFETY: the caller's promise.
    unsafe {
        payroll.write(std::ptr::null_mut());
        answer(out, || {
            let setup = text(setup, setup_length)?;
            let options = match self::options(options, options_length)? {
                Ok(options) => options,
                Err(error) => return Ok(error),
            };
            match PayrollSession::open(setup, options) {
                Ok(session) => {
                    let session = Mutex::new(session);
                    payroll.write(Box::into_raw(Box::new(Payroll { session })));
                    Ok("{}".to_owned())
                }
                Err(error) => Ok(error),
            }
        })
    }
}

/// Adds a table: `employers`, `register`, `attributions` or `records`, as CSV or as a JSON array of objects.
/// The answer says what was read and what could not be.
///
/// # Safety
///
/// `payroll` is open; `table` and `content` point to as many bytes as is said; `out` points to a place for
/// the answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn banenafspraak_payroll_add(
    payroll: *const Payroll,
    table: *const u8,
    table_length: usize,
    content: *const u8,
    content_length: usize,
    out: *mut Text,
) -> Status {
    // SAFETY: the caller's promise.
    unsafe {
        answer(out, || {
            let table = text(table, table_length)?;
            let content = bytes(content, content_length)?;
            with(payroll, |session| session.add(table, content))
        })
    }
}

/// Adds a wage return (loonaangifte): the bytes of one XML message.
///
/// # Safety
///
/// As [`banenafspraak_payroll_add`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn banenafspraak_payroll_add_wage_return(
    payroll: *const Payroll,
    xml: *const u8,
    xml_length: usize,
    out: *mut Text,
) -> Status {
    // SAFETY: the caller's promise.
    unsafe {
        answer(out, || {
            let xml = bytes(xml, xml_length)?;
            with(payroll, |session| session.add_wage_return(xml))
        })
    }
}

/// The outcome of every employer, and what was left out or does not match, as one JSON object.
///
/// # Safety
///
/// `payroll` is open; `out` points to a place for the answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn banenafspraak_payroll_answer(
    payroll: *const Payroll,
    out: *mut Text,
) -> Status {
    // SAFETY: the caller's promise.
    unsafe { answer(out, || with(payroll, |session| session.answer())) }
}

/// Closes a payroll, once. Null is nothing.
///
/// # Safety
///
/// `payroll` was opened and not closed, and no other call uses it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn banenafspraak_payroll_close(payroll: *mut Payroll) {
    if !payroll.is_null() {
        // SAFETY: the caller's promise: it was a box.
        drop(unsafe { Box::from_raw(payroll) });
    }
}

/// Uses the session, one call at a time.
///
/// # Safety
///
/// `payroll` is null or open.
unsafe fn with(
    payroll: *const Payroll,
    call: impl FnOnce(&mut PayrollSession) -> String,
) -> Result<String, Status> {
    // SAFETY: the caller's promise.
    let payroll = unsafe { payroll.as_ref() }.ok_or(Status::NullPointer)?;
    // A call that panicked left it half changed.
    let mut session = payroll.session.lock().map_err(|_| Status::Panic)?;
    Ok(call(&mut session))
}
