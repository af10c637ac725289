//! The wire form of the units: values in, canonical out, no float that could be another number.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, reason = "tests")]

use banenafspraak::contract::EmployerInput;
use banenafspraak::unit::ExactHours;
use banenafspraak::{
    EmployerYear, Euro, Figures, Hours, Jobs, Percentage, Scheme, SchemeParameters, Sector, Year,
};
use serde::Deserialize;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error as PlainError, F32Deserializer, F64Deserializer};

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

/// Read from JSON text, of which this build keeps the numbers as they are written.
fn kept(json: &str) -> String {
    match serde_json::from_str::<EmployerInput>(&SCHOOL.replace("\"180000\"", json))
        .unwrap()
        .employer
    {
        Ok(employer) => employer.hours_base().paid_hours().to_string(),
        Err(error) => error.code().to_owned(),
    }
}

/// Contract, first section: a JSON number is a value, however it is written.
#[test]
fn a_json_number_is_a_value() {
    let table = [
        ("258000.80", "258000.8"),
        ("258000.8", "258000.8"),
        ("2580008e-1", "258000.8"),
        ("258e3", "258000"),
        ("2.58E+5", "258000"),
        ("2.580e5", "258000"),
        ("0.258e6", "258000"),
        ("25800000000000e-8", "258000"),
        ("258000.00000000000000000000000000", "258000"),
        ("258000.005", "too_precise"),
        ("258e-3", "too_precise"),
        ("1e-999999999", "too_precise"),
        ("1e-99999999999999999999999999", "too_precise"),
        ("1e999999999", "out_of_range"),
        ("1e99999999999999999999999999", "out_of_range"),
        ("1e11", "out_of_range"),
        ("-1e-2", "negative"),
        ("0.1e0000000000000000000000000000000000001", "part_exceeds_whole"),
    ];
    for (json, expected) in table {
        assert_eq!(kept(json), expected, "{json}");
    }
    for zero in ["0", "-0", "-0.0", "0.000", "0e5", "-0e-999999999", "0e999999999"] {
        assert_eq!(serde_json::from_str::<Hours>(zero).unwrap(), Hours::ZERO, "{zero}");
    }
    for year in ["2026", "2026.0", "2.026e3", "20260e-1"] {
        assert_eq!(serde_json::from_str::<Year>(year).unwrap(), Year::new(2026).unwrap(), "{year}");
    }
    let figures = r#"[{"figure": "quotumpercentage", "sector": "overheid", "year": 2027,
        "value": 249e-2, "source": "draft"}]"#;
    let figures: Figures = serde_json::from_str(figures).unwrap();
    let year = Year::new(2027).unwrap();
    assert_eq!(figures.quotumpercentage(year, Sector::Overheid).unwrap().to_string(), "2.49");
}

/// A megabyte of digits is an error like any other; what does not fit in a unit is never written out.
#[test]
fn a_long_number_is_refused_by_its_first_digits() {
    let message = |json: &str| serde_json::from_str::<Hours>(json).unwrap_err().to_string();
    assert_eq!(
        message("1e999999999"),
        "hours: 1000000000000000000000000000000000000000… is not between 0 and 99999999999.99"
    );
    let start = "hours: 0.00000000000000000000000000000000000000… has more than 2 decimals";
    assert!(message("1e-999999999").starts_with(start));
    let digits = "9".repeat(1_000_000);
    assert!(message(&digits).contains("9999… is not between"));
    assert!(message(&format!("0.{digits}")).contains("9999… has more than 2 decimals"));
}

/// Only JSON's grammar, also under the key with which serde_json passes a number's text.
#[test]
fn the_text_of_a_number_is_no_way_around_the_grammar() {
    let read = |text: &str| {
        let key = serde_json::json!({ "$serde_json::private::Number": text });
        kept(&key.to_string())
    };
    assert_eq!(read("258e3"), "258000");
    for wrong in ["", "007", "+5", "1e", "1e+", "1e5.0", ".5", "5.", "1_000", "0x10", "abc", "--5"]
    {
        assert_eq!(read(wrong), "not_a_number", "{wrong}");
    }
    assert_eq!(read("NaN"), "not_finite");
}

fn from_f64<'de, T: Deserialize<'de>>(value: f64) -> Result<T, String> {
    let float: F64Deserializer<PlainError> = value.into_deserializer();
    T::deserialize(float).map_err(|error| error.to_string())
}

/// Contract, first section: what is taken from a binary double, and what is refused.
#[test]
fn a_double_is_read_by_its_shortest_text_or_refused() {
    let hours = |value| from_f64::<Hours>(value).map(|hours| hours.to_string());
    for (value, expected) in
        [(25.8, "25.8"), (25.80, "25.8"), (-0.0, "0"), (180_000.0, "180000"), (1e10, "10000000000")]
    {
        assert_eq!(hours(value).unwrap(), expected);
    }
    assert_eq!(from_f64::<Year>(2026.0).unwrap(), Year::new(2026).unwrap());
    assert_eq!(
        hours(0.300_000_000_000_000_04).unwrap_err(),
        "hours: the binary float 0.30000000000000004 has more decimals than are allowed, or more \
         digits than are certain; write the number as a string, such as \"19.38\""
    );
    let refused = |field: &str, text: &str| format!("{field}: the binary float {text} has more");
    assert!(hours(25.805).unwrap_err().starts_with(&refused("hours", "25.805")));
    assert!(hours(1e-7).unwrap_err().starts_with(&refused("hours", "1e-7")));
    assert!(from_f64::<Year>(2026.5).unwrap_err().starts_with(&refused("year", "2026.5")));
    // Fifteen digits are certain; sixteen are not, though no more decimals than the unit has.
    let exact = |value| from_f64::<ExactHours>(value).map(|hours| hours.to_string());
    assert_eq!(exact(123_456_789.012_345).unwrap(), "123456789.012345");
    let error = exact(1_234_567_890.012_345).unwrap_err();
    assert!(error.starts_with(&refused("exact_hours", "1234567890.012345")), "{error}");
    // Two doubles that fit and are beyond the bounds.
    assert_eq!(hours(-1.0).unwrap_err(), "hours: -1 is negative; the least is 0");
    let beyond = hours(1e300).unwrap_err();
    assert!(beyond.ends_with("… is not between 0 and 99999999999.99"), "{beyond}");
    for (value, name) in [(f64::NAN, "NaN"), (f64::INFINITY, "inf"), (f64::NEG_INFINITY, "-inf")] {
        assert_eq!(hours(value).unwrap_err(), format!("hours: `{name}` is not a finite number"));
    }
}

