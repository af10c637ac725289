//! The one error type: what is wrong, in which field, with which value, against which rule.
//!
//! Every module but the escape makes errors, so an error holds plain data only.

use core::fmt::{self, Write as _};

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::printable::Printable;

/// Why a value, an employer or a figure was refused.
///
/// Each error names its field, the value and the rule, has a stable [`code`](Error::code), is
/// `Copy` and holds no personal data beyond the refused value itself.
///
/// ```
/// use banenafspraak::{Error, Hours};
///
/// let error = "25800.005".parse::<Hours>().unwrap_err();
/// assert_eq!(error.code(), "too_precise");
/// assert_eq!(error.field().as_deref(), Some("hours"));
/// assert!(error.to_string().starts_with("hours: 25800.005 has more than 2 decimals"));
/// ```
///
/// A program matches on the variant. Variants may get more fields: end the pattern with `..`.
///
/// ```
/// use banenafspraak::{Error, Figures, Sector, Year};
///
/// match Figures::published().quotumpercentage(Year::new(2027)?, Sector::Overheid) {
///     Err(Error::UnknownFigure { year, .. }) => assert_eq!(year, 2027),
///     other => panic!("{other:?}"),
/// }
/// # Ok::<(), Error>(())
/// ```
///
/// # Codes
///
/// They are stable:
///
/// | code | what is wrong |
/// |---|---|
/// | `contradiction` | A day that another one contradicts |
/// | `duplicate_field` | A field appears twice in one object |
/// | `ends_before_it_begins` | A period ends before it begins |
/// | `figure_mismatch` | A figure was given in the wrong unit or for the wrong sectors |
/// | `float_refused` | Only a binary float was there, which may differ from the number that was meant |
/// | `invalid_bsn` | Not a citizen service number |
/// | `lends_to_itself` | A lender that attributes hours to itself |
/// | `missing_field` | A needed field is missing |
/// | `negative` | The value is below zero where less than nothing has no meaning |
/// | `not_a_boolean` | Neither true nor false |
/// | `not_a_date` | Not a date of the calendar such as 2026-03-31 |
/// | `not_a_number` | The text is no number in plain notation |
/// | `not_a_period` | Not a period of a wage return |
/// | `not_covered` | Records that decide are missing |
/// | `not_finite` | The text means infinity, or no number at all |
/// | `not_in_year` | A day outside the year |
/// | `not_owed` | A levy that is not owed, so that nothing balances it |
/// | `not_positive` | A zero where something must be divided by it |
/// | `other_year` | Payrolls of different years |
/// | `out_of_range` | The value lies outside the bounds of its unit |
/// | `overflow` | A computation left the range that can be held exactly |
/// | `part_exceeds_whole` | A part is greater than the whole it is part of |
/// | `superfluous` | Something that has no meaning beside the rest |
/// | `too_precise` | The value has more decimals than its unit carries |
/// | `unknown_field` | The object has a field that the contract does not know |
/// | `unknown_figure` | No figure is known for this sector and year |
/// | `unknown_word` | A word that is not in the list of words allowed there |
/// | `unreachable` | What is aimed at cannot be reached, however many hours are worked |
/// | `wrong_type` | A field holds another kind of thing than it should |
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The text is no number in plain notation.
    #[error("{field}: `{text}` is not a number in plain notation, such as 25800 or 19.38")]
    #[non_exhaustive]
    NotANumber {
        /// Where it was.
        field: Field,
        /// The text as given.
        text: Excerpt,
    },
    /// The text means infinity or for no number at all.
    #[error("{field}: `{text}` is not a finite number")]
    #[non_exhaustive]
    NotFinite {
        /// Where it was.
        field: Field,
        /// The text as given.
        text: Excerpt,
    },
    /// The reader had only a binary float, and that may differ from the number that was meant.
    ///
    /// A binary float is read if its shortest decimal text has no more decimals than its unit and
    /// at most 15 significant digits: every decimal of 15 digits comes through a 64-bit float
    /// unharmed (of a 32-bit float, 6). Any other, such as 0.1 + 0.2, is refused.
    #[error(
        "{field}: the binary float {value} has more decimals than are allowed, or more digits than are certain; write the number as a string, such as \"19.38\""
    )]
    #[non_exhaustive]
    FloatRefused {
        /// Where it was.
        field: Field,
        /// The shortest decimal text of the float.
        value: Excerpt,
    },
    /// The value has more decimals than its unit carries.
    #[error(
        "{field}: {value} has more than {decimals} decimals (a point separates no thousands); {}",
        round_first(field)
    )]
    #[non_exhaustive]
    TooPrecise {
        /// Where it was.
        field: Field,
        /// The value as given.
        value: Excerpt,
        /// The most decimals its unit carries.
        decimals: u32,
    },
    /// The value is below zero where less than nothing has no meaning.
    #[error("{field}: {value} is negative; the least is 0")]
    #[non_exhaustive]
    Negative {
        /// Where it was.
        field: Field,
        /// The value as given.
        value: Excerpt,
    },
    /// A zero where something must be divided by it.
    #[error("{field}: must be more than 0")]
    #[non_exhaustive]
    NotPositive {
        /// What is zero.
        field: Field,
    },
    /// The value lies outside the bounds of its unit.
    #[error("{field}: {value} is not between {min} and {max}")]
    #[non_exhaustive]
    OutOfRange {
        /// Where it was.
        field: Field,
        /// The value as given.
        value: Excerpt,
        /// The least allowed.
        min: Decimal,
        /// The most allowed.
        max: Decimal,
    },
    /// A part is greater than the whole it is part of.
    #[error("{field}: {value} is more than {whole}, {whole_value}, of which it is a part")]
    #[non_exhaustive]
    PartExceedsWhole {
        /// The part.
        field: Field,
        /// The part's value.
        value: Decimal,
        /// What it is a part of.
        whole: &'static str,
        /// The whole's value.
        whole_value: Decimal,
    },
    /// No figure is known for this sector and year. Nothing carries another year's figure over.
    #[error("{figure}: not known{} in {year}; {}", of_sector(*sector), advice(figure))]
    #[non_exhaustive]
    UnknownFigure {
        /// The figure's name.
        figure: &'static str,
        /// The sector asked for, where the figure is set per sector.
        sector: Option<&'static str>,
        /// The year asked for.
        year: u16,
    },
    /// A figure was given in the wrong unit or for the wrong sectors.
    #[error("{figure}: a figure of this name is {expected}")]
    #[non_exhaustive]
    FigureMismatch {
        /// The figure's name.
        figure: &'static str,
        /// What it should be.
        expected: &'static str,
    },
    /// The object has a field that the contract does not know.
    #[error("{}: unknown field; known here: {}", self.field().unwrap_or_default(), known.join(", "))]
    #[non_exhaustive]
    UnknownField {
        /// The object it stood in.
        field: Field,
        /// Its name.
        name: Excerpt,
        /// The names that are known there.
        known: &'static [&'static str],
    },
    /// Records of these days are missing, and what is known without them decides nothing.
    #[error("{field}: the records from {from} to {until} are missing, and it depends on them")]
    #[non_exhaustive]
    NotCovered {
        /// What depends on them.
        field: Field,
        /// The first day without a record.
        from: Date,
        /// The last of the same run.
        until: Date,
    },
    /// A needed field is missing.
    #[error("{field}: missing")]
    #[non_exhaustive]
    MissingField {
        /// Its name.
        field: Field,
    },
    /// A field appears twice in one object.
    #[error("{field}: appears twice")]
    #[non_exhaustive]
    DuplicateField {
        /// Its name.
        field: Field,
    },
    /// A field holds another kind of thing than it should.
    #[error("{}expected {expected}, found {found}", before(field))]
    #[non_exhaustive]
    WrongType {
        /// Its name.
        field: Field,
        /// What is expected there.
        expected: &'static str,
        /// What is there.
        found: &'static str,
    },
    /// A word that is not in the list of words allowed there.
    #[error("{field}: `{text}` is not one of {expected}")]
    #[non_exhaustive]
    UnknownWord {
        /// Where it was.
        field: Field,
        /// The word as given.
        text: Excerpt,
        /// The words allowed.
        expected: &'static str,
    },
    /// No date of the calendar in the form of ISO 8601.
    #[error("{field}: `{text}` is not a date such as 2026-03-31")]
    #[non_exhaustive]
    NotADate {
        /// Where it was.
        field: Field,
        /// The text as given.
        text: Excerpt,
    },
    /// No period of a wage return.
    #[error(
        "{field}: `{text}` is not a period: 2026-03 (month), 2026-4w05 (four weeks), 2026-h1 (half year), 2026-y (year)"
    )]
    #[non_exhaustive]
    NotAPeriod {
        /// Where it was.
        field: Field,
        /// The text as given.
        text: Excerpt,
    },
    /// Neither yes nor no.
    #[error("{field}: `{text}` is not true or false (J or N)")]
    #[non_exhaustive]
    NotABoolean {
        /// Where it was.
        field: Field,
        /// The text as given.
        text: Excerpt,
    },
    /// A day that another one contradicts: an AOW day given twice, a gap within hours that are said to
    /// be counted.
    #[error("{field}: {day} contradicts {known}")]
    #[non_exhaustive]
    Contradiction {
        /// Where it was.
        field: Field,
        /// The day.
        day: Date,
        /// The day that contradicts it.
        known: Date,
    },
    /// A period ends before it begins.
    #[error("{field}: {until} is before {from}, the day it begins")]
    #[non_exhaustive]
    EndsBeforeItBegins {
        /// Where it was.
        field: Field,
        /// The first day.
        from: Date,
        /// The last day.
        until: Date,
    },
    /// Something that has no meaning beside the rest, and would be ignored.
    #[error("{field}: has no meaning here")]
    #[non_exhaustive]
    Superfluous {
        /// Where it was.
        field: Field,
    },
    /// What is aimed at cannot be reached, however many hours are worked.
    #[error("{field}: no number does it")]
    #[non_exhaustive]
    Unreachable {
        /// What it would be reached with.
        field: Field,
    },
    /// A levy that is not owed, so that nothing balances it.
    #[error("inclusiviteitsheffing: not owed ({liability})")]
    #[non_exhaustive]
    NotOwed {
        /// Why, by the word of [`Liability`](crate::Liability).
        liability: &'static str,
    },
    /// A day outside the year.
    #[error("{field}: {day} is not in {year}")]
    #[non_exhaustive]
    NotInYear {
        /// Where it was.
        field: Field,
        /// The day.
        day: Date,
        /// The year.
        year: u16,
    },
    /// Payrolls of different years.
    #[error("year: {year} is not {expected}, the year of the payroll it is added to")]
    #[non_exhaustive]
    OtherYear {
        /// The year of the payroll that is added.
        year: u16,
        /// The year of the payroll it is added to.
        expected: u16,
    },
    /// A lender that attributes hours to itself.
    #[error("borrower: is the lender itself")]
    LendsToItself,
    /// Not a citizen service number. The number itself is in no error.
    #[error("{field}: not nine digits that pass the elfproef")]
    #[non_exhaustive]
    InvalidBsn {
        /// Where it was.
        field: Field,
    },
    /// A computation left the range that can be held exactly.
    #[error("{field}: too large to compute exactly")]
    #[non_exhaustive]
    Overflow {
        /// The quantity being computed.
        field: Field,
    },
}

