//! The Dutch help of the flags that several programs have.

/// A flag without its hyphens and its help; the program itself has no flag.
pub(crate) type Rows = &'static [(&'static str, &'static str)];

/// The heading of flags that have no other.
pub(crate) const OPTIONS: &str = "Opties";

/// The Dutch heading of a group of flags.
pub(crate) fn heading(english: Option<&str>) -> &'static str {
    match english {
        Some("One employer by flags") => "Eén werkgever met opties",
        Some("Under the Wet banenafspraak, instead of the quotumheffing") => {
            "Onder de Wet banenafspraak, in plaats van de quotumheffing"
        }
        _ => OPTIONS,
    }
}

/// The Dutch name of a value.
pub(crate) fn value_name(english: &str) -> &'static str {
    match english {
        "FILE" => "BESTAND",
        "PATH" => "PAD",
        "HOURS" => "UREN",
        "YEAR" => "JAAR",
        "PERCENT" => "PERCENTAGE",
        "EURO" => "EURO",
        "DATE" => "DATUM",
        "NUMBER" | "RECORDS" => "AANTAL",
        "LANG" => "TAAL",
        "DIALECT" => "SOORT",
        "FACTS" => "WAARNAAR",
        "WORD" => "WOORD",
        "FORMAT" | "EMIT" | "DETAIL" => "VORM",
        "OUT" => "MAP",
        "ID" => "KENMERK",
        "SECTOR" => "SECTOR",
        "COMPLETE" | "PREVIOUS_YEAR_COMPLETE" => "JA_OF_NEE",
        _ => "WAARDE",
    }
}

/// The Dutch name of one of the payroll files.
pub(crate) fn file(english: &'static str) -> &'static str {
    match english {
        "employers" => "werkgevers",
        "records" => "aangiften",
        "register" => "doelgroepregister",
        "attributions" => "toegerekende uren",
        other => other,
    }
}

#[rustfmt::skip]
pub(crate) const SHARED: Rows = &[
    ("lang", "Nederlands of Engels"),
    ("dialect", "Hoe de tabel wordt geschreven: gewoon (`plain`), of zoals Excel die in Nederland opent (`excel-nl`) [standaard: plain]"),
    ("format", "Tekst voor een lezer, of JSON Lines"),
    ("separator", "Het teken tussen de kolommen van een tabel, als dat niet uit het bestand blijkt: komma (`comma`), puntkomma (`semicolon`) of tab (`tab`)"),
    ("decimal", "Het decimaalteken van een tabel, als geen getal dat laat zien: punt (`point`) of komma (`comma`)"),
    ("encoding", "De codering van een tabel, als die niet uit het bestand blijkt: `utf-8`, `windows-1252`, `utf-16le` of `utf-16be`"),
    // One employer.
    ("id", "Eigen kenmerk"),
    ("year", "Het jaar dat wordt beoordeeld"),
    ("sector", "overheid of markt"),
    ("paid-hours", "Alle verloonde uren van het jaar"),
    ("lent-out-agency-hours", "Daarvan de uren van uitgeleende uitzendkrachten"),
    ("wsw-hours", "Daarvan de uren in een Wsw-dienstbetrekking"),
    ("paid-hours-previous-year", "Alle verloonde uren van het jaar ervoor; zonder deze optie zijn ze niet bekend"),
    ("lent-out-agency-hours-previous-year", "Daarvan de uren van uitgeleende uitzendkrachten"),
    ("wsw-hours-previous-year", "Daarvan de uren in een Wsw-dienstbetrekking"),
    ("doelgroep-hours", "Verloonde uren van de eigen arbeidsbeperkten in het jaar, zonder Wsw-dienstbetrekkingen"),
    ("doelgroep-hours-attributed-out", "Daarvan de uren die zijn toegerekend aan inleners"),
    ("doelgroep-hours-attributed-in", "Uren die uitleners hebben toegerekend"),
    ("quotumpercentage", "In procenten; gaat vóór het gepubliceerde percentage"),
    ("complete", "Of de uren die van het hele jaar zijn; zonder deze optie is dat niet bekend"),
    ("previous-year-complete", "Of de uren van het jaar ervoor die van het hele jaar zijn"),
    // The scheme.
    ("activation-decided-in", "Het jaar van het besluit tot activering; de opslag geldt vanaf het tweede jaar daarna"),
    ("surcharge-percentage", "Het opslagpercentage over de loongrondslag van het jaar"),
    ("bonus-per-hour", "De bonus per verloond uur, boven op het LKV"),
    ("bonus-maximum", "De hoogste bonus voor een werknemer in het jaar"),
    ("premium-wage", "De loongrondslag van het jaar: het premieplichtig loon na de aftrek van art. 6 lid 4"),
    ("premium-wage-two-years-before", "Premieplichtig loon van twee jaar ervoor, zonder dat over uitkeringen"),
    ("average-premium-wage-two-years-before", "Gemiddeld premieplichtig loon per werknemer van twee jaar ervoor, vastgesteld door UWV"),
    ("became-employer-in", "Het jaar waarin dit een werkgever werd; wie dat dit jaar of het jaar ervoor werd, is vrijgesteld"),
    ("bonus-workers", "Verloonde uren van elke werknemer met bonus, met spaties ertussen"),
];
