//! The table of yearly totals, as [`TotalsReader`](super::TotalsReader) reads it.

use super::cell::Cell;
use super::names;
use super::row::{Column, Row};
use crate::employer::{Coverage, EmployerYear, HoursBase};
use crate::unit::Hours;

/// What coverage says; nothing where there is none.
fn covered<'a, T>(
    employer: &'a EmployerYear,
    of: fn(&'a Coverage) -> Option<T>,
    cell: fn(T) -> Cell<'a>,
) -> Cell<'a> {
    employer.coverage().and_then(of).map_or(Cell::Empty, cell)
}

/// Hours of the year before, where they are known.
fn previous(employer: &EmployerYear, of: fn(&HoursBase) -> Hours) -> Cell<'_> {
    Cell::maybe(employer.previous_year().map(of))
}

/// A row of the table of yearly totals. The runs of missing days and a scheme are not in it.
impl Row for EmployerYear {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::named(names::ID, |it| Cell::text(it.id().unwrap_or_default())),
        Column::named(names::YEAR, |it| Cell::of(it.year())),
        Column::named(names::SECTOR, |it| Cell::text(it.sector().word())),
        Column::named(names::PAID, |it| Cell::of(it.hours_base().paid_hours())),
        Column::named(names::LENT_OUT, |it| Cell::of(it.hours_base().lent_out_agency_hours())),
        Column::named(names::WSW, |it| Cell::of(it.hours_base().wsw_hours())),
        Column::named(names::DOELGROEP, |it| Cell::of(it.doelgroep_hours().own())),
        Column::named(names::ATTRIBUTED_OUT, |it| Cell::of(it.doelgroep_hours().attributed_out())),
        Column::named(names::ATTRIBUTED_IN, |it| Cell::of(it.doelgroep_hours().attributed_in())),
        Column::named(names::PREVIOUS_PAID, |it| previous(it, HoursBase::paid_hours)),
        Column::named(names::PREVIOUS_LENT_OUT, |it| {
            previous(it, HoursBase::lent_out_agency_hours)
        }),
        Column::named(names::PREVIOUS_WSW, |it| previous(it, HoursBase::wsw_hours)),
        Column::named(names::QUOTUMPERCENTAGE, |it| Cell::maybe(it.quotumpercentage())),
        Column::named(names::COMPLETE, |it| covered(it, |days| days.complete, Cell::Boolean)),
        Column::named(names::PREVIOUS_YEAR_COMPLETE, |it| {
            covered(it, |days| days.previous_year_complete, Cell::Boolean)
        }),
        Column::named(names::HOURS_UNTIL, |it| covered(it, |days| days.hours_until, Cell::of)),
    ];
}
