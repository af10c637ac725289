//! What was published of the country. Next year's counts go here.
//!
//! Whole jobs, on top of the nulmeting of 1 January 2013. A row's source is said as far as it is
//! known: where a figure of the row was derived, its source says how.

use super::count::{Count, CountName};
use crate::law::Sector;
use crate::parameters::{Provenance, Source};
use crate::unit::{Jobs, Year};

/// What was found of a count.
#[derive(Clone, Copy)]
enum Cell {
    Told(Jobs),
    Derived(Jobs),
    NotFound,
}

const fn told(whole: i64) -> Cell {
    Cell::Told(jobs(whole))
}

const fn derived(whole: i64) -> Cell {
    Cell::Derived(jobs(whole))
}

const fn jobs(whole: i64) -> Jobs {
    Jobs::constant(whole.saturating_mul(100))
}

const NOT_FOUND: Cell = Cell::NotFound;
/// It is in the grid of its sector.
const ABOVE: Cell = Cell::NotFound;

/// Target and result of one sector and year.
struct Row {
    year: Year,
    target: Cell,
    realised: Cell,
    source: &'static str,
}

const fn row(year: u16, target: Cell, realised: Cell, source: &'static str) -> Row {
    Row { year: Year::constant(year), target, realised, source }
}

const MEASUREMENT: &str = "official measurement";
const LETTER: &str = "letter on the results of 2024";

#[rustfmt::skip]
const MARKT: [Row; 10] = [
    //  year  target           realised         source
    row(2015, told(6_000),     told(15_604),    MEASUREMENT),
    row(2016, told(14_000),    told(18_957),    MEASUREMENT),
    row(2017, told(23_000),    told(30_432),    MEASUREMENT),
    row(2018, told(31_000),    told(44_017),    MEASUREMENT),
    row(2019, told(40_000),    told(51_829),    MEASUREMENT),
    row(2020, told(50_000),    told(53_799),    MEASUREMENT),
    row(2021, told(60_000),    told(60_966),    "official measurement (published total 72809)"),
    row(2022, told(70_000),    told(71_113),    MEASUREMENT),
    row(2023, told(80_000),    told(74_031),    MEASUREMENT),
    row(2024, told(90_000),    told(77_143),    LETTER),
];

#[rustfmt::skip]
const OVERHEID: [Row; 10] = [
    //  year  target           realised         source
    row(2015, told(3_000),     told(5_453),     MEASUREMENT),
    row(2016, told(6_500),     told(3_597),     MEASUREMENT),
    row(2017, told(10_000),    told(6_471),     MEASUREMENT),
    row(2018, told(12_500),    told(7_940),     MEASUREMENT),
    row(2019, told(15_000),    told(9_786),     MEASUREMENT),
    row(2020, derived(17_500), NOT_FOUND,       "target derived from the series; result not found"),
    row(2021, told(20_000),    told(11_842),    MEASUREMENT),
    row(2022, told(22_500),    told(10_004),    MEASUREMENT),
    row(2023, told(25_000),    derived(11_634), "result derived: 12474 - 840"),
    row(2024, told(25_000),    told(12_474),    LETTER),
];

/// What was published beside target and result of the sectors: totals, parts and growth.
struct More {
    year: Year,
    name: CountName,
    markt: Cell,
    overheid: Cell,
    country: Cell,
    source: &'static str,
}

const fn more(
    year: u16,
    name: CountName,
    markt: Cell,
    overheid: Cell,
    country: Cell,
    source: &'static str,
) -> More {
    More { year: Year::constant(year), name, markt, overheid, country, source }
}

#[rustfmt::skip]
const MORE: [More; 9] = [
    //   year  figure                             markt          overheid       country         source
    more(2021, CountName::Realised,               ABOVE,         ABOVE,         told(72_809),   MEASUREMENT),
    more(2024, CountName::FormalEmployment,       told(80_996),  told(12_631),  told(93_627),   LETTER),
    more(2024, CountName::Inleenverbanden,        told(-3_853),  told(-158),    told(-4_011),   LETTER),
    more(2024, CountName::Realised,               ABOVE,         ABOVE,         told(89_616),   LETTER),
    more(2024, CountName::Target,                 ABOVE,         ABOVE,         told(115_000),  LETTER),
    more(2024, CountName::JobsIncludingNulmeting, NOT_FOUND,     NOT_FOUND,     told(164_795),  LETTER),
    more(2024, CountName::GrowthFormalEmployment, told(4_969),   told(1_843),   NOT_FOUND,      LETTER),
    more(2024, CountName::GrowthInleenverbanden,  told(-1_857),  told(-1_003),  NOT_FOUND,      LETTER),
    more(2024, CountName::Growth,                 told(3_112),   told(840),     NOT_FOUND,      LETTER),
];

/// Every published count.
pub(super) fn all() -> impl Iterator<Item = Count> {
    let grids = [(Sector::Markt, &MARKT), (Sector::Overheid, &OVERHEID)];
    let series = grids.into_iter().flat_map(|(sector, rows)| {
        rows.iter().flat_map(move |row| {
            let cells = [(CountName::Target, row.target), (CountName::Realised, row.realised)];
            let sector = Some(sector);
            cells
                .into_iter()
                .filter_map(move |(name, cell)| count(name, row.year, sector, cell, row.source))
        })
    });
    let more = MORE.iter().flat_map(|row| {
        let cells = [
            (Some(Sector::Markt), row.markt),
            (Some(Sector::Overheid), row.overheid),
            (None, row.country),
        ];
        cells
            .into_iter()
            .filter_map(|(sector, cell)| count(row.name, row.year, sector, cell, row.source))
    });
    series.chain(more)
}

fn count(
    name: CountName,
    year: Year,
    sector: Option<Sector>,
    cell: Cell,
    source: &'static str,
) -> Option<Count> {
    let (jobs, provenance) = match cell {
        Cell::Told(jobs) => (jobs, Provenance::Published),
        Cell::Derived(jobs) => (jobs, Provenance::Derived),
        Cell::NotFound => return None,
    };
    Some(Count { name, year, sector, jobs, provenance, source: Source::Publication(source) })
}
