//! The table of the country's counts: one row a figure.

use super::cell::Cell;
use super::row::{Column, Row};
use crate::error::Error;
use crate::language::Phrase;
use crate::law::Sector;
use crate::national::{CountName, National};
use crate::parameters::{Provenance, Source};
use crate::unit::{Jobs, Year};

/// One figure of the country, in jobs: `year,sector,figure,value,how_known,source`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CountRow {
    /// The year at whose end it was counted.
    pub year: Year,
    /// The sector; `None` for the whole country.
    pub sector: Option<Sector>,
    /// The figure.
    pub figure: Phrase,
    /// Its jobs.
    pub jobs: Jobs,
    /// Whether it was published, given or derived from other figures.
    pub how_known: Provenance,
    /// Where it comes from, or what it was derived from.
    pub source: CountSource,
}

/// Where a figure of the country comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CountSource {
    /// Its own source.
    Given(Source),
    /// How it was derived, in a few words.
    Derived(Phrase),
}

impl CountRow {
    fn source(&self) -> Cell<'_> {
        match &self.source {
            CountSource::Given(Source::Publication(text)) => Cell::Word(*text),
            CountSource::Given(source) => Cell::Text(source.to_string().into()),
            CountSource::Derived(how) => Cell::Word(*how),
        }
    }
}

impl Row for CountRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("year", "jaar", |row| Cell::of(row.year)),
        Column::new("sector", "sector", |row| match row.sector {
            Some(sector) => Cell::text(sector.word()),
            None => Cell::word("total", "totaal"),
        }),
        Column::new("figure", "cijfer", |row| Cell::Word(row.figure)),
        Column::new("value", "waarde", |row| Cell::Number(row.jobs.to_decimal())),
        Column::new("how_known", "hoe_bekend", |row| Cell::of(row.how_known)),
        Column::new("source", "bron", CountRow::source),
    ];
}

/// The sectors, and the whole country.
const SECTORS: [Option<Sector>; 3] = [Some(Sector::Markt), Some(Sector::Overheid), None];

/// All figures of a year that are known: those that were counted or agreed, and what follows from them.
///
/// ```
/// use banenafspraak::Year;
/// use banenafspraak::national::National;
/// use banenafspraak::tables::{Form, TableWriter, count_rows};
///
/// let mut table = TableWriter::new(Vec::new(), Form::plain())?;
/// for row in count_rows(&National::published(), Year::new(2024)?) {
///     table.write(&row)?;
/// }
/// let text = String::from_utf8(table.into_inner())?;
/// assert!(text.starts_with("year,sector,figure,value,how_known,source\n"));
/// assert!(text.contains("\n2024,total,short,25384,derived,target - realised\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn count_rows(national: &National, year: Year) -> Vec<CountRow> {
    let mut rows = Vec::new();
    for name in CountName::all() {
        for sector in SECTORS {
            rows.extend(counted(national, name, year, sector));
        }
    }
    for sector in SECTORS {
        let against = national.against_target(year, sector);
        let short = against.clone().map(|it| it.short());
        let above = against.map(|it| it.above());
        let growth = national.growth(CountName::Realised, year, sector);
        let nulmeting = national.nulmeting(year, sector);
        let derived = |figure, jobs: Result<Jobs, Error>, how| {
            let row = |jobs| CountRow {
                year,
                sector,
                figure,
                jobs,
                how_known: Provenance::Derived,
                source: CountSource::Derived(how),
            };
            jobs.ok().map(row)
        };
        rows.extend(derived(
            Phrase::new("short", "onder_het_doel"),
            short,
            Phrase::new("target - realised", "doel - gerealiseerd"),
        ));
        rows.extend(derived(
            Phrase::new("above", "boven_het_doel"),
            above,
            Phrase::new("realised - target", "gerealiseerd - doel"),
        ));
        rows.extend(derived(
            Phrase::new("growth_of_realised", "groei_van_gerealiseerd"),
            growth,
            Phrase::new(
                "realised - realised of the year before",
                "gerealiseerd - gerealiseerd in het jaar ervoor",
            ),
        ));
        rows.extend(derived(
            Phrase::new("nulmeting", "nulmeting"),
            nulmeting,
            Phrase::new(
                "jobs_including_nulmeting - realised",
                "banen_inclusief_nulmeting - gerealiseerd",
            ),
        ));
    }
    rows
}

/// A count with its source, or the sum of its sectors.
fn counted(
    national: &National,
    name: CountName,
    year: Year,
    sector: Option<Sector>,
) -> Option<CountRow> {
    let figure = Phrase::new(name.word(), dutch(name));
    let row = |jobs, how_known, source| CountRow { year, sector, figure, jobs, how_known, source };
    if let Ok(count) = national.count(name, year, sector) {
        let source = CountSource::Given(count.source().clone());
        return Some(row(count.jobs(), count.provenance(), source));
    }
    let jobs = national.jobs(name, year, sector).ok()?;
    let how = Phrase::new("market + government", "markt + overheid");
    Some(row(jobs, Provenance::Derived, CountSource::Derived(how)))
}

const fn dutch(name: CountName) -> &'static str {
    match name {
        CountName::Target => "doel",
        CountName::Realised => "gerealiseerd",
        CountName::FormalEmployment => "formele_dienstverbanden",
        CountName::Inleenverbanden => "inleenverbanden",
        CountName::JobsIncludingNulmeting => "banen_inclusief_nulmeting",
        CountName::Growth => "groei",
        CountName::GrowthFormalEmployment => "groei_formele_dienstverbanden",
        CountName::GrowthInleenverbanden => "groei_inleenverbanden",
    }
}
