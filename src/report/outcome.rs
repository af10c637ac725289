//! The outcome: one sentence, four figures, and the bars.

use super::chart;
use super::facts::{Facts, quotumheffing};
use super::markup::Markup;
use crate::assessment::{Levy, Payable, Quota};
use crate::law::Liability;
use crate::unit::{Euro, ExactHours, Jobs, Quantity, SignedEuro};

pub(super) fn section(markup: &mut Markup, facts: &Facts<'_>) {
    markup.say(
        "<section>\n<h2>The outcome</h2>\n<p class=\"outcome\" id=\"outcome\">",
        "<section>\n<h2>De uitkomst</h2>\n<p class=\"outcome\" id=\"outcome\">",
        &[],
    );
    if facts.under_scheme() {
        quota(markup, facts);
        net(markup, facts);
    } else if facts.outcome.liability().is_exempt() {
        exempt(markup, facts);
    } else {
        quota(markup, facts);
        if facts.outcome.liability() != Liability::Liable {
            unknown_liability(markup, facts);
        }
        levy(markup, facts);
    }
    markup.raw("</p>\n");
    unknown(markup, facts);
    if facts.has_refused() {
        markup.say(
            "<p class=\"warning\">Part of the input could not be assessed: see the path over the years.</p>\n",
            "<p class=\"warning\">Een deel van de invoer was niet te beoordelen: zie het verloop over de jaren.</p>\n",
            &[],
        );
    }
    figures(markup, facts);
    if facts.outcome.quota().is_some() {
        markup.raw("<figure>\n");
        chart::bars(markup, facts.outcome);
        markup.say(
            "<figcaption>By paid hours. Jobs are rounded down to a tenth, each by itself: they need not add up.</figcaption>\n</figure>\n",
            "<figcaption>Naar verloonde uren. Banen zijn naar beneden afgerond op een tiende, elk op zich: ze hoeven niet op te tellen.</figcaption>\n</figure>\n",
            &[],
        );
    }
    markup.raw("</section>\n");
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
    let (required, tekort_shown) = (facts.shown(required), facts.number(tekort));
    if tekort > Jobs::ZERO {
        markup.say(
            "In {} this employer is <strong>{} jobs short</strong> of the {} that the quota asks. ",
            "In {} komt deze werkgever <strong>{} banen tekort</strong> op de {} die het quotum vraagt. ",
            &[&year, &tekort_shown, &required],
        );
    } else if short > ExactHours::ZERO {
        markup.say(
            "In {} this employer is less than a tenth of a job short of the {} that the quota asks, which <strong>counts as met</strong>. ",
            "In {} komt deze werkgever minder dan een tiende van een baan tekort op de {} die het quotum vraagt, en dat <strong>telt als gehaald</strong>. ",
            &[&year, &required],
        );
    } else {
        markup.say(
            "In {} this employer <strong>meets the quota</strong> of {}, with {} to spare. ",
            "In {} <strong>haalt deze werkgever het quotum</strong> van {}, met {} over. ",
            &[&year, &required, &facts.shown(surplus)],
        );
    }
}

