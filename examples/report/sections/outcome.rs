//! The outcome: one sentence, four figures, and the bars.

use banenafspraak::{Euro, ExactHours, Jobs, LevyStatus, Liability, NetEuro, Quantity};

use super::Report;
use crate::chart;
use crate::html::Page;

pub(super) fn section(page: &mut Page, report: &Report<'_>) {
    page.say(
        "<section>\n<h2>The outcome</h2>\n<p class=\"outcome\" id=\"outcome\">",
        "<section>\n<h2>De uitkomst</h2>\n<p class=\"outcome\" id=\"outcome\">",
        &[],
    );
    if report.under_scheme() {
        quota(page, report);
        net(page, report);
    } else if report.outcome.liability() == Liability::Liable {
        quota(page, report);
        levy(page, report);
    } else {
        exempt(page, report);
    }
    page.raw("</p>\n");
    if report.employer.refused().next().is_some() {
        page.say(
            "<p class=\"warning\">Part of the input could not be assessed: see the path over the years.</p>\n",
            "<p class=\"warning\">Een deel van de invoer was niet te beoordelen: zie het verloop over de jaren.</p>\n",
            &[],
        );
    }
    figures(page, report);
    if report.outcome.required_hours().is_ok() {
        page.raw("<figure>\n");
        chart::bars(page, report.outcome);
        page.say(
            "<figcaption>By paid hours. Jobs are rounded down to a tenth, each by itself: they need not add up.</figcaption>\n</figure>\n",
            "<figcaption>Naar verloonde uren. Banen zijn naar beneden afgerond op een tiende, elk op zich: ze hoeven niet op te tellen.</figcaption>\n</figure>\n",
            &[],
        );
    }
    page.raw("</section>\n");
}

/// How many jobs there are, and are short.
fn quota(page: &mut Page, report: &Report<'_>) {
    let outcome = report.outcome;
    let year = outcome.year();
    let (Ok(required), Ok(tekort), Ok(surplus), Ok(short)) = (
        outcome.required_jobs(),
        outcome.quotumtekort(),
        outcome.surplus_jobs(),
        outcome.hours_short(),
    ) else {
        let realised = report.shown(outcome.realised_jobs());
        return page.say(
            "In {} this employer has {} for the doelgroep; no quotumpercentage is known, so that nothing can be said of the jobs required. ",
            "In {} heeft deze werkgever {} voor de doelgroep; er is geen quotumpercentage bekend, zodat over de vereiste banen niets te zeggen is. ",
            &[&year, &realised],
        );
    };
    let (required, tekort_shown) = (report.shown(required), report.number(tekort));
    if tekort > Jobs::ZERO {
        page.say(
            "In {} this employer is <strong>{} jobs short</strong> of the {} that the quota asks. ",
            "In {} komt deze werkgever <strong>{} banen tekort</strong> op de {} die het quotum vraagt. ",
            &[&year, &tekort_shown, &required],
        );
    } else if short > ExactHours::ZERO {
        page.say(
            "In {} this employer is less than a tenth of a job short of the {} that the quota asks, which <strong>counts as met</strong>. ",
            "In {} komt deze werkgever minder dan een tiende van een baan tekort op de {} die het quotum vraagt, en dat <strong>telt als gehaald</strong>. ",
            &[&year, &required],
        );
    } else {
        page.say(
            "In {} this employer <strong>meets the quota</strong> of {}, with {} to spare. ",
            "In {} <strong>haalt deze werkgever het quotum</strong> van {}, met {} over. ",
            &[&year, &required, &report.shown(surplus)],
        );
    }
}

