//! What the programs share: their flags, how they read employers, and how outcomes are written.
#![allow(dead_code, reason = "each program uses a part")]

#[cfg(feature = "serde")]
pub(crate) mod advice;
#[cfg(feature = "serde")]
pub(crate) mod calendar;
pub(crate) mod command;
pub(crate) mod dutch;
pub(crate) mod empty;
#[cfg(feature = "serde")]
pub(crate) mod flags;
pub(crate) mod lkv;
#[cfg(feature = "serde")]
pub(crate) mod mark;
pub(crate) mod missing;
pub(crate) mod options;
#[cfg(feature = "serde")]
pub(crate) mod outcome;
pub(crate) mod output_file;
#[cfg(all(feature = "serde", feature = "dialects"))]
pub(crate) mod read;
#[cfg(feature = "serde")]
pub(crate) mod render;
pub(crate) mod trouble;
