//! The wage return: a year of messages gives what the CSV of the same facts gives, worked out by
//! hand, and hostile input is an error in bounded memory.
#![cfg(feature = "loonaangifte")]
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

use std::fs;
use std::io::{Read, repeat};
use std::path::{Path, PathBuf};

use banenafspraak::payroll::csv::{ExtraColumns, RecordReader};
use banenafspraak::payroll::loonaangifte::{Identity, WageReturn};
use banenafspraak::payroll::{Attributions, EmployerTotals, Payroll, Register};
use banenafspraak::{Sector, Year, assess};
use jiff::civil::date;
use proptest::prelude::*;

const EMPLOYER: &str = "111222333L01";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/loonaangifte")
}

fn message(month: u8) -> String {
    fs::read_to_string(folder().join(format!("2026-{month:02}.xml"))).unwrap()
}

/// The personnel number is the key: a pseudonym.
fn person(identity: Identity<'_>) -> String {
    identity.personnel_number.unwrap_or("nobody").to_owned()
}

/// b is registered from 15 June, c all the time.
fn register() -> Register {
    let mut register = Register::new();
    register.insert("b", date(2026, 6, 15), None).unwrap();
    register.insert("c", date(2015, 1, 1), None).unwrap();
    register
}

/// Every record in words, and the error that ends them, if one does.
fn read(input: impl Read) -> Vec<String> {
    let mut wage_return = match WageReturn::new(input, person) {
        Ok(wage_return) => wage_return,
        Err(error) => return vec![error.to_string()],
    };
    let mut all = Vec::new();
    loop {
        match wage_return.read() {
            Ok(Some(r)) => all.push(format!(
                "{} {} {} {} {} {} {} {:?} {:?} {}",
                r.employer,
                r.person,
                r.period,
                r.paid_hours,
                r.premium_wage,
                r.kind,
                r.relation,
                r.employed_from.map(|day| day.to_string()),
                r.filed_on.map(|day| day.to_string()),
                r.asks_lkv
            )),
            Ok(None) => return all,
            Err(error) => {
                all.push(error.to_string());
                // The rest cannot be read either.
                assert!(wage_return.read().unwrap().is_none());
                return all;
            }
        }
    }
}

/// The message with a piece replaced, and its last record or error.
fn last(piece: &str, by: &str) -> String {
    let message = message(1);
    assert!(message.contains(piece), "{piece}");
    read(message.replacen(piece, by, 1).as_bytes()).pop().unwrap()
}

/// The error without its position.
fn error(piece: &str, by: &str) -> String {
    let last = last(piece, by);
    last.split_once(": ").map_or(last.clone(), |(_, problem)| problem.to_owned())
}

#[test]
fn a_year_of_messages_gives_what_the_csv_of_the_same_facts_gives() {
    let register = register();
    let year = Year::new(2026).unwrap();
    let mut of_messages = Payroll::with_corrections(year, &register);
    for month in 1..=12 {
        let message = message(month);
        let mut wage_return = WageReturn::new(message.as_bytes(), person).unwrap();
        while let Some(record) = wage_return.read().unwrap() {
            of_messages.add(&record);
        }
    }
    let mut of_csv = Payroll::with_corrections(year, &register);
    let file = fs::read(folder().join("same_facts.csv")).unwrap();
    let mut records = RecordReader::new(&*file, ExtraColumns::Refused).unwrap();
    while let Some(record) = records.read().unwrap() {
        of_csv.add(&record);
    }
    let totals = |payroll: &Payroll<'_>| payroll.totals(EMPLOYER, &Attributions::new()).unwrap();
    let year: EmployerTotals = totals(&of_messages);
    assert_eq!(year, totals(&of_csv));
    // a: 12 x 160, of which March is corrected to 152, and 8 taken back in December; b 12 x 100;
    // c 12 x 90; d 12 x 120, of which May is withdrawn; e, a benefit, none (Wfsv 38g lid 5).
    assert_eq!(year.hours.paid_hours().to_string(), (1912 - 8 + 1200 + 1080 + 1320).to_string());
    assert_eq!(year.hours.lent_out_agency_hours().to_string(), "1320");
    assert_eq!(year.hours.wsw_hours().to_string(), "1080");
    // Wfsv 38g lid 8: b counts from June, all of it; lid 4: the seconded hours of c do not.
    assert_eq!(year.doelgroep.own().to_string(), "700");
    // Wet banenafspraak 6 lid 4: a 11 x 4,500 + 4,275 - 225, b 21,600 and c 18,000; not the agency
    // worker d and the benefit e, 11 x 2,500 + 12 x 700 = 35,900.
    assert_eq!(year.wage_base.to_string(), "93150.00");
    assert_eq!(year.premium_wage.to_string(), "129050.00");
    // Wtl 2.10, 2.12: asked for b, from the month of the registration on.
    assert_eq!(year.bonus_workers.len(), 1);
    assert_eq!(year.bonus_workers.first().unwrap().paid_hours.to_string(), "700");
    let outcome = assess(&year.employer_year(Sector::Overheid).unwrap()).unwrap();
    // 3,104 x 2.58 % = 80.0832 hours; 700 had.
    assert_eq!(outcome.required_hours().unwrap().to_string(), "80.0832");
    assert_eq!(outcome.liability().word(), "exempt_both_years");
}

