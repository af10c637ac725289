//! Markup that cannot be broken from outside: the templates are constants of this crate, and every value
//! is escaped.

use std::fmt::{self, Display, Write};

use crate::language::Language;
use crate::printable::Printable;

/// HTML or SVG in the making, well-formed as XML too.
pub(super) struct Markup {
    text: String,
    pub(super) language: Language,
}

impl Markup {
    pub(super) const fn new(language: Language) -> Self {
        Self { text: String::new(), language }
    }

    /// A template with a value, escaped, for each `{}`.
    pub(super) fn add(&mut self, template: &'static str, values: &[&dyn Display]) {
        debug_assert_eq!(template.matches("{}").count(), values.len(), "{template}");
        let mut pieces = template.split("{}");
        self.raw(pieces.next().unwrap_or_default());
        for (value, piece) in values.iter().zip(pieces) {
            // Writing to a string does not fail.
            let _ = write!(Escaped(&mut self.text), "{}", Printable(value));
            self.raw(piece);
        }
    }

    /// Markup of this crate.
    pub(super) fn raw(&mut self, markup: &'static str) {
        self.text.push_str(markup);
    }

    /// The template of the language, with its values.
    pub(super) fn say(
        &mut self,
        english: &'static str,
        dutch: &'static str,
        values: &[&dyn Display],
    ) {
        self.add(self.either(english, dutch), values);
    }

    pub(super) fn either(&self, english: &'static str, dutch: &'static str) -> &'static str {
        self.language.pick(english, dutch)
    }

    /// The text so far.
    pub(super) fn end(self) -> String {
        self.text
    }
}

/// Text as it is written between tags and in a quoted attribute.
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
