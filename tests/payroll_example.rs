//! The example `payroll` as a process: what it writes, what it tells, and its exit status.
#![cfg(all(feature = "payroll", feature = "serde"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use common::{calculator, example};
use serde_json::Value;

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/payroll/sample")
}

/// Runs the example on a folder of its four files.
fn payroll(folder: &Path, more: &[&str]) -> Output {
    let args = files(folder);
    let args: Vec<&str> = args.iter().map(String::as_str).chain(more.iter().copied()).collect();
    example("payroll", &args, b"")
}

/// The same, with at most this many kilobytes of addresses.
#[cfg(target_os = "linux")]
fn payroll_within(kilobytes: usize, folder: &Path, more: &[&str]) -> Output {
    std::process::Command::new("sh")
        .args(["-c", &format!("ulimit -v {kilobytes}; exec \"$0\" \"$@\"")])
        .arg(common::program("payroll"))
        .args(files(folder))
        .args(more)
        .output()
        .unwrap()
}

/// The command line that names the four files of a folder.
fn files(folder: &Path) -> Vec<String> {
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let [employers, records, register, attributions] =
        ["employers.csv", "records.csv", "register.csv", "attributions.csv"].map(path);
    let files = ["--employers", &employers, "--records", &records, "--register", &register];
    let rest = ["--attributions", &attributions, "--year", "2026"];
    files.into_iter().chain(rest).map(str::to_owned).collect()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The sample, with lines added to its records.
fn with_records(name: &str, more: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    for file in ["employers.csv", "records.csv", "register.csv", "attributions.csv"] {
        fs::copy(sample().join(file), folder.join(file)).unwrap();
    }
    let records = fs::read_to_string(folder.join("records.csv")).unwrap();
    fs::write(folder.join("records.csv"), records + more).unwrap();
    folder
}

/// A folder of four files: employers, records, register, attributions.
fn folder_of(name: &str, files: [&[&str]; 4]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    let names = ["employers.csv", "records.csv", "register.csv", "attributions.csv"];
    for (name, rows) in names.into_iter().zip(files) {
        fs::write(folder.join(name), rows.join("\n") + "\n").unwrap();
    }
    folder
}

#[test]
fn the_sample_is_assessed_and_reconciled() {
    let output = payroll(&sample(), &[]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let text = out(&output);
    // Paid 84,250.5 + 12 x 156 (November's correction is too late) + 11 x 110.5 + 104 = 87,442;
    // x 2.58 % = 2,256.0036 hours. Own doelgroep 11 x 110.5 + 104 = 1,319.5, plus 640 attributed:
    // 1,959.5. Short 296.5036 hours, 0.22 jobs: 0.2, EUR 1,000.
    assert!(text.contains("gemeente           2026 overheid       1.6       1.4      0.2      0.0         1,000.00"), "{text}");
    // p-05 is registered from 31 March: 10 x 86.67 = 866.7, and 900.5 attributed: 1,767.2.
    assert!(text.contains("bakkerij           2026!markt          0.0       1.3"), "{text}");
    // p-07 is registered until 30 September, in the tenth four weeks: 800 - 640 = 160 hours.
    assert!(text.contains("uitzendbureau      2026!markt          0.0       0.1"), "{text}");
    // Seconded Wsw hours count for the borrower alone.
    assert!(text.contains("sw-bedrijf         2026!overheid       0.0       0.0"), "{text}");
    let list = "
Returns filed after 1 May of the next year, not counted: 1
  employer gemeente, person p-01, 2026-11: filed on 2027-06-01

Records that a later filing replaced: 1
  employer gemeente: 1

Registered persons without usable records of the year: 1
  person p-99

Registered persons with hours that do not count, or without hours: 2
  employer bakkerij, person p-05: 173.34 hours outside the registration
  employer uitzendbureau, person p-07: 240 hours outside the registration

Employers without records of the year before: their hours of it are not known: 3
  employer bakkerij
  employer uitzendbureau
  employer sw-bedrijf

Days without returns: 3
  employer bakkerij: 2025-01-01 to 2025-12-31
  employer uitzendbureau: 2025-01-01 to 2025-12-31
  employer sw-bedrijf: 2025-01-01 to 2025-12-31
";
    assert!(text.ends_with(list), "{text}");
    let dutch = out(&payroll(&sample(), &["--lang", "nl"]));
    assert!(
        dutch.contains("Geregistreerden zonder bruikbare aangiften over het jaar: 1"),
        "{dutch}"
    );
}

/// What is listed of the test below.
const LIST: &str = "
Returns filed after 1 May of the next year, not counted: 1
  employer bad, person p-7, 2026-02: filed on 2027-06-01

Records of years that do not matter, left out: 1
  counted, not listed one by one

Attributions of other years, left out: 1
  2025, lender a, borrower b, person p-4: 7 hours

Registered persons without usable records of the year: 1
  person p-8

Registered persons with hours that do not count, or without hours: 3
  employer a, person p-1: no hours
  employer a, person p-2: 110 hours outside the registration
  employer a, person p-3: 100 hours in a Wsw employment, not seconded

Employers without usable records, not assessed: 1
  employer none

Employers with records but without hours in the year: 1
  employer old: 50000 hours in the year before

Days without returns: 3
  employer a: 2026-02-01 to 2026-05-31
  employer a: 2026-07-01 to 2026-12-31
  employer old: 2026-01-01 to 2026-12-31

Employers for which days without returns decide whether they are liable: 2
  employer a
  employer old

Attributions by a lender that is refused; the borrower's hours rest on them: 1
  lender bad, borrower b, person p-6: 2 hours

Attributions by a lender that is not in the file of employers, not verified: 2
  lender outside, borrower b, person p-4: 3 hours
  lender outside, borrower b, person stranger: 4 hours

Attributions by a lender without usable records, not verified: 1
  lender none, borrower nowhere, person p-6: 1 hours

Attributions of a person who is not in the register that year: the borrower is refused: 1
  lender outside, borrower b, person stranger: 4 hours

Attributions to a borrower without usable records: 1
  borrower nowhere: 1 hours
";

/// Each way in which a person, an employer or an attribution can drop out is told by name.
#[test]
fn nothing_vanishes_silently() {
    let folder = folder_of(
        "vanishes",
        [
            &[
                "employer,sector",
                "a,overheid",
                "old,overheid",
                "b,overheid",
                "bad,overheid",
                "none,markt",
            ],
            &[
                "employer,person,period,paid_hours,premium_wage,kind,filed_on",
                "a,rest,2025-y,50000,1,ordinary,",
                "a,p-1,2026-01,0,1,ordinary,",
                "a,p-2,2026-06,110,1,ordinary,",
                "a,p-3,2026-01,100,1,wsw,",
                "a,p-4,2026-01,120,1,ordinary,",
                "a,p-4,2023-01,120,1,ordinary,",
                "old,rest,2025-y,50000,1,ordinary,",
                "b,rest,2026-01,10,1,ordinary,",
                "bad,p-6,2026-01,8,1,ordinary,",
                "bad,p-7,2026-02,1,1,ordinary,2027-06-01",
                "bad,rest,2026-01,-100,1,ordinary,",
            ],
            &[
                "person,from,until",
                "p-1,2020-01-01,",
                "p-2,2020-01-01,2026-05-31",
                "p-3,2020-01-01,",
                "p-4,2020-01-01,",
                "p-6,2020-01-01,",
                "p-7,2020-01-01,",
                "p-8,2020-01-01,",
            ],
            &[
                "year,lender,borrower,person,hours",
                "2025,a,b,p-4,7",
                "2026,a,b,p-4,5",
                "2026,outside,b,p-4,3",
                "2026,outside,b,stranger,4",
                "2026,bad,b,p-6,2",
                "2026,none,nowhere,p-6,1",
            ],
        ],
    );
    for grouped in [&[][..], &["--grouped"]] {
        let output = payroll(&folder, &[&["--format", "json", "--keep-going"], grouped].concat());
        assert_eq!(told(&output), LIST);
        let refused: Value = serde_json::from_str(out(&output).lines().nth(3).unwrap()).unwrap();
        assert_eq!(refused["error"]["code"], "negative", "{refused}");
        let dutch = payroll(
            &folder,
            &[&["--lang", "nl", "--format", "json", "--keep-going"], grouped].concat(),
        );
        for note in [
            "werkgever bad, persoon p-7, februari 2026: ingediend op 1 juni 2027",
            "werkgever a, persoon p-1: geen uren",
            "werkgever a, persoon p-2: 110,00 uur buiten de registratie",
            "werkgever old: 50.000,00 uur in het jaar ervoor",
            "uitlener bad, inlener b, persoon p-6: 2,00 uur",
        ] {
            assert!(told(&dutch).contains(&format!("\n  {note}\n")), "{note}: {}", told(&dutch));
        }
    }
}

#[test]
fn groups_give_the_same_and_inputs_go_through_the_calculator() {
    let whole = out(&payroll(&sample(), &["--format", "json"]));
    assert_eq!(out(&payroll(&sample(), &["--format", "json", "--grouped"])), whole);
    let inputs = payroll(&sample(), &["--emit", "inputs"]);
    let first: Value = serde_json::from_str(out(&inputs).lines().next().unwrap()).unwrap();
    assert_eq!((&first["id"], &first["paid_hours"]), (&"gemeente".into(), &"87442".into()));
    let assessed = calculator(&["--input", "-", "--format", "json"], &inputs.stdout);
    assert_eq!(out(&assessed), whole);
    assert!(told(&inputs).contains("Registered persons without usable records of the year: 1"));
}

const SCHEME: [&str; 10] = [
    "--activation-decided-in",
    "2024",
    "--surcharge-percentage",
    "0.25",
    "--bonus-per-hour",
    "3.77",
    "--bonus-maximum",
    "5000",
    "--average-premium-wage-two-years-before",
    "43300",
];

/// With the scheme's flags the employers are assessed under the Wet banenafspraak.
#[test]
fn the_wet_banenafspraak_is_computed_from_payroll() {
    let folder = folder_of(
        "scheme",
        [
            &[
                "employer,sector,quotumpercentage,became_employer_in",
                "mill,markt,2.1,",
                "new,markt,2.1,2025",
                "small,markt,2.1,",
            ],
            &[
                "employer,person,period,paid_hours,premium_wage,kind,asks_lkv",
                "mill,rest,2024-y,80000,2000000,ordinary,",
                "mill,rest,2026-y,80000,1000000,ordinary,",
                "mill,lent,2026-y,2000,50000,agency,",
                "mill,p-1,2026-y,1000,20000,ordinary,true",
                "new,rest,2026-y,80000,1000000,ordinary,",
                "small,rest,2026-y,80000,1000000,ordinary,",
                "small,rest,2024-y,3000,50000,ordinary,",
            ],
            &["person,from,until", "p-1,2020-01-01,"],
            &["year,lender,borrower,person,hours"],
        ],
    );
    let json = payroll(&folder, &[&SCHEME[..], &["--format", "json"]].concat());
    assert_eq!(json.status.code(), Some(0), "{}", told(&json));
    let text = out(&json);
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    // 2,000,000 two years before is more than 25 x 43,300. 1,020,000 x 0.25 %; 1,000 x 3.77.
    assert_eq!(lines[0]["liability"], "liable");
    assert_eq!(lines[0]["inclusiviteitsheffing"], "2550.00");
    assert_eq!((&lines[0]["bonus"], &lines[0]["net"]), (&"3770.00".into(), &"1220.00".into()));
    assert_eq!(lines[1]["liability"], "exempt_new_employer");
    assert_eq!(lines[2]["liability"], "exempt_small_employer");
    // What decides here is the second year before, and not the year before.
    assert!(!told(&json).contains("threshold"), "{}", told(&json));
    let inputs = payroll(&folder, &[&SCHEME[..], &["--emit", "inputs"]].concat());
    let assessed = calculator(&["--input", "-", "--format", "json"], &inputs.stdout);
    assert_eq!(out(&assessed), text);
    // All the flags or none.
    assert_eq!(payroll(&folder, &SCHEME[..8]).status.code(), Some(2));
    assert!(!out(&payroll(&folder, &["--format", "json"])).contains("inclusiviteitsheffing"));
}

/// Of an unreadable line the employer is refused, whatever is wrong with the line; where it is not
/// known whose line it is, all are, since it may be a line of each of them.
#[test]
fn no_employer_is_assessed_that_an_unreadable_line_may_be_of() {
    let [register, attributions] = FEW;
    let employers: &[&str] = &["employer,sector", "a,overheid", "b,overheid", "c,overheid"];
    let answers = |line: &[u8], grouped: &[&str]| {
        let folder = folder_of("unread", [employers, &[""], register, attributions]);
        let rows: [&[u8]; 6] = [
            b"employer,person,period,paid_hours,premium_wage,kind\n",
            b"b,q,2026-y,40500,1,ordinary\nb,q,2025-y,50000,1,ordinary\n",
            b"c,p,2026-01,x,1,ordinary\n",
            b"a,q,2026-y,40500,1,ordinary\na,q,2025-y,50000,1,ordinary\n",
            line,
            b"\n",
        ];
        fs::write(folder.join("records.csv"), rows.concat()).unwrap();
        let options = ["--keep-going", "--format", "json"];
        let output = payroll(&folder, &[&options[..], grouped].concat());
        assert_eq!(output.status.code(), Some(1), "{}", told(&output));
        let text = out(&output);
        let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let answers = lines.map(|line| {
            let answer = line["error"]["code"].as_str().or(line["liability"].as_str()).unwrap();
            (line["id"].as_str().unwrap().to_owned(), answer.to_owned(), line["line"].clone())
        });
        (answers.collect::<Vec<_>>(), told(&output))
    };
    for grouped in [&[][..], &["--grouped"]] {
        let unread = |id: &str, line: u64| (id.to_owned(), "unread_lines".to_owned(), line.into());
        // An employer that has nothing but such lines has its row too.
        let of_a = [
            ("b".to_owned(), "exempt_year".to_owned(), Value::Null),
            unread("a", 7),
            unread("c", 4),
        ];
        for line in [
            &b"a,\"z\"1,2026-01,100,1,ordinary"[..],
            b"a,p,2026-01,\"10\"0,1,ordinary",
            b"a,p,2026-01,1oo,1,ordinary",
            b"a,p,2026-01",
            b"a ,p,2026-01,100,1,ordinary",
            b"\xef\xbb\xbfa,p,2026-01,100,1,ordinary",
            b"a\0,p,2026-01,100,1,ordinary",
        ] {
            let (answers, told) = answers(line, grouped);
            assert_eq!(answers, of_a, "{} {told}", String::from_utf8_lossy(line));
        }
        for line in [
            &b",p,2026-01,100,1,ordinary"[..],
            // No character of UTF-8, nor of Windows-1252.
            b"a\x81,p,2026-01,100,1,ordinary",
            b"d ,p,2026-01,100,1,ordinary",
        ] {
            let (answers, told) = answers(line, grouped);
            let first = if grouped.is_empty() {
                unread("b", 7)
            } else {
                assert!(told.contains("written before it may not be complete"), "{told}");
                ("b".to_owned(), "exempt_year".to_owned(), Value::Null)
            };
            let all = [first, unread("a", 7), unread("c", 4)];
            assert_eq!(answers, all, "{} {told}", String::from_utf8_lossy(line));
        }
        // A key that can be read and is nobody's concerns nobody.
        let (answers, _) = answers(b"nobody,p,2026-01,x,1,ordinary", grouped);
        assert_eq!(answers[1].1, "exempt_year");
    }
}

/// contract.md: contradicting rows are errors, also those of records and the days as an employer.
#[test]
fn records_of_a_period_before_or_after_it_was_an_employer_are_refused() {
    let [register, attributions] = FEW;
    let folder = folder_of(
        "no-employer",
        [
            &[
                "employer,sector,became_employer_in,employer_from,employer_until",
                "before,overheid,,2026-01-01,",
                "after,overheid,,,2026-03-31",
                "year,overheid,2026,,",
                "within,overheid,,2026-03-31,2026-05-01",
            ],
            &[
                "employer,person,period,paid_hours,premium_wage,kind",
                "before,rest,2025-12,1,1,ordinary",
                "before,rest,2026-y,1,1,ordinary",
                "after,rest,2026-04,1,1,ordinary",
                "year,rest,2024-y,1,1,ordinary",
                "within,rest,2026-03,1,1,ordinary",
                "within,rest,2026-04,1,1,ordinary",
                "within,rest,2026-05,1,1,ordinary",
            ],
            register,
            attributions,
        ],
    );
    for grouped in [&[][..], &["--grouped"]] {
        let options = [&["--keep-going", "--format", "json"], grouped].concat();
        let text = out(&payroll(&folder, &options));
        let codes = text.lines().map(|line| {
            let line: Value = serde_json::from_str(line).unwrap();
            let message = line["error"]["message"].as_str().unwrap_or_default();
            format!(
                "{} {}",
                line["error"]["code"].as_str().unwrap_or("none"),
                &message[..message.len().min(48)]
            )
        });
        assert_eq!(
            codes.collect::<Vec<_>>(),
            [
                "contradiction employer before: it has records of 2025-12, in w",
                "contradiction employer after: it has records of 2026-04, in wh",
                "contradiction employer year: it has records of 2024-y, in whic",
                "none ",
            ]
        );
    }
}

/// The same attribution twice would count twice: a line that repeats another is refused.
#[test]
fn an_attribution_that_occurs_twice_is_refused() {
    let folder = with_records("twice", "");
    let attributions = fs::read_to_string(folder.join("attributions.csv")).unwrap();
    let last = attributions.lines().last().unwrap();
    fs::write(folder.join("attributions.csv"), format!("{attributions}{last}\n")).unwrap();
    let output = payroll(&folder, &["--format", "json"]);
    assert_eq!((out(&output).as_str(), output.status.code()), ("", Some(1)));
    let first = attributions.lines().count();
    let message = format!("repeats line {first}; if both count, write their sum in one line");
    assert!(told(&output).contains(&message), "{}", told(&output));
}

/// contract.md, Dialects: a name that differs in case or spaces from a column is that column, and no extra
/// one.
#[test]
fn a_column_whose_name_has_another_case_is_not_ignored() {
    for name in ["Filed_On", "filed on", "filedOn", "FILED-ON"] {
        let [register, attributions] = FEW;
        let header = format!("employer,person,period,paid_hours,premium_wage,kind,{name}");
        let folder = folder_of(
            "nearly",
            [
                &["employer,sector", "a,overheid"],
                &[
                    &header,
                    "a,p,2026-01,100,1,ordinary,2026-02-20",
                    "a,p,2026-01,10,1,ordinary,2026-02-01",
                ],
                register,
                attributions,
            ],
        );
        let output = payroll(&folder, &["--ignore-extra-columns"]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", told(&output));
        assert!(told(&output).contains("records: comma between columns"), "{}", told(&output));
        let text = out(&output);
        assert!(text.contains("a later filing replaced: 1") && !text.contains("ignored"), "{text}");
    }
}

/// Wfsv 36 lid 2: wages of the second year before decide who is small. Where records of it are
/// missing it is not known who is, unless those at hand are above the limit.
#[test]
fn an_employer_is_not_small_because_records_are_missing() {
    let [register, attributions] = FEW;
    let folder = folder_of(
        "not-covered",
        [
            &[
                "employer,sector,quotumpercentage,became_employer_in,employer_from",
                "none,overheid,,,",
                "part,overheid,,,",
                "above,overheid,,,",
                "limit,overheid,,,",
                "new,overheid,,2025,",
                "autumn,overheid,,2024,2024-10-01",
            ],
            &[
                "employer,person,period,paid_hours,premium_wage,kind",
                "none,rest,2026-y,80000,1000000,ordinary",
                "part,rest,2024-01,1,3300,ordinary",
                "part,rest,2024-h2,1,1,ordinary",
                "part,rest,2026-y,80000,1000000,ordinary",
                "above,rest,2024-01,1,1082500.01,ordinary", // 25 x 43,300 and a cent
                "above,rest,2026-y,80000,1000000,ordinary",
                "limit,rest,2024-01,1,1082500,ordinary",
                "limit,rest,2026-y,80000,1000000,ordinary",
                "new,rest,2026-y,80000,1000000,ordinary",
                "autumn,rest,2024-10,1,1,ordinary",
                "autumn,rest,2024-11,1,1,ordinary",
                "autumn,rest,2024-12,1,1,ordinary",
                "autumn,rest,2026-y,80000,1000000,ordinary",
            ],
            register,
            attributions,
        ],
    );
    for grouped in [&[][..], &["--grouped"]] {
        let options = [&SCHEME[..], &["--keep-going", "--format", "json"], grouped].concat();
        let output = payroll(&folder, &options);
        assert_eq!(output.status.code(), Some(1), "{}", told(&output));
        let text = out(&output);
        let answers = text.lines().map(|line| {
            let line: Value = serde_json::from_str(line).unwrap();
            let said = [&line["liability"], &line["error"]["message"]];
            said.into_iter().filter_map(Value::as_str).collect::<String>()
        });
        let missing = |days: &str| {
            format!(
                "premium_wage_two_years_before: the records from {days} are missing, and it depends \
                 on them"
            )
        };
        assert_eq!(
            answers.collect::<Vec<_>>(),
            [
                missing("2024-01-01 to 2024-12-31"),
                missing("2024-02-01 to 2024-06-30"),
                "liable".to_owned(),
                missing("2024-02-01 to 2024-12-31"),
                "exempt_new_employer".to_owned(),
                "exempt_small_employer".to_owned(),
            ]
        );
        assert_eq!(text.matches(r#""code":"not_covered""#).count(), 3, "{text}");
        // Before the surcharge begins nothing depends on them.
        let later = ["--activation-decided-in", "2025"];
        let options = [&SCHEME[2..], &later, &["--format", "json"], grouped].concat();
        let text = out(&payroll(&folder, &options));
        assert_eq!(text.matches(r#""liability":"not_yet_active""#).count(), 6, "{text}");
    }
}

#[test]
fn a_wrong_line_stops_it_or_is_told() {
    let folder = with_records(
        "wrong-line",
        "sw-bedrijf,p-08,2026-12,ninety,1,ordinary,,\nnobody,p-1,2026-01,1,1,ordinary,,\n",
    );
    let stopped = payroll(&folder, &["--format", "json"]);
    assert_eq!(stopped.status.code(), Some(1));
    assert_eq!(
        told(&stopped),
        "payroll: records, line 122: paid_hours: `ninety` is not a number in plain notation, such as 25800 or 19.38 [not_a_number]\n\
         payroll: records, line 123: employer nobody is not in the file of employers [unknown_employer]\n"
    );
    let going = payroll(&folder, &["--format", "json", "--keep-going"]);
    assert_eq!(going.status.code(), Some(1));
    // The employer of the wrong line is not passed off as complete; the others are as they were.
    let whole = out(&payroll(&sample(), &["--format", "json"]));
    let others = |text: &str| text.lines().take(3).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(others(&out(&going)), others(&whole));
    let line: Value = serde_json::from_str(out(&going).lines().nth(3).unwrap()).unwrap();
    assert_eq!(
        (&line["id"], &line["error"]["code"]),
        (&"sw-bedrijf".into(), &"unread_lines".into())
    );
    assert!(told(&going).contains("line 122: paid_hours"), "{}", told(&going));
    assert!(told(&going).contains("line 123: employer nobody is not in the file of employers"));
}

#[test]
fn an_attribution_beyond_the_hours_paid_names_all_three() {
    let folder = with_records("attribution", "");
    let more = "2026,uitzendbureau,bakkerij,p-07,160.01\n2026,elsewhere,nowhere,p-07,1\n";
    let attributions = fs::read_to_string(folder.join("attributions.csv")).unwrap();
    fs::write(folder.join("attributions.csv"), attributions + more).unwrap();
    let output = payroll(&folder, &["--format", "json", "--keep-going"]);
    assert_eq!(output.status.code(), Some(1));
    let line: Value = serde_json::from_str(out(&output).lines().nth(2).unwrap()).unwrap();
    assert_eq!(line["id"], "uitzendbureau");
    assert_eq!(line["error"]["code"], "attribution_exceeds_hours");
    assert_eq!(
        line["error"]["message"],
        "lender uitzendbureau, borrower bakkerij: 800.01 hours of person p-07 are attributed in all, more than the 800 that the lender paid and that count"
    );
    assert!(told(&output).contains("lender elsewhere, borrower nowhere, person p-07: 1 hours"));
    assert!(told(&output).contains("borrower nowhere: 1 hours"));
    // The employer has records, and is not said to have none; the borrowers rest on its hours.
    assert!(!told(&output).contains("employer uitzendbureau\n"), "{}", told(&output));
    assert!(told(&output).contains("the borrower's hours rest on them: 2\n"), "{}", told(&output));
    let inputs = payroll(&folder, &["--emit", "inputs", "--keep-going"]);
    let line: Value = serde_json::from_str(out(&inputs).lines().nth(2).unwrap()).unwrap();
    assert_eq!(line["error"]["code"], "attribution_exceeds_hours");
    // Without --keep-going it stops after the employer that does not fit.
    let stopped = payroll(&folder, &["--format", "json"]);
    assert_eq!((stopped.status.code(), out(&stopped).lines().count()), (Some(1), 3));
}

/// A lending that does not fit and a negative total stop it alike, and then nothing is said of what comes after.
#[test]
fn a_refused_employer_stops_it_whatever_the_reason() {
    let mismatch = with_records("stops-mismatch", "");
    let more = "2026,uitzendbureau,gemeente,p-07,1000\n";
    let attributions = fs::read_to_string(mismatch.join("attributions.csv")).unwrap();
    fs::write(mismatch.join("attributions.csv"), attributions + more).unwrap();
    let negative = with_records("stops-negative", "");
    let records = fs::read_to_string(negative.join("records.csv")).unwrap();
    let first = records.lines().find(|line| line.starts_with("uitzendbureau,")).unwrap();
    let columns = first.split(',').count();
    let taken_back =
        format!("uitzendbureau,p-98,2026-01,-99999,0,ordinary{}", ",".repeat(columns - 6));
    let records = records.replacen(first, &format!("{first}\n{taken_back}"), 1);
    fs::write(negative.join("records.csv"), records).unwrap();
    for (folder, code) in [(mismatch, "attribution_exceeds_hours"), (negative, "negative")] {
        let list = folder.join("list.txt");
        let list = list.to_str().unwrap();
        for grouped in [&[][..], &["--grouped"]] {
            let json = payroll(&folder, &[&["--format", "json"], grouped].concat());
            assert_eq!(json.status.code(), Some(1), "{code}");
            assert_eq!(out(&json).lines().count(), 3, "the third is refused: {}", out(&json));
            assert!(out(&json).lines().nth(2).unwrap().contains(code));
            // The fourth employer and its borrower were not reached.
            assert!(!told(&json).contains("sw-bedrijf"), "{}", told(&json));
            assert!(!told(&json).contains("p-99"), "{}", told(&json));
            assert!(told(&json).contains("INCOMPLETE"), "{}", told(&json));
            let text = out(&payroll(&folder, grouped));
            assert!(text.contains("INCOMPLETE: stopped at the first employer"), "{text}");
            assert!(text.contains(code) && !text.contains("Total"), "{text}");
            assert!(text.contains("\n  employer 3 (uitzendbureau): "), "{text}");
            payroll(&folder, &[&["--reconciliation", list, "--force"], grouped].concat());
            let list = fs::read_to_string(list).unwrap();
            assert!(!list.contains("p-99") && list.contains("INCOMPLETE"), "{list}");
            let going =
                payroll(&folder, &[&["--format", "json", "--keep-going"], grouped].concat());
            assert_eq!((going.status.code(), out(&going).lines().count()), (Some(1), 4));
            assert!(told(&going).contains("p-99") && !told(&going).contains("INCOMPLETE"));
        }
    }
}

#[test]
fn a_broken_promise_of_groups_is_an_error() {
    let folder = with_records("groups", "gemeente,p-02,2026-12,1,1,ordinary,,\n");
    let output = payroll(&folder, &["--grouped", "--keep-going"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("employer gemeente had records before"), "{}", told(&output));
    let text = out(&output);
    assert!(text.contains("INCOMPLETE") && !text.contains("Total"), "{text}");
    assert!(text.contains("Returns filed after 1 May"), "what was found is told: {text}");
    assert_eq!(payroll(&folder, &[]).status.code(), Some(0));
}

#[test]
fn the_whole_list_goes_to_a_file() {
    let folder = with_records("list", "");
    let list = folder.join("list.txt");
    let persons: Vec<String> = (0..30).map(|n| format!("q-{n:02},2020-01-01,\n")).collect();
    let known = fs::read_to_string(folder.join("register.csv")).unwrap();
    fs::write(folder.join("register.csv"), known + &persons.concat()).unwrap();
    let short = out(&payroll(&folder, &[]));
    assert!(short.contains("without usable records of the year: 31\n"), "{short}");
    assert!(short.contains("and 21 more (--reconciliation FILE has all)"), "{short}");
    let dutch = out(&payroll(&folder, &["--lang", "nl"]));
    assert!(
        dutch.contains("en nog 21 (met --reconciliation BESTAND ziet u ze allemaal)"),
        "{dutch}"
    );
    payroll(&folder, &["--reconciliation", list.to_str().unwrap(), "--force"]);
    let list = fs::read_to_string(list).unwrap();
    // Each line says what it is about, and the counts stand at the end.
    let heading = "Registered persons without usable records of the year";
    assert!(list.contains(&format!("\n{heading}: person q-29\n")), "{list}");
    assert!(list.contains(&format!("\n{heading}: 31\n")), "{list}");
}

/// Notes are counted, not kept: 300,000 wrong lines fit in thirty megabytes of addresses,
/// where the notes alone would take fifty.
#[cfg(target_os = "linux")]
#[test]
fn wrong_lines_do_not_fill_the_memory() {
    let wrong = "gemeente,p-01,2026-01,ninety,1,ordinary,,\n".repeat(300_000);
    let folder = with_records("many-wrong-lines", &wrong);
    let list = folder.join("list.txt");
    let list = list.to_str().unwrap();
    for more in [&[][..], &["--reconciliation", list, "--force"]] {
        let limited = payroll_within(30_000, &folder, &[&["--keep-going"], more].concat());
        assert_eq!(limited.status.code(), Some(1), "{}", told(&limited));
        let told = if more.is_empty() { out(&limited) } else { fs::read_to_string(list).unwrap() };
        assert!(told.contains("Lines that could not be read: 300000\n"), "{told:.2000}");
        assert_eq!(
            told.matches("line 300118: paid_hours: `ninety`").count(),
            usize::from(!more.is_empty())
        );
        assert!(out(&limited).contains(": 300000 lines could not be read"));
    }
    fs::remove_dir_all(folder).unwrap();
}

/// A record of corrections takes at most 64 bytes: 300,000 of one employer fit in 20 megabytes more
/// than the program itself.
#[cfg(target_os = "linux")]
#[test]
fn records_of_corrections_are_packed() {
    let [register, attributions] = FEW;
    let rows: Vec<String> = (0..300_000)
        .map(|n| format!("a,p-{},2026-{:02},1,1,ordinary,2027-01-31", n / 12, n % 12 + 1))
        .collect();
    let header = "employer,person,period,paid_hours,premium_wage,kind,filed_on";
    let records: Vec<&str> = [header].into_iter().chain(rows.iter().map(String::as_str)).collect();
    let files = [&["employer,sector", "a,overheid"], &records[..], register, attributions];
    let folder = folder_of("packed", files);
    let output = payroll_within(52_000, &folder, &["--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(out(&output).contains(r#""hours_base":"300000""#), "{}", out(&output));
    fs::remove_dir_all(folder).unwrap();
}

/// A path that cannot be created is the command line's fault, a full disk is not.
#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_told_from_the_command_line() {
    let full = payroll(&sample(), &["--reconciliation", "/dev/full"]);
    assert_eq!(full.status.code(), Some(1));
    assert!(told(&full).contains("/dev/full: No space left"), "{}", told(&full));
    let nowhere = payroll(&sample(), &["--reconciliation", "/nowhere/list"]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(told(&nowhere).contains("/nowhere/list: No such file"), "{}", told(&nowhere));
    assert_eq!(out(&nowhere), "", "nothing is computed in vain");
    assert_eq!(common::status_into_full("payroll", &files(&sample())), Some(1));
    assert_eq!(common::status_into_full("calculator", &[]), Some(1));
    assert_eq!(common::status_into_closed("payroll", &files(&sample())), Some(0));
    assert_eq!(common::status_into_closed("calculator", &[]), Some(0));
}

#[test]
fn the_command_line_is_told_from_the_input() {
    let help = out(&example("payroll", &["--help"], b""));
    assert!(help.contains("aow_from") && help.contains("became_employer_in"), "{help}");
    assert_eq!(example("payroll", &["--year", "2026"], b"").status.code(), Some(2));
    let nowhere = payroll(Path::new("/nowhere"), &[]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(told(&nowhere).contains("/nowhere/employers.csv"), "{}", told(&nowhere));
    let extra = with_records("extra", "");
    fs::write(extra.join("register.csv"), "person,from,until,town\np-02,2019-05-01,,Utrecht\n")
        .unwrap();
    assert_eq!(payroll(&extra, &[]).status.code(), Some(1));
    let ignored = payroll(&extra, &["--ignore-extra-columns", "--keep-going"]);
    assert!(!told(&ignored).contains("town"), "{}", told(&ignored));
}

/// Where the register cannot be read whole nobody's doelgroep is known: all errors are told, and no
/// employer is assessed.
#[test]
fn a_wrong_register_lets_no_employer_pass() {
    let folder = with_records("register", "");
    let register = fs::read_to_string(folder.join("register.csv")).unwrap();
    let wrong = register + "p-50,1-13-2020,\np-51,2-13-2020,\n";
    fs::write(folder.join("register.csv"), wrong).unwrap();
    let output = payroll(&folder, &["--keep-going", "--format", "json"]);
    assert_eq!((out(&output).as_str(), output.status.code()), ("", Some(1)));
    let told = told(&output);
    assert!(told.contains("`1-13-2020`") && told.contains("`2-13-2020`"), "{told}");
    assert!(told.contains("so none is assessed"), "{told}");
}

/// Wrong lines alone make the exit status 1, however well the employers are; records of unknown
/// employers are counted, all of them.
#[test]
fn wrong_lines_and_unknown_employers_are_counted() {
    let wrong = with_records("wrong", "nobody,p-1,2026-01,x,1,ordinary,,\n");
    let output = payroll(&wrong, &["--keep-going", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    assert!(!out(&output).contains("error"), "all employers are assessed: {}", out(&output));
    let lines = "nobody,p-1,2026-01,1,1,ordinary,,\n".repeat(500);
    let unknown = with_records("unknown", &lines);
    let output = payroll(&unknown, &["--keep-going", "--format", "json"]);
    let list = told(&output);
    assert!(list.contains("Lines that could not be read: 1\n"), "{list}");
    assert!(list.contains("not in the file of employers, left out: 500\n"), "{list}");
}

/// A bonus that is not asked for is money left behind: under a scheme that is told.
#[test]
fn who_counts_without_a_bonus_is_told_under_a_scheme() {
    let scheme = [&SCHEME[..], &["--format", "json"]].concat();
    let heading = "Registered persons whose hours count and earn no bonus";
    let list = told(&payroll(&sample(), &scheme));
    assert!(list.contains(heading), "{list}");
    let list = told(&payroll(&sample(), &["--format", "json"]));
    assert!(!list.contains(heading), "{list}");
}

/// Employer, person and attributions that are needed and say little.
const FEW: [&[&str]; 2] = [&["person,from,until"], &["year,lender,borrower,person,hours"]];

/// Contract "Is the year whole?": the days as an employer come from the file of employers.
#[test]
fn gaps_are_listed_and_it_is_said_where_they_decide() {
    let [register, attributions] = FEW;
    let folder = folder_of(
        "gaps",
        [
            &[
                "employer,sector,quotumpercentage,became_employer_in,employer_from,employer_until",
                "part,overheid,,,,",
                "new,overheid,,2026,,",
                "gone,overheid,,,2026-02-01,2026-03-31",
                "large,overheid,,,,",
            ],
            &[
                "employer,person,period,paid_hours,premium_wage,kind",
                "part,rest,2026-01,3200,1,ordinary",
                "part,rest,2026-02,3200,1,ordinary",
                "new,rest,2026-h1,3200,1,ordinary",
                "gone,rest,2026-03,3200,1,ordinary",
                "large,rest,2025-y,90000,1,ordinary",
                "large,rest,2026-h1,50000,1,ordinary",
            ],
            register,
            attributions,
        ],
    );
    for grouped in [&[][..], &["--grouped"]] {
        let output = payroll(&folder, grouped);
        assert_eq!(output.status.code(), Some(0), "gaps are no error: {}", told(&output));
        let list = "
Employers without records of the year before: their hours of it are not known: 1
  employer part

Days without returns: 5
  employer part: 2025-01-01 to 2025-12-31
  employer part: 2026-03-01 to 2026-12-31
  employer new: 2026-07-01 to 2026-12-31
  employer gone: 2026-02-01 to 2026-02-28
  employer large: 2026-07-01 to 2026-12-31

Employers for which days without returns decide whether they are liable: 1
  employer part
";
        assert!(out(&output).ends_with(list), "{}", out(&output));
    }
    let dutch = out(&payroll(&folder, &["--lang", "nl"]));
    assert!(dutch.contains("werkgever part: 1 maart 2026 t/m 31 december 2026"), "{dutch}");
}

/// Repeats and overlaps refuse their employer; a flag accepts them.
#[test]
fn repeats_and_overlaps_are_refused_unless_a_flag_allows_them() {
    let [register, attributions] = FEW;
    let folder = folder_of(
        "repeats",
        [
            &["employer,sector", "a,overheid", "b,overheid", "c,overheid"],
            &[
                "employer,person,period,paid_hours,premium_wage,kind",
                "a,p,2026-01,10,1,ordinary",
                "a,p,2026-01,10,1,ordinary",
                "b,p,2026-01,10,1,ordinary",
                "b,p,2026-y,10,1,ordinary",
                "c,p,2026-01,10,1,ordinary",
            ],
            register,
            attributions,
        ],
    );
    let codes = |more: &[&str]| {
        let output = payroll(&folder, &[&["--format", "json", "--keep-going"], more].concat());
        let text = out(&output);
        let lines = text.lines().map(|line| {
            let line: Value = serde_json::from_str(line).unwrap();
            line["error"]["code"].as_str().unwrap_or_default().to_owned()
        });
        (lines.collect::<Vec<_>>(), output.status.code())
    };
    assert_eq!(
        codes(&["--grouped"]),
        (vec!["repeated_record".into(), "overlapping_periods".into(), String::new()], Some(1))
    );
    assert_eq!(codes(&[]).0, ["repeated_period", "overlapping_periods", ""]);
    assert_eq!(codes(&["--allow-repeats"]).0, ["", "overlapping_periods", ""]);
    assert_eq!(codes(&["--allow-overlaps", "--grouped"]).0, ["repeated_record", "", ""]);
    let both = ["--allow-repeats", "--allow-overlaps", "--grouped"];
    assert_eq!(codes(&both), (vec![String::new(); 3], Some(0)));
    // Without --keep-going it stops at the first.
    let stopped = payroll(&folder, &["--format", "json", "--grouped"]);
    assert_eq!((stopped.status.code(), out(&stopped).lines().count()), (Some(1), 1));
}

/// Contradictions are errors; with --keep-going the employers they concern are not assessed, and
/// rows of refused employers have the file and its line.
#[test]
fn contradictions_refuse_the_employers_they_concern_alone() {
    let folder = folder_of(
        "contradictions",
        [
            &["employer,sector", "a,overheid", "b,overheid", "a,markt", "b,overheid", "c,overheid"],
            &[
                "employer,person,period,paid_hours,premium_wage,kind",
                "a,p,2026-01,10,1,ordinary",
                "b,q,2026-01,10,1,ordinary",
                "c,p-1,2026-01,10,1,ordinary",
                "c,p-2,2026-01,x,1,ordinary",
                "c,p-2,2026-02,x,1,ordinary",
            ],
            &[
                "person,from,until,aow_from",
                "q,2020-01-01,2020-12-31,2030-01-01",
                "q,2022-01-01,,2031-01-01",
                "p,2020-01-01,,2031-01-01",
                "p,2019-01-01,2019-03-01,2031-01-01",
            ],
            &["year,lender,borrower,person,hours"],
        ],
    );
    let stopped = payroll(&folder, &["--format", "json"]);
    assert_eq!((stopped.status.code(), out(&stopped)), (Some(1), String::new()));
    assert_eq!(
        told(&stopped),
        "payroll: employers, line 4: employer a has an earlier row with other facts [contradiction]\n\
         payroll: register, line 3: aow_from: 2031-01-01 contradicts 2030-01-01 [contradiction]\n\
         payroll: records, line 5: paid_hours: `x` is not a number in plain notation, such as 25800 or 19.38 [not_a_number]\n\
         payroll: records, line 6: paid_hours: `x` is not a number in plain notation, such as 25800 or 19.38 [not_a_number]\n"
    );
    for grouped in [&[][..], &["--grouped"]] {
        let output = payroll(&folder, &[&["--format", "json", "--keep-going"], grouped].concat());
        assert_eq!(output.status.code(), Some(1));
        let text = out(&output);
        let rows: Vec<Value> = text.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
        let row = |place: usize| {
            let error = &rows[place]["error"];
            (
                rows[place]["id"].clone(),
                error["code"].clone(),
                rows[place]["file"].clone(),
                rows[place]["line"].clone(),
            )
        };
        assert_eq!(row(0), ("a".into(), "contradiction".into(), "employers".into(), 4.into()));
        assert_eq!(row(1), ("b".into(), "contradiction".into(), Value::Null, Value::Null));
        assert_eq!(row(2), ("c".into(), "unread_lines".into(), "records".into(), 5.into()));
        assert!(
            told(&output).contains("register, line 3: aow_from: 2031-01-01 contradicts 2030-01-01"),
            "{}",
            told(&output)
        );
    }
    // The text table says the same.
    let text = out(&payroll(&folder, &["--keep-going"]));
    assert!(text.contains("employer 1 (a; employers, line 4): "), "{text}");
}

/// An employer of which a line cannot be read is not assessed by another line of it.
#[test]
fn an_unreadable_line_of_the_employers_refuses_its_employer() {
    let [register, attributions] = FEW;
    let folder = folder_of(
        "unreadable-employer",
        [
            &["employer,sector", "a,province", "a,overheid", "b,overheid"],
            &[
                "employer,person,period,paid_hours,premium_wage,kind",
                "a,p,2026-01,10,1,ordinary",
                "b,p,2026-01,10,1,ordinary",
            ],
            register,
            attributions,
        ],
    );
    let output = payroll(&folder, &["--format", "json", "--keep-going"]);
    let text = out(&output);
    let row: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    assert_eq!((&row["id"], &row["error"]["code"]), (&"a".into(), &"unread_lines".into()));
    assert_eq!((&row["file"], &row["line"]), (&"employers".into(), &2.into()));
    assert!(!text.lines().nth(1).unwrap().contains("error"), "{text}");
}

/// What may be cut off, ignored or a hundredth of what is meant is noted for each file.
#[test]
fn files_are_noted_that_may_not_be_what_is_meant() {
    let folder = folder_of(
        "noted",
        [
            &["employer,sector,quotumpercentage,town", "a,markt,0.021,x", "b,markt,0.1,y"],
            &[
                "employer,person,period,paid_hours,premium_wage,kind,note",
                "a,p,2026-y,10,1,ordinary,z",
            ],
            &["person,from,until,name", "p,2020-01-01,,q"],
            &["year,lender,borrower,person,hours,seen", "2025,a,b,p,1,w"],
        ],
    );
    let output = payroll(&folder, &["--ignore-extra-columns", "--format", "json"]);
    let list = told(&output);
    assert!(!list.contains("no line end"), "{list}");
    let ignored = "
Columns that were ignored: 4
  employers: town
  register: name
  attributions: seen
  records: note
";
    assert!(list.contains(ignored), "{list}");
    let below = "
Quotumpercentages below 0.1 %: is a fraction meant?: 1
  employer a: 0.021 %
";
    assert!(list.contains(below), "{list}");
    for name in ["employers.csv", "records.csv", "register.csv", "attributions.csv"] {
        let path = folder.join(name);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.trim_end()).unwrap();
    }
    for grouped in [&[][..], &["--grouped"]] {
        let output =
            payroll(&folder, &[&["--ignore-extra-columns", "--format", "json"], grouped].concat());
        let cut_off = "
Files whose last line has no line end: they may be cut off: 4
  employers
  register
  attributions
  records
";
        assert!(told(&output).contains(cut_off), "{}", told(&output));
        assert_eq!(output.status.code(), Some(0));
    }
}
