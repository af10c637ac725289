//! Rows of JSON, as the payroll files have them.

use crate::error::Error;
use crate::json::{ARRAY, Node, OBJECT};
use crate::language::Phrase;

const CELL: Phrase =
    Phrase::new("a string, a number or true or false", "een tekst, een getal of true of false");

/// The rows as CSV with a header, so that both are read by one reader: a row on line `n + 2` is the one at
/// `n`. A field that is missing or null is an empty cell.
///
/// # Errors
///
/// The place of the row, and `wrong_type` for a row that is no object, or a cell with more than one value.
pub(super) fn csv(rows: &Node<'_>) -> Result<String, (usize, Error)> {
    let Node::List(rows) = rows else { return Err((0, rows.not("", ARRAY))) };
    let mut header: Vec<&str> = Vec::new();
    let mut table = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let Node::Object(fields) = row else { return Err((place, row.not("", OBJECT))) };
        let mut cells = vec![String::new(); header.len()];
        for (name, node) in fields {
            let column = header.iter().position(|known| known == name).unwrap_or_else(|| {
                header.push(name);
                header.len().saturating_sub(1)
            });
            if cells.len() <= column {
                cells.resize(header.len(), String::new());
            }
            let cell = cell(node).map_err(|error| (place, error))?;
            if let Some(place) = cells.get_mut(column) {
                *place = cell;
            }
        }
        table.push(cells);
    }
    let mut text = String::new();
    line(&mut text, header.iter().copied(), header.len());
    for row in &table {
        line(&mut text, row.iter().map(String::as_str), header.len());
    }
    Ok(text)
}

fn cell(node: &Node<'_>) -> Result<String, Error> {
    match node {
        Node::Null => Ok(String::new()),
        Node::Bool(value) => Ok(value.to_string()),
        Node::Text(text) => Ok(text.clone().into_owned()),
        Node::Number(_) | Node::Float(_) => node.number("", CELL, |text| Ok(text.to_owned())),
        Node::List(_) | Node::Object(_) => Err(node.not("", CELL)),
    }
}

/// A line of `columns` cells, each quoted.
fn line<'c>(text: &mut String, cells: impl Iterator<Item = &'c str>, columns: usize) {
    let empty = core::iter::repeat("");
    for (place, cell) in cells.chain(empty).take(columns).enumerate() {
        text.push_str(if place > 0 { ",\"" } else { "\"" });
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    }
    text.push('\n');
}
