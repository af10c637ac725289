//! The short programs write what their comments promise.
#![cfg(feature = "loonaangifte")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "tests")]

mod common;

use common::example;

#[track_caller]
fn writes(name: &str, lines: &[&str]) {
    let output = example(name, &[], b"");
    assert!(output.status.success(), "{name}: {output:?}");
    let written = String::from_utf8(output.stdout).unwrap();
    for line in lines {
        assert!(written.contains(line), "{name}: {line}: {written}");
    }
}

#[test]
fn the_short_programs_give_the_answers_they_promise() {
    writes(
        "from_structs",
        &[
            "C-1001, 2026, overheid: liable\n\
             3.4 jobs required, 2.0 jobs realised, quotumtekort 1.4 jobs\n",
            "C-1002, 2026, markt: liable\n0.0 jobs realised, no quotumpercentage known\n",
            "Quotumtekort: 1,4 banen",
        ],
    );
    writes(
        "from_records",
        &[
            "school, 2026, overheid: not known",
            "no records from 2026-03-01 to 2026-12-31\n",
            "person_without_hours\n", // January: not registered yet
        ],
    );
    writes("from_csv", &["gemeente, 2026, overheid: liable", "notes of what was left out"]);
    writes("from_wage_returns", &["111222333, 2026, overheid", "0.2 jobs realised"]);
    writes("own_figures", &["2.49 %: 3.3 jobs required, 0.3 short\n", "2.90 %: 3.9 jobs"]);
    writes(
        "close_the_gap",
        &[
            // The least x with 4,644 + 2.58 % x - 2,662 - x below 133.1.
            "1897.87 hours of own workers close the gap\n",
            "5 people of 24 hours a week from 2026-09-01\n",
            "that saves EUR 7000.00",
        ],
    );
}
