//! Every step of an explanation, one row each: its label in English and in Dutch, how its outcome is
//! rounded, and what it cites.

use crate::language::Language;
use crate::law::rounding::{CENT, TENTH_OF_A_JOB, VARIABLE};
use crate::law::{DateName, LegalSource, articles};
use crate::parameters::FigureName;
use crate::unit::Rounding;

/// A step before it has numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub(super) label: Label,
    pub(super) rounding: Option<Rounding>,
    pub(super) cites: &'static [Cite],
}

/// What a step computes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    english: &'static str,
    dutch: &'static str,
    /// Which one, where there are several of the same label.
    pub(super) number: Option<u32>,
}

/// What a step cites in every case. What decides in one case, the engine adds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cite {
    Law(LegalSource),
    /// The source of a figure of the employer's year, which may be the caller's own.
    Figure(FigureName),
}

impl Row {
    /// The step of one of several, such as a worker.
    pub(crate) const fn of_number(self, number: u32) -> Self {
        let label = Label { number: Some(number), ..self.label };
        Self { label, ..self }
    }
}

impl Label {
    /// Whether it is the label of this row, with a number or without.
    #[cfg(feature = "report")]
    pub(super) fn is_of(self, row: Row) -> bool {
        Self { number: row.label.number, ..self } == row.label
    }

    pub(super) const fn text(self, language: Language) -> &'static str {
        language.pick(self.english, self.dutch)
    }
}

macro_rules! rows {
    ($($name:ident $english:literal $dutch:literal $rounding:ident $cites:expr;)*) => {$(
        pub(crate) const $name: Row = Row {
            label: Label { english: $english, dutch: $dutch, number: None },
            rounding: rows!(rounding $rounding),
            cites: &$cites,
        };
    )*};
    (rounding exact) => { None };
    (rounding $rounding:ident) => { Some($rounding) };
}
use Cite::{Figure, Law};
use FigureName::{
    AverageHours, HoursPerJob, LevyPerJob, Quotumpercentage, SmallEmployerWages, ThresholdWorkers,
};

