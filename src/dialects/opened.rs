//! A file that is opened: its beginning, which shows what it is in, and the rest.

use std::io::{Chain, Cursor, Read};

use super::column::Column;
use super::detect::{Detected, Given, detect};
use super::error::DialectError;

/// The bytes in which it is looked what a file is in.
const BEGINNING: u64 = 1 << 18;
/// The beginning of a file, and the rest.
pub(super) type Whole<R> = Chain<Cursor<Vec<u8>>, R>;

/// Opens a file: what it is in, and its rows.
pub(super) fn open<R: Read>(
    mut input: R,
    columns: &'static [Column],
    given: Given,
) -> Result<(Detected, Whole<R>), DialectError> {
    let mut beginning = Vec::new();
    let at_most = input.by_ref().take(BEGINNING).read_to_end(&mut beginning)?;
    // A line that is cut off says nothing sure.
    let whole = if u64::try_from(at_most) == Ok(BEGINNING) {
        let end = beginning.iter().rposition(|byte| matches!(byte, b'\n' | b'\r'));
        end.map_or(beginning.len(), |end| end.saturating_add(1))
    } else {
        beginning.len()
    };
    let detected = detect(beginning.get(..whole).unwrap_or_default(), columns, given)?;
    let mut beginning = Cursor::new(beginning);
    if !detected.is_plain {
        beginning.set_position(u64::try_from(detected.mark).unwrap_or_default());
    }
    Ok((detected, beginning.chain(input)))
}
