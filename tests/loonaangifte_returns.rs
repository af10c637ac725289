//! What wage returns of one employer mean together: each rule by itself, and random sets of messages
//! against a plain list to which they are applied one after another.
#![cfg(feature = "loonaangifte")]
#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests"
)]

#[path = "common/dutch.rs"]
mod dutch;

use banenafspraak::payroll::loonaangifte::{
    Conflict, EmployerReturns, FiscalNumber, Head, Identity, Message, Note, WageReturn,
};
use banenafspraak::payroll::{
    Allow, Attributions, Employer, EmployerDays, EmployerTotals, Register, Sources,
};
use banenafspraak::{Language, Sector, Year};
use jiff::civil::date;
use proptest::prelude::*;

const L01: &str = "111222333L01";
const L02: &str = "111222333L02";

/// A message of an administration.
fn message(id: &str, made: &str, lh_nr: &str, parts: &[String]) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<Loonaangifte xmlns="http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01" version="2.0"><Bericht><IdBer>{id}</IdBer><DatTdAanm>{made}</DatTdAanm></Bericht><AdministratieveEenheid><LhNr>{lh_nr}</LhNr>{}</AdministratieveEenheid></Loonaangifte>"#,
        parts.concat()
    )
}

/// The first and the last day of a month of 2026 (or, below 1, of 2025).
fn days(month: i32) -> String {
    let (year, month) = if month < 1 { (2025, month + 12) } else { (2026, month) };
    let first = date(year, i8::try_from(month).unwrap(), 1);
    let last = first.last_of_month();
    format!("<DatAanvTv>{first}</DatAanvTv><DatEindTv>{last}</DatEindTv>")
}

fn full(month: i32, relations: &[String]) -> String {
    full_with_totals(month, "", relations)
}

/// A full return that says what its relations add up to.
fn full_with_totals(month: i32, totals: &str, relations: &[String]) -> String {
    let (days, relations) = (days(month), relations.concat());
    format!(
        "<TijdvakAangifte>{days}<VolledigeAangifte><CollectieveAangifte>{totals}</CollectieveAangifte>{relations}</VolledigeAangifte></TijdvakAangifte>"
    )
}

fn supplement(month: i32, relations: &[String]) -> String {
    let (days, relations) = (days(month), relations.concat());
    format!(
        "<TijdvakAangifte>{days}<AanvullendeAangifte>{relations}</AanvullendeAangifte></TijdvakAangifte>"
    )
}

fn correction(month: i32, relations: &[String]) -> String {
    format!("<TijdvakCorrectie>{}{}</TijdvakCorrectie>", days(month), relations.concat())
}

/// A person by SofiNr and PersNr.
type Who<'a> = (Option<&'a str>, Option<&'a str>);
const ANNE: Who<'static> = (Some("123456782"), Some("a"));
const BO: Who<'static> = (Some("112345694"), Some("b"));
const NO_BSN: Who<'static> = (None, Some("a"));

fn element(name: &str, value: Option<&str>) -> String {
    value.map(|value| format!("<{name}>{value}</{name}>")).unwrap_or_default()
}

/// A relation of `hours` hours, at twenty euros each.
fn relation(number: &str, who: Who<'_>, hours: i32) -> String {
    relation_of(number, who, "2020-01-01", "1", hours)
}

fn relation_of(number: &str, (bsn, name): Who<'_>, from: &str, kind: &str, hours: i32) -> String {
    let (bsn, name) = (element("SofiNr", bsn), element("PersNr", name));
    let wage = hours * 20;
    format!(
        "<InkomstenverhoudingInitieel><NumIV>{number}</NumIV><DatAanv>{from}</DatAanv>{name}<NatuurlijkPersoon>{bsn}</NatuurlijkPersoon><Inkomstenperiode><DatAanv>{from}</DatAanv><SrtIV>15</SrtIV><CdAard>{kind}</CdAard></Inkomstenperiode><Werknemersgegevens><PrlnAofAnwLg>{wage}.00</PrlnAofAnwLg><PrlnAofAnwHg>0.00</PrlnAofAnwHg><PrlnAofAnwUit>0.00</PrlnAofAnwUit><AantVerlU>{hours}</AantVerlU></Werknemersgegevens></InkomstenverhoudingInitieel>"
    )
}

fn withdrawal(number: &str, (bsn, name): Who<'_>) -> String {
    let (bsn, name) = (element("SofiNr", bsn), element("PersNr", name));
    format!(
        "<InkomstenverhoudingIntrekking><NumIV>{number}</NumIV>{bsn}{name}</InkomstenverhoudingIntrekking>"
    )
}

fn returns() -> EmployerReturns {
    let employer = FiscalNumber::new("111222333").unwrap();
    EmployerReturns::new(Year::new(2026).unwrap(), employer)
}

fn totals_of(returns: EmployerReturns) -> Result<(EmployerTotals, Vec<Note>), Conflict> {
    let mut settled = returns.settle()?;
    let notes = std::mem::take(&mut settled.notes);
    for note in &notes {
        let [english, dutch] =
            [Language::En, Language::Nl].map(|it| note.localized(it).to_string());
        assert_eq!(english, note.to_string());
        assert_ne!(english, dutch);
        assert_eq!(dutch::not_dutch(&dutch), Vec::<String>::new(), "{dutch}");
    }
    let key = |who: Identity<'_>| who.key();
    let totals = settled.totals(&Register::new(), &Attributions::new(), key).unwrap();
    Ok((totals, notes))
}

fn together(messages: &[String]) -> Result<(EmployerTotals, Vec<Note>), Conflict> {
    let mut returns = returns();
    for message in messages {
        returns.add(Message::read(message.as_bytes()).unwrap())?;
    }
    totals_of(returns)
}

/// The paid hours of the year, and the codes of the notes.
fn hours(messages: &[String]) -> (String, Vec<&'static str>) {
    let (totals, notes) = together(messages).unwrap();
    let codes = notes.iter().map(Note::code).collect();
    (totals.hours.paid_hours().to_string(), codes)
}

