//! What the Wet banenafspraak needs to know: its parameters, all of them inputs, and the wages.

use crate::error::{Error, ErrorKind};
use crate::unit::{Euro, EuroPerHour, Hours, Percentage, Year};

/// The scheme's parameters, the same for all employers. No figure of it is law yet.
///
/// See the example of [`Scheme`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "written as a literal, so that no two amounts swap")]
pub struct SchemeParameters {
    /// The year in which activation was decided (Wet banenafspraak 5, 6 lid 1).
    pub activation_decided_in: Year,
    /// The surcharge on the base (6 lid 6).
    pub surcharge_percentage: Percentage,
    /// The bonus per paid hour, on top of the LKV (1; Wtl 2.13).
    pub bonus_per_hour: EuroPerHour,
    /// The most bonus for a worker in a year.
    pub bonus_maximum: Euro,
    /// Average premium wage per worker in the second year before, as UWV sets it (Wfsv 36 lid 2).
    pub average_premium_wage_two_years_before: Euro,
}

/// The new scheme as it is to be assumed for an employer. No figure of it is law yet.
///
/// All fields are plain data: each carries its own check in its type.
///
/// A small employer that is split over sectors is judged per part (Wfsv 36 lid 3), and wage moves with
/// a transfer of undertaking (Besluit Wfsv 2.19d lid 2, 3). Neither is modelled: give the wages of the
/// part, or the wages after the transfer.
///
/// ```
/// use banenafspraak::{Euro, Hours, Levy, Scheme, SchemeParameters, Year, assess};
///
/// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
/// let scheme = Scheme {
///     parameters: SchemeParameters {
///         activation_decided_in: Year::new(2024)?, // due from 1 January 2026
///         surcharge_percentage: "0.25".parse()?,
///         bonus_per_hour: "3.77".parse()?,
///         bonus_maximum: Euro::whole(5_000),
///         average_premium_wage_two_years_before: Euro::whole(43_300),
///     },
///     premium_wage: Euro::whole(5_000_000),
///     premium_wage_two_years_before: Euro::whole(4_800_000),
///     became_employer_in: None,
///     bonus_workers: vec![Hours::whole(1_331), Hours::whole(1_331)],
/// };
/// let outcome = assess(&employer.with_scheme(scheme))?;
/// assert_eq!(outcome.payable().amount().to_string(), "12500.00");
/// let Levy::WetBanenafspraak { bonus, net, .. } = outcome.levy() else { panic!() };
/// assert_eq!(bonus.to_string(), "10000.00"); // the maximum, twice
/// assert_eq!(net.to_string(), "-2500.00");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "written as a literal, so that no two wages swap")]
pub struct Scheme {
    /// What is the same for all employers.
    pub parameters: SchemeParameters,
    /// The base of the year: premium wage after the deductions of 6 lid 4, see [`WageBase`].
    ///
    /// The surcharge on it is rounded once. It is paid per aangiftetijdvak, each time half up on
    /// the cent, so that the payments may differ from it by half a cent each.
    pub premium_wage: Euro,
    /// Premium wage charged in the second year before (Wfsv 36 lid 2), without that over benefits
    /// (Besluit Wfsv 2.19d with 2.5 lid 3).
    pub premium_wage_two_years_before: Euro,
    /// The year it became an employer, other than by transfer of an undertaking (Besluit Wfsv
    /// 2.19d lid 4).
    pub became_employer_in: Option<Year>,
    /// Paid hours of each worker who earns the bonus (Wtl 2.10).
    pub bonus_workers: Vec<Hours>,
}

impl Scheme {
    /// Wet banenafspraak 6 lid 1: due from the second calendar year after the decision.
    pub(crate) const YEARS_UNTIL_DUE: u16 = 2;

    /// The first year of the surcharge.
    pub(crate) const fn first_due_year(&self) -> u16 {
        // Four digits and two years more.
        self.parameters.activation_decided_in.number().saturating_add(Self::YEARS_UNTIL_DUE)
    }
}

/// The base of the surcharge: premium wage (premieplichtig loon) less what article 6 lid 4 and 8
/// leave out. What a worker is on the first day of employment in an aangiftetijdvak decides.
///
/// ```
/// use banenafspraak::employer::WageBase;
/// use banenafspraak::Euro;
///
/// let wages = WageBase {
///     premium_wage: Euro::whole(5_000_000),
///     lent_out: Euro::whole(400_000),
///     wsw_and_beschut_werk: Euro::ZERO,
///     benefits: Euro::whole(50_000),
/// };
/// assert_eq!(wages.base()?, Euro::whole(4_550_000));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::exhaustive_structs, reason = "written as a literal, so that no two wages swap")]
pub struct WageBase {
    /// All premium wage of the year.
    pub premium_wage: Euro,
    /// Of that, wage of lent-out workers (article 1, "uitgeleende werknemer"): agency workers, among
    /// them the payrolled (a choice of this library), and workers in a Wsw employment who are
    /// seconded.
    pub lent_out: Euro,
    /// Of that, wage of Wsw workers who are not seconded and of beschut werk (Participatiewet 10b).
    pub wsw_and_beschut_werk: Euro,
    /// Of that, benefits and supplements on them (WIA, WAO, ZW, WAZO, WW, TW).
    pub benefits: Euro,
}

impl WageBase {
    /// The base.
    ///
    /// ```
    /// use banenafspraak::employer::WageBase;
    /// use banenafspraak::Euro;
    ///
    /// let premium_wage = Euro::whole(5_000_000);
    /// let wages = WageBase { premium_wage, benefits: Euro::whole(50_000), ..WageBase::default() };
    /// assert_eq!(wages.base()?, Euro::whole(4_950_000));
    /// let error = WageBase { lent_out: premium_wage, ..wages }.base().unwrap_err();
    /// assert_eq!(error.code(), "part_exceeds_whole");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::PartExceedsWhole`] if the parts together are more than the premium wage, and
    /// [`ErrorKind::OutOfRange`] if they are more than [`Euro::MAX`].
    pub fn base(&self) -> Result<Euro, Error> {
        let parts =
            self.lent_out.checked_add(self.wsw_and_beschut_werk)?.checked_add(self.benefits)?;
        self.premium_wage.checked_sub(parts).map_err(|_| {
            Error::new(
                "lent_out + wsw_and_beschut_werk + benefits",
                ErrorKind::PartExceedsWhole {
                    value: parts.to_decimal(),
                    whole: "premium_wage",
                    whole_value: self.premium_wage.to_decimal(),
                },
            )
        })
    }
}
