//! The table of bounds: one row per unit feeds its constructors, its text form and its errors.

use crate::language::Phrase;

/// What a unit can hold.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// The name in errors and in binary formats.
    pub(crate) name: &'static str,
    /// Decimals of the smallest unit.
    pub(crate) decimals: u32,
    /// Decimals that are always shown.
    pub(crate) shown: u32,
    /// The least, in the smallest unit.
    pub(crate) min: i64,
    /// The most, in the smallest unit.
    pub(crate) max: i64,
    /// What an error says of a value with more decimals.
    pub(crate) advice: Phrase,
}

impl Bounds {
    pub(crate) const ROUND_FIRST: Phrase = Phrase::new("round it first", "rond het eerst af");

    /// Of hours the statute itself says how a year's total is rounded.
    const fn of_a_year(self) -> Self {
        let advice = Phrase::new(
            "round it first (hours of a year are rounded down, Besluit Wfsv 2.23 lid 2)",
            "rond het eerst af (uren van een jaar naar beneden, Besluit Wfsv 2.23 lid 2)",
        );
        Self { advice, ..self }
    }
}

const fn row(name: &'static str, decimals: u32, shown: u32, min: i64, max: i64) -> Bounds {
    Bounds { name, decimals, shown, min, max, advice: Bounds::ROUND_FIRST }
}

// The underscores are where the decimals begin and at the thousands. All hours paid in the
// Netherlands in a year are some 14 billion; ten times that still multiplies by 100 % in 64 bits.
// A job of at least an hour keeps any hours, in jobs, within the bounds of jobs.
#[rustfmt::skip]
mod table {
    use super::{Bounds, row};
    //                                           name              decimals shown                             min                         max
    pub(crate) const HOURS: Bounds          = row("hours",            2,      0,                             0,          99_999_999_999_99).of_a_year();
    pub(crate) const SIGNED_HOURS: Bounds   = row("signed_hours",     2,      0,            -99_999_999_999_99,          99_999_999_999_99).of_a_year();
    pub(crate) const EXACT_HOURS: Bounds    = row("exact_hours",      6,      0,                             0,      99_999_999_999_990000);
    pub(crate) const HOURS_PER_JOB: Bounds  = row("hours_per_job",    2,      0,                          1_00,                   9_999_99);
    pub(crate) const HOURS_PER_WEEK: Bounds = row("hours_per_week",   2,      0,                             1,                     168_00);
    pub(crate) const JOBS: Bounds           = row("jobs",             2,      1,            -99_999_999_999_99,          99_999_999_999_99);
    pub(crate) const EURO: Bounds           = row("euro",             2,      2,                             0,       9_999_999_999_999_99);
    pub(crate) const SIGNED_EURO: Bounds    = row("signed_euro",      2,      2,         -9_999_999_999_999_99,       9_999_999_999_999_99);
    pub(crate) const EURO_PER_HOUR: Bounds  = row("euro_per_hour",    2,      2,                             0,                   9_999_99);
    pub(crate) const EURO_PER_JOB: Bounds   = row("euro_per_job",     2,      2,                             0,               9_999_999_99);
    pub(crate) const PERCENTAGE: Bounds     = row("percentage",       6,      2,                             0,                100_000_000);
    pub(crate) const COUNT: Bounds          = row("count",            0,      0,                             0,              4_294_967_295);
    pub(crate) const YEAR: Bounds           = row("year",             0,      0,                          1000,                       2999);
}
pub(crate) use table::*;
