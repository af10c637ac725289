//! The rooms of `src/` stand in the order of `lib.rs`, and a file uses only rooms above its own.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

/// The lines that are code, not documentation.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim_start).filter(|line| !line.starts_with("//"))
}

/// `pub mod law;` declares the room `law`.
fn rooms(lib: &str) -> Vec<&str> {
    let declared = code(lib).filter_map(|line| {
        line.strip_prefix("pub ").unwrap_or(line).strip_prefix("mod ")?.strip_suffix(';')
    });
    declared.collect()
}

/// The names that follow `crate::` on a line.
fn used(line: &str) -> impl Iterator<Item = &str> {
    line.split("crate::").skip(1).map(|after| {
        after.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
    })
}

#[test]
fn a_file_uses_only_rooms_above_its_own() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let lib = fs::read_to_string(source.join("lib.rs")).unwrap();
    let rooms = rooms(&lib);
    let place = |room: &str| rooms.iter().position(|name| *name == room);
    let mut checked = 0;
    for path in sources(&source) {
        let inner = path.strip_prefix(&source).unwrap();
        let room = inner.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        let Some(own) = place(room) else {
            assert_eq!(room, "lib", "{} is in no room of lib.rs", inner.display());
            continue;
        };
        for line in code(&fs::read_to_string(&path).unwrap()) {
            for name in used(line) {
                let other = place(name);
                assert!(
                    other.is_some_and(|other| other <= own),
                    "{}: `{name}` is not a room above `{room}`: {line}",
                    inner.display()
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 100, "only {checked} uses found: does the test still read the source?");
}
