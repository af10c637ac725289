//! The page: its head, the sections in their order, and its end.

use super::facts::{Facts, sector};
use super::markup::Markup;
use super::{basis, chart, next, outcome, path};
use crate::law::Regime;

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

/// The whole page.
pub(super) fn page(facts: &Facts<'_>) -> String {
    let mut page = Markup::new(facts.language);
    let year = facts.outcome.year();
    let name = facts.name.unwrap_or(page.either("Employer", "Werkgever"));
    head(&mut page, &format!("Banenafspraak {year}: {name}"));
    header(&mut page, facts, name);
    outcome::section(&mut page, facts);
    path::section(&mut page, facts);
    next::section(&mut page, facts);
    basis::section(&mut page, facts);
    page.raw("</main>\n</body>\n</html>\n");
    page.end()
}

fn head(page: &mut Markup, title: &str) {
    let language = page.either("en", "nl");
    page.add(HEAD, &[&language, &title]);
    page.raw(chart::STYLE);
    page.raw(include_str!("style.css"));
    page.raw("</style>\n</head>\n<body>\n");
    // Once, for every chart of the page.
    page.raw("<svg class=\"patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\">");
    page.raw(chart::PATTERNS);
    page.raw("</svg>\n<main>\n");
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
        "<p>Year {} · Sector {} · {}</p>\n</header>\n",
        "<p>Jaar {} · Sector {} · {}</p>\n</header>\n",
        &[&facts.outcome.year(), &sector, &law],
    );
}
