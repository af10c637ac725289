//! The one error type: which field, and what is wrong with it.

use core::fmt;

use super::field::Field;
use super::kind::ErrorKind;
use super::words::Worded;
use crate::language::{In, Language};

/// Why a value, an employer or a figure was refused.
///
/// Each error has a [`kind`](Error::kind) with the value and the rule, a [`field`](Error::field), and a
/// stable [`code`](Error::code); [`ErrorKind`] lists them. It is one pointer wide, and holds no personal data beyond the refused
/// value itself. Its message is in English, or [in Dutch](Error::localized).
///
/// ```
/// use banenafspraak::{Hours, Language};
///
/// let error = "25800.005".parse::<Hours>().unwrap_err();
/// assert_eq!(error.code(), "too_precise");
/// assert_eq!(error.field().as_deref(), Some("hours"));
/// assert!(error.to_string().starts_with("hours: 25800.005 has more than 2 decimals"));
/// let dutch = error.localized(Language::Nl).to_string();
/// assert!(dutch.starts_with("uren (hours): `25800.005` heeft meer dan 2 decimalen"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Error {
    inner: Box<Inner>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Inner {
    field: Field,
    kind: ErrorKind,
}

impl Error {
    pub(crate) fn new(field: impl Into<Field>, kind: ErrorKind) -> Self {
        Self { inner: Box::new(Inner { field: field.into(), kind }) }
    }

    pub(crate) fn overflow(quantity: &'static str) -> Self {
        Self::new(quantity, ErrorKind::Overflow)
    }

    /// What is wrong.
    pub const fn kind(&self) -> &ErrorKind {
        &self.inner.kind
    }

    /// A stable snake_case word for programs, such as `part_exceeds_whole`.
    ///
    /// ```
    /// use banenafspraak::Sector;
    ///
    /// let error = "region".parse::<Sector>().unwrap_err();
    /// assert_eq!(error.code(), "unknown_word");
    /// assert_eq!(error.to_string(), "sector: `region` is not one of overheid, markt");
    /// ```
    pub const fn code(&self) -> &'static str {
        self.inner.kind.code()
    }

    /// The field at fault by the contract's name, such as `previous_year.paid_hours`; `None` for the
    /// whole input.
    ///
    /// For an unknown figure this is the figure's name.
    ///
    /// ```
    /// use banenafspraak::{Hours, HoursBase};
    ///
    /// let base = HoursBase::new(Hours::whole(180_000));
    /// let error = base.with_wsw_hours(Hours::whole(180_001)).unwrap_err();
    /// assert_eq!(error.field().as_deref(), Some("wsw_hours"));
    /// ```
    pub fn field(&self) -> Option<String> {
        let Inner { field, kind } = &*self.inner;
        match (kind, field.is_empty()) {
            // Its name is not one of the contract's.
            (ErrorKind::UnknownField { name, .. }, true) => Some(name.to_string()),
            (ErrorKind::UnknownField { name, .. }, false) => Some(format!("{field}.{name}")),
            (_, true) => None,
            (_, false) => Some(field.to_string()),
        }
    }

    /// The message in this language; code and field are the same in each.
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }

    /// The same error, about `field`: a unit knows its own name only, its owner knows better.
    pub(crate) fn about(mut self, field: impl Into<Field>) -> Self {
        self.inner.field = field.into();
        self
    }

    /// The same error, its field inside `object`.
    pub(crate) fn inside(mut self, object: &'static str) -> Self {
        self.inner.field = self.inner.field.inside(object);
        self
    }

    /// The same error, its field inside item `index` of the list `object`.
    pub(crate) fn inside_item(mut self, object: &'static str, index: usize) -> Self {
        self.inner.field = self.inner.field.inside(&format!("{object}[{index}]"));
        self
    }
}

/// The field, where there is one, in Dutch with its Dutch word; and what is wrong with it.
impl fmt::Display for In<&Error> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, error) = *self;
        if let Some(field) = error.field() {
            match language {
                Language::En => write!(f, "{field}: ")?,
                Language::Nl => write!(f, "{}: ", Worded { text: &field, name: last(&field) })?,
            }
        }
        write!(f, "{}", In(language, error.kind()))
    }
}

/// The name at the end of the path of a field, without the place in a list.
fn last(field: &str) -> &str {
    let name = field.rsplit('.').next().unwrap_or(field);
    name.split('[').next().unwrap_or(name)
}

/// In English.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let field = self.field();
        f.debug_struct("Error").field("field", &field).field("kind", self.kind()).finish()
    }
}

impl core::error::Error for Error {}
