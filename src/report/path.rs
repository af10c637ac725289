//! The path over the years.

use super::chart::{self, ColumnChart};
use super::facts::{Facts, net, quotumheffing};
use super::markup::Markup;
use super::table::{Kind, Table};
use crate::assessment::{Assessment, Quota};
use crate::language::Language;
use crate::law::Liability;
use crate::unit::{Euro, Year};

/// A longer run of years without input is one place in the chart.
const LONG_GAP: u16 = 5;

pub(super) fn section(markup: &mut Markup, facts: &Facts<'_>) {
    markup.say(
        "<section>\n<h2>The path over the years</h2>\n",
        "<section>\n<h2>Het verloop over de jaren</h2>\n",
        &[],
    );
    if facts.years.len() > 1 {
        markup.raw("<figure>\n");
        chart(facts).write(markup);
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
    unread(markup, facts);
    markup.raw("</section>\n");
}

/// What could not be assessed, of no known year.
pub(super) fn unread(markup: &mut Markup, facts: &Facts<'_>) {
    if facts.unread.is_empty() {
        return;
    }
    markup.say(
        "<p class=\"warning\">Could not be assessed, of an unknown year:</p>\n<ul>\n",
        "<p class=\"warning\">Niet te beoordelen, jaar onbekend:</p>\n<ul>\n",
        &[],
    );
    for refused in &facts.unread {
        markup.add("<li>{}</li>\n", &[refused]);
    }
    markup.raw("</ul>\n");
}

/// A column for each year from the first to the last, also where a year is missing.
fn chart(facts: &Facts<'_>) -> ColumnChart {
    let [first, last] = [facts.years.keys().next(), facts.years.keys().next_back()]
        .map(|year| year.copied().unwrap_or(facts.outcome.year()));
    let title = match facts.language {
        Language::Nl => format!("Vereiste en gerealiseerde banen, {first} tot en met {last}"),
        Language::En => format!("Required and realised jobs, {first} to {last}"),
    };
    let unit = facts.language.pick("jobs", "banen");
    let mut chart = ColumnChart::new(facts.language, title, unit);
    let mut expected = first.number();
    for (year, result) in &facts.years {
        if year.number().saturating_sub(expected) > LONG_GAP {
            chart.add_unknown("…");
        } else {
            (expected..year.number()).for_each(|missing| chart.add_unknown(missing.to_string()));
        }
        expected = year.number().saturating_add(1);
        match result {
            Ok(outcome) => {
                let required = outcome.quota().map(Quota::required_jobs);
                chart.add(year.to_string(), required, outcome.realised_jobs());
            }
            Err(_) => chart.add_unknown(year.to_string()),
        }
    }
    chart
}

/// The columns that not every report has.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each column is there or not")]
struct Columns {
    sector: bool,
    quota: bool,
    levy: bool,
    net: bool,
}

/// A row for each year, and one for each run of years without input.
pub(super) fn rows(markup: &mut Markup, facts: &Facts<'_>) {
    let assessed = || facts.years.values().filter_map(|result| result.as_ref().ok());
    let has = Columns {
        sector: assessed().any(|outcome| outcome.sector() != facts.outcome.sector()),
        quota: assessed().any(|outcome| outcome.quota().is_some()),
        levy: assessed().any(|outcome| quotumheffing(outcome).is_some()),
        net: assessed().any(|outcome| net(outcome).is_some()),
    };
    let mut columns = vec![(markup.either("Year", "Jaar"), Kind::Text)];
    if has.sector {
        columns.push(("Sector", Kind::Text));
    }
    if has.quota {
        let required = markup.either("Required jobs", "Vereiste banen");
        columns.extend([("Quotum\u{ad}percentage", Kind::Number), (required, Kind::Number)]);
    }
    columns.push((markup.either("Realised jobs", "Gerealiseerde banen"), Kind::Number));
    if has.quota {
        columns.push(("Quotumtekort", Kind::Number));
    }
    if has.levy {
        let levy = markup.either("Quotumheffing, computed (EUR)", "Quotumheffing, berekend (€)");
        columns.push((levy, Kind::Number));
    }
    if has.net {
        let net = markup.either("Net, Wet banenafspraak (EUR)", "Saldo Wet banenafspraak (€)");
        columns.push((net, Kind::Number));
    }
    let caption = markup
        .either("Required and realised jobs per year", "Vereiste en gerealiseerde banen per jaar");
    let table = Table::begin_long(markup, caption, &columns);
    let mut expected: Option<Year> = None;
    for (year, result) in &facts.years {
        if let Some(missing) = expected.filter(|missing| missing < year) {
            let last = year.previous().unwrap_or(missing);
            let years =
                if missing == last { missing.to_string() } else { format!("{missing}–{last}") };
            table.gap(markup, &years, &facts.language.pick("no input", "geen invoer"));
        }
        expected = year.next().ok();
        match result {
            Ok(outcome) => table.row(markup, year, &cells(facts, outcome, has)),
            Err(why) => {
                let cannot = markup.either("could not be assessed", "niet te beoordelen");
                table.gap(markup, year, &format!("{cannot}: {why}"));
            }
        }
    }
    table.end(markup);
    let is_computed =
        |outcome: &&Assessment| quotumheffing(outcome).is_some_and(|levy| levy > Euro::ZERO);
    if assessed().any(is_computed) {
        markup.say(
            "<p>A computed quotumheffing is never collected.</p>\n",
            "<p>Een berekende quotumheffing wordt nooit geheven.</p>\n",
            &[],
        );
    }
}

fn cells(facts: &Facts<'_>, outcome: &Assessment, has: Columns) -> Vec<String> {
    let mut cells = Vec::new();
    if has.sector {
        cells.push(outcome.sector().to_string());
    }
    let quota = outcome.quota();
    if has.quota {
        cells.push(facts.number_or_dash(quota.map(Quota::quotumpercentage)));
        cells.push(facts.number_or_dash(quota.map(Quota::required_jobs)));
    }
    cells.push(facts.number(outcome.realised_jobs()));
    if has.quota {
        cells.push(facts.number_or_dash(quota.map(Quota::quotumtekort)));
    }
    if has.levy {
        cells.push(levy(facts, outcome));
    }
    if has.net {
        cells.push(facts.number_or_dash(net(outcome)));
    }
    cells
}

/// The quotumheffing, or that the employer is exempt from it.
fn levy(facts: &Facts<'_>, outcome: &Assessment) -> String {
    let is_exempt = matches!(
        outcome.liability(),
        Liability::ExemptYear | Liability::ExemptPreviousYear | Liability::ExemptBothYears
    );
    if is_exempt {
        return facts.language.pick("exempt", "vrijgesteld").to_owned();
    }
    facts.number_or_dash(quotumheffing(outcome))
}
