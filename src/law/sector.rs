//! The two sectors (Regeling Wfsv 3.31).

use super::outcome::words;
use crate::error::{Error, ErrorKind};
use crate::unit::{Hours, Unit as _};

words! {
    /// The sector of an employer, decided once for a whole year (Regeling Wfsv 3.31).
    ///
    /// ```
    /// use banenafspraak::Sector;
    ///
    /// assert_eq!("markt".parse::<Sector>()?, Sector::Markt);
    /// assert_eq!("Government".parse::<Sector>()?, Sector::Overheid); // in JSON only `overheid`
    /// let error = "region".parse::<Sector>().unwrap_err();
    /// assert_eq!(error.to_string(), "sector: `region` is not one of overheid, markt");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[expect(clippy::exhaustive_enums, reason = "the law has two sectors")]
    Sector, "sector" {
        /// Government.
        Overheid = "overheid",
        /// All other employers (niet-overheid, the market).
        Markt = "markt",
    } or {
        "overheid" = Overheid,
        "government" = Overheid,
        "markt" = Markt,
        "market" = Markt,
    }
}

impl Sector {
    /// The sector of a government employer that also pays AWf premium (Regeling Wfsv 3.31).
    ///
    /// It belongs to the market if at least half of all its paid hours fall under the AWf premium,
    /// in the last aangiftetijdvak of the year before. Every employer that is not a government
    /// employer is [`Sector::Markt`].
    ///
    /// ```
    /// use banenafspraak::{Hours, Sector};
    ///
    /// let half = Sector::of_government_employer(Hours::whole(1_000), Hours::whole(500))?;
    /// assert_eq!(half, Sector::Markt);
    /// let less = Sector::of_government_employer(Hours::whole(1_000), "499.99".parse()?)?;
    /// assert_eq!(less, Sector::Overheid);
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::PartExceedsWhole`] for more hours under AWf premium than hours in all.
    pub fn of_government_employer(paid_hours: Hours, awf_hours: Hours) -> Result<Self, Error> {
        let other = paid_hours.checked_sub(awf_hours).map_err(|_| {
            Error::new(
                "awf_hours",
                ErrorKind::PartExceedsWhole {
                    value: awf_hours.to_decimal(),
                    whole: "paid_hours",
                    whole_value: paid_hours.to_decimal(),
                },
            )
        })?;
        // At least half of the whole: no less than the rest. None at all is no AWf premium.
        let under_awf = awf_hours >= other && awf_hours.units() > 0;
        Ok(if under_awf { Self::Markt } else { Self::Overheid })
    }
}
