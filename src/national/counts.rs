//! The counts of the country: the published ones and a caller's own over them.

use super::count::Count;
use super::name::CountName;
use super::target::AgainstTarget;
use crate::error::Error;
use crate::law::Sector;
use crate::parameters::Book;
use crate::unit::{Jobs, Year};

/// The counts of the country: the published ones, and any the caller added.
///
/// A caller's count wins over a published one, the latest added over an earlier one. Cloning is
/// cheap.
///
/// ```
/// use banenafspraak::national::CountName;
/// use banenafspraak::national::National;
/// use banenafspraak::{Jobs, Sector, Year};
///
/// let (national, year) = (National::published(), Year::new(2024)?);
/// let market = national.count(CountName::Realised, year, Some(Sector::Markt))?;
/// assert_eq!(market.jobs(), Jobs::whole(77_143));
/// assert_eq!(market.source().to_string(), "letter on the results of 2024");
/// assert_eq!(national.jobs(CountName::Realised, year, None)?, Jobs::whole(89_616));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
pub type National = Book<CountName>;

impl National {
    /// The years of which anything is known, in order.
    ///
    /// ```
    /// use banenafspraak::national::National;
    /// use banenafspraak::Year;
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
    /// use banenafspraak::national::National;
    /// use banenafspraak::parameters::Provenance;
    /// use banenafspraak::{Sector, Year};
    ///
    /// let national = National::published();
    /// let of = |year| national.count(CountName::Realised, Year::new(year)?, Some(Sector::Overheid));
    /// assert_eq!(of(2023)?.provenance(), Provenance::Derived);
    /// assert_eq!(of(2023)?.source().to_string(), "result derived: 12474 - 840");
    /// assert_eq!(
    ///     of(2020).unwrap_err().to_string(),
    ///     "realised: not known for sector overheid in 2020; give one of your own\
    ///      "
    /// );
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnknownFigure`](crate::ErrorKind::UnknownFigure) where none is known: nothing carries another year's count over.
    pub fn count(
        &self,
        name: CountName,
        year: Year,
        sector: Option<Sector>,
    ) -> Result<Count, Error> {
        if sector.is_some() || !self.is_own(name, year, None) {
            return self.entry(name, year, sector);
        }
        let own = self.latest(name, year, None).cloned();
        own.ok_or_else(|| Self::unknown(name, year, None))
    }

    /// Whether the caller gave the count, or one of the sectors that it is the total of.
    fn is_own(&self, name: CountName, year: Year, sector: Option<Sector>) -> bool {
        let is_part = |count: &Count| match sector {
            None => count.is_of(name, year),
            Some(_) => count.holds_for(name, year, sector),
        };
        self.own().iter().any(is_part)
    }

    /// The jobs of a count; for the whole country, where no total was published or given, the sum
    /// of its sectors.
    ///
    /// ```
    /// use banenafspraak::national::CountName;
    /// use banenafspraak::national::National;
    /// use banenafspraak::{Jobs, Sector, Year};
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
    /// [`ErrorKind::UnknownFigure`](crate::ErrorKind::UnknownFigure), which names the sector that is not known; [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange)
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
        of(Sector::Markt)?.checked_add(of(Sector::Overheid)?)
    }

    /// What was realised at the end of a year beside its target, and whether that falls short.
    ///
    /// ```
    /// use banenafspraak::national::National;
    /// use banenafspraak::{Jobs, Sector, Year};
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
    /// [`ErrorKind::UnknownFigure`](crate::ErrorKind::UnknownFigure) where target or result is not known; [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) beyond
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
    /// use banenafspraak::national::National;
    /// use banenafspraak::{Jobs, Sector, Year};
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
    /// [`ErrorKind::UnknownFigure`](crate::ErrorKind::UnknownFigure) where the count is not known in either year; [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange)
    /// beyond the bounds of jobs or years.
    pub fn growth(
        &self,
        name: CountName,
        year: Year,
        sector: Option<Sector>,
    ) -> Result<Jobs, Error> {
        let before = self.jobs(name, year.previous()?, sector)?;
        self.jobs(name, year, sector)?.checked_sub(before)
    }

    /// The nulmeting, the count of 1 January 2013, as it follows from the counts of a year: jobs
    /// including the nulmeting, less what was realised on top of it.
    ///
    /// Derived, so it may miss the count of that day by a rounding.
    ///
    /// ```
    /// use banenafspraak::national::National;
    /// use banenafspraak::{Jobs, Year};
    ///
    /// // 164,795 - 89,616
    /// assert_eq!(National::published().nulmeting(Year::new(2024)?, None)?, Jobs::whole(75_179));
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnknownFigure`](crate::ErrorKind::UnknownFigure) where either is not known, or one is the caller's and the other was
    /// published; [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) beyond the bounds of jobs.
    pub fn nulmeting(&self, year: Year, sector: Option<Sector>) -> Result<Jobs, Error> {
        let name = CountName::JobsIncludingNulmeting;
        let including = self.jobs(name, year, sector)?;
        // A count of the caller's and a published one have no nulmeting in common.
        if self.is_own(name, year, sector) != self.is_own(CountName::Realised, year, sector) {
            return Err(Self::unknown(name, year, sector));
        }
        including.checked_sub(self.jobs(CountName::Realised, year, sector)?)
    }
}
