//! What was left out or does not match, in words, so that nothing vanishes silently.

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, Read, Write};
use std::sync::Arc;

use banenafspraak::payroll::csv::{File, FileError, FileNotes, Table, TableReader};
use banenafspraak::payroll::{Aangiftetijdvak, Attributions, Employers, Joined, Sources, Summary};
use banenafspraak::reconciliation::{Note, Reconciliation, Refusal, RefusalKind, Shown};
use banenafspraak::{EmployerYear, SchemeParameters, Year};

use crate::Stopped;
use crate::errors::Errors;
use crate::kind::Kind;
use crate::message_kind::MessageKind;
use crate::messages::UnreadMessage;
use crate::notes::Notes;
use crate::persons::Persons;
use crate::shared::options::Lang;
use crate::shared::output_file::OutputFile;
use crate::wage_returns::Outcome;
use crate::words::Words;

/// The notes in words, and how persons are named in them.
pub(crate) struct List {
    notes: Notes,
    words: Words,
    found: Reconciliation,
    /// The employers of the file.
    listed: HashSet<Arc<str>>,
    /// How persons are named.
    names: Persons,
    /// Whether lines that cannot be read are listed here, and not among the errors.
    keeps_going: bool,
    /// Lines that cannot be read, where they are not listed.
    pub(crate) errors: Errors,
    lang: Lang,
    /// How many registered persons without records there are whose names are hidden.
    hidden: u64,
    /// Whether all records were read.
    finished: bool,
}

impl List {
    /// An empty list, written to its file as it grows if there is one.
    pub(crate) fn new(
        lang: Lang,
        file: Option<OutputFile>,
        names: Persons,
        keeps_going: bool,
    ) -> Self {
        let language = lang.into();
        Self {
            notes: Notes::new(language, file),
            words: Words(language),
            found: Reconciliation::new(),
            listed: HashSet::new(),
            names,
            keeps_going,
            errors: Errors::default(),
            lang,
            hidden: 0,
            finished: false,
        }
    }

    pub(crate) fn has(&self, kind: Kind) -> bool {
        self.notes.has(kind)
    }

    /// Whether no employer can be assessed.
    pub(crate) const fn refuses_all(&self) -> bool {
        self.found.refuses_all()
    }

    /// Lists a line that could not be read, or shows it among the errors; reading stops where the rest of
    /// the file is lost, or where enough errors are shown.
    pub(crate) fn unread_line(
        &mut self,
        error: FileError,
        sources: &Sources,
    ) -> Result<(), Stopped> {
        if !error.is_of_one_line() {
            return Err(Stopped::Line(error));
        }
        let text = self.error(&error);
        if !self.keeps_going {
            let more = self.errors.add(&error, text);
            return if more { Ok(()) } else { Err(Stopped::Lines) };
        }
        self.notes.note(Kind::Unreadable, text);
        self.found.unread_line(&error, sources);
        self.write(sources);
        Ok(())
    }

    /// An error in words, without the BSNs in it where they are not shown.
    pub(crate) fn error(&self, error: &FileError) -> String {
        let text = error.localized(self.words.0).to_string();
        self.errors.text(error, &self.names.hide(&text, None, self.words), self.lang)
    }

    /// Reads a table, and lists what should be known about its file.
    pub(crate) fn table<R: Read, T: Table>(
        &mut self,
        file: File,
        mut lines: TableReader<R, T>,
        sources: &Sources,
    ) -> Result<T, Stopped> {
        for line in &mut lines {
            if let Err(error) = line {
                self.unread_line(error, sources)?;
            }
        }
        self.noted(file, &lines.notes());
        Ok(lines.into_table())
    }

    /// Lists what should be known about a file.
    pub(crate) fn noted(&mut self, file: File, notes: &FileNotes) {
        for column in &notes.ignored_columns {
            self.notes.note(
                Kind::IgnoredColumn,
                format_args!("{}: {column}", file.localized(self.words.0)),
            );
        }
        if notes.ends_without_line_end {
            self.notes.note(Kind::CutOff, file.localized(self.words.0));
        }
    }

    /// A message that could not be read whole, of the employer if that is known.
    pub(crate) fn unread_message(&mut self, unread: &UnreadMessage, employer: Option<&str>) {
        self.list_message(unread);
        self.found.unread_message(employer);
    }

    /// Lists a message of an employer that is not among the employers.
    pub(crate) fn list_message(&mut self, unread: &UnreadMessage) {
        let (code, message) = (unread.code(), unread.message(self.words.0));
        self.notes.note(
            Kind::Message(MessageKind::Unread),
            format_args!("{}: {message} [{code}]", unread.path.display()),
        );
    }

    /// What an employer's messages say of themselves, and how its persons are named.
    pub(crate) fn messages(&mut self, outcome: &mut Outcome<'_>) {
        self.names.add(std::mem::take(&mut outcome.names), self.words);
        for note in &outcome.notes {
            if let Some((kind, text)) = self.words.note(note) {
                self.notes.note(Kind::Message(kind), text);
            }
        }
        for unread in &outcome.unread {
            self.unread_message(unread, Some(&outcome.employer.key));
        }
    }

