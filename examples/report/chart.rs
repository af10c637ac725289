//! The two charts, as inline SVG.
//!
//! Widths are percentages of whatever width there is and heights are pixels, so that text keeps its
//! size on a phone, on a desk and on paper. What differs in colour differs in its pattern too.

use std::fmt::{self, Display};

use banenafspraak::unit::{ExactHours, Quantity};
use banenafspraak::{Assessment, Jobs, Year};

use crate::html::Page;
use crate::input::Employer;

/// Thousandths of the width, shown as a percentage.
#[derive(Clone, Copy)]
struct Width(i128);

impl Display for Width {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}%", self.0 / 10, self.0 % 10)
    }
}

/// Parts of a whole, in thousandths of it; none of nothing.
fn thousandths(part: i128, whole: i128) -> i128 {
    part.saturating_mul(1_000).checked_div(whole).unwrap_or(0).clamp(0, 1_000)
}

const PATTERNS: &str = r#"<defs>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="short-ground"/><rect width="2.4" height="6" class="short-line"/></pattern>
<pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="above-ground"/><circle cx="3" cy="3" r="1.4" class="above-dot"/></pattern>
</defs>
"#;

/// A bar of realised against required, with what is short or above.
pub(crate) fn bars(page: &mut Page, outcome: &Assessment) {
    let language = page.language;
    let jobs = |jobs: Jobs| Quantity::from(jobs).localized(language).to_string();
    let realised_jobs = jobs(outcome.realised_jobs());
    let Some(quota) = outcome.quota() else { return };
    let (tekort, surplus) = (quota.quotumtekort(), quota.surplus_jobs());
    let realised = millionths(outcome.realised_hours().into());
    let required = millionths(quota.required_hours());
    let most = realised.max(required);
    let (shorter, longer) = (thousandths(realised.min(required), most), thousandths(most, most));
    let is_short = realised < required;
    let (difference, pattern, class) = if is_short {
        let tekort = if tekort > Jobs::ZERO {
            jobs(tekort)
        } else {
            page.either("less than a tenth of a job", "minder dan een tiende van een baan")
                .to_owned()
        };
        (format!("Quotumtekort: {tekort}"), "hatch", "short")
    } else {
        let above = page.either("Above the quota", "Boven het quotum");
        (format!("{above}: {}", jobs(surplus)), "dots", "above")
    };
    let required_jobs = jobs(quota.required_jobs());
    page.raw("<svg role=\"img\" aria-labelledby=\"bars-title bars-desc\" width=\"100%\" height=\"136\">\n");
    page.say(
        "<title id=\"bars-title\">Realised against required jobs, {}</title>\n",
        "<title id=\"bars-title\">Gerealiseerde tegenover vereiste banen, {}</title>\n",
        &[&outcome.year()],
    );
    page.say(
        "<desc id=\"bars-desc\">Required: {}. Realised: {}. {}.</desc>\n",
        "<desc id=\"bars-desc\">Vereist: {}. Gerealiseerd: {}. {}.</desc>\n",
        &[&required_jobs, &realised_jobs, &difference],
    );
    page.raw(PATTERNS);
    page.say(
        "<text x=\"0\" y=\"14\">Required: <tspan class=\"strong\">{}</tspan></text>\n",
        "<text x=\"0\" y=\"14\">Vereist: <tspan class=\"strong\">{}</tspan></text>\n",
        &[&required_jobs],
    );
    let width = Width(if is_short { longer } else { shorter });
    page.add("<rect class=\"required\" x=\"0\" y=\"22\" width=\"{}\" height=\"22\"/>\n", &[&width]);
    page.say(
        "<text x=\"0\" y=\"68\">Realised: <tspan class=\"strong\">{}</tspan></text>\n",
        "<text x=\"0\" y=\"68\">Gerealiseerd: <tspan class=\"strong\">{}</tspan></text>\n",
        &[&realised_jobs],
    );
    page.add(
        "<rect class=\"realised\" x=\"0\" y=\"76\" width=\"{}\" height=\"22\"/>\n",
        &[&Width(shorter)],
    );
    if shorter < longer {
        let rest = Width(longer.saturating_sub(shorter));
        page.add(
            "<rect class=\"{}\" fill=\"url(#{})\" x=\"{}\" y=\"76\" width=\"{}\" height=\"22\"/>\n",
            &[&class, &pattern, &Width(shorter), &rest],
        );
    }
    // The quota, through both bars.
    page.add(
        "<line class=\"quota\" x1=\"{}\" x2=\"{}\" y1=\"18\" y2=\"104\"/>\n",
        &[&width, &width],
    );
    page.add(
        "<text x=\"100%\" y=\"122\" text-anchor=\"end\" class=\"strong\">{}</text>\n</svg>\n",
        &[&difference],
    );
}

/// The hours in the smallest unit of [`ExactHours`].
fn millionths(hours: ExactHours) -> i128 {
    let mut hours = hours.to_decimal();
    hours.rescale(6);
    hours.mantissa()
}

/// Jobs in tenths.
fn tenths(jobs: Jobs) -> i128 {
    let mut jobs = jobs.to_decimal();
    jobs.rescale(1);
    jobs.mantissa()
}

/// The most years that a chart shows: a label needs its width on a phone.
const MOST_YEARS: u16 = 8;
/// From the left, in thousandths: the width for the numbers of the axis.
const LEFT: i128 = 120;
/// The plot in pixels: its top, and its height.
const TOP: i128 = 18;
const HEIGHT: i128 = 140;

