//! The message as a stream of XML: what is well-formed, and within its bounds.

use core::fmt;
use std::io::Read;

use quick_xml::NsReader;
use quick_xml::errors::{Error as XmlError, IllFormedError};
use quick_xml::events::Event;
use quick_xml::name::{Namespace, ResolveResult};

use super::element::{self, Element, Open};
use super::error::{WageReturnError, WageReturnProblem};
use super::guard::{Guard, LONGEST, Opened};
use super::message::Message;
use super::relation::Identity;
use crate::payroll::record::{Record, Values};

/// How deep elements may be nested: a wage return needs seven.
const DEEPEST: usize = 64;
/// The bytes of an element that holds a number, a date or a code: far more than any has.
const LONGEST_VALUE: usize = 256;
/// How many namespaces an element may declare: each is looked through for every element in it.
const MOST_NAMESPACES: usize = 8;

/// A wage return (loonaangifte), read record by record.
///
/// The employer's key is its number (LhNr). The person's key is the caller's: a closure makes it
/// of the [`Identity`], so that no BSN is kept.
///
/// ```
/// # let message = r#"<Loonaangifte version="2.0"
/// #   xmlns="http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01">
/// #   <Bericht><DatTdAanm>2026-02-10T09:30:00</DatTdAanm></Bericht>
/// #   <AdministratieveEenheid><LhNr>111222333L01</LhNr>
/// #     <TijdvakAangifte><DatAanvTv>2026-01-01</DatAanvTv><DatEindTv>2026-01-31</DatEindTv>
/// #       <VolledigeAangifte><InkomstenverhoudingInitieel>
/// #         <NumIV>1</NumIV><DatAanv>2025-05-01</DatAanv><PersNr>17</PersNr>
/// #         <NatuurlijkPersoon><SofiNr>123456782</SofiNr></NatuurlijkPersoon>
/// #         <Inkomstenperiode><DatAanv>2026-01-01</DatAanv><SrtIV>15</SrtIV><CdAard>1</CdAard>
/// #         </Inkomstenperiode>
/// #         <Werknemersgegevens><PrlnAofAnwLg>1980.50</PrlnAofAnwLg><AantVerlU>110</AantVerlU>
/// #         </Werknemersgegevens>
/// #       </InkomstenverhoudingInitieel></VolledigeAangifte>
/// #     </TijdvakAangifte></AdministratieveEenheid></Loonaangifte>"#;
/// use banenafspraak::payroll::loonaangifte::{Identity, WageReturn};
///
/// // `message` is a wage return of one worker, as in the example of the module.
/// let key = |identity: Identity<'_>| format!("p-{}", identity.personnel_number.unwrap_or("none"));
/// let mut wage_return = WageReturn::new(message.as_bytes(), key)?;
/// while let Some(record) = wage_return.read()? {
///     assert_eq!((record.person, record.paid_hours.to_string()), ("p-17", "110".into()));
/// }
/// # Ok::<(), banenafspraak::payroll::loonaangifte::WageReturnError>(())
/// ```
pub struct WageReturn<R: Read, P> {
    xml: NsReader<Guard<R>>,
    event: Vec<u8>,
    /// The elements that are open, and the text of the innermost.
    open: Vec<Open>,
    text: String,
    /// Whether the root has begun, and whether there is nothing more to read.
    begun: bool,
    ended: bool,
    message: Message,
    person: P,
    person_key: String,
    /// The number of the relation.
    relation_key: String,
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
    /// ```
    /// use banenafspraak::payroll::loonaangifte::{Identity, WageReturn};
    ///
    /// let message = br#"<?xml version="1.0" encoding="UTF-16"?><Loonaangifte/>"#;
    /// let error = WageReturn::new(&message[..], |_: Identity<'_>| "p-17".to_owned()).unwrap_err();
    /// assert_eq!((error.position, error.code()), (0, "encoding"));
    /// ```
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
        xml.resolver_mut().set_max_declarations_per_element(MOST_NAMESPACES);
        Ok(Self {
            xml,
            event: Vec::new(),
            open: Vec::new(),
            text: String::new(),
            begun: false,
            ended: false,
            message: Message::default(),
            person,
            person_key: String::new(),
            relation_key: String::new(),
        })
    }

    /// The next record; `None` at the end of the message.
    ///
    /// ```
    /// use banenafspraak::payroll::loonaangifte::{Identity, WageReturn};
    ///
    /// let key = |_: Identity<'_>| "p-17".to_owned();
    /// let mut wage_return = WageReturn::new(&b"<Verzuimmelding/>"[..], key)?;
    /// assert_eq!(wage_return.read().unwrap_err().code(), "not_a_wage_return");
    /// assert_eq!(wage_return.read()?, None); // there is nothing after an error
    /// # Ok::<(), banenafspraak::payroll::loonaangifte::WageReturnError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A [`WageReturnError`]: the rest of the message cannot be read either, and what was read of it
    /// is not all.
    pub fn read(&mut self) -> Result<Option<Record<'_>>, WageReturnError> {
        match self.next() {
            Ok(Some(values)) => {
                self.relation_key = self.message.relation_key();
                Ok(Some(values.of(self.message.employer(), &self.person_key, &self.relation_key)))
            }
            Ok(None) => Ok(None),
            Err(problem) => {
                self.ended = true;
                Err(WageReturnError { position: self.xml.get_mut().position(), problem })
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
                let named = match namespace {
                    ResolveResult::Bound(Namespace(name)) if element::is_wage_return(name) => {
                        Element::named(tag.local_name().as_ref())
                    }
                    _ => Element::Other,
                };
                self.start(named)?;
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
            Event::Eof if self.open.is_empty() && self.begun => {
                self.ended = true;
                Ok(None)
            }
            Event::Eof => Err(WageReturnProblem::Truncated),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Ok(None),
        }
    }

    fn start(&mut self, named: Element) -> Result<(), WageReturnProblem> {
        let refused = |element: Element, reason| {
            Err(WageReturnProblem::Refused { element: element.name(), reason })
        };
        if self.open.len() >= DEEPEST {
            return Err(WageReturnProblem::TooDeep { limit: DEEPEST });
        }
        let element = match self.open.last_mut() {
            None if named != Element::Loonaangifte || self.begun => {
                return Err(WageReturnProblem::NotAWageReturn);
            }
            None => named,
            Some(Open { element, .. }) if element.holds_a_value() => {
                return refused(*element, "holds an element, not a value");
            }
            Some(parent) if !named.belongs_in(parent.element) => Element::Other,
            Some(parent) => {
                if !parent.note(named) {
                    return refused(named, "stands twice");
                }
                named
            }
        };
        self.begun = true;
        self.message.begin(element)?;
        self.text.clear();
        self.open.push(Open::new(element));
        Ok(())
    }

    /// Text of the innermost element, if it is needed.
    fn add(&mut self, text: &str) -> Result<(), WageReturnProblem> {
        match self.open.last() {
            Some(open) if open.element.holds_a_value() => {}
            Some(_) => return Ok(()),
            None if text.trim().is_empty() => return Ok(()),
            None => {
                let reason = "text outside the root";
                return Err(WageReturnProblem::Malformed { reason });
            }
        }
        if self.text.len().saturating_add(text.len()) > LONGEST_VALUE {
            return Err(WageReturnProblem::TooLong { limit: LONGEST_VALUE });
        }
        self.text.push_str(text);
        Ok(())
    }

    /// The end of the innermost element; a record where it is a relation's.
    fn end(&mut self) -> Result<Option<Values>, WageReturnProblem> {
        let element = self.open.pop().map_or(Element::Other, |open| open.element);
        let values = match element {
            Element::InkomstenverhoudingInitieel => self.message.relation()?,
            Element::InkomstenverhoudingIntrekking => self.message.withdrawal()?,
            element if element.holds_a_value() => {
                let parent = self.open.last().map(|open| open.element);
                self.message.set(element, parent, self.text.trim())?;
                return Ok(None);
            }
            _ => return Ok(None),
        };
        self.person_key = (self.person)(self.message.identity()?);
        if self.person_key.is_empty() {
            let reason = "the key made of it is empty";
            return Err(WageReturnProblem::Refused { element: "NatuurlijkPersoon", reason });
        }
        Ok(Some(values))
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
        XmlError::IllFormed(IllFormedError::UnclosedReference) => "an entity that does not end",
        XmlError::IllFormed(_) => "elements do not begin and end in pairs",
        XmlError::Syntax(_) => "a tag or comment that does not end",
        XmlError::InvalidAttr(_) => "an attribute that is none",
        XmlError::Escape(_) => "an entity that is none",
        XmlError::Namespace(_) => "too many namespaces in one element, or a reserved one",
    };
    WageReturnProblem::Malformed { reason }
}

fn failed_read(error: &std::io::Error) -> WageReturnProblem {
    WageReturnProblem::Read { message: error.to_string().into() }
}
