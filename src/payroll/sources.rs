//! Employers joined with what their records come to.

use std::sync::Arc;

use super::accumulator::Payroll;
use super::checks::Allow;
use super::employers::{Employer, Employers};
use super::lending::Attributions;
#[cfg(feature = "loonaangifte")]
use super::loonaangifte::{EmployerReturns, FiscalNumber};
use super::mismatch::Mismatch;
#[cfg(doc)]
use super::mismatch::MismatchKind;
use super::register::Register;
use super::summary::Summary;
use super::totals::EmployerTotals;
use crate::employer::{EmployerYear, SchemeParameters};
use crate::error::{Error, ErrorKind};
use crate::unit::Year;

/// What the records of a year are joined with.
///
/// ```
/// use banenafspraak::payroll::{Employer, Entry, Record, Sources};
/// use banenafspraak::{Sector, Year, assess};
///
/// let mut sources = Sources::new(Year::new(2026)?);
/// sources.employers.insert(Employer::new("bakery", Sector::Markt))?;
/// let mut payroll = sources.payroll();
/// payroll.add(&Record::new("bakery", "p-17", Entry {
///     paid_hours: "110".parse()?,
///     ..Entry::new("2026-01".parse()?)
/// }));
/// for joined in sources.join(&payroll) {
///     let outcome = assess(&joined.employer_year(None)?)?;
///     assert_eq!(outcome.hours_base().to_string(), "110");
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "plain data, written over `Sources::new`")]
pub struct Sources {
    /// The year.
    pub year: Year,
    /// The employers.
    pub employers: Employers,
    /// The doelgroepregister.
    pub register: Arc<Register>,
    /// Lent-out hours.
    pub attributions: Attributions,
    /// What is no error of an employer's records.
    pub allow: Allow,
}

impl Sources {
    /// No employers, nobody registered, no hours attributed, nothing allowed.
    pub fn new(year: Year) -> Self {
        Self {
            year,
            employers: Employers::new(),
            register: Arc::default(),
            attributions: Attributions::new(),
            allow: Allow::default(),
        }
    }

    /// An empty payroll of the year: [`Payroll::new`].
    pub fn payroll(&self) -> Payroll {
        Payroll::new(self.year, Arc::clone(&self.register)).allowing(self.allow)
    }

    /// An empty payroll of the year, of records that are final: [`Payroll::of_final_records`].
    pub fn payroll_of_final_records(&self) -> Payroll {
        Payroll::of_final_records(self.year, Arc::clone(&self.register)).allowing(self.allow)
    }

    /// No wage returns yet of the employer with this fiscal number.
    #[cfg(feature = "loonaangifte")]
    pub fn returns(&self, employer: FiscalNumber) -> EmployerReturns {
        EmployerReturns::new(self.year, employer).allowing(self.allow)
    }

    /// The employers that have records in the payroll, in the order of their first record.
    ///
    /// Records of an employer that is not among the employers are left out, and employers without
    /// records: the [summary](Self::summary) counts the first, and
    /// [`reconciliation`](crate::reconciliation) lists both. An employer's totals are a [`Mismatch`]
    /// if the payroll is of another year; the register is that of the payroll.
    pub fn join<'s>(&'s self, payroll: &'s Payroll) -> impl Iterator<Item = Joined<'s>> {
        let known = payroll.employers().filter_map(|key| self.employers.get(key));
        known.map(|employer| self.joined(employer, self.totals(payroll, employer)))
    }

    /// What was left out of the payroll.
    ///
    /// ```
    /// use banenafspraak::payroll::{Entry, Record, Sources};
    /// use banenafspraak::Year;
    ///
    /// let sources = Sources::new(Year::new(2026)?); // no employers
    /// let mut payroll = sources.payroll();
    /// payroll.add(&Record::new("bakery", "p-17", Entry::new("2026-01".parse()?)));
    /// assert_eq!(sources.join(&payroll).count(), 0);
    /// assert_eq!(sources.summary(&payroll).unknown, 1);
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn summary(&self, payroll: &Payroll) -> Summary {
        let unknown = payroll.records().filter(|(key, _)| self.employers.get(key).is_none());
        Summary {
            skipped: payroll.skipped(),
            unknown: unknown.fold(0, |sum, (_, records)| sum.saturating_add(records)),
            ..Summary::default()
        }
    }

