//! What several test files share: employers in short form, and the oracle in plain integers.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "tests; each file uses a part"
)]

pub(crate) mod dutch;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use banenafspraak::unit::SignedEuro;
use banenafspraak::{
    Assessment, DoelgroepHours, EmployerYear, Euro, Hours, HoursBase, Levy, Quota, Sector, Year,
};

/// The answers of one outcome without a look at what is not known: for tests that know them all.
pub(crate) trait Answers {
    fn known_quota(&self) -> Quota;
    /// Of the quotumheffing; zero under the Wet banenafspraak.
    fn known_levy(&self) -> Euro;
    /// Heffing, bonus and net of the Wet banenafspraak.
    fn wet_banenafspraak(&self) -> (Euro, Euro, SignedEuro);
}

impl Answers for Assessment {
    fn known_quota(&self) -> Quota {
        *self.quota().expect("a quotumpercentage")
    }

    fn known_levy(&self) -> Euro {
        match self.levy() {
            Levy::Quotumheffing { quotumheffing, .. } => quotumheffing.expect("a known levy"),
            Levy::WetBanenafspraak { .. } => Euro::ZERO,
        }
    }

    fn wet_banenafspraak(&self) -> (Euro, Euro, SignedEuro) {
        match self.levy() {
            Levy::Quotumheffing { .. } => panic!("the quotumheffing"),
            Levy::WetBanenafspraak { inclusiviteitsheffing, bonus, net, .. } => {
                (inclusiviteitsheffing, bonus, net)
            }
        }
    }
}

/// Hours in hundredths.
pub(crate) fn hundredths(units: i64) -> Hours {
    Hours::new(rust_decimal::Decimal::new(units, 2)).unwrap()
}

/// An employer in hundredths of hours: base of the year before, of the year, doelgroep hours.
pub(crate) fn employer(
    year: i32,
    sector: Sector,
    before: i64,
    base: i64,
    doelgroep: i64,
) -> EmployerYear {
    let year = Year::new(year).unwrap();
    EmployerYear::new(
        year,
        sector,
        HoursBase::new(hundredths(base)),
        DoelgroepHours::new(hundredths(doelgroep)),
    )
    .unwrap()
    .with_previous_year(HoursBase::new(hundredths(before)))
}

/// The quotumtekort in tenths of a job, read from the statute in integers alone.
///
/// (A x B - C) / D with A, C in hundredths of hours and B in hundredths of percents: A x B counts
/// millionths of hours, and a tenth of a job of 1,331 hours is 133,100,000 of those.
pub(crate) fn tekort_in_tenths(base: i64, percentage: i64, doelgroep: i64) -> i128 {
    let short = i128::from(base) * i128::from(percentage) - i128::from(doelgroep) * 10_000;
    short.max(0).div_euclid(133_100_000)
}

/// The example calculator as a process.
pub(crate) fn calculator(args: &[&str], input: &[u8]) -> Output {
    example("calculator", args, input)
}

/// An example as a process. `cargo test` builds the examples before it runs the tests;
/// before `cargo test --test NAME` alone, `cargo build --examples` does.
pub(crate) fn example(name: &str, args: &[&str], input: &[u8]) -> Output {
    example_in(Path::new("."), name, args, input)
}

/// An example as a process, from a folder.
pub(crate) fn example_in(folder: &Path, name: &str, args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(program(name))
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example is built");
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // From a thread: the calculator answers while it reads. One that refuses its command line does
    // not read at all.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

/// Where an example is built.
pub(crate) fn program(name: &str) -> PathBuf {
    let mut path = std::env::current_exe().unwrap();
    path.pop();
    path.pop();
    path.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// The exit status of an example that writes to a full disk.
#[cfg(target_os = "linux")]
pub(crate) fn status_into_full(name: &str, args: &[String]) -> Option<i32> {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    Command::new(program(name)).args(args).stdout(full).output().unwrap().status.code()
}

/// The exit status of an example whose output nobody reads.
#[cfg(target_os = "linux")]
pub(crate) fn status_into_closed(name: &str, args: &[String]) -> Option<i32> {
    let mut child = Command::new(program(name))
        .args(args)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    child.wait().unwrap().code()
}
