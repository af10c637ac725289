//! The wire form of the units: exact in, canonical out, floats refused, compact formats supported.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, reason = "tests")]

use banenafspraak::{
    EmployerInput, EmployerYear, Euro, Hours, Jobs, Percentage, Scheme, Sector, Year,
};
use serde::Deserialize as _;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error as PlainError, F64Deserializer};

/// Read, or the code of the refusal.
fn hours(text: &str) -> String {
    text.parse::<Hours>().map_or_else(|error| error.code().to_owned(), |hours| hours.to_string())
}

#[test]
fn texts_are_read_strictly_and_written_canonically() {
    let table = [
        ("25800", "25800"),
        ("25800.00", "25800"),
        ("0.50", "0.5"),
        ("0", "0"),
        ("0.5", "0.5"),
        ("-0", "0"),
        ("007", "not_a_number"),
        ("01", "not_a_number"),
        ("00.5", "not_a_number"),
        ("00", "not_a_number"),
        ("-01", "not_a_number"),
        ("99999999999.99", "99999999999.99"),
        ("100000000000", "out_of_range"),
        ("99999999999999999999999999999999999999999", "out_of_range"),
        ("-0.01", "negative"),
        ("1.005", "too_precise"),
        ("0.0000000000000000000000000000000000001", "too_precise"),
        ("NaN", "not_finite"),
        ("-inf", "not_finite"),
        ("", "not_a_number"),
        ("-", "not_a_number"),
        ("+5", "not_a_number"),
        (".5", "not_a_number"),
        ("5.", "not_a_number"),
        (" 5", "not_a_number"),
        ("1e3", "not_a_number"),
        ("1_000", "not_a_number"),
        ("180.000", "too_precise"),
        ("5.000,00", "not_a_number"),
        ("1.2.3", "not_a_number"),
        ("٣", "not_a_number"),
    ];
    for (text, expected) in table {
        assert_eq!(hours(text), expected, "{text:?}");
    }
}

#[test]
fn json_strings_integers_and_decimals_are_exact() {
    for json in ["\"19.38\"", "19.38", "19.380"] {
        assert_eq!(
            serde_json::from_str::<Hours>(json).unwrap(),
            "19.38".parse().unwrap(),
            "{json}"
        );
    }
    assert_eq!(serde_json::from_str::<Hours>("25800").unwrap(), Hours::whole(25_800));
    assert_eq!(serde_json::to_string(&Hours::whole(25_800)).unwrap(), "\"25800\"");
    assert_eq!(serde_json::to_string(&Euro::whole(5_000)).unwrap(), "\"5000.00\"");
    assert_eq!(serde_json::to_string(&Jobs::whole(1)).unwrap(), "\"1.0\"");
    assert_eq!(serde_json::from_str::<Year>("2026").unwrap(), Year::new(2026).unwrap());
}

#[test]
fn a_float_is_refused_with_advice() {
    let float: F64Deserializer<PlainError> = 19.38.into_deserializer();
    assert_eq!(
        Hours::deserialize(float).unwrap_err().to_string(),
        "hours: a binary float is not exact; write the number as a string (\"19.38\"), or read \
         JSON with serde_json's `arbitrary_precision`"
    );
}

#[test]
fn compact_formats_carry_the_same_text() {
    let hours = Hours::whole(1_331);
    let percentage: Percentage = "2.58".parse().unwrap();
    let bytes = postcard::to_stdvec(&(hours, percentage)).unwrap();
    assert_eq!(postcard::from_bytes::<(Hours, Percentage)>(&bytes).unwrap(), (hours, percentage));
    // What is read is checked, and hundredths are never taken for hours.
    let negative = postcard::to_stdvec("-1").unwrap();
    assert!(postcard::from_bytes::<Hours>(&negative).is_err());
    assert_eq!(bytes, postcard::to_stdvec(&("1331", "2.58")).unwrap());
}

#[test]
fn messages_name_field_value_and_rule() {
    let message = |text: &str| text.parse::<Hours>().unwrap_err().to_string();
    assert_eq!(message("-1"), "hours: -1 is negative; the least is 0");
    assert_eq!(message("100000000000"), "hours: 100000000000 is not between 0 and 99999999999.99");
    assert_eq!(
        message("a\nb"),
        "hours: `a\\nb` is not a number in plain notation, such as 25800 or 19.38"
    );
    assert_eq!(
        message("1.005"),
        "hours: 1.005 has more than 2 decimals (a point separates no thousands); round it first (hours of a year: \
         `Hours::rounded_down`, Besluit Wfsv 2.23 lid 2)"
    );
}

const SCHOOL: &str = r#"{"id":"school","year":2026,"sector":"overheid","paid_hours":"180000",
    "doelgroep_hours":"2662","previous_year":{"paid_hours":"178000"}}"#;

fn cbor(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    bytes
}

#[test]
fn an_employer_survives_a_binary_format_that_says_what_it_holds() {
    let employer: EmployerYear = serde_json::from_str(SCHOOL).unwrap();
    let bytes = cbor(&employer);
    assert_eq!(ciborium::from_reader::<EmployerYear, _>(&*bytes).unwrap(), employer);
    // A unit alone is a text there: a number could be hours or hundredths.
    assert!(ciborium::Value::from(180_000).deserialized::<Hours>().is_err());
}

