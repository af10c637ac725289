//! The page: its head, the sections in their order, and its end.

use std::fmt::Write as _;

use super::facts::{Facts, sector};
use super::markup::Markup;
use super::{basis, chart, exempt, next, outcome, path};
use crate::law::Regime;
use crate::printable::Printable;
use crate::unit::Quantity;

/// Nothing is loaded and nothing runs: the page has a style of its own, and no more.
const HEAD: &str = r#"<!DOCTYPE html>
<html lang="{}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<title>{}</title>
<style>
"#;

/// The most characters of the title at the foot of a page on paper: more would reach its number.
const MOST_IN_FOOT: usize = 70;

/// The whole page.
pub(super) fn page(facts: &Facts<'_>) -> String {
    let mut page = Markup::new(facts.language);
    let year = facts.outcome.year();
    let name = facts.name.unwrap_or(page.either("Employer", "Werkgever"));
    head(&mut page, facts, &format!("Banenafspraak {year}: {name}"));
    header(&mut page, facts, name);
    if facts.is_exempt() {
        exempt::section(&mut page, facts);
    } else {
        outcome::section(&mut page, facts);
        path::section(&mut page, facts);
        next::section(&mut page, facts);
        basis::section(&mut page, facts);
    }
    page.raw("</main>\n</body>\n</html>\n");
    page.end()
}

fn head(page: &mut Markup, facts: &Facts<'_>, title: &str) {
    let language = page.either("en", "nl");
    page.add(HEAD, &[&language, &title]);
    page.raw(chart::STYLE);
    page.raw(include_str!("style.css"));
    paper(page, facts, title);
    page.raw("</style>\n</head>\n<body>\n");
    // Once, for every chart of the page.
    page.raw("<svg class=\"patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\">");
    page.raw(chart::PATTERNS);
    page.raw("</svg>\n<main>\n");
}

/// On paper the foot of each page says whose report it is, of which date, and the page's number.
fn paper(page: &mut Markup, facts: &Facts<'_>, title: &str) {
    let title = Printable(title).to_string();
    let mut foot: String = title.chars().take(MOST_IN_FOOT).collect();
    if foot.len() < title.len() {
        foot.push('…');
    }
    if let Some(date) = facts.date {
        foot.push_str(" · ");
        foot.push_str(&Quantity::Date(date).localized(facts.language).to_string());
    }
    page.raw("@page { size: A4; margin: 14mm 15mm 16mm; ");
    page.add("@bottom-left { content: \"{}\"; font: 8pt sans-serif; } ", &[&css_text(&foot)]);
    page.raw("@bottom-right { content: counter(page) \" / \" counter(pages); font: 8pt sans-serif; } }\n");
}

/// A text as it is written in quotes in CSS: by number what is no letter, digit or space, so that
/// neither CSS nor HTML reads anything in it.
fn css_text(text: &str) -> String {
    text.chars().fold(String::new(), |mut safe, character| {
        if character.is_ascii_alphanumeric() || character == ' ' {
            safe.push(character);
        } else {
            // The space ends the number.
            let _ = write!(safe, "\\{:x} ", u32::from(character));
        }
        safe
    })
}

fn header(page: &mut Markup, facts: &Facts<'_>, name: &str) {
    let sector = sector(page, facts.outcome.sector());
    let law = match facts.outcome.regime() {
        Regime::WetBanenafspraak => "Wet banenafspraak",
        Regime::Quotumheffing => "Wfsv (quotumheffing)",
    };
    page.say(
        "<header>\n<p class=\"kind\">Banenafspraak report</p>\n",
        "<header>\n<p class=\"kind\">Rapport banenafspraak</p>\n",
        &[],
    );
    page.add("<h1><bdi>{}</bdi></h1>\n", &[&name]);
    page.say(
        "<p>Year {} · Sector {} · {}",
        "<p>Jaar {} · Sector {} · {}",
        &[&facts.outcome.year(), &sector, &law],
    );
    if let Some(date) = facts.date {
        page.say(" · Report of {}", " · Rapport van {}", &[&facts.shown(date)]);
    }
    page.raw("</p>\n</header>\n");
}
