//! The contract's output: the serde form of an assessment, with or without its explanation.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::assessment::{Assessment, Levy, Quota, Unknown};
use crate::employer::write_coverage;
use crate::explanation::{Explanation, Step};
use crate::language::Language;
use crate::unit::Euro;

/// An assessment that is written with its explanation; made by [`Assessment::explained`].
///
/// ```
/// # use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year, assess};
/// # let year = Year::new(2026)?;
/// # let employer = EmployerYear::new(
/// #     year,
/// #     Sector::Overheid,
/// #     HoursBase::new(Hours::whole(180_000)),
/// #     DoelgroepHours::new(Hours::whole(2_662)),
/// # )?
/// # .with_previous_year(HoursBase::new(Hours::whole(178_000)));
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
    /// #     year,
    /// #     Sector::Overheid,
    /// #     HoursBase::new(Hours::whole(180_000)),
    /// #     DoelgroepHours::new(Hours::whole(2_662)),
    /// # )?
    /// # .with_previous_year(HoursBase::new(Hours::whole(178_000)));
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
    optional(map, "id", assessment.id())?;
    map.serialize_entry("year", &assessment.year())?;
    map.serialize_entry("sector", &assessment.sector())?;
    map.serialize_entry("regime", &assessment.regime())?;
    map.serialize_entry("liability", &assessment.liability())?;
    map.serialize_entry("hours_base", &assessment.hours_base())?;
    let unknown = assessment.unknown();
    if !unknown.is_empty() {
        let words: Vec<_> = unknown.into_iter().map(Unknown::word).collect();
        map.serialize_entry("unknown", &words)?;
    }
    let quota = assessment.quota();
    optional(map, "quotumpercentage", quota.map(Quota::quotumpercentage))?;
    optional(map, "quotumpercentage_source", quota.map(Quota::quotumpercentage_source))?;
    optional(map, "required_hours", quota.map(Quota::required_hours))?;
    optional(map, "required_jobs", quota.map(Quota::required_jobs))?;
    map.serialize_entry("realised_hours", &assessment.realised_hours())?;
    map.serialize_entry("realised_jobs", &assessment.realised_jobs())?;
    optional(map, "quotumtekort", quota.map(Quota::quotumtekort))?;
    optional(map, "surplus_jobs", quota.map(Quota::surplus_jobs))?;
    // Wet banenafspraak 12: the quotumheffing is replaced, so it is zero.
    let quotumheffing = match assessment.levy() {
        Levy::Quotumheffing { quotumheffing, .. } => quotumheffing,
        Levy::WetBanenafspraak { .. } => Some(Euro::ZERO),
    };
    optional(map, "quotumheffing", quotumheffing)?;
    map.serialize_entry("levy_status", &assessment.levy().status())?;
    let payable = assessment.payable();
    map.serialize_entry("payable", &payable.amount())?;
    map.serialize_entry("payable_status", payable.word())?;
    if let Levy::WetBanenafspraak { inclusiviteitsheffing, bonus, net, .. } = assessment.levy() {
        map.serialize_entry("inclusiviteitsheffing", &inclusiviteitsheffing)?;
        map.serialize_entry("bonus", &bonus)?;
        map.serialize_entry("net", &net)?;
    }
    assessment.coverage().map_or(Ok(()), |coverage| write_coverage(map, coverage))
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
