//! The report, section by section.

mod basis;
mod next;
mod outcome;
mod outlook;
mod path;

use banenafspraak::law::Regime;
use banenafspraak::planning::RestOfYear;
use banenafspraak::unit::{ExactHours, HoursPerWeek, Quantity, SignedEuro};
use banenafspraak::{Assessment, Euro, Language, Levy, Percentage, Quota, Sector};

use crate::html::Page;
use crate::input::Employer;

/// What is reported.
pub(crate) struct Report<'a> {
    pub(crate) language: Language,
    pub(crate) employer: &'a Employer,
    /// The last year that could be assessed.
    pub(crate) outcome: &'a Assessment,
    /// Hours a week of those who may come.
    pub(crate) week: HoursPerWeek,
    /// From the day they may come on.
    pub(crate) rest: Option<RestOfYear>,
    /// Quotumpercentages to assume for next year.
    pub(crate) percentages: &'a [Percentage],
}

impl Report<'_> {
    /// A quantity with its unit, which stay on one line.
    fn shown(&self, quantity: impl Into<Quantity>) -> String {
        quantity.into().localized(self.language).to_string().replace(' ', "\u{a0}")
    }

    /// A quantity without its unit.
    fn number(&self, quantity: impl Into<Quantity>) -> String {
        quantity.into().number(self.language).to_string()
    }

    /// A quantity without its unit, or a dash.
    fn number_or_dash<Q: Into<Quantity>>(&self, quantity: Option<Q>) -> String {
        quantity.map_or_else(|| "–".to_owned(), |quantity| self.number(quantity))
    }

    /// The hours a week, in the style of the language.
    fn week(&self) -> String {
        let week = self.week.to_string();
        if self.language == Language::Nl { week.replace('.', ",") } else { week }
    }

    /// Whether there is a gap, and a day from which people may close it.
    fn tells_people(&self) -> bool {
        let is_short = |quota: &Quota| quota.hours_short() > ExactHours::ZERO;
        self.rest.is_some() && self.outcome.quota().is_some_and(is_short)
    }

    fn under_scheme(&self) -> bool {
        self.outcome.regime() == Regime::WetBanenafspraak
    }
}

/// The page.
pub(crate) fn page(report: &Report<'_>) -> String {
    let mut page = Page::new(report.language);
    let year = report.outcome.year();
    let name = report.employer.name.as_deref();
    let name = name.unwrap_or(page.either("Employer", "Werkgever"));
    page.head(&format_args!("Banenafspraak {year}: {name}"));
    let sector = sector(&page, report.outcome.sector());
    let law = match report.outcome.regime() {
        Regime::WetBanenafspraak => "Wet banenafspraak",
        _ => "Wfsv (quotumheffing)",
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
        &[&year, &sector, &law],
    );
    outcome::section(&mut page, report);
    path::section(&mut page, report);
    next::section(&mut page, report);
    basis::section(&mut page, report);
    page.end()
}

/// The sector, with its gloss in English.
fn sector(page: &Page, sector: Sector) -> &'static str {
    match sector {
        Sector::Overheid => page.either("overheid (government)", "overheid"),
        Sector::Markt => page.either("markt (market)", "markt"),
    }
}

/// A table's beginning up to its rows: a caption, and columns, those of numbers to the right. On a
/// phone it is moved sideways.
fn table(page: &mut Page, caption: &'static str, columns: &[(&'static str, bool)]) {
    page.add(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n<table>\n",
        &[&caption],
    );
    head(page, caption, columns);
}

/// A table whose rows stand below each other on a phone.
fn stack(
    page: &mut Page,
    class: &'static str,
    caption: &'static str,
    columns: &[(&'static str, bool)],
) {
    page.add("<div>\n<table class=\"stack {}\">\n", &[&class]);
    head(page, caption, columns);
}

fn head(page: &mut Page, caption: &'static str, columns: &[(&'static str, bool)]) {
    page.add("<caption><span>{}</span></caption>\n<thead>\n<tr>", &[&caption]);
    for (column, is_number) in columns {
        page.raw(if *is_number { "<th scope=\"col\" class=\"n\">" } else { "<th scope=\"col\">" });
        // Of this program: a word of it may say where it breaks.
        page.raw(column);
        page.raw("</th>");
    }
    page.raw("</tr>\n</thead>\n<tbody>\n");
}

/// Cells of numbers.
fn cells_of(page: &mut Page, cells: &[String]) {
    for cell in cells {
        page.add("<td class=\"n\">{}</td>", &[cell]);
    }
}

fn table_end(page: &mut Page) {
    page.raw("</tbody>\n</table>\n</div>\n");
}

/// The quotumheffing, where that is the law and it is known.
fn quotumheffing(outcome: &Assessment) -> Option<Euro> {
    match outcome.levy() {
        Levy::Quotumheffing { quotumheffing, .. } => quotumheffing,
        Levy::WetBanenafspraak { .. } => None,
    }
}

/// Bonus less inclusiviteitsheffing, where the Wet banenafspraak is the law.
fn net(outcome: &Assessment) -> Option<SignedEuro> {
    match outcome.levy() {
        Levy::Quotumheffing { .. } => None,
        Levy::WetBanenafspraak { net, .. } => Some(net),
    }
}
