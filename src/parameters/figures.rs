//! The set of figures: the published ones and a caller's own over them.

use core::fmt;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::figure::{Figure, FigureName, Provenance, Source};
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    own: Option<Arc<Vec<Figure>>>,
}

impl Figures {
    /// The published figures.
    pub const fn published() -> Self {
        Self { own: None }
    }

    /// These figures and one more, which wins over what was known before.
    ///
    /// ```
    /// use banenafspraak::{EuroPerJob, Figure, FigureName, Figures, Sector, Year};
    ///
    /// let (name, year) = (FigureName::LevyPerJob, Year::new(2026)?);
    /// let mut figures = Figures::published();
    /// for rate in ["6000", "5500"] {
    ///     let rate: EuroPerJob = rate.parse()?;
    ///     figures = figures.with(Figure::given(name, None, year, rate, "scenario")?);
    /// }
    /// // The latest wins; both are kept.
    /// assert_eq!(figures.figure(name, year, Sector::Markt)?.value().to_string(), "5500.00");
    /// assert_eq!(figures.own().len(), 2);
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[must_use]
    pub fn with(self, figure: Figure) -> Self {
        let mut own = self.own.map_or_else(Vec::new, Arc::unwrap_or_clone);
        own.push(figure);
        Self { own: Some(Arc::new(own)) }
    }

    /// All figures: the published ones, then the caller's in the order added.
    ///
    /// ```
    /// use banenafspraak::{FigureName, Figures};
    ///
    /// let figures = Figures::published();
    /// let percentages = figures.iter().filter(|f| f.name() == FigureName::Quotumpercentage);
    /// assert_eq!(percentages.count(), 9); // overheid, 2018 to 2026
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = Figure> + '_ {
        published::all().chain(self.own().iter().cloned())
    }

    /// The caller's figures in the order added.
    pub fn own(&self) -> &[Figure] {
        self.own.as_deref().map_or(&[], Vec::as_slice)
    }

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
    ///     "variable_d: not known for sector markt in 2026; add it to the figures"
    /// );
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFigure`] where none is known: nothing carries another year's figure over.
    pub fn figure(&self, name: FigureName, year: Year, sector: Sector) -> Result<Figure, Error> {
        let own = self.own().iter().rev().find(|figure| figure.holds_for(name, year, sector));
        own.cloned()
            .or_else(|| published::figure(name, year, sector))
            .ok_or_else(|| Self::unknown(name, year, sector))
    }

    /// The error for a figure that is not known.
    pub(crate) const fn unknown(name: FigureName, year: Year, sector: Sector) -> Error {
        Error::UnknownFigure {
            figure: name.word(),
            sector: if name.per_sector() { Some(sector.word()) } else { None },
            year: year.number(),
        }
    }

    /// Where the figure comes from.
    pub(crate) fn source(&self, name: FigureName, year: Year, sector: Sector) -> Option<Source> {
        self.figure(name, year, sector).map(|figure| figure.source).ok()
    }

    /// The quotumpercentage of a sector and year.
    ///
    /// ```
    /// use banenafspraak::{Error, Figures, Sector, Year};
    ///
    /// let (figures, year) = (Figures::published(), Year::new(2026)?);
    /// assert_eq!(figures.quotumpercentage(year, Sector::Overheid)?.to_string(), "2.58");
    /// // None was ever published for the market.
    /// let error = figures.quotumpercentage(year, Sector::Markt).unwrap_err();
    /// assert!(matches!(error, Error::UnknownFigure { year: 2026, sector: Some("markt"), .. }));
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFigure`] where none is known.
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
            .ok_or_else(|| Self::unknown(name, year, sector))
    }

    /// A value and whether it was published, given or derived; `None` where none is known.
    #[inline]
    pub(crate) fn known<T: TryFrom<Quantity>>(
        &self,
        name: FigureName,
        year: Year,
        sector: Sector,
    ) -> Option<(T, Provenance)> {
        let own = if self.own.is_some() { self.own_value(name, year, sector) } else { None };
        let found = match own {
            Some(own) => Some(own),
            None => {
                published::value(name, year, sector).map(|value| (value, Provenance::Published))
            }
        };
        // A figure always has the unit of its name.
        found.and_then(|(value, provenance)| Some((value.try_into().ok()?, provenance)))
    }

    #[cold]
    fn own_value(
        &self,
        name: FigureName,
        year: Year,
        sector: Sector,
    ) -> Option<(Quantity, Provenance)> {
        let own = self.own().iter().rev().find(|figure| figure.holds_for(name, year, sector));
        own.map(|figure| (figure.value, figure.provenance))
    }
}

/// One figure a line: the text that the fingerprint is taken of.
impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().try_for_each(|figure| writeln!(f, "{figure}"))
    }
}
