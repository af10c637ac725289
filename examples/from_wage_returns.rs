//! From the wage returns (loonaangiften) that payroll software files to an answer. It needs the feature
//! `loonaangifte`.

use banenafspraak::payroll::loonaangifte::{FiscalNumber, Identity, Message};
use banenafspraak::payroll::{Employer, Register, Sources};
use banenafspraak::{Sector, Year, assess};

/// The messages of a year, in any order; here two of them.
const MESSAGES: [&str; 2] = [
    include_str!("../tests/loonaangifte/2026-01.xml"),
    include_str!("../tests/loonaangifte/2026-02.xml"),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let number = FiscalNumber::new("111222333").ok_or("nine digits")?;
    let mut register = Register::new();
    register.insert("123456782", "2020-01-01".parse()?, None)?; // by BSN, as in the returns
    let mut sources = Sources { register: register.into(), ..Sources::new(Year::new(2026)?) };
    sources.employers.insert(Employer::new(number.as_str(), Sector::Overheid))?;

    let mut returns = sources.returns(number);
    for message in MESSAGES {
        returns.add(Message::read(message.as_bytes())?)?;
    }
    // What later messages say replaces what earlier ones said.
    let settled = returns.settle()?;
    for note in &settled.notes {
        println!("{note}");
    }
    let joined = settled.join(&sources, |who: Identity<'_>| who.key()).ok_or("not its employer")?;
    println!("{}", assess(&joined.employer_year(None)?)?);
    Ok(())
}
