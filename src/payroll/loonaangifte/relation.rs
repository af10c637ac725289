//! One inkomstenverhouding as it is read, and the record it becomes.

use std::borrow::Cow;

use jiff::civil::{Date, Time};

use super::error::WageReturnProblem;
use crate::error::Excerpt;
use crate::payroll::person::Bsn;
use crate::payroll::record::{Employment, Values};
use crate::payroll::tijdvak::Aangiftetijdvak;
use crate::unit::{NetEuro, SignedHours, Year};

/// How many inkomstenperioden an inkomstenverhouding may have: one for each day of a year.
const MOST_PERIODS: usize = 366;

/// Who an inkomstenverhouding is of, for the caller to make a key of.
///
/// The return tells its relations apart by the BSN and, only where there is none, by the personnel
/// number: a withdrawal need not give the other. So make the key of the BSN where there is one. A
/// relation first filed without a BSN and later with one then has two keys and counts twice, until
/// the first is withdrawn.
///
/// ```
/// # let message = r#"<Loonaangifte version="2.0"
/// #   xmlns="http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01">
/// #   <Bericht><DatTdAanm>2026-02-10T09:30:00</DatTdAanm></Bericht>
/// #   <AdministratieveEenheid><LhNr>111222333L01</LhNr>
/// #     <TijdvakAangifte><DatAanvTv>2026-01-01</DatAanvTv><DatEindTv>2026-01-31</DatEindTv>
/// #       <VolledigeAangifte><InkomstenverhoudingInitieel>
/// #         <NumIV>1</NumIV><DatAanv>2025-05-01</DatAanv><PersNr>17</PersNr>
/// #         <NatuurlijkPersoon><SofiNr>123456782</SofiNr></NatuurlijkPersoon>
/// #         <Inkomstenperiode><DatAanv>2026-01-01</DatAanv><SrtIV>15</SrtIV><CdAard>1</CdAard>
/// #         </Inkomstenperiode>
/// #         <Werknemersgegevens><PrlnAofAnwLg>1980.50</PrlnAofAnwLg><AantVerlU>110</AantVerlU>
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
    pub(super) ends: Option<Date>,
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

    /// Begins an inkomstenperiode.
    pub(super) fn begin_period(&mut self) -> Result<(), WageReturnProblem> {
        if self.periods.len() >= MOST_PERIODS {
            let reason = "more of them than a year has days";
            return Err(WageReturnProblem::Refused { element: "Inkomstenperiode", reason });
        }
        self.periods.push(IncomePeriod::default());
        Ok(())
    }

    /// The record's values, over those of the message.
    pub(super) fn values(&self, filing: Values) -> Result<Values, WageReturnProblem> {
        let missing = |element| WageReturnProblem::Missing { element };
        if let (Some(begins), Some(ends)) = (self.begins, self.ends) {
            if ends < begins {
                let reason = "a day before it begins";
                return Err(WageReturnProblem::Refused { element: "DatEind", reason });
            }
        }
        let decides = self.decides(filing.period)?;
        let income = decides.income.ok_or(missing("SrtIV"))?;
        // Of benefits alone hours and premium wage need not be told.
        let paid_hours = match income {
            Income::Benefit => self.paid_hours.unwrap_or_default(),
            Income::Worked | Income::Director => self.paid_hours.ok_or(missing("AantVerlU"))?,
        };
        let premium_wage = match income {
            Income::Benefit | Income::Director => self.premium_wage.unwrap_or_default(),
            Income::Worked => self.premium_wage.ok_or(missing("PrlnAofAnwLg"))?,
        };
        let kind = match income {
            Income::Benefit => Employment::Benefit,
            Income::Director => decides.employment.unwrap_or(Employment::Ordinary),
            Income::Worked => decides.employment.ok_or(missing("CdAard"))?,
        };
        self.number()?;
        Ok(Values {
            paid_hours,
            premium_wage,
            kind,
            employed_from: self.begins,
            employed_until: self.ends,
            asks_lkv: self.periods.iter().any(|income| income.asks_lkv),
            ..filing
        })
    }

    /// A withdrawal: nothing was earned, and that replaces what was filed before.
    ///
    /// Its kind is the one that is no employment: who never was employed in it decides on no other
    /// employment of the aangiftetijdvak (Wet banenafspraak 6 lid 8).
    pub(super) fn withdrawn(&self, filing: Values) -> Result<Values, WageReturnProblem> {
        self.number()?;
        Ok(Values { kind: Employment::Benefit, ..filing })
    }

    pub(super) fn number(&self) -> Result<u32, WageReturnProblem> {
        self.number.ok_or(WageReturnProblem::Missing { element: "NumIV" })
    }

    /// What the worker is on the first day of employment in the aangiftetijdvak decides for all of
    /// it (Wet banenafspraak 6 lid 8).
    fn decides(&self, period: Aangiftetijdvak) -> Result<&IncomePeriod, WageReturnProblem> {
        let first = self.begins.unwrap_or(Date::MIN).max(period.first_day());
        let begins = |income: &&IncomePeriod| income.begins.unwrap_or(Date::MIN);
        let before = self.periods.iter().filter(|income| begins(income) <= first);
        before
            .max_by_key(begins)
            .or_else(|| self.periods.iter().min_by_key(begins))
            .ok_or(WageReturnProblem::Missing { element: "Inkomstenperiode" })
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

/// An unknown code, told if it looks like one; anything else could be personal data.
fn unknown(element: &'static str, code: &str) -> WageReturnProblem {
    if (1..=2).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit()) {
        return WageReturnProblem::UnknownCode { element, code: Excerpt::of(code) };
    }
    WageReturnProblem::Refused { element, reason: "not a code of one or two digits" }
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
    moment(element, text).map(|(day, _)| day)
}

