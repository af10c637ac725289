//! What counts of an employer's messages, and its totals.

use core::fmt;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::head::Head;
use super::message::Kept;
use super::names::Names;
use super::note::Note;
use super::number::{FiscalNumber, LhNr, SofiNr};
use super::relation::Identity;
use crate::language::{In, Language};
use crate::payroll::checks::{Allow, Findings};
use crate::payroll::coverage::{Covered, EmployerDays};
use crate::payroll::filings::Filings;
use crate::payroll::lending::Attributions;
use crate::payroll::mismatch::Mismatch;
#[cfg_attr(not(doc), expect(unused_imports, reason = "for a link"))]
use crate::payroll::mismatch::MismatchKind;
use crate::payroll::record::Entry;
use crate::payroll::register::Register;
use crate::payroll::sources::{Joined, Sources};
use crate::payroll::sums::{Sums, years_before};
use crate::payroll::tijdvak::Aangiftetijdvak;
use crate::payroll::totals::{EmployerTotals, Found, OfYear};
use crate::unit::Year;

/// The relations that count of an employer's messages, as [`EmployerReturns`](super::EmployerReturns)
/// puts them together.
#[non_exhaustive]
pub struct Settled {
    /// What the reader of a list should know of the messages.
    pub notes: Vec<Note>,
    /// How many relations were of other years than the year and the two before.
    pub skipped: u64,
    year: Year,
    employer: FiscalNumber,
    allow: Allow,
    pub(super) names: Names,
    /// The messages by number.
    pub(super) heads: Vec<Head>,
    /// By administration and period.
    pub(super) relations: Vec<(LhNr, Aangiftetijdvak, Vec<Kept>)>,
    pub(super) covered: BTreeMap<LhNr, Covered>,
    pub(super) replaced: usize,
}

/// A person as a list names it: by a relation and its message. The message says whose it is.
///
/// See [`Settled::person_names`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PersonName {
    /// The number of the relation (`NumIV`).
    pub number: u16,
    /// The place of the relation among those of the message, counted from one: many have one number.
    pub place: u32,
    /// The message that reports it.
    pub message: Head,
}

impl PersonName {
    /// The person by relation and message, in this language.
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }
}

impl fmt::Display for In<&PersonName> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, PersonName { number, place, message }) = *self;
        let (relation, of) = match language {
            Language::En => ("relation", "of"),
            Language::Nl => ("inkomstenverhouding", "van"),
        };
        write!(f, "NumIV {number} ({relation} {place}) {of} {}", In(language, message))
    }
}

/// In English.
impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        In(Language::En, self).fmt(f)
    }
}

/// Who a relation is of.
fn identity<'n>(names: &'n Names, lh_nr: LhNr, relation: &Kept) -> Identity<'n> {
    Identity {
        lh_nr,
        bsn: relation.bsn.and_then(SofiNr::unpacked),
        personnel_number: relation.personnel_number.and_then(|name| names.get(name)),
    }
}

impl fmt::Debug for Settled {
    /// Nothing of the relations: they are personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settled").field("notes", &self.notes).finish_non_exhaustive()
    }
}

impl Settled {
    pub(super) fn new(year: Year, employer: FiscalNumber, allow: Allow) -> Self {
        Self {
            notes: Vec::new(),
            skipped: 0,
            year,
            employer,
            allow,
            names: Names::default(),
            heads: Vec::new(),
            relations: Vec::new(),
            covered: BTreeMap::new(),
            replaced: 0,
        }
    }

    /// How a list names persons without their BSN, by the key that `person` makes of an identity: of
    /// those whose key is `wanted`.
    ///
    /// ```
    /// use banenafspraak::Year;
    /// use banenafspraak::payroll::loonaangifte::{EmployerReturns, FiscalNumber, Identity, Message};
    ///
    /// # let message = r#"<Loonaangifte version="2.0"
    /// #   xmlns="http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01">
    /// #   <Bericht><IdBer>LA-7</IdBer><DatTdAanm>2026-02-10T09:30:00</DatTdAanm></Bericht>
    /// #   <AdministratieveEenheid><LhNr>111222333L01</LhNr>
    /// #     <TijdvakAangifte><DatAanvTv>2026-01-01</DatAanvTv><DatEindTv>2026-01-31</DatEindTv>
    /// #       <VolledigeAangifte><CollectieveAangifte/><InkomstenverhoudingInitieel>
    /// #         <NumIV>1</NumIV><DatAanv>2025-05-01</DatAanv><PersNr>17</PersNr>
    /// #         <NatuurlijkPersoon><SofiNr>123456782</SofiNr></NatuurlijkPersoon>
    /// #         <Inkomstenperiode><DatAanv>2026-01-01</DatAanv><SrtIV>15</SrtIV><CdAard>1</CdAard>
    /// #         </Inkomstenperiode>
    /// #         <Werknemersgegevens><PrlnAofAnwLg>1980.50</PrlnAofAnwLg><PrlnAofAnwHg>0</PrlnAofAnwHg>
    /// #         <PrlnAofAnwUit>0</PrlnAofAnwUit><AantVerlU>110</AantVerlU>
    /// #         </Werknemersgegevens>
    /// #       </InkomstenverhoudingInitieel></VolledigeAangifte>
    /// #     </TijdvakAangifte></AdministratieveEenheid></Loonaangifte>"#;
    /// // `message` is the wage return of one worker.
    /// let employer = FiscalNumber::new("111222333").unwrap();
    /// let mut returns = EmployerReturns::new(Year::new(2026)?, employer);
    /// returns.add(Message::read(message.as_bytes())?)?;
    /// let settled = returns.settle()?;
    /// let names = settled.person_names(|who: Identity<'_>| who.key(), |_| true);
    /// assert_eq!(
    ///     names["123456782"].to_string(),
    ///     "NumIV 1 (relation 1) of 111222333L01, message LA-7 of 2026-02-10T09:30:00"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn person_names(
        &self,
        person: impl FnMut(Identity<'_>) -> String,
        wanted: impl Fn(&str) -> bool,
    ) -> BTreeMap<String, PersonName> {
        self.names_in(|_, _| true, person, wanted)
    }

