//! What was published: one grid per sector and the standing figures. Next year's go here.
//!
//! Hours, jobs and percentages are in hundredths: `2_58` is 2.58, `1_291_070_60` is 1,291,070.60.
//! Sources: quotumpercentages Regeling Wfsv 3.37 (the column `place`), A to E and H Regeling Wfsv
//! 3.35 a to f, F Besluit Wfsv 2.32 b (overheid) and c (markt), G Besluit Wfsv 2.32 d.

use super::book::Entry;
use super::name::FigureName;
use super::provenance::{Known, NOT_FOUND, in_jobs, published};
use crate::law::{Document, LegalSource, Sector, articles};
use crate::unit::{
    Euro, EuroPerHour, EuroPerJob, Hours, HoursPerJob, Jobs, Percentage, Quantity, Year,
};

/// The figures of one sector and year, letters as in Wfsv 38f.
struct Row {
    year: Year,
    quotumpercentage: Known<Percentage>,
    place: &'static str,
    a: Jobs,
    b: Jobs,
    d: Known<Jobs>,
    f: u32,
    h: Known<Jobs>,
}

#[expect(
    clippy::too_many_arguments,
    clippy::many_single_char_names,
    reason = "a row of the grid, in the order of its columns, by the letters of Wfsv 38f"
)]
const fn row(
    year: u16,
    quotumpercentage: Known<i64>,
    place: &'static str,
    a: i64,
    b: i64,
    d: Known<i64>,
    f: u32,
    h: Known<i64>,
) -> Row {
    // A percentage has six decimals inside.
    const HUNDREDTH: i64 = 10_000;
    Row {
        year: Year::constant(year),
        quotumpercentage: match quotumpercentage {
            Some((percent, known)) => {
                // Evaluated when the crate is compiled: a value beyond the bounds does not compile.
                Some((Percentage::constant(percent.saturating_mul(HUNDREDTH)), known))
            }
            None => None,
        },
        place,
        a: Jobs::constant(a),
        b: Jobs::constant(b),
        d: in_jobs(d, 1),
        f,
        h: in_jobs(h, 1),
    }
}

#[rustfmt::skip]
const OVERHEID: [Row; 10] = [
    //  year  percent          place          A           B            D                         F      H
    row(2017, NOT_FOUND,       "",            13_504_00,  8_750_00,    NOT_FOUND,                256,   NOT_FOUND),
    row(2018, published(1_93), "3.37 lid 1",  13_504_00,  11_250_00,   published(1_073_426_07),  534,   NOT_FOUND),
    row(2019, published(2_14), "3.37 lid 3",  13_504_00,  13_750_00,   published(1_074_355_16),  811,   NOT_FOUND),
    row(2020, published(2_35), "3.37 lid 5",  13_504_00,  16_250_00,   published(1_087_495_31),  1_089, published(-284_10)),
    row(2021, published(2_56), "3.37 lid 7",  13_504_00,  18_750_00,   published(1_084_046_22),  1_367, published(-283_25)),
    row(2022, published(2_69), "3.37 lid 9",  13_504_00,  21_250_00,   published(1_116_687_84),  1_644, published(-285_41)),
    row(2023, published(2_76), "3.37 lid 11", 13_504_00,  23_750_00,   published(1_173_363_61),  1_922, published(-283_60)),
    row(2024, published(2_76), "3.37 lid 13", 13_504_00,  25_000_00,   published(1_208_742_31),  1_922, published(-256_99)),
    row(2025, published(2_68), "3.37 lid 15", 13_504_00,  25_000_00,   published(1_247_135_49),  1_922, published(-266_00)),
    row(2026, published(2_58), "3.37 lid 17", 13_504_00,  25_000_00,   published(1_291_070_60),  1_922, published(-253_07)),
];

