//! From the wage returns (loonaangiften) that payroll software files to an answer.

use banenafspraak::payroll::loonaangifte::{EmployerReturns, FiscalNumber, Identity, Message};
use banenafspraak::payroll::{Employer, Register, Sources};
use banenafspraak::{Sector, Year, assess};

/// The messages of a year, in any order; here two of them.
const MESSAGES: [&str; 2] = [
    include_str!("../tests/loonaangifte/2026-01.xml"),
    include_str!("../tests/loonaangifte/2026-02.xml"),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let year = Year::new(2026)?;
    let number = FiscalNumber::new("111222333").ok_or("nine digits")?;
    let employer = Employer::new(number.as_str(), Sector::Overheid);
    let mut register = Register::new();
    register.insert("123456782", "2020-01-01".parse()?, None)?; // by BSN, as in the returns
    let sources = Sources { register: register.into(), ..Sources::new(year) };

    let mut returns = EmployerReturns::new(year, number);
    for message in MESSAGES {
        returns.add(Message::read(message.as_bytes())?)?;
    }
    // What later messages say replaces what earlier ones said.
    let settled = returns.settle()?;
    for note in &settled.notes {
        println!("{note}");
    }
    let joined = settled.join(&employer, &sources, |who: Identity<'_>| who.key());
    println!("{}", assess(&joined.employer_year(None)?)?);
    Ok(())
}