#[test]
fn a_message_is_read_record_by_record() {
    let expected = [
        "111222333L01 a 2026-01 160 4500.00 ordinary 1 Some(\"2019-02-01\") Some(\"2026-02-20\") false",
        "111222333L01 b 2026-01 100 1800.00 ordinary 1 Some(\"2024-09-01\") Some(\"2026-02-20\") true",
        "111222333L01 c 2026-01 90 1500.00 wsw_seconded 1 Some(\"2015-01-01\") Some(\"2026-02-20\") false",
        "111222333L01 d 2026-01 120 2500.00 agency 1 Some(\"2025-11-10\") Some(\"2026-02-20\") false",
        "111222333L01 e 2026-01 0 700.00 benefit 1 Some(\"2026-01-01\") Some(\"2026-02-20\") false",
    ];
    let january = message(1);
    assert_eq!(read(january.as_bytes()), expected);
    // The same with a prefix, of another year, with a byte order mark, and with entities.
    let prefixed = january
        .replace("xmlns=", "xmlns:la=")
        .replace("</", "@@")
        .replace('<', "<la:")
        .replace("@@", "</la:")
        .replace("<la:?xml", "<?xml")
        .replace("Loonaangifte/2026", "Loonaangifte/2027");
    assert_eq!(read(prefixed.as_bytes()), expected);
    let other = format!("\u{feff}{}", january.replace(">160<", "><![CDATA[16]]>&#48;<!-- - --><"));
    assert_eq!(read(other.as_bytes()), expected);
    // A withdrawal is a record of nothing.
    let withdrawn = read(message(7).as_bytes()).pop().unwrap();
    assert_eq!(
        withdrawn,
        "111222333L01 d 2026-05 0 0.00 ordinary 1 None Some(\"2026-08-20\") false"
    );
}

