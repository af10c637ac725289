//! The text border of the contract: JSON text in, JSON text out, and JSON Lines.
#![cfg(feature = "serde")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod common;

use std::cell::{Cell, RefCell};
use std::io::{self, BufReader, ErrorKind, Read, Write};

use banenafspraak::contract::EmployerInput;
use banenafspraak::contract::{Options, assess_json, assess_json_with, assess_lines};
use banenafspraak::{Figures, Language, assess};
use common::calculator;
use serde_json::Value;

const SCHOOL: &str = r#"{"id":"school","year":2026,"sector":"overheid","paid_hours":180000.00,"doelgroep_hours":"2662","previous_year":{"paid_hours":178000}}"#;

const SCHEME: &str = r#"{"activation_decided_in":2024,"surcharge_percentage":"0.25","bonus_per_hour":"3.77","bonus_maximum":"5000","premium_wage":"5000000","premium_wage_two_years_before":"4800000","average_premium_wage_two_years_before":"43300","became_employer_in":2020,"bonus_workers":[{"paid_hours":"1331"}]}"#;

/// Lines of every kind: assessed, refused, no JSON, empty.
fn lines() -> String {
    let scheme = SCHOOL.replacen('{', &format!("{{\"scheme\":{SCHEME},"), 1);
    [
        SCHOOL,
        "",
        r#"{"id":"museum","year":"next"}"#,
        &scheme,
        "  \t",
        "not json",
        r#"{"id":"cut","year":"#,
        "[]",
        "5",
        r#"{"id":7}"#,
        &SCHOOL.replace("\"school\"", "\"a\\u001b\""),
        &SCHOOL.replace("doelgroep_hours", "doelgroep_uren"),
        &format!("{SCHOOL} {SCHOOL}"),
        SCHOOL,
    ]
    .join("\n")
}

fn answered(input: &[u8], options: &Options) -> (String, [u64; 2]) {
    let mut out = Vec::new();
    let summary = assess_lines(input, &mut out, options).unwrap();
    (String::from_utf8(out).unwrap(), [summary.assessed, summary.refused])
}

/// Contract, Many at once: the library writes what the calculator writes, to the byte.
#[test]
fn json_lines_are_answered_as_the_calculator_answers_them() {
    let lines = lines();
    let sample = include_str!("../examples/calculator/sample.jsonl");
    for input in [&*lines, sample] {
        let plain = Options::new();
        for (flags, options) in [
            (&["--format", "json"][..], plain.clone()),
            (&["--format", "json", "--explain"], plain.clone().explained()),
        ] {
            let output = calculator(&[&["--input", "-"], flags].concat(), input.as_bytes());
            let (text, [assessed, refused]) = answered(input.as_bytes(), &options);
            assert_eq!(text, String::from_utf8(output.stdout).unwrap());
            let not_empty = input.lines().filter(|line| !line.trim().is_empty()).count();
            assert_eq!(assessed + refused, not_empty as u64);
            assert_eq!(refused > 0, output.status.code() == Some(1));
        }
        let dutch = Options::new().explained().in_language(Language::Nl);
        let flags = ["--input", "-", "--format", "json", "--explain", "--lang", "nl"];
        let output = calculator(&flags, sample.as_bytes());
        let (text, _) = answered(sample.as_bytes(), &dutch);
        assert_eq!(text, String::from_utf8(output.stdout).unwrap());
    }
}