/// A date, or a date and time of which the offset is passed over: one sender has one.
pub(super) fn moment(
    element: &'static str,
    text: &str,
) -> Result<(Date, Option<Time>), WageReturnProblem> {
    let refused = WageReturnProblem::Refused { element, reason: "not a date such as 2026-03-31" };
    let Some((day, rest)) = text.split_at_checked(10) else { return Err(refused) };
    let is_day = day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let Some(day) = day.parse().ok().filter(|_| is_day) else { return Err(refused) };
    let Some(rest) = rest.strip_prefix('T') else {
        // A date may have an offset too.
        let is_offset = |byte: u8| byte.is_ascii_digit() || b":+-Z".contains(&byte);
        return if rest.bytes().all(is_offset) { Ok((day, None)) } else { Err(refused) };
    };
    let time = rest.split(['Z', '+', '-']).next().and_then(|time| time.parse().ok());
    let is_time = rest.bytes().all(|byte| byte.is_ascii_digit() || b":.+-Z".contains(&byte));
    match time {
        Some(time) if is_time => Ok((day, Some(time))),
        _ => Err(refused),
    }
}

/// A whole number, as `AantVerlU` is. A text that is none is not told: it could be personal data.
pub(super) fn whole_hours(text: &str) -> Result<SignedHours, WageReturnProblem> {
    let whole = without_padding(text).parse().ok().filter(|_| !text.contains('.'));
    let reason = "not a whole number of hours";
    whole.ok_or(WageReturnProblem::Refused { element: "AantVerlU", reason })
}

/// An amount. A text that is none is not told: it could be personal data.
pub(super) fn amount(element: &'static str, text: &str) -> Result<NetEuro, WageReturnProblem> {
    let reason = "not an amount in euros and cents";
    without_padding(text).parse().map_err(|_| WageReturnProblem::Refused { element, reason })
}

/// A number without zeros before its first digit, which XML Schema's numbers may have.
fn without_padding(text: &str) -> Cow<'_, str> {
    let (sign, digits) =
        text.split_at_checked(usize::from(text.starts_with('-'))).unwrap_or_default();
    let rest = digits.trim_start_matches('0');
    if rest.len() == digits.len() {
        return text.into();
    }
    // One zero is kept where no digit follows.
    let zero = if rest.starts_with(|first: char| first.is_ascii_digit()) { "" } else { "0" };
    format!("{sign}{zero}{rest}").into()
}

/// An employer's number: nine digits that pass the elfproef, `L`, two digits.
pub(super) fn employer_number(text: &str) -> Result<(), WageReturnProblem> {
    let reason = "not nine digits that pass the elfproef, `L` and two digits";
    let refused = WageReturnProblem::Refused { element: "LhNr", reason };
    let Some((number, sub)) = text.split_once('L') else { return Err(refused) };
    let two_digits = sub.len() == 2 && sub.bytes().all(|byte| byte.is_ascii_digit());
    if two_digits && number.parse::<Bsn>().is_ok() { Ok(()) } else { Err(refused) }
}
