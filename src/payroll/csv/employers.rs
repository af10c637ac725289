//! From the files to the totals of each employer.

use core::ops::ControlFlow;
use std::collections::HashSet;
use std::io::Read;

use super::error::{File, FileError, OnError, Problem};
use super::records::RecordReader;
use super::tables::{Employer, Employers};
use crate::payroll::accumulator::Payroll;
use crate::payroll::checks::Allow;
use crate::payroll::key::same;
use crate::payroll::lending::Attributions;
use crate::payroll::mismatch::Mismatch;
use crate::payroll::register::Register;
use crate::payroll::totals::EmployerTotals;
use crate::unit::Year;

/// What the records need to become totals.
///
/// ```
/// use std::ops::ControlFlow;
///
/// use banenafspraak::Year;
/// use banenafspraak::payroll::csv::{Employers, ExtraColumns, OnError, RecordReader, Sources};
/// use banenafspraak::payroll::{Allow, Attributions, Register};
///
/// let extra = ExtraColumns::Refused;
/// let employers = Employers::read(&b"employer,sector\nbakery,markt\n"[..], extra, OnError::Stop)?;
/// let sources = Sources {
///     year: Year::new(2026).unwrap(),
///     employers: &employers,
///     register: &Register::new(),
///     attributions: &Attributions::new(),
///     allow: Allow::default(),
/// };
/// let file = "employer,person,period,paid_hours,premium_wage,kind\n\
///             bakery,p-17,2026-01,110,1980.50,ordinary\n\
///             bakery,p-18,2026-01,173,3100.00,ordinary\n";
/// let records = RecordReader::new(file.as_bytes(), extra)?;
/// let mut hours = Vec::new();
/// sources.each_group(records, OnError::Stop, &mut |employer, totals| {
///     hours.push((employer.key.to_string(), totals.unwrap().hours.paid_hours().to_string()));
///     ControlFlow::Continue(())
/// })?;
/// assert_eq!(hours, [("bakery".to_owned(), "283".to_owned())]);
/// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[expect(clippy::exhaustive_structs, reason = "plain data, written as a literal")]
pub struct Sources<'s> {
    /// The year.
    pub year: Year,
    /// The employers.
    pub employers: &'s Employers,
    /// The doelgroepregister.
    pub register: &'s Register,
    /// Lent-out hours.
    pub attributions: &'s Attributions,
    /// What is no error of an employer's records.
    pub allow: Allow,
}

/// What is done with an employer's totals, in order of first appearance, until it breaks off.
pub type Each<'e> = dyn FnMut(&Employer, Result<EmployerTotals, Mismatch>) -> ControlFlow<()> + 'e;

/// What was read, where nothing broke off.
///
/// ```
/// # use std::ops::ControlFlow;
/// # use banenafspraak::Year;
/// # use banenafspraak::payroll::csv::{Employers, ExtraColumns, OnError, RecordReader, Sources};
/// # use banenafspraak::payroll::{Allow, Attributions, Register};
/// # let extra = ExtraColumns::Refused;
/// # let file = "employer,sector\nbakery,markt\n";
/// # let employers = Employers::read(file.as_bytes(), extra, OnError::Stop)?;
/// # let sources = Sources {
/// #     year: Year::new(2026).unwrap(),
/// #     employers: &employers,
/// #     register: &Register::new(),
/// #     attributions: &Attributions::new(),
/// #     allow: Allow::default(),
/// # };
/// let file = "employer,person,period,paid_hours,premium_wage,kind\n\
///             bakery,p-17,2023-01,110,1980.50,ordinary\n"; // three years before
/// let records = RecordReader::new(file.as_bytes(), extra)?;
/// let each = &mut |_: &_, _| ControlFlow::Continue(());
/// let summary = sources.each_employer(records, OnError::Stop, each)?;
/// assert_eq!(summary.skipped, 1);
/// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// How many records were of other years than the year and the two before, and so left out.
    pub skipped: u64,
    /// How many records were of employers that are not in the file of employers, and so left out.
    pub unknown: u64,
    /// Whether the last line of the records has no line end: the file may have been cut off.
    pub ends_without_line_end: bool,
}

