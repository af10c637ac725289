//! Payroll files as people have them (contract.md, Dialects): what is read, what is refused, and that
//! both leave the lines as they are.
#![cfg(all(feature = "dialects", feature = "serde"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    clippy::struct_excessive_bools,
    reason = "tests"
)]

mod common;

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use banenafspraak::Language;
use banenafspraak::dialects::{
    Column, DateForm, DecimalSign, Dialect, Encoding, Given, Holds, Plain, RowReader, Separator,
    columns_of,
};
use banenafspraak::payroll::csv::{File, FileError, LineError, Options};
use common::example_in;

const HEADER: &str = "werkgever;persoon;tijdvak;verloonde_uren;premieloon;soort";

/// The records of a file of any dialect, each with its line, and its errors.
fn records(file: &[u8], given: Given) -> Vec<Result<String, FileError>> {
    let plain = Plain::open(file, columns_of(File::Records), given).unwrap();
    read(plain)
}

/// The same of a file in the plain form.
fn read(file: impl Read) -> Vec<Result<String, FileError>> {
    let mut records = match Options::new().records(file) {
        Ok(records) => records,
        Err(error) => return vec![Err(error)],
    };
    let mut all = Vec::new();
    loop {
        let line = records.line();
        match records.read() {
            Ok(None) => return all,
            Ok(Some(record)) => all.push(Ok(format!("{line} {record:?}"))),
            Err(error) => {
                let ends = !error.is_of_one_line();
                all.push(Err(error));
                if ends {
                    return all;
                }
            }
        }
    }
}

/// One cell of a column of the records, the register or the employers, in a file that is otherwise right.
fn cell(column: &str, text: &str, given: Given) -> Result<String, LineError> {
    let files = [File::Records, File::Register, File::Employers];
    let mut columns = files.into_iter().map(columns_of);
    let columns = columns.rfind(|columns| columns.iter().any(|it| it.name == column)).unwrap();
    let file = format!("{column};nothing\n\"{text}\";x\n");
    let mut rows = RowReader::open(file.as_bytes(), columns, given).unwrap();
    let row = rows.read().unwrap()?;
    Ok(row.get(column).unwrap().to_owned())
}

fn codes(records: &[Result<String, FileError>]) -> Vec<(u64, &'static str)> {
    let errors = records.iter().filter_map(|record| record.as_ref().err());
    errors.map(|error| (error.line, error.code())).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/payroll/sample/dialects")
}

/// The files of a trial: one fact in a form of its own in each, and all of them in the last.
const SAMPLES: [(&str, &str); 9] = [
    (
        "semicolon.csv",
        "semicolon between columns, decimal point, dates as 2026-12-31, English headers, UTF-8",
    ),
    (
        "decimal-comma.csv",
        "comma between columns, decimal comma, dates as 2026-12-31, English headers, UTF-8",
    ),
    ("bom.csv", ""),
    ("crlf.csv", ""),
    (
        "windows-1252.csv",
        "comma between columns, decimal point, dates as 2026-12-31, English headers, Windows-1252",
    ),
    (
        "day-first.csv",
        "comma between columns, decimal point, dates as 31-12-2026 (day first), English headers, UTF-8",
    ),
    (
        "dutch-headers.csv",
        "comma between columns, decimal point, dates as 2026-12-31, Dutch headers, UTF-8",
    ),
    (
        "dutch-words.csv",
        "comma between columns, decimal point, dates as 2026-12-31, English headers, Dutch words, UTF-8",
    ),
    (
        "excel-nl.csv",
        "semicolon between columns, decimal comma, dates as 31-12-2026 (day first), Dutch headers and words, Windows-1252",
    ),
];

fn of_sample(records: &str, more: &[&str]) -> std::process::Output {
    let args = ["--year", "2026", "--employers", "employers.csv", "--register", "register.csv"];
    let args = [&args[..], &["--records", records, "--format", "json"], more].concat();
    example_in(&folder(), "payroll", &args, b"")
}

