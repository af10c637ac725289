//! One figure: its name, the years it holds for, its value and where that comes from.

use core::fmt;
use std::sync::Arc;

use crate::error::{Error, Excerpt, Field};
use crate::law::{LegalSource, Sector};
use crate::unit::{self, Quantity, Year};

macro_rules! names {
    ($($(#[$doc:meta])* $variant:ident = $word:literal, $unit:literal, $of_sector:literal;)*) => {
        /// The figures that the law sets.
        ///
        /// ```
        /// use banenafspraak::FigureName;
        ///
        /// let name: FigureName = "levy_per_job".parse()?;
        /// assert_eq!((name, name.per_sector()), (FigureName::LevyPerJob, false));
        /// assert_eq!(FigureName::Quotumpercentage.word(), "quotumpercentage");
        /// assert_eq!(FigureName::ALL.len(), 16);
        /// assert_eq!("levy".parse::<FigureName>().unwrap_err().code(), "unknown_word");
        /// # Ok::<(), banenafspraak::Error>(())
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum FigureName { $($(#[$doc])* $variant,)* }

        impl FigureName {
            /// All names.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in JSON and errors.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// What its value is.
            const fn unit(self) -> &'static str {
                match self { $(Self::$variant => $unit,)* }
            }

            /// Whether it is set for each sector apart.
            pub const fn per_sector(self) -> bool {
                match self { $(Self::$variant => $of_sector,)* }
            }
        }
    };
}

names! {
    /// The share of paid hours that the doelgroep must work (Wfsv 38f).
    Quotumpercentage = "quotumpercentage", "a percentage", true;
    /// Paid hours in a year that make one job (Regeling Wfsv 3.32): D of Wfsv 38g lid 3.
    HoursPerJob = "hours_per_job", "a number of hours, at least one", false;
    /// Average paid hours of a worker in a year (Besluit Wfsv 2.21).
    AverageHours = "average_hours", "a number of hours", false;
    /// Workers below which an employer is not liable (Wfsv 34 lid 4).
    ThresholdWorkers = "threshold_workers", "a whole number", false;
    /// The quotumheffing per job short (Wfsv 38h lid 4).
    LevyPerJob = "levy_per_job", "euros per job", false;
    /// Average premium wages up to which an employer is small (Wfsv 36 lid 2).
    SmallEmployerWages = "small_employer_wages", "a whole number", false;
    /// The LKV doelgroep banenafspraak per paid hour (Wtl 2.13).
    LkvPerHour = "lkv_per_hour", "euros per hour", false;
    /// The most LKV for a worker in a year (Wtl 2.13).
    LkvMaximum = "lkv_maximum", "euros", false;
    /// A of Wfsv 38f: jobs in the nulmeting at liable employers.
    VariableA = "variable_a", "a number of jobs", true;
    /// B of Wfsv 38f: extra jobs agreed for the year.
    VariableB = "variable_b", "a number of jobs", true;
    /// C of Wfsv 38f: average hours of a doelgroep job.
    VariableC = "variable_c", "a number of hours, at least one", true;
    /// D of Wfsv 38f: jobs at liable employers.
    VariableD = "variable_d", "a number of jobs", true;
    /// E of Wfsv 38f: average hours of a worker.
    VariableE = "variable_e", "a number of hours", true;
    /// F of Wfsv 38f: people of Wfsv 38b lid 2.
    VariableF = "variable_f", "a whole number", true;
    /// G of Wfsv 38f: average hours of those people.
    VariableG = "variable_g", "a number of hours, at least one", true;
    /// H of Wfsv 38f: extra jobs at employers below the threshold; negative as published.
    VariableH = "variable_h", "a number of jobs", true;
}

impl fmt::Display for FigureName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

impl core::str::FromStr for FigureName {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::ALL.iter().copied().find(|name| name.word() == text).ok_or(Error::UnknownWord {
            field: Field::new("figure"),
            text: Excerpt::of(text),
            expected: "the names of figures, such as quotumpercentage",
        })
    }
}

impl FigureName {
    /// A value of this figure's unit from its text.
    pub(crate) fn parse(self, text: &str) -> Result<Quantity, Error> {
        Ok(match self {
            Self::Quotumpercentage => Quantity::Percentage(text.parse()?),
            Self::HoursPerJob | Self::VariableC | Self::VariableG => {
                Quantity::HoursPerJob(text.parse()?)
            }
            Self::AverageHours | Self::VariableE => Quantity::Hours(text.parse()?),
            Self::ThresholdWorkers | Self::SmallEmployerWages | Self::VariableF => {
                Quantity::Count(unit::count(text)?)
            }
            Self::LevyPerJob => Quantity::EuroPerJob(text.parse()?),
            Self::LkvPerHour => Quantity::EuroPerHour(text.parse()?),
            Self::LkvMaximum => Quantity::Euro(text.parse()?),
            Self::VariableA | Self::VariableB | Self::VariableD | Self::VariableH => {
                Quantity::Jobs(text.parse()?)
            }
        })
    }

    /// Whether a value has this figure's unit.
    fn holds(self, value: Quantity) -> bool {
        self.parse(&value.to_string()) == Ok(value)
    }
}

crate::law::words! {
    /// Where a figure comes from.
    ///
    /// ```
    /// use banenafspraak::{FigureName, Figures, Provenance, Sector, Year};
    ///
    /// let year = Year::new(2026)?;
    /// let figure = Figures::published().figure(FigureName::LevyPerJob, year, Sector::Markt)?;
    /// assert_eq!(figure.provenance(), Provenance::Published);
    /// assert_eq!("derived".parse::<Provenance>()?.word(), "derived");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    Provenance, "provenance" {
        /// It is in the law or in an official publication.
        Published = "published",
        /// The caller gave it.
        Given = "given",
        /// It was derived from other figures: with the formula of Wfsv 38f, or as its source says.
        Derived = "derived",
    }
}

/// The source of a figure.
///
/// ```
/// use banenafspraak::Source;
///
/// assert_eq!(Source::Caller("own estimate".into()).to_string(), "own estimate");
/// assert_eq!(Source::Employer.to_string(), "given with the employer");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Source {
    /// A place in the law.
    Law(LegalSource),
    /// An official publication that is no law: a measurement, a letter.
    Publication(&'static str),
    /// What the caller says of it.
    Caller(Arc<str>),
    /// It came with the employer.
    Employer,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Law(source) => source.fmt(f),
            Self::Publication(source) => f.write_str(source),
            Self::Caller(source) => f.write_str(source),
            Self::Employer => f.write_str("given with the employer"),
        }
    }
}

