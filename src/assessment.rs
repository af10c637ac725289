//! The result: one assessment of one employer and year.

use crate::employer::EmployerYear;
use crate::error::Error;
use crate::law::rounding::down_to_tenth_of_a_job;
use crate::law::{LevyStatus, Liability, Regime, Sector};
use crate::parameters::{FigureName, Figures, Provenance};
use crate::unit::{Euro, ExactHours, Hours, HoursPerJob, Jobs, NetEuro, Percentage, Year};

/// What the law asks of an employer in a year, what it has, what the gap costs, what it earns.
///
/// Made by [`assess`](crate::assess). The five answers that need a quotumpercentage are
/// `Result`s: under the Wet banenafspraak an assessment exists without one, and then they are the
/// [`Error::UnknownFigure`] that names year and sector. Under the quotumheffing they never fail.
///
/// ```
/// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
/// # let year = Year::new(2026)?;
/// # let employer = EmployerYear::new(
/// #     Sector::Overheid,
/// #     HoursBase::new(year.previous()?, Hours::whole(178_000)),
/// #     HoursBase::new(year, Hours::whole(180_000)),
/// #     DoelgroepHours::new(Hours::whole(2_662)),
/// # )?;
/// let outcome = assess(&employer)?;
/// assert_eq!((outcome.id(), outcome.year(), outcome.sector()), (None, year, Sector::Overheid));
/// assert_eq!(outcome.employer(), &employer);
/// assert_eq!((outcome.regime().word(), outcome.liability().word()), ("quotumheffing", "liable"));
/// // A x B = 180,000 x 2.58 % = 4,644 hours; / 1,331 = 3.48 jobs
/// assert_eq!(outcome.hours_base().to_string(), "180000");
/// assert_eq!(outcome.quotumpercentage()?.to_string(), "2.58");
/// assert_eq!(outcome.quotumpercentage_source()?.word(), "published");
/// assert_eq!(outcome.required_hours()?.to_string(), "4644");
/// assert_eq!(outcome.required_jobs()?.to_string(), "3.4");
/// // C = 2,662 hours = 2 jobs; (4,644 - 2,662) / 1,331 = 1.48 jobs short, at EUR 5,000
/// assert_eq!(outcome.realised_hours().to_string(), "2662");
/// assert_eq!(outcome.realised_jobs().to_string(), "2.0");
/// assert_eq!(outcome.hours_short()?.to_string(), "1982");
/// assert_eq!(outcome.quotumtekort()?.to_string(), "1.4");
/// assert_eq!(outcome.surplus_jobs()?.to_string(), "0.0");
/// assert_eq!(outcome.quotumheffing().to_string(), "7000.00");
/// assert_eq!(outcome.levy_status().word(), "not_executed");
/// // No scheme of the Wet banenafspraak was given.
/// assert_eq!((outcome.inclusiviteitsheffing(), outcome.bonus(), outcome.net()), (None, None, None));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    pub(crate) employer: EmployerYear,
    pub(crate) figures: Figures,
    pub(crate) outcome: Outcome,
}

/// What was computed. The rest is read off it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) regime: Regime,
    pub(crate) liability: Liability,
    pub(crate) levy_status: LevyStatus,
    pub(crate) per_job: HoursPerJob,
    pub(crate) quota: Option<Quota>,
    pub(crate) quotumheffing: Euro,
    pub(crate) scheme: Option<SchemeOutcome>,
}

/// What follows from a quotumpercentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quota {
    pub(crate) percentage: Percentage,
    pub(crate) provenance: Provenance,
    pub(crate) required: ExactHours,
    pub(crate) tekort: Jobs,
}

/// What follows from a scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SchemeOutcome {
    pub(crate) heffing: Euro,
    pub(crate) bonus: Euro,
}

impl Assessment {
    /// The caller's own key, as given.
    pub fn id(&self) -> Option<&str> {
        self.employer.id()
    }

    /// The year assessed.
    pub fn year(&self) -> Year {
        self.employer.year()
    }

    /// The employer's sector.
    pub fn sector(&self) -> Sector {
        self.employer.sector()
    }

    /// The employer as it was assessed.
    pub fn employer(&self) -> &EmployerYear {
        &self.employer
    }

    /// The law that governs the outcome.
    pub fn regime(&self) -> Regime {
        self.outcome.regime
    }

