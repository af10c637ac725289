//! The payroll files: both paths of the reader against the csv crate, errors by line and column,
//! and groups against the whole.
#![cfg(feature = "payroll")]
#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests"
)]

use std::io::Read;
use std::ops::ControlFlow;

use banenafspraak::payroll::csv::{FileError, Options, Summary, Table, TableReader};
use banenafspraak::payroll::{EmployerTotals, Entry, Joined, Mismatch, Record, Register, Sources};
use banenafspraak::{Percentage, Sector, Year};
use proptest::prelude::*;

const HEADER: &str = "employer,person,period,paid_hours,premium_wage,kind";

fn year() -> Year {
    Year::new(2026).unwrap()
}

/// A reader that gives a few bytes at a time.
struct Trickle<'b>(&'b [u8], usize);

impl Read for Trickle<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let most = self.1.min(buffer.len());
        self.0.read(&mut buffer[..most])
    }
}

fn words(record: &Record<'_>) -> String {
    format!(
        "{}|{}|{}|{}|{}|{}|{}{}|{}|{}",
        record.employer,
        record.person,
        record.entry.period,
        record.entry.paid_hours,
        record.entry.premium_wage,
        record.entry.kind,
        record.entry.employed_from.map_or_else(String::new, |day| day.to_string()),
        record.entry.employed_until.map_or_else(String::new, |day| format!(" {day}")),
        record.entry.filed_on.map_or_else(String::new, |day| day.to_string()),
        record.entry.asks_lkv
    )
}

/// Every record in words, every refusal as its text.
fn read(input: impl Read) -> Vec<String> {
    let mut records = match Options::new().records(input) {
        Ok(records) => records,
        Err(error) => return vec![error.to_string()],
    };
    let mut all = Vec::new();
    loop {
        match records.read() {
            Ok(None) => return all,
            Ok(Some(record)) => all.push(words(&record)),
            Err(error) => {
                all.push(error.to_string());
                if !error.is_of_one_line() {
                    return all;
                }
            }
        }
    }
}

fn text(rows: &[&str]) -> String {
    rows.join("\n") + "\n"
}

#[test]
fn records_are_read_with_and_without_quotes() {
    let file = text(&[
        HEADER,
        "bakery,p-1,2026-01,110,1980.50,ordinary",
        "",
        "\"bakery, the\",\"p \"\"1\"\"\",2026-4w05,-8.5,0,wsw_seconded\r",
        "bäckerei,p-2,2026-y,\"7.00\",-3.1,benefit",
        "two\"quotes,p-3,2026-h2,1,1,agency",
    ]);
    let expected = [
        "bakery|p-1|2026-01|110|1980.50|ordinary|||false",
        "bakery, the|p \"1\"|2026-4w05|-8.5|0.00|wsw_seconded|||false",
        "bäckerei|p-2|2026-y|7|-3.10|benefit|||false",
        "two\"quotes|p-3|2026-h2|1|1.00|agency|||false",
    ];
    assert_eq!(read(file.as_bytes()), expected);
    // A byte order mark, no line feed at the end, and a few bytes at a time.
    let marked = format!("\u{feff}{}", file.trim_end());
    for at_once in [1, 2, 3, 7, 64] {
        assert_eq!(read(Trickle(marked.as_bytes(), at_once)), expected, "{at_once} at once");
    }
}

#[test]
fn columns_are_found_by_name_and_optional_ones_read() {
    let file = text(&[
        "asks_lkv,kind,premium_wage,paid_hours,filed_on,period,person,employer,employed_from,employed_until",
        "true,ordinary,1,2,2027-01-31,2026-01,p,e,2026-01-15,2026-01-31",
        "J,ordinary,1,2,,2026-01,p,e,,\"2026-01-31\"",
        ",ordinary,1,2,,2026-01,p,e,,",
    ]);
    let expected = [
        "e|p|2026-01|2|1.00|ordinary|2026-01-15 2026-01-31|2027-01-31|true",
        "e|p|2026-01|2|1.00|ordinary| 2026-01-31||true",
        "e|p|2026-01|2|1.00|ordinary|||false",
    ];
    assert_eq!(read(file.as_bytes()), expected);
    // An employment ends no earlier than it begins, with quotes or without.
    let header = format!("{HEADER},employed_from,employed_until");
    for kind in ["ordinary", "\"ordinary\""] {
        let ends = format!("e,p,2026-01,1,1,{kind},2026-02-01,2026-01-31");
        assert_eq!(
            read(text(&[&header, &ends]).as_bytes()),
            ["records, line 2: employed_until: 2026-01-31 is before 2026-02-01, the day it begins"]
        );
    }
    let extra = text(&[
        "employer,person,period,colour,paid_hours,premium_wage,kind",
        "e,p,2026-01,\"red, blue\",2,1,wsw",
    ]);
    assert_eq!(
        read(extra.as_bytes()),
        [
            "records, line 1: unknown column `colour`; known here: employer, person, period, paid_hours, premium_wage, kind, employed_from, employed_until, filed_on, asks_lkv, relation"
        ]
    );
    let mut records = Options::new().ignore_extra_columns().records(extra.as_bytes()).unwrap();
    assert_eq!(words(&records.read().unwrap().unwrap()), "e|p|2026-01|2|1.00|wsw|||false");
    assert!(!records.has_corrections());
}

