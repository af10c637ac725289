//! What is wrong, in which field, with which value, against which rule.
//!
//! Every module but the escape makes errors, so an error holds plain data only.

mod excerpt;
mod field;
pub(crate) mod kind;
pub(crate) mod refused;

pub use crate::language::Phrase;
pub use excerpt::Excerpt;
pub(crate) use kind::ErrorKind;
pub(crate) use refused::Error;
