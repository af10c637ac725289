//! The answer from wage returns: each employer's outcome, in order of fiscal number.

use std::collections::BTreeMap;
use std::io::Write;

use banenafspraak::SchemeParameters;
use banenafspraak::payroll::csv::{File, Sources};
use banenafspraak::payroll::loonaangifte::FiscalNumber;

use crate::args::Args;
use crate::messages::{self, Index};
use crate::outcome::Refusal;
use crate::reconciliation::Reconciliation;
use crate::report::{End, Report, employer_year};
use crate::wage_returns::{self, Outcome, Refused, Stranger};
use crate::{Stopped, keys, progress, progress_of_files};

/// Reads the wage returns and reports each employer; whether all could be assessed.
pub(crate) fn run(
    args: &Args,
    sources: &Sources<'_>,
    scheme: Option<&SchemeParameters>,
    mut report: Report<'_, impl Write>,
    found: &mut Reconciliation,
) -> Result<bool, Stopped> {
    if let Some(wrong) = keys::wrong(sources, args.lang) {
        return Err(Stopped::Keys(wrong));
    }
    let files = messages::files(&args.wage_returns).map_err(Stopped::Open)?;
    let heads = progress_of_files(files.len());
    let Index { mut employers, unread } = messages::index(files, || heads.inc(1));
    heads.finish_and_clear();
    // Of whom a message is, is not always known: then it may be any employer's.
    let mut all_may_be_wrong = false;
    let mut not_whole: BTreeMap<FiscalNumber, u64> = BTreeMap::new();
    for unread in unread {
        if !args.keep_going {
            return Err(Stopped::Message(unread));
        }
        found.unread_message(&unread);
        match unread.employer {
            Some(employer) => {
                employers.entry(employer).or_default();
                let count = not_whole.entry(employer).or_default();
                *count = count.saturating_add(1);
            }
            None => all_may_be_wrong = true,
        }
    }
    let bytes = employers.values().flatten().fold(0_u64, |sum, it| sum.saturating_add(it.bytes));
    let progress = progress(bytes);
    let mut skipped = 0_u64;
    let mut stopped = None;
    let mut strangers =
        wage_returns::each_employer(sources, employers, &progress, |mut outcome| {
            if !args.keep_going && !outcome.unread.is_empty() {
                stopped = outcome.unread.into_iter().next();
                return false;
            }
            skipped = skipped.saturating_add(outcome.skipped);
            found.messages(&mut outcome);
            let Outcome { employer, totals, unread, .. } = outcome;
            let earlier =
                FiscalNumber::new(&employer.key).and_then(|key| not_whole.get(&key).copied());
            let unread = u64::try_from(unread.len()).unwrap_or(u64::MAX);
            let unread = unread.saturating_add(earlier.unwrap_or(0));
            let contradiction = sources.employers.contradicting_line(&employer.key);
            let year = match (totals, contradiction) {
                _ if unread > 0 => Err(unread_messages(unread)),
                _ if all_may_be_wrong => Err(unread_of_unknown()),
                (_, Some(line)) => Err(contradicting(line)),
                (Err(Refused::Unread), None) => Err(unread_messages(1)),
                (Err(Refused::Conflict(conflict)), None) => Err(Refusal::Other {
                    code: conflict.code(),
                    field: None,
                    message: conflict.to_string(),
                }),
                (Err(Refused::Mismatch(mismatch)), None) => {
                    let totals = Err(mismatch);
                    let year = employer_year(employer, &totals, None, scheme);
                    found.employer(sources, employer, &totals, None);
                    year
                }
                (Ok(totals), None) => {
                    let totals = Ok(totals);
                    let year = employer_year(employer, &totals, None, scheme);
                    found.employer(sources, employer, &totals, year.as_ref().ok());
                    year
                }
            };
            let year = year.map_err(|refusal| match refusal {
                Refusal::Other { code, field, message } => {
                    let message = found.hide(&message, sources.employers);
                    Refusal::Other { code, field, message }
                }
                Refusal::Contract(error) => Refusal::Contract(error),
            });
            let at = contradiction.map(|line| (File::Employers, line)).filter(|_| year.is_err());
            report.employer(&employer.key, (year, at)).is_continue()
        });
    progress.finish_and_clear();
    if !args.keep_going && stopped.is_none() {
        stopped = strangers.iter_mut().find_map(|stranger| stranger.unread.pop());
    }
    let end = report.end(stopped.is_none()).map_err(Stopped::Write)?;
    if let Some(unread) = stopped {
        return Err(Stopped::Message(unread));
    }
    match end {
        End::BrokeOff => Ok(false),
        End::Reached { all_well } => {
            for Stranger { employer, messages, unread } in strangers {
                for unread in &unread {
                    found.unread_message(unread);
                }
                let headless = not_whole.get(&employer).copied().unwrap_or(0);
                let messages = u64::try_from(messages).unwrap_or(u64::MAX);
                found.unknown_employer(employer.as_str(), messages.saturating_add(headless));
            }
            found.finish(sources, skipped, 0);
            Ok(all_well)
        }
    }
}

fn unread_messages(count: u64) -> Refusal {
    let messages = if count == 1 { "message" } else { "messages" };
    let message = format!("{count} {messages} of this employer could not be read whole");
    Refusal::Other { code: "unread_messages", field: None, message }
}

fn contradicting(line: u64) -> Refusal {
    let message = format!("line {line} of the file of employers contradicts an earlier one");
    Refusal::Other { code: "contradiction", field: None, message }
}

fn unread_of_unknown() -> Refusal {
    let message = "a message of an unknown employer could not be read: it may be of this one";
    Refusal::Other { code: "unread_messages", field: None, message: message.to_owned() }
}
