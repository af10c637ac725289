//! What to do next: hours, people, next year.

use super::facts::{Facts, quotumheffing};
use super::markup::Markup;
use super::outlook;
use super::people::People;
use super::table::{Kind, Table};
use crate::assessment::Quota;
use crate::planning::{Gap, Hiring};
use crate::unit::{ExactHours, Hours, Jobs};

const BOTH: [Hiring; 2] = [Hiring::Employed, Hiring::HiredIn];

/// What can be aimed at, and the minimum hours for it.
struct Aim {
    name: &'static str,
    /// Of own workers and of those hired in; none where no number of hours is enough.
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
            "<p>Without a quotumpercentage the required hours are not known: give one with the employer.</p>\n",
            "<p>Zonder quotumpercentage is niet bekend hoeveel uren er nodig zijn; vul er een in voor deze werkgever.</p>\n",
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
    markup.say(
        "<p>Own workers of the doelgroep raise the quota with their hours; hours that an uitlener attributes, or that replace other own hours, do not. The tables show the minimum.",
        "<p>Eigen werknemers uit de doelgroep verhogen met hun uren ook het quotum; uren die een uitlener toerekent, of die andere eigen uren vervangen, doen dat niet. De tabellen tonen het minimum.",
        &[],
    );
    if facts.under_scheme() {
        markup.say(
            " What these hours cost in inclusiviteitsheffing and earn in bonus depends on their wages, and is not in the tables.",
            " Wat deze uren kosten aan inclusiviteitsheffing en opleveren aan bonus, hangt af van het loon en staat niet in de tabellen.",
            &[],
        );
    } else if quotumheffing(facts.outcome).is_some() {
        markup.say(
            " What is saved is quotumheffing that is computed but never collected.",
            " De besparing is quotumheffing die wel is berekend, maar nooit wordt geheven.",
            &[],
        );
    }
    markup.raw("</p>\n");
    hours_table(markup, facts, gap, &aims);
    if let Some(people) = facts.people {
        people_table(markup, facts, &aims, people);
    }
}

fn hours_table(markup: &mut Markup, facts: &Facts<'_>, gap: &Gap<'_>, aims: &[Aim]) {
    let with_levy = quotumheffing(facts.outcome).is_some();
    let mut columns = vec![
        (markup.either("Aim", "Doel"), Kind::Text),
        (markup.either("How", "Hoe"), Kind::Text),
        (markup.either("Minimum hours", "Minimaal aantal uren"), Kind::Number),
    ];
    if with_levy {
        columns.push(saved(markup));
    }
    let caption =
        markup.either("Minimum hours of the doelgroep", "Minimaal aantal uren van de doelgroep");
    let table = Table::begin(markup, caption, &columns);
    for aim in aims {
        for (hiring, hours) in BOTH.into_iter().zip(aim.hours) {
            let mut cells = vec![how(markup, hiring), facts.number_or_dash(hours)];
            if with_levy {
                let after = hours.and_then(|hours| gap.with(hours, hiring).ok());
                let after = after.as_ref().and_then(quotumheffing);
                let saved = quotumheffing(facts.outcome).zip(after);
                let saved = saved.map(|(before, after)| before.net_of(after));
                cells.push(facts.number_or_dash(saved));
            }
            table.row(markup, &aim.name, &cells);
        }
    }
    table.end(markup);
}

fn aims(markup: &Markup, quota: &Quota, gap: &Gap<'_>) -> Vec<Aim> {
    let tekort = quota.quotumtekort();
    let tenth = Jobs::new(rust_decimal::Decimal::new(1, 1)).unwrap_or(Jobs::ZERO);
    let mut aims = Vec::new();
    if tekort > tenth {
        aims.push(Aim {
            name: markup
                .either("A tenth of a job less short", "Een tiende van een baan minder tekort"),
            hours: BOTH.map(|how| gap.next_step(how).ok().flatten().map(|step| step.hours)),
        });
    }
    if tekort > Jobs::ZERO {
        aims.push(Aim {
            name: markup.either("No quotumtekort", "Geen quotumtekort"),
            hours: BOTH.map(|how| gap.to_zero(how).ok()),
        });
    }
    aims.push(Aim {
        name: markup.either("The full quota", "Het volledige quotum"),
        hours: BOTH.map(|how| gap.to_quota(how).ok()),
    });
    aims
}

