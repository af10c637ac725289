//! The jobs under each percentage of a sweep, drawn.

use std::collections::BTreeMap;

use banenafspraak::report::chart::{Against, ChartFile, ColumnChart};
use banenafspraak::sums::{Row, Sums};
use banenafspraak::unit::Quantity;
use banenafspraak::{Language, Sector};

/// A chart for each group, with a column for each percentage.
pub(crate) fn of(sums: &Sums, language: Language) -> String {
    let (title, unit) = match language {
        Language::Nl => ("Vereiste banen bij elk quotumpercentage", "banen"),
        _ => ("Required jobs under each quotumpercentage", "jobs"),
    };
    let mut charts: BTreeMap<_, ColumnChart> = BTreeMap::new();
    for Row { group, sum, .. } in sums.iter() {
        let Some(percentage) = group.quotumpercentage else { continue };
        let year = group.year.map(|year| year.to_string());
        let sector = group.sector.map(|sector| match (sector, language) {
            (Sector::Markt, Language::Nl) => "markt",
            (Sector::Markt, _) => "market",
            (Sector::Overheid, Language::Nl) => "overheid",
            (Sector::Overheid, _) => "government",
        });
        let grouping = sums.grouping();
        let is_known = year.is_some() == grouping.year && sector.is_some() == grouping.sector;
        if !is_known {
            // Of these inputs nothing is known.
            continue;
        }
        let heading: Vec<_> = year.into_iter().chain(sector.map(str::to_owned)).collect();
        let chart = charts
            .entry((group.year, sector))
            .or_insert_with(|| ColumnChart::new(language, heading.join(", "), unit));
        let label = Quantity::from(percentage).localized(language).to_string();
        // What is above the quota of one employer does not fill that of another.
        match sum.required_jobs.checked_sub(sum.quotumtekort) {
            Ok(filled) if sum.employers > sum.not_assessed => {
                chart.add(label, Some(sum.required_jobs), filled);
            }
            _ => chart.add_unknown(label),
        }
    }
    let file = ChartFile::new(language, title, Against::Quotas);
    charts.into_values().fold(file, ChartFile::with).svg()
}
