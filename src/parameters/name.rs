//! The names of the figures that the law sets.

use crate::law::words;

words! {
    /// The figures that the law sets.
    ///
    /// ```
    /// use banenafspraak::FigureName;
    ///
    /// let name: FigureName = "levy_per_job".parse()?;
    /// assert_eq!((name, name.per_sector()), (FigureName::LevyPerJob, false));
    /// assert_eq!(FigureName::Quotumpercentage.word(), "quotumpercentage");
    /// assert_eq!(FigureName::all().count(), 16);
    /// assert_eq!("levy".parse::<FigureName>().unwrap_err().code(), "unknown_word");
    /// # Ok::<(), banenafspraak::Error>(())
    /// ```
    #[derive(PartialOrd, Ord)]
    #[non_exhaustive]
    FigureName, "figure", "the names of figures, such as quotumpercentage",
    "de namen van cijfers, zoals quotumpercentage" {
        /// The share of paid hours that the doelgroep must work (Wfsv 38f).
        Quotumpercentage = "quotumpercentage",
        /// Paid hours in a year that make one job (Regeling Wfsv 3.32): D of Wfsv 38g lid 3.
        HoursPerJob = "hours_per_job",
        /// Average paid hours of a worker in a year (Besluit Wfsv 2.21).
        AverageHours = "average_hours",
        /// Workers below which an employer is not liable (Wfsv 34 lid 4).
        ThresholdWorkers = "threshold_workers",
        /// The quotumheffing per job short (Wfsv 38h lid 4).
        LevyPerJob = "levy_per_job",
        /// Average premium wages up to which an employer is small (Wfsv 36 lid 2).
        SmallEmployerWages = "small_employer_wages",
        /// The LKV doelgroep banenafspraak per paid hour (Wtl 2.13).
        LkvPerHour = "lkv_per_hour",
        /// The most LKV for a worker in a year (Wtl 2.13).
        LkvMaximum = "lkv_maximum",
        /// A of Wfsv 38f: jobs in the nulmeting at liable employers.
        VariableA = "variable_a",
        /// B of Wfsv 38f: extra jobs agreed for the year.
        VariableB = "variable_b",
        /// C of Wfsv 38f: average hours of a doelgroep job.
        VariableC = "variable_c",
        /// D of Wfsv 38f: jobs at liable employers.
        VariableD = "variable_d",
        /// E of Wfsv 38f: average hours of a worker.
        VariableE = "variable_e",
        /// F of Wfsv 38f: people of Wfsv 38b lid 2.
        VariableF = "variable_f",
        /// G of Wfsv 38f: average hours of those people.
        VariableG = "variable_g",
        /// H of Wfsv 38f: extra jobs at employers below the threshold; negative as published.
        VariableH = "variable_h",
    }
}

impl FigureName {
    /// All names.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::WORDS.iter().map(|(name, _)| *name)
    }

    /// Whether it is set for each sector apart.
    pub const fn per_sector(self) -> bool {
        use FigureName as F;
        matches!(
            self,
            F::Quotumpercentage
                | F::VariableA
                | F::VariableB
                | F::VariableC
                | F::VariableD
                | F::VariableE
                | F::VariableF
                | F::VariableG
                | F::VariableH
        )
    }
}
