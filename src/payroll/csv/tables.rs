//! The files that fit in memory: employers, the doelgroepregister, attributions.

use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::sync::Arc;

use super::cells::{check_key, optional_date};
use super::columns::{ExtraColumns, Named, open};
use super::error::{File, FileError, OnError, Problem};
use crate::error::Error;
use crate::law::{Sector, date};
use crate::payroll::key::{Hashing, Key};
use crate::payroll::lending::Attributions;
use crate::payroll::register::Register;
use crate::unit::{Hours, Percentage, Year};

/// A line's fields by their columns; a column that the file does not have is empty.
struct Line<'l, C> {
    fields: Vec<(C, &'l str)>,
}

impl<'l, C: Copy + PartialEq> Line<'l, C> {
    fn text(&self, column: C) -> &'l str {
        self.fields.iter().find(|(own, _)| *own == column).map_or("", |(_, text)| text)
    }

    fn key(&self, column: C, name: &'static str) -> Result<&'l str, Problem> {
        let key = self.text(column);
        check_key(name, key).map(|()| key)
    }

    fn optional<T: core::str::FromStr<Err = Error>>(
        &self,
        column: C,
        name: &'static str,
    ) -> Result<Option<T>, Error> {
        let text = self.text(column);
        let read = (!text.is_empty()).then(|| text.parse());
        read.transpose().map_err(|error: Error| error.about(name))
    }
}

