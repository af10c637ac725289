//! A caller's figures as JSON: `{"figure", "sector", "year", "value", "source", "provenance"}`.

use serde::de::Error as _;
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::book::{Book, Entry, Name};
use super::provenance::Provenance;
use crate::error::{Error, ErrorKind, Excerpt};
use crate::json::{NUMBER, Node, Object, Readable};
use crate::language::Phrase;

const FIELDS: &[&str] = &["figure", "sector", "year", "value", "source", "provenance"];

fn read<N: Name + Readable>(node: &Node<'_>) -> Result<Entry<N>, Error> {
    let object = Object::new(node, FIELDS)?;
    let name: N = object.needed("figure")?;
    let sector = object.optional("sector")?;
    let year = object.needed("year")?;
    // The unit follows from the name.
    let value = object.node("value")?.number("value", NUMBER, |text| name.parse(text))?;
    let source: String = object.needed("source")?;
    let entry = Entry::given(name, sector, year, value, source)?;
    // Only what a caller can vouch for.
    match object.optional("provenance")? {
        None | Some(Provenance::Given) => Ok(entry),
        Some(Provenance::Derived) => Ok(entry.derived()),
        Some(published) => Err(Error::new(
            "provenance",
            ErrorKind::UnknownWord {
                text: Excerpt::of(published),
                expected: Phrase::new("given, derived", "given, derived"),
            },
        )),
    }
}

/// From a self-describing format; the entry is the caller's own.
impl<'de, N: Name + Readable> Deserialize<'de> for Entry<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(&Node::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl<N: Name> Serialize for Entry<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("figure", self.name().word())?;
        if let Some(sector) = self.sector() {
            map.serialize_entry("sector", &sector)?;
        }
        // Standing law has a first year only.
        let year = if self.until.is_some() { "year" } else { "from" };
        map.serialize_entry(year, &self.from)?;
        map.serialize_entry("value", &self.value().to_string())?;
        map.serialize_entry("source", &self.source().to_string())?;
        map.serialize_entry("provenance", &self.provenance())?;
        map.end()
    }
}

/// The caller's own entries as a list, over the published ones; no sector for the whole country.
///
/// ```
/// use banenafspraak::national::CountName;
/// use banenafspraak::{Figures, National, Sector, Year};
///
/// let figures: Figures = serde_json::from_str(
///     r#"[{"figure": "quotumpercentage", "sector": "overheid", "year": 2027,
///          "value": "2.49", "source": "draft of the Regeling"}]"#,
/// )?;
/// let percentage = figures.quotumpercentage(Year::new(2027)?, Sector::Overheid)?;
/// assert_eq!(percentage.to_string(), "2.49");
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
impl<'de, N: Name + Readable> Deserialize<'de> for Book<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let own = Vec::deserialize(deserializer)?;
        Ok(own.into_iter().fold(Self::published(), Self::with))
    }
}

/// The caller's own entries; the published ones are in every release of this crate.
impl<N: Name> Serialize for Book<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.own())
    }
}
