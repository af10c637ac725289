//! One inkomstenverhouding as it is read, and the record it becomes.

use jiff::civil::Date;

use super::error::WageReturnProblem;
use crate::error::{Error, Excerpt, Field};
use crate::payroll::person::Bsn;
use crate::payroll::record::{Employment, Values};
use crate::payroll::tijdvak::Aangiftetijdvak;
use crate::unit::{NetEuro, SignedHours, Year};

/// Who an inkomstenverhouding is of, for the caller to make a key of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Identity<'a> {
    /// The BSN, where the return has one.
    pub bsn: Option<Bsn>,
    /// The personnel number (`PersNr`), where the return has one.
    pub personnel_number: Option<&'a str>,
}

/// What is known of the inkomstenverhouding so far.
#[derive(Debug, Default)]
pub(super) struct Relation {
    pub(super) number: Option<u32>,
    pub(super) bsn: Option<Bsn>,
    pub(super) personnel_number: String,
    pub(super) begins: Option<Date>,
    pub(super) periods: Vec<IncomePeriod>,
    pub(super) paid_hours: Option<SignedHours>,
    pub(super) premium_wage: Option<NetEuro>,
}

/// An inkomstenperiode: what the income is from a day on.
#[derive(Debug, Default)]
pub(super) struct IncomePeriod {
    pub(super) begins: Option<Date>,
    pub(super) income: Option<Income>,
    pub(super) employment: Option<Employment>,
    pub(super) asks_lkv: bool,
}

/// The kind of income (SrtIV).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Income {
    Worked,
    /// Of a director who is not insured: no kind of employment is given.
    Director,
    Benefit,
}

impl Relation {
    pub(super) fn identity(&self) -> Result<Identity<'_>, WageReturnProblem> {
        let personnel_number = Some(&*self.personnel_number).filter(|number| !number.is_empty());
        if self.bsn.is_none() && personnel_number.is_none() {
            return Err(WageReturnProblem::Missing { element: "SofiNr" });
        }
        Ok(Identity { bsn: self.bsn, personnel_number })
    }

    /// The record's values in an aangiftetijdvak.
    pub(super) fn values(
        &self,
        period: Aangiftetijdvak,
        filed_on: Option<Date>,
    ) -> Result<Values, WageReturnProblem> {
        let number = self.number.ok_or(WageReturnProblem::Missing { element: "NumIV" })?;
        Ok(Values {
            paid_hours: self.paid_hours.unwrap_or_default(),
            premium_wage: self.premium_wage.unwrap_or_default(),
            kind: self.kind(period)?,
            relation: number,
            employed_from: self.begins,
            filed_on,
            asks_lkv: self.periods.iter().any(|income| income.asks_lkv),
            ..Values::new(period)
        })
    }

    /// A withdrawal: nothing was earned, and that replaces what was filed before.
    pub(super) fn withdrawn(
        &self,
        period: Aangiftetijdvak,
        filed_on: Option<Date>,
    ) -> Result<Values, WageReturnProblem> {
        let number = self.number.ok_or(WageReturnProblem::Missing { element: "NumIV" })?;
        Ok(Values { relation: number, filed_on, ..Values::new(period) })
    }

    /// What the worker is on the first day of employment in the aangiftetijdvak decides for all of
    /// it (Wet banenafspraak 6 lid 8).
    fn kind(&self, period: Aangiftetijdvak) -> Result<Employment, WageReturnProblem> {
        let first = self.begins.unwrap_or(Date::MIN).max(period.first_day());
        let begins = |income: &&IncomePeriod| income.begins.unwrap_or(Date::MIN);
        let before = self.periods.iter().filter(|income| begins(income) <= first);
        let decides = before
            .max_by_key(begins)
            .or_else(|| self.periods.iter().min_by_key(begins))
            .ok_or(WageReturnProblem::Missing { element: "Inkomstenperiode" })?;
        match decides.income.ok_or(WageReturnProblem::Missing { element: "SrtIV" })? {
            Income::Benefit => Ok(Employment::Benefit),
            Income::Director => Ok(decides.employment.unwrap_or(Employment::Ordinary)),
            Income::Worked => {
                decides.employment.ok_or(WageReturnProblem::Missing { element: "CdAard" })
            }
        }
    }
}