/// Calls `each` with every line of a file.
fn each_line<R: Read, C: Copy + PartialEq>(
    input: R,
    (file, all): (File, &'static [Named<C>]),
    extra: ExtraColumns,
    mut on_error: OnError<'_>,
    mut each: impl FnMut(&Line<'_, C>) -> Result<(), Problem>,
) -> Result<(), FileError> {
    let (mut rows, columns) = open(input, file, all, extra)?;
    loop {
        // Empty lines are passed over first, so that the line is that of the record.
        let ahead = rows.has_line();
        let at = rows.line();
        let read = match ahead.and_then(|_| rows.unquoted()) {
            Ok(None) => return Ok(()),
            Ok(Some(line)) => {
                columns.fields(line).and_then(|fields| each(&Line { fields: fields.collect() }))
            }
            Err(problem) => Err(problem),
        };
        if let Err(problem) = read {
            on_error.meet(FileError::new(file, at, problem).ending_before(rows.line()))?;
        }
    }
}

/// The employers of a payroll: their sectors and what else is known of them.
///
/// ```
/// use banenafspraak::payroll::csv::{Employers, ExtraColumns, OnError};
///
/// let file = "employer,sector\nbakery,markt\nschool,overheid\n";
/// let employers = Employers::read(file.as_bytes(), ExtraColumns::Refused, OnError::Stop)?;
/// assert_eq!((employers.len(), employers.is_empty()), (2, false));
/// assert_eq!(employers.get("school").unwrap().sector.word(), "overheid");
/// assert_eq!((employers.place("school"), employers.place("mill")), (Some(1), None));
/// assert!(employers.iter().all(|employer| employer.quotumpercentage.is_none()));
/// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Employers {
    all: Vec<Employer>,
    places: HashMap<Key, usize, Hashing>,
}

/// One employer of the file.
///
/// ```
/// use banenafspraak::payroll::csv::{Employers, ExtraColumns, OnError};
///
/// let file = "employer,sector,quotumpercentage,became_employer_in\nbakery,markt,2.1,2025\n";
/// let employers = Employers::read(file.as_bytes(), ExtraColumns::Refused, OnError::Stop)?;
/// let bakery = employers.get("bakery").unwrap();
/// assert_eq!((&*bakery.key, bakery.sector.word()), ("bakery", "markt"));
/// assert_eq!(bakery.quotumpercentage.unwrap().to_string(), "2.10");
/// assert_eq!(bakery.became_employer_in.unwrap().number(), 2025);
/// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Employer {
    /// Its key.
    pub key: Arc<str>,
    /// Its sector.
    pub sector: Sector,
    /// A quotumpercentage of its own.
    pub quotumpercentage: Option<Percentage>,
    /// The year it became an employer, other than by transfer of an undertaking.
    pub became_employer_in: Option<Year>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum OfEmployer {
    Key,
    Sector,
    Quotumpercentage,
    BecameEmployerIn,
}

const EMPLOYERS: &[Named<OfEmployer>] = &[
    Named { column: OfEmployer::Key, name: "employer", needed: true },
    Named { column: OfEmployer::Sector, name: "sector", needed: true },
    Named { column: OfEmployer::Quotumpercentage, name: "quotumpercentage", needed: false },
    Named { column: OfEmployer::BecameEmployerIn, name: "became_employer_in", needed: false },
];

impl Employers {
    /// Reads the file `employer,sector` and optionally `quotumpercentage,became_employer_in`.
    ///
    /// ```
    /// use banenafspraak::payroll::csv::{Employers, ExtraColumns, OnError};
    ///
    /// let file = "employer,sector\nbakery,markt\nbakery,overheid\n";
    /// let read = Employers::read(file.as_bytes(), ExtraColumns::Refused, OnError::Stop);
    /// let error = read.unwrap_err();
    /// assert_eq!(error.to_string(), "employers, line 3: employer bakery stands twice");
    /// ```
    ///
    /// # Errors
    ///
    /// A [`FileError`]: the header's, or the first line's as [`OnError`] says.
    pub fn read(
        input: impl Read,
        extra: ExtraColumns,
        on_error: OnError<'_>,
    ) -> Result<Self, FileError> {
        let mut employers = Self::default();
        each_line(input, (File::Employers, EMPLOYERS), extra, on_error, |line| {
            let key: Arc<str> = line.key(OfEmployer::Key, "employer")?.into();
            let employer = Employer {
                sector: line.text(OfEmployer::Sector).parse()?,
                quotumpercentage: line
                    .optional(OfEmployer::Quotumpercentage, "quotumpercentage")?,
                became_employer_in: line
                    .optional(OfEmployer::BecameEmployerIn, "became_employer_in")?,
                key: Arc::clone(&key),
            };
            if employers.place(&key).is_some() {
                return Err(Problem::DuplicateEmployer { employer: (&*key).into() });
            }
            employers.places.insert(Key(key), employers.all.len());
            employers.all.push(employer);
            Ok(())
        })?;
        Ok(employers)
    }

    /// The employer of this key.
    pub fn get(&self, key: &str) -> Option<&Employer> {
        self.place(key).and_then(|place| self.at(place))
    }

    /// Where the employer stands in the file, counted from zero.
    pub fn place(&self, key: &str) -> Option<usize> {
        self.place_of_bytes(key.as_bytes())
    }

    #[inline]
    pub(super) fn place_of_bytes(&self, key: &[u8]) -> Option<usize> {
        self.places.get(key).copied()
    }

    pub(super) fn at(&self, place: usize) -> Option<&Employer> {
        self.all.get(place)
    }

    /// All, in the order of the file.
    pub fn iter(&self) -> core::slice::Iter<'_, Employer> {
        self.all.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

impl<'e> IntoIterator for &'e Employers {
    type Item = &'e Employer;
    type IntoIter = core::slice::Iter<'e, Employer>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum OfRegister {
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

/// Reads the file `person,from,until`, and optionally `aow_from`: the first day of the AOW age.
///
/// ```
/// use banenafspraak::payroll::csv::{ExtraColumns, OnError, read_register};
///
/// let file = "person,from,until\np-17,2026-01-10,\n";
/// let register = read_register(file.as_bytes(), ExtraColumns::Refused, OnError::Stop)?;
/// assert_eq!(register.len(), 1);
/// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
/// ```
///
/// # Errors
///
/// A [`FileError`]: the header's, or the first line's as [`OnError`] says.
pub fn read_register(
    input: impl Read,
    extra: ExtraColumns,
    on_error: OnError<'_>,
) -> Result<Register, FileError> {
    let mut register = Register::new();
    let file = (File::Register, REGISTER);
    each_line(input, file, extra, on_error, |line| {
        let person = line.key(OfRegister::Person, "person")?;
        let from = date("from", line.text(OfRegister::From))?;
        let until = optional_date("until", line.text(OfRegister::Until))?;
        let aow_from = optional_date("aow_from", line.text(OfRegister::AowFrom))?;
        register.insert(person, from, until)?;
        if let Some(day) = aow_from {
            register.set_aow_from(person, day);
        }
        Ok(())
    })?;
    Ok(register)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum OfAttribution {
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

/// Reads the attributions of one year from the file `year,lender,borrower,person,hours`; those of
/// other years are passed over, see [`read_attributions_by_year`].
///
/// ```
/// use banenafspraak::Year;
/// use banenafspraak::payroll::csv::{ExtraColumns, OnError, read_attributions};
///
/// let file = "year,lender,borrower,person,hours\n2026,agency,factory,p-17,400\n";
/// let (year, extra) = (Year::new(2026).unwrap(), ExtraColumns::Refused);
/// let attributions = read_attributions(file.as_bytes(), year, extra, OnError::Stop)?;
/// assert_eq!(attributions.attributed_in("factory").to_string(), "400");
/// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
/// ```
///
/// # Errors
///
/// As [`read_attributions_by_year`].
pub fn read_attributions(
    input: impl Read,
    year: Year,
    extra: ExtraColumns,
    on_error: OnError<'_>,
) -> Result<Attributions, FileError> {
    let mut years = read_attributions_by_year(input, extra, on_error)?;
    Ok(years.remove(&year).unwrap_or_default())
}

/// Reads the attributions of every year from the file `year,lender,borrower,person,hours`.
///
/// ```
/// use banenafspraak::payroll::csv::{ExtraColumns, OnError, read_attributions_by_year};
///
/// let file = "year,lender,borrower,person,hours\n\
///             2025,agency,factory,p-17,350\n\
///             2026,agency,factory,p-17,400\n";
/// let years = read_attributions_by_year(file.as_bytes(), ExtraColumns::Refused, OnError::Stop)?;
/// let hours = years.iter().map(|(year, of_year)| (year.number(), of_year.attributed_in("factory")));
/// let hours: Vec<_> = hours.map(|(year, hours)| format!("{year}: {hours}")).collect();
/// assert_eq!(hours, ["2025: 350", "2026: 400"]);
/// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
/// ```
///
/// # Errors
///
/// A [`FileError`]: the header's, or the first line's as [`OnError`] says.
pub fn read_attributions_by_year(
    input: impl Read,
    extra: ExtraColumns,
    on_error: OnError<'_>,
) -> Result<BTreeMap<Year, Attributions>, FileError> {
    let mut years = BTreeMap::<Year, Attributions>::new();
    let file = (File::Attributions, ATTRIBUTIONS);
    each_line(input, file, extra, on_error, |line| {
        let year: Year = line.text(OfAttribution::Year).parse()?;
        let lender = line.key(OfAttribution::Lender, "lender")?;
        let borrower = line.key(OfAttribution::Borrower, "borrower")?;
        let person = line.key(OfAttribution::Person, "person")?;
        let hours: Hours = line.text(OfAttribution::Hours).parse()?;
        years.entry(year).or_default().insert(lender, borrower, person, hours)?;
        Ok(())
    })?;
    Ok(years)
}