impl Error {
    /// A stable snake_case word for programs, such as `part_exceeds_whole`.
    ///
    /// ```
    /// use banenafspraak::Sector;
    ///
    /// let error = "market".parse::<Sector>().unwrap_err();
    /// assert_eq!(error.code(), "unknown_word");
    /// assert_eq!(error.to_string(), "sector: `market` is not one of overheid, markt");
    /// ```
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotANumber { .. } => "not_a_number",
            Self::NotFinite { .. } => "not_finite",
            Self::FloatRefused { .. } => "float_refused",
            Self::TooPrecise { .. } => "too_precise",
            Self::Negative { .. } => "negative",
            Self::NotPositive { .. } => "not_positive",
            Self::OutOfRange { .. } => "out_of_range",
            Self::PartExceedsWhole { .. } => "part_exceeds_whole",
            Self::UnknownFigure { .. } => "unknown_figure",
            Self::FigureMismatch { .. } => "figure_mismatch",
            Self::UnknownField { .. } => "unknown_field",
            Self::NotCovered { .. } => "not_covered",
            Self::MissingField { .. } => "missing_field",
            Self::DuplicateField { .. } => "duplicate_field",
            Self::WrongType { .. } => "wrong_type",
            Self::UnknownWord { .. } => "unknown_word",
            Self::NotADate { .. } => "not_a_date",
            Self::NotAPeriod { .. } => "not_a_period",
            Self::NotABoolean { .. } => "not_a_boolean",
            Self::Contradiction { .. } => "contradiction",
            Self::EndsBeforeItBegins { .. } => "ends_before_it_begins",
            Self::Superfluous { .. } => "superfluous",
            Self::Unreachable { .. } => "unreachable",
            Self::NotOwed { .. } => "not_owed",
            Self::NotInYear { .. } => "not_in_year",
            Self::OtherYear { .. } => "other_year",
            Self::LendsToItself => "lends_to_itself",
            Self::InvalidBsn { .. } => "invalid_bsn",
            Self::Overflow { .. } => "overflow",
        }
    }

    /// The field at fault by the contract's name, such as `previous_year.paid_hours`.
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
        match self {
            Self::UnknownFigure { figure, .. } | Self::FigureMismatch { figure, .. } => {
                Some((*figure).to_owned())
            }
            Self::LendsToItself => Some("borrower".to_owned()),
            Self::OtherYear { .. } => Some("year".to_owned()),
            Self::NotOwed { .. } => Some("inclusiviteitsheffing".to_owned()),
            Self::UnknownField { field, name, .. } => {
                let object = field.to_string();
                Some(if object.is_empty() { name.to_string() } else { format!("{object}.{name}") })
            }
            other => other.place().filter(|field| !field.is_empty()).map(|field| field.to_string()),
        }
    }

    /// The same error, about `field`: a unit knows its own name only, its owner knows better.
    pub(crate) fn about(mut self, field: impl Into<Field>) -> Self {
        if let Some(place) = self.place_mut() {
            *place = field.into();
        }
        self
    }

    /// The same error, its field standing inside `object`.
    pub(crate) fn inside(mut self, object: &'static str) -> Self {
        if let Some(place) = self.place_mut() {
            // The innermost object is named first, by its whole path.
            if place.object.is_empty() {
                place.object = object;
            }
        }
        self
    }

    /// The same error, its field standing inside item `index` of the list `object`.
    pub(crate) fn inside_item(self, object: &'static str, index: usize) -> Self {
        let mut error = self.inside(object);
        if let Some(place) = error.place_mut() {
            place.index = u32::try_from(index).ok();
        }
        error
    }

    pub(crate) const fn overflow(quantity: &'static str) -> Self {
        Self::Overflow { field: Field::new(quantity) }
    }

    fn place(&self) -> Option<Field> {
        let mut copy = *self;
        copy.place_mut().copied()
    }

    fn place_mut(&mut self) -> Option<&mut Field> {
        match self {
            Self::NotANumber { field, .. }
            | Self::NotFinite { field, .. }
            | Self::FloatRefused { field, .. }
            | Self::TooPrecise { field, .. }
            | Self::Negative { field, .. }
            | Self::NotPositive { field }
            | Self::OutOfRange { field, .. }
            | Self::PartExceedsWhole { field, .. }
            | Self::NotCovered { field, .. }
            | Self::MissingField { field }
            | Self::DuplicateField { field }
            | Self::UnknownField { field, .. }
            | Self::WrongType { field, .. }
            | Self::UnknownWord { field, .. }
            | Self::NotADate { field, .. }
            | Self::NotAPeriod { field, .. }
            | Self::NotABoolean { field, .. }
            | Self::Contradiction { field, .. }
            | Self::EndsBeforeItBegins { field, .. }
            | Self::NotInYear { field, .. }
            | Self::Superfluous { field }
            | Self::Unreachable { field }
            | Self::InvalidBsn { field }
            | Self::Overflow { field } => Some(field),
            Self::UnknownFigure { .. }
            | Self::FigureMismatch { .. }
            | Self::OtherYear { .. }
            | Self::NotOwed { .. }
            | Self::LendsToItself => None,
        }
    }
}

