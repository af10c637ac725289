//! The way back from an outcome: the fewest hours that lead to it, in closed form.

use crate::assessment::{Assessment, Quota};
use crate::employer::EmployerYear;
use crate::error::{Error, ErrorKind, Excerpt};
use crate::law::rounding::TENTH_OF_A_JOB;
use crate::law::words;
use crate::regime::assess_with;
use crate::unit::{ExactHours, Hours, Jobs, Ratio, Rounding, SignedEuro, Unit as _};

words! {
    /// How hours of the doelgroep come in.
    ///
    /// ```
    /// use banenafspraak::planning::Hiring;
    ///
    /// assert_eq!("hired_in".parse::<Hiring>()?, Hiring::HiredIn);
    /// assert_eq!("lent".parse::<Hiring>().unwrap_err().code(), "unknown_word");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[non_exhaustive]
    Hiring, "way" {
        /// New workers of its own: their hours raise the base A, and so the quota, as well as C.
        Employed = "employed",
        /// Attributed by an uitlener (Besluit Wfsv 2.28), or worked in place of other own hours:
        /// they raise C alone.
        HiredIn = "hired_in",
    }
}

/// What separates an employer from its quota, and the fewest hours that close it.
///
/// Each answer is the smallest number of hours, to the hundredth, that closes it: a hundredth less
/// does not. It is computed in closed form from A, B, C and D of Wfsv 38g lid 3, without search.
///
/// ```
/// use banenafspraak::planning::{Gap, Hiring};
/// use banenafspraak::assess;
///
/// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
/// let outcome = assess(&employer)?; // 4,644 hours required, 2,662 realised
/// let gap = Gap::of(&outcome)?;
/// // Hired in, the missing hours do it; own workers raise the quota by 2.58 % of theirs.
/// assert_eq!(gap.to_quota(Hiring::HiredIn)?.to_string(), "1982");
/// assert_eq!(gap.to_quota(Hiring::Employed)?.to_string(), "2034.49");
/// // What is less than a tenth of a job costs nothing (Besluit Wfsv 2.23 lid 3).
/// assert_eq!(gap.to_zero(Hiring::Employed)?.to_string(), "1897.87");
/// // The cheapest step: a tenth of a job less.
/// let step = gap.next_step(Hiring::Employed)?.unwrap();
/// assert_eq!(step.hours.to_string(), "121.75");
/// assert_eq!(step.outcome.quota().unwrap().quotumtekort().to_string(), "1.3");
/// assert_eq!(step.saves.unwrap().to_string(), "500.00");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap<'a> {
    outcome: &'a Assessment,
    quota: &'a Quota,
}

/// A tenth of a job less short, and what it takes.
///
/// ```
/// use banenafspraak::assess;
/// use banenafspraak::planning::{Gap, Hiring};
///
/// let employer = banenafspraak::sample::school_with(4_643)?;
/// // An hour short is no tenth of a job: no step saves anything.
/// let outcome = assess(&employer)?;
/// assert_eq!(Gap::of(&outcome)?.next_step(Hiring::Employed)?, None);
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Step {
    /// The fewest hours of the doelgroep that do it.
    pub hours: Hours,
    /// The outcome with them.
    pub outcome: Assessment,
    /// What the quotumheffing is less, computed even though it is never collected, see
    /// [`Assessment::payable`]; negative where own workers make the employer liable. `None` where it
    /// is not known, and under the Wet banenafspraak, where the gap costs nothing.
    pub saves: Option<SignedEuro>,
}

