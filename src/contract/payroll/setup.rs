//! What is known of a payroll before its records.

use crate::employer::SchemeParameters;
use crate::error::Error;
use crate::json::Node;
use crate::payroll::Allow;
use crate::unit::Year;

/// The year of a payroll, and how it is read.
pub(super) struct Setup {
    pub(super) year: Year,
    pub(super) scheme: Option<SchemeParameters>,
    pub(super) allow: Allow,
    #[cfg_attr(not(feature = "loonaangifte"), expect(dead_code, reason = "of wage returns"))]
    pub(super) show_persons: bool,
    /// The tables that came with it.
    pub(super) tables: [Option<Node<'static>>; 4],
}

/// A payroll as an object.
struct SetupObject {
    year: Year,
    scheme: Option<SchemeParameters>,
    allow_repeats: Option<bool>,
    allow_overlaps: Option<bool>,
    show_persons: Option<bool>,
    employers: Option<Node<'static>>,
    register: Option<Node<'static>>,
    attributions: Option<Node<'static>>,
    records: Option<Node<'static>>,
}

read! {
    Setup, SetupObject, TryInto::try_into,
    needed year Year, optional scheme SchemeParameters, optional allow_repeats bool,
    optional allow_overlaps bool, optional show_persons bool, optional employers Node<'static>,
    optional register Node<'static>, optional attributions Node<'static>,
    optional records Node<'static>,
}

impl TryFrom<SetupObject> for Setup {
    type Error = Error;

    fn try_from(object: SetupObject) -> Result<Self, Error> {
        Ok(Self {
            year: object.year,
            scheme: object.scheme,
            allow: Allow {
                repeats: object.allow_repeats.unwrap_or(false),
                overlaps: object.allow_overlaps.unwrap_or(false),
            },
            show_persons: object.show_persons.unwrap_or(false),
            tables: [object.employers, object.register, object.attributions, object.records],
        })
    }
}

// The scheme's parameters, the same for all employers.
read! {
    SchemeParameters, SchemeParameters, Ok,
    needed activation_decided_in _, needed surcharge_percentage _, needed bonus_per_hour _,
    needed bonus_maximum _, needed average_premium_wage_two_years_before _,
}
