//! Receipts: written beside the answers, and verified.

use std::io::{self, BufRead, Write};

use banenafspraak::contract::{NotJson, SavedReceipt, Verification};
use banenafspraak::{Error, Language, Printable};
use serde::Serialize;

use crate::shared::options::Format;
use crate::shared::trouble::Reason;

/// Verifies a file of receipts, one a line. Whether all are the same.
pub(crate) fn verify(
    mut input: impl BufRead,
    out: &mut impl Write,
    format: Format,
    language: Language,
) -> io::Result<bool> {
    let (mut line, mut number, mut all_same, mut receipts) = (Vec::new(), 0_u64, true, 0_u64);
    while input.read_until(b'\n', &mut line)? > 0 {
        number = number.saturating_add(1);
        if !line.trim_ascii().is_empty() {
            receipts = receipts.saturating_add(1);
            let answer = Answer::to(line.trim_ascii());
            all_same &= matches!(&answer, Answer::Verified(it) if it.is_the_same());
            match format {
                Format::Json => answer.json(out, number, language)?,
                Format::Text | Format::Csv => answer.text(out, number, language)?,
            }
        }
        line.clear();
    }
    if receipts == 0 {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            Reason("there are no receipts to verify", "er zijn geen bewijzen om te controleren"),
        ));
    }
    Ok(all_same)
}

/// What a line comes to.
enum Answer {
    Verified(Verification),
    NoReceipt(Error),
    NotJson(NotJson),
}

impl Answer {
    fn to(line: &[u8]) -> Self {
        match SavedReceipt::from_json(line) {
            Ok(Ok(receipt)) => Self::Verified(receipt.verify()),
            Ok(Err(error)) => Self::NoReceipt(error),
            Err(error) => Self::NotJson(error),
        }
    }

    fn text(&self, out: &mut impl Write, number: u64, language: Language) -> io::Result<()> {
        let line = match language {
            Language::Nl => "regel",
            _ => "line",
        };
        match self {
            Self::Verified(verification) => {
                write!(out, "{line} {number}")?;
                if let Some(id) = &verification.id {
                    write!(out, ", {}", Printable(id))?;
                }
                writeln!(out, ": {}", verification.localized(language))
            }
            Self::NoReceipt(error) => {
                writeln!(out, "{line} {number}: {} [{}]", error.localized(language), error.code())
            }
            Self::NotJson(error) => {
                writeln!(out, "{line} {number}: {} [{}]", error.localized(language), error.code())
            }
        }
    }

    fn json(&self, out: &mut impl Write, line: u64, language: Language) -> io::Result<()> {
        #[derive(Serialize)]
        struct Verified<'a> {
            line: u64,
            #[serde(flatten)]
            verification: &'a Verification,
        }
        #[derive(Serialize)]
        struct Refused {
            line: u64,
            error: Fault,
        }
        #[derive(Serialize)]
        struct Fault {
            code: &'static str,
            field: Option<String>,
            message: String,
        }
        let (code, field, message) = match self {
            Self::Verified(verification) => {
                serde_json::to_writer(&mut *out, &Verified { line, verification })?;
                return writeln!(out);
            }
            Self::NoReceipt(error) => {
                (error.code(), error.field(), error.localized(language).to_string())
            }
            Self::NotJson(error) => (error.code(), None, error.localized(language).to_string()),
        };
        serde_json::to_writer(&mut *out, &Refused { line, error: Fault { code, field, message } })?;
        writeln!(out)
    }
}
