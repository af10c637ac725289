//! The Dutch help.

use crate::shared::dutch::Rows;

#[rustfmt::skip]
pub(crate) const HELP: Rows = &[
    ("",        "Hoeveel banen voor mensen met een arbeidsbeperking een werkgever moet hebben en heeft, en wat het tekort kost."),
    ("input",   "Eén object, een lijst of JSON Lines; `-` is standaardinvoer. Zonder deze optie: de voorbeeldwerkgevers"),
    ("explain", "Elke stap met de getallen en het artikel"),
    ("receipt", "Schrijf van elke uitkomst een bewijs naar dit bestand, als JSON Lines, om jaren later te controleren"),
    ("force",   "Vervang het bestand met bewijzen als het al bestaat"),
    ("verify",  "Bereken elk bewijs in dit bestand opnieuw (`-`: standaardinvoer) en meld wat verschilt"),
];
