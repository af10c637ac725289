//! What is wrong, in which field, with which value, against which rule.
//!
//! Every module but the escape makes errors, so an error holds plain data only.

mod excerpt;
mod field;
mod kind;
mod refused;

pub use excerpt::Excerpt;
pub use kind::ErrorKind;
pub use refused::Error;
