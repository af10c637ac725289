//! The employers of a payroll: what is known of each besides its records.

use core::fmt;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use super::coverage::EmployerDays;
use super::key::{Hashing, Key};
use super::mismatch::MismatchKind;
use crate::language::{In, Language};
use crate::law::Sector;
use crate::printable::Printable;
use crate::unit::{Percentage, Year};

/// An employer: its sector, and what else is known of it.
///
/// ```
/// use banenafspraak::payroll::Employer;
/// use banenafspraak::{Sector, Year};
///
/// let bakery = Employer {
///     quotumpercentage: Some("2.1".parse()?),
///     became_employer_in: Some(Year::new(2025)?),
///     ..Employer::new("bakery", Sector::Markt)
/// };
/// assert_eq!(&*bakery.key, "bakery");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "plain data, written over `Employer::new`")]
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
    /// An employer of which nothing else is known.
    pub fn new(key: impl Into<Arc<str>>, sector: Sector) -> Self {
        Self {
            key: key.into(),
            sector,
            quotumpercentage: None,
            became_employer_in: None,
            employer_from: None,
            employer_until: None,
        }
    }

    /// The days on which it was an employer. Without a first day of its own it is 1 January of the
    /// year in which it became one.
    ///
    /// ```
    /// use banenafspraak::payroll::Employer;
    /// use banenafspraak::{Sector, Year};
    ///
    /// let became_employer_in = Some(Year::new(2025)?);
    /// let bakery = Employer { became_employer_in, ..Employer::new("bakery", Sector::Markt) };
    /// assert_eq!(bakery.days().from, "2025-01-01".parse().ok());
    /// let mill = Employer { employer_from: "2025-07-01".parse().ok(), ..bakery };
    /// assert_eq!(mill.days().from, "2025-07-01".parse().ok());
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn days(&self) -> EmployerDays {
        let first = self.became_employer_in.map(Year::first_day);
        EmployerDays { from: self.employer_from.or(first), until: self.employer_until }
    }
}

/// The employers of a payroll, each once.
///
/// ```
/// use banenafspraak::Sector;
/// use banenafspraak::payroll::{Employer, Employers};
///
/// let mut employers = Employers::new();
/// employers.insert(Employer::new("bakery", Sector::Markt))?;
/// employers.insert(Employer::new("school", Sector::Overheid))?;
/// assert_eq!((employers.len(), employers.is_empty()), (2, false));
/// assert_eq!(employers.get("school").unwrap().sector, Sector::Overheid);
/// assert_eq!((employers.place("school"), employers.place("mill")), (Some(1), None));
/// # Ok::<(), banenafspraak::payroll::ContradictingEmployer>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Employers {
    all: Vec<Employer>,
    places: HashMap<Key, usize, Hashing>,
    /// The employers that have a second row with other facts, and its line if it is of a file.
    contradicting: BTreeMap<usize, Option<u64>>,
}

/// An employer has two rows with other facts. A row that repeats an earlier one is accepted.
///
/// ```
/// use banenafspraak::Sector;
/// use banenafspraak::payroll::{Employer, Employers};
///
/// let mut employers = Employers::new();
/// employers.insert(Employer::new("bakery", Sector::Markt))?;
/// employers.insert(Employer::new("bakery", Sector::Markt))?;
/// let error = employers.insert(Employer::new("bakery", Sector::Overheid)).unwrap_err();
/// assert_eq!(error.to_string(), "employer bakery has an earlier row with other facts");
/// # Ok::<(), banenafspraak::payroll::ContradictingEmployer>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ContradictingEmployer {
    /// The employer's key.
    pub employer: Arc<str>,
}

impl ContradictingEmployer {
    /// The message in this language.
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }
}

#[rustfmt::skip]
impl fmt::Display for In<&ContradictingEmployer> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let employer = Printable(&self.1.employer);
        match self.0 {
            Language::En => write!(f, "employer {employer} has an earlier row with other facts"),
            Language::Nl => write!(f, "werkgever {employer} heeft een eerdere regel met andere gegevens"),
        }
    }
}

/// In English.
impl fmt::Display for ContradictingEmployer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}

impl core::error::Error for ContradictingEmployer {}

impl Employers {
    /// No employers.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an employer.
    ///
    /// # Errors
    ///
    /// [`ContradictingEmployer`] for one that is known with other facts: from then on it has no totals.
    pub fn insert(&mut self, employer: Employer) -> Result<(), ContradictingEmployer> {
        self.insert_of_line(employer, None)
    }

    /// As [`insert`](Self::insert), of a row on this line.
    pub(super) fn insert_of_line(
        &mut self,
        employer: Employer,
        line: Option<u64>,
    ) -> Result<(), ContradictingEmployer> {
        let Some(place) = self.place(&employer.key) else {
            self.places.insert(Key(Arc::clone(&employer.key)), self.all.len());
            self.all.push(employer);
            return Ok(());
        };
        if self.at(place) == Some(&employer) {
            return Ok(());
        }
        self.contradicting.entry(place).or_insert(line);
        Err(ContradictingEmployer { employer: employer.key })
    }

    /// What is wrong with the rows of an employer, if it has a second one with other facts.
    pub(super) fn contradiction(&self, key: &str) -> Option<MismatchKind> {
        let line = *self.contradicting.get(&self.place(key)?)?;
        Some(MismatchKind::ContradictingRows { line })
    }

    /// The employer of this key.
    pub fn get(&self, key: &str) -> Option<&Employer> {
        self.place(key).and_then(|place| self.at(place))
    }

    /// Where the employer is, counted from zero.
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

    /// All, in the order added.
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
