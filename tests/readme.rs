//! The READMEs show what their command lines really write: each is run, and its output compared.
#![cfg(all(feature = "serde", feature = "payroll"))]
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use std::fs;
use std::path::Path;

use common::example_in;

/// A command line of the README, where it is run, and the lines shown below it.
struct Shown {
    folder: String,
    words: Vec<String>,
    output: Vec<String>,
}

/// The text blocks that begin with `$ cargo run --example`, perhaps after a `$ cd`.
fn shown(readme: &str) -> Vec<Shown> {
    let blocks = readme.split("```text\n").skip(1).filter_map(|block| block.split("```").next());
    let shown = blocks.filter(|block| block.starts_with("$ ")).map(|block| {
        let (mut folder, mut command) = (".".to_owned(), String::new());
        let mut lines = block.lines();
        while command.is_empty() || command.ends_with('\\') {
            let line = lines.next().unwrap();
            match line.strip_prefix("$ cd ") {
                Some(path) => path.clone_into(&mut folder),
                None => command = command.trim_end_matches('\\').to_owned() + line.trim_start(),
            }
        }
        let words = command.split_whitespace().map(str::to_owned).collect();
        Shown { folder, words, output: lines.map(str::to_owned).collect() }
    });
    shown.collect()
}

/// Whether the lines shown are those written, where `...` is any number of them.
fn matches(shown: &[String], written: &[&str]) -> bool {
    match shown {
        [] => written.is_empty(),
        [dots, rest @ ..] if dots == "..." => (0..=written.len())
            .any(|skipped| matches(rest, written.get(skipped..).unwrap_or_default())),
        [line, rest @ ..] => written
            .split_first()
            .is_some_and(|(first, written)| first.trim_end() == line && matches(rest, written)),
    }
}

#[test]
fn the_readmes_show_what_the_examples_write() {
    let [first, all] = [include_str!("../README.md"), include_str!("../examples/README.md")];
    let mut run = Vec::new();
    for Shown { folder, words, output } in [shown(first), shown(all)].into_iter().flatten() {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let ["$", "cargo", "run", "--example", name, rest @ ..] = &*words else {
            panic!("no command line of an example: {words:?}");
        };
        let args = rest.strip_prefix(&["--"]).unwrap_or(rest);
        // What writes a file does so outside the source, where an earlier run left none.
        let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
        let folder = if *name == "report" || words.contains(&"--chart") {
            drop(fs::remove_dir_all(&scratch));
            fs::create_dir_all(&scratch).unwrap();
            &scratch
        } else {
            Path::new(&folder)
        };
        let written = example_in(folder, name, args, b"");
        assert_eq!(written.status.code(), Some(0), "{words:?}");
        // A page goes to a file, and where it is to standard error.
        let all = [written.stdout, written.stderr].concat();
        let text = String::from_utf8(all).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert!(matches(&output, &lines), "{words:?} writes\n{text}\nnot\n{}", output.join("\n"));
        run.push((*name).to_owned());
    }
    run.dedup();
    assert_eq!(run, ["calculator", "payroll", "plan", "report", "national"]);
}

#[test]
fn dots_stand_for_lines_and_nothing_else() {
    let shown = |lines: &str| lines.lines().map(str::to_owned).collect::<Vec<_>>();
    assert!(matches(&shown("a\n...\nd"), &["a", "b", "c", "d"]));
    assert!(matches(&shown("a\n..."), &["a"]));
    assert!(!matches(&shown("a\n...\nd"), &["a", "b", "c"]));
    assert!(!matches(&shown("a\nc"), &["a", "b", "c"]));
    assert!(!matches(&shown("a"), &["a", "b"]));
}
