//! Why an outcome is what it is, and what to do next, in a few sentences.

use banenafspraak::law::Regime;
use banenafspraak::unit::{ExactHours, Quantity};
use banenafspraak::{Assessment, Euro, Jobs, Language, Levy, Liability, Payable};

use super::missing::missing_days;

/// Why the outcome is what it is, and what to do next.
pub(crate) fn advice(assessment: &Assessment, language: Language) -> String {
    let say = |english: &'static str, dutch: &'static str| match language {
        Language::Nl => dutch,
        _ => english,
    };
    let show = |quantity: Quantity| quantity.localized(language).to_string();
    let mut sentences = vec![format!("{}.", show(Quantity::from(assessment.liability())))];
    if let Some(quota) = assessment.quota() {
        let (short, tekort) = (quota.hours_short(), quota.quotumtekort());
        if tekort > Jobs::ZERO {
            if assessment.regime() == Regime::WetBanenafspraak {
                let apart = say(
                    "The levy does not depend on the shortfall.",
                    "De heffing hangt niet af van het tekort.",
                );
                sentences.push(apart.into());
            } else if assessment.liability().is_exempt() {
                let nothing = say(
                    "As long as the employer is exempt, the shortfall costs nothing.",
                    "Zolang de werkgever is vrijgesteld, kost het tekort niets.",
                );
                sentences.push(nothing.into());
            }
            // Hours on top of the others would raise the quota with them.
            let (hours, jobs) = (show(short.rounded_up().into()), show(tekort.into()));
            sentences.push(match language {
                Language::Nl => format!(
                    "Tekort {jobs}: met {hours} door de doelgroep (ter vervanging van andere uren \
                     of toegerekend door een uitlener) is het tekort weg."
                ),
                _ => format!(
                    "Short {jobs}: {hours} by the doelgroep (in place of other hours, or \
                     attributed by an uitlener) close the gap."
                ),
            });
        } else if short > ExactHours::ZERO {
            sentences.push(
                say(
                    "Less than a tenth of a job short: that counts as met.",
                    "Minder dan een tiende van een baan tekort: dat telt als gehaald.",
                )
                .into(),
            );
        } else {
            sentences.push(
                say("The quota is met: keep it so.", "Het quotum is gehaald: houd dit zo.").into(),
            );
        }
    }
    sentences.extend(payment(assessment, language));
    if let Levy::WetBanenafspraak { inclusiviteitsheffing, bonus, .. } = assessment.levy() {
        let [heffing, bonus] = [inclusiviteitsheffing, bonus].map(|euro| show(euro.into()));
        sentences.push(format!("Inclusiviteitsheffing {heffing}, bonus {bonus}."));
    }
    if let Some(days) = missing_days(assessment.employer(), language) {
        sentences.push(days);
    }
    for unknown in assessment.unknown() {
        sentences.push(format!("{}.", first_upper(&unknown.text(language).to_string())));
    }
    sentences.join(" ")
}

/// Why nothing is paid where a levy was computed or cannot be; what is due is in its own sentence.
fn payment(assessment: &Assessment, language: Language) -> Option<String> {
    let payable = assessment.payable();
    let is_told = match payable {
        Payable::ComputedOnly { computed, .. } => computed.is_none_or(|levy| levy > Euro::ZERO),
        Payable::NotOwed(liability) => liability == Liability::NotYetActive,
        Payable::Due(_) => false,
    };
    is_told.then(|| format!("{}.", first_upper(&payable.text(language).to_string())))
}

/// A text with its first letter in upper case, to begin a sentence with.
fn first_upper(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}
