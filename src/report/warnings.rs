//! What is not known: facts that are missing, days without hours, and input that was refused.

use super::facts::{Facts, first_upper};
use super::markup::Markup;

pub(super) fn warnings(markup: &mut Markup, facts: &Facts<'_>) {
    unknown(markup, facts);
    if facts.has_refused() {
        markup.say(
            "<p class=\"warning\">Part of the input could not be assessed: see the path over the years.</p>\n",
            "<p class=\"warning\">Een deel van de invoer was niet te beoordelen: zie het verloop over de jaren.</p>\n",
            &[],
        );
    }
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
        "<p class=\"warning\">Days of {} are missing: this report is based on the hours that are known.",
        "<p class=\"warning\">Van {} ontbreken dagen: dit rapport is gebaseerd op de uren die bekend zijn.",
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
        let of = run.administration.as_deref().map(|number| format!("{number}: "));
        let of = of.unwrap_or_default();
        markup.say("<li>{}{} to {}</li>\n", "<li>{}{} t/m {}</li>\n", &[&of, &from, &until]);
    }
    markup.raw("</ul>\n");
}
