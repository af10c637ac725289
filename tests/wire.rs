//! The wire form of the units: exact in, canonical out, floats refused, compact formats supported.
#![allow(clippy::unwrap_used, reason = "tests")]

use banenafspraak::{Euro, Hours, Jobs, Percentage, Year};
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
        ("007", "7"),
        ("-0", "0"),
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
fn compact_formats_carry_the_smallest_units() {
    let hours = Hours::whole(1_331);
    let percentage: Percentage = "2.58".parse().unwrap();
    let bytes = postcard::to_stdvec(&(hours, percentage)).unwrap();
    assert_eq!(postcard::from_bytes::<(Hours, Percentage)>(&bytes).unwrap(), (hours, percentage));
    let negative = postcard::to_stdvec(&-1_i64).unwrap();
    assert!(postcard::from_bytes::<Hours>(&negative).is_err());
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
        "hours: 1.005 has more than 2 decimals; round it first (for the yearly variables of \
         Besluit Wfsv 2.23 lid 2: `rounded_down`)"
    );
}
