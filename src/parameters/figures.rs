//! The set of figures: the published ones and a caller's own over them.

use core::fmt;

use sha2::{Digest as _, Sha256};

use super::book::Book;
use super::figure::Figure;
use super::name::FigureName;
use super::provenance::{Known, Source};
use super::published;
use crate::error::Error;
use crate::law::Sector;
use crate::unit::{Quantity, Year};

/// The figures an assessment rests on: the published ones, and any the caller added.
///
/// A caller's figure wins over a published one, the latest added over an earlier one. Cloning is
/// cheap.
///
/// ```
/// use banenafspraak::{Figure, FigureName, Figures, Percentage, Sector, Year};
///
/// let year = Year::new(2027)?;
/// let percentage: Percentage = "2.49".parse()?;
/// let sector = Some(Sector::Overheid);
/// let figure = Figure::given(FigureName::Quotumpercentage, sector, year, percentage, "draft")?;
/// let figures = Figures::published().with(figure);
/// assert_eq!(figures.quotumpercentage(year, Sector::Overheid)?, percentage);
/// assert_eq!((figures.own().len(), Figures::published().own().len()), (1, 0));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
pub type Figures = Book<FigureName>;

impl Figures {
    /// The figure with its source.
    ///
    /// ```
    /// use banenafspraak::{FigureName, Figures, Sector, Year};
    ///
    /// let (figures, year) = (Figures::published(), Year::new(2026)?);
    /// let figure = figures.figure(FigureName::HoursPerJob, year, Sector::Markt)?;
    /// assert_eq!(figure.value().to_string(), "1331");
    /// assert_eq!(figure.source().to_string(), "Regeling Wfsv 3.32");
    /// let error = figures.figure(FigureName::VariableD, year, Sector::Markt).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "variable_d: not known for sector markt in 2026; give one of your own"
    /// );
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnknownFigure`](crate::ErrorKind::UnknownFigure) where none is known: nothing carries another year's figure over.
    pub fn figure(&self, name: FigureName, year: Year, sector: Sector) -> Result<Figure, Error> {
        self.entry(name, year, sector_of(name, sector))
    }

    /// Where the figure comes from.
    pub(crate) fn source(&self, name: FigureName, year: Year, sector: Sector) -> Option<Source> {
        self.figure(name, year, sector).map(|figure| figure.source().clone()).ok()
    }

    /// The quotumpercentage of a sector and year.
    ///
    /// ```
    /// use banenafspraak::{ErrorKind, Figures, Sector, Year};
    ///
    /// let (figures, year) = (Figures::published(), Year::new(2026)?);
    /// assert_eq!(figures.quotumpercentage(year, Sector::Overheid)?.to_string(), "2.58");
    /// // None was ever published for the market.
    /// let error = figures.quotumpercentage(year, Sector::Markt).unwrap_err();
    /// assert!(matches!(error.kind(), ErrorKind::UnknownFigure { year: 2026, .. }));
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnknownFigure`](crate::ErrorKind::UnknownFigure) where none is known.
    pub fn quotumpercentage(
        &self,
        year: Year,
        sector: Sector,
    ) -> Result<crate::unit::Percentage, Error> {
        self.value(FigureName::Quotumpercentage, year, sector)
    }

    /// A SHA-256 fingerprint of the whole set: the digest of [`Figures`] as text, in hexadecimal.
    ///
    /// The same figures have the same fingerprint on every machine and in every release.
    ///
    /// ```
    /// use banenafspraak::Figures;
    ///
    /// let figures = Figures::published();
    /// assert_eq!(figures.fingerprint().len(), 64);
    /// // Anyone can check it: `sha256sum` of the text gives the same.
    /// assert!(figures.to_string().starts_with("hours_per_job - 2017 - 1331 published Regeling Wfsv 3.32"));
    /// ```
    pub fn fingerprint(&self) -> String {
        let digest = Sha256::digest(self.to_string());
        format!("{digest:x}")
    }

    /// A value in its unit, without its source: what the computation needs.
    #[inline]
    pub(crate) fn value<T: TryFrom<Quantity>>(
        &self,
        name: FigureName,
        year: Year,
        sector: Sector,
    ) -> Result<T, Error> {
        self.known(name, year, sector)
            .map(|(value, _)| value)
            .ok_or_else(|| Self::unknown(name, year, sector_of(name, sector)))
    }

    /// A value and whether it was published, given or derived; `None` where none is known.
    #[inline]
    pub(crate) fn known<T: TryFrom<Quantity>>(
        &self,
        name: FigureName,
        year: Year,
        sector: Sector,
    ) -> Known<T> {
        let sector = sector_of(name, sector);
        let (value, provenance) = match self.latest(name, year, sector) {
            Some(own) => (own.value(), own.provenance()),
            None => published::value(name, year, sector)?,
        };
        // A figure always has the unit of its name.
        Some((value.try_into().ok()?, provenance))
    }
}

/// The sector of a figure's entry: none where it is the same for both.
#[inline]
fn sector_of(name: FigureName, sector: Sector) -> Option<Sector> {
    name.per_sector().then_some(sector)
}

/// One figure a line: the text that the fingerprint is taken of.
impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().try_for_each(|figure| writeln!(f, "{figure}"))
    }
}