fn of_sector(sector: Option<&str>) -> String {
    sector.map_or_else(String::new, |sector| format!(" for sector {sector}"))
}

/// The place and a colon; nothing where the whole input is meant.
fn before(field: &Field) -> String {
    if field.is_empty() { String::new() } else { format!("{field}: ") }
}

/// Of hours the statute itself says how a year's total is rounded.
fn round_first(field: &Field) -> &'static str {
    if field.name.ends_with("hours") || field.name.starts_with("doelgroep_hours") {
        "round it first (hours of a year: `Hours::rounded_down`, Besluit Wfsv 2.23 lid 2)"
    } else {
        "round it first"
    }
}

fn advice(figure: &str) -> &'static str {
    match figure {
        "quotumpercentage" => {
            "give one with the employer (`quotumpercentage`) or add it to the figures"
        }
        "target"
        | "realised"
        | "formal_employment"
        | "inleenverbanden"
        | "jobs_including_nulmeting"
        | "growth"
        | "growth_formal_employment"
        | "growth_inleenverbanden" => "give a count of your own (`National::with`)",
        _ => "add it to the figures",
    }
}

/// The place of a value by the contract's names, such as `scheme.bonus_workers[3].paid_hours`.
///
/// ```
/// use banenafspraak::{Error, Hours};
///
/// let Err(Error::Negative { field, value, .. }) = "-1".parse::<Hours>() else { panic!() };
/// assert_eq!((field.to_string(), value.to_string()), ("hours".into(), "-1".into()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The path of the object it is in; empty for the outermost.
    object: &'static str,
    /// Its item in the object, where that is a list.
    index: Option<u32>,
    name: &'static str,
}

