//! The wage return by its schemas: what they allow is read, what they do not know is an error that
//! names it. Three messages that others made are read whole.
#![cfg(feature = "loonaangifte")]
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};

use banenafspraak::payroll::loonaangifte::{Identity, WageReturn};
use proptest::prelude::*;

/// A message of one administration around these parts.
fn message(year: u16, parts: &str) -> String {
    format!(
        r#"<Loonaangifte xmlns="http://xml.belastingdienst.nl/schemas/Loonaangifte/{year}/01" version="2.0"><Bericht><IdBer>1</IdBer><DatTdAanm>{year}-02-10T09:30:00</DatTdAanm></Bericht><AdministratieveEenheid><LhNr>111222333L01</LhNr>{parts}</AdministratieveEenheid></Loonaangifte>"#
    )
}

/// A full return of January around these relations.
fn january(year: u16, relations: &str) -> String {
    message(
        year,
        &format!(
            "<TijdvakAangifte><DatAanvTv>{year}-01-01</DatAanvTv><DatEindTv>{year}-01-31</DatEindTv><VolledigeAangifte><CollectieveAangifte/>{relations}</VolledigeAangifte></TijdvakAangifte>"
        ),
    )
}

/// A relation from 2025 on, with these income periods and these values at the end.
fn relation_of(begins: &str, periods: &str, values: &str) -> String {
    format!(
        "<InkomstenverhoudingInitieel><NumIV>1</NumIV>{begins}<PersNr>a</PersNr><NatuurlijkPersoon><SofiNr>123456782</SofiNr></NatuurlijkPersoon>{periods}<Werknemersgegevens>{values}</Werknemersgegevens></InkomstenverhoudingInitieel>"
    )
}

const BEGINS: &str = "<DatAanv>2020-01-01</DatAanv>";
const VALUES: &str = "<PrlnAofAnwLg>1000.00</PrlnAofAnwLg><PrlnAofAnwHg>0.00</PrlnAofAnwHg><PrlnAofAnwUit>0.00</PrlnAofAnwUit><AantVerlU>100</AantVerlU>";

fn period(from: &str, income: &str) -> String {
    format!("<Inkomstenperiode><DatAanv>{from}</DatAanv>{income}</Inkomstenperiode>")
}

const ORDINARY: &str = "<SrtIV>15</SrtIV><CdAard>1</CdAard>";

fn relation() -> String {
    relation_of(BEGINS, &period("2020-01-01", ORDINARY), VALUES)
}

/// The records in words, and the error that ends them, if one does.
fn read(bytes: &[u8]) -> Vec<String> {
    let mut wage_return = match WageReturn::new(bytes, |who: Identity<'_>| who.key()) {
        Ok(wage_return) => wage_return,
        Err(error) => return vec![error.problem.to_string()],
    };
    let mut all = Vec::new();
    loop {
        match wage_return.read() {
            Ok(Some(r)) => all.push(format!(
                "{} {} {} {} {} {} {} {}",
                r.employer,
                r.person,
                r.entry.period,
                r.relation,
                r.entry.paid_hours,
                r.entry.premium_wage,
                r.entry.kind,
                if r.entry.asks_lkv { "LKV" } else { "-" }
            )),
            Ok(None) => return all,
            Err(error) => {
                all.push(error.problem.to_string());
                return all;
            }
        }
    }
}

