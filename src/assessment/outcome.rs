//! One assessment of one employer and year.

use super::payable::Payable;
use super::quota::Quota;
use super::unknown::Unknown;
use crate::employer::{Coverage, EmployerYear};
use crate::error::Error;
use crate::law::rounding::jobs_down_to_a_tenth;
use crate::law::{LevyStatus, Liability, Regime, Sector};
use crate::parameters::{FigureName, Figures};
use crate::unit::{Euro, Hours, HoursPerJob, Jobs, SignedEuro, Year};

/// What the law asks of an employer in a year, what it has, what the gap costs, what it earns.
///
/// Made by [`assess`](crate::assess). What does not depend on an unknown fact is always there. What
/// needs a quotumpercentage is in the [`Quota`]; what only one law has is in the [`Levy`].
///
/// ```
/// use banenafspraak::law::{LevyStatus, Regime};
/// use banenafspraak::{Levy, Sector, assess};
///
/// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
/// let year = employer.year();
/// let outcome = assess(&employer)?;
/// assert_eq!((outcome.id(), outcome.year(), outcome.sector()), (None, year, Sector::Overheid));
/// assert_eq!(outcome.employer(), &employer);
/// assert_eq!((outcome.regime(), outcome.liability().word()), (Regime::Quotumheffing, "liable"));
/// assert_eq!(outcome.hours_base().to_string(), "180000");
/// assert_eq!(outcome.realised_hours().to_string(), "2662");
/// assert_eq!(outcome.realised_jobs().to_string(), "2.0");
/// // 1.4 jobs short, at EUR 5,000: computed, and never collected.
/// assert_eq!(outcome.quota().unwrap().quotumtekort().to_string(), "1.4");
/// let Levy::Quotumheffing { quotumheffing, status, .. } = outcome.levy() else { panic!() };
/// assert_eq!(quotumheffing.unwrap().to_string(), "7000.00");
/// assert_eq!(status, LevyStatus::NotExecuted);
/// assert_eq!(outcome.payable().word(), "computed_only");
/// assert!(outcome.unknown().is_empty());
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    pub(crate) employer: EmployerYear,
    pub(crate) figures: Figures,
    pub(crate) liability: Liability,
    pub(crate) per_job: HoursPerJob,
    pub(crate) quota: Option<Quota>,
    pub(crate) levy: Levy,
}

/// What the governing law levies, and what it pays.
///
/// ```
/// use banenafspraak::{Levy, assess};
///
/// let (employer, scheme) = (banenafspraak::sample::school()?, banenafspraak::sample::scheme()?);
/// let outcome = assess(&employer.with_scheme(scheme))?; // as in the example of `Scheme`
/// match outcome.levy() {
///     Levy::Quotumheffing { quotumheffing, .. } => println!("{quotumheffing:?}"),
///     Levy::WetBanenafspraak { inclusiviteitsheffing, bonus, net, .. } => {
///         assert_eq!(inclusiviteitsheffing.to_string(), "12500.00");
///         assert_eq!(bonus.to_string(), "10000.00");
///         assert_eq!(net.to_string(), "-2500.00");
///     }
/// }
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "the two laws")]
pub enum Levy {
    /// The old scheme (Wfsv 38h).
    #[non_exhaustive]
    Quotumheffing {
        /// quotumtekort x EUR 5,000 (Wfsv 38h lid 4), computed even though it is never collected;
        /// zero when exempt; `None` where the liability or the quotumpercentage is not known.
        quotumheffing: Option<Euro>,
        /// Why it is not collected (Wfsv 122n, 122na).
        status: LevyStatus,
    },
    /// The new scheme (Wet banenafspraak 1, 6).
    #[non_exhaustive]
    WetBanenafspraak {
        /// The surcharge (inclusiviteitsopslag, 6): base x surcharge percentage, half up on the cent;
        /// zero when exempt.
        inclusiviteitsheffing: Euro,
        /// The bonus (1; Wtl 2.13), LKV not counted: per worker hours x rate, half up on the cent, at
        /// most the maximum. Exempt employers earn it too.
        bonus: Euro,
        /// Bonus less inclusiviteitsheffing.
        net: SignedEuro,
        /// Whether the surcharge has begun (6 lid 1).
        status: LevyStatus,
    },
}

impl Levy {
    /// Whether the levy of the governing law is collected (Wfsv 122n, 122na; Wet banenafspraak 6).
    pub const fn status(&self) -> LevyStatus {
        match self {
            Self::Quotumheffing { status, .. } | Self::WetBanenafspraak { status, .. } => *status,
        }
    }
}

impl Assessment {
    /// The caller's own key, as given.
    pub fn id(&self) -> Option<&str> {
        self.employer.id()
    }

    /// The year assessed.
    pub const fn year(&self) -> Year {
        self.employer.year()
    }

    /// The employer's sector.
    pub const fn sector(&self) -> Sector {
        self.employer.sector()
    }