#[test]
fn an_error_has_the_file_the_line_and_the_column() {
    let row = |row: &str| {
        read(
            text(&[HEADER, "e,p,2026-01,1,1,ordinary", row, "e,p,2026-02,1,1,ordinary"]).as_bytes(),
        )
    };
    for (wrong, message) in [
        (
            "e,p,2026-13,1,1,ordinary",
            "period: `2026-13` is not a period: 2026-03 (month), 2026-4w05 (four weeks), 2026-h1 (half year), 2026-y (year)",
        ),
        (
            "e,p,2026-01,1.005,1,ordinary",
            "paid_hours: 1.005 has more than 2 decimals (a point separates no thousands); round it first (hours of a year are rounded down, Besluit Wfsv 2.23 lid 2)",
        ),
        (
            "e,p,2026-01,\"1,5\",1,ordinary",
            "paid_hours: `1,5` is not a number in plain notation, such as 25800 or 19.38",
        ),
        (
            "e,p,2026-01,1,100000000000000,ordinary",
            "premium_wage: 100000000000000 is not between -9999999999999.99 and 9999999999999.99",
        ),
        (
            "e,p,2026-01,1,,ordinary",
            "premium_wage: `` is not a number in plain notation, such as 25800 or 19.38",
        ),
        (
            "e,p,2026-01,1,1,Ordinary",
            "kind: `Ordinary` is not one of ordinary, agency, payroll, wsw, wsw_seconded, beschut_werk, benefit",
        ),
        ("e,,2026-01,1,1,ordinary", "person: empty"),
        (",p,2026-01,1,1,ordinary", "employer: empty"),
        ("e,p,2026-01,1,1", "5 fields, where the header has 6"),
        (
            "e,p,,1,1,ordinary",
            "period: `` is not a period: 2026-03 (month), 2026-4w05 (four weeks), 2026-h1 (half year), 2026-y (year)",
        ),
        ("e,p,2026-01,1,1,ordinary,", "7 fields, where the header has 6"),
    ] {
        assert_eq!(
            row(wrong),
            [
                "e|p|2026-01|1|1.00|ordinary|||false",
                &format!("records, line 3: {message}"),
                "e|p|2026-02|1|1.00|ordinary|||false"
            ],
            "{wrong}"
        );
    }
    let bytes = [HEADER.as_bytes(), b"\ne,\xff,2026-01,1,1,ordinary\n"].concat();
    assert_eq!(read(&*bytes), ["records, line 2: not UTF-8"]);
    // A quoted field over lines: they are counted.
    let lines = format!("{HEADER},note\ne,p,2026-01,1,1,ordinary,\"a\nb\"\ne,p,2026-01,x,1,,\n");
    let mut records = Options::new().ignore_extra_columns().records(lines.as_bytes()).unwrap();
    assert!(records.read().is_ok());
    assert_eq!(records.read().unwrap_err().line, 4);
    let lines = text(&[HEADER, "\"e", "e\",p,2026-01,x,1,ordinary"]);
    let errors = read(lines.as_bytes());
    assert!(errors[0].starts_with("records, lines 2 to 3: paid_hours: `x`"), "{errors:?}");
}

/// An error shows the value at fault alone: a person's key only where it is in that column.
#[test]
fn a_refused_line_does_not_tell_the_person() {
    let row = |row: &str| read(text(&[HEADER, row]).as_bytes()).concat();
    for wrong in [
        "e,p-17,2026-13,1,1,ordinary",
        "e,p-17,2026-01,x,1,ordinary",
        "e,p-17,2026-01,1,1,ordinary,more",
        "e,\"p-17\n\",2026-01,1,1,ordinary",
    ] {
        assert!(!row(wrong).contains("p-17"), "{}", row(wrong));
    }
    let swapped = row("e,2026-01,p-17,1,1,ordinary");
    assert!(swapped.starts_with("records, line 2: period: `p-17` is not a period"), "{swapped}");
}

#[test]
fn semicolons_are_told() {
    let file = HEADER.replace(',', ";") + "\ne;p;2026-01;1,5;1;ordinary\n";
    assert_eq!(
        read(file.as_bytes()),
        [
            "records, line 1: semicolons are between the columns; save the file with commas between them (CSV)"
        ]
    );
}

#[test]
fn a_header_is_checked() {
    let header = |header: &str| read(format!("{header}\n").as_bytes()).concat();
    assert_eq!(
        header("employer,person,period,paid_hours,premium_wage"),
        "records, line 1: column kind is missing"
    );
    assert_eq!(header("employer,employer"), "records, line 1: column employer occurs twice");
    assert_eq!(header(""), "records, line 1: column employer is missing");
    assert_eq!(read(&b""[..]).concat(), "records, line 1: column employer is missing");
    // A file without a header begins with data, which could be a person's key.
    assert_eq!(
        header("e,123456782,2026-01,1,1,wsw"),
        "records, line 1: column employer is missing"
    );
}

