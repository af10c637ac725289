//! The way into both laws: an employer and year in, an assessment out.

use super::{quotumheffing, wet_banenafspraak};
use crate::assessment::Assessment;
use crate::employer::EmployerYear;
use crate::error::Error;
use crate::explanation::{Explanation, Trace, Traced, Untraced};
use crate::parameters::Figures;

/// Assesses one employer and year by the published figures.
///
/// ```
/// use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
///
/// let year = Year::new(2026)?;
/// let employer = EmployerYear::new(
///     year,
///     Sector::Overheid,
///     HoursBase::new(Hours::whole(180_000)),
///     DoelgroepHours::new(Hours::whole(2_662)),
/// )?
/// .with_previous_year(HoursBase::new(Hours::whole(178_000)));
/// let outcome = assess(&employer)?;
/// println!("{outcome}");
/// assert_eq!(outcome.quota().unwrap().quotumtekort().to_string(), "1.4");
/// assert_eq!(outcome.payable().word(), "computed_only");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
///
/// # Errors
///
/// [`ErrorKind::UnknownFigure`](crate::ErrorKind::UnknownFigure) where another figure of the year than the quotumpercentage is not known;
/// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) for an employer that began after the year; a quantity beyond its bounds.
/// Without a quotumpercentage, what depends on it is left out: see [`Assessment::unknown`].
#[inline]
pub fn assess(employer: &EmployerYear) -> Result<Assessment, Error> {
    assess_with(employer, &Figures::published())
}

/// Assesses one employer and year by a caller's own set of figures.
///
/// ```
/// use banenafspraak::unit::EuroPerJob;
/// use banenafspraak::{Figure, FigureName, Figures, assess_with};
///
/// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
/// let year = employer.year();
/// let rate: EuroPerJob = "6000".parse()?;
/// let scenario = Figure::given(FigureName::LevyPerJob, None, year, rate, "scenario")?;
/// let outcome = assess_with(&employer, &Figures::published().with(scenario))?;
/// assert_eq!(outcome.decision().unwrap().quotumheffing.to_string(), "8400.00"); // 1.4 x 6,000
/// # Ok::<(), banenafspraak::Error>(())
/// ```
///
/// # Errors
///
/// As [`assess`].
#[inline]
pub fn assess_with(employer: &EmployerYear, figures: &Figures) -> Result<Assessment, Error> {
    run(employer, figures, &mut Untraced)
}

impl Assessment {
    /// The steps that led to the outcome, made by the very code that computed it.
    ///
    /// ```
    /// use banenafspraak::assess;
    ///
    /// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
    /// let text = assess(&employer)?.explanation().to_string();
    /// assert!(text.contains("= (4,644.00 - 2,662.00) / 1,331.00, rounded down to 1 decimal"));
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn explanation(&self) -> Explanation {
        let mut trace = Traced::new(&self.employer, &self.figures);
        // The same inputs were assessed before without an error.
        let _ = run(&self.employer, &self.figures, &mut trace);
        trace.explanation()
    }
}

#[inline]
fn run(
    employer: &EmployerYear,
    figures: &Figures,
    trace: &mut impl Trace,
) -> Result<Assessment, Error> {
    match employer.scheme() {
        None => quotumheffing::assess(employer, figures, trace),
        Some(scheme) => wet_banenafspraak::assess(employer, scheme, figures, trace),
    }
}
