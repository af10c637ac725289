//! What was found so far, and what has no counterpart in the end.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::note::{Note, Unverified};
use super::refusal::{Refusal, RefusalKind, Unread};
use crate::employer::{EmployerYear, HoursBase, SchemeParameters};
use crate::payroll::csv::{File, FileError, Problem};
use crate::payroll::{
    Aangiftetijdvak, Attributions, Employer, EmployerTotals, Joined, Mismatch, Persons, Sources,
    Summary,
};
use crate::regime::assess;
use crate::unit::{Hours, Percentage, Year};

/// What was left out of a payroll or does not match.
///
/// It knows which employers are complete, so ask it for each employer's year. Its notes are taken from
/// time to time with [`take_notes`](Self::take_notes): memory grows with the employers and registered
/// persons, not with the notes that were taken.
///
/// ```
/// use banenafspraak::payroll::csv::Options;
/// use banenafspraak::reconciliation::Reconciliation;
/// use banenafspraak::payroll::{Employer, Sources};
/// use banenafspraak::{Sector, Year};
///
/// let mut sources = Sources::new(Year::new(2026)?);
/// for key in ["bakery", "mill", "school"] {
///     sources.employers.insert(Employer::new(key, Sector::Markt))?;
/// }
/// let file = "employer,person,period,paid_hours,premium_wage,kind\n\
///             bakery,p-17,2026-y,110,1980.50,ordinary\n\
///             mill,p-18,2026-y,173,3100.00,ordinary\n\
///             mill,p-19,2026-y,many,3100.00,ordinary\n";
/// let mut employers = Options::new().records(file.as_bytes())?.grouped(&sources);
/// let mut found = Reconciliation::new();
/// for joined in &mut employers {
///     match joined {
///         // A line that cannot be read, and a file that cannot be read on.
///         Err(error) if error.is_of_one_line() => found.unread_line(&error, &sources),
///         Err(error) => return Err(error.into()),
///         Ok(joined) => match found.employer_year(&joined, None, &sources) {
///             Ok(year) => assert_eq!(year.id(), Some("bakery")),
///             Err(refusal) => {
///                 assert_eq!(refusal.to_string(), "employer mill: 1 line could not be read");
///             }
///         },
///     }
/// }
/// found.finish(employers.summary(), &sources);
/// let notes = found.take_notes();
/// assert!(notes.iter().any(|note| note.code() == "employer_without_records")); // the school
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
pub struct Reconciliation {
    /// Lines that could not be read, by employer.
    unread: BTreeMap<Arc<str>, Unread>,
    /// A line that may be of any employer.
    unread_of_any: Option<Unread>,
    /// Wage returns that could not be read, by employer, and whether one may be of any.
    unread_messages: HashMap<Arc<str>, u64>,
    unread_message_of_any: bool,
    /// Registered persons and employers who have records.
    persons: HashSet<Arc<str>>,
    employers: HashSet<Arc<str>>,
    notes: Vec<Note>,
}

impl Reconciliation {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The notes since they were taken last.
    pub fn take_notes(&mut self) -> Vec<Note> {
        core::mem::take(&mut self.notes)
    }

    /// Whether no employer can be assessed, since a line of the register, of the attributions or of an
    /// unknown employer could not be read.
    pub const fn refuses_all(&self) -> bool {
        self.unread_of_any.is_some()
    }

    /// A line that could not be read, of any of the files.
    ///
    /// The employer whose line it is gets no answer; where that is not known, none gets one. Only of a
    /// contradiction the rest is known: it is part of the totals of the employers that it concerns.
    pub fn unread_line(&mut self, error: &FileError, sources: &Sources) {
        let unread = Unread { lines: None, file: error.file, first_line: error.line };
        let is_known = |employer: &str| sources.employers.get(employer).is_some();
        match error.file {
            _ if error.code() == "contradiction" => {}
            File::Register | File::Attributions => {
                self.unread_of_any.get_or_insert(unread);
            }
            File::Employers => self.unread_of(error.employer.as_deref(), unread),
            File::Records => match error.employer.as_deref() {
                Some(employer) if is_known(employer) => {
                    if let Some(employer) = self.employers.get(employer) {
                        self.notes.push(Note::LineTooLate { employer: Arc::clone(employer) });
                    }
                    self.unread_of(Some(employer), unread);
                }
                employer => {
                    if employer.is_none() || is_in_employer(&error.problem) {
                        if self.unread_of_any.is_none() && !self.employers.is_empty() {
                            self.notes.push(Note::LineOfAnyEmployerTooLate);
                        }
                        self.unread_of_any.get_or_insert(unread);
                    }
                }
            },
        }
    }

    fn unread_of(&mut self, employer: Option<&str>, first: Unread) {
        let Some(employer) = employer else { return };
        let unread = self.unread.entry(employer.into()).or_insert(first);
        // No input has 2^64 lines.
        unread.lines = Some(unread.lines.unwrap_or(0).saturating_add(1));
    }

