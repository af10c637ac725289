//! The baselines: the statute by hand in 64-bit integers, from the same inputs to the same
//! numbers, and the levy alone in constants and naively in `rust_decimal`. No units, no bounds.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::Deserialize;

/// Hours in hundredths.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Base {
    pub(crate) paid: i64,
    pub(crate) lent_out_agency: i64,
    pub(crate) wsw: i64,
}

/// Hours in hundredths, the percentage in hundredths of a percent.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Employer {
    pub(crate) year: u16,
    pub(crate) before: Base,
    pub(crate) now: Base,
    pub(crate) own: i64,
    pub(crate) attributed_out: i64,
    pub(crate) attributed_in: i64,
    pub(crate) percentage: Option<i64>,
}

impl Base {
    #[inline]
    fn hours(&self) -> i64 {
        self.paid - self.lent_out_agency - self.wsw
    }
}

/// Hours in hundredths, `required` in millionths, jobs in tenths, the levy in euros.
#[derive(Debug, Clone, Copy)]
#[allow(dead_code, reason = "computed to be raced, not all of it printed")]
pub(crate) struct Outcome {
    pub(crate) liability: u8,
    pub(crate) base: i64,
    pub(crate) realised: i64,
    pub(crate) percentage: i64,
    pub(crate) required: i64,
    pub(crate) tekort: i64,
    pub(crate) levy: i64,
}

/// The figures of a year: percentage in hundredths of a percent, hours in hundredths.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figures {
    percentage: i64,
    per_job: i64,
    threshold: i64,
    levy: i64,
}

/// The figures of 2018 and later, as data: they change by year, so no compiler may fold them.
pub(crate) fn figures() -> Vec<Figures> {
    let percentages = [1_93, 2_14, 2_35, 2_56, 2_69, 2_76, 2_76, 2_68, 2_58];
    let year =
        |percentage| Figures { percentage, per_job: 1_331_00, threshold: 40_575_00, levy: 5_000 };
    percentages.map(year).to_vec()
}

#[inline]
pub(crate) fn assess(employer: &Employer, figures: &[Figures]) -> Option<Outcome> {
    let figures = figures.get(usize::from(employer.year.checked_sub(2018)?))?;
    let base = employer.now.hours();
    let realised = employer.own - employer.attributed_out + employer.attributed_in;
    let percentage = employer.percentage.unwrap_or(figures.percentage);
    let required = base * percentage;
    let short = (required - realised * 10_000).max(0);
    let tekort = short / (figures.per_job * 1_000);
    let liability = u8::from(base < figures.threshold)
        + 2 * u8::from(employer.before.hours() < figures.threshold);
    Some(Outcome {
        liability,
        base,
        realised,
        percentage,
        required,
        tekort,
        levy: if liability == 0 { tekort * figures.levy / 10 } else { 0 },
    })
}

/// The least there can be: the levy of 2026 alone, every figure a constant of the program.
#[inline]
pub(crate) fn levy_of_2026(employer: &Employer) -> i64 {
    let short = (employer.now.paid * 2_58 - employer.own * 10_000).max(0);
    let liable = employer.now.paid >= 40_575_00 && employer.before.paid >= 40_575_00;
    if liable { short / 133_100_000 * 500 } else { 0 }
}

/// The naive version: the levy of 2026 in `rust_decimal`. Before, base, doelgroep.
pub(crate) fn levy_in_decimals([before, base, doelgroep]: [Decimal; 3]) -> Decimal {
    let short = (base * Decimal::new(2_58, 4) - doelgroep).max(Decimal::ZERO) / Decimal::from(1331);
    let tekort = short.round_dp_with_strategy(1, RoundingStrategy::ToZero);
    let threshold = Decimal::from(40_575);
    if base >= threshold && before >= threshold {
        tekort * Decimal::from(5000)
    } else {
        Decimal::ZERO
    }
}

