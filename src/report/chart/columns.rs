//! Required and realised jobs, a column each: years, or one year under several percentages.

use super::legend::{Against, PARTS};
use super::scale::{Width, axis, hundredths, round_above};
use crate::language::Language;
use crate::report::markup::Markup;
use crate::unit::{Jobs, Quantity};

/// The plot in pixels: its top, below the unit, and its height.
const TOP: i128 = 34;
const HEIGHT: i128 = 140;
/// The height of a chart with the labels below its columns.
const BELOW: i128 = TOP.saturating_add(HEIGHT).saturating_add(26);
/// The least width of the plot in pixels, on a phone and elsewhere.
const NARROW: i128 = 280;
const WIDE: i128 = 600;

/// A column for each label: what is realised, what is short or above, and a line at what is required.
///
/// A value below zero has no height: the axis begins at zero.
///
/// ```
/// use banenafspraak::report::chart::ColumnChart;
/// use banenafspraak::{Jobs, Language};
///
/// let mut chart = ColumnChart::new(Language::Nl, "Stand van het land", "extra banen");
/// chart.add("2024", Some(Jobs::whole(108_500)), Jobs::whole(87_441));
/// assert!(chart.document().contains("2024: vereist 108.500,0, gerealiseerd 87.441,0"));
/// ```
#[derive(Debug, Clone)]
pub struct ColumnChart {
    language: Language,
    title: String,
    unit: String,
    columns: Vec<Column>,
}

#[derive(Debug, Clone)]
struct Column {
    label: String,
    jobs: Option<(Option<Jobs>, Jobs)>,
}

impl ColumnChart {
    /// A chart without columns; the unit is written at its axis.
    pub fn new(language: Language, title: impl Into<String>, unit: impl Into<String>) -> Self {
        Self { language, title: title.into(), unit: unit.into(), columns: Vec::new() }
    }

    /// Adds a column to the right; `required` is `None` where it is not known.
    pub fn add(&mut self, label: impl Into<String>, required: Option<Jobs>, realised: Jobs) {
        self.columns.push(Column { label: label.into(), jobs: Some((required, realised)) });
    }

    /// Adds a place to the right of which nothing is known.
    pub fn add_unknown(&mut self, label: impl Into<String>) {
        self.columns.push(Column { label: label.into(), jobs: None });
    }

    /// The height in pixels.
    pub(super) const HEIGHT: i128 = BELOW;

    pub(super) const fn language(&self) -> Language {
        self.language
    }

    /// The same chart, where its title is said elsewhere.
    pub(super) fn without_title(&self) -> Self {
        Self { title: String::new(), ..self.clone() }
    }

    /// What is above it.
    pub(super) fn title(&self) -> &str {
        &self.title
    }

    /// Every number.
    pub(super) fn describe(&self, markup: &mut Markup, against: Against) {
        for (index, column) in self.columns.iter().enumerate() {
            markup.raw(if index == 0 { "" } else { "; " });
            if !self.title.is_empty() {
                markup.add("{}, ", &[&self.title]);
            }
            column.describe(markup, against);
        }
    }

    /// The chart as a part of a page, which has the patterns, the style, the legend, and a table of
    /// the same numbers below.
    pub(in crate::report) fn write(&self, markup: &mut Markup) {
        markup.add(
            "<svg role=\"img\" aria-labelledby=\"path-title path-desc\" width=\"100%\" height=\"{}\">\n",
            &[&BELOW],
        );
        markup.add("<title id=\"path-title\">{}</title>\n", &[&self.title]);
        markup.say(
            "<desc id=\"path-desc\">The table below has the same numbers.</desc>\n",
            "<desc id=\"path-desc\">De tabel hieronder heeft dezelfde getallen.</desc>\n",
            &[],
        );
        self.plot(markup);
        markup.raw("</svg>\n");
    }

