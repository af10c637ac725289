//! A payroll session.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::answer::{Added, Answer, Form, Unread};
use super::outcomes::Outcomes;
#[cfg(feature = "loonaangifte")]
use super::returns::Returns;
use super::rows::csv;
use super::setup::Setup;
use crate::contract::error::{ErrorObject, text};
use crate::contract::options::Options;
use crate::employer::SchemeParameters;
use crate::json::{Node, ReadFields as _};
use crate::payroll::csv::{File, FileError, Options as Files, RecordReader, Table, TableReader};
use crate::payroll::{Attributions, Payroll, Sources};
use crate::reconciliation::{Persons, Reconciliation};
use crate::unit::Year;

/// The line of a table's first row: the header is line 1.
const FIRST_LINE: u64 = 2;

/// A payroll that comes in pieces and is answered as JSON text: for a C call, a web page or another
/// language.
///
/// [`open`](Self::open) takes the year and the options; [`add`](Self::add) a table, as CSV or as an array of
/// objects with the columns' names, in any order; [`answer`](Self::answer) gives the outcome of every
/// employer with what was left out or does not match. A later filing replaces an earlier one. An employer
/// with a record that could not be read has an error in place of an outcome.
///
/// ```
/// use banenafspraak::contract::{Options, PayrollSession};
///
/// let mut payroll = PayrollSession::open(r#"{"year": 2026}"#, Options::new()).unwrap();
/// payroll.add("employers", br#"[{"employer": "bakery", "sector": "markt"}]"#);
/// payroll.add("register", b"person,from,until\np-17,2019-05-01,\n");
/// let records = br#"[{"employer": "bakery", "person": "p-17", "period": "2026-y", "paid_hours": 1331,
///     "premium_wage": "26000.00", "kind": "ordinary"}]"#;
/// assert_eq!(payroll.add("records", records), r#"{"read":1,"notes":[],"errors":[]}"#);
/// let answer: serde_json::Value = serde_json::from_str(&payroll.answer())?;
/// assert_eq!(answer["outcomes"][0]["realised_jobs"], "1.0");
/// assert_eq!(answer["notes"][0]["code"], "days_without_returns"); // of 2025
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug)]
pub struct PayrollSession {
    options: Options,
    scheme: Option<SchemeParameters>,
    /// Whether BSNs are in texts.
    #[cfg(feature = "loonaangifte")]
    show_persons: bool,
    sources: Sources,
    /// The attributions of other years.
    others: BTreeMap<Year, Attributions>,
    payroll: Payroll,
    /// What could not be read, by table.
    unread: BTreeMap<&'static str, Vec<(FileError, Form)>>,
    #[cfg(feature = "loonaangifte")]
    returns: Returns,
}

/// Assesses a payroll that is one JSON object, with its tables as arrays: `year`, `employers`, `register`,
/// `attributions` and `records`.
///
/// The answer is that of [`PayrollSession::answer`].
///
/// ```
/// use banenafspraak::contract::{Options, assess_payroll_json};
///
/// let answer = assess_payroll_json(
///     r#"{"year": 2026, "employers": [{"employer": "bakery", "sector": "markt"}],
///         "records": [{"employer": "bakery", "person": "p-17", "period": "2026-y",
///             "paid_hours": "1664.50", "premium_wage": "30000", "kind": "ordinary"}]}"#,
///     &Options::new(),
/// );
/// assert!(answer.starts_with(r#"{"outcomes":[{"id":"bakery","year":2026,"sector":"markt","#));
/// ```
pub fn assess_payroll_json(payroll: &str, options: &Options) -> String {
    match PayrollSession::open(payroll, options.clone()) {
        Ok(session) => session.answer(),
        Err(error) => error,
    }
}

/// The tables that an object of a payroll may have.
const FILES: [File; 4] = [File::Employers, File::Register, File::Attributions, File::Records];