impl<'s> Sources<'s> {
    /// Reads all records, in any order, and then gives each employer's totals.
    ///
    /// Memory grows with the employers and the records of their registered persons; where the file
    /// [has corrections](RecordReader::has_corrections), with all records. Not every repeat and
    /// overlap is found without corrections, see [`Payroll`].
    ///
    /// ```
    /// # use std::ops::ControlFlow;
    /// # use banenafspraak::Year;
    /// # use banenafspraak::payroll::csv::{Employers, ExtraColumns, OnError};
    /// # use banenafspraak::payroll::csv::{RecordReader, Sources};
    /// # use banenafspraak::payroll::{Allow, Attributions, Register};
    /// # let extra = ExtraColumns::Refused;
    /// # let file = "employer,sector\nbakery,markt\nmill,markt\n";
    /// # let employers = Employers::read(file.as_bytes(), extra, OnError::Stop)?;
    /// # let sources = Sources {
    /// #     year: Year::new(2026).unwrap(),
    /// #     employers: &employers,
    /// #     register: &Register::new(),
    /// #     attributions: &Attributions::new(),
    /// #     allow: Allow::default(),
    /// # };
    /// let file = "employer,person,period,paid_hours,premium_wage,kind\n\
    ///             bakery,p-17,2026-01,110,1980.50,ordinary\n\
    ///             mill,p-30,2026-01,173,3100.00,ordinary\n\
    ///             bakery,p-18,2026-01,173,3100.00,ordinary\n"; // in any order
    /// let mut hours = Vec::new();
    /// let records = RecordReader::new(file.as_bytes(), extra)?;
    /// sources.each_employer(records, OnError::Stop, &mut |employer, totals| {
    ///     hours.push((employer.key.to_string(), totals.unwrap().hours.paid_hours().to_string()));
    ///     ControlFlow::Continue(())
    /// })?;
    /// assert_eq!(hours, [("bakery".into(), "283".into()), ("mill".into(), "173".to_owned())]);
    /// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A [`FileError`]: the first line's, or what cannot be skipped, as [`OnError`] says.
    pub fn each_employer<R: Read>(
        &self,
        mut records: RecordReader<R>,
        mut on_error: OnError<'_>,
        each: &mut Each<'_>,
    ) -> Result<Summary, FileError> {
        let mut payroll = if records.has_corrections() {
            Payroll::with_corrections(self.year, self.register)
        } else {
            Payroll::new(self.year, self.register)
        };
        payroll = payroll.allowing(self.allow);
        let (mut known, mut unknown) = (Known::new(self.employers), Unknown::default());
        records.each(&mut on_error, |at, employer, keys, values| {
            if known.employer(employer, at, &mut unknown)?.is_some() {
                let place = payroll.place(employer);
                payroll.add_at(place, keys, values);
            }
            Ok(ControlFlow::Continue(()))
        })?;
        for key in payroll.employers() {
            if let Some(employer) = self.employers.get(key) {
                if each(employer, self.totals(&payroll, employer)).is_break() {
                    break;
                }
            }
        }
        Ok(Summary {
            skipped: payroll.skipped(),
            unknown: unknown.records,
            ends_without_line_end: records.notes().ends_without_line_end,
        })
    }

