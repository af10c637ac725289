//! What to do next: hours, people, next year.

use banenafspraak::planning::{Change, Gap, Plan, RestOfYear, Way, What, Who, next_year};
use banenafspraak::{
    Assessment, Decimal, Euro, ExactHours, Figures, Hours, Jobs, LevyStatus, Provenance,
    loonkostenvoordeel,
};

use super::{Report, table, table_end};
use crate::html::Page;

const WAYS: [Way; 2] = [Way::Employed, Way::HiredIn];

/// What can be aimed at, and the fewest hours that do it.
struct Aim {
    name: &'static str,
    /// By way; none where no number of hours does it.
    hours: [Option<Hours>; 2],
}

pub(super) fn section(page: &mut Page, report: &Report<'_>) {
    page.say("<section>\n<h2>What to do next</h2>\n", "<section>\n<h2>Wat nu te doen</h2>\n", &[]);
    match (Gap::of(report.outcome), report.outcome.hours_short()) {
        (Ok(gap), Ok(short)) if short > ExactHours::ZERO => close(page, report, &gap),
        (Ok(_), Ok(_)) => keep(page, report),
        _ => page.say(
            "<p>Without a quotumpercentage no hours can be told: give one with the employer.</p>\n",
            "<p>Zonder quotumpercentage zijn er geen uren te noemen: geef er een op bij de werkgever.</p>\n",
            &[],
        ),
    }
    outlook(page, report);
    page.raw("</section>\n");
}

/// The quota is met.
fn keep(page: &mut Page, report: &Report<'_>) {
    let outcome = report.outcome;
    let required = outcome.required_hours().unwrap_or_default();
    let above = ExactHours::from(outcome.realised_hours()).excess_over(required);
    page.say(
        "<p>Keep it so: the hours of the doelgroep are {} above the quota. What goes beyond them is short again.</p>\n",
        "<p>Houd het vast: de doelgroep werkt {} meer dan het quotum vraagt. Wat daarboven wegvalt, komt weer tekort.</p>\n",
        &[&report.shown(above)],
    );
}

