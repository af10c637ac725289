//! One employer and one year in.

use std::sync::Arc;

use serde::{Deserialize, Deserializer};

use super::not_json::NotJson;
use crate::employer::{Coverage, DoelgroepHours, EmployerYear, HoursBase, Scheme};
use crate::error::Error;
use crate::json::{Node, ReadFields as _};
use crate::law::Sector;
use crate::unit::{Percentage, Year};

object! {
    /// The input object.
    EmployerYear as it by Input {
        id: optional Arc<str> = it.id(),
        year: needed Year = it.year(),
        sector: needed Sector = it.sector(),
        hours: flat HoursBase = it.hours_base(),
        doelgroep: flat DoelgroepHours = it.doelgroep_hours(),
        previous_year: nullable HoursBase = it.previous_year(),
        quotumpercentage: optional Percentage = it.quotumpercentage(),
        coverage: flat Coverage = it.coverage(),
        scheme: optional Scheme = it.scheme(),
    }
}
serialize! { EmployerYear }
deserialize! { EmployerYear }

impl TryFrom<Input> for EmployerYear {
    type Error = Error;

    fn try_from(input: Input) -> Result<Self, Error> {
        let mut employer = Self::new(input.year, input.sector, input.hours, input.doelgroep)?
            .with_previous_year(input.previous_year)
            .with_coverage(input.coverage)?;
        if let Some(id) = input.id {
            employer = employer.with_id(id);
        }
        if let Some(percentage) = input.quotumpercentage {
            employer = employer.with_quotumpercentage(percentage);
        }
        if let Some(scheme) = input.scheme {
            employer = employer.with_scheme(scheme);
        }
        Ok(employer)
    }
}

/// An input object as it came in: its id, and the employer or what is wrong with it.
///
/// Deserializing it fails only where the format itself is broken; what the contract refuses is
/// kept as an [`Error`] with code and field, and the id is known all the same.
///
/// ```
/// use banenafspraak::contract::EmployerInput;
///
/// let line = r#"{"id": "school", "year": 2026, "sector": "overheid", "paid_hours": "-1"}"#;
/// let input: EmployerInput = serde_json::from_str(line)?;
/// assert_eq!(input.id.as_deref(), Some("school"));
/// assert_eq!(input.year.unwrap().number(), 2026);
/// assert_eq!(input.employer.unwrap_err().to_string(), "paid_hours: -1 is negative; the least is 0");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EmployerInput {
    /// The caller's own key, if one could be read.
    pub id: Option<String>,
    /// The year, if one could be read.
    pub year: Option<Year>,
    /// The employer, or the first thing wrong with it.
    pub employer: Result<EmployerYear, Error>,
}

impl EmployerInput {
    /// Reads a JSON text that should be one input object.
    ///
    /// ```
    /// use banenafspraak::contract::EmployerInput;
    ///
    /// let input = EmployerInput::from_json(br#"{"id": "school"}"#)?;
    /// assert_eq!(input.employer.unwrap_err().to_string(), "year: missing");
    /// assert!(EmployerInput::from_json(br#"{"id": "school"#).is_err());
    /// # Ok::<(), banenafspraak::contract::NotJson>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NotJson`] for a text that is no JSON. What the contract refuses is in the result.
    pub fn from_json(text: &[u8]) -> Result<Self, NotJson> {
        Ok(serde_json::from_slice(text)?)
    }
}

impl<'de> Deserialize<'de> for EmployerInput {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Node::deserialize(deserializer).map(|node| Self::of(&node))
    }
}

impl EmployerInput {
    pub(super) fn of(node: &Node<'_>) -> Self {
        let field = |wanted| match node {
            Node::Object(fields) => fields.iter().find(|(name, _)| name == wanted),
            _ => None,
        };
        let id = field(name_of!(Input, id)).and_then(|(_, value)| match value {
            Node::Text(text) => Some(text.to_string()),
            _ => None,
        });
        let name = name_of!(Input, year);
        let year = field(name).and_then(|(_, value)| value.read(name).ok());
        Self { id, year, employer: EmployerYear::read_object(node) }
    }
}