    /// Whether the employer owes the levy, and if not, why (Wfsv 34; Wet banenafspraak 6).
    pub fn liability(&self) -> Liability {
        self.outcome.liability
    }

    /// Hours base A (Wfsv 38g lid 2, 3, 5).
    pub fn hours_base(&self) -> Hours {
        self.employer.hours_base().hours()
    }

    /// Paid hours of the doelgroep, C (Wfsv 38g lid 2, 3, 4, 8).
    pub fn realised_hours(&self) -> Hours {
        self.employer.doelgroep_hours().hours()
    }

    /// How many jobs for the doelgroep the employer has: C / D, down to a tenth (shown like the
    /// quotumtekort, a choice of this library).
    pub fn realised_jobs(&self) -> Jobs {
        down_to_tenth_of_a_job(self.realised_hours().in_jobs(self.outcome.per_job))
            .unwrap_or(Jobs::MAX)
    }

    /// The quotumpercentage B, rounded down to two decimals (Besluit Wfsv 2.23 lid 2).
    ///
    /// ```
    /// # use banenafspraak::{DoelgroepHours, EmployerYear, Euro, Hours, HoursBase, Scheme};
    /// # use banenafspraak::{Sector, Year, assess};
    /// # let year = Year::new(2026)?;
    /// # let employer = EmployerYear::new(
    /// #     Sector::Markt,
    /// #     HoursBase::new(year.previous()?, Hours::whole(178_000)),
    /// #     HoursBase::new(year, Hours::whole(180_000)),
    /// #     DoelgroepHours::new(Hours::whole(2_662)),
    /// # )?;
    /// # let scheme = Scheme {
    /// #     activation_decided_in: Year::new(2024)?,
    /// #     surcharge_percentage: "0.25".parse()?,
    /// #     bonus_per_hour: "3.77".parse()?,
    /// #     bonus_maximum: Euro::whole(5_000),
    /// #     premium_wage: Euro::whole(5_000_000),
    /// #     premium_wage_two_years_before: Euro::whole(4_800_000),
    /// #     average_premium_wage_two_years_before: Euro::whole(43_300),
    /// #     became_employer_in: None,
    /// #     bonus_workers: vec![Hours::whole(1_331), Hours::whole(1_331)],
    /// # };
    /// use banenafspraak::Error;
    ///
    /// // An employer of the market, for which no percentage is published.
    /// let outcome = assess(&employer.with_scheme(scheme))?;
    /// assert_eq!(outcome.inclusiviteitsheffing().unwrap().to_string(), "12500.00");
    /// let error = outcome.quotumpercentage().unwrap_err();
    /// assert!(matches!(error, Error::UnknownFigure { year: 2026, sector: Some("markt"), .. }));
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFigure`], under a scheme only: no percentage is known.
    pub fn quotumpercentage(&self) -> Result<Percentage, Error> {
        self.quota().map(|quota| quota.percentage)
    }

    /// Whether the quotumpercentage was published, given or derived.
    ///
    /// ```
    /// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
    /// # let year = Year::new(2026)?;
    /// # let employer = EmployerYear::new(
    /// #     Sector::Overheid,
    /// #     HoursBase::new(year.previous()?, Hours::whole(178_000)),
    /// #     HoursBase::new(year, Hours::whole(180_000)),
    /// #     DoelgroepHours::new(Hours::whole(2_662)),
    /// # )?;
    /// assert_eq!(assess(&employer)?.quotumpercentage_source()?.word(), "published");
    /// let given = employer.with_quotumpercentage("2.1".parse()?);
    /// assert_eq!(assess(&given)?.quotumpercentage_source()?.word(), "given");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFigure`], under a scheme only: no percentage is known.
    pub fn quotumpercentage_source(&self) -> Result<Provenance, Error> {
        self.quota().map(|quota| quota.provenance)
    }

