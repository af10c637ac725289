//! Is anything payable, and if not, why?

use core::fmt;

use crate::language::{In, Language};
use crate::law::{LegalSource, LevyStatus, Liability};
use crate::unit::{Euro, Quantity};

/// What the employer has to pay, or why it has to pay nothing.
///
/// A bonus is not in it: it is received whatever is owed.
///
/// ```
/// use banenafspraak::{Euro, Language, Payable, assess};
///
/// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
/// let payable = assess(&employer)?.payable();
/// assert!(matches!(payable, Payable::ComputedOnly { computed: Some(_), .. }));
/// assert_eq!((payable.word(), payable.amount()), ("computed_only", Euro::ZERO));
/// assert_eq!(
///     payable.text(Language::En).to_string(),
///     "nothing to pay: the quotumheffing of EUR 7,000.00 is computed but is not executed (Wfsv 122na \
///      lid 1)"
/// );
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "owed or not, and if owed, collected or not")]
pub enum Payable {
    /// Nothing is owed: the employer is exempt, or the surcharge has not begun.
    NotOwed(Liability),
    /// The quotumheffing: no year's levy is collected (Wfsv 122n, 122na).
    ComputedOnly {
        /// What it would be; `None` where it cannot be computed for lack of a fact, see
        /// [`Assessment::unknown`](super::Assessment::unknown).
        computed: Option<Euro>,
        /// Why it is not collected.
        status: LevyStatus,
    },
    /// The inclusiviteitsheffing (Wet banenafspraak 6).
    Due(Euro),
}

impl Payable {
    /// The amount to pay: zero unless it is due.
    pub const fn amount(self) -> Euro {
        match self {
            Self::Due(amount) => amount,
            Self::NotOwed(_) | Self::ComputedOnly { .. } => Euro::ZERO,
        }
    }

    /// The word of the JSON contract: `not_owed`, `computed_only` or `due`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotOwed(_) => "not_owed",
            Self::ComputedOnly { .. } => "computed_only",
            Self::Due(_) => "due",
        }
    }

    /// The place in the law that says so.
    pub const fn source(self) -> LegalSource {
        match self {
            Self::NotOwed(liability) => liability.source(),
            Self::ComputedOnly { status, .. } => status.source(),
            Self::Due(_) => LevyStatus::Due.source(),
        }
    }

    /// Why nothing is paid, in a few words; `None` where an amount is due.
    ///
    /// ```
    /// use banenafspraak::{Language, Liability, Payable};
    ///
    /// let reason = Payable::NotOwed(Liability::ExemptYear).reason(Language::En).unwrap();
    /// assert_eq!(reason.to_string(), "exempt: below the threshold in the year itself");
    /// ```
    pub fn reason(self, language: Language) -> Option<impl fmt::Display> {
        let why = match self {
            Self::NotOwed(liability) => Quantity::from(liability),
            Self::ComputedOnly { status, .. } => Quantity::from(status),
            Self::Due(_) => return None,
        };
        Some(why.localized(language))
    }

    /// What is to be paid or why nothing is, as a sentence without its end, with its article.
    pub fn text(self, language: Language) -> impl fmt::Display {
        In(language, self)
    }
}

impl fmt::Display for In<Payable> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, payable) = *self;
        let why = |liability: Liability| Quantity::from(liability).localized(language);
        let euro = |euro: Euro| Quantity::from(euro).localized(language);
        match (language, payable) {
            (Language::En, Payable::NotOwed(liability)) => {
                write!(f, "nothing to pay: {}", why(liability))?;
            }
            (Language::Nl, Payable::NotOwed(liability)) => {
                write!(f, "niets te betalen: {}", why(liability))?;
            }
            (Language::En, Payable::ComputedOnly { computed, status }) => {
                f.write_str("nothing to pay: the quotumheffing ")?;
                if let Some(amount) = computed {
                    write!(f, "of {} is computed but ", euro(amount))?;
                }
                f.write_str(match status {
                    LevyStatus::NotExecuted => "is not executed",
                    LevyStatus::NeverActivated => "was never activated",
                    LevyStatus::Due => "is due",
                })?;
            }
            (Language::Nl, Payable::ComputedOnly { computed, status }) => {
                f.write_str("niets te betalen: de quotumheffing ")?;
                if let Some(amount) = computed {
                    write!(f, "van {} is berekend, maar ", euro(amount))?;
                }
                f.write_str(match status {
                    LevyStatus::NotExecuted => "wordt niet uitgevoerd",
                    LevyStatus::NeverActivated => "is nooit geactiveerd",
                    LevyStatus::Due => "is verschuldigd",
                })?;
            }
            (Language::En, Payable::Due(amount)) => write!(f, "{} to pay", euro(amount))?,
            (Language::Nl, Payable::Due(amount)) => write!(f, "{} te betalen", euro(amount))?,
        }
        write!(f, " ({})", payable.source())
    }
}
