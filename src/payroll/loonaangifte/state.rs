//! What was read of a message so far.

use std::collections::VecDeque;

use jiff::Timestamp;
use jiff::civil::Date;

use super::codes;
use super::element::{self, Element};
use super::error::WageReturnProblem;
use super::number::{LhNr, SofiNr};
use super::reasons;
use super::relation::{Facts, Identity, Relation};
use super::text;
use crate::error::Phrase;
use crate::payroll::tijdvak::Aangiftetijdvak;
use crate::unit::{SignedEuro, Unit as _, Year};

/// What a part of a message does with the relations of its period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PartKind {
    /// `VolledigeAangifte`: they are all there are.
    Full,
    /// `AanvullendeAangifte`: they are changed, added and withdrawn.
    Supplement,
    /// `TijdvakCorrectie`: the same, in a period of before.
    Correction,
}

/// A total of a full return beside what its relations add up to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Check {
    /// In whole euros, as reported.
    pub(super) total: Option<i64>,
    /// In cents.
    pub(super) sum: i64,
}

impl Check {
    /// The total and the sum where they differ: by a euro or more. The total is the exact sum rounded
    /// to a whole euro, up or down as the sender likes (the tax office's specifications).
    pub(super) fn difference(&self) -> Option<(SignedEuro, SignedEuro)> {
        const EURO: i64 = 100;
        // A total has at most the digits of the schema.
        let total = self.total?.saturating_mul(EURO);
        if total.abs_diff(self.sum) < EURO.unsigned_abs() {
            return None;
        }
        let bound = |cents: i64| if cents < 0 { SignedEuro::MIN } else { SignedEuro::MAX };
        let held = |cents: i64| SignedEuro::from_units(cents).unwrap_or(bound(cents));
        Some((held(total), held(self.sum)))
    }
}

/// How many periods a message may correct, by the schema.
const MOST_CORRECTIONS: u8 = 13;

/// The elements of the totals of premium wages: low, high, over benefits.
pub(super) const TOTALS: [&str; 3] = ["TotPrlnAofAnwLg", "TotPrlnAofAnwHg", "TotPrlnAofAnwUit"];

/// The values of the message, of its part and of its relation that were read last.
#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) id: String,
    pub(super) made: Option<Timestamp>,
    pub(super) lh_nr: Option<LhNr>,
    first_day: Option<Date>,
    last_day: Option<Date>,
    /// The aangiftetijdvak of both days, once something asks for it.
    period: Option<Aangiftetijdvak>,
    kind: Option<PartKind>,
    corrections: u8,
    pub(super) checks: [Check; 3],
    relation: Relation,
    /// The relations of the part that came before its period, and whether they are withdrawn.
    waiting: VecDeque<(Relation, bool)>,
    /// The year of the namespace, and the name that the request for the LKV has in the message.
    pub(super) year: u16,
    lkv: Option<Element>,
}