/// The quotumheffing, and what becomes of it.
fn levy(page: &mut Page, report: &Report<'_>) {
    let outcome = report.outcome;
    let levy = report.shown(outcome.quotumheffing());
    if outcome.quotumheffing() == Euro::ZERO {
        return page.say("The quotumheffing is nil.", "De quotumheffing is nihil.", &[]);
    }
    match outcome.levy_status() {
        LevyStatus::NotExecuted => page.say(
            "The quotumheffing on that is {}, which is computed but not executed: <strong>there is nothing to pay</strong> (Wfsv 122na lid 1).",
            "De quotumheffing daarover is {}; die wordt berekend maar niet uitgevoerd: <strong>er is niets te betalen</strong> (Wfsv 122na lid 1).",
            &[&levy],
        ),
        LevyStatus::NeverActivated => page.say(
            "The quotumheffing on that would be {}, but it was never activated for this sector: <strong>there is nothing to pay</strong> (Wfsv 122n lid 1).",
            "De quotumheffing daarover zou {} zijn, maar is voor deze sector nooit geactiveerd: <strong>er is niets te betalen</strong> (Wfsv 122n lid 1).",
            &[&levy],
        ),
        _ => page.say("The quotumheffing on that is {}.", "De quotumheffing daarover is {}.", &[&levy]),
    }
}

/// No quotumheffing, and where the employer stands all the same.
fn exempt(page: &mut Page, report: &Report<'_>) {
    let outcome = report.outcome;
    let why = Quantity::Word(outcome.liability().word()).localized(report.language);
    page.say(
        "In {} this employer <strong>owes no quotumheffing</strong> ({}; Wfsv 34 lid 4). ",
        "In {} is deze werkgever <strong>geen quotumheffing verschuldigd</strong> ({}; Wfsv 34 lid 4). ",
        &[&outcome.year(), &why],
    );
    let required = outcome.required_jobs().unwrap_or(Jobs::ZERO);
    let tekort = outcome.quotumtekort().unwrap_or(Jobs::ZERO);
    let required = report.shown(required);
    if tekort > Jobs::ZERO {
        page.say(
            "Measured against the quota of {} it would be {} short.",
            "Bij het quotum van {} zou het tekort {} zijn.",
            &[&required, &report.shown(tekort)],
        );
    } else if outcome.hours_short().is_ok_and(|short| short > ExactHours::ZERO) {
        page.say(
            "Measured against the quota of {} it would be less than a tenth of a job short, which counts as met.",
            "Bij het quotum van {} zou het tekort minder dan een tiende van een baan zijn, en dat telt als gehaald.",
            &[&required],
        );
    } else {
        page.say(
            "It has the {} that the quota would ask.",
            "Die heeft de {} die het quotum zou vragen.",
            &[&required],
        );
    }
}

/// Bonus less inclusiviteitsheffing.
fn net(page: &mut Page, report: &Report<'_>) {
    let outcome = report.outcome;
    if outcome.liability() == Liability::NotYetActive {
        return page.say(
            "The quota scheme of the Wet banenafspraak is not yet active in this year: there is <strong>nothing to pay</strong> and no bonus (Wet banenafspraak 6 lid 1).",
            "De quotumregeling van de Wet banenafspraak is in dit jaar nog niet actief: er is <strong>niets te betalen</strong> en er is geen bonus (Wet banenafspraak 6 lid 1).",
            &[],
        );
    }
    let net = outcome.net().unwrap_or(NetEuro::ZERO);
    let [heffing, bonus] = [outcome.inclusiviteitsheffing(), outcome.bonus()]
        .map(|euro| report.shown(euro.unwrap_or(Euro::ZERO)));
    // Bonus and heffing are within bounds, so that their difference has its opposite.
    let amount = NetEuro::new(net.to_decimal().abs()).unwrap_or(net);
    let amount = report.shown(amount);
    if outcome.liability() != Liability::Liable {
        let why = Quantity::Word(outcome.liability().word()).localized(report.language);
        return page.say(
            "Under the Wet banenafspraak it owes no inclusiviteitsheffing ({}) and <strong>receives {}</strong> of bonus.",
            "Onder de Wet banenafspraak is de werkgever geen inclusiviteitsheffing verschuldigd ({}) en <strong>ontvangt die {}</strong> aan bonus.",
            &[&why, &amount],
        );
    }
    let (english, dutch) = if net < NetEuro::ZERO {
        (
            "Under the Wet banenafspraak it owes {} of inclusiviteitsheffing and earns {} of bonus: on balance <strong>it pays {}</strong>.",
            "Onder de Wet banenafspraak is de werkgever {} inclusiviteitsheffing verschuldigd en krijgt die {} bonus: per saldo <strong>betaalt de werkgever {}</strong>.",
        )
    } else {
        (
            "Under the Wet banenafspraak it owes {} of inclusiviteitsheffing and earns {} of bonus: on balance <strong>it receives {}</strong>.",
            "Onder de Wet banenafspraak is de werkgever {} inclusiviteitsheffing verschuldigd en krijgt die {} bonus: per saldo <strong>ontvangt de werkgever {}</strong>.",
        )
    };
    page.say(english, dutch, &[&heffing, &bonus, &amount]);
}

