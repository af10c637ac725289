//! A book of entries, each with its source: the published ones and a caller's own over them.

use core::fmt::{self, Debug, Display};
use core::hash::Hash;
use core::str::FromStr;
use std::sync::Arc;

use super::provenance::{Known, Provenance, Source};
use crate::error::{Error, ErrorKind};
use crate::language::Phrase;
use crate::law::Sector;
use crate::unit::Year;

/// The name of an entry: it has the unit, the rules and what was published.
pub trait Name: Copy + Eq + Hash + Debug + Display + FromStr<Err = Error> {
    /// What an entry holds.
    type Value: Copy + Eq + Hash + Debug + Display;

    /// Whether an entry can hold for several years. If so, its line has the last one too.
    const MANY_YEARS: bool;

    /// The name in JSON and errors.
    fn word(self) -> &'static str;

    /// A value of this name from its text.
    fn parse(self, text: &str) -> Result<Self::Value, Error>;

    /// The rules for a caller's entry of this name: the error says which one is broken.
    fn check(self, sector: Option<Sector>, value: Self::Value) -> Result<(), Error>;

    /// Every published entry.
    fn all_published() -> impl Iterator<Item = Entry<Self>>;

    /// The published entry, if there is one.
    fn published(self, year: Year, sector: Option<Sector>) -> Option<Entry<Self>> {
        Self::all_published().find(|entry| entry.holds_for(self, year, sector))
    }
}

/// One entry of a [`Book`]: a value by its name, sector and year, with its source.
///
/// See [`Figure`](crate::Figure) and [`Count`](crate::national::Count).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Entry<N: Name> {
    name: N,
    sector: Option<Sector>,
    pub(crate) from: Year,
    pub(crate) until: Option<Year>,
    value: N::Value,
    provenance: Provenance,
    source: Source,
}

impl<N: Name> Entry<N> {
    /// A caller's own entry for one year; `source` is given back in explanations.
    ///
    /// ```
    /// use banenafspraak::national::{Count, CountName};
    /// use banenafspraak::{Figure, FigureName, Jobs, Percentage, Sector, Year};
    ///
    /// let (year, markt) = (Year::new(2027)?, Some(Sector::Markt));
    /// let (name, percentage) = (FigureName::Quotumpercentage, "2.10".parse::<Percentage>()?);
    /// let figure = Figure::given(name, markt, year, percentage, "own estimate")?;
    /// assert_eq!(figure.source().to_string(), "own estimate");
    /// let error = Figure::given(name, markt, year, Jobs::whole(2), "mistaken").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "quotumpercentage: a figure of this name is a percentage"
    /// );
    ///
    /// let below: Jobs = "-1".parse()?;
    /// let error = Count::given(CountName::Target, markt, year, below, "a slip").unwrap_err();
    /// assert_eq!(error.to_string(), "target: -1.0 is negative; the least is 0");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::FigureMismatch`] for a source of several lines; of a figure, for a value of another
    /// unit, a sector where it has none, or none where it has one. [`ErrorKind::Negative`] for a target,
    /// or a number of jobs including the nulmeting, below zero (what is counted against the
    /// nulmeting may be).
    pub fn given(
        name: N,
        sector: Option<Sector>,
        year: Year,
        value: impl Into<N::Value>,
        source: impl Into<Arc<str>>,
    ) -> Result<Self, Error> {
        let (value, source) = (value.into(), source.into());
        if source.contains(char::is_control) {
            let expected = Phrase::new(
                "given with a source in one line",
                "gegeven met een bron van een regel",
            );
            return Err(Error::new(name.word(), ErrorKind::FigureMismatch { expected }));
        }
        name.check(sector, value)?;
        let (provenance, source) = (Provenance::Given, Source::Caller(source));
        Ok(Self { name, sector, from: year, until: Some(year), value, provenance, source })
    }

    /// The same entry, said to be derived from others; its source says how.
    ///
    /// ```
    /// use banenafspraak::parameters::Provenance;
    /// use banenafspraak::{Figure, FigureName, Percentage, Sector, Year};
    ///
    /// let percentage: Percentage = "1.93".parse()?;
    /// let (name, year) = (FigureName::Quotumpercentage, Year::new(2026)?);
    /// let figure = Figure::given(name, Some(Sector::Markt), year, percentage, "with our own D")?;
    /// assert_eq!(figure.provenance(), Provenance::Given);
    /// assert_eq!(figure.derived().provenance(), Provenance::Derived);
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[must_use]
    pub fn derived(mut self) -> Self {
        self.provenance = Provenance::Derived;
        self
    }

    /// A cell of a published table, if anything was found.
    pub(crate) fn of_table(
        name: N,
        sector: Option<Sector>,
        (from, until): (Year, Option<Year>),
        cell: Known<N::Value>,
        source: Source,
    ) -> Option<Self> {
        let (value, provenance) = cell?;
        Some(Self { name, sector, from, until, value, provenance, source })
    }

