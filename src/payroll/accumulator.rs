//! The accumulator: records in, employers' totals out.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::checks::{Allow, Finding, Findings};
use super::coverage::EmployerDays;
use super::employer_records::{EmployerRecords, Keys};
use super::key::{Hashing, Key, same};
use super::lending::Attributions;
use super::mismatch::Mismatch;
use super::persons::Late;
use super::record::{Entry, Record};
use super::register::Register;
use super::seen::Seen;
use super::sums::{years_back, years_before};
use super::totals::{EmployerTotals, Found, OfYear};
use crate::error::{Error, ErrorKind};
use crate::law::QuotumDates;
use crate::unit::Year;

/// Totals of wage returns per employer, for one year.
///
/// Records come in any order and several payrolls [`merge`](Self::merge) in any order, with the
/// same totals. Records of the same person, aangiftetijdvak and filing add up; a later filing replaces
/// an earlier one. Memory grows with all records, about 60 bytes each, and about 100 bytes for each
/// person; [of final records](Self::of_final_records) with the employers and with the records of
/// their registered persons alone.
///
/// Records that repeat one another, or whose periods overlap, are an error of their employer unless
/// the payroll [allows](Self::allowing) them.
///
/// ```
/// use banenafspraak::Year;
/// use banenafspraak::payroll::{Attributions, Entry, Payroll, Record, Register};
///
/// let (year, register) = (Year::new(2026)?, Register::new());
/// let part = |hours: &str| {
///     let mut payroll = Payroll::new(year, register.clone());
///     let january = "2026-01".parse()?;
///     let paid_hours = hours.parse()?;
///     payroll.add(&Record::new("bakery", "p-17", Entry { paid_hours, ..Entry::new(january) }));
///     Ok::<_, banenafspraak::Error>(payroll)
/// };
/// let mut payroll = part("100")?;
/// payroll.merge(part("10.5")?)?;
/// assert_eq!((payroll.year(), payroll.skipped()), (year, 0));
/// assert_eq!(payroll.employers().collect::<Vec<_>>(), ["bakery"]);
/// let totals = payroll.totals("bakery", &Attributions::new()).unwrap();
/// assert_eq!(totals.hours.paid_hours().to_string(), "110.5");
/// payroll.clear();
/// assert_eq!(payroll.employers().count(), 0);
/// # Ok::<(), banenafspraak::Error>(())
/// ```
///
/// Records of the two years before are used for the threshold and the small employer; those of
/// other years are counted as [`skipped`](Self::skipped).
#[derive(Debug, Clone)]
pub struct Payroll {
    year: Year,
    register: Arc<Register>,
    mode: Mode,
    allow: Allow,
    /// The last day on which a return of this year, of the one before and of the second before
    /// may be filed.
    deadlines: [Option<Date>; 3],
    employers: Vec<EmployerRecords>,
    places: HashMap<Key, usize, Hashing>,
    /// The place of the last record's employer: often that of the next.
    last: usize,
    skipped: u64,
    /// What employers that are forgotten leave to the next ones: memory.
    #[expect(clippy::vec_box, reason = "a box goes from employer to employer as it is")]
    spares: Vec<Box<Seen>>,
}

/// What is kept of the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// What does not grow with the persons who are not registered.
    Totals,
    /// Each record by its hash, until the payroll is cleared.
    Group,
    /// Each record.
    Corrections,
}

