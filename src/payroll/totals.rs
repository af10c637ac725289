//! The totals of one employer and year: what the core assesses.

use core::num::Wrapping;
use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::checks::Finding;
use super::coverage::{Covered, EmployerDays, coverage, missing_two_years_before};
use super::key::Hashing;
use super::lending::Attributions;
use super::mismatch::{Mismatch, MismatchKind};
use super::persons::{Late, Persons};
use super::register::Register;
use super::sum::{NONE, Sum, units};
use super::sums::{Sums, YearSums, years_back};
use super::tijdvak::Aangiftetijdvak;
use crate::employer::{
    Coverage, DoelgroepHours, EmployerYear, HoursBase, Scheme, SchemeParameters,
};
use crate::error::{Error, ErrorKind};
use crate::law::Sector;
use crate::parameters::{FigureName, Figures};
use crate::unit::{Euro, Hours, SignedEuro, SignedHours, Unit, Year};

/// The hours and wages of one employer in a year, for both regimes.
///
/// ```
/// use banenafspraak::payroll::{Attributions, Entry, Payroll, Record, Register};
/// use banenafspraak::{Euro, Levy, SchemeParameters, Sector, Year, assess};
///
/// let year = Year::new(2026)?;
/// let mut register = Register::new();
/// register.insert("p-17", "2025-11-01".parse().unwrap(), None)?;
/// let mut payroll = Payroll::new(year, register);
/// payroll.add(&Record::new("bakery", "p-17", Entry {
///     paid_hours: "1331".parse()?,
///     premium_wage: "24000".parse()?,
///     asks_lkv: true,
///     ..Entry::new("2026-y".parse()?)
/// }));
/// payroll.add(&Record::new("bakery", "p-18", Entry {
///     premium_wage: "2000000".parse()?, // a small employer or not is decided two years before
///     ..Entry::new("2024-y".parse()?)
/// }));
/// let totals = payroll.totals("bakery", &Attributions::new()).unwrap();
/// let parameters = SchemeParameters {
///     activation_decided_in: Year::new(2024)?,
///     surcharge_percentage: "0.25".parse()?,
///     bonus_per_hour: "3.77".parse()?,
///     bonus_maximum: Euro::whole(5_000),
///     average_premium_wage_two_years_before: Euro::whole(43_300),
/// };
/// let scheme = totals.scheme(&parameters, None)?;
/// let outcome = assess(&totals.employer_year(Sector::Markt)?.with_scheme(scheme))?;
/// let Levy::WetBanenafspraak { inclusiviteitsheffing, bonus, .. } = outcome.levy() else { panic!() };
/// assert_eq!(inclusiviteitsheffing.to_string(), "60.00");
/// assert_eq!(bonus.to_string(), "5000.00");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EmployerTotals {
    /// The year.
    pub year: Year,
    /// The employer's key.
    pub employer: Arc<str>,
    /// Hours of the year (Wfsv 38g lid 5).
    pub hours: HoursBase,
    /// Hours of the year before, for the threshold (Wfsv 34 lid 4); `None`: not known, since no
    /// record covers a day of it and it was an employer then. One that was not has zero hours.
    pub previous_year: Option<HoursBase>,
    /// The days of the year and of the year before that its records cover, and those that they do
    /// not.
    pub coverage: Coverage,
    /// Hours of the doelgroep, own and attributed (Wfsv 38g lid 2, 3, 4; Besluit Wfsv 2.28).
    pub doelgroep: DoelgroepHours,
    /// All premium wage of the year.
    pub premium_wage: SignedEuro,
    /// The base of the surcharge (Wet banenafspraak 6 lid 4, 8).
    pub wage_base: SignedEuro,
    /// Premium wage of the second year before (Wfsv 36 lid 2), as far as its records were added;
    /// without that over benefits (Besluit Wfsv 2.5 lid 3, a choice for other benefits).
    pub premium_wage_two_years_before: SignedEuro,
    /// The first days of that year that no record covers, when it was an employer; `None`: all are.
    pub missing_two_years_before: Option<(Date, Date)>,
    /// Who earns the bonus, and over how many hours (Wtl 2.10, 2.12, 2.13).
    pub bonus_workers: Vec<BonusWorker>,
    /// What the records say of persons: who is registered, what does not count.
    pub persons: Persons,
    /// How many records a later filing replaced (Wfsv 34 lid 7, 38e lid 3).
    pub replaced: usize,
}

