//! Tables: to be moved sideways on a phone, or with their rows below each other.

use super::markup::Markup;

/// A table's beginning up to its rows: a caption, and columns, those of numbers to the right. On a
/// phone it is moved sideways.
pub(super) fn table(markup: &mut Markup, caption: &'static str, columns: &[(&'static str, bool)]) {
    markup.add(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n<table>\n",
        &[&caption],
    );
    head(markup, caption, columns);
}

/// A table whose rows stand below each other on a phone.
pub(super) fn stack(
    markup: &mut Markup,
    class: &'static str,
    caption: &'static str,
    columns: &[(&'static str, bool)],
) {
    markup.add("<div>\n<table class=\"stack {}\">\n", &[&class]);
    head(markup, caption, columns);
}

fn head(markup: &mut Markup, caption: &'static str, columns: &[(&'static str, bool)]) {
    markup.add("<caption><span>{}</span></caption>\n<thead>\n<tr>", &[&caption]);
    for (column, is_number) in columns {
        markup.raw(if *is_number {
            "<th scope=\"col\" class=\"n\">"
        } else {
            "<th scope=\"col\">"
        });
        // Of this crate: a word of it may say where it breaks.
        markup.raw(column);
        markup.raw("</th>");
    }
    markup.raw("</tr>\n</thead>\n<tbody>\n");
}

/// Cells of numbers.
pub(super) fn cells_of(markup: &mut Markup, cells: &[String]) {
    for cell in cells {
        markup.add("<td class=\"n\">{}</td>", &[cell]);
    }
}

pub(super) fn table_end(markup: &mut Markup) {
    markup.raw("</tbody>\n</table>\n</div>\n");
}
