//! The report, built from assessments.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::facts::Facts;
use super::page;
use super::people::People;
use crate::assessment::Assessment;
use crate::error::Error;
use crate::language::Language;
use crate::parameters::Figures;
use crate::planning::RestOfYear;
use crate::unit::{HoursPerWeek, Percentage, Year};

/// One employer's report: the outcome of its last year, the path over the years, what to do next and
/// the explanation.
///
/// ```
/// use banenafspraak::report::Report;
/// use banenafspraak::{Language, assess};
///
/// let outcome = [assess(&banenafspraak::sample::school()?)?];
/// let report = Report::new(&outcome)
///     .expect("a year")
///     .in_language(Language::Nl)
///     .with_name("Basisschool De Brug")
///     .with_date("2027-03-01".parse().unwrap())
///     .with_people("24".parse()?, "2026-09-01".parse().unwrap())?
///     .assuming_next_year(&["2.6".parse()?]);
/// assert!(report.html().starts_with("<!DOCTYPE html>"));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report<'a>(Facts<'a>);

impl<'a> Report<'a> {
    /// The report of an employer's years, in any order; `None` without a year.
    ///
    /// The last year is reported. Of two assessments of one year, the later in the list counts.
    pub fn new(years: &'a [Assessment]) -> Option<Self> {
        let years: BTreeMap<Year, _> = years.iter().map(|year| (year.year(), Ok(year))).collect();
        let outcome = years.values().next_back()?.as_ref().ok()?;
        Some(Self(Facts {
            language: Language::En,
            name: None,
            date: None,
            outcome,
            years,
            unread: Vec::new(),
            people: None,
            percentages: Vec::new(),
            figures: Figures::published(),
        }))
    }

    /// The year that is reported: the last one.
    pub fn year(&self) -> Year {
        self.0.outcome.year()
    }

    /// The language; without it English.
    #[must_use]
    pub fn in_language(mut self, language: Language) -> Self {
        self.0.language = language;
        self
    }

    /// The employer's name, as the heading and in the footer of each page on paper. A name of spaces
    /// is none.
    #[must_use]
    pub fn with_name(mut self, name: &'a str) -> Self {
        self.0.name = Some(name).filter(|name| !name.trim().is_empty());
        self
    }

    /// The date of the report; without it none is written.
    #[must_use]
    pub fn with_date(mut self, date: Date) -> Self {
        self.0.date = Some(date);
        self
    }

    /// A year that could not be assessed, or an input of an unknown year, and why: it is shown as a gap
    /// in its place. An assessed year stays as it is.
    #[must_use]
    pub fn with_refused(mut self, year: Option<Year>, why: impl Into<String>) -> Self {
        match year {
            Some(year) => drop(self.0.years.entry(year).or_insert_with(|| Err(why.into()))),
            None => self.0.unread.push(why.into()),
        }
        self
    }

    /// The figures with which the years were assessed, where they are not the published ones.
    #[must_use]
    pub fn with_figures(mut self, figures: Figures) -> Self {
        self.0.figures = figures;
        self
    }

    /// Shows how many people of these hours a week close the gap, if they come on a day of the
    /// reported year.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotInYear`](crate::error::kind::ErrorKind::NotInYear) for a day of another year.
    pub fn with_people(mut self, week: HoursPerWeek, from: Date) -> Result<Self, Error> {
        self.0.people = Some(People { week, rest: RestOfYear::new(self.year(), from)? });
        Ok(self)
    }

    /// Quotumpercentages to assume for the year after the reported one.
    #[must_use]
    pub fn assuming_next_year(mut self, percentages: &[Percentage]) -> Self {
        percentages.clone_into(&mut self.0.percentages);
        self
    }

    /// The page: HTML that needs no script, no network and no other file, for a screen, a phone and A4.
    ///
    /// It is well-formed XML as well; every text from outside is escaped.
    pub fn html(&self) -> String {
        page::page(&self.0)
    }
}
