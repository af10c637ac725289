//! Groups read on all cores: the file is cut into chunks at ends of lines, each is totalled by
//! itself, and where a cut went through a group its parts are merged.

use core::ops::ControlFlow;
use std::io::Read;

use super::OnError;
use super::employers::{Each, Groups, Known, Sources, Summary, Unknown};
use super::error::{FileError, Problem};
use super::records::RecordReader;
use super::tables::Employer;
use crate::payroll::accumulator::Payroll;

/// The bytes of a chunk: long enough to be worth a hand-over, short enough for memory.
const CHUNK: usize = 1 << 18;

/// Whole lines of the file, and the number of the first.
struct Chunk {
    bytes: Vec<u8>,
    line: u64,
}

/// What a chunk comes to.
struct Part<'s> {
    /// Its bytes, to be used again.
    bytes: Vec<u8>,
    payroll: Payroll<'s>,
    /// The employers in order of their groups, and the line on which each group begins.
    groups: Vec<(usize, &'s Employer, u64)>,
    /// What could not be read, in order.
    errors: Vec<FileError>,
}

impl<'s> Sources<'s> {
    /// As [`each_group`](Self::each_group), on all cores of the current rayon thread pool. Memory
    /// grows with the number of threads, not with the file.
    ///
    /// A file with quotes is read on one core from the first of them on.
    ///
    /// ```
    /// # use std::ops::ControlFlow;
    /// # use banenafspraak::Year;
    /// # use banenafspraak::payroll::csv::{Employers, ExtraColumns, OnError};
    /// # use banenafspraak::payroll::csv::{RecordReader, Sources};
    /// # use banenafspraak::payroll::{Attributions, Register};
    /// # let extra = ExtraColumns::Refused;
    /// # let file = "employer,sector\nbakery,markt\nmill,markt\n";
    /// # let employers = Employers::read(file.as_bytes(), extra, OnError::Stop)?;
    /// # let sources = Sources {
    /// #     year: Year::new(2026).unwrap(),
    /// #     employers: &employers,
    /// #     register: &Register::new(),
    /// #     attributions: &Attributions::new(),
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
    pub fn each_group_in_parallel<R: Read>(
        &self,
        records: RecordReader<R>,
        mut on_error: OnError<'_>,
        each: &mut Each<'_>,
    ) -> Result<Summary, FileError> {
        let empty = self.payroll(&records);
        let header = records.without_input();
        let mut chunks = Chunks { records, more: true, spare: Vec::new() };
        let mut groups = Groups::new(self, empty.clone());
        let at_once = rayon::current_num_threads().saturating_mul(4);
        let mut parts: Vec<Option<Part<'s>>> = Vec::new();
        let mut batch = chunks.take(at_once);
        while !(batch.is_empty() && parts.is_empty()) {
            let mut next: Vec<Option<Part<'s>>> = batch.iter().map(|_| None).collect();
            // While these chunks are totalled, the parts before them are joined here, and the
            // chunks after them read.
            let joined = rayon::in_place_scope(|scope| {
                for (chunk, part) in core::mem::take(&mut batch).into_iter().zip(&mut next) {
                    let (header, empty) = (&header, empty.clone());
                    scope.spawn(move |_| *part = Some(self.part(header, empty, chunk)));
                }
                for mut part in parts.drain(..).flatten() {
                    chunks.spare.push(core::mem::take(&mut part.bytes));
                    if part.join(&mut groups, &mut on_error, each)?.is_break() {
                        return Ok(ControlFlow::Break(()));
                    }
                }
                batch = chunks.take(at_once);
                Ok(ControlFlow::Continue(()))
            });
            if joined?.is_break() {
                return Ok(groups.summary());
            }
            parts = next;
        }
        // What was not cut into chunks: the last line, and all from a quote or an error on.
        if groups.read(&mut chunks.records, &mut on_error, each)?.is_continue() {
            // The last group: there is nothing to break off.
            let _ = groups.finish(each);
        }
        Ok(groups.summary())
    }

    fn part(&self, header: &RecordReader<()>, empty: Payroll<'s>, chunk: Chunk) -> Part<'s> {
        let (bytes, groups, errors) = (Vec::new(), Vec::new(), Vec::new());
        let mut part = Part { bytes, payroll: empty, groups, errors };
        let mut records = header.with_bytes(chunk.bytes, chunk.line);
        self.read_part(&mut records, &mut part);
        part.bytes = records.into_bytes();
        part
    }

    /// Reads all records into a part; an error that ends the reading is its last.
    fn read_part<R: Read>(&self, records: &mut RecordReader<R>, part: &mut Part<'s>) {
        let Part { payroll, groups, errors, .. } = part;
        let (mut known, mut unknown) = (Known::new(self.employers), Unknown::default());
        let mut at_place = 0;
        let mut tell = |error| errors.push(error);
        let read = records.each(&mut OnError::Tell(&mut tell), |at, key, person, values| {
            let Some((place, employer)) = known.employer(key, at, &mut unknown)? else {
                return Ok(ControlFlow::Continue(()));
            };
            if groups.last().is_none_or(|(last, ..)| *last != place) {
                groups.push((place, employer, at));
                at_place = payroll.place(key);
            }
            payroll.add_at(at_place, person, values);
            Ok(ControlFlow::Continue(()))
        });
        if let Err(error) = read {
            errors.push(error);
        }
    }
}

impl<'s> Part<'s> {
    /// Joins the part to the groups before it: groups and errors in the order of their lines, as
    /// one core would meet them.
    fn join(
        mut self,
        all: &mut Groups<'s, '_>,
        on_error: &mut OnError<'_>,
        each: &mut Each<'_>,
    ) -> Result<ControlFlow<()>, FileError> {
        let mut meet = |error: FileError, unknown: &mut Unknown| match &error.problem {
            // Each chunk tells of it: once is enough.
            Problem::UnknownEmployer { employer } => {
                unknown.told(employer, error.line).or_else(|error| on_error.meet(error))
            }
            _ => on_error.meet(error),
        };
        let mut errors = self.errors.into_iter().peekable();
        for (place, employer, at) in self.groups {
            while let Some(error) = errors.next_if(|error| error.line < at) {
                meet(error, &mut all.unknown)?;
            }
            if all.begin(place, employer, at, each)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
            self.payroll.move_employer(&employer.key, &mut all.payroll);
        }
        errors.try_for_each(|error| meet(error, &mut all.unknown))?;
        all.payroll.add_skipped(&self.payroll);
        Ok(ControlFlow::Continue(()))
    }
}

/// A file cut into chunks at ends of lines, as far as it has no quotes.
struct Chunks<R> {
    records: RecordReader<R>,
    more: bool,
    spare: Vec<Vec<u8>>,
}

impl<R: Read> Chunks<R> {
    /// The next chunks; none at the end, at an error, or where a quote begins.
    fn take(&mut self, most: usize) -> Vec<Chunk> {
        let mut chunks = Vec::new();
        while self.more && chunks.len() < most {
            match self.records.cut(CHUNK, self.spare.pop().unwrap_or_default()) {
                Some((bytes, line)) => chunks.push(Chunk { bytes, line }),
                None => self.more = false,
            }
        }
        chunks
    }
}
