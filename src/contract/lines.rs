//! JSON Lines in, JSON Lines out.

use std::io::{self, BufRead, ErrorKind, Write};

use super::answer::Answer;
use super::options::Options;

/// How many lines were answered, and how.
///
/// See the example of [`assess_lines`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// Lines with an outcome.
    pub assessed: u64,
    /// Lines with an error.
    pub refused: u64,
}

/// Assesses JSON Lines: one input object a line in, one line out for each, in the same order.
///
/// A line that cannot be assessed gives `{"id": ..., "line": ..., "error": ...}` in its place, and the
/// rest goes on. Empty lines are skipped, and counted in `line`; so is a byte order mark at the
/// beginning. Memory holds one line at a time.
///
/// Output is flushed whenever no complete input line is buffered, so that another program can write a
/// line and wait for its answer. A `BufWriter` makes few large writes of the others.
///
/// ```
/// use banenafspraak::contract::{Options, assess_lines};
///
/// let lines = concat!(
///     r#"{"id":"school","year":2026,"sector":"overheid","paid_hours":"180000","doelgroep_hours":"2662","previous_year":null}"#,
///     "\n\n",
///     r#"{"id":"museum","year":"next"}"#,
/// );
/// let mut out = Vec::new();
/// let summary = assess_lines(lines.as_bytes(), &mut out, &Options::new())?;
/// assert_eq!((summary.assessed, summary.refused), (1, 1));
/// let text = String::from_utf8(out).unwrap();
/// assert!(text.starts_with(r#"{"id":"school","year":2026,"#));
/// assert!(text.contains(r#"{"id":"museum","line":3,"error":{"code":"not_a_number","field":"year""#));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
///
/// Only those of the reader and the writer: no line stops it.
pub fn assess_lines(
    input: impl BufRead,
    mut output: impl Write,
    options: &Options,
) -> io::Result<Summary> {
    let mut lines = Lines { input, line: Vec::new(), number: 0, is_drained: true };
    let mut summary = Summary::default();
    while lines.advance(&mut output)? {
        let text = lines.text();
        if text.is_empty() {
            continue;
        }
        let answer = Answer::to(text, Some(lines.number), options);
        let count = if answer.is_assessed() { &mut summary.assessed } else { &mut summary.refused };
        *count = count.saturating_add(1);
        serde_json::to_writer(&mut output, &answer)?;
        output.write_all(b"\n")?;
    }
    output.flush()?;
    Ok(summary)
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The lines of an input, one at a time.
struct Lines<R> {
    input: R,
    line: Vec<u8>,
    /// The number of the line, from 1.
    number: u64,
    /// Whether the buffer of the input is empty, so that it may wait for more.
    is_drained: bool,
}

impl<R: BufRead> Lines<R> {
    /// Reads the next line, if there is one. Before the input waits the output is flushed.
    fn advance(&mut self, output: &mut impl Write) -> io::Result<bool> {
        self.line.clear();
        loop {
            if self.is_drained {
                output.flush()?;
            }
            let buffer = match self.input.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let used = end.map_or(buffer.len(), |end| end.saturating_add(1));
            self.line.extend_from_slice(buffer.get(..used).unwrap_or(buffer));
            self.is_drained = used == buffer.len();
            self.input.consume(used);
            let is_at_end = used == 0;
            if end.is_some() || is_at_end {
                self.number = self.number.saturating_add(1);
                return Ok(!self.line.is_empty());
            }
        }
    }

    /// The line without white space at its end.
    fn text(&self) -> &[u8] {
        let first = (self.number == 1).then(|| self.line.strip_prefix(BYTE_ORDER_MARK)).flatten();
        first.unwrap_or(&self.line).trim_ascii_end()
    }
}
