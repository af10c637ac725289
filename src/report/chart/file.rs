//! Column charts in a file of their own.

use super::columns::ColumnChart;
use super::legend::{Against, PATTERNS};
use crate::language::Language;
use crate::report::markup::Markup;

/// The height of a title, of a heading, and of a row of the legend.
const TITLE: i128 = 36;
const HEADING: i128 = 26;
const ROW: i128 = 22;
/// What is free below a chart.
const GAP: i128 = 22;

/// What a file has besides the style of the charts: on a phone fewer labels.
const NARROW: &str = "@media (max-width: 559px) { svg .wide-only { display: none; } svg .narrow-only { display: inline; } }\n";

/// An SVG file with one or more column charts below each other, and their legend.
///
/// It is as wide as there is room, up to 720 pixels; text keeps its size. Its colours are light or dark,
/// as the reader has chosen, and light on paper. Screen readers get the title, and every number.
///
/// ```
/// use banenafspraak::report::chart::{Against, ChartFile, ColumnChart};
/// use banenafspraak::{Jobs, Language};
///
/// let mut market = ColumnChart::new(Language::Nl, "Markt", "extra banen");
/// market.add("2024", Some(Jobs::whole(108_500)), Jobs::whole(87_441));
/// let file = ChartFile::new(Language::Nl, "Banen en doelen", Against::Target).with(market);
/// let svg = file.svg();
/// assert!(svg.contains("<title id=\"chart-title\">Banen en doelen</title>"));
/// assert!(svg.contains("Markt, 2024: doel 108.500,0, gerealiseerd 87.441,0"));
/// ```
#[derive(Debug, Clone)]
pub struct ChartFile {
    language: Language,
    title: String,
    against: Against,
    charts: Vec<ColumnChart>,
}

impl ChartFile {
    /// A file without charts; `against` says what the columns are compared with.
    pub fn new(language: Language, title: impl Into<String>, against: Against) -> Self {
        Self { language, title: title.into(), against, charts: Vec::new() }
    }

    /// Adds a chart below the others. Its title is its heading, unless it is empty.
    #[must_use]
    pub fn with(mut self, chart: ColumnChart) -> Self {
        self.charts.push(chart);
        self
    }

    /// The file.
    pub fn svg(&self) -> String {
        let mut markup = Markup::new(self.language);
        let of = |chart: &ColumnChart| {
            let heading = if chart.title().is_empty() { 0 } else { HEADING };
            heading.saturating_add(ColumnChart::HEIGHT).saturating_add(GAP)
        };
        let charts = self.charts.iter().map(of).fold(TITLE, i128::saturating_add);
        let height = charts.saturating_add(ROW.saturating_mul(Against::ROWS));
        markup.add(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"chart-title chart-desc\" width=\"720\" height=\"{}\" style=\"max-width: 100%\">\n",
            &[&height],
        );
        markup
            .add("<title id=\"chart-title\">{}</title>\n<desc id=\"chart-desc\">", &[&self.title]);
        for (index, chart) in self.charts.iter().enumerate() {
            markup.raw(if index == 0 { "" } else { "; " });
            chart.describe(&mut markup, self.against);
        }
        markup.raw("</desc>\n<style>\n");
        markup.raw(super::STYLE);
        markup.raw(NARROW);
        markup.raw("</style>\n");
        markup.raw(PATTERNS);
        markup.raw("<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n");
        markup.raw("<svg x=\"2%\" width=\"96%\" height=\"100%\">\n");
        markup.add("<text class=\"strong\" x=\"0\" y=\"22\">{}</text>\n", &[&self.title]);
        let mut top = TITLE;
        for chart in &self.charts {
            if !chart.title().is_empty() {
                let y = top.saturating_add(16);
                markup.add("<text x=\"0\" y=\"{}\">{}</text>\n", &[&y, &chart.title()]);
                top = top.saturating_add(HEADING);
            }
            markup.add(
                "<svg y=\"{}\" width=\"100%\" height=\"{}\">\n",
                &[&top, &ColumnChart::HEIGHT],
            );
            chart.plot(&mut markup);
            markup.raw("</svg>\n");
            top = top.saturating_add(ColumnChart::HEIGHT).saturating_add(GAP);
        }
        self.against.write(&mut markup, top, ROW);
        markup.raw("</svg>\n</svg>\n");
        markup.end()
    }
}

impl ColumnChart {
    /// The chart as an SVG file with its own style and legend: a [`ChartFile`] of one employer.
    pub fn document(&self) -> String {
        let (language, title) = (self.language(), self.title());
        ChartFile::new(language, title, Against::Quota).with(self.without_title()).svg()
    }
}
