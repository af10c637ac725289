//! What a message has told so far, and the records it becomes.

use jiff::civil::{Date, Time};

use super::element::Element;
use super::error::WageReturnProblem;
use super::relation::{self, Identity, Relation};
use crate::error::{Error, Field};
use crate::payroll::record::Values;
use crate::payroll::tijdvak::Aangiftetijdvak;

/// The values of the message, of its aangiftetijdvak and of its relation that were read last.
#[derive(Debug, Default)]
pub(super) struct Message {
    filed_on: Option<Date>,
    filed_at: Option<Time>,
    employer: String,
    first_day: Option<Date>,
    last_day: Option<Date>,
    /// The aangiftetijdvak of both days, once a relation asks for it.
    period: Option<Aangiftetijdvak>,
    relation: Relation,
}

impl Message {
    /// The employer's number.
    pub(super) fn employer(&self) -> &str {
        &self.employer
    }

    /// Who the relation is of.
    pub(super) fn identity(&self) -> Result<Identity<'_>, WageReturnProblem> {
        self.relation.identity()
    }

    /// Forgets what another element of the same name told.
    pub(super) fn begin(&mut self, element: Element) -> Result<(), WageReturnProblem> {
        match element {
            Element::AdministratieveEenheid => self.employer.clear(),
            Element::TijdvakAangifte | Element::TijdvakCorrectie => {
                (self.first_day, self.last_day, self.period) = (None, None, None);
            }
            Element::InkomstenverhoudingInitieel | Element::InkomstenverhoudingIntrekking => {
                self.relation = Relation::default();
            }
            Element::Inkomstenperiode => self.relation.begin_period()?,
            _ => {}
        }
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
        let relation = &mut self.relation;
        match (element, relation.periods.last_mut()) {
            (Element::DatTdAanm, _) => {
                let (day, time) = relation::moment(name, value)?;
                (self.filed_on, self.filed_at) = (Some(day), time);
            }
            (Element::LhNr, _) => {
                relation::employer_number(value)?;
                value.clone_into(&mut self.employer);
            }
            (Element::DatAanvTv, _) => self.first_day = Some(relation::day(name, value)?),
            (Element::DatEindTv, _) => self.last_day = Some(relation::day(name, value)?),
            (Element::NumIV, _) => {
                let number = value.parse().map_err(|_| refused("not a whole number"))?;
                relation.number = Some(number);
            }
            (Element::PersNr, _) => value.clone_into(&mut relation.personnel_number),
            (Element::SofiNr, _) => {
                let field = Field::new("SofiNr");
                let bsn = value.parse().map_err(|error: Error| error.about(field))?;
                relation.bsn = Some(bsn);
            }
            // Of the inkomstenperiode where it stands in that, of the relation where in this.
            (Element::DatAanv, Some(income)) if parent == Some(Element::Inkomstenperiode) => {
                income.begins = Some(relation::day(name, value)?);
            }
            (Element::DatAanv, _) => relation.begins = Some(relation::day(name, value)?),
            (Element::DatEind, _) => relation.ends = Some(relation::day(name, value)?),
            (Element::SrtIV, Some(income)) => income.income = Some(relation::income(value)?),
            (Element::CdAard, Some(income)) => {
                income.employment = Some(relation::employment(value)?);
            }
            (Element::IndAvrLkvDgBafSb, Some(income)) => match value {
                "J" => income.asks_lkv = true,
                "N" | "" => {}
                _ => return Err(refused("neither J nor N")),
            },
            (Element::PrlnAofAnwLg | Element::PrlnAofAnwHg | Element::PrlnAofAnwUit, _) => {
                let wage = relation.premium_wage.unwrap_or_default();
                relation.premium_wage = Some(wage.plus(relation::amount(name, value)?)?);
            }
            (Element::AantVerlU, _) => relation.paid_hours = Some(relation::whole_hours(value)?),
            _ => {}
        }
        Ok(())
    }

    /// The number of the relation, in decimal digits.
    pub(super) fn relation_key(&self) -> String {
        self.relation.number().map_or_else(|_| String::new(), |number| number.to_string())
    }

    /// The record of the relation.
    pub(super) fn relation(&mut self) -> Result<Values, WageReturnProblem> {
        let filing = self.filing()?;
        self.relation.values(filing)
    }

    /// The record that takes the relation back.
    pub(super) fn withdrawal(&mut self) -> Result<Values, WageReturnProblem> {
        let filing = self.filing()?;
        self.relation.withdrawn(filing)
    }

    /// What all records of the aangiftetijdvak share.
    fn filing(&mut self) -> Result<Values, WageReturnProblem> {
        let missing = |element| WageReturnProblem::Missing { element };
        if self.employer.is_empty() {
            return Err(missing("LhNr"));
        }
        // Without it no correction could be told from what it corrects.
        let filed_on = Some(self.filed_on.ok_or(missing("DatTdAanm"))?);
        let period = if let Some(period) = self.period {
            period
        } else {
            let first = self.first_day.ok_or(missing("DatAanvTv"))?;
            relation::period(first, self.last_day.ok_or(missing("DatEindTv"))?)?
        };
        self.period = Some(period);
        Ok(Values { filed_on, filed_at: self.filed_at, ..Values::new(period) })
    }
}
