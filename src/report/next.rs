//! What to do next: hours, people, next year.

use super::facts::{Facts, quotumheffing};
use super::markup::Markup;
use super::outlook;
use super::people::People;
use super::table::{cells_of, table, table_end};
use crate::assessment::Quota;
use crate::law::LevyStatus;
use crate::planning::{Gap, Hiring};
use crate::unit::{ExactHours, Hours, Jobs};

const WAYS: [Hiring; 2] = [Hiring::Employed, Hiring::HiredIn];

/// What can be aimed at, and the fewest hours that do it.
struct Aim {
    name: &'static str,
    /// By way; none where no number of hours is enough.
    hours: [Option<Hours>; 2],
}

pub(super) fn section(markup: &mut Markup, facts: &Facts<'_>) {
    markup.say(
        "<section>\n<h2>What to do next</h2>\n",
        "<section>\n<h2>Wat nu te doen</h2>\n",
        &[],
    );
    match (Gap::of(facts.outcome), facts.outcome.quota()) {
        (Ok(gap), Some(quota)) if quota.hours_short() > ExactHours::ZERO => {
            close(markup, facts, &gap, quota);
        }
        (_, Some(quota)) => keep(markup, facts, quota),
        (_, None) => markup.say(
            "<p>Without a quotumpercentage the hours that are needed are not known: give one with the employer.</p>\n",
            "<p>Zonder quotumpercentage is niet bekend hoeveel uren er nodig zijn: geef er een op bij de werkgever.</p>\n",
            &[],
        ),
    }
    outlook::next(markup, facts);
    markup.raw("</section>\n");
}

/// The quota is met.
fn keep(markup: &mut Markup, facts: &Facts<'_>, quota: &Quota) {
    let outcome = facts.outcome;
    let above = ExactHours::from(outcome.realised_hours()).saturating_sub(quota.required_hours());
    markup.say(
        "<p>Keep it so: the doelgroep works {} more than the quota asks.</p>\n",
        "<p>Houd dit zo: de doelgroep werkt {} meer dan het quotum vraagt.</p>\n",
        &[&facts.shown(above)],
    );
}

fn close(markup: &mut Markup, facts: &Facts<'_>, gap: &Gap<'_>, quota: &Quota) {
    let aims = aims(markup, quota, gap);
    if !facts.under_scheme() && facts.outcome.liability().is_exempt() {
        markup.say(
            "<p>As long as the employer is exempt, the quota asks nothing of it. More own hours can lift it over the threshold: a negative saving is the levy that would then be computed. To meet the quota all the same:</p>\n",
            "<p>Zolang de werkgever is vrijgesteld, hoeft er voor het quotum niets te gebeuren. Meer eigen uren kunnen hem boven de drempel brengen: een negatieve besparing is de heffing die dan wordt berekend. Om het quotum toch te halen:</p>\n",
            &[],
        );
    }
    markup.say(
        "<p>Own workers of the doelgroep raise the quota with their hours; hours that an uitlener attributes, or that take the place of other own hours, do not. These are the fewest hours in the year that do it.</p>\n",
        "<p>Eigen werknemers uit de doelgroep verhogen met hun uren ook het quotum; uren die een uitlener toerekent, of die in de plaats komen van andere eigen uren, doen dat niet. Dit is het kleinste aantal uren in het jaar waarmee het lukt.</p>\n",
        &[],
    );
    let mut columns = vec![
        (markup.either("Aim", "Doel"), false),
        (markup.either("How", "Hoe"), false),
        (markup.either("Fewest hours", "Minste uren"), true),
    ];
    let with_levy = !facts.under_scheme();
    if with_levy {
        columns.push(saved(markup));
    }
    let caption = markup
        .either("The fewest hours of the doelgroep", "Het kleinste aantal uren van de doelgroep");
    table(markup, caption, &columns);
    for aim in &aims {
        for (way, hours) in WAYS.into_iter().zip(aim.hours) {
            let after = hours.and_then(|hours| gap.with(hours, way).ok());
            let after = after.as_ref().and_then(quotumheffing);
            let saved = quotumheffing(facts.outcome).zip(after);
            let saved = saved.map(|(before, after)| before.net_of(after));
            let how = how(markup, way);
            let hours = facts.number_or_dash(hours);
            markup.add(
                "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}</td>",
                &[&aim.name, &how, &hours],
            );
            if with_levy {
                markup.add("<td class=\"n\">{}</td>", &[&facts.number_or_dash(saved)]);
            }
            markup.raw("</tr>\n");
        }
    }
    table_end(markup);
    if let Some(people) = facts.people {
        people_table(markup, facts, &aims, people);
    }
    if !with_levy {
        markup.say(
            "<p>What these hours cost in inclusiviteitsheffing and earn in bonus depends on their wages, and is not in the table.</p>\n",
            "<p>Wat deze uren kosten aan inclusiviteitsheffing en opleveren aan bonus hangt af van hun loon, en staat niet in de tabel.</p>\n",
            &[],
        );
    } else if facts.outcome.levy().status() != LevyStatus::Due {
        markup.say(
            "<p>What it saves is quotumheffing that may be computed, but is not collected.</p>\n",
            "<p>Wat het scheelt, is quotumheffing die wel kan worden berekend maar niet wordt geheven.</p>\n",
            &[],
        );
    }
}