    /// A wage return that could not be read whole; of an unknown employer it may be of any.
    pub fn unread_message(&mut self, employer: Option<&str>) {
        let Some(employer) = employer else {
            self.unread_message_of_any = true;
            return;
        };
        let messages = self.unread_messages.entry(employer.into()).or_default();
        // Nor 2^64 messages.
        *messages = messages.saturating_add(1);
    }

    /// The year of an employer, or why it is not assessed; the employer has records.
    ///
    /// # Errors
    ///
    /// A [`Refusal`]: lines that could not be read, or what [`Joined::employer_year`] refuses.
    pub fn employer_year(
        &mut self,
        joined: &Joined<'_>,
        scheme: Option<&SchemeParameters>,
        sources: &Sources,
    ) -> Result<EmployerYear, Refusal> {
        let employer = joined.employer;
        // First of all: what is wrong with the totals may be that they are not whole.
        let year = match self.unread(&employer.key) {
            Some(refusal) => Err(refusal),
            None => joined.employer_year(scheme).map_err(Refusal::from),
        };
        self.records_of(employer, &joined.totals, sources);
        match (&year, &joined.totals) {
            (Ok(year), Ok(totals)) => self.years(&employer.key, year, totals),
            // Its borrowers were credited all the same: their hours rest on it.
            _ => self.unverified(Unverified::Refused, &employer.key, sources),
        }
        year
    }

    /// Refuses an employer before its totals are made; its records are there.
    pub fn refuse(&mut self, employer: &Employer, kind: RefusalKind, sources: &Sources) -> Refusal {
        self.employers.insert(Arc::clone(&employer.key));
        self.unverified(Unverified::Refused, &employer.key, sources);
        let unread = self.unread(&employer.key);
        unread.unwrap_or_else(|| Refusal { employer: Arc::clone(&employer.key), kind })
    }

    /// Why an employer is refused of which lines or messages could not be read, or may not have been.
    fn unread(&self, employer: &str) -> Option<Refusal> {
        let lines = self.unread.get(employer).copied().or(self.unread_of_any);
        let messages = self.unread_messages.get(employer).copied();
        let kind = match (lines, messages) {
            (Some(lines), _) => RefusalKind::UnreadLines(lines),
            (None, Some(_)) => RefusalKind::UnreadMessages { messages },
            (None, None) if self.unread_message_of_any => RefusalKind::unread_messages(None),
            (None, None) => return None,
        };
        Some(Refusal { employer: employer.into(), kind })
    }

    /// The employers that have lines that could not be read, and no usable record; in the order of
    /// their lines.
    pub fn unread_alone(&self) -> Vec<Refusal> {
        let alone = self.unread.iter().filter(|(employer, _)| !self.has_records(employer));
        let mut alone: Vec<_> = alone.collect();
        alone.sort_by_key(|(_, unread)| (unread.file.word(), unread.first_line));
        let refusals = alone.into_iter().map(|(employer, unread)| Refusal {
            employer: Arc::clone(employer),
            kind: RefusalKind::UnreadLines(*unread),
        });
        refusals.collect()
    }

    /// What an employer's records say of persons, whether it is refused or not.
    fn records_of(
        &mut self,
        employer: &Employer,
        totals: &Result<EmployerTotals, Mismatch>,
        sources: &Sources,
    ) {
        let key = &employer.key;
        self.employers.insert(Arc::clone(key));
        let Persons { registered, uncounted, late } = match totals {
            Ok(totals) => &totals.persons,
            Err(mismatch) => &mismatch.persons,
        };
        self.persons.extend(registered.iter().cloned());
        for late in late {
            if late.period.year() == sources.year && is_registered(sources, &late.person) {
                self.persons.insert(Arc::clone(&late.person));
            }
            self.notes.push(Note::Late { employer: Arc::clone(key), late: late.clone() });
        }
        for uncounted in uncounted {
            let (employer, uncounted) = (Arc::clone(key), uncounted.clone());
            self.notes.push(Note::PersonWithoutHours { employer, uncounted });
        }
        if let Some(replaced) = totals.as_ref().ok().map(|it| it.replaced).filter(|it| *it > 0) {
            let records = u64::try_from(replaced).unwrap_or(u64::MAX);
            self.notes.push(Note::Replaced { employer: Arc::clone(key), records });
        }
    }

