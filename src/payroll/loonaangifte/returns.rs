//! What an employer's messages mean together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::Timestamp;
use jiff::civil::Date;

use super::conflict::Conflict;
use super::head::Head;
use super::ledger::Ledger;
use super::message::{Kept, Message, Part};
use super::names::Names;
use super::note::Note;
use super::number::{FiscalNumber, LhNr, SofiNr};
use super::settled::Settled;
use super::state::{PartKind, TOTALS};
use crate::law::QuotumDates;
use crate::payroll::checks::Allow;
use crate::payroll::key::Hashing;
use crate::payroll::sums::years_before;
use crate::payroll::tijdvak::Aangiftetijdvak;
use crate::unit::Year;

/// All wage returns of one employer that matter for one year: the year itself, the one before and
/// the second before.
///
/// Messages are added in any order, with the same result. They count in the order in which they were
/// made (`DatTdAanm`), or filed where the caller knows that day.
///
/// - A full return overwrites what earlier messages say of its `LhNr` and period. A supplement and a
///   correction change or add the relations that they name, and withdraw others.
/// - What was filed after 1 May of the next year is dropped first (Wfsv 34 lid 7, 38e lid 3).
/// - The same message again counts once.
///
/// Memory grows with the relations of the employer's messages: 56 bytes each, and each personnel
/// number once.
///
/// ```
/// use banenafspraak::Year;
/// use banenafspraak::payroll::loonaangifte::{EmployerReturns, FiscalNumber, Identity, Message};
/// use banenafspraak::payroll::{Attributions, Register};
///
/// # let january = |id: &str, made: &str, hours: &str| format!(r#"<Loonaangifte version="2.0"
/// #   xmlns="http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01">
/// #   <Bericht><IdBer>{id}</IdBer><DatTdAanm>{made}T09:30:00</DatTdAanm></Bericht>
/// #   <AdministratieveEenheid><LhNr>111222333L01</LhNr>
/// #     <TijdvakAangifte><DatAanvTv>2026-01-01</DatAanvTv><DatEindTv>2026-01-31</DatEindTv>
/// #       <VolledigeAangifte><CollectieveAangifte/><InkomstenverhoudingInitieel>
/// #         <NumIV>1</NumIV><DatAanv>2025-05-01</DatAanv><PersNr>17</PersNr>
/// #         <NatuurlijkPersoon><SofiNr>123456782</SofiNr></NatuurlijkPersoon>
/// #         <Inkomstenperiode><DatAanv>2026-01-01</DatAanv><SrtIV>15</SrtIV><CdAard>1</CdAard>
/// #         </Inkomstenperiode>
/// #         <Werknemersgegevens><PrlnAofAnwLg>1980.50</PrlnAofAnwLg><PrlnAofAnwHg>0</PrlnAofAnwHg>
/// #         <PrlnAofAnwUit>0</PrlnAofAnwUit><AantVerlU>{hours}</AantVerlU>
/// #         </Werknemersgegevens>
/// #       </InkomstenverhoudingInitieel></VolledigeAangifte>
/// #     </TijdvakAangifte></AdministratieveEenheid></Loonaangifte>"#);
/// // Two full returns of January of one worker: of 110 hours, and in March of 90.
/// let (first, second) = (january("1", "2026-02-10", "110"), january("2", "2026-03-10", "90"));
/// let employer = FiscalNumber::new("111222333").unwrap();
/// let mut returns = EmployerReturns::new(Year::new(2026)?, employer);
/// returns.add(Message::read(second.as_bytes())?)?; // in any order
/// returns.add(Message::read(first.as_bytes())?)?;
/// let settled = returns.settle()?;
/// assert_eq!(settled.notes[0].code(), "superseded");
///
/// let key = |who: Identity<'_>| who.key();
/// let totals = settled.totals(&Register::new(), &Attributions::new(), key)?;
/// assert_eq!((&*totals.employer, totals.hours.paid_hours().to_string()), ("111222333", "90".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct EmployerReturns {
    year: Year,
    employer: FiscalNumber,
    allow: Allow,
    names: Names,
    messages: Vec<Filed>,
    skipped: u64,
}

/// A message, and when it was filed.
#[derive(Clone)]
struct Filed {
    on: Date,
    head: Head,
    parts: Vec<Part>,
    relations: Vec<Kept>,
}

impl core::fmt::Debug for Filed {
    /// Nothing of its relations: they are personal data.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Filed").field("head", &self.head).finish_non_exhaustive()
    }
}

impl Filed {
    /// The order of messages: by the day of filing, then as they were made.
    const fn order(&self) -> (Date, Timestamp) {
        (self.on, self.head.made())
    }

