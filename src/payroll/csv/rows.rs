//! Rows of a CSV file, streamed: lines of a reused buffer, and quoting where it occurs.
//!
//! Positions and counts saturate, and never do: none is larger than memory.

use std::io::Read;

use super::error::Problem;
use super::line_error::LineError;

/// The most bytes of one record: far more than any has, far less than memory.
pub(crate) const LONGEST: usize = 1 << 20;
/// The bytes read at once.
const BLOCK: usize = 1 << 16;
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// The byte order marks of UTF-16, of both kinds.
const UTF_16: [&[u8]; 2] = [&[0xff, 0xfe], &[0xfe, 0xff]];

/// Bytes of a file, of which one whole record is always in memory.
#[derive(Debug)]
pub(crate) struct Rows<R> {
    input: R,
    buffer: Vec<u8>,
    /// What is read and not yet used.
    start: usize,
    end: usize,
    at_end: bool,
    /// The last byte that was read.
    last: Option<u8>,
    /// An error met while chunks were cut: it is reported when the rest is read.
    failed: Option<Failed>,
    /// The line on which the next record begins.
    line: u64,
    /// The record that the input rejected, until it is reported.
    rejected: Option<LineError>,
    unquoted: Unquoted,
}

/// The fields of a record without their quotes.
#[derive(Debug)]
pub(crate) struct Unquoted {
    /// Between two fields.
    separator: u8,
    /// Built when the first record needs it: most files do without.
    reader: Option<csv_core::Reader>,
    text: Vec<u8>,
    ends: Vec<usize>,
    count: usize,
    /// Whether each quote that ends a field is at its end.
    is_strict: bool,
}

impl Unquoted {
    fn new(separator: u8) -> Self {
        Self {
            separator,
            reader: None,
            text: Vec::new(),
            ends: Vec::new(),
            count: 0,
            is_strict: true,
        }
    }

    pub(crate) const fn len(&self) -> usize {
        self.count
    }

    /// Whether each quote that ends a field is at its end: otherwise it may have been meant
    /// otherwise.
    pub(crate) const fn check_quotes(&self) -> Result<(), Problem> {
        if self.is_strict { Ok(()) } else { Err(Problem::TextAfterQuote) }
    }

    /// The fields in order.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &[u8]> {
        let ends = self.ends.get(..self.count).unwrap_or_default();
        let starts = [0].iter().chain(ends);
        starts.zip(ends).map(|(start, end)| self.text.get(*start..*end).unwrap_or_default())
    }
}

/// Why no bytes came.
#[derive(Debug)]
enum Failed {
    /// The input rejected a record.
    Record(LineError),
    Input(Problem),
}

impl From<std::io::Error> for Failed {
    fn from(error: std::io::Error) -> Self {
        match LineError::of(error) {
            Ok(rejected) => Self::Record(rejected),
            Err(error) => Self::Input(error.into()),
        }
    }
}

#[cfg(feature = "parallel")]
impl Rows<std::io::Empty> {
    /// The bytes, to be used again.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.buffer
    }

    /// Rows that are all in memory, of which the first is on this line.
    pub(super) fn of_bytes(bytes: Vec<u8>, line: u64) -> Self {
        let end = bytes.len();
        Self { buffer: bytes, end, at_end: true, line, ..Self::new(std::io::empty()) }
    }
}

impl<R> Rows<R> {
    pub(super) fn new(input: R) -> Self {
        Self::separated(input, b',')
    }

    /// Rows with another separator than the comma: only whole records can be read from them.
    pub(crate) fn separated(input: R, separator: u8) -> Self {
        Self {
            input,
            buffer: Vec::new(),
            start: 0,
            end: 0,
            at_end: false,
            last: None,
            failed: None,
            line: 1,
            rejected: None,
            unquoted: Unquoted::new(separator),
        }
    }

    /// The line on which the next record begins.
    pub(crate) const fn line(&self) -> u64 {
        self.line
    }

    /// The record that the input rejected, if the last problem is of one.
    pub(super) fn take_rejected(&mut self) -> Option<LineError> {
        self.rejected.take()
    }

    /// Whether all was read, and the last line has no line end.
    pub(crate) fn ends_without_line_end(&self) -> bool {
        self.at_end && self.last.is_some_and(|last| last != b'\n')
    }
}

impl<R: Read> Rows<R> {
    /// What is read and not yet used up: perhaps no whole line.
    #[inline]
    pub(super) fn ahead(&self) -> &[u8] {
        self.buffer.get(self.start..self.end).unwrap_or_default()
    }

