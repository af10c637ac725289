//! A second reading of the law, made without the library: random employers go through the example
//! calculator as JSON Lines, and every field of every answer must equal what the formulas of
//! Wfsv 34, 38g and 38h, of Besluit Wfsv 2.23 and of article 6 of the Wet banenafspraak give in
//! plain integers. Of refused lines: the position, the `id` and the named field.
//!
//! For more than the 20,000 lines that it takes by default:
//! `cargo build --release --example calculator`, then
//! `ORACLE_LINES=100000 cargo test --release --test oracle`.
#![cfg(feature = "serde")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    reason = "tests"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::calculator;
use serde_json::{Value, json};

/// The most hours or euros. Both are in cents here, percentages in millionths of a percent.
const LARGEST: i128 = 99_999_999_999_99;
/// 25 x 1,623 hours (Wfsv 34 lid 4).
const THRESHOLD: i128 = 40_575_00;
/// A tenth of D, the 1,331 paid hours of a job (Regeling Wfsv 3.32).
const TENTH_OF_A_JOB: i128 = 133_10;
const PERCENT: i128 = 1_000_000;

const PREVIOUS: &str = "previous_year.";
const OWN: &str = "doelgroep_hours";
const OUT: &str = "doelgroep_hours_attributed_out";
const IN: &str = "doelgroep_hours_attributed_in";
const COMPLETE: &str = "complete";
const PREVIOUS_COMPLETE: &str = "previous_year_complete";
const HOURS_UNTIL: &str = "hours_until";

/// Splitmix64: small, and the same everywhere.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn between(&mut self, least: i128, most: i128) -> i128 {
        least + i128::from(self.next()) % (most - least + 1)
    }

    fn one_in(&mut self, n: i128) -> bool {
        self.between(1, n) == 1
    }

    fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.between(1, of.len().try_into().unwrap())).unwrap() - 1].clone()
    }

    /// Up to `most` cents, with none, one or two decimals.
    fn amount(&mut self, most: i128) -> i128 {
        let unit = self.pick(&[1, 10, 100]);
        self.between(0, most) / unit * unit
    }

    fn maybe(&mut self, most: i128) -> Option<i128> {
        self.one_in(3).then(|| self.amount(most))
    }

    fn percentage(&mut self) -> i128 {
        match self.between(0, 9) {
            0 => self.pick(&[0, 1, 9_999, 10_000, 99_999_999, 100 * PERCENT]),
            1 => self.between(0, 100) * PERCENT,
            2..=4 => self.between(0, 4 * PERCENT),
            5 => self.between(0, 4_000) * 1_000,
            _ => self.between(0, 400) * 10_000,
        }
    }
}

/// An employer: the contract's numbers under their full names, in the units above.
struct Employer {
    id: Option<String>,
    sector: &'static str,
    facts: BTreeMap<String, i128>,
}

impl Employer {
    fn find(&self, name: &str) -> Option<i128> {
        self.facts.get(name).copied()
    }

    fn get(&self, name: &str) -> i128 {
        self.find(name).unwrap_or(0)
    }

    fn set(&mut self, name: impl Into<String>, value: impl Into<Option<i128>>) {
        if let Some(value) = value.into() {
            self.facts.insert(name.into(), value);
        }
    }

    /// A (Wfsv 38g lid 5), of the year or of the `previous_year.`.
    fn base(&self, of: &str) -> i128 {
        let hours = |name: &str| self.get(&format!("{of}{name}"));
        hours("paid_hours") - hours("lent_out_agency_hours") - hours("wsw_hours")
    }

    fn workers(&self) -> impl Iterator<Item = i128> {
        let of = |name: &str| name.starts_with("scheme.bonus_workers");
        self.facts.iter().filter(move |fact| of(fact.0)).map(|fact| *fact.1)
    }
}

