//! Every stable code of an error is produced, with the place it names. The codes are read from the
//! source: one that is added there needs a row here.
#![cfg(all(feature = "loonaangifte", feature = "serde"))]
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::collections::{BTreeSet, HashMap};
use std::fmt::Display;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use banenafspraak::contract::EmployerInput;
use banenafspraak::dialects::{
    Column, DecimalSign, Dialect, DialectError, Given, Holds, RowReader, columns_of,
};
use banenafspraak::payroll::csv::{self, FileError, LineError, Options, Problem, TableReader};
use banenafspraak::payroll::loonaangifte::{
    Conflict, EmployerReturns, FiscalNumber, Identity, Message, WageReturn, WageReturnError,
};
use banenafspraak::payroll::{
    Aangiftetijdvak, Attributions, Bsn, Employer, EmployerTotals, Entry, Mismatch, Payroll, Record,
    Register, Sources,
};
use banenafspraak::planning::{
    Change, ChangeKind, Comparison, Gap, Hiring, Plan, RestOfYear, Workers,
};
use banenafspraak::reconciliation::{Reconciliation, Refusal};
use banenafspraak::unit::HoursPerWeek;
use banenafspraak::{
    EmployerYear, Error, EuroPerHour, Figure, FigureName, Figures, Hours, HoursBase, Language,
    Percentage, SchemeParameters, Sector, Year, assess,
};
use common::dutch::not_dutch;
use common::{calculator, employer};
use jiff::civil::{Date, date};

/// A code, the place it is about, and what produces it.
type Row<E> = (&'static str, &'static str, fn() -> E);

/// Of a text that is no JSON, which has a line and a column and no field.
const NOT_JSON: &str = "invalid_json";

