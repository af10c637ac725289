//! The report of an exempt employer: half a page with the outcome, and what decides.

use super::basis;
use super::facts::Facts;
use super::markup::Markup;
use super::path;
use super::sentence;
use super::table::{Kind, Table};
use super::warnings::warnings;
use crate::explanation::{Step, steps};
use crate::unit::{ExactHours, Jobs, Quantity};

pub(super) fn section(markup: &mut Markup, facts: &Facts<'_>) {
    markup.say(
        "<section>\n<h2>The outcome</h2>\n<p class=\"outcome\" id=\"outcome\">",
        "<section>\n<h2>De uitkomst</h2>\n<p class=\"outcome\" id=\"outcome\">",
        &[],
    );
    if facts.under_scheme() {
        sentence::of_scheme(markup, facts);
    } else {
        of_quotumheffing(markup, facts);
    }
    markup.raw("</p>\n");
    warnings(markup, facts);
    deciding(markup, facts);
    if facts.years.len() > 1 {
        path::rows(markup, facts);
    }
    path::unread(markup, facts);
    markup.say(
        "<p>All hours are as the employer gave them. This report is no decision of an authority.</p>\n",
        "<p>Alle uren zijn zoals de werkgever ze heeft opgegeven. Dit rapport is geen besluit van een bestuursorgaan.</p>\n",
        &[],
    );
    basis::version(markup, facts);
    markup.raw("</section>\n");
}

/// No quotumheffing, and what the quota would ask all the same.
fn of_quotumheffing(markup: &mut Markup, facts: &Facts<'_>) {
    let outcome = facts.outcome;
    let why = Quantity::from(outcome.liability()).localized(facts.language);
    markup.say(
        "In {} this employer <strong>owes no quotumheffing</strong> ({}; Wfsv 34 lid 4). As long as it is exempt, it has to do nothing for the quota. ",
        "In {} is deze werkgever <strong>geen quotumheffing verschuldigd</strong> ({}; Wfsv 34 lid 4). Zolang hij is vrijgesteld, hoeft er voor het quotum niets te gebeuren. ",
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
            "Bij het quotum van {} zou het tekort minder dan een tiende van een baan zijn; dat telt als gehaald.",
            &[&required],
        );
    } else {
        markup.say(
            "It has the {} that the quota would ask.",
            "Hij heeft de {} die het quotum zou vragen.",
            &[&required],
        );
    }
}

/// The steps that decide, with their articles.
fn deciding(markup: &mut Markup, facts: &Facts<'_>) {
    let language = facts.language;
    let decides: &[steps::Row] = if facts.under_scheme() {
        &[steps::FIRST_DUE_YEAR, steps::SMALL_EMPLOYER_LIMIT, steps::LIABILITY, steps::BONUS]
    } else {
        &[steps::BASE_PREVIOUS_YEAR, steps::BASE, steps::THRESHOLD, steps::LIABILITY]
    };
    let columns = [
        (markup.either("Step", "Stap"), Kind::Text),
        (markup.either("Value", "Waarde"), Kind::Text),
        (markup.either("Article", "Artikel"), Kind::Text),
    ];
    let table = Table::begin(markup, markup.either("What decides", "Wat beslist"), &columns);
    let explanation = facts.outcome.explanation();
    let is_deciding = |step: &&Step| decides.iter().any(|row| step.is(*row));
    for step in explanation.steps().iter().filter(is_deciding) {
        let (value, source) = (step.value_text(language), step.source(language));
        table.row(markup, &step.label(language), &[value.to_string(), source.to_string()]);
    }
    table.end(markup);
}
