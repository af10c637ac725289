//! The modules of `src/` are declared in the order of `lib.rs`; a file uses only modules above its
//! own and, within its module, only files that do not lead back to it.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
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

/// `pub mod law;` declares the module `law`.
fn modules(lib: &str) -> Vec<&str> {
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
fn a_file_uses_only_modules_above_its_own() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let lib = fs::read_to_string(source.join("lib.rs")).unwrap();
    let modules = modules(&lib);
    let place = |module: &str| modules.iter().position(|name| *name == module);
    let mut checked = 0;
    for path in sources(&source) {
        let inner = path.strip_prefix(&source).unwrap();
        let module = inner.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        let Some(own) = place(module) else {
            assert_eq!(module, "lib", "{} is in no module of lib.rs", inner.display());
            continue;
        };
        for line in code(&fs::read_to_string(&path).unwrap()) {
            for name in used(line) {
                let other = place(name);
                assert!(
                    other.is_some_and(|other| other <= own),
                    "{}: `{name}` is not a module above `{module}`: {line}",
                    inner.display()
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 100, "only {checked} uses found: does the test still read the source?");
}

/// What a file of a folder uses of it: `use super::jobs::Jobs;` is `jobs`, `use super::{en, nl};`
/// are both.
///
/// A macro says it from the root, as in `crate::unit::text`.
fn siblings(text: &str, from_the_root: &str) -> BTreeSet<String> {
    let code: String = code(text).collect::<Vec<_>>().join(" ").replace(from_the_root, "super::");
    let mut names = BTreeSet::new();
    for after in code.split("super::").skip(1) {
        let first = |text: &str| {
            let name: String = text
                .trim_start()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            name
        };
        match after.strip_prefix('{') {
            Some(list) => {
                let list = list.split('}').next().unwrap_or_default();
                names.extend(list.split(',').map(first).filter(|name| !name.is_empty()));
            }
            None => {
                names.insert(first(after));
            }
        }
    }
    names
}

/// Modules within a file: `mod table {` has a `super` of its own.
fn inner_modules(text: &str) -> bool {
    code(text).any(|line| {
        let line = line.strip_prefix("pub(crate) ").unwrap_or(line);
        line.starts_with("mod ") && line.ends_with('{')
    })
}

/// Whether a path leads from a file back to it.
fn leads_back(uses: &BTreeMap<String, BTreeSet<String>>, start: &str) -> Option<Vec<String>> {
    let mut paths = vec![vec![start.to_owned()]];
    let mut seen = BTreeSet::new();
    while let Some(path) = paths.pop() {
        for next in uses.get(path.last()?).into_iter().flatten() {
            let mut longer = path.clone();
            longer.push(next.clone());
            if next == start {
                return Some(longer);
            }
            if seen.insert(next.clone()) {
                paths.push(longer);
            }
        }
    }
    None
}

#[test]
fn files_of_a_module_use_each_other_by_file_and_in_no_circle() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders: BTreeMap<PathBuf, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    let mut arrows = 0;
    for path in sources(&source) {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        if name == "mod" || name == "lib" || inner_modules(&text) {
            continue;
        }
        let folder = path.parent().unwrap().to_owned();
        let inner = folder.strip_prefix(&source).unwrap();
        let module: Vec<&str> = inner.iter().map(|name| name.to_str().unwrap()).collect();
        let from_the_root = match *module {
            [] => "no module of its own".to_owned(),
            _ => format!("crate::{}::", module.join("::")),
        };
        let mut used = siblings(&text, &from_the_root);
        // A macro of a module can name what its hub gives on: `crate::unit::Unit`.
        used.retain(|name| name.starts_with(|first: char| first.is_lowercase()));
        for name in &used {
            let (file, hub) = (folder.join(format!("{name}.rs")), folder.join(name).join("mod.rs"));
            assert!(
                file.exists() || hub.exists(),
                "{}: `super::{name}` is no file beside it: import from the file that defines it",
                path.display()
            );
        }
        arrows += used.len();
        folders.entry(folder).or_default().insert(name, used);
    }
    for (folder, uses) in &folders {
        for file in uses.keys() {
            let circle = leads_back(uses, file);
            assert_eq!(circle, None, "a circle of files in {}", folder.display());
        }
    }
    assert!(arrows > 80, "only {arrows} uses found: does the test still read the source?");
}

/// The names that the lines `pub use` of a file give.
fn given(text: &str) -> BTreeSet<String> {
    let code: String = code(text).collect::<Vec<_>>().join(" ");
    let uses = code.split("pub use ").skip(1).filter_map(|after| after.split_once(';'));
    let names = uses.flat_map(|(path, _)| {
        let one = path.rsplit("::").next().unwrap_or(path);
        let all = path.split_once('{').map_or(one, |(_, all)| all.trim_end_matches('}'));
        all.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty())
    });
    names.map(|name| name.rsplit("::").next().unwrap_or_default().to_owned()).collect()
}

/// Each public item has one path: what is at the root of the crate is in no module too. The root has
/// what most programs need, and no more than a reader takes in.
#[test]
fn a_public_item_has_one_path() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let lib = fs::read_to_string(source.join("lib.rs")).unwrap();
    let root = given(&lib);
    let is_public = |path: &Path| {
        let module = path.strip_prefix(&source).unwrap().iter().next().unwrap().to_str().unwrap();
        code(&lib).any(|line| line == format!("pub mod {module};"))
    };
    assert!((25..=36).contains(&root.len()), "{} names at the root: {root:?}", root.len());
    let mut seen = 0;
    for path in sources(&source).iter().filter(|path| path.ends_with("mod.rs") && is_public(path)) {
        let names = given(&fs::read_to_string(path).unwrap());
        let twice: Vec<_> = names.intersection(&root).collect();
        assert!(twice.is_empty(), "{} and the root: {twice:?}", path.display());
        seen += names.len();
    }
    assert!(seen > 80, "only {seen} names found: does the test still read the source?");
}

/// The rows of `object!` and `written!` in a file, `paid_hours: needed Hours = it.paid_hours(),`: the
/// names that are in the JSON.
fn contract_rows(text: &str) -> Vec<&str> {
    const KINDS: [&str; 7] =
        ["needed", "optional", "defaulted", "nullable", "listed", "given", "unread"];
    let rows = code(text).filter_map(|line| {
        let (name, rest) = line.split_once(": ")?;
        let (kind, rest) = rest.split_once(' ')?;
        (KINDS.contains(&kind) && rest.contains('=')).then_some(name)
    });
    rows.collect()
}

/// A name of the JSON contract is the name of a field: no list, reader or writer repeats it as a text.
#[test]
fn a_name_of_the_contract_is_written_once_for_its_object() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = ["contract", "json"].map(|folder| sources(&source.join(folder))).concat();
    let texts: Vec<String> = files.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let names: BTreeSet<&str> = texts.iter().flat_map(|text| contract_rows(text)).collect();
    assert!(names.contains("paid_hours") && names.contains("levy_status"), "{names:?}");
    assert!(names.len() > 60, "only {} names found: does the test still read them?", names.len());
    for (path, text) in files.iter().zip(&texts) {
        for line in code(text) {
            let repeated = names.iter().find(|name| line.contains(&format!("\"{name}\"")));
            assert_eq!(repeated, None, "{}: {line}", path.display());
        }
    }
    // Every form of a type is in these two.
    for path in sources(&source) {
        let text = fs::read_to_string(&path).unwrap();
        let writes = code(&text).any(|line| line.contains("serialize_entry("));
        assert!(!writes || files.contains(&path), "{} writes an object", path.display());
    }
}
