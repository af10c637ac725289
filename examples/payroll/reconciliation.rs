//! What was left out or does not match, so that nothing vanishes silently.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use banenafspraak::Language;
use banenafspraak::payroll::csv::{Employer, Employers, FileError, Sources};
use banenafspraak::payroll::{Attributions, EmployerTotals, Mismatch};

use crate::kind::Kind;
use crate::notes::Notes;

/// The notes, and what is needed to see what has no counterpart.
pub(crate) struct Reconciliation {
    notes: Notes,
    /// Lines that could not be read, by employer: its totals would look complete and are not.
    unread: HashMap<Arc<str>, u64>,
    /// Registered persons who are on a payroll, and employers who have records.
    persons: HashSet<Arc<str>>,
    employers: HashSet<Arc<str>>,
    /// Whether all records were read.
    finished: bool,
}

impl Reconciliation {
    /// An empty list, written to a file as it grows if there is one.
    pub(crate) fn new(language: Language, file: Option<&Path>) -> io::Result<Self> {
        Ok(Self {
            notes: Notes::new(language, file)?,
            unread: HashMap::new(),
            persons: HashSet::new(),
            employers: HashSet::new(),
            finished: false,
        })
    }

    pub(crate) fn has(&self, kind: Kind) -> bool {
        self.notes.has(kind)
    }

    pub(crate) fn unreadable(&mut self, error: &FileError) {
        self.notes.note(Kind::Unreadable, format_args!("{error} [{}]", error.code()));
    }

    /// A line of the records that could not be read.
    pub(crate) fn unreadable_record(&mut self, error: &FileError, employers: &Employers) {
        self.unreadable(error);
        let employer = error.employer.as_deref().and_then(|employer| employers.get(employer));
        if let Some(employer) = employer {
            let lines = self.unread.entry(Arc::clone(&employer.key)).or_default();
            *lines = lines.saturating_add(1);
        }
    }

    /// How many lines of an employer could not be read.
    pub(crate) fn unread(&self, employer: &str) -> u64 {
        self.unread.get(employer).copied().unwrap_or(0)
    }

    pub(crate) fn employer(
        &mut self,
        employer: &Employer,
        totals: &Result<EmployerTotals, Mismatch>,
        attributions: &Attributions,
    ) {
        self.employers.insert(Arc::clone(&employer.key));
        match totals {
            Ok(totals) => {
                self.persons.extend(totals.registered.iter().cloned());
                for late in &totals.late {
                    let (key, person, period) = (&employer.key, &late.person, late.period);
                    let filed_on = late.filed_on;
                    let note = format_args!(
                        "employer {key}, person {person}, {period}: filed on {filed_on}"
                    );
                    self.notes.note(Kind::Late, note);
                }
            }
            // The borrowers were credited all the same: their figures rest on it.
            Err(Mismatch::Attribution { .. }) => {
                self.attributed(Kind::LenderRefused, &employer.key, attributions);
            }
            Err(_) => {}
        }
    }

    fn attributed(&mut self, kind: Kind, lender: &str, attributions: &Attributions) {
        for attribution in attributions.of_lender(lender) {
            let (borrower, person) = (&attribution.borrower, &attribution.person);
            let hours = attribution.hours;
            self.notes.note(
                kind,
                format_args!(
                    "lender {lender}, borrower {borrower}, person {person}: {hours} hours"
                ),
            );
        }
    }

    /// What has no counterpart, once all records are read; of them so many were of other years.
    pub(crate) fn finish(&mut self, sources: &Sources<'_>, skipped: u64) {
        self.finished = true;
        let Sources { year, employers, register, attributions } = *sources;
        if skipped > 0 {
            self.notes.note(Kind::OtherYears, format_args!("{skipped} records"));
        }
        let missing: BTreeSet<&str> =
            register.persons(year).filter(|person| !self.persons.contains(*person)).collect();
        for person in missing {
            self.notes.note(Kind::PersonWithoutHours, format_args!("person {person}"));
        }
        for Employer { key, .. } in employers {
            if !self.has_records(key) {
                self.notes.note(Kind::EmployerWithoutRecords, format_args!("employer {key}"));
            }
        }
        let lenders: BTreeSet<&str> = attributions.lenders().collect();
        for lender in lenders {
            if !self.has_records(lender) {
                self.attributed(Kind::LenderWithoutRecords, lender, attributions);
            }
        }
        let borrowers: BTreeSet<&str> = attributions.borrowers().collect();
        for borrower in borrowers {
            if !self.has_records(borrower) {
                let hours = attributions.attributed_in(borrower);
                let note = format_args!("borrower {borrower}: {hours} hours");
                self.notes.note(Kind::BorrowerWithoutRecords, note);
            }
        }
    }

    fn has_records(&self, employer: &str) -> bool {
        self.employers.contains(employer)
    }

    /// Ends the list in its file, or tells the first of each kind to `out`.
    pub(crate) fn end(self, out: &mut dyn Write) -> io::Result<()> {
        self.notes.end(out, self.finished)
    }
}
