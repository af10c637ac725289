//! Keys of files that are used beside wage returns: there employers are fiscal numbers and persons
//! BSNs.

use banenafspraak::payroll::loonaangifte::LhNr;
use banenafspraak::payroll::{Employer, Sources};

use crate::shared::options::Lang;

/// What is wrong with the keys, with advice; `None` if nothing is.
pub(crate) fn wrong(sources: &Sources, lang: Lang) -> Option<String> {
    let Sources { year, employers, register, attributions, .. } = sources;
    let employers = employers.into_iter().map(|Employer { key, .. }| &**key);
    let lending = attributions.lenders().chain(attributions.borrowers());
    for key in employers.chain(lending) {
        if let Some(number) = LhNr::new(key) {
            let number = number.fiscal_number();
            return Some(match lang {
                Lang::Nl => format!(
                    "werkgever {key} is een administratie; geef het fiscaal nummer, {number}"
                ),
                Lang::En => {
                    format!("employer {key} is an administration; give its fiscal number, {number}")
                }
            });
        }
        if is_shortened(key) {
            return Some(match lang {
                Lang::Nl => format!(
                    "werkgever {key} is een getal dat een rekenblad heeft ingekort: er zijn cijfers \
                     verloren; maak de kolom in het rekenblad tekst, en vul haar opnieuw"
                ),
                Lang::En => format!(
                    "employer {key} is a number that a spreadsheet shortened: digits are lost; make the \
                     column text in the spreadsheet, and fill it again"
                ),
            });
        }
        if lost_zeros(key) {
            return Some(match lang {
                Lang::Nl => format!(
                    "werkgever {key} heeft {} cijfers en geen 9: de nullen vooraan zijn verdwenen; \
                     maak de kolom in het rekenblad tekst",
                    key.len()
                ),
                Lang::En => format!(
                    "employer {key} has {} digits and not 9: it lost the zeros in front; make the \
                     column text in the spreadsheet",
                    key.len()
                ),
            });
        }
    }
    let attributed = attributions
        .lenders()
        .flat_map(|lender| attributions.of_lender(lender))
        .map(|it| &*it.person);
    let persons: Vec<&str> = register.persons(*year).chain(attributed).collect();
    // A BSN is not shown.
    let shortened = persons.iter().filter(|key| is_shortened(key)).count();
    if shortened > 0 {
        return Some(match lang {
            Lang::Nl => format!(
                "personen in het register of de toerekeningen met een getal dat een rekenblad heeft \
                 ingekort: {shortened}; er zijn cijfers verloren; maak de kolom in het rekenblad tekst, \
                 en vul haar opnieuw"
            ),
            Lang::En => format!(
                "persons in the register or the attributions with a number that a spreadsheet shortened: \
                 {shortened}; digits are lost; make the column text in the spreadsheet, and fill it again"
            ),
        });
    }
    let persons = persons.iter().filter(|key| lost_zeros(key)).count();
    (persons > 0).then(|| match lang {
        Lang::Nl => format!(
            "personen in het register of de toerekeningen met 7 of 8 cijfers in plaats van 9: \
             {persons}; de nullen vooraan zijn verdwenen; maak de kolom in het rekenblad tekst"
        ),
        Lang::En => format!(
            "persons in the register or the attributions with 7 or 8 digits instead of 9: \
             {persons}; they lost the zeros in front; make the column text in the spreadsheet"
        ),
    })
}

/// A number such as `1,23457E+08`.
fn is_shortened(key: &str) -> bool {
    let Some((number, power)) = key.split_once(['E', 'e']) else { return false };
    let are = |text: &str, more: &[char]| {
        !text.is_empty() && text.chars().all(|it| it.is_ascii_digit() || more.contains(&it))
    };
    are(number, &['.', ',']) && are(power, &['+'])
}

/// A number of nine digits may begin with two zeros.
fn lost_zeros(key: &str) -> bool {
    (7..=8).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_digit())
}
