//! Writes the payroll files of a made-up country, of any size, the same for the same seed.
//!
//! `cargo run --release --example generate -- --records 10000000 --out DIR`

#[path = "../shared/mod.rs"]
mod shared;

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use banenafspraak::Language;
use clap::Parser;

use shared::command;
use shared::dutch::Rows;
use shared::options::Lang;
use shared::output_file::OutputFile;
use shared::trouble::{about, said};

/// Writes employers.csv, records.csv, register.csv and attributions.csv.
#[derive(Debug, Parser)]
#[command(name = "generate", version)]
struct Args {
    /// How many records, about: the last employer is finished
    #[arg(long, default_value_t = 100_000)]
    records: u64,
    /// The folder to write to
    #[arg(long)]
    out: PathBuf,
    /// Replace files of these names if they exist
    #[arg(long)]
    force: bool,
    /// Another number gives another country, the same number the same one
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The year; the year before is written too
    #[arg(long, default_value_t = 2026)]
    year: u16,
    /// Each period of all employers after the other, instead of grouped by employer
    #[arg(long)]
    ungrouped: bool,
    /// With filing dates, corrections and late filings
    #[arg(long)]
    corrections: bool,
    /// Dutch or English
    #[arg(long, value_enum, default_value = "en")]
    lang: Lang,
}

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and the same everywhere.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `most`.
    fn below(&mut self, most: u64) -> u64 {
        self.next().checked_rem(most).unwrap_or_default()
    }

    fn one_in(&mut self, most: u64) -> bool {
        self.below(most) == 0
    }
}

#[derive(Clone, Copy)]
struct Worker {
    number: u64,
    kind: &'static str,
    /// Hours a month, in hundredths.
    hours: u64,
    registered: bool,
}

struct Employer {
    number: u64,
    workers: Vec<Worker>,
    four_weeks: bool,
}

struct Country {
    chance: Chance,
    next_worker: u64,
    args: Args,
    employers: OutputFile,
    records: OutputFile,
    register: OutputFile,
    attributions: OutputFile,
    written: u64,
}

fn main() -> ExitCode {
    let args: Args = command::parse(HELP);
    let language = args.lang.into();
    let failed = |error: &io::Error, status: u8| {
        eprintln!("generate: {}", said(error, language));
        ExitCode::from(status)
    };
    let country = match Country::create(args) {
        Ok(country) => country,
        Err(error) => return failed(&error, 2),
    };
    let records = if language == Language::Nl { "regels" } else { "records" };
    match country.write().and_then(|written| writeln!(io::stdout(), "{written} {records}")) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => failed(&error, 1),
    }
}

/// The Dutch help.
#[rustfmt::skip]
const HELP: Rows = &[
    ("",            "Schrijft `employers.csv` (werkgevers), `records.csv` (aangiften), `register.csv` (doelgroepregister) en `attributions.csv` (toegerekende uren)"),
    ("records",     "Ongeveer hoeveel regels: de laatste werkgever wordt afgemaakt"),
    ("out",         "De map waarin wordt geschreven"),
    ("force",       "Vervang bestanden met deze namen als ze al bestaan"),
    ("seed",        "Een ander getal geeft een ander land, hetzelfde getal hetzelfde"),
    ("year",        "Het jaar; het jaar ervoor wordt ook geschreven"),
    ("ungrouped",   "Elk tijdvak van alle werkgevers na elkaar, in plaats van gegroepeerd per werkgever"),
    ("corrections", "Met indieningsdata, correcties en te late aangiften"),
];

impl Country {
    /// A country of which nothing is written yet: its files can be.
    fn create(args: Args) -> io::Result<Self> {
        let folder = |error: io::Error| about(&args.out, error);
        fs::create_dir_all(&args.out).map_err(folder)?;
        let create = |name: &str| OutputFile::create(&args.out.join(name), args.force, &[]);
        Ok(Self {
            chance: Chance(args.seed),
            next_worker: 0,
            employers: create("employers.csv")?,
            records: create("records.csv")?,
            register: create("register.csv")?,
            attributions: create("attributions.csv")?,
            written: 0,
            args,
        })
    }

    /// Writes the files, and says how many records there are.
    fn write(mut self) -> io::Result<u64> {
        let filed_on = if self.args.corrections { ",filed_on" } else { "" };
        writeln!(self.employers, "employer,sector,quotumpercentage")?;
        writeln!(
            self.records,
            "employer,person,period,paid_hours,premium_wage,kind,asks_lkv{filed_on}"
        )?;
        writeln!(self.register, "person,from,until")?;
        writeln!(self.attributions, "year,lender,borrower,person,hours")?;
        self.rows()?;
        // All are whole before the first takes its name.
        for file in
            [&mut self.employers, &mut self.register, &mut self.attributions, &mut self.records]
        {
            file.flush()?;
        }
        for file in [self.employers, self.register, self.attributions, self.records] {
            file.finish()?;
        }
        Ok(self.written)
    }

