//! The quotumpercentage from its variables (Wfsv 38f lid 2).

use super::figures::Figures;
use super::name::FigureName;
use crate::error::Error;
use crate::law::Sector;
use crate::unit::{Exact, Hours, HoursPerJob, Jobs, Of as _, Percentage, Ratio, Year};

/// The variables of Wfsv 38f lid 2 for a sector and year.
///
/// ```
/// use banenafspraak::law::rounding::QUOTUMPERCENTAGE_AS_PUBLISHED;
/// use banenafspraak::parameters::QuotumpercentageVariables;
/// use banenafspraak::{Figures, Sector, Year};
///
/// let year = Year::new(2026)?;
/// let variables =
///     QuotumpercentageVariables::of(&Figures::published(), year, Sector::Overheid, None)?;
/// let derived = variables.quotumpercentage()?.rounded(QUOTUMPERCENTAGE_AS_PUBLISHED)?;
/// assert_eq!(derived.to_string(), "2.58");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuotumpercentageVariables {
    /// Jobs in the nulmeting at liable employers.
    pub a: Jobs,
    /// Extra jobs agreed for the year.
    pub b: Jobs,
    /// Average paid hours of a doelgroep job.
    pub c: HoursPerJob,
    /// Jobs at liable employers.
    pub d: Jobs,
    /// Average paid hours of a worker.
    pub e: Hours,
    /// People of Wfsv 38b lid 2.
    pub f: u32,
    /// Average paid hours of those people.
    pub g: HoursPerJob,
    /// Extra jobs at employers below the threshold; negative as published.
    pub h: Jobs,
}

impl QuotumpercentageVariables {
    /// The variables that are known; `d` is used where the caller has a D of its own.
    ///
    /// Where no H was published (before 2020, and for the market) it is zero, as the formula
    /// without it reads; set the field to use one of your own.
    ///
    /// ```
    /// use banenafspraak::law::rounding::QUOTUMPERCENTAGE_BY_STATUTE;
    /// use banenafspraak::parameters::QuotumpercentageVariables;
    /// use banenafspraak::{Figures, Jobs, Sector, Year};
    ///
    /// let (figures, year) = (Figures::published(), Year::new(2026)?);
    /// let of_market = |d| QuotumpercentageVariables::of(&figures, year, Sector::Markt, d);
    /// assert_eq!(of_market(None).unwrap_err().field().as_deref(), Some("variable_d"));
    /// // (35,927 + 100,000 + 5,578) x 1,331 / (6,000,000 x 1,623)
    /// let percentage = of_market(Some(Jobs::whole(6_000_000)))?.quotumpercentage()?;
    /// assert_eq!(percentage.rounded(QUOTUMPERCENTAGE_BY_STATUTE)?.to_string(), "1.93");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnknownFigure`](crate::ErrorKind::UnknownFigure) for a variable that is not known, such as D for the market.
    pub fn of(
        figures: &Figures,
        year: Year,
        sector: Sector,
        d: Option<Jobs>,
    ) -> Result<Self, Error> {
        Ok(Self {
            a: figures.value(FigureName::VariableA, year, sector)?,
            b: figures.value(FigureName::VariableB, year, sector)?,
            c: figures.value(FigureName::VariableC, year, sector)?,
            d: d.map_or_else(|| figures.value(FigureName::VariableD, year, sector), Ok)?,
            e: figures.value(FigureName::VariableE, year, sector)?,
            f: figures.value(FigureName::VariableF, year, sector)?,
            g: figures.value(FigureName::VariableG, year, sector)?,
            h: figures.known(FigureName::VariableH, year, sector).map_or(Jobs::ZERO, |(h, _)| h),
        })
    }

    /// ((A + B - H) x C + F x G) / (D x E) x 100 %, exactly.
    ///
    /// ```
    /// use banenafspraak::parameters::QuotumpercentageVariables;
    /// use banenafspraak::unit::Rounding;
    /// use banenafspraak::{Figures, Jobs, Sector, Year};
    ///
    /// let (figures, year) = (Figures::published(), Year::new(2026)?);
    /// let variables = QuotumpercentageVariables::of(&figures, year, Sector::Overheid, None)?;
    /// let exact = variables.quotumpercentage()?;
    /// assert_eq!(exact.rounded(Rounding::down(4))?.to_string(), "2.5839");
    /// let without_jobs = QuotumpercentageVariables { d: Jobs::ZERO, ..variables };
    /// assert_eq!(without_jobs.quotumpercentage().unwrap_err().code(), "overflow");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Overflow`](crate::ErrorKind::Overflow) if the fraction is negative, has no positive denominator, or is too
    /// large to hold.
    #[expect(clippy::many_single_char_names, reason = "the letters of Wfsv 38f")]
    pub fn quotumpercentage(&self) -> Result<Exact<Percentage>, Error> {
        let [a, b, d, h] = [self.a, self.b, self.d, self.h].map(Ratio::from);
        let [c, g] = [self.c, self.g].map(Ratio::from);
        let (e, f) = (Ratio::from(self.e), Ratio::from(self.f));
        Percentage::of(((a + b - h) * c + f * g) / (d * e))
    }
}
