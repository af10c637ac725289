//! The contract's output: the serde form of an assessment, with or without its explanation.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::assessment::Assessment;
use crate::explanation::{Explanation, Language, Step};

/// An assessment that is written with its explanation; made by [`Assessment::explained`].
///
/// ```
/// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
/// # let year = Year::new(2026)?;
/// # let employer = EmployerYear::new(
/// #     Sector::Overheid,
/// #     HoursBase::new(year.previous()?, Hours::whole(178_000)),
/// #     HoursBase::new(year, Hours::whole(180_000)),
/// #     DoelgroepHours::new(Hours::whole(2_662)),
/// # )?;
/// use banenafspraak::Language;
///
/// let outcome = assess(&employer)?;
/// let json = serde_json::to_string(&outcome.explained(Language::Nl)).unwrap();
/// assert!(json.contains(r#""formula":"1,4 × 5.000,00","value":"7000.00","unit":"EUR""#));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Explained<'a> {
    assessment: &'a Assessment,
    explanation: Explanation,
    language: Language,
}

impl Assessment {
    /// The assessment with its explanation, for serialization.
    ///
    /// ```
    /// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
    /// # let year = Year::new(2026)?;
    /// # let employer = EmployerYear::new(
    /// #     Sector::Overheid,
    /// #     HoursBase::new(year.previous()?, Hours::whole(178_000)),
    /// #     HoursBase::new(year, Hours::whole(180_000)),
    /// #     DoelgroepHours::new(Hours::whole(2_662)),
    /// # )?;
    /// use banenafspraak::Language;
    ///
    /// let outcome = assess(&employer)?;
    /// let bare = serde_json::to_value(&outcome).unwrap();
    /// let explained = serde_json::to_value(outcome.explained(Language::En)).unwrap();
    /// assert_eq!(bare["quotumheffing"], "7000.00");
    /// assert_eq!(explained["explanation"].as_array().unwrap().len(), 18);
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn explained(&self, language: Language) -> Explained<'_> {
        Explained { assessment: self, explanation: self.explanation(), language }
    }
}

impl Serialize for Assessment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        write(&mut map, self)?;
        map.end()
    }
}

impl Serialize for Explained<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        write(&mut map, self.assessment)?;
        let steps = self.explanation.steps().iter().map(|step| InLanguage(step, self.language));
        map.serialize_entry("explanation", &steps.collect::<Vec<_>>())?;
        map.end()
    }
}

fn write<M: SerializeMap>(map: &mut M, assessment: &Assessment) -> Result<(), M::Error> {
    if let Some(id) = assessment.id() {
        map.serialize_entry("id", id)?;
    }
    map.serialize_entry("year", &assessment.year())?;
    map.serialize_entry("sector", &assessment.sector())?;
    map.serialize_entry("regime", &assessment.regime())?;
    map.serialize_entry("liability", &assessment.liability())?;
    map.serialize_entry("hours_base", &assessment.hours_base())?;
    optional(map, "quotumpercentage", assessment.quotumpercentage().ok())?;
    optional(map, "quotumpercentage_source", assessment.quotumpercentage_source().ok())?;
    optional(map, "required_hours", assessment.required_hours().ok())?;
    optional(map, "required_jobs", assessment.required_jobs().ok())?;
    map.serialize_entry("realised_hours", &assessment.realised_hours())?;
    map.serialize_entry("realised_jobs", &assessment.realised_jobs())?;
    optional(map, "quotumtekort", assessment.quotumtekort().ok())?;
    optional(map, "surplus_jobs", assessment.surplus_jobs().ok())?;
    map.serialize_entry("quotumheffing", &assessment.quotumheffing())?;
    map.serialize_entry("levy_status", &assessment.levy_status())?;
    optional(map, "inclusiviteitsheffing", assessment.inclusiviteitsheffing())?;
    optional(map, "bonus", assessment.bonus())?;
    optional(map, "net", assessment.net())
}

fn optional<M: SerializeMap, T: Serialize>(
    map: &mut M,
    name: &'static str,
    value: Option<T>,
) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(name, &value))
}

/// A step in words: label, formula with its rounding, plain value, unit, source.
struct InLanguage<'a>(&'a Step, Language);

impl Serialize for InLanguage<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(step, language) = *self;
        let formula = match step.rounding_text(language) {
            Some(rounding) => format!("{}, {rounding}", step.formula(language)),
            None => step.formula(language).to_string(),
        };
        let mut map = serializer.serialize_map(Some(5))?;
        map.serialize_entry("label", &step.label(language).to_string())?;
        map.serialize_entry("formula", &formula)?;
        map.serialize_entry("value", &step.value().to_string())?;
        map.serialize_entry("unit", step.unit(language))?;
        map.serialize_entry("source", &step.source(language).to_string())?;
        map.end()
    }
}
