//! The path over the years.

use banenafspraak::law::Regime;
use banenafspraak::{Assessment, Quota, Year};

use super::{Report, cells_of, net, quotumheffing, table, table_end};
use crate::chart;
use crate::html::Page;

pub(super) fn section(page: &mut Page, report: &Report<'_>) {
    page.say(
        "<section>\n<h2>The path over the years</h2>\n",
        "<section>\n<h2>Het verloop over de jaren</h2>\n",
        &[],
    );
    let years = &report.employer.years;
    if years.len() > 1 {
        page.raw("<figure>\n");
        // Up to the last year that is known of, assessed or not.
        let last = years.keys().next_back().copied().unwrap_or(report.outcome.year());
        chart::path(page, report.employer, last);
        page.raw("<figcaption class=\"legend\">");
        let legend = [
            ("key-quota", "required", "vereist"),
            ("key-realised", "realised", "gerealiseerd"),
            ("key-short", "short", "tekort"),
            ("key-above", "above the quota", "boven het quotum"),
        ];
        for (class, english, dutch) in legend {
            let name = page.either(english, dutch);
            page.add("<span><i class=\"{}\"></i>{}</span> ", &[&class, &name]);
        }
        page.say("<span><b>?</b>not known</span>", "<span><b>?</b>niet bekend</span>", &[]);
        page.raw("</figcaption>\n</figure>\n");
    } else {
        page.say(
            "<p>One year was given, so there is no path yet.</p>\n",
            "<p>Er is één jaar opgegeven; er is dus nog geen verloop.</p>\n",
            &[],
        );
    }
    rows(page, report);
    if !report.employer.unread.is_empty() {
        page.say(
            "<p class=\"warning\">Could not be assessed, of an unknown year:</p>\n<ul>\n",
            "<p class=\"warning\">Niet te beoordelen, jaar onbekend (meldingen in het Engels):</p>\n<ul>\n",
            &[],
        );
        for refused in &report.employer.unread {
            page.add("<li>{}</li>\n", &[refused]);
        }
        page.raw("</ul>\n");
    }
    page.raw("</section>\n");
}

/// The columns that not every report has.
#[derive(Clone, Copy)]
struct Columns {
    sector: bool,
    levy: bool,
    net: bool,
}

fn rows(page: &mut Page, report: &Report<'_>) {
    let assessed = || report.employer.years.values().filter_map(|result| result.as_ref().ok());
    let has = Columns {
        sector: assessed().any(|outcome| outcome.sector() != report.outcome.sector()),
        levy: assessed().any(|outcome| outcome.regime() == Regime::Quotumheffing),
        net: assessed().any(|outcome| outcome.regime() == Regime::WetBanenafspraak),
    };
    let mut columns = vec![(page.either("Year", "Jaar"), false)];
    if has.sector {
        columns.push(("Sector", false));
    }
    columns.extend([
        ("Quotum\u{ad}percentage", true),
        (page.either("Required jobs", "Vereiste banen"), true),
        (page.either("Realised jobs", "Gerealiseerde banen"), true),
        ("Quotumtekort", true),
    ]);
    if has.levy {
        columns.push((page.either("Quotumheffing (EUR)", "Quotumheffing (€)"), true));
    }
    if has.net {
        columns.push((
            page.either("Net, Wet banenafspraak (EUR)", "Saldo Wet banenafspraak (€)"),
            true,
        ));
    }
    let width = columns.len().saturating_sub(1);
    let caption = page
        .either("Required and realised jobs per year", "Vereiste en gerealiseerde banen per jaar");
    table(page, caption, &columns);
    let mut expected: Option<Year> = None;
    for (year, result) in &report.employer.years {
        if let Some(missing) = expected.filter(|missing| missing < year) {
            gap(page, missing, *year, width);
        }
        expected = year.next().ok();
        page.add("<tr><th scope=\"row\">{}</th>", &[year]);
        match result {
            Ok(outcome) => row(page, report, outcome, has),
            Err(why) => {
                let cannot = page.either("could not be assessed", "niet te beoordelen");
                page.add("<td colspan=\"{}\" class=\"gap\">{}: {}</td>", &[&width, &cannot, why]);
            }
        }
        page.raw("</tr>\n");
    }
    table_end(page);
    if assessed().any(|outcome| quotumheffing(outcome).is_some()) {
        page.say(
            "<p>The quotumheffing of these years is computed, not collected; it is 0.00 in a year in which the employer was exempt.</p>\n",
            "<p>De quotumheffing van deze jaren is berekend, niet geheven; zij is 0,00 in een jaar waarin de werkgever was vrijgesteld.</p>\n",
            &[],
        );
    }
}

/// The years without input before this one, in one row.
fn gap(page: &mut Page, first: Year, next: Year, width: usize) {
    let last = next.previous().unwrap_or(first);
    if first == last {
        page.add("<tr><th scope=\"row\">{}</th>", &[&first]);
    } else {
        page.add("<tr><th scope=\"row\">{}–{}</th>", &[&first, &last]);
    }
    let none = page.either("no input", "geen invoer");
    page.add("<td colspan=\"{}\" class=\"gap\">{}</td></tr>\n", &[&width, &none]);
}

fn row(page: &mut Page, report: &Report<'_>, outcome: &Assessment, has: Columns) {
    if has.sector {
        page.add("<td>{}</td>", &[&outcome.sector()]);
    }
    let quota = outcome.quota();
    let mut cells = vec![
        report.number_or_dash(quota.map(Quota::quotumpercentage)),
        report.number_or_dash(quota.map(Quota::required_jobs)),
        report.number(outcome.realised_jobs()),
        report.number_or_dash(quota.map(Quota::quotumtekort)),
    ];
    if has.levy {
        cells.push(report.number_or_dash(quotumheffing(outcome)));
    }
    if has.net {
        cells.push(report.number_or_dash(net(outcome)));
    }
    cells_of(page, &cells);
}