    /// The same of all who have a relation in a period that shares a day with another one of the
    /// administration: of whom a [`MismatchKind::OverlappingPeriods`] may be.
    pub fn overlap_names(
        &self,
        person: impl FnMut(Identity<'_>) -> String,
    ) -> BTreeMap<String, PersonName> {
        let overlaps = |lh_nr: LhNr, period: Aangiftetijdvak| {
            let others = self.relations.iter().filter(|other| other.0 == lh_nr);
            let mut others = others.map(|other| other.1).filter(|other| *other != period);
            others.any(|other| other.shares_a_day_with(period))
        };
        self.names_in(overlaps, person, |_| true)
    }

    fn names_in(
        &self,
        is_in: impl Fn(LhNr, Aangiftetijdvak) -> bool,
        mut person: impl FnMut(Identity<'_>) -> String,
        wanted: impl Fn(&str) -> bool,
    ) -> BTreeMap<String, PersonName> {
        let mut names = BTreeMap::new();
        for (lh_nr, period, relations) in &self.relations {
            if !is_in(*lh_nr, *period) {
                continue;
            }
            for relation in relations {
                let key = person(identity(&self.names, *lh_nr, relation));
                let place = usize::try_from(relation.message).unwrap_or(usize::MAX);
                let Some(message) = self.heads.get(place).filter(|_| wanted(&key)) else {
                    continue;
                };
                let Kept { number, place, .. } = *relation;
                let name = || PersonName { number, place, message: message.clone() };
                names.entry(key).or_insert_with(name);
            }
        }
        names
    }

    /// The totals of the employer: its administrations add up. Its key is the fiscal number.
    ///
    /// `person` makes the key of a person, by which the register and the attributions know it, of
    /// the identity in a return; [`Identity::key`] is the contract's. Of several relations of one
    /// person in one period the first day of employment decides on the wage base (Wet banenafspraak 6
    /// lid 8), whatever administrations they are of.
    ///
    /// Its coverage is that of each administration: full returns alone cover their period, one without
    /// relations too.
    ///
    /// # Errors
    ///
    /// A [`Mismatch`], as [`Payroll::totals`](crate::payroll::Payroll::totals).
    pub fn totals(
        self,
        register: &Register,
        attributions: &Attributions,
        person: impl FnMut(Identity<'_>) -> String,
    ) -> Result<EmployerTotals, Mismatch> {
        self.totals_within(EmployerDays::default(), register, attributions, person)
    }

    /// As [`totals`](Self::totals), joined with what is known of the employer; `None` if its fiscal
    /// number is not a key among the employers. Its totals are a [`Mismatch`] if the returns are of
    /// another year.
    pub fn join(
        self,
        sources: &Sources,
        person: impl FnMut(Identity<'_>) -> String,
    ) -> Option<Joined<'_>> {
        let employer = sources.employers.get(self.employer.as_str())?;
        let Sources { register, attributions, .. } = sources;
        let totals = match sources.of_this_year(self.year) {
            Ok(()) => self.totals_within(employer.days(), register, attributions, person),
            Err(error) => Err(Mismatch {
                employer: Arc::clone(&employer.key),
                kind: error.into(),
                persons: Box::default(),
            }),
        };
        Some(sources.joined(employer, totals))
    }

    /// As [`totals`](Self::totals), of an employer that was one between these days.
    ///
    /// # Errors
    ///
    /// As [`totals`](Self::totals).
    pub fn totals_within(
        self,
        days: EmployerDays,
        register: &Register,
        attributions: &Attributions,
        mut person: impl FnMut(Identity<'_>) -> String,
    ) -> Result<EmployerTotals, Mismatch> {
        let Self { year, names, .. } = self;
        let mut filings = Filings::default();
        for (lh_nr, period, relations) in self.relations {
            for kept in relations {
                let Some(facts) = kept.facts else { continue };
                let person = person(identity(&names, lh_nr, &kept));
                let relation = format!("{lh_nr}/{}", kept.number);
                // Hours and wages of ten digits are within their bounds.
                let Ok(entry) = facts.over(Entry::new(period)) else { continue };
                filings.push(person.as_bytes(), relation.as_bytes(), &entry);
            }
        }
        let mut sums = Sums::new();
        let mut findings = Findings::new(self.allow);
        filings.settle(&mut findings, |keys, entry, in_wage_base| {
            if let Some(before) = years_before(year, entry.period) {
                sums.add(before, keys, entry, in_wage_base, register);
            }
        });
        let covered: Vec<_> = self
            .covered
            .iter()
            .map(|(lh_nr, covered)| (Some(Arc::from(lh_nr.as_str())), *covered))
            .collect();
        OfYear { year, register, attributions, days }.totals(&Found {
            employer: self.employer.as_str(),
            sums: &sums,
            covered: &covered,
            finding: findings.into_first(),
            late: Vec::new(),
            replaced: self.replaced,
        })
    }
}
