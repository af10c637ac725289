//! The JSON form as such: values, numbers and objects of any self-describing format. No unit and no
//! object of the contract is known here.
//!
//! What a format holds is first taken in as a [`Node`], and then read field by field. A number is a
//! value: exact where the format keeps its text, and from a binary float only where it can be
//! nothing else than the decimal that was written.

mod float;
mod node;
mod number;
mod object;
mod readable;
mod visitor;

pub(crate) use node::{ARRAY, NUMBER, Node};
pub(crate) use object::Object;
pub(crate) use readable::{Readable, TextVisitor};
