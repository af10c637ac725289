//! Notes of what was left out or does not match: all are counted, and few are kept in memory.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::{self, Write};

use banenafspraak::{Language, Printable};

use crate::kind::Kind;
use crate::shared::output_file::OutputFile;

/// How many of each kind are listed where there is no file for all.
const LISTED: u64 = 10;

/// The notes by kind. With a file each is written as it comes, without one the first are kept.
pub(crate) struct Notes {
    language: Language,
    kinds: BTreeMap<Kind, Counted>,
    file: Option<OutputFile>,
    /// Why the file could not be written on: that is reported at the end.
    failed: io::Result<()>,
}

#[derive(Default)]
struct Counted {
    count: u64,
    notes: u64,
    first: Vec<String>,
}

impl Notes {
    pub(crate) const fn new(language: Language, file: Option<OutputFile>) -> Self {
        Self { language, kinds: BTreeMap::new(), file, failed: Ok(()) }
    }

    pub(crate) fn note(&mut self, kind: Kind, note: impl Display) {
        self.note_of(kind, 1, note);
    }

    /// A note of `count` things.
    pub(crate) fn note_of(&mut self, kind: Kind, count: u64, note: impl Display) {
        let counted = self.kinds.entry(kind).or_default();
        counted.count = counted.count.saturating_add(count);
        counted.notes = counted.notes.saturating_add(1);
        match &mut self.file {
            Some(file) if self.failed.is_ok() => {
                let heading = kind.heading(self.language);
                self.failed = writeln!(file, "{heading}: {}", Printable(note));
            }
            None if counted.notes <= LISTED => counted.first.push(Printable(note).to_string()),
            _ => {}
        }
    }

    pub(crate) fn has(&self, kind: Kind) -> bool {
        self.kinds.contains_key(&kind)
    }

    /// Ends the list: in its file how many there are of each kind; without one, to `out`, the first
    /// of each kind too. A list that is not finished says so.
    pub(crate) fn end(self, out: &mut dyn Write, finished: bool) -> io::Result<()> {
        self.failed?;
        if let Some(mut file) = self.file {
            let gap = if self.kinds.is_empty() { "" } else { "\n" };
            write!(file, "{gap}")?;
            for (kind, Counted { count, .. }) in &self.kinds {
                writeln!(file, "{}: {count}", kind.heading(self.language))?;
            }
            if !finished {
                writeln!(file, "{}", unfinished(self.language))?;
            }
            return file.finish();
        }
        for (kind, Counted { count, notes, first }) in &self.kinds {
            writeln!(out, "\n{}: {count}", kind.heading(self.language))?;
            for note in first {
                writeln!(out, "  {note}")?;
            }
            match (notes.saturating_sub(LISTED), self.language) {
                (0, _) => {}
                (more, Language::Nl) => {
                    writeln!(
                        out,
                        "  en nog {more} (met --reconciliation BESTAND ziet u ze allemaal)"
                    )?;
                }
                (more, _) => writeln!(out, "  and {more} more (--reconciliation FILE has all)")?,
            }
        }
        if !(finished || self.kinds.is_empty()) {
            writeln!(out, "\n{}", unfinished(self.language))?;
        }
        out.flush()
    }
}

/// Said below a list of which the end is not known.
fn unfinished(language: Language) -> &'static str {
    match language {
        Language::Nl => "ONVOLLEDIG: over wat niet is gelezen, is niets bekend.",
        _ => "INCOMPLETE: of what was not read nothing is known.",
    }
}
