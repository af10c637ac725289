//! The wage return: a year of messages gives what the CSV of the same facts gives, worked out by
//! hand, and hostile input is an error in bounded memory.
#![cfg(feature = "loonaangifte")]
#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod common;

use common::Answers as _;
use std::fs;
use std::io::{self, Cursor, Read, repeat};
use std::path::{Path, PathBuf};

use banenafspraak::payroll::csv::Options;
use banenafspraak::payroll::loonaangifte::{
    EmployerReturns, FiscalNumber, Identity, Message, WageReturn,
};
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

/// The employer's list of pseudonyms, by BSN; without one the personnel number is the key.
fn person(identity: Identity<'_>) -> String {
    let Some(bsn) = identity.bsn else { return identity.personnel_number.unwrap().to_owned() };
    let pseudonym = match bsn.digits() {
        "123456782" => "a",
        "112345694" => "b",
        "124691377" => "c",
        "137037053" => "d",
        "149382728" => "e",
        _ => "nobody",
    };
    pseudonym.to_owned()
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
                r.entry.period,
                r.entry.paid_hours,
                r.entry.premium_wage,
                r.entry.kind,
                r.relation,
                r.entry.employed_from.map(|day| day.to_string()),
                r.entry.filed_on.map(|day| day.to_string()),
                r.entry.asks_lkv
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

/// A reader that gives one byte at a time, and counts them.
struct Trickle<R>(R, u64);

impl<R: Read> Read for Trickle<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(one) = buffer.get_mut(..1) else { return Ok(0) };
        let read = self.0.read(one)?;
        self.1 += u64::try_from(read).unwrap();
        Ok(read)
    }
}

/// A text in ISO 8859-1.
fn latin1(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
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
    let mut of_messages = Payroll::new(year, register.clone());
    for month in 1..=12 {
        let message = message(month);
        let mut wage_return = WageReturn::new(message.as_bytes(), person).unwrap();
        while let Some(record) = wage_return.read().unwrap() {
            of_messages.add(&record);
        }
    }
    let mut of_csv = Payroll::new(year, register.clone());
    let file = fs::read(folder().join("same_facts.csv")).unwrap();
    let mut records = Options::new().records(&*file).unwrap();
    while let Some(record) = records.read().unwrap() {
        of_csv.add(&record);
    }
    let totals = |payroll: &Payroll| payroll.totals(EMPLOYER, &Attributions::new()).unwrap();
    let year: EmployerTotals = totals(&of_messages);
    assert_eq!(year, totals(&of_csv));
    // a: 12 x 160, of which March is corrected to 152, and 8 taken back in December; b 12 x 100;
    // c 12 x 90; d 12 x 120, of which May is withdrawn; e, a benefit, none (Wfsv 38g lid 5).
    assert_eq!(year.hours.paid_hours().to_string(), (1912 - 8 + 1200 + 1080 + 1320).to_string());
    assert_eq!(year.hours.lent_out_agency_hours().to_string(), "1320");
    assert_eq!(year.hours.wsw_hours().to_string(), "1080");
    // Wfsv 38g lid 8: b counts from June, all of it; lid 4: the seconded hours of c do not.
    assert_eq!(year.doelgroep.own().to_string(), "700");
    // Wet banenafspraak 1, 6 lid 4: a 11 x 4,500 + 4,275 - 225 and b 21,600; not the seconded Wsw
    // worker c, 18,000, the agency worker d and the benefit e, 11 x 2,500 + 12 x 700 = 35,900.
    assert_eq!(year.wage_base.to_string(), "75150.00");
    assert_eq!(year.premium_wage.to_string(), "129050.00");
    // Wtl 2.10, 2.12: asked for b, from the month of the registration on.
    assert_eq!(year.bonus_workers.len(), 1);
    assert_eq!(year.bonus_workers.first().unwrap().paid_hours.to_string(), "700");
    let outcome = assess(&year.employer_year(Sector::Overheid).unwrap()).unwrap();
    // 3,104 x 2.58 % = 80.0832 hours; 700 had.
    assert_eq!(outcome.known_quota().required_hours().to_string(), "80.0832");
    // Nothing is known of the year before; the year itself exempts.
    assert_eq!(outcome.liability().word(), "exempt_year");
}

