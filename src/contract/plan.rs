//! A plan: a list of changes.

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{Error, ErrorKind, Excerpt};
use crate::json::{Node, ReadFields, Readable, Value};
use crate::language::Phrase;
use crate::planning::{Change, ChangeKind, ChangeWord, Earns, Plan, Workers};
use crate::unit::{EuroPerHour, HoursPerWeek, count};

/// A list of changes: `[{"change": "hire", "who": "doelgroep", "people": 2, "hours_per_week": "24",
/// "from": "2026-09-01"}]`.
impl<'de> Deserialize<'de> for Plan {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let node = Node::deserialize(deserializer)?;
        Vec::read(&node, "changes").and_then(Self::new).map_err(D::Error::custom)
    }
}

impl Serialize for Plan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.changes())
    }
}

object! {
    /// A planned change.
    Change as it by ChangeObject let (kind, each, new) = hours(it.what); {
        change: needed ChangeWord = kind,
        who: needed Workers = it.who,
        people: optional Count = Some(it.people),
        hours_per_week: needed HoursPerWeek = each,
        new_hours_per_week: optional HoursPerWeek = new,
        from: needed Date = it.from.to_string(),
        until: optional Date = it.until.map(|day| day.to_string()),
        premium_wage_per_hour: optional EuroPerHour = it.premium_wage_per_hour,
        bonus_worker: optional Bonus = it.bonus_worker.map(Bonus),
    }
}
serialize! { Change }

impl TryFrom<ChangeObject> for Change {
    type Error = Error;

    fn try_from(object: ChangeObject) -> Result<Self, Error> {
        let what = what(&object)?;
        let Count(people) = object.people.unwrap_or(Count(1));
        Ok(Self {
            until: object.until,
            premium_wage_per_hour: object.premium_wage_per_hour,
            bonus_worker: object.bonus_worker.map(|Bonus(earns)| earns),
            ..Self::new(what, object.who, people, object.from)
        })
    }
}

fn what(object: &ChangeObject) -> Result<ChangeKind, Error> {
    let (each, new) = (object.hours_per_week, object.new_hours_per_week);
    match (object.change, new) {
        (ChangeWord::Hire, None) => Ok(ChangeKind::Hire(each)),
        (ChangeWord::Leave, None) => Ok(ChangeKind::Leave(each)),
        (ChangeWord::Hours, Some(to)) => Ok(ChangeKind::Hours { from: each, to }),
        (ChangeWord::Hours, None) => {
            let field = name_of!(ChangeObject, new_hours_per_week);
            Err(Error::new(field, ErrorKind::MissingField))
        }
        (ChangeWord::Hire | ChangeWord::Leave, Some(_)) => {
            let name = Excerpt::of(name_of!(ChangeObject, new_hours_per_week));
            Err(Error::new("", ErrorKind::UnknownField { name, known: Change::NAMES }))
        }
    }
}

/// What changes, the hours a week, and the new ones.
const fn hours(what: ChangeKind) -> (ChangeWord, HoursPerWeek, Option<HoursPerWeek>) {
    match what {
        ChangeKind::Hire(each) => (ChangeWord::Hire, each, None),
        ChangeKind::Leave(each) => (ChangeWord::Leave, each, None),
        ChangeKind::Hours { from, to } => (ChangeWord::Hours, from, Some(to)),
    }
}

/// A whole number of people, or a place in a list.
struct Count(u32);

impl Readable for Count {
    const EXPECTED: Phrase = Phrase::new("a whole number", "een geheel getal");
    const NUMBER: bool = true;
    fn read(text: &str) -> Result<Self, Error> {
        count(text).map(Self)
    }
}

/// Whose bonus a change is about: a place in the list of workers, or `none`.
struct Bonus(Earns);

const NOBODY: &str = "none";

impl Value for Bonus {
    fn read(node: &Node<'_>, name: &'static str) -> Result<Self, Error> {
        match node {
            Node::Text(text) if text == NOBODY => Ok(Self(Earns::Nothing)),
            place => place.read(name).map(|Count(place)| Self(Earns::At(place))),
        }
    }
}

impl Serialize for Bonus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Earns::Nothing => serializer.serialize_str(NOBODY),
            Earns::At(place) => serializer.serialize_u32(place),
        }
    }
}
