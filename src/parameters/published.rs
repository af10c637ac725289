//! What was published: one grid per sector and the standing figures. Next year's go here.
//!
//! Hours, jobs and percentages are in hundredths: `2_58` is 2.58, `1_291_070_60` is 1,291,070.60.
//! Sources: quotumpercentages Regeling Wfsv 3.37 (the column `place`), A to E and H Regeling Wfsv
//! 3.35 a to f, F Besluit Wfsv 2.32 b (overheid) and c (markt), G Besluit Wfsv 2.32 d.

use super::figure::{Figure, FigureName, Provenance, Source};
use crate::law::{Document, LegalSource, Sector, articles};
use crate::unit::{
    Euro, EuroPerHour, EuroPerJob, Hours, HoursPerJob, Jobs, Percentage, Quantity, Year,
};

/// The figures of one sector and year, letters as in Wfsv 38f; `None` where none was published.
struct Row {
    year: Year,
    quotumpercentage: Option<Percentage>,
    place: &'static str,
    a: Jobs,
    b: Jobs,
    d: Option<Jobs>,
    f: u32,
    h: Option<Jobs>,
}

#[expect(
    clippy::too_many_arguments,
    clippy::many_single_char_names,
    reason = "a row of the grid, in the order of its columns, by the letters of Wfsv 38f"
)]
const fn row(
    year: u16,
    quotumpercentage: Option<i64>,
    place: &'static str,
    a: i64,
    b: i64,
    d: Option<i64>,
    f: u32,
    h: Option<i64>,
) -> Row {
    // A percentage has six decimals inside.
    const HUNDREDTH: i64 = 10_000;
    Row {
        year: Year::constant(year),
        quotumpercentage: match quotumpercentage {
            Some(hundredths) => Some(Percentage::constant(hundredths.saturating_mul(HUNDREDTH))),
            None => None,
        },
        place,
        a: Jobs::constant(a),
        b: Jobs::constant(b),
        d: known(d),
        f,
        h: known(h),
    }
}

const fn known(jobs: Option<i64>) -> Option<Jobs> {
    match jobs {
        Some(hundredths) => Some(Jobs::constant(hundredths)),
        None => None,
    }
}

#[rustfmt::skip]
const OVERHEID: [Row; 10] = [
    //  year  percent     place           A           B            D                       F      H
    row(2017, None,       "",             13_504_00,  8_750_00,    None,                   256,   None),
    row(2018, Some(1_93), "3.37 lid 1",   13_504_00,  11_250_00,   Some(1_073_426_07),     534,   None),
    row(2019, Some(2_14), "3.37 lid 3",   13_504_00,  13_750_00,   Some(1_074_355_16),     811,   None),
    row(2020, Some(2_35), "3.37 lid 5",   13_504_00,  16_250_00,   Some(1_087_495_31),     1_089, Some(-284_10)),
    row(2021, Some(2_56), "3.37 lid 7",   13_504_00,  18_750_00,   Some(1_084_046_22),     1_367, Some(-283_25)),
    row(2022, Some(2_69), "3.37 lid 9",   13_504_00,  21_250_00,   Some(1_116_687_84),     1_644, Some(-285_41)),
    row(2023, Some(2_76), "3.37 lid 11",  13_504_00,  23_750_00,   Some(1_173_363_61),     1_922, Some(-283_60)),
    row(2024, Some(2_76), "3.37 lid 13",  13_504_00,  25_000_00,   Some(1_208_742_31),     1_922, Some(-256_99)),
    row(2025, Some(2_68), "3.37 lid 15",  13_504_00,  25_000_00,   Some(1_247_135_49),     1_922, Some(-266_00)),
    row(2026, Some(2_58), "3.37 lid 17",  13_504_00,  25_000_00,   Some(1_291_070_60),     1_922, Some(-253_07)),
];