/// Contract "Payroll files": keys with white space at an end or control characters inside.
#[test]
fn keys_with_what_nobody_sees_are_rejected_by_both_paths() {
    for (key, code) in [
        (" e", "white_space"),
        ("e ", "white_space"),
        ("e\u{a0}", "white_space"),
        ("\u{2003}e", "white_space"),
        ("e\tf", "control_character"),
        ("e\u{7f}", "control_character"),
        ("e\u{7f}fghijklmnop", "control_character"),
        ("e\u{0}", "control_character"),
        ("e\u{85}f", "control_character"),
        ("\u{feff}e", "control_character"),
    ] {
        for column in ["employer", "person", "relation"] {
            let cell = |name| if name == column { key } else { "k" };
            let row = format!(
                "{},{},{},2026-01,1,1,ordinary",
                cell("employer"),
                cell("person"),
                cell("relation")
            );
            let header = "employer,person,relation,period,paid_hours,premium_wage,kind";
            let file = text(&[header, &row]);
            let mut records = Options::new().records(file.as_bytes()).unwrap();
            let error = records.read().unwrap_err();
            assert_eq!((error.code(), error.line), (code, 2), "{key:?} as {column}");
            assert!(error.to_string().contains(column), "{error}");
            assert!(error.is_of_one_line());
        }
        let file = text(&["employer,sector", &format!("{key},markt")]);
        let read = Options::new().employers(file.as_bytes()).unwrap().read_all();
        assert_eq!(read.unwrap_err().code(), code);
        let file = text(&["person,from,until", &format!("{key},2020-01-01,")]);
        let read = Options::new().register(file.as_bytes()).unwrap().read_all();
        assert_eq!(read.unwrap_err().code(), code);
    }
    // Within a key white space is text.
    let row = "e f,p g,2026-01,1,1,ordinary";
    assert_eq!(read(text(&[HEADER, row]).as_bytes()), ["e f|p g|2026-01|1|1.00|ordinary|||false"]);
}

/// A quote ends a field only before a comma or the end; within a field that begins without one it
/// is text.
#[test]
fn text_after_a_closing_quote_is_rejected() {
    let refused = "records, line 2: text follows the quote that ends a field; a quote inside a \
                   field is written twice";
    for row in [
        "e,p,2026-01,\"10\"0,1,ordinary",
        "\"e\"f,p,2026-01,1,1,ordinary",
        "e,p,2026-01,1,1,\"ordinary\" ",
        "e,\"p\"\"\"q,2026-01,1,1,ordinary",
    ] {
        let next = "e,p,2026-02,1,1,ordinary";
        let expected = [refused, "e|p|2026-02|1|1.00|ordinary|||false"];
        assert_eq!(read(text(&[HEADER, row, next]).as_bytes()), expected, "{row}");
        let crlf = text(&[HEADER, row, next]).replace('\n', "\r\n");
        assert_eq!(read(Trickle(crlf.as_bytes(), 1)), expected, "{row}");
    }
    for (row, end) in [
        ("\"e\",\"p\",2026-01,\"10\",1,\"ordinary\"", "\r\n"),
        ("\"e\",p,2026-01,10,1,\"ordinary\"", ""),
    ] {
        let file = format!("{HEADER}\n{row}{end}");
        assert_eq!(read(file.as_bytes()), ["e|p|2026-01|10|1.00|ordinary|||false"]);
    }
}

/// A byte order mark is one at the start of the file alone.
#[test]
fn a_byte_order_mark_in_mid_file_is_no_mark() {
    let row = "e,p,2026-01,1,1,ordinary";
    let file = format!("\u{feff}{HEADER}\n{row}\n\u{feff}{row}\n");
    assert_eq!(
        read(file.as_bytes()),
        [
            "e|p|2026-01|1|1.00|ordinary|||false",
            "records, line 3: employer: a control character or a byte order mark inside"
        ]
    );
    // In a column that is ignored it is text.
    let file = format!("note,{HEADER}\n\u{feff}x,{row}\n");
    let mut records = Options::new().ignore_extra_columns().records(file.as_bytes()).unwrap();
    assert_eq!(words(&records.read().unwrap().unwrap()), "e|p|2026-01|1|1.00|ordinary|||false");
    let twice = format!("\u{feff}\u{feff}{HEADER}\n");
    assert!(read(twice.as_bytes())[0].contains("unknown column"), "{:?}", read(twice.as_bytes()));
}

/// Contract "Many at once": not_a_date, not_a_period, not_a_boolean.
#[test]
fn dates_periods_and_booleans_have_codes_of_their_own() {
    let code = |period: &str, filed_on: &str, asks: &str| {
        let header = format!("{HEADER},filed_on,asks_lkv");
        let file = text(&[&header, &format!("e,p,{period},1,1,ordinary,{filed_on},{asks}")]);
        let mut records = Options::new().records(file.as_bytes()).unwrap();
        records.read().map_or_else(|error| error.code(), |_| "")
    };
    assert_eq!(code("2026-01", "2026-02-28", "J"), "");
    for wrong in ["2026-02-31", "2026-3-1", "2026-03-1x", "31-03-2026", "20260331", "2026-13-01"] {
        assert_eq!(code("2026-01", wrong, ""), "not_a_date", "{wrong}");
    }
    for wrong in ["2026-13", "2026", "2026-4w14", "jan-26", "2026-1"] {
        assert_eq!(code(wrong, "", ""), "not_a_period", "{wrong}");
    }
    for wrong in ["yes", "1", "TRUE", "j"] {
        assert_eq!(code("2026-01", "", wrong), "not_a_boolean", "{wrong}");
    }
    // A period of a year that is none says the bounds of years.
    let error = "0000-01".parse::<banenafspraak::payroll::Aangiftetijdvak>().unwrap_err();
    assert_eq!(error.code(), "out_of_range");
    assert_eq!(error.to_string(), "period: 0 is not between 1000 and 2999");
    let asks = text(&[&format!("{HEADER},asks_lkv"), "e,p,2026-01,1,1,ordinary,yes"]);
    assert_eq!(
        read(asks.as_bytes()),
        ["records, line 2: asks_lkv: `yes` is not true or false (J or N)"]
    );
}

