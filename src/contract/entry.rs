//! A caller's own figures, and counts of the country.

use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{Error, ErrorKind, Excerpt};
use crate::json::{AnyNumber, Node, Object, ReadFields, Readable, WriteFields};
use crate::language::Phrase;
use crate::law::Sector;
use crate::parameters::{Book, Entry, Name, Provenance};
use crate::unit::Year;

object! {
    /// An entry; `V` is its value as it is read, or as it is written.
    EntryObject<N, V> {
        figure: needed N,
        sector: optional Sector,
        year: flat Years,
        value: needed V,
        source: needed String,
        provenance: optional Provenance,
    }
}

/// The years of an entry.
enum Years {
    In(Year),
    /// Of what is in force for good. No caller gives that, so it is written only.
    From(Year),
}

object! {
    /// The year of an entry.
    One {
        year: needed Year,
    }
}

written! {
    /// The first year of what is in force for good.
    First {
        from: needed Year,
    }
}

impl ReadFields for Years {
    const NAMES: &'static [&'static str] = One::NAMES;

    fn read_fields(object: &Object<'_, '_>) -> Result<Self, Error> {
        One::read_fields(object).map(|One { year }| Self::In(year))
    }
}

impl WriteFields for Years {
    fn write_fields<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        match *self {
            Self::In(year) => One { year }.write_fields(map),
            Self::From(from) => First { from }.write_fields(map),
        }
    }
}

/// From a self-describing format; the entry is the caller's own.
impl<'de, N: Name + Readable> Deserialize<'de> for Entry<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let node = Node::deserialize(deserializer)?;
        let object = EntryObject::read_object(&node);
        object.and_then(given).map_err(serde::de::Error::custom)
    }
}

fn given<N: Name + Readable>(object: EntryObject<N, AnyNumber>) -> Result<Entry<N>, Error> {
    let (name, Years::In(year) | Years::From(year)) = (object.figure, object.year);
    // The unit follows from the name.
    let field = name_of!(EntryObject<N, AnyNumber>, value);
    let value = object.value.parse(field, |text| name.parse(text))?;
    let entry = Entry::given(name, object.sector, year, value, object.source)?;
    // Only what a caller can vouch for.
    match object.provenance {
        None | Some(Provenance::Given) => Ok(entry),
        Some(Provenance::Derived) => Ok(entry.derived()),
        Some(published) => {
            let text = Excerpt::of(published);
            let expected = Phrase::new("given, derived", "given, derived");
            let field = name_of!(EntryObject<N, AnyNumber>, provenance);
            Err(Error::new(field, ErrorKind::UnknownWord { text, expected }))
        }
    }
}

impl<N: Name> Serialize for Entry<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let object = EntryObject {
            figure: self.name().word(),
            sector: self.sector(),
            year: if self.until.is_some() { Years::In(self.from) } else { Years::From(self.from) },
            value: self.value().to_string(),
            source: self.source().to_string(),
            provenance: Some(self.provenance()),
        };
        object.write_object(serializer)
    }
}

/// The caller's own entries as a list, over the published ones; no sector for the whole country.
///
/// ```
/// use banenafspraak::national::CountName;
/// use banenafspraak::national::National;
/// use banenafspraak::{Figures, Sector, Year};
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
