//! What it rests on: dates, every step, figures with their sources, assumptions.

use super::facts::{Facts, sector};
use super::markup::Markup;
use super::steps;
use super::table::{Kind, Table};
use crate::assessment::Quota;
use crate::explanation::Step;
use crate::parameters::{Figure, FigureName, Provenance};
use crate::unit::Quantity;

pub(super) fn section(markup: &mut Markup, facts: &Facts<'_>) {
    let explanation = facts.outcome.explanation();
    let is_date = |step: &&Step| matches!(step.value(), Quantity::Date(_));
    let dates: Vec<&Step> = explanation.steps().iter().filter(is_date).collect();
    if !dates.is_empty() {
        calendar(markup, facts, &dates);
    }
    steps::section(markup, facts, explanation.steps());
    figures(markup, facts);
    assumptions(markup, facts);
}

fn calendar(markup: &mut Markup, facts: &Facts<'_>, dates: &[&Step]) {
    markup.say(
        "<section class=\"whole\">\n<h2>Calendar</h2>\n<p>Dates in the law if the levy is executed.</p>\n",
        "<section class=\"whole\">\n<h2>Kalender</h2>\n<p>Wettelijke termijnen als de heffing wordt uitgevoerd.</p>\n",
        &[],
    );
    let columns = [
        (markup.either("What", "Wat"), Kind::Text),
        (markup.either("Date", "Datum"), Kind::Day),
        (markup.either("Article", "Artikel"), Kind::Text),
    ];
    let table = Table::begin(markup, markup.either("Dates", "Termijnen"), &columns);
    for step in dates {
        let (value, source) = (step.value_text(facts.language), step.source(facts.language));
        table.row(markup, &step.label(facts.language), &[value.to_string(), source.to_string()]);
    }
    table.end(markup);
    markup.raw("</section>\n");
}

fn figures(markup: &mut Markup, facts: &Facts<'_>) {
    let receipt = facts.outcome.receipt();
    markup.say(
        "<section class=\"whole\">\n<h2>Figures and version</h2>\n",
        "<section class=\"whole\">\n<h2>Cijfers en versie</h2>\n",
        &[],
    );
    let columns = [
        (markup.either("Figure", "Cijfer"), Kind::Text),
        (markup.either("Holds for", "Geldt voor"), Kind::Text),
        (markup.either("Value", "Waarde"), Kind::Number),
        (markup.either("Source", "Bron"), Kind::Text),
    ];
    let caption = markup
        .either("Figures that this report is based on", "Cijfers waarop dit rapport is gebaseerd");
    let table = Table::begin(markup, caption, &columns);
    for figure in receipt.figures() {
        row(markup, facts, &table, figure);
    }
    // Where people are shown, so is their LKV.
    if facts.people_for_the_gap().is_some() {
        let (year, sector) = (facts.outcome.year(), facts.outcome.sector());
        for name in [FigureName::LkvPerHour, FigureName::LkvMaximum] {
            if let Ok(figure) = facts.figures.figure(name, year, sector) {
                row(markup, facts, &table, &figure);
            }
        }
    }
    table.end(markup);
    version(markup, facts);
    markup.raw("</section>\n");
}

/// The version of the library, and of the figures.
pub(super) fn version(markup: &mut Markup, facts: &Facts<'_>) {
    let receipt = facts.outcome.receipt();
    markup.say(
        "<p>banenafspraak {}, fingerprint of all figures <code>sha256:{}</code></p>\n",
        "<p>banenafspraak {}, vingerafdruk van alle cijfers <code>sha256:{}</code></p>\n",
        &[&receipt.crate_version(), &receipt.figures_fingerprint()],
    );
}