    /// What an employer's year lacks: are records missing?
    fn years(&mut self, employer: &Arc<str>, year: &EmployerYear, totals: &EmployerTotals) {
        let employer = || Arc::clone(employer);
        if year.scheme().is_some() {
            self.without_bonus(&employer(), totals);
        }
        if year.hours_base().paid_hours() == Hours::ZERO {
            let previous_year = year.previous_year().map_or(Hours::ZERO, HoursBase::paid_hours);
            self.notes.push(Note::EmployerWithoutHours { employer: employer(), previous_year });
        }
        for missing in &totals.coverage.missing {
            let (employer, missing) = (employer(), missing.clone());
            self.notes.push(Note::DaysWithoutReturns { employer, missing });
        }
        if year.scheme().is_some() {
            // Hours decide nothing then.
            return;
        }
        if totals.previous_year.is_none() {
            self.notes.push(Note::EmployerWithoutYearBefore { employer: employer() });
        }
        if assess(year).is_ok_and(|assessment| !assessment.liability().is_known()) {
            self.notes.push(Note::DaysDecide { employer: employer() });
        }
    }

    /// Who counts and earns no bonus: under the Wet banenafspraak that is money left behind.
    fn without_bonus(&mut self, employer: &Arc<str>, totals: &EmployerTotals) {
        let earn: HashSet<&str> = totals.bonus_workers.iter().map(|it| &*it.person).collect();
        let listed = totals.persons.uncounted.iter().map(|it| &*it.person);
        let listed: HashSet<&str> = listed.collect();
        let mut without: Vec<_> = totals.persons.registered.iter().collect();
        without.retain(|person| !earn.contains(&***person) && !listed.contains(&***person));
        self.notes.extend(without.into_iter().map(|person| Note::PersonWithoutBonus {
            employer: Arc::clone(employer),
            person: Arc::clone(person),
        }));
    }

    /// The attributions of a lender that could not be checked.
    fn unverified(&mut self, lender_is: Unverified, lender: &str, sources: &Sources) {
        for attribution in sources.attributions.of_lender(lender) {
            let (lender, attribution) = (Arc::<str>::from(lender), attribution.clone());
            let is_registered = is_registered(sources, &attribution.person);
            let again = (Arc::clone(&lender), attribution.clone());
            self.notes.push(Note::UnverifiedAttribution { lender_is, lender, attribution });
            if !is_registered {
                let (lender, attribution) = again;
                self.notes.push(Note::PersonNotRegistered { lender, attribution });
            }
        }
    }

    /// Attributions of a year that does not matter.
    pub fn attributions_of_other_year(&mut self, year: Year, attributions: &Attributions) {
        let lenders: BTreeSet<&str> = attributions.lenders().collect();
        for lender in lenders {
            for attribution in attributions.of_lender(lender) {
                let (lender, attribution) = (lender.into(), attribution.clone());
                self.notes.push(Note::AttributionOfOtherYear { year, lender, attribution });
            }
        }
    }

    /// The percentages of employers of which a hundredfold was perhaps meant.
    pub fn percentages(&mut self, sources: &Sources) {
        for Employer { key, quotumpercentage, .. } in &sources.employers {
            let low = quotumpercentage.filter(|own| *own < A_TENTH);
            self.notes.extend(low.map(|quotumpercentage| Note::PercentageBelowATenth {
                employer: Arc::clone(key),
                quotumpercentage,
            }));
        }
    }

    /// What has no counterpart, once all records are read.
    pub fn finish(&mut self, summary: Summary, sources: &Sources) {
        let Sources { year, employers, register, attributions, .. } = sources;
        let Summary { skipped, unknown, .. } = summary;
        if skipped > 0 {
            self.notes.push(Note::RecordsOfOtherYears { records: skipped });
        }
        if unknown > 0 {
            self.notes.push(Note::RecordsOfUnknownEmployers { records: unknown });
        }
        let missing = register.persons(*year).filter(|person| !self.persons.contains(*person));
        let missing: BTreeSet<&str> = missing.collect();
        let missing =
            missing.into_iter().map(|it| Note::PersonWithoutRecords { person: it.into() });
        self.notes.extend(missing);
        for Employer { key, .. } in employers {
            if !self.has_records(key) {
                self.notes.push(Note::EmployerWithoutRecords { employer: Arc::clone(key) });
            }
        }
        let lenders: BTreeSet<&str> = attributions.lenders().collect();
        for lender in lenders {
            if employers.get(lender).is_none() {
                self.unverified(Unverified::Unknown, lender, sources);
            } else if !self.has_records(lender) {
                self.unverified(Unverified::WithoutRecords, lender, sources);
            }
        }
        let borrowers: BTreeSet<&str> = attributions.borrowers().collect();
        for borrower in borrowers {
            if !self.has_records(borrower) {
                let hours = attributions.attributed_in(borrower);
                self.notes.push(Note::BorrowerWithoutRecords { borrower: borrower.into(), hours });
            }
        }
    }

    fn has_records(&self, employer: &str) -> bool {
        self.employers.contains(employer)
    }
}

/// Below it a percentage is perhaps a fraction.
const A_TENTH: Percentage = Percentage::constant(100_000);

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

fn is_registered(sources: &Sources, person: &str) -> bool {
    sources.register.covers(person, Aangiftetijdvak::whole_year(sources.year))
}
