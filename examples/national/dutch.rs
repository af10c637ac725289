//! The Dutch help.

use crate::shared::dutch::Rows;

#[rustfmt::skip]
pub(crate) const HELP: Rows = &[
    ("",       "De banenafspraak in het hele land: de resultaten per sector naast de doelen"),
    ("year",   "Alleen dit jaar; zonder deze optie het laatste jaar dat bekend is, en daarna alle jaren"),
    ("counts", "JSON: eigen aantallen, in plaats van de gepubliceerde"),
    ("chart",  "Teken de gerealiseerde banen en de doelen van alle jaren in dit bestand, als SVG"),
    ("force",  "Vervang het bestand met de grafiek als het al bestaat"),
    ("format", "Tekst voor een lezer, een tabel (CSV) met een rij per cijfer, of JSON Lines met een regel per jaar"),
];