/// The percentages that bind, in hundredths of a percent, by year and sector.
fn published() -> BTreeMap<(i128, &'static str), i128> {
    let row = |row: &'static str| {
        let cells: Vec<_> = row.split(',').collect();
        let sector = if cells[1] == "overheid" { "overheid" } else { "markt" };
        assert_eq!(cells[2].split_once('.').unwrap().1.len(), 2, "{row}");
        ((cells[0].parse().unwrap(), sector), cells[2].replace('.', "").parse().unwrap())
    };
    include_str!("golden/quotumpercentages.csv").lines().skip(1).map(row).collect()
}

fn random_employer(chance: &mut Chance, known: impl Fn(i128, &str) -> Option<i128>) -> Employer {
    let id = match chance.between(0, 9) {
        0 => None,
        1 => Some(format!("\"é\\\u{1} {}\"", chance.next())),
        _ => Some(format!("employer {}", chance.next())),
    };
    let sector = chance.pick(&["overheid", "overheid", "markt"]);
    let mut employer = Employer { id, sector, facts: BTreeMap::new() };
    let scheme = chance.one_in(3);
    let late = chance.one_in(if scheme { 2 } else { 6 });
    let year = if late { chance.between(2027, 2036) } else { chance.between(2018, 2026) };
    employer.set("year", year);
    let known = known(year, sector);
    let given = chance.one_in(if known.is_none() { 2 } else { 3 });
    let given = given.then(|| chance.percentage());
    employer.set("quotumpercentage", given);
    add_coverage(chance, &mut employer);

    let before_is_known = !chance.one_in(8);
    for of in if before_is_known { &["", PREVIOUS][..] } else { &[""] } {
        let base = match chance.between(0, 9) {
            0..=2 => THRESHOLD + chance.between(-1, 1),
            3 => THRESHOLD + chance.between(-50_00, 50_00),
            4 => chance.amount(THRESHOLD),
            5 => LARGEST - chance.pick(&[0, 1, 99, 5_000_000_00]),
            _ => chance.amount(5_000_000_00),
        };
        let (lent_out, wsw) = (chance.maybe(900_000_00), chance.maybe(90_000_00));
        let parts = lent_out.unwrap_or(0) + wsw.unwrap_or(0);
        employer.set(format!("{of}paid_hours"), base.min(LARGEST - parts) + parts);
        employer.set(format!("{of}lent_out_agency_hours"), lent_out);
        employer.set(format!("{of}wsw_hours"), wsw);
    }

    // C: at choice, or a cent or less from a tenth of a job had, short or over. Wsw hours are no own
    // hours of the doelgroep (Wfsv 38g lid 4).
    let paid = employer.get("paid_hours") - employer.get("wsw_hours");
    let quota = given.map(|millionths| millionths / 10_000).or(known).unwrap_or(0);
    let required = employer.base("") * quota / 10_000;
    let tenths = chance.between(-60, 60) * TENTH_OF_A_JOB;
    let realised = match chance.between(0, 5) {
        0 => chance.amount(paid),
        1 => chance.amount(paid.min(90_000_00)),
        2 => tenths.abs() + chance.between(-1, 1),
        3 => required + chance.between(-1, 1),
        _ => required + tenths + chance.between(-1, 1),
    };
    let realised = realised.clamp(0, paid);
    let attributed_in = chance.maybe(realised);
    let own = realised - attributed_in.unwrap_or(0);
    let attributed_out = chance.maybe((paid - own).min(90_000_00));
    employer.set(OWN, own + attributed_out.unwrap_or(0));
    employer.set(OUT, attributed_out);
    employer.set(IN, attributed_in);
    if scheme {
        add_scheme(chance, &mut employer, year);
    }
    employer
}

/// Whether the hours are those of whole years; and a month on whose 15th day those of the year end.
fn add_coverage(chance: &mut Chance, employer: &mut Employer) {
    for of in [COMPLETE, PREVIOUS_COMPLETE] {
        let known = chance.one_in(3).then(|| chance.between(0, 1));
        employer.set(of, known);
    }
    if employer.find(COMPLETE) == Some(0) {
        let month = chance.one_in(2).then(|| chance.between(1, 12));
        employer.set(HOURS_UNTIL, month);
    }
}

