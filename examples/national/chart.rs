//! The path of the country, drawn: jobs realised against the targets, by sector.

use banenafspraak::national::{CountName, National};
use banenafspraak::report::chart::{Against, ChartFile, ColumnChart};
use banenafspraak::{Language, Sector};

use crate::COLUMNS;

/// A chart for each sector and one for both, with a column for each year.
pub(crate) fn of(national: &National, language: Language) -> String {
    let say = |english: &'static str, dutch: &'static str| match language {
        Language::Nl => dutch,
        _ => english,
    };
    let title = say("Extra jobs against their targets", "Extra banen en hun doelen");
    let mut file = ChartFile::new(language, title, Against::Target);
    for sector in COLUMNS {
        let heading = match sector {
            Some(Sector::Markt) => say("Market", "Markt"),
            Some(Sector::Overheid) => say("Government", "Overheid"),
            None => say("Together", "Samen"),
        };
        let mut chart = ColumnChart::new(language, heading, say("extra jobs", "extra banen"));
        for year in national.years() {
            let of = |name| national.jobs(name, year, sector);
            match of(CountName::Realised) {
                Ok(realised) => chart.add(year.to_string(), of(CountName::Target).ok(), realised),
                Err(_) => chart.add_unknown(year.to_string()),
            }
        }
        file = file.with(chart);
    }
    file.svg()
}