/// The four figures.
fn figures(page: &mut Page, report: &Report<'_>) {
    let outcome = report.outcome;
    page.raw("<dl class=\"figures\">\n");
    let percentage = outcome.quotumpercentage().ok().map(|percentage| report.number(percentage));
    let of_hours = page.either("of paid hours", "van de verloonde uren");
    let percentage = percentage.map(|percentage| format!("{percentage} {of_hours}"));
    let names = [
        page.either("Required jobs", "Vereiste banen"),
        page.either("Realised jobs", "Gerealiseerde banen"),
    ];
    let required = report.number_or_dash(outcome.required_jobs());
    figure(page, "required", names[0], &required, &percentage.unwrap_or_default());
    let realised = report.number(outcome.realised_jobs());
    let hours = report.shown(outcome.realised_hours());
    figure(page, "realised", names[1], &realised, &hours);
    let tekort = report.number_or_dash(outcome.quotumtekort());
    let note = match outcome.surplus_jobs() {
        Ok(surplus) if surplus > Jobs::ZERO => {
            format!(
                "{} {}",
                report.number(surplus),
                page.either("above the quota", "boven het quotum")
            )
        }
        _ => page.either("shortfall in jobs", "in banen").to_owned(),
    };
    figure(page, "quotumtekort", "Quotumtekort", &tekort, &note);
    let status = status(page, report);
    if let (Some(heffing), Some(bonus), Some(net)) =
        (outcome.inclusiviteitsheffing(), outcome.bonus(), outcome.net())
    {
        let parts =
            format!("bonus {}; heffing {}; {status}", report.shown(bonus), report.shown(heffing));
        let name = page.either("Net (bonus less heffing)", "Saldo (bonus min heffing)");
        figure(page, "net", name, &report.shown(net), &parts);
    } else {
        figure(page, "levy", "Quotumheffing", &report.shown(outcome.quotumheffing()), status);
    }
    page.raw("</dl>\n");
}

fn figure(page: &mut Page, id: &str, name: &str, value: &str, note: &str) {
    // A great amount breaks after its unit, not in its digits.
    let value = value.replace('\u{a0}', " ");
    page.add(
        "<div><dt>{}</dt><dd class=\"value\" id=\"{}\">{}</dd><dd class=\"note\">{}</dd></div>\n",
        &[&name, &id, &value, &note],
    );
}

/// What becomes of the levy, in plain words.
fn status(page: &Page, report: &Report<'_>) -> &'static str {
    let outcome = report.outcome;
    match (outcome.liability(), outcome.levy_status()) {
        (Liability::NotYetActive, _) => page.either("not yet active", "nog niet actief"),
        (liability, _) if liability != Liability::Liable => page.either("exempt", "vrijgesteld"),
        (_, LevyStatus::NotExecuted) => {
            page.either("not executed: nothing to pay", "niet uitgevoerd: niets te betalen")
        }
        (_, LevyStatus::NeverActivated) => {
            page.either("never activated: nothing to pay", "nooit geactiveerd: niets te betalen")
        }
        _ => page.either("due", "verschuldigd"),
    }
}