fn expected<const N: usize>(hours: i32, codes: [&'static str; N]) -> (String, Vec<&'static str>) {
    (hours.to_string(), codes.to_vec())
}

const FEBRUARY: &str = "2026-02-10T09:30:00";
const MARCH: &str = "2026-03-10T09:30:00";
const APRIL: &str = "2026-04-10T09:30:00";

#[test]
fn a_later_volledige_aangifte_overwrites_the_earlier_one_entirely() {
    let first = [relation("1", ANNE, 100), relation("1", BO, 80)];
    let first = message("1", FEBRUARY, L01, &[full(1, &first)]);
    let second = message("2", MARCH, L01, &[full(1, &[relation("1", ANNE, 90)])]);
    assert_eq!(hours(std::slice::from_ref(&first)), expected(180, []));
    // Bo is left out, and so is gone.
    assert_eq!(hours(&[first.clone(), second.clone()]), expected(90, ["superseded"]));
    assert_eq!(hours(&[second.clone(), first]), expected(90, ["superseded"]));
    // A nil return takes all back.
    let nil = message("3", APRIL, L01, &[full(1, &[])]);
    assert_eq!(hours(&[nil, second]), expected(0, ["superseded"]));
}

#[test]
fn aanvullende_aangifte_and_tijdvak_correctie_change_what_they_name_and_leave_the_rest() {
    let january = [relation("1", ANNE, 100), relation("1", BO, 80), relation("2", BO, 7)];
    let january = message("1", FEBRUARY, L01, &[full(1, &january)]);
    let changes = [relation("1", ANNE, 90), relation("3", ANNE, 4), withdrawal("2", BO)];
    let added = message("2", MARCH, L01, &[supplement(1, &changes)]);
    assert_eq!(hours(&[january.clone(), added]), expected(90 + 4 + 80, []));
    let corrected = message("2", MARCH, L01, &[full(2, &[]), correction(1, &changes)]);
    assert_eq!(hours(&[corrected.clone(), january.clone()]), expected(90 + 4 + 80, []));
    // A correction without any TijdvakAangifte.
    let alone = message("3", APRIL, L01, &[correction(1, &[withdrawal("1", ANNE)])]);
    assert_eq!(hours(&[alone, corrected, january]), expected(4 + 80, []));
}

#[test]
fn l02_never_replaces_a_relation_of_l01_and_both_add_up() {
    let one = message("1", FEBRUARY, L01, &[full(1, &[relation("1", ANNE, 100)])]);
    let other = message("1", MARCH, L02, &[full(1, &[relation("1", ANNE, 50)])]);
    let (totals, notes) = together(&[one.clone(), other]).unwrap();
    assert_eq!(totals.hours.paid_hours().to_string(), "150");
    assert_eq!((&*totals.employer, notes.len()), ("111222333", 0));
    assert_eq!(totals.premium_wage.to_string(), "3000.00");
    let withdrawn = message("2", APRIL, L02, &[supplement(1, &[withdrawal("1", ANNE)])]);
    let codes = ["nothing_withdrawn", "without_full_return"];
    assert_eq!(hours(&[one, withdrawn]), expected(100, codes));
    // Another employer's message is none of these.
    let stranger = message("1", MARCH, "123456782L01", &[full(1, &[])]);
    let conflict = together(&[stranger]).unwrap_err();
    assert_eq!(conflict.to_string(), "123456782L01 is no administration of 111222333");
}

#[test]
fn num_iv_is_a_number() {
    let january = message("1", FEBRUARY, L01, &[full(1, &[relation("1", ANNE, 100)])]);
    let same = message("2", MARCH, L01, &[supplement(1, &[relation("0001", ANNE, 90)])]);
    let other = message("2", MARCH, L01, &[supplement(1, &[relation("10", ANNE, 90)])]);
    assert_eq!(hours(&[january.clone(), same]), expected(90, []));
    assert_eq!(hours(&[january, other]), expected(190, []));
}

#[test]
fn a_predecessor_is_found_by_sofi_nr_where_both_have_one_else_by_pers_nr() {
    let outcome = |before: Who<'_>, after: Who<'_>| {
        let january = message("1", FEBRUARY, L01, &[full(1, &[relation("1", before, 100)])]);
        let changed = message("2", MARCH, L01, &[supplement(1, &[relation("1", after, 90)])]);
        let withdrawn = message("2", MARCH, L01, &[supplement(1, &[withdrawal("1", after)])]);
        (hours(&[january.clone(), changed]), hours(&[january, withdrawn]))
    };
    let is_same = (expected(90, []), expected(0, []));
    let is_another = (expected(190, []), expected(100, ["nothing_withdrawn"]));
    let (bsn, name) = ANNE;
    assert_eq!(outcome(ANNE, (bsn, Some("z"))), is_same);
    assert_eq!(outcome(ANNE, (bsn, None)), is_same);
    assert_eq!(outcome(ANNE, (BO.0, name)), is_another);
    assert_eq!(outcome(NO_BSN, ANNE), is_same);
    assert_eq!(outcome(ANNE, NO_BSN), is_same);
    assert_eq!(outcome(NO_BSN, NO_BSN), is_same);
    assert_eq!(outcome(NO_BSN, (None, Some("b"))), is_another);
    assert_eq!(outcome((bsn, None), NO_BSN), is_another);
}

/// The person's key, by which the register knows it, stays the same.
#[test]
fn a_relation_that_is_changed_by_its_pers_nr_alone_keeps_its_sofi_nr() {
    let mut register = Register::new();
    register.insert("123456782", date(2020, 1, 1), None).unwrap();
    let doelgroep = |messages: &[String]| {
        let mut returns = returns();
        for message in messages {
            returns.add(Message::read(message.as_bytes()).unwrap()).unwrap();
        }
        let key = |who: Identity<'_>| who.key();
        let settled = returns.settle().unwrap();
        let totals = settled.totals(&register, &Attributions::new(), key).unwrap();
        (totals.hours.paid_hours().to_string(), totals.doelgroep.hours().to_string())
    };
    let january = message("1", FEBRUARY, L01, &[full(1, &[relation("1", ANNE, 100)])]);
    let changed = message("2", MARCH, L01, &[supplement(1, &[relation("1", NO_BSN, 90)])]);
    let both = [january, changed];
    assert_eq!(doelgroep(&both), ("90".to_owned(), "90".to_owned()));
    // And it is found by it again.
    let by_bsn = (ANNE.0, Some("z"));
    let again = message("3", APRIL, L01, &[supplement(1, &[relation("1", by_bsn, 80)])]);
    let [january, changed] = both;
    assert_eq!(doelgroep(&[january, changed, again]), ("80".to_owned(), "80".to_owned()));
}

#[test]
fn a_relation_that_matches_two_is_an_error_and_never_a_guess() {
    let january = [relation("1", ANNE, 100), relation("1", (BO.0, Some("a")), 80)];
    let january = message("1", FEBRUARY, L01, &[full(1, &january)]);
    let either = message("2", MARCH, L01, &[supplement(1, &[relation("1", NO_BSN, 90)])]);
    let conflict = together(&[january, either]).unwrap_err();
    assert_eq!(conflict.code(), "two_predecessors");
    assert_eq!(
        conflict.to_string(),
        "111222333L01, message 2 of 2026-03-10T09:30:00: 2026-01, NumIV 1: two relations reported before match it"
    );
}

/// A `PersNr` that many share, each with a `SofiNr` of its own: as quick as a `PersNr` for each.
#[test]
fn a_pers_nr_that_many_share_costs_no_more_than_one_for_each() {
    const MANY: u32 = 20_000;
    let outcome = |name: fn(u32) -> String| {
        let all: Vec<String> = (0..MANY)
            .map(|at| {
                let bsn = (100_000_000 + at).to_string();
                relation("1", (Some(&bsn), Some(&name(at))), 1)
            })
            .collect();
        let messages = [
            message("1", FEBRUARY, L01, &[full(1, &all)]),
            message("2", MARCH, L01, &[supplement(1, &all)]),
        ];
        let mut returns = returns();
        for message in messages {
            returns.add(Message::read(message.as_bytes()).unwrap()).unwrap();
        }
        let begin = std::time::Instant::now();
        let settled = returns.settle().unwrap();
        let took = begin.elapsed();
        let key = |who: Identity<'_>| who.key();
        let totals = settled.totals(&Register::new(), &Attributions::new(), key).unwrap();
        (took, totals.hours.paid_hours().to_string())
    };
    let (each, hours_of_each) = outcome(|at| at.to_string());
    let (shared, hours_of_shared) = outcome(|_| "a".to_owned());
    assert_eq!((&*hours_of_each, &*hours_of_shared), ("20000", "20000"));
    // Work that grows with the square takes a hundred times as long.
    assert!(shared < each * 10 + std::time::Duration::from_millis(500), "{shared:?}, {each:?}");
}

#[test]
fn messages_count_in_the_order_of_their_instants() {
    let at = |id: &str, made: &str, hours: i32| {
        message(id, made, L01, &[full(1, &[relation("1", ANNE, hours)])])
    };
    let last = |one: &str, other: &str| hours(&[at("1", one, 1), at("2", other, 2)]).0;
    // 08:30 and 08:00 in UTC.
    assert_eq!(last("2026-02-10T09:30:00+01:00", "2026-02-10T10:00:00+02:00"), "1");
    // Without an offset it is the clock of Amsterdam: in winter an hour ahead, in summer two.
    assert_eq!(last("2026-02-10T09:30:00", "2026-02-10T08:29:59Z"), "1");
    assert_eq!(last("2026-02-10T09:30:00", "2026-02-10T08:30:01Z"), "2");
    assert_eq!(last("2026-07-10T09:30:00", "2026-07-10T07:29:59Z"), "1");
    assert_eq!(last("2026-07-10T09:30:00", "2026-07-10T07:30:00.5Z"), "2");
}

#[test]
fn a_caller_may_give_the_day_of_filing() {
    let read = |id: &str, made: &str, hours: i32| {
        let message = message(id, made, L01, &[full(1, &[relation("1", ANNE, hours)])]);
        Message::read(message.as_bytes()).unwrap()
    };
    let mut both = returns();
    both.add_filed_on(read("1", FEBRUARY, 1), date(2026, 5, 1)).unwrap();
    both.add(read("2", MARCH, 2)).unwrap();
    assert_eq!(totals_of(both).unwrap().0.hours.paid_hours().to_string(), "1");
    // On one day the one that was made later, and after 1 May of the next year none.
    let mut both = returns();
    both.add_filed_on(read("2", MARCH, 2), date(2027, 5, 1)).unwrap();
    both.add_filed_on(read("1", FEBRUARY, 1), date(2027, 5, 1)).unwrap();
    both.add_filed_on(read("3", APRIL, 3), date(2027, 5, 2)).unwrap();
    let (totals, notes) = totals_of(both).unwrap();
    assert_eq!(totals.hours.paid_hours().to_string(), "2");
    assert_eq!(notes.iter().map(Note::code).collect::<Vec<_>>(), ["late", "superseded"]);
}

/// Wfsv 34 lid 7, 38e lid 3.
#[test]
fn what_was_filed_after_1_may_is_dropped_before_it_overwrites() {
    let in_time = message("1", FEBRUARY, L01, &[full(1, &[relation("1", ANNE, 100)])]);
    let again = |made: &str| message("2", made, L01, &[full(1, &[relation("1", ANNE, 90)])]);
    let last = again("2027-05-01T23:59:59");
    assert_eq!(hours(&[in_time.clone(), last]), expected(90, ["superseded"]));
    for late in ["2027-05-02T00:00:00", "2027-05-01T22:00:00Z"] {
        assert_eq!(hours(&[in_time.clone(), again(late)]), expected(100, ["late"]), "{late}");
    }
    // Each period has its own day: January 2026 is in time where December 2025 is late.
    let parts = [full(1, &[relation("1", ANNE, 90)]), correction(0, &[relation("1", ANNE, 80)])];
    let both = message("2", "2026-05-02T00:00:00", L01, &parts);
    let (totals, notes) = together(&[both]).unwrap();
    assert_eq!(totals.hours.paid_hours().to_string(), "90");
    assert_eq!(
        notes.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "111222333L01, message 2 of 2026-05-02T00:00:00: 2025-12 was filed on 2026-05-02, after 1 May of the next year, and does not count"
        ]
    );
}