    pub(super) fn totals(
        &self,
        payroll: &Payroll,
        employer: &Employer,
    ) -> Result<EmployerTotals, Mismatch> {
        self.of_this_year(payroll.year()).map_err(|error| Mismatch {
            employer: Arc::clone(&employer.key),
            kind: error.into(),
            persons: Box::default(),
        })?;
        payroll.totals_within(&employer.key, employer.days(), &self.attributions)
    }

    /// Whether what is joined is of the year.
    pub(super) fn of_this_year(&self, year: Year) -> Result<(), Error> {
        if year == self.year {
            return Ok(());
        }
        let (year, expected) = (year.number(), self.year.number());
        Err(Error::new("year", ErrorKind::OtherYear { year, expected }))
    }

    /// The employer with its totals; it has none if its own rows contradict each other.
    pub(super) fn joined<'s>(
        &self,
        employer: &'s Employer,
        totals: Result<EmployerTotals, Mismatch>,
    ) -> Joined<'s> {
        let Some(kind) = self.employers.contradiction(&employer.key) else {
            return Joined { employer, totals };
        };
        let persons = match totals {
            Ok(totals) => Box::new(totals.persons),
            Err(mismatch) => mismatch.persons,
        };
        let mismatch = Mismatch { employer: Arc::clone(&employer.key), kind, persons };
        Joined { employer, totals: Err(mismatch) }
    }
}

/// An employer with what its records come to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Joined<'s> {
    /// The employer.
    pub employer: &'s Employer,
    /// Its totals, or why it has none.
    pub totals: Result<EmployerTotals, Mismatch>,
}

impl Joined<'_> {
    /// The employer's year for [`assess`](crate::assess), with its own quotumpercentage if it has one;
    /// under the Wet banenafspraak where `scheme` is given.
    ///
    /// ```
    /// use banenafspraak::payroll::{Employer, Sources};
    /// use banenafspraak::{Sector, Year, assess};
    ///
    /// let mut sources = Sources::new(Year::new(2026)?);
    /// sources.employers.insert(Employer {
    ///     quotumpercentage: Some("2.1".parse()?),
    ///     ..Employer::new("bakery", Sector::Markt)
    /// })?;
    /// let mut payroll = sources.payroll();
    /// # use banenafspraak::payroll::{Entry, Record};
    /// # payroll.add(&Record::new("bakery", "p-17", Entry::new("2026-y".parse()?)));
    /// // ... its records are added here ...
    /// let joined = sources.join(&payroll).next().unwrap();
    /// let outcome = assess(&joined.employer_year(None)?)?;
    /// assert_eq!(outcome.quota().unwrap().quotumpercentage().to_string(), "2.10");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The [`Mismatch`] of its totals; and one of kind [`MismatchKind::Total`] with what
    /// [`EmployerTotals::employer_year`] and [`EmployerTotals::scheme`] refuse.
    pub fn employer_year(
        &self,
        scheme: Option<&SchemeParameters>,
    ) -> Result<EmployerYear, Mismatch> {
        let totals = self.totals.as_ref().map_err(Clone::clone)?;
        self.year_of(totals, scheme).map_err(|error| Mismatch {
            employer: Arc::clone(&self.employer.key),
            kind: error.into(),
            persons: Box::new(totals.persons.clone()),
        })
    }

    fn year_of(
        &self,
        totals: &EmployerTotals,
        scheme: Option<&SchemeParameters>,
    ) -> Result<EmployerYear, Error> {
        let mut year = totals.employer_year(self.employer.sector)?;
        if let Some(percentage) = self.employer.quotumpercentage {
            year = year.with_quotumpercentage(percentage);
        }
        if let Some(parameters) = scheme {
            year = year.with_scheme(totals.scheme(parameters, self.employer.became_employer_in)?);
        }
        Ok(year)
    }
}