/// Required and realised jobs of the last years, a column each; nothing where a year is missing.
pub(crate) fn path(page: &mut Page, employer: &Employer, last: Year) {
    let assessed = |year: u16| {
        let year = Year::new(year.into()).ok()?;
        employer.years.get(&year)?.as_ref().ok()
    };
    let first = employer.years.keys().next().map_or(last, |first| *first);
    let first = first.number().max(last.number().saturating_sub(MOST_YEARS.saturating_sub(1)));
    let years: Vec<_> = (first..=last.number()).map(|year| (year, assessed(year))).collect();
    let of = |outcome: &Assessment| {
        let required = outcome.quota().map(|quota| tenths(quota.required_jobs()));
        (required, tenths(outcome.realised_jobs()))
    };
    let highest = years.iter().filter_map(|(_, outcome)| outcome.map(of));
    let highest = highest.map(|(required, realised)| realised.max(required.unwrap_or(0)));
    let top = round_above(highest.max().unwrap_or(0));
    let y = |value: i128| {
        let up = value.saturating_mul(HEIGHT).checked_div(top).unwrap_or(0);
        TOP.saturating_add(HEIGHT).saturating_sub(up)
    };
    page.raw("<svg role=\"img\" aria-labelledby=\"path-title path-desc\" width=\"100%\" height=\"184\">\n");
    if employer.last().is_some_and(|outcome| outcome.quota().is_none()) {
        // There are no bars above, which have them otherwise.
        page.raw(PATTERNS);
    }
    page.say(
        "<title id=\"path-title\">Required and realised jobs, {} to {}</title>\n",
        "<title id=\"path-title\">Vereiste en gerealiseerde banen, {} tot en met {}</title>\n",
        &[&first, &last],
    );
    page.say(
        "<desc id=\"path-desc\">The table below has the same numbers.</desc>\n",
        "<desc id=\"path-desc\">De tabel hieronder heeft dezelfde getallen.</desc>\n",
        &[],
    );
    for line in [0, top / 2, top] {
        let height = y(line);
        page.add(
            "<line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"{}\" y2=\"{}\"/>\n",
            &[&height, &height],
        );
        let value = axis(line, page);
        page.add(
            "<text class=\"axis\" x=\"0\" y=\"{}\">{}</text>\n",
            &[&height.saturating_sub(4), &value],
        );
    }
    let slot =
        1_000_i128.saturating_sub(LEFT).checked_div(i128::try_from(years.len()).unwrap_or(1));
    let slot = slot.unwrap_or(0).min(200);
    let mut left = LEFT;
    for (year, outcome) in years {
        let middle = Width(left.saturating_add(slot / 2));
        page.add(
            "<text class=\"year\" x=\"{}\" y=\"176\" text-anchor=\"middle\">{}</text>\n",
            &[&middle, &year],
        );
        match outcome {
            None => page.add(
                "<text class=\"missing\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">?</text>\n",
                &[&middle, &y(0).saturating_sub(6)],
            ),
            Some(outcome) => {
                let (required, realised) = of(outcome);
                column(page, left, slot, required.map(y), y(realised));
            }
        }
        left = left.saturating_add(slot);
    }
    page.raw("</svg>\n");
}

/// The column of a year: what is realised, what is short or above, and a line at what is required.
fn column(page: &mut Page, left: i128, slot: i128, required: Option<i128>, realised: i128) {
    let ground = TOP.saturating_add(HEIGHT);
    let (x, width) = (Width(left.saturating_add(slot / 5)), Width(slot.saturating_mul(3) / 5));
    let mut rect = |class: &str, fill: &str, from: i128, to: i128| {
        if from < to {
            page.add(
                "<rect class=\"{}\" fill=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n",
                &[&class, &fill, &x, &from, &width, &to.saturating_sub(from)],
            );
        }
    };
    // Up is less: `y` counts from the top.
    let within = required.map_or(realised, |required| required.max(realised));
    rect("realised", "none", within, ground);
    if let Some(required) = required {
        rect("short", "url(#hatch)", required, realised);
        rect("above", "url(#dots)", realised, required);
        let (from, to) =
            (left.saturating_add(slot / 12), left.saturating_add(slot).saturating_sub(slot / 12));
        page.add(
            "<line class=\"quota\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>\n",
            &[&Width(from), &Width(to), &required, &required],
        );
    }
}

/// The least round number that is no less, a job at least; its half is round too.
fn round_above(tenths: i128) -> i128 {
    let mut power = 1_i128;
    loop {
        for steps in [10_i128, 12, 14, 16, 20, 24, 30, 40, 50, 60, 80] {
            let round = power.saturating_mul(steps);
            if round >= tenths {
                return round;
            }
        }
        power = power.saturating_mul(10);
    }
}

/// A number of the axis, given in tenths.
fn axis(tenths: i128, page: &Page) -> String {
    let jobs = banenafspraak::Decimal::try_from_i128_with_scale(tenths, 1).unwrap_or_default();
    let number = Jobs::new(jobs).map(|jobs| Quantity::from(jobs).number(page.language).to_string());
    let number = number.unwrap_or_default();
    // Whole numbers bare.
    let bare = number.strip_suffix(".0").or(number.strip_suffix(",0"));
    bare.unwrap_or(&number).to_owned()
}