#[test]
fn the_same_message_again_counts_once_whatever_its_white_space() {
    let once = message("1", FEBRUARY, L01, &[full(1, &[relation("1", ANNE, 100)])]);
    let spaced = once.replace("><", ">\n  <").replace(">100<", "> 100 <");
    assert_ne!(once, spaced);
    let utc = once.replace(FEBRUARY, "2026-02-10T08:30:00Z");
    let messages = [spaced, once.clone(), utc];
    assert_eq!(hours(&messages), expected(100, ["repeated", "repeated"]));
    let other = once.replace(">100<", ">101<");
    let conflict = together(&[once, other]).unwrap_err();
    assert_eq!(
        conflict.to_string(),
        "111222333L01, message 1 of 2026-02-10T09:30:00: there is another message of the same IdBer, LhNr and DatTdAanm"
    );
    assert_eq!(conflict.code(), "other_content");
}

#[test]
fn two_messages_of_equal_instants_may_not_touch_the_same_lh_nr_and_tijdvak() {
    let one = message("1", FEBRUARY, L01, &[full(1, &[relation("1", ANNE, 100)])]);
    let other = |lh_nr, part: String| message("2", FEBRUARY, lh_nr, &[part]);
    let again = other(L01, full(1, &[relation("1", BO, 80)]));
    let corrected = other(L01, correction(1, &[relation("1", BO, 80)]));
    for other in [again, corrected] {
        for messages in [[one.clone(), other.clone()], [other.clone(), one.clone()]] {
            let conflict = together(&messages).unwrap_err();
            assert_eq!(conflict.code(), "equal_instants");
            assert_eq!(
                conflict.to_string(),
                "111222333L01, message 1 of 2026-02-10T09:30:00, and 111222333L01, message 2 of 2026-02-10T09:30:00: made at the same time, and both of 2026-01"
            );
        }
    }
    let elsewhere = other(L02, full(1, &[relation("1", BO, 80)]));
    assert_eq!(hours(&[one.clone(), elsewhere]), expected(180, []));
    let of_february = other(L01, full(2, &[relation("1", BO, 80)]));
    assert_eq!(hours(&[one, of_february]), expected(180, []));
}

