//! Reads one object, an array, JSON Lines or a table of totals, and assesses each as it comes.

use std::io::{self, BufRead, Read as _};

use banenafspraak::contract::EmployerInput;
use banenafspraak::contract::NotJson;
use banenafspraak::dialects::{Dialect, DialectError, Given};
use banenafspraak::payroll::csv::{LineError, Problem};
use banenafspraak::tables::{TotalsReader, TotalsRow};
use banenafspraak::{EmployerYear, Language, Year, assess};
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::outcome::{Outcome, Place, Refusal};

/// An input with its place: an employer, or why there is none.
pub(crate) struct Input {
    pub(crate) place: Place,
    pub(crate) id: Option<String>,
    /// The year, if one could be read.
    pub(crate) year: Option<Year>,
    pub(crate) employer: Result<EmployerYear, Refusal>,
}

impl Input {
    /// Assessed by the published figures.
    pub(crate) fn assessed(self) -> Outcome {
        let result =
            self.employer.and_then(|employer| assess(&employer).map_err(Refusal::Contract));
        Outcome { place: self.place, id: self.id, year: self.year, result }
    }
}

/// What is done with each input, in their order.
type Each<'a> = dyn FnMut(Input) -> io::Result<()> + 'a;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// What should be known of a table of totals.
pub(crate) enum Note {
    /// It is not in the plain form: what was taken for what.
    Dialect(Dialect),
    /// Its last line has no line end: it may be cut off.
    CutOff,
}

impl Note {
    pub(crate) fn text(&self, language: Language) -> String {
        match (self, language) {
            (Self::Dialect(dialect), Language::Nl) => {
                format!("gelezen als: {}", dialect.localized(language))
            }
            (Self::Dialect(dialect), _) => format!("read as: {}", dialect.localized(language)),
            (Self::CutOff, Language::Nl) => {
                "de laatste regel heeft geen regeleinde: het bestand kan zijn afgebroken".to_owned()
            }
            (Self::CutOff, _) => {
                "the last line has no line end: the file may be cut off".to_owned()
            }
        }
    }
}

/// Calls `each` for every input, assessed; `note` as [`inputs`] does.
pub(crate) fn each(
    input: impl BufRead,
    given: Given,
    note: &mut dyn FnMut(Note),
    each: &mut dyn FnMut(Outcome) -> io::Result<()>,
) -> io::Result<()> {
    inputs(input, given, note, &mut |input| each(input.assessed()))
}

/// Calls `each` for every input, with its line or, in an array, its position. The first character that
/// is not white space says what the input is: JSON, or a table of totals. Of a table `given` says what is
/// known beforehand, and `note` gets what should be known about it.
pub(crate) fn inputs(
    mut input: impl BufRead,
    given: Given,
    note: &mut dyn FnMut(Note),
    each: &mut Each<'_>,
) -> io::Result<()> {
    let Beginning { mark, lines, indent, first } = Beginning::of(&mut input)?;
    match first {
        None if mark.is_empty() || mark == BYTE_ORDER_MARK => Ok(()),
        Some(b'{' | b'[') => json(indent.chain(input), lines, each),
        _ => {
            let lines = io::repeat(b'\n').take(u64::try_from(lines).unwrap_or(u64::MAX));
            totals(mark.chain(lines).chain(&*indent).chain(input), given, note, each)
        }
    }
}

/// What is before the first character that is not white space, and that character.
#[derive(Default)]
struct Beginning {
    /// A byte order mark, or the first bytes of one.
    mark: Vec<u8>,
    /// The lines before.
    lines: usize,
    /// White space before it on its line.
    indent: Vec<u8>,
    first: Option<u8>,
}

impl Beginning {
    fn of(input: &mut impl BufRead) -> io::Result<Self> {
        let mut found = Self::default();
        let mut is_at_mark = true;
        while let Some(&byte) = input.fill_buf()?.first() {
            is_at_mark &= BYTE_ORDER_MARK.get(found.mark.len()) == Some(&byte);
            match byte {
                _ if is_at_mark => found.mark.push(byte),
                b'\n' => {
                    found.lines = found.lines.saturating_add(1);
                    found.indent.clear();
                }
                _ if byte.is_ascii_whitespace() => found.indent.push(byte),
                _ => {
                    found.first = Some(byte);
                    break;
                }
            }
            input.consume(1);
        }
        Ok(found)
    }
}

/// A table of totals, a row at a time.
fn totals(
    input: impl io::Read,
    given: Given,
    note: &mut dyn FnMut(Note),
    each: &mut Each<'_>,
) -> io::Result<()> {
    let mut rows = match TotalsReader::open(input, given) {
        Ok(rows) => rows,
        Err(DialectError::Line(error)) => return each(unread(error)),
        Err(error) => {
            let line = error.line().and_then(|line| usize::try_from(line).ok());
            let [english, dutch] =
                [Language::En, Language::Nl].map(|it| error.localized(it).to_string());
            let employer = Err(Refusal::File { code: error.code(), english, dutch });
            let place = Place::Line(line.unwrap_or(1));
            return each(Input { place, id: None, year: None, employer });
        }
    };
    if !rows.is_plain() {
        note(Note::Dialect(*rows.dialect()));
    }
    for row in &mut rows {
        each(match row {
            Ok(TotalsRow { line, employer, .. }) => Input {
                place: Place::Line(usize::try_from(line).unwrap_or(usize::MAX)),
                id: employer.id().map(str::to_owned),
                year: Some(employer.year()),
                employer: Ok(employer),
            },
            Err(error) => unread(error),
        })?;
    }
    if rows.ends_without_line_end() {
        note(Note::CutOff);
    }
    Ok(())
}