impl Field {
    pub(crate) const fn new(name: &'static str) -> Self {
        Self { object: "", index: None, name }
    }

    /// Whether it is no field of an object, but the whole input.
    const fn is_empty(&self) -> bool {
        self.object.is_empty() && self.name.is_empty()
    }
}

impl From<&'static str> for Field {
    fn from(name: &'static str) -> Self {
        Self::new(name)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.object)?;
        if let Some(index) = self.index {
            write!(f, "[{index}]")?;
        }
        if !self.object.is_empty() && !self.name.is_empty() {
            f.write_char('.')?;
        }
        f.write_str(self.name)
    }
}

/// The first bytes of a refused text: enough to find it, too little to flood a log.
///
/// Holds every number and every field name of this crate whole; a longer text ends in `…`.
/// It is shown as [`Printable`] shows it.
///
/// ```
/// use banenafspraak::{Error, Hours};
///
/// let Err(Error::NotANumber { text, .. }) = "1\n2".parse::<Hours>() else { panic!() };
/// assert_eq!(text.to_string(), r"1\n2");
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Excerpt {
    bytes: [u8; Self::CAPACITY],
    length: u8,
    cut: bool,
}

impl Excerpt {
    const CAPACITY: usize = 40;

    pub(crate) fn of(text: impl fmt::Display) -> Self {
        let mut excerpt = Self { bytes: [0; Self::CAPACITY], length: 0, cut: false };
        // Writing to an excerpt only fails by being full, which `cut` records.
        let _ = write!(excerpt, "{text}");
        excerpt
    }

