//! Published figures and worked examples: the numbers anyone can look up or recompute by hand.
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

mod common;

use banenafspraak::law::LevyStatus;
use banenafspraak::law::rounding::{QUOTUMPERCENTAGE_AS_PUBLISHED, QUOTUMPERCENTAGE_BY_STATUTE};
use banenafspraak::parameters::QuotumpercentageVariables;
use banenafspraak::regime::loonkostenvoordeel;
use banenafspraak::unit::HoursPerJob;
use banenafspraak::{
    EmployerYear, ErrorKind, Euro, FigureName, Figures, Hours, Language, Liability, Payable,
    Sector, Year, assess,
};
use common::{Answers as _, employer};

const PERCENTAGES: &str = include_str!("golden/quotumpercentages.csv");
const VARIABLES: &str = include_str!("golden/quotumpercentage_variables.csv");

fn rows(csv: &str) -> impl Iterator<Item = Vec<&str>> {
    csv.lines().skip(1).map(|line| line.splitn(5, ',').collect())
}

fn sector(name: &str) -> Sector {
    if name == "overheid" { Sector::Overheid } else { Sector::Markt }
}

#[test]
fn every_published_percentage_is_shipped_with_its_source() {
    let mut seen = 0;
    for row in rows(PERCENTAGES) {
        let year = row[0].parse().unwrap();
        let figure = Figures::published()
            .figure(FigureName::Quotumpercentage, year, sector(row[1]))
            .unwrap();
        assert_eq!(figure.value().to_string(), row[2], "{row:?}");
        assert_eq!(figure.source().to_string(), row[3], "{row:?}");
        seen += 1;
    }
    let shipped =
        Figures::published().iter().filter(|f| f.name() == FigureName::Quotumpercentage).count();
    assert_eq!((seen, shipped), (9, 9));
}

#[test]
fn every_published_variable_is_shipped_with_its_source() {
    let mut seen = 0;
    for row in rows(VARIABLES) {
        let name: FigureName = format!("variable_{}", row[2].to_lowercase()).parse().unwrap();
        let year: Year = row[0].parse().unwrap();
        let figure = Figures::published().figure(name, year, sector(row[1])).unwrap();
        let golden: rust_decimal::Decimal = row[3].parse().unwrap();
        let shipped: rust_decimal::Decimal = figure.value().to_string().parse().unwrap();
        assert_eq!(shipped, golden, "{row:?}");
        assert_eq!(figure.source().to_string(), row[4], "{row:?}");
        seen += 1;
    }
    let shipped = Figures::published()
        .iter()
        .filter(|figure| figure.name().word().starts_with("variable_"))
        .count();
    assert_eq!(seen, shipped);
}

#[test]
fn half_up_reproduces_all_published_percentages_and_rounding_down_misses_three() {
    let figures = Figures::published();
    let mut missed = Vec::new();
    for row in rows(PERCENTAGES) {
        let year: Year = row[0].parse().unwrap();
        let variables =
            QuotumpercentageVariables::of(&figures, year, Sector::Overheid, None).unwrap();
        let exact = variables.quotumpercentage().unwrap();
        let half_up = exact.rounded(QUOTUMPERCENTAGE_AS_PUBLISHED).unwrap();
        assert_eq!(half_up.to_string(), row[2], "{year}");
        let down = exact.rounded(QUOTUMPERCENTAGE_BY_STATUTE).unwrap();
        if down.to_string() != row[2] {
            missed.push(year.number());
        }
    }
    assert_eq!(missed, [2020, 2023, 2025]);
}

#[test]
fn the_market_has_no_d_and_a_caller_may_bring_one() {
    let year = Year::new(2026).unwrap();
    let of = |d| QuotumpercentageVariables::of(&Figures::published(), year, Sector::Markt, d);
    let error = of(None).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::UnknownFigure { year: 2026, .. }));
    assert_eq!(error.field().as_deref(), Some("variable_d"));
    assert!(of(Some("6500000".parse().unwrap())).unwrap().quotumpercentage().is_ok());
}

