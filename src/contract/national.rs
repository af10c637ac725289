//! The country beside its targets, and what does not add up. No sector is the whole country.

use crate::national::{AgainstTarget, Difference};

written! {
    AgainstTarget as it {
        sector: optional = it.sector(),
        target: needed = it.target(),
        realised: needed = it.realised(),
        short: needed = it.short(),
        above: needed = it.above(),
        may_be_activated: needed = it.may_be_activated(),
        condition: needed = it.condition().to_string(),
    }
}

written! {
    Difference as it {
        figure: needed = it.name(),
        sector: optional = it.sector(),
        year: needed = it.year(),
        count: needed = it.count(),
        parts: needed = it.parts(),
        together: needed = it.together(),
    }
}
serialize! { AgainstTarget, Difference }
