//! The dates that follow from each year assessed for the quotumheffing.

use std::collections::BTreeSet;
use std::io::{self, Write};

use banenafspraak::law::DateName;
use banenafspraak::law::QuotumDates;
use banenafspraak::unit::Quantity;
use banenafspraak::{Language, Year};

/// A row for each year, and the articles below.
pub(crate) fn write(
    out: &mut impl Write,
    years: &BTreeSet<Year>,
    language: Language,
) -> io::Result<()> {
    let calendars =
        years.iter().map(|&year| (year, QuotumDates::of(year).calendar())).collect::<Vec<_>>();
    let Some((_, names)) = calendars.first() else { return Ok(()) };
    let dates = if language == Language::Nl { "Termijnen" } else { "Dates" };
    let row = |first: String, cells: [String; 5]| {
        let [filed, agreed, decided, payable, lapses] = cells;
        format!("{first:<6} {filed:<20} {agreed:<20} {decided:<20} {payable:<20} {lapses}")
    };
    let headings = names.map(|(name, _)| heading(name, language).to_owned());
    writeln!(out, "\n{}", row(dates.to_owned(), headings))?;
    for (year, days) in &calendars {
        let days = days.map(|(_, day)| Quantity::Date(day).localized(language).to_string());
        writeln!(out, "{}", row(year.to_string(), days))?;
    }
    let sources: Vec<String> = names.iter().map(|(name, _)| name.source().to_string()).collect();
    let executed = if language == Language::Nl {
        "wettelijke termijnen als de heffing wordt uitgevoerd"
    } else {
        "as the law sets them for a levy that is executed"
    };
    writeln!(out, "{:<6} [{}], {executed}", "", sources.join("; "))
}

const fn heading(name: DateName, language: Language) -> &'static str {
    match (name, language) {
        (DateName::WageReturnsFiledBy, Language::Nl) => "aangiften t/m",
        (DateName::WageReturnsFiledBy, _) => "wage returns by",
        (DateName::AttributionsAgreedBy, Language::Nl) => "toerekening t/m",
        (DateName::AttributionsAgreedBy, _) => "lent hours by",
        (DateName::DecidedBefore, Language::Nl) => "beschikking vóór",
        (DateName::DecidedBefore, _) => "decided before",
        (DateName::PayableBy, Language::Nl) => "te betalen uiterlijk",
        (DateName::PayableBy, _) => "payable by, latest",
        (_, Language::Nl) => "herziening t/m",
        (_, _) => "revision until",
    }
}
