//! The columns of the table of yearly totals, in English and Dutch: it is written and read by the same.

use crate::language::Phrase;

macro_rules! names {
    ($($name:ident $english:literal $dutch:literal;)*) => {
        $(pub(super) const $name: Phrase = Phrase::new($english, $dutch);)*
    };
}

names! {
    ID                     "id"                                  "werkgever";
    YEAR                   "year"                                "jaar";
    SECTOR                 "sector"                              "sector";
    PAID                   "paid_hours"                          "verloonde_uren";
    LENT_OUT               "lent_out_agency_hours"               "uitgeleende_uitzenduren";
    WSW                    "wsw_hours"                           "wsw_uren";
    DOELGROEP              "doelgroep_hours"                     "doelgroep_uren";
    ATTRIBUTED_OUT         "doelgroep_hours_attributed_out"      "doelgroep_uren_toegerekend_aan_inleners";
    ATTRIBUTED_IN          "doelgroep_hours_attributed_in"       "doelgroep_uren_toegerekend_door_uitleners";
    PREVIOUS_PAID          "previous_year_paid_hours"            "vorig_jaar_verloonde_uren";
    PREVIOUS_LENT_OUT      "previous_year_lent_out_agency_hours" "vorig_jaar_uitgeleende_uitzenduren";
    PREVIOUS_WSW           "previous_year_wsw_hours"             "vorig_jaar_wsw_uren";
    QUOTUMPERCENTAGE       "quotumpercentage"                    "quotumpercentage";
    COMPLETE               "complete"                            "volledig";
    PREVIOUS_YEAR_COMPLETE "previous_year_complete"              "vorig_jaar_volledig";
    HOURS_UNTIL            "hours_until"                         "uren_tot_en_met";
}
