//! The outcome in a few sentences. What is assumed comes first, what is never collected last.

use super::facts::{Facts, first_upper, quotumheffing};
use super::markup::Markup;
use crate::assessment::Levy;
use crate::employer::SchemeParameters;
use crate::law::Liability;
use crate::unit::{Euro, ExactHours, Jobs, Quantity, SignedEuro};

/// The outcome of the quotumheffing.
pub(super) fn of_quotumheffing(markup: &mut Markup, facts: &Facts<'_>) {
    quota(markup, facts);
    if facts.outcome.liability() != Liability::Liable {
        unknown_liability(markup, facts);
    }
    levy(markup, facts);
}

/// The outcome of the Wet banenafspraak.
pub(super) fn of_scheme(markup: &mut Markup, facts: &Facts<'_>) {
    assumptions(markup, facts);
    net(markup, facts);
    if facts.outcome.quota().is_some() {
        markup.raw(" ");
        quota(markup, facts);
        if facts.outcome.liability() == Liability::Liable {
            markup.say(
                "The heffing does not depend on the shortfall.",
                "De heffing hangt niet af van het tekort.",
                &[],
            );
        }
    }
}

/// How many jobs there are, and are short.
fn quota(markup: &mut Markup, facts: &Facts<'_>) {
    let outcome = facts.outcome;
    let year = outcome.year();
    let Some(quota) = outcome.quota() else {
        let realised = facts.shown(outcome.realised_jobs());
        return markup.say(
            "In {} this employer has {} for the doelgroep. ",
            "In {} heeft deze werkgever {} voor de doelgroep. ",
            &[&year, &realised],
        );
    };
    let (required, tekort) = (quota.required_jobs(), quota.quotumtekort());
    let (surplus, short) = (quota.surplus_jobs(), quota.hours_short());
    let (required_shown, tekort_shown) = (facts.shown(required), facts.number(tekort));
    if tekort > Jobs::ZERO {
        let required_number = facts.number(required);
        markup.say(
            "In {} this employer is <strong>{} jobs short</strong> of the {} jobs that the quota asks. ",
            "In {} komt deze werkgever <strong>{} banen tekort</strong> ten opzichte van de {} vereiste banen. ",
            &[&year, &tekort_shown, &required_number],
        );
    } else if short > ExactHours::ZERO {
        markup.say(
            "In {} this employer is less than a tenth of a job short of the {} that the quota asks, which <strong>counts as met</strong>. ",
            "In {} komt deze werkgever minder dan een tiende van een baan tekort ten opzichte van de {} die het quotum vraagt; dat <strong>telt als gehaald</strong>. ",
            &[&year, &required_shown],
        );
    } else {
        markup.say(
            "In {} this employer <strong>meets the quota</strong> of {}, with {} to spare. ",
            "In {} <strong>haalt deze werkgever het quotum</strong> van {}, met {} over. ",
            &[&year, &required_shown, &facts.shown(surplus)],
        );
    }
}

/// That nothing is to be paid, and why.
fn levy(markup: &mut Markup, facts: &Facts<'_>) {
    let outcome = facts.outcome;
    if quotumheffing(outcome) == Some(Euro::ZERO) {
        return markup.say("The quotumheffing is nil.", "De quotumheffing is nihil.", &[]);
    }
    let text = first_upper(&outcome.payable().text(facts.language).to_string());
    // An amount and the name of an article stay on one line each.
    let together = |text: String, word: &str| text.replace(word, &word.replace(' ', "\u{a0}"));
    let text = ["€ ", "EUR ", "Wfsv ", " lid "].into_iter().fold(text, together);
    let (nothing, why) = text.split_once(": ").unwrap_or((&text, ""));
    markup.add("<strong>{}</strong>: {}.", &[&nothing, &why]);
}

/// Whether the employer is liable cannot be said: what is known of it.
fn unknown_liability(markup: &mut Markup, facts: &Facts<'_>) {
    let liability = Quantity::from(facts.outcome.liability()).localized(facts.language);
    markup.say(
        "Whether the employer is liable is {}. ",
        "Of de werkgever heffingsplichtig is, is {}. ",
        &[&liability],
    );
}

/// What the outcome of the Wet banenafspraak rests on.
fn assumptions(markup: &mut Markup, facts: &Facts<'_>) {
    let Some(scheme) = facts.outcome.employer().scheme() else { return };
    let SchemeParameters {
        activation_decided_in,
        surcharge_percentage,
        bonus_per_hour,
        bonus_maximum,
        ..
    } = scheme.parameters;
    markup.say(
        "Assuming that activation is decided in {}, with a surcharge of {} and a bonus of {} (at most {} a worker and year): ",
        "Aangenomen dat in {} tot activering wordt besloten, met een opslag van {} en een bonus van {} (maximaal {} per werknemer per jaar): ",
        &[
            &activation_decided_in,
            &facts.shown(surcharge_percentage),
            &facts.shown(bonus_per_hour),
            &facts.shown(bonus_maximum),
        ],
    );
}

/// Bonus less inclusiviteitsheffing.
fn net(markup: &mut Markup, facts: &Facts<'_>) {
    let outcome = facts.outcome;
    let year = outcome.year();
    if outcome.liability() == Liability::NotYetActive {
        return markup.say(
            "the quota scheme of the Wet banenafspraak is not yet active in this year: there is <strong>nothing to pay</strong> and no bonus (Wet banenafspraak 6 lid 1).",
            "de opslag van de Wet banenafspraak is in dit jaar nog niet ingegaan: er is <strong>niets te betalen</strong> en er is geen bonus (Wet banenafspraak 6 lid 1).",
            &[],
        );
    }
    let Levy::WetBanenafspraak { inclusiviteitsheffing, bonus, net, .. } = outcome.levy() else {
        return;
    };
    let [heffing, bonus] = [inclusiviteitsheffing, bonus].map(|euro| facts.shown(euro));
    // Bonus and heffing are within bounds, so that their difference has its opposite.
    let amount = SignedEuro::new(net.to_decimal().abs()).unwrap_or(net);
    let amount = facts.shown(amount);
    if outcome.liability() != Liability::Liable {
        let why = Quantity::from(outcome.liability()).localized(facts.language);
        return markup.say(
            "in {}, under the Wet banenafspraak, this employer owes no inclusiviteitsheffing ({}) and <strong>receives {}</strong> of bonus.",
            "in {} is deze werkgever onder de Wet banenafspraak geen inclusiviteitsheffing verschuldigd ({}) en <strong>ontvangt hij {}</strong> aan bonus.",
            &[&year, &why, &amount],
        );
    }
    let (english, dutch) = if net < SignedEuro::ZERO {
        (
            "in {}, under the Wet banenafspraak, it owes {} of inclusiviteitsheffing and earns {} of bonus: on balance <strong>it pays {}</strong>.",
            "in {} is deze werkgever onder de Wet banenafspraak {} inclusiviteitsheffing verschuldigd en krijgt hij {} bonus: per saldo <strong>betaalt hij {}</strong>.",
        )
    } else {
        (
            "in {}, under the Wet banenafspraak, it owes {} of inclusiviteitsheffing and earns {} of bonus: on balance <strong>it receives {}</strong>.",
            "in {} is deze werkgever onder de Wet banenafspraak {} inclusiviteitsheffing verschuldigd en krijgt hij {} bonus: per saldo <strong>ontvangt hij {}</strong>.",
        )
    };
    markup.say(english, dutch, &[&year, &heffing, &bonus, &amount]);
}