impl PayrollSession {
    /// A payroll without records, of an object with its `year` and, where they are needed, `scheme` (the
    /// parameters of the Wet banenafspraak), `allow_repeats`, `allow_overlaps`, `show_persons`, and the
    /// tables `employers`, `register`, `attributions` and `records` as arrays.
    ///
    /// # Errors
    ///
    /// `{"error": {"code", "field", "message"}}` as text. Errors of the tables are in the answer.
    pub fn open(setup: &str, options: Options) -> Result<Self, String> {
        let language = options.language;
        let node = serde_json::from_str::<Node<'_>>(setup);
        let node = node.map_err(|error| ErrorObject::not_json(error, language).alone())?;
        let setup = Setup::read_object(&node);
        let setup = setup.map_err(|error| ErrorObject::refused(&error, language).alone())?;
        let sources = Sources { allow: setup.allow, ..Sources::new(setup.year) };
        let mut session = Self {
            payroll: sources.payroll(),
            options,
            scheme: setup.scheme,
            #[cfg(feature = "loonaangifte")]
            show_persons: setup.show_persons,
            sources,
            others: BTreeMap::new(),
            unread: BTreeMap::new(),
            #[cfg(feature = "loonaangifte")]
            returns: Returns::default(),
        };
        for (file, table) in FILES.into_iter().zip(&setup.tables) {
            if let Some(table) = table {
                session.add_rows(file, table);
            }
        }
        Ok(session)
    }

