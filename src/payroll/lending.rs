//! Hours that an uitlener attributes to an inlener, per person (Besluit Wfsv 2.27, 2.28).

use std::collections::HashMap;
use std::sync::Arc;

use super::key::Hashing;
use crate::error::{Error, ErrorKind};
use crate::unit::Hours;

/// The attributions of one year: which lender's hours of which person count for which borrower.
///
/// Every hour counts once: what the borrower gains the lender loses, and never more than the
/// person was paid (Besluit Wfsv 2.28 lid 4). [`EmployerTotals`](super::EmployerTotals) checks
/// that, since only the lender's records know the hours.
///
/// Who may attribute is not checked. A temp agency counts as uitlener only if the trade register showed
/// that activity on 31 December of the year before (Besluit Wfsv 2.27): the caller knows that. Payrolling
/// is no agency work by the letter of 2.27: its hours cannot be attributed.
///
/// ```
/// use banenafspraak::Hours;
/// use banenafspraak::payroll::Attributions;
///
/// let mut attributions = Attributions::new();
/// attributions.insert("agency", "factory", "p-17", Hours::whole(400))?;
/// attributions.insert("agency", "shop", "p-17", Hours::whole(100))?;
/// assert_eq!(attributions.attributed_in("factory"), Hours::whole(400));
/// assert_eq!(attributions.of_lender("agency").len(), 2);
/// assert_eq!(attributions.lenders().collect::<Vec<_>>(), ["agency"]);
/// assert_eq!(attributions.borrowers().count(), 2);
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributions {
    /// By lender.
    lenders: HashMap<Arc<str>, Vec<Attribution>, Hashing>,
    /// By borrower.
    borrowers: HashMap<Arc<str>, Gained, Hashing>,
}

/// What a borrower gains: in all, and who each lender's person is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Gained {
    hours: Hours,
    from: Vec<(Arc<str>, Arc<str>)>,
}

/// Hours of one person that a lender attributes to a borrower.
///
/// ```
/// use banenafspraak::Hours;
/// use banenafspraak::payroll::Attributions;
///
/// let mut attributions = Attributions::new();
/// attributions.insert("agency", "factory", "p-17", Hours::whole(400))?;
/// let first = &attributions.of_lender("agency")[0];
/// assert_eq!((&*first.borrower, &*first.person), ("factory", "p-17"));
/// assert_eq!(first.hours, Hours::whole(400));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attribution {
    /// Who hires in.
    pub borrower: Arc<str>,
    /// Whose hours.
    pub person: Arc<str>,
    /// How many.
    pub hours: Hours,
}

impl Attributions {
    /// No attributions.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds hours of a person that the lender attributes to the borrower; those of the same three
    /// add up.
    ///
    /// ```
    /// use banenafspraak::Hours;
    /// use banenafspraak::payroll::Attributions;
    ///
    /// let mut attributions = Attributions::new();
    /// attributions.insert("agency", "factory", "p-17", Hours::whole(400))?;
    /// attributions.insert("agency", "factory", "p-17", Hours::whole(8))?;
    /// assert_eq!(attributions.attributed_in("factory"), Hours::whole(408));
    /// let error = attributions.insert("agency", "agency", "p-17", Hours::whole(8)).unwrap_err();
    /// assert_eq!(error.to_string(), "borrower: is the lender itself");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`] if the borrower's hours leave their bounds, and [`ErrorKind::LendsToItself`].
    pub fn insert(
        &mut self,
        lender: &str,
        borrower: &str,
        person: &str,
        hours: Hours,
    ) -> Result<(), Error> {
        if lender == borrower {
            return Err(Error::new("borrower", ErrorKind::LendsToItself));
        }
        let total = self.attributed_in(borrower).checked_add(hours)?;
        let [lender, borrower, person]: [Arc<str>; 3] = [lender, borrower, person].map(Arc::from);
        let gained = self.borrowers.entry(Arc::clone(&borrower)).or_default();
        gained.hours = total;
        gained.from.push((Arc::clone(&lender), Arc::clone(&person)));
        let attribution = Attribution { borrower, person, hours };
        self.lenders.entry(lender).or_default().push(attribution);
        Ok(())
    }

    /// What a lender attributes, in the order inserted.
    pub fn of_lender(&self, lender: &str) -> &[Attribution] {
        self.lenders.get(lender).map_or(&[], Vec::as_slice)
    }

    /// What a borrower gains in all.
    pub fn attributed_in(&self, borrower: &str) -> Hours {
        self.borrowers.get(borrower).map_or(Hours::ZERO, |gained| gained.hours)
    }

    /// The lenders and persons whose hours a borrower gains.
    pub(super) fn to_borrower(&self, borrower: &str) -> impl Iterator<Item = (&str, &str)> {
        let from = self.borrowers.get(borrower).map_or(&[][..], |gained| &gained.from);
        from.iter().map(|(lender, person)| (&**lender, &**person))
    }

    /// The lenders.
    pub fn lenders(&self) -> impl Iterator<Item = &str> {
        self.lenders.keys().map(|lender| &**lender)
    }

    /// The borrowers.
    pub fn borrowers(&self) -> impl Iterator<Item = &str> {
        self.borrowers.keys().map(|borrower| &**borrower)
    }
}
