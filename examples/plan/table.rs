//! The facts as a table: one figure a row.

use banenafspraak::planning::{Comparison, Hiring, Scenario};
use banenafspraak::tables::{Cell, Column, Row};
use banenafspraak::unit::{Quantity, Rounding};
use banenafspraak::{Assessment, Error, Language, Levy, Quota, Sector, Year};

use crate::facts::{Closing, Facts, Instead, People, Planned};

/// Words in English and Dutch.
type Words = (&'static str, &'static str);

/// One figure of the plan, or why it is not known.
pub(crate) struct PlanRow {
    id: Option<String>,
    year: Year,
    sector: Sector,
    part: Words,
    /// The scenario, or the percentage of next year.
    scenario: String,
    /// How hours of the doelgroep come in.
    way: Option<Words>,
    figure: Words,
    value: Option<Quantity>,
    error: String,
}

fn word(words: Option<Words>) -> Cell<'static> {
    words.map_or(Cell::Empty, |(english, dutch)| Cell::word(english, dutch))
}

impl Row for PlanRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", "werkgever", |it| Cell::text(it.id.as_deref().unwrap_or_default())),
        Column::new("year", "jaar", |it| Cell::of(it.year)),
        Column::new("sector", "sector", |it| Cell::text(it.sector.word())),
        Column::new("part", "onderdeel", |it| word(Some(it.part))),
        Column::new("scenario", "scenario", |it| Cell::text(&it.scenario)),
        Column::new("way", "manier", |it| word(it.way)),
        Column::new("figure", "cijfer", |it| word(Some(it.figure))),
        Column::new("value", "waarde", |it| Cell::maybe(it.value)),
        Column::new("unit", "eenheid", |it| word(it.value.and_then(unit))),
        Column::new("error", "fout", |it| Cell::text(&it.error)),
    ];
}

const fn unit(quantity: Quantity) -> Option<Words> {
    match quantity {
        Quantity::Hours(_) | Quantity::ExactHours(_) => Some(("hours", "uren")),
        Quantity::HoursPerWeek(_) => Some(("hours/week", "uren/week")),
        Quantity::Jobs(_) => Some(("jobs", "banen")),
        Quantity::Euro(_) | Quantity::SignedEuro(_) => Some(("EUR", "EUR")),
        Quantity::EuroPerHour(_) => Some(("EUR/hour", "EUR/uur")),
        Quantity::Percentage(_) => Some(("%", "%")),
        _ => None,
    }
}

const OUTCOME: Words = ("outcome", "uitkomst");
const GAP: Words = ("gap", "tekort wegwerken");
const PEOPLE: Words = ("people", "mensen");
const CHANGES: Words = ("changes", "wijzigingen");
const NEXT_YEAR: Words = ("next_year", "volgend jaar");
const COMPARISON: Words = ("comparison", "vergelijking");

/// All figures of the plan.
pub(crate) fn of(facts: &Facts, language: Language) -> Vec<PlanRow> {
    let mut table = Table { employer: &facts.outcome, language, rows: Vec::new() };
    table.outcome(OUTCOME, "", &facts.outcome);
    if let Some(planned) = &facts.plan {
        table.planned(planned);
    }
    match &facts.ways {
        Ok(ways) => ways.iter().for_each(|closing| table.closing(closing)),
        Err(error) => {
            let unknown = ("hours_to_quota", "uren tot het quotum");
            table.add(GAP, "", None, unknown, Err(error.clone()));
        }
    }
    match &facts.people {
        Some(Ok(people)) => table.people(people),
        Some(Err(error)) => {
            table.add(PEOPLE, "", None, ("people", "mensen"), Err(error.clone()));
        }
        None => {}
    }
    match &facts.next_year {
        Ok(years) => years.iter().for_each(|outcome| table.next_year(outcome)),
        Err(error) => {
            table.add(NEXT_YEAR, "", None, ("quotumtekort", "quotumtekort"), Err(error.clone()));
        }
    }
    for (scenario, both) in &facts.comparisons {
        table.comparison(scenario, both);
    }
    table.rows
}

