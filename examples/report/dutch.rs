//! The Dutch help.

use crate::shared::dutch::Rows;

#[rustfmt::skip]
pub(crate) const HELP: Rows = &[
    ("",                "Het rapport van één werkgever als HTML-pagina: de uitkomst, het verloop over de jaren, wat u nu kunt doen en de uitleg. De pagina heeft geen script en geen netwerk nodig, en is te printen op A4.\n\nStatus bij het einde: 0 alle jaren zijn beoordeeld, 1 een deel van de invoer was niet te beoordelen, 2 de opdrachtregel klopt niet."),
    ("input",           "Eén object, een lijst, JSON Lines of een tabel met jaartotalen, zoals de calculator die leest; `-`: standaardinvoer. Regels met hetzelfde kenmerk zijn de jaren van één werkgever; het rapport gaat over het laatste jaar. Zonder deze optie: een voorbeeld"),
    ("id",              "Welke werkgever, als de invoer er meer heeft"),
    ("out",             "Het bestand waarin de pagina komt; `-`: standaarduitvoer"),
    ("force",           "Vervang het bestand als het al bestaat"),
    ("date",            "De datum van het rapport, zoals `2027-03-01`; zonder deze optie heeft het rapport geen datum"),
    ("hours-per-week",  "Verloonde uren per week van de mensen die kunnen komen"),
    ("from",            "De dag in het jaar van het rapport waarop zij komen; zonder deze optie ziet u alleen uren"),
    ("next-percentage", "Quotumpercentages om voor volgend jaar aan te nemen, met spaties ertussen"),
];