#[rustfmt::skip]
const MARKT: [Row; 10] = [
    //  year  percent          place          A           B            D                         F      H
    row(2017, NOT_FOUND,       "",            35_927_00,  19_500_00,   NOT_FOUND,                744,   NOT_FOUND),
    row(2018, NOT_FOUND,       "",            35_927_00,  27_000_00,   NOT_FOUND,                1_348, NOT_FOUND),
    row(2019, NOT_FOUND,       "",            35_927_00,  35_500_00,   NOT_FOUND,                1_953, NOT_FOUND),
    row(2020, NOT_FOUND,       "",            35_927_00,  45_000_00,   NOT_FOUND,                2_557, NOT_FOUND),
    row(2021, NOT_FOUND,       "",            35_927_00,  55_000_00,   NOT_FOUND,                3_161, NOT_FOUND),
    row(2022, NOT_FOUND,       "",            35_927_00,  65_000_00,   NOT_FOUND,                3_766, NOT_FOUND),
    row(2023, NOT_FOUND,       "",            35_927_00,  75_000_00,   NOT_FOUND,                4_370, NOT_FOUND),
    row(2024, NOT_FOUND,       "",            35_927_00,  85_000_00,   NOT_FOUND,                4_974, NOT_FOUND),
    row(2025, NOT_FOUND,       "",            35_927_00,  95_000_00,   NOT_FOUND,                5_578, NOT_FOUND),
    row(2026, NOT_FOUND,       "",            35_927_00,  100_000_00,  NOT_FOUND,                5_578, NOT_FOUND),
];

/// The first year for which the standing figures were published (Regeling Wfsv 3.35).
const FIRST_YEAR: Year = Year::constant(2017);
/// The one year whose LKV was looked up (Wtl 2.13).
const LKV_YEAR: Year = Year::constant(2026);

/// Paid hours of a job in a year: 25.5 a week (Regeling Wfsv 3.32).
const HOURS_PER_JOB: HoursPerJob = HoursPerJob::constant(1_331_00);
/// Average paid hours of a worker in a year (Besluit Wfsv 2.21).
const AVERAGE_HOURS: Hours = Hours::constant(1_623_00);
/// The quotumheffing per job short (Wfsv 38h lid 4).
const LEVY_PER_JOB: EuroPerJob = EuroPerJob::constant(5_000_00);
/// The LKV doelgroep banenafspraak per paid hour (Wtl 2.13).
const LKV_PER_HOUR: EuroPerHour = EuroPerHour::constant(1_01);
/// The most LKV for a worker in a year (Wtl 2.13).
const LKV_MAXIMUM: Euro = Euro::constant(2_000_00);

/// A figure that is the same for both sectors: the years it holds for (no last one: until the law
/// changes), its value and its source.
type ForBoth = ((Year, Option<Year>), Quantity, LegalSource);

#[rustfmt::skip]
#[inline]
const fn for_both(name: FigureName) -> Option<ForBoth> {
    Some(match name {
        FigureName::HoursPerJob        => ((FIRST_YEAR, None),         Quantity::HoursPerJob(HOURS_PER_JOB), articles::HOURS_PER_JOB),
        FigureName::AverageHours       => ((FIRST_YEAR, None),         Quantity::Hours(AVERAGE_HOURS),       articles::AVERAGE_HOURS),
        FigureName::ThresholdWorkers   => ((FIRST_YEAR, None),         Quantity::Count(25),                  articles::THRESHOLD_WORKERS),
        FigureName::LevyPerJob         => ((FIRST_YEAR, None),         Quantity::EuroPerJob(LEVY_PER_JOB),   articles::LEVY),
        FigureName::SmallEmployerWages => ((FIRST_YEAR, None),         Quantity::Count(25),                  articles::SMALL),
        FigureName::LkvPerHour         => ((LKV_YEAR, Some(LKV_YEAR)), Quantity::EuroPerHour(LKV_PER_HOUR),  articles::LKV),
        FigureName::LkvMaximum         => ((LKV_YEAR, Some(LKV_YEAR)), Quantity::Euro(LKV_MAXIMUM),          articles::LKV),
        _ => return None,
    })
}

const fn grid(sector: Sector) -> &'static [Row] {
    match sector {
        Sector::Overheid => &OVERHEID,
        Sector::Markt => &MARKT,
    }
}

