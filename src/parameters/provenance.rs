//! How a figure is known, and where it comes from.

use core::fmt;
use std::sync::Arc;

use crate::language::{In, Language, Phrase};
use crate::law::LegalSource;
use crate::unit::Jobs;

crate::law::words! {
    /// How a figure is known.
    ///
    /// ```
    /// use banenafspraak::parameters::Provenance;
    /// use banenafspraak::{FigureName, Figures, Sector, Year};
    ///
    /// let year = Year::new(2026)?;
    /// let figure = Figures::published().figure(FigureName::LevyPerJob, year, Sector::Markt)?;
    /// assert_eq!(figure.provenance(), Provenance::Published);
    /// assert_eq!("derived".parse::<Provenance>()?.word(), "derived");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[non_exhaustive]
    Provenance, "provenance" {
        /// It is in the law or in an official publication.
        Published = "published",
        /// The caller gave it.
        Given = "given",
        /// It was derived from other figures: with the formula of Wfsv 38f, or as its source says.
        Derived = "derived",
    }
}

/// A cell of a published table: its value and how it is known; `None` where it was not found.
pub(crate) type Known<T> = Option<(T, Provenance)>;

/// A cell that was published.
#[expect(clippy::unnecessary_wraps, reason = "a cell of a table, beside those not found")]
pub(crate) const fn published<T: Copy>(value: T) -> Known<T> {
    Some((value, Provenance::Published))
}

/// A cell that was derived; the source of its row says how.
#[expect(clippy::unnecessary_wraps, reason = "a cell of a table, beside those not found")]
pub(crate) const fn derived<T: Copy>(value: T) -> Known<T> {
    Some((value, Provenance::Derived))
}

/// A cell of which nothing was found.
pub(crate) const NOT_FOUND: Known<i64> = None;

/// A cell in jobs, each of its units a number of hundredths of a job.
pub(crate) const fn in_jobs(cell: Known<i64>, hundredths: i64) -> Known<Jobs> {
    match cell {
        // Evaluated when the crate is compiled: a value beyond the bounds does not compile.
        Some((units, known)) => Some((Jobs::constant(units.saturating_mul(hundredths)), known)),
        None => None,
    }
}

/// The source of a figure.
///
/// ```
/// use banenafspraak::parameters::Source;
///
/// assert_eq!(Source::Caller("own estimate".into()).to_string(), "own estimate");
/// assert_eq!(Source::Employer.to_string(), "given with the employer");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Source {
    /// A place in the law.
    Law(LegalSource),
    /// An official publication that is no law: a measurement, a letter.
    Publication(Phrase),
    /// What the caller says of it.
    Caller(Arc<str>),
    /// It came with the employer.
    Employer,
}

impl Source {
    /// The source in this language: a place in the law has one name, and what the caller says stays as
    /// it is.
    ///
    /// ```
    /// use banenafspraak::Language;
    /// use banenafspraak::parameters::Source;
    ///
    /// let dutch = Source::Employer.localized(Language::Nl).to_string();
    /// assert_eq!(dutch, "opgegeven bij de werkgever");
    /// ```
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }
}

impl fmt::Display for In<&Source> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, source) = *self;
        match (language, source) {
            (Language::Nl, Source::Law(place)) => match place.dutch() {
                Some(text) => f.write_str(text),
                None => place.fmt(f),
            },
            (Language::En, Source::Law(place)) => place.fmt(f),
            (_, Source::Publication(text)) => f.write_str(text.localized(language)),
            (_, Source::Caller(text)) => f.write_str(text),
            (_, Source::Employer) => {
                f.write_str(language.pick("given with the employer", "opgegeven bij de werkgever"))
            }
        }
    }
}

/// In English.
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}

impl From<LegalSource> for Source {
    fn from(source: LegalSource) -> Self {
        Self::Law(source)
    }
}

impl From<LegalSource> for Option<Source> {
    fn from(source: LegalSource) -> Self {
        Some(source.into())
    }
}