    fn rows(&mut self) -> io::Result<()> {
        let years = [self.args.year.saturating_sub(1), self.args.year];
        let mut all = Vec::new();
        let mut planned = 0_u64;
        for number in 0.. {
            if planned >= self.args.records {
                break;
            }
            let employer = self.employer(number)?;
            let periods = if employer.four_weeks { 26 } else { 24 };
            let workers = u64::try_from(employer.workers.len()).unwrap_or(0);
            planned = planned.saturating_add(workers.saturating_mul(periods));
            if self.args.ungrouped {
                all.push(employer);
                continue;
            }
            for year in years {
                for period in 1..=13 {
                    self.records_of(&employer, year, period)?;
                }
            }
        }
        for year in years {
            for period in 1..=13 {
                for employer in &all {
                    self.records_of(employer, year, period)?;
                }
            }
        }
        Ok(())
    }

    fn employer(&mut self, number: u64) -> io::Result<Employer> {
        // None is published for the market: one of its own.
        let sector = if self.chance.one_in(20) { "overheid," } else { "markt,2.1" };
        writeln!(self.employers, "E{number:07},{sector}")?;
        // Most are small, a few are large.
        let most = if self.chance.one_in(50) { 2_000 } else { 40 };
        let size = self.chance.below(most).saturating_add(1);
        let agency = self.chance.one_in(25);
        let mut workers = Vec::new();
        for _ in 0..size {
            let worker = self.worker(agency)?;
            if agency && worker.registered && worker.kind == "agency" && number > 0 {
                let borrower = self.chance.below(number);
                let (year, person) = (self.args.year, worker.number);
                writeln!(
                    self.attributions,
                    "{year},E{number:07},E{borrower:07},P{person:08},12.5"
                )?;
            }
            workers.push(worker);
        }
        Ok(Employer { number, workers, four_weeks: self.chance.one_in(4) })
    }

    fn worker(&mut self, of_agency: bool) -> io::Result<Worker> {
        let number = self.next_worker;
        self.next_worker = number.saturating_add(1);
        let registered = self.chance.one_in(20);
        if registered {
            let year = self.args.year;
            // From the whole year to some of it; now and then two periods that overlap.
            match self.chance.below(4) {
                0 => writeln!(self.register, "P{number:08},{year}-02-15,")?,
                1 => {
                    writeln!(self.register, "P{number:08},2019-01-01,{year}-09-30")?;
                    writeln!(self.register, "P{number:08},{year}-06-01,{year}-12-31")?;
                }
                _ => writeln!(self.register, "P{number:08},2020-05-01,")?,
            }
        }
        let kind = match self.chance.below(200) {
            0 => "wsw",
            1 => "wsw_seconded",
            2 => "beschut_werk",
            3 => "benefit",
            _ if of_agency => "agency",
            _ => "ordinary",
        };
        let hours = self.chance.below(12_000).saturating_add(4_000);
        Ok(Worker { number, kind, hours, registered })
    }

    fn records_of(&mut self, employer: &Employer, year: u16, period: u8) -> io::Result<()> {
        let period = match (employer.four_weeks, period) {
            (true, _) => format!("{year}-4w{period:02}"),
            (false, 13) => return Ok(()),
            (false, _) => format!("{year}-{period:02}"),
        };
        for worker in &employer.workers {
            let (number, person) = (employer.number, worker.number);
            let hours = worker.hours.saturating_add(self.chance.below(400));
            let wage = hours.saturating_mul(self.chance.below(2_000).saturating_add(1_400)) / 100;
            let asks = if worker.registered { "true" } else { "" };
            write!(self.records, "E{number:07},P{person:08},{period},")?;
            // Now and then hours that are taken back.
            let sign = if self.chance.one_in(500) { "-" } else { "" };
            write!(self.records, "{sign}{}.{:02},", hours / 100, hours % 100)?;
            write!(self.records, "{sign}{}.{:02},{},{asks}", wage / 100, wage % 100, worker.kind)?;
            self.written = self.written.saturating_add(1);
            if !self.args.corrections {
                writeln!(self.records)?;
                continue;
            }
            let next = year.saturating_add(1);
            let filed = if self.chance.one_in(50) { "05-02" } else { "01-31" };
            writeln!(self.records, ",{next}-{filed}")?;
            if self.chance.one_in(40) {
                let kind = worker.kind;
                writeln!(
                    self.records,
                    "E{number:07},P{person:08},{period},55.5,1000,{kind},{asks},{next}-05-01"
                )?;
                self.written = self.written.saturating_add(1);
            }
        }
        Ok(())
    }
}
