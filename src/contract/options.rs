//! What is computed with, and how it is written.

use crate::language::Language;
use crate::parameters::Figures;

/// The figures, and how the answers are written.
///
/// ```
/// use banenafspraak::Language;
/// use banenafspraak::contract::{Options, assess_json_with};
///
/// let school = r#"{"year": 2026, "sector": "overheid", "paid_hours": "180000",
///     "doelgroep_hours": "2662", "previous_year": null}"#;
/// let options = Options::new().explained().in_language(Language::Nl);
/// assert!(assess_json_with(school, &options).contains(r#""label":"Quotumtekort""#));
/// let negative = school.replace("2662", "-1");
/// assert_eq!(
///     assess_json_with(&negative, &options),
///     r#"{"error":{"code":"negative","field":"doelgroep_hours","message":"uren van de doelgroep (doelgroep_hours): `-1` is negatief; minimaal 0"}}"#
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    pub(super) explained: bool,
    pub(super) language: Language,
    pub(super) figures: Figures,
}

impl Options {
    /// The published figures; answers in English without an explanation.
    pub const fn new() -> Self {
        Self { explained: false, language: Language::En, figures: Figures::published() }
    }

    /// With the explanation in each answer.
    #[must_use]
    pub fn explained(self) -> Self {
        Self { explained: true, ..self }
    }

    /// The language of explanations and of the messages of errors. All else is the same in each.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// Figures of your own over the published ones.
    ///
    /// ```
    /// use banenafspraak::Figures;
    /// use banenafspraak::contract::{Options, assess_json_with};
    ///
    /// let figures: Figures = serde_json::from_str(
    ///     r#"[{"figure": "quotumpercentage", "sector": "markt", "year": 2026, "value": "2.1",
    ///          "source": "our assumption"}]"#,
    /// )?;
    /// let bakery = r#"{"year": 2026, "sector": "markt", "paid_hours": "100000",
    ///     "doelgroep_hours": "0", "previous_year": null}"#;
    /// let answer = assess_json_with(bakery, &Options::new().with_figures(figures));
    /// assert!(answer.contains(r#""required_hours":"2100""#));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn with_figures(self, figures: Figures) -> Self {
        Self { figures, ..self }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}
