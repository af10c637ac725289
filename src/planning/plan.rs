//! Planned hires, leavers and changes of hours, and what they do to an employer's year.

use super::change::{Change, ChangeKind, Earns, Workers, in_range};
use crate::assessment::{Assessment, Levy};
use crate::employer::{EmployerYear, Scheme};
use crate::error::{Error, ErrorKind};
use crate::law::rounding::{CENT, VARIABLE};
use crate::parameters::Figures;
use crate::regime::assess_with;
use crate::unit::{Euro, Hours, Jobs, Ratio, Rounding, SignedEuro, Unit, Year};

/// Planned changes: hires, leavers, other hours.
///
/// ```
/// use banenafspraak::Figures;
/// use banenafspraak::planning::{Change, ChangeKind, Plan, Workers};
///
/// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
/// // Five people of the doelgroep come on 1 September, and one other goes on 1 October.
/// let day = |day: &str| day.parse().unwrap();
/// let plan = Plan::new(vec![
///     Change::new(ChangeKind::Hire("24".parse()?), Workers::Doelgroep, 5, day("2026-09-01")),
///     Change::new(ChangeKind::Leave("36".parse()?), Workers::Other, 1, day("2026-10-01")),
/// ])?;
/// let effect = plan.effect(&employer, &Figures::published())?;
/// // 5 x 24 x 122 / 7 = 2,091.43 hours more and 36 x 92 / 7 = 473.14 less.
/// assert_eq!(effect.after.hours_base().to_string(), "181618.28");
/// assert_eq!(effect.after.realised_hours().to_string(), "4753.42");
/// assert_eq!(effect.before.quota().unwrap().quotumtekort().to_string(), "1.4");
/// assert_eq!(effect.after.quota().unwrap().quotumtekort().to_string(), "0.0");
/// assert_eq!(effect.saves.unwrap().to_string(), "7000.00");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    changes: Vec<Change>,
}

/// A year without and with a plan.
///
/// ```
/// use banenafspraak::Figures;
/// use banenafspraak::planning::Plan;
///
/// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
/// let effect = Plan::default().effect(&employer, &Figures::published())?;
/// assert_eq!(effect.before, effect.after);
/// assert_eq!(effect.saves.unwrap().to_string(), "0.00");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Effect {
    /// Without the plan.
    pub before: Assessment,
    /// With it.
    pub after: Assessment,
    /// How much smaller the quotumtekort is, negative where it grows; `None` without a
    /// quotumpercentage.
    pub tekort_closed: Option<Jobs>,
    /// What the plan saves: less quotumheffing, computed even though it is never collected (see
    /// [`Assessment::payable`]), or a better balance of bonus and inclusiviteitsheffing. Negative
    /// where it costs. Neither wages nor the LKV are in it. `None` where the quotumheffing is not
    /// known.
    pub saves: Option<SignedEuro>,
}

impl Plan {
    /// A plan of these changes.
    ///
    /// ```
    /// use banenafspraak::planning::{Change, ChangeKind, Plan, Workers};
    ///
    /// let day = |day: &str| day.parse().ok();
    /// let hire = Change::new(ChangeKind::Hire("24".parse()?), Workers::Other, 1, day("2026-09-01").unwrap());
    /// let plan = Plan::new(vec![hire])?;
    /// assert_eq!(plan.changes().len(), 1);
    /// let error = Plan::new(vec![Change { until: day("2026-08-31"), ..hire }]).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "changes[0].until: 2026-08-31 is before 2026-09-01, the day it begins"
    /// );
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::EndsBeforeItBegins`] for a change that does; [`ErrorKind::Superfluous`] for what has no
    /// meaning in it, such as a wage of who is hired in; and [`ErrorKind::OutOfRange`] for one worker's
    /// bonus where there are more people.
    pub fn new(changes: Vec<Change>) -> Result<Self, Error> {
        for (index, change) in changes.iter().enumerate() {
            change.check().map_err(|error| error.inside_item("changes", index))?;
        }
        Ok(Self { changes })
    }

    /// The changes.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The employer's year as it becomes with the plan.
    ///
    /// Each total is rounded down to the hundredth once (Besluit Wfsv 2.23 lid 2), the premium wage
    /// half up on the cent. What the employer has as given is what is expected without the plan.
    ///
    /// ```
    /// use banenafspraak::planning::{Change, ChangeKind, Plan, Workers};
    /// use banenafspraak::Hours;
    ///
    /// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
    /// let (hire, september) = (ChangeKind::Hire("24".parse()?), "2026-09-01".parse().unwrap());
    /// let hired_in = Plan::new(vec![Change::new(hire, Workers::HiredIn, 5, september)])?;
    /// let employer = hired_in.applied_to(&employer)?;
    /// assert_eq!(employer.hours_base().hours(), Hours::whole(180_000)); // the uitlener's A
    /// assert_eq!(employer.doelgroep_hours().attributed_in().to_string(), "2091.42");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotInYear`] for a change that begins after the year; [`ErrorKind::MissingField`] for
    /// what a scheme needs to know of a change; [`ErrorKind::OutOfRange`] for a bonus worker that is not
    /// there, or more than a million of them; [`ErrorKind::Negative`] where more goes than there is; and
    /// as [`EmployerYear::new`].
    pub fn applied_to(&self, employer: &EmployerYear) -> Result<EmployerYear, Error> {
        let year = employer.year();
        let mut delta = Delta::NONE;
        let mut scheme = employer.scheme().cloned();
        for (index, change) in self.changes.iter().enumerate() {
            let at = |error: Error| error.inside_item("changes", index);
            if change.from > year.last_day() {
                let (field, day) = ("from", change.from);
                return Err(at(Error::new(
                    field,
                    ErrorKind::NotInYear { day, year: year.number() },
                )));
            }
            delta.add(change, year);
            if let Some(scheme) = &mut scheme {
                delta.add_wage(change, year).map_err(at)?;
                change_bonus(scheme, change, year).map_err(at)?;
            }
        }
        let (base, doelgroep) = (employer.hours_base(), employer.doelgroep_hours());
        let changed = employer.with_hours(
            moved(base.paid_hours(), delta.paid, VARIABLE, "paid_hours")?,
            moved(doelgroep.own(), delta.own, VARIABLE, "doelgroep_hours")?,
            moved(doelgroep.attributed_in(), delta.attributed_in, VARIABLE, ATTRIBUTED_IN)?,
        )?;
        let Some(scheme) = scheme else { return Ok(changed) };
        let premium_wage = moved(scheme.premium_wage, delta.wage, CENT, "premium_wage")?;
        Ok(changed.with_scheme(Scheme { premium_wage, ..scheme }))
    }

