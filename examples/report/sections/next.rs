//! What to do next: hours, people, next year.

use banenafspraak::law::LevyStatus;
use banenafspraak::planning::{Change, ChangeKind, Gap, Hiring, Plan, RestOfYear};
use banenafspraak::unit::ExactHours;
use banenafspraak::{Decimal, Figures, Hours, Jobs, Quota};

use super::{Report, cells_of, outlook, quotumheffing, table, table_end};
use crate::html::Page;
use crate::shared::lkv;

const WAYS: [Hiring; 2] = [Hiring::Employed, Hiring::HiredIn];

/// What can be aimed at, and the fewest hours that do it.
struct Aim {
    name: &'static str,
    /// By way; none where no number of hours is enough.
    hours: [Option<Hours>; 2],
}

pub(super) fn section(page: &mut Page, report: &Report<'_>) {
    page.say("<section>\n<h2>What to do next</h2>\n", "<section>\n<h2>Wat nu te doen</h2>\n", &[]);
    match (Gap::of(report.outcome), report.outcome.quota()) {
        (Ok(gap), Some(quota)) if quota.hours_short() > ExactHours::ZERO => {
            close(page, report, &gap, quota);
        }
        (_, Some(quota)) => keep(page, report, quota),
        (_, None) => page.say(
            "<p>Without a quotumpercentage the hours that are needed are not known: give one with the employer.</p>\n",
            "<p>Zonder quotumpercentage is niet bekend hoeveel uren er nodig zijn: geef er een op bij de werkgever.</p>\n",
            &[],
        ),
    }
    outlook::next(page, report);
    page.raw("</section>\n");
}

/// The quota is met.
fn keep(page: &mut Page, report: &Report<'_>, quota: &Quota) {
    let outcome = report.outcome;
    let above = ExactHours::from(outcome.realised_hours()).saturating_sub(quota.required_hours());
    page.say(
        "<p>Keep it so: the doelgroep works {} more than the quota asks.</p>\n",
        "<p>Houd dit zo: de doelgroep werkt {} meer dan het quotum vraagt.</p>\n",
        &[&report.shown(above)],
    );
}

fn close(page: &mut Page, report: &Report<'_>, gap: &Gap<'_>, quota: &Quota) {
    let aims = aims(page, quota, gap);
    if !report.under_scheme() && report.outcome.liability().is_exempt() {
        page.say(
            "<p>As long as the employer is exempt, the quota asks nothing of it. More own hours can lift it over the threshold: a negative saving is the levy that would then be computed. To meet the quota all the same:</p>\n",
            "<p>Zolang de werkgever is vrijgesteld, hoeft er voor het quotum niets te gebeuren. Meer eigen uren kunnen hem boven de drempel brengen: een negatieve besparing is de heffing die dan wordt berekend. Om het quotum toch te halen:</p>\n",
            &[],
        );
    }
    page.say(
        "<p>Own workers of the doelgroep raise the quota with their hours; hours that an uitlener attributes, or that take the place of other own hours, do not. These are the fewest hours in the year that do it.</p>\n",
        "<p>Eigen werknemers uit de doelgroep verhogen met hun uren ook het quotum; uren die een uitlener toerekent, of die in de plaats komen van andere eigen uren, doen dat niet. Dit is het kleinste aantal uren in het jaar waarmee het lukt.</p>\n",
        &[],
    );
    let mut columns = vec![
        (page.either("Aim", "Doel"), false),
        (page.either("How", "Hoe"), false),
        (page.either("Fewest hours", "Minste uren"), true),
    ];
    let with_levy = !report.under_scheme();
    if with_levy {
        columns.push(saved(page));
    }
    let caption = page
        .either("The fewest hours of the doelgroep", "Het kleinste aantal uren van de doelgroep");
    table(page, caption, &columns);
    for aim in &aims {
        for (way, hours) in WAYS.into_iter().zip(aim.hours) {
            let after = hours.and_then(|hours| gap.with(hours, way).ok());
            let after = after.as_ref().and_then(quotumheffing);
            let saved = quotumheffing(report.outcome).zip(after);
            let saved = saved.map(|(before, after)| before.net_of(after));
            let how = how(page, way);
            let hours = report.number_or_dash(hours);
            page.add(
                "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}</td>",
                &[&aim.name, &how, &hours],
            );
            if with_levy {
                page.add("<td class=\"n\">{}</td>", &[&report.number_or_dash(saved)]);
            }
            page.raw("</tr>\n");
        }
    }
    table_end(page);
    if let Some(rest) = report.rest {
        people(page, report, &aims, rest);
    }
    if !with_levy {
        page.say(
            "<p>What these hours cost in inclusiviteitsheffing and earn in bonus depends on their wages, and is not in the table.</p>\n",
            "<p>Wat deze uren kosten aan inclusiviteitsheffing en opleveren aan bonus hangt af van hun loon, en staat niet in de tabel.</p>\n",
            &[],
        );
    } else if report.outcome.levy().status() != LevyStatus::Due {
        page.say(
            "<p>What it saves is quotumheffing that may be computed, but is not collected.</p>\n",
            "<p>Wat het scheelt, is quotumheffing die wel kan worden berekend maar niet wordt geheven.</p>\n",
            &[],
        );
    }
}

