//! What counts of an employer's messages, and its totals.

use core::fmt;
use std::collections::BTreeMap;

use super::message::Kept;
use super::names::Names;
use super::note::Note;
use super::number::{FiscalNumber, LhNr, SofiNr};
use super::relation::Identity;
use crate::payroll::accumulator::Payroll;
use crate::payroll::coverage::Covered;
use crate::payroll::lending::Attributions;
use crate::payroll::mismatch::Mismatch;
use crate::payroll::record::Values;
use crate::payroll::register::Register;
use crate::payroll::tijdvak::Aangiftetijdvak;
use crate::payroll::totals::EmployerTotals;
use crate::unit::Year;

/// The relations that count of an employer's messages, as [`EmployerReturns`](super::EmployerReturns)
/// puts them together.
#[non_exhaustive]
pub struct Settled {
    /// What the reader of a list should know of the messages.
    pub notes: Vec<Note>,
    /// How many relations were of other years than the year and the two before.
    pub skipped: u64,
    year: Year,
    employer: FiscalNumber,
    pub(super) names: Names,
    /// By administration and period.
    pub(super) relations: Vec<(LhNr, Aangiftetijdvak, Vec<Kept>)>,
    pub(super) covered: BTreeMap<LhNr, Covered>,
    pub(super) replaced: usize,
}

impl fmt::Debug for Settled {
    /// Nothing of the relations: they are personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settled").field("notes", &self.notes).finish_non_exhaustive()
    }
}

impl Settled {
    pub(super) fn new(year: Year, employer: FiscalNumber) -> Self {
        Self {
            notes: Vec::new(),
            skipped: 0,
            year,
            employer,
            names: Names::default(),
            relations: Vec::new(),
            covered: BTreeMap::new(),
            replaced: 0,
        }
    }

    /// The totals of the employer: its administrations add up. Its key is the fiscal number.
    ///
    /// `person` makes the key of a person, by which the register and the attributions know it, of
    /// the identity in a return; [`Identity::key`] is the contract's. It is called once for each
    /// identity. Of several relations of one person in one period the first day of employment decides
    /// on the wage base (Wet banenafspraak 6 lid 8), whatever administrations they are of.
    ///
    /// # Errors
    ///
    /// A [`Mismatch`], as [`Payroll::totals`].
    pub fn totals(
        self,
        register: &Register,
        attributions: &Attributions,
        mut person: impl FnMut(Identity<'_>) -> String,
    ) -> Result<EmployerTotals, Mismatch> {
        let mut payroll = Payroll::with_corrections(self.year, register);
        let employer = self.employer.as_str();
        let mut administrations: BTreeMap<LhNr, u32> = BTreeMap::new();
        for (lh_nr, period, relations) in self.relations {
            let next = u32::try_from(administrations.len()).unwrap_or(u32::MAX);
            let administration = *administrations.entry(lh_nr).or_insert(next);
            for Kept { facts, bsn, personnel_number, number, .. } in relations {
                let Some(facts) = facts else { continue };
                let key = person(Identity {
                    lh_nr,
                    bsn: bsn.and_then(SofiNr::unpacked),
                    personnel_number: personnel_number.and_then(|name| self.names.get(name)),
                });
                let relation = administration.saturating_mul(10_000).saturating_add(number.into());
                let values = Values { relation, ..Values::new(period) };
                // Hours and wages of ten digits are within their bounds.
                let Ok(values) = facts.over(values) else { continue };
                payroll.add(&values.of(employer, &key));
            }
        }
        let totals = payroll.totals(employer, attributions)?;
        Ok(EmployerTotals { replaced: self.replaced, ..totals })
    }
}
