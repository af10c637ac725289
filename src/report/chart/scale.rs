//! From numbers to lengths.

use std::fmt::{self, Display};

use crate::language::Language;
use crate::unit::{Jobs, Quantity};

/// Thousandths of the width, shown as a percentage.
#[derive(Clone, Copy)]
pub(super) struct Width(pub(super) i128);

impl Display for Width {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}%", self.0 / 10, self.0 % 10)
    }
}

/// Parts of a whole, in thousandths of it; none of nothing.
pub(super) fn thousandths(part: i128, whole: i128) -> i128 {
    part.saturating_mul(1_000).checked_div(whole).unwrap_or(0).clamp(0, 1_000)
}

/// Jobs in hundredths; nothing below zero, because a chart begins there.
pub(super) fn hundredths(jobs: Jobs) -> i128 {
    let mut jobs = jobs.to_decimal();
    jobs.rescale(2);
    jobs.mantissa().max(0)
}

/// The least round number of hundredths that is no less, a job at least; its half is round too.
pub(super) fn round_above(hundredths: i128) -> i128 {
    let mut power = 10_i128;
    loop {
        for steps in [10_i128, 12, 14, 16, 20, 24, 30, 40, 50, 60, 80] {
            let round = power.saturating_mul(steps);
            if round >= hundredths {
                return round;
            }
        }
        power = power.saturating_mul(10);
    }
}

/// A number of the axis, given in hundredths.
pub(super) fn axis(hundredths: i128, language: Language) -> String {
    let jobs = rust_decimal::Decimal::try_from_i128_with_scale(hundredths, 2).unwrap_or_default();
    let number = Jobs::new(jobs).map(|jobs| Quantity::from(jobs).number(language).to_string());
    let number = number.unwrap_or_default();
    // Whole numbers bare.
    let bare = number.strip_suffix(".0").or(number.strip_suffix(",0"));
    bare.unwrap_or(&number).to_owned()
}