/// A return is filed once its period has begun, and nobody is paid for a period before the
/// employment; after leaving somebody can be.
#[test]
fn days_that_contradict_the_period_are_rejected_by_both_paths() {
    let header = format!("{HEADER},employed_from,employed_until,filed_on");
    for (days, code) in [
        (",,2026-02-28", "filed_before_period"),
        (",,2026-03-01", ""),
        ("2026-04-01,,", "employed_after_period"),
        ("2026-03-31,,", ""),
        (",2026-02-01,", ""),
        ("2026-01-01,2026-02-01,2026-03-31", ""),
    ] {
        for kind in ["ordinary", "\"ordinary\""] {
            let file = text(&[&header, &format!("e,p,2026-03,1,1,{kind},{days}")]);
            let mut records = Options::new().records(file.as_bytes()).unwrap();
            let read = records.read().map(|_| ()).map_err(|error| error.code());
            assert_eq!(read.err().unwrap_or_default(), code, "{days}");
        }
    }
    let file = text(&[&header, "e,p,2026-03,1,1,ordinary,,,2026-02-28"]);
    assert_eq!(
        read(file.as_bytes()),
        ["records, line 2: filed_on: 2026-02-28 is before 2026-03 begins"]
    );
}

/// Files of another kind are named, with the way out.
#[test]
fn tabs_and_utf_16_are_named() {
    let tabs = HEADER.replace(',', "\t") + "\ne\tp\t2026-01\t1\t1\tordinary\n";
    assert_eq!(
        read(tabs.as_bytes()),
        [
            "records, line 1: tabs are between the columns; save the file with commas between them (CSV)"
        ]
    );
    let file = text(&[HEADER, "e,p,2026-01,1,1,ordinary"]);
    let units: Vec<u16> = file.encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    for bytes in
        [[&[0xff, 0xfe][..], &little].concat(), [&[0xfe, 0xff][..], &big].concat(), little, big]
    {
        for at_once in [1, 64] {
            assert_eq!(
                read(Trickle(&bytes, at_once)),
                [
                    "records, line 1: the file is in UTF-16; save it as UTF-8 (in Excel: \"CSV UTF-8\")"
                ]
            );
        }
    }
}

/// A last line without a line end is read, and noted for each file: it may be cut off.
#[test]
fn a_last_line_without_a_line_end_is_noted() {
    for (end, noted) in [("", true), ("\n", false), ("\r\n", false), ("\n\n", false)] {
        let file = format!("employer,sector,town\na,markt,x{end}");
        let options = Options::new().ignore_extra_columns();
        let mut lines = options.employers(file.as_bytes()).unwrap();
        assert_eq!(lines.by_ref().map(Result::unwrap).count(), 1, "{end:?}");
        assert_eq!(lines.notes().ends_without_line_end, noted, "{end:?}");
        assert_eq!(lines.notes().ignored_columns, ["town".into()]);
        assert_eq!(lines.into_table().len(), 1);
        let file = format!("person,from,until\np,2020-01-01,{end}");
        let mut lines = options.register(file.as_bytes()).unwrap();
        assert_eq!(lines.by_ref().map(Result::unwrap).count(), 1);
        assert_eq!(lines.notes().ends_without_line_end, noted);
        let file = format!("year,lender,borrower,person,hours\n2026,a,b,p,1{end}");
        let mut lines = options.attributions(file.as_bytes()).unwrap();
        assert_eq!(lines.by_ref().map(Result::unwrap).count(), 1);
        assert_eq!(lines.notes().ends_without_line_end, noted);
        for how in HOW {
            let row = "a,p-1,2026-01,1,1,ordinary\na,p-1,2026-02,1,1,ordinary";
            let file = format!("{HEADER}\n{row}{end}");
            let summary =
                total_of(file.as_bytes(), *how, &mut Vec::new(), &mut Vec::new()).unwrap();
            assert_eq!(summary.ends_without_line_end, noted, "{how:?} {end:?}");
        }
        let file = format!("{HEADER},town\na,p-1,2026-01,1,1,ordinary,x{end}");
        let mut records = options.records(file.as_bytes()).unwrap();
        assert!(records.read().unwrap().is_some() && records.read().unwrap().is_none());
        assert_eq!(records.notes().ends_without_line_end, noted);
        assert_eq!(records.notes().ignored_columns, ["town".into()]);
    }
}

/// A quote that is never closed is an error in bounded memory, whatever follows it.
#[test]
fn a_quote_never_closed_does_not_fill_the_memory() {
    let endless = std::io::repeat(b'x').take(1 << 30);
    let file = format!("{HEADER}\n\"");
    assert_eq!(
        read(file.as_bytes().chain(endless)),
        ["records, line 2: a record of more than 1048576 bytes: is a quote not closed?"]
    );
    let endless = std::io::repeat(b'x').take(1 << 30);
    assert_eq!(
        read(endless),
        ["records, line 1: a record of more than 1048576 bytes: is a quote not closed?"]
    );
}

