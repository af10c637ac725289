//! Choices where the law is silent, one test each, by the words of the choice. Those of the payroll
//! are in `choices_of_payroll.rs`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod common;

use banenafspraak::parameters::QuotumpercentageVariables;
use banenafspraak::regime::loonkostenvoordeel;
use banenafspraak::unit::Rounding;
use banenafspraak::{
    DoelgroepHours, EmployerYear, ErrorKind, Euro, EuroPerHour, Figure, FigureName, Figures, Hours,
    HoursBase, Language, Liability, Scheme, SchemeParameters, Sector, Year, assess, assess_with,
};
use common::{Answers as _, employer, hundredths};

fn year(number: i32) -> Year {
    Year::new(number).unwrap()
}

/// Under the Wet banenafspraak since 2026, liable.
fn under(change: impl FnOnce(&mut Scheme)) -> EmployerYear {
    let mut scheme = Scheme {
        parameters: SchemeParameters {
            activation_decided_in: year(2024),
            surcharge_percentage: "0.25".parse().unwrap(),
            bonus_per_hour: "3.77".parse().unwrap(),
            bonus_maximum: Euro::whole(5_000),
            average_premium_wage_two_years_before: Euro::whole(43_300),
        },
        premium_wage: Euro::whole(5_000_000),
        premium_wage_two_years_before: Euro::whole(4_800_000),
        became_employer_in: None,
        bonus_workers: Vec::new(),
    };
    change(&mut scheme);
    employer(2026, Sector::Overheid, 178_000_00, 180_000_00, 2_662_00).with_scheme(scheme)
}

/// "One base for A and for the threshold": lent-out agency hours and Wsw hours are out of both.
#[test]
fn one_base_for_a_and_for_the_threshold() {
    let base = |paid, agency, wsw| {
        HoursBase::new(Hours::whole(paid))
            .with_lent_out_agency_hours(Hours::whole(agency))
            .and_then(|base| base.with_wsw_hours(Hours::whole(wsw)))
            .unwrap()
    };
    let of = |hours: HoursBase, before: HoursBase| {
        let doelgroep = DoelgroepHours::default();
        let employer = EmployerYear::new(year(2026), Sector::Overheid, hours, doelgroep).unwrap();
        assess(&employer.with_previous_year(before)).unwrap()
    };
    let (reached, below) = (base(60_575, 10_000, 10_000), base(60_574, 10_000, 10_000));
    assert_eq!(of(reached, reached).liability(), Liability::Liable);
    assert_eq!(of(below, reached).liability(), Liability::ExemptYear);
    assert_eq!(of(reached, below).liability(), Liability::ExemptPreviousYear);
    // The same base is multiplied by B: 40,575 x 2.58 %.
    let required = of(reached, reached).known_quota().required_hours();
    assert_eq!(required.to_string(), "1046.835");
}

/// "Two published readings differ on the threshold's edge": 40,575 exactly is liable.
#[test]
fn at_the_edge_of_the_threshold_the_employer_is_liable() {
    let liability = |before, hours| {
        assess(&employer(2026, Sector::Overheid, before, hours, 0)).unwrap().liability()
    };
    assert_eq!(liability(40_575_00, 40_575_00), Liability::Liable);
    assert_eq!(liability(40_575_00, 40_574_99), Liability::ExemptYear);
}

/// "Hired-in Wsw workers": they raise C alone, never A.
#[test]
fn hired_in_wsw_workers_raise_c_alone() {
    let hours = HoursBase::new(Hours::whole(180_000));
    let doelgroep = DoelgroepHours::default().with_attributed_in(Hours::whole(1_331)).unwrap();
    let employer = EmployerYear::new(year(2026), Sector::Overheid, hours, doelgroep).unwrap();
    let outcome = assess(&employer).unwrap();
    assert_eq!(outcome.hours_base(), Hours::whole(180_000));
    assert_eq!(outcome.realised_hours(), Hours::whole(1_331));
}

/// "Required jobs = A x B / D, kept exact; shown with one decimal, rounded down": the tekort is
/// computed from the exact hours, not from the jobs shown.
#[test]
fn required_jobs_are_kept_exact_and_shown_rounded_down() {
    let outcome = assess(&employer(2026, Sector::Overheid, 50_000_00, 51_589_15, 0)).unwrap();
    let quota = outcome.known_quota();
    // 51,589.15 x 2.58 % = 1,331.00007 hours: one job, and a fraction that is kept.
    assert_eq!(quota.required_hours().to_string(), "1331.00007");
    assert_eq!(quota.required_jobs().to_string(), "1.0");
    // 4,644 required and 2,661 realised are shown as 3.4 and 1.9 jobs; short are 1,983 hours, 1.48.
    let short = assess(&employer(2026, Sector::Overheid, 50_000_00, 180_000_00, 2_661_00)).unwrap();
    assert_eq!(short.known_quota().required_jobs().to_string(), "3.4");
    assert_eq!(short.realised_jobs().to_string(), "1.9");
    assert_eq!(short.known_quota().quotumtekort().to_string(), "1.4");
}

/// "The surcharge percentage is read as points of wage (base x percentage)".
#[test]
fn the_surcharge_percentage_is_points_of_wage() {
    let (heffing, ..) = assess(&under(|_| ())).unwrap().wet_banenafspraak();
    // 0.25 % of the wage; of an Aof premium of 7.63 % it would be EUR 953.75.
    assert_eq!(heffing.to_string(), "12500.00");
}