    /// Messages of an employer that is not among the employers.
    pub(crate) fn unknown_employer(&mut self, employer: &str, count: u64) {
        let of = self.words.employer();
        let messages = self.words.messages(count);
        self.notes.note_of(
            Kind::Message(MessageKind::OfUnknownEmployer),
            count,
            format_args!("{of} {employer}: {count} {messages}"),
        );
    }

    /// A text without the BSNs in it, where they are not shown.
    pub(crate) fn hide(&self, text: &str, employers: &Employers) -> String {
        self.names.hide(text, Some(employers), self.words).into_owned()
    }

    /// The tables were read.
    pub(crate) fn tables_read(&mut self, sources: &Sources) {
        self.listed = sources.employers.iter().map(|employer| Arc::clone(&employer.key)).collect();
        self.found.percentages(sources);
        self.write(sources);
    }

    /// The year of an employer with records, or why it is not assessed.
    pub(crate) fn employer_year(
        &mut self,
        joined: &Joined<'_>,
        scheme: Option<&SchemeParameters>,
        sources: &Sources,
    ) -> Result<EmployerYear, Refusal> {
        let year = self.found.employer_year(joined, scheme, sources);
        self.write(sources);
        year
    }

    /// Refuses an employer whose messages say nothing together.
    pub(crate) fn refuse(
        &mut self,
        outcome: &Outcome<'_>,
        kind: RefusalKind,
        sources: &Sources,
    ) -> Refusal {
        let refusal = self.found.refuse(outcome.employer, kind, sources);
        self.write(sources);
        refusal
    }

    /// The employers that have lines that could not be read, and no usable record.
    pub(crate) fn unread_alone(&self) -> Vec<Refusal> {
        self.found.unread_alone()
    }

    /// The attributions of a year that does not matter.
    pub(crate) fn other_year(&mut self, year: Year, attributions: &Attributions) {
        self.found.attributions_of_other_year(year, attributions);
        for note in self.found.take_notes() {
            self.note(&note, None);
        }
    }

    /// What has no counterpart, once all records are read.
    pub(crate) fn finish(&mut self, summary: Summary, sources: &Sources) {
        self.finished = true;
        if summary.ends_without_line_end {
            self.notes.note(Kind::CutOff, File::Records.localized(self.words.0));
        }
        self.found.finish(summary, sources);
        self.write(sources);
        if self.hidden > 0 {
            self.notes.note_of(Kind::PersonWithoutRecords, self.hidden, self.words.not_shown());
        }
    }

    /// Writes the notes that were made.
    fn write(&mut self, sources: &Sources) {
        for note in self.found.take_notes() {
            self.note(&note, Some(sources));
        }
    }

    /// A note in words.
    fn note(&mut self, note: &Note, sources: Option<&Sources>) {
        let count = match note {
            Note::LineTooLate { .. } | Note::LineOfAnyEmployerTooLate => 0,
            Note::RecordsOfUnknownEmployers { records } | Note::RecordsOfOtherYears { records } => {
                return self.notes.note_of(Kind::of(note), *records, self.words.not_listed());
            }
            Note::Replaced { records, .. } => *records,
            Note::PersonWithoutRecords { .. } if self.names.are_hidden() => {
                self.hidden = self.hidden.saturating_add(1);
                return;
            }
            _ => 1,
        };
        let instead = |shown: Shown<'_>| self.instead(shown, sources);
        let detail = note.detail(self.words.0, &instead).to_string();
        self.notes.note_of(Kind::of(note), count, detail);
    }

    /// What is shown in place of what is, or may be, a BSN.
    fn instead(&self, shown: Shown<'_>, sources: Option<&Sources>) -> Option<String> {
        match shown {
            Shown::Person(key) => Some(self.names.name(key, self.words).to_owned()),
            Shown::Party(key) => Some(self.party(key, sources).into_owned()),
            // Nobody has hours of nine digits.
            Shown::Hours(hours) => {
                let hours = hours.to_string();
                match self.names.hide(&hours, None, self.words) {
                    Cow::Owned(hidden) if hidden != hours => Some(hidden),
                    _ => None,
                }
            }
            _ => Some(self.words.not_shown().to_owned()),
        }
    }

    /// The lender or the borrower of an attribution. With columns in another order it is a person:
    /// then it is not shown. Where it is not known who is a person, none but an employer of the file
    /// is shown.
    fn party<'k>(&self, key: &'k str, sources: Option<&Sources>) -> Cow<'k, str> {
        if !self.names.are_hidden() || self.listed.contains(key) {
            return Cow::Borrowed(key);
        }
        let Some(sources) = sources else { return self.names.hide(key, None, self.words) };
        let is_person = self.names.hides(key) || is_registered(sources, key);
        Cow::Borrowed(if is_person { self.words.not_shown() } else { key })
    }

    /// Ends the list in its file, or tells the first of each kind to `out`.
    pub(crate) fn end(self, out: &mut dyn Write) -> io::Result<()> {
        self.notes.end(out, self.finished)
    }
}

fn is_registered(sources: &Sources, person: &str) -> bool {
    sources.register.covers(person, Aangiftetijdvak::whole_year(sources.year))
}