impl Payroll {
    /// An empty payroll in which a later filing of the same person, employment and aangiftetijdvak
    /// replaces an earlier one (Wfsv 34 lid 7, 38e lid 3), and the first day of employment decides
    /// on the wage base (Wet banenafspraak 6 lid 8).
    ///
    /// Records of the same filing, by day and time, add up; one without a day is earlier than any.
    ///
    /// ```
    /// use banenafspraak::Year;
    /// use banenafspraak::payroll::{Attributions, Entry, Payroll, Record, Register};
    ///
    /// let register = Register::new();
    /// let mut payroll = Payroll::new(Year::new(2026)?, register);
    /// for (hours, filed_on) in [("100", "2026-02-10"), ("90", "2027-05-01"), ("80", "2027-05-02")] {
    ///     payroll.add(&Record::new("bakery", "p-17", Entry {
    ///         paid_hours: hours.parse()?,
    ///         filed_on: filed_on.parse().ok(),
    ///         ..Entry::new("2026-01".parse()?)
    ///     }));
    /// }
    /// let totals = payroll.totals("bakery", &Attributions::new()).unwrap();
    /// assert_eq!(totals.hours.paid_hours().to_string(), "90");
    /// assert_eq!(totals.persons.late.len(), 1); // after 1 May: too late
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn new(year: Year, register: impl Into<Arc<Register>>) -> Self {
        // Before the calendar begins there is no year before: then no deadline either.
        let deadline = |year: Year| QuotumDates::of(year).wage_returns_filed_by;
        let [before, second] = [1, 2].map(|before| years_back(year, before));
        Self {
            year,
            register: register.into(),
            mode: Mode::Corrections,
            allow: Allow::default(),
            deadlines: [Some(deadline(year)), before.map(deadline), second.map(deadline)],
            employers: Vec::new(),
            places: HashMap::default(),
            last: 0,
            skipped: 0,
            spares: Vec::new(),
        }
    }

    /// An empty payroll of final records, in less memory: none replaces another, each counts by its own
    /// kind, and of the days in an [`Entry`] only a [`filed_on`](Entry::filed_on) that is too late
    /// decides anything.
    ///
    /// Repeats and overlaps are found of the persons in the register; and of all others where a whole
    /// period of the employer occurs twice, or two periods that share a day have the same persons. So a
    /// part of a period that occurs twice is missed, a period that occurs three times, and overlapping
    /// periods of which one has other persons.
    pub fn of_final_records(year: Year, register: impl Into<Arc<Register>>) -> Self {
        Self { mode: Mode::Totals, ..Self::new(year, register) }
    }

    /// An empty payroll of final records that come in groups by employer: each is checked, and
    /// [`clear`](Self::clear) ends a group.
    pub(super) fn in_groups(year: Year, register: impl Into<Arc<Register>>) -> Self {
        Self { mode: Mode::Group, ..Self::new(year, register) }
    }

    /// The same payroll, in which what is allowed is no error.
    #[must_use]
    pub const fn allowing(mut self, allow: Allow) -> Self {
        self.allow = allow;
        self
    }

    /// Another register, of a payroll that keeps each record: none was looked up in it yet.
    #[cfg(feature = "serde")]
    pub(crate) fn set_register(&mut self, register: Arc<Register>) {
        debug_assert_eq!(self.mode, Mode::Corrections, "totals would be of two registers");
        self.register = register;
    }

    /// The year.
    pub const fn year(&self) -> Year {
        self.year
    }

    /// Adds a record.
    #[inline]
    pub fn add(&mut self, record: &Record<'_>) {
        let place = self.place(record.employer.as_bytes());
        let (person, relation) = (record.person.as_bytes(), record.relation.as_bytes());
        self.add_at(place, Keys { person, relation }, &record.entry);
        if let Some(employer) = self.employers.get_mut(place) {
            employer.records = employer.records.saturating_add(1);
        }
    }

