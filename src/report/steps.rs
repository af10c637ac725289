//! Every step of the explanation.

use super::facts::Facts;
use super::formulas;
use super::markup::Markup;
use crate::explanation::Step;
use crate::explanation::steps::{BONUS, WORKER_BONUS};

/// The most workers whose bonus is a step of its own; the others are computed in the same way.
const MOST_WORKERS: usize = 5;

/// Every step; on a phone one below the other.
pub(super) fn section(markup: &mut Markup, facts: &Facts<'_>, steps: &[Step]) {
    markup.say("<section>\n<h2>The explanation</h2>\n", "<section>\n<h2>De uitleg</h2>\n", &[]);
    head(markup);
    let of_workers = steps.iter().filter(|step| step.is(WORKER_BONUS)).count();
    // One alone is not left out.
    let left_out = Some(of_workers.saturating_sub(MOST_WORKERS)).filter(|more| *more > 1);
    let mut worker = 0_usize;
    for (number, step) in (1_u32..).zip(steps) {
        if step.is(WORKER_BONUS) {
            worker = worker.saturating_add(1);
            if left_out.is_some() && worker > MOST_WORKERS {
                continue;
            }
        }
        let left_out = left_out.filter(|_| step.is(BONUS));
        if let Some(more) = left_out {
            markup.say(
                "<tr><td></td><td colspan=\"4\" class=\"gap\">and {} more workers in the same way</td></tr>\n",
                "<tr><td></td><td colspan=\"4\" class=\"gap\">en nog {} werknemers op dezelfde manier</td></tr>\n",
                &[&more],
            );
        }
        begin(markup, facts, number, step);
        if left_out.is_some() {
            markup.say("all workers together", "alle werknemers samen", &[]);
        } else {
            formula(markup, facts, step);
        }
        markup.add(
            "</td><td class=\"n\">{}</td><td class=\"article\">{}</td></tr>\n",
            &[&facts.shown(step.value()), &step.source(facts.language)],
        );
    }
    markup.raw("</tbody>\n</table>\n</section>\n");
}

fn head(markup: &mut Markup) {
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
        let name = markup.either(english, dutch);
        markup.add("<th scope=\"col\" class=\"{}\">{}</th>", &[&class, &name]);
    }
    markup.raw("</tr>\n</thead>\n<tbody>\n");
}

/// A row up to its formula.
fn begin(markup: &mut Markup, facts: &Facts<'_>, number: u32, step: &Step) {
    markup.add(
        "<tr><td class=\"n\">{}</td><th scope=\"row\">{}</th><td class=\"formula\">",
        &[&number, &step.label(facts.language)],
    );
}

/// The formula: in words, with its numbers, and how it is rounded.
fn formula(markup: &mut Markup, facts: &Facts<'_>, step: &Step) {
    let language = facts.language;
    if let Some(words) = formulas::words(step, facts.outcome.regime()) {
        markup.add("<span class=\"words\">{}</span> ", &[&words.localized(language)]);
    }
    let numbers = step.formula(language).to_string();
    match step.rounding_text(language) {
        Some(rounding) => markup.add("{}, {}", &[&numbers, &rounding]),
        // Not twice: the formula of a status is the status.
        None if numbers == step.value_text(language).to_string() => {}
        None => markup.add("{}", &[&numbers]),
    }
}
