//! The columns of the payroll files, in English and Dutch.

use super::column::{Column, Holds, Meaning};
use crate::payroll::csv::File;

const fn column(name: &'static str, holds: Holds, other_names: &'static [&'static str]) -> Column {
    Column::new(name, other_names, holds)
}

/// Words for a sector.
pub const SECTORS: &[Meaning] = &[
    Meaning::new("overheid", &["government"]),
    Meaning::new("markt", &["market", "niet-overheid"]),
];

/// Words for yes and no.
pub const BOOLEANS: &[Meaning] = &[
    Meaning::new("true", &["waar", "ja", "j", "yes", "y", "1"]),
    Meaning::new("false", &["onwaar", "nee", "n", "no", "0"]),
];

/// Words for the kind of an employment.
const KINDS: &[Meaning] = &[
    Meaning::new("ordinary", &["regulier", "gewoon"]),
    Meaning::new("agency", &["uitzendkracht", "uitzend", "uitzenden"]),
    Meaning::new("payroll", &["payrolling", "payrollkracht"]),
    Meaning::new("wsw", &[]),
    Meaning::new("wsw_seconded", &["wsw_gedetacheerd", "wsw_detachering"]),
    Meaning::new("beschut_werk", &["beschut"]),
    Meaning::new("benefit", &["uitkering"]),
];

const EMPLOYERS: &[Column] = &[
    column("employer", Holds::Employer, &["werkgever"]),
    column("sector", Holds::Word(SECTORS), &[]),
    column("quotumpercentage", Holds::Percentage, &["quotum_percentage"]),
    column("became_employer_in", Holds::Text, &["werkgever_sinds", "werkgever_sinds_jaar"]),
    column("employer_from", Holds::Date, &["werkgever_vanaf"]),
    column("employer_until", Holds::Date, &["werkgever_tot_en_met", "werkgever_t/m"]),
];

const RECORDS: &[Column] = &[
    column("employer", Holds::Employer, &["werkgever"]),
    column("person", Holds::Key, &["persoon", "bsn", "burgerservicenummer", "werknemer"]),
    column("period", Holds::Period, &["tijdvak", "aangiftetijdvak", "periode"]),
    column("paid_hours", Holds::Number, &["verloonde_uren", "uren"]),
    column("premium_wage", Holds::Money, &["premieloon", "premieplichtig_loon"]),
    column("kind", Holds::Word(KINDS), &["soort"]),
    column("employed_from", Holds::Date, &["in_dienst_vanaf", "datum_in_dienst"]),
    column(
        "employed_until",
        Holds::Date,
        &["in_dienst_tot_en_met", "in_dienst_t/m", "datum_uit_dienst"],
    ),
    column("filed_on", Holds::Date, &["ingediend_op", "datum_indiening"]),
    column("asks_lkv", Holds::Word(BOOLEANS), &["vraagt_lkv", "lkv_gevraagd", "lkv"]),
    column("relation", Holds::Key, &["inkomstenverhouding", "dienstverband", "contract"]),
];

/// As UWV describes the register, or shorter.
const REGISTER: &[Column] = &[
    column("person", Holds::Key, &["persoon", "bsn", "burgerservicenummer"]),
    column(
        "from",
        Holds::Date,
        &["vanaf", "begindatum", "begindatum_geldigheid_registratie", "begindatum_registratie"],
    ),
    column(
        "until",
        Holds::Date,
        &[
            "tot_en_met",
            "t/m",
            "einddatum",
            "einddatum_geldigheid_registratie",
            "einddatum_registratie",
        ],
    ),
    column("aow_from", Holds::Date, &["aow_vanaf", "aow_datum", "datum_aow"]),
    column("grondslag", Holds::Unused, &["grondslag_registratie"]),
];

const ATTRIBUTIONS: &[Column] = &[
    column("year", Holds::Text, &["jaar", "kalenderjaar"]),
    column("lender", Holds::Key, &["uitlener"]),
    column("borrower", Holds::Key, &["inlener"]),
    column("person", Holds::Key, &["persoon", "bsn", "burgerservicenummer", "werknemer"]),
    column("hours", Holds::Number, &["uren", "toegerekende_uren", "verloonde_uren"]),
];

/// The columns of a payroll file.
///
/// ```
/// use banenafspraak::dialects::columns_of;
/// use banenafspraak::payroll::csv::File;
///
/// let [person, ..] = columns_of(File::Register) else { panic!() };
/// assert!(person.name == "person" && person.is_named("BSN"));
/// ```
pub const fn columns_of(file: File) -> &'static [Column] {
    match file {
        File::Employers => EMPLOYERS,
        File::Records => RECORDS,
        File::Register => REGISTER,
        File::Attributions => ATTRIBUTIONS,
    }
}
