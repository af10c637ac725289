//! The JSON form as such: values, numbers and objects of any self-describing format. No unit and no
//! object of the contract is known here.
//!
//! What a format holds is first taken in as a [`Node`], and then read field by field. A number is a
//! value: exact where the format keeps its text, and from a binary float only where it can be
//! nothing else than the decimal that was written. [`object!`] declares an object, one row a field.

// First, because objects are declared with its macros.
#[macro_use]
mod macros;

mod fields;
mod float;
pub(crate) mod kinds;
pub(crate) mod names;
mod node;
mod number;
mod object;
mod readable;
mod value;
mod visitor;
mod write;

pub(crate) use fields::{ReadFields, WriteFields};
#[cfg(feature = "payroll")]
pub(crate) use node::{ARRAY, OBJECT};
pub(crate) use node::{NUMBER, Node};
pub(crate) use object::Object;
pub(crate) use readable::{Readable, TextVisitor};
pub(crate) use value::{AnyNumber, Value};
