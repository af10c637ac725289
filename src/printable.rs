//! Text of others as it can be printed: what cannot be seen is shown by its number.

use core::fmt::{self, Display, Write};

/// A text of others, such as a key or an id, as it can be printed on a terminal or in a log.
///
/// Letters of every script with their accents, digits, punctuation, emoji and spaces stay as they
/// are, and so do quotes and backslashes. Escaped in the way of Rust are the Unicode categories that
/// show nothing, start a line or turn around the text beside them: control characters (Cc, `\n`,
/// `\t`, `\r` by these names), format characters (Cf: marks and overrides of direction, joiners, the
/// byte order mark and what else has no width), separators of lines and paragraphs (Zl, Zp), private
/// use (Co) and what is no character (Cn).
///
/// The errors of this crate print keys in this way; what is escaped once stays as it is.
///
/// ```
/// use banenafspraak::Printable;
///
/// assert_eq!(Printable("Bakkerij d'Été \u{1f956}").to_string(), "Bakkerij d'Été \u{1f956}");
/// assert_eq!(Printable("a\u{202e}b\n\u{1b}[31m").to_string(), r"a\u{202e}b\n\u{1b}[31m");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Printable<T>(
    /// The text.
    pub T,
);

impl<T: Display> Display for Printable<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Escaping(f), "{}", self.0)
    }
}

/// Writes on, escaped.
struct Escaping<'a, 'f>(&'a mut fmt::Formatter<'f>);

impl Write for Escaping<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        // What needs no escape is written in one piece.
        while let Some((place, character)) = rest.char_indices().find(|&(_, it)| is_hidden(it)) {
            let (shown, from) = rest.split_at_checked(place).unwrap_or((rest, ""));
            self.0.write_str(shown)?;
            write!(self.0, "{}", character.escape_default())?;
            rest = from.get(character.len_utf8()..).unwrap_or_default();
        }
        self.0.write_str(rest)
    }
}

/// Whether a character shows nothing, or changes how others are shown.
pub(crate) fn is_hidden(character: char) -> bool {
    let is_separator = matches!(character, '\u{2028}' | '\u{2029}');
    if character.is_ascii() || character.is_control() || is_separator {
        return character.is_control() || is_separator;
    }
    // Of the standard library's table only this is public: it escapes what is not printable, and
    // spaces. A combining mark it would escape in the first place, so that the character is second.
    let mut pair = [b'-'; 5];
    let length = pair.get_mut(1..).map_or(0, |after| character.encode_utf8(after).len());
    let pair = pair.get(..=length).and_then(|pair| core::str::from_utf8(pair).ok());
    let is_escaped = pair.is_some_and(|pair| pair.escape_debug().nth(1) == Some('\\'));
    is_escaped && !character.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shows_nothing_is_escaped_by_its_number() {
        for (category, hidden) in [
            ("Cc", "\0\u{7}\u{8}\u{b}\u{c}\u{1b}\u{1f}\u{7f}\u{80}\u{85}\u{9b}\u{9f}"),
            ("Cf, direction", "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}"),
            ("Cf, isolates", "\u{2066}\u{2067}\u{2068}\u{2069}"),
            (
                "Cf, no width",
                "\u{ad}\u{180e}\u{200b}\u{200c}\u{200d}\u{2060}\u{2064}\u{206f}\u{feff}",
            ),
            (
                "Cf, others",
                "\u{600}\u{6dd}\u{70f}\u{fff9}\u{fffb}\u{1d173}\u{e0001}\u{e0020}\u{e007f}",
            ),
            ("Zl, Zp", "\u{2028}\u{2029}"),
            ("Co", "\u{e000}\u{f8ff}\u{f0000}\u{10fffd}"),
            ("Cn", "\u{378}\u{fdd0}\u{fffe}\u{ffff}\u{1ffff}\u{e0fff}\u{10ffff}"),
        ] {
            for character in hidden.chars() {
                let escaped = format!("a\\u{{{:x}}}b", u32::from(character));
                let text = format!("a{character}b");
                assert_eq!(Printable(&text).to_string(), escaped, "{category}");
                // In any place, and once only.
                let alone = Printable(character).to_string();
                assert_eq!(alone, character.escape_unicode().to_string(), "{category}");
                assert_eq!(Printable(Printable(&text)).to_string(), escaped, "{category}");
            }
        }
        assert_eq!(Printable("\t\r\n").to_string(), r"\t\r\n");
    }

    #[test]
    fn what_can_be_read_stays_as_it_is() {
        for text in [
            "",
            " !\"#$%&'()*+,-./0123456789:;<=>?@AZ[\\]^_`az{|}~",
            r"a\b \u{202e} \n",
            "Café Zürich, Łódź, 's-Hertogenbosch, ĳ, €, ½, –",
            // Combining marks, also in the first place.
            "e\u{301} a\u{308}\u{323}",
            "\u{301}",
            "Ελλάδα Україна עברית العربية हिन्दी ไทย 日本語 中文 한국어",
            "👍🏽 🇳🇱 ❤\u{fe0f} 𝒜 𠮷",
            // Spaces that do not break, of a width, and of Chinese and Japanese.
            "a\u{a0}b\u{2003}c\u{202f}d\u{3000}e",
            "\u{fffd}",
        ] {
            assert_eq!(Printable(text).to_string(), text);
        }
    }

    #[test]
    fn no_control_or_format_character_is_left_of_all() {
        let all: String = (char::MIN..=char::MAX).collect();
        let printed = Printable(all).to_string();
        let hidden = printed.chars().filter(|it| {
            it.is_control()
                || matches!(it, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
                || matches!(it, '\u{61c}' | '\u{feff}' | '\u{e000}'..='\u{f8ff}')
        });
        assert_eq!(hidden.count(), 0);
        // Of the rest most are kept: over 150,000 characters are assigned.
        assert!(printed.chars().filter(|it| !it.is_ascii()).count() > 140_000);
    }
}