fn saved(markup: &Markup) -> (&'static str, Kind) {
    (markup.either("Saves (EUR)", "Besparing (€)"), Kind::Number)
}

fn how(markup: &Markup, hiring: Hiring) -> String {
    match hiring {
        Hiring::Employed => markup.either("own workers", "eigen werknemers"),
        Hiring::HiredIn => markup.either("hired in", "ingeleend"),
    }
    .to_owned()
}

/// How many people reach each aim from a day on.
fn people_table(markup: &mut Markup, facts: &Facts<'_>, aims: &[Aim], people: People) {
    let (week, from) = (people.week_text(facts.language), facts.shown(people.rest.from()));
    markup.say(
        "<h3>People with {} hours a week from {}</h3>\n",
        "<h3>Mensen met {} uur per week vanaf {}</h3>\n",
        &[&week, &from],
    );
    let mut columns = vec![
        (markup.either("Aim", "Doel"), Kind::Text),
        (markup.either("How", "Hoe"), Kind::Text),
        (markup.either("People", "Mensen"), Kind::Number),
        (markup.either("Hours together", "Uren samen"), Kind::Number),
    ];
    let with_tekort = !facts.under_scheme();
    let with_levy = quotumheffing(facts.outcome).is_some();
    if with_tekort {
        columns.push((markup.either("Quotumtekort then", "Quotumtekort dan"), Kind::Number));
    }
    if with_levy {
        columns.push(saved(markup));
    }
    let has_lkv = people.lkv(1, &facts.figures).is_some();
    if has_lkv {
        let lkv = markup.either("LKV, at most (EUR)", "LKV, maximaal (€)");
        columns.push((lkv, Kind::Number));
    }
    let caption = markup
        .either("Minimum number of people for each aim", "Minimaal aantal mensen voor elk doel");
    let table = Table::begin(markup, caption, &columns);
    for aim in aims {
        for (hiring, hours) in BOTH.into_iter().zip(aim.hours) {
            let needed = hours.and_then(|hours| people.needed(hours));
            let together = needed.and_then(|needed| people.hours(needed));
            let count = needed.map_or_else(|| "–".to_owned(), |needed| needed.to_string());
            let mut cells = vec![how(markup, hiring), count, facts.number_or_dash(together)];
            let employer = facts.outcome.employer();
            let effect =
                needed.and_then(|needed| people.effect(hiring, needed, employer, &facts.figures));
            if with_tekort {
                let after = effect.as_ref().and_then(|effect| effect.after.quota());
                cells.push(facts.number_or_dash(after.map(Quota::quotumtekort)));
            }
            if with_levy {
                cells.push(facts.number_or_dash(effect.and_then(|effect| effect.saves)));
            }
            if has_lkv {
                let own = needed.filter(|_| hiring == Hiring::Employed);
                let lkv = own.and_then(|own| people.lkv(own, &facts.figures));
                cells.push(facts.number_or_dash(lkv));
            }
            table.row(markup, &aim.name, &cells);
        }
    }
    table.end(markup);
    if has_lkv {
        markup.say(
            "<p>LKV: the loonkostenvoordeel doelgroep banenafspraak of those hours, if it is requested in the wage return and its conditions are met (Wtl 2.10, 2.13). For people hired in, the uitlener is the employer.</p>\n",
            "<p>LKV: het loonkostenvoordeel doelgroep banenafspraak over die uren, indien aangevraagd in de aangifte en als aan de voorwaarden is voldaan (Wtl 2.10, 2.13). Van ingeleende mensen is de uitlener de werkgever.</p>\n",
            &[],
        );
    } else {
        markup.say(
            "<p>The amounts of the loonkostenvoordeel (LKV) of {} are not known.</p>\n",
            "<p>De bedragen van het loonkostenvoordeel (LKV) van {} zijn niet bekend.</p>\n",
            &[&people.rest.year()],
        );
    }
}