    /// Adds a record of the employer at its [`place`](Self::place).
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "once for every record: measured in instructions")]
    pub(super) fn add_at(&mut self, place: usize, keys: Keys<'_>, entry: &Entry) {
        let Some(before) = years_before(self.year, entry.period) else {
            // No input has 2^64 records.
            self.skipped = self.skipped.saturating_add(1);
            return;
        };
        let late = entry.filed_on.filter(|filed_on| {
            let deadline = self.deadlines.get(before).copied().flatten();
            deadline.is_some_and(|deadline| *filed_on > deadline)
        });
        let Some(employer) = self.employers.get_mut(place) else { return };
        if let Some(filed_on) = late {
            let Key(person) = Key::new(keys.person);
            employer.late.push(Late { person, period: entry.period, filed_on });
            return;
        }
        match self.mode {
            Mode::Totals => employer.add(before, keys, entry, &self.register),
            Mode::Group => {
                employer.add_of_group(before, keys, entry, &self.register, &mut self.spares);
            }
            Mode::Corrections => {
                employer.covered.add(before, entry.period);
                employer.filings.push(keys.person, keys.relation, entry);
            }
        }
    }

    /// Adds all of another payroll of the same year and register. Repeats and overlaps are found
    /// among the final records of both, and among the corrected ones, not between these two.
    ///
    /// ```
    /// use banenafspraak::Year;
    /// use banenafspraak::payroll::{Payroll, Register};
    ///
    /// let mut payroll = Payroll::new(Year::new(2026)?, Register::new());
    /// let error = payroll.merge(Payroll::new(Year::new(2025)?, Register::new())).unwrap_err();
    /// assert_eq!(error.code(), "other_year");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OtherYear`] for a payroll of another year: nothing is added then.
    pub fn merge(&mut self, other: Self) -> Result<(), Error> {
        if other.year != self.year {
            return Err(Error::new(
                "year",
                ErrorKind::OtherYear { year: other.year.number(), expected: self.year.number() },
            ));
        }
        self.skipped = self.skipped.saturating_add(other.skipped);
        for employer in other.employers {
            let place = self.place(employer.key.as_bytes());
            if let Some(own) = self.employers.get_mut(place) {
                let _ = own.merge(employer);
            }
        }
        Ok(())
    }

    /// The employers' keys, in order of first appearance.
    pub fn employers(&self) -> impl ExactSizeIterator<Item = &str> {
        self.employers.iter().map(|employer| &*employer.key)
    }

    /// The employers' keys, each with how many records were [added](Self::add).
    pub(super) fn records(&self) -> impl Iterator<Item = (&str, u64)> {
        self.employers.iter().map(|employer| (&*employer.key, employer.records))
    }

    /// The key of an employer by its place in that order.
    pub(super) fn employer(&self, place: usize) -> Option<&str> {
        self.employers.get(place).map(|employer| &*employer.key)
    }

    /// The totals of an employer; zero for one without records.
    ///
    /// ```
    /// use banenafspraak::Year;
    /// use banenafspraak::payroll::{Attributions, Entry, Payroll, Record, Register};
    ///
    /// let register = Register::new();
    /// let mut payroll = Payroll::new(Year::new(2026)?, register);
    /// payroll.add(&Record::new("bakery", "p-17", Entry {
    ///     paid_hours: "-8".parse()?, // taken back, though never reported before
    ///     ..Entry::new("2026-01".parse()?)
    /// }));
    /// let mismatch = payroll.totals("bakery", &Attributions::new()).unwrap_err();
    /// assert_eq!(
    ///     mismatch.to_string(),
    ///     "employer bakery: paid_hours: -8 is negative; the least is 0"
    /// );
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A [`Mismatch`]: repeats or overlaps that are not allowed, a person with two days of the AOW
    /// age in the register, a negative total, a total beyond its bounds, more hours attributed to
    /// others than were paid and count, or hours attributed to it of someone who is not in the
    /// register.
    pub fn totals(
        &self,
        employer: &str,
        attributions: &Attributions,
    ) -> Result<EmployerTotals, Mismatch> {
        self.totals_within(employer, EmployerDays::default(), attributions)
    }

    /// As [`totals`](Self::totals), of an employer that was one between these days.
    ///
    /// # Errors
    ///
    /// As [`totals`](Self::totals).
    pub fn totals_within(
        &self,
        employer: &str,
        days: EmployerDays,
        attributions: &Attributions,
    ) -> Result<EmployerTotals, Mismatch> {
        let of_year = OfYear { year: self.year, register: &self.register, attributions, days };
        let known =
            self.places.get(employer.as_bytes()).and_then(|place| self.employers.get(*place));
        let unknown = EmployerRecords::new("".into());
        let known = known.unwrap_or(&unknown);
        let mut late = known.late.clone();
        late.sort_unstable();
        let mut findings = Findings::new(self.allow);
        if let Some(seen) = &known.seen {
            seen.look(self.year, &mut findings);
        }
        if let Some(finding) = &known.finding {
            findings.add(finding.clone());
        }
        known.periods.look(self.year, &mut findings);
        if let Some(period) = known.covered().outside(self.year, days) {
            findings.add(Finding::NoEmployer { period });
        }
        let mut sums = Cow::Borrowed(&known.sums);
        let mut replaced = 0;
        if !known.filings.is_empty() {
            // Final records merged with corrected ones count beside them.
            let sums = sums.to_mut();
            replaced = known.filings.settle(&mut findings, |keys, entry, in_wage_base| {
                if let Some(before) = years_before(self.year, entry.period) {
                    sums.add(before, keys, entry, in_wage_base, &self.register);
                }
            });
        }
        let (covered, finding) = ([(None, known.covered())], findings.into_first());
        of_year.totals(&Found { employer, sums: &sums, covered: &covered, finding, late, replaced })
    }

    /// How many records were of other years than the year and the two before.
    pub const fn skipped(&self) -> u64 {
        self.skipped
    }

    /// Moves an employer's records to another payroll of the same year and register.
    #[cfg(feature = "parallel")]
    pub(super) fn move_employer(&mut self, key: &str, to: &mut Self) {
        let own = self.places.get(key.as_bytes()).and_then(|place| self.employers.get_mut(*place));
        let Some(own) = own else { return };
        let moved = core::mem::replace(own, EmployerRecords::new(Arc::clone(&own.key)));
        // Mostly it is new there, and nothing needs to be added up.
        match to.places.get(key.as_bytes()).and_then(|place| to.employers.get_mut(*place)) {
            Some(known) => {
                let seen = known.merge(moved);
                to.keep(seen);
            }
            None => to.push(moved),
        }
    }

    /// Ends the records of an employer of which all were added.
    #[cfg(feature = "parallel")]
    pub(super) fn settle(&mut self, place: usize) {
        let (year, allow) = (self.year, self.allow);
        let employer = self.employers.get_mut(place);
        let seen = employer.and_then(|employer| employer.settle(year, allow));
        self.keep(seen);
    }

    /// Memory for the next employers, taken from another payroll.
    #[cfg(feature = "parallel")]
    pub(super) fn take_spares(&mut self, from: &mut Self) {
        self.spares.append(&mut from.spares);
    }

    /// Keeps memory for the next employers, of which few are open at a time.
    fn keep(&mut self, seen: Option<Box<Seen>>) {
        const MOST: usize = 3;
        if let Some(mut seen) = seen.filter(|_| self.spares.len() < MOST) {
            seen.clear();
            self.spares.push(seen);
        }
    }

    /// Counts the records that another payroll skipped.
    #[cfg(feature = "parallel")]
    pub(super) const fn add_skipped(&mut self, other: &Self) {
        self.skipped = self.skipped.saturating_add(other.skipped);
    }

    /// Forgets all employers, so that records in groups need no more memory than one group.
    pub fn clear(&mut self) {
        let seen = self.employers.iter_mut().find_map(|employer| employer.seen.take());
        self.keep(seen);
        self.employers.clear();
        self.places.clear();
        self.last = 0;
    }

    /// Where the employer of this key is; its bytes are UTF-8.
    pub(super) fn place(&mut self, key: &[u8]) -> usize {
        if self.employers.get(self.last).is_some_and(|last| same(last.key.as_bytes(), key)) {
            return self.last;
        }
        if let Some(place) = self.places.get(key) {
            self.last = *place;
            return *place;
        }
        self.push(EmployerRecords::new(Key::new(key).0));
        self.last
    }

    fn push(&mut self, employer: EmployerRecords) {
        self.last = self.employers.len();
        self.places.insert(Key(Arc::clone(&employer.key)), self.last);
        self.employers.push(employer);
    }
}
