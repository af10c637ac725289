//! The citizen service number, where a caller has one.

use core::fmt;
use core::str::FromStr;

use crate::error::{Error, ErrorKind};

/// A burgerservicenummer (BSN, in the wage return `SofiNr`): nine digits that pass the elfproef.
///
/// It is never printed: not by `Debug`, not in an error, and it has no `Display`. Make a pseudonym
/// of its [`digits`](Self::digits) and use that as the person's key.
///
/// ```
/// use banenafspraak::payroll::Bsn;
///
/// let bsn: Bsn = "111222333".parse()?;
/// assert_eq!(format!("{bsn:?}"), "Bsn(*********)");
/// assert_eq!(bsn.digits(), "111222333");
/// let error = "111222334".parse::<Bsn>().unwrap_err();
/// assert_eq!(error.to_string(), "bsn: not nine digits that pass the elfproef");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bsn([u8; Self::DIGITS]);

impl Bsn {
    const DIGITS: usize = 9;

    /// The nine digits, for a pseudonym.
    pub fn digits(&self) -> &str {
        // ASCII digits, by the constructor.
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for Bsn {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let refused = || Error::new("bsn", ErrorKind::InvalidBsn);
        let digits: [u8; Self::DIGITS] = text.as_bytes().try_into().map_err(|_| refused())?;
        if !digits.iter().all(u8::is_ascii_digit) || digits == [b'0'; Self::DIGITS] {
            return Err(refused());
        }
        // Weights 9 to 2, and -1 for the last: the sum is a multiple of eleven.
        let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1_i32];
        let sum = digits.iter().zip(weights).fold(0_i32, |sum, (digit, weight)| {
            // Nine times nine times nine at most.
            sum.saturating_add(i32::from(digit.wrapping_sub(b'0')).saturating_mul(weight))
        });
        if sum % 11 == 0 { Ok(Self(digits)) } else { Err(refused()) }
    }
}

impl fmt::Debug for Bsn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bsn(*********)")
    }
}