rows! {
//  step                      English                                                    Dutch                                                                    rounding        cites
    BASE_PREVIOUS_YEAR        "Hours base of the year before"                            "Grondslag in uren, voorafgaand jaar"                                    exact           [Law(articles::BASE), Law(articles::BASE_DEDUCTIONS)];
    NO_BASE_PREVIOUS_YEAR     "Hours base of the year before"                            "Grondslag in uren, voorafgaand jaar"                                    exact           [Law(articles::THRESHOLD)];
    BASE                      "Hours base of the year (A)"                               "Grondslag in uren, dit jaar (A)"                                        exact           [Law(articles::BASE), Law(articles::BASE_DEDUCTIONS)];
    THRESHOLD                 "Threshold"                                                "Drempel"                                                                exact           [Figure(ThresholdWorkers), Figure(AverageHours), Law(articles::THRESHOLD_HOURS)];
    LIABILITY                 "Liability"                                                "Heffingsplicht"                                                         exact           [Law(articles::THRESHOLD), Law(articles::THRESHOLD_BASE)];
    REALISED                  "Hours of the doelgroep (C)"                               "Verloonde uren van de doelgroep (C)"                                    exact           [Law(articles::DOELGROEP), Law(articles::ATTRIBUTION)];
    REALISED_JOBS             "Realised jobs"                                            "Gerealiseerde banen"                                                    TENTH_OF_A_JOB  [Figure(HoursPerJob), Law(articles::SHOWN_JOBS)];
    QUOTUMPERCENTAGE          "Quotumpercentage (B)"                                     "Quotumpercentage (B)"                                                   VARIABLE        [Figure(Quotumpercentage), Law(articles::ROUND_VARIABLES)];
    NO_QUOTUMPERCENTAGE       "Quotumpercentage (B)"                                     "Quotumpercentage (B)"                                                   exact           [Law(articles::PERCENTAGE)];
    REQUIRED                  "Required hours (A × B)"                                   "Vereiste uren (A × B)"                                                  exact           [Law(articles::TEKORT)];
    REQUIRED_JOBS             "Required jobs"                                            "Vereiste banen"                                                         TENTH_OF_A_JOB  [Figure(HoursPerJob), Law(articles::SHOWN_JOBS)];
    QUOTUMTEKORT              "Quotumtekort (shortfall in jobs)"                         "Quotumtekort"                                                           TENTH_OF_A_JOB  [Law(articles::TEKORT), Figure(HoursPerJob), Law(articles::ROUND_TEKORT)];
    SURPLUS                   "Jobs above the quota"                                     "Banen boven het quotum"                                                 TENTH_OF_A_JOB  [Figure(HoursPerJob), Law(articles::SHOWN_JOBS)];
    QUOTUMHEFFING             "Quotumheffing (levy)"                                     "Quotumheffing"                                                          exact           [Figure(LevyPerJob), Law(articles::LEVY)];
    NO_QUOTUMHEFFING          "Quotumheffing (levy)"                                     "Quotumheffing"                                                          exact           [Law(articles::LEVY)];
    LEVY_STATUS               "Status of the levy"                                       "Status van de heffing"                                                  exact           [];
    WAGE_RETURNS_FILED_BY     "Wage returns and corrections count if filed by"           "Aangiften en correcties tellen mee indien uiterlijk ingediend op"       exact           [Law(articles::WAGE_RETURNS_FILED_BY)];
    ATTRIBUTIONS_AGREED_BY    "Uitlener and inlener agree on attributed hours by"        "Uiterste datum overeenstemming over toegerekende uren"                 exact           [Law(articles::ATTRIBUTIONS_AGREED_BY)];
    DECIDED_BEFORE            "The levy is decided before"                               "De heffing wordt vastgesteld vóór"                                      exact           [Law(articles::DECIDED_BEFORE)];
    PAYABLE_BY                "Payable six weeks after the decision, at the latest by"   "Te betalen zes weken na de beschikking, uiterlijk"                      exact           [Law(articles::PAYABLE_BY)];
    REVISION_LAPSES_AFTER     "Revision lapses after"                                    "Herziening mogelijk tot en met"                                         exact           [Law(articles::REVISION_LAPSES_AFTER)];

    REPLACED_QUOTUMHEFFING    "Quotumheffing (replaced by the Wet banenafspraak)"        "Quotumheffing (vervangen door de Wet banenafspraak)"                    exact           [Law(articles::REPLACED)];
    FIRST_DUE_YEAR            "First year of the inclusiviteitsheffing"                  "Eerste jaar van de inclusiviteitsheffing"                               exact           [Law(articles::FIRST_YEAR)];
    SMALL_EMPLOYER_LIMIT      "Limit of a small employer"                                "Grens kleine werkgever"                                                 exact           [Figure(SmallEmployerWages), Law(articles::SMALL), Law(articles::SMALL_LIMIT)];
    LIABILITY_OF_SCHEME       "Liability"                                                "Heffingsplicht"                                                         exact           [Law(articles::FIRST_YEAR)];
    INCLUSIVITEITSHEFFING     "Inclusiviteitsheffing (surcharge)"                        "Inclusiviteitsheffing"                                                  CENT            [Law(articles::WAGE_BASE), Law(articles::CENTS)];
    NO_INCLUSIVITEITSHEFFING  "Inclusiviteitsheffing (not owed)"                         "Inclusiviteitsheffing (niet verschuldigd)"                              exact           [];
    WORKER_BONUS              "Bonus of worker"                                          "Bonus voor werknemer"                                                   CENT            [Law(articles::BONUS), Law(articles::WHO_EARNS), Law(articles::LKV), Law(articles::CENTS)];
    BONUS                     "Bonus"                                                    "Bonus"                                                                  exact           [Law(articles::BONUS)];
    NO_BONUS                  "Bonus (not yet active)"                                   "Bonus (nog niet actief)"                                                exact           [Law(articles::BONUS), Law(articles::FIRST_YEAR)];
    NET                       "Net (bonus less inclusiviteitsheffing)"                   "Saldo (bonus min inclusiviteitsheffing)"                                exact           [Law(articles::BONUS), Law(articles::SURCHARGE)];
}

/// The step of a date.
pub(crate) const fn of_date(name: DateName) -> Row {
    match name {
        DateName::WageReturnsFiledBy => WAGE_RETURNS_FILED_BY,
        DateName::AttributionsAgreedBy => ATTRIBUTIONS_AGREED_BY,
        DateName::DecidedBefore => DECIDED_BEFORE,
        DateName::PayableBy => PAYABLE_BY,
        DateName::RevisionLapsesAfter => REVISION_LAPSES_AFTER,
    }
}

impl DateName {
    /// What the date is of, in the language, for the date to follow.
    ///
    /// ```
    /// use banenafspraak::Language;
    /// use banenafspraak::law::DateName;
    ///
    /// assert_eq!(DateName::DecidedBefore.label(Language::En), "The levy is decided before");
    /// assert_eq!(DateName::RevisionLapsesAfter.label(Language::Nl), "Herziening mogelijk tot en met");
    /// ```
    pub const fn label(self, language: Language) -> &'static str {
        of_date(self).label.text(language)
    }
}
