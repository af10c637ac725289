//! What employers are added up by.

use core::str::FromStr;

use crate::error::{Error, ErrorKind, Excerpt};
use crate::language::Phrase;
use crate::law::Sector;
use crate::unit::{Percentage, Year};

/// Which facts of an employer make its group.
///
/// ```
/// use banenafspraak::sums::Grouping;
///
/// assert_eq!("sector,year".parse(), Ok(Grouping::SECTOR_AND_YEAR));
/// assert_eq!("sector".parse(), Ok(Grouping { sector: true, ..Grouping::ALL_TOGETHER }));
/// let error = "region".parse::<Grouping>().unwrap_err();
/// assert_eq!(error.to_string(), "sum_by: `region` is not one of sector, year");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_structs, reason = "plain data, written over a constant")]
pub struct Grouping {
    /// Sectors apart.
    pub sector: bool,
    /// Years apart.
    pub year: bool,
}

impl Grouping {
    /// One sum of all employers.
    pub const ALL_TOGETHER: Self = Self { sector: false, year: false };
    /// A sum for each sector of each year.
    pub const SECTOR_AND_YEAR: Self = Self { sector: true, year: true };
}

/// Reads `sector`, `year`, or both with a comma between them.
impl FromStr for Grouping {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        const FIELD: &str = "sum_by";
        const KNOWN: &str = "sector, year";
        let mut grouping = Self::ALL_TOGETHER;
        for name in text.split(',').map(str::trim) {
            let chosen = match name {
                "sector" => &mut grouping.sector,
                "year" => &mut grouping.year,
                _ => {
                    let expected = Phrase::new(KNOWN, KNOWN);
                    let text = Excerpt::of(name);
                    return Err(Error::new(FIELD, ErrorKind::UnknownWord { text, expected }));
                }
            };
            if *chosen {
                return Err(Error::new(FIELD, ErrorKind::DuplicateField));
            }
            *chosen = true;
        }
        Ok(grouping)
    }
}

/// The employers of one sum, in the order of percentage, year and sector.
///
/// A fact by which nothing is grouped is `None`. So is one that is not known of an input that could
/// not be read: such inputs have a group of their own, after the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Group {
    /// The quotumpercentage in place of all others, where there is one.
    pub quotumpercentage: Option<Percentage>,
    /// The year, where years are apart.
    pub year: Option<Year>,
    /// The sector, where sectors are apart.
    pub sector: Option<Sector>,
}

impl Group {
    pub(super) fn of(
        grouping: Grouping,
        quotumpercentage: Option<Percentage>,
        year: Option<Year>,
        sector: Option<Sector>,
    ) -> Self {
        Self {
            quotumpercentage,
            year: year.filter(|_| grouping.year),
            sector: sector.filter(|_| grouping.sector),
        }
    }

    /// What is not known comes last.
    fn order(&self) -> impl Ord + use<> {
        let sector = self.sector.map_or(u8::MAX, |sector| match sector {
            Sector::Overheid => 0,
            Sector::Markt => 1,
        });
        (self.quotumpercentage, self.year.is_none(), self.year, sector)
    }
}

impl Ord for Group {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for Group {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