fn aims(page: &Page, quota: &Quota, gap: &Gap<'_>) -> Vec<Aim> {
    let tekort = quota.quotumtekort();
    let tenth = Jobs::new(Decimal::new(1, 1)).unwrap_or(Jobs::ZERO);
    let mut aims = Vec::new();
    if tekort > tenth {
        aims.push(Aim {
            name: page
                .either("A tenth of a job less short", "Een tiende van een baan minder tekort"),
            hours: WAYS.map(|way| gap.next_step(way).ok().flatten().map(|step| step.hours)),
        });
    }
    if tekort > Jobs::ZERO {
        aims.push(Aim {
            name: page.either("No quotumtekort", "Geen quotumtekort"),
            hours: WAYS.map(|way| gap.to_zero(way).ok()),
        });
    }
    aims.push(Aim {
        name: page.either("The full quota", "Het hele quotum"),
        hours: WAYS.map(|way| gap.to_quota(way).ok()),
    });
    aims
}

fn saved(page: &Page) -> (&'static str, bool) {
    (page.either("Saves (EUR)", "Scheelt (€)"), true)
}

fn how(page: &Page, way: Hiring) -> &'static str {
    match way {
        Hiring::Employed => page.either("own workers", "eigen werknemers"),
        _ => page.either("hired in", "ingeleend"),
    }
}

/// How many people reach each aim from a day on.
fn people(page: &mut Page, report: &Report<'_>, aims: &[Aim], rest: RestOfYear) {
    let (week, from) = (report.week(), report.shown(rest.from()));
    page.say(
        "<h3>People of {} hours a week from {}</h3>\n",
        "<h3>Mensen van {} uur per week vanaf {}</h3>\n",
        &[&week, &from],
    );
    let mut columns = vec![
        (page.either("Aim", "Doel"), false),
        (page.either("How", "Hoe"), false),
        (page.either("People", "Mensen"), true),
        (page.either("Hours together", "Uren samen"), true),
    ];
    let effects = !report.under_scheme();
    if effects {
        columns.extend([(page.either("Quotumtekort then", "Quotumtekort dan"), true), saved(page)]);
    }
    let has_lkv = lkv::of_people(rest, report.week, 1).is_some();
    if has_lkv {
        columns.push((page.either("LKV, at most (EUR)", "LKV, ten hoogste (€)"), true));
    }
    let caption =
        page.either("The fewest people for each aim", "Het kleinste aantal mensen voor elk doel");
    table(page, caption, &columns);
    for aim in aims {
        for (way, hours) in WAYS.into_iter().zip(aim.hours) {
            let people = hours.and_then(|hours| rest.people(hours, report.week).ok());
            let together = people.and_then(|people| rest.hours(people, report.week).ok());
            let how = how(page, way);
            page.add("<tr><th scope=\"row\">{}</th><td>{}</td>", &[&aim.name, &how]);
            let count = people.map_or_else(|| "–".to_owned(), |people| people.to_string());
            let mut cells = vec![count, report.number_or_dash(together)];
            if effects {
                let effect = people.and_then(|people| hires(report, rest, way, people));
                let effect = effect.and_then(|plan| {
                    plan.effect(report.outcome.employer(), &Figures::published()).ok()
                });
                let after = effect.as_ref().and_then(|effect| effect.after.quota());
                cells.push(report.number_or_dash(after.map(Quota::quotumtekort)));
                cells.push(report.number_or_dash(effect.and_then(|effect| effect.saves)));
            }
            if has_lkv {
                let own = people.filter(|_| way == Hiring::Employed);
                let lkv = own.and_then(|people| lkv::of_people(rest, report.week, people));
                cells.push(report.number_or_dash(lkv));
            }
            cells_of(page, &cells);
            page.raw("</tr>\n");
        }
    }
    table_end(page);
    if has_lkv {
        page.say(
            "<p>LKV: the loonkostenvoordeel doelgroep banenafspraak of those hours, if it is asked for in the wage return and its conditions are met (Wtl 2.10, 2.13). Of those hired in the uitlener is the employer.</p>\n",
            "<p>LKV: het loonkostenvoordeel doelgroep banenafspraak over die uren, als het in de loonaangifte is aangevraagd en aan de voorwaarden is voldaan (Wtl 2.10, 2.13). Van ingeleende mensen is de uitlener de werkgever.</p>\n",
            &[],
        );
    } else {
        page.say(
            "<p>The amounts of the loonkostenvoordeel (LKV) of {} are not known here.</p>\n",
            "<p>De bedragen van het loonkostenvoordeel (LKV) van {} zijn hier niet bekend.</p>\n",
            &[&rest.year()],
        );
    }
}

/// A plan of a number of people.
pub(super) fn hires(
    report: &Report<'_>,
    rest: RestOfYear,
    way: Hiring,
    people: u32,
) -> Option<Plan> {
    Plan::new(vec![Change::new(ChangeKind::Hire(report.week), way.into(), people, rest.from())])
        .ok()
}
