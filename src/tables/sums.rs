//! The table of sums.

use super::cell::Cell;
use super::row::{Column, Row};
use crate::law::Sector;
use crate::sums::Row as SumRow;

/// A row of the table of sums. Percentage, year and sector are empty where nothing is grouped by them, and
/// where they are not known of inputs that could not be read.
impl Row for SumRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("quotumpercentage", "quotumpercentage", |row| {
            Cell::maybe(row.group.quotumpercentage)
        }),
        Column::new("year", "jaar", |row| Cell::maybe(row.group.year)),
        Column::new("sector", "sector", |row| {
            Cell::text(row.group.sector.map_or("", Sector::word))
        }),
        Column::new("employers", "werkgevers", |row| Cell::Count(row.sum.employers)),
        Column::new("liable", "heffingsplichtig", |row| Cell::Count(row.sum.liable)),
        Column::new("exempt", "vrijgesteld", |row| Cell::Count(row.sum.exempt)),
        Column::new("unknown", "onbekend", |row| Cell::Count(row.sum.unknown)),
        Column::new("not_assessed", "niet_beoordeeld", |row| Cell::Count(row.sum.not_assessed)),
        Column::new("without_quotumpercentage", "zonder_quotumpercentage", |row| {
            Cell::Count(row.sum.without_quotumpercentage)
        }),
        Column::new("levy_unknown", "heffing_onbekend", |row| Cell::Count(row.sum.levy_unknown)),
        Column::new("required_jobs", "vereiste_banen", |row| Cell::of(row.sum.required_jobs)),
        Column::new("realised_jobs", "gerealiseerde_banen", |row| Cell::of(row.sum.realised_jobs)),
        Column::new("quotumtekort", "quotumtekort", |row| Cell::of(row.sum.quotumtekort)),
        Column::new("surplus_jobs", "banen_boven_quotum", |row| Cell::of(row.sum.surplus_jobs)),
        Column::new("levy", "heffing", |row| Cell::of(row.sum.levy)),
        Column::new("payable", "te_betalen", |row| Cell::of(row.sum.payable)),
    ];
}
