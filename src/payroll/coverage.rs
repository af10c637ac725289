//! The days that wage returns cover, per administration: is the year whole?

use std::sync::Arc;

use jiff::civil::Date;

use super::sums::{Years, years_back};
use super::tijdvak::Aangiftetijdvak;
use crate::employer::{Coverage, Missing};
use crate::unit::Year;

/// The aangiftetijdvakken of one administration that its returns cover.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Covered {
    /// A bit for each aangiftetijdvak by its place, of the year and of the two before.
    years: Years<u32>,
}

/// The first and the last day as an employer, where they are known: outside them no days are
/// missing.
///
/// ```
/// use banenafspraak::Year;
/// use banenafspraak::payroll::{Attributions, EmployerDays, Entry, Payroll, Record, Register};
///
/// let register = Register::new();
/// let mut payroll = Payroll::new(Year::new(2026)?, register);
/// payroll.add(&Record::new("bakery", "p-17", Entry::new("2026-h2".parse()?)));
/// let none = Attributions::new();
/// let all_year = payroll.totals("bakery", &none).unwrap();
/// assert_eq!(all_year.coverage.complete, Some(false));
/// let days = EmployerDays { from: "2026-07-01".parse().ok(), until: None };
/// let since_july = payroll.totals_within("bakery", days, &none).unwrap();
/// assert_eq!(since_july.coverage.complete, Some(true));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "plain data")]
pub struct EmployerDays {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

impl Covered {
    /// Adds an aangiftetijdvak, `before` years before the year itself.
    #[inline]
    pub(super) fn add(&mut self, before: usize, period: Aangiftetijdvak) {
        if let Some(periods) = self.years.get_mut(before) {
            *periods |= 1 << period.place();
        }
    }

    /// The same, with more aangiftetijdvakken: a bit each, by year as counted backwards.
    pub(super) fn with(mut self, more: Years<u32>) -> Self {
        for (periods, more) in self.years.iter_mut().zip(more) {
            *periods |= more;
        }
        self
    }

    /// Adds what another part of the same administration covers.
    pub(super) fn merge(&mut self, other: Self) {
        for (periods, more) in self.years.iter_mut().zip(other.years) {
            *periods |= more;
        }
    }

    /// The first aangiftetijdvak, of the latest year, in which it was no employer on any day.
    pub(super) fn outside(self, year: Year, days: EmployerDays) -> Option<Aangiftetijdvak> {
        let years = self.years.iter().enumerate();
        let mut periods = years.flat_map(|(before, periods)| {
            let all = years_back(year, before).map(Aangiftetijdvak::all);
            all.into_iter().flatten().filter(move |period| periods >> period.place() & 1 == 1)
        });
        periods.find(|period| {
            days.from.is_some_and(|from| period.last_day() < from)
                || days.until.is_some_and(|until| period.first_day() > until)
        })
    }

    /// Whether it covers a day of a year.
    pub(super) fn any(self, before: usize) -> bool {
        self.years.get(before).is_some_and(|periods| *periods != 0)
    }

    /// The runs of days between two days of a year that it does not cover, in order.
    fn gaps(self, before: usize, year: Year, (first, last): (Date, Date)) -> Vec<(Date, Date)> {
        let periods = self.years.get(before).copied().unwrap_or_default();
        let seen = Aangiftetijdvak::all(year).filter(|period| periods >> period.place() & 1 == 1);
        let mut seen: Vec<_> = seen.map(|period| (period.first_day(), period.last_day())).collect();
        seen.sort_unstable();
        let mut gaps = Vec::new();
        // The first day that nothing before it covers; `None` after the last day.
        let mut open = Some(first);
        for (from, until) in seen {
            let Some(uncovered) = open.filter(|day| *day <= last) else { break };
            if from > uncovered {
                let gap_ends = from.yesterday().map_or(last, |day| day.min(last));
                gaps.push((uncovered, gap_ends));
            }
            if until >= uncovered {
                open = until.tomorrow().ok();
            }
        }
        gaps.extend(open.filter(|day| *day <= last).map(|day| (day, last)));
        gaps
    }
}

impl EmployerDays {
    /// The days of a year on which it was an employer.
    pub(super) fn within(self, year: Year) -> Option<(Date, Date)> {
        let first = self.from.map_or(year.first_day(), |from| from.max(year.first_day()));
        let last = self.until.map_or(year.last_day(), |until| until.min(year.last_day()));
        (first <= last).then_some((first, last))
    }
}

/// The first days of the second year before that no administration covers, `None` if all are; an
/// administration without a return of that year was perhaps none yet.
pub(super) fn missing_two_years_before(
    year: Year,
    days: EmployerDays,
    administrations: &[(Option<Arc<str>>, Covered)],
) -> Option<(Date, Date)> {
    const BEFORE: usize = 2;
    let year = years_back(year, BEFORE)?;
    let within = days.within(year)?;
    let returned = administrations.iter().filter(|(_, covered)| covered.any(BEFORE));
    let gaps = returned.map(|(_, covered)| covered.gaps(BEFORE, year, within));
    let gaps = gaps.reduce(|all, more| [all, more].concat());
    gaps.map_or(Some(within), |gaps| gaps.into_iter().min())
}

/// The coverage of an employer's year by its administrations. One without a single return covers
/// nothing.
pub(super) fn coverage(
    year: Year,
    days: EmployerDays,
    administrations: &[(Option<Arc<str>>, Covered)],
) -> Coverage {
    let nothing = [(None, Covered::default())];
    let administrations = if administrations.is_empty() { &nothing } else { administrations };
    let missing = |before: usize, year: Year| {
        let within = days.within(year);
        let of_all = administrations.iter().flat_map(move |(administration, covered)| {
            let gaps = within.map(|within| covered.gaps(before, year, within));
            gaps.unwrap_or_default().into_iter().map(|(from, until)| Missing {
                administration: administration.clone(),
                from,
                until,
            })
        });
        of_all.collect::<Vec<_>>()
    };
    let of_year = missing(0, year);
    let of_year_before = year.previous().map(|before| missing(1, before)).unwrap_or_default();
    let first_gap = of_year.iter().map(|run| run.from).min();
    let hours_until = first_gap
        .zip(days.within(year))
        .filter(|(gap, (first, _))| gap > first)
        .and_then(|(gap, _)| gap.yesterday().ok());
    Coverage {
        complete: Some(of_year.is_empty()),
        previous_year_complete: Some(of_year_before.is_empty()),
        hours_until,
        missing: of_year_before.into_iter().chain(of_year).collect(),
    }
}