/// Lines between quotes that do not belong are lost: reading does not go on as if they were one.
#[test]
fn quotes_that_swallow_lines_stop_the_reading() {
    let unclosed = text(&[
        HEADER,
        "e,p,2026-01,1,1,ordinary",
        "e,p,2026-02,1,1,\"ordinary",
        "e,p,2026-03,1,1,ordinary",
    ]);
    let refused = "records, line 3: a quote is not closed before the end of the file";
    assert_eq!(read(unclosed.as_bytes())[1..], [refused]);
    assert_eq!(read(Trickle(unclosed.as_bytes(), 1))[1..], [refused]);
    // A return closes nothing either, and a quote in the middle of a field opens none.
    let unclosed = format!("{HEADER}\r\ne,p,2026-02,1,1,\"ordinary\r");
    let refused = "records, line 2: a quote is not closed before the end of the file";
    assert_eq!(read(unclosed.as_bytes()), [refused]);
    let literal = format!("{HEADER}\ne,p\"1,2026-02,1,1,ordinary");
    assert_eq!(read(literal.as_bytes()), ["e|p\"1|2026-02|1|1.00|ordinary|||false"]);

    // Closed by the quote of a later line, in whatever column.
    for (opens, closes, refused) in [
        ("\"e,p,2026-01,1,1,ordinary", "\"e,p,2026-03,1,1,ordinary", "text follows the quote"),
        ("e,\"p,2026-01,1,1,ordinary", "e,\"p,2026-03,1,1,ordinary", "text follows the quote"),
        ("e,p,2026-01,1,1,\"ordinary", "e,p,2026-03,1,1,\"ordinary", "text follows the quote"),
        ("\"e,p,2026-01,1,1,ordinary", "e\",p,2026-03,1,1,ordinary", "employer: a line break"),
        ("e,\"p,2026-01,1,1,ordinary", "p\",2026-03,1,1,ordinary", "person: a line break"),
        ("e,p,2026-01,1,1,\"ordinary", "e,p,2026-03,1,1,ordinary\"", "kind: `ordinary\\n"),
    ] {
        let file = text(&[HEADER, opens, "e,p,2026-02,1,1,ordinary", closes, ""]);
        let read = read(file.as_bytes());
        let refused = format!("records, lines 2 to 4: {refused}");
        assert!(read.len() == 1 && read[0].starts_with(&refused), "{read:?}");
    }
}

/// The longest record is read, one byte more is refused, wherever blocks and chunks end.
#[test]
fn the_longest_record_is_the_same_in_every_mode() {
    const LONGEST: usize = 1 << 20;
    for (more, readable) in [(0, true), (1, false), (70_000, false)] {
        for after in ["", "\n", "\na,p-1,2026-03,1,1,ordinary\n"] {
            let rest = ",2026-02,1,1,ordinary";
            let person = "p".repeat(LONGEST - "a,".len() - rest.len() + more);
            let file = format!("{HEADER}\na,p-1,2026-01,1,1,ordinary\na,{person}{rest}{after}");
            let total = |how: &How| total(&file, *how, &mut Vec::new());
            let totals: Vec<_> = HOW.iter().map(total).collect();
            assert_eq!(totals[0].is_ok(), readable, "{more} more, {after:?} after");
            if let Err(error) = &totals[0] {
                assert_eq!((error.code(), error.line), ("too_long", 3));
            }
            assert!(totals.iter().all(|other| *other == totals[0]), "{more} more, {after:?} after");
        }
    }
}

#[test]
fn an_empty_period_is_an_error_in_the_first_line_too() {
    let all = read(text(&[HEADER, "e,p,,1,1,ordinary"]).as_bytes());
    assert!(all[0].starts_with("records, line 2: period: `` is not a period"), "{all:?}");
    // A line of too few fields tells its employer all the same.
    let file = text(&[HEADER, "e,p,2026-01"]);
    let mut records = Options::new().records(file.as_bytes()).unwrap();
    assert_eq!(records.read().unwrap_err().employer.as_deref(), Some("e"));
}

/// A reader that fails once, at a byte, and would go on after it.
#[cfg(feature = "parallel")]
struct FailsOnce<'b> {
    bytes: &'b [u8],
    after: usize,
    failed: bool,
}

#[cfg(feature = "parallel")]
impl Read for FailsOnce<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.after == 0 && !std::mem::replace(&mut self.failed, true) {
            return Err(std::io::Error::other("gone"));
        }
        let most = if self.failed { buffer.len() } else { self.after.min(buffer.len()) };
        let read = self.bytes.read(&mut buffer[..most])?;
        self.after -= if self.failed { 0 } else { read };
        Ok(read)
    }
}

/// Nothing is read past the error, and what comes before it is told as on one core.
#[cfg(feature = "parallel")]
#[test]
fn a_reader_that_fails_once_is_an_error_on_all_cores() {
    let rows = ["a", "b", "c"]
        .map(|employer| format!("{employer},p-1,2026-01,1,1,ordinary\n").repeat(60_000));
    let file = format!("{HEADER}\n{}", rows.concat());
    for after in [HEADER.len() + 10, 900_000, 2_500_000, 4_000_000, file.len()] {
        let total = |how| {
            let mut seen = Vec::new();
            let bytes = FailsOnce { bytes: file.as_bytes(), after, failed: false };
            let read = total_of(bytes, how, &mut Vec::new(), &mut seen);
            (read.map_err(|error| error.to_string()), seen)
        };
        let one = total(How::Groups);
        assert!(one.0.as_ref().unwrap_err().ends_with("gone"), "{one:?}");
        assert_eq!(total(How::Parallel), one, "after {after} bytes");
    }
}

#[test]
fn a_reader_that_fails_is_an_error_with_its_line() {
    struct Fails;
    impl Read for Fails {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the disk is gone"))
        }
    }
    let file = text(&[HEADER, "e,p,2026-01,1,1,ordinary"]);
    let all = read(file.as_bytes().chain(Fails));
    assert_eq!(all[1], "records, line 3: the disk is gone");
}

/// The table of a file, and the errors of its lines.
fn table<T: Table>(lines: Result<TableReader<&[u8], T>, FileError>) -> (T, Vec<String>) {
    let mut lines = lines.unwrap();
    let told = lines.by_ref().filter_map(Result::err).map(|error| error.to_string()).collect();
    (lines.into_table(), told)
}

