//! The columns of the files that fit in memory, and what a line of each adds.

use std::collections::{BTreeMap, HashMap};

use super::cells::optional_date;
use super::columns::Named;
use super::error::{File, Problem};
use super::table::Line;
use super::table::sealed::Table;
use crate::error::{Error, ErrorKind};
use crate::law::date;
use crate::payroll::coverage::EmployerDays;
use crate::payroll::employers::{Employer, Employers};
use crate::payroll::key::Hashing;
use crate::payroll::lending::Attributions;
use crate::payroll::register::Register;
use crate::unit::{Hours, Year};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfEmployer {
    Key,
    Sector,
    Quotumpercentage,
    BecameEmployerIn,
    EmployerFrom,
    EmployerUntil,
}

const EMPLOYERS: &[Named<OfEmployer>] = &[
    Named { column: OfEmployer::Key, name: "employer", needed: true },
    Named { column: OfEmployer::Sector, name: "sector", needed: true },
    Named { column: OfEmployer::Quotumpercentage, name: "quotumpercentage", needed: false },
    Named { column: OfEmployer::BecameEmployerIn, name: "became_employer_in", needed: false },
    Named { column: OfEmployer::EmployerFrom, name: "employer_from", needed: false },
    Named { column: OfEmployer::EmployerUntil, name: "employer_until", needed: false },
];

impl Table for Employers {
    type Column = OfEmployer;
    type Seen = ();
    const FILE: File = File::Employers;
    const COLUMNS: &'static [Named<OfEmployer>] = EMPLOYERS;
    const EMPLOYER: Option<OfEmployer> = Some(OfEmployer::Key);

    fn add(&mut self, line: &Line<'_, OfEmployer>, (): &mut ()) -> Result<(), Problem> {
        use OfEmployer as Of;
        let employer = Employer {
            key: line.key(Of::Key, "employer")?.into(),
            sector: line.text(Of::Sector).parse()?,
            quotumpercentage: line.optional(Of::Quotumpercentage, "quotumpercentage")?,
            became_employer_in: line.optional(Of::BecameEmployerIn, "became_employer_in")?,
            employer_from: optional_date("employer_from", line.text(Of::EmployerFrom))?,
            employer_until: optional_date("employer_until", line.text(Of::EmployerUntil))?,
        };
        if let EmployerDays { from: Some(from), until: Some(until) } = employer.days() {
            if until < from {
                let field = "employer_until";
                return Err(Error::new(field, ErrorKind::EndsBeforeItBegins { from, until }).into());
            }
        }
        Ok(self.insert_of_line(employer, Some(line.number))?)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfRegister {
    Person,
    From,
    Until,
    AowFrom,
}

const REGISTER: &[Named<OfRegister>] = &[
    Named { column: OfRegister::Person, name: "person", needed: true },
    Named { column: OfRegister::From, name: "from", needed: true },
    Named { column: OfRegister::Until, name: "until", needed: true },
    Named { column: OfRegister::AowFrom, name: "aow_from", needed: false },
];

impl Table for Register {
    type Column = OfRegister;
    type Seen = ();
    const FILE: File = File::Register;
    const COLUMNS: &'static [Named<OfRegister>] = REGISTER;
    const EMPLOYER: Option<OfRegister> = None;

    fn add(&mut self, line: &Line<'_, OfRegister>, (): &mut ()) -> Result<(), Problem> {
        let person = line.key(OfRegister::Person, "person")?;
        let from = date("from", line.text(OfRegister::From))?;
        let until = optional_date("until", line.text(OfRegister::Until))?;
        let aow_from = optional_date("aow_from", line.text(OfRegister::AowFrom))?;
        self.insert(person, from, until)?;
        if let Some(day) = aow_from {
            self.set_aow_from(person, day)?;
        }
        Ok(())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfAttribution {
    Year,
    Lender,
    Borrower,
    Person,
    Hours,
}

const ATTRIBUTIONS: &[Named<OfAttribution>] = &[
    Named { column: OfAttribution::Year, name: "year", needed: true },
    Named { column: OfAttribution::Lender, name: "lender", needed: true },
    Named { column: OfAttribution::Borrower, name: "borrower", needed: true },
    Named { column: OfAttribution::Person, name: "person", needed: true },
    Named { column: OfAttribution::Hours, name: "hours", needed: true },
];

/// Where each attribution is in the file: by year, lender, borrower and person, and hours.
type Seen = HashMap<(Year, [Box<str>; 3], Hours), u64, Hashing>;

impl Table for BTreeMap<Year, Attributions> {
    type Column = OfAttribution;
    type Seen = Seen;
    const FILE: File = File::Attributions;
    const COLUMNS: &'static [Named<OfAttribution>] = ATTRIBUTIONS;
    const EMPLOYER: Option<OfAttribution> = None;

    fn add(&mut self, line: &Line<'_, OfAttribution>, seen: &mut Seen) -> Result<(), Problem> {
        let year: Year = line.text(OfAttribution::Year).parse()?;
        let lender = line.key(OfAttribution::Lender, "lender")?;
        let borrower = line.key(OfAttribution::Borrower, "borrower")?;
        let person = line.key(OfAttribution::Person, "person")?;
        let hours: Hours = line.text(OfAttribution::Hours).parse()?;
        let known = (year, [lender, borrower, person].map(Box::from), hours);
        let first = *seen.entry(known).or_insert(line.number);
        if first < line.number {
            return Err(Problem::RepeatedLine { first });
        }
        Ok(self.entry(year).or_default().insert(lender, borrower, person, hours)?)
    }
}