/// The rows so far.
struct Table<'f> {
    employer: &'f Assessment,
    language: Language,
    rows: Vec<PlanRow>,
}

impl Table<'_> {
    fn add(
        &mut self,
        part: Words,
        scenario: &str,
        way: Option<Words>,
        figure: Words,
        value: Result<Quantity, Error>,
    ) {
        let language = self.language;
        let text = |error: Error| format!("{} [{}]", error.localized(language), error.code());
        self.row(part, scenario, way, figure, value.map_err(text));
    }

    fn row(
        &mut self,
        part: Words,
        scenario: &str,
        way: Option<Words>,
        figure: Words,
        value: Result<Quantity, String>,
    ) {
        let (value, error) = match value {
            Ok(value) => (Some(value), String::new()),
            Err(error) => (None, error),
        };
        self.rows.push(PlanRow {
            id: self.employer.id().map(str::to_owned),
            year: self.employer.year(),
            sector: self.employer.sector(),
            part,
            scenario: scenario.to_owned(),
            way,
            figure,
            value,
            error,
        });
    }

    /// A figure, where it is known.
    fn known(
        &mut self,
        part: Words,
        scenario: &str,
        figure: Words,
        value: Option<impl Into<Quantity>>,
    ) {
        if let Some(value) = value {
            self.add(part, scenario, None, figure, Ok(value.into()));
        }
    }

    fn outcome(&mut self, part: Words, scenario: &str, outcome: &Assessment) {
        let quota = outcome.quota();
        let required = quota.map(Quota::required_jobs);
        self.known(part, scenario, ("required_jobs", "vereiste banen"), required);
        let realised = Some(outcome.realised_jobs());
        self.known(part, scenario, ("realised_jobs", "gerealiseerde banen"), realised);
        let tekort = quota.map(Quota::quotumtekort);
        self.known(part, scenario, ("quotumtekort", "quotumtekort"), tekort);
        self.levy(part, scenario, outcome.levy());
        let payable = Some(outcome.payable().amount());
        self.known(part, scenario, ("payable", "te betalen"), payable);
    }

    fn levy(&mut self, part: Words, scenario: &str, levy: Levy) {
        match levy {
            Levy::Quotumheffing { quotumheffing, .. } => {
                self.known(part, scenario, ("quotumheffing", "quotumheffing"), quotumheffing);
            }
            Levy::WetBanenafspraak { inclusiviteitsheffing, bonus, net, .. } => {
                let heffing = ("inclusiviteitsheffing", "inclusiviteitsheffing");
                self.known(part, scenario, heffing, Some(inclusiviteitsheffing));
                self.known(part, scenario, ("bonus", "bonus"), Some(bonus));
                self.known(part, scenario, ("net", "saldo"), Some(net));
            }
        }
    }

    fn planned(&mut self, planned: &Planned) {
        let effects = [Some(&planned.quotumheffing), planned.wet_banenafspraak.as_ref()];
        for effect in effects.into_iter().flatten() {
            let law = effect.after.regime().word();
            self.outcome(CHANGES, law, &effect.after);
            self.known(CHANGES, law, ("saves", "besparing"), effect.saves);
        }
    }

    fn closing(&mut self, closing: &Closing) {
        let way = Some(way(closing.way));
        if let Ok(Some(step)) = &closing.next_step {
            let hours = ("hours_to_next_tenth", "uren tot het volgende tiende van een baan");
            self.add(GAP, "", way, hours, Ok(step.hours.into()));
            if let Some(saved) = step.saves {
                self.add(GAP, "", way, ("saves", "besparing"), Ok(saved.into()));
            }
        }
        let to_zero = closing.to_zero.clone().map(Quantity::from);
        self.add(GAP, "", way, ("hours_to_zero", "uren tot geen quotumtekort"), to_zero);
        let to_quota = closing.to_quota.clone().map(Quantity::from);
        self.add(GAP, "", way, ("hours_to_quota", "uren tot het volledige quotum"), to_quota);
    }

    fn people(&mut self, people: &People) {
        let way = Some(way(people.way));
        let mut add = |figure, value| self.add(PEOPLE, "", way, figure, value);
        add(("people", "mensen"), Ok(people.number.into()));
        add(("hours_per_week", "uren per week"), Ok(people.each.into()));
        add(("from", "vanaf"), Ok(people.rest.from().into()));
        add(("hours", "uren"), Ok(people.hours.into()));
        match &people.effect {
            Ok(effect) => {
                if let Some(saved) = effect.saves {
                    add(("saves", "besparing"), Ok(saved.into()));
                }
            }
            Err(error) => add(("saves", "besparing"), Err(error.clone())),
        }
        if let Some(lkv) = people.lkv {
            add(("loonkostenvoordeel", "loonkostenvoordeel"), Ok(lkv.into()));
        }
        if let Some(instead) = &people.instead {
            self.instead(way, instead);
        }
    }

    /// With another number of people.
    fn instead(&mut self, way: Option<Words>, instead: &Instead) {
        let scenario = match self.language {
            Language::Nl => format!("met {}", instead.people),
            _ => format!("with {}", instead.people),
        };
        let each = ("hours_per_week", "uren per week");
        match &instead.each {
            Ok(hours) if instead.is_possible() => {
                self.add(PEOPLE, &scenario, way, each, Ok((*hours).into()));
            }
            Ok(_) => {
                let why = Instead::too_many_hours(self.language).to_owned();
                self.row(PEOPLE, &scenario, way, each, Err(why));
            }
            Err(error) => self.add(PEOPLE, &scenario, way, each, Err(error.clone())),
        }
        let latest = instead.latest.clone().map(|rest| rest.from().into());
        self.add(PEOPLE, &scenario, way, ("latest_from", "uiterlijk vanaf"), latest);
    }

    fn next_year(&mut self, outcome: &Assessment) {
        let first = self.rows.len();
        let scenario = outcome.quota().map(Quota::quotumpercentage);
        let scenario = scenario.map(|it| Quantity::from(it).localized(self.language).to_string());
        self.outcome(NEXT_YEAR, &scenario.unwrap_or_default(), outcome);
        for row in self.rows.iter_mut().skip(first) {
            row.year = outcome.year();
        }
    }

    fn comparison(&mut self, scenario: &Scenario, both: &Comparison) {
        let name = &*scenario.name;
        self.levy(COMPARISON, name, both.quotumheffing.levy());
        self.levy(COMPARISON, name, both.wet_banenafspraak.levy());
        self.known(COMPARISON, name, ("saves", "besparing"), both.saves);
        let jobs = both.break_even_jobs().and_then(|it| it.rounded(Rounding::up(1)));
        self.known(COMPARISON, name, ("break_even_jobs", "banen bij saldo nul"), jobs.ok());
        let surcharge = both.break_even_surcharge();
        let surcharge = surcharge.and_then(|it| it.rounded(Rounding::half_up(4)));
        let figure = ("break_even_surcharge_percentage", "opslag bij saldo nul");
        self.known(COMPARISON, name, figure, surcharge.ok());
        let bonus = both.break_even_bonus().ok().flatten();
        let bonus = bonus.and_then(|it| it.rounded(Rounding::up(2)).ok());
        self.known(COMPARISON, name, ("break_even_bonus_per_hour", "bonus bij saldo nul"), bonus);
    }
}

const fn way(way: Hiring) -> Words {
    match way {
        Hiring::Employed => ("employed", "in dienst"),
        _ => ("hired_in", "ingeleend"),
    }
}