/// law.md, Choices: 90,000 hours a week at 1.93 % and 25.5 hours a job are 68.1 jobs.
#[test]
fn ninety_thousand_hours_a_week_are_sixty_eight_jobs() {
    let per_job: HoursPerJob = "25.5".parse().unwrap();
    let required = Hours::whole(90_000).share("1.93".parse().unwrap()).unwrap();
    let jobs = required.in_jobs(per_job).rounded(banenafspraak::unit::Rounding::down(1)).unwrap();
    assert_eq!(jobs.to_string(), "68.1");
}

/// law.md, Choices: the LKV of 1,664, 1,500 and 2,000 paid hours.
#[test]
fn lkv_as_published() {
    let year = Year::new(2026).unwrap();
    for (hours, lkv) in [(1_664, "1680.64"), (1_500, "1515.00"), (2_000, "2000.00")] {
        let computed = loonkostenvoordeel(Hours::whole(hours), year, &Figures::published());
        assert_eq!(computed.unwrap().to_string(), lkv, "{hours} hours");
    }
}

/// Employers worked out by hand; hours in hundredths, the arithmetic beside each.
#[test]
#[rustfmt::skip]
fn employers_worked_out_by_hand() {
    use Sector::{Markt, Overheid};
    let market = |percentage: &'static str| Some(percentage);
    //   year  sector    given            before      base        doelgroep   liability               required      tekort surplus levy
    let table = [
        // 180,000 x 2.58 % = 4,644; 4,644 - 2,662 = 1,982; / 1,331 = 1.489
        (2026, Overheid, None,            178_000_00, 180_000_00, 2_662_00,   "liable",               "4644",       "1.4", "0.0", "7000.00"),
        // exactly 40,575 in both years: liable; 40,575 x 2.58 % = 1,046.835; / 1,331 = 0.786
        (2026, Overheid, None,            40_575_00,  40_575_00,  0,          "liable",               "1046.835",   "0.7", "0.0", "3500.00"),
        // one hour below in the year: 40,574 x 2.58 % = 1,046.8092
        (2026, Overheid, None,            40_575_00,  40_574_00,  0,          "exempt_year",          "1046.8092",  "0.7", "0.0", "0.00"),
        // one hour below in the year before
        (2026, Overheid, None,            40_574_00,  40_575_00,  0,          "exempt_previous_year", "1046.835",   "0.7", "0.0", "0.00"),
        // below in both
        (2026, Overheid, None,            40_574_99,  40_574_99,  0,          "exempt_both_years",    "1046.834742","0.7", "0.0", "0.00"),
        // C = A x B: 100,000 x 2.68 % = 2,680
        (2025, Overheid, None,            100_000_00, 100_000_00, 2_680_00,   "liable",               "2680",       "0.0", "0.0", "0.00"),
        // C above: 2,813.10 - 2,680 = 133.10 is a tenth
        (2025, Overheid, None,            100_000_00, 100_000_00, 2_813_10,   "liable",               "2680",       "0.0", "0.1", "0.00"),
        // exactly a tenth short: 2,680 - 2,546.90 = 133.10
        (2025, Overheid, None,            100_000_00, 100_000_00, 2_546_90,   "liable",               "2680",       "0.1", "0.0", "500.00"),
        // one hundredth of an hour less short
        (2025, Overheid, None,            100_000_00, 100_000_00, 2_546_91,   "liable",               "2680",       "0.0", "0.0", "0.00"),
        // a market employer with 2 %: 133,100 x 2 % = 2,662 is 2 jobs
        (2026, Markt,    market("2"),     133_100_00, 133_100_00, 0,          "liable",               "2662",       "2.0", "0.0", "10000.00"),
        // 2.589 % is rounded down to 2.58 % (Besluit 2.23 lid 2)
        (2026, Markt,    market("2.589"), 100_000_00, 100_000_00, 0,          "liable",               "2580",       "1.9", "0.0", "9500.00"),
        // the first year: 1,000,000 x 1.93 % = 19,300; - 10,000 = 9,300; / 1,331 = 6.987
        (2018, Overheid, None,            990_000_00, 1_000_000_00, 10_000_00, "liable",              "19300",      "6.9", "0.0", "34500.00"),
        // a given percentage wins over the published 2.58: 100,000 x 1 % = 1,000; / 1,331 = 0.751
        (2026, Overheid, market("1"),     100_000_00, 100_000_00, 0,          "liable",               "1000",       "0.7", "0.0", "3500.00"),
    ];
    for row in table {
        let (year, sector, given, before, base, doelgroep, liability, required, tekort, surplus, levy) = row;
        let mut employer = employer(year, sector, before, base, doelgroep);
        if let Some(percentage) = given {
            employer = employer.with_quotumpercentage(percentage.parse().unwrap());
        }
        let outcome = assess(&employer).unwrap();
        assert_eq!(outcome.liability().word(), liability, "{row:?}");
        assert_eq!(outcome.known_quota().required_hours().to_string(), required, "{row:?}");
        assert_eq!(outcome.known_quota().quotumtekort().to_string(), tekort, "{row:?}");
        assert_eq!(outcome.known_quota().surplus_jobs().to_string(), surplus, "{row:?}");
        assert_eq!(outcome.known_levy().to_string(), levy, "{row:?}");
    }
}

