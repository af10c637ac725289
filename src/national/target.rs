//! A result beside its target, and the test whether a quota scheme may be activated.

use crate::error::{Error, ErrorKind, Excerpt};
use crate::law::{LegalSource, Sector, articles};
use crate::unit::Jobs;

/// Extra jobs realised beside the target agreed, for a sector or the whole country.
///
/// ```
/// use banenafspraak::national::AgainstTarget;
/// use banenafspraak::{Jobs, Sector};
///
/// let (target, realised) = (Jobs::whole(25_000), Jobs::whole(12_474));
/// let government = AgainstTarget::new(Some(Sector::Overheid), target, realised)?;
/// assert_eq!((government.sector(), government.target()), (Some(Sector::Overheid), target));
/// assert_eq!(government.realised(), realised);
/// assert_eq!((government.short(), government.above()), (Jobs::whole(12_526), Jobs::ZERO));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AgainstTarget {
    sector: Option<Sector>,
    target: Jobs,
    realised: Jobs,
    short: Jobs,
    above: Jobs,
}

impl AgainstTarget {
    /// A result beside its target; `None` is the whole country.
    ///
    /// ```
    /// use banenafspraak::Jobs;
    /// use banenafspraak::national::AgainstTarget;
    ///
    /// let country = AgainstTarget::new(None, Jobs::whole(115_000), Jobs::whole(89_616))?;
    /// assert_eq!(country.short(), Jobs::whole(25_384));
    /// let error = AgainstTarget::new(None, "-1".parse()?, Jobs::ZERO).unwrap_err();
    /// assert_eq!(error.to_string(), "target: -1.0 is negative; the least is 0");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Negative`] for a target below zero; [`ErrorKind::OutOfRange`] where the two lie
    /// further apart than jobs go.
    pub fn new(sector: Option<Sector>, target: Jobs, realised: Jobs) -> Result<Self, Error> {
        if target < Jobs::ZERO {
            let field = "target";
            return Err(Error::new(field, ErrorKind::Negative { value: Excerpt::of(target) }));
        }
        let (short, above) = if realised < target {
            (target.checked_sub(realised).map_err(|error| error.about("short"))?, Jobs::ZERO)
        } else {
            (Jobs::ZERO, realised.checked_sub(target).map_err(|error| error.about("above"))?)
        };
        Ok(Self { sector, target, realised, short, above })
    }

    /// The sector; `None` for the whole country.
    pub fn sector(&self) -> Option<Sector> {
        self.sector
    }

    /// The extra jobs agreed.
    pub fn target(&self) -> Jobs {
        self.target
    }

    /// The extra jobs realised; negative where there are fewer than in the nulmeting.
    pub fn realised(&self) -> Jobs {
        self.realised
    }

    /// Jobs short of the target; zero if it was reached.
    pub fn short(&self) -> Jobs {
        self.short
    }

    /// Jobs above the target; zero if it was not reached.
    pub fn above(&self) -> Jobs {
        self.above
    }

    /// Whether the condition for activating the quota scheme is met: the count falls short.
    ///
    /// The scheme may then be activated. Whether it was is a decision, which no count can tell.
    ///
    /// ```
    /// use banenafspraak::national::National;
    /// use banenafspraak::{Sector, Year};
    ///
    /// let national = National::published();
    /// let markt = |year| national.against_target(Year::new(year)?, Some(Sector::Markt));
    /// assert!(!markt(2022)?.may_be_activated()); // 71,113 of 70,000
    /// assert!(markt(2023)?.may_be_activated()); // 74,031 of 80,000
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn may_be_activated(&self) -> bool {
        self.short > Jobs::ZERO
    }

    /// The place of that condition: of a sector Wfsv 122n lid 3, of the whole country Wet
    /// banenafspraak 4, 5.
    ///
    /// ```
    /// use banenafspraak::national::National;
    /// use banenafspraak::{Sector, Year};
    ///
    /// let (national, year) = (National::published(), Year::new(2024)?);
    /// let place = |sector| national.against_target(year, sector).map(|it| it.condition());
    /// assert_eq!(place(Some(Sector::Markt))?.to_string(), "Wfsv 122n lid 3");
    /// assert_eq!(place(None)?.to_string(), "Wet banenafspraak 4, 5");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn condition(&self) -> LegalSource {
        match self.sector {
            Some(_) => articles::ACTIVATION_SECTOR,
            None => articles::ACTIVATION,
        }
    }
}
