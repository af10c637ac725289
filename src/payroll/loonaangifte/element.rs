//! The elements of a wage return that are needed, and where they stand.

macro_rules! elements {
    ($($name:ident,)*) => {
        /// An element that is needed, by its name; all others are passed over.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Element { Other, $($name,)* }

        impl Element {
            pub(super) fn named(name: &[u8]) -> Self {
                $(if name == stringify!($name).as_bytes() { return Self::$name; })*
                Self::Other
            }

            pub(super) const fn name(self) -> &'static str {
                match self { Self::Other => "an element", $(Self::$name => stringify!($name),)* }
            }
        }
    };
}

elements! {
    Loonaangifte, Bericht, DatTdAanm, AdministratieveEenheid, LhNr,
    TijdvakAangifte, TijdvakCorrectie, DatAanvTv, DatEindTv,
    VolledigeAangifte, AanvullendeAangifte,
    InkomstenverhoudingInitieel, InkomstenverhoudingIntrekking,
    NumIV, DatAanv, PersNr, SofiNr, NatuurlijkPersoon,
    Inkomstenperiode, SrtIV, CdAard, IndAvrLkvDgBafSb,
    Werknemersgegevens, PrlnAofAnwLg, PrlnAofAnwHg, PrlnAofAnwUit, AantVerlU,
}

impl Element {
    /// Where it may stand; anywhere else it is passed over with all in it.
    pub(super) const fn belongs_in(self, parent: Option<Self>) -> bool {
        #[allow(clippy::enum_glob_use, reason = "every variant, in the message's own words")]
        use Element::*;
        matches!(
            (parent, self),
            (None, Loonaangifte)
                | (Some(Loonaangifte), Bericht | AdministratieveEenheid)
                | (Some(Bericht), DatTdAanm)
                | (Some(AdministratieveEenheid), LhNr | TijdvakAangifte | TijdvakCorrectie)
                | (
                    Some(TijdvakAangifte | TijdvakCorrectie),
                    DatAanvTv
                        | DatEindTv
                        | VolledigeAangifte
                        | AanvullendeAangifte
                        | InkomstenverhoudingInitieel
                        | InkomstenverhoudingIntrekking
                )
                | (
                    Some(VolledigeAangifte | AanvullendeAangifte),
                    InkomstenverhoudingInitieel | InkomstenverhoudingIntrekking
                )
                | (
                    Some(InkomstenverhoudingInitieel),
                    NumIV
                        | DatAanv
                        | PersNr
                        | SofiNr
                        | NatuurlijkPersoon
                        | Inkomstenperiode
                        | Werknemersgegevens
                )
                | (Some(InkomstenverhoudingIntrekking), NumIV | PersNr | SofiNr)
                | (Some(NatuurlijkPersoon), SofiNr)
                | (Some(Inkomstenperiode), DatAanv | SrtIV | CdAard | IndAvrLkvDgBafSb)
                | (
                    Some(Werknemersgegevens),
                    PrlnAofAnwLg | PrlnAofAnwHg | PrlnAofAnwUit | AantVerlU
                )
        )
    }
}
