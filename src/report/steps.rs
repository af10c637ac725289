//! Every step of the explanation.

use super::facts::Facts;
use super::formulas;
use super::markup::Markup;
use crate::explanation::Step;

/// Every step; on a phone one below the other.
pub(super) fn section(markup: &mut Markup, facts: &Facts<'_>, steps: &[Step]) {
    let language = facts.language;
    markup.say("<section>\n<h2>The explanation</h2>\n", "<section>\n<h2>De uitleg</h2>\n", &[]);
    let caption = markup.either(
        "Every step with its formula, value and article",
        "Elke stap met formule, waarde en artikel",
    );
    let columns = [
        ("No.", "Nr."),
        ("Step", "Stap"),
        ("Formula", "Formule"),
        ("Value", "Waarde"),
        ("Article", "Artikel"),
    ];
    markup.add(
        "<table class=\"steps\">\n<caption><span>{}</span></caption>\n<thead>\n<tr>",
        &[&caption],
    );
    for (english, dutch) in columns {
        let class = if matches!(english, "No." | "Value") { "n" } else { "" };
        markup.add(
            "<th scope=\"col\" class=\"{}\">{}</th>",
            &[&class, &markup.either(english, dutch)],
        );
    }
    markup.raw("</tr>\n</thead>\n<tbody>\n");
    for (number, step) in (1_u32..).zip(steps) {
        markup.add(
            "<tr><td class=\"n\">{}</td><th scope=\"row\">{}</th><td class=\"formula\">",
            &[&number, &step.label(language)],
        );
        if let Some(words) = formulas::words(step, facts.outcome.regime()) {
            markup.add("<span class=\"words\">{}</span> ", &[&words.localized(language)]);
        }
        let (formula, value) = (step.formula(language).to_string(), facts.shown(step.value()));
        match step.rounding_text(language) {
            Some(rounding) => markup.add("{}, {}", &[&formula, &rounding]),
            // Not twice: the formula of a status is the status.
            None if formula == value => {}
            None => markup.add("{}", &[&formula]),
        }
        markup.add(
            "</td><td class=\"n\">{}</td><td class=\"article\">{}</td></tr>\n",
            &[&value, &step.source(language)],
        );
    }
    markup.raw("</tbody>\n</table>\n</section>\n");
}
