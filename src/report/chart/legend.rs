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
