//! The counts of the country: the published ones and a caller's own over them.

use std::sync::Arc;

use super::count::{Count, CountName};
use super::published;
use super::target::AgainstTarget;
use crate::error::Error;
use crate::law::Sector;
use crate::unit::{Jobs, Year};

/// The counts of the country: the published ones, and any the caller added.
///
/// A caller's count wins over a published one, the latest added over an earlier one. Cloning is
/// cheap.
///
/// ```
/// use banenafspraak::national::CountName;
/// use banenafspraak::{Jobs, National, Sector, Year};
///
/// let (national, year) = (National::published(), Year::new(2024)?);
/// let market = national.count(CountName::Realised, year, Some(Sector::Markt))?;
/// assert_eq!(market.jobs(), Jobs::whole(77_143));
/// assert_eq!(market.source().to_string(), "letter on the results of 2024");
/// assert_eq!(national.jobs(CountName::Realised, year, None)?, Jobs::whole(89_616));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct National {
    own: Option<Arc<Vec<Count>>>,
}

impl National {
    /// The published counts.
    pub const fn published() -> Self {
        Self { own: None }
    }

    /// These counts and one more, which wins over what was known before. It changes no other: a
    /// published total stays, and [`differences`](Self::differences) says where it no longer fits.
    ///
    /// ```
    /// use banenafspraak::national::{Count, CountName};
    /// use banenafspraak::{Jobs, National, Sector, Year};
    ///
    /// // No result of the government in 2020 was found: here is one.
    /// let (name, year, overheid) = (CountName::Realised, Year::new(2020)?, Some(Sector::Overheid));
    /// let found = Count::given(name, year, overheid, Jobs::whole(10_000), "an example")?;
    /// let national = National::published().with(found.clone());
    /// assert_eq!(national.count(name, year, overheid)?, found);
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[must_use]
    pub fn with(self, count: Count) -> Self {
        let mut own = self.own.map_or_else(Vec::new, Arc::unwrap_or_clone);
        own.push(count);
        Self { own: Some(Arc::new(own)) }
    }

