//! What it rests on: dates, every step, figures with their sources, assumptions.

use super::facts::{Facts, sector};
use super::markup::Markup;
use super::table::{stack, table_end};
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
    steps(markup, facts, explanation.steps());
    figures(markup, facts);
    assumptions(markup, facts);
}

fn calendar(markup: &mut Markup, facts: &Facts<'_>, dates: &[&Step]) {
    markup.say(
        "<section>\n<h2>Calendar</h2>\n<p>As the law sets them for a quotumheffing that is executed.</p>\n",
        "<section>\n<h2>Kalender</h2>\n<p>Zoals de wet ze stelt voor een quotumheffing die wordt uitgevoerd.</p>\n",
        &[],
    );
    let caption = markup.either("Dates of the decision", "Data van de beschikking");
    let columns = [("What", "Wat"), ("Date", "Datum"), ("Article", "Artikel")];
    stack(
        markup,
        "whole",
        caption,
        &columns.map(|(english, dutch)| (markup.either(english, dutch), false)),
    );
    for step in dates {
        markup.add(
            "<tr><th scope=\"row\">{}</th><td class=\"date\">{}</td><td>{}</td></tr>\n",
            &[
                &step.label(facts.language),
                &step.value_text(facts.language),
                &step.source(facts.language),
            ],
        );
    }
    table_end(markup);
    markup.raw("</section>\n");
}

/// Every step; on a phone one below the other.
fn steps(markup: &mut Markup, facts: &Facts<'_>, steps: &[Step]) {
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
    let columns = columns.map(|(english, dutch)| {
        (markup.either(english, dutch), matches!(english, "No." | "Value"))
    });
    stack(markup, "steps", caption, &columns);
    for (number, step) in (1_u32..).zip(steps) {
        markup.add(
            "<tr><td class=\"n\">{}</td><th scope=\"row\">{}</th><td class=\"formula\">{}",
            &[&number, &step.label(language), &step.formula(language)],
        );
        if let Some(rounding) = step.rounding_text(language) {
            markup.add(", {}", &[&rounding]);
        }
        markup.add(
            "</td><td class=\"n\">{}</td><td class=\"article\">{}</td></tr>\n",
            &[&step.value_text(language), &step.source(language)],
        );
    }
    table_end(markup);
    markup.raw("</section>\n");
}

fn figures(markup: &mut Markup, facts: &Facts<'_>) {
    let receipt = facts.outcome.receipt();
    markup.say(
        "<section>\n<h2>Figures and version</h2>\n",
        "<section>\n<h2>Cijfers en versie</h2>\n",
        &[],
    );
    let caption = markup
        .either("The figures that this report rests on", "De cijfers waarop dit rapport steunt");
    let columns = [
        ("Figure", "Cijfer"),
        ("Holds for", "Geldt voor"),
        ("Value", "Waarde"),
        ("Source", "Bron"),
    ];
    let columns =
        columns.map(|(english, dutch)| (markup.either(english, dutch), english == "Value"));
    stack(markup, "whole", caption, &columns);
    for figure in receipt.figures() {
        row(markup, facts, figure);
    }
    // Where people are shown, so is their LKV.
    if facts.people_for_the_gap().is_some() {
        let (year, sector) = (facts.outcome.year(), facts.outcome.sector());
        for name in [FigureName::LkvPerHour, FigureName::LkvMaximum] {
            if let Ok(figure) = facts.figures.figure(name, year, sector) {
                row(markup, facts, &figure);
            }
        }
    }
    table_end(markup);
    markup.add("<p>banenafspraak {}, ", &[&receipt.crate_version()]);
    markup.say(
        "fingerprint of all figures <code>sha256:{}</code></p>\n</section>\n",
        "vingerafdruk van alle cijfers <code>sha256:{}</code></p>\n</section>\n",
        &[&receipt.figures_fingerprint()],
    );
}

fn row(markup: &mut Markup, facts: &Facts<'_>, figure: &Figure) {
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
        other => format!("{} ({})", figure.source(), other.word()),
    };
    markup.add(
        "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}</td><td>{}</td></tr>\n",
        &[&name, &holds_for, &facts.shown(figure.value()), &source],
    );
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
            "Kleine werkgever: gemiddelde lonen, ten hoogste",
        ),
        FigureName::LkvPerHour => markup.either("LKV per paid hour", "LKV per verloond uur"),
        FigureName::LkvMaximum => markup.either("LKV, most in a year", "LKV, ten hoogste per jaar"),
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
            "<li>Who comes is paid {} hours in every week until the end of the year, weeks counted by their days; wages are not counted.</li>\n",
            "<li>Wie erbij komt, krijgt tot het eind van het jaar elke week {} uur betaald, weken geteld naar hun dagen; loon is niet meegerekend.</li>\n",
            &[&people.week_text(facts.language)],
        );
    }
    markup.say(
        "<li>Next year has the same hours as this one; a percentage called assumed is an assumption.</li>\n<li>Jobs shown are rounded down like the quotumtekort, a choice of this library. This report is no decision of an authority.</li>\n</ul>\n</section>\n",
        "<li>Volgend jaar heeft dezelfde uren als dit jaar; een percentage dat aangenomen heet, is een aanname.</li>\n<li>Getoonde banen zijn naar beneden afgerond zoals het quotumtekort, een keuze van deze bibliotheek. Dit rapport is geen besluit van een bestuursorgaan.</li>\n</ul>\n</section>\n",
        &[],
    );
}
