//! The explanation suffices to recompute the outcome by hand: here a small evaluator does, from
//! the words of the steps alone, in both languages.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

mod common;

use core::fmt;
use std::str::FromStr;

use banenafspraak::law::LevyStatus;
use banenafspraak::parameters::Provenance;
use banenafspraak::planning::Label;
use banenafspraak::unit::Quantity;
use banenafspraak::unit::Word;
use banenafspraak::{
    Assessment, Error, Figures, Language, Liability, Scheme, SchemeParameters, Sector, Year,
    assess, assess_with,
};
use common::{employer, hundredths};
use rust_decimal::{Decimal, RoundingStrategy};

/// A text such as `(4.644,0129 - 2.662,00) / 1.331,00`, evaluated; `None` if it is no arithmetic.
fn evaluate(formula: &str, language: Language) -> Option<Decimal> {
    let plain = match language {
        Language::Nl => formula.replace('.', "").replace(',', "."),
        _ => formula.replace(',', ""),
    };
    value(&plain)
}

/// The greater or the lesser of two, a bracket over a divisor, or a sum.
fn value(plain: &str) -> Option<Decimal> {
    for (name, choose) in
        [("max(", Decimal::max as fn(Decimal, Decimal) -> Decimal), ("min(", Decimal::min)]
    {
        if let Some(list) = plain.strip_prefix(name).and_then(|text| text.strip_suffix(')')) {
            let (left, right) = list.split_once(';')?;
            return Some(choose(value(left.trim())?, value(right.trim())?));
        }
    }
    if let Some((bracket, divisor)) = plain.strip_prefix('(').and_then(|text| text.split_once(')'))
    {
        return Some(sum(bracket)? / product(divisor.trim().strip_prefix('/')?)?);
    }
    sum(plain)
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
    for step in outcome.explanation().steps() {
        let label = step.label(language).to_string();
        let formula = step.formula(language).to_string();
        let stated = step.value().to_string().parse::<Decimal>();
        let (Some(mut value), Ok(stated)) = (evaluate(&formula, language), stated) else {
            continue;
        };
        if formula.ends_with('%') && !formula.contains('×') {
            value *= Decimal::from(100); // the step of the percentage itself
        }
        if let Some(words) = step.rounding_text(language) {
            value = rounded(value, &words.to_string());
        }
        assert_eq!(value, stated, "{label}: {formula}");
        assert!(!step.source(language).to_string().is_empty(), "{label}");
        recomputed += 1;
    }
    recomputed
}

fn scheme() -> Scheme {
    Scheme {
        parameters: SchemeParameters {
            activation_decided_in: Year::new(2024).unwrap(),
            surcharge_percentage: "0.2537".parse().unwrap(),
            bonus_per_hour: "3.77".parse().unwrap(),
            bonus_maximum: "5000".parse().unwrap(),
            average_premium_wage_two_years_before: "43300".parse().unwrap(),
        },
        premium_wage: "14300000.33".parse().unwrap(),
        premium_wage_two_years_before: "13100000".parse().unwrap(),
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
            assert_eq!(recompute(&outcome, language), 16);
        }
    }
}

/// The lines of a step from its label on, in English.
fn step(outcome: &Assessment, label: &str) -> String {
    let explanation = outcome.explanation();
    let found =
        explanation.steps().iter().find(|step| step.label(Language::En).to_string() == label);
    let step = found.unwrap();
    let rounding = step.rounding_text(Language::En).map(|text| format!(", {text}"));
    format!(
        "{} = {}{} [{}]",
        step.value_text(Language::En),
        step.formula(Language::En),
        rounding.unwrap_or_default(),
        step.source(Language::En)
    )
}

#[test]
fn a_step_shows_what_decided_and_cites_it() {
    let mut scheme = scheme();
    let mut because = |year, change: fn(&mut Scheme)| {
        change(&mut scheme);
        let employer = employer(year, Sector::Markt, 50_000_00, 50_000_00, 0);
        step(&assess(&employer.with_scheme(scheme.clone())).unwrap(), "Liability")
    };
    assert_eq!(
        because(2026, |_| ()),
        "liable = 2026 ≥ 2026; 13,100,000.00 > 1,082,500.00 \
         [Wet banenafspraak 6 lid 1; Wet banenafspraak 6 lid 2, 3]"
    );
    assert_eq!(
        because(2026, |scheme| scheme.became_employer_in = Year::new(2025).ok()),
        "exempt: new employer = 2026 ≥ 2026; 2026 - 2025 ≤ 1 \
         [Wet banenafspraak 6 lid 1; Besluit Wfsv 2.19d lid 4]"
    );
    assert_eq!(because(2025, |_| ()), "not yet active = 2025 < 2026 [Wet banenafspraak 6 lid 1]");
}