/// The same year through `EmployerReturns`, whatever the order of the messages.
#[test]
fn the_year_of_messages_put_together_gives_the_same_totals() {
    let register = register();
    let year = Year::new(2026).unwrap();
    let mut by_record = Payroll::new(year, register.clone());
    for month in 1..=12 {
        let message = message(month);
        let mut wage_return = WageReturn::new(message.as_bytes(), person).unwrap();
        while let Some(record) = wage_return.read().unwrap() {
            by_record.add(&record);
        }
    }
    let by_record = by_record.totals(EMPLOYER, &Attributions::new()).unwrap();
    let employer = FiscalNumber::new("111222333").unwrap();
    for order in [(1..=12).collect::<Vec<u8>>(), (1..=12).rev().collect()] {
        let mut returns = EmployerReturns::new(year, employer);
        for month in order {
            returns.add(Message::read(message(month).as_bytes()).unwrap()).unwrap();
        }
        let settled = returns.settle().unwrap();
        assert_eq!(settled.notes, []);
        let mut totals = settled.totals(&register, &Attributions::new(), person).unwrap();
        assert_eq!(&*totals.employer, "111222333");
        totals.employer = EMPLOYER.into();
        // Records know no administration.
        assert_eq!(totals.coverage.missing.len(), 1);
        totals.coverage.missing[0].administration = None;
        assert_eq!(totals, by_record);
    }
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
    // However the bytes come.
    assert_eq!(read(Trickle(january.as_bytes(), 0)), expected);
    // A withdrawal is a record of nothing; it gives the BSN alone.
    let withdrawn = read(message(7).as_bytes()).pop().unwrap();
    assert_eq!(
        withdrawn,
        "111222333L01 d 2026-05 0 0.00 benefit 1 None Some(\"2026-08-20\") false"
    );
}

