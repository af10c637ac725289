//! What is wrong, in which field, with which value, against which rule.
//!
//! Each [`Error`] has its [`ErrorKind`], a stable code, its field by the
//! contract's name, and a message in English and Dutch.
//!
//! ```
//! use banenafspraak::{ErrorKind, Hours, Language};
//!
//! let error = "25,5".parse::<Hours>().unwrap_err();
//! assert!(matches!(error.kind(), ErrorKind::NotANumber { text, .. } if text.to_string() == "25,5"));
//! assert_eq!(error.code(), "not_a_number");
//! let dutch = error.localized(Language::Nl).to_string();
//! assert_eq!(dutch, "uren (hours): `25,5` is geen getal zoals `25800` of `19.38`");
//! ```

mod excerpt;
mod field;
pub(crate) mod kind;
pub(crate) mod refused;
pub(crate) mod words;

pub use crate::language::Phrase;
pub use excerpt::Excerpt;
pub(crate) use kind::ErrorKind;
pub(crate) use refused::Error;
