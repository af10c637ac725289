//! Records per second beside two baselines that apply no law, on the same bytes in the same run:
//! the csv crate's `ByteRecord` with integer parsing, and one pass of a byte loop.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "a benchmark"
)]

use std::fs::{self, File};
use std::hint::black_box;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use banenafspraak::Year;
use banenafspraak::dialects::{Given, Plain, columns_of};
use banenafspraak::payroll::csv::{self as payroll_csv, FileError, Options};
use banenafspraak::payroll::{Joined, Sources};

const RECORDS: u64 = 4_000_000;

type Rival = fn(&Path) -> Sums;

/// Sums of hours and wages in hundredths, and how many records.
type Sums = (i64, i64, u64);

fn open(folder: &Path, name: &str) -> File {
    File::open(folder.join(name)).unwrap()
}

/// The example `generate` writes the files: `cargo bench` builds no examples, so it is run.
fn files() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("banenafspraak-ingest-{RECORDS}"));
    if !folder.join("records.csv").exists() {
        let status = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--release", "--example", "generate", "--"])
            .args(["--records", &RECORDS.to_string(), "--force", "--out"])
            .arg(&folder)
            .status();
        assert!(status.unwrap().success());
    }
    folder
}

/// The records as a Dutch spreadsheet writes them.
fn as_a_spreadsheet(folder: &Path) {
    let path = folder.join("records-nl.csv");
    if !path.exists() {
        let plain = fs::read(folder.join("records.csv")).unwrap();
        let swapped = plain.into_iter().map(|byte| match byte {
            b',' => b';',
            b'.' => b',',
            other => other,
        });
        fs::write(path, swapped.collect::<Vec<u8>>()).unwrap();
    }
}

fn records(folder: &Path) -> File {
    open(folder, "records.csv")
}

fn any_dialect(folder: &Path, name: &str) -> Plain<File> {
    let columns = columns_of(payroll_csv::File::Records);
    Plain::open(open(folder, name), columns, Given::default()).unwrap()
}

fn one_core(folder: &Path) -> Sums {
    banenafspraak(folder, records(folder), false)
}

fn all_cores(folder: &Path) -> Sums {
    banenafspraak(folder, records(folder), true)
}

/// The same file, of which it is looked first what it is in.
fn plain(folder: &Path) -> Sums {
    banenafspraak(folder, any_dialect(folder, "records.csv"), false)
}

/// The same records with semicolons and decimal commas.
fn translated(folder: &Path) -> Sums {
    banenafspraak(folder, any_dialect(folder, "records-nl.csv"), false)
}

/// With the law: hours and wages of the year by employer, doelgroep and bonus hours by person.
fn banenafspraak(folder: &Path, records: impl Read + Send, all_cores: bool) -> Sums {
    let options = Options::new();
    let year = Year::new(2026).unwrap();
    let attributions = options.attributions(open(folder, "attributions.csv")).unwrap();
    let sources = Sources {
        employers: options.employers(open(folder, "employers.csv")).unwrap().read_all().unwrap(),
        register: options
            .register(open(folder, "register.csv"))
            .unwrap()
            .read_all()
            .unwrap()
            .into(),
        attributions: attributions.read_all().unwrap().remove(&year).unwrap_or_default(),
        ..Sources::new(year)
    };
    let records = options.records(records).unwrap();
    let mut sums = (0, 0, 0);
    let mut each = |joined: Result<Joined<'_>, FileError>| {
        let totals = joined.unwrap().totals.unwrap();
        let hundredths = |value: rust_decimal::Decimal| {
            let mut value = value;
            value.rescale(2);
            i64::try_from(value.mantissa()).unwrap()
        };
        for base in [Some(totals.hours), totals.previous_year].into_iter().flatten() {
            sums.0 += hundredths(base.paid_hours().to_decimal());
        }
        sums.1 += hundredths(totals.premium_wage.to_decimal());
        sums.2 += 1;
    };
    if all_cores {
        records.grouped_in_parallel(&sources, |joined| {
            each(joined);
            ControlFlow::Continue(())
        });
    } else {
        records.grouped(&sources).for_each(each);
    }
    sums
}

