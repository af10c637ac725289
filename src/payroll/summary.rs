//! What was left out of the records.

/// How many records were read and left out, and how the file ends.
///
/// ```
/// use banenafspraak::payroll::csv::Options;
/// use banenafspraak::payroll::{Employer, Sources};
/// use banenafspraak::{Sector, Year};
///
/// let mut sources = Sources::new(Year::new(2026)?);
/// sources.employers.insert(Employer::new("bakery", Sector::Markt))?;
/// let file = "employer,person,period,paid_hours,premium_wage,kind\n\
///             bakery,p-17,2023-01,110,1980.50,ordinary\n"; // three years before
/// let mut employers = Options::new().records(file.as_bytes())?.grouped(&sources);
/// while let Some(joined) = employers.next().transpose()? {
///     assert!(joined.totals.is_ok());
/// }
/// assert_eq!(employers.summary().skipped, 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// How many records were of other years than the year and the two before, and so left out.
    pub skipped: u64,
    /// How many records were of employers that are not in the list of employers, and so left out.
    pub unknown: u64,
    /// Whether the last line of the records has no line end: the file may have been cut off.
    pub ends_without_line_end: bool,
}
