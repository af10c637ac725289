//! The table of outcomes: the contract's columns.

use super::cell::Cell;
use super::row::{Column, Row};
use crate::assessment::{Assessment, Levy, Payable, Quota};
use crate::employer::Coverage;
use crate::law::Regime;
use crate::unit::{Euro, SignedEuro, Year};

/// A row of the table of outcomes: an outcome, or an input that has none.
///
/// Headers: `id,year,sector,regime,liability,hours_base,quotumpercentage,required_jobs,realised_jobs,
/// quotumtekort,surplus_jobs,quotumheffing,levy_status,payable,payable_status,inclusiviteitsheffing,bonus,
/// net,complete,hours_until,error`. A cell is empty where the outcome lacks the field.
pub type OutcomeRow = Result<Assessment, RefusedRow>;

/// The row of an input that could not be assessed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "plain data, as much of it as could be read")]
pub struct RefusedRow {
    /// Its id, if one could be read.
    pub id: Option<String>,
    /// The year, if one could be read.
    pub year: Option<Year>,
    /// Where it is and what is wrong with it.
    pub error: String,
}

/// What an outcome says; nothing of an input without one.
macro_rules! outcome {
    ($outcome:ident, $cell:expr) => {
        |row| match row {
            Ok($outcome) => $cell,
            Err(_) => Cell::Empty,
        }
    };
}

impl Row for OutcomeRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", "werkgever", |row| {
            let id = row.as_ref().map_or_else(|refused| refused.id.as_deref(), Assessment::id);
            Cell::text(id.unwrap_or_default())
        }),
        Column::new("year", "jaar", |row| {
            Cell::maybe(row.as_ref().map_or_else(|refused| refused.year, |it| Some(it.year())))
        }),
        Column::new("sector", "sector", outcome!(it, Cell::text(it.sector().word()))),
        Column::new("regime", "regeling", outcome!(it, regime(it.regime()))),
        Column::new("liability", "heffingsplicht", outcome!(it, Cell::of(it.liability()))),
        Column::new("hours_base", "urengrondslag", outcome!(it, Cell::of(it.hours_base()))),
        Column::new(
            "quotumpercentage",
            "quotumpercentage",
            outcome!(it, Cell::maybe(it.quota().map(Quota::quotumpercentage))),
        ),
        Column::new(
            "required_jobs",
            "vereiste_banen",
            outcome!(it, Cell::maybe(it.quota().map(Quota::required_jobs))),
        ),
        Column::new(
            "realised_jobs",
            "gerealiseerde_banen",
            outcome!(it, Cell::of(it.realised_jobs())),
        ),
        Column::new(
            "quotumtekort",
            "quotumtekort",
            outcome!(it, Cell::maybe(it.quota().map(Quota::quotumtekort))),
        ),
        Column::new(
            "surplus_jobs",
            "banen_boven_quotum",
            outcome!(it, Cell::maybe(it.quota().map(Quota::surplus_jobs))),
        ),
        Column::new(
            "quotumheffing",
            "quotumheffing",
            outcome!(it, Cell::maybe(Amounts::of(it).quotumheffing)),
        ),
        Column::new("levy_status", "status_heffing", outcome!(it, Cell::of(it.levy().status()))),
        Column::new("payable", "te_betalen", outcome!(it, Cell::of(it.payable().amount()))),
        Column::new("payable_status", "status_te_betalen", outcome!(it, payable(it.payable()))),
        Column::new(
            "inclusiviteitsheffing",
            "inclusiviteitsheffing",
            outcome!(it, Cell::maybe(Amounts::of(it).inclusiviteitsheffing)),
        ),
        Column::new("bonus", "bonus", outcome!(it, Cell::maybe(Amounts::of(it).bonus))),
        Column::new("net", "saldo", outcome!(it, Cell::maybe(Amounts::of(it).net))),
        Column::new("complete", "volledig", outcome!(it, complete(it.coverage()))),
        Column::new(
            "hours_until",
            "uren_tot_en_met",
            outcome!(it, Cell::maybe(it.coverage().and_then(|coverage| coverage.hours_until))),
        ),
        Column::new("error", "fout", |row| match row {
            Ok(_) => Cell::Empty,
            Err(refused) => Cell::text(&refused.error),
        }),
    ];
}

/// The amounts of either law, as the contract has them.
#[derive(Default)]
struct Amounts {
    quotumheffing: Option<Euro>,
    inclusiviteitsheffing: Option<Euro>,
    bonus: Option<Euro>,
    net: Option<SignedEuro>,
}

impl Amounts {
    fn of(outcome: &Assessment) -> Self {
        match outcome.levy() {
            Levy::Quotumheffing { quotumheffing, .. } => Self { quotumheffing, ..Self::default() },
            Levy::WetBanenafspraak { inclusiviteitsheffing, bonus, net, .. } => Self {
                // Wet banenafspraak 12: the quotumheffing is replaced, so it is zero.
                quotumheffing: Some(Euro::ZERO),
                inclusiviteitsheffing: Some(inclusiviteitsheffing),
                bonus: Some(bonus),
                net: Some(net),
            },
        }
    }
}

const fn regime(regime: Regime) -> Cell<'static> {
    match regime {
        Regime::Quotumheffing => Cell::word("quotumheffing", "quotumheffing"),
        Regime::WetBanenafspraak => Cell::word("wet_banenafspraak", "Wet banenafspraak"),
    }
}

const fn payable(payable: Payable) -> Cell<'static> {
    let dutch = match payable {
        Payable::NotOwed(_) => "niet verschuldigd",
        Payable::ComputedOnly { .. } => "alleen berekend",
        Payable::Due(_) => "verschuldigd",
    };
    Cell::word(payable.word(), dutch)
}

fn complete(coverage: Option<&Coverage>) -> Cell<'static> {
    coverage.and_then(|coverage| coverage.complete).map_or(Cell::Empty, Cell::Boolean)
}
