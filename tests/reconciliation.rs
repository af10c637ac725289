//! What a payroll leaves out or cannot match is noted, each kind once, and decides who is refused.
#![cfg(feature = "payroll")]
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

#[path = "common/dutch.rs"]
mod dutch;

use std::collections::BTreeSet;

use banenafspraak::payroll::Sources;
use banenafspraak::payroll::csv::Options;
use banenafspraak::reconciliation::{Note, Reconciliation};
use banenafspraak::{Euro, Language, SchemeParameters, Year};

fn year() -> Year {
    Year::new(2026).unwrap()
}

/// Employers, register and attributions from their files.
fn sources(employers: &str, register: &str, attributions: &str) -> Sources {
    let options = Options::new();
    let employers = format!("employer,sector,quotumpercentage\n{employers}");
    let register = format!("person,from,until,aow_from\n{register}");
    let attributions = format!("year,lender,borrower,person,hours\n{attributions}");
    let mut years = options.attributions(attributions.as_bytes()).unwrap().read_all().unwrap();
    Sources {
        employers: options.employers(employers.as_bytes()).unwrap().read_all().unwrap(),
        register: options.register(register.as_bytes()).unwrap().read_all().unwrap().into(),
        attributions: years.remove(&year()).unwrap_or_default(),
        ..Sources::new(year())
    }
}

/// The answer for each employer of these records, and the notes.
fn answers(
    records: &str,
    sources: &Sources,
    scheme: Option<&SchemeParameters>,
) -> (Vec<String>, Vec<Note>) {
    let header = "employer,person,period,paid_hours,premium_wage,kind,asks_lkv,filed_on";
    let file = format!("{header}\n{records}");
    let mut employers = Options::new().records(file.as_bytes()).unwrap().grouped(sources);
    let (mut found, mut answers) = (Reconciliation::new(), Vec::new());
    found.percentages(sources);
    for joined in &mut employers {
        match joined {
            Err(error) => found.unread_line(&error, sources),
            Ok(joined) => answers.push(match found.employer_year(&joined, scheme, sources) {
                Ok(year) => format!("{}: {}", year.id().unwrap(), year.hours_base().hours()),
                Err(refusal) => refusal.to_string(),
            }),
        }
    }
    answers.extend(found.unread_alone().iter().map(ToString::to_string));
    found.finish(employers.summary(), sources);
    (answers, found.take_notes())
}

/// The codes; each note is in English and in Dutch, and names no person unless asked.
#[track_caller]
fn codes(notes: &[Note]) -> BTreeSet<&str> {
    for note in notes {
        let [english, dutch] =
            [Language::En, Language::Nl].map(|it| note.localized(it).to_string());
        assert_eq!(english, note.to_string());
        assert_ne!(english, dutch);
        assert_eq!(dutch::not_dutch(&dutch), Vec::<String>::new(), "{dutch}");
        assert!(!(english.contains("p-") || dutch.contains("p-")), "{english}: {dutch}");
        let detail = note.detail(Language::Nl, &|_| None).to_string();
        assert_eq!(detail.contains("p-"), dutch.contains("persoon"), "{detail}");
    }
    notes.iter().map(Note::code).collect()
}

#[test]
fn each_kind_of_note_is_made_where_it_belongs() {
    let sources = sources(
        "a,markt,0.05\nb,markt,\nc,markt,\nd,markt,\n",
        "p-1,2020-01-01,2026-01-31,\np-2,2020-01-01,,\np-3,2020-01-01,,\n",
        "2026,d,c,p-3,8\n2026,nobody,c,p-3,8\n2026,b,c,p-4,9\n",
    );
    let (answers, notes) = answers(
        "a,p-1,2026-02,110,1,ordinary,,2026-03-01\n\
         a,p-9,2026-02,110,1,ordinary,,2027-05-02\n\
         a,p-9,2026-03,110,1,ordinary,,2026-04-01\n\
         a,p-9,2026-03,100,1,ordinary,,2026-04-02\n\
         a,p-9,2022-03,100,1,ordinary,,2022-04-02\n\
         stranger,p-9,2026-03,1,1,ordinary,,2026-04-01\n\
         b,p-2,2025-y,0,0,ordinary,,2026-01-01\n\
         a,p-9,2026-04,x,1,ordinary,,2026-05-01\n",
        &sources,
        None,
    );
    assert_eq!(
        answers,
        [
            "a: 210",
            "lender b, borrower c: 9 hours of person p-4 are attributed in all, more than the 0 that \
             the lender paid and that count"
        ]
    );
    let expected = [
        "borrower_without_records",
        "days_decide",
        "days_without_returns",
        "employer_without_records",
        "employer_without_year_before",
        "late",
        "lender_refused",
        "lender_unknown",
        "lender_without_records",
        "line_too_late",
        "percentage_below_a_tenth",
        "person_not_registered",
        "person_without_hours",
        "person_without_records",
        "records_of_other_years",
        "records_of_unknown_employers",
        "replaced",
    ];
    assert_eq!(codes(&notes), BTreeSet::from(expected));
    let of_persons = notes.iter().filter_map(|note| match note {
        Note::PersonWithoutRecords { person } => Some(&**person),
        _ => None,
    });
    assert_eq!(
        of_persons.collect::<Vec<_>>(),
        ["p-2", "p-3"],
        "a record of the year before is none"
    );
}

