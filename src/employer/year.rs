//! One employer in one calendar year.

use std::sync::Arc;

use super::coverage::Coverage;
use super::hours::{DoelgroepHours, HoursBase, part_of};
use super::scheme::Scheme;
use crate::error::Error;
use crate::law::Sector;
use crate::parameters::Figures;
use crate::unit::{Hours, Percentage, Year};

/// One employer in one calendar year: all that an assessment needs.
///
/// The employer is the fiscal number: sub-numbers of a wage return (`L01`, `L02`) are added up, for
/// hours, wages and threshold (the statute says "per werkgever"; the fiscal number is a choice of
/// this library that follows the ministry). Hours of an employer that was not one all year are taken
/// as they are: no rule for restating them was ever set (Wfsv 34 lid 8 b).
///
/// ```
/// use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year};
///
/// let year = Year::new(2026)?;
/// let employer = EmployerYear::new(
///     year,
///     Sector::Overheid,
///     HoursBase::new(Hours::whole(180_000)),
///     DoelgroepHours::new(Hours::whole(2_662)),
/// )?
/// .with_previous_year(HoursBase::new(Hours::whole(178_000)));
/// assert_eq!((employer.year(), employer.sector()), (year, Sector::Overheid));
/// assert_eq!(employer.hours_base().hours(), Hours::whole(180_000));
/// assert_eq!(employer.previous_year().unwrap().hours(), Hours::whole(178_000));
/// assert_eq!(employer.doelgroep_hours().hours(), Hours::whole(2_662));
/// // What it may have besides:
/// assert_eq!((employer.id(), employer.quotumpercentage()), (None, None));
/// assert_eq!((employer.scheme(), employer.coverage()), (None, None));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmployerYear {
    id: Option<Arc<str>>,
    year: Year,
    sector: Sector,
    hours: HoursBase,
    previous_year: Option<HoursBase>,
    doelgroep: DoelgroepHours,
    quotumpercentage: Option<Percentage>,
    coverage: Option<Arc<Coverage>>,
    scheme: Option<Arc<Scheme>>,
}

impl EmployerYear {
    /// The employer with the hours of the year. The year before is unknown until
    /// [`with_previous_year`](Self::with_previous_year) gives it, and then so is the liability,
    /// unless the year itself exempts.
    ///
    /// ```
    /// use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year};
    ///
    /// let hours = HoursBase::new(Hours::whole(500_000)).with_wsw_hours(Hours::whole(100_000))?;
    /// let year = Year::new(2026)?;
    /// let doelgroep = DoelgroepHours::new(Hours::whole(400_000));
    /// assert!(EmployerYear::new(year, Sector::Overheid, hours, doelgroep).is_ok());
    /// let more = DoelgroepHours::new(Hours::whole(450_000));
    /// let error = EmployerYear::new(year, Sector::Overheid, hours, more).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "doelgroep_hours: 450000 is more than paid_hours less wsw_hours, 400000, of which it is \
    ///      a part"
    /// );
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::PartExceedsWhole`](crate::ErrorKind::PartExceedsWhole) if the own doelgroep hours are more than the paid hours less those
    /// in a Wsw employment, which never count at their own employer (Wfsv 38g lid 4).
    pub fn new(
        year: Year,
        sector: Sector,
        hours: HoursBase,
        doelgroep: DoelgroepHours,
    ) -> Result<Self, Error> {
        let (rest, whole) = hours.paid_hours_less(hours.wsw_hours(), "paid_hours less wsw_hours");
        part_of("doelgroep_hours", doelgroep.own(), whole, rest)?;
        Ok(Self {
            id: None,
            year,
            sector,
            hours,
            previous_year: None,
            doelgroep,
            quotumpercentage: None,
            coverage: None,
            scheme: None,
        })
    }

    /// With the hours of the year before, which decide the threshold with those of the year (Wfsv
    /// 34 lid 4); `None`: they are not known.
    ///
    /// ```
    /// use banenafspraak::{Hours, HoursBase, assess};
    ///
    /// let employer = banenafspraak::sample::school()?.with_previous_year(None);
    /// assert_eq!(assess(&employer)?.liability().word(), "unknown_previous_year");
    /// let small = employer.clone().with_previous_year(HoursBase::new(Hours::whole(40_000)));
    /// assert_eq!(assess(&small)?.liability().word(), "exempt_previous_year");
    /// let large = employer.with_previous_year(HoursBase::new(Hours::whole(178_000)));
    /// assert_eq!(assess(&large)?.liability().word(), "liable");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[must_use]
    pub fn with_previous_year(mut self, hours: impl Into<Option<HoursBase>>) -> Self {
        self.previous_year = hours.into();
        self
    }

