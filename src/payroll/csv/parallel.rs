//! Groups read on all cores: the file is cut into chunks at ends of lines, each is totalled by
//! itself, and where a cut went through a group its parts are merged.
//!
//! Positions and counts saturate, and never do: none is larger than memory.

use core::ops::ControlFlow;
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::sync::{Mutex, PoisonError};

use super::engine::BLANK;
use super::error::{FileError, Problem};
use super::groups::{Groups, Summary};
use super::known::{Known, Unknown};
use super::records::RecordReader;
use crate::payroll::accumulator::Payroll;
use crate::payroll::employers::Employer;
use crate::payroll::sources::{Joined, Sources};

/// The bytes of a chunk: long enough to be worth a hand-over, short enough for memory.
const CHUNK: usize = 1 << 20;
/// The chunks in work for each thread: a slow one holds up the others only when all wait for it.
const AT_ONCE: usize = 2;

/// Whole lines of the file, which chunk of it they are, and the number of the first line.
struct Chunk {
    place: usize,
    bytes: Vec<u8>,
    line: u64,
}

/// What a chunk comes to.
struct Part<'s> {
    place: usize,
    payroll: Payroll,
    /// The employers in order of their groups, and the line on which each group begins.
    groups: Vec<(usize, &'s Employer, u64)>,
    /// What could not be read: it ends the part.
    error: Option<FileError>,
    /// What was not read after an error; otherwise empty, with bytes to be used again.
    rest: RecordReader<io::Empty>,
}

/// What is done with each employer and each error.
type Each<'e, 's> = dyn FnMut(Result<Joined<'s>, FileError>) -> ControlFlow<()> + 'e;

impl<R: Read + Send> RecordReader<R> {
    /// As [`grouped`](Self::grouped), on all cores of the current rayon thread pool: calls `each` with
    /// every employer and every error in the order of the file, until it breaks off. Memory grows with
    /// the number of threads, not with the file.
    ///
    /// A file with quotes is read on one core from the first of them on. What is read is a megabyte
    /// at a time: errors and totals of a slow input come later than on one core. The input must not
    /// use the thread pool itself: it is read while others wait for it.
    ///
    /// ```
    /// use std::ops::ControlFlow;
    ///
    /// use banenafspraak::payroll::csv::Options;
    /// use banenafspraak::payroll::{Employer, Sources};
    /// use banenafspraak::{Sector, Year};
    ///
    /// let mut sources = Sources::new(Year::new(2026)?);
    /// for key in ["bakery", "mill"] {
    ///     sources.employers.insert(Employer::new(key, Sector::Markt))?;
    /// }
    /// let file = "employer,person,period,paid_hours,premium_wage,kind\n\
    ///             bakery,p-17,2026-01,110,1980.50,ordinary\n\
    ///             mill,p-30,2026-01,173,3100.00,ordinary\n";
    /// let mut keys = Vec::new();
    /// Options::new().records(file.as_bytes())?.grouped_in_parallel(&sources, |joined| {
    ///     let Ok(joined) = joined else { return ControlFlow::Break(()) };
    ///     keys.push(&*joined.employer.key);
    ///     ControlFlow::Continue(())
    /// });
    /// assert_eq!(keys, ["bakery", "mill"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn grouped_in_parallel<'s>(
        self,
        sources: &'s Sources,
        mut each: impl FnMut(Result<Joined<'s>, FileError>) -> ControlFlow<()>,
    ) -> Summary {
        let each: &mut Each<'_, 's> = &mut each;
        let empty = sources.group(self.has_corrections());
        let header = self.without_input();
        let chunks = Mutex::new(Chunks { records: self, cut: 0, more: true });
        let mut groups = Groups::new(sources, empty.clone());
        let joined = rayon::in_place_scope(|scope| {
            let (sender, parts) = mpsc::channel();
            // Whoever is free reads the next chunk and totals it: its bytes stay near one core.
            let read_one = |buffer, payroll| {
                let (sender, chunks, header) = (sender.clone(), &chunks, &header);
                scope.spawn(move |_| {
                    let mut done = Done { sender, part: None };
                    let chunk = Chunks::next(chunks, buffer);
                    done.part = chunk.map(|chunk| Part::of(chunk, header, payroll, sources));
                });
            };
            let at_once = rayon::current_num_threads().saturating_mul(AT_ONCE);
            (0..at_once).for_each(|_| read_one(Vec::new(), empty.clone()));
            let mut in_order = InOrder::default();
            let mut running = at_once;
            while running > 0 {
                let Some(part) = next(&parts) else { break };
                running = running.saturating_sub(1);
                in_order.insert(part);
                while let Some(part) = in_order.next() {
                    let ControlFlow::Continue(buffer) = part.join(&mut groups, each) else {
                        Chunks::stop(&chunks);
                        return ControlFlow::Break(());
                    };
                    let mut payroll = empty.clone();
                    payroll.take_spares(&mut groups.payroll);
                    read_one(buffer, payroll);
                    running = running.saturating_add(1);
                }
            }
            ControlFlow::Continue(())
        });
        // What was not cut into chunks: the last line, and all from a quote or an error on.
        let mut records = chunks.into_inner().unwrap_or_else(PoisonError::into_inner).records;
        if joined.is_continue() && read_all(&mut groups, &mut records, each).is_continue() {
            if let Some(last) = groups.finish() {
                // The last group: there is nothing to break off.
                let _ = each(Ok(last));
            }
        }
        groups.summary(records.notes().ends_without_line_end)
    }
}

/// Gives each group but the last, and each error; breaks off where nothing more can be read.
fn read_all<'s, R: Read>(
    groups: &mut Groups<'s>,
    records: &mut RecordReader<R>,
    each: &mut Each<'_, 's>,
) -> ControlFlow<()> {
    loop {
        match groups.read(records) {
            Ok(None) => return ControlFlow::Continue(()),
            Ok(Some(joined)) => each(Ok(joined))?,
            Err(error) => give(error, each)?,
        }
    }
}

