//! What closes the gap: how many hours, how many people from September, and what it saves.

use banenafspraak::planning::{Change, ChangeKind, Gap, Hiring, Plan, RestOfYear, Workers};
use banenafspraak::unit::HoursPerWeek;
use banenafspraak::{
    Date, DoelgroepHours, EmployerYear, Figures, Hours, HoursBase, Sector, Year, assess,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let year = Year::new(2026)?;
    let hours = HoursBase::new(Hours::whole(180_000));
    let doelgroep = DoelgroepHours::new(Hours::whole(2_662));
    let employer =
        EmployerYear::new(year, Sector::Overheid, hours, doelgroep)?.with_previous_year(hours);
    let outcome = assess(&employer)?;

    let needed = Gap::of(&outcome)?.to_zero(Hiring::Employed)?;
    println!("{needed} hours of own workers close the gap");

    let (from, week): (Date, HoursPerWeek) = ("2026-09-01".parse()?, HoursPerWeek::whole(24)?);
    let people = RestOfYear::new(year, from)?.people(needed, week)?;
    println!("{people} people of {week} hours a week from {from}");

    let hire = Change::new(ChangeKind::Hire(week), Workers::Doelgroep, people, from);
    let effect = Plan::new(vec![hire])?.effect(&employer, &Figures::published())?;
    if let Some(saves) = effect.saves {
        println!("that saves EUR {saves}, if the levy were collected");
    }
    Ok(())
}