impl From<LegalSource> for Source {
    fn from(source: LegalSource) -> Self {
        Self::Law(source)
    }
}

impl From<LegalSource> for Option<Source> {
    fn from(source: LegalSource) -> Self {
        Some(source.into())
    }
}

/// A figure for one year or for all years from one on, with its source.
///
/// ```
/// use banenafspraak::{FigureName, Figures, Sector, Year};
///
/// let year = Year::new(2026)?;
/// let figure = Figures::published().figure(FigureName::Quotumpercentage, year, Sector::Overheid)?;
/// assert_eq!(figure.name(), FigureName::Quotumpercentage);
/// assert_eq!((figure.first_year(), figure.last_year()), (year, Some(year)));
/// assert_eq!(figure.sector(), Some(Sector::Overheid));
/// assert_eq!(figure.value().to_string(), "2.58");
/// assert_eq!(figure.provenance().word(), "published");
/// assert_eq!(figure.source().to_string(), "Regeling Wfsv 3.37 lid 17");
/// assert_eq!(
///     figure.to_string(),
///     "quotumpercentage overheid 2026 2026 2.58 published Regeling Wfsv 3.37 lid 17"
/// );
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Figure {
    pub(super) name: FigureName,
    pub(super) sector: Option<Sector>,
    pub(super) from: Year,
    pub(super) until: Option<Year>,
    pub(super) value: Quantity,
    pub(super) provenance: Provenance,
    pub(super) source: Source,
}