    /// All counts: the published ones, then the caller's in the order added.
    ///
    /// ```
    /// use banenafspraak::National;
    /// use banenafspraak::national::CountName;
    ///
    /// let national = National::published();
    /// let targets = national.iter().filter(|count| count.name() == CountName::Target);
    /// assert_eq!(targets.count(), 21); // two sectors, 2015 to 2024, and the total of 2024
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = Count> + '_ {
        published::all().chain(self.own().iter().cloned())
    }

    /// The caller's counts in the order added.
    pub fn own(&self) -> &[Count] {
        self.own.as_deref().map_or(&[], Vec::as_slice)
    }

    /// The years of which anything is known, in order.
    ///
    /// ```
    /// use banenafspraak::{National, Year};
    ///
    /// let years = National::published().years();
    /// assert_eq!((years.first(), years.last()), (Some(&Year::new(2015)?), Some(&Year::new(2024)?)));
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn years(&self) -> Vec<Year> {
        let mut years: Vec<Year> = self.iter().map(|count| count.year()).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// The count with its source, as it was published or given.
    ///
    /// Where the caller gave the count of a sector, the published total is no longer the total, and
    /// is not given: [`jobs`](Self::jobs) adds up the sectors.
    ///
    /// ```
    /// use banenafspraak::national::CountName;
    /// use banenafspraak::{National, Provenance, Sector, Year};
    ///
    /// let national = National::published();
    /// let of = |year| national.count(CountName::Realised, Year::new(year)?, Some(Sector::Overheid));
    /// assert_eq!(of(2023)?.provenance(), Provenance::Derived);
    /// assert_eq!(of(2023)?.source().to_string(), "result derived: 12474 - 840");
    /// assert_eq!(
    ///     of(2020).unwrap_err().to_string(),
    ///     "realised: not known for sector overheid in 2020; give a count of your own \
    ///      (`National::with`)"
    /// );
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFigure`] where none is known: nothing carries another year's count over.
    pub fn count(
        &self,
        name: CountName,
        year: Year,
        sector: Option<Sector>,
    ) -> Result<Count, Error> {
        let own = self.own().iter().rev().find(|count| count.is(name, year, sector));
        let superseded = sector.is_none() && self.is_own(name, year, None);
        let mut published = published::all().filter(|_| !superseded);
        own.cloned()
            .or_else(|| published.find(|count| count.is(name, year, sector)))
            .ok_or_else(|| unknown(name, year, sector))
    }

    /// Whether the caller gave the count, or one of the sectors that it is the total of.
    fn is_own(&self, name: CountName, year: Year, sector: Option<Sector>) -> bool {
        let is_part = |count: &Count| match sector {
            None => count.is_of(name, year),
            Some(_) => count.is(name, year, sector),
        };
        self.own().iter().any(is_part)
    }

    /// The jobs of a count; for the whole country, where no total was published or given, the sum
    /// of its sectors.
    ///
    /// ```
    /// use banenafspraak::national::CountName;
    /// use banenafspraak::{Jobs, National, Sector, Year};
    ///
    /// let (national, year) = (National::published(), Year::new(2022)?);
    /// assert!(national.count(CountName::Realised, year, None).is_err());
    /// // 71,113 + 10,004
    /// assert_eq!(national.jobs(CountName::Realised, year, None)?, Jobs::whole(81_117));
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFigure`], which names the sector that is not known; [`Error::OutOfRange`]
    /// for a sum beyond the bounds of jobs.
    pub fn jobs(&self, name: CountName, year: Year, sector: Option<Sector>) -> Result<Jobs, Error> {
        match (self.count(name, year, sector), sector) {
            (Ok(count), _) => Ok(count.jobs()),
            (Err(_), None) => self.sum_of_sectors(name, year),
            (Err(unknown), Some(_)) => Err(unknown),
        }
    }

    /// Both sectors together, whatever was published as their total.
    fn sum_of_sectors(&self, name: CountName, year: Year) -> Result<Jobs, Error> {
        let of = |sector| self.count(name, year, Some(sector)).map(|count| count.jobs());
        of(Sector::Markt)?.plus(of(Sector::Overheid)?)
    }

    /// What was realised at the end of a year beside its target, and whether that falls short.
    ///
    /// ```
    /// use banenafspraak::{Jobs, National, Sector, Year};
    ///
    /// let national = National::published();
    /// let market = national.against_target(Year::new(2022)?, Some(Sector::Markt))?;
    /// assert_eq!((market.short(), market.above()), (Jobs::ZERO, Jobs::whole(1_113)));
    /// let country = national.against_target(Year::new(2024)?, None)?;
    /// assert_eq!(country.short(), Jobs::whole(25_384)); // 115,000 - 89,616
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFigure`] where target or result is not known; [`Error::OutOfRange`] beyond
    /// the bounds of jobs.
    pub fn against_target(
        &self,
        year: Year,
        sector: Option<Sector>,
    ) -> Result<AgainstTarget, Error> {
        let of = |name| self.jobs(name, year, sector);
        AgainstTarget::new(sector, of(CountName::Target)?, of(CountName::Realised)?)
    }

    /// How much a count grew in a year: the year's less the year before's, negative if it shrank.
    ///
    /// Computed from the counts, each as [`jobs`](Self::jobs) has it; growth that was published is
    /// a count of its own ([`CountName::Growth`]).
    ///
    /// ```
    /// use banenafspraak::national::CountName;
    /// use banenafspraak::{Jobs, National, Sector, Year};
    ///
    /// let national = National::published();
    /// let growth = |year, sector| national.growth(CountName::Realised, Year::new(year)?, sector);
    /// assert_eq!(growth(2024, Some(Sector::Markt))?, Jobs::whole(3_112));
    /// assert_eq!(growth(2016, Some(Sector::Overheid))?, "-1856".parse()?);
    /// // 2020 is not known, so 2021 has no growth.
    /// assert_eq!(growth(2021, Some(Sector::Overheid)).unwrap_err().code(), "unknown_figure");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFigure`] where the count is not known in either year; [`Error::OutOfRange`]
    /// beyond the bounds of jobs or years.
    pub fn growth(
        &self,
        name: CountName,
        year: Year,
        sector: Option<Sector>,
    ) -> Result<Jobs, Error> {
        let before = self.jobs(name, year.previous()?, sector)?;
        self.jobs(name, year, sector)?.minus(before)
    }

    /// The nulmeting, the count of 1 January 2013, as it follows from the counts of a year: jobs
    /// including the nulmeting, less what was realised on top of it.
    ///
    /// Derived, so it may miss the count of that day by a rounding.
    ///
    /// ```
    /// use banenafspraak::{Jobs, National, Year};
    ///
    /// // 164,795 - 89,616
    /// assert_eq!(National::published().nulmeting(Year::new(2024)?, None)?, Jobs::whole(75_179));
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFigure`] where either is not known, or one is the caller's and the other was
    /// published; [`Error::OutOfRange`] beyond the bounds of jobs.
    pub fn nulmeting(&self, year: Year, sector: Option<Sector>) -> Result<Jobs, Error> {
        let name = CountName::JobsIncludingNulmeting;
        let including = self.jobs(name, year, sector)?;
        // A count of the caller's and a published one have no nulmeting in common.
        if self.is_own(name, year, sector) != self.is_own(CountName::Realised, year, sector) {
            return Err(unknown(name, year, sector));
        }
        including.minus(self.jobs(CountName::Realised, year, sector)?)
    }
}

fn unknown(name: CountName, year: Year, sector: Option<Sector>) -> Error {
    Error::UnknownFigure {
        figure: name.word(),
        sector: sector.map(Sector::word),
        year: year.number(),
    }
}
