//! Next year.

use super::facts::{Facts, net, quotumheffing};
use super::markup::Markup;
use super::table::{Kind, Table};
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
            let message = format!("{} [{}]", error.localized(facts.language), error.code());
            return markup.say("<p>Not known: {}.</p>\n", "<p>Niet bekend: {}.</p>\n", &[&message]);
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
        "<p>Met dezelfde uren in {}, bij elk quotumpercentage.",
        &[&next],
    );
    if let Some((people, _)) = &plan {
        markup.say(
            " With them: if {} own workers of the doelgroep come this year and work all of the next.",
            " Met hen: als {} eigen werknemers uit de doelgroep dit jaar in dienst komen en het hele volgende jaar werken.",
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
        ("Quotum\u{ad}percentage", Kind::Text),
        (markup.either("Required jobs", "Vereiste banen"), Kind::Number),
        (markup.either("Realised jobs", "Gerealiseerde banen"), Kind::Number),
        ("Quotumtekort", Kind::Number),
    ];
    let levy = if facts.under_scheme() {
        markup.either("Net (EUR)", "Saldo (€)")
    } else {
        markup.either("Quotumheffing, computed (EUR)", "Quotumheffing, berekend (€)")
    };
    columns.push((levy, Kind::Number));
    if with_plan.is_some() {
        columns.extend([
            (markup.either("Short with them", "Tekort met hen"), Kind::Number),
            (markup.either("Levy with them (EUR)", "Heffing met hen (€)"), Kind::Number),
        ]);
    }
    let caption = markup
        .either("Next year under each quotumpercentage", "Volgend jaar bij elk quotumpercentage");
    let table = Table::begin(markup, caption, &columns);
    for (index, year) in years.iter().enumerate() {
        let quota = year.quota();
        let source = match quota.map(Quota::quotumpercentage_source) {
            Some(Provenance::Published) => markup.either("published", "gepubliceerd"),
            Some(_) => markup.either("assumed", "aangenomen"),
            None => markup.either("none known", "niet bekend"),
        };
        let percentage = facts.number_or_dash(quota.map(Quota::quotumpercentage));
        let mut cells = vec![
            facts.number_or_dash(quota.map(Quota::required_jobs)),
            facts.number(year.realised_jobs()),
            facts.number_or_dash(quota.map(Quota::quotumtekort)),
        ];
        cells.push(match year.regime() {
            Regime::WetBanenafspraak => facts.number_or_dash(net(year)),
            Regime::Quotumheffing => facts.number_or_dash(quotumheffing(year)),
        });
        if let Some(year) = with_plan.and_then(|years| years.get(index)) {
            cells.push(facts.number_or_dash(year.quota().map(Quota::quotumtekort)));
            cells.push(facts.number_or_dash(quotumheffing(year)));
        }
        table.row(markup, &format!("{percentage} ({source})"), &cells);
    }
    table.end(markup);
}
