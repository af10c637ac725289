//! The public types can cross threads and be kept anywhere: a promise that an edit could break
//! without noticing.

use std::fmt::Debug;
use std::panic::{RefUnwindSafe, UnwindSafe};

use banenafspraak as b;

fn promised<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Debug + 'static>() {}
fn data<T: Clone + PartialEq>() {}

macro_rules! all {
    ($($name:ty),* $(,)?) => {$(
        promised::<$name>();
        data::<$name>();
    )*};
}

#[test]
fn plans_are_send_sync_and_data() {
    use b::planning as p;
    all!(p::Change, p::Comparison, p::Effect, p::Gap<'static>, p::Plan, p::RestOfYear, p::Scenario);
    all!(p::ChangeKind, p::Earns, p::Hiring, p::Label, p::Step, p::Workers);
    promised::<p::Parameter<b::Euro>>();
}

#[cfg(feature = "report")]
#[test]
fn a_report_is_send_sync_and_data() {
    all!(b::report::Report<'static>);
    promised::<b::report::chart::ColumnChart>();
}

#[test]
fn sums_are_send_sync_and_data() {
    use b::sums as s;
    all!(s::Group, s::Grouping, s::Row, s::Sum, s::Sums);
}

#[test]
fn public_types_are_send_sync_and_data() {
    all!(
        b::Assessment,
        b::regime::BreakEven,
        b::Decision,
        b::unit::Direction,
        b::law::Document,
        b::DoelgroepHours,
        b::EmployerYear,
        b::Error,
        b::ErrorKind,
        b::Euro,
        b::EuroPerHour,
        b::unit::EuroPerJob,
        b::unit::Exact<b::Jobs>,
        b::unit::ExactHours,
        b::error::Excerpt,
        b::Explanation,
        b::Figure,
        b::FigureName,
        b::Figures,
        b::Hours,
        b::HoursBase,
        b::unit::HoursPerJob,
        b::unit::HoursPerWeek,
        b::Jobs,
        b::Language,
        b::law::LegalSource,
        b::Levy,
        b::law::LevyStatus,
        b::Liability,
        b::Payable,
        b::Percentage,
        b::Printable<&'static str>,
        b::parameters::Provenance,
        b::unit::Quantity,
        b::Quota,
        b::law::QuotumDates,
        b::parameters::QuotumpercentageVariables,
        b::Receipt,
        b::law::Regime,
        b::unit::Rounding,
        b::Scheme,
        b::SchemeParameters,
        b::Sector,
        b::unit::SignedEuro,
        b::unit::SignedHours,
        b::parameters::Source,
        b::explanation::Step,
        b::employer::WageBase,
        b::Year,
    );
    #[cfg(feature = "serde")]
    all!(b::contract::EmployerInput);
    #[cfg(feature = "serde")]
    {
        use b::contract::{NotJson, Options, Summary};
        fn both<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Debug + Clone + PartialEq>() {
        }
        both::<NotJson>();
        both::<Options>();
        both::<Summary>();
    }
    #[cfg(feature = "serde")]
    promised::<b::contract::Explained<'static>>();
}

#[cfg(feature = "payroll")]
#[test]
fn payroll_types_are_send_sync_and_data() {
    use b::payroll::{self as p, csv};

    fn both<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Debug + Clone + PartialEq>() {}
    both::<p::Aangiftetijdvak>();
    both::<p::Allow>();
    both::<p::Attribution>();
    both::<p::Attributions>();
    both::<p::BonusWorker>();
    both::<p::Bsn>();
    both::<p::Employment>();
    both::<p::ContradictingEmployer>();
    both::<p::Employer>();
    both::<p::EmployerDays>();
    both::<p::Employers>();
    both::<p::EmployerTotals>();
    both::<p::Entry>();
    both::<p::Joined<'_>>();
    both::<p::Late>();
    both::<p::Mismatch>();
    both::<p::Persons>();
    both::<p::Uncounted>();
    both::<p::Record<'_>>();
    both::<p::Register>();
    both::<p::Sources>();
    both::<csv::FileError>();
    both::<csv::FileNotes>();
    both::<csv::LineError>();
    both::<csv::Options>();
    both::<p::Summary>();
    promised::<p::Payroll>();
    promised::<csv::RecordReader<std::fs::File>>();
    promised::<csv::TableReader<std::fs::File, p::Employers>>();
    promised::<csv::Grouped<'static, std::fs::File>>();
    promised::<csv::InAnyOrder<'static, std::fs::File>>();
}

#[cfg(feature = "dialects")]
#[test]
fn dialect_types_are_send_sync_and_data() {
    use b::dialects as d;

    fn both<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Debug + Clone + PartialEq>() {}
    both::<d::Column>();
    both::<d::DateForm>();
    both::<d::DecimalSign>();
    both::<d::Dialect>();
    both::<d::DialectError>();
    both::<d::Encoding>();
    both::<d::Given>();
    both::<d::Holds>();
    both::<d::Meaning>();
    both::<d::Separator>();
    promised::<d::Row<'static>>();
    promised::<d::Plain<std::fs::File>>();
    promised::<d::RowReader<std::fs::File>>();
}

#[test]
fn national_types_are_send_sync_and_data() {
    use b::national as n;

    fn both<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Debug + Clone + PartialEq>() {}
    both::<n::AgainstTarget>();
    both::<n::Count>();
    both::<n::CountName>();
    both::<n::Difference>();
    both::<n::Breakdown>();
    both::<n::National>();
}

/// An assessment is passed about: it should not grow unnoticed.
/// Errors are passed up through many results.
#[test]
fn an_error_is_one_pointer_wide() {
    assert_eq!(size_of::<b::Error>(), size_of::<usize>());
}

#[test]
fn an_assessment_is_no_larger_than_it_was() {
    assert!(size_of::<b::Assessment>() <= 240, "{} bytes", size_of::<b::Assessment>());
}
