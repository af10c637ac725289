//! What is known of the days that an employer's hours cover.

use crate::employer::{Coverage, Missing};

object! {
    Coverage as it {
        complete: optional = it.complete,
        previous_year_complete: optional = it.previous_year_complete,
        hours_until: optional = it.hours_until.map(|day| day.to_string()),
        missing: listed = it.missing,
    }
}

object! {
    Missing as it {
        administration: optional = it.administration.as_deref(),
        from: needed = it.from.to_string(),
        until: needed = it.until.to_string(),
    }
}
serialize! { Coverage, Missing }