#[test]
fn one_message_names_a_relation_once_in_a_tijdvak() {
    let problem = |parts: &[String]| {
        let error = Message::read(message("1", FEBRUARY, L01, parts).as_bytes()).unwrap_err();
        assert_eq!(error.lh_nr.map(|number| number.to_string()).as_deref(), Some(L01));
        error.problem.to_string()
    };
    let fine = |parts: &[String]| {
        Message::read(message("1", FEBRUARY, L01, parts).as_bytes()).unwrap().relations()
    };
    let anne = |number: &str| relation(number, ANNE, 100);
    let twice = "NumIV 1: reported twice of one person in 2026-01";
    assert_eq!(problem(&[full(1, &[anne("1"), anne("0001")])]), twice);
    assert_eq!(problem(&[full(1, &[anne("1"), relation("1", NO_BSN, 1)])]), twice);
    assert_eq!(problem(&[full(1, &[relation("1", NO_BSN, 1), relation("1", NO_BSN, 1)])]), twice);
    let with_other_name = relation("1", (ANNE.0, Some("z")), 1);
    assert_eq!(problem(&[full(1, &[anne("1"), with_other_name])]), twice);
    // Another person, another number or another period.
    assert_eq!(fine(&[full(1, &[anne("1"), anne("2"), relation("1", BO, 80)])]), 3);
    assert_eq!(fine(&[full(1, &[anne("1"), relation("1", (BO.0, ANNE.1), 80)])]), 2);
    assert_eq!(fine(&[full(2, &[anne("1")]), correction(1, &[anne("1")])]), 2);
    // A withdrawal beside a report, and two corrections of one period.
    let both = "NumIV 1: both reported and withdrawn of one person in 2026-01";
    assert_eq!(problem(&[supplement(1, &[anne("1"), withdrawal("1", NO_BSN)])]), both);
    let corrections = [correction(1, &[anne("1")]), correction(1, &[withdrawal("1", ANNE)])];
    assert_eq!(problem(&corrections), both);
    let withdrawn = [withdrawal("1", ANNE), withdrawal("1", (ANNE.0, None))];
    assert_eq!(
        problem(&[supplement(1, &withdrawn)]),
        "NumIV 1: withdrawn twice of one person in 2026-01"
    );
    assert_eq!(
        problem(&[full(1, &[anne("1")]), correction(1, &[])]),
        "TijdvakCorrectie: of the period of the message's own TijdvakAangifte"
    );
}

#[test]
fn a_withdrawal_that_finds_nothing_and_a_correction_without_full_return_are_listed() {
    let parts = [correction(1, &[withdrawal("7", BO), relation("1", ANNE, 100)])];
    let (totals, notes) = together(&[message("1", FEBRUARY, L01, &parts)]).unwrap();
    assert_eq!(totals.hours.paid_hours().to_string(), "100");
    let notes: Vec<String> = notes.iter().map(ToString::to_string).collect();
    let head = "111222333L01, message 1 of 2026-02-10T09:30:00: 2026-01";
    assert_eq!(
        notes,
        [
            format!("{head}, NumIV 7 (relation 1): withdrawn, but it was not reported"),
            format!("{head} has no full return that it supplements or corrects")
        ]
    );
}

#[test]
fn a_sofi_nr_that_fails_the_elfproef_is_taken_and_listed_once_by_num_iv_and_message() {
    let wrong = (Some("123456789"), Some("a"));
    let january = message("1", FEBRUARY, L01, &[full(1, &[relation("3", wrong, 100)])]);
    let february = message("2", MARCH, L01, &[full(2, &[relation("3", wrong, 100)])]);
    let (totals, notes) = together(&[february, january]).unwrap();
    assert_eq!(totals.hours.paid_hours().to_string(), "200");
    assert_eq!(notes.iter().map(Note::code).collect::<Vec<_>>(), ["fails_elfproef"]);
    assert_eq!(
        notes[0].to_string(),
        "111222333L01, message 1 of 2026-02-10T09:30:00: 2026-01, NumIV 3 (relation 1): the SofiNr fails the elfproef"
    );
    assert!(!format!("{notes:?}").contains("123456789"));
}