/// One object is answered as a line is, without the number of a line.
#[test]
fn one_object_is_answered_as_its_line_is() {
    for line in lines().lines().filter(|line| !line.trim().is_empty()) {
        let mut answer: Value = serde_json::from_str(&answered(line.as_bytes(), &Options::new()).0)
            .unwrap_or_else(|error| panic!("{line}: {error}"));
        let object = answer.as_object_mut().unwrap();
        assert_eq!(object.remove("line").is_some(), object.contains_key("error"), "{line}");
        assert_eq!(serde_json::from_str::<Value>(&assess_json(line)).unwrap(), answer, "{line}");
    }
    let employer = serde_json::from_str::<EmployerInput>(SCHOOL).unwrap().employer.unwrap();
    let outcome = assess(&employer).unwrap();
    assert_eq!(assess_json(SCHOOL), serde_json::to_string(&outcome).unwrap());
    let explained = assess_json_with(SCHOOL, &Options::new().explained());
    assert_eq!(explained, serde_json::to_string(&outcome.explained(Language::En)).unwrap());
}

/// Whatever the text is, the answer is one JSON object, with an outcome or with a code.
#[test]
fn every_beginning_of_an_object_gets_an_answer() {
    let whole = SCHOOL.replacen('{', &format!("{{\"scheme\":{SCHEME},"), 1);
    for end in 0..=whole.len() {
        let answer: Value = serde_json::from_str(&assess_json(&whole[..end])).unwrap();
        if end == whole.len() {
            assert_eq!(answer["regime"], "wet_banenafspraak");
        } else {
            assert_eq!(answer["error"]["code"], "invalid_json", "{}", &whole[..end]);
        }
    }
    let deep = "[".repeat(100_000);
    assert!(assess_json(&deep).contains("invalid_json"));
}

/// The place of what is no JSON: the line only where the text has several.
#[test]
fn a_text_of_several_lines_says_on_which_one_it_is_no_json() {
    let message = |text: &str, language| {
        let answer = assess_json_with(text, &Options::new().in_language(language));
        let answer: Value = serde_json::from_str(&answer).unwrap();
        answer["error"]["message"].as_str().unwrap().to_owned()
    };
    for (text, english, dutch) in [
        ("{\"id\": }", "expected value at column 8", "geen geldige JSON, in kolom 8"),
        (
            "{\"id\":\n\n x}",
            "expected value on line 3, column 2",
            "geen geldige JSON, op regel 3, kolom 2",
        ),
        // It could be cut off anywhere: the line of its end says nothing.
        (
            "{\n\"id\"",
            "EOF while parsing an object at column 4",
            "de JSON houdt te vroeg op, in kolom 4",
        ),
    ] {
        assert_eq!(message(text, Language::En), english);
        assert_eq!(message(text, Language::Nl), dutch);
    }
}

/// Contract: `message` is in the language asked for; code and field are the same in each.
#[test]
fn only_messages_change_with_the_language() {
    let [english, dutch] = [Language::En, Language::Nl].map(|language| {
        let (text, _) = answered(lines().as_bytes(), &Options::new().in_language(language));
        let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines.collect::<Vec<_>>()
    });
    assert_eq!(english.len(), dutch.len());
    let mut refused = 0;
    for (mut english, mut dutch) in english.into_iter().zip(dutch) {
        if let Some(error) = english.get_mut("error") {
            let [english, dutch] =
                [error, &mut dutch["error"]].map(|error| error["message"].take());
            assert_ne!(english, dutch);
            refused += 1;
        }
        assert_eq!(english, dutch);
    }
    assert_eq!(refused, 8);
}