    /// A x B in hours, exactly.
    ///
    /// ```
    /// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
    /// # let year = Year::new(2026)?;
    /// # let employer = EmployerYear::new(
    /// #     Sector::Overheid,
    /// #     HoursBase::new(year.previous()?, Hours::whole(178_000)),
    /// #     HoursBase::new(year, Hours::whole(180_000)),
    /// #     DoelgroepHours::new(Hours::whole(2_662)),
    /// # )?;
    /// let outcome = assess(&employer)?;
    /// assert_eq!(outcome.required_hours()?.to_string(), "4644"); // 180,000 x 2.58 %
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFigure`], under a scheme only: no percentage is known.
    pub fn required_hours(&self) -> Result<ExactHours, Error> {
        self.quota().map(|quota| quota.required)
    }

    /// How many jobs the employer must have: A x B / D, down to a tenth.
    ///
    /// ```
    /// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
    /// # let year = Year::new(2026)?;
    /// # let employer = EmployerYear::new(
    /// #     Sector::Overheid,
    /// #     HoursBase::new(year.previous()?, Hours::whole(178_000)),
    /// #     HoursBase::new(year, Hours::whole(180_000)),
    /// #     DoelgroepHours::new(Hours::whole(2_662)),
    /// # )?;
    /// let outcome = assess(&employer)?;
    /// assert_eq!(outcome.required_jobs()?.to_string(), "3.4"); // 4,644 / 1,331 = 3.489...
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFigure`], under a scheme only: no percentage is known.
    pub fn required_jobs(&self) -> Result<Jobs, Error> {
        down_to_tenth_of_a_job(self.required_hours()?.in_jobs(self.outcome.per_job))
    }

    /// The shortfall in jobs, down to a tenth (Wfsv 38g lid 3; Besluit Wfsv 2.23 lid 3); computed
    /// for exempt employers too.
    ///
    /// ```
    /// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
    /// # let year = Year::new(2026)?;
    /// # let employer = EmployerYear::new(
    /// #     Sector::Overheid,
    /// #     HoursBase::new(year.previous()?, Hours::whole(178_000)),
    /// #     HoursBase::new(year, Hours::whole(180_000)),
    /// #     DoelgroepHours::new(Hours::whole(2_662)),
    /// # )?;
    /// let outcome = assess(&employer)?;
    /// assert_eq!(outcome.quotumtekort()?.to_string(), "1.4"); // (4,644 - 2,662) / 1,331 = 1.48...
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFigure`], under a scheme only: no percentage is known.
    pub fn quotumtekort(&self) -> Result<Jobs, Error> {
        self.quota().map(|quota| quota.tekort)
    }

    /// Jobs above the quota, down to a tenth: a choice of this library, like all shown jobs. Each is
    /// rounded down by itself, so that realised less required need not equal it.
    ///
    /// ```
    /// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
    /// # let year = Year::new(2026)?;
    /// # let employer = EmployerYear::new(
    /// #     Sector::Overheid,
    /// #     HoursBase::new(year.previous()?, Hours::whole(178_000)),
    /// #     HoursBase::new(year, Hours::whole(180_000)),
    /// #     DoelgroepHours::new(Hours::whole(6_000)),
    /// # )?;
    /// // 6,000 hours of the doelgroep, where 4,644 are asked: 1,356 / 1,331 = 1.01...
    /// let outcome = assess(&employer)?;
    /// assert_eq!(outcome.surplus_jobs()?.to_string(), "1.0");
    /// assert_eq!(outcome.quotumtekort()?.to_string(), "0.0");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFigure`], under a scheme only: no percentage is known.
    pub fn surplus_jobs(&self) -> Result<Jobs, Error> {
        let required = self.required_hours()?;
        let above = ExactHours::from(self.realised_hours()).excess_over(required);
        down_to_tenth_of_a_job(above.in_jobs(self.outcome.per_job))
    }