    /// The year without and with the plan, both assessed.
    ///
    /// # Errors
    ///
    /// As [`applied_to`](Self::applied_to) and [`assess`](crate::assess); and [`ErrorKind::OutOfRange`]
    /// for a saving beyond its bounds.
    pub fn effect(&self, employer: &EmployerYear, figures: &Figures) -> Result<Effect, Error> {
        let before = assess_with(employer, figures)?;
        let after = assess_with(&self.applied_to(employer)?, figures)?;
        let quotas = before.quota().zip(after.quota());
        let closed = quotas.map(|(before, after)| before.tekort.checked_sub(after.tekort));
        let balances = balance(&after).zip(balance(&before));
        let saves = balances.map(|(after, before)| after.checked_sub(before));
        let (tekort_closed, saves) = (closed.transpose()?, saves.transpose()?);
        Ok(Effect { before, after, tekort_closed, saves })
    }
}

/// What an outcome brings less what it costs, where that is known.
fn balance(outcome: &Assessment) -> Option<SignedEuro> {
    match outcome.levy() {
        Levy::Quotumheffing { quotumheffing, .. } => {
            quotumheffing.map(|levy| Euro::ZERO.net_of(levy))
        }
        Levy::WetBanenafspraak { net, .. } => Some(net),
    }
}

const ATTRIBUTED_IN: &str = "doelgroep_hours_attributed_in";

/// What a plan adds to an employer's totals, before anything is rounded.
struct Delta {
    paid: Ratio,
    own: Ratio,
    attributed_in: Ratio,
    wage: Ratio,
}

impl Delta {
    const NONE: Self =
        Self { paid: Ratio::ZERO, own: Ratio::ZERO, attributed_in: Ratio::ZERO, wage: Ratio::ZERO };

    fn add(&mut self, change: &Change, year: Year) {
        let hours = change.hours(year, change.people);
        let add = |total: &mut Ratio| *total = *total + hours;
        match change.who {
            Workers::Doelgroep => {
                add(&mut self.paid);
                add(&mut self.own);
            }
            Workers::Other => add(&mut self.paid),
            Workers::HiredIn => add(&mut self.attributed_in),
        }
    }

    /// Article 6 lid 4: the wage of own workers is in the base.
    fn add_wage(&mut self, change: &Change, year: Year) -> Result<(), Error> {
        if change.who == Workers::HiredIn {
            return Ok(());
        }
        let field = "premium_wage_per_hour";
        let wage = change
            .premium_wage_per_hour
            .ok_or_else(|| Error::new(field, ErrorKind::MissingField))?;
        self.wage = self.wage + change.hours(year, change.people) * Ratio::from(wage);
        Ok(())
    }
}

/// A total with what a plan adds, rounded. Less than nothing is rejected however little it is.
fn moved<U: Unit>(
    from: U,
    more: Ratio,
    rounding: Rounding,
    field: &'static str,
) -> Result<U, Error> {
    let total = Ratio::from(from) + more;
    let rounding = if total.is_negative() { Rounding::down(rounding.decimals) } else { rounding };
    total.rounded(rounding).map_err(|error| error.about(field))
}

/// Wtl 2.13: each worker has a maximum of its own, so each one's hours change by themselves.
fn change_bonus(scheme: &mut Scheme, change: &Change, year: Year) -> Result<(), Error> {
    if change.who != Workers::Doelgroep {
        return Ok(());
    }
    let each = change.hours(year, 1);
    let workers = &mut scheme.bonus_workers;
    // More workers than 32 bits count are more than may be held.
    let count = u32::try_from(workers.len()).unwrap_or(u32::MAX);
    match (change.what, change.bonus_worker) {
        (_, Some(Earns::Nothing)) => {}
        (ChangeKind::Hire(_), _) => {
            let hours = moved(Hours::ZERO, each, VARIABLE, "bonus_workers")?;
            // Where there are more already, nobody may come.
            in_range("people", change.people, 0, MOST_WORKERS.saturating_sub(count))?;
            workers.extend((0..change.people).map(|_| hours));
        }
        (_, None) => return Err(Error::new("bonus_worker", ErrorKind::MissingField)),
        (_, Some(Earns::At(place))) => {
            // Without any worker the place of the first is missing.
            in_range("bonus_worker", place, 0, count.saturating_sub(1))?;
            let worker = usize::try_from(place).ok().and_then(|place| workers.get_mut(place));
            let missing = Error::new("bonus_worker", ErrorKind::MissingField);
            let worker = worker.ok_or(missing)?;
            *worker = moved(*worker, each, VARIABLE, "bonus_workers")?;
        }
    }
    Ok(())
}

/// The most workers whose bonus is held, each by itself: more than any employer has.
const MOST_WORKERS: u32 = 1_000_000;
