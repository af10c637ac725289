//! Valid wage returns with something changed: never a panic, and what is read is still a record.
#![cfg(feature = "loonaangifte")]
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

use std::cell::Cell;
use std::fs;
use std::path::Path;

use banenafspraak::payroll::loonaangifte::WageReturn;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};

const CASES: u32 = 2_000;

/// One change of a message, at places of it.
#[derive(Debug, Clone)]
enum Change {
    /// Bytes in place of a few others.
    Splice(Index, usize, Vec<u8>),
    Flip(Index, u8),
    /// A piece taken out, or there twice.
    Cut(Index, Index),
    Twice(Index, Index),
    /// The same with whole lines, which are elements here.
    LineCut(Index),
    LineTwice(Index),
    LinesSwapped(Index, Index),
    /// A line's text in place of another's: right values in wrong elements.
    ValueOf(Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    let place = any::<Index>;
    prop_oneof![
        (place(), 0..6_usize, prop::collection::vec(any::<u8>(), 0..6))
            .prop_map(|(at, less, by)| Change::Splice(at, less, by)),
        (place(), 1..=255_u8).prop_map(|(at, by)| Change::Flip(at, by)),
        (place(), place()).prop_map(|(from, to)| Change::Cut(from, to)),
        (place(), place()).prop_map(|(from, to)| Change::Twice(from, to)),
        place().prop_map(Change::LineCut),
        place().prop_map(Change::LineTwice),
        (place(), place()).prop_map(|(one, other)| Change::LinesSwapped(one, other)),
        (place(), place()).prop_map(|(of, at)| Change::ValueOf(of, at)),
    ]
}

impl Change {
    fn apply(&self, message: Vec<u8>) -> Vec<u8> {
        let mut bytes = message;
        let length = bytes.len();
        if length == 0 {
            return bytes;
        }
        let piece = |from: &Index, to: &Index| {
            let (from, to) = (from.index(length), to.index(length));
            from.min(to)..from.max(to)
        };
        match self {
            Self::Splice(at, less, by) => {
                let at = at.index(length);
                drop(bytes.splice(at..(at + less).min(length), by.iter().copied()));
            }
            Self::Flip(at, by) => {
                if let Some(byte) = bytes.get_mut(at.index(length)) {
                    *byte ^= by;
                }
            }
            Self::Cut(from, to) => drop(bytes.drain(piece(from, to))),
            Self::Twice(from, to) => {
                let piece = piece(from, to);
                let copy = bytes.get(piece.clone()).unwrap().to_vec();
                drop(bytes.splice(piece.start..piece.start, copy));
            }
            lines => return lines.apply_to_lines(&bytes),
        }
        bytes
    }

    fn apply_to_lines(&self, bytes: &[u8]) -> Vec<u8> {
        let mut lines: Vec<Vec<u8>> =
            bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
        let number = lines.len();
        match self {
            Self::LineCut(at) => drop(lines.remove(at.index(number))),
            Self::LineTwice(at) => {
                let line = lines.get(at.index(number)).unwrap().clone();
                lines.insert(at.index(number), line);
            }
            Self::LinesSwapped(one, other) => lines.swap(one.index(number), other.index(number)),
            Self::ValueOf(of, at) => {
                let value = value(lines.get(of.index(number)).unwrap()).to_vec();
                let line = lines.get_mut(at.index(number)).unwrap();
                let old = value_range(line);
                drop(line.splice(old, value));
            }
            _ => {}
        }
        lines.concat()
    }
}

/// Where an element's value is in its line: from the first `>` to the next `<`.
fn value_range(line: &[u8]) -> std::ops::Range<usize> {
    let begin = line.iter().position(|byte| *byte == b'>').map_or(line.len(), |at| at + 1);
    let end = line.iter().skip(begin).position(|byte| *byte == b'<');
    begin..end.map_or(begin, |end| begin + end)
}

fn value(line: &[u8]) -> &[u8] {
    line.get(value_range(line)).unwrap_or_default()
}

/// How many records are read, and whether an error ends them.
fn read(message: &[u8]) -> (usize, bool) {
    let Ok(mut records) = WageReturn::new(message, |identity| {
        identity.bsn.map_or("nobody".to_owned(), |bsn| bsn.digits().to_owned())
    }) else {
        return (0, true);
    };
    let mut number = 0;
    loop {
        match records.read() {
            Ok(Some(record)) => {
                assert!(!record.employer.is_empty() && !record.person.is_empty());
                number += 1;
            }
            Ok(None) => return (number, false),
            Err(error) => {
                assert!(!error.to_string().is_empty());
                return (number, true);
            }
        }
    }
}

/// Most random bytes are refused at the root. These are not: how many get further is counted.
#[test]
fn no_bytes_panic() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/loonaangifte");
    let messages = ["2026-04.xml", "2026-12.xml"].map(|name| fs::read(folder.join(name)).unwrap());
    let all: Vec<usize> = messages.iter().map(|message| read(message).0).collect();
    assert!(all.iter().all(|records| *records > 5), "{all:?}");
    let cases = (prop::sample::select(messages.to_vec()), prop::collection::vec(change(), 1..4));
    let [some, whole, refused] = [const { Cell::new(0) }; 3];
    let more = |count: &Cell<u32>| count.set(count.get() + 1);
    let mut runner =
        TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(CASES) });
    let ran = runner.run(&cases, |(message, changes)| {
        let message = changes.iter().fold(message, |message, change| change.apply(message));
        match read(&message) {
            (0, true) => more(&refused),
            (_, true) => more(&some),
            (_, false) => more(&whole),
        }
        Ok(())
    });
    ran.unwrap();
    let counts = format!("{some:?} read in part, {whole:?} whole, {refused:?} not at all");
    // Each in its fair part.
    assert!([some, whole, refused].iter().all(|count| count.get() > CASES / 20), "{counts}");
}