/// A worker who earns the bonus.
///
/// ```
/// # use banenafspraak::Year;
/// # use banenafspraak::payroll::{Attributions, Entry, Payroll, Record, Register};
/// # let mut register = Register::new();
/// # register.insert("p-17", "2025-11-01".parse().unwrap(), None)?;
/// # let mut payroll = Payroll::new(Year::new(2026)?, register);
/// payroll.add(&Record::new("bakery", "p-17", Entry {
///     paid_hours: "110".parse()?,
///     asks_lkv: true, // and the person is in the register
///     ..Entry::new("2026-01".parse()?)
/// }));
/// let totals = payroll.totals("bakery", &Attributions::new()).unwrap();
/// let worker = &totals.bonus_workers[0];
/// assert_eq!((&*worker.person, worker.paid_hours.to_string()), ("p-17", "110".into()));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BonusWorker {
    /// The person's key.
    pub person: Arc<str>,
    /// The hours it is earned over; negative where more was taken back than paid.
    pub paid_hours: SignedHours,
}

/// What the records of one employer come to.
pub(super) struct Found<'f> {
    pub(super) employer: &'f str,
    pub(super) sums: &'f Sums,
    /// By administration; one without a number in records.
    pub(super) covered: &'f [(Option<Arc<str>>, Covered)],
    /// What is wrong with them.
    pub(super) finding: Option<Finding>,
    pub(super) late: Vec<Late>,
    pub(super) replaced: usize,
}

/// What makes the totals of it.
#[derive(Clone, Copy)]
pub(super) struct OfYear<'y> {
    pub(super) year: Year,
    pub(super) register: &'y Register,
    pub(super) attributions: &'y Attributions,
    /// When it was an employer.
    pub(super) days: EmployerDays,
}

impl Found<'_> {
    fn persons(&self) -> Persons {
        Persons::of(self.sums, self.late.clone())
    }
}

impl OfYear<'_> {
    /// The totals, or what is wrong with them.
    pub(super) fn totals(&self, found: &Found<'_>) -> Result<EmployerTotals, Mismatch> {
        self.checked(found).map_err(|kind| Mismatch {
            employer: found.employer.into(),
            kind,
            persons: found.persons().into(),
        })
    }

    fn checked(&self, found: &Found<'_>) -> Result<EmployerTotals, MismatchKind> {
        let Self { year, register, attributions, days } = *self;
        let Found { employer, sums, covered, ref finding, replaced, .. } = *found;
        if let Some(finding) = finding {
            return Err(finding.clone().into());
        }
        if let Some(person) = contradicted(sums, register) {
            return Err(MismatchKind::Contradiction { person });
        }
        check_attributed_in(employer, attributions, register, year)?;
        let attributed_out = attributed_out(employer, sums, attributions)?;
        let [this, before, second] = sums.years;
        let bonus_workers = bonus_workers(sums)?;
        let previous_year = self.previous_year(before, covered)?;
        let hours = base(this)?;
        let own = sums.persons.iter().map(|(_, _, hours)| hours.own).sum();
        let doelgroep = DoelgroepHours::new(total(own, "doelgroep_hours")?)
            .with_attributed_out(attributed_out)?
            .with_attributed_in(attributions.attributed_in(employer))?;
        let two_years_before = second.premium_wage - second.benefit_wage;
        Ok(EmployerTotals {
            year,
            employer: employer.into(),
            hours,
            previous_year,
            coverage: coverage(year, days, covered),
            doelgroep,
            premium_wage: total(this.premium_wage, "premium_wage")?,
            wage_base: total(this.wage_base, "premium_wage")?,
            premium_wage_two_years_before: total(
                two_years_before,
                "premium_wage_two_years_before",
            )?,
            missing_two_years_before: missing_two_years_before(year, days, covered),
            bonus_workers,
            persons: found.persons(),
            replaced,
        })
    }

    /// The hours of the year before; `None` where no record covers a day of it, though it was an
    /// employer then.
    fn previous_year(
        &self,
        sums: YearSums,
        covered: &[(Option<Arc<str>>, Covered)],
    ) -> Result<Option<HoursBase>, Error> {
        let year = self.year.previous()?;
        let base = base(sums).map_err(|error| error.inside("previous_year"))?;
        let is_known = covered.iter().any(|(_, covered)| covered.any(1))
            || sums != YearSums::default()
            || self.days.within(year).is_none();
        Ok(is_known.then_some(base))
    }
}

