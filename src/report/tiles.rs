//! The figures that matter, the most important first: what is to be paid and the gap in jobs.

use super::facts::{Facts, quotumheffing};
use super::markup::Markup;
use crate::assessment::{Levy, Quota};
use crate::unit::{Euro, ExactHours, Jobs};

pub(super) fn tiles(markup: &mut Markup, facts: &Facts<'_>) {
    markup.raw("<dl class=\"figures\">\n");
    payable(markup, facts);
    gap(markup, facts);
    let quota = facts.outcome.quota();
    let required = facts.number_or_dash(quota.map(Quota::required_jobs));
    let of_hours = markup.either("of paid hours", "van de verloonde uren");
    let percentage =
        quota.map(|quota| format!("{} {of_hours}", facts.number(quota.quotumpercentage())));
    tile(
        markup,
        "required",
        markup.either("Required jobs", "Vereiste banen"),
        &required,
        &percentage.unwrap_or_default(),
    );
    let hours = facts.shown(facts.outcome.realised_hours());
    tile(
        markup,
        "realised",
        markup.either("Realised jobs", "Gerealiseerde banen"),
        &facts.number(facts.outcome.realised_jobs()),
        &hours,
    );
    markup.raw("</dl>\n");
}

fn tile(markup: &mut Markup, id: &'static str, name: &str, value: &str, note: &str) {
    begin(markup, id, name, value);
    markup.add("{}</dd></div>\n", &[&note]);
}

/// A tile up to its note.
fn begin(markup: &mut Markup, id: &'static str, name: &str, value: &str) {
    // A great amount breaks after its unit, not in its digits.
    let value = value.replace('\u{a0}', " ");
    markup.add(
        "<div><dt>{}</dt><dd class=\"value\" id=\"{}\">{}</dd><dd class=\"note\">",
        &[&name, &id, &value],
    );
}

/// What is to be paid. A quotumheffing that is computed and never collected is in its note.
fn payable(markup: &mut Markup, facts: &Facts<'_>) {
    let payable = facts.outcome.payable();
    let amount = facts.shown(payable.amount());
    let why = match payable.reason(facts.language) {
        Some(reason) => reason.to_string(),
        None => "inclusiviteitsheffing".to_owned(),
    };
    begin(markup, "payable", markup.either("To pay", "Te betalen"), &amount);
    match facts.outcome.levy() {
        Levy::WetBanenafspraak { bonus, net, .. } => {
            markup.add("{}</dd></div>\n", &[&why]);
            let name = markup.either("Net (bonus less heffing)", "Saldo (bonus min heffing)");
            let bonus = format!("bonus {}", facts.shown(bonus));
            tile(markup, "net", name, &facts.shown(net), &bonus);
        }
        Levy::Quotumheffing { .. } => {
            let computed = quotumheffing(facts.outcome);
            match computed {
                Some(levy) if levy > Euro::ZERO => {
                    markup.say(
                        "computed <span id=\"levy\">{}</span>, {}",
                        "berekend <span id=\"levy\">{}</span>, {}",
                        &[&facts.shown(levy), &why],
                    );
                }
                Some(_) => markup.say("quota met", "quotum gehaald", &[]),
                None => markup.say(
                    "quotumheffing not known, {}",
                    "quotumheffing niet bekend, {}",
                    &[&why],
                ),
            }
            markup.raw("</dd></div>\n");
        }
    }
}

fn gap(markup: &mut Markup, facts: &Facts<'_>) {
    let quota = facts.outcome.quota();
    let tekort = facts.number_or_dash(quota.map(Quota::quotumtekort));
    let note = match quota {
        Some(quota) if quota.surplus_jobs() > Jobs::ZERO => format!(
            "{} {}",
            facts.number(quota.surplus_jobs()),
            markup.either("above the quota", "boven het quotum")
        ),
        Some(quota) if quota.quotumtekort() > Jobs::ZERO => {
            markup.either("jobs short", "banen tekort").to_owned()
        }
        Some(quota) if quota.hours_short() > ExactHours::ZERO => markup
            .either("less than a tenth of a job", "minder dan een tiende van een baan")
            .to_owned(),
        Some(_) => markup.either("quota met", "quotum gehaald").to_owned(),
        None => markup.either("no quotumpercentage", "geen quotumpercentage").to_owned(),
    };
    tile(markup, "quotumtekort", "Quotumtekort", &tekort, &note);
}