    pub(super) fn plot(&self, markup: &mut Markup) {
        let known = self.columns.iter().filter_map(|column| column.jobs);
        let highest = known
            .map(|(required, realised)| hundredths(realised).max(required.map_or(0, hundredths)));
        let top = round_above(highest.max().unwrap_or(0));
        let y = |jobs: i128| {
            let up = jobs.saturating_mul(HEIGHT).checked_div(top).unwrap_or(0);
            TOP.saturating_add(HEIGHT).saturating_sub(up)
        };
        markup.add("<text class=\"axis\" x=\"0\" y=\"12\">{}</text>\n", &[&self.unit]);
        for line in [0, top / 2, top] {
            let (height, value) = (y(line), axis(line, self.language));
            markup.add(
                "<line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"{}\" y2=\"{}\"/>\n",
                &[&height, &height],
            );
            markup.add(
                "<text class=\"axis\" x=\"0\" y=\"{}\">{}</text>\n",
                &[&height.saturating_sub(4), &value],
            );
        }
        // The numbers of the axis keep their width on a phone.
        let mut left = length(axis(top, self.language).chars().count()).saturating_mul(22).max(120);
        let right = 1_000_i128.saturating_sub(left);
        let slot = right.checked_div(length(self.columns.len())).unwrap_or(0).min(200);
        let labels = Labels::of(&self.columns, slot);
        for (index, column) in self.columns.iter().enumerate() {
            let middle = Width(left.saturating_add(slot / 2));
            if let Some(class) = labels.class(index) {
                markup.add(
                    "<text class=\"{}\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n",
                    &[&class, &middle, &BELOW.saturating_sub(8), &column.label],
                );
            }
            match column.jobs {
                None => markup.add(
                    "<text class=\"missing\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">?</text>\n",
                    &[&middle, &y(0).saturating_sub(6)],
                ),
                Some((required, realised)) => {
                    let required = required.map(|required| y(hundredths(required)));
                    draw(markup, left, slot, required, y(hundredths(realised)));
                }
            }
            left = left.saturating_add(slot);
        }
    }
}

impl Column {
    fn describe(&self, markup: &mut Markup, against: Against) {
        let language = markup.language;
        let number = |jobs: Jobs| Quantity::from(jobs).number(language).to_string();
        let pick = |(english, dutch)| language.pick(english, dutch);
        let (measure, name) = (pick(against.measure()), pick(against.column()));
        match self.jobs {
            None => markup.say("{}: not known", "{}: niet bekend", &[&self.label]),
            Some((None, realised)) => {
                markup.add("{}: {} {}", &[&self.label, &name, &number(realised)]);
            }
            Some((Some(required), realised)) => {
                let (required, realised) = (number(required), number(realised));
                markup
                    .add("{}: {} {}, {} {}", &[&self.label, &measure, &required, &name, &realised]);
            }
        }
    }
}

/// A number of columns or of characters.
fn length(count: usize) -> i128 {
    i128::try_from(count).unwrap_or(i128::MAX)
}

/// Which columns have their label: every one where there is room, else every second or third, counted
/// from the last.
struct Labels {
    last: usize,
    wide: usize,
    narrow: usize,
}

impl Labels {
    fn of(columns: &[Column], slot: i128) -> Self {
        let characters =
            columns.iter().map(|column| column.label.chars().count()).max().unwrap_or(0);
        let pixels = length(characters).saturating_mul(8).saturating_add(8);
        let every = |plot: i128| {
            let pixels_a_slot = plot.saturating_mul(slot) / 1_000;
            let every = pixels.saturating_add(pixels_a_slot).saturating_sub(1);
            every.checked_div(pixels_a_slot).and_then(|every| usize::try_from(every).ok())
        };
        let [wide, narrow] = [WIDE, NARROW].map(|plot| every(plot).unwrap_or(usize::MAX));
        Self { last: columns.len().saturating_sub(1), wide, narrow }
    }

    /// The class of a label, if it is there.
    fn class(&self, index: usize) -> Option<&'static str> {
        let from_last = self.last.saturating_sub(index);
        let at = |every: usize| from_last.checked_rem(every) == Some(0);
        match (at(self.narrow), at(self.wide)) {
            (true, true) => Some("label"),
            (false, true) => Some("label wide-only"),
            (true, false) => Some("label narrow-only"),
            (false, false) => None,
        }
    }
}

/// The column of a year: what is realised, what is short or above, and a line at what is required.
fn draw(markup: &mut Markup, left: i128, slot: i128, required: Option<i128>, realised: i128) {
    let ground = TOP.saturating_add(HEIGHT);
    let (x, width) = (Width(left.saturating_add(slot / 5)), Width(slot.saturating_mul(3) / 5));
    let mut rect = |part: usize, from: i128, to: i128| {
        if let Some((class, fill, ..)) = PARTS.get(part).filter(|_| from < to) {
            markup.add(
                "<rect class=\"{}\" fill=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n",
                &[class, fill, &x, &from, &width, &to.saturating_sub(from)],
            );
        }
    };
    // Up is less: `y` counts from the top.
    let within = required.map_or(realised, |required| required.max(realised));
    rect(0, within, ground);
    if let Some(required) = required {
        rect(1, required, realised);
        rect(2, realised, required);
        let (from, to) =
            (left.saturating_add(slot / 12), left.saturating_add(slot).saturating_sub(slot / 12));
        markup.add(
            "<line class=\"quota\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>\n",
            &[&Width(from), &Width(to), &required, &required],
        );
    }
}
