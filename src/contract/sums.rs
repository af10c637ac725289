//! A sum of many outcomes out.

use crate::sums::Row;

written! {
    Row as it let Row { group, sum } = *it; {
        quotumpercentage: optional = group.quotumpercentage,
        year: optional = group.year,
        sector: optional = group.sector,
        employers: needed = sum.employers,
        liable: needed = sum.liable,
        exempt: needed = sum.exempt,
        unknown: needed = sum.unknown,
        not_assessed: needed = sum.not_assessed,
        without_quotumpercentage: needed = sum.without_quotumpercentage,
        levy_unknown: needed = sum.levy_unknown,
        required_jobs: needed = sum.required_jobs,
        realised_jobs: needed = sum.realised_jobs,
        quotumtekort: needed = sum.quotumtekort,
        surplus_jobs: needed = sum.surplus_jobs,
        levy: needed = sum.levy,
        payable: needed = sum.payable,
    }
}
serialize! { Row }