/// Under the Wet banenafspraak: who counts and earns no bonus, and an employer without hours.
#[test]
fn a_missing_bonus_and_missing_hours_are_noted() {
    let parameters = SchemeParameters {
        activation_decided_in: Year::new(2024).unwrap(),
        surcharge_percentage: "0.25".parse().unwrap(),
        bonus_per_hour: "3.77".parse().unwrap(),
        bonus_maximum: Euro::whole(5_000),
        average_premium_wage_two_years_before: Euro::whole(1),
    };
    let sources = sources("a,markt,\nb,markt,\n", "p-1,2020-01-01,,\np-2,2020-01-01,,\n", "");
    let (answers, notes) = answers(
        "a,p-1,2026-y,110,9000,ordinary,true,\n\
         a,p-2,2026-y,110,9000,ordinary,,\n\
         a,p-9,2024-y,110,9000,ordinary,,\n\
         b,p-9,2024-y,110,9000,ordinary,,\n",
        &sources,
        Some(&parameters),
    );
    assert_eq!(answers, ["a: 220", "b: 0"]);
    let expected = ["days_without_returns", "employer_without_hours", "person_without_bonus"];
    assert_eq!(codes(&notes), BTreeSet::from(expected));
}

/// A line whose employer cannot be read may be of any: then none is assessed, before it or after.
#[test]
fn a_line_of_an_unknown_employer_refuses_all() {
    let sources = sources("a,markt,\nb,markt,\n", "", "");
    let (all, notes) = answers(
        "a,p-1,2026-y,1,1,ordinary,,\n\
         b,p-1,2026-y,1,1,ordinary,,\n\
         ,p-1,2026-y,1,1,ordinary,,\n",
        &sources,
        None,
    );
    assert_eq!(all, ["a: 1", "employer b: a line could not be read, and whose it is is not known"]);
    assert!(codes(&notes).contains("line_of_any_employer_too_late"), "a was given before");
    let (all, _) = answers("a,p-1,2026-y,x,1,ordinary,,\n", &sources, None);
    assert_eq!(all, ["employer a: 1 line could not be read"]);
}

/// A line of the register or of the attributions that cannot be read may be about anyone.
#[test]
fn an_unreadable_line_of_the_register_refuses_all() {
    let sources = sources("a,markt,\n", "", "");
    let file = "person,from,until\np-1,yesterday,\n";
    let error = Options::new().register(file.as_bytes()).unwrap().read_all().unwrap_err();
    let mut found = Reconciliation::new();
    assert!(!found.refuses_all());
    found.unread_line(&error, &sources);
    assert!(found.refuses_all());
    let file =
        "person,from,until,aow_from\np-1,2020-01-01,,2030-01-01\np-1,2020-01-01,,2031-01-01\n";
    let error = Options::new().register(file.as_bytes()).unwrap().read_all().unwrap_err();
    let mut found = Reconciliation::new();
    found.unread_line(&error, &sources);
    assert!(!found.refuses_all(), "the register itself knows whom the contradiction concerns");
}

#[test]
fn attributions_of_another_year_are_noted() {
    let file = "year,lender,borrower,person,hours\n2025,a,b,p-1,8\n";
    let years = Options::new().attributions(file.as_bytes()).unwrap().read_all().unwrap();
    let mut found = Reconciliation::new();
    for (year, attributions) in &years {
        found.attributions_of_other_year(*year, attributions);
    }
    let notes = found.take_notes();
    assert_eq!(codes(&notes), BTreeSet::from(["attribution_of_other_year"]));
    assert!(found.take_notes().is_empty());
}
