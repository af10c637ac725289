//! Tables. On a phone each row is a card, with the column's name before each value.

use std::fmt::Display;

use super::markup::Markup;

/// How the cells of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    /// To the right, on one line.
    Number,
    /// On one line.
    Day,
}

impl Kind {
    const fn class(self) -> &'static str {
        match self {
            Self::Text => "",
            Self::Number => "n",
            Self::Day => "date",
        }
    }
}

/// A table that is being written. The first column names the rows.
pub(super) struct Table<'a> {
    columns: &'a [(&'static str, Kind)],
}

impl<'a> Table<'a> {
    /// Writes the beginning, up to the rows, of a table that is on one page of paper.
    pub(super) fn begin(
        markup: &mut Markup,
        caption: &'static str,
        columns: &'a [(&'static str, Kind)],
    ) -> Self {
        Self::of_class(markup, "wide", caption, columns)
    }

    /// Writes the beginning of a table that may go on to the next page.
    pub(super) fn begin_long(
        markup: &mut Markup,
        caption: &'static str,
        columns: &'a [(&'static str, Kind)],
    ) -> Self {
        Self::of_class(markup, "wide long", caption, columns)
    }

    fn of_class(
        markup: &mut Markup,
        class: &'static str,
        caption: &'static str,
        columns: &'a [(&'static str, Kind)],
    ) -> Self {
        // A table that is wider than the screen is moved sideways, with the keyboard too.
        markup.add(
            "<div class=\"{}\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n",
            &[&class, &caption],
        );
        markup.add("<table>\n<caption><span>{}</span></caption>\n<thead>\n<tr>", &[&caption]);
        for (name, kind) in columns {
            markup.add("<th scope=\"col\" class=\"{}\">", &[&kind.class()]);
            // Of this crate: a word of it may say where it breaks.
            markup.raw(name);
            markup.raw("</th>");
        }
        markup.raw("</tr>\n</thead>\n<tbody>\n");
        Self { columns }
    }

    /// A row: its name and a cell for each other column.
    pub(super) fn row(&self, markup: &mut Markup, name: &dyn Display, cells: &[String]) {
        markup.add("<tr><th scope=\"row\">{}</th>", &[name]);
        for ((column, kind), cell) in self.columns.iter().skip(1).zip(cells) {
            markup.add("<td class=\"{}\" data-label=\"", &[&kind.class()]);
            markup.raw(column);
            markup.add("\">{}</td>", &[cell]);
        }
        markup.raw("</tr>\n");
    }

    /// A row with a text in place of its cells.
    pub(super) fn gap(&self, markup: &mut Markup, name: &dyn Display, text: &dyn Display) {
        let width = self.columns.len().saturating_sub(1);
        markup.add("<tr><th scope=\"row\">{}</th>", &[name]);
        markup.add("<td colspan=\"{}\" class=\"gap\">{}</td></tr>\n", &[&width, text]);
    }

    /// Writes the end.
    #[expect(clippy::unused_self, reason = "a table that has ended takes no more rows")]
    pub(super) fn end(self, markup: &mut Markup) {
        markup.raw("</tbody>\n</table>\n</div>\n");
    }
}