/// contract.md, Dialects: each file of the trial goes through `payroll` with one command, and comes to
/// the same as its plain form; what was taken for what is said once.
#[test]
fn the_files_of_the_trial_come_to_the_same_as_their_plain_form() {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    for grouped in [&[][..], &["--grouped"]] {
        let plain = of_sample("plain.csv", grouped);
        assert_eq!(plain.status.code(), Some(0));
        assert!(text(&plain.stdout).contains(r#""hours_base":"1667195.5""#));
        assert!(!text(&plain.stderr).contains("between columns"));
        for (file, is_in) in SAMPLES {
            let output = of_sample(file, grouped);
            let told = text(&output.stderr);
            assert_eq!(output.status.code(), Some(0), "{file}: {told}");
            assert_eq!(output.stdout, plain.stdout, "{file}");
            let line = format!("payroll: records: {is_in}\n");
            assert_eq!(told.matches(&line).count(), usize::from(!is_in.is_empty()), "{told}");
            assert_eq!(told.matches("between columns").count(), usize::from(!is_in.is_empty()));
        }
    }
}

/// Each sample is what it is named for: git or an editor has not changed its bytes.
#[test]
fn the_files_of_the_trial_have_the_bytes_they_are_named_for() {
    let bytes = |name: &str| fs::read(folder().join(name)).unwrap();
    let has = |name: &str, what: &[u8]| bytes(name).windows(what.len()).any(|it| it == what);
    assert!(has("semicolon.csv", b";paid_hours;"));
    assert!(has("decimal-comma.csv", b"\"1.664.000,5\""));
    assert!(bytes("bom.csv").starts_with(b"\xef\xbb\xbf"));
    assert!(has("crlf.csv", b"\r\n") && !has("plain.csv", b"\r"));
    assert!(has("windows-1252.csv", b"andr\xe9,") && has("plain.csv", "andré,".as_bytes()));
    assert!(has("day-first.csv", b",03-02-2026,"));
    assert!(has("dutch-headers.csv", b"Verloonde uren"));
    assert!(has("dutch-words.csv", b",mrt-26,") && has("dutch-words.csv", b",beschut werk,"));
}

/// examples/README.md has a table of formats: each cell of it is read, or refused, as the table says.
#[test]
fn the_table_of_formats_in_the_readme_is_true() {
    let readme = include_str!("../examples/README.md");
    let table = readme.split_once("| column | in the file | read as | refused |\n").unwrap().1;
    let mut seen = 0;
    for line in table.lines().skip(1).take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let quoted = |cell: &'static str| cell.split('`').skip(1).step_by(2).collect::<Vec<_>>();
        let [_, column, written, plain, refused, _] = cells[..] else { panic!("{line}") };
        let (column, plain) = (quoted(column)[0], quoted(plain)[0]);
        for text in quoted(written) {
            assert_eq!(cell(column, text, Given::default()).unwrap(), plain, "{column}: {text}");
            seen += 1;
        }
        for pair in quoted(refused).chunks(2) {
            let [text, code] = pair else { panic!("{line}") };
            let found = match cell(column, text, Given::default()) {
                Err(error) => error.code(),
                // What has no reading is kept, and whoever reads the plain form refuses it.
                Ok(kept) => {
                    assert_eq!(kept, *text, "{line}");
                    refusal(column, &kept)
                }
            };
            assert_eq!(found, *code, "{column}: {text}");
            seen += 1;
        }
    }
    assert!(seen > 40, "only {seen} cells found");
}

/// The code with which the plain form refuses a cell.
fn refusal(column: &str, text: &str) -> &'static str {
    let header = "employer,person,period,paid_hours,premium_wage,kind,employed_until,asks_lkv";
    let right = ["a", "p", "2026-01", "1", "1", "ordinary", "", ""];
    let place = header.split(',').position(|name| name == column);
    match (place, column) {
        (Some(place), _) => {
            let mut cells = right.map(str::to_owned);
            cells[place] = format!("\"{text}\"");
            let file = format!("{header}\n{}\n", cells.join(","));
            read(file.as_bytes())[0].as_ref().unwrap_err().code()
        }
        (None, "until") => {
            let file = format!("person,from,until\np,2020-01-01,{text}\n");
            Options::new().register(file.as_bytes()).unwrap().read_all().unwrap_err().code()
        }
        (None, "sector") => {
            let file = format!("employer,sector\na,{text}\n");
            Options::new().employers(file.as_bytes()).unwrap().read_all().unwrap_err().code()
        }
        (None, _) => {
            let file = format!("employer,sector,{column}\na,markt,\"{text}\"\n");
            Options::new().employers(file.as_bytes()).unwrap().read_all().unwrap_err().code()
        }
    }
}

/// `1.234` is never guessed: it is thousands where a number of the file shows the decimal comma, decimals
/// where one shows the point, and an error where none does.
#[test]
fn thousands_are_told_from_decimals_by_the_file_or_not_at_all() {
    let file = |more: &str| format!("{HEADER}\na;p;2026-01;1.234;1;regulier\n{more}");
    let [ambiguous] = &records(file("").as_bytes(), Given::default())[..] else { panic!() };
    let error = ambiguous.as_ref().unwrap_err();
    assert_eq!(
        (error.line, error.code(), error.employer.as_deref()),
        (2, "ambiguous_number", Some("a"))
    );
    assert_eq!(
        error.to_string(),
        "records, line 2: paid_hours: `1.234` is 1234 or 1.234: no number of the file shows whether the decimal sign is a point or a comma; say which"
    );
    let shown = records(file("a;p;2026-02;1;2,5;regulier\n").as_bytes(), Given::default());
    assert!(shown[0].as_ref().unwrap().contains("paid_hours: SignedHours(1234)"), "{shown:?}");
    let shown = records(file("a;p;2026-02;1;2.5;regulier\n").as_bytes(), Given::default());
    assert_eq!(codes(&shown), [(2, "too_precise")]);
    // Who knows it can say it.
    let comma = Given { decimal: Some(DecimalSign::Comma), ..Given::default() };
    assert_eq!(codes(&records(file("").as_bytes(), comma)), []);
}

/// One decimal sign a file: where two are shown the file is refused with both places, and where it is
/// given the lines that do not fit are.
#[test]
fn two_decimal_signs_in_one_file_are_refused() {
    let file = format!("{HEADER}\na;p;2026-01;1,5;1;regulier\na;p;2026-02;1.5;1;regulier\n");
    let error = Dialect::detect(file.as_bytes(), columns_of(File::Records)).unwrap_err();
    assert_eq!((error.code(), error.line()), ("mixed_decimals", Some(3)));
    let dutch = error.localized(Language::Nl).to_string();
    assert!(dutch.starts_with("`1,5` op regel 2 en `1.5` op regel 3"), "{dutch}");
    let comma = Given { decimal: Some(DecimalSign::Comma), ..Given::default() };
    assert_eq!(codes(&records(file.as_bytes(), comma)), [(3, "other_decimal_sign")]);
}

/// A sign that the beginning does not show is that of the first number that shows one.
#[test]
fn a_decimal_sign_far_down_holds_from_there() {
    let many = "a;p;2026-01;1;1;regulier\n".repeat(11_000);
    let file = format!("{HEADER}\n{many}a;p;2026-02;2,5;1;regulier\na;p;2026-03;2.5;1;regulier\n");
    let read = records(file.as_bytes(), Given::default());
    assert_eq!(codes(&read), [(11_003, "other_decimal_sign")]);
    assert!(read[11_000].as_ref().unwrap().contains("SignedHours(2.5)"));
}

/// What is looked at ends in the midst of a number, `1.2` of `1.234`: it says nothing.
#[test]
fn a_number_that_the_beginning_cuts_off_shows_nothing() {
    const BEGINNING: usize = 1 << 18;
    let row = "a;p;2026-01;1.234;1;regulier\n";
    let until_cut = "a;p;2026-01;1.2".len();
    let header = format!("{HEADER}\n");
    // The first person's key is as long as it takes.
    let pad = (BEGINNING - until_cut - header.len() - row.len()) % row.len();
    let first = row.replace(";p;", &format!(";{};", "p".repeat(pad + 1)));
    let file = header + &first + &row.repeat(BEGINNING / row.len() + 2);
    assert_eq!(&file[BEGINNING - 3..BEGINNING + 2], "1.234");
    let plain = Plain::open(file.as_bytes(), columns_of(File::Records), Given::default()).unwrap();
    assert_eq!(plain.dialect().decimal, None);
    let error = Options::new().records(plain).unwrap().read().unwrap_err();
    assert_eq!((error.line, error.code()), (2, "ambiguous_number"));
}

/// The register as UWV describes it: its ground is not used, and named.
#[test]
fn the_register_of_uwv_is_read_without_its_ground() {
    let file = "BSN;Grondslag;Begindatum geldigheid registratie;Einddatum geldigheid registratie\n\
                123456782;WSW;1-2-2026;\n111222333;WAJONG;01.03.2020;31/12/2026\n";
    let plain = Plain::open(file.as_bytes(), columns_of(File::Register), Given::default()).unwrap();
    assert_eq!(plain.unused_columns().collect::<Vec<_>>(), ["Grondslag"]);
    assert_eq!(plain.name_in_file("until"), Some("Einddatum geldigheid registratie"));
    let mut text = String::new();
    { plain }.read_to_string(&mut text).unwrap();
    // 1-2-2026 is 1 February.
    assert_eq!(text, "person,from,until\n123456782,2026-02-01,\n111222333,2020-03-01,2026-12-31\n");
}

/// A file that is plain passes as it is, byte by byte.
#[test]
fn a_plain_file_passes_as_it_is() {
    let files: [&[u8]; 3] = [
        b"employer,sector\nbakery,markt\n\n\"school\",overheid",
        b"\xef\xbb\xbfemployer,sector\r\nbakery,markt\r\n",
        // What is wrong in it is for the reader of the plain form.
        b"sector,employer\nregion,bakery,\nmarkt\n",
    ];
    for file in files {
        let mut plain = Plain::open(file, columns_of(File::Employers), Given::default()).unwrap();
        assert!(!plain.is_translated());
        let mut read = Vec::new();
        plain.read_to_end(&mut read).unwrap();
        assert_eq!(read, file);
    }
}

/// A file whose beginning is plain is plain; what is given has it translated to its end.
#[test]
fn another_form_far_down_is_read_where_anything_is_given() {
    let many = "p,2026-12-31,\n".repeat(20_000);
    let file = format!("person,from,until\n{many}q,31-12-2026,\n");
    let read = |given| {
        let plain = Plain::open(file.as_bytes(), columns_of(File::Register), given).unwrap();
        let lines = Options::new().register(plain).unwrap();
        lines.filter_map(Result::err).map(|it| (it.line, it.code())).collect::<Vec<_>>()
    };
    assert_eq!(read(Given::default()), [(20_002, "not_a_date")]);
    let given = Given { separator: Some(Separator::Comma), ..Given::default() };
    assert_eq!(read(given), []);
}

/// Whatever a reader asks for at once, it gets the same text; a missing line end stays missing.
#[test]
fn a_file_is_translated_into_the_same_lines() {
    let file = b"sep=;\r\n\r\nWerkgever;Sector;;\r\n\"caf\xe9; \"\"de\"\" \r\nbar\";Overheid;;\r\n;;;\r\n\r\na,b;MARKT;;";
    let expected = "\n\nemployer,sector\n\"café; \"\"de\"\" \r\nbar\",overheid\n\n\n\"a,b\",markt";
    for at_once in [1, 2, 7, 4096] {
        let mut plain =
            Plain::open(&file[..], columns_of(File::Employers), Given::default()).unwrap();
        let (mut text, mut part) = (Vec::new(), vec![0; at_once]);
        loop {
            match plain.read(&mut part).unwrap() {
                0 => break,
                read => text.extend_from_slice(&part[..read]),
            }
        }
        assert_eq!(String::from_utf8(text).unwrap(), expected);
    }
    assert_eq!(file.split(|it| *it == b'\n').count(), expected.split('\n').count());
}

/// A header that a spreadsheet broke into lines is one: names of several lines are known.
#[test]
fn a_header_of_several_lines_is_read_and_counted() {
    let file = "\"Werk-\ngever\";Sector;\"Quotum\r\npercentage\"\na;markt;2,1%\nb;region;\n";
    let plain =
        Plain::open(file.as_bytes(), columns_of(File::Employers), Given::default()).unwrap();
    let lines = Options::new().employers(plain).unwrap();
    let read: Vec<_> = lines.map(|line| line.map_err(|it| (it.line, it.code()))).collect();
    assert_eq!(read, [Ok(()), Err((5, "unknown_word"))]);
}

/// A line that is refused is the reader's own error: its line, its employer, and reading goes on.
#[test]
fn a_refused_line_has_its_line_and_its_employer() {
    let file = format!(
        "{HEADER}\na;p;2026-01;1,5;1;regulier\n\nb;p;202603;1,5;1;regulier\nc;p;mrt-26;1,5\nd;p;mrt-26;x;1;regulier\n\"e\"e;p;mrt-26;1;1;regulier\nf;p;mrt-26;1;1;regulier\n"
    );
    let read = records(file.as_bytes(), Given::default());
    let errors: Vec<_> = read.iter().filter_map(|it| it.as_ref().err()).collect();
    let found: Vec<_> = errors
        .iter()
        .map(|it| (it.line, it.code(), it.employer.as_deref().unwrap_or("?")))
        .collect();
    assert_eq!(
        found,
        [
            (4, "ambiguous_period", "b"),
            (5, "field_count", "c"),
            (6, "not_a_number", "d"),
            (7, "text_after_quote", "ee"),
        ]
    );
    assert!(errors.iter().all(|error| error.is_of_one_line()));
    let [first, .., last] = &read[..] else { panic!() };
    assert!(first.as_ref().unwrap().starts_with("2 ") && last.as_ref().unwrap().starts_with("8 "));
}

/// A key that a spreadsheet shortened has lost digits: it is refused, and not shown.
#[test]
fn a_shortened_key_is_refused_and_not_shown() {
    for key in ["1,23457E+08", "1.23457E+08", "1E+08", "9,8e+8"] {
        let plain = format!("person,from,until\n\"{key}\",2026-01-01,\n");
        for file in [format!("bsn;vanaf;t/m\n{key};1-1-2026;\n"), plain] {
            let plain =
                Plain::open(file.as_bytes(), columns_of(File::Register), Given::default()).unwrap();
            let error = Options::new().register(plain).unwrap().read_all().unwrap_err();
            assert_eq!((error.line, error.code()), (2, "scientific"));
            let text = error.to_string();
            assert!(!text.contains(key) || key == "1,23457E+08", "{text}");
        }
    }
    // A key with an E in it is one.
    assert_eq!(cell("person", "1E8", Given::default()).unwrap(), "1E8");
}

/// The encoding: with a mark, or as the bytes show it; what is given wins.
#[test]
fn each_encoding_is_read() {
    let text = "Werkgever;Sector\r\ncafé;overheid\r\n";
    let utf16 = |units: &mut dyn Iterator<Item = [u8; 2]>| units.flatten().collect::<Vec<u8>>();
    let latin: Vec<u8> = text.chars().map(|it| u8::try_from(u32::from(it)).unwrap()).collect();
    let marked = || "\u{feff}".encode_utf16().chain(text.encode_utf16());
    let files = [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        (format!("\u{feff}{text}").into_bytes(), Encoding::Utf8),
        (latin.clone(), Encoding::Windows1252),
        (utf16(&mut marked().map(u16::to_le_bytes)), Encoding::Utf16Le),
        (utf16(&mut marked().map(u16::to_be_bytes)), Encoding::Utf16Be),
    ];
    for (file, encoding) in &files {
        let plain = Plain::open(&file[..], columns_of(File::Employers), Given::default()).unwrap();
        assert_eq!(plain.dialect().encoding, *encoding);
        let employers = Options::new().employers(plain).unwrap().read_all().unwrap();
        assert_eq!(employers.get("café").unwrap().sector.word(), "overheid");
    }
    let given = Given { encoding: Some(Encoding::Utf8), ..Given::default() };
    let plain = Plain::open(&latin[..], columns_of(File::Employers), given).unwrap();
    let error = Options::new().employers(plain).unwrap().read_all().unwrap_err();
    assert_eq!((error.line, error.code()), (2, "not_utf8"));
    // A file with characters of UTF-8 is in UTF-8: one broken byte does not make it another one.
    let broken = [text.as_bytes(), b"b\xe9;markt\r\nc;markt\r\n"].concat();
    let plain = Plain::open(&broken[..], columns_of(File::Employers), Given::default()).unwrap();
    let lines = Options::new().employers(plain).unwrap();
    let errors: Vec<_> = lines.filter_map(Result::err).map(|it| (it.line, it.code())).collect();
    assert_eq!(errors, [(3, "not_utf8")]);
}

/// Bytes that are no such file are a typed error.
#[test]
fn hostile_files_are_typed_errors() {
    let codes_of =
        |file: &[u8]| match Plain::open(file, columns_of(File::Records), Given::default()) {
            Err(error) => vec![(error.line().unwrap_or(0), error.code())],
            Ok(plain) => codes(&read(plain)),
        };
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    // UTF-16 without a mark.
    assert_eq!(codes_of(&utf16("employer;person\n")), [(1, "utf16")]);
    // Half a unit at the end, and half a pair in the midst.
    let whole = utf16(&format!("\u{feff}{HEADER}\na;p;2026-01;1;1;regulier\n"));
    assert_eq!(codes_of(&whole), []);
    assert_eq!(codes_of(&[&whole[..], b"a"].concat()), [(3, "utf16")]);
    let half = [&whole[..], &[0x00, 0xd8], &utf16("a;p;2026-02;1;1;regulier\n")[..]].concat();
    assert_eq!(codes_of(&half), [(3, "utf16")]);
    // Separators.
    assert_eq!(codes_of(b"werkgever;persoon,tijdvak;soort,uren\n"), [(1, "mixed_separators")]);
    let mixed = format!("{HEADER}\na,p,2026-01,1,1,regulier\na;p;2026-01;1;1;regulier\n");
    assert_eq!(codes_of(mixed.as_bytes()), [(2, "field_count")]);
    // NUL and other characters that nobody sees.
    let nul = format!("{HEADER}\na\0;p;2026-01;1;1;regulier\n");
    assert_eq!(codes_of(nul.as_bytes()), [(2, "control_character")]);
    // Quotes.
    let open = format!("{HEADER}\na;\"p;2026-01;1;1;regulier\nb;p;2026-01;1;1;regulier\n");
    assert_eq!(codes_of(open.as_bytes()), [(2, "unclosed_quote")]);
    // Nothing.
    for empty in [&b""[..], b"\n\r\n", b"\xef\xbb\xbf", b"\xff\xfe"] {
        assert_eq!(codes_of(empty), [(0, "empty_file")], "{empty:?}");
    }
    // A header that is none, and one with a column twice.
    assert_eq!(codes_of(b"a;b\n"), [(1, "missing_column")]);
    assert_eq!(codes_of(b"werkgever;employer;persoon\n"), [(1, "duplicate_column")]);
    assert_eq!(codes_of(b"werkgever;persoon;stad\n"), [(1, "unknown_column")]);
}

/// Counts what is read of an endless line.
struct Endless {
    beginning: io::Cursor<Vec<u8>>,
    read: u64,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = match self.beginning.read(buffer)? {
            0 if self.read > 1 << 30 => return Ok(0),
            0 => {
                buffer.fill(b'a');
                buffer.len()
            }
            read => read,
        };
        self.read += u64::try_from(read).unwrap();
        Ok(read)
    }
}

/// A line of a gigabyte is refused after about a megabyte, wherever it is: memory is bounded.
#[test]
fn a_line_of_a_gigabyte_is_refused_early() {
    let utf16 =
        |text: &str| format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let row = "a;p;2026-01;1,5;1;regulier\n";
    for beginning in [
        Vec::new(),
        HEADER.as_bytes().to_vec(),
        format!("{HEADER}\n").into_bytes(),
        format!("{HEADER}\n{}", row.repeat(11_000)).into_bytes(),
        format!("{HEADER}\n{}\"", row.repeat(11_000)).into_bytes(),
        utf16(&format!("{HEADER}\n{row}")),
    ] {
        let most = u64::try_from(beginning.len()).unwrap() + (4 << 20);
        let mut endless = Endless { beginning: io::Cursor::new(beginning), read: 0 };
        let error = match Plain::open(&mut endless, columns_of(File::Records), Given::default()) {
            Err(error) => error.code(),
            Ok(plain) => read(plain).last().unwrap().as_ref().unwrap_err().code(),
        };
        assert_eq!(error, "too_long");
        assert!(endless.read < most, "{} bytes are read", endless.read);
    }
}

/// An input that fails is said, with what it says.
#[test]
fn an_input_that_fails_is_an_error() {
    struct Failing(io::Cursor<Vec<u8>>);
    impl Read for Failing {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            match self.0.read(buffer)? {
                0 => Err(io::Error::other("the disk is gone")),
                read => Ok(read),
            }
        }
    }
    let open = |text: String| {
        let input = Failing(io::Cursor::new(text.into_bytes()));
        Plain::open(input, columns_of(File::Records), Given::default())
    };
    let error = open(format!("{HEADER}\n")).unwrap_err();
    assert_eq!((error.code(), error.to_string()), ("read", "line 1: the disk is gone".into()));
    let many = "a;p;2026-01;1,5;1;regulier\n".repeat(11_000);
    let read = read(open(format!("{HEADER}\n{many}")).unwrap());
    assert_eq!(codes(&read), [(11_002, "read")]);
}

/// The names of the columns are those of the readers, each in English and Dutch, none twice.
#[test]
fn each_column_of_the_readers_is_known() {
    for file in [File::Employers, File::Records, File::Register, File::Attributions] {
        let columns = columns_of(file);
        let names = |name: fn(&Column) -> &'static str| -> String {
            let used = columns.iter().filter(|column| column.holds != Holds::Unused);
            used.map(name).collect::<Vec<_>>().join(";")
        };
        for header in [
            names(|column| column.name),
            names(|column| column.other_names.first().copied().unwrap_or(column.name)),
            names(|column| column.name).to_uppercase().replace('_', " "),
        ] {
            let header = format!("{header}\n");
            let plain = Plain::open(header.as_bytes(), columns, Given::default()).unwrap();
            let opened = match file {
                File::Employers => Options::new().employers(plain).map(drop),
                File::Records => Options::new().records(plain).map(drop),
                File::Register => Options::new().register(plain).map(drop),
                _ => Options::new().attributions(plain).map(drop),
            };
            assert_eq!(opened, Ok(()), "{header}");
        }
        for column in columns {
            for name in column.other_names {
                let of = columns.iter().filter(|other| other.is_named(name)).count();
                assert_eq!(of, 1, "{file}: {name}");
            }
        }
    }
}

/// What was taken for what is Dutch in Dutch, and says another thing of each dialect.
#[test]
fn each_dialect_is_said_in_both_languages() {
    let mut texts = std::collections::BTreeSet::new();
    for separator in [Separator::Comma, Separator::Semicolon, Separator::Tab] {
        for decimal in [None, Some(DecimalSign::Point), Some(DecimalSign::Comma)] {
            for dates in [None, Some(DateForm::YearFirst), Some(DateForm::DayFirst('/'))] {
                for (headers, words) in [
                    (Language::En, Language::En),
                    (Language::En, Language::Nl),
                    (Language::Nl, Language::En),
                    (Language::Nl, Language::Nl),
                ] {
                    let dialect =
                        Dialect { separator, decimal, dates, headers, words, ..Dialect::PLAIN };
                    let dutch = dialect.localized(Language::Nl).to_string();
                    let said = dutch.replace("2026-12-31", "");
                    assert_eq!(common::dutch::not_dutch(&said), Vec::<String>::new(), "{dutch}");
                    assert_ne!(dutch, dialect.to_string());
                    texts.insert(dialect.to_string());
                    texts.insert(dutch);
                }
            }
        }
    }
    assert_eq!(texts.len(), 2 * 3 * 3 * 3 * 4);
}

/// What is given wins over what is seen.
#[test]
fn what_is_given_wins() {
    let given = Given { separator: Some(Separator::Tab), ..Given::default() };
    let file = "werkgever;x\tsector;y\na\tmarkt\n";
    let mut rows = RowReader::open(file.as_bytes(), columns_of(File::Employers), given).unwrap();
    assert_eq!(rows.columns().collect::<Vec<_>>(), ["werkgever;x", "sector;y"]);
    assert_eq!(rows.read().unwrap().unwrap().cells().count(), 2);
}

/// Random records, written in a random dialect.
mod random {
    use proptest::prelude::*;

    use super::*;

    #[derive(Debug, Clone)]
    struct Written {
        separator: char,
        decimal: char,
        thousands: Option<char>,
        line_end: &'static str,
        encoding: Encoding,
        mark: bool,
        announced: bool,
        dutch_headers: bool,
        dutch_words: bool,
        upper_case: bool,
        dates: u8,
        blank_lines: bool,
    }

    #[derive(Debug, Clone)]
    struct Row {
        employer: String,
        person: String,
        month: u8,
        hundredths: i64,
        cents: i64,
        kind: usize,
        filed: Option<(u8, u8)>,
        asks: bool,
    }

    const KINDS: [(&str, &str); 4] = [
        ("ordinary", "regulier"),
        ("agency", "Uitzendkracht"),
        ("wsw_seconded", "wsw gedetacheerd"),
        ("benefit", "UITKERING"),
    ];
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    const PLAIN: [&str; 8] = [
        "employer",
        "person",
        "period",
        "paid_hours",
        "premium_wage",
        "kind",
        "filed_on",
        "asks_lkv",
    ];
    const DUTCH: [&str; 8] = [
        "werkgever",
        "persoon",
        "tijdvak",
        "verloonde uren",
        "premieplichtig-loon",
        "soort",
        "ingediend op",
        "vraagt lkv",
    ];

    fn written() -> impl Strategy<Value = Written> {
        let signs = prop_oneof![
            Just(('.', None)),
            Just((',', None)),
            Just((',', Some('.'))),
            Just(('.', Some(','))),
            Just((',', Some(' '))),
            Just((',', Some('\u{a0}'))),
        ];
        let encodings = prop_oneof![
            Just(Encoding::Utf8),
            Just(Encoding::Windows1252),
            Just(Encoding::Utf16Le),
            Just(Encoding::Utf16Be),
        ];
        let line_ends = prop_oneof![Just("\n"), Just("\r\n"), Just("\r")];
        let separators = prop_oneof![Just(','), Just(';'), Just('\t')];
        let bits = any::<[bool; 6]>();
        (separators, signs, line_ends, encodings, bits, 0..5_u8).prop_map(
            |(separator, (decimal, thousands), line_end, encoding, bits, dates)| {
                let [mark, announced, dutch_headers, dutch_words, upper_case, blank_lines] = bits;
                Written {
                    separator,
                    decimal,
                    thousands,
                    line_end,
                    encoding,
                    mark,
                    announced,
                    dutch_headers,
                    dutch_words,
                    upper_case,
                    dates,
                    blank_lines,
                }
            },
        )
    }

    fn row() -> impl Strategy<Value = Row> {
        (
            "[a-zé][a-z;,.\"é ]{0,6}[a-zé]",
            "[0-9]{9}|[a-zé]{1,5}",
            1..=12_u8,
            -300_000_00..300_000_00_i64,
            -9_999_999_99..9_999_999_99_i64,
            0..KINDS.len(),
            proptest::option::of((1..=12_u8, 1..=28_u8)),
            any::<bool>(),
        )
            .prop_map(|(employer, person, month, hundredths, cents, kind, filed, asks)| {
                Row { employer, person, month, hundredths, cents, kind, filed, asks }
            })
    }

    /// A number with two decimals, so that it shows the decimal sign.
    fn number(units: i64, decimal: char, thousands: Option<char>) -> String {
        let sign = if units < 0 { "-" } else { "" };
        let (whole, decimals) = (units.unsigned_abs() / 100, units.unsigned_abs() % 100);
        let digits = whole.to_string();
        let mut grouped = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if let Some(mark) = thousands.filter(|_| place > 0 && (digits.len() - place) % 3 == 0) {
                grouped.push(mark);
            }
            grouped.push(digit);
        }
        format!("{sign}{grouped}{decimal}{decimals:02}")
    }

    fn cells(row: &Row, how: Option<&Written>) -> Vec<String> {
        let Row { employer, person, month, hundredths, cents, kind, filed, asks } = row;
        let dutch = how.is_some_and(|how| how.dutch_words);
        let (decimal, thousands) = how.map_or(('.', None), |how| (how.decimal, how.thousands));
        let date =
            filed.map_or(String::new(), |(month, day)| match how.map_or(0, |how| how.dates) {
                0 => format!("2027-{month:02}-{day:02}"),
                1 => format!("{day:02}-{month:02}-2027"),
                2 => format!("{day}/{month}/2027"),
                3 => format!("{day:02}.{month:02}.2027"),
                _ => format!("{day}-{month}-2027 00:00"),
            });
        let period = match dutch {
            true if month % 2 == 0 => format!("{} 2026", MONTHS[usize::from(*month) - 1]),
            true => format!("{}-26", MONTHS[usize::from(*month) - 1]),
            false => format!("2026-{month:02}"),
        };
        let (english, other) = KINDS[*kind];
        let asks = match (asks, dutch) {
            (true, true) => "ja",
            (false, true) => "nee",
            (true, false) => "true",
            (false, false) => "false",
        };
        vec![
            employer.clone(),
            person.clone(),
            period,
            number(*hundredths, decimal, thousands),
            number(*cents, decimal, thousands),
            if dutch { other } else { english }.to_owned(),
            date,
            asks.to_owned(),
        ]
    }

    /// The text of a file; the row of this place has no number where its hours should be.
    fn text(rows: &[Row], how: Option<&Written>, wrong: Option<usize>) -> String {
        let (separator, end) = how.map_or((',', "\n"), |how| (how.separator, how.line_end));
        let quoted = |cell: &String| {
            if cell.contains([separator, '"', '\n', '\r']) {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell.clone()
            }
        };
        let line = |cells: &[String]| {
            let cells: Vec<String> = cells.iter().map(quoted).collect();
            cells.join(&separator.to_string()) + end
        };
        let names = if how.is_some_and(|how| how.dutch_headers) { DUTCH } else { PLAIN };
        let upper = how.is_some_and(|how| how.upper_case);
        let names = names.map(|name| if upper { name.to_uppercase() } else { name.to_owned() });
        let mut text = String::new();
        if how.is_none_or(|how| how.announced) {
            // An empty line in the plain form.
            text += &how.map_or(String::new(), |how| format!("sep={}", how.separator));
            text += end;
        }
        text += &line(&names);
        for (place, row) in rows.iter().enumerate() {
            if how.is_none_or(|how| how.blank_lines) && place % 3 == 1 {
                text += end;
            }
            let mut cells = cells(row, how);
            if wrong == Some(place) {
                "ninety".clone_into(&mut cells[3]);
            }
            text += &line(&cells);
        }
        text
    }

    fn encoded(text: &str, how: &Written) -> Vec<u8> {
        let marked = format!("\u{feff}{text}");
        match how.encoding {
            Encoding::Windows1252 => {
                text.chars().map(|it| u8::try_from(u32::from(it)).unwrap()).collect()
            }
            Encoding::Utf16Le => marked.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16Be => marked.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            _ if how.mark => marked.into_bytes(),
            _ => text.as_bytes().to_vec(),
        }
    }

    /// Records and errors without the files' own texts.
    fn same(read: Vec<Result<String, FileError>>) -> Vec<(u64, String)> {
        let each = read.into_iter().map(|record| match record {
            Ok(text) => (0, text),
            Err(error) => (error.line, error.code().to_owned()),
        });
        each.collect()
    }

    proptest! {
        /// A file written in any dialect reads back to the same records, and a wrong cell is reported on
        /// the same line.
        #[test]
        fn a_file_in_any_dialect_reads_back(
            rows in proptest::collection::vec(row(), 1..12),
            how in written(),
            wrong in proptest::option::of(0..12_usize),
        ) {
            let bytes = encoded(&text(&rows, Some(&how), wrong), &how);
            // The same lines in the plain form, be they empty or not.
            let plain = Written {
                separator: ',', decimal: '.', thousands: None, line_end: "\n",
                encoding: Encoding::Utf8, mark: false, announced: false, dutch_headers: false,
                dutch_words: false, upper_case: false, dates: 0, ..how.clone()
            };
            let mut expected = text(&rows, Some(&plain), wrong);
            if how.announced {
                expected.insert(0, '\n');
            }
            let expected = same(read(expected.as_bytes()));
            prop_assert_eq!(expected.len(), rows.len());
            prop_assert_eq!(
                expected.iter().filter(|it| it.0 > 0).count(),
                usize::from(wrong.is_some_and(|wrong| wrong < rows.len()))
            );
            let found = same(records(&bytes, Given::default()));
            prop_assert_eq!(&found, &expected);
            // With what is known given beforehand nothing changes.
            let given = Given {
                separator: Some(match how.separator {
                    ',' => Separator::Comma,
                    ';' => Separator::Semicolon,
                    _ => Separator::Tab,
                }),
                decimal: Some(if how.decimal == ',' { DecimalSign::Comma } else { DecimalSign::Point }),
                encoding: None,
            };
            prop_assert_eq!(&same(records(&bytes, given)), &expected);
        }

        /// Any bytes are read or refused, and never panic.
        #[test]
        fn any_bytes_are_read_or_refused(
            bytes in proptest::collection::vec(any::<u8>(), 0..300),
            header in any::<bool>(),
        ) {
            let beginning = if header { format!("{HEADER}\n").into_bytes() } else { Vec::new() };
            let bytes = [beginning, bytes].concat();
            for encoding in [None, Some(Encoding::Windows1252), Some(Encoding::Utf16Le), Some(Encoding::Utf8)] {
                let given = Given { encoding, ..Given::default() };
                if let Ok(plain) = Plain::open(&bytes[..], columns_of(File::Records), given) {
                    read(plain);
                }
            }
        }

        /// A cell is read the same whatever is around it, or kept; no text panics.
        #[test]
        fn any_cell_is_read_kept_or_refused(text in "[-0-9.,€% A-Za-z/:]{0,14}") {
            for column in ["paid_hours", "premium_wage", "quotumpercentage", "until", "period", "kind"] {
                drop(cell(column, &text, Given::default()));
            }
        }
    }
}
