//! The message as a stream of XML: what is well-formed, and within its bounds.

use std::io::{self, Read};

use quick_xml::NsReader;
use quick_xml::errors::{Error as XmlError, IllFormedError};
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};

use super::element::{self, Element, Open};
use super::error::{WageReturnError, WageReturnProblem};
use super::guard::{Guard, LONGEST, Opened};
use super::reasons;
use super::relation::Facts;
use super::state::State;
use crate::error::Excerpt;

/// How deep elements may be nested: a wage return needs seven.
const DEEPEST: usize = 64;
/// The bytes of an element that holds a number, a date or a code: far more than any has.
const LONGEST_VALUE: usize = 256;
/// How many namespaces an element may declare: each is looked through for every element in it.
const MOST_NAMESPACES: usize = 8;
/// How much of a namespace an error quotes.
const LONGEST_NAMESPACE: usize = 100;
/// The version of the message.
const VERSION: &str = "2.0";

/// A message, read element by element.
pub(super) struct Stream<R: Read> {
    xml: NsReader<Guard<R>>,
    event: Vec<u8>,
    /// The elements that are open, and the text of the innermost.
    open: Vec<Open>,
    text: String,
    /// Whether the root has begun, and whether there is nothing more to read.
    begun: bool,
    ended: bool,
    /// Whether a part has ended whose relations waited for its period.
    part_ended: bool,
    state: State,
}

/// What has ended, and is now known whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// `Bericht`, or the number of the administration.
    Head,
    /// A relation.
    Relation(Facts),
    /// A relation that is withdrawn.
    Withdrawal,
    /// A part: a `TijdvakAangifte` or a `TijdvakCorrectie`.
    Part,
}

impl<R: Read> Stream<R> {
    /// Opens a message.
    pub(super) fn new(input: R) -> Result<Self, WageReturnError> {
        let failed = |problem| WageReturnError { position: 0, problem, lh_nr: None };
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
            part_ended: false,
            state: State::default(),
        })
    }

    /// What was read so far.
    pub(super) const fn state(&mut self) -> &mut State {
        &mut self.state
    }

    /// The same problem, where it is; nothing is read after it.
    pub(super) fn fail(&mut self, problem: WageReturnProblem) -> WageReturnError {
        self.ended = true;
        WageReturnError {
            position: self.xml.get_mut().position(),
            problem,
            lh_nr: self.state.lh_nr,
        }
    }

    /// The next piece; `None` at the end of the message.
    pub(super) fn next(&mut self) -> Result<Option<Piece>, WageReturnError> {
        while !self.ended {
            if self.part_ended {
                return self.waiting().map(Some).map_err(|problem| self.fail(problem));
            }
            let mut event = core::mem::take(&mut self.event);
            event.clear();
            let step = self.step(&mut event);
            self.event = event;
            match step {
                Ok(None) => {}
                Ok(piece) => return Ok(piece),
                Err(problem) => return Err(self.fail(problem)),
            }
        }
        Ok(None)
    }

    /// One event; a piece where it ends one.
    fn step(&mut self, buffer: &mut Vec<u8>) -> Result<Option<Piece>, WageReturnProblem> {
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
                let namespace = match namespace {
                    ResolveResult::Bound(Namespace(name)) => name,
                    _ => &[],
                };
                let year = element::year_of(namespace);
                let named = if self.begun {
                    let own = year == Some(self.state.year);
                    if own { Element::named(tag.local_name().as_ref()) } else { Element::Other }
                } else {
                    self.state.year = root(&tag, namespace, year)?;
                    Element::Loonaangifte
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
            // After the root there is nothing.
            None if self.begun => {
                let reason = reasons::AFTER_THE_ROOT;
                return Err(WageReturnProblem::Malformed { reason });
            }
            None => named,
            Some(Open { element, .. }) if element.holds_a_value() => {
                return refused(*element, reasons::HOLDS_AN_ELEMENT);
            }
            Some(parent) if !named.belongs_in(parent.element) => {
                if named.holds_relations() && parent.element != Element::Other {
                    return refused(named, reasons::OUT_OF_PLACE);
                }
                Element::Other
            }
            Some(parent) => {
                if !parent.note(named) {
                    return refused(named, reasons::APPEARS_TWICE);
                }
                named
            }
        };
        self.begun = true;
        self.state.begin(element)?;
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
                let reason = reasons::OUTSIDE_THE_ROOT;
                return Err(WageReturnProblem::Malformed { reason });
            }
        }
        // Lengths of texts in memory.
        if self.text.len().saturating_add(text.len()) > LONGEST_VALUE {
            return Err(WageReturnProblem::TooLong { limit: LONGEST_VALUE });
        }
        self.text.push_str(text);
        Ok(())
    }

    /// The next relation that waited for the period of its part; after them the part.
    fn waiting(&mut self) -> Result<Piece, WageReturnProblem> {
        if let Some(is_withdrawn) = self.state.next_waiting() {
            return self.relation(is_withdrawn);
        }
        self.part_ended = false;
        Ok(Piece::Part)
    }

    /// The relation that was read last.
    fn relation(&mut self, is_withdrawn: bool) -> Result<Piece, WageReturnProblem> {
        if is_withdrawn {
            return self.state.part().map(|_| Piece::Withdrawal);
        }
        self.state.facts().map(Piece::Relation)
    }

    /// The end of the innermost element; a piece where it ends one.
    fn end(&mut self) -> Result<Option<Piece>, WageReturnProblem> {
        let Some(open) = self.open.pop() else { return Ok(None) };
        let missing = |element: Element| WageReturnProblem::Missing { element: element.name() };
        match open.element {
            Element::InkomstenverhoudingInitieel | Element::InkomstenverhoudingIntrekking => {
                let is_withdrawn = open.element == Element::InkomstenverhoudingIntrekking;
                if self.state.must_wait() {
                    self.state.wait(is_withdrawn)?;
                    return Ok(None);
                }
                return self.relation(is_withdrawn).map(Some);
            }
            Element::TijdvakAangifte | Element::TijdvakCorrectie => {
                self.state.part()?;
                self.part_ended = true;
            }
            Element::Bericht => return Ok(Some(Piece::Head)),
            Element::Inkomstenperiode => self.state.end_period()?,
            Element::VolledigeAangifte if !open.has(Element::CollectieveAangifte) => {
                return Err(missing(Element::CollectieveAangifte));
            }
            Element::AdministratieveEenheid
                if !open.has(Element::TijdvakAangifte) && !open.has(Element::TijdvakCorrectie) =>
            {
                return Err(missing(Element::TijdvakAangifte));
            }
            Element::Loonaangifte if !open.has(Element::AdministratieveEenheid) => {
                return Err(missing(Element::AdministratieveEenheid));
            }
            element if element.holds_a_value() => {
                let parent = self.open.last().map(|open| open.element);
                self.state.set(element, parent, self.text.trim())?;
                return Ok((element == Element::LhNr).then_some(Piece::Head));
            }
            _ => {}
        }
        Ok(None)
    }
}

