//! The explanation suffices to recompute the outcome by hand: here a small evaluator does, from
//! the words of the steps alone, in both languages.
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

mod common;

use banenafspraak::{Assessment, Language, Scheme, Sector, Year, assess};
use common::{employer, hundredths};
use rust_decimal::{Decimal, RoundingStrategy};

/// A text such as `(4.644,0129 - 2.662,00) / 1.331,00`, evaluated; `None` if it is no arithmetic.
fn evaluate(formula: &str, language: Language) -> Option<Decimal> {
    let plain = match language {
        Language::Nl => formula.replace('.', "").replace(',', "."),
        _ => formula.replace(',', ""),
    };
    if let Some(list) = plain.strip_prefix("min(").and_then(|text| text.strip_suffix(')')) {
        let (left, right) = list.split_once(';')?;
        return Some(sum(left)?.min(sum(right)?));
    }
    // The quota is met, or there is no surplus: a comparison that holds stands for zero.
    for (sign, flip) in [('≥', false), ('≤', true)] {
        if let Some((left, right)) = plain.split_once(sign) {
            let (left, right) = (sum(left)?, sum(right)?);
            return if flip { left <= right } else { left >= right }.then_some(Decimal::ZERO);
        }
    }
    if let Some((bracket, divisor)) = plain.strip_prefix('(').and_then(|text| text.split_once(')'))
    {
        return Some(sum(bracket)? / product(divisor.trim().strip_prefix('/')?)?);
    }
    sum(&plain)
}

fn sum(text: &str) -> Option<Decimal> {
    let mut total = Decimal::ZERO;
    for (position, part) in text.split(" + ").enumerate() {
        let mut terms = part.split(" - ");
        let first = product(terms.next()?)?;
        total = if position == 0 { first } else { total + first };
        for term in terms {
            total -= product(term)?;
        }
    }
    Some(total)
}

fn product(text: &str) -> Option<Decimal> {
    let mut quotients = text.split(" / ");
    let factors = quotients.next()?.split(" × ").map(|factor| {
        let factor = factor.trim();
        match factor.strip_suffix('%') {
            Some(percent) => percent.parse::<Decimal>().ok().map(|p| p / Decimal::from(100)),
            None => factor.parse().ok(),
        }
    });
    let first = factors.product::<Option<Decimal>>()?;
    quotients
        .try_fold(first, |value, divisor| Some(value / divisor.trim().parse::<Decimal>().ok()?))
}

fn rounded(value: Decimal, words: &str) -> Decimal {
    let decimals = words.chars().find_map(|c| c.to_digit(10)).unwrap();
    let down = words.contains("down") || words.contains("beneden");
    let strategy =
        if down { RoundingStrategy::ToZero } else { RoundingStrategy::MidpointAwayFromZero };
    value.round_dp_with_strategy(decimals, strategy)
}

/// Recomputes every step that is arithmetic and returns how many there were.
fn recompute(outcome: &Assessment, language: Language) -> usize {
    let mut recomputed = 0;
    let mut workers = Decimal::ZERO;
    for step in outcome.explanation().steps() {
        let label = step.label(language).to_string();
        let formula = step.formula(language).to_string();
        let stated = step.value().to_string().parse::<Decimal>();
        let value = match (evaluate(&formula, language), stated) {
            _ if formula.starts_with('Σ') => {
                Some((workers, step.value().to_string().parse().unwrap()))
            }
            (Some(value), Ok(stated)) => Some((value, stated)),
            _ => None,
        };
        let Some((mut value, mut stated)) = value else { continue };
        if formula.ends_with('%') && !formula.contains('×') {
            value *= Decimal::from(100); // the step of the percentage itself
        }
        if let Some(words) = step.rounding_text(language) {
            value = rounded(value, &words.to_string());
        }
        if label.contains(" 1") || label.contains(" 2") {
            workers += value;
        }
        stated = stated.normalize();
        assert_eq!(value.normalize(), stated, "{label}: {formula}");
        assert!(!step.source(language).to_string().is_empty(), "{label}");
        recomputed += 1;
    }
    recomputed
}

fn scheme() -> Scheme {
    Scheme {
        activation_decided_in: Year::new(2024).unwrap(),
        surcharge_percentage: "0.2537".parse().unwrap(),
        bonus_per_hour: "3.77".parse().unwrap(),
        bonus_maximum: "5000".parse().unwrap(),
        premium_wage: "14300000.33".parse().unwrap(),
        premium_wage_two_years_before: "13100000".parse().unwrap(),
        average_premium_wage_two_years_before: "43300".parse().unwrap(),
        became_employer_in: Some(Year::new(1990).unwrap()),
        bonus_workers: vec![hundredths(1_326_33), hundredths(1_800_00)],
    }
}

#[test]
fn every_step_can_be_recomputed_from_its_words() {
    let given = "2.589".parse().unwrap();
    for (base, doelgroep) in [(180_000_50, 2_662_00), (40_575_00, 0), (100_000_00, 99_000_00)] {
        for language in [Language::Nl, Language::En] {
            let employer =
                employer(2026, Sector::Markt, base, base, doelgroep).with_quotumpercentage(given);
            assert_eq!(recompute(&assess(&employer).unwrap(), language), 11);
            let outcome = assess(&employer.with_scheme(scheme())).unwrap();
            assert_eq!(recompute(&outcome, language), 17);
        }
    }
}

#[test]
fn numbers_are_in_the_style_of_the_language() {
    let outcome =
        assess(&employer(2026, Sector::Overheid, 1_000_000_00, 1_000_000_00, 20_077_00)).unwrap();
    let dutch = outcome.explanation().text(Language::Nl);
    let english = outcome.explanation().text(Language::En);
    for text in ["25.800,00 uur", "4,2 banen", "€ 21.000,00", "1.000.000,00 × 2,58%"] {
        assert!(dutch.contains(text), "{text} in {dutch}");
    }
    for text in ["25,800.00 hours", "4.2 jobs", "EUR 21,000.00", "[Wfsv 38h lid 4]"] {
        assert!(english.contains(text), "{text} in {english}");
    }
}

#[test]
fn the_receipt_replays_the_outcome() {
    let outcome = assess(&employer(2026, Sector::Overheid, 50_000_00, 60_000_00, 100_00)).unwrap();
    let receipt = outcome.receipt();
    assert_eq!(assess(receipt.input()).unwrap(), outcome);
    let figures: Vec<String> = receipt.figures().iter().map(ToString::to_string).collect();
    assert_eq!(
        figures[0],
        "quotumpercentage overheid 2026 2026 2.58 published Regeling Wfsv 3.37 lid 17"
    );
    assert_eq!(receipt.figures_fingerprint().len(), 64);
}