/// The Dutch explanation of a liable employer short of its quota, as one template.
pub(crate) fn explanation(employer: &Employer, figures: &[Figures]) -> Option<String> {
    let outcome = assess(employer, figures)?;
    let hours = |units: i64| dutch(units, 2);
    let (before, base, own) =
        (hours(employer.before.hours()), hours(outcome.base), hours(outcome.realised));
    let exact = outcome.required.to_string();
    let decimals = (2..6).find(|keep| exact.ends_with(&"000000"[*keep..])).unwrap_or(6);
    let scale = 10_i64.pow(6 - u32::try_from(decimals).unwrap_or(0));
    let required = dutch(outcome.required / scale, decimals);
    let percentage = dutch(outcome.percentage, 2);
    let jobs = |units: i64| dutch(units / 133_100_000, 1);
    let (realised, needed) = (jobs(outcome.realised * 10_000), jobs(outcome.required));
    let tekort = dutch(outcome.tekort, 1);
    let levy = hours(outcome.levy * 100);
    let year = employer.year;
    let (lid, next, last) = (2 * (year - 2018) + 1, year + 1, year + 5);
    Some(format!(
        "1. Grondslag in uren, voorafgaand jaar: {before} uur\n   = {before} - 0,00 - 0,00\n   [Wfsv 38g lid 2, 3, 5; Besluit Wfsv 2.31]
2. Grondslag in uren, dit jaar (A): {base} uur\n   = {base} - 0,00 - 0,00\n   [Wfsv 38g lid 2, 3, 5; Besluit Wfsv 2.31]
3. Drempel: 40.575,00 uur\n   = 25 × 1.623,00\n   [Wfsv 34 lid 4; Besluit Wfsv 2.21; Besluit Wfsv 2.20]
4. Heffingsplicht: heffingsplichtig\n   = {before} ≥ 40.575,00; {base} ≥ 40.575,00\n   [Wfsv 34 lid 4, 6; Besluit Wfsv 2.33]
5. Verloonde uren van de doelgroep (C): {own} uur\n   = {own} - 0,00 + 0,00\n   [Wfsv 38g lid 2, 3, 4, 8; Besluit Wfsv 2.28]
6. Gerealiseerde banen: {realised} banen\n   = {own} / 1.331,00, afgerond naar beneden op 1 decimaal\n   [Regeling Wfsv 3.32; {SHOWN}]
7. Quotumpercentage (B): {percentage}%\n   = {percentage}%, afgerond naar beneden op 2 decimalen\n   [Regeling Wfsv 3.37 lid {lid}; Besluit Wfsv 2.23 lid 2]
8. Vereiste uren (A × B): {required} uur\n   = {base} × {percentage}%\n   [Wfsv 38g lid 3]
9. Vereiste banen: {needed} banen\n   = {required} / 1.331,00, afgerond naar beneden op 1 decimaal\n   [Regeling Wfsv 3.32; {SHOWN}]
10. Quotumtekort: {tekort} banen\n   = ({required} - {own}) / 1.331,00, afgerond naar beneden op 1 decimaal\n   [Wfsv 38g lid 3; Regeling Wfsv 3.32; Besluit Wfsv 2.23 lid 3]
11. Banen boven het quotum: 0,0 banen\n   = max(0; ({own} - {required}) / 1.331,00), afgerond naar beneden op 1 decimaal\n   [Regeling Wfsv 3.32; {SHOWN}]
12. Quotumheffing: € {levy}\n   = {tekort} × 5.000,00\n   [Wfsv 38h lid 4]
13. Status van de heffing: niet uitgevoerd\n   = niet uitgevoerd\n   [Wfsv 122na lid 1]
14. Aangiften en correcties tellen mee indien uiterlijk ingediend op: 1 mei {next}\n   = 1 mei van het jaar na {year}\n   [Wfsv 34 lid 7, 38e lid 3]
15. Uiterste datum overeenstemming over toegerekende uren: 1 augustus {next}\n   = 1 augustus van het jaar na {year}\n   [Besluit Wfsv 2.28 lid 3]
16. De heffing wordt vastgesteld vóór: 1 november {next}\n   = 1 november van het jaar na {year}\n   [Wfsv 38h lid 3]
17. Te betalen zes weken na de beschikking, uiterlijk: 12 december {next}\n   = 6 weken na 31 oktober {next}\n   [Wfsv 38h lid 5]
18. Herziening mogelijk tot en met: 31 december {last}\n   = 5 jaar na het einde van {year}\n   [Wfsv 38i lid 2]
"
    ))
}