    /// The relations of a part.
    fn relations(&self, part: usize) -> impl Iterator<Item = Kept> {
        let of_part = move |relation: &&Kept| usize::from(relation.part) == part;
        self.relations.iter().filter(of_part).copied()
    }
}

impl EmployerReturns {
    /// No messages yet.
    pub fn new(year: Year, employer: FiscalNumber) -> Self {
        Self {
            year,
            employer,
            allow: Allow::default(),
            names: Names::default(),
            messages: Vec::new(),
            skipped: 0,
        }
    }

    /// The same returns, in which periods of one relation that share a day are no error, if that is
    /// allowed. A relation is reported once in a period, so repeats there are none.
    #[must_use]
    pub const fn allowing(mut self, allow: Allow) -> Self {
        self.allow = allow;
        self
    }

    /// Adds a message; the day on which it was made is that of its filing.
    ///
    /// # Errors
    ///
    /// [`Conflict::OtherEmployer`] for a message of another employer.
    pub fn add(&mut self, message: Message) -> Result<(), Conflict> {
        let made_on = message.head.made_on();
        self.add_filed_on(message, made_on)
    }

    /// Adds a message that was filed on a day. Of two messages of one day the one that was made later
    /// is the later one.
    ///
    /// # Errors
    ///
    /// [`Conflict::OtherEmployer`] for a message of another employer.
    pub fn add_filed_on(&mut self, message: Message, filed_on: Date) -> Result<(), Conflict> {
        let Message { head, parts, mut relations, names } = message;
        let (lh_nr, employer) = (head.lh_nr(), self.employer);
        if lh_nr.fiscal_number() != employer {
            return Err(Conflict::OtherEmployer { lh_nr, employer });
        }
        let all = relations.len();
        relations.retain(|relation| {
            let part = parts.get(usize::from(relation.part));
            part.is_some_and(|part| years_before(self.year, part.period).is_some())
        });
        // Counts of what is in memory.
        let skipped = all.saturating_sub(relations.len());
        self.skipped = self.skipped.saturating_add(skipped.try_into().unwrap_or(u64::MAX));
        let numbers = self.names.take(&names);
        for relation in &mut relations {
            relation.personnel_number = relation.personnel_number.and_then(|number| {
                let at = usize::try_from(number.get()).ok()?.checked_sub(1)?;
                *numbers.get(at)?
            });
        }
        relations.shrink_to_fit();
        self.messages.push(Filed { on: filed_on, head, parts, relations });
        Ok(())
    }

    /// Puts the messages in order, and applies each to what those before it say.
    ///
    /// # Errors
    ///
    /// A [`Conflict`]: two messages that are one by their names and have other content, two of the
    /// same instant about one period, or a relation that is two others.
    pub fn settle(mut self) -> Result<Settled, Conflict> {
        self.messages.sort_by(|one, other| {
            one.order().cmp(&other.order()).then_with(|| one.head.cmp(&other.head))
        });
        let mut notes = Vec::new();
        self.drop_repeats(&mut notes)?;
        let of_periods = self.parts_of_periods(&mut notes)?;
        self.list_elfproef(&of_periods, &mut notes);
        let mut settled = Settled::new(self.year, self.employer, self.allow);
        for ((lh_nr, period), parts) in &of_periods {
            self.settle_period(*lh_nr, *period, parts, &mut settled, &mut notes)?;
        }
        // An administration whose returns all came too late covers nothing.
        for message in &self.messages {
            let matter = |part: &Part| matches!(years_before(self.year, part.period), Some(0 | 1));
            if message.parts.iter().any(matter) {
                settled.covered.entry(message.head.lh_nr()).or_default();
            }
        }
        settled.skipped = self.skipped;
        settled.names = self.names;
        settled.heads = self.messages.into_iter().map(|message| message.head).collect();
        settled.notes = notes;
        Ok(settled)
    }

    /// Keeps the first of messages that are the same: IdBer, LhNr and DatTdAanm, and all that was
    /// read of them.
    fn drop_repeats(&mut self, notes: &mut Vec<Note>) -> Result<(), Conflict> {
        let mut first: HashMap<Head, usize, Hashing> = HashMap::default();
        let mut kept: Vec<Filed> = Vec::with_capacity(self.messages.len());
        for message in self.messages.drain(..) {
            match first.get(&message.head).and_then(|place| kept.get(*place)) {
                None => {
                    first.insert(message.head.clone(), kept.len());
                    kept.push(message);
                }
                Some(same)
                    if (&same.parts, &same.relations) == (&message.parts, &message.relations) =>
                {
                    notes.push(Note::Repeated { message: message.head });
                }
                Some(_) => return Err(Conflict::OtherContent { message: message.head }),
            }
        }
        self.messages = kept;
        Ok(())
    }

