//! Steps without a language: what was computed, from which numbers, by which article.

use core::fmt;

use super::steps::Label;
#[cfg(feature = "report")]
use super::steps::Row;
use crate::language::{In, Language};
use crate::parameters::Source;
use crate::printable::Printable;
use crate::unit::{Quantity, Rounding};

/// A piece of a formula: a number filled in, or a sign between numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Term {
    Number(Quantity),
    Sign(&'static str),
}

impl From<&'static str> for Term {
    fn from(sign: &'static str) -> Self {
        Self::Sign(sign)
    }
}

impl<Q: Into<Quantity>> From<Q> for Term {
    fn from(number: Q) -> Self {
        Self::Number(number.into())
    }
}

/// A formula from its pieces: `formula![base, "×", percentage]`.
macro_rules! formula {
    ($($piece:expr),* $(,)?) => { vec![$(crate::explanation::Term::from($piece)),*] };
}
pub(crate) use formula;

/// One step of an explanation.
///
/// ```
/// use banenafspraak::Language::{En, Nl};
/// use banenafspraak::unit::Rounding;
/// use banenafspraak::assess;
///
/// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
/// let explanation = assess(&employer)?.explanation();
/// let tekort = &explanation.steps()[9];
/// assert_eq!(tekort.label(Nl).to_string(), "Quotumtekort");
/// assert_eq!(tekort.formula(Nl).to_string(), "(4.644,00 - 2.662,00) / 1.331,00");
/// assert_eq!(tekort.rounding(), Some(Rounding::down(1)));
/// assert_eq!(tekort.rounding_text(En).unwrap().to_string(), "rounded down to 1 decimal");
/// assert_eq!((tekort.value().to_string(), tekort.unit(En)), ("1.4".into(), "jobs"));
/// assert_eq!(tekort.value_text(Nl).to_string(), "1,4 banen");
/// assert_eq!(tekort.sources().len(), 3);
/// assert_eq!(
///     tekort.source(En).to_string(),
///     "Wfsv 38g lid 3; Regeling Wfsv 3.32; Besluit Wfsv 2.23 lid 3"
/// );
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub(super) label: Label,
    pub(super) formula: Vec<Term>,
    pub(super) value: Quantity,
    pub(super) rounding: Option<Rounding>,
    pub(super) sources: Vec<Source>,
}

impl Step {
    /// Cites a source that is not cited yet.
    pub(super) fn cite(&mut self, source: Option<Source>) {
        self.sources.extend(source.filter(|source| !self.sources.contains(source)));
    }

    /// Whether it computes what this row says.
    #[cfg(feature = "report")]
    pub(crate) fn is(&self, row: Row) -> bool {
        self.label.is_of(row)
    }

    /// Whether its formula has signs, and not a number or a word alone.
    #[cfg(feature = "report")]
    pub(crate) fn is_computed(&self) -> bool {
        self.formula.iter().any(|term| matches!(term, Term::Sign(_)))
    }

    /// What the step computes.
    pub fn label(&self, language: Language) -> impl fmt::Display {
        In(language, self.label)
    }

    /// The formula with its numbers filled in, such as `180,000.00 × 2.58%`.
    pub fn formula(&self, language: Language) -> impl fmt::Display {
        In(language, &*self.formula)
    }

    /// The outcome of the step, before anyone formats it.
    pub fn value(&self) -> Quantity {
        self.value
    }

    /// The outcome with its unit, such as `4,644.00 hours` or `€ 21.500,00`.
    pub fn value_text(&self, language: Language) -> impl fmt::Display {
        self.value.localized(language)
    }

    /// The unit of the outcome.
    pub fn unit(&self, language: Language) -> &'static str {
        self.value.unit(language)
    }

    /// How the outcome was rounded, if it was.
    pub fn rounding(&self) -> Option<Rounding> {
        self.rounding
    }

    /// How the outcome was rounded, in words.
    pub fn rounding_text(&self, language: Language) -> Option<impl fmt::Display> {
        self.rounding.map(|rounding| In(language, rounding))
    }

    /// The places in the law, or what the caller said of a figure of its own.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The sources as text, `; ` between them.
    pub fn source(&self, language: Language) -> impl fmt::Display {
        In(language, &*self.sources)
    }
}

impl fmt::Display for In<&[Term]> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, terms) = *self;
        // A space between pieces, but none after `(` nor before `)` and `;`.
        let mut space = "";
        for term in terms {
            match term {
                Term::Number(quantity) => write!(f, "{space}{}", In(language, *quantity))?,
                Term::Sign(sign @ (")" | ";")) => f.write_str(sign)?,
                Term::Sign(sign) => write!(f, "{space}{sign}")?,
            }
            space = match term {
                Term::Sign(sign) if sign.ends_with('(') => "",
                _ => " ",
            };
        }
        Ok(())
    }
}

impl fmt::Display for In<&[Source]> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, sources) = *self;
        for (position, source) in sources.iter().enumerate() {
            let between = if position == 0 { "" } else { "; " };
            write!(f, "{between}{}", In(language, source))?;
        }
        Ok(())
    }
}

/// The steps of an assessment, in the order of the statute.
///
/// ```
/// use banenafspraak::{Language, assess};
///
/// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
/// let explanation = assess(&employer)?.explanation();
/// assert_eq!(explanation.steps().len(), 18);
/// assert!(explanation.text(Language::Nl).contains("€ 7.000,00\n   = 1,4 × 5.000,00"));
/// println!("{explanation}"); // in English
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    pub(super) steps: Vec<Step>,
}

impl Explanation {
    /// The steps.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The explanation as text, a few lines a step.
    ///
    /// ```
    /// use banenafspraak::{Language, assess};
    ///
    /// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
    /// let text = assess(&employer)?.explanation().text(Language::En);
    /// assert!(text.contains("EUR 7,000.00\n   = 1.4 × 5,000.00"));
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn text(&self, language: Language) -> String {
        In(language, &*self.steps).to_string()
    }
}

impl fmt::Display for In<&[Step]> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, steps) = *self;
        for (number, step) in (1..).zip(steps) {
            let (label, value) = (step.label(language), step.value_text(language));
            write!(f, "{number}. {label}: {value}\n   = {}", step.formula(language))?;
            if let Some(rounding) = step.rounding_text(language) {
                write!(f, ", {rounding}")?;
            }
            writeln!(f, "\n   [{}]", Printable(step.source(language)))?;
        }
        Ok(())
    }
}

/// In English.
impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, &*self.steps).fmt(f)
    }
}
