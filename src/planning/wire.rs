//! Plans and scenarios in JSON.

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::plan::{Change, Plan, What};
use super::scenario::{Labelled, Scenario, Standing};
use crate::error::{Error, Excerpt, Field};
use crate::unit::wire::{Node, Object, Readable};

const SCENARIO: &[&str] = &[
    "name",
    "activation_decided_in",
    "surcharge_percentage",
    "bonus_per_hour",
    "bonus_maximum",
    "average_premium_wage_two_years_before",
];
const LABELLED: &[&str] = &["value", "label", "source"];
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
        activation_decided_in: labelled(object, "activation_decided_in")?,
        surcharge_percentage: labelled(object, "surcharge_percentage")?,
        bonus_per_hour: labelled(object, "bonus_per_hour")?,
        bonus_maximum: labelled(object, "bonus_maximum")?,
        average_premium_wage_two_years_before: labelled(
            object,
            "average_premium_wage_two_years_before",
        )?,
    })
}

fn labelled<T: Readable + Copy>(
    object: &Object<'_, '_>,
    name: &'static str,
) -> Result<Labelled<T>, Error> {
    let read = |node: &Node<'_>| {
        let object = Object::new(node, LABELLED)?;
        let label: Standing = object.needed("label")?;
        let source: Option<String> = object.optional("source")?;
        Labelled::new(object.needed("value")?, label, source.as_deref())
    };
    read(object.node(name)?).map_err(|error| error.inside(name))
}

/// A list of changes: `[{"change": "hire", "who": "doelgroep", "people": 2, "hours_per_week": "24",
/// "from": "2026-09-01"}]`.
impl<'de> Deserialize<'de> for Plan {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let node = Node::deserialize(deserializer)?;
        let Node::List(changes) = &node else {
            return Err(D::Error::custom(node.not("changes", "an array")));
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
            return Err(Error::MissingField { field: Field::new("new_hours_per_week") });
        }
        ("hire" | "leave", Some(_)) => {
            let name = Excerpt::of("new_hours_per_week");
            let known = CHANGE;
            return Err(Error::UnknownField { field: Field::new(""), name, known });
        }
        _ => {
            return Err(Error::UnknownWord {
                field: Field::new("change"),
                text: Excerpt::of(word),
                expected: "hire, leave, hours",
            });
        }
    };
    let Day(from) = object.needed("from")?;
    let until = object.optional("until")?.map(|Day(until)| until);
    let count = |name| Ok::<_, Error>(object.optional(name)?.map(|Count(count)| count));
    Ok(Change {
        until,
        premium_wage_per_hour: object.optional("premium_wage_per_hour")?,
        bonus_worker: count("bonus_worker")?,
        ..Change::new(what, object.needed("who")?, count("people")?.unwrap_or(1), from)
    })
}

/// An ISO date.
struct Day(Date);

impl Readable for Day {
    const EXPECTED: &'static str = "a date such as 2026-09-01";
    fn read(text: &str) -> Result<Self, Error> {
        crate::law::date("date", text).map(Self)
    }
}

/// A whole number of people, or a place in a list.
struct Count(u32);

impl Readable for Count {
    const EXPECTED: &'static str = "a whole number";
    const NUMBER: bool = true;
    fn read(text: &str) -> Result<Self, Error> {
        crate::unit::count(text).map(Self)
    }
}
