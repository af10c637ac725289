//! Where a rule or figure is published.

use core::fmt;

/// A document that rules or figures come from.
///
/// ```
/// use banenafspraak::law::Document;
///
/// assert_eq!(Document::RegelingWfsv.to_string(), "Regeling Wfsv");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Document {
    /// Wet financiering sociale verzekeringen.
    Wfsv,
    /// Besluit Wfsv.
    BesluitWfsv,
    /// Regeling Wfsv.
    RegelingWfsv,
    /// Wet banenafspraak (Stb. 2025, 121, BWBR0051018).
    WetBanenafspraak,
    /// Wet tegemoetkomingen loondomein.
    Wtl,
    /// No statute: a choice of this library where the law is silent.
    Choice,
}

impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Wfsv => "Wfsv",
            Self::BesluitWfsv => "Besluit Wfsv",
            Self::RegelingWfsv => "Regeling Wfsv",
            Self::WetBanenafspraak => "Wet banenafspraak",
            Self::Wtl => "Wtl",
            Self::Choice => "banenafspraak",
        })
    }
}

/// A place in the law, such as `Wfsv 38g lid 3`.
///
/// ```
/// use banenafspraak::law::Document;
/// use banenafspraak::parameters::Source;
/// use banenafspraak::{FigureName, Figures, Sector, Year};
///
/// let (figures, year) = (Figures::published(), Year::new(2026)?);
/// let figure = figures.figure(FigureName::Quotumpercentage, year, Sector::Overheid)?;
/// let Source::Law(place) = figure.source() else { panic!("not published") };
/// assert_eq!((place.document, place.place), (Document::RegelingWfsv, "3.37 lid 17"));
/// assert_eq!(place.to_string(), "Regeling Wfsv 3.37 lid 17");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LegalSource {
    /// The document.
    pub document: Document,
    /// Article and lid.
    pub place: &'static str,
}

impl LegalSource {
    /// A place in a document. A choice of this library is in `choices`, in every language.
    pub(crate) const fn new(document: Document, place: &'static str) -> Self {
        assert!(!matches!(document, Document::Choice));
        Self { document, place }
    }

    /// A choice of this library in Dutch; `None` for a place in the law, which has one name.
    pub(crate) fn dutch(self) -> Option<&'static str> {
        articles::CHOICES.iter().find(|(choice, _)| *choice == self).map(|(_, dutch)| *dutch)
    }
}

impl fmt::Display for LegalSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.document, self.place)
    }
}

/// Writes the choices of this library where the law is silent, in English and in Dutch.
macro_rules! choices {
    ($($name:ident $english:literal $dutch:literal;)*) => {
        $(pub(crate) const $name: LegalSource =
            LegalSource { document: Document::Choice, place: $english };)*

        pub(super) const CHOICES: &[(LegalSource, &str)] = &[$(($name, $dutch),)*];
    };
}

/// Every place that a computation cites, one constant each.
#[rustfmt::skip]
pub(crate) mod articles {
    use super::{Document::{self, BesluitWfsv, RegelingWfsv, WetBanenafspraak, Wfsv, Wtl}, LegalSource};