    /// Its name.
    pub fn name(&self) -> N {
        self.name
    }

    /// The sector it holds for; `None` is both: the same figure for each, one count of the country.
    pub fn sector(&self) -> Option<Sector> {
        self.sector
    }

    /// Its value.
    pub fn value(&self) -> N::Value {
        self.value
    }

    /// Whether it was published, given or derived.
    pub fn provenance(&self) -> Provenance {
        self.provenance
    }

    /// Where it comes from.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Whether it is of this name and year, whatever the sector.
    pub(crate) fn is_of(&self, name: N, year: Year) -> bool {
        self.name == name && self.from <= year && self.until.is_none_or(|until| year <= until)
    }

    pub(crate) fn holds_for(&self, name: N, year: Year, sector: Option<Sector>) -> bool {
        self.sector == sector && self.is_of(name, year)
    }
}

/// One line: name, sector (`-` for none), year, value, provenance, source. A figure's has the last
/// year after the first (`-` for none), and is what the fingerprint is taken of.
impl<N: Name> Display for Entry<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sector = self.sector.map_or("-", Sector::word);
        write!(f, "{} {sector} {} ", self.name, self.from)?;
        match self.until {
            Some(until) if N::MANY_YEARS => write!(f, "{until} ")?,
            None => f.write_str("- ")?,
            Some(_) => {}
        }
        write!(f, "{} {} {}", self.value, self.provenance, self.source)
    }
}

/// The published entries, and any the caller added.
///
/// A caller's entry wins over a published one, the latest added over an earlier one. Cloning is
/// cheap. See [`Figures`](crate::Figures) and [`National`](crate::national::National).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Book<N: Name> {
    own: Option<Arc<Vec<Entry<N>>>>,
}

/// The published entries.
impl<N: Name> Default for Book<N> {
    fn default() -> Self {
        Self::published()
    }
}

impl<N: Name> Book<N> {
    /// The published entries.
    pub const fn published() -> Self {
        Self { own: None }
    }

    /// These entries and one more, which wins over what was known before. It changes no other: a
    /// published total of the country stays, and
    /// [`differences`](crate::national::National::differences) says where it no longer fits.
    ///
    /// ```
    /// use banenafspraak::unit::EuroPerJob;
    /// use banenafspraak::{Figure, FigureName, Figures, Sector, Year};
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
    pub fn with(self, entry: Entry<N>) -> Self {
        let mut own = self.own.map_or_else(Vec::new, Arc::unwrap_or_clone);
        own.push(entry);
        Self { own: Some(Arc::new(own)) }
    }

    /// All entries: the published ones, then the caller's in the order added.
    ///
    /// ```
    /// use banenafspraak::national::CountName;
    /// use banenafspraak::national::National;
    /// use banenafspraak::{FigureName, Figures};
    ///
    /// let figures = Figures::published();
    /// let percentages = figures.iter().filter(|f| f.name() == FigureName::Quotumpercentage);
    /// assert_eq!(percentages.count(), 9); // overheid, 2018 to 2026
    ///
    /// let national = National::published();
    /// let targets = national.iter().filter(|count| count.name() == CountName::Target);
    /// assert_eq!(targets.count(), 21); // two sectors, 2015 to 2024, and the total of 2024
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = Entry<N>> + '_ {
        N::all_published().chain(self.own().iter().cloned())
    }

    /// The caller's entries in the order added.
    pub fn own(&self) -> &[Entry<N>] {
        self.own.as_deref().map_or(&[], Vec::as_slice)
    }

    /// The caller's latest entry. Most books have none: only that check is inlined.
    #[inline]
    pub(crate) fn latest(&self, name: N, year: Year, sector: Option<Sector>) -> Option<&Entry<N>> {
        if self.own.is_some() { self.search(name, year, sector) } else { None }
    }

    #[cold]
    fn search(&self, name: N, year: Year, sector: Option<Sector>) -> Option<&Entry<N>> {
        self.own().iter().rev().find(|entry| entry.holds_for(name, year, sector))
    }

    /// The caller's latest entry, else the published one.
    pub(crate) fn entry(
        &self,
        name: N,
        year: Year,
        sector: Option<Sector>,
    ) -> Result<Entry<N>, Error> {
        let own = self.latest(name, year, sector).cloned();
        own.or_else(|| name.published(year, sector))
            .ok_or_else(|| Self::unknown(name, year, sector))
    }

    /// The error for an entry that is not known.
    pub(crate) fn unknown(name: N, year: Year, sector: Option<Sector>) -> Error {
        let (figure, sector) = (name.word(), sector.map(Sector::word));
        Error::new(figure, ErrorKind::UnknownFigure { sector, year: year.number() })
    }
}