/// The quotumheffing, and what becomes of it.
fn levy(markup: &mut Markup, facts: &Facts<'_>) {
    let outcome = facts.outcome;
    let computed = quotumheffing(outcome);
    if computed == Some(Euro::ZERO) {
        return markup.say("The quotumheffing is nil.", "De quotumheffing is nihil.", &[]);
    }
    let text = first_upper(&outcome.payable().text(facts.language).to_string());
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

/// What is left out for lack of a fact, and which days no hours cover.
fn unknown(markup: &mut Markup, facts: &Facts<'_>) {
    let outcome = facts.outcome;
    for fact in outcome.unknown() {
        let text = first_upper(&fact.text(facts.language).to_string());
        markup.add("<p class=\"warning\">{}.</p>\n", &[&text]);
    }
    let Some(coverage) = outcome.coverage() else { return };
    if ![coverage.complete, coverage.previous_year_complete].contains(&Some(false)) {
        return;
    }
    let [year, before] = [coverage.complete, coverage.previous_year_complete];
    let (english, dutch) = match (year == Some(false), before == Some(false)) {
        (true, true) => ("this year and the year before", "dit jaar en van het jaar ervoor"),
        (true, false) => ("this year", "dit jaar"),
        _ => ("the year before", "het jaar ervoor"),
    };
    markup.say(
        "<p class=\"warning\">Days of {} are missing: what is said here rests on the hours that are known.",
        "<p class=\"warning\">Van {} ontbreken dagen: wat hier staat, berust op de uren die bekend zijn.",
        &[&markup.either(english, dutch)],
    );
    if let Some(day) = coverage.hours_until {
        markup.say(
            " The hours of the year are known until {}.",
            " De uren van het jaar zijn bekend tot en met {}.",
            &[&facts.shown(day)],
        );
    }
    if !coverage.missing.is_empty() {
        markup.say(" Days without hours:", " Dagen zonder uren:", &[]);
    }
    markup.raw("</p>\n");
    if coverage.missing.is_empty() {
        return;
    }
    markup.raw("<ul>\n");
    for run in &coverage.missing {
        let (from, until) = (facts.shown(run.from), facts.shown(run.until));
        let of = run.administration.as_deref().unwrap_or_default();
        markup.say("<li>{} {} to {}</li>\n", "<li>{} {} t/m {}</li>\n", &[&of, &from, &until]);
    }
    markup.raw("</ul>\n");
}

/// A text with its first letter in upper case, to begin a sentence with.
fn first_upper(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}

/// No quotumheffing, and what the quota would ask all the same.
fn exempt(markup: &mut Markup, facts: &Facts<'_>) {
    let outcome = facts.outcome;
    let why = Quantity::from(outcome.liability()).localized(facts.language);
    markup.say(
        "In {} this employer <strong>owes no quotumheffing</strong> ({}; Wfsv 34 lid 4). ",
        "In {} is deze werkgever <strong>geen quotumheffing verschuldigd</strong> ({}; Wfsv 34 lid 4). ",
        &[&outcome.year(), &why],
    );
    let Some(quota) = outcome.quota() else { return };
    let (tekort, required) = (quota.quotumtekort(), facts.shown(quota.required_jobs()));
    if tekort > Jobs::ZERO {
        markup.say(
            "Measured against the quota of {} it would be {} short.",
            "Bij het quotum van {} zou het tekort {} zijn.",
            &[&required, &facts.shown(tekort)],
        );
    } else if quota.hours_short() > ExactHours::ZERO {
        markup.say(
            "Measured against the quota of {} it would be less than a tenth of a job short, which counts as met.",
            "Bij het quotum van {} zou het tekort minder dan een tiende van een baan zijn, en dat telt als gehaald.",
            &[&required],
        );
    } else {
        markup.say(
            "It has the {} that the quota would ask.",
            "Die heeft de {} die het quotum zou vragen.",
            &[&required],
        );
    }
}

/// Bonus less inclusiviteitsheffing.
fn net(markup: &mut Markup, facts: &Facts<'_>) {
    let outcome = facts.outcome;
    if outcome.liability() == Liability::NotYetActive {
        return markup.say(
            "The quota scheme of the Wet banenafspraak is not yet active in this year: there is <strong>nothing to pay</strong> and no bonus (Wet banenafspraak 6 lid 1).",
            "De quotumregeling van de Wet banenafspraak is in dit jaar nog niet actief: er is <strong>niets te betalen</strong> en er is geen bonus (Wet banenafspraak 6 lid 1).",
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
            "Under the Wet banenafspraak it owes no inclusiviteitsheffing ({}) and <strong>receives {}</strong> of bonus.",
            "Onder de Wet banenafspraak is de werkgever geen inclusiviteitsheffing verschuldigd ({}) en <strong>ontvangt die {}</strong> aan bonus.",
            &[&why, &amount],
        );
    }
    let (english, dutch) = if net < SignedEuro::ZERO {
        (
            "Under the Wet banenafspraak it owes {} of inclusiviteitsheffing and earns {} of bonus: on balance <strong>it pays {}</strong>.",
            "Onder de Wet banenafspraak is de werkgever {} inclusiviteitsheffing verschuldigd en krijgt die {} bonus: per saldo <strong>betaalt de werkgever {}</strong>.",
        )
    } else {
        (
            "Under the Wet banenafspraak it owes {} of inclusiviteitsheffing and earns {} of bonus: on balance <strong>it receives {}</strong>.",
            "Onder de Wet banenafspraak is de werkgever {} inclusiviteitsheffing verschuldigd en krijgt die {} bonus: per saldo <strong>ontvangt de werkgever {}</strong>.",
        )
    };
    markup.say(english, dutch, &[&heffing, &bonus, &amount]);
}

/// The four figures.
fn figures(markup: &mut Markup, facts: &Facts<'_>) {
    let outcome = facts.outcome;
    markup.raw("<dl class=\"figures\">\n");
    let quota = outcome.quota();
    let of_hours = markup.either("of paid hours", "van de verloonde uren");
    let percentage =
        quota.map(|quota| format!("{} {of_hours}", facts.number(quota.quotumpercentage())));
    let names = [
        markup.either("Required jobs", "Vereiste banen"),
        markup.either("Realised jobs", "Gerealiseerde banen"),
    ];
    let required = facts.number_or_dash(quota.map(Quota::required_jobs));
    figure(markup, "required", names[0], &required, &percentage.unwrap_or_default());
    let realised = facts.number(outcome.realised_jobs());
    let hours = facts.shown(outcome.realised_hours());
    figure(markup, "realised", names[1], &realised, &hours);
    let tekort = facts.number_or_dash(quota.map(Quota::quotumtekort));
    let above = quota.map(Quota::surplus_jobs).filter(|surplus| *surplus > Jobs::ZERO);
    let note = match above {
        Some(surplus) => format!(
            "{} {}",
            facts.number(surplus),
            markup.either("above the quota", "boven het quotum")
        ),
        None => markup.either("shortfall in jobs", "in banen").to_owned(),
    };
    figure(markup, "quotumtekort", "Quotumtekort", &tekort, &note);
    let status = status(markup, facts);
    match outcome.levy() {
        Levy::WetBanenafspraak { inclusiviteitsheffing, bonus, net, .. } => {
            let (bonus, heffing) = (facts.shown(bonus), facts.shown(inclusiviteitsheffing));
            let parts = format!("bonus {bonus}; heffing {heffing}; {status}");
            let name = markup.either("Net (bonus less heffing)", "Saldo (bonus min heffing)");
            figure(markup, "net", name, &facts.shown(net), &parts);
        }
        Levy::Quotumheffing { quotumheffing, .. } => {
            let levy = quotumheffing.map_or_else(|| "–".to_owned(), |levy| facts.shown(levy));
            figure(markup, "levy", "Quotumheffing", &levy, &status);
        }
    }
    markup.raw("</dl>\n");
}

fn figure(markup: &mut Markup, id: &str, name: &str, value: &str, note: &str) {
    // A great amount breaks after its unit, not in its digits.
    let value = value.replace('\u{a0}', " ");
    markup.add(
        "<div><dt>{}</dt><dd class=\"value\" id=\"{}\">{}</dd><dd class=\"note\">{}</dd></div>\n",
        &[&name, &id, &value, &note],
    );
}

/// What becomes of the levy, in a few words.
fn status(markup: &Markup, facts: &Facts<'_>) -> String {
    let payable = facts.outcome.payable();
    match (payable, payable.reason(facts.language)) {
        (Payable::ComputedOnly { .. }, Some(reason)) => {
            format!("{reason}: {}", markup.either("nothing to pay", "niets te betalen"))
        }
        (Payable::NotOwed(Liability::NotYetActive), Some(reason)) => reason.to_string(),
        (_, Some(_)) => markup.either("exempt", "vrijgesteld").to_owned(),
        (_, None) => markup.either("due", "verschuldigd").to_owned(),
    }
}
