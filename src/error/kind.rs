//! What can be wrong, its code, and its message in both languages.

use core::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::excerpt::Excerpt;
use super::words::{List, Named};
use crate::language::{In, Language, Phrase};

/// What is wrong with a value, an employer or a figure.
///
/// A program matches on it. Variants may get more fields: end the pattern with `..`.
///
/// ```
/// use banenafspraak::{ErrorKind, Figures, Sector, Year};
///
/// let error = Figures::published().quotumpercentage(Year::new(2027)?, Sector::Overheid).unwrap_err();
/// assert!(matches!(error.kind(), ErrorKind::UnknownFigure { year: 2027, .. }));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
///
/// # Codes
///
/// They are stable:
///
/// | code | what is wrong |
/// |---|---|
/// | `ambiguous_number` | A number that has two readings, since nothing says what the decimal sign is |
/// | `ambiguous_period` | A period that can be a month or four weeks |
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
/// | `other_decimal_sign` | A number with another decimal sign than the rest of the file |
/// | `other_year` | Payrolls of different years |
/// | `out_of_range` | The value lies outside the bounds of its unit |
/// | `overflow` | A computation left the range that can be held exactly |
/// | `part_exceeds_whole` | A part is greater than the whole it is part of |
/// | `scientific` | A number that a spreadsheet shortened, so that digits are lost |
/// | `superfluous` | Something that has no meaning beside the rest |
/// | `too_precise` | The value has more decimals than its unit carries |
/// | `two_digit_year` | A date with a year of two digits |
/// | `unknown_field` | The object has a field that the contract does not know |
/// | `unknown_figure` | No figure is known for this sector and year |
/// | `unknown_word` | A word that is not in the list of words allowed there |
/// | `unreachable` | What is aimed at cannot be reached, however many hours are worked |
/// | `wrong_type` | A field holds another kind of thing than it should |
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The text is no number in plain notation.
    #[non_exhaustive]
    NotANumber {
        /// The text as given.
        text: Excerpt,
    },
    /// The text means infinity, or no number at all.
    #[non_exhaustive]
    NotFinite {
        /// The text as given.
        text: Excerpt,
    },
    /// The reader had only a binary float, and that may differ from the number that was meant.
    ///
    /// A binary float is read if its shortest decimal text has no more decimals than its unit and
    /// at most 15 significant digits: every decimal of 15 digits comes through a 64-bit float
    /// unharmed (of a 32-bit float, 6). Any other, such as 0.1 + 0.2, is refused.
    #[non_exhaustive]
    FloatRefused {
        /// The shortest decimal text of the float.
        value: Excerpt,
    },
    /// The value has more decimals than its unit carries.
    #[non_exhaustive]
    TooPrecise {
        /// The value as given.
        value: Excerpt,
        /// The most decimals its unit carries.
        decimals: u32,
        /// How it is rounded.
        advice: Phrase,
    },
    /// The value is below zero where less than nothing has no meaning.
    #[non_exhaustive]
    Negative {
        /// The value as given.
        value: Excerpt,
    },
    /// A zero where something must be divided by it.
    NotPositive,
    /// The value lies outside the bounds of its unit.
    #[non_exhaustive]
    OutOfRange {
        /// The value as given.
        value: Excerpt,
        /// The least allowed.
        min: Decimal,
        /// The most allowed.
        max: Decimal,
    },
    /// A part is greater than the whole it is part of.
    #[non_exhaustive]
    PartExceedsWhole {
        /// The part's value.
        value: Decimal,
        /// What it is a part of.
        whole: &'static str,
        /// The whole's value.
        whole_value: Decimal,
    },
    /// No figure is known for this sector and year. Nothing carries another year's figure over.
    #[non_exhaustive]
    UnknownFigure {
        /// The sector asked for, where the figure is set per sector.
        sector: Option<&'static str>,
        /// The year asked for.
        year: u16,
    },
    /// A figure was given in the wrong unit or for the wrong sectors.
    #[non_exhaustive]
    FigureMismatch {
        /// What it should be.
        expected: Phrase,
    },
    /// The object has a field that the contract does not know.
    #[non_exhaustive]
    UnknownField {
        /// Its name.
        name: Excerpt,
        /// The names that are known there.
        known: &'static [&'static str],
    },
    /// Records of these days are missing, and what is known without them decides nothing.
    #[non_exhaustive]
    NotCovered {
        /// The first day without a record.
        from: Date,
        /// The last of the same run.
        until: Date,
    },
    /// A needed field is missing.
    MissingField,
    /// A field appears twice in one object.
    DuplicateField,
    /// A field holds another kind of thing than it should.
    #[non_exhaustive]
    WrongType {
        /// What is expected there.
        expected: Phrase,
        /// What is there.
        found: Phrase,
    },
    /// A word that is not in the list of words allowed there.
    #[non_exhaustive]
    UnknownWord {
        /// The word as given.
        text: Excerpt,
        /// The words allowed.
        expected: Phrase,
    },
    /// No date of the calendar in the form of ISO 8601.
    #[non_exhaustive]
    NotADate {
        /// The text as given.
        text: Excerpt,
    },
    /// No period of a wage return.
    #[non_exhaustive]
    NotAPeriod {
        /// The text as given.
        text: Excerpt,
    },
    /// Neither yes nor no.
    #[non_exhaustive]
    NotABoolean {
        /// The text as given.
        text: Excerpt,
    },
    /// A day that another one contradicts: an AOW day given twice, a gap within hours that are said to
    /// be counted.
    #[non_exhaustive]
    Contradiction {
        /// The day.
        day: Date,
        /// The day that contradicts it.
        known: Date,
    },
    /// A period ends before it begins.
    #[non_exhaustive]
    EndsBeforeItBegins {
        /// The first day.
        from: Date,
        /// The last day.
        until: Date,
    },
    /// Something that has no meaning beside the rest, and would be ignored.
    Superfluous,
    /// What is aimed at cannot be reached, however many hours are worked.
    Unreachable,
    /// A levy that is not owed, so that nothing balances it.
    #[non_exhaustive]
    NotOwed {
        /// Why, by the word of [`Liability`](crate::Liability).
        liability: &'static str,
        /// What that word means.
        meaning: Phrase,
    },
    /// A day outside the year.
    #[non_exhaustive]
    NotInYear {
        /// The day.
        day: Date,
        /// The year.
        year: u16,
    },
    /// Payrolls of different years.
    #[non_exhaustive]
    OtherYear {
        /// The year of the payroll that is added.
        year: u16,
        /// The year of the payroll it is added to.
        expected: u16,
    },
    /// A lender that attributes hours to itself.
    LendsToItself,
    /// Not a citizen service number. The number itself is in no error.
    InvalidBsn,
    /// A computation left the range that can be held exactly.
    Overflow,
    /// A number that has two readings, since nothing says what the decimal sign is.
    #[non_exhaustive]
    AmbiguousNumber {
        /// The text as given.
        text: Excerpt,
        /// What it is if its sign separates thousands.
        whole: Excerpt,
        /// What it is if its sign is before decimals.
        decimal: Excerpt,
    },
    /// A number with another decimal sign than the rest of the file.
    #[non_exhaustive]
    OtherDecimalSign {
        /// The text as given.
        text: Excerpt,
        /// The sign of the file.
        expected: Phrase,
    },
    /// A number that a spreadsheet shortened, so that digits are lost. It may be a key: it is not shown.
    Scientific,
    /// A date with a year of two digits.
    #[non_exhaustive]
    TwoDigitYear {
        /// The text as given.
        text: Excerpt,
    },
    /// A period that is a month in one payroll program and four weeks in another.
    #[non_exhaustive]
    AmbiguousPeriod {
        /// The text as given.
        text: Excerpt,
    },
}

