//! The hours of an employer: its base, and those of the doelgroep.

use crate::employer::{DoelgroepHours, HoursBase};
use crate::error::Error;
use crate::unit::Hours;

object! {
    /// The hours base, of the year beside the other fields and of the year before as an object.
    Base {
        paid_hours: needed Hours,
        lent_out_agency_hours: defaulted Hours,
        wsw_hours: defaulted Hours,
    }
}
form! { HoursBase = Base: read, write, Serialize }

impl TryFrom<Base> for HoursBase {
    type Error = Error;

    fn try_from(base: Base) -> Result<Self, Error> {
        Self::new(base.paid_hours)
            .with_lent_out_agency_hours(base.lent_out_agency_hours)?
            .with_wsw_hours(base.wsw_hours)
    }
}

impl From<&HoursBase> for Base {
    fn from(base: &HoursBase) -> Self {
        Self {
            paid_hours: base.paid_hours(),
            lent_out_agency_hours: base.lent_out_agency_hours(),
            wsw_hours: base.wsw_hours(),
        }
    }
}

object! {
    /// The hours of the doelgroep, beside the other fields.
    Doelgroep {
        doelgroep_hours: needed Hours,
        doelgroep_hours_attributed_out: defaulted Hours,
        doelgroep_hours_attributed_in: defaulted Hours,
    }
}
form! { DoelgroepHours = Doelgroep: read, write }

impl TryFrom<Doelgroep> for DoelgroepHours {
    type Error = Error;

    fn try_from(hours: Doelgroep) -> Result<Self, Error> {
        Self::new(hours.doelgroep_hours)
            .with_attributed_out(hours.doelgroep_hours_attributed_out)?
            .with_attributed_in(hours.doelgroep_hours_attributed_in)
    }
}

impl From<&DoelgroepHours> for Doelgroep {
    fn from(hours: &DoelgroepHours) -> Self {
        Self {
            doelgroep_hours: hours.own(),
            doelgroep_hours_attributed_out: hours.attributed_out(),
            doelgroep_hours_attributed_in: hours.attributed_in(),
        }
    }
}
