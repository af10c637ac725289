//! What was left out or does not match, so that nothing vanishes silently.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::io::{self, Write};
use std::sync::Arc;

use banenafspraak::payroll::csv::{
    Employer, Employers, File, FileError, FileNotes, Problem, Sources,
};
use banenafspraak::payroll::{
    Aangiftetijdvak, Attribution, Attributions, EmployerTotals, Late, Mismatch, Uncounted,
};
use banenafspraak::{
    EmployerYear, Hours, HoursBase, Language, Percentage, SignedHours, Year, assess,
};

use crate::kind::Kind;
use crate::message_kind::MessageKind;
use crate::messages::UnreadMessage;
use crate::notes::Notes;
use crate::output_file::OutputFile;
use crate::persons::Persons;
use crate::wage_returns::Outcome;
use crate::words::Words;

/// The notes, and what is needed to see what has no counterpart.
pub(crate) struct Reconciliation {
    notes: Notes,
    words: &'static Words,
    /// Lines that could not be read, by employer: its totals would look complete and are not.
    unread: HashMap<Arc<str>, Unread>,
    /// A line of the records that may be of any employer.
    unread_of_any: Option<Unread>,
    /// Registered persons and employers who have records.
    persons: HashSet<Arc<str>>,
    employers: HashSet<Arc<str>>,
    /// The employers of the file.
    listed: HashSet<Arc<str>>,
    /// How persons are named.
    names: Persons,
    /// Whether all records were read.
    finished: bool,
}

/// Lines of an employer that could not be read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unread {
    /// How many are the employer's; none if it is not known whose they are.
    pub(crate) lines: u64,
    /// Where the first of them is.
    pub(crate) file: File,
    pub(crate) first_line: u64,
}

impl Reconciliation {
    /// An empty list, written to its file as it grows if there is one.
    pub(crate) fn new(language: Language, file: Option<OutputFile>, names: Persons) -> Self {
        Self {
            notes: Notes::new(language, file),
            words: Words::of(language),
            unread: HashMap::new(),
            unread_of_any: None,
            persons: HashSet::new(),
            employers: HashSet::new(),
            listed: HashSet::new(),
            names,
            finished: false,
        }
    }

    pub(crate) fn has(&self, kind: Kind) -> bool {
        self.notes.has(kind)
    }

    pub(crate) fn unreadable(&mut self, error: &FileError) {
        let text = error.to_string();
        let text = self.names.hide(&text, None, self.words);
        self.notes.note(Kind::Unreadable, format_args!("{text} [{}]", error.code()));
        // Of the files but the records only that of the employers says whose line it is. Another line
        // of the same employer may be right; a contradiction is a matter of its totals.
        if error.file == File::Employers && error.code() != "contradiction" {
            self.add_unread(error);
        }
    }

    fn add_unread(&mut self, error: &FileError) {
        let Some(employer) = error.employer.as_deref() else { return };
        let first = Unread { lines: 0, file: error.file, first_line: error.line };
        let unread = self.unread.entry(employer.into()).or_insert(first);
        unread.lines = unread.lines.saturating_add(1);
    }

    /// A message that could not be read whole.
    pub(crate) fn unread_message(&mut self, unread: &UnreadMessage) {
        let UnreadMessage { path, code, message, .. } = unread;
        self.notes.note(
            Kind::Message(MessageKind::Unread),
            format_args!("{}: {message} [{code}]", path.display()),
        );
    }

    /// What an employer's messages say of themselves, and how its persons are named.
    pub(crate) fn messages(&mut self, outcome: &mut Outcome<'_>) {
        self.employers.insert(Arc::clone(&outcome.employer.key));
        self.names.add(std::mem::take(&mut outcome.names), self.words);
        for note in &outcome.notes {
            if let Some((kind, text)) = self.words.note(note) {
                self.notes.note(Kind::Message(kind), text);
            }
        }
        for unread in &outcome.unread {
            self.unread_message(unread);
        }
    }