/// The year of the message whose root this is.
fn root(
    tag: &BytesStart<'_>,
    namespace: &[u8],
    year: Option<u16>,
) -> Result<u16, WageReturnProblem> {
    if tag.local_name().as_ref() != Element::Loonaangifte.name().as_bytes() {
        return Err(WageReturnProblem::NotAWageReturn { root: name_of(tag) });
    }
    let Some(year) = year else {
        let namespace = quoted(namespace).chars().take(LONGEST_NAMESPACE).collect::<String>();
        return Err(WageReturnProblem::UnknownNamespace { namespace: namespace.into() });
    };
    let invalid = WageReturnProblem::Malformed { reason: reasons::BAD_ATTRIBUTE };
    let version = tag.try_get_attribute("version").map_err(|_| invalid)?;
    let version = version.as_ref().map_or(&[][..], |attribute| &attribute.value);
    if version.trim_ascii() != VERSION.as_bytes() {
        return Err(WageReturnProblem::UnknownVersion { version: excerpt(version) });
    }
    Ok(year)
}

fn name_of(tag: &BytesStart<'_>) -> Excerpt {
    excerpt(tag.local_name().as_ref())
}

fn excerpt(name: &[u8]) -> Excerpt {
    Excerpt::of(quoted(name))
}

/// A name for an error. More digits in a row than a year has could be a BSN: then none is quoted.
fn quoted(name: &[u8]) -> &str {
    let in_a_row = name.split(|byte| !byte.is_ascii_digit()).map(<[u8]>::len).max();
    core::str::from_utf8(name).ok().filter(|_| in_a_row <= Some(4)).unwrap_or("...")
}

/// What the XML reader found; its own words could quote the message.
fn malformed(error: &XmlError) -> WageReturnProblem {
    let reason = match error {
        XmlError::Io(error) => return failed_read(error),
        XmlError::Encoding(_) => return WageReturnProblem::Encoding,
        XmlError::IllFormed(IllFormedError::MissingEndTag(_)) => {
            return WageReturnProblem::Truncated;
        }
        XmlError::IllFormed(IllFormedError::UnclosedReference) => reasons::OPEN_ENTITY,
        XmlError::IllFormed(_) => reasons::NO_PAIRS,
        XmlError::Syntax(_) => reasons::OPEN_TAG,
        XmlError::InvalidAttr(_) => reasons::BAD_ATTRIBUTE,
        XmlError::Escape(_) => reasons::BAD_ENTITY,
        XmlError::Namespace(_) => reasons::BAD_NAMESPACE,
    };
    WageReturnProblem::Malformed { reason }
}

fn failed_read(error: &io::Error) -> WageReturnProblem {
    WageReturnProblem::Read { message: error.to_string().into() }
}