#[test]
fn figures_of_ones_own_are_computed_with() {
    let figures: Figures = serde_json::from_str(
        r#"[{"figure":"levy_per_job","year":2026,"value":6000,"source":"an assumption"}]"#,
    )
    .unwrap();
    let options = Options::new().with_figures(figures);
    assert!(assess_json(SCHOOL).contains(r#""quotumheffing":"7000.00""#));
    assert!(assess_json_with(SCHOOL, &options).contains(r#""quotumheffing":"8400.00""#));
    assert!(answered(SCHOOL.as_bytes(), &options).0.contains(r#""quotumheffing":"8400.00""#));
}

/// Lines end as people's files do, and the bytes of one are its own affair.
#[test]
fn line_ends_a_byte_order_mark_and_wrong_bytes_cost_no_other_line() {
    let (plain, _) = answered(SCHOOL.as_bytes(), &Options::new());
    for input in [
        format!("{SCHOOL}\n"),
        format!("{SCHOOL}\r\n"),
        format!("\u{feff}{SCHOOL}"),
        format!("\u{feff}\r\n\n{SCHOOL}\n\n"),
    ] {
        assert_eq!(answered(input.as_bytes(), &Options::new()), (plain.clone(), [1, 0]), "{input}");
    }
    assert_eq!(answered(b"", &Options::new()), (String::new(), [0, 0]));
    let wrong = [b"{\"id\":\"\xff\"}\n", SCHOOL.as_bytes()].concat();
    let (text, counts) = answered(&wrong, &Options::new());
    assert_eq!(counts, [1, 1]);
    assert!(text.starts_with(r#"{"line":1,"error":{"code":"invalid_json""#), "{text}");
    assert!(text.ends_with(&plain), "{text}");
}

/// Input that comes in pieces, and output that is seen only when it is flushed.
struct Conversation<'a> {
    pieces: Vec<&'a [u8]>,
    next: usize,
    written: &'a Output,
    /// How many lines were seen when each piece was asked for.
    seen: &'a RefCell<Vec<usize>>,
}

/// Lines that wait for a flush, lines flushed, and flushes.
#[derive(Default)]
struct Output {
    waiting: Cell<usize>,
    flushed: Cell<usize>,
    flushes: Cell<usize>,
}

impl Read for Conversation<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.seen.borrow_mut().push(self.written.flushed.get());
        let piece = self.pieces.get(self.next).copied().unwrap_or_default();
        self.next += 1;
        if piece == b"interrupted" {
            return Err(ErrorKind::Interrupted.into());
        }
        if piece == b"broken" {
            return Err(io::Error::other("the line went dead"));
        }
        buffer[..piece.len()].copy_from_slice(piece);
        Ok(piece.len())
    }
}

impl Write for &Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let ends = bytes.split(|byte| *byte == b'\n').count() - 1;
        self.waiting.set(self.waiting.get() + ends);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.flushed.set(self.flushed.get() + self.waiting.take());
        self.flushes.set(self.flushes.get() + 1);
        Ok(())
    }
}

/// Lines seen at each read of a conversation, flushes in all, and how it ended.
fn talk(pieces: &[&[u8]]) -> (Vec<usize>, usize, io::Result<u64>) {
    let (written, seen) = (Output::default(), RefCell::default());
    let input = Conversation { pieces: pieces.to_vec(), next: 0, written: &written, seen: &seen };
    let summary = assess_lines(BufReader::new(input), &written, &Options::new());
    let flushes = written.flushes.get();
    (seen.into_inner(), flushes, summary.map(|summary| summary.assessed))
}

/// Contract, Many at once: output is flushed whenever no complete input line is buffered.
#[test]
fn an_answer_is_flushed_before_more_input_is_waited_for() {
    let line = format!("{SCHOOL}\n");
    let (half, rest) = line.as_bytes().split_at(40);
    let one_and_a_half = [line.as_bytes(), half].concat();
    let (seen, _, assessed) = talk(&[line.as_bytes(), &one_and_a_half, rest, half, rest]);
    assert_eq!((seen, assessed.unwrap()), (vec![0, 1, 2, 3, 3, 4], 4));
    // Lines that come together are flushed together.
    let many = line.repeat(50);
    let (seen, flushes, assessed) = talk(&[many.as_bytes()]);
    assert_eq!((seen, assessed.unwrap()), (vec![0, 50], 50));
    assert!(flushes <= 3, "{flushes}");
}

/// A signal is no end of the input; what else goes wrong with it is the caller's to know.
#[test]
fn an_interrupted_read_goes_on_and_a_broken_one_is_an_error() {
    let line = format!("{SCHOOL}\n");
    let (half, rest) = line.as_bytes().split_at(40);
    let (_, _, assessed) = talk(&[half, b"interrupted", rest]);
    assert_eq!(assessed.unwrap(), 1);
    let (seen, _, broken) = talk(&[line.as_bytes(), half, b"broken"]);
    assert_eq!(broken.unwrap_err().to_string(), "the line went dead");
    assert_eq!(seen, [0, 1, 1], "the answer to the whole line was given");
    let mut full = [0_u8; 10];
    let error = assess_lines(SCHOOL.as_bytes(), &mut full[..], &Options::new()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WriteZero);
}

/// Of several faults the first in the order of the contract's table is reported.
#[test]
fn faults_are_found_in_the_order_of_the_contract() {
    let field = |employer: &Value| {
        let answer: Value = serde_json::from_str(&assess_json(&employer.to_string())).unwrap();
        answer["error"]["field"].as_str().map(str::to_owned)
    };
    let whole = SCHOOL.replacen('{', &format!("{{\"scheme\":{SCHEME},"), 1);
    let whole: Value = serde_json::from_str(&whole).unwrap();
    assert_eq!(field(&whole), None);
    let order = [
        "id",
        "year",
        "sector",
        "paid_hours",
        "lent_out_agency_hours",
        "wsw_hours",
        "doelgroep_hours",
        "doelgroep_hours_attributed_out",
        "doelgroep_hours_attributed_in",
        "previous_year",
        "quotumpercentage",
        "complete",
        "previous_year_complete",
        "hours_until",
        "missing",
        "scheme",
    ];
    // Wrong from the first field to the last, the first ones are mended one by one.
    let mut employer = whole.clone();
    for name in order {
        employer[name] = Value::from(vec![true]);
    }
    employer["missing"] = Value::from(true);
    for name in order {
        assert_eq!(field(&employer).as_deref(), Some(name));
        match whole.get(name) {
            Some(right) => employer[name] = right.clone(),
            None => drop(employer.as_object_mut().unwrap().remove(name)),
        }
    }
    let order = [
        "activation_decided_in",
        "surcharge_percentage",
        "bonus_per_hour",
        "bonus_maximum",
        "premium_wage",
        "premium_wage_two_years_before",
        "average_premium_wage_two_years_before",
        "became_employer_in",
        "bonus_workers",
    ];
    for name in order {
        employer["scheme"][name] = Value::from(true);
    }
    for name in order {
        assert_eq!(field(&employer), Some(format!("scheme.{name}")));
        employer["scheme"][name] = whole["scheme"][name].clone();
    }
    assert_eq!(field(&employer), None);
}

/// The path of a field goes through every object and list it is in.
#[test]
fn the_path_of_a_field_is_whole() {
    let wrong = |json: &str| {
        let answer: Value = serde_json::from_str(&assess_json(json)).unwrap();
        answer["error"]["field"].as_str().unwrap().to_owned()
    };
    let scheme = SCHEME.replace("\"1331\"", "\"1331\"},{\"paid_hours\":\"-1\"");
    let scheme = SCHOOL.replacen('{', &format!("{{\"scheme\":{scheme},"), 1);
    assert_eq!(wrong(&scheme), "scheme.bonus_workers[1].paid_hours");
    let worker = SCHEME.replace("{\"paid_hours\":\"1331\"}", "7");
    let worker = SCHOOL.replacen('{', &format!("{{\"scheme\":{worker},"), 1);
    assert_eq!(wrong(&worker), "scheme.bonus_workers[0]");
    let gap = r#"{"missing":[{"from":"2026-02-01","until":"2026-02-30"}],"#;
    assert_eq!(wrong(&SCHOOL.replacen('{', gap, 1)), "missing[0].until");
    let before = SCHOOL.replace("178000", "178000,\"wsw_hours\":178001");
    assert_eq!(wrong(&before), "previous_year.wsw_hours");
}
