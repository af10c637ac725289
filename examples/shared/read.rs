//! Reads one object, an array or JSON Lines, and assesses each as it comes.

use std::io::{self, BufRead};

use banenafspraak::assess;
use banenafspraak::contract::EmployerInput;
use banenafspraak::contract::NotJson;
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::outcome::{Outcome, Place, Refusal};

/// What is done with each outcome, in the order of the input.
type Each<'a> = dyn FnMut(Outcome) -> io::Result<()> + 'a;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Calls `each` for every input object, with its line or, in an array, its position.
pub(crate) fn each(mut input: impl BufRead, each: &mut Each<'_>) -> io::Result<()> {
    let mut line = Vec::new();
    let mut number = 0_usize;
    // Everything before the first line with something on it.
    while input.read_until(b'\n', &mut line)? > 0 {
        number = number.saturating_add(1);
        if number == 1 && line.starts_with(BYTE_ORDER_MARK) {
            line.drain(..BYTE_ORDER_MARK.len());
        }
        if !line.trim_ascii().is_empty() {
            break;
        }
        line.clear();
    }
    if line.is_empty() {
        // Nothing but empty lines.
        return Ok(());
    }
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
            return each(assessed(first, one));
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
    each(assessed(number, EmployerInput::from_json(line)))
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

/// An input assessed or refused, which begins on line `first`.
fn assessed(first: usize, input: Result<EmployerInput, NotJson>) -> Outcome {
    match input {
        Ok(input) => known(Place::Line(first), input),
        Err(error) => {
            let place = Place::Line(at(first, &error));
            not_json(place, error, None)
        }
    }
}

fn known(place: Place, input: EmployerInput) -> Outcome {
    let result = input.employer.and_then(|employer| assess(&employer));
    Outcome { place, id: input.id, year: input.year, result: result.map_err(Refusal::Contract) }
}

fn not_json(place: Place, error: NotJson, line: Option<usize>) -> Outcome {
    Outcome { place, id: None, year: None, result: Err(Refusal::NotJson { error, line }) }
}

/// The line of an error in what begins on line `first`.
fn at(first: usize, error: &NotJson) -> usize {
    first.saturating_add(error.line().saturating_sub(1))
}
