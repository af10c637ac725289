//! The answer from wage returns: each employer's outcome, in order of fiscal number.

use std::collections::BTreeMap;
use std::io::Write;

use banenafspraak::SchemeParameters;
use banenafspraak::payroll::loonaangifte::FiscalNumber;
use banenafspraak::payroll::{Sources, Summary};

use crate::args::Args;
use crate::list::List;
use crate::messages::{self, Index};
use crate::report::{End, Report};
use crate::wage_returns::{self, Stranger};
use crate::{Stopped, keys, progress, progress_of_files};

/// Reads the wage returns and reports each employer; whether all could be assessed.
pub(crate) fn run(
    args: &Args,
    sources: &Sources,
    scheme: Option<&SchemeParameters>,
    mut report: Report<'_, impl Write>,
    list: &mut List,
) -> Result<bool, Stopped> {
    if let Some(wrong) = keys::wrong(sources, args.lang) {
        return Err(Stopped::Keys(wrong));
    }
    let files = messages::files(&args.wage_returns).map_err(Stopped::Open)?;
    let heads = progress_of_files(files.len(), args.lang);
    let Index { mut employers, unread } = messages::index(files, || heads.inc(1));
    heads.finish_and_clear();
    let mut headless: BTreeMap<FiscalNumber, u64> = BTreeMap::new();
    for unread in unread {
        if !args.keep_going {
            return Err(Stopped::Message(unread));
        }
        // Of whom a message is, is not always known: then it may be any employer's.
        list.unread_message(&unread, unread.employer.as_ref().map(FiscalNumber::as_str));
        if let Some(employer) = unread.employer {
            employers.entry(employer).or_default();
            let count = headless.entry(employer).or_default();
            *count = count.saturating_add(1);
        }
    }
    let bytes = employers.values().flatten().fold(0_u64, |sum, it| sum.saturating_add(it.bytes));
    let progress = progress(bytes, args.lang);
    let mut summary = Summary::default();
    let mut stopped = None;
    let mut strangers =
        wage_returns::each_employer(sources, employers, &progress, |mut outcome| {
            if !args.keep_going && !outcome.unread.is_empty() {
                stopped = outcome.unread.into_iter().next();
                return false;
            }
            summary.skipped = summary.skipped.saturating_add(outcome.skipped);
            list.messages(&mut outcome);
            let year = match &outcome.joined {
                Ok(joined) => list.employer_year(joined, scheme, sources),
                Err(kind) => Err(list.refuse(&outcome, kind.clone(), sources)),
            };
            let hide = |text: &str| list.hide(text, &sources.employers);
            report.employer(&outcome.employer.key, year, hide).is_continue()
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
                    list.list_message(unread);
                }
                let headless = headless.get(&employer).copied().unwrap_or(0);
                let messages = u64::try_from(messages).unwrap_or(u64::MAX);
                list.unknown_employer(employer.as_str(), messages.saturating_add(headless));
            }
            list.finish(summary, sources);
            Ok(all_well)
        }
    }
}
