//! How the files are read, and what is read of them.

use std::collections::BTreeMap;
use std::io::Read;

use super::error::FileError;
use super::records::RecordReader;
use super::table::TableReader;
use crate::payroll::employers::Employers;
use crate::payroll::lending::Attributions;
use crate::payroll::register::Register;
use crate::unit::Year;

/// How the payroll files are read.
///
/// A reader is made from the header, and reads a line at a time. Its errors say file and line; after one
/// [of one line](FileError::is_of_one_line) reading can go on.
///
/// ```
/// use banenafspraak::payroll::csv::Options;
///
/// let file = "employer,sector,town\nbakery,markt,Utrecht\n";
/// let error = Options::new().employers(file.as_bytes()).unwrap_err();
/// assert_eq!(error.code(), "unknown_column");
/// let employers = Options::new().ignore_extra_columns().employers(file.as_bytes())?.read_all()?;
/// assert_eq!(employers.get("bakery").unwrap().sector.word(), "markt");
/// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    ignore_extra_columns: bool,
}

impl Options {
    /// As the contract has the files: a column that it does not know is an error.
    pub const fn new() -> Self {
        Self { ignore_extra_columns: false }
    }

    /// Ignores columns that the contract does not know; [`FileNotes`](super::FileNotes) names them.
    #[must_use]
    pub const fn ignore_extra_columns(self) -> Self {
        Self { ignore_extra_columns: true }
    }

    /// Opens the file of records `employer,person,period,paid_hours,premium_wage,kind`, and optionally
    /// `employed_from,employed_until,filed_on,asks_lkv,relation`.
    ///
    /// ```
    /// use banenafspraak::payroll::csv::Options;
    ///
    /// let header = "employer,person,period,paid_hours,premium_wage,kind,filed_on\n";
    /// let records = Options::new().records(header.as_bytes())?;
    /// assert!(records.has_corrections());
    /// let error = Options::new().records(&b"employer,name\n"[..]).unwrap_err();
    /// assert_eq!(error.code(), "unknown_column");
    /// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A [`FileError`] for a header with missing, unknown or doubled columns.
    pub fn records<R: Read>(&self, input: R) -> Result<RecordReader<R>, FileError> {
        RecordReader::open(input, self.ignore_extra_columns)
    }

    /// Opens the file of employers `employer,sector`, and optionally
    /// `quotumpercentage,became_employer_in,employer_from,employer_until`.
    ///
    /// A row that repeats an earlier one is accepted. One that contradicts it is an error, and where
    /// reading goes on its employer has no totals.
    ///
    /// ```
    /// use banenafspraak::payroll::csv::Options;
    ///
    /// let file = "employer,sector,quotumpercentage,became_employer_in\nbakery,markt,2.1,2025\n";
    /// let employers = Options::new().employers(file.as_bytes())?.read_all()?;
    /// let bakery = employers.get("bakery").unwrap();
    /// assert_eq!(bakery.quotumpercentage.unwrap().to_string(), "2.10");
    /// assert_eq!(bakery.became_employer_in.unwrap().number(), 2025);
    /// let file = "employer,sector\nbakery,markt\nbakery,overheid\n";
    /// let error = Options::new().employers(file.as_bytes())?.read_all().unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "employers, line 3: employer bakery has an earlier row with other facts"
    /// );
    /// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`records`](Self::records).
    pub fn employers<R: Read>(&self, input: R) -> Result<TableReader<R, Employers>, FileError> {
        TableReader::open(input, self.ignore_extra_columns)
    }

    /// Opens the file of the register `person,from,until`, and optionally `aow_from`: the first day of
    /// the AOW age.
    ///
    /// ```
    /// use banenafspraak::payroll::csv::Options;
    ///
    /// let file = "person,from,until\np-17,2026-01-10,\n";
    /// let register = Options::new().register(file.as_bytes())?.read_all()?;
    /// assert_eq!(register.len(), 1);
    /// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`records`](Self::records).
    pub fn register<R: Read>(&self, input: R) -> Result<TableReader<R, Register>, FileError> {
        TableReader::open(input, self.ignore_extra_columns)
    }

    /// Opens the file of attributions `year,lender,borrower,person,hours`; a line that repeats an earlier
    /// one is an error.
    ///
    /// ```
    /// use banenafspraak::Year;
    /// use banenafspraak::payroll::csv::Options;
    ///
    /// let file = "year,lender,borrower,person,hours\n\
    ///             2025,agency,factory,p-17,350\n\
    ///             2026,agency,factory,p-17,400\n";
    /// let years = Options::new().attributions(file.as_bytes())?.read_all()?;
    /// let of_2026 = &years[&Year::new(2026).unwrap()];
    /// assert_eq!(of_2026.attributed_in("factory").to_string(), "400");
    /// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`records`](Self::records).
    pub fn attributions<R: Read>(
        &self,
        input: R,
    ) -> Result<TableReader<R, BTreeMap<Year, Attributions>>, FileError> {
        TableReader::open(input, self.ignore_extra_columns)
    }
}
