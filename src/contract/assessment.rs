//! One assessment out, with or without its explanation.

use crate::assessment::{Assessment, Levy, Quota, Unknown};
use crate::explanation::{Explanation, Step};
use crate::language::{In, Language};
use crate::unit::{Euro, SignedEuro};

written! {
    Assessment as it
    let (quota, levy, payable) = (it.quota(), Amounts::of(it.levy()), it.payable());
    {
        id: optional = it.id(),
        year: needed = it.year(),
        sector: needed = it.sector(),
        regime: needed = it.regime(),
        liability: needed = it.liability(),
        hours_base: needed = it.hours_base(),
        unknown: listed = it.unknown().into_iter().map(Unknown::word).collect::<Vec<_>>(),
        quotumpercentage: optional = quota.map(Quota::quotumpercentage),
        quotumpercentage_source: optional = quota.map(Quota::quotumpercentage_source),
        required_hours: optional = quota.map(Quota::required_hours),
        required_jobs: optional = quota.map(Quota::required_jobs),
        realised_hours: needed = it.realised_hours(),
        realised_jobs: needed = it.realised_jobs(),
        quotumtekort: optional = quota.map(Quota::quotumtekort),
        surplus_jobs: optional = quota.map(Quota::surplus_jobs),
        quotumheffing: optional = levy.quotumheffing,
        levy_status: needed = it.levy().status(),
        payable: needed = payable.amount(),
        payable_status: needed = payable.word(),
        inclusiviteitsheffing: optional = levy.inclusiviteitsheffing,
        bonus: optional = levy.bonus,
        net: optional = levy.net,
        coverage: flat = it.coverage(),
    }
}
serialize! { Assessment }

/// The amounts of either law.
#[derive(Default)]
struct Amounts {
    quotumheffing: Option<Euro>,
    inclusiviteitsheffing: Option<Euro>,
    bonus: Option<Euro>,
    net: Option<SignedEuro>,
}

impl Amounts {
    fn of(levy: Levy) -> Self {
        match levy {
            Levy::Quotumheffing { quotumheffing, .. } => Self { quotumheffing, ..Self::default() },
            Levy::WetBanenafspraak { inclusiviteitsheffing, bonus, net, .. } => Self {
                // Wet banenafspraak 12: the quotumheffing is replaced, so it is zero.
                quotumheffing: Some(Euro::ZERO),
                inclusiviteitsheffing: Some(inclusiviteitsheffing),
                bonus: Some(bonus),
                net: Some(net),
            },
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

written! {
    Explained<'_> as it {
        assessment: flat = it.assessment,
        explanation: needed = it.steps(),
    }
}
serialize! { Explained<'_> }

impl Explained<'_> {
    fn steps(&self) -> Vec<In<&Step>> {
        self.explanation.steps().iter().map(|step| In(self.language, step)).collect()
    }
}

written! {
    In<&Step> as it let In(language, step) = *it; {
        label: needed = step.label(language).to_string(),
        formula: needed = formula(step, language),
        value: needed = step.value().to_string(),
        unit: needed = step.unit(language),
        source: needed = step.source(language).to_string(),
    }
}
serialize! { In<&Step> }

/// The formula, and how its value is rounded.
fn formula(step: &Step, language: Language) -> String {
    let formula = step.formula(language);
    match step.rounding_text(language) {
        Some(rounding) => format!("{formula}, {rounding}"),
        None => formula.to_string(),
    }
}
