//! Next year.

use banenafspraak::law::Regime;
use banenafspraak::parameters::Provenance;
use banenafspraak::planning::{Gap, Hiring, Plan, next_year};
use banenafspraak::{Assessment, Figures, Quota};

use super::next::hires;
use super::{Report, cells_of, net, quotumheffing, table, table_end};
use crate::html::Page;

/// Next year under the known percentage and those to assume.
pub(super) fn next(page: &mut Page, report: &Report<'_>) {
    let employer = report.outcome.employer();
    let Ok(next) = report.outcome.year().next() else { return };
    page.say("<h3>Next year: {}</h3>\n", "<h3>Volgend jaar: {}</h3>\n", &[&next]);
    let of = |plan: &Plan| next_year(employer, plan, &Figures::published(), report.percentages);
    let years = match of(&Plan::default()) {
        Ok(years) => years,
        Err(error) => {
            let message = format!("{error} [{}]", error.code());
            return page.say(
                "<p>Not known: {}.</p>\n",
                "<p>Niet te zeggen: {}.</p>\n",
                &[&message],
            );
        }
    };
    if years.iter().all(|year| year.quota().is_none()) && !report.under_scheme() {
        return page.say(
            "<p>No quotumpercentage of {} is published, and none was assumed: no outlook is computed.</p>\n",
            "<p>Voor {} is geen quotumpercentage gepubliceerd en er is geen aanname opgegeven; daarom is geen vooruitblik berekend.</p>\n",
            &[&next],
        );
    }
    // Whoever comes this year to close the gap stays.
    let plan = report.rest.filter(|_| !report.under_scheme()).and_then(|rest| {
        let gap = Gap::of(report.outcome).ok()?;
        let people = rest.people(gap.to_zero(Hiring::Employed).ok()?, report.week).ok()?;
        let plan = hires(report, rest, Hiring::Employed, people).filter(|_| people > 0)?;
        Some((people, of(&plan).ok()?))
    });
    page.say(
        "<p>With the same hours in {}, under each quotumpercentage.",
        "<p>Met dezelfde uren in {}, onder elk quotumpercentage.",
        &[&next],
    );
    if let Some((people, _)) = &plan {
        page.say(
            " The last two columns are with {} own workers of the doelgroep more, who come this year and work all of the next.",
            " De laatste twee kolommen zijn met {} eigen werknemers uit de doelgroep erbij, die dit jaar komen en het hele volgende jaar werken.",
            &[people],
        );
    }
    page.raw("</p>\n");
    let with_plan = plan.map(|(_, years)| years);
    rows(page, report, &years, with_plan.as_deref());
}

fn rows(
    page: &mut Page,
    report: &Report<'_>,
    years: &[Assessment],
    with_plan: Option<&[Assessment]>,
) {
    let mut columns = vec![
        ("Quotum\u{ad}percentage", false),
        (page.either("Required jobs", "Vereiste banen"), true),
        (page.either("Realised jobs", "Gerealiseerde banen"), true),
        ("Quotumtekort", true),
    ];
    let levies = !report.under_scheme();
    if levies {
        columns.push((page.either("Quotumheffing (EUR)", "Quotumheffing (€)"), true));
    } else {
        columns.push((page.either("Net (EUR)", "Saldo (€)"), true));
    }
    if with_plan.is_some() {
        columns.push((page.either("With them: short", "Met hen: tekort"), true));
        columns.push((page.either("With them: levy (EUR)", "Met hen: heffing (€)"), true));
    }
    let caption = page
        .either("Next year under each quotumpercentage", "Volgend jaar onder elk quotumpercentage");
    table(page, caption, &columns);
    for (index, year) in years.iter().enumerate() {
        let quota = year.quota();
        let source = match quota.map(Quota::quotumpercentage_source) {
            Some(Provenance::Published) => page.either("published", "gepubliceerd"),
            Some(_) => page.either("assumed", "aangenomen"),
            None => page.either("none known", "niet bekend"),
        };
        let percentage = report.number_or_dash(quota.map(Quota::quotumpercentage));
        page.add("<tr><th scope=\"row\">{} ({})</th>", &[&percentage, &source]);
        let mut cells = vec![
            report.number_or_dash(quota.map(Quota::required_jobs)),
            report.number(year.realised_jobs()),
            report.number_or_dash(quota.map(Quota::quotumtekort)),
        ];
        cells.push(match year.regime() {
            Regime::WetBanenafspraak => report.number_or_dash(net(year)),
            _ => report.number_or_dash(quotumheffing(year)),
        });
        if let Some(year) = with_plan.and_then(|years| years.get(index)) {
            cells.push(report.number_or_dash(year.quota().map(Quota::quotumtekort)));
            cells.push(report.number_or_dash(quotumheffing(year)));
        }
        cells_of(page, &cells);
        page.raw("</tr>\n");
    }
    table_end(page);
}
