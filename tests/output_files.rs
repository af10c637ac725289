//! Nothing of a user's is lost: no example writes over what it reads, nor over any other file
//! without `--force`, and a file that is not whole does not take its name.
#![cfg(all(unix, feature = "payroll", feature = "serde"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use common::program;

const OLD: &str = "what was there\n";
const LINE: &str = include_str!("../examples/report/sample.jsonl");
const PAYROLL_FILES: [&str; 4] = ["employers", "records", "register", "attributions"];
const GENERATED: [&str; 4] = ["employers.csv", "records.csv", "register.csv", "attributions.csv"];

/// An empty folder.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("output-files").join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A command line in a folder, after a line of the shell such as `ulimit -f 1`.
fn run_after(shell: &str, folder: &Path, name: &str, args: &[&str]) -> Output {
    Command::new("sh")
        .args(["-c", &format!("{shell}; exec \"$0\" \"$@\"")])
        .arg(program(name))
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn run(folder: &Path, name: &str, args: &[&str]) -> Output {
    run_after(":", folder, name, args)
}

/// The command line of `payroll` on the four files of its folder.
fn payroll(list: &str, more: &[&'static str]) -> Vec<String> {
    let files = PAYROLL_FILES.map(|file| [format!("--{file}"), format!("{file}.csv")]);
    let rest = ["--year", "2026", "--reconciliation", list];
    let rest = rest.iter().chain(more).map(|&word| word.to_owned());
    files.into_iter().flatten().chain(rest).collect()
}

fn run_payroll(folder: &Path, list: &str, more: &[&'static str]) -> Output {
    let args = payroll(list, more);
    run(folder, "payroll", &args.iter().map(String::as_str).collect::<Vec<_>>())
}

/// A folder with the sample's four files.
fn payroll_folder(name: &str) -> PathBuf {
    let folder = folder(name);
    for file in GENERATED {
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/payroll/sample");
        fs::copy(sample.join(file), folder.join(file)).unwrap();
    }
    folder
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Refused before anything is read or written: nothing on standard output, and one line that names
/// the file and says what to do.
#[track_caller]
fn refused(output: &Output, program: &str, file: &str, way_out: &str) {
    let told = told(output);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(output.stdout.is_empty(), "{:?}", output.stdout);
    assert_eq!(told, format!("{program}: {file}: {way_out}\n"));
}

const IS_INPUT: &str = "is one of the inputs; write to another file";
const EXISTS: &str = "exists; --force replaces it";

/// The names of a folder's files: none is left over.
fn names(folder: &Path) -> Vec<OsString> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    names
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// By the same name, another path, a symbolic link and a hard link; `--force` or not.
#[test]
fn the_report_is_not_written_over_its_input() {
    let folder = folder("report-input");
    let input = folder.join("input.jsonl");
    fs::write(&input, LINE).unwrap();
    symlink("input.jsonl", folder.join("symbolic")).unwrap();
    fs::hard_link(&input, folder.join("hard")).unwrap();
    for out in ["input.jsonl", "../report-input/input.jsonl", "symbolic", "hard"] {
        for force in [&[][..], &["--force"]] {
            let args = [&["--input", "input.jsonl", "--out", out], force].concat();
            refused(&run(&folder, "report", &args), "report", out, IS_INPUT);
            assert_eq!(fs::read_to_string(&input).unwrap(), LINE);
        }
    }
    // The input can be the link, too; and standard input.
    let args = ["--input", "symbolic", "--out", "hard", "--force"];
    refused(&run(&folder, "report", &args), "report", "hard", IS_INPUT);
    let args = ["--input", "-", "--out", "hard", "--force"];
    let output = run_after("exec < input.jsonl", &folder, "report", &args);
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    assert_eq!(fs::read_to_string(&input).unwrap(), LINE);
}

#[test]
fn the_list_is_not_written_over_an_input() {
    for file in GENERATED {
        let folder = payroll_folder("list-input");
        let before = fs::read(folder.join(file)).unwrap();
        symlink(file, folder.join("symbolic")).unwrap();
        fs::hard_link(folder.join(file), folder.join("hard")).unwrap();
        for list in [file, "symbolic", "hard"] {
            for force in [&[][..], &["--force"]] {
                refused(&run_payroll(&folder, list, force), "payroll", list, IS_INPUT);
                assert_eq!(fs::read(folder.join(file)).unwrap(), before);
            }
        }
    }
}

#[test]
fn a_file_that_exists_is_replaced_with_force_alone() {
    let report = folder("report-exists");
    let page = |args: &[&str]| run(&report, "report", args);
    assert_eq!(page(&[]).status.code(), Some(0));
    let whole = fs::read(report.join("report.html")).unwrap();
    // The default name, a second time.
    refused(&page(&[]), "report", "report.html", EXISTS);
    fs::write(report.join("report.html"), OLD).unwrap();
    refused(&page(&["--out", "report.html"]), "report", "report.html", EXISTS);
    assert_eq!(fs::read_to_string(report.join("report.html")).unwrap(), OLD);
    assert_eq!(page(&["--force"]).status.code(), Some(0));
    assert_eq!(fs::read(report.join("report.html")).unwrap(), whole);
    assert_eq!(names(&report), ["report.html"]);

    let folder = payroll_folder("list-exists");
    let list = folder.join("list");
    fs::write(&list, OLD).unwrap();
    refused(&run_payroll(&folder, "list", &[]), "payroll", "list", EXISTS);
    assert_eq!(fs::read_to_string(&list).unwrap(), OLD);
    assert_eq!(run_payroll(&folder, "list", &["--force"]).status.code(), Some(0));
    assert!(fs::read_to_string(&list).unwrap().contains("p-99"));
    assert_eq!(names(&folder).len(), 5);
}

/// Any of its files, also by a link, and then none of the others is written.
#[test]
fn a_generated_file_replaces_none_without_force() {
    for (number, name) in GENERATED.into_iter().enumerate() {
        let folder = folder("generate-exists");
        let old = folder.join("old");
        fs::write(&old, OLD).unwrap();
        let file = folder.join(name);
        match number {
            0 => fs::hard_link(&old, &file).unwrap(),
            1 => symlink("old", &file).unwrap(),
            _ => fs::write(&file, OLD).unwrap(),
        }
        let args = ["--records", "10", "--out", "."];
        refused(&run(&folder, "generate", &args), "generate", &format!("./{name}"), EXISTS);
        assert_eq!(fs::read_to_string(&file).unwrap(), OLD);
        assert_eq!(names(&folder).len(), 2);
        let forced = run(&folder, "generate", &[&args[..], &["--force"]].concat());
        assert_eq!(forced.status.code(), Some(0), "{}", told(&forced));
        assert!(fs::read_to_string(&file).unwrap().contains(','));
        assert_eq!(names(&folder).len(), 5);
    }
}

/// The file a link points to is replaced, and the link stays; another name of the old file keeps it.
#[test]
fn with_force_the_target_of_a_link_is_replaced() {
    let folder = folder("links");
    fs::create_dir(folder.join("kept")).unwrap();
    let page = folder.join("kept/page.html");
    fs::write(&page, OLD).unwrap();
    fs::hard_link(&page, folder.join("other")).unwrap();
    symlink("kept/page.html", folder.join("link.html")).unwrap();
    let args = ["--out", "link.html", "--force"];
    assert_eq!(run(&folder, "report", &args).status.code(), Some(0));
    assert!(fs::symlink_metadata(folder.join("link.html")).unwrap().is_symlink());
    assert!(fs::read_to_string(&page).unwrap().ends_with("</html>\n"));
    assert_eq!(fs::read_to_string(folder.join("other")).unwrap(), OLD);
    symlink("nowhere", folder.join("dangling")).unwrap();
    let way_out = "is a link to a file that does not exist; name that file";
    let args = ["--out", "dangling", "--force"];
    refused(&run(&folder, "report", &args), "report", "dangling", way_out);
}

/// A disk that fills up, or a crash: here the most that a file may hold.
#[test]
fn what_breaks_off_leaves_the_old_file() {
    let full = "ulimit -c 0; ulimit -f 1; trap '' XFSZ";
    let crash = "ulimit -c 0; ulimit -f 1";
    for (limit, status) in [(full, Some(1)), (crash, None)] {
        let report = folder("report-breaks-off");
        fs::write(report.join("report.html"), OLD).unwrap();
        let output = run_after(limit, &report, "report", &["--force"]);
        assert_eq!(output.status.code(), status, "{}", told(&output));
        assert_eq!(fs::read_to_string(report.join("report.html")).unwrap(), OLD);

        let payrolls = payroll_folder("list-breaks-off");
        let more = "nobody,p-1,2026-01,x,1,ordinary,,\n".repeat(100);
        let mut records =
            fs::OpenOptions::new().append(true).open(payrolls.join("records.csv")).unwrap();
        records.write_all(more.as_bytes()).unwrap();
        fs::write(payrolls.join("list"), OLD).unwrap();
        let args = payroll("list", &["--keep-going", "--force"]);
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let output = run_after(limit, &payrolls, "payroll", &args);
        assert_eq!(output.status.code(), status, "{}", told(&output));
        assert_eq!(fs::read_to_string(payrolls.join("list")).unwrap(), OLD);

        let generated = folder("generate-breaks-off");
        for name in GENERATED {
            fs::write(generated.join(name), OLD).unwrap();
        }
        let args = ["--records", "1000", "--out", ".", "--force"];
        let output = run_after(limit, &generated, "generate", &args);
        assert_eq!(output.status.code(), status, "{}", told(&output));
        for name in GENERATED {
            assert_eq!(fs::read_to_string(generated.join(name)).unwrap(), OLD, "{name}");
        }
        if status.is_some() {
            assert!(told(&output).contains("File too large"), "{}", told(&output));
            let left = [names(&report).len(), names(&payrolls).len(), names(&generated).len()];
            assert_eq!(left, [1, 5, 4], "no temporary file is left");
        }
    }
}

/// Reading that stops with an error still gives a list, which says that it is not complete.
#[test]
fn a_list_that_is_incomplete_is_written_all_the_same() {
    let folder = payroll_folder("list-incomplete");
    let mut records = fs::OpenOptions::new().append(true).open(folder.join("records.csv")).unwrap();
    records.write_all(b"nobody,p-1,2026-01,x,1,ordinary,,\n").unwrap();
    assert_eq!(run_payroll(&folder, "list", &[]).status.code(), Some(1));
    assert!(fs::read_to_string(folder.join("list")).unwrap().contains("INCOMPLETE"));
}

/// A new file is as any new file is; one that is replaced keeps its permissions, and one that is
/// write-protected stays.
#[test]
fn permissions_are_those_of_any_file() {
    let folder = folder("permissions");
    let page = folder.join("report.html");
    for (umask, expected) in [("022", 0o644), ("077", 0o600), ("002", 0o664)] {
        drop(fs::remove_file(&page));
        assert!(run_after(&format!("umask {umask}"), &folder, "report", &[]).status.success());
        assert_eq!(mode(&page), expected, "umask {umask}");
    }
    fs::set_permissions(&page, fs::Permissions::from_mode(0o640)).unwrap();
    assert!(run(&folder, "report", &["--force"]).status.success());
    assert_eq!(mode(&page), 0o640);
    fs::set_permissions(&page, fs::Permissions::from_mode(0o444)).unwrap();
    // Nothing is protected from root.
    if fs::File::options().write(true).open(&page).is_err() {
        assert_eq!(run(&folder, "report", &["--force"]).status.code(), Some(2));
    }
}

/// Devices, pipes and standard output are written as they are, and need no `--force`.
#[cfg(target_os = "linux")]
#[test]
fn what_is_no_regular_file_is_written_directly() {
    let folder = folder("special");
    let page = run(&folder, "report", &["--out", "-"]).stdout;
    let at = |out: &str| run(&folder, "report", &["--out", out]);
    assert_eq!(at("/dev/null").status.code(), Some(0));
    assert_eq!(at("/dev/stdout").stdout, page);
    let full = at("/dev/full");
    assert_eq!(full.status.code(), Some(1));
    assert!(told(&full).starts_with("report: /dev/full: No space left"), "{}", told(&full));
    assert!(Command::new("mkfifo").arg(folder.join("pipe")).status().unwrap().success());
    let reader =
        Command::new("cat").arg(folder.join("pipe")).stdout(Stdio::piped()).spawn().unwrap();
    assert_eq!(at("pipe").status.code(), Some(0));
    assert_eq!(reader.wait_with_output().unwrap().stdout, page);
    // Standard output that is a file: the page comes after what is there.
    fs::write(folder.join("log"), OLD).unwrap();
    let args = ["--out", "/dev/stdout"];
    let output = run_after("exec >> log", &folder, "report", &args);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert_eq!(fs::read(folder.join("log")).unwrap(), [OLD.as_bytes(), &page].concat());
    assert_eq!(names(&folder), ["log", "pipe"]);
}