impl<'a> Gap<'a> {
    /// The gap of an outcome.
    ///
    /// ```
    /// use banenafspraak::{Hours, assess};
    /// use banenafspraak::planning::{Gap, Hiring};
    ///
    /// let employer = banenafspraak::sample::school_with(5_000)?;
    /// let outcome = assess(&employer)?; // 356 hours above the quota
    /// assert_eq!(Gap::of(&outcome)?.to_quota(Hiring::Employed)?, Hours::ZERO);
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnknownFigure`] without a quotumpercentage: then there is no gap.
    pub fn of(outcome: &'a Assessment) -> Result<Self, Error> {
        Ok(Self { outcome, quota: outcome.known_quota()? })
    }

    /// The fewest hours that reach the full quota: C at least A x B.
    ///
    /// ```
    /// use banenafspraak::unit::ExactHours;
    /// use banenafspraak::planning::{Gap, Hiring};
    /// use banenafspraak::assess;
    ///
    /// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
    /// let outcome = assess(&employer)?;
    /// let gap = Gap::of(&outcome)?;
    /// let with = |hours| {
    ///     gap.with(hours, Hiring::Employed).map(|outcome| outcome.quota().unwrap().hours_short())
    /// };
    /// let hours = gap.to_quota(Hiring::Employed)?;
    /// assert_eq!(with(hours)?, ExactHours::ZERO);
    /// let less = hours.checked_sub("0.01".parse()?)?;
    /// assert!(with(less)? > ExactHours::ZERO);
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Unreachable`] where no hours within their bounds do it: of own workers none ever do
    /// at a quotumpercentage of 100 %.
    pub fn to_quota(&self, way: Hiring) -> Result<Hours, Error> {
        let short = self.quota.hours_short();
        if short == ExactHours::ZERO {
            return Ok(Hours::ZERO);
        }
        // C + h >= (A + k h) B, k being 1 for own workers: h >= (A B - C) / (1 - k B).
        let hours = Ratio::from(short) / self.gain(way);
        hours.rounded(Rounding::up(Hours::BOUNDS.decimals)).map_err(unreachable)
    }

    /// The fewest hours that leave no quotumtekort: less than a tenth of a job is none (Besluit
    /// Wfsv 2.23 lid 3).
    ///
    /// ```
    /// use banenafspraak::{Euro, assess};
    /// use banenafspraak::planning::{Gap, Hiring};
    ///
    /// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
    /// let outcome = assess(&employer)?;
    /// let gap = Gap::of(&outcome)?;
    /// let hours = gap.to_zero(Hiring::HiredIn)?;
    /// assert_eq!(hours.to_string(), "1848.91"); // 1,982 less a tenth of 1,331, and a hundredth
    /// assert_eq!(gap.with(hours, Hiring::HiredIn)?.decision().unwrap().quotumheffing, Euro::ZERO);
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`to_quota`](Self::to_quota).
    pub fn to_zero(&self, way: Hiring) -> Result<Hours, Error> {
        self.to_tekort(Jobs::ZERO, way)
    }

    /// The fewest hours that leave a quotumtekort of at most these jobs.
    ///
    /// ```
    /// use banenafspraak::planning::{Gap, Hiring};
    /// use banenafspraak::assess;
    ///
    /// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
    /// let outcome = assess(&employer)?; // 1.4 jobs short
    /// let gap = Gap::of(&outcome)?;
    /// assert_eq!(gap.to_tekort("0.5".parse()?, Hiring::HiredIn)?.to_string(), "1183.41");
    /// assert_eq!(gap.to_tekort("1.4".parse()?, Hiring::HiredIn)?.to_string(), "0");
    /// assert_eq!(gap.to_tekort("-1".parse()?, Hiring::HiredIn).unwrap_err().code(), "negative");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Negative`] for less than no jobs; and as [`to_quota`](Self::to_quota).
    pub fn to_tekort(&self, most: Jobs, way: Hiring) -> Result<Hours, Error> {
        if most < Jobs::ZERO {
            let value = Excerpt::of(most);
            return Err(Error::new("quotumtekort", ErrorKind::Negative { value }));
        }
        if self.quota.tekort <= most {
            return Ok(Hours::ZERO);
        }
        // The quotumtekort is rounded down, so it is at most this if it is less than a tenth more, t:
        // A B - C - h (1 - k B) < t D, so h > (A B - C - t D) / (1 - k B).
        let most = Ratio::from(most).rounded::<Jobs>(TENTH_OF_A_JOB)?;
        let t = Ratio::from(most) + Ratio::from(TENTH);
        let d = Ratio::from(self.quota.per_job);
        let short = Ratio::from(self.quota.hours_short());
        let limit = (short - t * d) / self.gain(way);
        // More than the limit is a hundredth more than what it is rounded down to.
        let hours = limit.rounded::<Hours>(Rounding::down(Hours::BOUNDS.decimals));
        hours.and_then(|hours| hours.checked_add(HUNDREDTH)).map_err(unreachable)
    }

    /// The next tenth of a job: the fewest hours after which the quotumtekort is smaller; `None`
    /// where there is none.
    ///
    /// ```
    /// use banenafspraak::planning::{Gap, Hiring};
    /// use banenafspraak::assess;
    ///
    /// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
    /// let outcome = assess(&employer)?;
    /// let step = Gap::of(&outcome)?.next_step(Hiring::HiredIn)?.unwrap();
    /// // 1,982 hours are 1.489... jobs: 118.61 more leave less than 1.4.
    /// assert_eq!((step.hours.to_string(), step.saves.unwrap().to_string()), ("118.61".into(), "500.00".into()));
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`to_quota`](Self::to_quota) and [`assess`](crate::assess).
    pub fn next_step(&self, way: Hiring) -> Result<Option<Step>, Error> {
        if self.quota.tekort <= Jobs::ZERO {
            return Ok(None);
        }
        let hours = self.to_tekort(self.quota.tekort.checked_sub(TENTH)?, way)?;
        let outcome = self.with(hours, way)?;
        let levies = self.outcome.quotumheffing().zip(outcome.quotumheffing());
        let saves = levies.map(|(before, after)| before.net_of(after));
        Ok(Some(Step { hours, outcome, saves }))
    }

    /// The outcome with more hours of the doelgroep. Wages and bonus stay as they are: a
    /// [`Plan`](super::Plan) has those of each worker.
    ///
    /// ```
    /// use banenafspraak::planning::{Gap, Hiring};
    /// use banenafspraak::{Hours, assess};
    ///
    /// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
    /// let outcome = assess(&employer)?;
    /// let with = Gap::of(&outcome)?.with(Hours::whole(1_000), Hiring::Employed)?;
    /// assert_eq!(with.hours_base(), Hours::whole(181_000));
    /// assert_eq!(with.realised_hours(), Hours::whole(3_662));
    /// assert_eq!(with.quota().unwrap().quotumtekort().to_string(), "0.7");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`] for hours beyond their bounds, and as [`assess`](crate::assess).
    pub fn with(&self, hours: Hours, way: Hiring) -> Result<Assessment, Error> {
        assess_with(&self.employer_with(hours, way)?, &self.outcome.figures)
    }

    fn employer_with(&self, hours: Hours, way: Hiring) -> Result<EmployerYear, Error> {
        let employer = self.outcome.employer();
        let (base, doelgroep) = (employer.hours_base(), employer.doelgroep_hours());
        let (paid, own, hired_in) = (base.paid_hours(), doelgroep.own(), doelgroep.attributed_in());
        match way {
            Hiring::Employed => {
                employer.with_hours(paid.checked_add(hours)?, own.checked_add(hours)?, hired_in)
            }
            Hiring::HiredIn => employer.with_hours(paid, own, hired_in.checked_add(hours)?),
        }
    }

    /// 1 - k B: what an hour of the doelgroep takes off what is short.
    fn gain(&self, way: Hiring) -> Ratio {
        match way {
            Hiring::Employed => Ratio::ONE - Ratio::from(self.quota.percentage),
            Hiring::HiredIn => Ratio::ONE,
        }
    }
}

/// The smallest step of a quotumtekort.
const TENTH: Jobs = Jobs::constant(10_i64.pow(Jobs::BOUNDS.decimals - TENTH_OF_A_JOB.decimals));
/// The smallest unit of hours.
const HUNDREDTH: Hours = Hours::constant(1);

/// It takes more hours than fit their bounds, or no number of hours is enough.
fn unreachable(_: Error) -> Error {
    Error::new("hours", ErrorKind::Unreachable)
}
