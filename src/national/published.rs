//! What was published of the country. Next year's counts go here.
//!
//! Whole jobs, on top of the nulmeting of 1 January 2013. A row's source is said as far as it is
//! known: where a figure of the row was derived, its source says how.

use super::name::CountName;
use crate::language::Phrase;
use crate::law::Sector;
use crate::parameters::{Entry, Known, NOT_FOUND, Source, derived, in_jobs, published};
use crate::unit::{Jobs, Year};

/// Hundredths of a job: the cells are in whole jobs.
const WHOLE: i64 = 100;
/// It is in the grid of the sectors.
const ABOVE: Known<i64> = NOT_FOUND;

/// The counts of a year that have one source.
struct Row<const N: usize> {
    year: Year,
    cells: [(CountName, Option<Sector>, Known<Jobs>); N],
    source: Phrase,
}

/// Target and result of a sector.
const fn row(
    year: u16,
    sector: Sector,
    target: Known<i64>,
    realised: Known<i64>,
    source: Phrase,
) -> Row<2> {
    let cells = [
        (CountName::Target, Some(sector), in_jobs(target, WHOLE)),
        (CountName::Realised, Some(sector), in_jobs(realised, WHOLE)),
    ];
    Row { year: Year::constant(year), cells, source }
}

/// What was published beside target and result of the sectors: totals, parts and growth.
const fn more(
    year: u16,
    name: CountName,
    markt: Known<i64>,
    overheid: Known<i64>,
    country: Known<i64>,
    source: Phrase,
) -> Row<3> {
    let cells = [
        (name, Some(Sector::Markt), in_jobs(markt, WHOLE)),
        (name, Some(Sector::Overheid), in_jobs(overheid, WHOLE)),
        (name, None, in_jobs(country, WHOLE)),
    ];
    Row { year: Year::constant(year), cells, source }
}

#[rustfmt::skip]
mod sources {
    use crate::language::Phrase;

    pub(super) const MEASUREMENT: Phrase      = Phrase::new("official measurement",                                "officiële meting");
    pub(super) const MEASUREMENT_2021: Phrase = Phrase::new("official measurement (published total 72809)",        "officiële meting (gepubliceerd totaal: 72.809)");
    pub(super) const LETTER: Phrase           = Phrase::new("letter on the results of 2024",                       "brief over de resultaten van 2024");
    pub(super) const FROM_SERIES: Phrase      = Phrase::new("target derived from the series; result not found",    "doel afgeleid uit de reeks; resultaat niet gevonden");
    pub(super) const FROM_GROWTH: Phrase      = Phrase::new("result derived: 12474 - 840",                         "resultaat afgeleid: 12.474 - 840");
}
use sources::{FROM_GROWTH, FROM_SERIES, LETTER, MEASUREMENT, MEASUREMENT_2021};

#[rustfmt::skip]
const SERIES: [Row<2>; 20] = [
    //  year  sector            target             realised           source
    row(2015, Sector::Markt,    published(6_000),  published(15_604), MEASUREMENT),
    row(2016, Sector::Markt,    published(14_000), published(18_957), MEASUREMENT),
    row(2017, Sector::Markt,    published(23_000), published(30_432), MEASUREMENT),
    row(2018, Sector::Markt,    published(31_000), published(44_017), MEASUREMENT),
    row(2019, Sector::Markt,    published(40_000), published(51_829), MEASUREMENT),
    row(2020, Sector::Markt,    published(50_000), published(53_799), MEASUREMENT),
    row(2021, Sector::Markt,    published(60_000), published(60_966), MEASUREMENT_2021),
    row(2022, Sector::Markt,    published(70_000), published(71_113), MEASUREMENT),
    row(2023, Sector::Markt,    published(80_000), published(74_031), MEASUREMENT),
    row(2024, Sector::Markt,    published(90_000), published(77_143), LETTER),
    row(2015, Sector::Overheid, published(3_000),  published(5_453),  MEASUREMENT),
    row(2016, Sector::Overheid, published(6_500),  published(3_597),  MEASUREMENT),
    row(2017, Sector::Overheid, published(10_000), published(6_471),  MEASUREMENT),
    row(2018, Sector::Overheid, published(12_500), published(7_940),  MEASUREMENT),
    row(2019, Sector::Overheid, published(15_000), published(9_786),  MEASUREMENT),
    row(2020, Sector::Overheid, derived(17_500),   NOT_FOUND,         FROM_SERIES),
    row(2021, Sector::Overheid, published(20_000), published(11_842), MEASUREMENT),
    row(2022, Sector::Overheid, published(22_500), published(10_004), MEASUREMENT),
    row(2023, Sector::Overheid, published(25_000), derived(11_634),   FROM_GROWTH),
    row(2024, Sector::Overheid, published(25_000), published(12_474), LETTER),
];

#[rustfmt::skip]
const MORE: [Row<3>; 9] = [
    //   year  figure                             markt              overheid           country             source
    more(2021, CountName::Realised,               ABOVE,             ABOVE,             published(72_809),  MEASUREMENT),
    more(2024, CountName::FormalEmployment,       published(80_996), published(12_631), published(93_627),  LETTER),
    more(2024, CountName::Inleenverbanden,        published(-3_853), published(-158),   published(-4_011),  LETTER),
    more(2024, CountName::Realised,               ABOVE,             ABOVE,             published(89_616),  LETTER),
    more(2024, CountName::Target,                 ABOVE,             ABOVE,             published(115_000), LETTER),
    more(2024, CountName::JobsIncludingNulmeting, NOT_FOUND,         NOT_FOUND,         published(164_795), LETTER),
    more(2024, CountName::GrowthFormalEmployment, published(4_969),  published(1_843),  NOT_FOUND,          LETTER),
    more(2024, CountName::GrowthInleenverbanden,  published(-1_857), published(-1_003), NOT_FOUND,          LETTER),
    more(2024, CountName::Growth,                 published(3_112),  published(840),    NOT_FOUND,          LETTER),
];

/// Every published count.
pub(super) fn all() -> impl Iterator<Item = Entry<CountName>> {
    SERIES.iter().flat_map(Row::counts).chain(MORE.iter().flat_map(Row::counts))
}

impl<const N: usize> Row<N> {
    fn counts(&self) -> impl Iterator<Item = Entry<CountName>> + '_ {
        let (years, source) = ((self.year, Some(self.year)), Source::Publication(self.source));
        self.cells.iter().filter_map(move |&(name, sector, cell)| {
            Entry::of_table(name, sector, years, cell, source.clone())
        })
    }
}