#[test]
fn employers_register_and_attributions_are_read() {
    let file = text(&[
        "employer,sector,quotumpercentage,became_employer_in",
        "a,overheid,,",
        "b,markt,2.1,2025",
        "a,markt,,",
        "c,governement,,",
    ]);
    let (employers, told) = table(Options::new().employers(file.as_bytes()));
    assert_eq!(
        told,
        [
            "employers, line 4: employer a has an earlier row with other facts",
            "employers, line 5: sector: `governement` is not one of overheid, markt"
        ]
    );
    let b = employers.get("b").unwrap();
    assert_eq!((b.sector, b.became_employer_in), (Sector::Markt, Year::new(2025).ok()));
    assert_eq!(b.quotumpercentage, Some("2.1".parse::<Percentage>().unwrap()));
    let stopped = Options::new().employers(file.as_bytes()).unwrap().read_all();
    assert_eq!(stopped.unwrap_err().code(), "contradiction");

    let file =
        text(&["until,person,from", ",p,2026-01-01", "2026-01-01,q,2026-01-02", "x,r,2026-01-01"]);
    let (register, told) = table(Options::new().register(file.as_bytes()));
    assert!(register.covers("p", "2030-05".parse().unwrap()));
    assert_eq!(
        told,
        [
            "register, line 3: until: 2026-01-01 is before 2026-01-02, the day it begins",
            "register, line 4: until: `x` is not a date such as 2026-03-31"
        ]
    );

    let file = text(&[
        "year,lender,borrower,person,hours",
        "2026,a,b,p,40",
        "2025,a,b,p,7",
        "2026,a,a,p,1",
        "2026,a,b,p,-1",
    ]);
    let (mut attributions, told) = table(Options::new().attributions(file.as_bytes()));
    let attributions = attributions.remove(&year()).unwrap();
    assert_eq!(attributions.attributed_in("b").to_string(), "40");
    assert_eq!(
        told,
        [
            "attributions, line 4: borrower: is the lender itself",
            "attributions, line 5: hours: -1 is negative; the least is 0"
        ]
    );
}

type Totals = Vec<Result<EmployerTotals, Mismatch>>;

/// How the records are read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum How {
    Whole,
    Groups,
    #[cfg(feature = "parallel")]
    Parallel,
}

const HOW: &[How] = &[
    How::Whole,
    How::Groups,
    #[cfg(feature = "parallel")]
    How::Parallel,
];

fn total(records: &str, how: How, told: &mut Vec<String>) -> Result<Totals, FileError> {
    let mut totals = Vec::new();
    total_of(records.as_bytes(), how, told, &mut totals).map(|_| totals)
}

/// Reads records of the employers a, b and c into totals, and tells of errors.
fn total_of(
    records: impl Read + Send,
    how: How,
    told: &mut Vec<String>,
    totals: &mut Totals,
) -> Result<Summary, FileError> {
    let employers = text(&["employer,sector", "a,markt", "b,markt", "c,overheid"]);
    let mut register = Register::new();
    register.insert("p-1", jiff::civil::date(2020, 1, 1), None).unwrap();
    let sources = Sources {
        employers: Options::new().employers(employers.as_bytes())?.read_all()?,
        register: register.into(),
        ..Sources::new(year())
    };
    let records = Options::new().records(records)?;
    let mut failed = None;
    let mut each = |joined: Result<Joined<'_>, FileError>| {
        match joined {
            Ok(joined) => totals.push(joined.totals),
            Err(error) if error.is_of_one_line() => told.push(error.to_string()),
            Err(error) => failed = Some(error),
        }
        ControlFlow::Continue(())
    };
    let summary = match how {
        How::Whole => {
            let mut employers = records.in_any_order(&sources);
            let _ = employers.by_ref().try_for_each(&mut each);
            employers.summary()
        }
        How::Groups => {
            let mut employers = records.grouped(&sources);
            let _ = employers.by_ref().try_for_each(&mut each);
            employers.summary()
        }
        #[cfg(feature = "parallel")]
        How::Parallel => records.grouped_in_parallel(&sources, &mut each),
    };
    failed.map_or(Ok(summary), Err)
}

#[test]
fn groups_give_the_same_totals_as_the_whole() {
    let file = text(&[
        HEADER,
        "b,p-1,2026-01,100,1000,ordinary",
        "b,p-2,2026-01,50,1000,ordinary",
        "",
        "nobody,p-2,2026-01,50,1000,ordinary",
        "nobody,p-2,2026-02,50,1000,ordinary",
        "a,p-1,2026-02,7,1000,ordinary",
        "a,p-1,2026-02,seven,1000,ordinary",
    ]);
    let (mut told, mut told_whole) = (Vec::new(), Vec::new());
    let grouped = total(&file, How::Groups, &mut told).unwrap();
    let whole = total(&file, How::Whole, &mut told_whole).unwrap();
    assert_eq!(grouped, whole);
    let names: Vec<_> =
        grouped.iter().map(|totals| totals.as_ref().unwrap().employer.to_string()).collect();
    assert_eq!(names, ["b", "a"], "in order of first appearance; c has no records");
    assert_eq!(
        told,
        [
            "records, line 5: employer nobody is not in the file of employers",
            "records, line 8: paid_hours: `seven` is not a number in plain notation, such as 25800 or 19.38"
        ]
    );
    assert_eq!(told, told_whole);
    let broken = format!("{file}b,p-1,2026-03,1,1,ordinary\n");
    let error = total(&broken, How::Groups, &mut Vec::new()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "records, line 9: employer b had records before: they are not in groups by employer"
    );
    assert!(total(&broken, How::Whole, &mut Vec::new()).is_ok());
}

