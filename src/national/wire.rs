//! A result beside its target as JSON.

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::target::AgainstTarget;

/// `{"sector", "target", "realised", "short", "above", "may_be_activated", "condition"}`; no sector
/// for the whole country.
///
/// ```
/// use banenafspraak::national::National;
/// use banenafspraak::Year;
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
