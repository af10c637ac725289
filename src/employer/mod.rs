//! The employer and its year: hours base, doelgroep hours, and the Wet banenafspraak's scheme.
//!
//! ```
//! use banenafspraak::{DoelgroepHours, Hours, HoursBase, Year};
//!
//! let base = HoursBase::new(Year::new(2026)?, Hours::whole(180_000));
//! let doelgroep = DoelgroepHours::new(Hours::whole(2_662));
//! assert_eq!((base.hours(), doelgroep.hours()), (Hours::whole(180_000), Hours::whole(2_662)));
//! # Ok::<(), banenafspraak::Error>(())
//! ```

mod scheme;
#[cfg(feature = "serde")]
mod wire;

use std::sync::Arc;

pub use scheme::{Scheme, SchemeParameters, WageBase};
#[cfg(feature = "serde")]
pub use wire::EmployerInput;

use crate::error::{Error, Field};
use crate::law::Sector;
use crate::unit::{Hours, Percentage, Year};

/// The paid hours of one year and what is taken from them: hours base A of Wfsv 38g lid 2, 3, 5.
///
/// ```
/// use banenafspraak::{Hours, HoursBase, Year};
///
/// let base = HoursBase::new(Year::new(2026)?, Hours::whole(180_000))
///     .with_lent_out_agency_hours(Hours::whole(20_000))?
///     .with_wsw_hours(Hours::whole(1_000))?;
/// assert_eq!((base.year().number(), base.paid_hours()), (2026, Hours::whole(180_000)));
/// assert_eq!(base.lent_out_agency_hours(), Hours::whole(20_000));
/// assert_eq!(base.wsw_hours(), Hours::whole(1_000));
/// assert_eq!(base.hours(), Hours::whole(159_000));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[doc(alias = "verloonde uren")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct HoursBase {
    year: Year,
    paid_hours: Hours,
    lent_out_agency_hours: Hours,
    wsw_hours: Hours,
}

impl HoursBase {
    /// All paid hours of the year, nothing taken from them.
    ///
    /// ```
    /// use banenafspraak::{Hours, HoursBase, Year};
    ///
    /// let base = HoursBase::new(Year::new(2026)?, Hours::whole(180_000));
    /// assert_eq!(base.hours(), base.paid_hours());
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub const fn new(year: Year, paid_hours: Hours) -> Self {
        Self { year, paid_hours, lent_out_agency_hours: Hours::ZERO, wsw_hours: Hours::ZERO }
    }

