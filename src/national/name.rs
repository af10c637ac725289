//! The names of what is counted in the country.

crate::law::words! {
    /// What is counted, or was agreed, for the country. All are in jobs.
    ///
    /// ```
    /// use banenafspraak::national::CountName;
    ///
    /// assert_eq!("inleenverbanden".parse(), Ok(CountName::Inleenverbanden));
    /// assert_eq!(CountName::JobsIncludingNulmeting.word(), "jobs_including_nulmeting");
    /// assert_eq!("hired_in".parse::<CountName>().unwrap_err().code(), "unknown_word");
    /// assert_eq!(CountName::all().count(), 8);
    /// ```
    #[non_exhaustive]
    CountName, "figure" {
        /// Extra jobs agreed for the end of the year.
        Target = "target",
        /// Extra jobs at the end of the year, against the nulmeting.
        Realised = "realised",
        /// Of those realised: with an employer of their own.
        FormalEmployment = "formal_employment",
        /// Of those realised: hired in from an agency, or seconded from a Wsw employment. Negative
        /// where there are fewer than in the nulmeting.
        Inleenverbanden = "inleenverbanden",
        /// Jobs at the end of the year, those of the nulmeting included.
        JobsIncludingNulmeting = "jobs_including_nulmeting",
        /// Growth of the jobs realised in the year, as published.
        Growth = "growth",
        /// Growth of formal employment in the year, as published.
        GrowthFormalEmployment = "growth_formal_employment",
        /// Growth of inleenverbanden in the year, as published.
        GrowthInleenverbanden = "growth_inleenverbanden",
    }
}

impl CountName {
    /// All names.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::WORDS.iter().map(|(name, _)| *name)
    }
}
