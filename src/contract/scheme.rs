//! The scheme of the Wet banenafspraak.

use crate::employer::{Scheme, SchemeParameters};
use crate::error::Error;
use crate::unit::{Euro, EuroPerHour, Hours, Percentage, Year};

object! {
    /// The scheme, with its parameters beside the wages of the employer.
    SchemeObject {
        activation_decided_in: needed Year,
        surcharge_percentage: needed Percentage,
        bonus_per_hour: needed EuroPerHour,
        bonus_maximum: needed Euro,
        premium_wage: needed Euro,
        premium_wage_two_years_before: needed Euro,
        average_premium_wage_two_years_before: needed Euro,
        became_employer_in: optional Year,
        bonus_workers: needed Vec<Worker>,
    }
}
form! { Scheme = SchemeObject: read, write, Serialize, Deserialize }

object! {
    /// A worker who earns the bonus.
    Worker {
        paid_hours: needed Hours,
    }
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

impl From<&Scheme> for SchemeObject {
    fn from(scheme: &Scheme) -> Self {
        let parameters = &scheme.parameters;
        let workers = scheme.bonus_workers.iter().map(|&paid_hours| Worker { paid_hours });
        Self {
            activation_decided_in: parameters.activation_decided_in,
            surcharge_percentage: parameters.surcharge_percentage,
            bonus_per_hour: parameters.bonus_per_hour,
            bonus_maximum: parameters.bonus_maximum,
            premium_wage: scheme.premium_wage,
            premium_wage_two_years_before: scheme.premium_wage_two_years_before,
            average_premium_wage_two_years_before: parameters.average_premium_wage_two_years_before,
            became_employer_in: scheme.became_employer_in,
            bonus_workers: workers.collect(),
        }
    }
}