    /// With what is known of the days that the hours cover: a year that is not complete does not
    /// exempt.
    ///
    /// ```
    /// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
    /// use banenafspraak::employer::Coverage;
    ///
    /// let employer = EmployerYear::new(
    ///     Year::new(2026)?,
    ///     Sector::Overheid,
    ///     HoursBase::new(Hours::whole(6_933)), // 20 workers in January and February
    ///     DoelgroepHours::default(),
    /// )?
    /// .with_previous_year(HoursBase::new(Hours::whole(41_600)));
    /// assert_eq!(assess(&employer)?.liability().word(), "exempt_year");
    /// let hours_until = "2026-02-28".parse().ok();
    /// let coverage = Coverage { hours_until, ..Coverage::default() };
    /// let employer = employer.with_coverage(coverage)?;
    /// assert_eq!(assess(&employer)?.liability().word(), "unknown_year");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotInYear`](crate::ErrorKind::NotInYear) for missing days, or hours until a day, of another year;
    /// [`ErrorKind::EndsBeforeItBegins`](crate::ErrorKind::EndsBeforeItBegins) for missing days that do; [`ErrorKind::Superfluous`](crate::ErrorKind::Superfluous) for missing
    /// days of a year that is complete, and for hours until its last day;
    /// [`ErrorKind::Contradiction`](crate::ErrorKind::Contradiction) for missing days that are given twice, and for hours until another
    /// day than that before the first gap.
    pub fn with_coverage(mut self, coverage: Coverage) -> Result<Self, Error> {
        let coverage = coverage.checked(self.year)?;
        self.coverage = (!coverage.is_silent()).then(|| Arc::new(coverage));
        Ok(self)
    }

    /// With the caller's own key, given back with the assessment.
    ///
    /// ```
    /// use banenafspraak::assess;
    ///
    /// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
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
    /// use banenafspraak::assess;
    ///
    /// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
    /// let outcome = assess(&employer.with_quotumpercentage("2.1".parse()?))?;
    /// let quota = outcome.quota().unwrap();
    /// assert_eq!(quota.quotumpercentage().to_string(), "2.10");
    /// assert_eq!(quota.quotumpercentage_source().word(), "given");
    /// assert_eq!(quota.required_hours().to_string(), "3780"); // 180,000 x 2.1 %
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[must_use]
    pub fn with_quotumpercentage(mut self, quotumpercentage: Percentage) -> Self {
        self.quotumpercentage = Some(quotumpercentage);
        self
    }

    /// With a quotumpercentage for where there is none: neither the employer nor the figures have one.
    ///
    /// ```
    /// use banenafspraak::Figures;
    ///
    /// let (figures, default) = (Figures::published(), "2.1".parse()?);
    /// let school = banenafspraak::sample::school()?.or_quotumpercentage(default, &figures);
    /// assert_eq!(school.quotumpercentage(), None); // that of 2026 is published
    /// let own = school.with_quotumpercentage("1.9".parse()?).or_quotumpercentage(default, &figures);
    /// assert_eq!(own.quotumpercentage().unwrap().to_string(), "1.90");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[must_use]
    pub fn or_quotumpercentage(self, default: Percentage, figures: &Figures) -> Self {
        let is_known = self.quotumpercentage.is_some()
            || figures.quotumpercentage(self.year, self.sector).is_ok();
        if is_known { self } else { self.with_quotumpercentage(default) }
    }

    /// Under the Wet banenafspraak instead of the quotumheffing.
    ///
    /// ```
    /// use banenafspraak::assess;
    ///
    /// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
    /// let scheme = banenafspraak::sample::scheme()?;
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
        let hours = HoursBase::new(paid)
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
        let Self { hours, doelgroep, .. } = Self::new(self.year, self.sector, hours, doelgroep)?;
        Ok(Self { hours, doelgroep, ..self.clone() })
    }

    /// The same employer, nothing said of the days of the year: its hours were extended to all of it.
    pub(crate) fn with_extended_year(&self) -> Self {
        let before = self.year.previous().ok();
        let coverage = self.coverage().map_or_else(Coverage::default, |known| Coverage {
            previous_year_complete: known.previous_year_complete,
            missing: before.into_iter().flat_map(|year| known.missing_in(year).cloned()).collect(),
            ..Coverage::default()
        });
        Self { coverage: (!coverage.is_silent()).then(|| Arc::new(coverage)), ..self.clone() }
    }

    /// The same employer a year later with the same hours, after a year of those of `previous`; and
    /// without a quotumpercentage, which is of this year.
    pub(crate) fn a_year_later(&self, previous: &HoursBase) -> Result<Self, Error> {
        // The hours of a part of this year are those of a part of the next.
        let complete = self.coverage().and_then(|coverage| coverage.complete);
        let complete = complete.filter(|complete| !complete);
        let coverage =
            Coverage { complete, previous_year_complete: complete, ..Coverage::default() };
        Ok(Self {
            year: self.year.next()?,
            previous_year: Some(*previous),
            coverage: (!coverage.is_silent()).then(|| Arc::new(coverage)),
            quotumpercentage: None,
            ..self.clone()
        })
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
        self.year
    }

    /// The sector.
    pub const fn sector(&self) -> Sector {
        self.sector
    }

    /// The hours of the year.
    pub const fn hours_base(&self) -> &HoursBase {
        &self.hours
    }

    /// The hours of the year before, if they are known.
    pub const fn previous_year(&self) -> Option<&HoursBase> {
        self.previous_year.as_ref()
    }

    /// What is known of the days that the hours cover; `None`: nobody says.
    pub fn coverage(&self) -> Option<&Coverage> {
        self.coverage.as_deref()
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