impl EmployerTotals {
    /// What the Wet banenafspraak needs besides its parameters: the wages, who earns the bonus, and
    /// the year it became an employer.
    ///
    /// ```
    /// use banenafspraak::payroll::{Attributions, Entry, Payroll, Record, Register};
    /// use banenafspraak::Year;
    ///
    /// let parameters = banenafspraak::sample::scheme()?.parameters;
    /// # let register = Register::new();
    /// # let mut payroll = Payroll::new(Year::new(2026)?, register);
    /// payroll.add(&Record::new("bakery", "p-17", Entry {
    ///     premium_wage: "-24000".parse()?, // taken back, though never reported before
    ///     ..Entry::new("2026-01".parse()?)
    /// }));
    /// // Without the scheme it does not matter: hours alone count.
    /// let totals = payroll.totals("bakery", &Attributions::new()).unwrap();
    /// let error = totals.scheme(&parameters, None).unwrap_err();
    /// assert_eq!(error.to_string(), "premium_wage: -24000 is negative; the least is 0");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Negative`] for wages, or hours of a worker, that are negative in the year; and
    /// [`ErrorKind::NotCovered`] if records of the second year before are missing and decide whether the
    /// employer is small: those at hand are within the limit, and it is not new since then.
    pub fn scheme(
        &self,
        parameters: &SchemeParameters,
        became_employer_in: Option<Year>,
    ) -> Result<Scheme, Error> {
        let wage =
            |wage: SignedEuro, field| Euro::from_units(wage.units()).map_err(|e| e.about(field));
        let hours = |worker: &BonusWorker| {
            let hours = Hours::from_units(worker.paid_hours.units());
            hours.map_err(|error| error.about("bonus_workers"))
        };
        let two_years_before = self.premium_wage_two_years_before;
        let scheme = Scheme {
            parameters: *parameters,
            premium_wage: wage(self.wage_base, "premium_wage")?,
            premium_wage_two_years_before: wage(two_years_before, "premium_wage_two_years_before")?,
            became_employer_in,
            bonus_workers: self.bonus_workers.iter().map(hours).collect::<Result<_, _>>()?,
        };
        match self.missing_two_years_before {
            Some((from, until)) if !self.is_decided_without_them(&scheme) => Err(Error::new(
                "premium_wage_two_years_before",
                ErrorKind::NotCovered { from, until },
            )),
            _ => Ok(scheme),
        }
    }

    /// Whether more wage of the second year before would change nothing: the surcharge has not begun,
    /// the employer is new since then, or it is above the limit of a small one.
    fn is_decided_without_them(&self, scheme: &Scheme) -> bool {
        let second = years_back(self.year, 2);
        self.year.number() < scheme.first_due_year()
            || scheme.became_employer_in.is_some_and(|began| Some(began) > second)
            || self
                .small_employer_limit(scheme)
                .is_some_and(|limit| scheme.premium_wage_two_years_before.units() > limit)
    }

    /// The most wage of a small employer (Wfsv 36 lid 2), the same in both sectors.
    fn small_employer_limit(&self, scheme: &Scheme) -> Option<i64> {
        let figures = Figures::published();
        let wages = figures.value(FigureName::SmallEmployerWages, self.year, Sector::Markt);
        let wages: u32 = wages.ok()?;
        scheme.parameters.average_premium_wage_two_years_before.units().checked_mul(wages.into())
    }

    /// The employer's year, for [`assess`](crate::assess); its id is the employer's key.
    ///
    /// ```
    /// # use banenafspraak::payroll::{Attributions, Entry, Payroll, Record, Register};
    /// # use banenafspraak::{Sector, Year};
    /// # let register = Register::new();
    /// # let mut payroll = Payroll::new(Year::new(2026)?, register);
    /// payroll.add(&Record::new("bakery", "p-17", Entry {
    ///     paid_hours: "110".parse()?,
    ///     ..Entry::new("2026-01".parse()?)
    /// }));
    /// let totals = payroll.totals("bakery", &Attributions::new()).unwrap();
    /// let employer = totals.employer_year(Sector::Markt)?;
    /// assert_eq!(employer.id(), Some("bakery"));
    /// assert_eq!(employer.hours_base().hours().to_string(), "110");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`EmployerYear::new`].
    pub fn employer_year(&self, sector: Sector) -> Result<EmployerYear, Error> {
        let employer = EmployerYear::new(self.year, sector, self.hours, self.doelgroep)?
            .with_previous_year(self.previous_year)
            .with_coverage(self.coverage.clone())?;
        Ok(employer.with_id(Arc::clone(&self.employer)))
    }
}

