//! One employer in one calendar year.

use std::sync::Arc;

use super::hours::{DoelgroepHours, HoursBase, part_of};
use super::scheme::Scheme;
use crate::error::{Error, Field};
use crate::law::Sector;
use crate::unit::{Hours, Percentage, Year};

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
        let expected = hours.year().previous()?;
        if previous_year.year() != expected {
            return Err(Error::NotTheYearBefore {
                field: Field::new("previous_year"),
                value: previous_year.year().number(),
                expected: expected.number(),
            });
        }
        part_of("doelgroep_hours", doelgroep.own(), "paid_hours", hours.paid_hours())?;
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
        let hours = HoursBase::new(self.year(), paid)
            .with_lent_out_agency_hours(self.hours.lent_out_agency_hours())?
            .with_wsw_hours(self.hours.wsw_hours())?;
        let doelgroep = DoelgroepHours::new(own)
            .with_attributed_out(self.doelgroep.attributed_out())?
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
        let hours = self.hours.in_year(self.year().next()?);
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
        self.hours.year()
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
