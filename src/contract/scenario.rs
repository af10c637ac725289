//! A scenario: parameters of the Wet banenafspraak, each with its label.

use serde::{Serialize, Serializer};

use crate::error::Error;
use crate::json::{Node, ReadFields as _, Value, WriteFields as _};
use crate::planning::{Label, Parameter, Scenario};
use crate::unit::{Euro, EuroPerHour, Percentage, Year};

object! {
    /// A named set of parameters.
    ScenarioObject {
        name: needed String,
        activation_decided_in: needed Parameter<Year>,
        surcharge_percentage: needed Parameter<Percentage>,
        bonus_per_hour: needed Parameter<EuroPerHour>,
        bonus_maximum: needed Parameter<Euro>,
        average_premium_wage_two_years_before: needed Parameter<Euro>,
    }
}
form! { Scenario = ScenarioObject: read, write, Serialize, Deserialize }

impl TryFrom<ScenarioObject> for Scenario {
    type Error = Error;

    fn try_from(object: ScenarioObject) -> Result<Self, Error> {
        Ok(Self {
            name: object.name.into(),
            activation_decided_in: object.activation_decided_in,
            surcharge_percentage: object.surcharge_percentage,
            bonus_per_hour: object.bonus_per_hour,
            bonus_maximum: object.bonus_maximum,
            average_premium_wage_two_years_before: object.average_premium_wage_two_years_before,
        })
    }
}

impl From<&Scenario> for ScenarioObject {
    fn from(scenario: &Scenario) -> Self {
        let scenario = scenario.clone();
        Self {
            name: scenario.name.into(),
            activation_decided_in: scenario.activation_decided_in,
            surcharge_percentage: scenario.surcharge_percentage,
            bonus_per_hour: scenario.bonus_per_hour,
            bonus_maximum: scenario.bonus_maximum,
            average_premium_wage_two_years_before: scenario.average_premium_wage_two_years_before,
        }
    }
}

object! {
    /// A parameter with what it is and where it comes from.
    ParameterObject<T> {
        value: needed T,
        label: needed Label,
        source: optional String,
    }
}

impl<T: Value + Copy> Value for Parameter<T> {
    fn read(node: &Node<'_>, name: &'static str) -> Result<Self, Error> {
        let read = ParameterObject::<T>::read_object(node);
        read.and_then(|it| Self::new(it.value, it.label, it.source.as_deref()))
            .map_err(|error| error.inside(name))
    }
}

impl<T: Serialize + Copy> Serialize for Parameter<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let source = self.source().map(str::to_owned);
        ParameterObject { value: self.value(), label: self.label(), source }
            .write_object(serializer)
    }
}