    /// Reads records that are in groups by employer, and gives each employer's totals after its
    /// group, in memory that grows with the largest group, and not with the file. Each repeat and
    /// overlap is found.
    ///
    /// ```
    /// # use std::ops::ControlFlow;
    /// # use banenafspraak::Year;
    /// # use banenafspraak::payroll::csv::{Employers, ExtraColumns, OnError};
    /// # use banenafspraak::payroll::csv::{RecordReader, Sources};
    /// # use banenafspraak::payroll::{Allow, Attributions, Register};
    /// # let extra = ExtraColumns::Refused;
    /// # let file = "employer,sector\nbakery,markt\nmill,markt\n";
    /// # let employers = Employers::read(file.as_bytes(), extra, OnError::Stop)?;
    /// # let sources = Sources {
    /// #     year: Year::new(2026).unwrap(),
    /// #     employers: &employers,
    /// #     register: &Register::new(),
    /// #     attributions: &Attributions::new(),
    /// #     allow: Allow::default(),
    /// # };
    /// let file = "employer,person,period,paid_hours,premium_wage,kind\n\
    ///             bakery,p-17,2026-01,110,1980.50,ordinary\n\
    ///             mill,p-30,2026-01,173,3100.00,ordinary\n\
    ///             bakery,p-18,2026-01,173,3100.00,ordinary\n"; // not in groups
    /// let records = RecordReader::new(file.as_bytes(), extra)?;
    /// let each = &mut |_: &_, _| ControlFlow::Continue(());
    /// let error = sources.each_group(records, OnError::Stop, each).unwrap_err();
    /// assert_eq!((error.line, error.code()), (4, "not_grouped"));
    /// # Ok::<(), banenafspraak::payroll::csv::FileError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`each_employer`](Self::each_employer); and [`Problem::NotGrouped`] for an employer whose
    /// records are not together, which stops the reading.
    pub fn each_group<R: Read>(
        &self,
        mut records: RecordReader<R>,
        mut on_error: OnError<'_>,
        each: &mut Each<'_>,
    ) -> Result<Summary, FileError> {
        let mut groups = Groups::new(self, self.group(&records));
        let read = groups.read(&mut records, &mut on_error, each)?;
        if read.is_continue() {
            // The last group: there is nothing to break off.
            let _ = groups.finish(each);
        }
        Ok(groups.summary())
    }

    /// An empty payroll for one group after the other.
    pub(super) fn group<R>(&self, records: &RecordReader<R>) -> Payroll<'s> {
        let payroll = if records.has_corrections() {
            Payroll::with_corrections(self.year, self.register)
        } else {
            Payroll::in_groups(self.year, self.register)
        };
        payroll.allowing(self.allow)
    }

    /// The totals of an employer of the file of employers.
    fn totals(
        &self,
        payroll: &Payroll<'_>,
        employer: &Employer,
    ) -> Result<EmployerTotals, Mismatch> {
        let totals = payroll.totals_within(&employer.key, employer.days(), self.attributions);
        match self.employers.contradicting_line(&employer.key) {
            Some(line) => Err(Mismatch::ContradictingRows {
                employer: (&*employer.key).into(),
                line,
                persons: Box::new(match totals {
                    Ok(totals) => totals.into_persons(),
                    Err(mismatch) => mismatch.persons().clone(),
                }),
            }),
            None => totals,
        }
    }
}

/// Records in groups by employer: one group is open at a time.
pub(super) struct Groups<'s, 'a> {
    sources: &'a Sources<'s>,
    open: Option<(usize, &'s Employer)>,
    pub(super) payroll: Payroll<'s>,
    /// Which employers had their group.
    done: Vec<bool>,
    pub(super) unknown: Unknown,
    ends_without_line_end: bool,
}

impl<'s, 'a> Groups<'s, 'a> {
    pub(super) fn new(sources: &'a Sources<'s>, payroll: Payroll<'s>) -> Self {
        let done = vec![false; sources.employers.len()];
        Self {
            sources,
            open: None,
            payroll,
            done,
            unknown: Unknown::default(),
            ends_without_line_end: false,
        }
    }

    /// Reads all records, and gives the totals of each group but the last.
    #[inline]
    pub(super) fn read<R: Read>(
        &mut self,
        records: &mut RecordReader<R>,
        on_error: &mut OnError<'_>,
        each: &mut Each<'_>,
    ) -> Result<ControlFlow<()>, FileError> {
        let mut known = Known::new(self.sources.employers);
        let mut flow = ControlFlow::Continue(());
        // Where the records of the open group go, once its first one is met.
        let mut open_place = None;
        records.each(on_error, |at, key, keys, values| {
            if self.open.is_none_or(|(_, open)| !same(open.key.as_bytes(), key)) {
                let Some((place, employer)) = known.employer(key, at, &mut self.unknown)? else {
                    return Ok(ControlFlow::Continue(()));
                };
                flow = self.begin(place, employer, at, each)?;
                if flow.is_break() {
                    return Ok(flow);
                }
                open_place = None;
            }
            let place = *open_place.get_or_insert_with(|| self.payroll.place(key));
            self.payroll.add_at(place, keys, values);
            Ok(ControlFlow::Continue(()))
        })?;
        self.ends_without_line_end = records.notes().ends_without_line_end;
        Ok(flow)
    }

