//! What was left out or does not match, so that nothing vanishes silently.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io::{self, Write};
use std::sync::Arc;

use banenafspraak::payroll::csv::{Employer, Employers, FileError};
use banenafspraak::payroll::{Attributions, EmployerTotals, Mismatch, Register};
use banenafspraak::{Language, Year};

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Unreadable,
    Late,
    OtherYears,
    PersonWithoutHours,
    EmployerWithoutRecords,
    LenderRefused,
    LenderWithoutRecords,
    BorrowerWithoutRecords,
}

impl Kind {
    const fn heading(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Unreadable, Language::Nl) => "Regels die niet te lezen zijn",
            (Self::Unreadable, _) => "Lines that could not be read",
            (Self::Late, Language::Nl) => {
                "Aangiften na 1 mei van het volgende jaar, niet meegeteld"
            }
            (Self::Late, _) => "Returns filed after 1 May of the next year, not counted",
            (Self::OtherYears, Language::Nl) => {
                "Aangiften over jaren die er niet toe doen, weggelaten"
            }
            (Self::OtherYears, _) => "Records of years that do not matter, left out",
            (Self::PersonWithoutHours, Language::Nl) => "Geregistreerden zonder uren in het jaar",
            (Self::PersonWithoutHours, _) => "Registered persons without hours in the year",
            (Self::EmployerWithoutRecords, Language::Nl) => {
                "Werkgevers zonder aangiften, niet beoordeeld"
            }
            (Self::EmployerWithoutRecords, _) => "Employers without records, not assessed",
            (Self::LenderWithoutRecords, Language::Nl) => {
                "Toegerekende uren van een uitlener zonder aangiften, niet na te gaan"
            }
            (Self::LenderWithoutRecords, _) => {
                "Attributions by a lender without records, not verified"
            }
            (Self::LenderRefused, Language::Nl) => {
                "Toegerekende uren die niet kloppen; de uren van de inlener rusten erop"
            }
            (Self::LenderRefused, _) => {
                "Attributions that do not fit; the borrower's hours rest on them"
            }
            (Self::BorrowerWithoutRecords, Language::Nl) => {
                "Toegerekende uren aan een inlener zonder aangiften"
            }
            (Self::BorrowerWithoutRecords, _) => "Attributions to a borrower without records",
        }
    }
}

/// The notes by kind.
#[derive(Default)]
pub(crate) struct Reconciliation {
    notes: BTreeMap<Kind, Vec<String>>,
    /// Registered persons who are on a payroll, and employers who have records.
    persons: HashSet<Arc<str>>,
    employers: HashSet<Arc<str>>,
}

/// How many of each kind are told where there is no file for all.
const TOLD: usize = 10;

impl Reconciliation {
    pub(crate) fn note(&mut self, kind: Kind, note: impl Into<String>) {
        self.notes.entry(kind).or_default().push(note.into());
    }

    pub(crate) fn has(&self, kind: Kind) -> bool {
        self.notes.contains_key(&kind)
    }

    /// Adds the notes of another list.
    pub(crate) fn join(&mut self, other: Self) {
        for (kind, notes) in other.notes {
            self.notes.entry(kind).or_default().extend(notes);
        }
    }

    pub(crate) fn unreadable(&mut self, error: &FileError) {
        self.note(Kind::Unreadable, format!("{error} [{}]", error.code()));
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
                    let note =
                        format!("employer {key}, person {person}, {period}: filed on {filed_on}");
                    self.note(Kind::Late, note);
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
            let note =
                format!("lender {lender}, borrower {borrower}, person {person}: {hours} hours");
            self.note(kind, note);
        }
    }

    /// What has no counterpart, once all records are read.
    pub(crate) fn finish(
        &mut self,
        year: Year,
        employers: &Employers,
        register: &Register,
        attributions: &Attributions,
    ) {
        let missing: BTreeSet<&str> =
            register.persons(year).filter(|person| !self.persons.contains(*person)).collect();
        for person in missing {
            self.note(Kind::PersonWithoutHours, format!("person {person}"));
        }
        let without: Vec<String> = employers
            .iter()
            .filter(|employer| !self.employers.contains(&employer.key))
            .map(|employer| format!("employer {}", employer.key))
            .collect();
        for employer in without {
            self.note(Kind::EmployerWithoutRecords, employer);
        }
        let lenders: BTreeSet<&str> = attributions.lenders().collect();
        for lender in lenders {
            if self.has_records(lender) {
                continue;
            }
            self.attributed(Kind::LenderWithoutRecords, lender, attributions);
        }
        let borrowers: BTreeSet<&str> = attributions.borrowers().collect();
        for borrower in borrowers {
            if self.has_records(borrower) {
                continue;
            }
            let note =
                format!("borrower {borrower}: {} hours", attributions.attributed_in(borrower));
            self.note(Kind::BorrowerWithoutRecords, note);
        }
    }

    fn has_records(&self, employer: &str) -> bool {
        self.employers.contains(employer)
    }

    /// All notes, or the first of each kind.
    pub(crate) fn write(
        &self,
        out: &mut dyn Write,
        language: Language,
        all: bool,
    ) -> io::Result<()> {
        for (kind, notes) in &self.notes {
            writeln!(out, "\n{}: {}", kind.heading(language), notes.len())?;
            let told = if all { notes.len() } else { TOLD };
            for note in notes.iter().take(told) {
                writeln!(out, "  {note}")?;
            }
            match notes.len().saturating_sub(told) {
                0 => {}
                more => writeln!(out, "  and {more} more (--reconciliation FILE has all)")?,
            }
        }
        Ok(())
    }
}