fn row(markup: &mut Markup, facts: &Facts<'_>, table: &Table<'_>, figure: &Figure) {
    let name = name(markup, figure.name());
    let first = figure.first_year();
    let years = match figure.last_year() {
        Some(last) if last == first => first.to_string(),
        Some(last) => format!("{first}–{last}"),
        None => format!("{} {first}", markup.either("from", "vanaf")),
    };
    let holds_for = match figure.sector() {
        Some(of) => format!("{years}, {}", sector(markup, of)),
        None => years,
    };
    let source = match figure.provenance() {
        Provenance::Published => figure.source().to_string(),
        other => {
            let word = Quantity::from(other).localized(facts.language);
            format!("{} ({word})", figure.source())
        }
    };
    table.row(markup, &name, &[holds_for, facts.shown(figure.value()), source]);
}

fn name(markup: &Markup, name: FigureName) -> &'static str {
    match name {
        FigureName::Quotumpercentage => "Quotumpercentage",
        FigureName::HoursPerJob => markup.either("Hours of a job", "Uren van een baan"),
        FigureName::AverageHours => {
            markup.either("Average hours of a worker", "Gemiddelde uren van een werknemer")
        }
        FigureName::ThresholdWorkers => {
            markup.either("Threshold in workers", "Drempel in werknemers")
        }
        FigureName::LevyPerJob => markup.either("Quotumheffing per job", "Quotumheffing per baan"),
        FigureName::SmallEmployerWages => markup.either(
            "Small employer: average wages, at most",
            "Kleine werkgever: maximaal aantal gemiddelde lonen",
        ),
        FigureName::LkvPerHour => markup.either("LKV per paid hour", "LKV per verloond uur"),
        FigureName::LkvMaximum => markup.either("LKV, at most in a year", "LKV, maximaal per jaar"),
        other => other.word(),
    }
}

fn assumptions(markup: &mut Markup, facts: &Facts<'_>) {
    markup.say(
        "<section class=\"whole\">\n<h2>What is given or assumed</h2>\n<ul>\n<li>All hours are as the employer gave them; nothing was checked with UWV or Belastingdienst.</li>\n",
        "<section class=\"whole\">\n<h2>Wat is opgegeven of aangenomen</h2>\n<ul>\n<li>Alle uren zijn zoals de werkgever ze heeft opgegeven; er is niets nagegaan bij UWV of Belastingdienst.</li>\n",
        &[],
    );
    if facts.outcome.quota().map(Quota::quotumpercentage_source) == Some(Provenance::Given) {
        markup.say(
            "<li>The quotumpercentage was given with the employer: it is not the published one.</li>\n",
            "<li>Het quotumpercentage is opgegeven bij de werkgever: het is niet het gepubliceerde.</li>\n",
            &[],
        );
    }
    if facts.under_scheme() {
        markup.say(
            "<li>The year of activation, the surcharge percentage and the bonus of the Wet banenafspraak were given: they are assumptions until they are published.</li>\n",
            "<li>Het jaar van activering, het opslagpercentage en de bonus van de Wet banenafspraak zijn opgegeven: het zijn aannames tot ze zijn gepubliceerd.</li>\n",
            &[],
        );
    }
    if let Some(people) = facts.people_for_the_gap() {
        markup.say(
            "<li>New people are paid {} hours in every week until the end of the year, weeks counted by their days; wages are not counted.</li>\n",
            "<li>Nieuwe mensen krijgen tot het eind van het jaar elke week {} uur betaald, weken geteld naar hun dagen; loon is niet meegerekend.</li>\n",
            &[&people.week_text(facts.language)],
        );
    }
    markup.say(
        "<li>Next year has the same hours as this one; a percentage called assumed is an assumption.</li>\n<li>Jobs shown are rounded down like the quotumtekort, a choice of this library. This report is no decision of an authority.</li>\n</ul>\n</section>\n",
        "<li>Volgend jaar heeft dezelfde uren als dit jaar; een percentage dat aangenomen heet, is een aanname.</li>\n<li>Getoonde banen zijn naar beneden afgerond zoals het quotumtekort, een keuze van deze bibliotheek. Dit rapport is geen besluit van een bestuursorgaan.</li>\n</ul>\n</section>\n",
        &[],
    );
}
