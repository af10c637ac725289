//! What was left out or does not match, so that nothing vanishes silently.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io::{self, Write};
use std::sync::Arc;

use banenafspraak::Year;
use banenafspraak::payroll::csv::Employers;
use banenafspraak::payroll::{Attributions, EmployerTotals, Register};

/// The notes by kind, each kind under its heading.
#[derive(Default)]
pub(crate) struct Reconciliation {
    notes: BTreeMap<&'static str, Vec<String>>,
    /// Registered persons who are on a payroll, and employers who have records.
    persons: HashSet<Arc<str>>,
    employers: HashSet<Arc<str>>,
}

/// How many of each kind are told where there is no file for all.
const TOLD: usize = 10;

impl Reconciliation {
    pub(crate) fn note(&mut self, heading: &'static str, note: impl Into<String>) {
        self.notes.entry(heading).or_default().push(note.into());
    }

    pub(crate) fn has(&self, heading: &str) -> bool {
        self.notes.contains_key(heading)
    }

    /// Adds the notes of another list.
    pub(crate) fn join(&mut self, other: Self) {
        for (heading, notes) in other.notes {
            self.notes.entry(heading).or_default().extend(notes);
        }
    }

    pub(crate) fn employer(&mut self, totals: &EmployerTotals) {
        self.employers.insert(Arc::clone(&totals.employer));
        self.persons.extend(totals.registered.iter().cloned());
        for late in &totals.late {
            let (employer, filed_on) = (&totals.employer, late.filed_on);
            let note = format!(
                "employer {employer}, person {}, {}: filed on {filed_on}",
                late.person, late.period
            );
            self.note("returns filed after 1 May of the next year, not counted", note);
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
            self.note("registered persons without hours in the year", format!("person {person}"));
        }
        let without: Vec<String> = employers
            .iter()
            .filter(|employer| !self.employers.contains(&employer.key))
            .map(|employer| format!("employer {}", employer.key))
            .collect();
        for employer in without {
            self.note("employers without records, not assessed", employer);
        }
        let lenders: BTreeSet<&str> = attributions.lenders().collect();
        for lender in lenders.into_iter().filter(|lender| !self.employers.contains(*lender)) {
            for attribution in attributions.of_lender(lender) {
                let (borrower, person, hours) =
                    (&attribution.borrower, &attribution.person, attribution.hours);
                self.notes.entry("attributions by a lender without records").or_default().push(
                    format!("lender {lender}, borrower {borrower}, person {person}: {hours} hours"),
                );
            }
        }
        let borrowers: BTreeSet<&str> = attributions.borrowers().collect();
        for borrower in borrowers.into_iter().filter(|key| !self.employers.contains(*key)) {
            let hours = attributions.attributed_in(borrower);
            self.notes
                .entry("attributions to a borrower without records")
                .or_default()
                .push(format!("borrower {borrower}: {hours} hours"));
        }
    }

    /// All notes, or the first of each kind.
    pub(crate) fn write(&self, out: &mut dyn Write, all: bool) -> io::Result<()> {
        for (heading, notes) in &self.notes {
            writeln!(out, "{heading}: {}", notes.len())?;
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