    /// The parts that count, by administration and period, in the order of their messages.
    fn parts_of_periods(&self, notes: &mut Vec<Note>) -> Result<OfPeriods, Conflict> {
        let mut of_periods = OfPeriods::new();
        for (place, message) in self.messages.iter().enumerate() {
            for (part, Part { period, .. }) in message.parts.iter().enumerate() {
                let period = *period;
                if years_before(self.year, period).is_none() {
                    continue;
                }
                if is_late(message.on, period) {
                    let (message, filed_on) = (message.head.clone(), message.on);
                    notes.push(Note::Late { message, period, filed_on });
                    continue;
                }
                let parts = of_periods.entry((message.head.lh_nr(), period)).or_default();
                let before = parts.last().filter(|(before, _)| *before != place);
                if let Some(before) = before.and_then(|(before, _)| self.messages.get(*before)) {
                    if before.order() == message.order() {
                        let (first, second) = (before.head.clone(), message.head.clone());
                        return Err(Conflict::EqualInstants { first, second, period });
                    }
                }
                parts.push((place, part));
            }
        }
        Ok(of_periods)
    }

    /// Lists the relations whose SofiNr fails the elfproef, each once.
    fn list_elfproef(&self, of_periods: &OfPeriods, notes: &mut Vec<Note>) {
        let mut counted: Vec<(usize, usize)> = of_periods.values().flatten().copied().collect();
        counted.sort_unstable();
        let mut listed = BTreeSet::new();
        for (place, part) in counted {
            let Some(message) = self.messages.get(place) else { continue };
            let Some(Part { period, .. }) = message.parts.get(part) else { continue };
            for Kept { bsn, number, place, .. } in message.relations(part) {
                let Some(bsn) = bsn else { continue };
                let fails = SofiNr::unpacked(bsn).is_some_and(|bsn| !bsn.passes_elfproef());
                if fails && listed.insert((message.head.lh_nr(), number, bsn)) {
                    let message = message.head.clone();
                    notes.push(Note::FailsElfproef { message, period: *period, number, place });
                }
            }
        }
    }

    /// Applies the parts of one administration and period, in order.
    fn settle_period(
        &self,
        lh_nr: LhNr,
        period: Aangiftetijdvak,
        parts: &[(usize, usize)],
        settled: &mut Settled,
        notes: &mut Vec<Note>,
    ) -> Result<(), Conflict> {
        let mut ledger = Ledger::default();
        // The messages that say something of it since the last full return, and whether there was one.
        let mut since: Vec<&Head> = Vec::new();
        let mut has_full = false;
        for (place, part) in parts {
            let Some(message) = self.messages.get(*place) else { continue };
            let Some(Part { kind, checks, .. }) = message.parts.get(*part) else { continue };
            let head = &message.head;
            let number = u32::try_from(*place).unwrap_or(u32::MAX);
            let of_message = |relation: Kept| Kept { message: number, ..relation };
            if *kind == PartKind::Full {
                for earlier in since.drain(..) {
                    let (message, by) = (earlier.clone(), head.clone());
                    notes.push(Note::Superseded { message, period, by });
                }
                ledger.overwrite(message.relations(*part).map(of_message));
                has_full = true;
                for (element, check) in TOTALS.into_iter().zip(checks) {
                    let Some((total, sum)) = check.difference() else { continue };
                    let message = head.clone();
                    notes.push(Note::TotalDiffers { message, period, element, total, sum });
                }
            } else {
                for relation in message.relations(*part) {
                    let Kept { number, place, .. } = relation;
                    let Ok(found) = ledger.change(of_message(relation)) else {
                        let message = head.clone();
                        return Err(Conflict::TwoPredecessors { message, period, number });
                    };
                    if !found && relation.facts.is_none() {
                        let message = head.clone();
                        notes.push(Note::NothingWithdrawn { message, period, number, place });
                    }
                }
            }
            if since.last() != Some(&head) {
                since.push(head);
            }
        }
        if has_full {
            // The second year before asks for no coverage.
            if let Some(before) = years_before(self.year, period).filter(|before| *before < 2) {
                settled.covered.entry(lh_nr).or_default().add(before, period);
            }
        } else {
            notes.extend(
                since
                    .into_iter()
                    .map(|message| Note::WithoutFullReturn { message: message.clone(), period }),
            );
        }
        settled.replaced = settled.replaced.saturating_add(ledger.replaced);
        settled.relations.push((lh_nr, period, ledger.into_relations()));
        Ok(())
    }
}

/// By administration and period the parts, each as a message and which of its parts.
type OfPeriods = BTreeMap<(LhNr, Aangiftetijdvak), Vec<(usize, usize)>>;

/// Whether a return over the period, filed on the day, does not count.
fn is_late(filed_on: Date, period: Aangiftetijdvak) -> bool {
    let dates = QuotumDates::of(period.year());
    filed_on > dates.wage_returns_filed_by
}
