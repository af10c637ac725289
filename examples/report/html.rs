//! Markup that cannot be broken from outside: templates stand in this program, and every value that
//! goes into one is escaped.

use std::fmt::{self, Display, Write};

use banenafspraak::{Language, Printable};

/// A page in the making, well-formed as XML too.
pub(crate) struct Page {
    html: String,
    pub(crate) language: Language,
}

impl Page {
    pub(crate) const fn new(language: Language) -> Self {
        Self { html: String::new(), language }
    }

    /// A template with a value, escaped, for each `{}`.
    pub(crate) fn add(&mut self, template: &'static str, values: &[&dyn Display]) {
        debug_assert_eq!(template.matches("{}").count(), values.len(), "{template}");
        let mut pieces = template.split("{}");
        self.raw(pieces.next().unwrap_or_default());
        for (value, piece) in values.iter().zip(pieces) {
            // Writing to a string does not fail.
            let _ = write!(Escaped(&mut self.html), "{}", Printable(value));
            self.raw(piece);
        }
    }

    /// Markup of this program.
    pub(crate) fn raw(&mut self, markup: &'static str) {
        self.html.push_str(markup);
    }

    /// The template of the language, with its values.
    pub(crate) fn say(
        &mut self,
        english: &'static str,
        dutch: &'static str,
        values: &[&dyn Display],
    ) {
        self.add(self.either(english, dutch), values);
    }

    pub(crate) fn either(&self, english: &'static str, dutch: &'static str) -> &'static str {
        match self.language {
            Language::Nl => dutch,
            _ => english,
        }
    }

    pub(crate) fn head(&mut self, title: &dyn Display) {
        let language = self.either("en", "nl");
        self.add(HEAD, &[&language, title]);
        self.raw(include_str!("style.css"));
        self.raw("</style>\n</head>\n<body>\n<main>\n");
    }

    pub(crate) fn end(mut self) -> String {
        self.raw("</main>\n</body>\n</html>\n");
        self.html
    }
}

/// Nothing is loaded and nothing runs: the page has a style of its own, and no more.
const HEAD: &str = r#"<!DOCTYPE html>
<html lang="{}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light"/>
<title>{}</title>
<style>
"#;

/// Text as it may stand between tags and in a quoted attribute.
struct Escaped<'a>(&'a mut String);

impl Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                _ => self.0.push(character),
            }
        }
        Ok(())
    }
}
