//! Hours: the base A of a year, and the doelgroep's hours C (Wfsv 38g).

use crate::error::{Error, ErrorKind};
use crate::unit::Hours;

/// The paid hours of one year and what is taken from them: hours base A of Wfsv 38g lid 2, 3, 5.
///
/// ```
/// use banenafspraak::{Hours, HoursBase};
///
/// let base = HoursBase::new(Hours::whole(180_000))
///     .with_lent_out_agency_hours(Hours::whole(20_000))?
///     .with_wsw_hours(Hours::whole(1_000))?;
/// assert_eq!(base.paid_hours(), Hours::whole(180_000));
/// assert_eq!(base.lent_out_agency_hours(), Hours::whole(20_000));
/// assert_eq!(base.wsw_hours(), Hours::whole(1_000));
/// assert_eq!(base.hours(), Hours::whole(159_000));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[doc(alias = "verloonde uren")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[expect(clippy::struct_field_names, reason = "the contract's names")]
pub struct HoursBase {
    paid_hours: Hours,
    lent_out_agency_hours: Hours,
    wsw_hours: Hours,
}

impl HoursBase {
    /// All paid hours of a year, nothing taken from them.
    ///
    /// ```
    /// use banenafspraak::{Hours, HoursBase};
    ///
    /// let base = HoursBase::new(Hours::whole(180_000));
    /// assert_eq!(base.hours(), base.paid_hours());
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub const fn new(paid_hours: Hours) -> Self {
        Self { paid_hours, lent_out_agency_hours: Hours::ZERO, wsw_hours: Hours::ZERO }
    }

    /// Of the paid hours, those of agency personnel that the employer lends out (Besluit Wfsv 2.31).
    ///
    /// ```
    /// use banenafspraak::{Hours, HoursBase};
    ///
    /// let base = HoursBase::new(Hours::whole(180_000));
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
    /// [`ErrorKind::PartExceedsWhole`] if they and the Wsw hours are more than the paid hours.
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
    /// use banenafspraak::{Hours, HoursBase};
    ///
    /// let base = HoursBase::new(Hours::whole(180_000))
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
    /// [`ErrorKind::PartExceedsWhole`] if they and the lent-out hours are more than the paid hours.
    pub fn with_wsw_hours(mut self, hours: Hours) -> Result<Self, Error> {
        let lent_out = self.lent_out_agency_hours;
        let (rest, whole) = self.paid_hours_less(lent_out, "paid_hours less lent_out_agency_hours");
        part_of("wsw_hours", hours, whole, rest)?;
        self.wsw_hours = hours;
        Ok(self)
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
    /// use banenafspraak::{Hours, HoursBase};
    ///
    /// let base = HoursBase::new(Hours::whole(180_000))
    ///     .with_wsw_hours("1000.5".parse()?)?;
    /// assert_eq!(base.hours().to_string(), "178999.5");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[inline]
    pub fn hours(&self) -> Hours {
        // The constructors keep the parts within the whole.
        self.paid_hours.saturating_sub(self.lent_out_agency_hours).saturating_sub(self.wsw_hours)
    }

    /// What the other part leaves of the paid hours, and what an error calls it.
    pub(super) fn paid_hours_less(
        &self,
        other: Hours,
        called: &'static str,
    ) -> (Hours, &'static str) {
        let whole = if other == Hours::ZERO { "paid_hours" } else { called };
        (self.paid_hours.saturating_sub(other), whole)
    }
}

/// The doelgroep's paid hours C of Wfsv 38g lid 2, 3, 4: own, less attributed to inleners, plus
/// attributed by uitleners.
///
/// Hours count only as they are in the polisadministratie (Wfsv 38b lid 4): those given are taken to be
/// what was filed. People equated under old job schemes (Wiw, ID; 38f lid 5, 6) are in UWV's register
/// with that ground, so nothing special is done for them.
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
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
    /// [`ErrorKind::PartExceedsWhole`] if they are more than the own hours.
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
    /// [`ErrorKind::OutOfRange`] if the total leaves the bounds of hours.
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
        self.own.saturating_sub(self.attributed_out).and(self.attributed_in)
    }

    fn checked(self) -> Result<Self, Error> {
        let total = self.own.saturating_sub(self.attributed_out).checked_add(self.attributed_in);
        total.map(|_| self).map_err(|error| error.about("doelgroep_hours_attributed_in"))
    }
}

/// Checks that a part is no more than its whole.
pub(super) fn part_of(
    part: &'static str,
    value: Hours,
    whole: &'static str,
    whole_value: Hours,
) -> Result<(), Error> {
    if value <= whole_value {
        return Ok(());
    }
    Err(Error::new(
        part,
        ErrorKind::PartExceedsWhole {
            value: value.to_decimal(),
            whole,
            whole_value: whole_value.to_decimal(),
        },
    ))
}
