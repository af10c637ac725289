//! A scenario: parameters of the Wet banenafspraak, each with its label.

use serde::{Serialize, Serializer};

use crate::error::Error;
use crate::json::{Value, WriteFields as _};
use crate::planning::{Label, Parameter, Scenario};

object! {
    Scenario as it {
        name: needed = it.name,
        activation_decided_in: needed = it.activation_decided_in,
        surcharge_percentage: needed = it.surcharge_percentage,
        bonus_per_hour: needed = it.bonus_per_hour,
        bonus_maximum: needed = it.bonus_maximum,
        average_premium_wage_two_years_before: needed = it.average_premium_wage_two_years_before,
    }
}
serialize! { Scenario }
deserialize! { Scenario }

object! {
    /// A parameter with what it is and where it comes from.
    Parameter<T> as it by ParameterObject where T: [Value + Serialize + Copy] {
        value: needed T = it.value(),
        label: needed Label = it.label(),
        source: optional Box<str> = it.source(),
    }
}

impl<T: Copy> TryFrom<ParameterObject<T>> for Parameter<T> {
    type Error = Error;

    fn try_from(object: ParameterObject<T>) -> Result<Self, Error> {
        Self::new(object.value, object.label, object.source.as_deref())
    }
}

impl<T: Value + Serialize + Copy> Serialize for Parameter<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.write_object(serializer)
    }
}
