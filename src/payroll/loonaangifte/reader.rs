//! The message as a stream of elements, and the records in it.

use core::fmt;
use std::io::Read;

use jiff::civil::Date;
use quick_xml::NsReader;
use quick_xml::errors::{Error as XmlError, IllFormedError};
use quick_xml::events::Event;
use quick_xml::name::{Namespace, ResolveResult};

use super::element::Element;
use super::error::{WageReturnError, WageReturnProblem};
use super::guard::{Guard, LONGEST, Opened};
use super::relation::{self, Identity, IncomePeriod, Relation};
use crate::error::{Error, Field};
use crate::payroll::record::{Record, Values};
use crate::payroll::tijdvak::Aangiftetijdvak;

/// How deep elements may be nested: a wage return needs seven.
const DEEPEST: usize = 64;
/// The bytes of an element that holds a number, a date or a code: far more than any has.
const LONGEST_VALUE: usize = 256;
/// The namespace of a wage return, before its year.
const NAMESPACE: &[u8] = b"http://xml.belastingdienst.nl/schemas/Loonaangifte/";

/// A wage return (loonaangifte), read record by record.
///
/// The employer's key is its number (LhNr). The person's key is the caller's: a closure makes it
/// of the [`Identity`], so that no BSN is kept. A record is filed on the message's date, its
/// relation is the number of the inkomstenverhouding (NumIV), and a withdrawal is a record of
/// nothing, so that [`Payroll::with_corrections`](crate::payroll::Payroll::with_corrections)
/// lets later messages replace earlier ones.
///
/// ```
/// use banenafspraak::payroll::loonaangifte::{Identity, WageReturn};
///
/// let message = r#"<?xml version="1.0" encoding="UTF-8"?>
/// <Loonaangifte xmlns="http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01" version="2.0">
///   <Bericht><DatTdAanm>2026-02-10T09:30:00</DatTdAanm></Bericht>
///   <AdministratieveEenheid>
///     <LhNr>111222333L01</LhNr>
///     <TijdvakAangifte>
///       <DatAanvTv>2026-01-01</DatAanvTv><DatEindTv>2026-01-31</DatEindTv>
///       <VolledigeAangifte>
///         <InkomstenverhoudingInitieel>
///           <NumIV>1</NumIV><DatAanv>2025-05-01</DatAanv><PersNr>17</PersNr>
///           <Inkomstenperiode>
///             <DatAanv>2026-01-01</DatAanv><SrtIV>15</SrtIV><CdAard>1</CdAard>
///           </Inkomstenperiode>
///           <Werknemersgegevens>
///             <PrlnAofAnwLg>1980.50</PrlnAofAnwLg><AantVerlU>110</AantVerlU>
///           </Werknemersgegevens>
///         </InkomstenverhoudingInitieel>
///       </VolledigeAangifte>
///     </TijdvakAangifte>
///   </AdministratieveEenheid>
/// </Loonaangifte>"#;
///
/// let pseudonym = |identity: Identity<'_>| format!("p-{}", identity.personnel_number.unwrap());
/// let mut wage_return = WageReturn::new(message.as_bytes(), pseudonym)?;
/// let record = wage_return.read()?.unwrap();
/// assert_eq!((record.employer, record.person), ("111222333L01", "p-17"));
/// assert_eq!(record.period.to_string(), "2026-01");
/// assert_eq!(record.paid_hours.to_string(), "110");
/// assert!(wage_return.read()?.is_none());
/// # Ok::<(), banenafspraak::payroll::loonaangifte::WageReturnError>(())
/// ```
pub struct WageReturn<R: Read, P> {
    xml: NsReader<Guard<R>>,
    person: P,
    event: Vec<u8>,
    /// The elements that are open, and the text of the innermost.
    open: Vec<Element>,
    text: String,
    ended: bool,
    message: Message,
    relation: Relation,
    /// The keys of the last record.
    employer_key: String,
    person_key: String,
}

/// What is known of the message so far.
#[derive(Debug, Default)]
struct Message {
    filed_on: Option<Date>,
    employer: String,
    first_day: Option<Date>,
    last_day: Option<Date>,
    /// Whether the root has begun.
    seen: bool,
}

impl<R: Read, P> fmt::Debug for WageReturn<R, P> {
    /// Nothing of the message: it holds personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WageReturn").finish_non_exhaustive()
    }
}

