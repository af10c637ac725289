//! The public types can cross threads and be kept anywhere: a promise that an edit could break
//! without noticing.

use std::fmt::Debug;
use std::panic::{RefUnwindSafe, UnwindSafe};

use banenafspraak as b;

fn promised<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Debug + 'static>() {}
fn data<T: Clone + PartialEq>() {}

macro_rules! all {
    ($($name:ident $(<$of:ty>)?),* $(,)?) => {$(
        promised::<b::$name $(<$of>)?>();
        data::<b::$name $(<$of>)?>();
    )*};
}

#[test]
fn public_types_are_send_sync_and_data() {
    all!(
        Assessment,
        BreakEven,
        Decision,
        Direction,
        Document,
        DoelgroepHours,
        EmployerYear,
        Error,
        Euro,
        EuroPerHour,
        EuroPerJob,
        Exact<b::Jobs>,
        ExactHours,
        Excerpt,
        Explanation,
        Field,
        Figure,
        FigureName,
        Figures,
        Hours,
        HoursBase,
        HoursPerJob,
        Jobs,
        Language,
        LegalSource,
        LevyStatus,
        Liability,
        NetEuro,
        Percentage,
        Provenance,
        Quantity,
        QuotumDates,
        QuotumpercentageVariables,
        Receipt,
        Regime,
        Rounding,
        Scheme,
        Sector,
        Source,
        Step,
        WageBase,
        Year,
    );
    #[cfg(feature = "serde")]
    all!(EmployerInput);
    #[cfg(feature = "serde")]
    promised::<b::Explained<'static>>();
}

/// An assessment is passed about: it should not grow unnoticed.
#[test]
fn an_assessment_is_no_larger_than_it_was() {
    assert!(size_of::<b::Assessment>() <= 240, "{} bytes", size_of::<b::Assessment>());
}
