//! One inkomstenverhouding as it is read, and the record it becomes.

use jiff::civil::Date;

use super::codes::{Code, Income};
use super::error::WageReturnProblem;
use super::number::{LhNr, SofiNr};
use super::reasons;
use crate::error::Error;
use crate::payroll::record::{Employment, Entry};
use crate::payroll::tijdvak::Aangiftetijdvak;
use crate::unit::{SignedEuro, SignedHours, Unit as _};

/// How many inkomstenperioden an inkomstenverhouding may have, by the schema.
const MOST_PERIODS: usize = 99;

/// Who an inkomstenverhouding is of, for the caller to make a key of.
///
/// A relation is of the same person by the BSN where both have one, else by the personnel number, so
/// make the key of the BSN where there is one; [`key`](Self::key) does.
///
/// ```
/// # let message = r#"<Loonaangifte version="2.0"
/// #   xmlns="http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01">
/// #   <Bericht><DatTdAanm>2026-02-10T09:30:00</DatTdAanm></Bericht>
/// #   <AdministratieveEenheid><LhNr>111222333L01</LhNr>
/// #     <TijdvakAangifte><DatAanvTv>2026-01-01</DatAanvTv><DatEindTv>2026-01-31</DatEindTv>
/// #       <VolledigeAangifte><CollectieveAangifte/><InkomstenverhoudingInitieel>
/// #         <NumIV>1</NumIV><DatAanv>2025-05-01</DatAanv><PersNr>17</PersNr>
/// #         <NatuurlijkPersoon><SofiNr>123456782</SofiNr></NatuurlijkPersoon>
/// #         <Inkomstenperiode><DatAanv>2026-01-01</DatAanv><SrtIV>15</SrtIV><CdAard>1</CdAard>
/// #         </Inkomstenperiode>
/// #         <Werknemersgegevens><PrlnAofAnwLg>1980.50</PrlnAofAnwLg><PrlnAofAnwHg>0</PrlnAofAnwHg>
/// #         <PrlnAofAnwUit>0</PrlnAofAnwUit><AantVerlU>110</AantVerlU>
/// #         </Werknemersgegevens>
/// #       </InkomstenverhoudingInitieel></VolledigeAangifte>
/// #     </TijdvakAangifte></AdministratieveEenheid></Loonaangifte>"#;
/// use banenafspraak::payroll::loonaangifte::{Identity, WageReturn};
///
/// let key = |identity: Identity<'_>| match identity.bsn {
///     // Look up or compute a pseudonym of the digits here.
///     Some(bsn) => format!("pseudonym of {} digits", bsn.digits().len()),
///     None => format!("number {}", identity.personnel_number.unwrap_or_default()),
/// };
/// let mut wage_return = WageReturn::new(message.as_bytes(), key)?;
/// assert_eq!(wage_return.read()?.unwrap().person, "pseudonym of 9 digits");
/// # Ok::<(), banenafspraak::payroll::loonaangifte::WageReturnError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Identity<'a> {
    /// The administration whose return it is.
    pub lh_nr: LhNr,
    /// The BSN (`SofiNr`), where the return has one.
    pub bsn: Option<SofiNr>,
    /// The personnel number (`PersNr`), where the return has one.
    pub personnel_number: Option<&'a str>,
}

impl Identity<'_> {
    /// The key of the contract: the `SofiNr`, or `LhNr/PersNr` where the relation has none. It is
    /// personal data.
    ///
    /// ```
    /// # let message = r#"<Loonaangifte version="2.0"
    /// #   xmlns="http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01">
    /// #   <Bericht><DatTdAanm>2026-02-10T09:30:00</DatTdAanm></Bericht>
    /// #   <AdministratieveEenheid><LhNr>111222333L01</LhNr>
    /// #     <TijdvakAangifte><DatAanvTv>2026-01-01</DatAanvTv><DatEindTv>2026-01-31</DatEindTv>
    /// #       <VolledigeAangifte><CollectieveAangifte/><InkomstenverhoudingInitieel>
    /// #         <NumIV>1</NumIV><DatAanv>2025-05-01</DatAanv><PersNr>17</PersNr>
    /// #         <NatuurlijkPersoon/>
    /// #         <Inkomstenperiode><DatAanv>2026-01-01</DatAanv><SrtIV>15</SrtIV><CdAard>1</CdAard>
    /// #         </Inkomstenperiode>
    /// #         <Werknemersgegevens><PrlnAofAnwLg>1980.50</PrlnAofAnwLg><PrlnAofAnwHg>0</PrlnAofAnwHg>
    /// #         <PrlnAofAnwUit>0</PrlnAofAnwUit><AantVerlU>110</AantVerlU>
    /// #         </Werknemersgegevens>
    /// #       </InkomstenverhoudingInitieel></VolledigeAangifte>
    /// #     </TijdvakAangifte></AdministratieveEenheid></Loonaangifte>"#;
    /// use banenafspraak::payroll::loonaangifte::{Identity, WageReturn};
    ///
    /// // A relation with a personnel number alone.
    /// let mut wage_return = WageReturn::new(message.as_bytes(), |who: Identity<'_>| who.key())?;
    /// assert_eq!(wage_return.read()?.unwrap().person, "111222333L01/17");
    /// # Ok::<(), banenafspraak::payroll::loonaangifte::WageReturnError>(())
    /// ```
    pub fn key(&self) -> String {
        match (self.bsn, self.personnel_number) {
            (Some(bsn), _) => bsn.digits().to_owned(),
            (None, number) => format!("{}/{}", self.lh_nr, number.unwrap_or_default()),
        }
    }
}