    /// Begins a group, and gives the totals of the one before; goes on with one that is open.
    pub(super) fn begin(
        &mut self,
        place: usize,
        employer: &'s Employer,
        at: u64,
        each: &mut Each<'_>,
    ) -> Result<ControlFlow<()>, FileError> {
        if self.open.is_some_and(|(open, _)| open == place) {
            return Ok(ControlFlow::Continue(()));
        }
        if self.finish(each).is_break() {
            return Ok(ControlFlow::Break(()));
        }
        if self.done.get_mut(place).is_none_or(|done| core::mem::replace(done, true)) {
            let problem = Problem::NotGrouped { employer: (&*employer.key).into() };
            return Err(FileError::new(File::Records, at, problem));
        }
        self.open = Some((place, employer));
        Ok(ControlFlow::Continue(()))
    }

    /// Gives the totals of the open group, if there is one.
    pub(super) fn finish(&mut self, each: &mut Each<'_>) -> ControlFlow<()> {
        let Some((_, employer)) = self.open.take() else { return ControlFlow::Continue(()) };
        let totals = self.sources.totals(&self.payroll, employer);
        self.payroll.clear();
        each(employer, totals)
    }

    pub(super) const fn summary(&self) -> Summary {
        Summary {
            skipped: self.payroll.skipped(),
            unknown: self.unknown.records,
            ends_without_line_end: self.ends_without_line_end,
        }
    }
}

/// The employer of each record: mostly that of the record before.
pub(super) struct Known<'s> {
    employers: &'s Employers,
    last: Option<(usize, &'s Employer)>,
}

impl<'s> Known<'s> {
    pub(super) const fn new(employers: &'s Employers) -> Self {
        Self { employers, last: None }
    }

    /// The employer of a record and its place; `None` for one that is not known and was reported.
    #[inline]
    pub(super) fn employer(
        &mut self,
        key: &[u8],
        at: u64,
        unknown: &mut Unknown,
    ) -> Result<Option<(usize, &'s Employer)>, FileError> {
        if self.last.is_none_or(|(_, last)| !same(last.key.as_bytes(), key)) {
            let place = self.employers.place_of_bytes(key);
            self.last = place.and_then(|place| Some((place, self.employers.at(place)?)));
        }
        match self.last {
            Some(known) => Ok(Some(known)),
            None => {
                unknown.report(core::str::from_utf8(key).unwrap_or_default(), at).map(|()| None)
            }
        }
    }
}

/// The bytes for keys of unknown employers: about a hundred thousand keys of the usual length.
const REMEMBERED: usize = 1 << 22;

/// Employers that are in no file: each is reported once, as far as there is room to remember it.
#[derive(Default)]
pub(super) struct Unknown {
    keys: HashSet<Box<str>>,
    bytes: usize,
    /// How many records they have.
    records: u64,
}

impl Unknown {
    /// An error for an employer that was not reported before, or that was not remembered.
    pub(super) fn report(&mut self, employer: &str, at: u64) -> Result<(), FileError> {
        self.records = self.records.saturating_add(1);
        if self.keys.contains(employer) {
            return Ok(());
        }
        // The text, where it is, and its place in the table.
        let bytes = self.bytes.saturating_add(employer.len()).saturating_add(32);
        if bytes <= REMEMBERED {
            self.bytes = bytes;
            self.keys.insert(employer.into());
        }
        let problem = Problem::UnknownEmployer { employer: employer.into() };
        Err(FileError::new(File::Records, at, problem).of_employer(employer))
    }
}
