//! One figure: its unit by its name, and the years it holds for.

use super::book::{Entry, Name};
use super::name::FigureName;
use super::published;
use crate::error::Error;
use crate::law::Sector;
use crate::unit::{Quantity, Year, count};

impl Name for FigureName {
    type Value = Quantity;
    const MANY_YEARS: bool = true;

    fn word(self) -> &'static str {
        self.word()
    }

    fn parse(self, text: &str) -> Result<Quantity, Error> {
        unit(self, text).1
    }

    /// A value of this figure's unit, and a sector where it is set for each apart.
    fn check(self, sector: Option<Sector>, value: Quantity) -> Result<(), Error> {
        let (unit, read) = unit(self, &value.to_string());
        let expected = match (self.per_sector(), sector) {
            _ if read != Ok(value) => unit,
            (true, None) => "set per sector",
            (false, Some(_)) => "the same for both sectors",
            _ => return Ok(()),
        };
        Err(Error::FigureMismatch { figure: self.word(), expected })
    }

    fn all_published() -> impl Iterator<Item = Figure> {
        published::all()
    }

    fn published(self, year: Year, sector: Option<Sector>) -> Option<Figure> {
        published::figure(self, year, sector)
    }
}

/// What the values of a name are, and a text read as one.
#[rustfmt::skip]
fn unit(name: FigureName, text: &str) -> (&'static str, Result<Quantity, Error>) {
    use FigureName as F;
    match name {
        F::Quotumpercentage                                        => ("a percentage",                    text.parse().map(Quantity::Percentage)),
        F::HoursPerJob | F::VariableC | F::VariableG               => ("a number of hours, at least one", text.parse().map(Quantity::HoursPerJob)),
        F::AverageHours | F::VariableE                             => ("a number of hours",               text.parse().map(Quantity::Hours)),
        F::ThresholdWorkers | F::SmallEmployerWages | F::VariableF => ("a whole number",                  count(text).map(Quantity::Count)),
        F::LevyPerJob                                              => ("euros per job",                   text.parse().map(Quantity::EuroPerJob)),
        F::LkvPerHour                                              => ("euros per hour",                  text.parse().map(Quantity::EuroPerHour)),
        F::LkvMaximum                                              => ("euros",                           text.parse().map(Quantity::Euro)),
        F::VariableA | F::VariableB | F::VariableD | F::VariableH  => ("a number of jobs",                text.parse().map(Quantity::Jobs)),
    }
}

/// A figure for one year or for all years from one on, with its source.
///
/// ```
/// use banenafspraak::{FigureName, Figures, Sector, Year};
///
/// let year = Year::new(2026)?;
/// let figure = Figures::published().figure(FigureName::Quotumpercentage, year, Sector::Overheid)?;
/// assert_eq!(figure.name(), FigureName::Quotumpercentage);
/// assert_eq!((figure.first_year(), figure.last_year()), (year, Some(year)));
/// assert_eq!(figure.sector(), Some(Sector::Overheid));
/// assert_eq!(figure.value().to_string(), "2.58");
/// assert_eq!(figure.provenance().word(), "published");
/// assert_eq!(figure.source().to_string(), "Regeling Wfsv 3.37 lid 17");
/// assert_eq!(
///     figure.to_string(),
///     "quotumpercentage overheid 2026 2026 2.58 published Regeling Wfsv 3.37 lid 17"
/// );
/// # Ok::<(), banenafspraak::Error>(())
/// ```
pub type Figure = Entry<FigureName>;

impl Figure {
    /// The first year it holds for.
    pub fn first_year(&self) -> Year {
        self.from
    }

    /// The last year it holds for; `None` for standing law.
    pub fn last_year(&self) -> Option<Year> {
        self.until
    }
}