/// What is known of the inkomstenverhouding so far.
#[derive(Debug, Default)]
pub(super) struct Relation {
    pub(super) number: Option<u16>,
    pub(super) bsn: Option<SofiNr>,
    pub(super) personnel_number: String,
    pub(super) begins: Option<Date>,
    pub(super) ends: Option<Date>,
    pub(super) periods: Vec<IncomePeriod>,
    pub(super) paid_hours: Option<i32>,
    /// In cents: low, high, over benefits.
    pub(super) premium_wages: [Option<i64>; 3],
}

/// An inkomstenperiode: what the income is from a day on, until the next begins.
#[derive(Debug, Default)]
pub(super) struct IncomePeriod {
    pub(super) begins: Option<Date>,
    pub(super) income: Option<Income>,
    pub(super) employment: Option<Code>,
    pub(super) asks_lkv: bool,
}

/// What a relation is in its aangiftetijdvak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Facts {
    /// Whole hours; negative where earlier ones are taken back.
    pub(super) paid_hours: i32,
    /// In cents, without that over benefits.
    pub(super) premium_wage: i64,
    /// Premium wage over benefits paid through the employer (`PrlnAofAnwUit`), in cents.
    pub(super) benefit_wage: i64,
    pub(super) kind: Employment,
    pub(super) asks_lkv: bool,
    pub(super) employed_from: Date,
    pub(super) employed_until: Option<Date>,
}

impl Facts {
    /// The entry of a record of them, over what is known of it besides.
    pub(super) fn over(&self, filing: Entry) -> Result<Entry, Error> {
        Ok(Entry {
            // Hours of five digits, and wages of ten.
            paid_hours: SignedHours::from_units(i64::from(self.paid_hours).saturating_mul(100))?,
            premium_wage: SignedEuro::from_units(self.premium_wage)?,
            benefit_wage: SignedEuro::from_units(self.benefit_wage)?,
            kind: self.kind,
            employed_from: Some(self.employed_from),
            employed_until: self.employed_until,
            asks_lkv: self.asks_lkv,
            ..filing
        })
    }
}

impl Relation {
    /// Whom it is of: by BSN, by personnel number or by both.
    pub(super) fn person(&self) -> Result<(Option<SofiNr>, Option<&str>), WageReturnProblem> {
        let personnel_number = Some(&*self.personnel_number).filter(|number| !number.is_empty());
        if self.bsn.is_none() && personnel_number.is_none() {
            return Err(WageReturnProblem::Missing { element: "SofiNr" });
        }
        Ok((self.bsn, personnel_number))
    }