    /// Uses up one line of this length, its line feed included; nothing of none.
    #[inline]
    pub(super) fn use_bytes(&mut self, length: usize) {
        self.start = self.start.saturating_add(length).min(self.end);
        self.line = self.line.saturating_add(u64::from(length > 0));
    }

    /// Reads until a whole line is ahead that is not empty, or what ends the file; whether there is
    /// one.
    pub(crate) fn has_line(&mut self) -> Result<bool, Problem> {
        loop {
            let ahead = self.ahead();
            let (length, after) = match memchr::memchr(b'\n', ahead) {
                Some(length) => (length, length.saturating_add(1)),
                None if self.at_end && ahead.is_empty() => return Ok(false),
                None if self.at_end => (ahead.len(), ahead.len()),
                None => {
                    self.read_more()?;
                    continue;
                }
            };
            check_length(length)?;
            if !matches!(ahead.get(..length), Some([] | [b'\r'])) {
                return Ok(true);
            }
            self.use_bytes(after);
        }
    }

    /// Reads the record ahead with its quoting, and uses it up.
    pub(crate) fn unquoted(&mut self) -> Result<Option<&Unquoted>, Problem> {
        if !self.has_line()? {
            return Ok(None);
        }
        loop {
            let unused = self.buffer.get(self.start..self.end).unwrap_or_default();
            match self.unquoted.read(unused, self.at_end)? {
                Some(length) => {
                    let used = unused.get(..length).unwrap_or_default();
                    let lines = memchr::memchr_iter(b'\n', used).count();
                    let ended = used.ends_with(b"\n");
                    check_length(length.saturating_sub(usize::from(ended)))?;
                    self.line = self.line.saturating_add(u64::try_from(lines).unwrap_or(0));
                    if !ended {
                        self.line = self.line.saturating_add(1);
                    }
                    self.start = self.start.saturating_add(length);
                    return Ok(Some(&self.unquoted));
                }
                None => self.read_more()?,
            }
        }
    }

    /// Cuts off about `most` bytes, whole lines without quotes, and the number of the first; `None`
    /// at the end, at a quote, and where reading fails: then the rest is read row by row.
    #[cfg(feature = "parallel")]
    pub(super) fn cut(&mut self, most: usize, mut bytes: Vec<u8>) -> Option<(Vec<u8>, u64)> {
        if self.failed.is_some() {
            return None;
        }
        bytes.clear();
        bytes.extend_from_slice(self.ahead());
        let more = u64::try_from(most.saturating_sub(bytes.len())).unwrap_or(0);
        if let Err(error) = self.input.by_ref().take(more).read_to_end(&mut bytes) {
            self.failed = Some(error.into());
        }
        self.last = bytes.last().copied().or(self.last);
        let whole = memchr::memrchr(b'\n', &bytes).map_or(0, |last| last.saturating_add(1));
        let quoted = memchr::memchr(b'"', bytes.get(..whole)?).is_some();
        let cut_at = if quoted { 0 } else { whole };
        // What is not cut off is ahead, as if just read.
        self.buffer.clear();
        self.buffer.extend_from_slice(bytes.get(cut_at..)?);
        (self.start, self.end) = (0, self.buffer.len());
        if cut_at == 0 {
            return None;
        }
        bytes.truncate(cut_at);
        let line = self.line;
        let lines = memchr::memchr_iter(b'\n', &bytes).count();
        self.line = line.saturating_add(u64::try_from(lines).unwrap_or(u64::MAX));
        Some((bytes, line))
    }

    /// Skips a byte order mark, but not that of UTF-16; to be called before anything is read.
    pub(super) fn skip_byte_order_mark(&mut self) -> Result<(), Problem> {
        while self.end < BYTE_ORDER_MARK.len() && !self.at_end {
            self.read_more()?;
        }
        let read = self.buffer.get(..self.end).unwrap_or_default();
        if UTF_16.iter().any(|mark| read.starts_with(mark)) {
            return Err(Problem::Utf16);
        }
        if read.starts_with(BYTE_ORDER_MARK) {
            self.start = BYTE_ORDER_MARK.len();
        }
        Ok(())
    }

    #[cold]
    fn read_more(&mut self) -> Result<(), Problem> {
        if let Some(failed) = self.failed.take() {
            return Err(self.problem_of(failed));
        }
        let unused = self.end.saturating_sub(self.start);
        check_length(unused)?;
        self.buffer.copy_within(self.start..self.end, 0);
        (self.start, self.end) = (0, unused);
        if self.buffer.len().saturating_sub(unused) < BLOCK {
            self.buffer.resize(unused.saturating_add(BLOCK), 0);
        }
        let free = self.buffer.get_mut(unused..).unwrap_or_default();
        let read = loop {
            match self.input.read(free) {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(self.problem_of(error.into())),
                Ok(read) => break read,
            }
        };
        self.last = read.checked_sub(1).and_then(|last| free.get(last)).copied().or(self.last);
        self.end = self.end.saturating_add(read);
        self.at_end = read == 0;
        Ok(())
    }