    /// Of the paid hours, those of agency personnel that the employer lends out (Besluit Wfsv 2.31).
    ///
    /// ```
    /// use banenafspraak::{Hours, HoursBase, Year};
    ///
    /// let base = HoursBase::new(Year::new(2026)?, Hours::whole(180_000));
    /// let less = base.with_lent_out_agency_hours(Hours::whole(20_000))?;
    /// assert_eq!(less.hours(), Hours::whole(160_000));
    /// let error = base.with_lent_out_agency_hours(Hours::whole(180_001)).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "lent_out_agency_hours: 180001 is more than paid_hours, 180000, of which it is a part"
    /// );
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::PartExceedsWhole`] if they and the Wsw hours are more than the paid hours.
    pub fn with_lent_out_agency_hours(mut self, hours: Hours) -> Result<Self, Error> {
        let (rest, whole) = self.paid_hours_less(self.wsw_hours, "paid_hours less wsw_hours");
        part_of("lent_out_agency_hours", hours, whole, rest)?;
        self.lent_out_agency_hours = hours;
        Ok(self)
    }

    /// Of the paid hours, those of people in a Wsw employment at an employer that carries out the
    /// Wsw (Wfsv 38g lid 5).
    ///
    /// ```
    /// use banenafspraak::{Hours, HoursBase, Year};
    ///
    /// let base = HoursBase::new(Year::new(2026)?, Hours::whole(180_000))
    ///     .with_lent_out_agency_hours(Hours::whole(20_000))?;
    /// assert_eq!(base.with_wsw_hours(Hours::whole(160_000))?.hours(), Hours::ZERO);
    /// // Parts above the whole are refused, by the values given.
    /// let error = base.with_wsw_hours(Hours::whole(160_001)).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "wsw_hours: 160001 is more than paid_hours less lent_out_agency_hours, 160000, \
    ///      of which it is a part"
    /// );
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::PartExceedsWhole`] if they and the lent-out hours are more than the paid hours.
    pub fn with_wsw_hours(mut self, hours: Hours) -> Result<Self, Error> {
        let lent_out = self.lent_out_agency_hours;
        let (rest, whole) = self.paid_hours_less(lent_out, "paid_hours less lent_out_agency_hours");
        part_of("wsw_hours", hours, whole, rest)?;
        self.wsw_hours = hours;
        Ok(self)
    }

    /// The year.
    pub const fn year(&self) -> Year {
        self.year
    }

    /// All paid hours.
    pub const fn paid_hours(&self) -> Hours {
        self.paid_hours
    }

    /// Hours of agency personnel lent out.
    pub const fn lent_out_agency_hours(&self) -> Hours {
        self.lent_out_agency_hours
    }

    /// Hours in a Wsw employment.
    pub const fn wsw_hours(&self) -> Hours {
        self.wsw_hours
    }

    /// The base A: paid hours less the lent-out and the Wsw hours.
    ///
    /// ```
    /// use banenafspraak::{Hours, HoursBase, Year};
    ///
    /// let base = HoursBase::new(Year::new(2026)?, Hours::whole(180_000))
    ///     .with_wsw_hours("1000.5".parse()?)?;
    /// assert_eq!(base.hours().to_string(), "178999.5");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[inline]
    pub fn hours(&self) -> Hours {
        // The constructors keep the parts within the whole.
        self.paid_hours.less(self.lent_out_agency_hours).less(self.wsw_hours)
    }

    /// What the other part leaves of the paid hours, and what an error calls it.
    fn paid_hours_less(&self, other: Hours, called: &'static str) -> (Hours, &'static str) {
        let whole = if other == Hours::ZERO { "paid_hours" } else { called };
        (self.paid_hours.less(other), whole)
    }
}

/// The doelgroep's paid hours C of Wfsv 38g lid 2, 3, 4: own, less attributed to inleners, plus
/// attributed by uitleners.
///
/// ```
/// use banenafspraak::{DoelgroepHours, Hours};
///
/// let hours = DoelgroepHours::new(Hours::whole(2_662))
///     .with_attributed_out(Hours::whole(662))?
///     .with_attributed_in(Hours::whole(1_331))?;
/// assert_eq!((hours.own(), hours.attributed_out()), (Hours::whole(2_662), Hours::whole(662)));
/// assert_eq!(hours.attributed_in(), Hours::whole(1_331));
/// assert_eq!(hours.hours(), Hours::whole(3_331)); // 2,662 - 662 + 1,331
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DoelgroepHours {
    own: Hours,
    attributed_out: Hours,
    attributed_in: Hours,
}

impl DoelgroepHours {
    /// Paid hours of the employer's own arbeidsbeperkten, Wsw employment left out.
    ///
    /// If a person becomes or stops being an arbeidsbeperkte in the course of an aangiftetijdvak,
    /// all paid hours of that aangiftetijdvak count (Wfsv 38g lid 8).
    ///
    /// ```
    /// use banenafspraak::{DoelgroepHours, Hours};
    ///
    /// let hours = DoelgroepHours::new(Hours::whole(2_662));
    /// assert_eq!(hours.hours(), hours.own());
    /// ```
    pub const fn new(own: Hours) -> Self {
        Self { own, attributed_out: Hours::ZERO, attributed_in: Hours::ZERO }
    }

