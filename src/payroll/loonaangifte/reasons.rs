//! Why a message is refused, in English and in Dutch.

#[rustfmt::skip]
mod table {
    use crate::error::Phrase;

    pub(in super::super) const AFTER_THE_ROOT: Phrase         = Phrase::new("an element after the root",                                                      "een element na het hoofdelement");
    pub(in super::super) const HOLDS_AN_ELEMENT: Phrase       = Phrase::new("holds an element, not a value",                                                  "bevat een element in plaats van een waarde");
    pub(in super::super) const OUT_OF_PLACE: Phrase           = Phrase::new("not where the schema has it",                                                    "staat niet op de plaats die het schema voorschrijft");
    pub(in super::super) const APPEARS_TWICE: Phrase          = Phrase::new("appears twice",                                                                  "komt twee keer voor");
    pub(in super::super) const OUTSIDE_THE_ROOT: Phrase       = Phrase::new("text outside the root",                                                          "tekst buiten het hoofdelement");
    pub(in super::super) const BAD_ATTRIBUTE: Phrase          = Phrase::new("an attribute that is none",                                                      "een ongeldig attribuut");
    pub(in super::super) const OPEN_ENTITY: Phrase            = Phrase::new("an entity that does not end",                                                    "een entiteit die niet eindigt");
    pub(in super::super) const NO_PAIRS: Phrase               = Phrase::new("elements do not begin and end in pairs",                                         "begin- en eindlabels horen niet bij elkaar");
    pub(in super::super) const OPEN_TAG: Phrase               = Phrase::new("a tag or comment that does not end",                                             "een label of commentaar dat niet eindigt");
    pub(in super::super) const BAD_ENTITY: Phrase             = Phrase::new("an entity that is none",                                                         "een ongeldige entiteit");
    pub(in super::super) const BAD_NAMESPACE: Phrase          = Phrase::new("too many namespaces in one element, or a reserved one",                          "te veel namespaces in één element, of een gereserveerde");
    pub(in super::super) const OWN_PERIOD: Phrase             = Phrase::new("of the period of the message's own TijdvakAangifte",                             "over het tijdvak van de TijdvakAangifte van het bericht zelf");
    pub(in super::super) const REPORTED_TWICE: Phrase         = Phrase::new("reported twice of one person",                                                   "twee keer aangegeven voor één persoon");
    pub(in super::super) const WITHDRAWN_TWICE: Phrase        = Phrase::new("withdrawn twice of one person",                                                  "twee keer ingetrokken voor één persoon");
    pub(in super::super) const REPORTED_AND_WITHDRAWN: Phrase = Phrase::new("both reported and withdrawn of one person",                                      "zowel aangegeven als ingetrokken voor één persoon");
    pub(in super::super) const EMPTY_KEY: Phrase              = Phrase::new("the key made of it is empty",                                                    "de sleutel die hiervan is gemaakt, is leeg");
    pub(in super::super) const TOO_LATE: Phrase               = Phrase::new("after the relations: too late for records one by one",                           "komt na de inkomstenverhoudingen: te laat om ze een voor een te lezen");
    pub(in super::super) const MORE_THAN_99: Phrase           = Phrase::new("more than 99 of them",                                                           "meer dan 99 keer");
    pub(in super::super) const SAME_DAY: Phrase               = Phrase::new("begins on the same day as another of the relation",                              "begint op dezelfde dag als een andere van deze inkomstenverhouding");
    pub(in super::super) const BEFORE_IT_BEGINS: Phrase       = Phrase::new("a day before it begins",                                                         "een dag vóór het begin");
    pub(in super::super) const MORE_THAN_13: Phrase           = Phrase::new("more than 13 of them",                                                           "meer dan 13 keer");
    pub(in super::super) const BESIDE_ANOTHER: Phrase         = Phrase::new("beside another return of the same period",                                       "naast een andere aangifte over hetzelfde tijdvak");
    pub(in super::super) const NOT_A_DATE: Phrase             = Phrase::new("not a date such as 2026-03-31",                                                  "geen datum zoals `2026-03-31`");
    pub(in super::super) const NOT_CENTS: Phrase              = Phrase::new("not an amount in euros and cents",                                               "geen bedrag in euro's en centen");
    pub(in super::super) const NOT_EUROS: Phrase              = Phrase::new("not an amount in whole euros",                                                   "geen bedrag in hele euro's");
    pub(in super::super) const NOT_AN_INSTANT: Phrase         = Phrase::new("not a date and time such as 2026-03-31T10:15:00",                                "geen datum en tijd zoals `2026-03-31T10:15:00`");
    pub(in super::super) const NOT_A_LHNR: Phrase             = Phrase::new("not nine digits that do not begin with 000, `L` and two digits that are not 00", "geen negen cijfers die niet met 000 beginnen, `L` en twee cijfers die niet 00 zijn");
    pub(in super::super) const NOT_A_NUMBER: Phrase           = Phrase::new("not a whole number of at most four digits",                                      "geen geheel getal van hoogstens vier cijfers");
    pub(in super::super) const NOT_A_SOFINR: Phrase           = Phrase::new("not nine digits that do not begin with 000",                                     "geen negen cijfers die niet met 000 beginnen");
    pub(in super::super) const NEITHER_J_NOR_N: Phrase        = Phrase::new("neither J nor N",                                                                "geen J of N");
    pub(in super::super) const NOT_HOURS: Phrase              = Phrase::new("not a whole number of hours of at most five digits",                             "geen heel aantal uren van hoogstens vijf cijfers");
    pub(in super::super) const CONTROL_CHARACTER: Phrase      = Phrase::new("has a control character",                                                        "bevat een stuurteken");
    pub(in super::super) const LONGER_THAN_ALLOWED: Phrase    = Phrase::new("longer than the schema allows",                                                  "langer dan het schema toestaat");
    pub(in super::super) const NO_PERIOD: Phrase              = Phrase::new("no month, four weeks, half year or year has these first and last days",          "geen maand, vier weken, halfjaar of jaar met deze eerste en laatste dag");
    pub(in super::super) const NOT_A_CODE: Phrase             = Phrase::new("not a code of one or two digits",                                                "geen code van een of twee cijfers");
}
pub(super) use table::*;