/// A figure of the caller's own is never passed off as the statute's.
#[test]
fn a_step_cites_the_source_of_the_figure_it_used() {
    let figures: Figures = serde_json::from_str(
        r#"[{"figure": "levy_per_job", "year": 2026, "value": "3333.33", "source": "scenario X"},
            {"figure": "hours_per_job", "year": 2026, "value": "1326", "source": "25.5 x 52"},
            {"figure": "threshold_workers", "year": 2026, "value": 10, "source": "proposal"}]"#,
    )
    .unwrap();
    let employer = employer(2026, Sector::Overheid, 100_000_00, 100_000_00, 0);
    let outcome = assess_with(&employer, &figures).unwrap();
    // 2,580 / 1,326 = 1.94; 1.9 x 3,333.33 = 6,333.327
    assert_eq!(
        step(&outcome, "Quotumheffing (levy)"),
        "EUR 6,333.33 = 1.9 × 3,333.33, rounded half up to 2 decimals \
         [scenario X; Wfsv 38h lid 4; banenafspraak choice: half up on the cent]"
    );
    assert_eq!(
        step(&outcome, "Quotumtekort (shortfall in jobs)"),
        "1.9 jobs = (2,580.00 - 0.00) / 1,326.00, rounded down to 1 decimal \
         [Wfsv 38g lid 3; 25.5 x 52; Besluit Wfsv 2.23 lid 3]"
    );
    assert_eq!(
        step(&outcome, "Threshold"),
        "16,230.00 hours = 10 × 1,623.00 [proposal; Besluit Wfsv 2.21; Besluit Wfsv 2.20]"
    );
    assert_eq!(outcome.receipt().figures().len(), 5);
}

#[test]
fn a_receipt_lists_what_was_used_and_no_more() {
    let given = employer(2026, Sector::Markt, 50_000_00, 50_000_00, 0)
        .with_quotumpercentage("2.1".parse().unwrap());
    let names = |outcome: Assessment| {
        let receipt = outcome.receipt();
        receipt.figures().iter().map(|figure| figure.name().word()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        names(assess(&given).unwrap()),
        "hours_per_job average_hours threshold_workers levy_per_job"
    );
    let scheme = given.with_scheme(scheme());
    assert_eq!(names(assess(&scheme).unwrap()), "hours_per_job small_employer_wages");
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

/// The JSON words of an enum, as its error lists them.
fn words<T: FromStr<Err = Error> + fmt::Debug>() -> Vec<T> {
    let error = "no such word".parse::<T>().unwrap_err().to_string();
    let (_, list) = error.split_once(" is not one of ").unwrap();
    list.split(", ").map(|word| word.parse().unwrap()).collect()
}

#[test]
fn every_word_of_an_outcome_has_a_meaning_of_its_own_in_dutch_and_in_english() {
    let mut words: Vec<Quantity> = vec![Word::NOT_KNOWN.into()];
    words.extend(self::words::<Liability>().into_iter().map(Quantity::from));
    words.extend(self::words::<LevyStatus>().into_iter().map(Quantity::from));
    words.extend(self::words::<Provenance>().into_iter().map(Quantity::from));
    words.extend(self::words::<Label>().into_iter().map(Quantity::from));
    assert_eq!(words.len(), 1 + 10 + 3 + 3 + 3);
    for word in words {
        let [dutch, english] =
            [Language::Nl, Language::En].map(|language| word.localized(language).to_string());
        assert_ne!(dutch, english, "{word}");
        assert!(!dutch.contains('_') && !english.contains('_'), "{word}");
    }
}

#[test]
fn a_dutch_explanation_cites_the_choices_of_the_library_in_dutch() {
    let figures: Figures = serde_json::from_str(
        r#"[{"figure": "levy_per_job", "year": 2026, "value": "3333.33", "source": "scenario X"}]"#,
    )
    .unwrap();
    let employer = employer(2026, Sector::Overheid, 100_000_00, 100_000_00, 0);
    let text = assess_with(&employer, &figures).unwrap().explanation().text(Language::Nl);
    for choice in ["banen getoond zoals het quotumtekort", "rekenkundig afgerond op de cent"] {
        assert!(text.contains(&format!("keuze van deze bibliotheek: {choice}")), "{text}");
    }
    assert!(!text.contains("choice"), "{text}");
}

/// Wfsv 34 lid 7, 38e lid 3, 38h lid 3, 5, 38i lid 2: a date follows from words, not from a sum.
#[test]
fn the_formula_of_a_date_is_in_words() {
    let outcome = assess(&employer(2026, Sector::Overheid, 50_000_00, 60_000_00, 0)).unwrap();
    let explanation = outcome.explanation();
    let dates = |language| {
        let steps = explanation.steps().iter();
        let dates = steps.filter(|step| matches!(step.value(), Quantity::Date(_)));
        dates.map(|step| step.formula(language).to_string()).collect::<Vec<_>>()
    };
    assert_eq!(
        dates(Language::En),
        [
            "1 May of the year after 2026",
            "1 August of the year after 2026",
            "1 November of the year after 2026",
            "6 weeks after 31 October 2027",
            "5 years after the end of 2026",
        ]
    );
    assert_eq!(
        dates(Language::Nl),
        [
            "1 mei van het jaar na 2026",
            "1 augustus van het jaar na 2026",
            "1 november van het jaar na 2026",
            "6 weken na 31 oktober 2027",
            "5 jaar na het einde van 2026",
        ]
    );
}