/// Binary floats get up to 40 % of exact tenths wrong by EUR 500: here each tenth, and one
/// hundredth of an hour to either side, comes out right.
#[test]
fn quotients_on_a_tenth_and_beside_it() {
    // 1,000,000 hours at 2.58 %: 25,800 hours required, 193.8 tenths of 133.10 hours.
    let base = 1_000_000_00;
    for tenth in 1..=193_i64 {
        let on = 2_580_000 - tenth * 13_310;
        for (doelgroep, expected) in [(on, tenth), (on + 1, tenth - 1), (on - 1, tenth)] {
            let outcome = assess(&employer(2026, Sector::Overheid, base, base, doelgroep)).unwrap();
            let levy = outcome.known_levy().to_decimal();
            assert_eq!(levy, (expected * 500).into(), "{tenth} tenths, C = {doelgroep} / 100");
        }
    }
}

/// contract.md, `unknown`: what does not depend on the missing quotumpercentage is there, and what is
/// missing is named with year, sector and the way to give it.
#[test]
fn an_unknown_percentage_leaves_out_what_depends_on_it_and_names_year_sector_and_figure() {
    let market: EmployerYear = employer(2026, Sector::Markt, 50_000_00, 50_000_00, 2_662_00);
    let outcome = assess(&market).unwrap();
    assert_eq!((outcome.quota(), outcome.decision()), (None, None));
    assert_eq!(outcome.liability(), Liability::Liable);
    assert_eq!(outcome.hours_base().to_string(), "50000");
    assert_eq!(outcome.realised_jobs().to_string(), "2.0");
    let payable = Payable::ComputedOnly { computed: None, status: LevyStatus::NeverActivated };
    assert_eq!(outcome.payable(), payable);
    let unknown: Vec<_> =
        outcome.unknown().iter().map(|fact| fact.text(Language::En).to_string()).collect();
    assert_eq!(
        unknown,
        ["quotumpercentage: not known for sector markt in 2026; give one with the employer \
          (quotumpercentage) or add it to the figures"]
    );
    // An exempt employer needs none: its levy is known to be nothing.
    let small: EmployerYear = employer(2026, Sector::Markt, 50_000_00, 40_574_99, 0);
    let outcome = assess(&small).unwrap();
    assert_eq!(outcome.payable(), Payable::NotOwed(Liability::ExemptYear));
    assert_eq!(outcome.known_levy(), Euro::ZERO);
    let steps = outcome.explanation().text(Language::Nl);
    assert!(steps.contains("Quotumpercentage (B): niet bekend\n"), "{steps}");
}