/// The only record, or the error, of one relation of January.
fn one(year: u16, relation: &str) -> String {
    let mut all = read(january(year, relation).as_bytes());
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

/// What lies beside the repository, or beside the folder it is in.
fn shared(name: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = ["../shared", "../../shared"].map(|shared| root.join(shared).join(name));
    let found = found.into_iter().find(|path| path.exists());
    if found.is_none() {
        eprintln!("skipped: {name} is not in a folder `shared` beside the repository");
    }
    found
}

#[test]
fn ind_avr_lkv_dg_baf_has_the_name_of_the_year_of_the_message() {
    let asks = |year: u16, elements: &[&str]| {
        let elements: Vec<String> =
            elements.iter().map(|element| format!("<{element}>J</{element}>")).collect();
        let elements = elements.concat();
        let period = period("2020-01-01", &format!("{ORDINARY}{elements}"));
        one(year, &relation_of(BEGINS, &period, VALUES))
    };
    let (old, new) = ("IndAvrLkvDgBafSb", "IndAvrLkvDgBaf");
    for (year, element) in
        [(2022, old), (2023, old), (2025, old), (2023, new), (2025, new), (2026, new), (2027, new)]
    {
        assert!(asks(year, &[element]).ends_with(" LKV"), "{year} {element}");
    }
    assert_eq!(asks(2026, &[old]), format!("{old}: not in a message of 2026, which has {new}"));
    assert_eq!(asks(2022, &[new]), format!("{new}: not in a message of 2022, which has {old}"));
    assert_eq!(
        asks(2024, &[old, new]),
        format!("{new}: not in a message of 2024, which has {old}")
    );
    assert_eq!(
        asks(2024, &[new, old]),
        format!("{old}: not in a message of 2024, which has {new}")
    );
}

#[test]
fn every_srt_iv_and_cd_aard_of_the_schemas_is_read_and_another_is_named() {
    let kind =
        |codes: String| one(2026, &relation_of(BEGINS, &period("2020-01-01", &codes), VALUES));
    for code in [
        18, 22, 23, 24, 31, 32, 33, 34, 36, 37, 38, 39, 40, 42, 43, 45, 46, 50, 52, 53, 55, 56, 57,
        58, 59, 60, 61, 62, 63,
    ] {
        let record = kind(format!("<SrtIV>{code}</SrtIV>"));
        assert!(record.contains(" 100 1000.00 benefit "), "{code}: {record}");
    }
    for (code, expected) in [
        ("1", "ordinary"),
        ("01", "ordinary"),
        ("4", "ordinary"),
        ("6", "ordinary"),
        ("7", "ordinary"),
        ("11", "agency"),
        ("18", "ordinary"),
        ("21", "wsw"),
        ("22", "wsw_seconded"),
        ("23", "ordinary"),
        ("24", "beschut_werk"),
        ("79", "ordinary"),
        ("81", "ordinary"),
        ("82", "payroll"),
        ("83", "ordinary"),
    ] {
        for income in [11, 13, 15] {
            let record = kind(format!("<SrtIV>{income}</SrtIV><CdAard>{code}</CdAard>"));
            assert!(record.contains(&format!(" 100 1000.00 {expected} ")), "{code}: {record}");
        }
    }
    for code in ["35", "54", "16", "99"] {
        let unknown = kind(format!("<SrtIV>{code}</SrtIV>"));
        assert_eq!(unknown, format!("SrtIV: `{code}` is not a known code"));
    }
    for code in ["8", "05", "25", "84"] {
        let unknown = kind(format!("<SrtIV>15</SrtIV><CdAard>{code}</CdAard>"));
        assert_eq!(unknown, format!("CdAard: `{code}` is not a known code"));
    }
}

/// law.md, Choices: hours as reported, no LKV, no premium wage.
#[test]
fn srt_iv_17_counts_its_hours_and_nothing_else() {
    let asks = "<SrtIV>17</SrtIV><IndAvrLkvDgBaf>J</IndAvrLkvDgBaf>";
    let record = one(2026, &relation_of(BEGINS, &period("2020-01-01", asks), VALUES));
    assert!(record.ends_with(" 100 0.00 ordinary -"), "{record}");
}

#[test]
fn numbers_are_read_by_the_value_that_their_types_give() {
    let with = |piece: &str, by: &str| {
        let relation = relation();
        assert!(relation.contains(piece));
        one(2026, &relation.replacen(piece, by, 1))
    };
    let same = one(2026, &relation());
    assert_eq!(same, "111222333L01 123456782 2026-01 1 100 1000.00 ordinary -");
    for number in ["0001", "01", " 1 ", "+1"] {
        assert_eq!(with("<NumIV>1<", &format!("<NumIV>{number}<")), same, "NumIV {number}");
    }
    for number in ["10000", "-1", "1.0", ""] {
        let expected = "NumIV: not a whole number of at most four digits";
        assert_eq!(with("<NumIV>1<", &format!("<NumIV>{number}<")), expected, "{number}");
    }
    for hours in ["+100", "00100", "100"] {
        assert_eq!(with(">100<", &format!(">{hours}<")), same, "AantVerlU {hours}");
    }
    assert!(with(">100<", ">-99999<").contains(" -99999 "));
    for hours in ["100000", "100.0", "1e2"] {
        let expected = "AantVerlU: not a whole number of hours of at most five digits";
        assert_eq!(with(">100<", &format!(">{hours}<")), expected, "{hours}");
    }
    for wage in ["1000", "+01000.0", "1000."] {
        assert_eq!(with(">1000.00<", &format!(">{wage}<")), same, "PrlnAofAnwLg {wage}");
    }
    assert!(with(">1000.00<", ">-99999999.99<").contains(" -99999999.99 "));
    for wage in ["100000000.01", "1000.001", "1.000,00", "."] {
        let expected = "PrlnAofAnwLg: not an amount in euros and cents";
        assert_eq!(with(">1000.00<", &format!(">{wage}<")), expected, "{wage}");
    }
}

/// `SubNr` and `SofiNr` have patterns and no elfproef.
#[test]
fn lh_nr_and_sofi_nr_follow_their_patterns_without_elfproef() {
    let whole = january(2026, &relation());
    let with = |piece: &str, by: &str| read(whole.replacen(piece, by, 1).as_bytes()).remove(0);
    assert!(with("111222333L01", "001224154L99").starts_with("001224154L99 "));
    for number in ["000222333L01", "111222333L00", "111222333L1", "111222333l01", "11122233L01"] {
        let expected =
            "LhNr: not nine digits that do not begin with 000, `L` and two digits that are not 00";
        assert_eq!(with("111222333L01", number), expected, "{number}");
    }
    assert!(with("123456782", "123456789").starts_with("111222333L01 123456789 "));
    for number in ["000456782", "12345678", "1234567890", "12345678x"] {
        let expected = "SofiNr: not nine digits that do not begin with 000";
        assert_eq!(with("123456782", number), expected, "{number}");
    }
    // `PersNr` has up to 35 characters, and names the person where there is no SofiNr.
    let without = whole.replacen("<SofiNr>123456782</SofiNr>", "", 1);
    let named = |length: usize| {
        let number = "é".repeat(length);
        read(without.replacen("<PersNr>a<", &format!("<PersNr>{number}<"), 1).as_bytes()).remove(0)
    };
    assert!(named(35).starts_with(&format!("111222333L01 111222333L01/{} ", "é".repeat(35))));
    assert_eq!(named(36), "PersNr: longer than the schema allows");
}

#[test]
fn tijdvak_correctie_holds_relations_directly_also_without_tijdvak_aangifte() {
    let corrections = |inner: &str| {
        message(
            2026,
            &format!(
                "<TijdvakCorrectie><DatAanvTv>2026-01-01</DatAanvTv><DatEindTv>2026-01-31</DatEindTv><CollectieveAangifte><TotPrlnAofAnwLg>x</TotPrlnAofAnwLg></CollectieveAangifte>{inner}</TijdvakCorrectie>"
            ),
        )
    };
    let withdrawal = "<InkomstenverhoudingIntrekking><NumIV>2</NumIV><PersNr>b</PersNr></InkomstenverhoudingIntrekking>";
    let inner = format!("{}{withdrawal}", relation());
    assert_eq!(
        read(corrections(&inner).as_bytes()),
        [
            "111222333L01 123456782 2026-01 1 100 1000.00 ordinary -",
            "111222333L01 111222333L01/b 2026-01 2 0 0.00 benefit -"
        ]
    );
    // What the schema does not have there is not ignored: its relations would be lost.
    for element in ["AanvullendeAangifte", "VolledigeAangifte"] {
        let wrapped = corrections(&format!("<{element}>{}</{element}>", relation()));
        assert_eq!(read(wrapped.as_bytes()), [format!("{element}: not where the schema has it")]);
    }
    assert_eq!(
        read(january(2026, withdrawal).as_bytes()),
        ["InkomstenverhoudingIntrekking: not where the schema has it"]
    );
    let fourteen = corrections("").replacen("</LhNr>", &format!("</LhNr>{}", "<TijdvakCorrectie><DatAanvTv>2026-01-01</DatAanvTv><DatEindTv>2026-01-31</DatEindTv></TijdvakCorrectie>".repeat(13)), 1);
    assert_eq!(read(fourteen.as_bytes()), ["TijdvakCorrectie: more than 13 of them"]);
    assert_eq!(read(message(2026, "").as_bytes()), ["TijdvakAangifte: missing"]);
    let empty = message(
        2026,
        "<TijdvakAangifte><DatAanvTv>2026-01-01</DatAanvTv><DatEindTv>2026-01-31</DatEindTv></TijdvakAangifte>",
    );
    assert_eq!(read(empty.as_bytes()), ["VolledigeAangifte: missing"]);
    // A period has a full return or a supplement.
    let both = january(2026, "").replace(
        "<VolledigeAangifte>",
        "<AanvullendeAangifte></AanvullendeAangifte><VolledigeAangifte>",
    );
    assert_eq!(
        read(both.as_bytes()),
        ["VolledigeAangifte: beside another return of the same period"]
    );
}

/// `Inkomstenperiode`: kind by the first day of employment in the tijdvak; if there is none, the
/// last begun before its end, else the first.
#[test]
fn the_inkomstenperiode_of_the_first_day_of_employment_gives_the_kind() {
    let kind = |begins: &str, periods: &[(&str, &str)]| {
        let periods: String = periods
            .iter()
            .map(|(from, code)| period(from, &format!("<SrtIV>15</SrtIV><CdAard>{code}</CdAard>")))
            .collect();
        let record = one(2026, &relation_of(begins, &periods, VALUES));
        record.split(' ').nth(6).unwrap().to_owned()
    };
    let (ordinary, wsw, beschut) =
        (("2020-01-01", "1"), ("2026-01-16", "22"), ("2026-01-20", "24"));
    assert_eq!(kind(BEGINS, &[wsw, ordinary, beschut]), "ordinary");
    assert_eq!(kind("<DatAanv>2026-01-18</DatAanv>", &[ordinary, wsw, beschut]), "wsw_seconded");
    // Paid after leaving: the last begun before the end of the tijdvak.
    let left = "<DatAanv>2019-01-01</DatAanv><DatEind>2025-12-31</DatEind>";
    assert_eq!(kind(left, &[ordinary, ("2026-01-31", "22"), ("2026-02-01", "24")]), "wsw_seconded");
    // None begun before its end: the first of all.
    assert_eq!(kind(left, &[("2026-03-01", "24"), ("2026-02-01", "11")]), "agency");
}

/// `Inkomstenperiode`: LKV asked if one that holds on a day of employment in the tijdvak asks.
#[test]
fn an_inkomstenperiode_that_holds_on_no_day_of_employment_asks_for_no_lkv() {
    let asks = |begins: &str, periods: &[(&str, &str)]| {
        let periods: String = periods
            .iter()
            .map(|(from, asks)| {
                period(from, &format!("{ORDINARY}<IndAvrLkvDgBaf>{asks}</IndAvrLkvDgBaf>"))
            })
            .collect();
        one(2026, &relation_of(begins, &periods, VALUES)).ends_with(" LKV")
    };
    let until = |day: &str| format!("<DatAanv>2020-01-01</DatAanv><DatEind>{day}</DatEind>");
    // Asked until 31 December, for the whole tijdvak from 15 January, and from 1 February.
    assert!(!asks(BEGINS, &[("2020-01-01", "J"), ("2026-01-01", "N")]));
    assert!(asks(BEGINS, &[("2020-01-01", "J"), ("2026-01-02", "N")]));
    assert!(asks(BEGINS, &[("2020-01-01", "N"), ("2026-01-15", "J")]));
    assert!(asks(BEGINS, &[("2020-01-01", "N"), ("2026-01-15", "J"), ("2026-01-16", "N")]));
    assert!(!asks(BEGINS, &[("2020-01-01", "N"), ("2026-02-01", "J")]));
    // The employment ends before it is asked for, or ended before the tijdvak.
    assert!(!asks(&until("2026-01-14"), &[("2020-01-01", "N"), ("2026-01-15", "J")]));
    assert!(asks(&until("2026-01-15"), &[("2020-01-01", "N"), ("2026-01-15", "J")]));
    assert!(!asks(&until("2025-12-31"), &[("2020-01-01", "J")]));
}

#[test]
fn another_root_namespace_or_version_is_named() {
    let whole = january(2026, &relation());
    let with = |piece: &str, by: &str| read(whole.replace(piece, by).as_bytes()).remove(0);
    assert_eq!(
        with("Loonaangifte ", "Verzuimmelding "),
        "not a wage return: the root is `Verzuimmelding`, not `Loonaangifte`"
    );
    assert_eq!(
        with("version=\"2.0\"", "version=\"1.0\""),
        "Loonaangifte: the version is `1.0`, not `2.0`"
    );
    assert_eq!(with(" version=\"2.0\"", ""), "Loonaangifte: the version is ``, not `2.0`");
    assert_eq!(
        with("Loonaangifte/2026/01", "Loonaangifte/2021/01"),
        "not a wage return: the namespace is `http://xml.belastingdienst.nl/schemas/Loonaangifte/2021/01`, not that of a Loonaangifte of 2022 or later"
    );
    // A BSN by mistake is not.
    let error = with("Loonaangifte ", "x123456782 ");
    assert_eq!(error, "not a wage return: the root is `...`, not `Loonaangifte`");
}

/// Both schemas are the first of their year, and a year is one that the library knows.
#[test]
fn a_namespace_of_another_edition_is_no_wage_return() {
    let whole = january(2026, &relation());
    for edition in ["2026/02", "2026/00", "2026/1", "2026/01/", "2026", "3000/01", "9999/01"] {
        let message = whole.replace("Loonaangifte/2026/01", &format!("Loonaangifte/{edition}"));
        let expected = format!(
            "not a wage return: the namespace is `http://xml.belastingdienst.nl/schemas/Loonaangifte/{edition}`, not that of a Loonaangifte of 2022 or later"
        );
        assert_eq!(read(message.as_bytes()), [expected]);
    }
    assert!(one(2999, &relation()).ends_with(" ordinary -"));
}

/// `WerknemersgegevensType` and `VolledigeAangifte` of both schemas: no `minOccurs="0"`.
#[test]
fn the_premium_wages_and_the_totals_that_both_schemas_require_are_missed() {
    for year in [2022, 2026] {
        for element in ["PrlnAofAnwLg", "PrlnAofAnwHg", "PrlnAofAnwUit"] {
            let (before, rest) = VALUES.split_once(&format!("<{element}>")).unwrap();
            let (_, after) = rest.split_once(&format!("</{element}>")).unwrap();
            let values = format!("{before}{after}");
            for income in [ORDINARY, "<SrtIV>40</SrtIV>", "<SrtIV>17</SrtIV>"] {
                let relation = relation_of(BEGINS, &period("2020-01-01", income), &values);
                assert_eq!(one(year, &relation), format!("{element}: missing"), "{income}");
            }
        }
        let without = january(year, "").replace("<CollectieveAangifte/>", "");
        assert_eq!(read(without.as_bytes()), ["CollectieveAangifte: missing"]);
    }
}

/// Neither of two income periods that begin on one day is the one that holds.
#[test]
fn two_inkomstenperioden_that_begin_on_one_day_are_an_error() {
    let agency = "<SrtIV>15</SrtIV><CdAard>11</CdAard>";
    let of = |periods: [(&str, &str); 3]| {
        let periods = periods.map(|(from, income)| period(from, income)).concat();
        one(2026, &relation_of(BEGINS, &periods, VALUES))
    };
    let (first, second) = (("2020-01-01", ORDINARY), ("2020-01-01", agency));
    let other = ("2021-01-01", ORDINARY);
    let expected = "Inkomstenperiode: begins on the same day as another of the relation";
    for periods in [[first, second, other], [second, other, first], [other, first, first]] {
        assert_eq!(of(periods), expected);
    }
    assert!(of([first, ("2020-01-02", agency), other]).ends_with(" ordinary -"));
}

/// Messages that others made, each valid by its schema.
#[test]
fn messages_that_others_made_are_read_whole() {
    for (file, expected) in [
        (
            "humaniq-2026-06.xml",
            &[
                "111222333L01 123456782 2026-06 1 156 3800.00 ordinary -",
                "111222333L01 111222333 2026-06 1 104 2400.00 ordinary -",
            ][..],
        ),
        (
            "liquidhr-synthetic-2026.xml",
            &[
                "123456789L01 123456782 2026-01 1 0 0.00 ordinary -",
                "123456789L01 123456782 2026-01 2 0 0.00 agency -",
                // A director-shareholder without SofiNr; the key is made of the personnel number.
                "123456789L01 123456789L01/EMP-002 2026-01 3 0 0.00 ordinary -",
            ],
        ),
        // A nil return in ISO 8859-1: no records, and no error.
        ("klout7-nil-2022-03.xml", &[]),
    ] {
        let Some(path) = shared(&format!("loonaangifte/{file}")) else { return };
        assert_eq!(read(&fs::read(path).unwrap()), expected, "{file}");
    }
}

/// An inkomstenperiode by the day it begins, counted from 15 December 2025: kind and request.
type Income = (i64, &'static str, bool);

/// Day by day: which income period holds on it.
fn holds(periods: &[Income], day: i64) -> Option<&Income> {
    let mut held: Option<&Income> = None;
    for period in periods {
        if period.0 <= day && held.is_none_or(|held| period.0 >= held.0) {
            held = Some(period);
        }
    }
    held
}

prop_compose! {
    fn income()(day in 0..70_i64, kind in prop::sample::select(&["1", "11", "24"]), asks: bool) -> Income {
        (day, kind, asks)
    }
}

proptest! {
    /// Kind and LKV of January 2026, looked up day by day.
    #[test]
    fn inkomstenperioden_mean_what_they_mean_day_by_day(
        periods in prop::collection::vec(income(), 1..5),
        begins in 0..70_i64,
        lasts in prop::option::of(0..60_i64),
    ) {
        let date = |day: i64| {
            let first: jiff::civil::Date = "2025-12-15".parse().unwrap();
            first.checked_add(jiff::SignedDuration::from_hours(24 * day)).unwrap()
        };
        let ends = lasts.map(|lasts| begins + lasts);
        let days = 17..=47; // 1 to 31 January
        let employed: Vec<i64> =
            days.filter(|day| *day >= begins && ends.is_none_or(|ends| *day <= ends)).collect();
        let on_first_day = employed.first().and_then(|day| holds(&periods, *day));
        let decides = on_first_day.or_else(|| holds(&periods, 47));
        let decides = decides.or_else(|| periods.iter().min_by_key(|period| period.0)).unwrap();
        let kind = match decides.1 { "1" => "ordinary", "11" => "agency", _ => "beschut_werk" };
        let asks = employed.iter().filter_map(|day| holds(&periods, *day)).any(|held| held.2);

        let texts: String = periods.iter().fold(String::new(), |all, (day, kind, asks)| {
            let asks = if *asks { "J" } else { "N" };
            let codes = format!("<SrtIV>15</SrtIV><CdAard>{kind}</CdAard><IndAvrLkvDgBaf>{asks}</IndAvrLkvDgBaf>");
            all + &period(&date(*day).to_string(), &codes)
        });
        let until = ends.map(|ends| format!("<DatEind>{}</DatEind>", date(ends)));
        let from = format!("<DatAanv>{}</DatAanv>{}", date(begins), until.unwrap_or_default());
        let mut days: Vec<i64> = periods.iter().map(|period| period.0).collect();
        days.sort_unstable();
        if days.windows(2).any(|pair| pair.first() == pair.last()) {
            let expected = "Inkomstenperiode: begins on the same day as another of the relation";
            prop_assert_eq!(one(2026, &relation_of(&from, &texts, VALUES)), expected);
            return Ok(());
        }
        let expected = format!("111222333L01 123456782 2026-01 1 100 1000.00 {kind} {}", if asks { "LKV" } else { "-" });
        prop_assert_eq!(one(2026, &relation_of(&from, &texts, VALUES)), expected);
    }
}