    /// Of the own hours, those attributed to inleners.
    ///
    /// Per person they may not exceed the paid hours in the polisadministratie (Besluit Wfsv 2.28
    /// lid 4); in total they may not exceed the own hours.
    ///
    /// ```
    /// use banenafspraak::{DoelgroepHours, Hours};
    ///
    /// let own = DoelgroepHours::new(Hours::whole(2_662));
    /// assert_eq!(own.with_attributed_out(Hours::whole(662))?.hours(), Hours::whole(2_000));
    /// let error = own.with_attributed_out(Hours::whole(2_663)).unwrap_err();
    /// assert_eq!(error.code(), "part_exceeds_whole");
    /// assert_eq!(error.field().as_deref(), Some("doelgroep_hours_attributed_out"));
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::PartExceedsWhole`] if they are more than the own hours.
    pub fn with_attributed_out(mut self, hours: Hours) -> Result<Self, Error> {
        self.attributed_out = hours;
        part_of("doelgroep_hours_attributed_out", hours, "doelgroep_hours", self.own)?;
        self.checked()
    }

    /// Hours attributed by uitleners for people the employer hires in.
    ///
    /// ```
    /// use banenafspraak::{DoelgroepHours, Hours};
    ///
    /// let own = DoelgroepHours::new(Hours::whole(2_662));
    /// assert_eq!(own.with_attributed_in(Hours::whole(1_331))?.hours(), Hours::whole(3_993));
    /// let error = own.with_attributed_in(Hours::MAX).unwrap_err();
    /// assert_eq!(error.code(), "out_of_range");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::OutOfRange`] if the total leaves the bounds of hours.
    pub fn with_attributed_in(mut self, hours: Hours) -> Result<Self, Error> {
        self.attributed_in = hours;
        self.checked()
    }

    /// The employer's own.
    pub const fn own(&self) -> Hours {
        self.own
    }

    /// Attributed to inleners.
    pub const fn attributed_out(&self) -> Hours {
        self.attributed_out
    }

    /// Attributed by uitleners.
    pub const fn attributed_in(&self) -> Hours {
        self.attributed_in
    }

    /// The hours C that count.
    ///
    /// ```
    /// use banenafspraak::{DoelgroepHours, Hours};
    ///
    /// // An employer without doelgroep of its own that hires in.
    /// let hours = DoelgroepHours::new(Hours::ZERO).with_attributed_in(Hours::whole(400))?;
    /// assert_eq!(hours.hours(), Hours::whole(400));
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[inline]
    pub fn hours(&self) -> Hours {
        // The constructors keep the part within the whole, and the sum within bounds.
        self.own.less(self.attributed_out).and(self.attributed_in)
    }

    fn checked(self) -> Result<Self, Error> {
        let total = self.own.less(self.attributed_out).plus(self.attributed_in);
        total.map(|_| self).map_err(|error| error.about("doelgroep_hours_attributed_in"))
    }
}

/// One employer in one calendar year: all that an assessment needs.
///
/// Hours of an employer that was not one all year are taken as they are: no rule for restating
/// them was ever set (Wfsv 34 lid 8 b).
///
/// ```
/// use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year};
///
/// let year = Year::new(2026)?;
/// let employer = EmployerYear::new(
///     Sector::Overheid,
///     HoursBase::new(year.previous()?, Hours::whole(178_000)),
///     HoursBase::new(year, Hours::whole(180_000)),
///     DoelgroepHours::new(Hours::whole(2_662)),
/// )?;
/// assert_eq!((employer.year(), employer.sector()), (year, Sector::Overheid));
/// assert_eq!(employer.hours_base().hours(), Hours::whole(180_000));
/// assert_eq!(employer.previous_year().hours(), Hours::whole(178_000));
/// assert_eq!(employer.doelgroep_hours().hours(), Hours::whole(2_662));
/// // What it may have besides:
/// assert_eq!((employer.id(), employer.quotumpercentage(), employer.scheme()), (None, None, None));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmployerYear {
    id: Option<Arc<str>>,
    sector: Sector,
    previous_year: HoursBase,
    hours: HoursBase,
    doelgroep: DoelgroepHours,
    quotumpercentage: Option<Percentage>,
    scheme: Option<Arc<Scheme>>,
}

