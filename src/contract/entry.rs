//! A caller's own figures, and counts of the country.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{Error, ErrorKind, Excerpt};
use crate::json::{AnyNumber, Node, ReadFields as _, Readable, WriteFields as _};
use crate::language::Phrase;
use crate::law::Sector;
use crate::parameters::{Book, Entry, Name, Provenance};
use crate::unit::Year;

object! {
    /// An entry. What is in force for good has a first year, in place of its year; no caller gives that.
    Entry<N> as it by EntryObject where N: [Name + Readable] {
        figure: needed N = it.name().word(),
        sector: optional Sector = it.sector(),
        year: given Year = it.until.and(Some(it.from)),
        from: unread Year = it.until.xor(Some(it.from)),
        value: needed AnyNumber = it.value().to_string(),
        source: needed Box<str> = it.source().to_string(),
        provenance: optional Provenance = Some(it.provenance()),
    }
}

impl<N: Name> TryFrom<EntryObject<N>> for Entry<N> {
    type Error = Error;

    fn try_from(object: EntryObject<N>) -> Result<Self, Error> {
        let (name, year) = (object.figure, object.year);
        // The unit follows from the name.
        let field = name_of!(EntryObject<N>, value);
        let value = object.value.parse(field, |text| name.parse(text))?;
        let entry = Self::given(name, object.sector, year, value, object.source)?;
        // Only what a caller can vouch for.
        match object.provenance {
            None | Some(Provenance::Given) => Ok(entry),
            Some(Provenance::Derived) => Ok(entry.derived()),
            Some(published) => {
                let text = Excerpt::of(published);
                let expected = Phrase::new("given, derived", "given, derived");
                let field = name_of!(EntryObject<N>, provenance);
                Err(Error::new(field, ErrorKind::UnknownWord { text, expected }))
            }
        }
    }
}

/// From a self-describing format; the entry is the caller's own.
impl<'de, N: Name + Readable> Deserialize<'de> for Entry<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let node = Node::deserialize(deserializer)?;
        Self::read_object(&node).map_err(serde::de::Error::custom)
    }
}

impl<N: Name + Readable> Serialize for Entry<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.write_object(serializer)
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
impl<N: Name + Readable> Serialize for Book<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.own())
    }
}