#[rustfmt::skip]
const MARKT: [Row; 10] = [
    //  year  percent     place           A           B            D                       F      H
    row(2017, None,       "",             35_927_00,  19_500_00,   None,                   744,   None),
    row(2018, None,       "",             35_927_00,  27_000_00,   None,                   1_348, None),
    row(2019, None,       "",             35_927_00,  35_500_00,   None,                   1_953, None),
    row(2020, None,       "",             35_927_00,  45_000_00,   None,                   2_557, None),
    row(2021, None,       "",             35_927_00,  55_000_00,   None,                   3_161, None),
    row(2022, None,       "",             35_927_00,  65_000_00,   None,                   3_766, None),
    row(2023, None,       "",             35_927_00,  75_000_00,   None,                   4_370, None),
    row(2024, None,       "",             35_927_00,  85_000_00,   None,                   4_974, None),
    row(2025, None,       "",             35_927_00,  95_000_00,   None,                   5_578, None),
    row(2026, None,       "",             35_927_00,  100_000_00,  None,                   5_578, None),
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

/// A figure for both sectors: first year, last year (`None`: until the law changes), value, source.
type Standing = (Year, Option<Year>, Quantity, LegalSource);

#[rustfmt::skip]
#[inline]
const fn standing(name: FigureName) -> Option<Standing> {
    Some(match name {
        FigureName::HoursPerJob        => (FIRST_YEAR, None,           Quantity::HoursPerJob(HOURS_PER_JOB), articles::HOURS_PER_JOB),
        FigureName::AverageHours       => (FIRST_YEAR, None,           Quantity::Hours(AVERAGE_HOURS),       articles::AVERAGE_HOURS),
        FigureName::ThresholdWorkers   => (FIRST_YEAR, None,           Quantity::Count(25),                  articles::THRESHOLD_WORKERS),
        FigureName::LevyPerJob         => (FIRST_YEAR, None,           Quantity::EuroPerJob(LEVY_PER_JOB),   articles::LEVY),
        FigureName::SmallEmployerWages => (FIRST_YEAR, None,           Quantity::Count(25),                  articles::SMALL),
        FigureName::LkvPerHour         => (LKV_YEAR,   Some(LKV_YEAR), Quantity::EuroPerHour(LKV_PER_HOUR),  articles::LKV),
        FigureName::LkvMaximum         => (LKV_YEAR,   Some(LKV_YEAR), Quantity::Euro(LKV_MAXIMUM),          articles::LKV),
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

/// The published value, if there is one.
#[inline]
pub(super) fn value(name: FigureName, year: Year, sector: Sector) -> Option<Quantity> {
    if name.per_sector() {
        return row_of(year, sector)?.value(name);
    }
    let (from, until, value, _) = standing(name)?;
    (year >= from && until.is_none_or(|until| year <= until)).then_some(value)
}

/// The published figure, if there is one.
pub(super) fn figure(name: FigureName, year: Year, sector: Sector) -> Option<Figure> {
    if name.per_sector() {
        return row_of(year, sector)?.figure(name, sector);
    }
    standing_figure(name).filter(|figure| figure.holds_for(name, year, sector))
}

fn standing_figure(name: FigureName) -> Option<Figure> {
    let (from, until, value, source) = standing(name)?;
    Some(Figure {
        name,
        sector: None,
        from,
        until,
        value,
        provenance: Provenance::Published,
        source: Source::Law(source),
    })
}

/// Every published figure.
pub(super) fn all() -> impl Iterator<Item = Figure> {
    let standing = FigureName::ALL.iter().filter_map(|&name| standing_figure(name));
    let yearly = [Sector::Overheid, Sector::Markt].into_iter().flat_map(|sector| {
        grid(sector).iter().flat_map(move |row| {
            FigureName::ALL.iter().filter_map(move |&name| row.figure(name, sector))
        })
    });
    standing.chain(yearly)
}

impl Row {
    #[inline]
    fn value(&self, name: FigureName) -> Option<Quantity> {
        Some(match name {
            FigureName::Quotumpercentage => Quantity::Percentage(self.quotumpercentage?),
            FigureName::VariableA => Quantity::Jobs(self.a),
            FigureName::VariableB => Quantity::Jobs(self.b),
            FigureName::VariableC | FigureName::VariableG => Quantity::HoursPerJob(HOURS_PER_JOB),
            FigureName::VariableD => Quantity::Jobs(self.d?),
            FigureName::VariableE => Quantity::Hours(AVERAGE_HOURS),
            FigureName::VariableF => Quantity::Count(self.f),
            FigureName::VariableH => Quantity::Jobs(self.h?),
            _ => return None,
        })
    }

    fn figure(&self, name: FigureName, sector: Sector) -> Option<Figure> {
        let value = self.value(name)?;
        let source = match name {
            FigureName::Quotumpercentage => LegalSource::new(Document::RegelingWfsv, self.place),
            FigureName::VariableA => LegalSource::new(Document::RegelingWfsv, "3.35 a"),
            FigureName::VariableB => LegalSource::new(Document::RegelingWfsv, "3.35 b"),
            FigureName::VariableC => LegalSource::new(Document::RegelingWfsv, "3.35 c"),
            FigureName::VariableD => LegalSource::new(Document::RegelingWfsv, "3.35 d"),
            FigureName::VariableE => LegalSource::new(Document::RegelingWfsv, "3.35 e"),
            FigureName::VariableF if sector == Sector::Overheid => {
                LegalSource::new(Document::BesluitWfsv, "2.32 b")
            }
            FigureName::VariableF => LegalSource::new(Document::BesluitWfsv, "2.32 c"),
            FigureName::VariableG => LegalSource::new(Document::BesluitWfsv, "2.32 d"),
            _ => LegalSource::new(Document::RegelingWfsv, "3.35 f"),
        };
        Some(Figure {
            name,
            sector: Some(sector),
            from: self.year,
            until: Some(self.year),
            value,
            provenance: Provenance::Published,
            source: Source::Law(source),
        })
    }
}
