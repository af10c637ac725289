//! An input without employers.

use std::io::{self, ErrorKind};

use super::trouble::Reason;

/// What is said of it.
pub(crate) fn nothing() -> io::Error {
    let reason = Reason("no employers in the input", "de invoer bevat geen werkgevers");
    io::Error::new(ErrorKind::InvalidData, reason)
}
