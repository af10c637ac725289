//! Reads one object, an array or JSON Lines, and assesses each as it comes.

use std::io::{self, BufRead};

use banenafspraak::{EmployerInput, assess};
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::outcome::{Outcome, Refusal};

/// What is done with each outcome, in the order of the input.
type Each<'a> = dyn FnMut(Outcome) -> io::Result<()> + 'a;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Calls `each` for every input object. `line` is the line, in an array the position.
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
        return array(&line, each);
    }
    let is_cut = |bytes: &[u8]| {
        serde_json::from_slice::<EmployerInput>(bytes).is_err_and(|error| error.is_eof())
    };
    if is_cut(&line) {
        // One object over several lines, unless it turns out to be lines with a broken first one.
        let first = number;
        input.read_to_end(&mut line)?;
        let one = serde_json::from_slice::<EmployerInput>(&line);
        let is_object = |line: &[u8]| serde_json::from_slice::<Map<String, Value>>(line).is_ok();
        if one.is_ok() || !line.split(|byte| *byte == b'\n').any(is_object) {
            return each(assessed(first, one));
        }
        return lines(&*line, first.saturating_sub(1), each);
    }
    one_line(&line, number, each)?;
    lines(input, number, each)
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
    if line.trim_ascii().is_empty() {
        return Ok(());
    }
    each(assessed(number, serde_json::from_slice(line)))
}

/// The elements one by one, so that those before a syntax error are not lost.
fn array(text: &[u8], each: &mut Each<'_>) -> io::Result<()> {
    let mut stopped = Ok(());
    let mut position = 0;
    let mut elements = serde_json::Deserializer::from_slice(text);
    let seed = Elements { each, position: &mut position, stopped: &mut stopped };
    let end = seed.deserialize(&mut elements).and_then(|()| elements.end());
    stopped?;
    match end {
        Ok(()) => Ok(()),
        Err(error) => {
            let line = position.saturating_add(1);
            each(Outcome { line, id: None, result: Err(no_json(&error)) })
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
                *self.stopped = (self.each)(assessed(*self.position, Ok(input)));
            }
        }
        Ok(())
    }
}

/// An input assessed or refused.
fn assessed(line: usize, input: Result<EmployerInput, serde_json::Error>) -> Outcome {
    match input {
        Ok(input) => {
            let result = input.employer.and_then(|employer| assess(&employer));
            Outcome { line, id: input.id, result: result.map_err(Refusal::Contract) }
        }
        Err(error) => Outcome { line, id: None, result: Err(no_json(&error)) },
    }
}

fn no_json(error: &serde_json::Error) -> Refusal {
    Refusal::Other { code: "invalid_json", field: None, message: error.to_string() }
}
