//! The counts for a program: a line of JSON a year.

use std::io::{self, Write};

use banenafspraak::national::National;
use banenafspraak::national::{AgainstTarget, Count, CountName, Difference};
use banenafspraak::{Error, Jobs, Language, Sector, Year};
use serde::Serialize;

use crate::COLUMNS;

/// The rows of a table, in the order of the letter.
pub(crate) const ROWS: [CountName; 8] = [
    CountName::FormalEmployment,
    CountName::Inleenverbanden,
    CountName::Realised,
    CountName::Target,
    CountName::JobsIncludingNulmeting,
    CountName::GrowthFormalEmployment,
    CountName::GrowthInleenverbanden,
    CountName::Growth,
];

/// One year: its counts with their sources, and what follows from them.
#[derive(Serialize)]
struct Line {
    year: Year,
    counts: Vec<Count>,
    against_target: [Known<AgainstTarget>; 3],
    growth: [Known<Value>; 3],
    nulmeting: Known<Value>,
    differences: Vec<Difference>,
}

#[derive(Serialize)]
struct Value {
    #[serde(skip_serializing_if = "Option::is_none")]
    sector: Option<Sector>,
    value: Jobs,
}

/// A result, or which count is not known.
#[derive(Serialize)]
#[serde(untagged)]
enum Known<T> {
    Known(T),
    Unknown {
        #[serde(skip_serializing_if = "Option::is_none")]
        sector: Option<Sector>,
        error: Refusal,
    },
}

/// Its message is in the language asked for.
#[derive(Serialize)]
struct Refusal {
    code: &'static str,
    field: Option<String>,
    message: String,
}

pub(crate) fn json_line(
    out: &mut impl Write,
    national: &National,
    year: Year,
    language: Language,
) -> io::Result<()> {
    let counts = ROWS.iter().flat_map(|&name| {
        COLUMNS.iter().filter_map(move |&sector| national.count(name, year, sector).ok())
    });
    let value = |sector, jobs: Result<_, _>| {
        known(sector, jobs.map(|value| Value { sector, value }), language)
    };
    let line = Line {
        year,
        counts: counts.collect(),
        against_target: COLUMNS
            .map(|sector| known(sector, national.against_target(year, sector), language)),
        growth: COLUMNS
            .map(|sector| value(sector, national.growth(CountName::Realised, year, sector))),
        nulmeting: value(None, national.nulmeting(year, None)),
        differences: national.differences(year).map_err(io::Error::other)?,
    };
    serde_json::to_writer(&mut *out, &line)?;
    writeln!(out)
}

fn known<T>(sector: Option<Sector>, result: Result<T, Error>, language: Language) -> Known<T> {
    match result {
        Ok(value) => Known::Known(value),
        Err(error) => {
            let message = error.localized(language).to_string();
            let error = Refusal { code: error.code(), field: error.field(), message };
            Known::Unknown { sector, error }
        }
    }
}
