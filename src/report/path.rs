//! The path over the years.

use super::chart::{self, ColumnChart};
use super::facts::{Facts, net, quotumheffing};
use super::markup::Markup;
use super::table::{cells_of, table, table_end};
use crate::assessment::{Assessment, Quota};
use crate::language::Language;
use crate::law::Regime;
use crate::unit::Year;

pub(super) fn section(markup: &mut Markup, facts: &Facts<'_>) {
    markup.say(
        "<section>\n<h2>The path over the years</h2>\n",
        "<section>\n<h2>Het verloop over de jaren</h2>\n",
        &[],
    );
    let years = &facts.years;
    if years.len() > 1 {
        markup.raw("<figure>\n");
        // Up to the last year that is known of, assessed or not.
        let last = years.keys().next_back().copied().unwrap_or(facts.outcome.year());
        chart(facts, last).write(markup);
        chart::legend(markup);
        markup.raw("</figure>\n");
    } else {
        markup.say(
            "<p>One year was given, so there is no path yet.</p>\n",
            "<p>Er is één jaar opgegeven; er is dus nog geen verloop.</p>\n",
            &[],
        );
    }
    rows(markup, facts);
    if !facts.unread.is_empty() {
        markup.say(
            "<p class=\"warning\">Could not be assessed, of an unknown year:</p>\n<ul>\n",
            "<p class=\"warning\">Niet te beoordelen, jaar onbekend (meldingen in het Engels):</p>\n<ul>\n",
            &[],
        );
        for refused in &facts.unread {
            markup.add("<li>{}</li>\n", &[refused]);
        }
        markup.raw("</ul>\n");
    }
    markup.raw("</section>\n");
}

/// A column for each year from the first to the last, also where a year is missing.
fn chart(facts: &Facts<'_>, last: Year) -> ColumnChart {
    let first = facts.years.keys().next().map_or(last, |first| *first);
    let title = match facts.language {
        Language::Nl => format!("Vereiste en gerealiseerde banen, {first} tot en met {last}"),
        Language::En => format!("Required and realised jobs, {first} to {last}"),
    };
    let unit = facts.language.pick("jobs", "banen");
    let mut chart = ColumnChart::new(facts.language, title, unit);
    for year in first.number()..=last.number() {
        let year_of = Year::new(year.into()).ok();
        let known = year_of.and_then(|year| facts.years.get(&year)?.as_ref().ok());
        match known {
            Some(outcome) => {
                let required = outcome.quota().map(Quota::required_jobs);
                chart.add(year.to_string(), required, outcome.realised_jobs());
            }
            None => chart.add_unknown(year.to_string()),
        }
    }
    chart
}

/// The columns that not every report has.
#[derive(Clone, Copy)]
struct Columns {
    sector: bool,
    levy: bool,
    net: bool,
}

fn rows(markup: &mut Markup, facts: &Facts<'_>) {
    let assessed = || facts.years.values().filter_map(|result| result.as_ref().ok());
    let has = Columns {
        sector: assessed().any(|outcome| outcome.sector() != facts.outcome.sector()),
        levy: assessed().any(|outcome| outcome.regime() == Regime::Quotumheffing),
        net: assessed().any(|outcome| outcome.regime() == Regime::WetBanenafspraak),
    };
    let mut columns = vec![(markup.either("Year", "Jaar"), false)];
    if has.sector {
        columns.push(("Sector", false));
    }
    columns.extend([
        ("Quotum\u{ad}percentage", true),
        (markup.either("Required jobs", "Vereiste banen"), true),
        (markup.either("Realised jobs", "Gerealiseerde banen"), true),
        ("Quotumtekort", true),
    ]);
    if has.levy {
        columns.push((markup.either("Quotumheffing (EUR)", "Quotumheffing (€)"), true));
    }
    if has.net {
        columns.push((
            markup.either("Net, Wet banenafspraak (EUR)", "Saldo Wet banenafspraak (€)"),
            true,
        ));
    }
    let width = columns.len().saturating_sub(1);
    let caption = markup
        .either("Required and realised jobs per year", "Vereiste en gerealiseerde banen per jaar");
    table(markup, caption, &columns);
    let mut expected: Option<Year> = None;
    for (year, result) in &facts.years {
        if let Some(missing) = expected.filter(|missing| missing < year) {
            gap(markup, missing, *year, width);
        }
        expected = year.next().ok();
        markup.add("<tr><th scope=\"row\">{}</th>", &[year]);
        match result {
            Ok(outcome) => row(markup, facts, outcome, has),
            Err(why) => {
                let cannot = markup.either("could not be assessed", "niet te beoordelen");
                markup.add("<td colspan=\"{}\" class=\"gap\">{}: {}</td>", &[&width, &cannot, why]);
            }
        }
        markup.raw("</tr>\n");
    }
    table_end(markup);
    if assessed().any(|outcome| quotumheffing(outcome).is_some()) {
        markup.say(
            "<p>The quotumheffing of these years is computed, not collected; it is 0.00 in a year in which the employer was exempt.</p>\n",
            "<p>De quotumheffing van deze jaren is berekend, niet geheven; zij is 0,00 in een jaar waarin de werkgever was vrijgesteld.</p>\n",
            &[],
        );
    }
}

/// The years without input before this one, in one row.
fn gap(markup: &mut Markup, first: Year, next: Year, width: usize) {
    let last = next.previous().unwrap_or(first);
    if first == last {
        markup.add("<tr><th scope=\"row\">{}</th>", &[&first]);
    } else {
        markup.add("<tr><th scope=\"row\">{}–{}</th>", &[&first, &last]);
    }
    let none = markup.either("no input", "geen invoer");
    markup.add("<td colspan=\"{}\" class=\"gap\">{}</td></tr>\n", &[&width, &none]);
}

fn row(markup: &mut Markup, facts: &Facts<'_>, outcome: &Assessment, has: Columns) {
    if has.sector {
        markup.add("<td>{}</td>", &[&outcome.sector()]);
    }
    let quota = outcome.quota();
    let mut cells = vec![
        facts.number_or_dash(quota.map(Quota::quotumpercentage)),
        facts.number_or_dash(quota.map(Quota::required_jobs)),
        facts.number(outcome.realised_jobs()),
        facts.number_or_dash(quota.map(Quota::quotumtekort)),
    ];
    if has.levy {
        cells.push(facts.number_or_dash(quotumheffing(outcome)));
    }
    if has.net {
        cells.push(facts.number_or_dash(net(outcome)));
    }
    cells_of(markup, &cells);
}
