//! The sums of many employers.

use std::collections::BTreeMap;

use super::group::{Group, Grouping};
use super::sum::Sum;
use crate::employer::EmployerYear;
use crate::error::Error;
use crate::parameters::Figures;
use crate::regime::assess_with;
use crate::unit::{Percentage, Year};

/// A group and its sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Row {
    /// Which employers.
    pub group: Group,
    /// Their outcomes, added up.
    pub sum: Sum,
}

/// Employers added up, one at a time.
///
/// Memory grows with the groups alone: at most three a year for each percentage.
///
/// ```
/// use banenafspraak::Figures;
/// use banenafspraak::sums::{Grouping, Sums};
///
/// let mut sums = Sums::new(Grouping::ALL_TOGETHER);
/// sums.add(&banenafspraak::sample::school()?, &Figures::published())?;
/// sums.add_refused(None); // a line that could not be read
/// let sum = sums.iter().next().unwrap().sum;
/// assert_eq!((sum.employers, sum.liable, sum.not_assessed), (2, 1, 1));
/// assert_eq!((sum.quotumtekort.to_string(), sum.levy.to_string()), ("1.4".into(), "7000.00".into()));
/// assert_eq!(sum.payable.to_string(), "0.00"); // computed, and not collected
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sums {
    grouping: Grouping,
    percentages: Vec<Option<Percentage>>,
    groups: BTreeMap<Group, Sum>,
}

impl Sums {
    /// No employers yet.
    pub fn new(grouping: Grouping) -> Self {
        Self { grouping, percentages: vec![None], groups: BTreeMap::new() }
    }

    /// Under each of these quotumpercentages, in place of that of the employer and of the published
    /// one. One that occurs twice counts once; without any, employers keep their own.
    #[must_use]
    pub fn under(self, percentages: impl IntoIterator<Item = Percentage>) -> Self {
        let mut percentages: Vec<_> = percentages.into_iter().map(Some).collect();
        percentages.sort_unstable();
        percentages.dedup();
        if percentages.is_empty() {
            percentages.push(None);
        }
        Self { percentages, ..self }
    }

    /// Assesses an employer and adds its outcome to its group, under each percentage.
    ///
    /// # Errors
    ///
    /// The first error of [`assess_with`](crate::assess_with), and
    /// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) for a sum beyond the bounds of its unit.
    /// Under that percentage the employer is counted as not assessed, and is in no sum.
    pub fn add(&mut self, employer: &EmployerYear, figures: &Figures) -> Result<(), Error> {
        let mut first_error = Ok(());
        for percentage in &self.percentages {
            let (year, sector) = (Some(employer.year()), Some(employer.sector()));
            let group = Group::of(self.grouping, *percentage, year, sector);
            let sum = self.groups.entry(group).or_default();
            let outcome = match percentage {
                None => assess_with(employer, figures),
                Some(percentage) => {
                    assess_with(&employer.clone().with_quotumpercentage(*percentage), figures)
                }
            };
            match outcome.and_then(|outcome| sum.with(&outcome)) {
                Ok(with_outcome) => *sum = with_outcome,
                Err(error) => {
                    sum.refuse();
                    first_error = first_error.and(Err(error));
                }
            }
        }
        first_error
    }

    /// Counts an input that could not be read, with its year if that is known.
    pub fn add_refused(&mut self, year: Option<Year>) {
        for percentage in &self.percentages {
            let group = Group::of(self.grouping, *percentage, year, None);
            self.groups.entry(group).or_default().refuse();
        }
    }

    /// What employers are grouped by.
    pub const fn grouping(&self) -> Grouping {
        self.grouping
    }

    /// The groups in order, each with its sum.
    pub fn iter(&self) -> impl Iterator<Item = Row> {
        self.groups.iter().map(|(group, sum)| Row { group: *group, sum: *sum })
    }
}
