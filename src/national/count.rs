//! One count of the country: the jobs of a year, and of a sector or of all.

use super::name::CountName;
use super::published;
use crate::error::{Error, ErrorKind, Excerpt};
use crate::law::Sector;
use crate::parameters::{Entry, Name};
use crate::unit::{Jobs, Year};

impl Name for CountName {
    type Value = Jobs;
    const MANY_YEARS: bool = false;

    fn word(self) -> &'static str {
        self.word()
    }

    fn parse(self, text: &str) -> Result<Jobs, Error> {
        text.parse()
    }

    fn check(self, _: Option<Sector>, jobs: Jobs) -> Result<(), Error> {
        let never_negative = matches!(self, Self::Target | Self::JobsIncludingNulmeting);
        if never_negative && jobs < Jobs::ZERO {
            let field = self.word();
            return Err(Error::new(field, ErrorKind::Negative { value: Excerpt::of(jobs) }));
        }
        Ok(())
    }

    fn all_published() -> impl Iterator<Item = Count> {
        published::all()
    }
}

/// A number of jobs of one year, of a sector or of the whole country, with its source.
///
/// ```
/// use banenafspraak::national::CountName;
/// use banenafspraak::national::National;
/// use banenafspraak::parameters::Provenance;
/// use banenafspraak::{Jobs, Sector, Year};
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
pub type Count = Entry<CountName>;

impl Count {
    /// The year at whose end it was counted.
    pub fn year(&self) -> Year {
        self.from
    }

    /// The jobs.
    pub fn jobs(&self) -> Jobs {
        self.value()
    }
}
