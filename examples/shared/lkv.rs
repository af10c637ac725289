//! The LKV doelgroep banenafspraak of people who come (Wtl 2.13).

use banenafspraak::planning::RestOfYear;
use banenafspraak::regime::loonkostenvoordeel;
use banenafspraak::unit::HoursPerWeek;
use banenafspraak::{Euro, Figures};

/// That of `people` together, each with a maximum of its own; `None` where it is not known.
pub(crate) fn of_people(rest: RestOfYear, each: HoursPerWeek, people: u32) -> Option<Euro> {
    let hours = rest.hours(1, each).ok()?;
    let lkv = loonkostenvoordeel(hours, rest.year(), &Figures::published()).ok()?;
    Euro::new(lkv.to_decimal().checked_mul(people.into())?).ok()
}
