//! JSON numbers in a program that has only their binary doubles.

use banenafspraak::contract::{EmployerInput, Options, assess_json, assess_lines};
use banenafspraak::{Euro, Figures, Hours, Percentage, Sector, Year, assess};
use serde::{Deserialize, Serialize};

const SCHOOL: &str = r#"{"id": "school", "year": 2026.0, "sector": "overheid",
    "paid_hours": 180000.00, "doelgroep_hours": 2662.25, "quotumpercentage": 2.58,
    "previous_year": {"paid_hours": 1.78e5}}"#;

/// The outcome of the school with one piece replaced, or the code of its refusal.
fn tekort(piece: &str, by: &str) -> String {
    assert!(SCHOOL.contains(piece));
    let input: EmployerInput = serde_json::from_str(&SCHOOL.replace(piece, by)).unwrap();
    match input.employer.and_then(|employer| assess(&employer)) {
        Ok(outcome) => outcome.quota().unwrap().quotumtekort().to_string(),
        Err(error) => format!("{} {}", error.code(), error.field().unwrap()),
    }
}

/// If this fails, `arbitrary_precision` is on here, and the other tests prove nothing.
#[test]
fn numbers_are_doubles_here() {
    let number: serde_json::Value = serde_json::from_str("25.80").unwrap();
    assert_eq!(number.to_string(), "25.8");
}

#[test]
fn an_employer_of_json_numbers_is_assessed() {
    assert_eq!(tekort("2026.0", "2026"), "1.4");
    assert_eq!(tekort("2026.0", "2026.0"), "1.4");
    assert_eq!(tekort("180000.00", "18e4"), "1.4");
    assert_eq!(tekort("180000.00", "\"180000\""), "1.4");
}

#[test]
fn a_double_that_could_be_another_number_is_refused() {
    assert_eq!(tekort("2662.25", "2662.255"), "float_refused doelgroep_hours");
    assert_eq!(tekort("2662.25", "2662.2500000000005"), "float_refused doelgroep_hours");
    assert_eq!(tekort("2026.0", "2026.5"), "float_refused year");
    assert_eq!(tekort("2662.25", "-0.5"), "negative doelgroep_hours");
    assert_eq!(tekort("180000.00", "1e20"), "out_of_range paid_hours");
    let sum = serde_json::to_string(&(0.1 + 0.2)).unwrap();
    assert_eq!(
        serde_json::from_str::<Hours>(&sum).unwrap_err().to_string(),
        "hours: the binary float 0.30000000000000004 has more decimals than are allowed, or more \
         digits than are certain; write the number as a string, such as \"19.38\""
    );
}

/// Text in and text out reads the same doubles, and refuses the same.
#[test]
fn a_text_of_json_numbers_is_answered() {
    let answer = assess_json(SCHOOL);
    assert!(answer.contains(r#""required_hours":"4644","#), "{answer}");
    let unsure = SCHOOL.replace("2662.25", "2662.2500000000005");
    let answer = assess_json(&unsure);
    assert!(answer.contains(r#""code":"float_refused","field":"doelgroep_hours""#), "{answer}");
    let lines = format!("{}\n{}\n", SCHOOL.replace('\n', ""), unsure.replace('\n', ""));
    let mut out = Vec::new();
    let summary = assess_lines(lines.as_bytes(), &mut out, &Options::new()).unwrap();
    assert_eq!((summary.assessed, summary.refused), (1, 1));
}

#[test]
fn figures_of_json_numbers_are_read() {
    let figures: Figures = serde_json::from_str(
        r#"[{"figure": "quotumpercentage", "sector": "overheid", "year": 2027, "value": 2.49,
             "source": "draft"}]"#,
    )
    .unwrap();
    let year = Year::new(2027).unwrap();
    assert_eq!(figures.quotumpercentage(year, Sector::Overheid).unwrap().to_string(), "2.49");
}

/// What a program of its own may well have: an enum by its tag, with floats and with quantities.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Event {
    Measured { value: f64 },
    Worked { hours: Hours },
}

/// With `arbitrary_precision` anywhere in the program, the first of these is an error.
#[test]
fn an_enum_with_a_tag_keeps_its_floats() {
    for (json, expected) in [
        (r#"{"kind": "measured", "value": 0.25}"#, Event::Measured { value: 0.25 }),
        (
            r#"{"kind": "worked", "hours": 19.38}"#,
            Event::Worked { hours: "19.38".parse().unwrap() },
        ),
        (
            r#"{"kind": "worked", "hours": "19.38"}"#,
            Event::Worked { hours: "19.38".parse().unwrap() },
        ),
    ] {
        assert_eq!(serde_json::from_str::<Event>(json).unwrap(), expected, "{json}");
    }
}

/// `json` as serde_json reads it is `text` as the unit itself does.
fn same<T>(json: &str, text: &str)
where
    T: for<'de> Deserialize<'de> + std::str::FromStr<Err = banenafspraak::Error>,
    T: PartialEq + std::fmt::Debug,
{
    let read: T = serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"));
    assert_eq!(read, text.parse().unwrap(), "{json}");
}

/// 400,000 numbers of all sizes, by serde_json's own reading of decimals.
#[test]
fn what_is_written_with_at_most_15_digits_is_what_is_read() {
    let mut drawn = 1_u64;
    for n in 0..100_000_u32 {
        // Knuth's MMIX generator; the high bits are the random ones.
        drawn =
            drawn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let below = |digits: u32| (drawn >> 8) % 10_u64.pow(digits);
        let cents = |units: u64| format!("{}.{:02}", units / 100, units % 100);
        let hours = cents(below(1 + n % 13));
        same::<Hours>(&hours, &hours);
        let euro = cents(below(1 + n % 15));
        same::<Euro>(&euro, &euro);
        let millionths = below(8);
        let percentage = format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000);
        same::<Percentage>(&percentage, &percentage);
        let year = (1000 + drawn % 2000).to_string();
        same::<Year>(&format!("{year}.0"), &year);
    }
}