/// Chunks of a million bytes are cut through groups and joined again: totals, errors and their
/// order are as on one core, with quotes and without.
#[cfg(feature = "parallel")]
#[test]
fn all_cores_give_what_one_core_gives() {
    let mut rows = vec![HEADER.to_owned()];
    for (employer, many) in [("a", 60_000), ("b", 10), ("c", 30_000)] {
        for n in 0..many {
            let (person, month) = (n % 7, n % 12 + 1);
            rows.push(format!("{employer},p-{person},2026-{month:02},{n}.25,1000,ordinary"));
            if n % 20_000 == 3 {
                rows.push(format!("{employer},p-{person},2026-{month:02},x{n},1000,ordinary"));
                rows.push(format!("nobody,p-{person},2026-{month:02},1,1000,ordinary"));
            }
        }
    }
    let quoted = {
        let mut rows = rows.clone();
        rows.insert(70_000, "\"c\",\"p-1\",2026-01,\"7.5\",1,ordinary".to_owned());
        rows.insert(70_001, "\"no\"\"body\",p-1,2026-01,7.5,1,ordinary".to_owned());
        rows
    };
    for rows in [rows, quoted] {
        let file = rows.join("\n");
        assert!(file.len() > 3_000_000, "several chunks");
        let (mut one, mut all) = (Vec::new(), Vec::new());
        let on_one = total(&file, How::Groups, &mut one).unwrap();
        assert_eq!(total(&file, How::Parallel, &mut all).unwrap(), on_one);
        assert_eq!(on_one.len(), 3);
        assert_eq!(all, one);
        for broken in ["b,p-1,2026-01,1,1,ordinary", "\"a\nb\",p-1,2026-01,1,1,ordinary"] {
            let broken = format!("{file}\n{broken}");
            let [one, all] = [How::Groups, How::Parallel]
                .map(|how| total(&broken, how, &mut Vec::new()).unwrap_err().to_string());
            assert_eq!(all, one);
        }
    }
}

/// Unknown employers are remembered in bounded memory: of very many some are told again.
#[test]
fn unknown_employers_do_not_fill_the_memory() {
    let key = "n".repeat(1_000);
    let rows = |employers: usize| {
        let rows = (0..employers).map(|n| format!("{key}{n},p-1,2026-01,1,1,ordinary\n"));
        rows.collect::<String>()
    };
    for how in HOW {
        for (employers, all_remembered) in [(1_000, true), (5_000, false)] {
            let file = format!("{HEADER}\n{}{}", rows(employers), rows(employers));
            let mut told = Vec::new();
            total(&file, *how, &mut told).unwrap();
            assert_eq!(told.len() == employers, all_remembered, "{how:?}: {}", told.len());
            assert!(told.len() >= employers, "{how:?}: each is told at least once");
        }
    }
}

/// Groups that do not stand together within a chunk: the same employers, whole, before the error.
#[cfg(feature = "parallel")]
#[test]
fn a_broken_promise_within_a_chunk_is_met_as_on_one_core() {
    let rows = ["a", "b", "a", "c"].map(|employer| format!("{employer},p-1,2026-01,1,1,ordinary"));
    let file = format!("{HEADER}\n{}\n", rows.join("\n"));
    let read = |how| {
        let mut seen = Vec::new();
        let read = total_of(file.as_bytes(), how, &mut Vec::new(), &mut seen);
        (read.unwrap_err().to_string(), seen)
    };
    let one = read(How::Groups);
    assert_eq!(one.1.len(), 2, "a and b");
    assert_eq!(read(How::Parallel), one);
}

