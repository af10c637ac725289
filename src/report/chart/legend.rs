//! What the colours and patterns mean.

use crate::report::markup::Markup;

/// The patterns that charts are painted with, once in a page.
pub(in crate::report) const PATTERNS: &str = r#"<defs>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="short-ground"/><rect width="2.4" height="6" class="short-line"/></pattern>
<pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="above-ground"/><circle cx="3" cy="3" r="1.4" class="above-dot"/></pattern>
</defs>
"#;

/// The parts of a column: class, fill, English, Dutch.
pub(super) const PARTS: [(&str, &str, &str, &str); 3] = [
    ("realised", "none", "realised", "gerealiseerd"),
    ("short", "url(#hatch)", "short", "tekort"),
    ("above", "url(#dots)", "above the quota", "boven het quotum"),
];

/// The legend of a column chart, in a page.
pub(in crate::report) fn legend(markup: &mut Markup) {
    markup.raw("<figcaption class=\"legend\">");
    let required = markup.either("required", "vereist");
    markup.add("<span><i class=\"key-quota\"></i>{}</span> ", &[&required]);
    for (class, _, english, dutch) in PARTS {
        let name = markup.either(english, dutch);
        markup.add("<span><i class=\"key-{}\"></i>{}</span> ", &[&class, &name]);
    }
    markup.say("<span><b>?</b>not known</span>", "<span><b>?</b>niet bekend</span>", &[]);
    markup.raw("</figcaption>\n");
}

/// What the columns of a file are compared with: it names the parts of the legend.
///
/// ```
/// use banenafspraak::Language;
/// use banenafspraak::report::chart::{Against, ChartFile};
///
/// let legend = |against| ChartFile::new(Language::En, "Jobs", against).svg();
/// assert!(legend(Against::Target).contains(">above the target</text>"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Against {
    /// The quota of one employer: what is realised is short of it or above it.
    Quota,
    /// The target of the country.
    Target,
    /// The quotas of many employers: each column is what they require together, of which a part is filled.
    /// What one employer has above its quota fills no other's.
    Quotas,
}

impl Against {
    /// The rows of a legend.
    pub(super) const ROWS: i128 = 3;

    /// What is compared with.
    pub(super) const fn measure(self) -> (&'static str, &'static str) {
        match self {
            Self::Quota | Self::Quotas => ("required", "vereist"),
            Self::Target => ("target", "doel"),
        }
    }

    /// The column itself.
    pub(super) const fn column(self) -> (&'static str, &'static str) {
        match self {
            Self::Quota | Self::Target => ("realised", "gerealiseerd"),
            Self::Quotas => ("of which filled", "waarvan vervuld"),
        }
    }

    /// What is above; `None` where nothing can be.
    const fn above(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Quota => Some(("above the quota", "boven het quotum")),
            Self::Target => Some(("above the target", "boven het doel")),
            Self::Quotas => None,
        }
    }

    /// The legend of a file, two in a row.
    pub(super) fn write(self, markup: &mut Markup, top: i128, row: i128) {
        let line = top.saturating_add(10);
        markup.add(
            "<line class=\"quota\" x1=\"0\" x2=\"16\" y1=\"{}\" y2=\"{}\"/>\n",
            &[&line, &line],
        );
        name(markup, "0%", top, self.measure());
        let names = [Some(self.column()), Some(("short", "tekort")), self.above()];
        let places = [("50%", 0), ("0%", 1), ("50%", 1)];
        for (((class, fill, ..), (x, below)), words) in PARTS.into_iter().zip(places).zip(names) {
            let Some(words) = words else { continue };
            let y = top.saturating_add(row.saturating_mul(below));
            markup.add(
                "<rect class=\"{}\" fill=\"{}\" x=\"{}\" y=\"{}\" width=\"14\" height=\"12\"/>\n",
                &[&class, &fill, &x, &y.saturating_add(4)],
            );
            name(markup, x, y, words);
        }
        let y = top.saturating_add(row.saturating_mul(2));
        markup.add("<text class=\"missing\" x=\"0\" y=\"{}\">?</text>\n", &[&y.saturating_add(15)]);
        name(markup, "0%", y, ("not known", "niet bekend"));
    }
}

/// A name of the legend, beside its sample.
fn name(markup: &mut Markup, x: &str, top: i128, (english, dutch): (&'static str, &'static str)) {
    let name = markup.either(english, dutch);
    markup.add(
        "<text x=\"{}\" dx=\"22\" y=\"{}\">{}</text>\n",
        &[&x, &top.saturating_add(15), &name],
    );
}