/// Gives an error; breaks off after one that ends the reading.
fn give(error: FileError, each: &mut Each<'_, '_>) -> ControlFlow<()> {
    let goes_on = error.is_of_one_line();
    each(Err(error))?;
    if goes_on { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
}

impl<'s> Part<'s> {
    /// Totals a chunk up to its end or its first error. Errors are rare: what follows one is read as
    /// on one core when the part is joined, so that none waits in memory.
    fn of(chunk: Chunk, header: &RecordReader<()>, payroll: Payroll, sources: &'s Sources) -> Self {
        let rest = header.with_bytes(chunk.bytes, chunk.line);
        let mut part = Self { place: chunk.place, payroll, groups: Vec::new(), error: None, rest };
        part.error = part.read(sources).err();
        part
    }

    fn read(&mut self, sources: &'s Sources) -> Result<(), FileError> {
        let (mut known, mut unknown) = (Known::new(&sources.employers), Unknown::default());
        let (mut at, mut entry) = (0, BLANK);
        while let Some((line, key, keys)) = self.rest.next(&mut entry)? {
            let Some((place, employer)) = known.employer(key, line, &mut unknown)? else {
                continue;
            };
            if self.groups.last().is_none_or(|(last, ..)| *last != place) {
                // The first group may have begun before the chunk, and the last goes on after it: of
                // one between them all was read.
                if self.groups.len() > 1 {
                    self.payroll.settle(at);
                }
                self.groups.push((place, employer, line));
                let employers = self.payroll.employers().len();
                at = self.payroll.place(key);
                if at < employers {
                    // It had its group: the joining refuses it, and what follows is not read.
                    return Ok(());
                }
            }
            self.payroll.add_at(at, keys, &entry);
        }
        Ok(())
    }

    /// Joins the part to the groups before it, as one core would meet it; its bytes are given back.
    fn join(mut self, all: &mut Groups<'s>, each: &mut Each<'_, 's>) -> ControlFlow<(), Vec<u8>> {
        for (place, employer, line) in self.groups {
            if let Some(ended) = all.begin(place, employer, line) {
                each(Ok(ended))?;
            }
            if let Some(error) = all.failed.take() {
                give(error, each)?;
            }
            self.payroll.move_employer(&employer.key, &mut all.payroll);
        }
        all.payroll.add_skipped(&self.payroll);
        if let Some(error) = self.error {
            let error = match &error.problem {
                // Each part meets it anew: once is enough.
                Problem::UnknownEmployer { employer } => {
                    all.unknown.report(employer, error.line).err()
                }
                _ => Some(error),
            };
            if let Some(error) = error {
                give(error, each)?;
            }
            read_all(all, &mut self.rest, each)?;
        }
        ControlFlow::Continue(self.rest.into_bytes())
    }
}

/// A file cut into chunks at ends of lines, as far as it has no quotes.
struct Chunks<R> {
    records: RecordReader<R>,
    /// How many were cut off.
    cut: usize,
    more: bool,
}

impl<R: Read> Chunks<R> {
    /// The next chunk; none at the end, at an error, where a quote begins, and once stopped.
    fn next(chunks: &Mutex<Self>, buffer: Vec<u8>) -> Option<Chunk> {
        // Poisoned where the input panicked: nothing more is read from it.
        let mut chunks = chunks.lock().ok()?;
        let cut = if chunks.more { chunks.records.cut(CHUNK, buffer) } else { None };
        let Some((bytes, line)) = cut else {
            chunks.more = false;
            return None;
        };
        let place = chunks.cut;
        chunks.cut = place.saturating_add(1);
        Some(Chunk { place, bytes, line })
    }

    fn stop(chunks: &Mutex<Self>) {
        if let Ok(mut chunks) = chunks.lock() {
            chunks.more = false;
        }
    }
}

/// Sends a part when it is dropped: after a panic too (of the input), which the scope passes on.
struct Done<T> {
    sender: Sender<Option<T>>,
    part: Option<T>,
}

impl<T> Drop for Done<T> {
    fn drop(&mut self) {
        // Nobody waits for it where the reading was broken off.
        let _ = self.sender.send(self.part.take());
    }
}

/// The next part that is done. A thread of the pool totals chunks itself rather than wait.
fn next<T>(parts: &Receiver<T>) -> Option<T> {
    loop {
        match parts.try_recv() {
            Ok(part) => return Some(part),
            Err(TryRecvError::Disconnected) => return None,
            Err(TryRecvError::Empty) => {}
        }
        if rayon::yield_now() != Some(rayon::Yield::Executed) {
            return parts.recv().ok();
        }
    }
}

/// Parts that are done, given in the order of the file.
#[derive(Default)]
struct InOrder<'s> {
    given: usize,
    waiting: BTreeMap<usize, Part<'s>>,
}

impl<'s> InOrder<'s> {
    fn insert(&mut self, part: Option<Part<'s>>) {
        if let Some(part) = part {
            self.waiting.insert(part.place, part);
        }
    }

    fn next(&mut self) -> Option<Part<'s>> {
        let part = self.waiting.remove(&self.given)?;
        self.given = self.given.saturating_add(1);
        Some(part)
    }
}