impl Figure {
    /// A caller's own figure for one year; `source` is given back in explanations.
    ///
    /// ```
    /// use banenafspraak::{Figure, FigureName, Jobs, Percentage, Sector, Year};
    ///
    /// let (name, sector) = (FigureName::Quotumpercentage, Some(Sector::Markt));
    /// let (year, percentage) = (Year::new(2027)?, "2.10".parse::<Percentage>()?);
    /// let figure = Figure::given(name, sector, year, percentage, "own estimate")?;
    /// assert_eq!(figure.source().to_string(), "own estimate");
    /// let error = Figure::given(name, sector, year, Jobs::whole(2), "mistaken").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "quotumpercentage: a figure of this name is a percentage"
    /// );
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::FigureMismatch`] for a value of another unit than the figure's, a sector where the
    /// figure has none (or none where it has one), or a source of several lines.
    pub fn given(
        name: FigureName,
        sector: Option<Sector>,
        year: Year,
        value: impl Into<Quantity>,
        source: impl Into<Arc<str>>,
    ) -> Result<Self, Error> {
        let (value, source) = (value.into(), source.into());
        if source.contains(char::is_control) {
            let expected = "given with a source in one line";
            return Err(Error::FigureMismatch { figure: name.word(), expected });
        }
        if !name.holds(value) {
            return Err(Error::FigureMismatch { figure: name.word(), expected: name.unit() });
        }
        if sector.is_some() != name.per_sector() {
            let expected =
                if name.per_sector() { "set per sector" } else { "the same for both sectors" };
            return Err(Error::FigureMismatch { figure: name.word(), expected });
        }
        let (provenance, source) = (Provenance::Given, Source::Caller(source));
        Ok(Self { name, sector, from: year, until: Some(year), value, provenance, source })
    }

    /// The same figure, said to be derived with the formula of Wfsv 38f.
    ///
    /// ```
    /// use banenafspraak::{Figure, FigureName, Percentage, Provenance, Sector, Year};
    ///
    /// let percentage: Percentage = "1.93".parse()?;
    /// let (name, year) = (FigureName::Quotumpercentage, Year::new(2026)?);
    /// let figure = Figure::given(name, Some(Sector::Markt), year, percentage, "with our own D")?;
    /// assert_eq!(figure.provenance(), Provenance::Given);
    /// assert_eq!(figure.derived().provenance(), Provenance::Derived);
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[must_use]
    pub fn derived(mut self) -> Self {
        self.provenance = Provenance::Derived;
        self
    }

    /// Its name.
    pub fn name(&self) -> FigureName {
        self.name
    }

    /// The sector it holds for; `None` for both.
    pub fn sector(&self) -> Option<Sector> {
        self.sector
    }

    /// The first year it holds for.
    pub fn first_year(&self) -> Year {
        self.from
    }

    /// The last year it holds for; `None` for standing law.
    pub fn last_year(&self) -> Option<Year> {
        self.until
    }

    /// Its value.
    pub fn value(&self) -> Quantity {
        self.value
    }

    /// Whether it was published, given or derived.
    pub fn provenance(&self) -> Provenance {
        self.provenance
    }

    /// Where it comes from.
    pub fn source(&self) -> &Source {
        &self.source
    }

    pub(super) fn holds_for(&self, name: FigureName, year: Year, sector: Sector) -> bool {
        self.name == name
            && self.sector.is_none_or(|own| own == sector)
            && self.from <= year
            && self.until.is_none_or(|until| year <= until)
    }
}

/// One line, as the fingerprint reads it: `name sector from until value provenance source`.
impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sector = self.sector.map_or("-", Sector::word);
        write!(f, "{} {sector} {} ", self.name, self.from)?;
        match self.until {
            Some(until) => write!(f, "{until}")?,
            None => f.write_str("-")?,
        }
        write!(f, " {} {} {}", self.value, self.provenance, self.source)
    }
}