/// The row of a year: the grid has every year from its first on.
#[inline]
fn row_of(year: Year, sector: Sector) -> Option<&'static Row> {
    let rows = grid(sector);
    let first = rows.first()?.year.number();
    rows.get(usize::from(year.number().checked_sub(first)?)).filter(|row| row.year == year)
}

/// The value, and how it is known; no sector for a figure that is the same for both.
#[inline]
pub(super) fn value(name: FigureName, year: Year, sector: Option<Sector>) -> Known<Quantity> {
    if let Some(sector) = sector {
        return row_of(year, sector)?.value(name);
    }
    let ((from, until), value, _) = for_both(name)?;
    if year < from || until.is_some_and(|until| until < year) {
        return None;
    }
    published(value)
}

/// The figure, if there is one; no sector for one that is the same for both.
pub(super) fn figure(
    name: FigureName,
    year: Year,
    sector: Option<Sector>,
) -> Option<Entry<FigureName>> {
    match sector {
        Some(sector) => row_of(year, sector)?.figure(name, sector),
        None => figure_for_both(name).filter(|figure| figure.is_of(name, year)),
    }
}

fn figure_for_both(name: FigureName) -> Option<Entry<FigureName>> {
    let (years, value, source) = for_both(name)?;
    Entry::of_table(name, None, years, published(value), source.into())
}

/// Every published figure.
pub(super) fn all() -> impl Iterator<Item = Entry<FigureName>> {
    let for_both = FigureName::all().filter_map(figure_for_both);
    let yearly = [Sector::Overheid, Sector::Markt].into_iter().flat_map(|sector| {
        grid(sector)
            .iter()
            .flat_map(move |row| FigureName::all().filter_map(move |name| row.figure(name, sector)))
    });
    for_both.chain(yearly)
}

impl Row {
    #[inline]
    fn value(&self, name: FigureName) -> Known<Quantity> {
        match name {
            FigureName::Quotumpercentage => of_unit(self.quotumpercentage, Quantity::Percentage),
            FigureName::VariableA => published(Quantity::Jobs(self.a)),
            FigureName::VariableB => published(Quantity::Jobs(self.b)),
            FigureName::VariableC | FigureName::VariableG => {
                published(Quantity::HoursPerJob(HOURS_PER_JOB))
            }
            FigureName::VariableD => of_unit(self.d, Quantity::Jobs),
            FigureName::VariableE => published(Quantity::Hours(AVERAGE_HOURS)),
            FigureName::VariableF => published(Quantity::Count(self.f)),
            FigureName::VariableH => of_unit(self.h, Quantity::Jobs),
            _ => None,
        }
    }

    fn figure(&self, name: FigureName, sector: Sector) -> Option<Entry<FigureName>> {
        let (document, place) = match (name, sector) {
            (FigureName::Quotumpercentage, _) => (Document::RegelingWfsv, self.place),
            (FigureName::VariableA, _) => (Document::RegelingWfsv, "3.35 a"),
            (FigureName::VariableB, _) => (Document::RegelingWfsv, "3.35 b"),
            (FigureName::VariableC, _) => (Document::RegelingWfsv, "3.35 c"),
            (FigureName::VariableD, _) => (Document::RegelingWfsv, "3.35 d"),
            (FigureName::VariableE, _) => (Document::RegelingWfsv, "3.35 e"),
            (FigureName::VariableF, Sector::Overheid) => (Document::BesluitWfsv, "2.32 b"),
            (FigureName::VariableF, Sector::Markt) => (Document::BesluitWfsv, "2.32 c"),
            (FigureName::VariableG, _) => (Document::BesluitWfsv, "2.32 d"),
            _ => (Document::RegelingWfsv, "3.35 f"),
        };
        let (years, source) = ((self.year, Some(self.year)), LegalSource::new(document, place));
        Entry::of_table(name, Some(sector), years, self.value(name), source.into())
    }
}

#[inline]
fn of_unit<T>(cell: Known<T>, unit: fn(T) -> Quantity) -> Known<Quantity> {
    cell.map(|(value, known)| (unit(value), known))
}