    /// Adds a table: `employers`, `register`, `attributions` or `records`, with the contract's columns, as
    /// CSV with a header or as a JSON array of objects. Records add up; each other table replaces the one
    /// before it.
    ///
    /// The answer says how many lines were read, and what is wrong with the others.
    pub fn add(&mut self, table: &str, content: &[u8]) -> String {
        let language = self.options.language;
        let file = match table.parse::<File>() {
            Ok(file) => file,
            Err(error) => return ErrorObject::refused(&error, language).alone(),
        };
        #[cfg(feature = "loonaangifte")]
        if file == File::Records && !self.returns.is_empty() {
            return self.of_both();
        }
        if !content.trim_ascii_start().starts_with(b"[") {
            return text(&self.add_csv(file, content, Form::Csv));
        }
        match serde_json::from_slice::<Node<'_>>(content) {
            Ok(rows) => text(&self.add_rows(file, &rows)),
            Err(error) => ErrorObject::not_json(error, language).alone(),
        }
    }

    fn add_rows(&mut self, file: File, rows: &Node<'_>) -> Added {
        match csv(rows) {
            Ok(rows) => self.add_csv(file, rows.as_bytes(), Form::Array),
            Err((row, error)) => {
                let line = u64::try_from(row).unwrap_or(u64::MAX).saturating_add(FIRST_LINE);
                let mut added = Added::default();
                self.is_unread(FileError::new(file, line, error), Form::Array, &mut added);
                added
            }
        }
    }

    fn add_csv(&mut self, file: File, content: &[u8], form: Form) -> Added {
        let mut added = Added::default();
        if file != File::Records {
            self.unread.remove(&file.word());
        }
        let read = match file {
            File::Employers => Files::new().employers(content).map(|lines| {
                self.sources.employers = self.table(lines, form, &mut added);
            }),
            File::Register => Files::new().register(content).map(|lines| {
                let register = Arc::new(self.table(lines, form, &mut added));
                self.payroll.set_register(Arc::clone(&register));
                self.sources.register = register;
            }),
            File::Attributions => Files::new().attributions(content).map(|lines| {
                self.others = self.table(lines, form, &mut added);
                let year = self.sources.year;
                self.sources.attributions = self.others.remove(&year).unwrap_or_default();
            }),
            File::Records => Files::new().records(content).map(|records| {
                self.records(records, form, &mut added);
            }),
        };
        if let Err(error) = read {
            self.is_unread(error, form, &mut added);
        }
        added
    }

    /// The table of the lines that can be read.
    fn table<T: Table>(
        &mut self,
        mut lines: TableReader<&[u8], T>,
        form: Form,
        added: &mut Added,
    ) -> T {
        for line in lines.by_ref() {
            match line {
                Ok(()) => added.read = added.read.saturating_add(1),
                Err(error) => self.is_unread(error, form, added),
            }
        }
        lines.into_table()
    }

    fn records(&mut self, mut records: RecordReader<&[u8]>, form: Form, added: &mut Added) {
        loop {
            match records.read() {
                Ok(Some(record)) => {
                    self.payroll.add(&record);
                    added.read = added.read.saturating_add(1);
                }
                Ok(None) => return,
                Err(error) => {
                    let goes_on = error.is_of_one_line();
                    self.is_unread(error, form, added);
                    if !goes_on {
                        return;
                    }
                }
            }
        }
    }

    fn is_unread(&mut self, error: FileError, form: Form, added: &mut Added) {
        added.errors.push(Unread::of(&error, form, self.options.language));
        self.unread.entry(error.file.word()).or_default().push((error, form));
    }

    /// Adds a wage return (loonaangifte): the bytes of one XML message. Messages come in any order; the
    /// employer's key is its fiscal number, and the register's keys are BSNs.
    ///
    /// The answer says how many relations were read, or why the message cannot be read. A session is of
    /// records or of wage returns, not of both.
    #[cfg(feature = "loonaangifte")]
    pub fn add_wage_return(&mut self, xml: &[u8]) -> String {
        if self.payroll.employers().len() > 0 {
            return self.of_both();
        }
        text(&self.returns.add(xml, &self.sources, self.options.language))
    }

    /// The error of records beside wage returns.
    #[cfg(feature = "loonaangifte")]
    fn of_both(&self) -> String {
        let message = self.options.language.pick(
            "a payroll is of records or of wage returns, not of both",
            "een loonadministratie bestaat uit regels of uit loonaangiften, niet uit beide",
        );
        ErrorObject::new("records_and_returns", None, &message).alone()
    }

    /// The outcome of every employer with records, what was left out or does not match, and each line
    /// that could not be read: `{"outcomes": [...], "notes": [...], "errors": [...]}`. More can be added
    /// afterwards.
    ///
    /// An outcome is that of the contract, or `{"id", "error"}`; a note has `code`, `employer` and
    /// `message`. Persons are named in messages only with `show_persons`, or where the keys are the
    /// caller's own.
    pub fn answer(&self) -> String {
        let mut outcomes = Outcomes {
            sources: &self.sources,
            options: &self.options,
            scheme: self.scheme.as_ref(),
            persons: self.persons(),
            found: Reconciliation::new(),
            answer: Answer::default(),
        };
        outcomes.found.percentages(&self.sources);
        for (year, attributions) in &self.others {
            outcomes.found.attributions_of_other_year(*year, attributions);
        }
        for (error, form) in self.unread.values().flatten() {
            outcomes.unread(error, *form);
        }
        let summary = self.sources.summary(&self.payroll);
        for joined in self.sources.join(&self.payroll) {
            outcomes.joined(&joined);
        }
        #[cfg(feature = "loonaangifte")]
        let summary = self.returns.answer(&mut outcomes, summary);
        text(&outcomes.finish(summary))
    }

    /// The keys of wage returns are BSNs.
    #[cfg(feature = "loonaangifte")]
    fn persons(&self) -> Persons {
        if self.show_persons || self.returns.is_empty() {
            Persons::by_key()
        } else {
            Persons::without_bsn()
        }
    }

    /// The keys of records are the caller's own.
    #[cfg(not(feature = "loonaangifte"))]
    #[expect(clippy::unused_self, reason = "as with wage returns")]
    const fn persons(&self) -> Persons {
        Persons::by_key()
    }
}
