//! From a program's own structs to an answer: the few lines a payroll system needs.

use banenafspraak::{
    DoelgroepHours, EmployerYear, Error, Hours, HoursBase, Language, Sector, Year, assess,
};

/// An employer as a payroll system may have it.
struct Company {
    number: &'static str,
    is_government: bool,
    hours_2025: u32,
    hours_2026: u32,
    doelgroep_hours_2026: u32,
}

const COMPANIES: [Company; 2] = [
    Company {
        number: "C-1001",
        is_government: true,
        hours_2025: 178_000,
        hours_2026: 180_000,
        doelgroep_hours_2026: 2_662,
    },
    Company {
        number: "C-1002",
        is_government: false,
        hours_2025: 91_000,
        hours_2026: 88_000,
        doelgroep_hours_2026: 0,
    },
];

fn employer(company: &Company) -> Result<EmployerYear, Error> {
    let sector = if company.is_government { Sector::Overheid } else { Sector::Markt };
    let hours = HoursBase::new(Hours::whole(company.hours_2026));
    let doelgroep = DoelgroepHours::new(Hours::whole(company.doelgroep_hours_2026));
    let employer = EmployerYear::new(Year::new(2026)?, sector, hours, doelgroep)?
        .with_previous_year(HoursBase::new(Hours::whole(company.hours_2025)))
        .with_id(company.number);
    Ok(employer)
}

fn main() -> Result<(), Error> {
    for company in &COMPANIES {
        let outcome = assess(&employer(company)?)?;
        println!("{outcome}\n");
    }
    // And why: every step with its article, in English or Dutch.
    let outcome = assess(&employer(&COMPANIES[0])?)?;
    print!("{}", outcome.explanation().text(Language::Nl));
    Ok(())
}
