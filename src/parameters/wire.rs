//! A caller's figures as JSON: `{"figure", "sector", "year", "value", "source", "provenance"}`.

use serde::de::Error as _;
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::figure::{Figure, FigureName, Provenance};
use super::figures::Figures;
use crate::error::{Error, Excerpt, Field};
use crate::law::Sector;
use crate::unit::Year;
use crate::unit::wire::{Node, Object, Readable};

const FIELDS: &[&str] = &["figure", "sector", "year", "value", "source", "provenance"];

impl Readable for FigureName {
    const EXPECTED: &'static str = "the name of a figure";
    fn read(text: &str) -> Result<Self, Error> {
        text.parse()
    }
}

fn read(node: &Node<'_>) -> Result<Figure, Error> {
    let object = Object::new(node, FIELDS)?;
    let name: FigureName = object.needed("figure")?;
    let sector: Option<Sector> = object.optional("sector")?;
    let year: Year = object.needed("year")?;
    // The unit follows from the figure's name.
    let value = object
        .node("value")?
        .number("value", "a decimal string or a number", |text| name.parse(text))?;
    let source: String = object.needed("source")?;
    let figure = Figure::given(name, sector, year, value, source)?;
    // Only what a caller can vouch for.
    match object.optional("provenance")? {
        None | Some(Provenance::Given) => Ok(figure),
        Some(Provenance::Derived) => Ok(figure.derived()),
        Some(published) => Err(Error::UnknownWord {
            field: Field::new("provenance"),
            text: Excerpt::of(published),
            expected: "given, derived",
        }),
    }
}

/// From a self-describing format; the figure is the caller's own.
impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(&Node::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("figure", self.name.word())?;
        if let Some(sector) = self.sector {
            map.serialize_entry("sector", &sector)?;
        }
        // Standing law has a first year only.
        let year = if self.until.is_some() { "year" } else { "from" };
        map.serialize_entry(year, &self.from)?;
        map.serialize_entry("value", &self.value.to_string())?;
        map.serialize_entry("source", &self.source.to_string())?;
        map.serialize_entry("provenance", &self.provenance)?;
        map.end()
    }
}

/// The caller's own figures as a list, over the published ones.
///
/// ```
/// use banenafspraak::{Figures, Sector, Year};
///
/// let figures: Figures = serde_json::from_str(
///     r#"[{"figure": "quotumpercentage", "sector": "overheid", "year": 2027,
///          "value": "2.49", "source": "draft of the Regeling"}]"#,
/// )?;
/// let percentage = figures.quotumpercentage(Year::new(2027)?, Sector::Overheid)?;
/// assert_eq!(percentage.to_string(), "2.49");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl<'de> Deserialize<'de> for Figures {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let own = Vec::<Figure>::deserialize(deserializer)?;
        Ok(own.into_iter().fold(Self::published(), Self::with))
    }
}

/// The caller's own figures; the published ones are in every release of this crate.
impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.own())
    }
}