/// The kind of income by its code (SrtIV).
pub(super) fn income(code: &str) -> Result<Income, WageReturnProblem> {
    Ok(match code {
        "11" | "13" | "15" => Income::Worked,
        "17" => Income::Director,
        // Wachtgeld, benefits, supplements on them, pensions, and what follows an employment.
        "18" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "42"
        | "43" | "45" | "46" | "50" | "52" | "54" | "55" | "56" | "57" | "58" | "59" | "60"
        | "61" | "62" | "63" => Income::Benefit,
        code => return Err(unknown("SrtIV", code)),
    })
}

/// The kind of employment by its code (CdAard).
pub(super) fn employment(code: &str) -> Result<Employment, WageReturnProblem> {
    Ok(match code {
        "11" => Employment::Agency,
        "21" => Employment::Wsw,
        "22" => Employment::WswSeconded,
        "24" => Employment::BeschutWerk,
        // 23, Wsw supported work: in the service of a regular employer, so not a Wsw employment of
        // article 2 Wsw. 79 is given where the kind could not be found.
        "1" | "4" | "6" | "7" | "8" | "18" | "23" | "79" | "81" | "82" | "83" => {
            Employment::Ordinary
        }
        code => return Err(unknown("CdAard", code)),
    })
}

fn unknown(element: &'static str, code: &str) -> WageReturnProblem {
    WageReturnProblem::UnknownCode { element, code: Excerpt::of(code) }
}

/// The aangiftetijdvak that begins and ends on these days.
pub(super) fn period(first: Date, last: Date) -> Result<Aangiftetijdvak, WageReturnProblem> {
    let year = Year::new(first.year().into())?;
    let mut all = Aangiftetijdvak::all(year);
    let found = all.find(|period| period.first_day() == first && period.last_day() == last);
    found.ok_or(WageReturnProblem::Refused {
        element: "DatEindTv",
        reason: "no month, four weeks, half year or year has these first and last days",
    })
}

/// The day of a date, or of a date and time.
pub(super) fn day(element: &'static str, text: &str) -> Result<Date, WageReturnProblem> {
    let refused = WageReturnProblem::Refused { element, reason: "not a date such as 2026-03-31" };
    let day = text.get(..10).filter(|_| text.len() == 10 || text.as_bytes().get(10) == Some(&b'T'));
    day.and_then(|day| day.parse().ok()).ok_or(refused)
}

/// A whole number, as `AantVerlU` is.
pub(super) fn whole_hours(text: &str) -> Result<SignedHours, WageReturnProblem> {
    if text.contains('.') {
        let reason = "not a whole number of hours";
        return Err(WageReturnProblem::Refused { element: "AantVerlU", reason });
    }
    Ok(text.parse().map_err(|error: Error| error.about("AantVerlU"))?)
}

pub(super) fn amount(element: &'static str, text: &str) -> Result<NetEuro, WageReturnProblem> {
    Ok(text.parse().map_err(|error: Error| error.about(Field::new(element)))?)
}

/// An employer's number: nine digits that pass the elfproef, `L`, two digits.
pub(super) fn employer_number(text: &str) -> Result<(), WageReturnProblem> {
    let reason = "not nine digits that pass the elfproef, `L` and two digits";
    let refused = WageReturnProblem::Refused { element: "LhNr", reason };
    let Some((number, sub)) = text.split_once('L') else { return Err(refused) };
    let two_digits = sub.len() == 2 && sub.bytes().all(|byte| byte.is_ascii_digit());
    if two_digits && number.parse::<Bsn>().is_ok() { Ok(()) } else { Err(refused) }
}
