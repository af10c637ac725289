//! The Dutch help.

use crate::shared::dutch::Rows;

#[rustfmt::skip]
pub(crate) const HELP: Rows = &[
    ("",                      "Met welke uren het tekort weg is, hoeveel mensen dat zijn, en wat het bespaart"),
    ("input",                 "Eén werkgever als JSON-object; `-`: standaardinvoer. Zonder deze optie: een voorbeeldschool, met een voorbeeldplan en scenario's"),
    ("hours-until",           "De uren lopen tot en met deze dag: de rest van het jaar gaat in hetzelfde tempo door. Zonder deze optie: de dag uit de invoer (`hours_until`), als die er is"),
    ("hours-per-week",        "Hoeveel uur per week de mensen uit de doelgroep werken"),
    ("from",                  "De dag waarop zij beginnen; zonder deze optie: hoeveel uren, niet hoeveel mensen"),
    ("people",                "Ook: hoeveel uur per week, of vanaf welke dag, als er zoveel mensen komen"),
    ("hired-in",              "Zij worden ingeleend van een uitlener, of nemen uren van anderen over, in plaats van in dienst te komen"),
    ("premium-wage-per-hour", "Hun premieplichtig loon per uur: onder een regeling wordt daarover de opslag berekend"),
    ("changes",               "JSON: gepland vertrek, nieuwe mensen en wijzigingen van uren; het tekort is wat daarna overblijft"),
    ("next-percentage",       "Volgend jaar bij deze percentages, met spaties ertussen"),
    ("scenarios",             "JSON: parameters van de Wet banenafspraak om mee te vergelijken, elk gepubliceerd, indicatief of een eigen aanname (`published`, `indicative`, `own`); de werkgever heeft een regeling (`scheme`) nodig voor de lonen"),
    ("format",                "Tekst voor een lezer, één JSON-object of een tabel (CSV)"),
];
