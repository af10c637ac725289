//! Next year.

use super::facts::{Facts, net, quotumheffing};
use super::markup::Markup;
use super::table::{cells_of, table, table_end};
use crate::assessment::{Assessment, Quota};
use crate::law::Regime;
use crate::parameters::Provenance;
use crate::planning::{Gap, Hiring, Plan, next_year};

/// Next year under the known percentage and those to assume.
pub(super) fn next(markup: &mut Markup, facts: &Facts<'_>) {
    let employer = facts.outcome.employer();
    let Ok(next) = facts.outcome.year().next() else { return };
    markup.say("<h3>Next year: {}</h3>\n", "<h3>Volgend jaar: {}</h3>\n", &[&next]);
    let of = |plan: &Plan| next_year(employer, plan, &facts.figures, &facts.percentages);
    let years = match of(&Plan::default()) {
        Ok(years) => years,
        Err(error) => {
            let message = format!("{error} [{}]", error.code());
            return markup.say(
                "<p>Not known: {}.</p>\n",
                "<p>Niet te zeggen: {}.</p>\n",
                &[&message],
            );
        }
    };
    if years.iter().all(|year| year.quota().is_none()) && !facts.under_scheme() {
        return markup.say(
            "<p>No quotumpercentage of {} is published, and none was assumed: no outlook is computed.</p>\n",
            "<p>Voor {} is geen quotumpercentage gepubliceerd en er is geen aanname opgegeven; daarom is geen vooruitblik berekend.</p>\n",
            &[&next],
        );
    }
    // Whoever comes this year to close the gap stays.
    let plan = facts.people.filter(|_| !facts.under_scheme()).and_then(|people| {
        let gap = Gap::of(facts.outcome).ok()?;
        let needed = people.needed(gap.to_zero(Hiring::Employed).ok()?)?;
        let plan = people.plan(Hiring::Employed, needed).filter(|_| needed > 0)?;
        Some((needed, of(&plan).ok()?))
    });
    markup.say(
        "<p>With the same hours in {}, under each quotumpercentage.",
        "<p>Met dezelfde uren in {}, onder elk quotumpercentage.",
        &[&next],
    );
    if let Some((people, _)) = &plan {
        markup.say(
            " The last two columns are with {} own workers of the doelgroep more, who come this year and work all of the next.",
            " De laatste twee kolommen zijn met {} eigen werknemers uit de doelgroep erbij, die dit jaar komen en het hele volgende jaar werken.",
            &[people],
        );
    }
    markup.raw("</p>\n");
    let with_plan = plan.map(|(_, years)| years);
    rows(markup, facts, &years, with_plan.as_deref());
}

fn rows(
    markup: &mut Markup,
    facts: &Facts<'_>,
    years: &[Assessment],
    with_plan: Option<&[Assessment]>,
) {
    let mut columns = vec![
        ("Quotum\u{ad}percentage", false),
        (markup.either("Required jobs", "Vereiste banen"), true),
        (markup.either("Realised jobs", "Gerealiseerde banen"), true),
        ("Quotumtekort", true),
    ];
    let levies = !facts.under_scheme();
    if levies {
        columns.push((markup.either("Quotumheffing (EUR)", "Quotumheffing (€)"), true));
    } else {
        columns.push((markup.either("Net (EUR)", "Saldo (€)"), true));
    }
    if with_plan.is_some() {
        columns.push((markup.either("With them: short", "Met hen: tekort"), true));
        columns.push((markup.either("With them: levy (EUR)", "Met hen: heffing (€)"), true));
    }
    let caption = markup
        .either("Next year under each quotumpercentage", "Volgend jaar onder elk quotumpercentage");
    table(markup, caption, &columns);
    for (index, year) in years.iter().enumerate() {
        let quota = year.quota();
        let source = match quota.map(Quota::quotumpercentage_source) {
            Some(Provenance::Published) => markup.either("published", "gepubliceerd"),
            Some(_) => markup.either("assumed", "aangenomen"),
            None => markup.either("none known", "niet bekend"),
        };
        let percentage = facts.number_or_dash(quota.map(Quota::quotumpercentage));
        markup.add("<tr><th scope=\"row\">{} ({})</th>", &[&percentage, &source]);
        let mut cells = vec![
            facts.number_or_dash(quota.map(Quota::required_jobs)),
            facts.number(year.realised_jobs()),
            facts.number_or_dash(quota.map(Quota::quotumtekort)),
        ];
        cells.push(match year.regime() {
            Regime::WetBanenafspraak => facts.number_or_dash(net(year)),
            _ => facts.number_or_dash(quotumheffing(year)),
        });
        if let Some(year) = with_plan.and_then(|years| years.get(index)) {
            cells.push(facts.number_or_dash(year.quota().map(Quota::quotumtekort)));
            cells.push(facts.number_or_dash(quotumheffing(year)));
        }
        cells_of(markup, &cells);
        markup.raw("</tr>\n");
    }
    table_end(markup);
}
