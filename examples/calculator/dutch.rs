//! The Dutch help.

use crate::shared::dutch::Rows;

#[rustfmt::skip]
pub(crate) const HELP: Rows = &[
    ("",        "Hoeveel banen voor mensen met een arbeidsbeperking een werkgever moet hebben en heeft, en wat het tekort kost."),
    ("input",   "Eén object, een lijst, JSON Lines of een tabel met jaartotalen (CSV, ook uit een Nederlands rekenblad); `-`: standaardinvoer. Zonder deze optie: de voorbeeldwerkgevers"),
    ("format",  "Tekst voor een lezer, JSON Lines of een tabel (CSV)"),
    ("default-quotumpercentage", "Het quotumpercentage van werkgevers voor wie er geen is opgegeven of gepubliceerd"),
    ("sweep",   "Sommen in plaats van uitkomsten: van alle werkgevers bij elk van deze percentages, in plaats van hun eigen en de gepubliceerde"),
    ("sum-by",  "Sommen in plaats van uitkomsten: per sector (`sector`), per jaar (`year`) of per sector en jaar (`sector,year`)"),
    ("chart",   "Teken de banen bij elk percentage van --sweep in dit bestand, als SVG"),
    ("explain", "Elke stap met de getallen en het artikel"),
    ("receipt", "Schrijf van elke uitkomst een bewijs naar dit bestand, als JSON Lines, om jaren later te controleren"),
    ("force",   "Vervang het bestand met bewijzen of de grafiek als het al bestaat"),
    ("verify",  "Bereken elk bewijs in dit bestand opnieuw (`-`: standaardinvoer) en meld wat verschilt"),
];