/// Where the reading is broken off nothing is called any more, after an error in the chunk neither.
#[cfg(feature = "parallel")]
#[test]
fn a_break_is_the_last_call() {
    let row = |employer: &str| format!("{employer},p-1,2026-01,1,1,ordinary\n");
    let file = [HEADER, "\n", &row("a"), "a,p-1,bad,1,1,ordinary\n", &row("b"), &row("c")].concat();
    let employers = &b"employer,sector\na,markt\nb,markt\nc,markt\n"[..];
    let employers = Options::new().employers(employers).unwrap().read_all().unwrap();
    let sources = Sources { employers, ..Sources::new(year()) };
    for break_at in 1..5 {
        let mut calls = 0;
        let records = Options::new().records(file.as_bytes()).unwrap();
        records.grouped_in_parallel(&sources, |_| {
            calls += 1;
            if calls < break_at { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        assert_eq!(calls, break_at.min(4));
    }
}

/// A thread of a pool that has no other totals the chunks itself; a reader that panics ends the
/// reading with its panic.
#[cfg(feature = "parallel")]
#[test]
fn all_cores_wait_for_nobody() {
    struct Panics;
    impl Read for Panics {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            panic!("the reader's own panic")
        }
    }
    let row = "a,p-1,2026-01,1,1,ordinary\n";
    let file = format!("{HEADER}\n{}", row.repeat(200_000));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let within = pool.install(|| total(&file, How::Parallel, &mut Vec::new()));
    assert_eq!(within, total(&file, How::Groups, &mut Vec::new()));

    let records = file.as_bytes().chain(Panics);
    let read = std::panic::AssertUnwindSafe(|| {
        total_of(records, How::Parallel, &mut Vec::new(), &mut Vec::new())
    });
    assert!(std::panic::catch_unwind(read).is_err());
}

/// A field as a file may have it, right or wrong, quoted or not.
fn field() -> impl Strategy<Value = String> {
    let plain = prop_oneof![
        "[a-z0-9]{1,18}",
        "-?[0-9]{1,12}(\\.[0-9]{0,3})?",
        Just("ordinary".to_owned()),
        Just("wsw".to_owned()),
        Just("2026-03".to_owned()),
        Just("2026-4w13".to_owned()),
        "[ -~é]{0,12}",
    ];
    let quoted = plain.clone().prop_map(|text| format!("\"{}\"", text.replace('"', "\"\"")));
    prop_oneof![4 => plain.prop_map(|text| text.replace([',', '"'], "")), 1 => quoted]
}

fn right() -> impl Strategy<Value = String> {
    let number = || "-?[0-9]{1,9}(\\.[0-9]{1,2})?";
    let period = prop_oneof!["2026-0[1-9]", "2025-4w1[0-3]", Just("2026-h1".to_owned())];
    let kind = prop_oneof![Just("ordinary"), Just("agency"), Just("benefit")];
    ("[a-zA-Z0-9-]{1,20}", "[a-z0-9]{1,20}", period, number(), number(), kind).prop_map(
        |(employer, person, period, hours, wage, kind)| {
            format!("{employer},{person},{period},{hours},{wage},{kind}")
        },
    )
}

/// A line of every column, mostly right.
fn every_column() -> impl Strategy<Value = String> {
    let key = || prop_oneof![6 => "[a-z0-9-]{1,18}", 1 => "[ -!#-+.-~é\u{7f}]{1,9}"];
    let relation =
        prop_oneof![3 => Just(String::new()), 3 => "[a-z0-9]{1,9}", 1 => "[ -!#-+.-~]{1,4}"];
    let day = || {
        prop_oneof![
            4 => Just(String::new()),
            4 => "2026-0[1-5]-[0-2][0-9]",
            1 => "202[5-7]-[0-9]{2}-[0-9]{1,2}",
        ]
    };
    let period = || prop_oneof![8 => "2026-0[1-5]", 2 => "2026-4w0[1-9]", 1 => "2026-[0-9h]{1,3}"];
    let number = || prop_oneof![6 => "-?[0-9]{1,9}(\\.[0-9]{1,2})?", 1 => "[0-9.-]{0,12}"];
    let kind = prop_oneof![
        6 => prop::sample::select(vec!["ordinary", "agency", "payroll", "wsw_seconded"]),
        1 => prop::sample::select(vec!["", "Ordinary", "wsw_"]),
    ];
    let asks = prop::sample::select(vec!["", "true", "J", "false", "N", "no"]);
    let first = (key(), relation, day(), period(), key(), number());
    let second = (day(), number(), kind, day(), asks);
    (first, second).prop_map(|((a, b, c, d, e, f), (g, h, i, j, k))| {
        format!("{a},{b},{c},{d},{e},{f},{g},{h},{i},{j},{k}")
    })
}

/// What the csv crate and the units' own strict parsers make of the file.
fn by_the_csv_crate(file: &str) -> Vec<Option<String>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file.as_bytes());
    let rows = reader.records().map(|row| {
        let row = row.ok()?;
        let fields: Vec<&str> = row.iter().collect();
        let [employer, person, period, hours, wage, kind] = fields[..] else { return None };
        let record = Record::new(
            employer,
            person,
            Entry {
                paid_hours: hours.parse().ok()?,
                premium_wage: wage.parse().ok()?,
                kind: kind.parse().ok()?,
                ..Entry::new(period.parse().ok()?)
            },
        );
        let is_key = |key: &str| !key.is_empty() && key.trim() == key;
        (is_key(employer) && is_key(person)).then(|| words(&record))
    });
    rows.collect()
}

proptest! {
    /// Both paths give the records that the csv crate gives, and refuse the same lines.
    #[test]
    fn both_paths_read_what_the_csv_crate_reads(
        rows in prop::collection::vec(prop_oneof![2 => right(), 1 => prop::collection::vec(field(), 5..8).prop_map(|fields| fields.join(","))], 0..20),
        mark in prop::sample::select(vec!["", "\u{feff}"]),
        end in prop::sample::select(vec!["\n", "\r\n"]),
        at_once in 1..100_usize,
    ) {
        let file = format!("{mark}{HEADER}{end}{}{end}", rows.join(end));
        let ours: Vec<Option<String>> = read(Trickle(file.as_bytes(), at_once))
            .into_iter()
            .map(|text| (!text.starts_with("records, line")).then_some(text))
            .collect();
        prop_assert_eq!(ours, by_the_csv_crate(&file));
    }

    /// Both paths read all columns alike: a quote around the first field sends a line the other way.
    #[test]
    fn both_paths_read_all_columns_alike(
        rows in prop::collection::vec(every_column(), 1..12),
        at_once in 1..100_usize,
    ) {
        let header = "employer,relation,employed_until,period,person,paid_hours,filed_on,premium_wage,kind,employed_from,asks_lkv";
        let read = |rows: &[String]| {
            let file = text(&[&[header.to_owned()], rows].concat().iter().map(String::as_str).collect::<Vec<_>>());
            let input = Trickle(file.as_bytes(), at_once);
            let mut records = Options::new().records(input).unwrap();
            let mut all = Vec::new();
            loop {
                match records.read() {
                    Ok(None) => return all,
                    Ok(Some(record)) => all.push(format!("{} {}", words(&record), record.relation)),
                    Err(error) => all.push(error.to_string()),
                }
            }
        };
        let quoted: Vec<String> = rows
            .iter()
            .map(|row| row.split_once(',').map(|(key, rest)| format!("\"{key}\",{rest}")).unwrap())
            .collect();
        prop_assert_eq!(read(&rows), read(&quoted));
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), at_once in 1..50_usize) {
        let file = [HEADER.as_bytes(), b"\n", &bytes].concat();
        read(Trickle(&file, at_once));
        read(Trickle(&bytes, at_once));
    }
}
