//! What a list of a payroll says was left out or does not match.

use std::sync::Arc;

use crate::employer::Missing;
use crate::payroll::{Attribution, Late, Uncounted};
use crate::unit::{Hours, Percentage, Year};

/// Something that was left out or does not match.
///
/// A note decides nothing: what an employer is refused for is its [`Refusal`](super::Refusal).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Note {
    /// A line of the employer could not be read after its totals were given: they are not complete.
    LineTooLate {
        /// The employer's key.
        employer: Arc<str>,
    },
    /// A line whose employer is not known could not be read after totals were given: they may not be
    /// complete.
    LineOfAnyEmployerTooLate,
    /// A quotumpercentage of its own below 0.1 %: perhaps a fraction is meant.
    PercentageBelowATenth {
        /// The employer's key.
        employer: Arc<str>,
        /// Its percentage.
        quotumpercentage: Percentage,
    },
    /// Records of employers that are not among the employers, left out.
    RecordsOfUnknownEmployers {
        /// How many.
        records: u64,
    },
    /// Records of other years than the year and the two before, left out.
    RecordsOfOtherYears {
        /// How many.
        records: u64,
    },
    /// An attribution of another year, left out.
    AttributionOfOtherYear {
        /// Its year.
        year: Year,
        /// The lender's key.
        lender: Arc<str>,
        /// What is attributed.
        attribution: Attribution,
    },
    /// A record filed after 1 May of the next year: it does not count.
    Late {
        /// The employer's key.
        employer: Arc<str>,
        /// The record.
        late: Late,
    },
    /// Records that a later filing replaced.
    Replaced {
        /// The employer's key.
        employer: Arc<str>,
        /// How many.
        records: u64,
    },
    /// A registered person without usable records of the year.
    PersonWithoutRecords {
        /// The person's key.
        person: Arc<str>,
    },
    /// A registered person with hours that do not count, or without hours.
    PersonWithoutHours {
        /// The employer's key.
        employer: Arc<str>,
        /// Who, and which hours.
        uncounted: Uncounted,
    },
    /// A registered person whose hours count and earn no bonus: the LKV is not asked for, or the person
    /// has the AOW age.
    PersonWithoutBonus {
        /// The employer's key.
        employer: Arc<str>,
        /// The person's key.
        person: Arc<str>,
    },
    /// An employer without usable records: it is not assessed.
    EmployerWithoutRecords {
        /// The employer's key.
        employer: Arc<str>,
    },
    /// An employer with records but without hours in the year.
    EmployerWithoutHours {
        /// The employer's key.
        employer: Arc<str>,
        /// Its hours in the year before.
        previous_year: Hours,
    },
    /// No record covers a day of the year before: the hours of it are not known.
    EmployerWithoutYearBefore {
        /// The employer's key.
        employer: Arc<str>,
    },
    /// Days that no record covers.
    DaysWithoutReturns {
        /// The employer's key.
        employer: Arc<str>,
        /// The days.
        missing: Missing,
    },
    /// Days that no record covers decide whether the employer is liable.
    DaysDecide {
        /// The employer's key.
        employer: Arc<str>,
    },
    /// An attribution whose lender could not be checked; the borrower's hours rest on it.
    UnverifiedAttribution {
        /// Why it could not be checked.
        lender_is: Unverified,
        /// The lender's key.
        lender: Arc<str>,
        /// What is attributed.
        attribution: Attribution,
    },
    /// An attribution by such a lender of a person who is not in the register: the borrower is refused.
    PersonNotRegistered {
        /// The lender's key.
        lender: Arc<str>,
        /// What is attributed.
        attribution: Attribution,
    },
    /// Hours are attributed to a borrower without usable records.
    BorrowerWithoutRecords {
        /// The borrower's key.
        borrower: Arc<str>,
        /// The hours.
        hours: Hours,
    },
}

/// Why a lender's attributions could not be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unverified {
    /// It is refused.
    Refused,
    /// It is not among the employers.
    Unknown,
    /// It has no usable records.
    WithoutRecords,
}

impl Note {
    /// The key of the employer that it is about, where it is about one.
    pub fn employer(&self) -> Option<&str> {
        match self {
            Self::LineTooLate { employer }
            | Self::PercentageBelowATenth { employer, .. }
            | Self::Late { employer, .. }
            | Self::Replaced { employer, .. }
            | Self::PersonWithoutHours { employer, .. }
            | Self::PersonWithoutBonus { employer, .. }
            | Self::EmployerWithoutRecords { employer }
            | Self::EmployerWithoutHours { employer, .. }
            | Self::EmployerWithoutYearBefore { employer }
            | Self::DaysWithoutReturns { employer, .. }
            | Self::DaysDecide { employer } => Some(employer),
            Self::LineOfAnyEmployerTooLate
            | Self::RecordsOfUnknownEmployers { .. }
            | Self::RecordsOfOtherYears { .. }
            | Self::AttributionOfOtherYear { .. }
            | Self::PersonWithoutRecords { .. }
            | Self::UnverifiedAttribution { .. }
            | Self::PersonNotRegistered { .. }
            | Self::BorrowerWithoutRecords { .. } => None,
        }
    }

    /// A stable snake_case word for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::LineTooLate { .. } => "line_too_late",
            Self::LineOfAnyEmployerTooLate => "line_of_any_employer_too_late",
            Self::PercentageBelowATenth { .. } => "percentage_below_a_tenth",
            Self::RecordsOfUnknownEmployers { .. } => "records_of_unknown_employers",
            Self::RecordsOfOtherYears { .. } => "records_of_other_years",
            Self::AttributionOfOtherYear { .. } => "attribution_of_other_year",
            Self::Late { .. } => "late",
            Self::Replaced { .. } => "replaced",
            Self::PersonWithoutRecords { .. } => "person_without_records",
            Self::PersonWithoutHours { .. } => "person_without_hours",
            Self::PersonWithoutBonus { .. } => "person_without_bonus",
            Self::EmployerWithoutRecords { .. } => "employer_without_records",
            Self::EmployerWithoutHours { .. } => "employer_without_hours",
            Self::EmployerWithoutYearBefore { .. } => "employer_without_year_before",
            Self::DaysWithoutReturns { .. } => "days_without_returns",
            Self::DaysDecide { .. } => "days_decide",
            Self::UnverifiedAttribution { lender_is, .. } => match lender_is {
                Unverified::Refused => "lender_refused",
                Unverified::Unknown => "lender_unknown",
                Unverified::WithoutRecords => "lender_without_records",
            },
            Self::PersonNotRegistered { .. } => "person_not_registered",
            Self::BorrowerWithoutRecords { .. } => "borrower_without_records",
        }
    }
}
