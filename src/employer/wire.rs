//! The contract's input object: the serde form of [`EmployerYear`].

use std::sync::Arc;

use serde::de::Error as _;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::coverage::{Coverage, Missing};
use super::hours::{DoelgroepHours, HoursBase};
use super::scheme::{Scheme, SchemeParameters};
use super::year::EmployerYear;
use crate::error::{Error, ErrorKind};
use crate::json::{ARRAY, Node, Object};
use crate::unit::{Hours, Year};

/// An input object as it came in: its id, and the employer or what is wrong with it.
///
/// Deserializing it fails only where the format itself is broken; what the contract refuses is
/// kept as an [`Error`] with code and field, and the id is known all the same.
///
/// ```
/// use banenafspraak::EmployerInput;
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

impl<'de> Deserialize<'de> for EmployerInput {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let node = Node::deserialize(deserializer)?;
        let field = |wanted| match &node {
            Node::Object(fields) => fields.iter().find(|(name, _)| name == wanted),
            _ => None,
        };
        let id = field("id").and_then(|(_, value)| match value {
            Node::Text(text) => Some(text.clone().into_owned()),
            _ => None,
        });
        let year = field("year").and_then(|(_, value)| value.read("year").ok());
        Ok(Self { id, year, employer: read_employer(&node) })
    }
}

impl<'de> Deserialize<'de> for EmployerYear {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        EmployerInput::deserialize(deserializer)?.employer.map_err(D::Error::custom)
    }
}

const FIELDS: &[&str] = &[
    "id",
    "year",
    "sector",
    "paid_hours",
    "lent_out_agency_hours",
    "wsw_hours",
    "doelgroep_hours",
    "doelgroep_hours_attributed_out",
    "doelgroep_hours_attributed_in",
    "previous_year",
    "quotumpercentage",
    "complete",
    "previous_year_complete",
    "hours_until",
    "missing",
    "scheme",
];
const MISSING_FIELDS: &[&str] = &["administration", "from", "until"];
const BASE_FIELDS: &[&str] = &["paid_hours", "lent_out_agency_hours", "wsw_hours"];
const SCHEME_FIELDS: &[&str] = &[
    "activation_decided_in",
    "surcharge_percentage",
    "bonus_per_hour",
    "bonus_maximum",
    "premium_wage",
    "premium_wage_two_years_before",
    "average_premium_wage_two_years_before",
    "became_employer_in",
    "bonus_workers",
];
const WORKER_FIELDS: &[&str] = &["paid_hours"];

fn read_employer(node: &Node<'_>) -> Result<EmployerYear, Error> {
    let object = Object::new(node, FIELDS)?;
    let year: Year = object.needed("year")?;
    let sector = object.needed("sector")?;
    let hours = read_base(&object)?;
    let own: Hours = object.needed("doelgroep_hours")?;
    let out = object.optional("doelgroep_hours_attributed_out")?.unwrap_or_default();
    let hired = object.optional("doelgroep_hours_attributed_in")?.unwrap_or_default();
    let doelgroep = DoelgroepHours::new(own).with_attributed_out(out)?.with_attributed_in(hired)?;
    let previous_year = match object.get_or_null("previous_year") {
        None => return Err(Error::new("previous_year", ErrorKind::MissingField)),
        Some(Node::Null) => None,
        Some(node) => {
            let base = Object::new(node, BASE_FIELDS).and_then(|object| read_base(&object));
            Some(base.map_err(|error| error.inside("previous_year"))?)
        }
    };
    let mut employer = EmployerYear::new(year, sector, hours, doelgroep)?
        .with_previous_year(previous_year)
        .with_coverage(read_coverage(&object)?)?;
    if let Some(id) = object.optional::<String>("id")? {
        employer = employer.with_id(id);
    }
    if let Some(percentage) = object.optional("quotumpercentage")? {
        employer = employer.with_quotumpercentage(percentage);
    }
    if let Some(node) = object.get("scheme") {
        let scheme = Object::new(node, SCHEME_FIELDS)
            .and_then(|object| read_scheme(&object))
            .map_err(|error| error.inside("scheme"))?;
        employer = employer.with_scheme(scheme);
    }
    Ok(employer)
}

fn read_coverage(object: &Object<'_, '_>) -> Result<Coverage, Error> {
    let missing = match object.get("missing") {
        None => Vec::new(),
        Some(Node::List(runs)) => {
            let runs = runs.iter().enumerate().map(|(index, run)| {
                Object::new(run, MISSING_FIELDS)
                    .and_then(|run| read_missing(&run))
                    .map_err(|error| error.inside_item("missing", index))
            });
            runs.collect::<Result<_, _>>()?
        }
        Some(other) => return Err(other.not("missing", ARRAY)),
    };
    Ok(Coverage {
        complete: object.flag("complete")?,
        previous_year_complete: object.flag("previous_year_complete")?,
        hours_until: object.optional("hours_until")?,
        missing,
    })
}

fn read_missing(run: &Object<'_, '_>) -> Result<Missing, Error> {
    let administration = run.optional::<String>("administration")?.map(Arc::from);
    Ok(Missing { administration, from: run.needed("from")?, until: run.needed("until")? })
}

fn read_base(object: &Object<'_, '_>) -> Result<HoursBase, Error> {
    HoursBase::new(object.needed("paid_hours")?)
        .with_lent_out_agency_hours(object.optional("lent_out_agency_hours")?.unwrap_or_default())?
        .with_wsw_hours(object.optional("wsw_hours")?.unwrap_or_default())
}

