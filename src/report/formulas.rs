//! What a formula says, in words before its numbers.

use crate::explanation::{Step, steps};
use crate::language::Phrase;
use crate::law::Regime;

/// The words of a step's formula; none where it has no numbers, or where its label says all.
pub(super) fn words(step: &Step, regime: Regime) -> Option<Phrase> {
    let liability = match regime {
        Regime::Quotumheffing => OF_THRESHOLD,
        Regime::WetBanenafspraak => OF_SCHEME,
    };
    if !step.is_computed() {
        return None;
    }
    if step.is(steps::LIABILITY) {
        return Some(liability);
    }
    WORDS.iter().find(|(row, _)| step.is(*row)).map(|(_, words)| *words)
}

const OF_THRESHOLD: Phrase = Phrase::new(
    "year before; this year: against the threshold",
    "voorafgaand jaar; dit jaar: ten opzichte van de drempel",
);
const OF_SCHEME: Phrase = Phrase::new(
    "this year against the first year; then when it became an employer, or its premium wage against the limit",
    "dit jaar ten opzichte van het eerste jaar; daarna sinds wanneer werkgever, of het premieloon ten opzichte van de grens",
);

#[rustfmt::skip]
const WORDS: [(steps::Row, Phrase); 14] = [
    row(steps::BASE_PREVIOUS_YEAR,    "paid hours - lent-out agency hours - Wsw hours",                  "verloonde uren - uitgeleende uitzenduren - Wsw-uren"),
    row(steps::BASE,                  "paid hours - lent-out agency hours - Wsw hours",                  "verloonde uren - uitgeleende uitzenduren - Wsw-uren"),
    row(steps::THRESHOLD,             "workers × average hours of a worker",                             "werknemers × gemiddelde uren van een werknemer"),
    row(steps::REALISED,              "own hours - attributed to inleners + attributed by uitleners",    "eigen uren - toegerekend aan inleners + toegerekend door uitleners"),
    row(steps::REALISED_JOBS,         "hours of the doelgroep / hours of a job",                         "uren van de doelgroep / uren van een baan"),
    row(steps::REQUIRED_JOBS,         "required hours / hours of a job",                                 "vereiste uren / uren van een baan"),
    row(steps::QUOTUMTEKORT,          "(required hours - hours of the doelgroep) / hours of a job",      "(vereiste uren - uren van de doelgroep) / uren van een baan"),
    row(steps::SURPLUS,               "(hours of the doelgroep - required hours) / hours of a job, at least 0", "(uren van de doelgroep - vereiste uren) / uren van een baan, minimaal 0"),
    row(steps::QUOTUMHEFFING,         "quotumtekort × levy per job",                                     "quotumtekort × heffing per baan"),
    row(steps::FIRST_DUE_YEAR,        "year of the decision + years until it is due",                    "jaar van het besluit + jaren tot de heffing ingaat"),
    row(steps::SMALL_EMPLOYER_LIMIT,  "number of average wages × average premium wage",                  "aantal gemiddelde lonen × gemiddeld premieloon"),
    row(steps::INCLUSIVITEITSHEFFING, "premium wage × surcharge",                                        "premieloon × opslag"),
    row(steps::WORKER_BONUS,          "hours × bonus per hour, at most the maximum",                     "uren × bonus per uur, maximaal het maximum per jaar"),
    row(steps::NET,                   "bonus - inclusiviteitsheffing",                                   "bonus - inclusiviteitsheffing"),
];

const fn row(step: steps::Row, english: &'static str, dutch: &'static str) -> (steps::Row, Phrase) {
    (step, Phrase::new(english, dutch))
}