impl EmployerYear {
    /// The employer in the year of `hours`; `previous_year` decides the threshold with it.
    ///
    /// ```
    /// use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year};
    ///
    /// let base = HoursBase::new(Year::new(2026)?, Hours::whole(180_000));
    /// let doelgroep = DoelgroepHours::new(Hours::whole(2_662));
    /// let error = EmployerYear::new(Sector::Overheid, base, base, doelgroep).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "previous_year: 2026 is not 2025, the year before the year assessed"
    /// );
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::NotTheYearBefore`] if `previous_year` is another year,
    /// [`Error::PartExceedsWhole`] if the own doelgroep hours are more than the paid hours, and
    /// [`Error::OutOfRange`] for [`Year::MIN`], which has no year before.
    pub fn new(
        sector: Sector,
        previous_year: HoursBase,
        hours: HoursBase,
        doelgroep: DoelgroepHours,
    ) -> Result<Self, Error> {
        let expected = hours.year.previous()?;
        if previous_year.year != expected {
            return Err(Error::NotTheYearBefore {
                field: Field::new("previous_year"),
                value: previous_year.year.number(),
                expected: expected.number(),
            });
        }
        part_of("doelgroep_hours", doelgroep.own, "paid_hours", hours.paid_hours)?;
        let (id, quotumpercentage, scheme) = (None, None, None);
        Ok(Self { id, sector, previous_year, hours, doelgroep, quotumpercentage, scheme })
    }

    /// With the caller's own key, given back with the assessment.
    ///
    /// ```
    /// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
    /// # let year = Year::new(2026)?;
    /// # let employer = EmployerYear::new(
    /// #     Sector::Overheid,
    /// #     HoursBase::new(year.previous()?, Hours::whole(178_000)),
    /// #     HoursBase::new(year, Hours::whole(180_000)),
    /// #     DoelgroepHours::new(Hours::whole(2_662)),
    /// # )?;
    /// let outcome = assess(&employer.with_id("school"))?;
    /// assert_eq!(outcome.id(), Some("school"));
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[must_use]
    pub fn with_id(mut self, id: impl Into<Arc<str>>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// With a quotumpercentage of the caller's own, which wins over the published one.
    ///
    /// ```
    /// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
    /// # let year = Year::new(2026)?;
    /// # let employer = EmployerYear::new(
    /// #     Sector::Overheid,
    /// #     HoursBase::new(year.previous()?, Hours::whole(178_000)),
    /// #     HoursBase::new(year, Hours::whole(180_000)),
    /// #     DoelgroepHours::new(Hours::whole(2_662)),
    /// # )?;
    /// let outcome = assess(&employer.with_quotumpercentage("2.1".parse()?))?;
    /// assert_eq!(outcome.quotumpercentage()?.to_string(), "2.10");
    /// assert_eq!(outcome.quotumpercentage_source()?.word(), "given");
    /// assert_eq!(outcome.required_hours()?.to_string(), "3780"); // 180,000 x 2.1 %
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[must_use]
    pub fn with_quotumpercentage(mut self, quotumpercentage: Percentage) -> Self {
        self.quotumpercentage = Some(quotumpercentage);
        self
    }

    /// Under the Wet banenafspraak instead of the quotumheffing.
    ///
    /// ```
    /// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
    /// # let year = Year::new(2026)?;
    /// # let employer = EmployerYear::new(
    /// #     Sector::Overheid,
    /// #     HoursBase::new(year.previous()?, Hours::whole(178_000)),
    /// #     HoursBase::new(year, Hours::whole(180_000)),
    /// #     DoelgroepHours::new(Hours::whole(2_662)),
    /// # )?;
    /// use banenafspraak::{Euro, Scheme};
    ///
    /// # let scheme = Scheme {
    /// #     activation_decided_in: Year::new(2024)?,
    /// #     surcharge_percentage: "0.25".parse()?,
    /// #     bonus_per_hour: "3.77".parse()?,
    /// #     bonus_maximum: Euro::whole(5_000),
    /// #     premium_wage: Euro::whole(5_000_000),
    /// #     premium_wage_two_years_before: Euro::whole(4_800_000),
    /// #     average_premium_wage_two_years_before: Euro::whole(43_300),
    /// #     became_employer_in: None,
    /// #     bonus_workers: vec![Hours::whole(1_331), Hours::whole(1_331)],
    /// # };
    /// let employer = employer.with_scheme(scheme); // as in the example of `Scheme`
    /// assert_eq!(employer.scheme().unwrap().bonus_workers.len(), 2);
    /// assert_eq!(assess(&employer)?.regime().word(), "wet_banenafspraak");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[must_use]
    pub fn with_scheme(mut self, scheme: Scheme) -> Self {
        self.scheme = Some(Arc::new(scheme));
        self
    }

    /// The same employer with other paid hours, own doelgroep hours and hours attributed to it.
    pub(crate) fn with_hours(
        &self,
        paid: Hours,
        own: Hours,
        attributed_in: Hours,
    ) -> Result<Self, Error> {
        let HoursBase { year, lent_out_agency_hours, wsw_hours, .. } = self.hours;
        let hours = HoursBase::new(year, paid)
            .with_lent_out_agency_hours(lent_out_agency_hours)?
            .with_wsw_hours(wsw_hours)?;
        let doelgroep = DoelgroepHours::new(own)
            .with_attributed_out(self.doelgroep.attributed_out)?
            .with_attributed_in(attributed_in)?;
        self.with_year(hours, doelgroep)
    }

    /// The same employer with other hours of the year.
    pub(crate) fn with_year(
        &self,
        hours: HoursBase,
        doelgroep: DoelgroepHours,
    ) -> Result<Self, Error> {
        let checked = Self::new(self.sector, self.previous_year, hours, doelgroep)?;
        let Self { id, quotumpercentage, scheme, .. } = self.clone();
        Ok(Self { id, quotumpercentage, scheme, ..checked })
    }

    /// The same employer a year later with the same hours, after a year of those of `previous`; and
    /// without a quotumpercentage, which is of this year.
    pub(crate) fn a_year_later(&self, previous: &HoursBase) -> Result<Self, Error> {
        let hours = HoursBase { year: self.year().next()?, ..self.hours };
        Ok(Self { previous_year: *previous, hours, quotumpercentage: None, ..self.clone() })
    }

    /// Without a scheme: assessed for the quotumheffing.
    #[must_use]
    pub fn without_scheme(mut self) -> Self {
        self.scheme = None;
        self
    }

    /// The caller's own key.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The year.
    pub const fn year(&self) -> Year {
        self.hours.year
    }

    /// The sector.
    pub const fn sector(&self) -> Sector {
        self.sector
    }

    /// The hours of the year.
    pub const fn hours_base(&self) -> &HoursBase {
        &self.hours
    }

    /// The hours of the year before.
    pub const fn previous_year(&self) -> &HoursBase {
        &self.previous_year
    }

    /// The doelgroep's hours of the year.
    pub const fn doelgroep_hours(&self) -> &DoelgroepHours {
        &self.doelgroep
    }

    /// The quotumpercentage the caller gave.
    pub const fn quotumpercentage(&self) -> Option<Percentage> {
        self.quotumpercentage
    }

    /// The scheme of the Wet banenafspraak, if it is assessed under that law.
    pub fn scheme(&self) -> Option<&Scheme> {
        self.scheme.as_deref()
    }
}

fn part_of(
    part: &'static str,
    value: Hours,
    whole: &'static str,
    whole_value: Hours,
) -> Result<(), Error> {
    if value <= whole_value {
        return Ok(());
    }
    Err(Error::PartExceedsWhole {
        field: Field::new(part),
        value: value.to_decimal(),
        whole,
        whole_value: whole_value.to_decimal(),
    })
}
