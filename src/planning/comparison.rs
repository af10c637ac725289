//! One employer under both laws, and where the new one balances.

use crate::assessment::{Assessment, Levy};
use crate::employer::{EmployerYear, Scheme};
use crate::error::{Error, ErrorKind};
use crate::law::Liability;
use crate::parameters::Figures;
use crate::regime::assess_with;
use crate::unit::{Euro, EuroPerHour, Exact, Jobs, Of as _, Percentage, Ratio, SignedEuro, Word};

/// The same employer and year under the quotumheffing and under the Wet banenafspraak.
///
/// ```
/// use banenafspraak::planning::Comparison;
/// use banenafspraak::unit::Rounding;
/// use banenafspraak::Figures;
///
/// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
/// let scheme = banenafspraak::sample::scheme()?;
/// let employer = employer.with_scheme(scheme); // as in the example of `Scheme`
/// let both = Comparison::of(&employer, &Figures::published())?;
/// assert_eq!(both.quotumheffing.decision().unwrap().quotumheffing.to_string(), "7000.00");
/// assert_eq!(both.net.to_string(), "-2500.00");
/// assert_eq!(both.saves.unwrap().to_string(), "4500.00");
/// // EUR 12,500 of surcharge is the bonus of 2.5 jobs; this employer has 2.
/// assert_eq!(both.break_even_jobs()?.rounded(Rounding::up(1))?.to_string(), "2.5");
/// // EUR 10,000 of bonus is a surcharge of 0.2 % on EUR 5,000,000.
/// assert_eq!(both.break_even_surcharge()?.rounded(Rounding::down(2))?.to_string(), "0.20");
/// // No amount per hour brings EUR 12,500: the maximum is EUR 5,000 for each of two workers.
/// assert_eq!(both.break_even_bonus()?, None);
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison {
    /// Under the quotumheffing.
    pub quotumheffing: Assessment,
    /// Under the Wet banenafspraak.
    pub wet_banenafspraak: Assessment,
    /// The surcharge under the Wet banenafspraak.
    pub inclusiviteitsheffing: Euro,
    /// The bonus under the Wet banenafspraak.
    pub bonus: Euro,
    /// Bonus less inclusiviteitsheffing.
    pub net: SignedEuro,
    /// What the employer is better off under the Wet banenafspraak, the quotumheffing taken as
    /// collected; negative where it is worse off; `None` where the quotumheffing is not known.
    pub saves: Option<SignedEuro>,
}

impl Comparison {
    /// Both assessments of an employer with a scheme.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::MissingField`] without a scheme; as [`assess`](crate::assess) for both laws; and
    /// [`ErrorKind::OutOfRange`] for a difference beyond its bounds.
    pub fn of(employer: &EmployerYear, figures: &Figures) -> Result<Self, Error> {
        let quotumheffing = assess_with(&employer.clone().without_scheme(), figures)?;
        let wet_banenafspraak = assess_with(employer, figures)?;
        let Levy::WetBanenafspraak { inclusiviteitsheffing, bonus, net, .. } =
            wet_banenafspraak.levy()
        else {
            return Err(Error::new("scheme", ErrorKind::MissingField));
        };
        let old = quotumheffing.quotumheffing();
        let saves = old.map(|levy| net.checked_add(levy.into())).transpose()?;
        Ok(Self { quotumheffing, wet_banenafspraak, inclusiviteitsheffing, bonus, net, saves })
    }

    /// The number of jobs whose bonus covers the inclusiviteitsheffing: a job is one worker of D
    /// hours, who earns at most the maximum.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotOwed`] for an employer that owes none, and [`ErrorKind::NotPositive`] where a job earns
    /// nothing.
    pub fn break_even_jobs(&self) -> Result<Exact<Jobs>, Error> {
        let parameters = self.scheme()?.parameters;
        let per_job = Ratio::from(self.wet_banenafspraak.per_job);
        let (rate, maximum) =
            (Ratio::from(parameters.bonus_per_hour), Ratio::from(parameters.bonus_maximum));
        let earned = (rate * per_job).at_most(maximum);
        if earned.is_zero() {
            return Err(Error::new("bonus_per_job", ErrorKind::NotPositive));
        }
        Jobs::of(Ratio::from(self.inclusiviteitsheffing) / earned)
    }

