//! What is known of the days that an employer's hours cover.

use std::sync::Arc;

use super::day::Day;
use crate::employer::{Coverage, Missing};
use crate::error::Error;

object! {
    /// The coverage, beside the other fields.
    Known {
        complete: optional bool,
        previous_year_complete: optional bool,
        hours_until: optional Day,
        missing: optional Vec<Missing>,
    }
}
form! { Coverage = Known: read, write, Serialize }

impl TryFrom<Known> for Coverage {
    type Error = Error;

    fn try_from(known: Known) -> Result<Self, Error> {
        Ok(Self {
            complete: known.complete,
            previous_year_complete: known.previous_year_complete,
            hours_until: known.hours_until.map(|Day(day)| day),
            missing: known.missing.unwrap_or_default(),
        })
    }
}

impl From<&Coverage> for Known {
    fn from(coverage: &Coverage) -> Self {
        Self {
            complete: coverage.complete,
            previous_year_complete: coverage.previous_year_complete,
            hours_until: coverage.hours_until.map(Day),
            missing: Some(coverage.missing.clone()).filter(|runs| !runs.is_empty()),
        }
    }
}

object! {
    /// A run of days that no hours cover.
    Run {
        administration: optional String,
        from: needed Day,
        until: needed Day,
    }
}
form! { Missing = Run: read, write, Serialize }

impl TryFrom<Run> for Missing {
    type Error = Error;

    fn try_from(run: Run) -> Result<Self, Error> {
        let (Day(from), Day(until)) = (run.from, run.until);
        Ok(Self { administration: run.administration.map(Arc::from), from, until })
    }
}

impl From<&Missing> for Run {
    fn from(missing: &Missing) -> Self {
        Self {
            administration: missing.administration.as_deref().map(str::to_owned),
            from: Day(missing.from),
            until: Day(missing.until),
        }
    }
}
