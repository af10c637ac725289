//! What each step computes, by a name that every language has a word for.

use crate::law::DateName;

/// What a step computes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    Quotumpercentage,
    BasePreviousYear,
    Base,
    Threshold,
    Liability,
    Realised,
    RealisedJobs,
    Required,
    RequiredJobs,
    Quotumtekort,
    Surplus,
    Quotumheffing,
    QuotumheffingReplaced,
    LevyStatus,
    Date(DateName),
    FirstDueYear,
    SmallEmployerLimit,
    Inclusiviteitsheffing,
    NoInclusiviteitsheffing,
    WorkerBonus(u32),
    Bonus,
    NoBonus,
    Net,
}