/// Of [`Error`]: the code, its field, and how to get it.
const ERRORS: &[Row<Error>] = &[
    ("not_a_number", "hours", || "1,5".parse::<Hours>().unwrap_err()),
    ("not_finite", "hours", || "NaN".parse::<Hours>().unwrap_err()),
    ("float_refused", "year", || {
        // A binary format keeps no text of a number.
        let mut bytes = Vec::new();
        ciborium::into_writer(&HashMap::from([("year", 0.1 + 0.2)]), &mut bytes).unwrap();
        let input: EmployerInput = ciborium::from_reader(&*bytes).unwrap();
        input.employer.unwrap_err()
    }),
    ("too_precise", "hours", || "1.005".parse::<Hours>().unwrap_err()),
    ("negative", "hours", || "-1".parse::<Hours>().unwrap_err()),
    ("not_positive", "people", || rest().hours_per_week(Hours::whole(1), 0).unwrap_err()),
    ("out_of_range", "year", || Year::new(26).unwrap_err()),
    ("part_exceeds_whole", "wsw_hours", || {
        HoursBase::new(Hours::whole(1)).with_wsw_hours(Hours::whole(2)).unwrap_err()
    }),
    ("unknown_figure", "quotumpercentage", || {
        let next = Year::new(2027).unwrap();
        Figures::published().quotumpercentage(next, Sector::Overheid).unwrap_err()
    }),
    ("figure_mismatch", "quotumpercentage", || {
        let name = FigureName::Quotumpercentage;
        Figure::given(name, None, year(), Hours::ZERO, "own").unwrap_err()
    }),
    ("unknown_field", "hours", || input(r#"{"hours":1}"#)),
    ("missing_field", "year", || input("{}")),
    ("not_covered", "premium_wage_two_years_before", || {
        let register = Register::new();
        let payroll = Payroll::of_final_records(year(), register.clone());
        let totals = payroll.totals("a", &Attributions::new()).unwrap();
        let parameters = SchemeParameters {
            activation_decided_in: Year::new(2024).unwrap(),
            surcharge_percentage: "0.25".parse().unwrap(),
            bonus_per_hour: "3.77".parse().unwrap(),
            bonus_maximum: "5000".parse().unwrap(),
            average_premium_wage_two_years_before: "43300".parse().unwrap(),
        };
        totals.scheme(&parameters, None).unwrap_err()
    }),
    ("duplicate_field", "year", || input(r#"{"year":2026,"year":2026}"#)),
    ("wrong_type", "year", || input(r#"{"year":[]}"#)),
    ("unknown_word", "sector", || "region".parse::<Sector>().unwrap_err()),
    ("not_a_date", "hours_until", || {
        input(&SCHOOL.replacen('{', r#"{"hours_until": "2026-06-31","#, 1))
    }),
    ("not_a_period", "period", || "2026-13".parse::<Aangiftetijdvak>().unwrap_err()),
    ("not_a_boolean", "asks_lkv", || {
        let record = "a,p,2026-01,1,1,ordinary,ja\n";
        match of_records_with("asks_lkv", record).problem {
            Problem::Value(error) => error,
            other => panic!("{other}"),
        }
    }),
    ("ambiguous_number", "hours", || of_dialect("uren;persoon\n1.234;p\n")),
    ("other_decimal_sign", "hours", || of_dialect("uren;persoon\n1,5;p\n1.50;q\n")),
    ("scientific", "person", || of_dialect("uren;persoon\n1,5;1,23457E+08\n")),
    ("two_digit_year", "until", || of_dialect("uren;tot en met\n1,5;31-12-26\n")),
    ("ambiguous_period", "period", || of_dialect("uren;tijdvak\n1,5;202603\n")),
    ("contradiction", "aow_from", || {
        let mut register = Register::new();
        register.set_aow_from("p", FROM).unwrap();
        register.set_aow_from("p", date(2027, 1, 1)).unwrap_err()
    }),
    ("ends_before_it_begins", "until", || {
        Register::new().insert("p", date(2026, 1, 2), Some(date(2026, 1, 1))).unwrap_err()
    }),
    ("superfluous", "changes[0].premium_wage_per_hour", || {
        let hire = ChangeKind::Hire(HoursPerWeek::new(24.into()).unwrap());
        let wage = "16.50".parse::<EuroPerHour>().ok();
        let change = Change::new(hire, Workers::HiredIn, 1, FROM);
        Plan::new(vec![Change { premium_wage_per_hour: wage, ..change }]).unwrap_err()
    }),
    ("unreachable", "hours", || {
        let all: Percentage = "100".parse().unwrap();
        let employer = employer(2026, Sector::Markt, 100_00, 100_00, 0);
        let outcome = assess(&employer.with_quotumpercentage(all)).unwrap();
        Gap::of(&outcome).unwrap().to_quota(Hiring::Employed).unwrap_err()
    }),
    ("not_owed", "inclusiviteitsheffing", || {
        let new =
            SCHOOL.replace(r#""bonus_workers""#, r#""became_employer_in":2026,"bonus_workers""#);
        let new: EmployerYear = serde_json::from_str(&new).unwrap();
        let both = Comparison::of(&new, &Figures::published()).unwrap();
        both.break_even_jobs().unwrap_err()
    }),
    ("not_in_year", "from", || RestOfYear::new(year(), date(2027, 1, 1)).unwrap_err()),
    ("other_year", "year", || {
        let register = Register::new();
        let other = Payroll::of_final_records(year().previous().unwrap(), register.clone());
        Payroll::of_final_records(year(), register.clone()).merge(other).unwrap_err()
    }),
    ("lends_to_itself", "borrower", || {
        Attributions::new().insert("a", "a", "p", Hours::ZERO).unwrap_err()
    }),
    ("invalid_bsn", "bsn", || "123456789".parse::<Bsn>().unwrap_err()),
    ("overflow", "percentage", || {
        Percentage::from_fraction(rust_decimal::Decimal::MAX).unwrap_err()
    }),
];

/// Of [`FileError`]: the code, the file and the line.
const FILES: &[Row<FileError>] = &[
    ("unknown_column", "register, line 1", || of_register("person,from,until,town\n")),
    ("semicolons", "register, line 1", || of_register("person;from;until\n")),
    ("missing_column", "register, line 1", || of_register("person,from\n")),
    ("duplicate_column", "register, line 1", || of_register("person,from,until,from\n")),
    ("field_count", "register, line 2", || of_register("person,from,until\np,2026-01-01\n")),
    ("empty", "register, line 2", || of_register("person,from,until\n,2026-01-01,\n")),
    ("line_break", "register, lines 2 to 3", || {
        of_register("person,from,until\n\"p\nq\",2026-01-01,\n")
    }),
    ("not_utf8", "register, line 2", || of_register(b"person,from,until\n\xff,2026-01-01,\n")),
    ("too_long", "register, line 2", || {
        of_register([&b"person,from,until\n"[..], &vec![b'p'; 1 << 21]].concat())
    }),
    ("unclosed_quote", "register, line 2", || of_register("person,from,until\n\"p")),
    ("tabs", "register, line 1", || of_register("person\tfrom\tuntil\n")),
    ("utf16", "register, line 1", || of_register(b"\xff\xfep\0e\0")),
    ("white_space", "register, line 2", || of_register("person,from,until\np ,2026-01-01,\n")),
    ("control_character", "register, line 2", || {
        of_register("person,from,until\np\0q,2026-01-01,\n")
    }),
    ("text_after_quote", "register, line 2", || {
        of_register("person,from,until\n\"p\"q,2026-01-01,\n")
    }),
    ("filed_before_period", "records, line 2", || {
        of_records_with("filed_on", "a,p,2026-03,1,1,ordinary,2026-02-28\n")
    }),
    ("employed_after_period", "records, line 2", || {
        of_records_with("employed_from", "a,p,2026-03,1,1,ordinary,2026-04-01\n")
    }),
    ("contradiction", "employers, line 3", || {
        let file = "employer,sector\na,markt\na,overheid\n";
        Options::new().employers(file.as_bytes()).unwrap().read_all().unwrap_err()
    }),
    ("unknown_employer", "records, line 2", || of_records("c,p,2026-01,1,1,ordinary\n")),
    ("repeated_line", "attributions, line 3", || {
        let file = "year,lender,borrower,person,hours\n2026,a,b,p,5\n2026,a,b,p,5.0\n";
        Options::new().attributions(file.as_bytes()).unwrap().read_all().unwrap_err()
    }),
    ("not_grouped", "records, line 4", || {
        let [a, b] = ["a", "b"].map(|key| format!("{key},p,2026-01,1,1,ordinary\n"));
        of_records(&[&*a, &*b, &*a].concat())
    }),
    ("read", "register, line 1", || Options::new().register(Failing).unwrap_err()),
];

/// Of [`WageReturnError`]: the code, and what is said of it.
const WAGE_RETURNS: &[Row<WageReturnError>] = &[
    ("not_a_wage_return", "the root is `a`", || of_message(|_| "<a/>".to_owned())),
    ("unknown_version", "`1.1`", || {
        of_message(|it| it.replace("version=\"2.0\"", "version=\"1.1\""))
    }),
    ("other_year", "IndAvrLkvDgBafSb", || {
        of_message(|it| it.replace("IndAvrLkvDgBaf>", "IndAvrLkvDgBafSb>"))
    }),
    ("named_twice", "NumIV 1", || {
        let january = include_str!("loonaangifte/2026-01.xml");
        let begins = january.find("<InkomstenverhoudingInitieel>").unwrap();
        let end = "</InkomstenverhoudingInitieel>";
        let ends = january.find(end).unwrap() + end.len();
        let twice = january.replacen(end, &format!("{end}{}", &january[begins..ends]), 1);
        Message::read(twice.as_bytes()).unwrap_err()
    }),
    ("malformed", "pairs", || of_message(|it| it.replace("</NumIV>", "</Num>"))),
    ("truncated", "ends before it is complete", || of_message(|_| String::new())),
    ("document_type", "document type", || of_message(|_| "<!DOCTYPE a>".to_owned())),
    ("unknown_entity", "an entity", || of_message(|it| it.replace("<NumIV>1", "<NumIV>&x;"))),
    ("too_long", "256 bytes", || {
        of_message(|it| it.replace("<NumIV>", &format!("<NumIV>{}", "1".repeat(300))))
    }),
    ("too_deep", "64 deep", || of_message(|it| it.replace("<Bericht>", &"<a>".repeat(65)))),
    ("encoding", "UTF-8", || of_message(|_| r#"<?xml version="1.0" encoding="x"?>"#.to_owned())),
    ("missing", "NumIV", || of_message(|it| it.replace("<NumIV>1</NumIV>", ""))),
    ("refused", "NumIV", || of_message(|it| it.replace("<NumIV>1", "<NumIV>one"))),
    ("unknown_code", "CdAard: `99`", || of_message(|it| it.replace("<CdAard>1<", "<CdAard>99<"))),
    ("read", "the disk is gone", || match WageReturn::new(Failing, key) {
        Ok(mut wage_return) => wage_return.read().unwrap_err(),
        Err(error) => error,
    }),
];

/// Of [`Conflict`]: the code, and which messages.
const CONFLICTS: &[Row<Conflict>] = &[
    ("other_employer", "111222333L01 is no administration of 123456782", || {
        EmployerReturns::new(year(), fiscal("123456782")).add(message(|it| it)).unwrap_err()
    }),
    ("other_content", "111222333L01", || {
        together([message(|it| it), message(|it| it.replace(">160<", ">161<"))])
    }),
    ("equal_instants", "2026-01", || {
        together([message(|it| it), message(|it| it.replace("<IdBer>", "<IdBer>andere "))])
    }),
    ("two_predecessors", "NumIV 1", || {
        let later = "2026-03-20T10:00:00";
        let relation = |bsn: &str, number: &str| {
            let bsn =
                if bsn.is_empty() { String::new() } else { format!("<SofiNr>{bsn}</SofiNr>") };
            format!(
                "<InkomstenverhoudingInitieel><NumIV>1</NumIV><DatAanv>2020-01-01</DatAanv>\
                 <PersNr>{number}</PersNr><NatuurlijkPersoon>{bsn}</NatuurlijkPersoon>\
                 <Inkomstenperiode><DatAanv>2020-01-01</DatAanv><SrtIV>15</SrtIV><CdAard>1</CdAard>\
                 </Inkomstenperiode><Werknemersgegevens><PrlnAofAnwLg>1</PrlnAofAnwLg>\
                 <PrlnAofAnwHg>0</PrlnAofAnwHg><PrlnAofAnwUit>0</PrlnAofAnwUit>\
                 <AantVerlU>1</AantVerlU></Werknemersgegevens></InkomstenverhoudingInitieel>"
            )
        };
        let january = |made: &str, kind: &str, relations: String| {
            let text = format!(
                "<Loonaangifte xmlns=\"http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01\" \
                 version=\"2.0\"><Bericht><IdBer>{made}</IdBer><DatTdAanm>{made}</DatTdAanm></Bericht>\
                 <AdministratieveEenheid><LhNr>111222333L01</LhNr><TijdvakAangifte>\
                 <DatAanvTv>2026-01-01</DatAanvTv><DatEindTv>2026-01-31</DatEindTv><{kind}>\
                 <CollectieveAangifte/>{relations}\
                 </{kind}></TijdvakAangifte></AdministratieveEenheid></Loonaangifte>"
            );
            Message::read(text.as_bytes()).unwrap()
        };
        // One is known by its BSN, the other by its number alone: the third is both.
        let first = relation("123456782", "b") + &relation("", "a");
        let both = relation("123456782", "a");
        together([
            january("2026-02-20T10:00:00", "VolledigeAangifte", first),
            january(later, "AanvullendeAangifte", both),
        ])
    }),
];

/// Of [`Mismatch`]: the code, and whom it is about.
const MISMATCHES: &[Row<Mismatch>] = &[
    ("attribution_exceeds_hours", "lender a, borrower b: 8 hours of person p", || {
        let mut attributions = Attributions::new();
        attributions.insert("a", "b", "p", Hours::whole(8)).unwrap();
        Payroll::of_final_records(year(), Register::new()).totals("a", &attributions).unwrap_err()
    }),
    ("attribution_of_unregistered", "lender a, borrower b: hours of person p", || {
        let mut attributions = Attributions::new();
        attributions.insert("a", "b", "p", Hours::whole(8)).unwrap();
        Payroll::of_final_records(year(), Register::new()).totals("b", &attributions).unwrap_err()
    }),
    ("repeated_record", "employer a: the record of person p in 2026-01", || {
        refused(&["a,p,2026-01,1,1,ordinary,,"; 2])
    }),
    ("repeated_period", "employer a: each record of 2026-01", || {
        let register = Register::new();
        let mut payroll = Payroll::of_final_records(year(), register.clone());
        let january = "2026-01".parse().unwrap();
        for _ in 0..2 {
            payroll.add(&Record::new("a", "p", Entry::new(january)));
        }
        payroll.totals("a", &Attributions::new()).unwrap_err()
    }),
    ("overlapping_periods", "employer a, person p: 2026-01 and 2026-y", || {
        refused(&["a,p,2026-01,1,1,ordinary,,", "a,p,2026-y,1,1,ordinary,,"])
    }),
    ("relation_missing", "employer a: person p", || {
        refused(&["a,p,2026-01,1,1,ordinary,,", "a,p,2026-01,1,1,ordinary,r,"])
    }),
    ("contradiction", "employer a: the register has two days", || {
        let mut register = Register::new();
        register.insert("p", FROM, None).unwrap();
        register.set_aow_from("p", FROM).unwrap();
        register.set_aow_from("p", date(2027, 1, 1)).unwrap_err();
        let mut payroll = Payroll::of_final_records(year(), register.clone());
        payroll.add(&Record::new("a", "p", Entry::new("2026-10".parse().unwrap())));
        payroll.totals("a", &Attributions::new()).unwrap_err()
    }),
];

/// Of [`Refusal`]: the code, and whom it is about.
const REFUSALS: &[Row<Refusal>] = &[
    ("unread_lines", "employer a: 1 line could not be read", || {
        refusal(|found, sources| {
            found.unread_line(&of_records("a,p,2026-01,x,1,ordinary"), sources);
        })
    }),
    ("unread_messages", "employer a: 1 message could not be read whole", || {
        refusal(|found, _| found.unread_message(Some("a")))
    }),
];

const SCHOOL: &str = include_str!("../examples/plan/sample/employer.json");
const FROM: Date = date(2026, 9, 1);

fn year() -> Year {
    Year::new(2026).unwrap()
}

fn rest() -> RestOfYear {
    RestOfYear::new(year(), FROM).unwrap()
}

fn fiscal(number: &str) -> FiscalNumber {
    FiscalNumber::new(number).unwrap()
}

/// The sample message of January, changed.
fn message(change: fn(String) -> String) -> Message {
    let january = include_str!("loonaangifte/2026-01.xml").to_owned();
    Message::read(change(january).as_bytes()).unwrap()
}

/// Why two messages of one employer say nothing together.
fn together(messages: [Message; 2]) -> Conflict {
    let mut returns = EmployerReturns::new(year(), fiscal("111222333"));
    for message in messages {
        if let Err(conflict) = returns.add(message) {
            return conflict;
        }
    }
    returns.settle().unwrap_err()
}

/// The error of an input object.
fn input(json: &str) -> Error {
    serde_json::from_str::<EmployerInput>(json).unwrap().employer.unwrap_err()
}

fn of_register(file: impl AsRef<[u8]>) -> FileError {
    let lines = Options::new().register(file.as_ref());
    lines.and_then(TableReader::read_all).unwrap_err()
}

/// The error of records of the employers a and b, in groups.
fn of_records(rows: &str) -> FileError {
    grouped("", rows).unwrap_err()
}

/// The same with a column more.
fn of_records_with(column: &str, rows: &str) -> FileError {
    grouped(&format!(",{column}"), rows).unwrap_err()
}

/// Why the totals of the first employer are refused.
fn refused(rows: &[&str]) -> Mismatch {
    grouped(",relation,filed_on", &rows.join("\n")).unwrap().remove(0).unwrap_err()
}

/// Why an employer with one record is not assessed, after what was found before.
fn refusal(before: impl Fn(&mut Reconciliation, &Sources)) -> Refusal {
    let mut sources = Sources::new(year());
    sources.employers.insert(Employer::new("a", Sector::Markt)).unwrap();
    let mut payroll = sources.payroll();
    payroll.add(&Record::new("a", "p", Entry::new("2026-y".parse().unwrap())));
    let mut found = Reconciliation::new();
    before(&mut found, &sources);
    let joined = sources.join(&payroll).next().unwrap();
    found.employer_year(&joined, None, &sources).unwrap_err()
}

fn grouped(more: &str, rows: &str) -> Result<Vec<Result<EmployerTotals, Mismatch>>, FileError> {
    let employers = "employer,sector\na,markt\nb,markt\n";
    let employers = Options::new().employers(employers.as_bytes())?.read_all()?;
    let sources = Sources { employers, ..Sources::new(year()) };
    let file = format!("employer,person,period,paid_hours,premium_wage,kind{more}\n{rows}");
    let records = Options::new().records(file.as_bytes())?;
    records.grouped(&sources).map(|joined| joined.map(|joined| joined.totals)).collect()
}

/// The first error of a wage return that is changed.
fn of_message(change: fn(String) -> String) -> WageReturnError {
    let whole = include_str!("loonaangifte/2026-01.xml");
    let changed = change(whole.to_owned());
    let mut wage_return = match WageReturn::new(changed.as_bytes(), key) {
        Ok(wage_return) => wage_return,
        Err(error) => return error,
    };
    loop {
        match wage_return.read() {
            Ok(record) => assert!(record.is_some(), "nothing is wrong in {changed}"),
            Err(error) => return error,
        }
    }
}

/// What is wrong with the first line of a file of any dialect that cannot be read.
fn of_dialect(file: &str) -> Error {
    const COLUMNS: &[Column] = &[
        Column::new("hours", &["uren"], Holds::Number),
        Column::new("person", &["persoon"], Holds::Key),
        Column::new("period", &["tijdvak"], Holds::Period),
        Column::new("until", &["tot_en_met"], Holds::Date),
    ];
    // The decimal sign is that of the first number that shows one.
    let shown = file.contains("1,5").then_some(DecimalSign::Comma);
    let given = Given { decimal: shown, ..Given::default() };
    let mut rows = RowReader::open(file.as_bytes(), COLUMNS, given).unwrap();
    loop {
        match rows.read().unwrap() {
            Ok(_) => {}
            Err(LineError { problem: Problem::Value(error), .. }) => return error,
            Err(other) => panic!("{other}"),
        }
    }
}

/// Why it cannot be said what a register is in.
fn undetected(file: &[u8]) -> DialectError {
    Dialect::detect(file, columns_of(csv::File::Register)).unwrap_err()
}

/// Of [`DialectError`].
const DIALECTS: &[Row<DialectError>] = &[
    ("empty_file", "empty", || undetected(b"\n\r\n")),
    ("mixed_decimals", "line 3", || {
        let file = b"uitlener;uren\na;1,5\nb;1.5\n";
        Dialect::detect(file, columns_of(csv::File::Attributions)).unwrap_err()
    }),
    ("mixed_separators", "line 1", || undetected(b"bsn;begindatum,einddatum\n")),
];

fn key(_: Identity<'_>) -> String {
    "p".to_owned()
}

struct Failing;

impl Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("the disk is gone"))
    }
}

/// The Rust files of a folder with their text.
fn sources(folder: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
    let inner = entries.flat_map(|entry| {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            sources(&path)
        } else if entry.path().extension().is_some_and(|extension| extension == "rs") {
            vec![(path.clone(), fs::read_to_string(entry.path()).unwrap())]
        } else {
            Vec::new()
        }
    });
    inner.collect()
}

/// The codes that the method `code` in a file can give.
fn codes(text: &str) -> BTreeSet<&str> {
    let bodies = text.split("fn code(&self)").skip(1);
    let bodies = bodies.map(|after| after.split_once("\n    }\n").unwrap().0);
    let lines = bodies.flat_map(str::lines).filter(|line| !line.trim_start().starts_with("#["));
    lines.flat_map(|line| line.split('"').skip(1).step_by(2)).collect()
}

/// What was given is quoted as it is; all else is Dutch, and names nothing of Rust.
#[track_caller]
fn is_dutch(code: &str, text: &str) {
    // What the system says it says in its own language.
    let said = if code == "read" { text.replace("the disk is gone", "") } else { text.to_owned() };
    assert_eq!(not_dutch(&said), Vec::<String>::new(), "{code}: {text}");
}

/// Each row gives its code, and the code names its place.
#[track_caller]
fn produced<E: Display>(
    rows: &[Row<E>],
    code: fn(&E) -> &'static str,
    localized: fn(&E, Language) -> String,
) -> BTreeSet<&'static str> {
    for (expected, about, produce) in rows {
        let error = produce();
        assert_eq!(code(&error), *expected);
        let place = error.to_string();
        assert!(place.contains(about), "{expected}: {place}");
        let [english, dutch] = [Language::En, Language::Nl].map(|it| localized(&error, it));
        assert_eq!(english, place);
        assert_ne!(dutch, english, "{expected}");
        is_dutch(expected, &dutch);
    }
    rows.iter().map(|row| row.0).collect()
}

#[test]
fn every_code_is_produced_with_its_place() {
    for (code, field, produce) in ERRORS {
        let error = produce();
        assert_eq!((error.code(), error.field().as_deref()), (*code, Some(*field)), "{error}");
    }
    for (code, _, produce) in ERRORS {
        let error = produce();
        let [english, dutch] =
            [Language::En, Language::Nl].map(|language| error.localized(language).to_string());
        assert_eq!(english, error.to_string());
        assert_ne!(dutch, english, "{code}");
        is_dutch(code, &dutch);
        assert!(!english.contains("::"), "{code}: {english}");
    }
    let of = |file: &str, rows: BTreeSet<&'static str>| (file.to_owned(), rows);
    assert_eq!(EmployerInput::from_json(b"{").unwrap_err().code(), NOT_JSON);
    let found = [
        of("src/contract/not_json.rs", BTreeSet::from([NOT_JSON])),
        of(
            "src/dialects/error.rs",
            produced(DIALECTS, DialectError::code, |it, language| {
                it.localized(language).to_string()
            }),
        ),
        of("src/error/kind.rs", ERRORS.iter().map(|row| row.0).collect()),
        of(
            "src/payroll/csv/error.rs",
            produced(FILES, FileError::code, |it, language| it.localized(language).to_string()),
        ),
        of(
            "src/payroll/loonaangifte/conflict.rs",
            produced(CONFLICTS, Conflict::code, |it, language| it.localized(language).to_string()),
        ),
        of(
            "src/payroll/loonaangifte/error.rs",
            produced(WAGE_RETURNS, WageReturnError::code, |it, language| {
                it.localized(language).to_string()
            }),
        ),
        of(
            "src/payroll/mismatch.rs",
            produced(MISMATCHES, Mismatch::code, |it, language| it.localized(language).to_string()),
        ),
        of(
            "src/reconciliation/refusal.rs",
            produced(REFUSALS, Refusal::code, |it, language| it.localized(language).to_string()),
        ),
    ];
    let sources = sources("src");
    let mut written: Vec<_> = sources
        .iter()
        .map(|(path, text)| (path.clone(), codes(text)))
        // Notes are no errors: the tests of wage returns produce them.
        .filter(|(path, codes)| !codes.is_empty() && !path.ends_with("/note.rs"))
        .collect();
    written.sort();
    assert_eq!(found.to_vec(), written, "the codes produced here, and those of the source");
    // The docs of each error list its codes.
    for (path, codes) in &written {
        let (_, text) = sources.iter().find(|(source, _)| source == path).unwrap();
        for code in codes {
            assert!(text.contains(&format!("/// | `{code}` | ")), "{path}: {code} is in no list");
        }
    }
    let number: usize = written.iter().map(|(_, codes)| codes.len()).sum();
    assert!(number >= 45, "only {number} codes found: does the test still read the source?");
}

/// The code of a text that is no JSON is the library's too: the examples have none of their own.
#[test]
fn the_codes_of_the_examples_are_those_of_the_library() {
    let output = calculator(&["--input", "-", "--format", "json"], b"{");
    let line: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = line["error"]["code"].as_str().unwrap();

    let of_library: BTreeSet<String> = sources("src")
        .iter()
        .flat_map(|(_, text)| codes(text).into_iter().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert!(found == NOT_JSON && of_library.contains(found), "{found}");
    let sources = sources("examples");
    let written: BTreeSet<&str> = sources
        .iter()
        .flat_map(|(_, text)| text.split("code: \"").skip(1))
        .map(|after| after.split('"').next().unwrap())
        .filter(|code| !of_library.contains(*code))
        .collect();
    assert_eq!(written, BTreeSet::new(), "a code of the examples alone");
}
