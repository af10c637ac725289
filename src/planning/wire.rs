//! Plans and scenarios in JSON.

use serde::de::Error as _;
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::change::{Change, Earns, What};
use super::plan::Plan;
use super::scenario::{Label, Parameter, Scenario};
use crate::error::{Error, ErrorKind, Excerpt};
use crate::json::{ARRAY, Node, Object, Readable};
use crate::language::Phrase;

const SCENARIO: &[&str] = &[
    "name",
    "activation_decided_in",
    "surcharge_percentage",
    "bonus_per_hour",
    "bonus_maximum",
    "average_premium_wage_two_years_before",
];
/// The `bonus_worker` of a change that is about nobody's bonus.
const NOBODY: &str = "none";
const PARAMETER: &[&str] = &["value", "label", "source"];
const CHANGE: &[&str] = &[
    "change",
    "who",
    "people",
    "hours_per_week",
    "new_hours_per_week",
    "from",
    "until",
    "premium_wage_per_hour",
    "bonus_worker",
];

impl<'de> Deserialize<'de> for Scenario {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let node = Node::deserialize(deserializer)?;
        Object::new(&node, SCENARIO).and_then(|object| scenario(&object)).map_err(D::Error::custom)
    }
}

fn scenario(object: &Object<'_, '_>) -> Result<Scenario, Error> {
    Ok(Scenario {
        name: object.needed::<String>("name")?.into(),
        activation_decided_in: parameter(object, "activation_decided_in")?,
        surcharge_percentage: parameter(object, "surcharge_percentage")?,
        bonus_per_hour: parameter(object, "bonus_per_hour")?,
        bonus_maximum: parameter(object, "bonus_maximum")?,
        average_premium_wage_two_years_before: parameter(
            object,
            "average_premium_wage_two_years_before",
        )?,
    })
}

fn parameter<T: Readable + Copy>(
    object: &Object<'_, '_>,
    name: &'static str,
) -> Result<Parameter<T>, Error> {
    let read = |node: &Node<'_>| {
        let object = Object::new(node, PARAMETER)?;
        let label: Label = object.needed("label")?;
        let source: Option<String> = object.optional("source")?;
        Parameter::new(object.needed("value")?, label, source.as_deref())
    };
    read(object.node(name)?).map_err(|error| error.inside(name))
}

/// A list of changes: `[{"change": "hire", "who": "doelgroep", "people": 2, "hours_per_week": "24",
/// "from": "2026-09-01"}]`.
impl<'de> Deserialize<'de> for Plan {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let node = Node::deserialize(deserializer)?;
        let Node::List(changes) = &node else {
            return Err(D::Error::custom(node.not("changes", ARRAY)));
        };
        let changes = changes.iter().enumerate().map(|(index, node)| {
            Object::new(node, CHANGE)
                .and_then(|object| change(&object))
                .map_err(|error| error.inside_item("changes", index))
        });
        changes.collect::<Result<_, _>>().and_then(Self::new).map_err(D::Error::custom)
    }
}

fn change(object: &Object<'_, '_>) -> Result<Change, Error> {
    let each = object.needed("hours_per_week")?;
    let new = object.optional("new_hours_per_week")?;
    let word: String = object.needed("change")?;
    let what = match (word.as_str(), new) {
        ("hire", None) => What::Hire(each),
        ("leave", None) => What::Leave(each),
        ("hours", Some(to)) => What::Hours { from: each, to },
        ("hours", None) => {
            return Err(Error::new("new_hours_per_week", ErrorKind::MissingField));
        }
        ("hire" | "leave", Some(_)) => {
            let name = Excerpt::of("new_hours_per_week");
            let known = CHANGE;
            return Err(Error::new("", ErrorKind::UnknownField { name, known }));
        }
        _ => {
            return Err(Error::new(
                "change",
                ErrorKind::UnknownWord {
                    text: Excerpt::of(word),
                    expected: Phrase::new("hire, leave, hours", "hire, leave, hours"),
                },
            ));
        }
    };
    let from = object.needed("from")?;
    let until = object.optional("until")?;
    let people = object.optional("people")?.map_or(1, |Count(people)| people);
    let bonus_worker = match object.get("bonus_worker") {
        Some(Node::Text(none)) if none == NOBODY => Some(Earns::Nothing),
        Some(place) => Some(Earns::At(place.read::<Count>("bonus_worker")?.0)),
        None => None,
    };
    Ok(Change {
        until,
        premium_wage_per_hour: object.optional("premium_wage_per_hour")?,
        bonus_worker,
        ..Change::new(what, object.needed("who")?, people, from)
    })
}

impl Serialize for Plan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.changes())
    }
}

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("change", self.what.word())?;
        map.serialize_entry("who", &self.who)?;
        map.serialize_entry("people", &self.people)?;
        match self.what {
            What::Hire(each) | What::Leave(each) => map.serialize_entry("hours_per_week", &each)?,
            What::Hours { from, to } => {
                map.serialize_entry("hours_per_week", &from)?;
                map.serialize_entry("new_hours_per_week", &to)?;
            }
        }
        map.serialize_entry("from", &self.from.to_string())?;
        if let Some(until) = self.until {
            map.serialize_entry("until", &until.to_string())?;
        }
        if let Some(wage) = self.premium_wage_per_hour {
            map.serialize_entry("premium_wage_per_hour", &wage)?;
        }
        match self.bonus_worker {
            Some(Earns::Nothing) => map.serialize_entry("bonus_worker", NOBODY)?,
            Some(Earns::At(place)) => map.serialize_entry("bonus_worker", &place)?,
            None => {}
        }
        map.end()
    }
}

impl<T: Serialize> Serialize for Parameter<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("value", &self.value)?;
        map.serialize_entry("label", &self.label)?;
        if let Some(source) = &self.source {
            map.serialize_entry("source", source)?;
        }
        map.end()
    }
}

impl Serialize for Scenario {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("activation_decided_in", &self.activation_decided_in)?;
        map.serialize_entry("surcharge_percentage", &self.surcharge_percentage)?;
        map.serialize_entry("bonus_per_hour", &self.bonus_per_hour)?;
        map.serialize_entry("bonus_maximum", &self.bonus_maximum)?;
        let average = &self.average_premium_wage_two_years_before;
        map.serialize_entry("average_premium_wage_two_years_before", average)?;
        map.end()
    }
}

/// A whole number of people, or a place in a list.
struct Count(u32);

impl Readable for Count {
    const EXPECTED: Phrase = Phrase::new("a whole number", "een geheel getal");
    const NUMBER: bool = true;
    fn read(text: &str) -> Result<Self, Error> {
        crate::unit::count(text).map(Self)
    }
}