    /// Doelgroep hours that are missing to the full quota, exactly: A x B - C, or zero. Less than a
    /// tenth of a job of them costs nothing.
    ///
    /// ```
    /// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
    /// # let year = Year::new(2026)?;
    /// # let employer = EmployerYear::new(
    /// #     Sector::Overheid,
    /// #     HoursBase::new(year.previous()?, Hours::whole(178_000)),
    /// #     HoursBase::new(year, Hours::whole(180_000)),
    /// #     DoelgroepHours::new(Hours::whole(2_662)),
    /// # )?;
    /// let outcome = assess(&employer)?;
    /// assert_eq!(outcome.hours_short()?.to_string(), "1982"); // 4,644 - 2,662
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFigure`], under a scheme only: no percentage is known.
    pub fn hours_short(&self) -> Result<ExactHours, Error> {
        Ok(self.required_hours()?.excess_over(self.realised_hours().into()))
    }

    /// The levy in euros: quotumtekort x EUR 5,000 (Wfsv 38h lid 4), computed even where it is never
    /// collected, see [`levy_status`](Self::levy_status). Zero when exempt, and zero under the Wet
    /// banenafspraak, which replaced it.
    pub fn quotumheffing(&self) -> Euro {
        self.outcome.quotumheffing
    }

    /// Whether the levy of the governing regime is collected (Wfsv 122n, 122na; Wet banenafspraak 6).
    pub fn levy_status(&self) -> LevyStatus {
        self.outcome.levy_status
    }

    /// The surcharge in euros (inclusiviteitsopslag, Wet banenafspraak 6): base x surcharge
    /// percentage, half up on the cent, zero when exempt; `None` without a scheme.
    #[doc(alias = "inclusiviteitsopslag")]
    pub fn inclusiviteitsheffing(&self) -> Option<Euro> {
        self.outcome.scheme.map(|scheme| scheme.heffing)
    }

    /// The bonus in euros (Wet banenafspraak 1; Wtl 2.13), LKV not counted: per worker hours x rate,
    /// half up on the cent, at most the maximum. Exempt employers earn it too; `None` without a
    /// scheme.
    pub fn bonus(&self) -> Option<Euro> {
        self.outcome.scheme.map(|scheme| scheme.bonus)
    }

    /// Bonus less inclusiviteitsheffing; `None` without a scheme.
    pub fn net(&self) -> Option<NetEuro> {
        self.outcome.scheme.map(|scheme| scheme.bonus.net_of(scheme.heffing))
    }

    /// The six things that a decision on the quotumheffing states (Wfsv 38h lid 2); `None` under
    /// the Wet banenafspraak, which knows no such decision.
    ///
    /// ```
    /// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
    /// # let year = Year::new(2026)?;
    /// # let employer = EmployerYear::new(
    /// #     Sector::Overheid,
    /// #     HoursBase::new(year.previous()?, Hours::whole(178_000)),
    /// #     HoursBase::new(year, Hours::whole(180_000)),
    /// #     DoelgroepHours::new(Hours::whole(2_662)),
    /// # )?;
    /// let outcome = assess(&employer)?;
    /// let decision = outcome.decision().unwrap();
    /// assert_eq!(decision.quotumtekort, outcome.quotumtekort()?);
    /// assert_eq!(decision.quotumheffing.to_string(), "7000.00");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn decision(&self) -> Option<Decision> {
        let quota = self.outcome.quota.filter(|_| self.regime() == Regime::Quotumheffing)?;
        Some(Decision {
            liable: self.liability() == Liability::Liable,
            year: self.year(),
            paid_hours: self.employer.hours_base().paid_hours(),
            doelgroep_hours: self.realised_hours(),
            quotumtekort: quota.tekort,
            quotumheffing: self.quotumheffing(),
        })
    }

    fn quota(&self) -> Result<Quota, Error> {
        self.outcome.quota.ok_or_else(|| Error::UnknownFigure {
            figure: FigureName::Quotumpercentage.word(),
            sector: Some(self.sector().word()),
            year: self.year().number(),
        })
    }
}

/// The six things that a decision on the quotumheffing states (Wfsv 38h lid 2). The computation of
/// the quotumtekort is in the [`explanation`](Assessment::explanation).
///
/// ```
/// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
/// # let year = Year::new(2026)?;
/// # let employer = EmployerYear::new(
/// #     Sector::Overheid,
/// #     HoursBase::new(year.previous()?, Hours::whole(178_000)),
/// #     HoursBase::new(year, Hours::whole(180_000)),
/// #     DoelgroepHours::new(Hours::whole(2_662)),
/// # )?;
/// let decision = assess(&employer)?.decision().unwrap();
/// assert!(decision.liable);
/// assert_eq!((decision.year, decision.paid_hours), (year, Hours::whole(180_000)));
/// assert_eq!(decision.doelgroep_hours, Hours::whole(2_662));
/// assert_eq!(decision.quotumtekort.to_string(), "1.4");
/// assert_eq!(decision.quotumheffing.to_string(), "7000.00");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decision {
    /// Whether the employer is liable.
    pub liable: bool,
    /// The year.
    pub year: Year,
    /// All paid hours.
    pub paid_hours: Hours,
    /// Paid hours of the doelgroep.
    pub doelgroep_hours: Hours,
    /// The shortfall.
    pub quotumtekort: Jobs,
    /// The amount.
    pub quotumheffing: Euro,
}