impl<R: Read, P: FnMut(Identity<'_>) -> String> WageReturn<R, P> {
    /// Opens a message; `person` makes a person's key of the identity that the return gives.
    ///
    /// # Errors
    ///
    /// A [`WageReturnError`] for an encoding other than UTF-8 and ISO 8859-1, or a failing reader.
    pub fn new(input: R, person: P) -> Result<Self, WageReturnError> {
        let failed = |problem| WageReturnError { position: 0, problem };
        let guard = match Guard::open(input) {
            Ok(Opened::Guard(guard)) => guard,
            Ok(Opened::UnknownEncoding) => return Err(failed(WageReturnProblem::Encoding)),
            Err(error) => return Err(failed(failed_read(&error))),
        };
        let mut xml = NsReader::from_reader(guard);
        // An empty element is one that begins and ends.
        xml.config_mut().expand_empty_elements = true;
        Ok(Self {
            xml,
            person,
            event: Vec::new(),
            open: Vec::new(),
            text: String::new(),
            ended: false,
            message: Message::default(),
            relation: Relation::default(),
            employer_key: String::new(),
            person_key: String::new(),
        })
    }

    /// The next record; `None` at the end of the message.
    ///
    /// # Errors
    ///
    /// A [`WageReturnError`]: the rest of the message cannot be read either.
    pub fn read(&mut self) -> Result<Option<Record<'_>>, WageReturnError> {
        match self.next() {
            Ok(Some(values)) => Ok(Some(values.of(&self.employer_key, &self.person_key))),
            Ok(None) => Ok(None),
            Err(problem) => {
                self.ended = true;
                Err(WageReturnError { position: self.xml.buffer_position(), problem })
            }
        }
    }

    fn next(&mut self) -> Result<Option<Values>, WageReturnProblem> {
        while !self.ended {
            let mut event = core::mem::take(&mut self.event);
            event.clear();
            let step = self.step(&mut event);
            self.event = event;
            if let Some(values) = step? {
                return Ok(Some(values));
            }
        }
        Ok(None)
    }

    /// One event; a record where it ends one.
    fn step(&mut self, buffer: &mut Vec<u8>) -> Result<Option<Values>, WageReturnProblem> {
        self.xml.get_mut().begin();
        let (namespace, event) = match self.xml.read_resolved_event_into(buffer) {
            Ok(resolved) => resolved,
            Err(error) => {
                let problem = malformed(&error);
                let exceeded = self.xml.get_mut().exceeded();
                let too_long = WageReturnProblem::TooLong { limit: LONGEST };
                return Err(if exceeded { too_long } else { problem });
            }
        };
        match event {
            Event::Start(tag) => {
                let is_ours = match namespace {
                    ResolveResult::Bound(Namespace(name)) => name.starts_with(NAMESPACE),
                    _ => false,
                };
                let named = Element::named(tag.local_name().as_ref());
                self.start(if is_ours { named } else { Element::Other })?;
                Ok(None)
            }
            Event::End(_) => self.end(),
            Event::Text(text) => {
                let text = text.decode().map_err(|_| WageReturnProblem::Encoding)?;
                self.add(&text)?;
                Ok(None)
            }
            Event::CData(text) => {
                let text = text.decode().map_err(|_| WageReturnProblem::Encoding)?;
                self.add(&text)?;
                Ok(None)
            }
            Event::GeneralRef(entity) => {
                let name = entity.decode().map_err(|_| WageReturnProblem::Encoding)?;
                let character = match &*name {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => entity.resolve_char_ref().ok().flatten(),
                };
                let character = character.ok_or(WageReturnProblem::UnknownEntity)?;
                self.add(character.encode_utf8(&mut [0; 4]))?;
                Ok(None)
            }
            Event::DocType(_) => Err(WageReturnProblem::DocumentType),
            Event::Eof if self.open.is_empty() && self.message.seen => {
                self.ended = true;
                Ok(None)
            }
            Event::Eof => Err(WageReturnProblem::Truncated),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Ok(None),
        }
    }

    fn start(&mut self, named: Element) -> Result<(), WageReturnProblem> {
        if self.open.is_empty() && (named != Element::Loonaangifte || self.message.seen) {
            return Err(WageReturnProblem::NotAWageReturn);
        }
        self.message.seen = true;
        if self.open.len() >= DEEPEST {
            return Err(WageReturnProblem::TooDeep { limit: DEEPEST });
        }
        let parent = self.open.last().copied();
        let element = if named.belongs_in(parent) { named } else { Element::Other };
        match element {
            Element::TijdvakAangifte | Element::TijdvakCorrectie => {
                (self.message.first_day, self.message.last_day) = (None, None);
            }
            Element::InkomstenverhoudingInitieel | Element::InkomstenverhoudingIntrekking => {
                self.relation = Relation::default();
            }
            Element::Inkomstenperiode => self.relation.periods.push(IncomePeriod::default()),
            _ => {}
        }
        self.text.clear();
        self.open.push(element);
        Ok(())
    }

    /// Text of the innermost element, if it is needed.
    fn add(&mut self, text: &str) -> Result<(), WageReturnProblem> {
        if matches!(self.open.last(), None | Some(Element::Other)) {
            return Ok(());
        }
        self.text.push_str(text);
        // Between elements there is white space only, of any length.
        if self.text.trim().is_empty() {
            self.text.clear();
        }
        if self.text.len() > LONGEST_VALUE {
            return Err(WageReturnProblem::TooLong { limit: LONGEST_VALUE });
        }
        Ok(())
    }

    fn end(&mut self) -> Result<Option<Values>, WageReturnProblem> {
        let element = self.open.pop().unwrap_or(Element::Other);
        let text = core::mem::take(&mut self.text);
        let value = text.trim();
        match element {
            Element::InkomstenverhoudingInitieel => {
                let period = self.message.period()?;
                let values = self.relation.values(period, self.message.filed_on)?;
                return self.record(values).map(Some);
            }
            Element::InkomstenverhoudingIntrekking => {
                let period = self.message.period()?;
                let values = self.relation.withdrawn(period, self.message.filed_on)?;
                return self.record(values).map(Some);
            }
            element => self.set(element, value)?,
        }
        // Kept for the next value.
        self.text = text;
        self.text.clear();
        Ok(None)
    }

    /// The value of an element that has ended.
    fn set(&mut self, element: Element, value: &str) -> Result<(), WageReturnProblem> {
        let name = element.name();
        let relation = &mut self.relation;
        let income = relation.periods.last_mut();
        match (element, income) {
            (Element::DatTdAanm, _) => self.message.filed_on = Some(relation::day(name, value)?),
            (Element::LhNr, _) => {
                relation::employer_number(value)?;
                value.clone_into(&mut self.message.employer);
            }
            (Element::DatAanvTv, _) => self.message.first_day = Some(relation::day(name, value)?),
            (Element::DatEindTv, _) => self.message.last_day = Some(relation::day(name, value)?),
            (Element::NumIV, _) => {
                let number = value.parse::<u32>();
                let reason = "not a whole number";
                let refused = WageReturnProblem::Refused { element: name, reason };
                relation.number = Some(number.map_err(|_| refused)?);
            }
            (Element::PersNr, _) => value.clone_into(&mut relation.personnel_number),
            (Element::SofiNr, _) => {
                let bsn = value.parse();
                let field = Field::new("SofiNr");
                relation.bsn = Some(bsn.map_err(|error: Error| error.about(field))?);
            }
            // Of the relation where it stands in that, of the inkomstenperiode where in this.
            (Element::DatAanv, income) => {
                let day = Some(relation::day(name, value)?);
                match (self.open.last(), income) {
                    (Some(Element::Inkomstenperiode), Some(income)) => income.begins = day,
                    _ => relation.begins = day,
                }
            }
            (Element::SrtIV, Some(income)) => income.income = Some(relation::income(value)?),
            (Element::CdAard, Some(income)) => {
                income.employment = Some(relation::employment(value)?);
            }
            (Element::IndAvrLkvDgBafSb, Some(income)) => match value {
                "J" => income.asks_lkv = true,
                "N" | "" => {}
                _ => {
                    let reason = "neither J nor N";
                    return Err(WageReturnProblem::Refused { element: name, reason });
                }
            },
            (Element::PrlnAofAnwLg | Element::PrlnAofAnwHg | Element::PrlnAofAnwUit, _) => {
                let wage = relation.premium_wage.unwrap_or_default();
                relation.premium_wage = Some(wage.plus(relation::amount(name, value)?)?);
            }
            (Element::AantVerlU, _) => relation.paid_hours = Some(relation::whole_hours(value)?),
            _ => {}
        }
        Ok(())
    }

    fn record(&mut self, values: Values) -> Result<Values, WageReturnProblem> {
        if self.message.employer.is_empty() {
            return Err(WageReturnProblem::Missing { element: "LhNr" });
        }
        self.employer_key.clone_from(&self.message.employer);
        self.person_key = (self.person)(self.relation.identity()?);
        if self.person_key.is_empty() {
            let reason = "the key made of it is empty";
            return Err(WageReturnProblem::Refused { element: "NatuurlijkPersoon", reason });
        }
        Ok(values)
    }
}

impl Message {
    fn period(&self) -> Result<Aangiftetijdvak, WageReturnProblem> {
        let missing = |element| WageReturnProblem::Missing { element };
        let first = self.first_day.ok_or(missing("DatAanvTv"))?;
        relation::period(first, self.last_day.ok_or(missing("DatEindTv"))?)
    }
}

/// What the XML reader found; its own words could quote the message.
fn malformed(error: &XmlError) -> WageReturnProblem {
    let reason = match error {
        XmlError::Io(error) => return failed_read(error),
        XmlError::Encoding(_) => return WageReturnProblem::Encoding,
        XmlError::IllFormed(IllFormedError::MissingEndTag(_)) => {
            return WageReturnProblem::Truncated;
        }
        XmlError::IllFormed(_) => "elements do not begin and end in pairs",
        XmlError::Syntax(_) => "a tag or comment that does not end",
        XmlError::InvalidAttr(_) => "an attribute that is none",
        XmlError::Escape(_) => "an entity that is none",
        XmlError::Namespace(_) => "a namespace that is not declared",
    };
    WageReturnProblem::Malformed { reason }
}

fn failed_read(error: &std::io::Error) -> WageReturnProblem {
    WageReturnProblem::Read { message: error.to_string().into() }
}
