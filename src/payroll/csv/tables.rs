//! The files that fit in memory: employers, the doelgroepregister, attributions.

use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::sync::Arc;

use jiff::civil::Date;

use super::cells::{check_key, optional_date, visible};
use super::columns::{Columns, ExtraColumns, FileNotes, Named, open};
use super::error::{File, FileError, OnError, Problem};
use super::rows::Unquoted;
use crate::error::{Error, Field};
use crate::law::{Sector, date};
use crate::payroll::coverage::EmployerDays;
use crate::payroll::key::{Hashing, Key};
use crate::payroll::lending::Attributions;
use crate::payroll::register::Register;
use crate::unit::{Hours, Percentage, Year};

/// A line's fields by their columns; a column that the file does not have is empty.
struct Line<'l, C> {
    /// The line on which it begins.
    number: u64,
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

/// Calls `each` with every line of a file; an error is of the employer in a column, if there is one.
fn each_line<R: Read, C: Copy + PartialEq>(
    input: R,
    (file, all, employer): (File, &'static [Named<C>], Option<C>),
    extra: ExtraColumns,
    mut on_error: OnError<'_>,
    mut each: impl FnMut(&Line<'_, C>) -> Result<(), Problem>,
) -> Result<FileNotes, FileError> {
    let (mut rows, columns) = open(input, file, all, extra)?;
    loop {
        // Empty lines are skipped first, so that the line is that of the record.
        let ahead = rows.has_line();
        let at = rows.line();
        let read = match ahead.and_then(|_| rows.unquoted()) {
            Ok(None) => {
                return Ok(FileNotes {
                    ignored_columns: columns.ignored().to_vec(),
                    ends_without_line_end: rows.ends_without_line_end(),
                });
            }
            Ok(Some(line)) => {
                let read = columns.fields(line).and_then(|fields| {
                    let fields = fields.collect();
                    each(&Line { number: at, fields })
                });
                read.map_err(|problem| (problem, key_of(&columns, employer, line)))
            }
            Err(problem) => Err((problem, String::new())),
        };
        if let Err((problem, employer)) = read {
            let error = FileError::new(file, at, problem).ending_before(rows.line());
            on_error.meet(error.of_employer(&employer))?;
        }
    }
}

/// The text of a column in a line that is refused; empty without one.
fn key_of<C: Copy + PartialEq>(columns: &Columns<C>, key: Option<C>, line: &Unquoted) -> String {
    visible(key.and_then(|column| columns.text_of(column, line)).unwrap_or_default())
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
    /// The first line that contradicts an earlier one, by the place of its employer.
    contradicting: BTreeMap<usize, u64>,
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
    /// Its first day as an employer.
    pub employer_from: Option<Date>,
    /// Its last day as an employer.
    pub employer_until: Option<Date>,
}

impl Employer {
    /// The days on which it was an employer. Without a first day of its own it is 1 January of the
    /// year in which it became one.
    ///
    /// ```
    /// use banenafspraak::payroll::csv::{Employers, ExtraColumns, OnError};
    ///
    /// let file = "employer,sector,became_employer_in,employer_from,employer_until\n\
    ///             bakery,markt,2025,,\n\
    ///             mill,markt,2025,2025-07-01,2026-06-30\n";
    /// let employers = Employers::read(file.as_bytes(), ExtraColumns::Refused, OnError::Stop)?;
    /// let days = |key| employers.get(key).unwrap().days();
    /// assert_eq!(days("bakery").from, "2025-01-01".parse().ok());
    /// assert_eq!(days("mill").from, "2025-07-01".parse().ok());
    /// assert_eq!(days("mill").until, "2026-06-30".parse().ok());
    /// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
    /// ```
    pub fn days(&self) -> EmployerDays {
        let first = self.became_employer_in.map(Year::first_day);
        EmployerDays { from: self.employer_from.or(first), until: self.employer_until }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum OfEmployer {
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

impl Employers {
    /// Reads the file `employer,sector` and optionally
    /// `quotumpercentage,became_employer_in,employer_from,employer_until`.
    ///
    /// A row that repeats an earlier one is accepted. One that contradicts it is an error, and where
    /// reading goes on its employer has no totals.
    ///
    /// ```
    /// use banenafspraak::payroll::csv::{Employers, ExtraColumns, OnError};
    ///
    /// let file = "employer,sector\nbakery,markt\nbakery,overheid\n";
    /// let read = Employers::read(file.as_bytes(), ExtraColumns::Refused, OnError::Stop);
    /// let error = read.unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "employers, line 3: employer bakery has an earlier row with other facts"
    /// );
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
        Self::read_with_notes(input, extra, on_error).map(|(employers, _)| employers)
    }

    /// As [`read`](Self::read), with what is worth a word about the file.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read).
    pub fn read_with_notes(
        input: impl Read,
        extra: ExtraColumns,
        on_error: OnError<'_>,
    ) -> Result<(Self, FileNotes), FileError> {
        let mut employers = Self::default();
        let file = (File::Employers, EMPLOYERS, Some(OfEmployer::Key));
        let notes = each_line(input, file, extra, on_error, |line| {
            let key: Arc<str> = line.key(OfEmployer::Key, "employer")?.into();
            let employer = Employer {
                sector: line.text(OfEmployer::Sector).parse()?,
                quotumpercentage: line
                    .optional(OfEmployer::Quotumpercentage, "quotumpercentage")?,
                became_employer_in: line
                    .optional(OfEmployer::BecameEmployerIn, "became_employer_in")?,
                employer_from: optional_date("employer_from", line.text(OfEmployer::EmployerFrom))?,
                employer_until: optional_date(
                    "employer_until",
                    line.text(OfEmployer::EmployerUntil),
                )?,
                key: Arc::clone(&key),
            };
            if let EmployerDays { from: Some(from), until: Some(until) } = employer.days() {
                if until < from {
                    let field = Field::new("employer_until");
                    return Err(Error::EndsBeforeItBegins { field, from, until }.into());
                }
            }
            if let Some(place) = employers.place(&key) {
                if employers.at(place) == Some(&employer) {
                    return Ok(());
                }
                employers.contradicting.entry(place).or_insert(line.number);
                return Err(Problem::ContradictingEmployer { employer: (&*key).into() });
            }
            employers.places.insert(Key(key), employers.all.len());
            employers.all.push(employer);
            Ok(())
        })?;
        Ok((employers, notes))
    }

    /// The line that contradicts an earlier one of this employer, where there is one.
    ///
    /// ```
    /// use banenafspraak::payroll::csv::{Employers, ExtraColumns, FileError, OnError};
    ///
    /// let file = "employer,sector\nbakery,markt\nmill,markt\nbakery,overheid\nmill,markt\n";
    /// let mut ignore = |_: FileError| {};
    /// let on_error = OnError::Tell(&mut ignore);
    /// let employers = Employers::read(file.as_bytes(), ExtraColumns::Refused, on_error)?;
    /// assert_eq!(employers.contradicting_line("bakery"), Some(4));
    /// assert_eq!(employers.contradicting_line("mill"), None);
    /// # Ok::<(), FileError>(())
    /// ```
    pub fn contradicting_line(&self, key: &str) -> Option<u64> {
        self.contradicting.get(&self.place(key)?).copied()
    }

    /// The employer of this key.
    pub fn get(&self, key: &str) -> Option<&Employer> {
        self.place(key).and_then(|place| self.at(place))
    }

    /// Where the employer is in the file, counted from zero.
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
    read_register_with_notes(input, extra, on_error).map(|(register, _)| register)
}

/// As [`read_register`], with what is worth a word about the file.
///
/// # Errors
///
/// As [`read_register`].
pub fn read_register_with_notes(
    input: impl Read,
    extra: ExtraColumns,
    on_error: OnError<'_>,
) -> Result<(Register, FileNotes), FileError> {
    let mut register = Register::new();
    let file = (File::Register, REGISTER, None);
    let notes = each_line(input, file, extra, on_error, |line| {
        let person = line.key(OfRegister::Person, "person")?;
        let from = date("from", line.text(OfRegister::From))?;
        let until = optional_date("until", line.text(OfRegister::Until))?;
        let aow_from = optional_date("aow_from", line.text(OfRegister::AowFrom))?;
        register.insert(person, from, until)?;
        if let Some(day) = aow_from {
            register.set_aow_from(person, day)?;
        }
        Ok(())
    })?;
    Ok((register, notes))
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
/// other years are ignored, see [`read_attributions_by_year`].
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
/// A [`FileError`]: the header's, or the first line's as [`OnError`] says; a line that repeats an
/// earlier one is [`Problem::RepeatedLine`].
pub fn read_attributions_by_year(
    input: impl Read,
    extra: ExtraColumns,
    on_error: OnError<'_>,
) -> Result<BTreeMap<Year, Attributions>, FileError> {
    read_attributions_by_year_with_notes(input, extra, on_error).map(|(years, _)| years)
}

/// As [`read_attributions_by_year`], with what is worth a word about the file.
///
/// # Errors
///
/// As [`read_attributions_by_year`].
pub fn read_attributions_by_year_with_notes(
    input: impl Read,
    extra: ExtraColumns,
    on_error: OnError<'_>,
) -> Result<(BTreeMap<Year, Attributions>, FileNotes), FileError> {
    let mut years = BTreeMap::<Year, Attributions>::new();
    let mut lines = HashMap::<_, u64, Hashing>::default();
    let file = (File::Attributions, ATTRIBUTIONS, None);
    let notes = each_line(input, file, extra, on_error, |line| {
        let year: Year = line.text(OfAttribution::Year).parse()?;
        let lender = line.key(OfAttribution::Lender, "lender")?;
        let borrower = line.key(OfAttribution::Borrower, "borrower")?;
        let person = line.key(OfAttribution::Person, "person")?;
        let hours: Hours = line.text(OfAttribution::Hours).parse()?;
        let known = (year, [lender, borrower, person].map(Box::<str>::from), hours);
        let first = *lines.entry(known).or_insert(line.number);
        if first < line.number {
            return Err(Problem::RepeatedLine { first });
        }
        years.entry(year).or_default().insert(lender, borrower, person, hours)?;
        Ok(())
    })?;
    Ok((years, notes))
}
