//! One figure: its unit by its name, and the years it holds for.

use super::book::{Entry, Name};
use super::name::FigureName;
use super::published;
use crate::error::{Error, ErrorKind};
use crate::language::Phrase;
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
            (true, None) => Phrase::new("set per sector", "per sector vastgesteld"),
            (false, Some(_)) => {
                Phrase::new("the same for both sectors", "gelijk voor beide sectoren")
            }
            _ => return Ok(()),
        };
        Err(Error::new(self.word(), ErrorKind::FigureMismatch { expected }))
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
fn unit(name: FigureName, text: &str) -> (Phrase, Result<Quantity, Error>) {
    use FigureName as F;
    match name {
        F::Quotumpercentage                                        => (Phrase::new("a percentage", "een percentage"),                                   text.parse().map(Quantity::Percentage)),
        F::HoursPerJob | F::VariableC | F::VariableG               => (Phrase::new("a number of hours, at least one", "een aantal uren, minstens een"), text.parse().map(Quantity::HoursPerJob)),
        F::AverageHours | F::VariableE                             => (Phrase::new("a number of hours", "een aantal uren"),                             text.parse().map(Quantity::Hours)),
        F::ThresholdWorkers | F::SmallEmployerWages | F::VariableF => (Phrase::new("a whole number", "een geheel getal"),                               count(text).map(Quantity::Count)),
        F::LevyPerJob                                              => (Phrase::new("euros per job", "euro per baan"),                                   text.parse().map(Quantity::EuroPerJob)),
        F::LkvPerHour                                              => (Phrase::new("euros per hour", "euro per uur"),                                   text.parse().map(Quantity::EuroPerHour)),
        F::LkvMaximum                                              => (Phrase::new("euros", "euro"),                                                    text.parse().map(Quantity::Euro)),
        F::VariableA | F::VariableB | F::VariableD | F::VariableH  => (Phrase::new("a number of jobs", "een aantal banen"),                             text.parse().map(Quantity::Jobs)),
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
