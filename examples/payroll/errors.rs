//! The first lines that cannot be read, each with its place and a way out.

use std::collections::BTreeMap;

use banenafspraak::Printable;
use banenafspraak::payroll::csv::{File, FileError, Problem};

use crate::shared::options::Lang;

/// How many are shown.
const SHOWN: usize = 10;

/// The errors of lines where no `--keep-going` lists them.
#[derive(Debug, Default)]
pub(crate) struct Errors {
    shown: Vec<String>,
    more: bool,
    /// Whether the file of employers has one: then it is not known who is an employer.
    of_employers: bool,
    /// What columns are called in their files, by file and name in the plain form.
    columns: BTreeMap<(&'static str, &'static str), String>,
}

impl Errors {
    /// A column has another name in its file.
    pub(crate) fn name_column(&mut self, file: File, column: &'static str, name: &str) {
        if !name.eq_ignore_ascii_case(column) {
            self.columns.insert((file.word(), column), name.to_owned());
        }
    }

    pub(crate) fn any(&self) -> bool {
        !self.shown.is_empty()
    }

    /// Adds an error with its text; whether more are wanted.
    pub(crate) fn add(&mut self, error: &FileError, text: String) -> bool {
        let is_unknown = matches!(error.problem, Problem::UnknownEmployer { .. });
        if is_unknown && self.of_employers {
            return true;
        }
        self.of_employers |= error.file == File::Employers;
        self.more = self.shown.len() >= SHOWN;
        if !self.more {
            self.shown.push(text);
        }
        !self.more
    }

    /// The text of an error: what the column is called in its file, its code, and a way out.
    pub(crate) fn text(&self, error: &FileError, text: &str, lang: Lang) -> String {
        let column = match &error.problem {
            Problem::Value(value) => value.field(),
            _ => None,
        };
        let known = |column: String| {
            let found = self
                .columns
                .iter()
                .find(|((file, name), _)| (*file, *name) == (error.file.word(), column.as_str()));
            found.map(|(_, name)| name)
        };
        let column = match (column.and_then(known), lang) {
            (Some(name), Lang::Nl) => format!(" (kolom {name})"),
            (Some(name), Lang::En) => format!(" (column {name})"),
            (None, _) => String::new(),
        };
        let code = error.code();
        format!("{text}{column} [{code}]{}", way_out(error.file, code, lang))
    }

    /// Writes them to standard error.
    pub(crate) fn end(&self, lang: Lang) {
        for error in &self.shown {
            eprintln!("payroll: {}", Printable(error));
        }
        match (self.more, lang) {
            (false, _) => {}
            (true, Lang::Nl) => eprintln!(
                "payroll: er zijn meer fouten dan deze tien; met --keep-going --reconciliation BESTAND ziet u ze allemaal"
            ),
            (true, Lang::En) => eprintln!(
                "payroll: there are more errors than these ten; --keep-going --reconciliation FILE lists all"
            ),
        }
    }
}

/// The flag that helps, if one does.
pub(crate) fn way_out(file: File, code: &str, lang: Lang) -> String {
    let flags = match code {
        "ambiguous_number" | "mixed_decimals" | "other_decimal_sign" => {
            ["--decimal", "comma", "point"]
        }
        "mixed_separators" => ["--separator", "semicolon", "comma"],
        "not_utf8" => ["--encoding", "windows-1252", "utf-8"],
        _ => return String::new(),
    };
    let [flag, one, other] = flags;
    match lang {
        Lang::Nl => format!("; gebruik {flag} {file}={one} of {flag} {file}={other}"),
        Lang::En => format!("; use {flag} {file}={one} or {flag} {file}={other}"),
    }
}
