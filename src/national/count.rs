//! One count of the country: its name, year and sector, its jobs and where they come from.

use core::fmt;
use std::sync::Arc;

use crate::error::{Error, Excerpt, Field};
use crate::law::Sector;
use crate::parameters::{Provenance, Source};
use crate::unit::{Jobs, Year};

crate::law::words! {
    /// What is counted, or was agreed, for the country. All are in jobs.
    ///
    /// ```
    /// use banenafspraak::national::CountName;
    ///
    /// assert_eq!("inleenverbanden".parse(), Ok(CountName::Inleenverbanden));
    /// assert_eq!(CountName::JobsIncludingNulmeting.word(), "jobs_including_nulmeting");
    /// assert_eq!("hired_in".parse::<CountName>().unwrap_err().code(), "unknown_word");
    /// assert_eq!(CountName::all().count(), 8);
    /// ```
    CountName, "figure" {
        /// Extra jobs agreed for the end of the year.
        Target = "target",
        /// Extra jobs at the end of the year, against the nulmeting.
        Realised = "realised",
        /// Of those realised: with an employer of their own.
        FormalEmployment = "formal_employment",
        /// Of those realised: hired in from an agency, or seconded from a Wsw employment. Negative
        /// where there are fewer than in the nulmeting.
        Inleenverbanden = "inleenverbanden",
        /// Jobs at the end of the year, those of the nulmeting included.
        JobsIncludingNulmeting = "jobs_including_nulmeting",
        /// Growth of the jobs realised in the year, as published.
        Growth = "growth",
        /// Growth of formal employment in the year, as published.
        GrowthFormalEmployment = "growth_formal_employment",
        /// Growth of inleenverbanden in the year, as published.
        GrowthInleenverbanden = "growth_inleenverbanden",
    }
}

impl CountName {
    /// All names.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::WORDS.iter().map(|(name, _)| *name)
    }

    /// Whether less than nothing has no meaning.
    const fn is_never_negative(self) -> bool {
        matches!(self, Self::Target | Self::JobsIncludingNulmeting)
    }
}

/// A number of jobs of one year, of a sector or of the whole country, with its source.
///
/// ```
/// use banenafspraak::national::CountName;
/// use banenafspraak::{Jobs, National, Provenance, Sector, Year};
///
/// let (year, overheid) = (Year::new(2020)?, Some(Sector::Overheid));
/// let target = National::published().count(CountName::Target, year, overheid)?;
/// assert_eq!((target.name(), target.year()), (CountName::Target, year));
/// assert_eq!((target.sector(), target.jobs()), (overheid, Jobs::whole(17_500)));
/// assert_eq!(target.provenance(), Provenance::Derived);
/// assert_eq!(
///     target.to_string(),
///     "target overheid 2020 17500.0 derived target derived from the series; result not found"
/// );
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Count {
    pub(super) name: CountName,
    pub(super) year: Year,
    pub(super) sector: Option<Sector>,
    pub(super) jobs: Jobs,
    pub(super) provenance: Provenance,
    pub(super) source: Source,
}

impl Count {
    /// A caller's own count; `None` is the whole country, and `source` is given back.
    ///
    /// ```
    /// use banenafspraak::national::{Count, CountName};
    /// use banenafspraak::{Jobs, Provenance, Sector, Year};
    ///
    /// let (year, markt) = (Year::new(2025)?, Some(Sector::Markt));
    /// let count = Count::given(CountName::Realised, year, markt, Jobs::whole(80_000), "a letter")?;
    /// assert_eq!(count.provenance(), Provenance::Given);
    /// assert_eq!(count.source().to_string(), "a letter");
    /// let below: Jobs = "-1".parse()?;
    /// let error = Count::given(CountName::Target, year, markt, below, "a slip").unwrap_err();
    /// assert_eq!(error.to_string(), "target: -1.0 is negative; the least is 0");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Negative`] for a target or a number of jobs including the nulmeting below zero
    /// (what is counted against the nulmeting may be); [`Error::FigureMismatch`] for a source of
    /// several lines.
    pub fn given(
        name: CountName,
        year: Year,
        sector: Option<Sector>,
        jobs: Jobs,
        source: impl Into<Arc<str>>,
    ) -> Result<Self, Error> {
        let source = source.into();
        if source.contains(char::is_control) {
            let expected = "given with a source in one line";
            return Err(Error::FigureMismatch { figure: name.word(), expected });
        }
        if name.is_never_negative() && jobs < Jobs::ZERO {
            let field = Field::new(name.word());
            return Err(Error::Negative { field, value: Excerpt::of(jobs) });
        }
        let (provenance, source) = (Provenance::Given, Source::Caller(source));
        Ok(Self { name, year, sector, jobs, provenance, source })
    }

    /// The same count, said to be derived from others; its source says how.
    ///
    /// ```
    /// use banenafspraak::national::{Count, CountName};
    /// use banenafspraak::{Jobs, Provenance, Year};
    ///
    /// let (year, sum) = (Year::new(2022)?, Jobs::whole(81_117));
    /// let total = Count::given(CountName::Realised, year, None, sum, "71113 + 10004")?.derived();
    /// assert_eq!(total.provenance(), Provenance::Derived);
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[must_use]
    pub fn derived(mut self) -> Self {
        self.provenance = Provenance::Derived;
        self
    }

    /// What is counted.
    pub fn name(&self) -> CountName {
        self.name
    }

    /// The year at whose end it was counted.
    pub fn year(&self) -> Year {
        self.year
    }

    /// The sector; `None` for the whole country.
    pub fn sector(&self) -> Option<Sector> {
        self.sector
    }

    /// The jobs.
    pub fn jobs(&self) -> Jobs {
        self.jobs
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
    pub(super) fn is_of(&self, name: CountName, year: Year) -> bool {
        (self.name, self.year) == (name, year)
    }

    pub(super) fn is(&self, name: CountName, year: Year, sector: Option<Sector>) -> bool {
        (self.name, self.year, self.sector) == (name, year, sector)
    }
}

/// One line: `name sector year jobs provenance source`, `-` for the whole country.
impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sector = self.sector.map_or("-", Sector::word);
        let Self { name, year, jobs, provenance, source, .. } = self;
        write!(f, "{name} {sector} {year} {jobs} {provenance} {source}")
    }
}