/// `CollectieveAangifte`: whole euros, the exact sum rounded up or down.
#[test]
fn totals_of_premium_wages_that_differ_by_a_euro_or_more_are_listed_and_decide_nothing() {
    let listed = |low: &str, high: &str, over_benefits: &str| {
        let totals = format!(
            "<TotPrlnAofAnwLg>{low}</TotPrlnAofAnwLg><TotPrlnAofAnwHg>{high}</TotPrlnAofAnwHg><TotPrlnAofAnwUit>{over_benefits}</TotPrlnAofAnwUit>"
        );
        let relations = [relation("1", ANNE, 100), relation("1", BO, 80)]
            .map(|relation| relation.replace(".00</PrlnAofAnwLg>", ".37</PrlnAofAnwLg>"));
        let parts = [full_with_totals(1, &totals, &relations)];
        let (totals, notes) = together(&[message("1", FEBRUARY, L01, &parts)]).unwrap();
        assert_eq!(totals.premium_wage.to_string(), "3600.74");
        assert!(notes.iter().all(|note| note.code() == "total_differs"), "{notes:?}");
        let about = |note: &Note| note.to_string().split(": ").last().unwrap().to_owned();
        notes.iter().map(about).collect::<Vec<_>>()
    };
    assert!(listed("3600", "0", "0").is_empty());
    assert!(listed("3601", "+0", "-0").is_empty());
    let low = |total: &str| {
        vec![format!("TotPrlnAofAnwLg is {total}.00, and the relations add up to 3600.74")]
    };
    assert_eq!(listed("3599", "0", "0"), low("3599"));
    assert_eq!(listed("3602", "0", "0"), low("3602"));
    assert_eq!(
        listed("3600", "1", "-1"),
        [
            "TotPrlnAofAnwHg is 1.00, and the relations add up to 0.00",
            "TotPrlnAofAnwUit is -1.00, and the relations add up to 0.00"
        ]
    );
}

/// Wet banenafspraak 6 lid 8, over the administrations of the employer.
#[test]
fn the_first_day_of_employment_decides_on_the_wage_base_of_all_relations_of_a_person() {
    let base = |first: &str, second: &str| {
        let relation = |from, kind| relation_of("1", ANNE, from, kind, 10);
        let one = message("1", FEBRUARY, L01, &[full(1, &[relation(first, "24")])]);
        let other = message("1", FEBRUARY, L02, &[full(1, &[relation(second, "1")])]);
        together(&[one, other]).unwrap().0.wage_base.to_string()
    };
    assert_eq!(base("2026-01-05", "2026-01-20"), "0.00"); // beschut werk comes first
    assert_eq!(base("2026-01-20", "2026-01-05"), "400.00");
    assert_eq!(base("2026-01-05", "2026-01-05"), "200.00"); // a tie: each keeps its own
}

#[test]
fn a_head_is_read_from_the_beginning_alone_and_an_error_says_whose_message_it_is() {
    let whole = message("7", FEBRUARY, L02, &[full(1, &[relation("1", ANNE, 100)])]);
    let (beginning, _) = whole.split_once("<TijdvakAangifte>").unwrap();
    let head = Head::read(beginning.as_bytes()).unwrap();
    assert_eq!((head.id(), head.lh_nr().as_str()), ("7", L02));
    assert_eq!(head.lh_nr().fiscal_number().as_str(), "111222333");
    let error = Message::read(beginning.as_bytes()).unwrap_err();
    assert_eq!((error.code(), error.lh_nr.unwrap().as_str()), ("truncated", L02));
    for (element, value) in [("IdBer", "7"), ("DatTdAanm", FEBRUARY), ("LhNr", L02)] {
        let without = whole.replace(&format!("<{element}>{value}</{element}>"), "");
        let error = Head::read(without.as_bytes()).unwrap_err();
        assert_eq!(error.problem.to_string(), format!("{element}: missing"));
        let error = Message::read(without.as_bytes()).unwrap_err();
        assert_eq!(error.problem.to_string(), format!("{element}: missing"));
    }
}

