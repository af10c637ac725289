//! The outcome: a few sentences, the figures, and the bars.

use super::chart;
use super::facts::Facts;
use super::markup::Markup;
use super::sentence;
use super::tiles::tiles;
use super::warnings::warnings;

pub(super) fn section(markup: &mut Markup, facts: &Facts<'_>) {
    markup.say(
        "<section>\n<h2>The outcome</h2>\n<p class=\"outcome\" id=\"outcome\">",
        "<section>\n<h2>De uitkomst</h2>\n<p class=\"outcome\" id=\"outcome\">",
        &[],
    );
    if facts.under_scheme() {
        sentence::of_scheme(markup, facts);
    } else {
        sentence::of_quotumheffing(markup, facts);
    }
    markup.raw("</p>\n");
    warnings(markup, facts);
    tiles(markup, facts);
    if facts.outcome.quota().is_some() {
        markup.raw("<figure>\n");
        chart::bars(markup, facts.outcome);
        markup.say(
            "<figcaption>By paid hours. Jobs are rounded down to a tenth, each by itself: they need not add up.</figcaption>\n</figure>\n",
            "<figcaption>Naar verloonde uren. Banen zijn naar beneden afgerond op een tiende; door afronding sluiten de getallen niet altijd.</figcaption>\n</figure>\n",
            &[],
        );
    }
    markup.raw("</section>\n");
}
