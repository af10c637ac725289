//! Why an employer of a payroll is not assessed.

use core::fmt;
use std::sync::Arc;

use crate::language::{In, Language};
use crate::payroll::csv::File;
#[cfg(feature = "loonaangifte")]
use crate::payroll::loonaangifte::Conflict;
use crate::payroll::{Mismatch, MismatchKind};
use crate::printable::Printable;

/// Why an employer of a payroll is not assessed.
///
/// # Codes
///
/// Besides those of [`Mismatch`] and of messages that cannot all be true:
///
/// | code | what is wrong |
/// |---|---|
/// | `unread_lines` | Lines of the employer could not be read, or lines that may be of it |
/// | `unread_messages` | Wage returns of the employer could not be read, or ones that may be of it |
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refusal {
    /// The employer's key.
    pub employer: Arc<str>,
    /// Why.
    pub kind: RefusalKind,
}

/// What is wrong with an employer's records.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RefusalKind {
    /// Lines could not be read: totals of the others would look complete.
    UnreadLines(Unread),
    /// Wage returns could not be read.
    UnreadMessages {
        /// How many are the employer's; `None` if it is not known whose they are.
        messages: Option<u64>,
    },
    /// Its wage returns cannot all be true.
    #[cfg(feature = "loonaangifte")]
    Conflict(Conflict),
    /// Its totals do not fit.
    Mismatch(Mismatch),
}

/// Lines that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unread {
    /// How many are the employer's; `None` if it is not known whose they are.
    pub lines: Option<u64>,
    /// The file of the first of them.
    pub file: File,
    /// The first of them.
    pub first_line: u64,
}

impl RefusalKind {
    /// Wage returns could not be read; `None` if it is not known whose they are.
    pub const fn unread_messages(messages: Option<u64>) -> Self {
        Self::UnreadMessages { messages }
    }
}

impl Refusal {
    /// The message in this language; code, field and line are the same in each.
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }

    /// A stable snake_case word for programs.
    pub fn code(&self) -> &'static str {
        match &self.kind {
            RefusalKind::UnreadLines(_) => "unread_lines",
            RefusalKind::UnreadMessages { .. } => "unread_messages",
            #[cfg(feature = "loonaangifte")]
            RefusalKind::Conflict(conflict) => conflict.code(),
            RefusalKind::Mismatch(mismatch) => mismatch.code(),
        }
    }

    /// The field of the contract that it is about, where there is one.
    pub fn field(&self) -> Option<String> {
        let RefusalKind::Mismatch(mismatch) = &self.kind else { return None };
        match &mismatch.kind {
            MismatchKind::Total(error) => error.field(),
            MismatchKind::Unregistered { .. } => Some("doelgroep_hours_attributed_in".to_owned()),
            MismatchKind::Attribution { .. } => Some("doelgroep_hours_attributed_out".to_owned()),
            _ => None,
        }
    }

    /// The file and line that it is refused for, where there is one.
    pub const fn line(&self) -> Option<(File, u64)> {
        match &self.kind {
            RefusalKind::UnreadLines(Unread { file, first_line, .. }) => Some((*file, *first_line)),
            RefusalKind::Mismatch(Mismatch {
                kind: MismatchKind::ContradictingRows { line: Some(line) },
                ..
            }) => Some((File::Employers, *line)),
            _ => None,
        }
    }
}

/// The message in each language.
impl fmt::Display for In<&Refusal> {
    #[rustfmt::skip]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Language::{En, Nl};
        let Self(language, refusal) = *self;
        let kind = match &refusal.kind {
            RefusalKind::Mismatch(mismatch) => return In(language, mismatch).fmt(f),
            #[cfg(feature = "loonaangifte")]
            RefusalKind::Conflict(conflict) => return In(language, conflict).fmt(f),
            kind => kind,
        };
        write!(f, "{} {}: ", language.pick("employer", "werkgever"), Printable(&refusal.employer))?;
        match (language, kind) {
            (En, RefusalKind::UnreadLines(Unread { lines: None, .. })) => f.write_str("a line could not be read, and whose it is is not known"),
            (Nl, RefusalKind::UnreadLines(Unread { lines: None, .. })) => f.write_str("een regel is niet te lezen, en het is niet bekend van welke werkgever die is"),

            (En, RefusalKind::UnreadLines(Unread { lines: Some(1), .. })) => f.write_str("1 line could not be read"),
            (Nl, RefusalKind::UnreadLines(Unread { lines: Some(1), .. })) => f.write_str("1 regel is niet te lezen"),

            (En, RefusalKind::UnreadLines(Unread { lines: Some(lines), .. })) => write!(f, "{lines} lines could not be read"),
            (Nl, RefusalKind::UnreadLines(Unread { lines: Some(lines), .. })) => write!(f, "{lines} regels zijn niet te lezen"),

            (En, RefusalKind::UnreadMessages { messages: None }) => f.write_str("a message of an unknown employer could not be read: it may be of this one"),
            (Nl, RefusalKind::UnreadMessages { messages: None }) => f.write_str("een bericht van een onbekende werkgever is niet te lezen; het kan van deze werkgever zijn"),

            (En, RefusalKind::UnreadMessages { messages: Some(1) }) => f.write_str("1 message could not be read whole"),
            (Nl, RefusalKind::UnreadMessages { messages: Some(1) }) => f.write_str("1 bericht is niet volledig te lezen"),

            (En, RefusalKind::UnreadMessages { messages: Some(messages) }) => write!(f, "{messages} messages could not be read whole"),
            (Nl, RefusalKind::UnreadMessages { messages: Some(messages) }) => write!(f, "{messages} berichten zijn niet volledig te lezen"),

            // These were written above.
            (_, RefusalKind::Mismatch(_)) => Ok(()),
            #[cfg(feature = "loonaangifte")]
            (_, RefusalKind::Conflict(_)) => Ok(()),
        }
    }
}

/// In English.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}

impl core::error::Error for Refusal {}

impl From<Mismatch> for Refusal {
    fn from(mismatch: Mismatch) -> Self {
        Self { employer: Arc::clone(&mismatch.employer), kind: RefusalKind::Mismatch(mismatch) }
    }
}