/// loonaangifte.md: the order of elements is lenient, also that of the head and the period.
#[test]
fn the_head_and_the_period_may_come_after_the_relations() {
    let parts = [
        full(2, &[relation("1", ANNE, 100), relation("1", BO, 80)]),
        correction(1, &[relation("1", ANNE, 7), withdrawal("9", BO)]),
    ];
    let whole = message("1", MARCH, L01, &parts);
    let expected = together(std::slice::from_ref(&whole)).unwrap();
    let head = Head::read(whole.as_bytes()).unwrap();
    // The element, at the end of its parent.
    let moved = |element: &str, parent: &str| {
        let (before, rest) = whole.split_once(&format!("<{element}>")).unwrap();
        let (inner, after) = rest.split_once(&format!("</{element}>")).unwrap();
        let end = format!("</{parent}>");
        let to = format!("<{element}>{inner}</{element}>{end}");
        format!("{before}{}", after.replacen(&end, &to, 1))
    };
    for (element, parent) in [
        ("LhNr", "AdministratieveEenheid"),
        ("Bericht", "Loonaangifte"),
        ("DatAanvTv", "TijdvakAangifte"),
        ("DatEindTv", "TijdvakAangifte"),
    ] {
        let text = moved(element, parent);
        assert_ne!(text, whole);
        assert_eq!(Head::read(text.as_bytes()).unwrap(), head, "{element}");
        assert_eq!(together(&[text]).unwrap(), expected, "{element}");
    }
    // Of a correction; between two relations of a part, which keep their places.
    let days = days(1);
    let last = whole
        .replace(&days, "")
        .replace("</TijdvakCorrectie>", &(days.clone() + "</TijdvakCorrectie>"));
    assert_eq!(together(&[last]).unwrap(), expected);
    let between = whole
        .replace(&days, "")
        .replace("<InkomstenverhoudingIntrekking>", &(days + "<InkomstenverhoudingIntrekking>"));
    assert_eq!(together(&[between]).unwrap(), expected);
    // Record by record the head is too late, and that is what the error says.
    let error = |text: &str| {
        let mut records = WageReturn::new(text.as_bytes(), |who: Identity<'_>| who.key()).unwrap();
        records.read().unwrap_err().problem.to_string()
    };
    let late = "after the relations: too late for records one by one";
    assert_eq!(error(&moved("LhNr", "AdministratieveEenheid")), format!("LhNr: {late}"));
    assert_eq!(error(&moved("Bericht", "Loonaangifte")), format!("DatTdAanm: {late}"));
    let records = moved("DatEindTv", "TijdvakAangifte");
    let mut records = WageReturn::new(records.as_bytes(), |who: Identity<'_>| who.key()).unwrap();
    assert_eq!(records.read().unwrap().unwrap().entry.period.to_string(), "2026-02");
}

/// No note, conflict or debug output holds a BSN or a personnel number.
#[test]
fn no_list_and_no_debug_output_holds_a_bsn() {
    let who = (Some("123456789"), Some("secret"));
    let parts = [correction(1, &[withdrawal("7", who), relation("1", who, 100)])];
    let text = message("1", FEBRUARY, L01, &parts);
    let read = Message::read(text.as_bytes()).unwrap();
    let of_message = format!("{read:?}");
    let mut returns = returns();
    returns.add(read).unwrap();
    let of_returns = format!("{returns:?}");
    let settled = returns.settle().unwrap();
    let notes: Vec<String> = settled.notes.iter().map(ToString::to_string).collect();
    let all = format!("{of_message} {of_returns} {settled:?} {notes:?}");
    assert_eq!(notes.len(), 4);
    assert!(!all.contains("123456789") && !all.contains("secret"), "{all}");
}

/// contract.md, "Is the year whole?": full returns alone cover, a nil return included.
#[test]
fn coverage_is_of_full_returns_by_administration() {
    let nil = |id: &str, made: &str, lh_nr: &str, month: i32| {
        message(id, made, lh_nr, &[full(month, &[])])
    };
    let mut messages: Vec<String> =
        (1..=12).map(|month| nil(&month.to_string(), "2027-02-01T00:00:00", L01, month)).collect();
    let missing = |messages: &[String]| {
        let (totals, _) = together(messages).unwrap();
        let coverage = totals.coverage;
        let missing: Vec<String> = coverage
            .missing
            .iter()
            .map(|it| format!("{} {} {}", it.administration.as_deref().unwrap(), it.from, it.until))
            .filter(|it| it.contains("2026"))
            .collect();
        (coverage.complete, coverage.hours_until.map(|day| day.to_string()), missing)
    };
    // The same instant, other periods.
    assert_eq!(missing(&messages), (Some(true), None, vec![]));
    // L02 has a full return of January, a supplement of February, and March came too late.
    let anne = [relation("1", ANNE, 100)];
    messages.push(nil("1", FEBRUARY, L02, 1));
    messages.push(message("2", MARCH, L02, &[supplement(2, &anne)]));
    messages.push(nil("3", "2027-05-02T00:00:00", L02, 3));
    let gap = "111222333L02 2026-02-01 2026-12-31".to_owned();
    assert_eq!(missing(&messages), (Some(false), Some("2026-01-31".to_owned()), vec![gap]));
    // One of which there are returns of the second year before alone is not missed.
    messages.truncate(12);
    let long_ago = message("1", "2025-02-01T00:00:00", "111222333L03", &[full(0, &anne)]);
    messages.push(long_ago.replace("2025-12", "2024-12"));
    assert_eq!(missing(&messages), (Some(true), None, vec![]));
    // One that came too late altogether covers nothing.
    let late = [nil("1", "2027-05-02T00:00:00", L02, 1)];
    let gap = "111222333L02 2026-01-01 2026-12-31".to_owned();
    assert_eq!(missing(&late), (Some(false), None, vec![gap]));
}

#[test]
fn a_year_before_is_known_of_which_something_is() {
    let before = |parts: &[String]| {
        together(&[message("1", "2026-01-15T00:00:00", L01, parts)]).unwrap().0.previous_year
    };
    let anne = [relation("1", ANNE, 100)];
    assert_eq!(before(&[full(0, &[])]).unwrap().paid_hours().to_string(), "0");
    assert_eq!(before(&[full(0, &anne)]).unwrap().paid_hours().to_string(), "100");
    // Hours of a correction or a supplement may be above the threshold, whatever is missing.
    assert_eq!(before(&[correction(0, &anne)]).unwrap().paid_hours().to_string(), "100");
    assert_eq!(before(&[supplement(0, &anne)]).unwrap().paid_hours().to_string(), "100");
    assert_eq!(before(&[full(1, &anne)]), None);
}

/// contract.md: `employer_from` and `employer_until` bound what can be missing.
#[test]
fn days_before_it_was_an_employer_are_not_missing() {
    let mut returns = returns();
    let december = message("1", "2027-01-15T00:00:00", L01, &[full(12, &[])]);
    returns.add(Message::read(december.as_bytes()).unwrap()).unwrap();
    let days = EmployerDays { from: Some(date(2026, 12, 1)), until: None };
    let key = |who: Identity<'_>| who.key();
    let settled = returns.settle().unwrap();
    let totals = settled.totals_within(days, &Register::new(), &Attributions::new(), key).unwrap();
    assert_eq!(totals.coverage.complete, Some(true));
    assert_eq!(totals.coverage.previous_year_complete, Some(true));
}

/// Wet banenafspraak 6 lid 4 c: `PrlnAofAnwUit` is no part of the base, also inside an ordinary
/// relation; law.md, Choices: nor of the small employer's wage.
#[test]
fn prln_aof_anw_uit_is_premium_wage_in_no_base() {
    let relation = relation("1", ANNE, 100)
        .replace("<PrlnAofAnwUit>0.00<", "<PrlnAofAnwUit>300.50<")
        .replace("<PrlnAofAnwHg>0.00<", "<PrlnAofAnwHg>10.00<");
    let january = message("1", FEBRUARY, L01, &[full(1, &[relation])]);
    let (totals, _) = together(std::slice::from_ref(&january)).unwrap();
    assert_eq!(totals.wage_base.to_string(), "2010.00");
    assert_eq!(totals.premium_wage.to_string(), "2310.50");
    let employer = FiscalNumber::new("111222333").unwrap();
    let mut later = EmployerReturns::new(Year::new(2028).unwrap(), employer);
    later.add(Message::read(january.as_bytes()).unwrap()).unwrap();
    let (totals, _) = totals_of(later).unwrap();
    assert_eq!(totals.premium_wage_two_years_before.to_string(), "2010.00");
}

/// contract.md: periods of one relation of a person that share a day are an error, unless allowed.
#[test]
fn overlapping_periods_of_one_relation_are_an_error_unless_allowed() {
    let half = days(1).replace("2026-01-31", "2026-06-30");
    let half = full(1, &[relation("1", ANNE, 600)]).replace(&days(1), &half);
    let half = message("1", FEBRUARY, L01, &[half]);
    let outcome = |number: &str, lh_nr: &str, allow: Allow| {
        let march = message("1", MARCH, lh_nr, &[full(3, &[relation(number, ANNE, 100)])]);
        let mut returns = returns().allowing(allow);
        for message in [&half, &march] {
            returns.add(Message::read(message.as_bytes()).unwrap()).unwrap();
        }
        let key = |who: Identity<'_>| who.key();
        let settled = returns.settle().unwrap();
        let totals = settled.totals(&Register::new(), &Attributions::new(), key);
        totals.map(|totals| totals.hours.paid_hours().to_string()).map_err(|it| it.code())
    };
    let (none, overlaps) = (Allow::default(), Allow { overlaps: true, ..Allow::default() });
    assert_eq!(outcome("1", L01, none), Err("overlapping_periods"));
    assert_eq!(outcome("1", L01, overlaps), Ok("700".to_owned()));
    assert_eq!(outcome("2", L01, none), Ok("700".to_owned()));
    assert_eq!(outcome("1", L02, none), Ok("700".to_owned()));
}

/// Lists name persons by NumIV and message, of those who are asked for.
#[test]
fn persons_are_named_by_their_first_relation_and_its_message() {
    let january =
        message("1", FEBRUARY, L01, &[full(1, &[relation("3", ANNE, 1), relation("1", BO, 1)])]);
    let added = message("2", MARCH, L01, &[supplement(1, &[relation("3", ANNE, 2)])]);
    let mut returns = returns();
    for message in [added, january] {
        returns.add(Message::read(message.as_bytes()).unwrap()).unwrap();
    }
    let settled = returns.settle().unwrap();
    let names = settled.person_names(|who: Identity<'_>| who.key(), |key| key == "123456782");
    let names: Vec<String> = names.values().map(ToString::to_string).collect();
    assert_eq!(names, ["NumIV 3 (relation 1) of 111222333L01, message 2 of 2026-03-10T09:30:00"]);
}

// A plain list, to which messages are applied one after another.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Full,
    Supplement,
    Correction,
}

/// A relation: its number, SofiNr and PersNr by number (0 for none), and hours unless withdrawn.
type Row = (u8, u8, u8, Option<i32>);

#[derive(Debug, Clone)]
struct Plain {
    minute: i64,
    administration: u8,
    parts: Vec<(Kind, i32, Vec<Row>)>,
}

const BSNS: [&str; 4] = ["", "123456782", "112345694", "123456789"];
const NAMES: [&str; 4] = ["", "a", "b", "c"];

fn text_of(id: usize, plain: &Plain) -> String {
    // Around 1 May 2027 for some of them.
    let made = "2027-05-01T23:00:00+02:00".parse::<jiff::Timestamp>().unwrap();
    let made = made.checked_add(jiff::SignedDuration::from_mins(plain.minute)).unwrap();
    let some = |text: &'static str| Some(text).filter(|text| !text.is_empty());
    let parts: Vec<String> = plain
        .parts
        .iter()
        .map(|(kind, month, rows)| {
            let rows: Vec<String> = rows
                .iter()
                .map(|(number, bsn, name, hours)| {
                    let who = (some(BSNS[usize::from(*bsn)]), some(NAMES[usize::from(*name)]));
                    match hours {
                        Some(hours) => relation(&number.to_string(), who, *hours),
                        None => withdrawal(&number.to_string(), who),
                    }
                })
                .collect();
            match kind {
                Kind::Full => full(*month, &rows),
                Kind::Supplement => supplement(*month, &rows),
                Kind::Correction => correction(*month, &rows),
            }
        })
        .collect();
    let lh_nr = format!("111222333L0{}", plain.administration);
    message(&id.to_string(), &made.to_string(), &lh_nr, &parts)
}

fn is_same(one: &Row, other: &Row) -> bool {
    let by_bsn = one.1 != 0 && other.1 != 0;
    let same = if by_bsn { one.1 == other.1 } else { one.2 != 0 && one.2 == other.2 };
    one.0 == other.0 && same
}

/// Whether a message by itself may be.
fn is_message(plain: &Plain) -> bool {
    let own = plain.parts.iter().find(|part| part.0 != Kind::Correction).map(|part| part.1);
    let corrects_own =
        plain.parts.iter().any(|(kind, month, _)| *kind == Kind::Correction && Some(*month) == own);
    let rows: Vec<(i32, Row)> = plain
        .parts
        .iter()
        .flat_map(|(_, month, rows)| rows.iter().map(|row| (*month, *row)))
        .collect();
    let twice = rows.iter().enumerate().any(|(at, (month, row))| {
        rows[..at].iter().any(|(other_month, other)| month == other_month && is_same(row, other))
    });
    !corrects_own && !twice
}

/// The hours of 2026 and of 2025, or nothing where the messages cannot all be true.
fn plain_hours(messages: &[Plain]) -> Option<(i32, i32)> {
    let mut messages = messages.to_vec();
    messages.sort_by_key(|message| message.minute);
    let counts = |message: &Plain, month: i32| message.minute < 60 && month >= 1;
    for (at, one) in messages.iter().enumerate() {
        for other in &messages[..at] {
            let touch = one.parts.iter().any(|(_, month, _)| {
                counts(one, *month) && other.parts.iter().any(|(_, other, _)| other == month)
            });
            if one.minute == other.minute && one.administration == other.administration && touch {
                return None;
            }
        }
    }
    let mut list: Vec<(u8, i32, Row)> = Vec::new();
    for message in &messages {
        let administration = message.administration;
        for (kind, month, rows) in &message.parts {
            if !counts(message, *month) {
                continue;
            }
            if *kind == Kind::Full {
                list.retain(|(own, of, _)| (*own, *of) != (administration, *month));
            }
            let before = list.len();
            for row in rows {
                let matches: Vec<usize> = (0..list.len())
                    .filter(|at| {
                        let (own, of, other) = &list[*at];
                        (*own, *of) == (administration, *month)
                            && is_same(row, other)
                            && (*kind != Kind::Full || *at < before)
                    })
                    .collect();
                match (matches.as_slice(), row.3) {
                    ([], Some(_)) => list.push((administration, *month, *row)),
                    ([], None) => {}
                    ([at], Some(_)) => {
                        let bsn = if row.1 == 0 { list[*at].2.1 } else { row.1 };
                        list[*at].2 = (row.0, bsn, row.2, row.3);
                    }
                    ([at], None) => {
                        list.remove(*at);
                    }
                    _ => return None,
                }
            }
        }
    }
    let sum = |this: bool| {
        let rows = list.iter().filter(|(_, month, _)| (*month >= 1) == this);
        rows.map(|(.., row)| row.3.unwrap_or_default()).sum()
    };
    Some((sum(true), sum(false)))
}

prop_compose! {
    fn row()(number in 1..3_u8, bsn in 0..4_u8, name in 0..4_u8, hours in 0..200_i32, reported in prop::bool::weighted(0.8)) -> Row {
        let name = if bsn == 0 { name.max(1) } else { name };
        (number, bsn, name, Some(hours).filter(|_| reported))
    }
}

prop_compose! {
    fn part(kinds: &'static [Kind])(kind in prop::sample::select(kinds), month in 1..4_i32, rows in prop::collection::vec(row(), 0..4)) -> (Kind, i32, Vec<Row>) {
        let reported = |row: &Row| (kind != Kind::Full) || row.3.is_some();
        (kind, month, rows.into_iter().filter(reported).collect())
    }
}

prop_compose! {
    fn plain()(
        minute in -60..70_i64,
        administration in 1..3_u8,
        own in prop::option::weighted(0.8, part(&[Kind::Full, Kind::Full, Kind::Supplement])),
        corrections in prop::collection::vec(part(&[Kind::Correction]), 0..3),
        correction in part(&[Kind::Correction]),
    ) -> Plain {
        let mut parts: Vec<_> = own.into_iter().chain(corrections).collect();
        if parts.is_empty() {
            parts.push(correction);
        }
        Plain { minute, administration, parts }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn random_messages_mean_what_a_plain_list_says(
        messages in prop::collection::vec(plain(), 0..8),
        order in any::<prop::sample::Index>(),
    ) {
        let texts: Vec<String> =
            messages.iter().enumerate().map(|(id, plain)| text_of(id, plain)).collect();
        let mut counted = Vec::new();
        let mut read = Vec::new();
        for (plain, text) in messages.iter().zip(&texts) {
            let message = Message::read(text.as_bytes());
            prop_assert_eq!(message.is_ok(), is_message(plain), "{:?}", message);
            if message.is_ok() {
                counted.push(plain.clone());
                read.push(text.clone());
            }
        }
        let outcome = together(&read);
        let hours = outcome.as_ref().ok().map(|(totals, _)| totals.hours.paid_hours().to_string());
        let expected = plain_hours(&counted).map(|(hours, _)| hours.to_string());
        prop_assert_eq!(hours, expected, "{:?}", outcome);
        // In another order, and with one of them again: the same.
        let at = if read.is_empty() { 0 } else { order.index(read.len()) };
        read.rotate_left(at);
        prop_assert_eq!(&together(&read), &outcome);
        read.reverse();
        prop_assert_eq!(&together(&read), &outcome);
        if let Some(again) = read.first().cloned() {
            read.push(again);
            let again = together(&read);
            prop_assert_eq!(
                again.as_ref().map(|(totals, _)| totals).ok(),
                outcome.as_ref().map(|(totals, _)| totals).ok()
            );
        }
    }

    #[test]
    fn no_changed_message_panics(
        messages in prop::collection::vec(plain(), 2..5),
        at in any::<prop::sample::Index>(),
        by in prop::collection::vec(any::<u8>(), 0..6),
        less in 0..6_usize,
    ) {
        let mut returns = returns();
        for (id, plain) in messages.iter().enumerate() {
            let mut bytes = text_of(id, plain).into_bytes();
            let at = at.index(bytes.len() - less);
            bytes.splice(at..at + less, by.iter().copied());
            let _ = Head::read(&*bytes);
            if let Ok(message) = Message::read(&*bytes) {
                let _ = returns.add(message);
            }
        }
        if let Ok(settled) = returns.settle() {
            let key = |who: Identity<'_>| who.key();
            let _ = settled.totals(&Register::new(), &Attributions::new(), key);
        }
    }
}

/// Returns are joined with their own employer and year, or with none.
#[test]
fn returns_are_joined_with_their_own_employer_and_year() {
    let number = || FiscalNumber::new("111222333").unwrap();
    let key = |who: Identity<'_>| who.key();
    let mut sources = Sources::new(Year::new(2026).unwrap());
    assert_eq!(sources.returns(number()).settle().unwrap().join(&sources, key), None);

    sources.employers.insert(Employer::new("111222333", Sector::Overheid)).unwrap();
    let joined = sources.returns(number()).settle().unwrap().join(&sources, key).unwrap();
    assert!(joined.totals.is_ok());

    let before = EmployerReturns::new(Year::new(2025).unwrap(), number());
    let joined = before.settle().unwrap().join(&sources, key).unwrap();
    assert_eq!(joined.totals.unwrap_err().code(), "other_year");
}