fn add_scheme(chance: &mut Chance, employer: &mut Employer, year: i128) {
    let per_hour = chance.pick(&[3_77, 3_77, 1, 1_01, 7_77, 9_999_99]);
    let maximum = chance.pick(&[5_000_00, 5_000_00, 2_000_00, 4_999_99, 0, 33_33]);
    let average = chance.pick(&[43_300_00, 39_600_01, 0, 3_999_999_999_99]);
    let wage = if chance.one_in(9) { LARGEST } else { chance.amount(20_000_000_00) };
    let near_small = (25 * average + chance.between(-1, 1)).clamp(0, LARGEST);
    let wage_before = if chance.one_in(3) { near_small } else { chance.amount(2_000_000_00) };
    let became = chance.one_in(3).then(|| year - chance.between(0, 3));
    let decided_in = year - 2 + chance.pick(&[-9, -1, 0, 0, 0, 1, 2, 9]);
    employer.set("scheme.activation_decided_in", decided_in);
    employer.set("scheme.surcharge_percentage", chance.percentage());
    employer.set("scheme.bonus_per_hour", per_hour);
    employer.set("scheme.bonus_maximum", maximum);
    employer.set("scheme.premium_wage", wage);
    employer.set("scheme.premium_wage_two_years_before", wage_before);
    employer.set("scheme.average_premium_wage_two_years_before", average);
    employer.set("scheme.became_employer_in", became);
    for n in 0..chance.between(0, 5) {
        let hours = match chance.between(0, 5) {
            0..=2 => (maximum * 100 / per_hour + chance.between(-1, 1)).max(0),
            3 => chance.amount(LARGEST),
            _ => chance.amount(2_500_00),
        };
        employer.set(format!("scheme.bonus_workers[{n}].paid_hours"), hours);
    }
}

/// `value` units of 10^-`decimals`, with at least `least` decimals.
fn decimal(value: i128, decimals: usize, least: usize) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", value.abs(), width = decimals + 1);
    let (whole, mut fraction) = digits.split_at(digits.len() - decimals);
    while fraction.len() > least && fraction.ends_with('0') {
        fraction = &fraction[..fraction.len() - 1];
    }
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
}

fn half_up(amount: i128, divisor: i128) -> i128 {
    (amount + divisor / 2) / divisor
}

/// Wfsv 34 lid 4 and 6: both years decide; a year with missing days does not exempt.
fn liability(employer: &Employer, base: i128, previous: Option<i128>) -> &'static str {
    let below = |hours: Option<i128>, complete: &str| match hours {
        None => None,
        Some(hours) if hours >= THRESHOLD => Some(false),
        Some(_) => (employer.find(complete) != Some(0)).then_some(true),
    };
    match (below(Some(base), COMPLETE), below(previous, PREVIOUS_COMPLETE)) {
        (Some(true), Some(true)) => "exempt_both_years",
        (Some(true), _) => "exempt_year",
        (_, Some(true)) => "exempt_previous_year",
        (None, None) => "unknown_both_years",
        (None, Some(false)) => "unknown_year",
        (Some(false), None) => "unknown_previous_year",
        (Some(false), Some(false)) => "liable",
    }
}