#[test]
fn iso_8859_1_is_read_as_declared() {
    let text = message(1)
        .replace("UTF-8", "ISO-8859-1")
        .replace("<SofiNr>123456782</SofiNr>", "")
        .replace("<PersNr>a</PersNr>", "<PersNr>Zoë</PersNr>");
    let bytes = latin1(&text);
    assert!(read(&*bytes).swap_remove(0).starts_with("111222333L01 Zoë 2026-01 160"));
    // The position is that of the message as it is, in which ë is one byte.
    let wrong = text.replacen("<AantVerlU>160<", "<AantVerlU>x<", 1);
    let end = wrong.find("<AantVerlU>x<").unwrap() - 1 + "<AantVerlU>x</AantVerlU>".len();
    let expected = format!(
        "wage return, byte {end}: AantVerlU: not a whole number of hours of at most five digits"
    );
    assert_eq!(read(&*latin1(&wrong)), [expected]);
    // Declared as UTF-8, by a declaration or a mark, the same bytes are not what they say.
    let declared = latin1(&text.replace("ISO-8859-1", "UTF-8"));
    let at = declared.windows(3).position(|three| three == b"Zo\xeb").unwrap() + 3;
    assert_eq!(
        read(&*declared),
        [format!("wage return, byte {at}: not in UTF-8 or ISO 8859-1, or not as declared")]
    );
    let marked = [&b"\xef\xbb\xbf"[..], &*bytes].concat();
    assert_eq!(
        read(&*marked),
        ["wage return, byte 0: not in UTF-8 or ISO 8859-1, or not as declared"]
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
    let second = "<Inkomstenperiode><DatAanv>2026-01-16</DatAanv><SrtIV>15</SrtIV><CdAard>24</CdAard><IndAvrLkvDgBaf>J</IndAvrLkvDgBaf></Inkomstenperiode><Werknemersgegevens>";
    let text = message(1).replacen("<Werknemersgegevens>", second, 1);
    let first = read(text.as_bytes()).swap_remove(0);
    assert!(first.contains("4500.00 ordinary 1"), "{first}");
    assert!(first.ends_with("true"), "asked for in one of them: {first}");
    // From the first of the month it is what the second says.
    let first = read(text.replacen("2026-01-16", "2026-01-01", 1).as_bytes()).swap_remove(0);
    assert!(first.contains("4500.00 beschut_werk 1"), "{first}");
}

/// The totals of one message, with nobody in the register.
fn totals_of(message: &str) -> EmployerTotals {
    let register = Register::new();
    let mut payroll = Payroll::new(Year::new(2026).unwrap(), register.clone());
    let mut wage_return = WageReturn::new(message.as_bytes(), person).unwrap();
    while let Some(record) = wage_return.read().unwrap() {
        payroll.add(&record);
    }
    payroll.totals(EMPLOYER, &Attributions::new()).unwrap()
}

/// Wet banenafspraak 6 lid 8: a relation that ended before the aangiftetijdvak is not the first.
#[test]
fn a_relation_that_ended_before_decides_on_no_other() {
    let (head, _) = message(1).split_once("      <VolledigeAangifte>").map(own).unwrap();
    let relation = |number, from, until, kind, wage| {
        format!(
            "<InkomstenverhoudingInitieel><NumIV>{number}</NumIV><DatAanv>{from}</DatAanv>{until}<PersNr>f</PersNr><Inkomstenperiode><DatAanv>{from}</DatAanv><SrtIV>15</SrtIV><CdAard>{kind}</CdAard></Inkomstenperiode><Werknemersgegevens><PrlnAofAnwLg>{wage}</PrlnAofAnwLg><PrlnAofAnwHg>0.00</PrlnAofAnwHg><PrlnAofAnwUit>0.00</PrlnAofAnwUit><AantVerlU>8</AantVerlU></Werknemersgegevens></InkomstenverhoudingInitieel>"
        )
    };
    for (until, expected) in [
        ("<DatEind>2025-12-31</DatEind>", "1000.00"),
        ("<DatEind>2026-01-01</DatEind>", "0.00"),
        ("", "0.00"),
    ] {
        let paid_afterwards = relation(1, "2025-01-01", until, "24", "500");
        let ordinary = relation(2, "2026-01-16", "", "1", "1000");
        let message = format!(
            "{head}<VolledigeAangifte><CollectieveAangifte/>{paid_afterwards}{ordinary}</VolledigeAangifte></TijdvakAangifte></AdministratieveEenheid></Loonaangifte>"
        );
        let totals = totals_of(&message);
        assert_eq!(totals.wage_base.to_string(), expected, "{until}");
    }
}

/// Wet banenafspraak 6 lid 8: who never was employed in a relation decides nothing by it.
#[test]
fn a_withdrawn_relation_decides_on_no_other() {
    let (head, _) = message(1).split_once("      <VolledigeAangifte>").map(own).unwrap();
    let relations = "<AanvullendeAangifte><InkomstenverhoudingInitieel><NumIV>2</NumIV><DatAanv>2026-01-16</DatAanv><PersNr>f</PersNr><Inkomstenperiode><DatAanv>2026-01-16</DatAanv><SrtIV>15</SrtIV><CdAard>24</CdAard></Inkomstenperiode><Werknemersgegevens><PrlnAofAnwLg>1000.00</PrlnAofAnwLg><PrlnAofAnwHg>0.00</PrlnAofAnwHg><PrlnAofAnwUit>0.00</PrlnAofAnwUit><AantVerlU>80</AantVerlU></Werknemersgegevens></InkomstenverhoudingInitieel><InkomstenverhoudingIntrekking><NumIV>1</NumIV><PersNr>f</PersNr></InkomstenverhoudingIntrekking></AanvullendeAangifte></TijdvakAangifte></AdministratieveEenheid></Loonaangifte>";
    let message = format!("{head}{relations}");
    let totals = totals_of(&message);
    assert_eq!(totals.premium_wage.to_string(), "1000.00");
    assert_eq!(totals.wage_base.to_string(), "0.00", "beschut werk (lid 4)");
}

fn own((one, other): (&str, &str)) -> (String, String) {
    (one.to_owned(), other.to_owned())
}

#[test]
fn a_period_is_one_of_the_year() {
    let period = |first: &str, last: &str| {
        let message = message(1)
            .replace("<DatAanvTv>2026-01-01<", &format!("<DatAanvTv>{first}<"))
            .replace("<DatEindTv>2026-01-31<", &format!("<DatEindTv>{last}<"));
        read(message.as_bytes()).swap_remove(0)
    };
    for (first, last, expected) in [
        ("2026-02-01", "2026-02-28", "2026-02"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2026-01-01", "2026-01-25", "2026-4w01"),
        ("2026-01-26", "2026-02-22", "2026-4w02"),
        ("2026-11-30", "2026-12-31", "2026-4w13"),
        ("2026-01-01", "2026-06-30", "2026-h1"),
        ("2026-07-01", "2026-12-31", "2026-h2"),
        ("2026-01-01", "2026-12-31", "2026-y"),
    ] {
        let first_record = period(first, last);
        assert!(
            first_record.starts_with(&format!("111222333L01 a {expected} 160 ")),
            "{first_record}"
        );
    }
    for (first, last) in [
        ("2026-01-01", "2026-01-28"), // the first four weeks of 2026 are shorter
        ("2026-01-02", "2026-01-31"),
        ("2026-01-01", "2026-02-28"),
        ("2026-01-31", "2026-01-01"),
        ("2025-01-01", "2026-01-31"),
    ] {
        let error = period(first, last);
        let expected =
            "DatEindTv: no month, four weeks, half year or year has these first and last days";
        assert!(error.ends_with(expected), "{first} {last}: {error}");
    }
}

/// The schema has one `AdministratieveEenheid`, and in it one `TijdvakAangifte` or none.
#[test]
fn a_message_is_of_one_administration() {
    let january = message(1);
    let twice = |element: &str| {
        let (before, rest) = january.split_once(&format!("<{element}>")).unwrap();
        let (inner, after) = rest.split_once(&format!("</{element}>")).unwrap();
        let whole = format!("<{element}>{inner}</{element}>");
        read(format!("{before}{whole}{whole}{after}").as_bytes()).pop().unwrap()
    };
    for element in ["AdministratieveEenheid", "TijdvakAangifte", "VolledigeAangifte"] {
        assert!(twice(element).ends_with(&format!(": {element}: appears twice")));
    }
}

/// The order of elements within their parent does not matter where it need not.
#[test]
fn elements_come_in_any_order() {
    let january = message(1);
    let (before, rest) = january.split_once("<InkomstenverhoudingInitieel>").unwrap();
    let (relation, after) = rest.split_once("</InkomstenverhoudingInitieel>").unwrap();
    let parts = relation.split_once("<NatuurlijkPersoon>").unwrap();
    let turned = format!(
        "{before}<InkomstenverhoudingInitieel><NatuurlijkPersoon>{}{}</InkomstenverhoudingInitieel>{after}",
        parts.1, parts.0
    );
    assert_ne!(turned, january);
    assert_eq!(read(turned.as_bytes()), read(january.as_bytes()));
}

/// Whatever element a BSN is put in by mistake, it is in no error.
#[test]
fn no_error_tells_what_a_message_holds() {
    let january = message(1);
    let mut told = 0;
    for element in [
        "DatTdAanm",
        "LhNr",
        "DatAanvTv",
        "DatEindTv",
        "NumIV",
        "DatAanv",
        "SofiNr",
        "SrtIV",
        "CdAard",
        "IndAvrLkvDgBaf",
        "PrlnAofAnwLg",
        "PrlnAofAnwHg",
        "PrlnAofAnwUit",
        "AantVerlU",
    ] {
        let (before, rest) = january.split_once(&format!("<{element}>")).unwrap();
        let (_, after) = rest.split_once("</").unwrap();
        for held in ["123456782x", "12345678.2345", "987654321987654321987654321"] {
            let message = format!("{before}<{element}>{held}</{after}");
            let mut wage_return = WageReturn::new(message.as_bytes(), person).unwrap();
            let error = wage_return.read().unwrap_err();
            let all = format!("{error} {error:?} {wage_return:?}");
            assert!(!all.contains("12345678") && !all.contains("98765"), "{element}: {all}");
            told += 1;
        }
    }
    assert_eq!(told, 42);
}

#[test]
fn codes_are_those_of_the_lists() {
    let kind = |code: &str| {
        last("<SrtIV>33</SrtIV>", &format!("<SrtIV>15</SrtIV><CdAard>{code}</CdAard>"))
    };
    for (code, expected) in [
        ("1", "ordinary"),
        ("18", "ordinary"),
        ("82", "payroll"),
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
    for code in ["18", "22", "31", "46", "53", "60", "63"] {
        assert!(income(code).contains("700.00 benefit "), "{code}");
    }
    // law.md, Choices: a director-shareholder has no kind of employment and no premium wage.
    assert!(income("17").contains(" 0 0.00 ordinary "), "{}", income("17"));
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
            "<LhNr>111222333L00</LhNr>",
            "LhNr: not nine digits that do not begin with 000, `L` and two digits that are not 00",
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
        (
            "<NumIV>1</NumIV>",
            "<NumIV>one</NumIV>",
            "NumIV: not a whole number of at most four digits",
        ),
        (
            "<AantVerlU>160</AantVerlU>",
            "<AantVerlU>160.5</AantVerlU>",
            "AantVerlU: not a whole number of hours of at most five digits",
        ),
        (
            "<AantVerlU>160</AantVerlU>",
            "<AantVerlU>many</AantVerlU>",
            "AantVerlU: not a whole number of hours of at most five digits",
        ),
        ("<AantVerlU>160</AantVerlU>", "", "AantVerlU: missing"),
        (
            "<AantVerlU>160</AantVerlU>",
            "<AantVerlU>16<x/>0</AantVerlU>",
            "AantVerlU: holds an element, not a value",
        ),
        (
            "<AantVerlU>160</AantVerlU>",
            "<AantVerlU>160</AantVerlU><AantVerlU>160</AantVerlU>",
            "AantVerlU: appears twice",
        ),
        (
            "<PrlnAofAnwHg>4500.00</PrlnAofAnwHg>",
            "<PrlnAofAnwHg>4500.00</PrlnAofAnwHg><PrlnAofAnwHg>4500.00</PrlnAofAnwHg>",
            "PrlnAofAnwHg: appears twice",
        ),
        (
            "<PrlnAofAnwHg>4500.00</PrlnAofAnwHg>",
            "<PrlnAofAnwHg>4500.005</PrlnAofAnwHg>",
            "PrlnAofAnwHg: not an amount in euros and cents",
        ),
        ("<DatTdAanm>2026-02-20T10:15:00</DatTdAanm>", "", "DatTdAanm: missing"),
        (
            "<DatTdAanm>2026-02-20T10:15:00</DatTdAanm>",
            "<DatTdAanm>2026-02-20Tmorning</DatTdAanm>",
            "DatTdAanm: not a date and time such as 2026-03-31T10:15:00",
        ),
        ("<CdAard>1</CdAard>", "<CdAard>1a</CdAard>", "CdAard: not a code of one or two digits"),
        ("<IndAvrLkvDgBaf>N<", "<IndAvrLkvDgBaf>X<", "IndAvrLkvDgBaf: neither J nor N"),
        (
            "<SofiNr>123456782</SofiNr>",
            "<SofiNr>000456782</SofiNr>",
            "SofiNr: not nine digits that do not begin with 000",
        ),
        (
            "http://xml.belastingdienst.nl",
            "http://example.com",
            "not a wage return: the namespace is `http://example.com/schemas/Loonaangifte/2026/01`, not that of a Loonaangifte of 2022 or later",
        ),
        (
            // Its premium wage was in other elements.
            "Loonaangifte/2026/01",
            "Loonaangifte/2021/01",
            "not a wage return: the namespace is `http://xml.belastingdienst.nl/schemas/Loonaangifte/2021/01`, not that of a Loonaangifte of 2022 or later",
        ),
        (
            "Loonaangifte/2026/01",
            "Loonaangifte/2026/01/x",
            "not a wage return: the namespace is `http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01/x`, not that of a Loonaangifte of 2022 or later",
        ),
    ] {
        assert_eq!(error(piece, by), expected, "{piece} -> {by}");
    }
    // Errors and debug output hold no BSN.
    let wrong = message(1).replace("<SofiNr>123456782</SofiNr>", "<SofiNr>12345678</SofiNr>");
    let mut wage_return = WageReturn::new(wrong.as_bytes(), person).unwrap();
    let failed = wage_return.read().unwrap_err();
    assert!(!format!("{failed:?} {wage_return:?}").contains("12345678"), "{failed:?}");
    assert_eq!(failed.code(), "refused");
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
    assert_eq!(
        read(bomb.as_bytes()),
        ["wage return, byte 92: a document type declaration is refused"]
    );
    for (piece, by, expected) in [
        ("<NumIV>1</NumIV>", "<NumIV>&x;</NumIV>", "an entity that is not predefined"),
        (
            "<NumIV>1</NumIV>",
            "<NumIV>1&amp</NumIV>",
            "not well-formed XML: an entity that does not end",
        ),
        (
            "<NumIV>1</NumIV>",
            "<NumIV>1</Num>",
            "not well-formed XML: elements do not begin and end in pairs",
        ),
        ("<Loonaangifte", "text<Loonaangifte", "not well-formed XML: text outside the root"),
        ("</Loonaangifte>", "</Loonaangifte>x", "not well-formed XML: text outside the root"),
        (
            "</Loonaangifte>",
            "</Loonaangifte><Loonaangifte/>",
            "not well-formed XML: an element after the root",
        ),
    ] {
        assert_eq!(error(piece, by), expected, "{by}");
    }
    let head = message(1).split_once("<IdBer>").unwrap().0.to_owned();
    // A gigabyte in a text, a tag, an attribute, a comment and so on: no more of it is read than
    // may be held.
    for opening in ["<IdBer>", "<Id", "<!--", "<Id x='", "<![CDATA[", "<?pi ", "<!DOCTYPE ", "&"] {
        for filler in [b'x', b'>', b'-'] {
            if matches!((opening, filler), ("<Id" | "<!DOCTYPE ", b'>')) {
                continue; // a short tag, and then text
            }
            let bytes = head.as_bytes().chain(opening.as_bytes()).chain(repeat(filler));
            let mut input = Trickle(bytes.take(1 << 30), 0);
            let told = read(&mut input).pop().unwrap();
            assert!(
                told.ends_with(": a text, tag or comment of more than 65536 bytes"),
                "{opening} {filler}: {told}"
            );
            assert!(input.1 < 70_000, "{opening} {filler}: {} bytes", input.1);
        }
    }
    let nested = format!("{head}{}", "<a>".repeat(100_000));
    // The root and Bericht are two; the byte is where the 65th ends.
    let at = head.len() + 63 * "<a>".len();
    assert_eq!(
        read(nested.as_bytes()),
        [format!("wage return, byte {at}: elements are nested more than 64 deep")]
    );
    let declared = (0..9).fold(String::new(), |all, n| all + &format!(" xmlns:n{n}='u'"));
    assert!(
        read(format!("{head}<a{declared}/>").as_bytes()).swap_remove(0).ends_with(
            ": not well-formed XML: too many namespaces in one element, or a reserved one"
        )
    );
    let pieces = format!("{head}<DatTdAanm>{}", "x&amp;".repeat(100_000));
    let at = head.len() + "<DatTdAanm>".len() + 128 * "x&amp;".len() + "x".len();
    assert_eq!(
        read(pieces.as_bytes()),
        [format!("wage return, byte {at}: a text, tag or comment of more than 256 bytes")]
    );
    let periods = (1900..1999).fold(String::new(), |all, year| {
        all + &format!("<Inkomstenperiode><DatAanv>{year}-01-01</DatAanv></Inkomstenperiode>")
    });
    assert_eq!(
        error("<Werknemersgegevens>", &format!("{periods}<Werknemersgegevens>")),
        "Inkomstenperiode: more than 99 of them"
    );
}

#[test]
fn a_reader_that_fails_is_an_error() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    let whole = message(1);
    let (half, _) = whole.split_once("<AantVerlU>100").unwrap();
    let told = read(Cursor::new(half.to_owned()).chain(Failing));
    assert_eq!(told.len(), 2);
    assert_eq!(
        told.last().unwrap(),
        &format!("wage return, byte {}: the disk is gone", half.len())
    );
    assert_eq!(read(Failing), ["wage return, byte 0: the disk is gone"]);
    assert_eq!(read(io::empty()), ["wage return, byte 0: the message ends before it is complete"]);
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
    let whole = whole.replacen("Jansen", "Janßen", 1);
    let latin = latin1(&whole.replacen("UTF-8", "ISO-8859-1", 1));
    for whole in [whole.as_bytes(), &*latin] {
        let all = read(whole);
        assert_eq!(all.len(), 2);
        for cut in 0..whole.trim_ascii_end().len() {
            let mut part = read(whole.get(..cut).unwrap());
            let error = part.pop().unwrap();
            assert!(error.starts_with("wage return, byte "), "cut at {cut}: {error}");
            assert_eq!(all.get(..part.len()), Some(&*part), "cut at {cut}");
        }
    }
}

proptest! {
    #[test]
    fn no_changed_message_panics(at in 0..8_000_usize, by in prop::collection::vec(any::<u8>(), 0..6), less in 0..6_usize) {
        let mut bytes = message(4).into_bytes();
        let at = at.min(bytes.len() - less);
        bytes.splice(at..at + less, by);
        read(&*bytes);
    }
}