    pub(super) fn identity(&self, lh_nr: LhNr) -> Result<Identity<'_>, WageReturnProblem> {
        let (bsn, personnel_number) = self.person()?;
        Ok(Identity { lh_nr, bsn, personnel_number })
    }

    /// Begins an inkomstenperiode.
    pub(super) fn begin_period(&mut self) -> Result<(), WageReturnProblem> {
        if self.periods.len() >= MOST_PERIODS {
            let reason = reasons::MORE_THAN_99;
            return Err(WageReturnProblem::Refused { element: "Inkomstenperiode", reason });
        }
        self.periods.push(IncomePeriod::default());
        Ok(())
    }

    /// Whether the inkomstenperiode that was read last has what it needs.
    ///
    /// Of two that begin on one day none is the one that holds.
    pub(super) fn end_period(&self) -> Result<(), WageReturnProblem> {
        let Some((last, before)) = self.periods.split_last() else { return Ok(()) };
        if last.begins.is_none() {
            return Err(WageReturnProblem::Missing { element: "DatAanv" });
        }
        if before.iter().any(|period| period.begins == last.begins) {
            let reason = reasons::SAME_DAY;
            return Err(WageReturnProblem::Refused { element: "Inkomstenperiode", reason });
        }
        Ok(())
    }

    /// The number of the relation (`NumIV`).
    pub(super) fn number(&self) -> Result<u16, WageReturnProblem> {
        self.number.ok_or(WageReturnProblem::Missing { element: "NumIV" })
    }

    /// What it is in the aangiftetijdvak.
    pub(super) fn facts(&self, period: Aangiftetijdvak) -> Result<Facts, WageReturnProblem> {
        let missing = |element| WageReturnProblem::Missing { element };
        let begins = self.begins.ok_or(missing("DatAanv"))?;
        if self.ends.is_some_and(|ends| ends < begins) {
            let reason = reasons::BEFORE_IT_BEGINS;
            return Err(WageReturnProblem::Refused { element: "DatEind", reason });
        }
        let employed = employed(begins, self.ends, period);
        let decides = self.decides(employed, period)?;
        let (code, worked) = match decides.income.ok_or(missing("SrtIV"))? {
            Income::Worked => (decides.employment.ok_or(missing("CdAard"))?, true),
            Income::Other(code) => (code, false),
        };
        // Benefits alone are read without hours.
        let paid_hours = match self.paid_hours {
            None if worked || code.kind != Employment::Benefit => return Err(missing("AantVerlU")),
            hours => hours.unwrap_or_default(),
        };
        let [low, high, over_benefits] = self.premium_wages;
        let low = low.ok_or(missing("PrlnAofAnwLg"))?;
        let high = high.ok_or(missing("PrlnAofAnwHg"))?;
        let over_benefits = over_benefits.ok_or(missing("PrlnAofAnwUit"))?;
        // A director who is not insured has none, whatever is reported.
        let counts = |wage: i64| if code.premium_wage { wage } else { 0 };
        Ok(Facts {
            paid_hours,
            // Two wages of ten digits.
            premium_wage: counts(low).saturating_add(counts(high)),
            benefit_wage: counts(over_benefits),
            kind: code.kind,
            asks_lkv: code.lkv && self.asks_lkv(employed),
            employed_from: begins,
            employed_until: self.ends,
        })
    }

    /// Which inkomstenperiode says what the worker is: the one that holds on the first day of
    /// employment in the aangiftetijdvak (Wet banenafspraak 6 lid 8); if there is none, the last
    /// that begins by its end, else the first.
    fn decides(
        &self,
        employed: Option<(Date, Date)>,
        period: Aangiftetijdvak,
    ) -> Result<&IncomePeriod, WageReturnProblem> {
        let on_first_day = employed.and_then(|(first, _)| self.begun_by(first));
        on_first_day
            .or_else(|| self.begun_by(period.last_day()))
            .or_else(|| self.periods.iter().min_by_key(|income| income.begins))
            .ok_or(WageReturnProblem::Missing { element: "Inkomstenperiode" })
    }

    /// The last inkomstenperiode that begins by this day: it holds on that day.
    fn begun_by(&self, day: Date) -> Option<&IncomePeriod> {
        let begun = self.periods.iter().filter(|income| income.begins <= Some(day));
        begun.max_by_key(|income| income.begins)
    }

    /// Whether an inkomstenperiode that holds on one of these days asks for the LKV: then it is
    /// asked for in the whole aangiftetijdvak (Wtl 2.12 lid 2).
    fn asks_lkv(&self, employed: Option<(Date, Date)>) -> bool {
        let Some((first, last)) = employed else { return false };
        let on_first_day = self.begun_by(first);
        let begin_later = self
            .periods
            .iter()
            .filter(|income| income.begins > Some(first) && income.begins <= Some(last));
        on_first_day.into_iter().chain(begin_later).any(|income| income.asks_lkv)
    }
}

/// The first and the last day of employment in the aangiftetijdvak; `None` if there is none.
fn employed(begins: Date, ends: Option<Date>, period: Aangiftetijdvak) -> Option<(Date, Date)> {
    let first = begins.max(period.first_day());
    let last = ends.map_or(period.last_day(), |ends| ends.min(period.last_day()));
    (first <= last).then_some((first, last))
}
