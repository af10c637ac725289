//! Parameters of the Wet banenafspraak that say what they are: published, indicative or one's own.

use crate::employer::{EmployerYear, Scheme, SchemeParameters};
use crate::error::{Error, ErrorKind};
use crate::explanation::meanings;
use crate::law::words;
use crate::unit::{Euro, EuroPerHour, Percentage, Year};

words! {
    /// What a parameter is, so that nobody takes an assumption for law.
    ///
    /// ```
    /// use banenafspraak::planning::Label;
    ///
    /// assert_eq!("indicative".parse::<Label>()?, Label::Indicative);
    /// assert_eq!("law".parse::<Label>().unwrap_err().code(), "unknown_word");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[non_exhaustive]
    Label, "label" {
        /// Published as law, with its source.
        Published = "published",
        /// Named by the government as an indication, with its source: not law.
        Indicative = "indicative",
        /// An assumption of one's own.
        Own = "own",
    }
}

meanings! { Label {
    // variant   English            Dutch
    Published    "published"        "gepubliceerd";
    Indicative   "indicative"       "indicatief";
    Own          "own assumption"   "eigen aanname";
}}

/// A parameter with what it is and where it comes from.
///
/// ```
/// use banenafspraak::EuroPerHour;
/// use banenafspraak::planning::{Label, Parameter};
///
/// let bonus: EuroPerHour = "3.77".parse()?;
/// let indicated = Parameter::new(bonus, Label::Indicative, Some("Kamerstuk 34352, 138"))?;
/// assert_eq!((indicated.value(), indicated.label().word()), (bonus, "indicative"));
/// assert_eq!(indicated.source(), Some("Kamerstuk 34352, 138"));
/// // Whoever calls it published says where.
/// let error = Parameter::new(bonus, Label::Published, None).unwrap_err();
/// assert_eq!(error.to_string(), "source: missing");
/// # Ok::<(), banenafspraak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter<T> {
    pub(super) value: T,
    pub(super) label: Label,
    pub(super) source: Option<Box<str>>,
}

impl<T: Copy> Parameter<T> {
    /// A value with its label.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::MissingField`] for a published or indicative value without a source.
    pub fn new(value: T, label: Label, source: Option<&str>) -> Result<Self, Error> {
        let source = source.filter(|source| !source.trim().is_empty()).map(Box::from);
        if label != Label::Own && source.is_none() {
            return Err(Error::new("source", ErrorKind::MissingField));
        }
        Ok(Self { value, label, source })
    }

    /// A value of one's own.
    pub const fn own(value: T) -> Self {
        Self { value, label: Label::Own, source: None }
    }

    /// The value.
    pub const fn value(&self) -> T {
        self.value
    }

    /// What it is.
    pub const fn label(&self) -> Label {
        self.label
    }

    /// Where it comes from.
    pub fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }
}

/// A named set of parameters of the Wet banenafspraak to compare with.
///
/// ```
/// use banenafspraak::planning::{Parameter, Scenario};
/// use banenafspraak::{Euro, Year};
///
/// let scenario = Scenario {
///     name: "halved".into(),
///     activation_decided_in: Parameter::own(Year::new(2024)?),
///     surcharge_percentage: Parameter::own("0.125".parse()?),
///     bonus_per_hour: Parameter::own("1.88".parse()?),
///     bonus_maximum: Parameter::own(Euro::whole(2_500)),
///     average_premium_wage_two_years_before: Parameter::own(Euro::whole(43_300)),
/// };
/// assert_eq!(scenario.parameters().bonus_maximum, Euro::whole(2_500));
/// # Ok::<(), banenafspraak::Error>(())
/// ```
///
/// In JSON every parameter has its label, and what is not one's own its source:
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use banenafspraak::planning::{Label, Scenario};
///
/// let scenario: Scenario = serde_json::from_str(r#"{
///     "name": "letter of 2018",
///     "activation_decided_in": {"value": 2024, "label": "own"},
///     "surcharge_percentage": {"value": "0.25", "label": "own"},
///     "bonus_per_hour": {"value": "3.77", "label": "indicative", "source": "Kamerstuk 34352, 138"},
///     "bonus_maximum": {"value": "5000", "label": "own"},
///     "average_premium_wage_two_years_before":
///         {"value": "43300", "label": "published", "source": "Stcrt. 2025, 42324"}
/// }"#)?;
/// assert_eq!(scenario.bonus_per_hour.label(), Label::Indicative);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "written as a literal, so that no two amounts swap")]
pub struct Scenario {
    /// Its name.
    pub name: Box<str>,
    /// The year in which activation was decided.
    pub activation_decided_in: Parameter<Year>,
    /// The surcharge on the base.
    pub surcharge_percentage: Parameter<Percentage>,
    /// The bonus per paid hour, on top of the LKV.
    pub bonus_per_hour: Parameter<EuroPerHour>,
    /// The most bonus for a worker in a year.
    pub bonus_maximum: Parameter<Euro>,
    /// Average premium wage per worker in the second year before.
    pub average_premium_wage_two_years_before: Parameter<Euro>,
}

impl Scenario {
    /// Its values without their labels.
    pub const fn parameters(&self) -> SchemeParameters {
        SchemeParameters {
            activation_decided_in: self.activation_decided_in.value,
            surcharge_percentage: self.surcharge_percentage.value,
            bonus_per_hour: self.bonus_per_hour.value,
            bonus_maximum: self.bonus_maximum.value,
            average_premium_wage_two_years_before: self.average_premium_wage_two_years_before.value,
        }
    }

    /// An employer with a scheme under these parameters instead of its own; its wages and workers
    /// stay.
    ///
    /// ```
    /// # use banenafspraak::planning::{Parameter, Scenario};
    ///
    /// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
    /// # let scenario = Scenario {
    /// #     name: "halved".into(),
    /// #     activation_decided_in: Parameter::own(Year::new(2024)?),
    /// #     surcharge_percentage: Parameter::own("0.125".parse()?),
    /// #     bonus_per_hour: Parameter::own("1.88".parse()?),
    /// #     bonus_maximum: Parameter::own(Euro::whole(2_500)),
    /// #     average_premium_wage_two_years_before: Parameter::own(Euro::whole(43_300)),
    /// # };
    /// use banenafspraak::{Euro, Scheme, Year};
    ///
    /// let error = scenario.applied_to(&employer).unwrap_err();
    /// assert_eq!(error.to_string(), "scheme: missing");
    /// let scheme = Scheme {
    ///     parameters: scenario.parameters(),
    ///     premium_wage: Euro::whole(5_000_000),
    ///     premium_wage_two_years_before: Euro::whole(4_800_000),
    ///     became_employer_in: None,
    ///     bonus_workers: Vec::new(),
    /// };
    /// let employer = employer.with_scheme(scheme);
    /// assert_eq!(scenario.applied_to(&employer)?, employer);
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::MissingField`] for an employer without a scheme: its wages are not known.
    pub fn applied_to(&self, employer: &EmployerYear) -> Result<EmployerYear, Error> {
        let Some(own) = employer.scheme().cloned() else {
            return Err(Error::new("scheme", ErrorKind::MissingField));
        };
        let scheme = Scheme { parameters: self.parameters(), ..own };
        Ok(employer.clone().with_scheme(scheme))
    }
}