    /// The employer as it was assessed.
    pub const fn employer(&self) -> &EmployerYear {
        &self.employer
    }

    /// The law that governs the outcome.
    pub const fn regime(&self) -> Regime {
        match self.levy {
            Levy::Quotumheffing { .. } => Regime::Quotumheffing,
            Levy::WetBanenafspraak { .. } => Regime::WetBanenafspraak,
        }
    }

    /// Whether the employer owes the levy, and if not, why (Wfsv 34; Wet banenafspraak 6).
    pub const fn liability(&self) -> Liability {
        self.liability
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
        jobs_down_to_a_tenth(self.realised_hours(), self.per_job)
    }

    /// What follows from the quotumpercentage; `None` where none is known, see
    /// [`unknown`](Self::unknown).
    pub const fn quota(&self) -> Option<&Quota> {
        self.quota.as_ref()
    }

    /// What the governing law levies, and what it pays.
    pub const fn levy(&self) -> Levy {
        self.levy
    }

    /// What the employer has to pay, or why it has to pay nothing.
    pub const fn payable(&self) -> Payable {
        match self.levy {
            Levy::Quotumheffing { quotumheffing, status } => {
                if self.liability.is_exempt() {
                    Payable::NotOwed(self.liability)
                } else {
                    Payable::ComputedOnly { computed: quotumheffing, status }
                }
            }
            Levy::WetBanenafspraak { inclusiviteitsheffing, .. } => match self.liability {
                Liability::Liable => Payable::Due(inclusiviteitsheffing),
                exempt => Payable::NotOwed(exempt),
            },
        }
    }

    /// The facts that are not known and without which something is left out of the answer.
    ///
    /// ```
    /// use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
    ///
    /// // An employer of the market, and nobody says what it paid the year before.
    /// let (hours, doelgroep) = (Hours::whole(180_000), DoelgroepHours::new(Hours::whole(2_662)));
    /// let (year, hours) = (Year::new(2026)?, HoursBase::new(hours));
    /// let employer = EmployerYear::new(year, Sector::Markt, hours, doelgroep)?;
    /// let unknown = assess(&employer)?.unknown();
    /// let words: Vec<_> = unknown.iter().map(|fact| fact.word()).collect();
    /// assert_eq!(words, ["quotumpercentage", "previous_year"]);
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn unknown(&self) -> Vec<Unknown> {
        let (year, sector) = (self.year(), self.sector());
        let mut unknown = Vec::new();
        if self.quota.is_none() {
            unknown.push(Unknown::Quotumpercentage { year, sector });
        }
        if matches!(self.liability, Liability::UnknownPreviousYear | Liability::UnknownBothYears) {
            unknown.push(Unknown::PreviousYear { year });
        }
        unknown
    }

    /// What is known of the days that the hours cover; `None`: nobody says.
    pub fn coverage(&self) -> Option<&Coverage> {
        self.employer.coverage()
    }

    /// The six things that a decision on the quotumheffing states (Wfsv 38h lid 2); `None` where one
    /// of them is not known, and under the Wet banenafspraak, which has no such decision.
    ///
    /// ```
    /// use banenafspraak::{Hours, assess};
    ///
    /// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
    /// let year = employer.year();
    /// let decision = assess(&employer)?.decision().unwrap();
    /// assert!(decision.liable);
    /// assert_eq!((decision.year, decision.paid_hours), (year, Hours::whole(180_000)));
    /// assert_eq!(decision.doelgroep_hours, Hours::whole(2_662));
    /// assert_eq!(decision.quotumtekort.to_string(), "1.4");
    /// assert_eq!(decision.quotumheffing.to_string(), "7000.00");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn decision(&self) -> Option<Decision> {
        let Levy::Quotumheffing { quotumheffing, .. } = self.levy else { return None };
        Some(Decision {
            liable: self.liability == Liability::Liable,
            year: self.year(),
            paid_hours: self.employer.hours_base().paid_hours(),
            doelgroep_hours: self.realised_hours(),
            quotumtekort: self.quota?.quotumtekort(),
            quotumheffing: quotumheffing?,
        })
    }

    /// The quotumheffing, where that is the law and it is known.
    pub(crate) const fn quotumheffing(&self) -> Option<Euro> {
        match self.levy {
            Levy::Quotumheffing { quotumheffing, .. } => quotumheffing,
            Levy::WetBanenafspraak { .. } => None,
        }
    }

    /// The quota, or the error that says which figure is missing and how to give it.
    pub(crate) fn known_quota(&self) -> Result<&Quota, Error> {
        let (year, sector) = (self.year(), self.sector());
        let name = FigureName::Quotumpercentage;
        self.quota().ok_or_else(|| Figures::unknown(name, year, Some(sector)))
    }
}

/// The six things that a decision on the quotumheffing states (Wfsv 38h lid 2). The computation of
/// the quotumtekort is in the [`explanation`](Assessment::explanation).
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
