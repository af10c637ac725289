//! One year: a bar of realised jobs against a bar of required jobs.

use super::scale::{Width, thousandths};
use crate::assessment::Assessment;
use crate::report::markup::Markup;
use crate::unit::{ExactHours, Jobs, Quantity};

/// A bar of realised against required, with what is short or above.
pub(in crate::report) fn bars(markup: &mut Markup, outcome: &Assessment) {
    let language = markup.language;
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
            markup
                .either("less than a tenth of a job", "minder dan een tiende van een baan")
                .to_owned()
        };
        (format!("Quotumtekort: {tekort}"), "hatch", "short")
    } else {
        let above = markup.either("Above the quota", "Boven het quotum");
        (format!("{above}: {}", jobs(surplus)), "dots", "above")
    };
    let required_jobs = jobs(quota.required_jobs());
    markup.raw("<svg role=\"img\" aria-labelledby=\"bars-title bars-desc\" width=\"100%\" height=\"136\">\n");
    markup.say(
        "<title id=\"bars-title\">Realised against required jobs, {}</title>\n",
        "<title id=\"bars-title\">Gerealiseerde tegenover vereiste banen, {}</title>\n",
        &[&outcome.year()],
    );
    markup.say(
        "<desc id=\"bars-desc\">Required: {}. Realised: {}. {}.</desc>\n",
        "<desc id=\"bars-desc\">Vereist: {}. Gerealiseerd: {}. {}.</desc>\n",
        &[&required_jobs, &realised_jobs, &difference],
    );
    markup.say(
        "<text x=\"0\" y=\"14\">Required: <tspan class=\"strong\">{}</tspan></text>\n",
        "<text x=\"0\" y=\"14\">Vereist: <tspan class=\"strong\">{}</tspan></text>\n",
        &[&required_jobs],
    );
    let width = Width(if is_short { longer } else { shorter });
    markup
        .add("<rect class=\"required\" x=\"0\" y=\"22\" width=\"{}\" height=\"22\"/>\n", &[&width]);
    markup.say(
        "<text x=\"0\" y=\"68\">Realised: <tspan class=\"strong\">{}</tspan></text>\n",
        "<text x=\"0\" y=\"68\">Gerealiseerd: <tspan class=\"strong\">{}</tspan></text>\n",
        &[&realised_jobs],
    );
    markup.add(
        "<rect class=\"realised\" x=\"0\" y=\"76\" width=\"{}\" height=\"22\"/>\n",
        &[&Width(shorter)],
    );
    if shorter < longer {
        let rest = Width(longer.saturating_sub(shorter));
        markup.add(
            "<rect class=\"{}\" fill=\"url(#{})\" x=\"{}\" y=\"76\" width=\"{}\" height=\"22\"/>\n",
            &[&class, &pattern, &Width(shorter), &rest],
        );
    }
    // The quota, through both bars.
    markup.add(
        "<line class=\"quota\" x1=\"{}\" x2=\"{}\" y1=\"18\" y2=\"104\"/>\n",
        &[&width, &width],
    );
    markup.add(
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
