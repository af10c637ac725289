//! The scheme of the Wet banenafspraak.

use crate::employer::{Scheme, SchemeParameters};
use crate::error::Error;
use crate::unit::{Euro, EuroPerHour, Hours, Percentage, Year};

object! {
    /// The scheme, with its parameters beside the wages of the employer.
    Scheme as it by SchemeObject let parameters = &it.parameters; {
        activation_decided_in: needed Year = parameters.activation_decided_in,
        surcharge_percentage: needed Percentage = parameters.surcharge_percentage,
        bonus_per_hour: needed EuroPerHour = parameters.bonus_per_hour,
        bonus_maximum: needed Euro = parameters.bonus_maximum,
        premium_wage: needed Euro = it.premium_wage,
        premium_wage_two_years_before: needed Euro = it.premium_wage_two_years_before,
        average_premium_wage_two_years_before: needed Euro =
            parameters.average_premium_wage_two_years_before,
        became_employer_in: optional Year = it.became_employer_in,
        bonus_workers: needed Vec<Worker> = workers(&it.bonus_workers),
    }
}
serialize! { Scheme }
deserialize! { Scheme }

/// A worker who earns the bonus.
struct Worker {
    paid_hours: Hours,
}

object! {
    Worker as it {
        paid_hours: needed = it.paid_hours,
    }
}
serialize! { Worker }

fn workers(hours: &[Hours]) -> Vec<Worker> {
    hours.iter().map(|&paid_hours| Worker { paid_hours }).collect()
}

impl TryFrom<SchemeObject> for Scheme {
    type Error = Error;

    fn try_from(object: SchemeObject) -> Result<Self, Error> {
        Ok(Self {
            parameters: SchemeParameters {
                activation_decided_in: object.activation_decided_in,
                surcharge_percentage: object.surcharge_percentage,
                bonus_per_hour: object.bonus_per_hour,
                bonus_maximum: object.bonus_maximum,
                average_premium_wage_two_years_before: object.average_premium_wage_two_years_before,
            },
            premium_wage: object.premium_wage,
            premium_wage_two_years_before: object.premium_wage_two_years_before,
            became_employer_in: object.became_employer_in,
            bonus_workers: object.bonus_workers.iter().map(|worker| worker.paid_hours).collect(),
        })
    }
}
