//! Where a published count and its parts are not equal: named, never smoothed over.

use core::fmt;

use super::counts::National;
use super::name::CountName;
use crate::error::Error;
use crate::law::Sector;
use crate::unit::{Jobs, Year};

crate::law::words! {
    /// The parts that a count is made of.
    ///
    /// ```
    /// use banenafspraak::national::Breakdown;
    ///
    /// assert_eq!("sectors".parse(), Ok(Breakdown::Sectors));
    /// assert_eq!(Breakdown::Employment.word(), "employment");
    /// assert_eq!("halves".parse::<Breakdown>().unwrap_err().code(), "unknown_word");
    /// ```
    #[non_exhaustive]
    Breakdown, "parts" {
        /// Market and government: a total of the country.
        Sectors = "sectors",
        /// Formal employment and inleenverbanden: what was realised, or its growth.
        Employment = "employment",
        /// The count of the year less that of the year before: a growth.
        Years = "years",
    }
}

/// A count that is not equal to its parts together, both as published or given.
///
/// ```
/// use banenafspraak::national::{Breakdown, CountName};
/// use banenafspraak::national::National;
/// use banenafspraak::{Jobs, Sector, Year};
///
/// let differences = National::published().differences(Year::new(2024)?)?;
/// let government = differences[0];
/// assert_eq!(government.name(), CountName::Realised);
/// assert_eq!((government.sector(), government.parts()), (Some(Sector::Overheid), Breakdown::Employment));
/// assert_eq!(government.count(), Jobs::whole(12_474));
/// assert_eq!(government.together(), Jobs::whole(12_473)); // 12,631 - 158
/// assert!(government.is_rounding());
/// assert_eq!(
///     government.to_string(),
///     "realised overheid 2024: 12474.0; its parts (employment) together 12473.0"
/// );
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Difference {
    name: CountName,
    sector: Option<Sector>,
    year: Year,
    count: Jobs,
    parts: Breakdown,
    together: Jobs,
}

impl Difference {
    /// What is counted.
    pub fn name(&self) -> CountName {
        self.name
    }

    /// The sector; `None` for the whole country.
    pub fn sector(&self) -> Option<Sector> {
        self.sector
    }

    /// The year.
    pub fn year(&self) -> Year {
        self.year
    }

    /// The count.
    pub fn count(&self) -> Jobs {
        self.count
    }

    /// Which parts.
    pub fn parts(&self) -> Breakdown {
        self.parts
    }

    /// The parts together.
    pub fn together(&self) -> Jobs {
        self.together
    }

    /// Whether rounding explains it: the count and two parts, each half a job off at most, differ
    /// by one whole job and no more.
    ///
    /// ```
    /// use banenafspraak::national::{Count, CountName};
    /// use banenafspraak::national::National;
    /// use banenafspraak::{Jobs, Year};
    ///
    /// let year = Year::new(2024)?;
    /// let typo = Count::given(CountName::Realised, None, year, Jobs::whole(89_661), "a typo")?;
    /// let differences = National::published().with(typo).differences(year)?;
    /// assert!(differences.iter().any(|difference| !difference.is_rounding()));
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn is_rounding(&self) -> bool {
        let apart = self.count.max(self.together).checked_sub(self.count.min(self.together));
        apart.is_ok_and(|apart| apart <= Jobs::whole(1))
    }
}

/// One line, in whole names.
impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sector = self.sector.map_or("-", Sector::word);
        let Self { name, year, count, parts, together, .. } = self;
        write!(f, "{name} {sector} {year}: {count}; its parts ({parts}) together {together}")
    }
}

impl National {
    /// Each count of a year that is not equal to its parts; none where nothing is known.
    ///
    /// ```
    /// use banenafspraak::national::National;
    /// use banenafspraak::Year;
    ///
    /// let national = National::published();
    /// // 72,809 was published, 60,966 and 11,842 are 72,808.
    /// assert_eq!(national.differences(Year::new(2021)?)?.len(), 1);
    /// assert!(national.differences(Year::new(2022)?)?.is_empty());
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) where parts together go beyond the bounds of jobs.
    pub fn differences(&self, year: Year) -> Result<Vec<Difference>, Error> {
        let mut differences = Vec::new();
        for name in CountName::all() {
            for sector in [Some(Sector::Markt), Some(Sector::Overheid), None] {
                let Ok(count) = self.count(name, year, sector) else { continue };
                let count = count.jobs();
                for parts in [Breakdown::Sectors, Breakdown::Employment, Breakdown::Years] {
                    let Some(together) = self.together(parts, name, year, sector) else { continue };
                    let together = together?;
                    if together != count {
                        let found = Difference { name, sector, year, count, parts, together };
                        differences.push(found);
                    }
                }
            }
        }
        Ok(differences)
    }

    /// The parts together, where the count has such parts and both were published or given.
    fn together(
        &self,
        parts: Breakdown,
        name: CountName,
        year: Year,
        sector: Option<Sector>,
    ) -> Option<Result<Jobs, Error>> {
        let of = |name, year, sector| self.count(name, year, sector).map(|it| it.jobs()).ok();
        match (parts, name) {
            (Breakdown::Sectors, _) if sector.is_none() => {
                let markt = of(name, year, Some(Sector::Markt))?;
                Some(markt.checked_add(of(name, year, Some(Sector::Overheid))?))
            }
            (Breakdown::Employment, CountName::Realised) => {
                let formal = of(CountName::FormalEmployment, year, sector)?;
                Some(formal.checked_add(of(CountName::Inleenverbanden, year, sector)?))
            }
            (Breakdown::Employment, CountName::Growth) => {
                let formal = of(CountName::GrowthFormalEmployment, year, sector)?;
                Some(formal.checked_add(of(CountName::GrowthInleenverbanden, year, sector)?))
            }
            (Breakdown::Years, _) => {
                let grown = match name {
                    CountName::Growth => CountName::Realised,
                    CountName::GrowthFormalEmployment => CountName::FormalEmployment,
                    CountName::GrowthInleenverbanden => CountName::Inleenverbanden,
                    _ => return None,
                };
                let before = of(grown, year.previous().ok()?, sector)?;
                Some(of(grown, year, sector)?.checked_sub(before))
            }
            _ => None,
        }
    }
}