/// The answer that the law gives, `known` being the published percentage.
fn expected(employer: &Employer, known: Option<i128>) -> Value {
    let jobs = |tenths: i128| decimal(tenths, 1, 1);
    let euros = |cents: i128| decimal(cents, 2, 2);
    let base = employer.base("");
    let previous = employer.find("previous_year.paid_hours").map(|_| employer.base(PREVIOUS));
    let realised = employer.get(OWN) - employer.get(OUT) + employer.get(IN);
    let year = employer.get("year");
    let mut out = json!({
        "year": i64::try_from(year).unwrap(),
        "sector": employer.sector,
        "hours_base": decimal(base, 2, 0),
        "realised_hours": decimal(realised, 2, 0),
        "realised_jobs": jobs(realised / TENTH_OF_A_JOB),
    });
    if let Some(id) = &employer.id {
        out["id"] = json!(id);
    }

    // Wfsv 38g lid 3: A x B, with B down to two decimals, beside C; tenths of jobs rounded down.
    let given = employer.find("quotumpercentage").map(|given| (given / 10_000, "given"));
    let mut quotumtekort = None;
    let mut unknown = Vec::new();
    if let Some((percentage, source)) = given.or(known.map(|known| (known, "published"))) {
        let required = base * percentage;
        let tenths = |hours: i128| hours.max(0) / (TENTH_OF_A_JOB * 10_000);
        let tekort = tenths(required - realised * 10_000);
        quotumtekort = Some(tekort);
        out["quotumpercentage"] = json!(decimal(percentage, 2, 2));
        out["quotumpercentage_source"] = json!(source);
        out["required_hours"] = json!(decimal(required, 6, 0));
        out["required_jobs"] = json!(jobs(tenths(required)));
        out["quotumtekort"] = json!(jobs(tekort));
        out["surplus_jobs"] = json!(jobs(tenths(realised * 10_000 - required)));
    } else {
        unknown.push("quotumpercentage");
    }
    // Coverage comes back as it was given.
    for name in [COMPLETE, PREVIOUS_COMPLETE] {
        if let Some(value) = employer.find(name) {
            out[name] = json!(value == 1);
        }
    }
    if let Some(month) = employer.find(HOURS_UNTIL) {
        out[HOURS_UNTIL] = json!(format!("{year}-{month:02}-15"));
    }

    let Some(decided_in) = employer.find("scheme.activation_decided_in") else {
        let liability = liability(employer, base, previous);
        if matches!(liability, "unknown_previous_year" | "unknown_both_years") {
            unknown.push("previous_year");
        }
        if !unknown.is_empty() {
            out["unknown"] = json!(unknown);
        }
        // 38h lid 4: EUR 500 for each tenth of a job.
        let levy = match liability {
            "liable" => quotumtekort.map(|tenths| tenths * 500_00),
            exempt if exempt.starts_with("exempt") => Some(0),
            _ => None,
        };
        // 122na lid 1 for the government, 122n lid 1 for the market.
        let government = employer.sector == "overheid";
        out["regime"] = json!("quotumheffing");
        out["liability"] = json!(liability);
        if let Some(levy) = levy {
            out["quotumheffing"] = json!(euros(levy));
        }
        out["levy_status"] = json!(if government { "not_executed" } else { "never_activated" });
        // No year's levy is collected.
        out["payable"] = json!("0.00");
        let exempt = liability.starts_with("exempt");
        out["payable_status"] = json!(if exempt { "not_owed" } else { "computed_only" });
        return out;
    };

    // Wet banenafspraak 6 lid 1 to 3; Besluit Wfsv 2.19d.
    let scheme = |name: &str| employer.get(&format!("scheme.{name}"));
    let limit = 25 * scheme("average_premium_wage_two_years_before");
    let became = employer.find("scheme.became_employer_in");
    let active = year >= decided_in + 2;
    let liability = match () {
        () if !active => "not_yet_active",
        () if became.is_some_and(|became| became >= year - 1) => "exempt_new_employer",
        () if scheme("premium_wage_two_years_before") <= limit => "exempt_small_employer",
        () => "liable",
    };
    // Wet banenafspraak 6 lid 6.
    let surcharge = scheme("premium_wage") * scheme("surcharge_percentage");
    let surcharge = if liability == "liable" { half_up(surcharge, 100 * PERCENT) } else { 0 };
    // Wtl 2.13: an amount per hour up to the maximum for each worker, whoever the employer is.
    let bonus = |hours| half_up(hours * scheme("bonus_per_hour"), 100).min(scheme("bonus_maximum"));
    let bonus = if active { employer.workers().map(bonus).sum() } else { 0 };
    if !unknown.is_empty() {
        out["unknown"] = json!(unknown);
    }
    out["regime"] = json!("wet_banenafspraak");
    out["payable"] = json!(euros(surcharge));
    out["payable_status"] = json!(if liability == "liable" { "due" } else { "not_owed" });
    out["liability"] = json!(liability);
    out["quotumheffing"] = json!("0.00");
    out["levy_status"] = json!(if active { "due" } else { "not_executed" });
    out["inclusiviteitsheffing"] = json!(euros(surcharge));
    out["bonus"] = json!(euros(bonus));
    out["net"] = json!(euros(bonus - surcharge));
    out
}

