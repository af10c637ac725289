//! The characters of a file as UTF-8, a line feed at the end of each line.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::dialect::Encoding;
use crate::payroll::csv::Problem;

/// The bytes read at once.
const BLOCK: usize = 1 << 14;

/// Reads a file in any encoding as UTF-8; its byte order mark is already read.
pub(super) struct Decoded<R> {
    input: R,
    /// `None` for UTF-8: whoever reads it checks it.
    decoder: Option<Decoder>,
    /// Whether a carriage return alone ends a line.
    returns: bool,
    raw: Vec<u8>,
    text: Vec<u8>,
    /// What of it is given.
    given: usize,
    at_end: bool,
    /// Whether what follows is broken.
    is_broken: bool,
}

impl<R> Decoded<R> {
    pub(super) fn new(input: R, encoding: Encoding, returns: bool) -> Self {
        let encoding = match encoding {
            Encoding::Utf8 => None,
            Encoding::Windows1252 => Some(WINDOWS_1252),
            Encoding::Utf16Le => Some(UTF_16LE),
            Encoding::Utf16Be => Some(UTF_16BE),
        };
        Self {
            input,
            decoder: encoding.map(encoding_rs::Encoding::new_decoder_without_bom_handling),
            returns,
            raw: Vec::new(),
            text: Vec::new(),
            given: 0,
            at_end: false,
            is_broken: false,
        }
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = if self.decoder.is_some() {
            while self.given == self.text.len() && !self.at_end {
                self.decode()?;
            }
            if self.given == self.text.len() && self.is_broken {
                return Err(io::Error::other(Problem::Utf16));
            }
            let mut rest = self.text.get(self.given..).unwrap_or_default();
            let read = rest.read(buffer)?;
            self.given = self.given.saturating_add(read);
            read
        } else {
            self.input.read(buffer)?
        };
        if self.returns {
            for byte in buffer.iter_mut().take(read).filter(|byte| **byte == b'\r') {
                *byte = b'\n';
            }
        }
        Ok(read)
    }
}

impl<R: Read> Decoded<R> {
    /// Decodes the next bytes, all that are given before.
    fn decode(&mut self) -> io::Result<()> {
        let Some(decoder) = &mut self.decoder else { return Ok(()) };
        self.raw.resize(BLOCK, 0);
        let read = self.input.read(&mut self.raw)?;
        self.at_end = read == 0;
        let raw = self.raw.get(..read).unwrap_or_default();
        let most = decoder.max_utf8_buffer_length_without_replacement(raw.len());
        self.text.resize(most.unwrap_or_default(), 0);
        self.given = 0;
        let (result, _, written) =
            decoder.decode_to_utf8_without_replacement(raw, &mut self.text, self.at_end);
        self.text.truncate(written);
        // Windows-1252 has a character for each byte: what is broken is UTF-16.
        if result != DecoderResult::InputEmpty {
            (self.at_end, self.is_broken) = (true, true);
        }
        Ok(())
    }
}

impl<R> core::fmt::Debug for Decoded<R> {
    /// Nothing of the content, which can be personal data.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Decoded").field("at_end", &self.at_end).finish_non_exhaustive()
    }
}