    /// The surcharge percentage at which the bonus covers the inclusiviteitsheffing.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotOwed`] for an employer that owes none, and [`ErrorKind::NotPositive`] without wages.
    pub fn break_even_surcharge(&self) -> Result<Exact<Percentage>, Error> {
        let wages = self.scheme()?.premium_wage;
        if wages == Euro::ZERO {
            return Err(Error::new("premium_wage", ErrorKind::NotPositive));
        }
        Percentage::of(Ratio::from(self.bonus) / Ratio::from(wages))
    }

    /// The amount per hour at which the bonus of the workers covers the inclusiviteitsheffing, each
    /// worker up to the maximum, before cents are rounded; `None` where not even the maximum of all
    /// covers it.
    ///
    /// ```
    /// use banenafspraak::planning::Comparison;
    /// use banenafspraak::unit::Rounding;
    /// use banenafspraak::{Euro, Figures, Hours, Scheme};
    ///
    /// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
    /// let scheme = banenafspraak::sample::scheme()?;
    /// // EUR 7,000 of surcharge; two workers, of 2,000 and of 500 hours.
    /// let premium_wage = Euro::whole(2_800_000);
    /// let bonus_workers = vec![Hours::whole(2_000), Hours::whole(500)];
    /// let employer = employer.with_scheme(Scheme { premium_wage, bonus_workers, ..scheme });
    /// let both = Comparison::of(&employer, &Figures::published())?;
    /// // At EUR 4 an hour the one has the maximum of EUR 5,000, the other EUR 2,000.
    /// let rate = both.break_even_bonus()?.unwrap();
    /// assert_eq!(rate.rounded(Rounding::up(2))?.to_string(), "4.00");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotOwed`] for an employer that owes none, and [`ErrorKind::NotPositive`] without hours
    /// that earn it.
    pub fn break_even_bonus(&self) -> Result<Option<Exact<EuroPerHour>>, Error> {
        let scheme = self.scheme()?;
        let mut hours = scheme.bonus_workers.clone();
        hours.sort_unstable_by(|one, other| other.cmp(one));
        let mut earning = hours.iter().fold(Ratio::ZERO, |sum, hours| sum + Ratio::from(*hours));
        if earning.is_zero() {
            return Err(Error::new("bonus_workers", ErrorKind::NotPositive));
        }
        let maximum = Ratio::from(scheme.parameters.bonus_maximum);
        let mut owed = Ratio::from(self.inclusiviteitsheffing);
        // Who works most reaches the maximum first. With the first n at it, the others earn
        // what is still owed; that holds if the next one stays within the maximum at that rate.
        for most in hours.into_iter().map(Ratio::from) {
            let exceeds = (owed * most).exceeds(maximum * earning);
            if !exceeds.ok_or_else(|| Error::overflow("bonus_per_hour"))? {
                break;
            }
            owed = owed - maximum;
            earning = earning - most;
        }
        if earning.is_zero() { Ok(None) } else { EuroPerHour::of(owed / earning).map(Some) }
    }

    /// The scheme under which the inclusiviteitsheffing is owed.
    fn scheme(&self) -> Result<&Scheme, Error> {
        let liability = self.wet_banenafspraak.liability();
        if liability != Liability::Liable {
            return Err(Error::new(
                "inclusiviteitsheffing",
                ErrorKind::NotOwed {
                    liability: liability.word(),
                    meaning: Word::from(liability).meaning(),
                },
            ));
        }
        let missing = Error::new("scheme", ErrorKind::MissingField);
        self.wet_banenafspraak.employer.scheme().ok_or(missing)
    }
}