/// The contract's fields by full name as JSON text: strings, bare integers and bare decimals.
fn fields(chance: &mut Chance, employer: &Employer) -> BTreeMap<String, String> {
    let mut fields = BTreeMap::from([("sector".into(), json!(employer.sector).to_string())]);
    fields.extend(employer.id.iter().map(|id| ("id".into(), json!(id).to_string())));
    if employer.find("previous_year.paid_hours").is_none() {
        fields.insert("previous_year".into(), "null".into());
    }
    let year = employer.get("year");
    for (name, &value) in &employer.facts {
        let least = chance.pick(&[0, 1, 2]);
        let text = match name.as_str() {
            COMPLETE | PREVIOUS_COMPLETE => (value == 1).to_string(),
            HOURS_UNTIL => format!("\"{year}-{value:02}-15\""),
            "year" | "scheme.activation_decided_in" | "scheme.became_employer_in" => {
                value.to_string()
            }
            name => decimal(value, if name.ends_with("percentage") { 6 } else { 2 }, least),
        };
        let number = !name.contains("year") && !name.ends_with("_in");
        let number = number && ![COMPLETE, HOURS_UNTIL].contains(&name.as_str());
        let quoted = number && chance.one_in(2);
        fields.insert(name.clone(), if quoted { format!("\"{text}\"") } else { text });
    }
    fields
}

fn line(fields: &BTreeMap<String, String>) -> String {
    let object = |path: &str| {
        let inside =
            fields.iter().filter_map(|(name, text)| Some((name.strip_prefix(path)?, text)));
        let own = inside.filter(|(name, _)| !name.contains('.'));
        own.map(|(name, text)| format!("\"{name}\":{text}")).collect::<Vec<_>>().join(",")
    };
    let wrap = |open: &str, inside: &str, close: &str| {
        if inside.is_empty() { String::new() } else { format!("{open}{inside}{close}") }
    };
    let worker = |n: i32| wrap("{", &object(&format!("scheme.bonus_workers[{n}].")), "}");
    let workers: Vec<_> = (0..5).map(worker).filter(|worker| !worker.is_empty()).collect();
    let workers = format!(",\"bonus_workers\":[{}]}}", workers.join(","));
    let scheme = wrap(",\"scheme\":{", &object("scheme."), &workers);
    let previous = wrap(",\"previous_year\":{", &object(PREVIOUS), "}");
    format!("{{{}{previous}{scheme}}}", object(""))
}

/// Makes an employer that cannot be; gives the field to be named.
fn contradict(chance: &mut Chance, employer: &mut Employer) -> String {
    let of = match employer.find("previous_year.paid_hours") {
        Some(_) => chance.pick(&["", PREVIOUS]),
        None => "",
    };
    let lent_out = format!("{of}lent_out_agency_hours");
    let paid = employer.get(&format!("{of}paid_hours"));
    let part_above_whole = [
        (format!("{of}wsw_hours"), paid - employer.get(&lent_out) + 1),
        (lent_out, paid + 1),
        (OWN.into(), employer.get("paid_hours") - employer.get("wsw_hours") + 1),
        (OUT.into(), employer.get(OWN) + 1),
    ];
    let (field, hours) = chance.pick(&part_above_whole);
    employer.facts.remove(IN);
    employer.set(&field, hours);
    field
}

