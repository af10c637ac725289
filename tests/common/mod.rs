//! What several test files share: employers in short form, and the oracle in plain integers.
#![allow(dead_code, reason = "each test file uses a part")]

use banenafspraak::{DoelgroepHours, EmployerYear, Hours, HoursBase, Sector, Year};

/// Hours of so many hundredths.
pub(crate) fn hundredths(units: i64) -> Hours {
    Hours::new(rust_decimal::Decimal::new(units, 2)).unwrap()
}

/// An employer in hundredths of hours: base of the year before, of the year, doelgroep hours.
pub(crate) fn employer(
    year: i32,
    sector: Sector,
    before: i64,
    base: i64,
    doelgroep: i64,
) -> EmployerYear {
    let year = Year::new(year).unwrap();
    EmployerYear::new(
        sector,
        HoursBase::new(year.previous().unwrap(), hundredths(before)),
        HoursBase::new(year, hundredths(base)),
        DoelgroepHours::new(hundredths(doelgroep)),
    )
    .unwrap()
}

/// The quotumtekort in tenths of a job, read from the statute in integers alone.
///
/// (A x B - C) / D with A, C in hundredths of hours and B in hundredths of percents: A x B counts
/// millionths of hours, and a tenth of a job of 1,331 hours is 133,100,000 of those.
pub(crate) fn tekort_in_tenths(base: i64, percentage: i64, doelgroep: i64) -> i128 {
    let short = i128::from(base) * i128::from(percentage) - i128::from(doelgroep) * 10_000;
    short.max(0).div_euclid(133_100_000)
}
