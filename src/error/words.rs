//! The Dutch words beside the contract's own.

use core::fmt;

/// A name of the contract, quoted, with its Dutch word in brackets: (verloonde uren).
#[derive(Clone, Copy)]
pub(crate) struct Named<'a>(pub(crate) &'a str);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)?;
        dutch(self.0).map_or(Ok(()), |dutch| write!(f, " ({dutch})"))
    }
}

/// The Dutch word with the name of the contract behind it: `verloonde uren (paid_hours)`.
#[derive(Clone, Copy)]
pub(crate) struct Worded<'a> {
    /// What is named, such as a path to a field.
    pub(crate) text: &'a str,
    /// The name at the end of it.
    pub(crate) name: &'a str,
}

#[cfg(feature = "payroll")]
impl<'a> Worded<'a> {
    pub(crate) const fn new(name: &'a str) -> Self {
        Self { text: name, name }
    }
}

impl fmt::Display for Worded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match dutch(self.name) {
            Some(word) => write!(f, "{word} ({})", self.text),
            None => f.write_str(self.text),
        }
    }
}

/// A list of names and words of the contract, each with its Dutch word; other texts stay as they are.
pub(crate) struct List<'a>(pub(crate) &'a str);

impl fmt::Display for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const ONE_OF: &str = "een van ";
        let list = self.0.strip_prefix(ONE_OF).unwrap_or(self.0);
        f.write_str(if list.len() < self.0.len() { ONE_OF } else { "" })?;
        list.split(", ").enumerate().try_for_each(|(place, name)| {
            f.write_str(if place > 0 { ", " } else { "" })?;
            if is_name(name) { Named(name).fmt(f) } else { f.write_str(name) }
        })
    }
}

fn is_name(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// The Dutch word of a name or a word of the contract; `None` where that is Dutch itself, or none of
/// ours.
fn dutch(name: &str) -> Option<&'static str> {
    WORDS.iter().find(|(known, _)| *known == name).map(|(_, dutch)| *dutch)
}