fn read_scheme(object: &Object<'_, '_>) -> Result<Scheme, Error> {
    let workers = object.node("bonus_workers")?;
    let Node::List(workers) = workers else { return Err(workers.not("bonus_workers", ARRAY)) };
    let bonus_workers = workers.iter().enumerate().map(|(index, worker)| {
        Object::new(worker, WORKER_FIELDS)
            .and_then(|worker| worker.needed("paid_hours"))
            .map_err(|error| error.inside_item("scheme.bonus_workers", index))
    });
    // In the order of the contract, so that the first error is of the first field.
    let activation_decided_in = object.needed("activation_decided_in")?;
    let surcharge_percentage = object.needed("surcharge_percentage")?;
    let bonus_per_hour = object.needed("bonus_per_hour")?;
    let bonus_maximum = object.needed("bonus_maximum")?;
    Ok(Scheme {
        premium_wage: object.needed("premium_wage")?,
        premium_wage_two_years_before: object.needed("premium_wage_two_years_before")?,
        parameters: SchemeParameters {
            activation_decided_in,
            surcharge_percentage,
            bonus_per_hour,
            bonus_maximum,
            average_premium_wage_two_years_before: object
                .needed("average_premium_wage_two_years_before")?,
        },
        became_employer_in: object.optional("became_employer_in")?,
        bonus_workers: bonus_workers.collect::<Result<_, _>>()?,
    })
}

impl<'de> Deserialize<'de> for Scheme {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let node = Node::deserialize(deserializer)?;
        Object::new(&node, SCHEME_FIELDS)
            .and_then(|object| read_scheme(&object))
            .map_err(D::Error::custom)
    }
}

impl Serialize for EmployerYear {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(id) = self.id() {
            map.serialize_entry("id", id)?;
        }
        map.serialize_entry("year", &self.year())?;
        map.serialize_entry("sector", &self.sector())?;
        write_base(&mut map, self.hours_base())?;
        map.serialize_entry("doelgroep_hours", &self.doelgroep_hours().own())?;
        map.serialize_entry(
            "doelgroep_hours_attributed_out",
            &self.doelgroep_hours().attributed_out(),
        )?;
        map.serialize_entry(
            "doelgroep_hours_attributed_in",
            &self.doelgroep_hours().attributed_in(),
        )?;
        map.serialize_entry("previous_year", &self.previous_year())?;
        if let Some(percentage) = self.quotumpercentage() {
            map.serialize_entry("quotumpercentage", &percentage)?;
        }
        if let Some(coverage) = self.coverage() {
            write_coverage(&mut map, coverage)?;
        }
        if let Some(scheme) = self.scheme() {
            map.serialize_entry("scheme", scheme)?;
        }
        map.end()
    }
}

/// As the contract's `previous_year`; the year itself is with the employer.
impl Serialize for HoursBase {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        write_base(&mut map, self)?;
        map.end()
    }
}

/// What is known of the coverage, as the contract has it beside the other fields.
pub(crate) fn write_coverage<M: SerializeMap>(
    map: &mut M,
    coverage: &Coverage,
) -> Result<(), M::Error> {
    let Coverage { complete, previous_year_complete, hours_until, missing } = coverage;
    if let Some(complete) = complete {
        map.serialize_entry("complete", complete)?;
    }
    if let Some(complete) = previous_year_complete {
        map.serialize_entry("previous_year_complete", complete)?;
    }
    if let Some(day) = hours_until {
        map.serialize_entry("hours_until", &day.to_string())?;
    }
    if !missing.is_empty() {
        map.serialize_entry("missing", missing)?;
    }
    Ok(())
}

impl Serialize for Coverage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        write_coverage(&mut map, self)?;
        map.end()
    }
}

impl Serialize for Missing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(administration) = &self.administration {
            map.serialize_entry("administration", &**administration)?;
        }
        map.serialize_entry("from", &self.from.to_string())?;
        map.serialize_entry("until", &self.until.to_string())?;
        map.end()
    }
}

fn write_base<M: SerializeMap>(map: &mut M, base: &HoursBase) -> Result<(), M::Error> {
    map.serialize_entry("paid_hours", &base.paid_hours())?;
    map.serialize_entry("lent_out_agency_hours", &base.lent_out_agency_hours())?;
    map.serialize_entry("wsw_hours", &base.wsw_hours())
}

/// As the contract has it: the parameters beside the other fields.
impl Serialize for Scheme {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Worker {
            paid_hours: Hours,
        }
        let workers: Vec<Worker> =
            self.bonus_workers.iter().map(|&paid_hours| Worker { paid_hours }).collect();
        let parameters = &self.parameters;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("activation_decided_in", &parameters.activation_decided_in)?;
        map.serialize_entry("surcharge_percentage", &parameters.surcharge_percentage)?;
        map.serialize_entry("bonus_per_hour", &parameters.bonus_per_hour)?;
        map.serialize_entry("bonus_maximum", &parameters.bonus_maximum)?;
        map.serialize_entry("premium_wage", &self.premium_wage)?;
        map.serialize_entry("premium_wage_two_years_before", &self.premium_wage_two_years_before)?;
        map.serialize_entry(
            "average_premium_wage_two_years_before",
            &parameters.average_premium_wage_two_years_before,
        )?;
        if let Some(year) = self.became_employer_in {
            map.serialize_entry("became_employer_in", &year)?;
        }
        map.serialize_entry("bonus_workers", &workers)?;
        map.end()
    }
}
