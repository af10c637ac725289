//! The examples of the README are compiled and run as a program outside the library would.
#![doc = include_str!("../../README.md")]
