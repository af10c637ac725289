//! The receipt: what an outcome rests on, so that it can be shown again years later.

use core::fmt;

use crate::assessment::{Assessment, Quota};
use crate::employer::EmployerYear;
use crate::law::Regime;
use crate::parameters::{Figure, FigureName, Provenance};

/// The version of this crate, the figures and the input behind an assessment, and its outcome.
///
/// It is written as JSON, and years later read back and verified: see
/// [`SavedReceipt`](crate::contract::SavedReceipt).
///
/// ```
/// use banenafspraak::assess;
///
/// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
/// let outcome = assess(&employer)?;
/// let receipt = outcome.receipt();
/// assert_eq!(receipt.crate_version(), env!("CARGO_PKG_VERSION"));
/// assert_eq!(receipt.figures().len(), 5);
/// assert_eq!(receipt.figures_fingerprint().len(), 64);
/// assert_eq!(receipt.outcome(), &outcome);
/// println!("{receipt}");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    figures_fingerprint: String,
    figures: Vec<Figure>,
    outcome: Assessment,
}

impl Assessment {
    /// What this assessment rests on.
    ///
    /// ```
    /// use banenafspraak::assess;
    ///
    /// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
    /// let receipt = assess(&employer)?.receipt();
    /// assert_eq!(receipt.input(), &employer);
    /// assert_eq!(receipt.crate_version(), "0.1.0");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn receipt(&self) -> Receipt {
        let (year, sector) = (self.year(), self.sector());
        let percentage = match self.quota().map(Quota::quotumpercentage_source) {
            // It is in the input.
            Some(Provenance::Given) if self.employer.quotumpercentage().is_some() => &[][..],
            _ => &[FigureName::Quotumpercentage],
        };
        let others: &[FigureName] = match self.regime() {
            Regime::Quotumheffing => &[
                FigureName::HoursPerJob,
                FigureName::AverageHours,
                FigureName::ThresholdWorkers,
                FigureName::LevyPerJob,
            ],
            Regime::WetBanenafspraak => &[FigureName::HoursPerJob, FigureName::SmallEmployerWages],
        };
        let used = percentage.iter().chain(others);
        let figures = used.filter_map(|&name| self.figures.figure(name, year, sector).ok());
        Receipt {
            figures_fingerprint: self.figures.fingerprint(),
            figures: figures.collect(),
            outcome: self.clone(),
        }
    }
}

impl Receipt {
    /// The version of this crate.
    pub const fn crate_version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }

    /// SHA-256 of the whole figure set, see [`Figures::fingerprint`](crate::Figures::fingerprint).
    pub fn figures_fingerprint(&self) -> &str {
        &self.figures_fingerprint
    }

    /// The figures that the outcome rests on.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// The employer as it was assessed; assessing it again, with the same [`figures`](Self::figures), gives
    /// the same outcome.
    pub const fn input(&self) -> &EmployerYear {
        &self.outcome.employer
    }

    /// The outcome.
    pub const fn outcome(&self) -> &Assessment {
        &self.outcome
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "banenafspraak {}", self.crate_version())?;
        writeln!(f, "figures sha256:{}", self.figures_fingerprint)?;
        self.figures.iter().try_for_each(|figure| writeln!(f, "  {figure}"))
    }
}

#[cfg(feature = "serde")]
crate::law::words! {
    /// What differs between a receipt and today.
    ///
    /// ```
    /// use banenafspraak::contract::DifferenceKind;
    ///
    /// assert_eq!(DifferenceKind::FigureSet.word(), "figure_set");
    /// assert_eq!("content".parse(), Ok(DifferenceKind::Content));
    /// ```
    #[non_exhaustive]
    DifferenceKind, "difference" {
        /// The receipt itself: it was changed after it was written, for its digest is another.
        Content = "content",
        /// A figure that the outcome rests on.
        Figure = "figure",
        /// A field of the outcome.
        Outcome = "outcome",
        /// The version of this crate, so perhaps a rule. That alone is no difference of the receipt.
        Version = "version",
        /// The set of figures, such as by those of a later year. That alone is none either.
        FigureSet = "figure_set",
    }
}

#[cfg(feature = "serde")]
impl DifferenceKind {
    /// Whether it makes the receipt another one. A later version with more figures does not, as long as
    /// the figures used and the outcome are the same.
    pub const fn matters(self) -> bool {
        match self {
            Self::Content | Self::Figure | Self::Outcome => true,
            Self::Version | Self::FigureSet => false,
        }
    }
}
