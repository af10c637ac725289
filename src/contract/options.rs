//! What is computed with, and how it is written.

use super::error::ErrorObject;
use crate::error::{Error, ErrorKind, Excerpt};
use crate::json::{Node, ReadFields as _, Readable};
use crate::language::{Language, Phrase};
use crate::parameters::{Figure, Figures};

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

    /// Reads a JSON object with `explain` (true or false), `language` (`nl` or `en`) and `figures` (of your
    /// own, over the published ones); each may be left out, and an empty text is no options.
    ///
    /// ```
    /// use banenafspraak::Language;
    /// use banenafspraak::contract::Options;
    ///
    /// let options = Options::from_json(r#"{"explain": true, "language": "nl"}"#).unwrap();
    /// assert_eq!(options, Options::new().explained().in_language(Language::Nl));
    /// assert_eq!(Options::from_json(""), Ok(Options::new()));
    /// let error = Options::from_json(r#"{"language": "fr"}"#).unwrap_err();
    /// assert!(error.starts_with(r#"{"error":{"code":"unknown_word","field":"language""#));
    /// ```
    ///
    /// # Errors
    ///
    /// `{"error": {"code", "field", "message"}}` as text.
    pub fn from_json(text: &str) -> Result<Self, String> {
        if text.trim_ascii().is_empty() {
            return Ok(Self::new());
        }
        let node = serde_json::from_str::<Node<'_>>(text);
        let node = node.map_err(|error| ErrorObject::not_json(error, Language::En).alone())?;
        let read = Self::read_object(&node);
        read.map_err(|error| ErrorObject::refused(&error, Language::En).alone())
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

struct OptionsObject {
    explain: Option<bool>,
    language: Option<Language>,
    figures: Option<Vec<Figure>>,
}

read! {
    Options, OptionsObject, |object| Ok(Self::from(object)),
    optional explain bool, optional language Language, optional figures Vec<Figure>,
}

impl From<OptionsObject> for Options {
    fn from(object: OptionsObject) -> Self {
        let own = object.figures.into_iter().flatten();
        Self {
            explained: object.explain.unwrap_or(false),
            language: object.language.unwrap_or(Language::En),
            figures: own.fold(Figures::published(), Figures::with),
        }
    }
}

impl Readable for Language {
    const EXPECTED: Phrase = String::EXPECTED;
    fn read(text: &str) -> Result<Self, Error> {
        match text {
            "nl" => Ok(Self::Nl),
            "en" => Ok(Self::En),
            _ => {
                let (text, expected) = (Excerpt::of(text), Phrase::new("nl, en", "nl, en"));
                let field = name_of!(OptionsObject, language);
                Err(Error::new(field, ErrorKind::UnknownWord { text, expected }))
            }
        }
    }
}