/// Spoils the text of one field; gives the field to be named.
fn spoil(chance: &mut Chance, fields: &mut BTreeMap<String, String>) -> String {
    if chance.one_in(20) {
        fields.retain(|name, _| !name.starts_with(PREVIOUS) && name != "previous_year");
        return "previous_year".into();
    }
    let full = chance.pick(&fields.keys().cloned().collect::<Vec<_>>());
    let at = full.rfind('.').map_or(0, |dot| dot + 1);
    let (path, name) = full.split_at(at);
    if chance.one_in(5) {
        let unknown = format!("{path}overige_uren");
        fields.insert(unknown.clone(), "0".into());
        return unknown;
    }
    let needed = ["year", "sector", "paid_hours", OWN].contains(&name) || path == "scheme.";
    let optional = path.contains('[') || name == "became_employer_in";
    if needed && !optional && chance.one_in(3) {
        fields.remove(&full);
        let emptied = !fields.keys().any(|other| other.starts_with(path));
        return if emptied { path.trim_end_matches('.').into() } else { full };
    }
    let text = match name {
        "id" => chance.pick(&["[1]", "true"]),
        COMPLETE | PREVIOUS_COMPLETE => chance.pick(&["1", "\"true\"", "[]"]),
        HOURS_UNTIL => chance.pick(&["\"2026-13-01\"", "\"20260131\"", "31", "\"1999-01-31\""]),
        "sector" => chance.pick(&["\"overig\"", "\"Overheid\"", "{}"]),
        "became_employer_in" => chance.pick(&["2037", "-1", "\"\""]),
        "year" | "activation_decided_in" => chance.pick(&["99999", "-1", "2026.5", "\"nu\""]),
        _ if name.ends_with("percentage") => chance.pick(&["100.01", "\"-0.01\"", "\"1e-1\""]),
        _ if name.ends_with("hours") && chance.one_in(5) => "100000000000",
        _ => chance.pick(&["-0.01", "\"-7\"", "1.001", "\"0.125\"", "\"1,5\"", "false"]),
    };
    fields.insert(full.clone(), text.into());
    full
}

/// A refusal at `line`, in the words that were `found`, if those are words at all.
fn refusal(id: Option<&String>, line: usize, field: &str, found: &Value) -> Value {
    let (code, message) = (&found["error"]["code"], &found["error"]["message"]);
    let stable = |code: &str| code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let code = code.as_str().filter(|code| !code.is_empty() && stable(code));
    let message = message.as_str().filter(|message| message.contains(field));
    let error = json!({
        "code": code.unwrap_or("a stable word"),
        "field": field,
        "message": message.unwrap_or("advice"),
    });
    match id {
        Some(id) => json!({"id": id, "line": line, "error": error}),
        None => json!({"line": line, "error": error}),
    }
}

#[test]
fn every_answer_is_what_the_law_gives() {
    let count = std::env::var("ORACLE_LINES").map_or(20_000, |lines| lines.parse().unwrap());
    let published = published();
    let known = |year, sector: &str| published.get(&(year, sector)).copied();
    let mut chance = Chance(2026);
    let (mut lines, mut cases) = (Vec::new(), Vec::new());
    for _ in 0..count {
        let mut employer = random_employer(&mut chance, known);
        let mut field = chance.one_in(50).then(|| contradict(&mut chance, &mut employer));
        let mut fields = fields(&mut chance, &employer);
        if field.is_none() && chance.one_in(50) {
            field = Some(spoil(&mut chance, &mut fields));
        }
        if chance.one_in(100) {
            lines.push(String::new());
        }
        lines.push(line(&fields));
        cases.push((lines.len(), employer, field));
    }

    let output = calculator(&["--input", "-", "--format", "json"], lines.join("\n").as_bytes());
    let status = output.status.code();
    let output = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.lines().count(), cases.len());
    let (mut liabilities, mut refused) = (BTreeSet::new(), 0);
    for ((line, employer, field), text) in cases.iter().zip(output.lines()) {
        let found: Value = serde_json::from_str(text).unwrap();
        let wanted = if let Some(field) = field {
            refused += 1;
            let id = employer.id.as_ref().filter(|_| field != "id");
            refusal(id, *line, field, &found)
        } else {
            expected(employer, known(employer.get("year"), employer.sector))
        };
        let input = &lines[line - 1];
        assert!(wanted == found, "\ninput     {input}\nexpected  {wanted}\nfound     {found}");
        liabilities.extend(found["liability"].as_str().map(str::to_owned));
    }
    // Chance came by every outcome, or of some nothing is proved.
    assert_eq!(liabilities.len(), 10, "{liabilities:?}");
    assert!(refused > count / 50, "{refused}");
    assert_eq!(status, Some(1));
}
