//! The Dutch help.

use crate::shared::dutch::Rows;

#[rustfmt::skip]
pub(crate) const HELP: Rows = &[
    ("",       "De banenafspraak in het hele land: de resultaten per sector naast de doelen"),
    ("year",   "Alleen dit jaar; zonder deze optie het laatste jaar dat bekend is, en daarna alle jaren"),
    ("counts", "JSON: eigen aantallen, in plaats van de gepubliceerde"),
    ("format", "Tekst voor een lezer, de tabel van het jaar als CSV, of JSON Lines met een regel per jaar"),
];
