//! One worker at one employer in one aangiftetijdvak.

use jiff::civil::{Date, Time};

use super::tijdvak::Aangiftetijdvak;
use crate::law::words;
use crate::unit::{SignedEuro, SignedHours};

words! {
    /// What a worker is to the employer (the statutes name who is left out of which base).
    ///
    /// ```
    /// use banenafspraak::payroll::Employment;
    ///
    /// let kind: Employment = "wsw_seconded".parse()?;
    /// // Outside A and C, and outside the wage base; the bonus can be earned.
    /// assert!(kind.is_wsw() && !kind.in_wage_base() && kind.earns_bonus());
    /// assert_eq!(kind.word(), "wsw_seconded");
    /// assert_eq!("seconded".parse::<Employment>().unwrap_err().code(), "unknown_word");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[non_exhaustive]
    Employment, "kind" {
        /// None of the below.
        Ordinary = "ordinary",
        /// Agency personnel that the employer lends out (uitzendkracht; Besluit Wfsv 2.31).
        Agency = "agency",
        /// On the payroll for another employer (payrolling, BW 7:692): no agency work by the letter
        /// of Besluit Wfsv 2.27, so the hours are in A and none can be attributed; an agency contract
        /// by BW 7:690, so the wage is outside the surcharge base (a choice of this library).
        Payroll = "payroll",
        /// In a Wsw employment, not seconded (Wfsv 38g lid 5).
        Wsw = "wsw",
        /// In a Wsw employment, seconded to a regular employer (Wfsv 38g lid 4).
        WswSeconded = "wsw_seconded",
        /// Beschut werk (Participatiewet 10b; Wet banenafspraak 6 lid 4).
        BeschutWerk = "beschut_werk",
        /// A benefit or a supplement on one, paid by the employer (Wet banenafspraak 6 lid 4).
        Benefit = "benefit",
    }
}

impl Employment {
    /// Whether it is a Wsw employment: outside A and C (Wfsv 38g lid 4, 5).
    #[inline]
    pub const fn is_wsw(self) -> bool {
        matches!(self, Self::Wsw | Self::WswSeconded)
    }

    /// Whether its wage is part of the base of the surcharge (Wet banenafspraak 6 lid 4): not that
    /// of a lent-out worker (article 1), of a Wsw employment, seconded or not, of beschut werk, and
    /// no benefit.
    #[inline]
    pub const fn in_wage_base(self) -> bool {
        matches!(self, Self::Ordinary)
    }

    /// Whether the bonus can be earned in it: not in a Wsw employment without secondment, nor
    /// over a benefit (Wtl 2.10).
    #[inline]
    pub const fn earns_bonus(self) -> bool {
        !matches!(self, Self::Wsw | Self::Benefit)
    }
}

/// One worker at one employer in one aangiftetijdvak, as a wage return or a payroll file has it.
///
/// Employer and person are opaque keys of the caller's choice.
///
/// ```
/// use banenafspraak::payroll::{Employment, Entry, Record};
///
/// let record = Record::new("bakery", "p-17", Entry {
///     paid_hours: "-8".parse()?, // reported before, taken back
///     premium_wage: "-160.00".parse()?,
///     ..Entry::new("2026-03".parse()?)
/// });
/// assert_eq!(record.entry.kind, Employment::Ordinary);
/// assert_eq!(record.with_relation("contract 2").relation, "contract 2");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "plain data")]
pub struct Record<'a> {
    /// The employer's key.
    pub employer: &'a str,
    /// The person's key: a pseudonym is best.
    pub person: &'a str,
    /// The employment (inkomstenverhouding) of a person who has several with the employer; blank is
    /// one of its own. A correction replaces the records of its own employment alone.
    pub relation: &'a str,
    /// What was reported.
    pub entry: Entry,
}

impl<'a> Record<'a> {
    /// A record of a person's blank relation.
    pub const fn new(employer: &'a str, person: &'a str, entry: Entry) -> Self {
        Self { employer, person, relation: "", entry }
    }

    /// The same record, of one of several relations of the person.
    #[must_use]
    pub const fn with_relation(self, relation: &'a str) -> Self {
        Self { relation, ..self }
    }
}

/// What is reported of a worker in one aangiftetijdvak.
///
/// Hours and wage may be negative: what was reported before and is taken back. A year's total may not.
///
/// ```
/// use banenafspraak::payroll::{Employment, Entry};
/// use banenafspraak::unit::{SignedEuro, SignedHours};
///
/// let entry = Entry::new("2026-01".parse()?);
/// assert_eq!(entry.kind, Employment::Ordinary);
/// assert_eq!((entry.paid_hours, entry.premium_wage), (SignedHours::ZERO, SignedEuro::ZERO));
/// assert_eq!((entry.filed_on, entry.asks_lkv), (None, false));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "plain data, written over `Entry::new`")]
pub struct Entry {
    /// The period of the wage return.
    pub period: Aangiftetijdvak,
    /// Paid hours (verloonde uren).
    pub paid_hours: SignedHours,
    /// Premium wage (premieplichtig loon), without that over benefits paid through the employer.
    pub premium_wage: SignedEuro,
    /// Premium wage over benefits that are paid through the employer (`PrlnAofAnwUit`): in the total
    /// premium wage, and in no base, also inside an ordinary employment (Wet banenafspraak 6 lid 4).
    pub benefit_wage: SignedEuro,
    /// What the worker is to the employer.
    pub kind: Employment,
    /// The first day of this employment, where it is known: of several in one aangiftetijdvak the
    /// earliest decides on the wage base (Wet banenafspraak 6 lid 8).
    pub employed_from: Option<Date>,
    /// The last day of this employment, where it is known: one that ended before the
    /// aangiftetijdvak began decides on nothing in it.
    pub employed_until: Option<Date>,
    /// The day on which the return was filed, where it is known: a later filing replaces an
    /// earlier one, one after 1 May of the next year does not count (Wfsv 34 lid 7, 38e lid 3).
    pub filed_on: Option<Date>,
    /// The time of that day, where it is known: of two filings of one day the later replaces too.
    pub filed_at: Option<Time>,
    /// Whether the return asks for the LKV doelgroep banenafspraak (Wtl 2.10).
    pub asks_lkv: bool,
}

impl Entry {
    /// An ordinary employment without hours, wage and dates.
    pub const fn new(period: Aangiftetijdvak) -> Self {
        Self {
            period,
            paid_hours: SignedHours::ZERO,
            premium_wage: SignedEuro::ZERO,
            benefit_wage: SignedEuro::ZERO,
            kind: Employment::Ordinary,
            employed_from: None,
            employed_until: None,
            filed_on: None,
            filed_at: None,
            asks_lkv: false,
        }
    }

    /// Whether its days are in order: filed once the period has begun, employed before it ends.
    #[inline]
    pub(super) fn is_in_order(&self) -> bool {
        let Self { period, employed_from, employed_until, filed_on, .. } = *self;
        // Most have none of these; `None` is before any day.
        (employed_until.is_none() || employed_from <= employed_until)
            && filed_on.is_none_or(|day| day >= period.first_day())
            && employed_from.is_none_or(|day| day <= period.last_day())
    }
}
