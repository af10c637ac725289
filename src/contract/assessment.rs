//! One assessment out, with or without its explanation.

use serde::{Serialize, Serializer};

use crate::assessment::{Assessment, Levy, Quota, Unknown};
use crate::employer::Coverage;
use crate::explanation::{Explanation, Step};
use crate::json::WriteFields as _;
use crate::language::Language;
use crate::law::{LevyStatus, Liability, Regime, Sector};
use crate::parameters::Provenance;
use crate::unit::{Euro, ExactHours, Hours, Jobs, Percentage, SignedEuro, Year};

written! {
    /// The output object.
    Output<'a> {
        id: optional &'a str,
        year: needed Year,
        sector: needed Sector,
        regime: needed Regime,
        liability: needed Liability,
        hours_base: needed Hours,
        unknown: optional Vec<&'static str>,
        quotumpercentage: optional Percentage,
        quotumpercentage_source: optional Provenance,
        required_hours: optional ExactHours,
        required_jobs: optional Jobs,
        realised_hours: needed Hours,
        realised_jobs: needed Jobs,
        quotumtekort: optional Jobs,
        surplus_jobs: optional Jobs,
        quotumheffing: optional Euro,
        levy_status: needed LevyStatus,
        payable: needed Euro,
        payable_status: needed &'static str,
        inclusiviteitsheffing: optional Euro,
        bonus: optional Euro,
        net: optional SignedEuro,
        coverage: flat Option<&'a Coverage>,
    }
}
form! { Assessment = Output<'_>: write, Serialize }

impl<'a> From<&'a Assessment> for Output<'a> {
    fn from(assessment: &'a Assessment) -> Self {
        let words: Vec<_> = assessment.unknown().into_iter().map(Unknown::word).collect();
        let (quota, payable) = (assessment.quota(), assessment.payable());
        let (quotumheffing, heffing, bonus, net) = match assessment.levy() {
            Levy::Quotumheffing { quotumheffing, .. } => (quotumheffing, None, None, None),
            // Wet banenafspraak 12: the quotumheffing is replaced, so it is zero.
            Levy::WetBanenafspraak { inclusiviteitsheffing, bonus, net, .. } => {
                (Some(Euro::ZERO), Some(inclusiviteitsheffing), Some(bonus), Some(net))
            }
        };
        Self {
            id: assessment.id(),
            year: assessment.year(),
            sector: assessment.sector(),
            regime: assessment.regime(),
            liability: assessment.liability(),
            hours_base: assessment.hours_base(),
            unknown: (!words.is_empty()).then_some(words),
            quotumpercentage: quota.map(Quota::quotumpercentage),
            quotumpercentage_source: quota.map(Quota::quotumpercentage_source),
            required_hours: quota.map(Quota::required_hours),
            required_jobs: quota.map(Quota::required_jobs),
            realised_hours: assessment.realised_hours(),
            realised_jobs: assessment.realised_jobs(),
            quotumtekort: quota.map(Quota::quotumtekort),
            surplus_jobs: quota.map(Quota::surplus_jobs),
            quotumheffing,
            levy_status: assessment.levy().status(),
            payable: payable.amount(),
            payable_status: payable.word(),
            inclusiviteitsheffing: heffing,
            bonus,
            net,
            coverage: assessment.coverage(),
        }
    }
}

/// An assessment that is written with its explanation; made by [`Assessment::explained`].
///
/// ```
/// use banenafspraak::{Language, assess};
///
/// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
/// let outcome = assess(&employer)?;
/// let json = serde_json::to_string(&outcome.explained(Language::Nl)).unwrap();
/// assert!(json.contains(r#""formula":"1,4 × 5.000,00","value":"7000.00","unit":"EUR""#));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Explained<'a> {
    assessment: &'a Assessment,
    explanation: Explanation,
    language: Language,
}

impl Assessment {
    /// The assessment with its explanation, for serialization.
    ///
    /// ```
    /// use banenafspraak::{Language, assess};
    ///
    /// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
    /// let outcome = assess(&employer)?;
    /// let bare = serde_json::to_value(&outcome).unwrap();
    /// let explained = serde_json::to_value(outcome.explained(Language::En)).unwrap();
    /// assert_eq!(bare["quotumheffing"], "7000.00");
    /// assert_eq!(explained["explanation"].as_array().unwrap().len(), 18);
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    pub fn explained(&self, language: Language) -> Explained<'_> {
        Explained { assessment: self, explanation: self.explanation(), language }
    }
}

impl Serialize for Explained<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let steps = self.explanation.steps().iter();
        let explanation = steps.map(|step| StepObject::of(step, self.language)).collect();
        WithSteps { assessment: self.assessment, explanation }.write_object(serializer)
    }
}

written! {
    /// The output object with its explanation.
    WithSteps<'a> {
        assessment: flat &'a Assessment,
        explanation: needed Vec<StepObject>,
    }
}

written! {
    /// A step in words.
    StepObject {
        label: needed String,
        formula: needed String,
        value: needed String,
        unit: needed &'static str,
        source: needed String,
    }
}

impl StepObject {
    fn of(step: &Step, language: Language) -> Self {
        let formula = step.formula(language);
        Self {
            label: step.label(language).to_string(),
            formula: match step.rounding_text(language) {
                Some(rounding) => format!("{formula}, {rounding}"),
                None => formula.to_string(),
            },
            value: step.value().to_string(),
            unit: step.unit(language),
            source: step.source(language).to_string(),
        }
    }
}
