//! One text in, one text out.

use super::answer::Answer;
use super::options::Options;

/// Assesses one input object: JSON in, JSON out. This is the whole contract in one call, for a C call,
/// a web page or another language.
///
/// The answer is the output object, or `{"id": ..., "error": {"code", "field", "message"}}`; `id` only
/// where one could be read. A text that is no JSON has the code `invalid_json`.
///
/// ```
/// use banenafspraak::contract::assess_json;
///
/// let school = r#"{"id": "school", "year": 2026, "sector": "overheid", "paid_hours": "180000",
///     "doelgroep_hours": "2662", "previous_year": {"paid_hours": "178000"}}"#;
/// assert!(assess_json(school).contains(r#""quotumtekort":"1.4""#));
/// assert_eq!(
///     assess_json(&school.replace("2026", "26")),
///     r#"{"id":"school","error":{"code":"out_of_range","field":"year","message":"year: 26 is not between 1000 and 2999"}}"#
/// );
/// assert_eq!(
///     assess_json("school"),
///     r#"{"error":{"code":"invalid_json","field":null,"message":"expected value at column 1"}}"#
/// );
/// ```
pub fn assess_json(input: &str) -> String {
    assess_json_with(input, &Options::new())
}

/// As [`assess_json`], with an explanation, in Dutch or with figures of your own.
///
/// See the examples of [`Options`].
pub fn assess_json_with(input: &str, options: &Options) -> String {
    let answer = Answer::to(input.as_bytes(), None, options);
    // Texts and flags under names: all of it can be written.
    serde_json::to_string(&answer).unwrap_or_default()
}