impl ErrorKind {
    /// What is wrong in this language, without the field.
    ///
    /// ```
    /// use banenafspraak::{Language, Year};
    ///
    /// let error = Year::new(26).unwrap_err();
    /// let dutch = error.kind().localized(Language::Nl).to_string();
    /// assert_eq!(dutch, "`26` ligt niet tussen 1000 en 2999");
    /// ```
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }

    /// A stable snake_case word for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotANumber { .. } => "not_a_number",
            Self::NotFinite { .. } => "not_finite",
            Self::FloatRefused { .. } => "float_refused",
            Self::TooPrecise { .. } => "too_precise",
            Self::Negative { .. } => "negative",
            Self::NotPositive => "not_positive",
            Self::OutOfRange { .. } => "out_of_range",
            Self::PartExceedsWhole { .. } => "part_exceeds_whole",
            Self::UnknownFigure { .. } => "unknown_figure",
            Self::FigureMismatch { .. } => "figure_mismatch",
            Self::UnknownField { .. } => "unknown_field",
            Self::NotCovered { .. } => "not_covered",
            Self::MissingField => "missing_field",
            Self::DuplicateField => "duplicate_field",
            Self::WrongType { .. } => "wrong_type",
            Self::UnknownWord { .. } => "unknown_word",
            Self::NotADate { .. } => "not_a_date",
            Self::NotAPeriod { .. } => "not_a_period",
            Self::NotABoolean { .. } => "not_a_boolean",
            Self::Contradiction { .. } => "contradiction",
            Self::EndsBeforeItBegins { .. } => "ends_before_it_begins",
            Self::Superfluous => "superfluous",
            Self::Unreachable => "unreachable",
            Self::NotOwed { .. } => "not_owed",
            Self::NotInYear { .. } => "not_in_year",
            Self::OtherYear { .. } => "other_year",
            Self::LendsToItself => "lends_to_itself",
            Self::InvalidBsn => "invalid_bsn",
            Self::Overflow => "overflow",
            Self::AmbiguousNumber { .. } => "ambiguous_number",
            Self::OtherDecimalSign { .. } => "other_decimal_sign",
            Self::Scientific => "scientific",
            Self::TwoDigitYear { .. } => "two_digit_year",
            Self::AmbiguousPeriod { .. } => "ambiguous_period",
        }
    }
}