#[test]
fn iso_8859_1_is_read_as_declared() {
    let text = message(1)
        .replace("UTF-8", "ISO-8859-1")
        .replace("<PersNr>a</PersNr>", "<PersNr>Zoë</PersNr>");
    let latin1: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    assert!(read(&*latin1).first().unwrap().starts_with("111222333L01 Zoë 2026-01 160"));
    // Declared as UTF-8 the same bytes are not what they say.
    let wrong = String::from_utf8_lossy(&latin1).into_owned();
    assert!(!wrong.is_empty());
    let declared: Vec<u8> =
        [&b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>"[..], latin1.get(44..).unwrap()].concat();
    assert!(
        read(&*declared).pop().unwrap().ends_with("not in UTF-8 or ISO 8859-1, or not as declared")
    );
    for other in ["UTF-16", "windows-1252", "EBCDIC"] {
        let text = message(1).replace("UTF-8", other);
        assert_eq!(
            read(text.as_bytes()),
            ["wage return, byte 0: not in UTF-8 or ISO 8859-1, or not as declared"]
        );
    }
    let utf16: Vec<u8> = message(1).encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(
        read(&*utf16),
        ["wage return, byte 0: not in UTF-8 or ISO 8859-1, or not as declared"]
    );
}

/// Wet banenafspraak 6 lid 8: the inkomstenperiode of the first day of employment decides.
#[test]
fn of_several_inkomstenperioden_the_first_day_of_employment_decides() {
    let second = "<Inkomstenperiode><DatAanv>2026-01-16</DatAanv><SrtIV>15</SrtIV><CdAard>24</CdAard><IndAvrLkvDgBafSb>J</IndAvrLkvDgBafSb></Inkomstenperiode><Werknemersgegevens>";
    let text = message(1).replacen("<Werknemersgegevens>", second, 1);
    let first = read(text.as_bytes()).swap_remove(0);
    assert!(first.contains("4500.00 ordinary 1"), "{first}");
    assert!(first.ends_with("true"), "asked for in one of them: {first}");
    // From the first of the month it is what the second says.
    let first = read(text.replacen("2026-01-16", "2026-01-01", 1).as_bytes()).swap_remove(0);
    assert!(first.contains("4500.00 beschut_werk 1"), "{first}");
}

#[test]
fn codes_are_those_of_the_lists() {
    let kind = |code: &str| {
        last("<SrtIV>33</SrtIV>", &format!("<SrtIV>15</SrtIV><CdAard>{code}</CdAard>"))
    };
    for (code, expected) in [
        ("1", "ordinary"),
        ("18", "ordinary"),
        ("82", "ordinary"),
        ("83", "ordinary"),
        ("23", "ordinary"),
        ("79", "ordinary"),
        ("11", "agency"),
        ("21", "wsw"),
        ("22", "wsw_seconded"),
        ("24", "beschut_werk"),
    ] {
        assert!(kind(code).contains(&format!("700.00 {expected} ")), "{code}: {}", kind(code));
    }
    let income = |code: &str| last("<SrtIV>33</SrtIV>", &format!("<SrtIV>{code}</SrtIV>"));
    for code in ["18", "31", "46", "54", "60", "63"] {
        assert!(income(code).contains("700.00 benefit "), "{code}");
    }
    assert!(income("17").contains("700.00 ordinary "), "a director has no kind of employment");
    assert_eq!(error("<SrtIV>33</SrtIV>", "<SrtIV>99</SrtIV>"), "SrtIV: `99` is not a known code");
    assert_eq!(
        error("<CdAard>1</CdAard>", "<CdAard>5</CdAard>"),
        "CdAard: `5` is not a known code"
    );
    assert_eq!(error("<CdAard>1</CdAard>", ""), "CdAard: missing");
}

#[test]
fn what_is_missing_or_wrong_is_named() {
    for (piece, by, expected) in [
        ("<LhNr>111222333L01</LhNr>", "", "LhNr: missing"),
        (
            "<LhNr>111222333L01</LhNr>",
            "<LhNr>111222334L01</LhNr>",
            "LhNr: not nine digits that pass the elfproef, `L` and two digits",
        ),
        ("<DatAanvTv>2026-01-01</DatAanvTv>", "", "DatAanvTv: missing"),
        (
            "<DatEindTv>2026-01-31</DatEindTv>",
            "<DatEindTv>2026-01-30</DatEindTv>",
            "DatEindTv: no month, four weeks, half year or year has these first and last days",
        ),
        (
            "<DatEindTv>2026-01-31</DatEindTv>",
            "<DatEindTv>31-01-2026</DatEindTv>",
            "DatEindTv: not a date such as 2026-03-31",
        ),
        ("<NumIV>1</NumIV>", "", "NumIV: missing"),
        ("<NumIV>1</NumIV>", "<NumIV>one</NumIV>", "NumIV: not a whole number"),
        (
            "<AantVerlU>160</AantVerlU>",
            "<AantVerlU>160.5</AantVerlU>",
            "AantVerlU: not a whole number of hours",
        ),
        (
            "<AantVerlU>160</AantVerlU>",
            "<AantVerlU>many</AantVerlU>",
            "AantVerlU: `many` is not a number in plain notation, such as 25800 or 19.38",
        ),
        ("<IndAvrLkvDgBafSb>N<", "<IndAvrLkvDgBafSb>X<", "IndAvrLkvDgBafSb: neither J nor N"),
        (
            "<SofiNr>123456782</SofiNr>",
            "<SofiNr>123456789</SofiNr>",
            "SofiNr: not nine digits that pass the elfproef",
        ),
        (
            "http://xml.belastingdienst.nl",
            "http://example.com",
            "not a wage return: the root is no `Loonaangifte` of the Belastingdienst",
        ),
    ] {
        assert_eq!(error(piece, by), expected, "{piece} -> {by}");
    }
    // Errors and debug output hold no BSN.
    let wrong = message(1).replace("<SofiNr>123456782</SofiNr>", "<SofiNr>123456789</SofiNr>");
    let mut wage_return = WageReturn::new(wrong.as_bytes(), person).unwrap();
    let failed = wage_return.read().unwrap_err();
    assert!(!format!("{failed:?} {wage_return:?}").contains("12345678"), "{failed:?}");
    assert_eq!(failed.code(), "invalid_bsn");
    // Without a BSN the personnel number is enough; without either nobody is meant.
    let without = message(1).replacen("<SofiNr>123456782</SofiNr>", "", 1);
    assert_eq!(read(without.as_bytes()).len(), 5);
    let neither = without.replacen("<PersNr>a</PersNr>", "", 1);
    assert!(read(neither.as_bytes()).swap_remove(0).ends_with("SofiNr: missing"));
}

#[test]
fn elements_of_other_places_and_namespaces_are_passed_over() {
    let strange = "<Vreemd><InkomstenverhoudingInitieel><NumIV>x</NumIV></InkomstenverhoudingInitieel></Vreemd><x:AantVerlU xmlns:x=\"urn:x\">7</x:AantVerlU><AantVerlU>160</AantVerlU>";
    assert_eq!(
        read(message(1).replacen("<AantVerlU>160</AantVerlU>", strange, 1).as_bytes()),
        read(message(1).as_bytes())
    );
}

#[test]
fn hostile_input_is_an_error_in_bounded_memory() {
    let bomb = message(1).replacen(
        "<Loonaangifte",
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><Loonaangifte",
        1,
    );
    assert!(
        read(bomb.as_bytes()).pop().unwrap().ends_with("a document type declaration is refused")
    );
    assert_eq!(error("<NumIV>1</NumIV>", "<NumIV>&x;</NumIV>"), "an entity that is not predefined");
    assert_eq!(
        error("<NumIV>1</NumIV>", "<NumIV>1</Num>"),
        "not well-formed XML: elements do not begin and end in pairs"
    );
    let head = message(1).split_once("<IdBer>").unwrap().0.to_owned();
    // A gigabyte of text, in a tag, a comment, an attribute, and in many small pieces.
    for opening in ["<IdBer>", "<Id", "<!--", "<Id x='", "<![CDATA[", "<?pi "] {
        for filler in [b'x', b'>', b'-'] {
            if opening == "<Id" && filler == b'>' {
                continue; // a short tag, and then text
            }
            let input =
                head.as_bytes().chain(opening.as_bytes()).chain(repeat(filler).take(1 << 30));
            let told = read(input).pop().unwrap();
            assert!(told.ends_with("of more than 65536 bytes"), "{opening} {filler}: {told}");
        }
    }
    let nested = format!("{head}{}", "<a>".repeat(100_000));
    assert!(
        read(nested.as_bytes()).pop().unwrap().ends_with("elements are nested more than 64 deep")
    );
    let pieces = format!("{head}<DatTdAanm>{}", "x&amp;".repeat(100_000));
    assert!(read(pieces.as_bytes()).pop().unwrap().ends_with("of more than 256 bytes"));
    let twice = format!("{}{}", message(1), message(1).split_once("?>").unwrap().1);
    assert!(read(twice.as_bytes()).pop().unwrap().contains("not a wage return"));
}

/// Cut off anywhere, a message is an error after the records that were whole.
#[test]
fn a_truncated_message_is_an_error_wherever_it_is_cut() {
    // A small one: a withdrawal, and one worker.
    let (before, rest) = message(7)
        .split_once("        <InkomstenverhoudingInitieel>")
        .map(|(b, r)| (b.to_owned(), r.to_owned()))
        .unwrap();
    let (worker, rest) = rest.split_once("</InkomstenverhoudingInitieel>").unwrap();
    let (_, after) = rest.split_once("</VolledigeAangifte>").unwrap();
    let whole = format!(
        "{before}<InkomstenverhoudingInitieel>{worker}</InkomstenverhoudingInitieel></VolledigeAangifte>{after}"
    );
    let all = read(whole.as_bytes());
    assert_eq!(all.len(), 2);
    let end = whole.trim_end().len();
    for cut in (0..end).filter(|cut| whole.is_char_boundary(*cut)) {
        let mut part = read(whole.as_bytes().get(..cut).unwrap());
        let error = part.pop().unwrap();
        assert!(error.starts_with("wage return, byte "), "cut at {cut}: {error}");
        assert_eq!(all.get(..part.len()), Some(&*part), "cut at {cut}");
    }
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        read(&*bytes);
    }

    #[test]
    fn no_changed_message_panics(at in 0..8_000_usize, by in prop::collection::vec(any::<u8>(), 0..6), less in 0..6_usize) {
        let mut bytes = message(4).into_bytes();
        let at = at.min(bytes.len() - less);
        bytes.splice(at..at + less, by);
        read(&*bytes);
    }
}