#[rustfmt::skip]
const WORDS: &[(&str, &str)] = &[
    // Employers and their hours.
    ("id",                                    "eigen kenmerk"),
    ("year",                                  "jaar"),
    ("previous_year",                         "jaar ervoor"),
    ("paid_hours",                            "verloonde uren"),
    ("lent_out_agency_hours",                 "uren van uitgeleende uitzendkrachten"),
    ("wsw_hours",                             "Wsw-uren"),
    ("doelgroep_hours",                       "uren van de doelgroep"),
    ("doelgroep_hours_attributed_out",        "aan inleners toegerekende uren"),
    ("doelgroep_hours_attributed_in",         "door uitleners toegerekende uren"),
    ("complete",                              "volledig"),
    ("previous_year_complete",                "jaar ervoor volledig"),
    ("hours_until",                           "uren t/m"),
    ("missing",                               "ontbrekende dagen"),
    ("administration",                        "administratie"),
    ("explanation",                           "uitleg"),
    // The Wet banenafspraak.
    ("scheme",                                "regeling"),
    ("activation_decided_in",                 "jaar van het besluit tot activering"),
    ("surcharge_percentage",                  "opslagpercentage"),
    ("bonus_per_hour",                        "bonus per uur"),
    ("bonus_maximum",                         "hoogste bonus per werknemer"),
    ("premium_wage",                          "premieplichtig loon"),
    ("premium_wage_two_years_before",         "premieplichtig loon van twee jaar ervoor"),
    ("average_premium_wage_two_years_before", "gemiddeld premieplichtig loon van twee jaar ervoor"),
    ("became_employer_in",                    "werkgever geworden in"),
    ("bonus_workers",                         "werknemers met bonus"),
    ("bonus_worker",                          "werknemer met bonus"),
    // Payroll files.
    ("employer",                              "werkgever"),
    ("person",                                "persoon"),
    ("period",                                "tijdvak"),
    ("kind",                                  "soort"),
    ("relation",                              "dienstverband"),
    ("employed_from",                         "in dienst vanaf"),
    ("employed_until",                        "in dienst t/m"),
    ("filed_on",                              "ingediend op"),
    ("asks_lkv",                              "LKV aangevraagd"),
    ("employer_from",                         "werkgever vanaf"),
    ("employer_until",                        "werkgever t/m"),
    ("from",                                  "vanaf"),
    ("until",                                 "t/m"),
    ("aow_from",                              "AOW vanaf"),
    ("lender",                                "uitlener"),
    ("borrower",                              "inlener"),
    ("hours",                                 "uren"),
    ("bsn",                                   "BSN"),
    // Plans and scenarios.
    ("changes",                               "wijzigingen"),
    ("scenarios",                             "scenario's"),
    ("entries",                               "gegevens"),
    ("change",                                "wijziging"),
    ("people",                                "mensen"),
    ("who",                                   "wie"),
    ("way",                                   "manier"),
    ("hours_per_week",                        "uren per week"),
    ("new_hours_per_week",                    "nieuwe uren per week"),
    ("premium_wage_per_hour",                 "premieplichtig loon per uur"),
    ("name",                                  "naam"),
    ("label",                                 "status"),
    ("date",                                  "datum"),
    // Figures and counts.
    ("figure",                                "cijfer"),
    ("value",                                 "waarde"),
    ("source",                                "bron"),
    ("provenance",                            "herkomst"),
    ("hours_per_job",                         "uren per baan"),
    ("average_hours",                         "gemiddelde uren per werknemer"),
    ("threshold_workers",                     "drempel in werknemers"),
    ("levy_per_job",                          "heffing per baan"),
    ("small_employer_wages",                  "grens kleine werkgever"),
    ("lkv_per_hour",                          "LKV per uur"),
    ("lkv_maximum",                           "hoogste LKV"),
    ("variable_a",                            "variabele A"),
    ("variable_b",                            "variabele B"),
    ("variable_c",                            "variabele C"),
    ("variable_d",                            "variabele D"),
    ("variable_e",                            "variabele E"),
    ("variable_f",                            "variabele F"),
    ("variable_g",                            "variabele G"),
    ("variable_h",                            "variabele H"),
    ("target",                                "doel"),
    ("realised",                              "gerealiseerd"),
    ("formal_employment",                     "formele dienstverbanden"),
    ("jobs_including_nulmeting",              "banen inclusief de nulmeting"),
    ("growth",                                "groei"),
    ("growth_formal_employment",              "groei formele dienstverbanden"),
    ("growth_inleenverbanden",                "groei inleenverbanden"),
    // Outcomes.
    ("regime",                                "wet"),
    ("liability",                             "heffingsplicht"),
    ("levy_status",                           "status van de heffing"),
    ("quotumpercentage_source",               "herkomst van het quotumpercentage"),
    ("hours_base",                            "urengrondslag"),
    ("required_hours",                        "vereiste uren"),
    ("required_jobs",                         "vereiste banen"),
    ("realised_hours",                        "gerealiseerde uren"),
    ("realised_jobs",                         "gerealiseerde banen"),
    ("surplus_jobs",                          "banen boven het quotum"),
    ("payable",                               "te betalen"),
    ("net",                                   "saldo"),
    ("file",                                  "bestand"),
    // Receipts, questions and settings.
    ("crate_version",                         "versie van de bibliotheek"),
    ("figures_fingerprint",                   "vingerafdruk van de cijfers"),
    ("figures",                               "cijfers"),
    ("input",                                 "invoer"),
    ("outcome",                               "uitkomst"),
    ("sha256",                                "controlegetal"),
    ("years",                                 "jaren"),
    ("language",                              "taal"),
    ("explained",                             "met uitleg"),
    ("allow_repeats",                         "herhalingen toestaan"),
    ("allow_overlaps",                        "overlap toestaan"),
    ("show_persons",                          "personen tonen"),
    ("employers",                             "werkgevers"),
    ("records",                               "aangiften"),
    ("register",                              "doelgroepregister"),
    ("attributions",                          "toegerekende uren"),
    // Words in fields.
    ("ordinary",                              "regulier"),
    ("agency",                                "uitzendkracht"),
    ("wsw",                                   "Wsw"),
    ("wsw_seconded",                          "Wsw, gedetacheerd"),
    ("beschut_werk",                          "beschut werk"),
    ("benefit",                               "uitkering"),
    ("employed",                              "in dienst"),
    ("hired_in",                              "ingeleend"),
    ("hire",                                  "aannemen"),
    ("leave",                                 "vertrekken"),
    ("published",                             "gepubliceerd"),
    ("indicative",                            "indicatief"),
    ("own",                                   "eigen aanname"),
    ("given",                                 "opgegeven"),
    ("derived",                               "afgeleid"),
    // Units.
    ("count",                                 "aantal"),
    ("jobs",                                  "banen"),
    ("euro",                                  "euro's"),
    ("signed_hours",                          "saldo in uren"),
    ("signed_euro",                           "saldo in euro's"),
    ("exact_hours",                           "exacte uren"),
    ("euro_per_hour",                         "euro's per uur"),
    ("euro_per_job",                          "euro's per baan"),
];
