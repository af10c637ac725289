//! From wage returns to the totals of each employer, in order of fiscal number.

use std::collections::BTreeMap;

use banenafspraak::Hours;
use banenafspraak::payroll::loonaangifte::{
    Conflict, FiscalNumber, Identity, Message, Note, PersonName, Settled,
};
use banenafspraak::payroll::{Aangiftetijdvak, Employer, Joined, Sources};
use banenafspraak::reconciliation::RefusalKind;
use indicatif::ProgressBar;

use crate::messages::{self, Found, UnreadMessage};

/// What an employer's messages come to.
pub(crate) struct Outcome<'s> {
    pub(crate) employer: &'s Employer,
    /// With its totals, or why its messages give none.
    pub(crate) joined: Result<Joined<'s>, RefusalKind>,
    pub(crate) notes: Vec<Note>,
    /// How lists name its registered persons, by key.
    pub(crate) names: BTreeMap<String, PersonName>,
    /// Messages that could not be read whole.
    pub(crate) unread: Vec<UnreadMessage>,
    /// How many relations were of years that do not matter.
    pub(crate) skipped: u64,
}

/// The work on one employer.
struct Work<'s> {
    employer: &'s Employer,
    number: FiscalNumber,
    files: Vec<Found>,
}

/// How much is read at once, besides one employer: enough for all cores, and bounded.
const BYTES_AT_ONCE: u64 = 1 << 26;

/// The messages of an employer that is not among the employers.
pub(crate) struct Stranger {
    pub(crate) employer: FiscalNumber,
    pub(crate) messages: usize,
    /// Those that could not be read whole.
    pub(crate) unread: Vec<UnreadMessage>,
}

/// Calls `each` with every employer that has messages and is among the employers, in order of fiscal
/// number, until it says stop; the others are given back.
pub(crate) fn each_employer<'s>(
    sources: &'s Sources,
    files: BTreeMap<FiscalNumber, Vec<Found>>,
    progress: &ProgressBar,
    mut each: impl FnMut(Outcome<'s>) -> bool,
) -> Vec<Stranger> {
    let (mut works, mut bytes, mut strangers) = (Vec::new(), 0_u64, Vec::new());
    let mut goes_on = true;
    for (number, files) in files {
        let Some(employer) = sources.employers.get(number.as_str()) else {
            let messages = files.len();
            let unread = if goes_on { unread(files, progress) } else { Vec::new() };
            strangers.push(Stranger { employer: number, messages, unread });
            continue;
        };
        let more = files.iter().fold(0_u64, |sum, file| sum.saturating_add(file.bytes));
        bytes = bytes.saturating_add(more);
        works.push(Work { employer, number, files });
        if goes_on && bytes >= BYTES_AT_ONCE {
            let outcomes =
                messages::each(std::mem::take(&mut works), |work| outcome(sources, work, progress));
            goes_on = outcomes.into_iter().all(&mut each);
            bytes = 0;
        }
    }
    if goes_on {
        let outcomes = messages::each(works, |work| outcome(sources, work, progress));
        outcomes.into_iter().all(each);
    }
    strangers
}

/// The messages that cannot be read whole.
fn unread(files: Vec<Found>, progress: &ProgressBar) -> Vec<UnreadMessage> {
    let read = messages::each(files, |file| {
        let message = messages::message(&file);
        progress.inc(file.bytes);
        message.err()
    });
    read.into_iter().flatten().collect()
}

/// Reads the messages of an employer and puts them together.
fn outcome<'s>(sources: &'s Sources, work: Work<'s>, progress: &ProgressBar) -> Outcome<'s> {
    let Work { employer, number, files } = work;
    let mut outcome = Outcome {
        employer,
        joined: Err(RefusalKind::unread_messages(None)),
        notes: Vec::new(),
        names: BTreeMap::new(),
        unread: Vec::new(),
        skipped: 0,
    };
    let read = messages::each(files, |file| {
        let message = messages::message(&file);
        progress.inc(file.bytes);
        message
    });
    let mut whole = Vec::new();
    for message in read {
        match message {
            Ok(message) => whole.push(message),
            Err(unread) => outcome.unread.push(unread),
        }
    }
    if !outcome.unread.is_empty() {
        return outcome;
    }
    let mut settled = match settle(sources, number, whole) {
        Ok(settled) => settled,
        Err(conflict) => {
            outcome.joined = Err(RefusalKind::Conflict(conflict));
            return outcome;
        }
    };
    outcome.notes = std::mem::take(&mut settled.notes);
    outcome.skipped = settled.skipped;
    let year = Aangiftetijdvak::whole_year(sources.year);
    let key = |who: Identity<'_>| who.key();
    let Sources { register, attributions, .. } = sources;
    outcome.names = settled.person_names(key, |person| {
        // A lender or a borrower who is a person is a mistake, and a list must not show it.
        register.covers(person, year)
            || !attributions.of_lender(person).is_empty()
            || attributions.attributed_in(person) != Hours::ZERO
    });
    // An error of overlapping periods names a person who need not be registered.
    let overlapping =
        if sources.allow.overlaps { BTreeMap::new() } else { settled.overlap_names(key) };
    // Its number is among the employers.
    let Some(joined) = settled.join(sources, key) else { return outcome };
    if joined.totals.is_err() {
        for (key, name) in overlapping {
            outcome.names.entry(key).or_insert(name);
        }
    }
    outcome.joined = Ok(joined);
    outcome
}

fn settle(
    sources: &Sources,
    number: FiscalNumber,
    messages: Vec<Message>,
) -> Result<Settled, Conflict> {
    let mut returns = sources.returns(number);
    for message in messages {
        returns.add(message)?;
    }
    returns.settle()
}