#[test]
fn a_field_name_that_is_no_text_is_an_error_and_loses_nothing() {
    use ciborium::Value;
    let object = |key: Value| {
        let field = |name: &str, value: Value| (Value::from(name), value);
        let previous = Value::Map(vec![field("paid_hours", Value::from(178_000))]);
        Value::Map(vec![
            field("year", Value::from(2026)),
            field("sector", Value::from("overheid")),
            field("paid_hours", Value::from(180_000)),
            field("doelgroep_hours", Value::from(2_662)),
            field("previous_year", previous),
            (key, Value::from(150_000)),
        ])
    };
    let read = |value: Value| ciborium::from_reader::<EmployerInput, _>(&*cbor(&value));
    let lent_out = read(object(Value::from("lent_out_agency_hours"))).unwrap().employer.unwrap();
    assert_eq!(lent_out.hours_base().hours(), Hours::whole(30_000));
    let error = read(object(Value::from(5))).unwrap_err();
    assert!(error.to_string().contains("the name of a field is no text"), "{error}");
}

/// What is wrong with the school when one piece of it is replaced: `code field: message`.
fn refusal(piece: &str, by: &str) -> String {
    let input: EmployerInput = serde_json::from_str(&SCHOOL.replace(piece, by)).unwrap();
    let error = input.employer.unwrap_err();
    format!("{} {}", error.code(), error.field().unwrap_or_default())
}

#[test]
fn a_refusal_names_the_field_whole() {
    assert_eq!(refusal("\"school\"", "5"), "wrong_type id");
    assert_eq!(refusal("2026", "2026.5"), "too_precise year");
    assert_eq!(
        refusal("\"paid_hours\":\"180000\"", "\"paid_hours\":null"),
        "missing_field paid_hours"
    );
    assert_eq!(refusal("{\"paid_hours\":\"178000\"}", "7"), "wrong_type previous_year");
    assert_eq!(
        refusal("\"178000\"", "\"178000\",\"average_premium_wage_two_year_before\":1"),
        "unknown_field previous_year.average_premium_wage_two_year_before"
    );
    assert_eq!(
        refusal(
            "{\"paid_hours\":\"178000\"}",
            "{\"paid_hours\":{\"$serde_json::private::Number\":\"1\",\"x\":1}}"
        ),
        "wrong_type previous_year.paid_hours"
    );
}

#[test]
fn parts_above_their_whole_are_told_by_the_values_given() {
    let parts = |parts: &str| {
        let input: EmployerInput =
            serde_json::from_str(&SCHOOL.replace("\"id\":\"school\"", parts)).unwrap();
        input.employer.unwrap_err().to_string()
    };
    assert_eq!(
        parts(r#""lent_out_agency_hours":"180000.01""#),
        "lent_out_agency_hours: 180000.01 is more than paid_hours, 180000, of which it is a part"
    );
    assert_eq!(
        parts(r#""lent_out_agency_hours":"179000","wsw_hours":"1001""#),
        "wsw_hours: 1001 is more than paid_hours less lent_out_agency_hours, 1000, of which it is a part"
    );
    assert_eq!(
        parts(r#""doelgroep_hours_attributed_out":"2662.01""#),
        "doelgroep_hours_attributed_out: 2662.01 is more than doelgroep_hours, 2662, of which it is a part"
    );
}

#[test]
fn an_input_that_is_no_object_has_no_field() {
    let input: EmployerInput = serde_json::from_str("5").unwrap();
    let error = input.employer.unwrap_err();
    assert_eq!(
        (error.field(), error.to_string()),
        (None, "expected an object, found a number".into())
    );
}

#[test]
fn words_and_a_scheme_come_back_the_same() {
    for sector in [Sector::Overheid, Sector::Markt] {
        let json = serde_json::to_string(&sector).unwrap();
        assert_eq!(serde_json::from_str::<Sector>(&json).unwrap(), sector);
    }
    let error = serde_json::from_str::<Sector>("\"overheden\"").unwrap_err().to_string();
    assert!(error.starts_with("sector: `overheden` is not one of overheid, markt"), "{error}");
    let scheme = r#"{"activation_decided_in":2027,"surcharge_percentage":"0.25","bonus_per_hour":"3.77","bonus_maximum":"5000.00","premium_wage":"1.00","premium_wage_two_years_before":"1.00","average_premium_wage_two_years_before":"1.00","bonus_workers":[{"paid_hours":"10.5"}]}"#;
    let read: Scheme = serde_json::from_str(scheme).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), scheme);
}

#[test]
fn rounding_down_refuses_less_than_nothing() {
    let down = |text: &str| Hours::rounded_down(text.parse().unwrap());
    assert_eq!(down("2662.019").unwrap().to_string(), "2662.01");
    assert_eq!(
        down("-0.004").unwrap_err().to_string(),
        "hours: -0.004 is negative; the least is 0"
    );
}