fn close(page: &mut Page, report: &Report<'_>, gap: &Gap<'_>) {
    let aims = aims(page, report, gap);
    page.say(
        "<p>Own workers of the doelgroep raise the quota with their hours; hours that an uitlener attributes, or that take the place of other own hours, do not. These are the fewest hours in the year that do it.</p>\n",
        "<p>Eigen werknemers uit de doelgroep verhogen met hun uren ook het quotum; uren die een uitlener toerekent, of die in de plaats komen van andere eigen uren, doen dat niet. Dit zijn de minste uren in het jaar waarmee het lukt.</p>\n",
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
    let caption =
        page.either("The fewest hours of the doelgroep", "De minste uren van de doelgroep");
    table(page, caption, &columns);
    for aim in &aims {
        for (way, hours) in WAYS.into_iter().zip(aim.hours) {
            let after = hours.and_then(|hours| gap.with(hours, way).ok());
            let saved =
                after.map(|after| report.outcome.quotumheffing().net_of(after.quotumheffing()));
            let how = how(page, way);
            let hours = report.number_or_dash(hours.ok_or(()));
            page.add(
                "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}</td>",
                &[&aim.name, &how, &hours],
            );
            if with_levy {
                page.add("<td class=\"n\">{}</td>", &[&report.number_or_dash(saved.ok_or(()))]);
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
    } else if report.outcome.levy_status() != LevyStatus::Due {
        page.say(
            "<p>What it saves is quotumheffing that is computed, but not collected.</p>\n",
            "<p>Wat het scheelt, is quotumheffing die wel wordt berekend maar niet geheven.</p>\n",
            &[],
        );
    }
}

fn aims(page: &Page, report: &Report<'_>, gap: &Gap<'_>) -> Vec<Aim> {
    let tekort = report.outcome.quotumtekort().unwrap_or(Jobs::ZERO);
    let tenth = Jobs::new(Decimal::new(1, 1)).unwrap_or(Jobs::ZERO);
    let mut aims = Vec::new();
    if tekort > tenth {
        aims.push(Aim {
            name: page.either("A tenth of a job less short", "Een tiende baan minder tekort"),
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

fn how(page: &Page, way: Way) -> &'static str {
    match way {
        Way::Employed => page.either("own workers", "eigen werknemers"),
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
    columns.push((page.either("LKV, at most (EUR)", "LKV, ten hoogste (€)"), true));
    let caption = page.either("The fewest people for each aim", "De minste mensen voor elk doel");
    table(page, caption, &columns);
    for aim in aims {
        for (way, hours) in WAYS.into_iter().zip(aim.hours) {
            let people = hours.and_then(|hours| rest.people(hours, report.week).ok());
            let together = people.and_then(|people| rest.hours(people, report.week).ok());
            let how = how(page, way);
            page.add("<tr><th scope=\"row\">{}</th><td>{}</td>", &[&aim.name, &how]);
            let count = people.map_or_else(|| "–".to_owned(), |people| people.to_string());
            let mut cells = vec![count, report.number_or_dash(together.ok_or(()))];
            if effects {
                let effect = people.and_then(|people| hires(report, rest, way, people));
                let effect = effect.and_then(|plan| {
                    plan.effect(report.outcome.employer(), &Figures::published()).ok()
                });
                let after = effect.as_ref().and_then(|effect| effect.after.quotumtekort().ok());
                cells.push(report.number_or_dash(after.ok_or(())));
                cells.push(report.number_or_dash(effect.map(|effect| effect.saves()).ok_or(())));
            }
            let own = people.filter(|_| way == Way::Employed);
            let lkv = own.and_then(|people| lkv(report, rest, people));
            cells.push(report.number_or_dash(lkv.ok_or(())));
            for cell in cells {
                page.add("<td class=\"n\">{}</td>", &[&cell]);
            }
            page.raw("</tr>\n");
        }
    }
    table_end(page);
    if lkv(report, rest, 1).is_some() {
        page.say(
            "<p>LKV: the loonkostenvoordeel doelgroep banenafspraak of those hours, if it is asked for in the wage return and its conditions are met (Wtl 2.10, 2.13). Of those hired in the uitlener is the employer.</p>\n",
            "<p>LKV: het loonkostenvoordeel doelgroep banenafspraak over die uren, als het in de loonaangifte is aangevraagd en aan de voorwaarden is voldaan (Wtl 2.10, 2.13). Van wie is ingeleend, is de uitlener de werkgever.</p>\n",
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

/// A plan of so many people.
fn hires(report: &Report<'_>, rest: RestOfYear, way: Way, people: u32) -> Option<Plan> {
    let who = if way == Way::Employed { Who::Doelgroep } else { Who::HiredIn };
    Plan::new(vec![Change::new(What::Hire(report.week), who, people, rest.from())]).ok()
}

/// The LKV of so many people together, each with a maximum of its own.
fn lkv(report: &Report<'_>, rest: RestOfYear, people: u32) -> Option<Euro> {
    let hours = rest.hours(1, report.week).ok()?;
    let each = loonkostenvoordeel(hours, rest.year(), &Figures::published()).ok()?;
    Euro::new(each.to_decimal().checked_mul(people.into())?).ok()
}

/// Next year under the known percentage and those to assume.
fn outlook(page: &mut Page, report: &Report<'_>) {
    let employer = report.outcome.employer();
    let Ok(next) = report.outcome.year().next() else { return };
    page.say("<h3>Next year: {}</h3>\n", "<h3>Volgend jaar: {}</h3>\n", &[&next]);
    let of = |plan: &Plan| next_year(employer, plan, &Figures::published(), report.percentages);
    let years = match of(&Plan::default()) {
        Ok(years) => years,
        Err(error) => {
            let message = format!("{error} [{}]", error.code());
            return page.say(
                "<p>Cannot be told: {}.</p>\n",
                "<p>Niet te zeggen: {}.</p>\n",
                &[&message],
            );
        }
    };
    if years.is_empty() {
        return page.say(
            "<p>No quotumpercentage of {} is published, and none was assumed: there is nothing to compute with.</p>\n",
            "<p>Voor {} is geen quotumpercentage gepubliceerd, en er is er geen aangenomen: er is niets om mee te rekenen.</p>\n",
            &[&next],
        );
    }
    // Whoever comes this year to close the gap stays.
    let plan = report.rest.filter(|_| !report.under_scheme()).and_then(|rest| {
        let gap = Gap::of(report.outcome).ok()?;
        let people = rest.people(gap.to_zero(Way::Employed).ok()?, report.week).ok()?;
        let plan = hires(report, rest, Way::Employed, people).filter(|_| people > 0)?;
        Some((people, of(&plan).ok()?))
    });
    page.say(
        "<p>With the same hours in {}, under each quotumpercentage.",
        "<p>Met dezelfde uren in {}, onder elk quotumpercentage.",
        &[&next],
    );
    if let Some((people, _)) = &plan {
        page.say(
            " On the right with {} own workers of the doelgroep, who came this year and work all of the next.",
            " Rechts met {} eigen werknemers uit de doelgroep, die dit jaar kwamen en het hele volgende jaar werken.",
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
    }
    if with_plan.is_some() {
        columns.push((page.either("With them: quotumtekort", "Met hen: quotumtekort"), true));
        columns.push((
            page.either("With them: quotumheffing (EUR)", "Met hen: quotumheffing (€)"),
            true,
        ));
    }
    let caption = page
        .either("Next year under each quotumpercentage", "Volgend jaar onder elk quotumpercentage");
    table(page, caption, &columns);
    for (index, year) in years.iter().enumerate() {
        let source = match year.quotumpercentage_source() {
            Ok(Provenance::Published) => page.either("published", "gepubliceerd"),
            _ => page.either("assumed", "aangenomen"),
        };
        let percentage = report.number_or_dash(year.quotumpercentage());
        page.add("<tr><th scope=\"row\">{} ({})</th>", &[&percentage, &source]);
        let mut cells = vec![
            report.number_or_dash(year.required_jobs()),
            report.number(year.realised_jobs()),
            report.number_or_dash(year.quotumtekort()),
        ];
        if levies {
            cells.push(report.number(year.quotumheffing()));
        }
        if let Some(year) = with_plan.and_then(|years| years.get(index)) {
            cells.push(report.number_or_dash(year.quotumtekort()));
            cells.push(report.number(year.quotumheffing()));
        }
        for cell in cells {
            page.add("<td class=\"n\">{}</td>", &[&cell]);
        }
        page.raw("</tr>\n");
    }
    table_end(page);
}
