//! An input that flushes the output before it waits for more.

use std::cell::RefCell;
use std::io::{self, Read, Write};

/// Below a `BufReader`, which asks for more only when it holds no complete line: a program that
/// writes a line and waits for the answer gets it, and lines that come together are answered in
/// large writes.
pub(crate) struct Tied<'o, R, W> {
    input: R,
    out: &'o RefCell<W>,
}

impl<'o, R: Read, W: Write> Tied<'o, R, W> {
    pub(crate) fn new(input: R, out: &'o RefCell<W>) -> Self {
        Self { input, out }
    }
}

impl<R: Read, W: Write> Read for Tied<'_, R, W> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.out.borrow_mut().flush()?;
        self.input.read(buffer)
    }
}
