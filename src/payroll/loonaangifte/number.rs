//! The numbers of a wage return: of the employer, of its administration and of a person.

use core::fmt;
use core::num::NonZeroU32;

use crate::payroll::person::Bsn;

/// The digits of a fiscal number and of a BSN.
const DIGITS: usize = 9;

/// A loonheffingennummer (`LhNr`): nine digits of the employer, `L`, two of its administration.
///
/// The schema asks for no elfproef, so none is asked here.
///
/// ```
/// use banenafspraak::payroll::loonaangifte::LhNr;
///
/// let number = LhNr::new("111222333L01").unwrap();
/// assert_eq!(number.fiscal_number().to_string(), "111222333");
/// assert_eq!(number.to_string(), "111222333L01");
/// for wrong in ["000222333L01", "111222333L00", "111222333l01", "111222333", "11122233L01"] {
///     assert_eq!(LhNr::new(wrong), None, "{wrong}");
/// }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LhNr([u8; Self::LENGTH]);

/// A fiscal number, nine digits: the employer, whatever administrations (`L01`, `L02`) it has.
///
/// ```
/// use banenafspraak::payroll::loonaangifte::{FiscalNumber, LhNr};
///
/// let employer = FiscalNumber::new("111222333").unwrap();
/// assert_eq!(LhNr::new("111222333L02").unwrap().fiscal_number(), employer);
/// assert_eq!(employer.as_str(), "111222333");
/// assert_eq!(FiscalNumber::new("11122233"), None, "a zero at its beginning was lost");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalNumber([u8; DIGITS]);

/// A BSN as a wage return has it (`SofiNr`): nine digits, of which the schema asks no elfproef.
///
/// It is never printed: not by `Debug`, not in an error or a note, and it has no `Display`. Make a
/// pseudonym of its [`digits`](Self::digits) and use that as the person's key.
///
/// ```
/// use banenafspraak::payroll::loonaangifte::SofiNr;
///
/// let number = SofiNr::new("123456789").unwrap();
/// assert_eq!(format!("{number:?}"), "SofiNr(*********)");
/// assert_eq!((number.digits(), number.passes_elfproef()), ("123456789", false));
/// assert_eq!(SofiNr::new("000456782"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SofiNr([u8; DIGITS]);

impl LhNr {
    const LENGTH: usize = DIGITS + 3;

    /// The number of this text; `None` if it is none (the schema's `SubNr`).
    pub fn new(text: &str) -> Option<Self> {
        let text: [u8; Self::LENGTH] = text.as_bytes().try_into().ok()?;
        let (fiscal, [b'L', sub @ ..]) = text.split_first_chunk::<DIGITS>()? else { return None };
        nine_digits(fiscal)?;
        (sub.iter().all(u8::is_ascii_digit) && sub != b"00").then_some(Self(text))
    }

    /// The employer it is of.
    pub fn fiscal_number(self) -> FiscalNumber {
        let fiscal = self.0.first_chunk::<DIGITS>();
        FiscalNumber(fiscal.copied().unwrap_or_default())
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        as_text(&self.0)
    }
}

impl FiscalNumber {
    /// The number of this text; `None` if it is none.
    pub fn new(text: &str) -> Option<Self> {
        nine_digits(text.as_bytes()).map(Self)
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        as_text(&self.0)
    }
}

impl SofiNr {
    /// The number of this text; `None` if it is none (the schema's `SofiNr`).
    pub fn new(text: &str) -> Option<Self> {
        nine_digits(text.as_bytes()).map(Self)
    }

    /// The nine digits, for a pseudonym.
    pub fn digits(&self) -> &str {
        as_text(&self.0)
    }

    /// Whether it is a BSN.
    pub fn passes_elfproef(&self) -> bool {
        self.bsn().is_some()
    }

    /// The BSN, if it is one.
    pub fn bsn(&self) -> Option<Bsn> {
        self.digits().parse().ok()
    }

    /// In four bytes.
    pub(super) fn packed(self) -> Option<NonZeroU32> {
        self.digits().parse().ok()
    }

    pub(super) fn unpacked(packed: NonZeroU32) -> Option<Self> {
        Self::new(&format!("{packed:0DIGITS$}"))
    }
}

/// Nine digits, of which the first three are not all zero.
fn nine_digits(text: &[u8]) -> Option<[u8; DIGITS]> {
    let digits: [u8; DIGITS] = text.try_into().ok()?;
    let are_digits = digits.iter().all(u8::is_ascii_digit) && !digits.starts_with(b"000");
    are_digits.then_some(digits)
}

/// ASCII, by the constructors.
fn as_text(digits: &[u8]) -> &str {
    core::str::from_utf8(digits).unwrap_or_default()
}

impl fmt::Display for LhNr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for LhNr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LhNr({self})")
    }
}

impl fmt::Display for FiscalNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for FiscalNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FiscalNumber({self})")
    }
}

impl fmt::Debug for SofiNr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SofiNr(*********)")
    }
}
