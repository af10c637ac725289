//! A caller's counts as JSON: `{"figure", "sector", "year", "value", "source", "provenance"}`, no
//! sector for the whole country.

use serde::de::Error as _;
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::count::{Count, CountName};
use super::counts::National;
use super::target::AgainstTarget;
use crate::error::{Error, Excerpt, Field};
use crate::law::Sector;
use crate::parameters::Provenance;
use crate::unit::wire::{Node, Object};
use crate::unit::{Jobs, Year};

const FIELDS: &[&str] = &["figure", "sector", "year", "value", "source", "provenance"];

fn read(node: &Node<'_>) -> Result<Count, Error> {
    let object = Object::new(node, FIELDS)?;
    let name: CountName = object.needed("figure")?;
    let sector: Option<Sector> = object.optional("sector")?;
    let year: Year = object.needed("year")?;
    let jobs: Jobs = object.needed("value")?;
    let source: String = object.needed("source")?;
    let count = Count::given(name, year, sector, jobs, source)?;
    // Only what a caller can vouch for.
    match object.optional("provenance")? {
        None | Some(Provenance::Given) => Ok(count),
        Some(Provenance::Derived) => Ok(count.derived()),
        Some(published) => Err(Error::UnknownWord {
            field: Field::new("provenance"),
            text: Excerpt::of(published),
            expected: "given, derived",
        }),
    }
}

/// From a self-describing format; the count is the caller's own.
impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(&Node::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("figure", &self.name())?;
        if let Some(sector) = self.sector() {
            map.serialize_entry("sector", &sector)?;
        }
        map.serialize_entry("year", &self.year())?;
        map.serialize_entry("value", &self.jobs())?;
        map.serialize_entry("source", &self.source().to_string())?;
        map.serialize_entry("provenance", &self.provenance())?;
        map.end()
    }
}

/// The caller's own counts as a list, over the published ones.
///
/// ```
/// use banenafspraak::national::CountName;
/// use banenafspraak::{National, Sector, Year};
///
/// let national: National = serde_json::from_str(
///     r#"[{"figure": "realised", "sector": "markt", "year": 2025, "value": 80000,
///          "source": "own estimate"}]"#,
/// )?;
/// let (year, markt) = (Year::new(2025)?, Some(Sector::Markt));
/// assert_eq!(national.count(CountName::Realised, year, markt)?.to_string(),
///     "realised markt 2025 80000.0 given own estimate");
/// assert_eq!(serde_json::from_str::<National>(&serde_json::to_string(&national)?)?, national);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl<'de> Deserialize<'de> for National {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let own = Vec::<Count>::deserialize(deserializer)?;
        Ok(own.into_iter().fold(Self::published(), Self::with))
    }
}

/// The caller's own counts; the published ones are in every release of this crate.
impl Serialize for National {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.own())
    }
}

/// `{"sector", "target", "realised", "short", "above", "may_be_activated", "condition"}`; no sector
/// for the whole country.
///
/// ```
/// use banenafspraak::{National, Year};
///
/// let country = National::published().against_target(Year::new(2024)?, None)?;
/// assert_eq!(
///     serde_json::to_string(&country).unwrap(),
///     r#"{"target":"115000.0","realised":"89616.0","short":"25384.0","above":"0.0","may_be_activated":true,"condition":"Wet banenafspraak 4, 5"}"#
/// );
/// # Ok::<(), banenafspraak::Error>(())
/// ```
impl Serialize for AgainstTarget {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(sector) = self.sector() {
            map.serialize_entry("sector", &sector)?;
        }
        map.serialize_entry("target", &self.target())?;
        map.serialize_entry("realised", &self.realised())?;
        map.serialize_entry("short", &self.short())?;
        map.serialize_entry("above", &self.above())?;
        map.serialize_entry("may_be_activated", &self.may_be_activated())?;
        map.serialize_entry("condition", &self.condition().to_string())?;
        map.end()
    }
}