/// "Amounts in euros carry cents. The surcharge of a year is rounded once, half up on the cent".
#[test]
fn the_surcharge_of_a_year_is_rounded_once() {
    let heffing = |wage: &str| {
        let wage = wage.parse().unwrap();
        let outcome = assess(&under(|scheme| scheme.premium_wage = wage)).unwrap();
        outcome.wet_banenafspraak().0.to_string()
    };
    // 0.25 % of 1,000,002 is 2,500.005.
    assert_eq!(heffing("1000002"), "2500.01");
    assert_eq!(heffing("1000001.99"), "2500.00");
}

/// "The bonus is rounded half up to the cent per worker and year".
#[test]
fn the_bonus_is_rounded_per_worker() {
    let bonus = |workers: Vec<Hours>| {
        assess(&under(|scheme| scheme.bonus_workers = workers)).unwrap().wet_banenafspraak().1
    };
    // Half an hour at EUR 3.77 is 1.885, so 1.89; twice that is 3.78, and not 3.77.
    assert_eq!(bonus(vec![hundredths(50)]).to_string(), "1.89");
    assert_eq!(bonus(vec![hundredths(50); 2]).to_string(), "3.78");
}

/// "EUR 5,000 per job of 1,331 hours is EUR 3.7566 an hour, of 1,326 hours EUR 3.7707: keep hour
/// amount and yearly maximum as two inputs, never derive one silently".
#[test]
fn hour_amount_and_yearly_maximum_are_two_inputs() {
    let bonus = |rate: &str, maximum| {
        let rate: EuroPerHour = rate.parse().unwrap();
        let outcome = assess(&under(|scheme| {
            (scheme.parameters.bonus_per_hour, scheme.parameters.bonus_maximum) =
                (rate, Euro::whole(maximum));
            scheme.bonus_workers = vec![Hours::whole(1_331)];
        }));
        outcome.unwrap().wet_banenafspraak().1.to_string()
    };
    assert_eq!(bonus("3.77", 9_999), "5017.87");
    assert_eq!(bonus("3.77", 5_000), "5000.00");
    assert_eq!(bonus("1.00", 5_000), "1331.00");
}

/// "Published worked examples to agree with".
#[test]
fn published_worked_examples_agree() {
    // 90,000 hours a week at 1.93 % and 25.5 hours a job: 68 jobs, 68.1 before rounding.
    let weekly = Hours::whole(90_000).share("1.93".parse().unwrap()).unwrap();
    let jobs = weekly.in_jobs("25.5".parse().unwrap());
    assert_eq!(jobs.rounded(Rounding::down(1)).unwrap().to_string(), "68.1");
    assert_eq!(jobs.rounded(Rounding::down(0)).unwrap().to_string(), "68.0");
    let lkv = |hours| {
        let figures = Figures::published();
        loonkostenvoordeel(Hours::whole(hours), year(2026), &figures).unwrap().to_string()
    };
    assert_eq!([1_664, 1_500, 2_000].map(lkv), ["1680.64", "1515.00", "2000.00"]);
}

/// "A figure that is not known for a year or sector is never a default: asked for by itself it is an
/// error that names year, sector and figure; in an assessment what needs it is left out and named".
#[test]
fn an_unknown_figure_is_never_a_default() {
    let error = Figures::published().quotumpercentage(year(2027), Sector::Overheid).unwrap_err();
    assert_eq!(error.field().as_deref(), Some("quotumpercentage"));
    let ErrorKind::UnknownFigure { sector, year: of_year, .. } = error.kind() else {
        panic!("{error:?}")
    };
    assert_eq!((*sector, *of_year), (Some("overheid"), 2027));
    let outcome = assess(&employer(2027, Sector::Overheid, 50_000_00, 50_000_00, 0)).unwrap();
    assert_eq!(outcome.quota(), None);
    let [fact] = *outcome.unknown() else { panic!("{:?}", outcome.unknown()) };
    let text = fact.text(Language::En).to_string();
    assert!(text.contains("sector overheid in 2027"), "{text}");
}

/// "No variable D or percentage for the market sector": one's own can be given or derived, and the
/// result says so.
#[test]
fn a_market_percentage_is_given_or_derived_and_never_invented() {
    let market = employer(2026, Sector::Markt, 50_000_00, 50_000_00, 0);
    assert_eq!(assess(&market).unwrap().quota(), None);
    let given = market.clone().with_quotumpercentage("2.1".parse().unwrap());
    let source = assess(&given).unwrap().known_quota().quotumpercentage_source();
    assert_eq!(source.word(), "given");
    let figures = Figures::published();
    let unknown = figures.figure(FigureName::VariableD, year(2026), Sector::Markt).unwrap_err();
    assert_eq!(unknown.code(), "unknown_figure");
    let published = QuotumpercentageVariables::of(&figures, year(2026), Sector::Markt, None);
    assert_eq!(published.unwrap_err().code(), "unknown_figure");
    // With a D of one's own the formula gives one, and the result says that it was derived.
    let d = "4000000".parse().unwrap();
    let of_d = QuotumpercentageVariables::of(&figures, year(2026), Sector::Markt, Some(d)).unwrap();
    let percentage = of_d.quotumpercentage().unwrap().rounded(Rounding::down(2)).unwrap();
    let (name, sector) = (FigureName::Quotumpercentage, Some(Sector::Markt));
    let derived = Figure::given(name, sector, year(2026), percentage, "own D").unwrap().derived();
    let outcome = assess_with(&market, &figures.with(derived)).unwrap();
    assert_eq!(outcome.known_quota().quotumpercentage(), percentage);
    assert_eq!(outcome.known_quota().quotumpercentage_source().word(), "derived");
}
