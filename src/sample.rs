//! The employer and the scheme of the documentation's examples.
//!
//! ```
//! use banenafspraak::assess;
//!
//! let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
//! assert_eq!(assess(&employer)?.quota().unwrap().quotumtekort().to_string(), "1.4");
//! # Ok::<(), banenafspraak::Error>(())
//! ```

use crate::employer::{DoelgroepHours, EmployerYear, HoursBase, Scheme, SchemeParameters};
use crate::error::Error;
use crate::law::Sector;
use crate::unit::{Euro, Hours, Year};

/// A school with 180,000 paid hours in 2026, of which 2,662 by the doelgroep; 178,000 the year before.
///
/// # Errors
///
/// None: it is a right one.
pub fn school() -> Result<EmployerYear, Error> {
    school_with(2_662)
}

/// The same school with other hours by the doelgroep.
///
/// # Errors
///
/// More of them than of all.
pub fn school_with(doelgroep_hours: u32) -> Result<EmployerYear, Error> {
    let hours = HoursBase::new(Hours::whole(180_000));
    let doelgroep = DoelgroepHours::new(Hours::whole(doelgroep_hours));
    let school = EmployerYear::new(Year::new(2026)?, Sector::Overheid, hours, doelgroep)?;
    Ok(school.with_previous_year(HoursBase::new(Hours::whole(178_000))))
}

/// A scheme of the Wet banenafspraak as in the example of [`Scheme`].
///
/// # Errors
///
/// None: it is a right one.
pub fn scheme() -> Result<Scheme, Error> {
    Ok(Scheme {
        parameters: SchemeParameters {
            activation_decided_in: Year::new(2024)?,
            surcharge_percentage: "0.25".parse()?,
            bonus_per_hour: "3.77".parse()?,
            bonus_maximum: Euro::whole(5_000),
            average_premium_wage_two_years_before: Euro::whole(43_300),
        },
        premium_wage: Euro::whole(5_000_000),
        premium_wage_two_years_before: Euro::whole(4_800_000),
        became_employer_in: None,
        bonus_workers: vec![Hours::whole(1_331), Hours::whole(1_331)],
    })
}
