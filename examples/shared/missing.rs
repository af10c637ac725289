//! The days that no hours cover, as a sentence.

use banenafspraak::employer::Missing;
use banenafspraak::unit::Quantity;
use banenafspraak::{EmployerYear, Language, Printable};

/// The most gaps that a sentence lists.
const MOST_GAPS: usize = 5;

/// The days that no hours cover.
pub(crate) fn missing_days(employer: &EmployerYear, language: Language) -> Option<String> {
    let missing = &*employer.coverage()?.missing;
    if missing.is_empty() {
        return None;
    }
    let show = |run: &Missing| {
        let [from, until] =
            [run.from, run.until].map(|day| Quantity::Date(day).localized(language).to_string());
        let of = run.administration.as_deref().map(|number| format!("{} ", Printable(number)));
        let until_word = if language == Language::Nl { "t/m" } else { "to" };
        format!("{}{from} {until_word} {until}", of.unwrap_or_default())
    };
    let runs: Vec<String> = missing.iter().take(MOST_GAPS).map(show).collect();
    let more = match (missing.len().saturating_sub(MOST_GAPS), language) {
        (0, _) => String::new(),
        (more, Language::Nl) => format!("; en nog {more}"),
        (more, _) => format!("; and {more} more"),
    };
    let days = if language == Language::Nl { "Dagen zonder uren" } else { "Days without hours" };
    Some(format!("{days}: {}{more}.", runs.join("; ")))
}