fn csv_crate(folder: &Path) -> Sums {
    let mut reader = csv::Reader::from_reader(open(folder, "records.csv"));
    let mut record = csv::ByteRecord::new();
    let mut sums = (0, 0, 0);
    while reader.read_byte_record(&mut record).unwrap() {
        sums.0 += hundredths(&record[3]);
        if record[2].starts_with(b"2026") {
            sums.1 += hundredths(&record[4]);
        }
        sums.2 += 1;
    }
    sums
}

fn hundredths(field: &[u8]) -> i64 {
    let digits = field.iter().filter(|byte| byte.is_ascii_digit());
    let units = digits.fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0'));
    if field[0] == b'-' { -units } else { units }
}

/// One pass, a block at a time into the same buffer: skips to the numbers, and reads those.
fn byte_loop(folder: &Path) -> Sums {
    let mut file = open(folder, "records.csv");
    let mut buffer = vec![0; 1 << 16];
    let (mut sums, mut kept) = ((0, 0, 0), 0);
    loop {
        let read = file.read(&mut buffer[kept..]).unwrap();
        let bytes = &buffer[..kept + read];
        let Some(whole) = bytes.iter().rposition(|byte| *byte == b'\n') else { break };
        let mut at = 0;
        while at <= whole {
            // employer, person
            for _ in 0..2 {
                while bytes[at] != b',' {
                    at += 1;
                }
                at += 1;
            }
            let in_year = bytes[at..].starts_with(b"2026");
            while bytes[at] != b',' {
                at += 1;
            }
            at += 1;
            let (hours, after) = number(bytes, at);
            let (wage, after) = number(bytes, after);
            at = after;
            while bytes[at] != b'\n' {
                at += 1;
            }
            at += 1;
            sums.0 += hours;
            sums.1 += if in_year { wage } else { 0 };
            sums.2 += 1;
        }
        kept = bytes.len() - whole - 1;
        buffer.copy_within(whole + 1..whole + 1 + kept, 0);
    }
    sums
}

/// Hundredths up to a comma, and where what follows it begins.
#[inline]
fn number(bytes: &[u8], mut at: usize) -> (i64, usize) {
    let negative = bytes[at] == b'-';
    let mut units = 0_i64;
    while bytes[at] != b',' {
        let digit = bytes[at].wrapping_sub(b'0');
        if digit <= 9 {
            units = units * 10 + i64::from(digit);
        }
        at += 1;
    }
    (if negative { -units } else { units }, at + 1)
}

fn main() {
    let folder = files();
    let ours = one_core(&folder);
    as_a_spreadsheet(&folder);
    assert_eq!(ours, all_cores(&folder));
    assert_eq!([ours, ours], [plain(&folder), translated(&folder)]);
    let (csv, bytes) = (csv_crate(&folder), byte_loop(&folder));
    // All saw the same hours and wages; ours counts employers, and the loop counts the header.
    assert_eq!((ours.0, ours.1), (csv.0, csv.1));
    assert_eq!((bytes.0, bytes.1, bytes.2), (csv.0, csv.1, csv.2 + 1));
    let size = fs::metadata(folder.join("records.csv")).unwrap().len();
    let rivals: [(&str, Rival); 6] = [
        ("banenafspraak, with the law", one_core),
        ("the same on all cores", all_cores),
        ("the same, any dialect", plain),
        ("semicolons, decimal commas", translated),
        ("csv crate", csv_crate),
        ("byte loop", byte_loop),
    ];
    let mut times = [const { Vec::new() }; 6];
    for _ in 0..7 {
        for ((_, rival), times) in rivals.iter().zip(&mut times) {
            let start = Instant::now();
            black_box(rival(black_box(&folder)));
            times.push(start.elapsed().as_secs_f64());
        }
    }
    let medians = times.map(|mut times| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    });
    println!("{} records, {size} bytes:", csv.2);
    for ((name, _), median) in rivals.iter().zip(medians) {
        let each = median * 1e9 / csv.2 as f64;
        let speed = csv.2 as f64 / median / 1e6;
        let ratio = medians[0] / median;
        println!(
            "  {name:<28} {each:6.1} ns a record, {speed:5.1} million/s; ours takes {ratio:.2} x this"
        );
    }
}
