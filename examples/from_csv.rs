//! From CSV files of any size to answers: records in groups by employer take the memory of one group.

use banenafspraak::payroll::Sources;
use banenafspraak::payroll::csv::Options;
use banenafspraak::reconciliation::Reconciliation;
use banenafspraak::{Year, assess};

/// In a program of yours these are files: any `std::io::Read` will do.
const EMPLOYERS: &[u8] = include_bytes!("payroll/sample/employers.csv");
const REGISTER: &[u8] = include_bytes!("payroll/sample/register.csv");
const ATTRIBUTIONS: &[u8] = include_bytes!("payroll/sample/attributions.csv");
const RECORDS: &[u8] = include_bytes!("payroll/sample/records.csv");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (options, year) = (Options::new(), Year::new(2026)?);
    let mut attributions = options.attributions(ATTRIBUTIONS)?.read_all()?;
    let sources = Sources {
        employers: options.employers(EMPLOYERS)?.read_all()?,
        register: options.register(REGISTER)?.read_all()?.into(),
        attributions: attributions.remove(&year).unwrap_or_default(), // of other years too
        ..Sources::new(year)
    };

    let mut found = Reconciliation::new();
    let mut employers = options.records(RECORDS)?.grouped(&sources);
    while let Some(joined) = employers.next().transpose()? {
        match found.employer_year(&joined, None, &sources) {
            Ok(employer) => println!("{}", assess(&employer)?),
            Err(refusal) => println!("{refusal}"),
        }
    }
    found.finish(employers.summary(), &sources);
    println!("{} notes of what was left out or does not match", found.take_notes().len());
    Ok(())
}
