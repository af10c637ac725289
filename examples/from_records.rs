//! From payroll records to an answer: who is registered, whose hours count, what it comes to.

use banenafspraak::payroll::{Employer, Entry, Record, Register, Sources};
use banenafspraak::reconciliation::{Note, Reconciliation};
use banenafspraak::{Sector, Year, assess};

/// Person, period and paid hours, as a payroll system may have them.
const PAYSLIPS: [(&str, &str, &str); 4] = [
    ("p-17", "2026-01", "110.5"),
    ("p-18", "2026-01", "173.33"),
    ("p-17", "2026-02", "104"),
    ("p-18", "2026-02", "160"),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut sources = Sources::new(Year::new(2026)?);
    sources.employers.insert(Employer::new("school", Sector::Overheid))?;
    let mut register = Register::new();
    register.insert("p-17", "2026-02-16".parse()?, None)?; // a day of February: all of February
    sources.register = register.into();

    let mut payroll = sources.payroll();
    for (person, period, hours) in PAYSLIPS {
        let entry = Entry { paid_hours: hours.parse()?, ..Entry::new(period.parse()?) };
        payroll.add(&Record::new("school", person, entry));
    }
    // Nothing vanishes silently: what was left out or does not match comes as notes.
    let mut found = Reconciliation::new();
    for joined in sources.join(&payroll) {
        match found.employer_year(&joined, None, &sources) {
            Ok(employer) => println!("{}", assess(&employer)?),
            Err(refusal) => println!("{refusal}"),
        }
    }
    found.finish(sources.summary(&payroll), &sources);
    for note in found.take_notes() {
        match note {
            Note::DaysWithoutReturns { missing, .. } => {
                println!("no records from {} to {}", missing.from, missing.until);
            }
            other => println!("{}", other.code()),
        }
    }
    Ok(())
}
