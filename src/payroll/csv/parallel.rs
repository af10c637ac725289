//! Groups read on all cores: the file is cut into chunks at ends of lines, each is totalled by
//! itself, and where a cut went through a group its parts are merged.

use core::ops::ControlFlow;
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::sync::{Mutex, PoisonError};

use super::employers::{Each, Groups, Known, Sources, Summary, Unknown};
use super::error::{FileError, OnError, Problem};
use super::records::RecordReader;
use super::tables::Employer;
use crate::payroll::accumulator::Payroll;

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
    payroll: Payroll<'s>,
    /// The employers in order of their groups, and the line on which each group begins.
    groups: Vec<(usize, &'s Employer, u64)>,
    /// What could not be read: it ends the part.
    error: Option<FileError>,
    /// What was not read after an error; otherwise empty, with bytes to be used again.
    rest: RecordReader<io::Empty>,
}

impl<'s> Sources<'s> {
    /// As [`each_group`](Self::each_group), on all cores of the current rayon thread pool. Memory
    /// grows with the number of threads, not with the file.
    ///
    /// A file with quotes is read on one core from the first of them on. What is read is a megabyte
    /// at a time: errors and totals of a slow input come later than on one core. The input must not
    /// use the thread pool itself: it is read while others wait for it.
    ///
    /// ```
    /// # use std::ops::ControlFlow;
    /// # use banenafspraak::Year;
    /// # use banenafspraak::payroll::csv::{Employers, ExtraColumns, OnError};
    /// # use banenafspraak::payroll::csv::{RecordReader, Sources};
    /// # use banenafspraak::payroll::{Allow, Attributions, Register};
    /// # let extra = ExtraColumns::Refused;
    /// # let file = "employer,sector\nbakery,markt\nmill,markt\n";
    /// # let employers = Employers::read(file.as_bytes(), extra, OnError::Stop)?;
    /// # let sources = Sources {
    /// #     year: Year::new(2026).unwrap(),
    /// #     employers: &employers,
    /// #     register: &Register::new(),
    /// #     attributions: &Attributions::new(),
    /// #     allow: Allow::default(),
    /// # };
    /// let file = "employer,person,period,paid_hours,premium_wage,kind\n\
    ///             bakery,p-17,2026-01,110,1980.50,ordinary\n\
    ///             mill,p-30,2026-01,173,3100.00,ordinary\n";
    /// let mut keys = Vec::new();
    /// let records = RecordReader::new(file.as_bytes(), extra)?;
    /// sources.each_group_in_parallel(records, OnError::Stop, &mut |employer, _| {
    ///     keys.push(employer.key.to_string());
    ///     ControlFlow::Continue(())
    /// })?;
    /// assert_eq!(keys, ["bakery", "mill"]); // in the order of the file
    /// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`each_group`](Self::each_group).
    pub fn each_group_in_parallel<R: Read + Send>(
        &self,
        records: RecordReader<R>,
        mut on_error: OnError<'_>,
        each: &mut Each<'_>,
    ) -> Result<Summary, FileError> {
        let empty = self.group(&records);
        let header = records.without_input();
        let chunks = Mutex::new(Chunks { records, cut: 0, more: true });
        let mut groups = Groups::new(self, empty.clone());
        let joined = rayon::in_place_scope(|scope| {
            let (sender, parts) = mpsc::channel();
            // Whoever is free reads the next chunk and totals it: its bytes stay near one core.
            let read_one = |buffer, payroll| {
                let (sender, chunks, header) = (sender.clone(), &chunks, &header);
                scope.spawn(move |_| {
                    let mut done = Done { sender, part: None };
                    let chunk = Chunks::next(chunks, buffer);
                    done.part = chunk.map(|chunk| self.part(header, payroll, chunk));
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
                    match part.join(&mut groups, &mut on_error, each) {
                        Ok(ControlFlow::Continue(buffer)) => {
                            let mut payroll = empty.clone();
                            payroll.take_spares(&mut groups.payroll);
                            read_one(buffer, payroll);
                        }
                        broken_off => {
                            Chunks::stop(&chunks);
                            return broken_off.map(|_| ControlFlow::Break(()));
                        }
                    }
                    running = running.saturating_add(1);
                }
            }
            Ok(ControlFlow::Continue(()))
        });
        if joined?.is_break() {
            return Ok(groups.summary());
        }
        // What was not cut into chunks: the last line, and all from a quote or an error on.
        let mut records = chunks.into_inner().unwrap_or_else(PoisonError::into_inner).records;
        if groups.read(&mut records, &mut on_error, each)?.is_continue() {
            // The last group: there is nothing to break off.
            let _ = groups.finish(each);
        }
        Ok(groups.summary())
    }

    /// Totals a chunk up to its end or its first error. Errors are rare: what follows one is read as
    /// on one core when the part is joined, so that none waits in memory.
    fn part(&self, header: &RecordReader<()>, mut payroll: Payroll<'s>, chunk: Chunk) -> Part<'s> {
        let mut rest = header.with_bytes(chunk.bytes, chunk.line);
        let (mut groups, mut at_place) = (Vec::<(usize, &'s Employer, u64)>::new(), 0);
        let (mut known, mut unknown) = (Known::new(self.employers), Unknown::default());
        let read = rest.each(&mut OnError::Stop, |at, key, keys, values| {
            let Some((place, employer)) = known.employer(key, at, &mut unknown)? else {
                return Ok(ControlFlow::Continue(()));
            };
            if groups.last().is_none_or(|(last, ..)| *last != place) {
                // The first group may have begun before the chunk, and the last goes on after it: of
                // one between them all was read.
                if groups.len() > 1 {
                    payroll.settle(at_place);
                }
                groups.push((place, employer, at));
                let employers = payroll.employers().len();
                at_place = payroll.place(key);
                if at_place < employers {
                    // It had its group: the joining refuses it, and what follows is not read.
                    return Ok(ControlFlow::Break(()));
                }
            }
            payroll.add_at(at_place, keys, values);
            Ok(ControlFlow::Continue(()))
        });
        Part { place: chunk.place, payroll, groups, error: read.err(), rest }
    }
}

impl<'s> Part<'s> {
    /// Joins the part to the groups before it, as one core would meet it; its bytes are given back.
    fn join(
        mut self,
        all: &mut Groups<'s, '_>,
        on_error: &mut OnError<'_>,
        each: &mut Each<'_>,
    ) -> Result<ControlFlow<(), Vec<u8>>, FileError> {
        for (place, employer, at) in self.groups {
            if all.begin(place, employer, at, each)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
            self.payroll.move_employer(&employer.key, &mut all.payroll);
        }
        all.payroll.add_skipped(&self.payroll);
        if let Some(error) = self.error {
            let reported = match &error.problem {
                // Each part meets it anew: once is enough.
                Problem::UnknownEmployer { employer } => all.unknown.report(employer, error.line),
                _ => Err(error),
            };
            reported.or_else(|error| on_error.meet(error))?;
            if all.read(&mut self.rest, on_error, each)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(self.rest.into_bytes()))
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
