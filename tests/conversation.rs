//! Two programs talk line by line: each input line is answered before the next is written.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod common;

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

const LINE: &str = r#"{"year":2026,"sector":"overheid","paid_hours":180000,"doelgroep_hours":"2662","previous_year":{"paid_hours":178000}}"#;

/// Far longer than an answer takes, on a busy machine too.
const PATIENCE: Duration = Duration::from_secs(30);

/// The calculator as another program uses it. It ends with its input.
struct Calculator {
    child: Child,
    input: ChildStdin,
    answers: Receiver<String>,
}

impl Calculator {
    fn start() -> Self {
        let mut child = Command::new(common::program("calculator"))
            .args(["--input", "-", "--format", "json"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (answered, answers) = mpsc::channel();
        thread::spawn(move || {
            // Until nobody listens any more.
            output.lines().map_while(Result::ok).try_for_each(|line| answered.send(line))
        });
        Self { input: child.stdin.take().unwrap(), child, answers }
    }

    /// Writes, and waits for a line.
    fn answer(&mut self, written: &str) -> String {
        self.input.write_all(written.as_bytes()).unwrap();
        self.answers.recv_timeout(PATIENCE).expect("no answer came")
    }

    fn end(mut self) -> Option<i32> {
        drop(self.input);
        self.child.wait().unwrap().code()
    }
}

fn with_id(id: &str) -> String {
    LINE.replacen('{', &format!("{{\"id\":\"{id}\","), 1)
}

/// Contract, Many at once: output is flushed whenever no complete input line is buffered.
#[test]
fn a_line_is_answered_before_the_next_is_written() {
    let mut calculator = Calculator::start();
    for id in ["first", "second", "third", "fourth"] {
        let answer = calculator.answer(&format!("{}\n", with_id(id)));
        assert!(answer.starts_with(&format!("{{\"id\":\"{id}\",")), "{answer}");
    }
    let refused = calculator.answer("{\"id\":\"wrong\",\"year\":26}\n");
    assert!(refused.contains("\"code\":\"out_of_range\""), "{refused}");
    // Of a line and a half the line is answered.
    let (half, rest) = LINE.split_at(40);
    let answer = calculator.answer(&format!("{}\n{half}", with_id("whole")));
    assert!(answer.starts_with("{\"id\":\"whole\","), "{answer}");
    let answer = calculator.answer(&format!("{rest}\n"));
    assert!(answer.contains("\"quotumtekort\":\"1.4\""), "{answer}");
    assert_eq!(calculator.end(), Some(1));
}

/// A first line that ends too early could be the beginning of an object over several lines, until
/// a line after it is an object of its own.
#[test]
fn after_a_broken_first_line_the_next_is_answered() {
    let mut calculator = Calculator::start();
    calculator.input.write_all(b"{\"id\":\"broken\"\n").unwrap();
    let answer = calculator.answer(&format!("{}\n", with_id("second")));
    assert!(answer.contains("\"line\":1,\"error\":{\"code\":\"invalid_json\""), "{answer}");
    let answer = calculator.answer("");
    assert!(answer.starts_with("{\"id\":\"second\","), "{answer}");
    let answer = calculator.answer("{\"id\":\"third\"}\n");
    assert!(answer.starts_with("{\"id\":\"third\",\"line\":3,"), "{answer}");
    // An object over several lines is answered when the input ends.
    assert_eq!(calculator.end(), Some(1));
    let whole = LINE.replace(',', ",\n");
    let output = common::calculator(&["--input", "-", "--format", "json"], whole.as_bytes());
    assert!(String::from_utf8(output.stdout).unwrap().contains("\"quotumtekort\":\"1.4\""));
}

/// Lines that come together are answered in large writes: a flush for each would be as many.
#[cfg(target_os = "linux")]
#[test]
fn many_lines_at_once_are_not_written_one_by_one() {
    const LINES: usize = 20_000;
    let mut calculator = Calculator::start();
    let all = format!("{LINE}\n").repeat(LINES);
    let first = calculator.answer(&all);
    for _ in 1..LINES {
        assert_eq!(calculator.answers.recv_timeout(PATIENCE).expect("no answer came"), first);
    }
    let counts = std::fs::read_to_string(format!("/proc/{}/io", calculator.child.id()));
    assert_eq!(calculator.end(), Some(0));
    let Ok(counts) = counts else {
        eprintln!("skipped: this kernel does not count the writes of a process");
        return;
    };
    let writes = counts.lines().find_map(|line| line.strip_prefix("syscw: ")).unwrap();
    let writes: usize = writes.parse().unwrap();
    assert!(writes > 0 && writes < LINES / 5, "{writes} writes");
}