    /// Messages of an employer that is not among the employers.
    pub(crate) fn unknown_employer(&mut self, employer: &str, count: u64) {
        let of = self.words.employer;
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

    /// Notes what is worth a word about a file, and gives what was read of it.
    pub(crate) fn noted<T>(&mut self, file: File, (read, notes): (T, FileNotes)) -> T {
        for column in &notes.ignored_columns {
            self.notes.note(Kind::IgnoredColumn, format_args!("{file}: {column}"));
        }
        if notes.ends_without_line_end {
            self.cut_off(file);
        }
        read
    }

    /// A file that may be cut off.
    pub(crate) fn cut_off(&mut self, file: File) {
        self.notes.note(Kind::CutOff, file);
    }

    /// The employers of the file, and their percentages of which a hundredfold was perhaps meant.
    pub(crate) fn employers_read(&mut self, employers: &Employers) {
        self.listed = employers.iter().map(|employer| Arc::clone(&employer.key)).collect();
        let Ok(tenth) = "0.1".parse::<Percentage>() else { return };
        for Employer { key, quotumpercentage, .. } in employers {
            if let Some(percentage) = quotumpercentage.filter(|own| *own < tenth) {
                self.notes.note(
                    Kind::PercentageBelowATenth,
                    format_args!("{} {key}: {percentage} %", self.words.employer),
                );
            }
        }
    }

    /// A line of the records that could not be read.
    pub(crate) fn unreadable_record(&mut self, error: &FileError, employers: &Employers) {
        self.unreadable(error);
        let employer = error.employer.as_deref().and_then(|employer| employers.get(employer));
        let Words { employer: of, too_late, all_too_late, .. } = self.words;
        if let Some(employer) = employer {
            if self.employers.contains(&employer.key) {
                self.notes.note_of(
                    Kind::Unreadable,
                    0,
                    format_args!("{of} {}: {too_late}", employer.key),
                );
            }
            self.add_unread(error);
        } else if error.employer.is_none() || is_in_employer(&error.problem) {
            // It may be a line of any employer.
            if self.unread_of_any.is_none() && !self.employers.is_empty() {
                self.notes.note_of(Kind::Unreadable, 0, all_too_late);
            }
            let (file, first_line) = (error.file, error.line);
            self.unread_of_any.get_or_insert(Unread { lines: 0, file, first_line });
        }
    }

    /// The employers that have lines that could not be read, and no usable record.
    pub(crate) fn unread_alone(&self) -> Vec<(&str, Unread)> {
        let unread = self.unread.iter().map(|(employer, unread)| (&**employer, *unread));
        let mut alone: Vec<_> =
            unread.filter(|(employer, _)| !self.has_records(employer)).collect();
        alone.sort_by_key(|(_, unread)| (unread.file.word(), unread.first_line));
        alone
    }

    /// The lines that could not be read and are an employer's, or may be.
    pub(crate) fn unread(&self, employer: &str) -> Option<Unread> {
        self.unread.get(employer).copied().or(self.unread_of_any)
    }

    /// What the records of an employer tell, whether it is refused or not.
    pub(crate) fn employer(
        &mut self,
        sources: &Sources<'_>,
        employer: &Employer,
        totals: &Result<EmployerTotals, Mismatch>,
        year: Option<&EmployerYear>,
    ) {
        let key = &employer.key;
        self.employers.insert(Arc::clone(key));
        let (registered, uncounted, late) = match totals {
            Ok(totals) => (&totals.registered, &totals.uncounted, &totals.late),
            Err(mismatch) => {
                let persons = mismatch.persons();
                (&persons.registered, &persons.uncounted, &persons.late)
            }
        };
        self.persons.extend(registered.iter().cloned());
        for late in late {
            self.late(sources, key, late);
        }
        for person in uncounted {
            self.uncounted(key, person);
        }
        if let Ok(totals) = totals {
            if totals.replaced > 0 {
                let count = u64::try_from(totals.replaced).unwrap_or(u64::MAX);
                self.notes.note_of(
                    Kind::Replaced,
                    count,
                    format_args!("{} {key}: {count}", self.words.employer),
                );
            }
            if year.is_some_and(|year| year.scheme().is_some()) {
                self.without_bonus(key, totals);
            }
        }
        match year {
            Some(year) => self.years(key, year, totals.as_ref().ok()),
            // The borrowers were credited all the same: their figures rest on it.
            None => self.attributed(Kind::LenderRefused, key, sources),
        }
    }

    fn late(&mut self, sources: &Sources<'_>, employer: &str, late: &Late) {
        let Late { person, period, filed_on, .. } = late;
        let own = self.of_employer(employer, person);
        self.notes
            .note(Kind::Late, format_args!("{own}, {period}: {} {filed_on}", self.words.filed_on));
        if period.year() == sources.year && is_registered(sources, person) {
            self.persons.insert(Arc::clone(person));
        }
    }

    fn uncounted(&mut self, employer: &str, uncounted: &Uncounted) {
        let Uncounted { person, outside_registration: outside, wsw_hours, .. } = uncounted;
        let words = self.words;
        let own = self.of_employer(employer, person);
        let parts = [(*outside, words.outside), (*wsw_hours, words.wsw)];
        let parts = parts.iter().filter(|(hours, _)| *hours != SignedHours::ZERO);
        let parts: Vec<_> = parts.map(|(hours, why)| format!("{hours} {why}")).collect();
        let why = if parts.is_empty() { words.no_hours.to_owned() } else { parts.join(", ") };
        self.notes.note(Kind::PersonWithoutHours, format_args!("{own}: {why}"));
    }

    /// Who counts and earns no bonus: under the Wet banenafspraak that is money left behind.
    fn without_bonus(&mut self, employer: &str, totals: &EmployerTotals) {
        let earn: HashSet<&str> = totals.bonus_workers.iter().map(|it| &*it.person).collect();
        let told: HashSet<&str> = totals.uncounted.iter().map(|it| &*it.person).collect();
        let without = totals.registered.iter();
        for person in without.filter(|it| !earn.contains(&***it) && !told.contains(&***it)) {
            self.notes.note(Kind::PersonWithoutBonus, self.of_employer(employer, person));
        }
    }

    /// Years of which nothing was found: are their records missing?
    fn years(&mut self, employer: &str, year: &EmployerYear, totals: Option<&EmployerTotals>) {
        let before = year.previous_year().map_or(Hours::ZERO, HoursBase::paid_hours);
        if year.hours_base().paid_hours() == Hours::ZERO {
            let words = self.words;
            self.notes.note(
                Kind::EmployerWithoutHours,
                format_args!("{} {employer}: {before} {}", words.employer, words.before),
            );
        }
        let Some(totals) = totals else { return };
        let Words { employer: of, until: to, .. } = self.words;
        for run in &totals.coverage.missing {
            // In wage returns days are those of an administration.
            let administration = run.administration.iter().map(|number| format!(", {number}"));
            let whose: String = administration.collect();
            self.notes.note(
                Kind::DaysWithoutReturns,
                format_args!("{of} {employer}{whose}: {} {to} {}", run.from, run.until),
            );
        }
        if year.scheme().is_some() {
            // Hours decide nothing then.
            return;
        }
        let mut note = |kind| self.notes.note(kind, format_args!("{of} {employer}"));
        if totals.previous_year.is_none() {
            note(Kind::EmployerWithoutYearBefore);
        }
        if days_decide(year) {
            note(Kind::DaysDecide);
        }
    }

    /// The attributions of a lender that were not verified.
    fn attributed(&mut self, kind: Kind, lender: &str, sources: &Sources<'_>) {
        for attribution in sources.attributions.of_lender(lender) {
            let note = self.attribution(lender, attribution, Some(sources));
            self.notes.note(kind, &note);
            if !is_registered(sources, &attribution.person) {
                self.notes.note(Kind::PersonNotRegistered, &note);
            }
        }
    }

    /// The attributions of a year that does not matter.
    pub(crate) fn other_year(&mut self, year: Year, attributions: &Attributions) {
        let lenders: BTreeSet<&str> = attributions.lenders().collect();
        for lender in lenders {
            for attribution in attributions.of_lender(lender) {
                self.notes.note(
                    Kind::AttributionOfOtherYear,
                    format_args!("{year}, {}", self.attribution(lender, attribution, None)),
                );
            }
        }
    }

    /// What has no counterpart, once all records are read; how many were of other years, and of
    /// employers that are not known.
    pub(crate) fn finish(&mut self, sources: &Sources<'_>, skipped: u64, unknown: u64) {
        self.finished = true;
        let Sources { year, employers, register, attributions, .. } = *sources;
        let words = self.words;
        for (kind, count) in
            [(Kind::RecordsOfOtherYears, skipped), (Kind::RecordsOfUnknownEmployers, unknown)]
        {
            if count > 0 {
                self.notes.note_of(kind, count, words.not_listed);
            }
        }
        let missing: BTreeSet<&str> =
            register.persons(year).filter(|person| !self.persons.contains(*person)).collect();
        if self.names.are_hidden() && !missing.is_empty() {
            let count = u64::try_from(missing.len()).unwrap_or(u64::MAX);
            self.notes.note_of(Kind::PersonWithoutRecords, count, words.not_shown);
        }
        for person in missing.iter().filter(|_| !self.names.are_hidden()) {
            self.notes.note(Kind::PersonWithoutRecords, format_args!("{} {person}", words.person));
        }
        for Employer { key, .. } in employers {
            if !self.has_records(key) {
                self.notes
                    .note(Kind::EmployerWithoutRecords, format_args!("{} {key}", words.employer));
            }
        }
        let lenders: BTreeSet<&str> = attributions.lenders().collect();
        for lender in lenders {
            if employers.get(lender).is_none() {
                self.attributed(Kind::LenderUnknown, lender, sources);
            } else if !self.has_records(lender) {
                self.attributed(Kind::LenderWithoutRecords, lender, sources);
            }
        }
        let borrowers: BTreeSet<&str> = attributions.borrowers().collect();
        for borrower in borrowers {
            if !self.has_records(borrower) {
                let hours = attributions.attributed_in(borrower).to_string();
                let hours = self.names.hide(&hours, None, words);
                let borrower = self.party(borrower, Some(sources));
                self.notes.note(
                    Kind::BorrowerWithoutRecords,
                    format_args!("{} {borrower}: {hours} {}", words.borrower, words.hours),
                );
            }
        }
    }

    fn of_employer(&self, employer: &str, person: &str) -> String {
        let words = self.words;
        let person = self.names.name(person, words);
        format!("{} {employer}, {} {person}", words.employer, words.person)
    }

    /// The lender or the borrower of an attribution. With columns in another order it is a person:
    /// then it is not shown. Where it is not known who is a person, none but an employer of the file
    /// is shown.
    fn party<'k>(&self, key: &'k str, sources: Option<&Sources<'_>>) -> Cow<'k, str> {
        if !self.names.are_hidden() || self.listed.contains(key) {
            return Cow::Borrowed(key);
        }
        let Some(sources) = sources else { return self.names.hide(key, None, self.words) };
        let is_person = self.names.hides(key) || is_registered(sources, key);
        Cow::Borrowed(if is_person { self.words.not_shown } else { key })
    }

    fn attribution(
        &self,
        lender: &str,
        attribution: &Attribution,
        sources: Option<&Sources<'_>>,
    ) -> String {
        let Words { lender: lends, borrower: borrows, person: whose, hours: unit, .. } = self.words;
        let Attribution { borrower, person, hours, .. } = attribution;
        let person = self.names.name(person, self.words);
        let (lender, borrower) = (self.party(lender, sources), self.party(borrower, sources));
        // Nobody has hours of nine digits.
        let hours = hours.to_string();
        let hours = self.names.hide(&hours, None, self.words);
        format!("{lends} {lender}, {borrows} {borrower}, {whose} {person}: {hours} {unit}")
    }

    fn has_records(&self, employer: &str) -> bool {
        self.employers.contains(employer)
    }

    /// Ends the list in its file, or tells the first of each kind to `out`.
    pub(crate) fn end(self, out: &mut dyn Write) -> io::Result<()> {
        self.notes.end(out, self.finished)
    }
}

/// Whether missing days decide if the employer is liable (Wfsv 34 lid 4).
fn days_decide(year: &EmployerYear) -> bool {
    assess(year).is_ok_and(|assessment| !assessment.liability().is_known())
}

/// Whether an employer's key is what could not be read.
fn is_in_employer(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::Empty { column: "employer", .. }
            | Problem::LineBreak { column: "employer", .. }
            | Problem::WhiteSpace { column: "employer", .. }
            | Problem::ControlCharacter { column: "employer", .. }
    )
}

fn is_registered(sources: &Sources<'_>, person: &str) -> bool {
    sources.register.covers(person, Aangiftetijdvak::whole_year(sources.year))
}