const SHOWN: &str = "keuze van deze bibliotheek: banen getoond zoals het quotumtekort";

/// A number of decimals in Dutch style: `1.250.000,00`.
fn dutch(units: i64, decimals: usize) -> String {
    let digits = format!("{units:0width$}", width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let mut text = String::with_capacity(24);
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position) % 3 == 0 {
            text.push('.');
        }
        text.push(digit);
    }
    text.push(',');
    text.push_str(fraction);
    text
}

/// A JSON line in, a JSON line out, for inputs of the plain shape.
pub(crate) fn json_line(line: &str, figures: &[Figures]) -> Option<String> {
    #[derive(Deserialize)]
    #[expect(clippy::struct_field_names, reason = "the contract's names")]
    struct Before<'a> {
        paid_hours: &'a str,
        lent_out_agency_hours: &'a str,
        wsw_hours: &'a str,
    }
    #[derive(Deserialize)]
    struct Input<'a> {
        year: u16,
        sector: &'a str,
        paid_hours: &'a str,
        lent_out_agency_hours: &'a str,
        wsw_hours: &'a str,
        doelgroep_hours: &'a str,
        doelgroep_hours_attributed_out: &'a str,
        doelgroep_hours_attributed_in: &'a str,
        previous_year: Before<'a>,
    }
    let input: Input<'_> = serde_json::from_str(line).ok()?;
    let before = input.previous_year;
    let employer = Employer {
        year: input.year,
        before: base(before.paid_hours, before.lent_out_agency_hours, before.wsw_hours)?,
        now: base(input.paid_hours, input.lent_out_agency_hours, input.wsw_hours)?,
        own: hundredths(input.doelgroep_hours)?,
        attributed_out: hundredths(input.doelgroep_hours_attributed_out)?,
        attributed_in: hundredths(input.doelgroep_hours_attributed_in)?,
        percentage: None,
    };
    let outcome = assess(&employer, figures)?;
    let liability = ["liable", "exempt_year", "exempt_previous_year", "exempt_both_years"]
        [usize::from(outcome.liability)];
    let payable = if outcome.liability == 0 { "computed_only" } else { "not_owed" };
    let surplus = (outcome.realised * 10_000 - outcome.required).max(0);
    let [needed, realised, tekort, surplus] = [
        outcome.required / 133_100_000,
        outcome.realised / 13_310,
        outcome.tekort,
        surplus / 133_100_000,
    ]
    .map(|tenths| plain(tenths, 1, 1));
    let [base, own] = [outcome.base, outcome.realised].map(|hours| plain(hours, 2, 0));
    Some(format!(
        r#"{{"year":{},"sector":"{}","regime":"quotumheffing","liability":"{liability}","hours_base":"{base}","quotumpercentage":"{}","quotumpercentage_source":"published","required_hours":"{}","required_jobs":"{needed}","realised_hours":"{own}","realised_jobs":"{realised}","quotumtekort":"{tekort}","surplus_jobs":"{surplus}","quotumheffing":"{}.00","levy_status":"not_executed","payable":"0.00","payable_status":"{payable}"}}"#,
        input.year,
        input.sector,
        plain(outcome.percentage, 2, 2),
        plain(outcome.required, 6, 0),
        outcome.levy,
    ))
}

fn base(paid: &str, lent_out_agency: &str, wsw: &str) -> Option<Base> {
    let (paid, lent_out_agency) = (hundredths(paid)?, hundredths(lent_out_agency)?);
    Some(Base { paid, lent_out_agency, wsw: hundredths(wsw)? })
}

fn hundredths(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let cents = match fraction.len() {
        0 => 0,
        1 => fraction.parse::<i64>().ok()? * 10,
        2 => fraction.parse().ok()?,
        _ => return None,
    };
    Some(whole.parse::<i64>().ok()? * 100 + cents)
}

/// `decimals` of them, of which `shown` stay when they are zero.
fn plain(units: i64, decimals: usize, shown: usize) -> String {
    let mut text = format!("{units:0width$}", width = decimals + 1);
    text.insert(text.len() - decimals, '.');
    let least = text.len() - decimals + shown;
    while text.len() > least && text.ends_with('0') {
        text.pop();
    }
    if text.ends_with('.') {
        text.pop();
    }
    text
}
