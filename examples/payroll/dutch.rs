//! The Dutch help.

use crate::shared::dutch::Rows;

#[rustfmt::skip]
pub(crate) const HELP: Rows = &[
    ("",                      "Van loonbestanden naar beoordelingen: werkgevers, aangiften, doelgroepregister en toegerekende uren.\n\nBestanden worden gelezen zoals u ze hebt: met komma's, puntkomma's of tabs, een decimale punt of komma, UTF-8 of Windows-1252, datums als `2026-12-31` of 31-12-2026, en Engelse of Nederlandse kolomnamen en woorden. Zonder bestanden ziet u het bijgeleverde voorbeeld. Een bestand met de naam - is standaardinvoer."),
    ("employers",             "CSV: werkgever en sector (`employer,sector`), en eventueel quotumpercentage, werkgever geworden in, werkgever vanaf en werkgever t/m (`quotumpercentage,became_employer_in,employer_from,employer_until`). Buiten de eerste en de laatste dag als werkgever ontbreken geen dagen"),
    ("records",               "CSV: werkgever, persoon, tijdvak, verloonde uren, premieloon en soort (`employer,person,period,paid_hours,premium_wage,kind`), en eventueel in dienst vanaf, in dienst t/m, ingediend op, LKV aangevraagd en dienstverband (`employed_from,employed_until,filed_on,asks_lkv,relation`)"),
    ("wage-returns",          "Loonaangiften in plaats van --records: XML-bestanden, en mappen met XML-bestanden (verborgen bestanden, met een punt vooraan, tellen niet mee). Een werkgever is dan zijn fiscaal nummer van negen cijfers, een persoon een BSN, of LhNr/PersNr als er geen BSN is"),
    ("show-persons",          "Toon de BSN's van personen in lijsten en fouten; zonder deze optie staan zij er bij loonaangiften met LhNr, NumIV en bericht"),
    ("register",              "CSV: persoon, vanaf en t/m (`person,from,until`), en eventueel AOW vanaf (`aow_from`): de eerste dag van de AOW-leeftijd, waarop de bonus eindigt"),
    ("attributions",          "CSV: jaar, uitlener, inlener, persoon en uren (`year,lender,borrower,person,hours`)"),
    ("year",                  "Het jaar dat wordt beoordeeld; het jaar ervoor (voor de drempel) en onder de Wet banenafspraak ook het tweede jaar ervoor komen uit dezelfde aangiften"),
    ("emit",                  "De beoordelingen (`assessments`), of de invoer ervan als JSON-objecten (`inputs`)"),
    ("format",                "Tekst voor een lezer, JSON Lines of een tabel (CSV)"),
    ("detail",                "Alleen de tabel (`table`), met de redenen eronder (`reasons`), of met elke stap en het artikel (`steps`)"),
    ("grouped",               "De aangiften zijn per werkgever gegroepeerd: het geheugen groeit met de grootste groep, niet met het bestand"),
    ("keep-going",            "Meld elke regel en elke werkgever die wordt afgewezen, en beoordeel de andere; zonder deze optie ziet u de eerste tien regels die niet te lezen zijn, en wordt niets beoordeeld"),
    ("ignore-extra-columns",  "Negeer kolommen die niet bekend zijn, en noem ze"),
    ("allow-repeats",         "Accepteer regels die twee keer voorkomen en in alle kolommen gelijk zijn: beide tellen"),
    ("allow-overlaps",        "Accepteer tijdvakken van een persoon die een dag delen, zoals een jaar en een maand daarvan: beide tellen"),
    ("reconciliation",        "Schrijf de hele aansluitlijst naar een bestand, met aan het einde hoeveel er van elke soort zijn; zonder deze optie ziet u de eerste tien van elke soort"),
    ("force",                 "Vervang het bestand met de aansluitlijst als het al bestaat"),
    ("separator",             "Het teken tussen de kolommen, als dat niet uit het bestand blijkt: komma (`comma`), puntkomma (`semicolon`) of tab (`tab`); van één bestand: `records=tab`"),
    ("decimal",               "Het decimaalteken, als geen getal dat laat zien: punt (`point`) of komma (`comma`); van één bestand: `records=comma`"),
    ("encoding",              "De codering, als die niet uit het bestand blijkt: `utf-8`, `windows-1252`, `utf-16le` of `utf-16be`; van één bestand: `records=windows-1252`"),
];
