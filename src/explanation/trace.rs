//! Where the steps of a computation go. The computation is written once, over a trace: the bare
//! outcome switches it off, and the steps are then never made.

use super::step::{Explanation, Step, Term};
use super::steps::{Cite, Row};
use crate::employer::EmployerYear;
use crate::law::LegalSource;
use crate::parameters::{FigureName, Figures, Source};
use crate::unit::{Quantity, Rounding};

/// Takes the steps of a computation.
pub(crate) trait Trace {
    /// Whether steps are kept. What only a step shows is computed only then.
    fn is_kept(&self) -> bool;

    /// A step: its row, its outcome, and the formula with its numbers.
    fn step(
        &mut self,
        row: Row,
        value: impl Into<Quantity>,
        formula: impl FnOnce() -> Vec<Term>,
    ) -> Kept<'_>;
}

/// No steps.
pub(crate) struct Untraced;

impl Trace for Untraced {
    #[inline]
    fn is_kept(&self) -> bool {
        false
    }

    #[inline]
    fn step(&mut self, _: Row, _: impl Into<Quantity>, _: impl FnOnce() -> Vec<Term>) -> Kept<'_> {
        Kept(None)
    }
}

/// The steps of one employer and its figures.
pub(crate) struct Traced<'a> {
    employer: &'a EmployerYear,
    figures: &'a Figures,
    steps: Vec<Step>,
}

impl<'a> Traced<'a> {
    pub(crate) const fn new(employer: &'a EmployerYear, figures: &'a Figures) -> Self {
        Self { employer, figures, steps: Vec::new() }
    }

    pub(crate) fn explanation(self) -> Explanation {
        Explanation { steps: self.steps }
    }

    fn source(&self, cite: Cite) -> Option<Source> {
        match cite {
            Cite::Law(place) => Some(place.into()),
            Cite::Figure(FigureName::Quotumpercentage)
                if self.employer.quotumpercentage().is_some() =>
            {
                Some(Source::Employer)
            }
            Cite::Figure(name) => {
                self.figures.source(name, self.employer.year(), self.employer.sector())
            }
        }
    }
}

impl Trace for Traced<'_> {
    fn is_kept(&self) -> bool {
        true
    }

    fn step(
        &mut self,
        row: Row,
        value: impl Into<Quantity>,
        formula: impl FnOnce() -> Vec<Term>,
    ) -> Kept<'_> {
        let Row { label, rounding, cites } = row;
        let (formula, value) = (formula(), value.into());
        let sources = Vec::with_capacity(cites.len());
        let mut step = Step { label, formula, value, rounding, sources };
        for cite in cites {
            step.cite(self.source(*cite));
        }
        self.steps.push(step);
        Kept(self.steps.last_mut())
    }
}

/// A step that was kept, for what its case adds to its row.
pub(crate) struct Kept<'a>(Option<&'a mut Step>);

impl Kept<'_> {
    /// By an article that decided in this case.
    #[inline]
    pub(crate) fn by(self, place: LegalSource) {
        if let Some(step) = self.0 {
            step.cite(Some(place.into()));
        }
    }

    /// Rounded, where in this case it matters.
    #[inline]
    pub(crate) fn rounded_if(
        self,
        matters: impl FnOnce() -> bool,
        rounding: Rounding,
        place: LegalSource,
    ) {
        if let Some(step) = self.0.filter(|_| matters()) {
            step.rounding = Some(rounding);
            step.cite(Some(place.into()));
        }
    }
}