/// A line that could not be read.
fn unread(error: LineError) -> Input {
    let place = Place::Line(usize::try_from(error.line).unwrap_or(usize::MAX));
    let code = error.code();
    let employer = Err(match error.problem {
        Problem::Value(error) => Refusal::Contract(error),
        problem => Refusal::File {
            code,
            english: problem.to_string(),
            dutch: problem.localized(Language::Nl).to_string(),
        },
    });
    Input { place, id: error.employer.map(String::from), year: None, employer }
}

/// JSON of one object, an array or lines, after a number of empty lines.
fn json(mut input: impl BufRead, before: usize, each: &mut Each<'_>) -> io::Result<()> {
    let mut line = Vec::new();
    input.read_until(b'\n', &mut line)?;
    let mut number = before.saturating_add(1);
    if line.trim_ascii_start().starts_with(b"[") {
        input.read_to_end(&mut line)?;
        return array(&line, number, each);
    }
    if is_cut(&line) {
        // One object over several lines, unless it turns out to be lines with a broken first one.
        let first = number;
        number = number.saturating_add(read_on(&mut input, &mut line)?);
        let one = EmployerInput::from_json(&line);
        if one.is_ok() || !line.split(|byte| *byte == b'\n').any(is_object) {
            return each(read(first, one));
        }
        lines(&*line, first.saturating_sub(1), each)?;
        return lines(input, number, each);
    }
    one_line(&line, number, each)?;
    lines(input, number, each)
}

/// Whether the text ends before its JSON does.
fn is_cut(text: &[u8]) -> bool {
    serde_json::from_slice::<EmployerInput>(text).is_err_and(|error| error.is_eof())
}

fn is_object(line: &[u8]) -> bool {
    serde_json::from_slice::<Map<String, Value>>(line).is_ok()
}

/// Reads to the end, or to a line that is an object and no part of what begins before it: whoever
/// writes line by line waits for an answer. Gives the number of lines.
fn read_on(input: &mut impl BufRead, text: &mut Vec<u8>) -> io::Result<usize> {
    let mut number = 0_usize;
    loop {
        let start = text.len();
        if input.read_until(b'\n', text)? == 0 {
            return Ok(number);
        }
        number = number.saturating_add(1);
        if text.get(start..).is_some_and(is_object) && !is_cut(text) {
            return Ok(number);
        }
    }
}

fn lines(mut input: impl BufRead, before: usize, each: &mut Each<'_>) -> io::Result<()> {
    let mut line = Vec::new();
    let mut number = before;
    while input.read_until(b'\n', &mut line)? > 0 {
        number = number.saturating_add(1);
        one_line(&line, number, each)?;
        line.clear();
    }
    Ok(())
}

fn one_line(line: &[u8], number: usize, each: &mut Each<'_>) -> io::Result<()> {
    let line = line.trim_ascii_end();
    if line.is_empty() {
        return Ok(());
    }
    each(read(number, EmployerInput::from_json(line)))
}

/// The elements one by one, so that those before a syntax error are not lost. The array begins on
/// line `first`.
fn array(text: &[u8], first: usize, each: &mut Each<'_>) -> io::Result<()> {
    let mut stopped = Ok(());
    let mut position = 0;
    let mut elements = serde_json::Deserializer::from_slice(text);
    let seed = Elements { each, position: &mut position, stopped: &mut stopped };
    let end = seed.deserialize(&mut elements).and_then(|()| elements.end());
    stopped?;
    match end {
        Ok(()) => Ok(()),
        Err(error) => {
            let (place, error) =
                (Place::Employer(position.saturating_add(1)), NotJson::from(error));
            let line = Some(at(first, &error));
            each(not_json(place, error, line))
        }
    }
}

struct Elements<'s, 'e> {
    each: &'s mut Each<'e>,
    position: &'s mut usize,
    stopped: &'s mut io::Result<()>,
}

impl<'de> DeserializeSeed<'de> for Elements<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Elements<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an array of employers")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        while let Some(input) = elements.next_element::<EmployerInput>()? {
            *self.position = self.position.saturating_add(1);
            if self.stopped.is_ok() {
                *self.stopped = (self.each)(known(Place::Employer(*self.position), input));
            }
        }
        Ok(())
    }
}

/// An input object, or no JSON, which begins on line `first`.
fn read(first: usize, input: Result<EmployerInput, NotJson>) -> Input {
    match input {
        Ok(input) => known(Place::Line(first), input),
        Err(error) => {
            let place = Place::Line(at(first, &error));
            not_json(place, error, None)
        }
    }
}

fn known(place: Place, input: EmployerInput) -> Input {
    let employer = input.employer.map_err(Refusal::Contract);
    Input { place, id: input.id, year: input.year, employer }
}

fn not_json(place: Place, error: NotJson, line: Option<usize>) -> Input {
    let employer = Err(Refusal::NotJson { error, line });
    Input { place, id: None, year: None, employer }
}

/// The line of an error in what begins on line `first`.
fn at(first: usize, error: &NotJson) -> usize {
    first.saturating_add(error.line().saturating_sub(1))
}
