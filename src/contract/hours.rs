//! The hours of an employer: its base, and those of the doelgroep.

use crate::employer::{DoelgroepHours, HoursBase};
use crate::error::Error;
use crate::unit::Hours;

object! {
    /// The hours base: of the year beside the other fields, of the year before an object of its own.
    HoursBase as it by Base {
        paid_hours: needed Hours = it.paid_hours(),
        lent_out_agency_hours: defaulted Hours = it.lent_out_agency_hours(),
        wsw_hours: defaulted Hours = it.wsw_hours(),
    }
}
serialize! { HoursBase }

impl TryFrom<Base> for HoursBase {
    type Error = Error;

    fn try_from(base: Base) -> Result<Self, Error> {
        Self::new(base.paid_hours)
            .with_lent_out_agency_hours(base.lent_out_agency_hours)?
            .with_wsw_hours(base.wsw_hours)
    }
}

object! {
    /// The hours of the doelgroep, beside the other fields.
    DoelgroepHours as it by Doelgroep {
        doelgroep_hours: needed Hours = it.own(),
        doelgroep_hours_attributed_out: defaulted Hours = it.attributed_out(),
        doelgroep_hours_attributed_in: defaulted Hours = it.attributed_in(),
    }
}

impl TryFrom<Doelgroep> for DoelgroepHours {
    type Error = Error;

    fn try_from(hours: Doelgroep) -> Result<Self, Error> {
        Self::new(hours.doelgroep_hours)
            .with_attributed_out(hours.doelgroep_hours_attributed_out)?
            .with_attributed_in(hours.doelgroep_hours_attributed_in)
    }
}