/// A person of the year of whom the register contradicts itself.
fn contradicted(sums: &Sums, register: &Register) -> Option<Arc<str>> {
    let persons = sums.persons.iter().map(|(person, ..)| person);
    persons.filter(|person| register.contradicts_itself(person)).min().cloned()
}

/// Wfsv 38g lid 2: hours of arbeidsbeperkten count, whoever pays them.
fn check_attributed_in(
    borrower: &str,
    attributions: &Attributions,
    register: &Register,
    year: Year,
) -> Result<(), MismatchKind> {
    let year = Aangiftetijdvak::whole_year(year);
    let mut attributed = attributions.to_borrower(borrower);
    match attributed.find(|(_, person)| !register.covers(person, year)) {
        Some((lender, person)) => {
            Err(MismatchKind::Unregistered { lender: lender.into(), person: person.into() })
        }
        None => Ok(()),
    }
}

/// The hours that the lender's own doelgroep hours lose (Besluit Wfsv 2.28).
///
/// Seconded Wsw hours never were its own, so attributing them takes nothing away; they go first.
fn attributed_out(
    lender: &str,
    sums: &Sums,
    attributions: &Attributions,
) -> Result<Hours, MismatchKind> {
    let mut of_person: HashMap<&str, Sum, Hashing> = HashMap::default();
    for attribution in attributions.of_lender(lender) {
        let person = &*attribution.person;
        let attributed = of_person.entry(person).or_default();
        *attributed += units(attribution.hours);
        let of_person = sums.person(person);
        let payrolled = of_person.map_or(NONE, |sums| sums.payrolled);
        let counted = of_person.map_or(NONE, |sums| sums.own + sums.seconded);
        // Besluit Wfsv 2.27: those on a payroll are no agency personnel.
        let counted = counted - payrolled.max(NONE);
        if *attributed > counted.max(NONE) {
            return Err(MismatchKind::Attribution {
                borrower: Arc::clone(&attribution.borrower),
                person: Arc::clone(&attribution.person),
                attributed: clamped(*attributed),
                counted: clamped(counted),
                payrolled: clamped(payrolled),
            });
        }
    }
    let from_own = of_person.iter().map(|(person, attributed)| {
        let seconded = sums.person(person).map_or(NONE, |sums| sums.seconded.max(NONE));
        (attributed - seconded).max(NONE)
    });
    Ok(total(from_own.sum(), "doelgroep_hours_attributed_out")?)
}

/// Who earns the bonus, in order of their keys.
fn bonus_workers(sums: &Sums) -> Result<Vec<BonusWorker>, Error> {
    let mut workers = Vec::new();
    for (person, _, hours) in &sums.persons {
        let paid_hours: SignedHours = total(hours.bonus.total(), "bonus_workers")?;
        if paid_hours != SignedHours::ZERO {
            workers.push(BonusWorker { person: Arc::clone(person), paid_hours });
        }
    }
    workers.sort_unstable_by(|one, other| one.person.cmp(&other.person));
    Ok(workers)
}

fn base(sums: YearSums) -> Result<HoursBase, Error> {
    HoursBase::new(total(sums.paid_hours, "paid_hours")?)
        .with_lent_out_agency_hours(total(sums.agency_hours, "lent_out_agency_hours")?)?
        .with_wsw_hours(total(sums.wsw_hours, "wsw_hours")?)
}

/// A year's total in its unit: where single records may be negative, it may not.
fn total<U: Unit>(Wrapping(units): Sum, field: &'static str) -> Result<U, Error> {
    let units = i64::try_from(units).unwrap_or(if units < 0 { i64::MIN } else { i64::MAX });
    U::from_units(units).map_err(|error| error.about(field))
}

/// Hours for an error, held within their bounds.
fn clamped(Wrapping(units): Sum) -> Hours {
    i64::try_from(units.max(0)).ok().and_then(Hours::within).unwrap_or(Hours::MAX)
}