/// 16,777,217 in a 32-bit float is 16,777,216: seven digits are not certain, six are.
#[test]
fn a_32_bit_float_is_read_by_its_own_shortest_text() {
    let hours = |value: f32| {
        let float: F32Deserializer<PlainError> = value.into_deserializer();
        Hours::deserialize(float).map(|hours| hours.to_string()).map_err(|error| error.to_string())
    };
    assert_eq!(hours(25.8).unwrap(), "25.8");
    assert_eq!(hours(2662.55).unwrap(), "2662.55");
    assert_eq!(hours(180_000.0).unwrap(), "180000");
    let error = hours(16_777_217.0).unwrap_err();
    assert!(error.starts_with("hours: the binary float 16777216.0 has more"), "{error}");
}

/// In CBOR, too, where a float is all there is.
#[test]
fn floats_of_a_binary_format_follow_the_same_rule() {
    let read = |hours: f64| {
        let json: serde_json::Value = serde_json::from_str(SCHOOL).unwrap();
        let mut value = ciborium::Value::serialized(&json).unwrap();
        for (name, value) in value.as_map_mut().unwrap() {
            if name.as_text() == Some("paid_hours") {
                *value = ciborium::Value::Float(hours);
            } else if name.as_text() == Some("year") {
                *value = ciborium::Value::Float(2026.0);
            }
        }
        let input: EmployerInput = ciborium::from_reader(&*cbor(&value)).unwrap();
        input.employer
    };
    assert_eq!(read(180_000.25).unwrap().hours_base().paid_hours().to_string(), "180000.25");
    let error = read(180_000.300_000_000_02).unwrap_err();
    assert_eq!((error.code(), error.field().as_deref()), ("float_refused", Some("paid_hours")));
    assert!(error.to_string().contains("180000.30000000002"), "{error}");
    assert_eq!(read(f64::NAN).unwrap_err().code(), "not_finite");
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
        "hours: 1.005 has more than 2 decimals (a point separates no thousands); round it first (hours of a year \
         are rounded down, Besluit Wfsv 2.23 lid 2)"
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

/// Contract, `scheme`: one flat object, its parameters beside the wages of the employer.
#[test]
fn the_parameters_of_a_scheme_are_one_struct_and_flat_in_json() {
    let euro = |text: &str| text.parse::<Euro>().unwrap();
    let scheme = Scheme {
        parameters: SchemeParameters {
            activation_decided_in: Year::new(2027).unwrap(),
            surcharge_percentage: "0.25".parse().unwrap(),
            bonus_per_hour: "3.77".parse().unwrap(),
            bonus_maximum: euro("5000"),
            average_premium_wage_two_years_before: euro("3"),
        },
        premium_wage: euro("1"),
        premium_wage_two_years_before: euro("2"),
        became_employer_in: Some(Year::new(2026).unwrap()),
        bonus_workers: vec![Hours::whole(10)],
    };
    let json = r#"{"activation_decided_in":2027,"surcharge_percentage":"0.25","bonus_per_hour":"3.77","bonus_maximum":"5000.00","premium_wage":"1.00","premium_wage_two_years_before":"2.00","average_premium_wage_two_years_before":"3.00","became_employer_in":2026,"bonus_workers":[{"paid_hours":"10"}]}"#;
    assert_eq!(serde_json::to_string(&scheme).unwrap(), json);
    assert_eq!(serde_json::from_str::<Scheme>(json).unwrap(), scheme);
    let refusal = |json: &str| serde_json::from_str::<Scheme>(json).unwrap_err().to_string();
    // Of two missing fields the first in the order of the contract is named.
    let without_two = json
        .replace(r#""premium_wage_two_years_before":"2.00","#, "")
        .replace(r#""average_premium_wage_two_years_before":"3.00","#, "");
    let error = refusal(&without_two);
    assert!(error.starts_with("premium_wage_two_years_before: missing"), "{error}");
    let error = refusal(r#"{"parameters":{}}"#);
    assert!(error.starts_with("parameters: unknown field"), "{error}");
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

/// Contract: `"overheid"` or `"markt"`. What a person types is read more widely.
#[test]
fn a_sector_in_json_is_a_word_of_the_contract_and_nothing_else() {
    for (text, sector) in [
        ("overheid", Sector::Overheid),
        ("Overheid", Sector::Overheid),
        ("GOVERNMENT", Sector::Overheid),
        ("markt", Sector::Markt),
        ("Market", Sector::Markt),
    ] {
        assert_eq!(text.parse::<Sector>(), Ok(sector), "{text}");
        let json: Result<Sector, _> = serde_json::from_str(&format!("{text:?}"));
        assert_eq!(json.ok(), (text == sector.word()).then_some(sector), "{text}");
    }
    assert_eq!("overheid ".parse::<Sector>().unwrap_err().code(), "unknown_word");
}
