//! The bytes of a message: its encoding, and a bound on what a single event may hold.
//!
//! Positions and counts saturate, and never do: none is larger than memory.

use std::io::{self, BufRead, Read};

/// The most bytes of one tag, text, comment or other piece of a message.
pub(super) const LONGEST: usize = 1 << 16;
const BLOCK: usize = 1 << 14;
/// The XML declaration is at the very beginning, and short.
const DECLARATION: usize = 256;

/// How a message's bytes are its characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Latin1,
}

/// A message's bytes as UTF-8, no more at once than a budget that each event begins anew.
#[derive(Debug)]
pub(super) struct Guard<R> {
    input: R,
    encoding: Encoding,
    buffer: Vec<u8>,
    start: usize,
    budget: usize,
    exceeded: bool,
    /// How many bytes of the message were consumed.
    position: u64,
}

/// What the beginning of a message says.
pub(super) enum Opened<R> {
    Guard(Guard<R>),
    UnknownEncoding,
}

impl<R: Read> Guard<R> {
    /// Reads the XML declaration, if there is one, for its encoding.
    pub(super) fn open(mut input: R) -> io::Result<Opened<R>> {
        let mut beginning = Vec::new();
        let most = u64::try_from(DECLARATION).unwrap_or(u64::MAX);
        input.by_ref().take(most).read_to_end(&mut beginning)?;
        let Some(encoding) = encoding(&beginning) else { return Ok(Opened::UnknownEncoding) };
        let mut guard = Self {
            input,
            encoding,
            buffer: Vec::new(),
            start: 0,
            budget: LONGEST,
            exceeded: false,
            position: 0,
        };
        guard.fill(&beginning);
        Ok(Opened::Guard(guard))
    }

    /// Begins a new event.
    pub(super) const fn begin(&mut self) {
        self.budget = LONGEST;
    }

    /// Whether an event was longer than allowed.
    pub(super) const fn exceeded(&self) -> bool {
        self.exceeded
    }

    /// The byte of the message up to which it was read.
    pub(super) const fn position(&self) -> u64 {
        self.position
    }

    fn fill(&mut self, bytes: &[u8]) {
        self.start = 0;
        self.buffer.clear();
        match self.encoding {
            // Each byte of ISO 8859-1 is the character of its number.
            Encoding::Latin1 if !bytes.is_ascii() => {
                for byte in bytes {
                    let mut utf8 = [0; 2];
                    let text = char::from(*byte).encode_utf8(&mut utf8);
                    self.buffer.extend_from_slice(text.as_bytes());
                }
            }
            Encoding::Utf8 | Encoding::Latin1 => self.buffer.extend_from_slice(bytes),
        }
    }
}

/// The encoding that the declaration names; UTF-8 if it names none, `None` if another.
fn encoding(beginning: &[u8]) -> Option<Encoding> {
    // Two bytes a character: UTF-16, with or without its mark.
    if beginning.starts_with(b"\xff\xfe") || beginning.starts_with(b"\xfe\xff") {
        return None;
    }
    let marked = beginning.strip_prefix("\u{feff}".as_bytes());
    let text = marked.unwrap_or(beginning);
    if text.get(..2).is_some_and(|two| two.contains(&0)) {
        return None;
    }
    let Some(declaration) = text.strip_prefix(b"<?xml") else { return Some(Encoding::Utf8) };
    let end = declaration.windows(2).position(|two| two == b"?>")?;
    let declaration = core::str::from_utf8(declaration.get(..end)?).ok()?;
    let Some((_, after)) = declaration.split_once("encoding") else { return Some(Encoding::Utf8) };
    let quoted = after.trim_start().strip_prefix('=')?.trim_start();
    let quote = quoted.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let name = quoted.split(quote).nth(1)?;
    let is = |known: &str| name.eq_ignore_ascii_case(known);
    if is("utf-8") || is("us-ascii") {
        Some(Encoding::Utf8)
    } else if (is("iso-8859-1") || is("latin1")) && marked.is_none() {
        Some(Encoding::Latin1)
    } else {
        None
    }
}

impl<R: Read> Read for Guard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: Read> BufRead for Guard<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.start >= self.buffer.len() {
            let mut block = [0; BLOCK];
            let read = loop {
                match self.input.read(&mut block) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    read => break read?,
                }
            };
            self.fill(block.get(..read).unwrap_or_default());
        }
        if self.budget == 0 && self.start < self.buffer.len() {
            self.exceeded = true;
            return Err(io::Error::other("an event is too long"));
        }
        let most = self.start.saturating_add(self.budget).min(self.buffer.len());
        Ok(self.buffer.get(self.start..most).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        let end = self.start.saturating_add(amount).min(self.buffer.len());
        let consumed = self.buffer.get(self.start..end).unwrap_or_default();
        let bytes = match self.encoding {
            Encoding::Utf8 => consumed.len(),
            // One byte of the message for each character.
            Encoding::Latin1 => consumed.iter().filter(|byte| **byte & 0xc0 != 0x80).count(),
        };
        self.position = self.position.saturating_add(bytes.try_into().unwrap_or(u64::MAX));
        self.start = self.start.saturating_add(amount);
        self.budget = self.budget.saturating_sub(amount);
    }
}