fn aims(markup: &Markup, quota: &Quota, gap: &Gap<'_>) -> Vec<Aim> {
    let tekort = quota.quotumtekort();
    let tenth = Jobs::new(rust_decimal::Decimal::new(1, 1)).unwrap_or(Jobs::ZERO);
    let mut aims = Vec::new();
    if tekort > tenth {
        aims.push(Aim {
            name: markup
                .either("A tenth of a job less short", "Een tiende van een baan minder tekort"),
            hours: WAYS.map(|way| gap.next_step(way).ok().flatten().map(|step| step.hours)),
        });
    }
    if tekort > Jobs::ZERO {
        aims.push(Aim {
            name: markup.either("No quotumtekort", "Geen quotumtekort"),
            hours: WAYS.map(|way| gap.to_zero(way).ok()),
        });
    }
    aims.push(Aim {
        name: markup.either("The full quota", "Het hele quotum"),
        hours: WAYS.map(|way| gap.to_quota(way).ok()),
    });
    aims
}

fn saved(markup: &Markup) -> (&'static str, bool) {
    (markup.either("Saves (EUR)", "Scheelt (€)"), true)
}

fn how(markup: &Markup, way: Hiring) -> &'static str {
    match way {
        Hiring::Employed => markup.either("own workers", "eigen werknemers"),
        _ => markup.either("hired in", "ingeleend"),
    }
}

/// How many people reach each aim from a day on.
fn people_table(markup: &mut Markup, facts: &Facts<'_>, aims: &[Aim], people: People) {
    let (week, from) = (people.week_text(facts.language), facts.shown(people.rest.from()));
    markup.say(
        "<h3>People of {} hours a week from {}</h3>\n",
        "<h3>Mensen van {} uur per week vanaf {}</h3>\n",
        &[&week, &from],
    );
    let mut columns = vec![
        (markup.either("Aim", "Doel"), false),
        (markup.either("How", "Hoe"), false),
        (markup.either("People", "Mensen"), true),
        (markup.either("Hours together", "Uren samen"), true),
    ];
    let effects = !facts.under_scheme();
    if effects {
        columns.extend([
            (markup.either("Quotumtekort then", "Quotumtekort dan"), true),
            saved(markup),
        ]);
    }
    let has_lkv = people.lkv(1, &facts.figures).is_some();
    if has_lkv {
        columns.push((markup.either("LKV, at most (EUR)", "LKV, ten hoogste (€)"), true));
    }
    let caption =
        markup.either("The fewest people for each aim", "Het kleinste aantal mensen voor elk doel");
    table(markup, caption, &columns);
    for aim in aims {
        for (way, hours) in WAYS.into_iter().zip(aim.hours) {
            let needed = hours.and_then(|hours| people.needed(hours));
            let together = needed.and_then(|needed| people.hours(needed));
            let how = how(markup, way);
            markup.add("<tr><th scope=\"row\">{}</th><td>{}</td>", &[&aim.name, &how]);
            let count = needed.map_or_else(|| "–".to_owned(), |needed| needed.to_string());
            let mut cells = vec![count, facts.number_or_dash(together)];
            if effects {
                let employer = facts.outcome.employer();
                let effect =
                    needed.and_then(|needed| people.effect(way, needed, employer, &facts.figures));
                let after = effect.as_ref().and_then(|effect| effect.after.quota());
                cells.push(facts.number_or_dash(after.map(Quota::quotumtekort)));
                cells.push(facts.number_or_dash(effect.and_then(|effect| effect.saves)));
            }
            if has_lkv {
                let own = needed.filter(|_| way == Hiring::Employed);
                let lkv = own.and_then(|own| people.lkv(own, &facts.figures));
                cells.push(facts.number_or_dash(lkv));
            }
            cells_of(markup, &cells);
            markup.raw("</tr>\n");
        }
    }
    table_end(markup);
    if has_lkv {
        markup.say(
            "<p>LKV: the loonkostenvoordeel doelgroep banenafspraak of those hours, if it is asked for in the wage return and its conditions are met (Wtl 2.10, 2.13). Of those hired in the uitlener is the employer.</p>\n",
            "<p>LKV: het loonkostenvoordeel doelgroep banenafspraak over die uren, als het in de loonaangifte is aangevraagd en aan de voorwaarden is voldaan (Wtl 2.10, 2.13). Van ingeleende mensen is de uitlener de werkgever.</p>\n",
            &[],
        );
    } else {
        markup.say(
            "<p>The amounts of the loonkostenvoordeel (LKV) of {} are not known here.</p>\n",
            "<p>De bedragen van het loonkostenvoordeel (LKV) van {} zijn hier niet bekend.</p>\n",
            &[&people.rest.year()],
        );
    }
}