    /// Why reading failed. Of a record that the input rejected the next one can be read.
    fn problem_of(&mut self, failed: Failed) -> Problem {
        match failed {
            Failed::Record(rejected) => {
                self.line = rejected.last_line.saturating_add(1);
                let problem = rejected.problem.clone();
                self.rejected = Some(rejected);
                problem
            }
            Failed::Input(problem) => problem,
        }
    }
}

/// Whether a record of this length, without what ends its line, may be read.
const fn check_length(length: usize) -> Result<(), Problem> {
    if length > LONGEST { Err(Problem::TooLong { limit: LONGEST }) } else { Ok(()) }
}

impl Unquoted {
    /// Reads one record from the beginning of `input`, and how long it is; `None` if it is not
    /// whole.
    fn read(&mut self, input: &[u8], at_end: bool) -> Result<Option<usize>, Problem> {
        use csv_core::ReadRecordResult::{End, InputEmpty, OutputEndsFull, OutputFull, Record};
        // As for lines without quotes: a line feed ends a record, a return before it is dropped.
        let reader = self.reader.get_or_insert_with(|| {
            csv_core::ReaderBuilder::new()
                .delimiter(self.separator)
                .terminator(csv_core::Terminator::Any(b'\n'))
                .build()
        });
        reader.reset();
        if input.starts_with(BYTE_ORDER_MARK) {
            // A reader without a past takes it for that of the file, and drops it.
            let _ = reader.read_record(b"\n", &mut [0], &mut [0]);
        }
        self.text.resize(self.text.len().max(1_024), 0);
        self.ends.resize(self.ends.len().max(16), 0);
        let (mut used, mut written) = (0_usize, 0_usize);
        self.count = 0;
        loop {
            let rest = input.get(used..).unwrap_or_default();
            let ended = rest.is_empty();
            if ended && !at_end {
                return Ok(None);
            }
            // The end of the file ends a line; within quotes a line feed ends nothing.
            let rest = if ended { b"\n" } else { rest };
            let text = self.text.get_mut(written..).unwrap_or_default();
            let ends = self.ends.get_mut(self.count..).unwrap_or_default();
            let (result, read, wrote, fields) = reader.read_record(rest, text, ends);
            used = used.saturating_add(read).min(input.len());
            written = written.saturating_add(wrote);
            self.count = self.count.saturating_add(fields);
            match result {
                Record | End => break,
                InputEmpty if ended => return Err(Problem::UnclosedQuote),
                InputEmpty => {}
                OutputFull => self.text.resize(self.text.len().saturating_mul(2), 0),
                OutputEndsFull => self.ends.resize(self.ends.len().saturating_mul(2), 0),
            }
        }
        let last = self.ends.get_mut(..self.count).and_then(<[usize]>::last_mut);
        if let Some(end) = last {
            if self.text.get(..*end).is_some_and(|text| text.ends_with(b"\r")) {
                *end = end.saturating_sub(1);
            }
        }
        self.is_strict = is_strict(input.get(..used).unwrap_or_default(), self.separator);
        Ok(Some(used))
    }
}

/// Whether nothing but a separator or the end follows each quote that ends a field of a record. A quote
/// within a field that begins without one is text, as csv-core and the csv crate have it.
fn is_strict(record: &[u8], separator: u8) -> bool {
    let mut rest = record;
    loop {
        let after = match rest {
            [b'"', quoted @ ..] => match after_quote(quoted) {
                Some(after) => after,
                None => return true,
            },
            _ => memchr::memchr(separator, rest).and_then(|at| rest.get(at..)).unwrap_or_default(),
        };
        match after {
            [] | [b'\n', ..] | [b'\r'] | [b'\r', b'\n', ..] => return true,
            [first, after @ ..] if *first == separator => rest = after,
            _ => return false,
        }
    }
}

/// What follows the quote that ends a field.
fn after_quote(quoted: &[u8]) -> Option<&[u8]> {
    let mut rest = quoted;
    loop {
        let after = rest.get(memchr::memchr(b'"', rest)?.checked_add(1)?..)?;
        match after {
            [b'"', more @ ..] => rest = more,
            _ => return Some(after),
        }
    }
}