/// What follows the field.
impl fmt::Display for In<&ErrorKind> {
    #[rustfmt::skip]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use ErrorKind as Kind;
        use Language::{En, Nl};
        let Self(language, kind) = *self;
        match (language, kind) {
            (En, Kind::NotANumber { text }) => write!(f, "`{text}` is not a number in plain notation, such as 25800 or 19.38"),
            (Nl, Kind::NotANumber { text }) => write!(f, "`{text}` is geen getal zoals `25800` of `19.38`"),

            (En, Kind::NotFinite { text }) => write!(f, "`{text}` is not a finite number"),
            (Nl, Kind::NotFinite { text }) => write!(f, "`{text}` is geen eindig getal"),

            (En, Kind::FloatRefused { value }) => write!(f, "the binary float {value} has more decimals than are allowed, or more digits than are certain; write the number as a string, such as \"19.38\""),
            (Nl, Kind::FloatRefused { value }) => write!(f, "het binaire getal `{value}` heeft meer decimalen dan is toegestaan, of meer cijfers dan zeker zijn; schrijf het als tekst, zoals `\"19.38\"`"),

            (En, Kind::TooPrecise { value, decimals, advice }) => write!(f, "{value} has more than {decimals} decimals (a point separates no thousands); {}", advice.localized(En)),
            (Nl, Kind::TooPrecise { value, decimals, advice }) => write!(f, "`{value}` heeft meer dan {decimals} decimalen (een punt scheidt geen duizendtallen); {}", advice.localized(Nl)),

            (En, Kind::Negative { value }) => write!(f, "{value} is negative; the least is 0"),
            (Nl, Kind::Negative { value }) => write!(f, "`{value}` is negatief; minimaal 0"),

            (En, Kind::NotPositive) => f.write_str("must be more than 0"),
            (Nl, Kind::NotPositive) => f.write_str("moet meer zijn dan 0"),

            (En, Kind::OutOfRange { value, min, max }) => write!(f, "{value} is not between {min} and {max}"),
            (Nl, Kind::OutOfRange { value, min, max }) => write!(f, "`{value}` ligt niet tussen {} en {}", In(Nl, *min), In(Nl, *max)),

            (En, Kind::PartExceedsWhole { value, whole, whole_value }) => write!(f, "{value} is more than {whole}, {whole_value}, of which it is a part"),
            (Nl, Kind::PartExceedsWhole { value, whole, whole_value }) => write!(f, "{} is meer dan het geheel: {}, {}", In(Nl, *value), Named(whole), In(Nl, *whole_value)),

            (En, Kind::UnknownFigure { sector: Some(sector), year }) => write!(f, "not known for sector {sector} in {year}; give one of your own"),
            (En, Kind::UnknownFigure { sector: None, year }) => write!(f, "not known in {year}; give one of your own"),
            (Nl, Kind::UnknownFigure { sector: Some(sector), year }) => write!(f, "niet bekend voor sector {sector} in {year}; geef een eigen waarde"),
            (Nl, Kind::UnknownFigure { sector: None, year }) => write!(f, "niet bekend in {year}; geef een eigen waarde"),

            (En, Kind::FigureMismatch { expected }) => write!(f, "a figure of this name is {}", expected.localized(En)),
            (Nl, Kind::FigureMismatch { expected }) => write!(f, "een cijfer met deze naam is {}", expected.localized(Nl)),

            (En, Kind::UnknownField { known, .. }) => write!(f, "unknown field; known here: {}", known.join(", ")),
            (Nl, Kind::UnknownField { known, .. }) => write!(f, "onbekend veld; bekend zijn hier: {}", List(&known.join(", "))),

            (En, Kind::NotCovered { from, until }) => write!(f, "the records from {from} to {until} are missing, and it depends on them"),
            (Nl, Kind::NotCovered { from, until }) => write!(f, "de aangiften van {} t/m {} ontbreken, en zijn hiervoor nodig", In(Nl, *from), In(Nl, *until)),

            (En, Kind::MissingField) => f.write_str("missing"),
            (Nl, Kind::MissingField) => f.write_str("ontbreekt"),

            (En, Kind::DuplicateField) => f.write_str("appears twice"),
            (Nl, Kind::DuplicateField) => f.write_str("komt twee keer voor"),

            (En, Kind::WrongType { expected, found }) => write!(f, "expected {}, found {}", expected.localized(En), found.localized(En)),
            (Nl, Kind::WrongType { expected, found }) => write!(f, "verwacht: {}; gevonden: {}", List(expected.localized(Nl)), found.localized(Nl)),

            (En, Kind::UnknownWord { text, expected }) => write!(f, "`{text}` is not one of {}", expected.localized(En)),
            (Nl, Kind::UnknownWord { text, expected }) => write!(f, "`{text}` is niet een van {}", List(expected.localized(Nl))),

            (En, Kind::NotADate { text }) => write!(f, "`{text}` is not a date such as 2026-03-31"),
            (Nl, Kind::NotADate { text }) => write!(f, "`{text}` is geen datum zoals `2026-03-31`"),

            (En, Kind::NotAPeriod { text }) => write!(f, "`{text}` is not a period: 2026-03 (month), 2026-4w05 (four weeks), 2026-h1 (half year), 2026-y (year)"),
            (Nl, Kind::NotAPeriod { text }) => write!(f, "`{text}` is geen tijdvak: `2026-03` (maand), `2026-4w05` (vier weken), `2026-h1` (halfjaar), `2026-y` (jaar)"),

            (En, Kind::NotABoolean { text }) => write!(f, "`{text}` is not true or false (J or N)"),
            (Nl, Kind::NotABoolean { text }) => write!(f, "`{text}` is niet `true` (J, ja) of `false` (N, nee)"),

            (En, Kind::Contradiction { day, known }) => write!(f, "{day} contradicts {known}"),
            (Nl, Kind::Contradiction { day, known }) => write!(f, "{} is in tegenspraak met {}", In(Nl, *day), In(Nl, *known)),

            (En, Kind::EndsBeforeItBegins { from, until }) => write!(f, "{until} is before {from}, the day it begins"),
            (Nl, Kind::EndsBeforeItBegins { from, until }) => write!(f, "{} ligt vóór de eerste dag, {}", In(Nl, *until), In(Nl, *from)),

            (En, Kind::Superfluous) => f.write_str("has no meaning here"),
            (Nl, Kind::Superfluous) => f.write_str("heeft hier geen betekenis"),

            (En, Kind::Unreachable) => f.write_str("cannot be reached with any number of hours"),
            (Nl, Kind::Unreachable) => f.write_str("is met geen enkel aantal uren te bereiken"),

            (En, Kind::NotOwed { liability, .. }) => write!(f, "not owed ({liability})"),
            (Nl, Kind::NotOwed { meaning, .. }) => write!(f, "niet verschuldigd ({})", meaning.localized(Nl)),

            (En, Kind::NotInYear { day, year }) => write!(f, "{day} is not in {year}"),
            (Nl, Kind::NotInYear { day, year }) => write!(f, "{} valt niet in {year}", In(Nl, *day)),

            (En, Kind::OtherYear { year, expected }) => write!(f, "{year} is not {expected}, the year of the payroll it is added to"),
            (Nl, Kind::OtherYear { year, expected }) => write!(f, "{year} is niet {expected}, het jaar van de loonadministratie waaraan dit wordt toegevoegd"),

            (En, Kind::LendsToItself) => f.write_str("is the lender itself"),
            (Nl, Kind::LendsToItself) => f.write_str("is de uitlener zelf"),

            (En, Kind::InvalidBsn) => f.write_str("not nine digits that pass the elfproef"),
            (Nl, Kind::InvalidBsn) => f.write_str("geen negen cijfers die aan de elfproef voldoen"),

            (En, Kind::Overflow) => f.write_str("too large to compute exactly"),
            (Nl, Kind::Overflow) => f.write_str("te groot om exact te berekenen"),

            (En, Kind::AmbiguousNumber { text, whole, decimal }) => write!(f, "`{text}` is {whole} or {decimal}: no number of the file shows whether the decimal sign is a point or a comma; say which"),
            (Nl, Kind::AmbiguousNumber { text, whole, decimal }) => write!(f, "`{text}` is {whole} of {}: uit geen getal in het bestand blijkt of het decimaalteken een punt of een komma is; geef dit op", decimal.as_str().replace('.', ",")),

            (En, Kind::OtherDecimalSign { text, expected }) => write!(f, "`{text}` does not fit the decimal {} of the file", expected.localized(En)),
            (Nl, Kind::OtherDecimalSign { text, expected }) => write!(f, "`{text}` past niet bij de decimale {} van het bestand", expected.localized(Nl)),

            (En, Kind::Scientific) => f.write_str("a number that a spreadsheet shortened (such as 1,23457E+08): digits are lost; make the column text in the spreadsheet, and fill it again"),
            (Nl, Kind::Scientific) => f.write_str("een getal dat een rekenblad heeft ingekort (zoals `1,23457E+08`): er zijn cijfers verloren; maak de kolom in het rekenblad tekst en vul die opnieuw"),

            (En, Kind::TwoDigitYear { text }) => write!(f, "`{text}` has a year of two digits; write four, such as 31-12-2026"),
            (Nl, Kind::TwoDigitYear { text }) => write!(f, "`{text}` heeft een jaar van twee cijfers; schrijf er vier, zoals `31-12-2026`"),

            (En, Kind::AmbiguousPeriod { text }) => write!(f, "`{text}` can be a month or four weeks; write 2026-03 for a month, 2026-4w03 for four weeks"),
            (Nl, Kind::AmbiguousPeriod { text }) => write!(f, "`{text}` kan een maand of vier weken zijn; schrijf `2026-03` voor een maand, `2026-4w03` voor vier weken"),
        }
    }
}