    pub(crate) const BASE: LegalSource               = LegalSource::new(Wfsv, "38g lid 2, 3, 5");
    pub(crate) const BASE_DEDUCTIONS: LegalSource    = LegalSource::new(BesluitWfsv, "2.31");
    pub(crate) const THRESHOLD: LegalSource          = LegalSource::new(Wfsv, "34 lid 4, 6");
    pub(crate) const THRESHOLD_WORKERS: LegalSource  = LegalSource::new(Wfsv, "34 lid 4");
    pub(crate) const THRESHOLD_HOURS: LegalSource    = LegalSource::new(BesluitWfsv, "2.20");
    pub(crate) const AVERAGE_HOURS: LegalSource      = LegalSource::new(BesluitWfsv, "2.21");
    pub(crate) const THRESHOLD_BASE: LegalSource     = LegalSource::new(BesluitWfsv, "2.33");
    pub(crate) const DOELGROEP: LegalSource          = LegalSource::new(Wfsv, "38g lid 2, 3, 4, 8");
    pub(crate) const ATTRIBUTION: LegalSource        = LegalSource::new(BesluitWfsv, "2.28");
    pub(crate) const TEKORT: LegalSource             = LegalSource::new(Wfsv, "38g lid 3");
    pub(crate) const PERCENTAGE: LegalSource         = LegalSource::new(Wfsv, "38f lid 1");
    pub(crate) const ROUND_VARIABLES: LegalSource    = LegalSource::new(BesluitWfsv, "2.23 lid 2");
    pub(crate) const ROUND_TEKORT: LegalSource       = LegalSource::new(BesluitWfsv, "2.23 lid 3");
    pub(crate) const LEVY: LegalSource               = LegalSource::new(Wfsv, "38h lid 4");
    pub(crate) const WAGE_RETURNS_FILED_BY: LegalSource  = LegalSource::new(Wfsv, "34 lid 7, 38e lid 3");
    pub(crate) const ATTRIBUTIONS_AGREED_BY: LegalSource = LegalSource::new(BesluitWfsv, "2.28 lid 3");
    pub(crate) const DECIDED_BEFORE: LegalSource     = LegalSource::new(Wfsv, "38h lid 3");
    pub(crate) const PAYABLE_BY: LegalSource         = LegalSource::new(Wfsv, "38h lid 5");
    pub(crate) const REVISION_LAPSES_AFTER: LegalSource  = LegalSource::new(Wfsv, "38i lid 2");
    pub(crate) const NOT_EXECUTED: LegalSource       = LegalSource::new(Wfsv, "122na lid 1");
    pub(crate) const NEVER_ACTIVATED: LegalSource    = LegalSource::new(Wfsv, "122n lid 1");
    pub(crate) const HOURS_PER_JOB: LegalSource      = LegalSource::new(RegelingWfsv, "3.32");
    pub(crate) const REPLACED: LegalSource           = LegalSource::new(WetBanenafspraak, "12");
    pub(crate) const FIRST_YEAR: LegalSource         = LegalSource::new(WetBanenafspraak, "6 lid 1");
    pub(crate) const WHO: LegalSource                = LegalSource::new(WetBanenafspraak, "6 lid 2, 3");
    pub(crate) const SMALL: LegalSource              = LegalSource::new(Wfsv, "36 lid 2");
    pub(crate) const SMALL_LIMIT: LegalSource        = LegalSource::new(BesluitWfsv, "2.19d");
    pub(crate) const NEW_EMPLOYER: LegalSource       = LegalSource::new(BesluitWfsv, "2.19d lid 4");
    pub(crate) const SURCHARGE: LegalSource          = LegalSource::new(WetBanenafspraak, "6");
    pub(crate) const WAGE_BASE: LegalSource          = LegalSource::new(WetBanenafspraak, "6 lid 4, 6, 8");
    pub(crate) const BONUS: LegalSource              = LegalSource::new(WetBanenafspraak, "1");
    pub(crate) const WHO_EARNS: LegalSource          = LegalSource::new(Wtl, "2.10, 2.12");
    pub(crate) const LKV: LegalSource                = LegalSource::new(Wtl, "2.13");
    pub(crate) const ACTIVATION_SECTOR: LegalSource  = LegalSource::new(Wfsv, "122n lid 3");
    pub(crate) const ACTIVATION: LegalSource         = LegalSource::new(WetBanenafspraak, "4, 5");

    choices! {
        SHOWN_JOBS "choice: jobs shown like the quotumtekort" "keuze van deze bibliotheek: banen getoond zoals het quotumtekort";
        CENTS      "choice: half up on the cent"              "keuze van deze bibliotheek: rekenkundig afgerond op de cent";
    }
}