    pub(crate) fn as_str(&self) -> &str {
        self.bytes
            .get(..usize::from(self.length))
            .and_then(|bytes| core::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }
}

impl fmt::Write for Excerpt {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let start = usize::from(self.length);
        let room = Self::CAPACITY.saturating_sub(start).min(text.len());
        let fits = (0..=room).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
        let (kept, beyond) = text.split_at_checked(fits).unwrap_or((text, ""));
        let end = start.saturating_add(kept.len());
        if let Some(room) = self.bytes.get_mut(start..end) {
            room.copy_from_slice(kept.as_bytes());
            self.length = u8::try_from(end).map_err(|_| fmt::Error)?;
        }
        self.cut = !beyond.is_empty();
        if self.cut { Err(fmt::Error) } else { Ok(()) }
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Printable(self.as_str()))?;
        f.write_str(if self.cut { "…" } else { "" })
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{self}\"")
    }
}

/// `{"code": ..., "field": ..., "message": ...}`, as in the JSON contract.
///
/// ```
/// let error = "-1".parse::<banenafspraak::Hours>().unwrap_err();
/// assert_eq!(
///     serde_json::to_string(&error)?,
///     r#"{"code":"negative","field":"hours","message":"hours: -1 is negative; the least is 0"}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[cfg(feature = "serde")]
impl serde::Serialize for Error {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut object = serializer.serialize_struct("Error", 3)?;
        object.serialize_field("code", self.code())?;
        object.serialize_field("field", &self.field())?;
        object.serialize_field("message", &self.to_string())?;
        object.end()
    }
}