impl State {
    /// Who the relation is of.
    pub(super) fn identity(&self) -> Result<Identity<'_>, WageReturnProblem> {
        self.relation.identity(self.employer()?)
    }

    /// The same, without its administration, which may come later.
    pub(super) fn person(&self) -> Result<(Option<SofiNr>, Option<&str>), WageReturnProblem> {
        self.relation.person()
    }

    /// The administration.
    pub(super) fn employer(&self) -> Result<LhNr, WageReturnProblem> {
        self.lh_nr.ok_or(WageReturnProblem::Missing { element: "LhNr" })
    }

    /// When the message was made.
    pub(super) fn made(&self) -> Result<Timestamp, WageReturnProblem> {
        self.made.ok_or(WageReturnProblem::Missing { element: "DatTdAanm" })
    }

    /// The number of the relation.
    pub(super) fn number(&self) -> Result<u16, WageReturnProblem> {
        self.relation.number()
    }

    /// The kind of the part, and its period.
    pub(super) fn part(&mut self) -> Result<(PartKind, Aangiftetijdvak), WageReturnProblem> {
        let missing = |element| WageReturnProblem::Missing { element };
        let kind = self.kind.ok_or(missing("VolledigeAangifte"))?;
        let period = if let Some(period) = self.period {
            period
        } else {
            let first = self.first_day.ok_or(missing("DatAanvTv"))?;
            period(first, self.last_day.ok_or(missing("DatEindTv"))?)?
        };
        self.period = Some(period);
        Ok((kind, period))
    }

    /// Whether a relation that has ended must wait for the period of its part. Those after one that
    /// waits wait too: they keep their order.
    pub(super) fn must_wait(&self) -> bool {
        !self.waiting.is_empty() || self.first_day.is_none() || self.last_day.is_none()
    }

    /// Keeps the relation until the period of its part is known.
    pub(super) fn wait(&mut self, is_withdrawn: bool) -> Result<(), WageReturnProblem> {
        // What is none in any period does not wait.
        self.number()?;
        self.person()?;
        let mut relation = core::mem::take(&mut self.relation);
        relation.periods.shrink_to_fit();
        self.waiting.push_back((relation, is_withdrawn));
        Ok(())
    }

    /// Makes the first relation that waits the one that was read last; whether it is withdrawn.
    pub(super) fn next_waiting(&mut self) -> Option<bool> {
        let (relation, is_withdrawn) = self.waiting.pop_front()?;
        self.relation = relation;
        Some(is_withdrawn)
    }

    /// What the relation is, once it has ended.
    pub(super) fn facts(&mut self) -> Result<Facts, WageReturnProblem> {
        let (kind, period) = self.part()?;
        let facts = self.relation.facts(period)?;
        if kind == PartKind::Full {
            for (check, wage) in self.checks.iter_mut().zip(self.relation.premium_wages) {
                // A wage has ten digits: more of them than can be read fit in 64 bits.
                check.sum = check.sum.saturating_add(wage.unwrap_or_default());
            }
        }
        Ok(facts)
    }

    /// Forgets what another element of the same name said.
    pub(super) fn begin(&mut self, element: Element) -> Result<(), WageReturnProblem> {
        match element {
            Element::TijdvakAangifte | Element::TijdvakCorrectie => {
                (self.first_day, self.last_day, self.period) = (None, None, None);
                let is_correction = element == Element::TijdvakCorrectie;
                self.kind = is_correction.then_some(PartKind::Correction);
                // Far past the most it stays past the most.
                self.corrections = self.corrections.saturating_add(is_correction.into());
                if self.corrections > MOST_CORRECTIONS {
                    let reason = reasons::MORE_THAN_13;
                    return Err(WageReturnProblem::Refused { element: element.name(), reason });
                }
            }
            Element::VolledigeAangifte | Element::AanvullendeAangifte => {
                if self.kind.is_some() {
                    let reason = reasons::BESIDE_ANOTHER;
                    return Err(WageReturnProblem::Refused { element: element.name(), reason });
                }
                let is_full = element == Element::VolledigeAangifte;
                self.kind = Some(if is_full { PartKind::Full } else { PartKind::Supplement });
                self.checks = [Check::default(); 3];
            }
            Element::InkomstenverhoudingInitieel | Element::InkomstenverhoudingIntrekking => {
                self.relation = Relation::default();
            }
            Element::Inkomstenperiode => self.relation.begin_period()?,
            Element::IndAvrLkvDgBaf | Element::IndAvrLkvDgBafSb => self.name_lkv(element)?,
            _ => {}
        }
        Ok(())
    }

    /// Which of its names the request for the LKV has follows from the year; of the years between
    /// the known schemas a message has one of the two.
    fn name_lkv(&mut self, element: Element) -> Result<(), WageReturnProblem> {
        let named = element::lkv_element(self.year).or(self.lkv).unwrap_or(element);
        if named != element {
            return Err(WageReturnProblem::OtherYear {
                element: element.name(),
                year: self.year,
                instead: named.name(),
            });
        }
        self.lkv = Some(element);
        Ok(())
    }

    /// The value of an element in its parent.
    pub(super) fn set(
        &mut self,
        element: Element,
        parent: Option<Element>,
        value: &str,
    ) -> Result<(), WageReturnProblem> {
        let name = element.name();
        let refused = |reason| WageReturnProblem::Refused { element: name, reason };
        // A text that is no value is not quoted: it could be personal data.
        let day = || text::day(value).ok_or(refused(reasons::NOT_A_DATE));
        let cents = || text::cents(value).ok_or(refused(reasons::NOT_CENTS));
        let total = || text::integer(value, 10).ok_or(refused(reasons::NOT_EUROS));
        let relation = &mut self.relation;
        let [low, high, over_benefits] = &mut relation.premium_wages;
        let [total_low, total_high, total_over_benefits] = &mut self.checks;
        match (element, relation.periods.last_mut()) {
            (Element::IdBer, _) => self.id = key(value, 32).map_err(refused)?,
            (Element::DatTdAanm, _) => {
                let reason = reasons::NOT_AN_INSTANT;
                self.made = Some(text::instant(value).ok_or(refused(reason))?);
            }
            (Element::LhNr, _) => {
                let reason = reasons::NOT_A_LHNR;
                self.lh_nr = Some(LhNr::new(value).ok_or(refused(reason))?);
            }
            (Element::DatAanvTv, _) => self.first_day = Some(day()?),
            (Element::DatEindTv, _) => self.last_day = Some(day()?),
            (Element::NumIV, _) => {
                let number = text::integer(value, 4).and_then(|number| u16::try_from(number).ok());
                relation.number = Some(number.ok_or(refused(reasons::NOT_A_NUMBER))?);
            }
            (Element::PersNr, _) => relation.personnel_number = key(value, 35).map_err(refused)?,
            (Element::SofiNr, _) => {
                let reason = reasons::NOT_A_SOFINR;
                relation.bsn = Some(SofiNr::new(value).ok_or(refused(reason))?);
            }
            // Of the inkomstenperiode where it is in that, of the relation where in this.
            (Element::DatAanv, Some(income)) if parent == Some(Element::Inkomstenperiode) => {
                income.begins = Some(day()?);
            }
            (Element::DatAanv, _) => relation.begins = Some(day()?),
            (Element::DatEind, _) => relation.ends = Some(day()?),
            (Element::SrtIV, Some(income)) => income.income = Some(codes::income(value)?),
            (Element::CdAard, Some(income)) => income.employment = Some(codes::employment(value)?),
            (Element::IndAvrLkvDgBaf | Element::IndAvrLkvDgBafSb, Some(income)) => match value {
                "J" => income.asks_lkv = true,
                "N" | "" => {}
                _ => return Err(refused(reasons::NEITHER_J_NOR_N)),
            },
            (Element::PrlnAofAnwLg, _) => *low = Some(cents()?),
            (Element::PrlnAofAnwHg, _) => *high = Some(cents()?),
            (Element::PrlnAofAnwUit, _) => *over_benefits = Some(cents()?),
            (Element::TotPrlnAofAnwLg, _) => total_low.total = Some(total()?),
            (Element::TotPrlnAofAnwHg, _) => total_high.total = Some(total()?),
            (Element::TotPrlnAofAnwUit, _) => total_over_benefits.total = Some(total()?),
            (Element::AantVerlU, _) => {
                let hours = text::integer(value, 5).and_then(|hours| i32::try_from(hours).ok());
                let reason = reasons::NOT_HOURS;
                relation.paid_hours = Some(hours.ok_or(refused(reason))?);
            }
            _ => {}
        }
        Ok(())
    }

    /// Whether the inkomstenperiode that has ended is whole.
    pub(super) fn end_period(&self) -> Result<(), WageReturnProblem> {
        self.relation.end_period()
    }
}

/// A text that names something in lists and keys: of at most `most` characters, none a control
/// character.
fn key(value: &str, most: usize) -> Result<String, Phrase> {
    if value.chars().any(char::is_control) {
        return Err(reasons::CONTROL_CHARACTER);
    }
    if value.chars().count() > most {
        return Err(reasons::LONGER_THAN_ALLOWED);
    }
    Ok(value.to_owned())
}

/// The aangiftetijdvak that begins and ends on these days.
fn period(first: Date, last: Date) -> Result<Aangiftetijdvak, WageReturnProblem> {
    let year = Year::new(first.year().into())?;
    let mut all = Aangiftetijdvak::all(year);
    let found = all.find(|period| period.first_day() == first && period.last_day() == last);
    found.ok_or(WageReturnProblem::Refused { element: "DatEindTv", reason: reasons::NO_PERIOD })
}
